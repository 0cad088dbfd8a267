"""What leaves the process: network, disk, keyring. Asynchronous; no Qt."""

import sys

# Where click and rich are installed, httpx loads them for a command line of its own: 20 ms and 6 MB for nothing.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # what is None counts as not installed
