"""Long work on the GUI thread, in slices: the window answers keys in between. No widgets."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

_SLICE = 0.012
"""Seconds after which the events of the window come first."""


class SlicedWork(QObject):
    """Runs one generator at a time, which yields at least every few milliseconds. Starting another one drops it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._then: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    def start(self, steps: Iterator[None], then: Callable[[], None]) -> None:
        """Run the generator, and call `then` after its end. Short work ends before this returns."""
        self._steps, self._then = steps, then
        self._timer.start(0)
        self._go_on()

    def stop(self) -> None:
        """Drop the work."""
        self._timer.stop()
        self._steps, self._then = iter(()), None

    def _go_on(self) -> None:
        end = time.monotonic() + _SLICE
        for _ in self._steps:
            if time.monotonic() > end:
                return
        then = self._then
        self.stop()
        if then:
            then()
