"""Python's collection of reference cycles, on the GUI thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS, _REST_MS = 500, 32_000
"""Between two looks, while the program has something to do and while it has not: each look wakes the processor."""


class GarbageCollection(QObject):
    """Collects cycles from a timer. Python's own collection is off as long as this one is there.

    Python collects on whichever thread allocates next: on the worker's or the store's, it destroyed widgets and timers
    there, and Qt crashed.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._is_over = False

    def begin(self) -> None:
        """Begin, excluding existing objects: they stay, and scanning them would block the window."""
        if not self._is_over:
            gc.freeze()
            self._timer.start()

    def hurry(self) -> None:
        """Look soon again: somebody uses the program, or an answer has arrived."""
        if self._timer.isActive() and self._timer.interval() != _PAUSE_MS:
            self._timer.setInterval(_PAUSE_MS)

    def _look(self) -> None:
        pause = _PAUSE_MS if collect_due() else _REST_MS
        if pause != self._timer.interval():
            self._timer.setInterval(pause)

    def end(self) -> None:
        """Leave it to Python again: no other thread has work any more."""
        self._is_over = True
        self._timer.stop()
        gc.enable()


def collect_due() -> bool:
    """Collect the generations with more new objects than Python's thresholds; returns whether there were any."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, threshold) in enumerate(counts) if count > threshold]
    if due:
        gc.collect(max(due))
    return bool(due)
