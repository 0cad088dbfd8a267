"""Ignores clicks that were meant for what was below the pointer before a button appeared there. GUI thread."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication

from caseeditor.domain.timeouts import Timing


def guard_presses(button: QAbstractButton) -> None:
    """Guard a button that decides something; keys and assistive technology press it at any time.

    It ignores the mouse until it has been in sight, and enabled, for longer than a double click takes, and the second
    press of a double click that began elsewhere: the first may have moved the button to the pointer.
    """
    _PressGuard(button)


class _PressGuard(QObject):
    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._in_sight, self._pressed = QElapsedTimer(), QElapsedTimer()
        """Since the button can be pressed, and since its last press."""
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is not self._button:
            return False
        if kind is QEvent.Type.Show or (kind is QEvent.Type.EnabledChange and self._button.isEnabled()):
            self._in_sight.start()
        elif kind is QEvent.Type.MouseButtonPress:
            if _is_recent(self._in_sight):
                return True
            self._pressed.start()
        elif kind is QEvent.Type.MouseButtonDblClick:
            return _is_recent(self._in_sight) or not _is_recent(self._pressed)
        return False


def _is_recent(timer: QElapsedTimer) -> bool:
    limit = QApplication.doubleClickInterval() + int(1000 * Timing().key_guard)
    return timer.isValid() and timer.elapsed() <= limit
