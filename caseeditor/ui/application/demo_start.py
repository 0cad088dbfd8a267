"""Starts the program once more, with the built-in Social Gateway."""

import sys

from PySide6.QtCore import QProcess


def start_demo() -> bool:
    """Start the demo as a process of its own, which outlives this one; returns False if that fails."""
    options = ["--demo"] if getattr(sys, "frozen", False) else ["-m", "caseeditor", "--demo"]
    return QProcess.startDetached(sys.executable, options)[0]
