"""Try the progress on a window's button in the taskbar of this Windows: python packaging/windows/taskbar_check.py

Ends with a traceback if the interface does not answer. Whether the button shows it is for a person to see (qa.md).
"""

from PySide6.QtWidgets import QApplication, QWidget

from caseeditor.domain.batch.run_progress import RunProgress
from caseeditor.ui.main_window.taskbar.taskbar_list import TaskbarList
from caseeditor.ui.main_window.taskbar.windows_taskbar import ButtonState, WindowsTaskbar


def main() -> None:
    """Show each state on a real window. A failure of WindowsTaskbar is silent, so the interface is called here, too."""
    app = QApplication([])
    window = QWidget()
    window.show()
    app.processEvents()
    buttons, handle = TaskbarList(), int(window.winId())
    for state in ButtonState:
        buttons.set_state(handle, state)
        buttons.set_value(handle, 1, 4)
    taskbar = WindowsTaskbar(lambda: buttons, window)
    for progress in (RunProgress(1, 4), RunProgress(2, 4, is_paused=True), RunProgress(4, 4), None):
        taskbar.show(progress)


if __name__ == "__main__":
    main()
