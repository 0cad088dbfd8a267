"""Runtime hook of the frozen program: on macOS, PyInstaller imports PySide before start.py runs."""

import os

# With this variable, PySide would write to the program's folder, and abort if it cannot.
os.environ.pop("SBK_EMBED", None)
