"""Reads one case from its server. No widgets; GUI thread."""

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.local.loaded import LoadedCase
from caseeditor.runtime.worker import BackgroundWorker, Job, Outcome, call
from caseeditor.ui.state.session_parts.case_address import CaseAddress


class CaseLoader(QObject):
    """Has at most one read under way; the response to a cancelled one is dropped."""

    changed = Signal()
    """A read began, failed or was cancelled."""
    loaded = Signal(object)
    """A LoadedCase."""
    failed = Signal(object)
    """A Failure."""

    def __init__(self, worker: BackgroundWorker[BackendInterface], address: CaseAddress, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._address = address
        self._reading: Job | None = None
        self.was_asked = False
        """The case has been requested since the program started."""
        self.is_by_itself = False
        """The agent did not ask for the last read."""

    @property
    def is_reading(self) -> bool:
        return self._reading is not None

    def load(self, *, with_draft: bool, by_itself: bool) -> None:
        """Read the case; with `with_draft`, its draft on disk too."""
        if self._reading:
            self._reading.cancel()
        self.was_asked, self.is_by_itself = True, by_itself
        read = call(BackendInterface.load_case, self._address.server, self._address.case_id, with_draft=with_draft)
        self._reading = self._worker.run(read, lambda outcome: self._on_read(job, outcome), owner=self)
        job = self._reading
        self.changed.emit()

    def cancel(self) -> bool:
        """Cancel a read that is under way; returns whether there was one."""
        if not self._reading:
            return False
        self._reading.cancel()
        self._reading = None
        self.changed.emit()
        return True

    def _on_read(self, job: Job, outcome: Outcome[LoadedCase]) -> None:
        if job is not self._reading:
            return
        self._reading = None
        if isinstance(outcome, Failure):
            self.changed.emit()
            self.failed.emit(outcome)
        else:
            self.loaded.emit(outcome.value)
