"""Run the built-in Social Gateway as a separate server, for packaging/linux/verify.sh.

Writes "URL TOKEN" to file descriptor 3, then serves until terminated.
"""

import os
import signal

from caseeditor.demo.server import DemoServer

with DemoServer() as server:
    os.write(3, f"{server.url} {server.token}\n".encode())
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
