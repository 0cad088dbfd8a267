"""The caret of the field with the focus."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from caseeditor.ui.application.attention import Attention

_AFTER_MS = 5000
"""As in fields of Windows; GTK's stop after 10 s."""
_ALWAYS_ON, _AS_THE_SYSTEM_SAYS = 0, -1
"""Flash times of Qt."""


class RestingCaret(QObject):
    """Stops the blinking of the caret, which stays visible, until the next key, click or change of the focus.

    A blink paints the field and the widgets below it, in Python: 1 % of the processor all day, on a machine where a
    wake is dear. Without this object the caret blinks for ever.
    """

    def __init__(self, app: QApplication, attention: Attention, after: int = _AFTER_MS) -> None:
        """Begin with a blinking caret; `after` is in ms."""
        super().__init__(attention)
        self._app = app
        self._is_resting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after)
        self._timer.timeout.connect(self._rest)
        for stirred in (attention.acted, attention.typed, app.focusChanged):
            stirred.connect(self._blink)
        self._timer.start()

    def _rest(self) -> None:
        self._is_resting = True
        self._app.setCursorFlashTime(_ALWAYS_ON)

    def _blink(self) -> None:
        if self._is_resting:
            self._is_resting = False
            self._app.setCursorFlashTime(_AS_THE_SYSTEM_SAYS)
        self._timer.start()
