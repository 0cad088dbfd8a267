"""The conversation of one case, as it was read. No widgets; GUI thread."""

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.conversation import CaseMessage
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.runtime.worker import BackgroundWorker, Job, Outcome, call
from caseeditor.ui.state.session_parts.case_address import CaseAddress


class Conversation(QObject):
    """Read after the case is on screen, which does not wait for it. Read only.

    `is_there` says whether the server has shown that it has the call; `failure` why it could not be read last.
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
        """Have it read once the case is on screen: it was read anew."""
        self._is_wanted = True

    def load_if_wanted(self) -> None:
        if self._is_wanted:
            self.load()

    def load(self) -> None:
        """Read it, anew if it is there; what is shown stays until the answer."""
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
