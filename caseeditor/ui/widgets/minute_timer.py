"""A timer that follows the clock on the wall."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_MINUTE = 60.0


class MinuteTimer(QObject):
    """Fires when the clocks of the computer show another minute: all times in the window change in one wake."""

    fired = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.time) -> None:
        """`clock` returns seconds since the epoch."""
        super().__init__(parent)
        self._clock = clock
        self._minute = 0.0
        """The number of the minute that is shown."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # Qt rounds others to seconds that are not the clock's
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        now = self._clock()
        self._minute = now // _MINUTE
        self._timer.start(round((_MINUTE - now % _MINUTE) * 1000) + 1)

    def stop(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        is_over = self._clock() // _MINUTE != self._minute  # some timers fire early
        self.start()
        if is_over:
            self.fired.emit()
