"""Python's collection of reference cycles, on the GUI thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 500


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
        self._has_begun = self._is_over = False

    def begin(self) -> None:
        """Begin, excluding existing objects: they stay, and scanning them would block the window."""
        if not self._is_over:
            gc.freeze()
            self._has_begun = True
            self._timer.start()

    def hurry(self) -> None:
        """Look again: somebody uses the program, or an answer has arrived. At rest each look would wake a processor."""
        if self._has_begun and not self._is_over and not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        if not collect_due():
            self._timer.stop()

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
