"""What the frozen program does first: PyInstaller imports PySide before start.py runs."""

import os

# PySide would write into the program's folder then, and end where it can't.
os.environ.pop("SBK_EMBED", None)
