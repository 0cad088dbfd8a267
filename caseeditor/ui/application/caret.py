"""The caret of the field with the focus."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

_AFTER_MS = 5000
"""As in fields of Windows; GTK's stop after 10 s."""
_NEVER, _AS_THE_SYSTEM_SAYS = 0, -1
"""Flash times (ms). Qt's source has it that a negative one is the platform's; its documentation says nothing."""


class RestingCaret(QObject):
    """Stops the blinking of the caret, which stays visible, until it moves or the focus changes.

    A blink paints the field and the widgets below it, in Python, twice a second all day: 1 % of a processor.
    """

    def __init__(self, app: QApplication, after: int = _AFTER_MS) -> None:
        """Begin with a blinking caret; `after` is in ms."""
        super().__init__(app)
        self._app = app
        self._is_resting = self._is_over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after)
        self._timer.timeout.connect(self._rest)
        for moved in (app.inputMethod().cursorRectangleChanged, app.focusChanged):
            moved.connect(self._blink)
        self._timer.start()

    def end(self) -> None:
        """Leave the blinking to Qt again."""
        self._blink()
        self._timer.stop()
        self._is_over = True

    def _rest(self) -> None:
        self._is_resting = True
        self._app.setCursorFlashTime(_NEVER)

    def _blink(self) -> None:
        if self._is_resting:
            self._is_resting = False
            self._app.setCursorFlashTime(_AS_THE_SYSTEM_SAYS)
        if not self._is_over:
            self._timer.start()
