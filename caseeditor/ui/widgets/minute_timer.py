"""A timer that follows the clock on the wall."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_MINUTE = 60.0


class MinuteTimer(QObject):
    """Fires when the clocks of the computer show another minute: all times in the window change in one wake."""

    fired = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.time) -> None:
        """`clock` returns seconds since the epoch."""
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fire)

    def start(self) -> None:
        left = _MINUTE - self._clock() % _MINUTE
        self._timer.start(round(left * 1000) + 1)

    def stop(self) -> None:
        self._timer.stop()

    def _fire(self) -> None:
        self.start()
        self.fired.emit()
