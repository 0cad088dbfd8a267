"""The taskbar of this system. A Mac's Dock has no progress of its own."""

import sys
from typing import TYPE_CHECKING

from caseeditor.ui.main_window.taskbar.bus_taskbar import BusTaskbar
from caseeditor.ui.main_window.taskbar.taskbar import Taskbar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from caseeditor.domain.backend import BackendInterface
    from caseeditor.runtime.worker import BackgroundWorker


def make_taskbar(worker: "BackgroundWorker[BackendInterface]", window: "QWidget") -> Taskbar:
    """Return the taskbar of this system."""
    if sys.platform == "win32":
        from caseeditor.ui.main_window.taskbar.taskbar_list import TaskbarList  # noqa: PLC0415 - Windows only
        from caseeditor.ui.main_window.taskbar.windows_taskbar import WindowsTaskbar  # noqa: PLC0415 - as above

        return WindowsTaskbar(TaskbarList, window)
    return BusTaskbar(worker, window) if sys.platform.startswith("linux") else Taskbar(window)
