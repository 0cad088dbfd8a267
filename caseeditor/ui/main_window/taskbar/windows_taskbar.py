"""The progress on the window's button in the taskbar of Windows. GUI thread."""

import enum
import logging
from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from caseeditor.domain.batch.run_progress import RunProgress
from caseeditor.ui.main_window.taskbar.taskbar import Taskbar

log = logging.getLogger(__name__)


class ButtonState(enum.IntEnum):
    """The look of a button: TBPFLAG of Windows."""

    NO_PROGRESS = 0
    NORMAL = 2
    PAUSED = 8  # yellow


class ProgressButtons(Protocol):
    """The buttons of windows, by the windows' handles. Each call may raise OSError."""

    def set_state(self, window: int, state: int) -> None:
        """Set the look of a button, a ButtonState."""

    def set_value(self, window: int, done: int, total: int) -> None:
        """Set the progress of a button that has one."""


class WindowsTaskbar(Taskbar):
    """Yellow while batches are paused. After a failure, it does nothing more."""

    def __init__(self, make_buttons: Callable[[], ProgressButtons], window: QWidget) -> None:
        """`make_buttons` may raise OSError."""
        super().__init__(window)
        self._window = window
        self._make_buttons = make_buttons
        self._buttons: ProgressButtons | None = None
        self._has_failed = False

    def show(self, progress: RunProgress | None) -> None:
        if self._has_failed:
            return
        try:
            self._buttons = self._buttons or self._make_buttons()
            self._set(self._buttons, int(self._window.winId()), progress)
        except OSError as error:
            self._has_failed = True
            log.info("progress in the taskbar: failed, %s", error)

    def _set(self, buttons: ProgressButtons, window: int, progress: RunProgress | None) -> None:
        if progress is None:
            buttons.set_state(window, ButtonState.NO_PROGRESS)
        else:
            buttons.set_state(window, ButtonState.PAUSED if progress.is_paused else ButtonState.NORMAL)
            buttons.set_value(window, progress.handled, progress.rows)
