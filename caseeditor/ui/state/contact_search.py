"""Contacts whose names contain typed words. No widgets; GUI thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.contact_search import FoundContact, can_name_a_contact
from caseeditor.domain.errors.failure import FailureKind
from caseeditor.runtime.worker import Job, Outcome, Success, call
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import Doing, failure_words

if TYPE_CHECKING:
    from caseeditor.domain.case.reference import Server
    from caseeditor.runtime.worker import BackgroundWorker
    from caseeditor.ui.state.account import Account

_PAUSE = 250
"""Milliseconds without typing before the server is asked."""


class ContactSearch(QObject):
    """Asks the server for one text at a time; an answer for another text than the present one is dropped.

    A server that rejects the search is asked no more.
    """

    changed = Signal()
    """The contacts came, or none will."""
    forgotten = Signal()
    """Another user is signed in."""
    message_emitted = Signal(object)
    """A Message."""

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", account: "Account", parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._account = worker, account
        self._words = ""
        self._is_wanted = False
        self._job: Job | None = None
        self._rejecting: set[Server] = set()
        self._told: FailureKind | None = None
        """The failure that was told; the same one is told once until the field is empty."""
        self.contacts: tuple[FoundContact, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.ask)
        self._whose = account.whose
        account.changed.connect(self._on_account)

    @property
    def is_pending(self) -> bool:
        """Tell whether contacts for the present text may still come."""
        return self._is_wanted or self._job is not None

    def look_for(self, text: str) -> None:
        """Search contacts after a pause; '' stops."""
        words = " ".join(text.split())
        if words == self._words:
            return
        self._stop()
        self._words, self.contacts = words, ()
        server = self._account.server if self._account.has_token else None
        if not words:
            self._told = None
        elif can_name_a_contact(words) and server and server not in self._rejecting:
            self._is_wanted = True
            self._pause.start()

    def ask(self) -> None:
        """Search at once."""
        server = self._account.server
        if not self._is_wanted or server is None:
            return
        self._is_wanted = False
        self._pause.stop()
        search = call(BackendInterface.find_contacts, server, self._words)
        self._job = job = self._worker.run(search, lambda outcome: self._on_found(job, server, outcome), owner=self)

    def _on_account(self) -> None:
        """Forget the contacts of another user."""
        if self._whose != self._account.whose:
            self._whose = self._account.whose
            self._stop()
            self._words, self.contacts = "", ()
            self.forgotten.emit()

    def _stop(self) -> None:
        self._pause.stop()
        if self._job:
            self._job.cancel()
        self._job, self._is_wanted = None, False

    def _on_found(self, job: Job, server: "Server", outcome: Outcome[tuple[FoundContact, ...]]) -> None:
        if job is not self._job:
            return
        self._job = None
        if isinstance(outcome, Success):
            self.contacts = outcome.value
            self._told = None
        elif outcome.kind is FailureKind.REFUSED:
            self._rejecting.add(server)
        if not isinstance(outcome, Success) and outcome.kind not in (FailureKind.STOPPED, self._told):
            self._told = outcome.kind
            text = failure_words(outcome, Doing.FINDING_CONTACTS)
            self.message_emitted.emit(Message(text, Severity.WARNING, transient=True))
            if outcome.kind.needs_token:
                self._account.on_token_wanted(server, outcome, is_asked=False)
        self.changed.emit()
