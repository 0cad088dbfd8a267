"""Try the progress on a window's button in the taskbar of this Windows: python packaging/windows/taskbar_check.py

Ends with a traceback if the interface does not answer. Whether the button shows it is for a person to see (qa.md).
"""

from PySide6.QtWidgets import QApplication, QWidget

from caseeditor.domain.batch.run_progress import RunProgress
from caseeditor.ui.main_window.taskbar.taskbar_list import TaskbarList
from caseeditor.ui.main_window.taskbar.windows_taskbar import WindowsTaskbar


def main() -> None:
    """Show each state on a real window. A failure of WindowsTaskbar is silent, so the interface is made here, too."""
    app = QApplication([])
    window = QWidget()
    window.show()
    app.processEvents()
    made: list[TaskbarList] = []

    def make() -> TaskbarList:
        made.append(TaskbarList())
        return made[-1]

    taskbar = WindowsTaskbar(make, window)
    for progress in (RunProgress(1, 4), RunProgress(2, 4, is_paused=True), RunProgress(4, 4), None):
        taskbar.show(progress)
    handle = int(window.winId())
    made[0].set_state(handle, 2)
    made[0].set_value(handle, 1, 4)
    made[0].set_state(handle, 0)


if __name__ == "__main__":
    main()
