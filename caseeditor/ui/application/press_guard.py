"""Ignores the second half of a double click that began on what was there before a button. GUI thread."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication


def guard_presses(button: QAbstractButton) -> None:
    """Guard a button that decides something: the first click of a double click may have brought it to the pointer.

    Keys, assistive technology and a click of its own press it at any time.
    """
    _PressGuard(button)


class _PressGuard(QObject):
    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._pressed = QElapsedTimer()
        """Since its last press."""
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._button:
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed.start()
        elif event.type() is QEvent.Type.MouseButtonDblClick:
            return not self._pressed.isValid() or self._pressed.elapsed() > QApplication.doubleClickInterval()
        return False
