"""The progress in docks of Linux, by the services' connection to the session bus. GUI thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.batch.run_progress import RunProgress
from caseeditor.runtime.worker import call
from caseeditor.ui.main_window.taskbar.taskbar import Taskbar

if TYPE_CHECKING:
    from caseeditor.runtime.worker import BackgroundWorker


class BusTaskbar(Taskbar):
    """A paused batch shows nothing: docks have no look for it."""

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._wanted: float | None = None
        self._sent: float | None = None
        self._is_busy = False

    def show(self, progress: RunProgress | None) -> None:
        self._wanted = None if progress is None or progress.is_paused else progress.share
        self._send()

    def _send(self) -> None:
        """Send the latest progress once the one before is sent: the bus may be slow."""
        if not self._is_busy and self._wanted != self._sent:
            self._is_busy, self._sent = True, self._wanted
            work = call(BackendInterface.show_launcher_progress, self._sent)
            self._worker.run(work, self._on_sent, owner=self)

    def _on_sent(self, _: object) -> None:
        self._is_busy = False
        self._send()
