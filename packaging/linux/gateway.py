"""The built-in Social Gateway as a server of its own, for packaging/linux/verify.sh.

Writes "URL TOKEN" to file descriptor 3, then serves until it is ended.
"""

import os
import signal

from caseeditor.demo.server import DemoServer

with DemoServer() as server:
    os.write(3, f"{server.url} {server.token}\n".encode())
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
