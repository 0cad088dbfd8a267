"""The conversation of one case, as last read. No widgets; GUI thread."""

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.conversation import CaseMessage
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.runtime.worker import BackgroundWorker, Job, Outcome, call
from caseeditor.ui.state.session_parts.case_address import CaseAddress


class Conversation(QObject):
    """Read-only; read after the case is on screen, without delaying it.

    `is_there` tells whether the server is known to support the call; `failure` is the reason why the last read failed.
    """

    changed = Signal()

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", address: CaseAddress, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._address = address
        self._reading: Job | None = None
        self._is_wanted = False
        self.is_there = False
        self.failure: Failure | None = None
        self.messages: tuple[CaseMessage, ...] = ()

    @property
    def is_reading(self) -> bool:
        return self._reading is not None

    def want(self) -> None:
        """Request a read once the case is on screen: the case was read again."""
        self._is_wanted = True

    def load_if_wanted(self) -> None:
        if self._is_wanted:
            self.load()

    def load(self) -> None:
        """Read it, again if loaded; the current messages stay until the response."""
        self._is_wanted = False
        if self._reading:
            self._reading.cancel()
        read = call(BackendInterface.read_conversation, self._address.server, self._address.case_id)
        self._reading = self._worker.run(read, lambda outcome: self._on_read(job, outcome), owner=self)
        job = self._reading
        self.changed.emit()

    def _on_read(self, job: Job, outcome: Outcome[tuple[CaseMessage, ...]]) -> None:
        if job is not self._reading:
            return
        self._reading = None
        if isinstance(outcome, Failure):
            is_absent = outcome.kind is FailureKind.NOT_FOUND
            self.failure = None if is_absent else outcome
            self.is_there = not is_absent
            if is_absent:
                self.messages = ()
        else:
            self.failure, self.is_there, self.messages = None, True, outcome.value
        self.changed.emit()
