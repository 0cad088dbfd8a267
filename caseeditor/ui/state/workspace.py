"""State of one run of the program: account, settings, open cases, deliveries. No widgets; GUI thread."""

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server, known_server
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.earlier_work import EarlierWork
from caseeditor.domain.local.restrictions import Restrictions
from caseeditor.domain.local.settings import Settings
from caseeditor.domain.local.whose import AccountKnown
from caseeditor.domain.timeouts import Timing
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call
from caseeditor.ui.messages.delivery import state_message
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import fault_words, translate
from caseeditor.ui.state.account import Account
from caseeditor.ui.state.case_opener import CaseOpener
from caseeditor.ui.state.data_notices import DataNotices
from caseeditor.ui.state.delivery_tracker import DeliveryTracker
from caseeditor.ui.state.filter_values import FilterValues
from caseeditor.ui.state.known_hosts import KnownHosts
from caseeditor.ui.state.left_cases import LeftCases
from caseeditor.ui.state.open_cases import OpenCases
from caseeditor.ui.state.settings_store import SettingsStore

if TYPE_CHECKING:
    from caseeditor.ui.state.session import Session
    from caseeditor.ui.state.spelling import Spelling

_NO_RESTRICTIONS = Restrictions()


class Workspace(QObject):
    """Creates the parts, restores the last run, and keeps the open cases in step with the account."""

    message_emitted = Signal(object)
    """A Message about a case that isn't open, or about none."""
    message_withdrawn = Signal(object)
    """An emitted Message no longer holds."""
    leave_wanted = Signal()
    """A newer version wrote the data: it stays untouched, and this version can't use it."""
    begun = Signal()
    """The records of the last run are loaded."""

    def __init__(
        self,
        worker: BackgroundWorker[BackendInterface],
        settings: Settings,
        timing: Timing,
        restrictions: Restrictions = _NO_RESTRICTIONS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self.timing = timing
        self.settings_store = SettingsStore(settings, restrictions.locked, self)
        self.account = Account(worker, restrictions, self)
        used = map(known_server, (settings.server, *settings.domains.values()))
        self.account.know(*filter(None, used))
        self.hosts = KnownHosts(self.settings_store, self.account)
        self.cases = OpenCases(worker, self.settings_store, self.account, timing, self.spelling, self)
        self.opener = CaseOpener(worker, self.cases, self.hosts, self.account, self)
        self.deliveries = DeliveryTracker(worker, self.account, self.cases.session_at, self)
        self.values = FilterValues(worker, self.account, self)
        self.left = LeftCases(self.cases, self)
        self._spelling: Spelling | None = None
        self._data_notices = DataNotices(worker, self.begun, self)
        self._unread: StorageProblem | None = None
        """The reason why the last attempt to read the disk failed."""
        self._connect_parts()

    def _connect_parts(self) -> None:
        for part in (self.account, self.opener, self.deliveries, self._data_notices):
            part.message_emitted.connect(self.message_emitted)
        self.account.signed_in.connect(self._on_signed_in)
        self.account.became.connect(self._on_became)
        self.account.user_known.connect(self._on_user)
        self.cases.session_added.connect(self._on_added)

    @property
    def settings(self) -> Settings:
        return self.settings_store.current

    @property
    def sessions(self) -> "dict[tuple[Server, str], Session]":
        """The open cases, in the order of their tabs."""
        return self.cases.sessions

    def forget_values(self) -> None:
        """Forget the values of attributes that open cases offer, since the history was cleared."""
        for session in self.sessions.values():
            session.known_values.forget()

    def spelling(self) -> "Spelling":
        """Return the spelling check, which is made when it is needed first."""
        if self._spelling is None:
            from caseeditor.ui.state.spelling import Spelling  # noqa: PLC0415 - not at start

            self._spelling = Spelling(self.worker, self.settings_store, self)
        return self._spelling

    # Start.

    def start(self, server: Server | None, cases: tuple[str, ...]) -> None:
        """Start with a server (None if unknown) and the cases named at the start, each in open_text's form."""
        self.account.begin(server)
        server = self.account.server  # policy may require another one, or none
        self.worker.run(call(BackendInterface.used_servers), self._on_used)
        for case in cases:
            self.opener.open_text(case)
        if server is None:
            self.account.want_token(None)
        elif not self.sessions:
            self.account.look_for_token()
        self._begin()

    def start_by_link(self, named: Server, server: Server | None, cases: tuple[str, ...]) -> None:
        """Start with the server given with a link if the agent has used it before, else with `server`."""
        if self.account.is_known(named):
            self.start(named, cases)
        elif server:
            self.start(server, ())
            self.opener.open_handed(named, cases)
        else:
            self.worker.run(call(BackendInterface.has_used, named), partial(self._on_has_used, named, cases))

    def _on_has_used(self, named: Server, cases: tuple[str, ...], outcome: Outcome[bool]) -> None:
        if outcome == Success(value=True):
            self.start(named, cases)
        else:
            self.start(None, ())
            self.opener.open_named(named, cases)

    def _on_used(self, outcome: Outcome[tuple[Server, ...]]) -> None:
        if isinstance(outcome, Success):
            self.account.know(*outcome.value)

    def _begin(self) -> None:
        self.worker.run(call(BackendInterface.begin), self._on_begun)

    def _on_begun(self, outcome: Outcome[EarlierWork]) -> None:
        """Restore the records of the last run; an unreadable disk is retried."""
        if not isinstance(outcome, Success):
            return
        begun = outcome.value
        if begun.fault:
            self._on_unread(begun.fault)
            return
        if self._unread:
            self._unread = None
            self.message_emitted.emit(Message(translate("Workspace", "Drafts and pending submissions are back.")))
        self.worker.run(call(BackendInterface.tidy, self.settings.keep_days))
        self.cases.restore(begun, self.left.stored_tabs(begun))
        self.left.restore(begun)
        self.begun.emit()

    def _on_unread(self, fault: StorageProblem) -> None:
        if fault is not self._unread:
            self._unread = fault
            text = translate("Workspace", "NOT saved: {0} Don't close this window.")
            lines = (translate("Workspace", "Trying again. Drafts and pending submissions couldn't be read."),)
            self.message_emitted.emit(Message(text.format(fault_words(fault)), Severity.ERROR, lines))
        if fault is StorageProblem.NEWER:
            self.leave_wanted.emit()
        else:
            QTimer.singleShot(round(self.timing.disk_again * 1000), self, self._begin)

    # Sessions and account.

    def _on_added(self, session: "Session") -> None:
        session.case_read.connect(lambda: self._on_case_read(session))
        session.out_of_reach.connect(lambda: self.account.note_reach(session.server, reached=False))
        session.token_wanted.connect(partial(self._on_token_wanted, session))
        session.actions.sign_in_wanted.connect(partial(self.account.want_token, session.server, is_asked=True))

    def _on_token_wanted(self, session: "Session", failure: Failure) -> None:
        """Ask for a token, except for a tab restored at start-up or left: its notice offers to sign in."""
        is_here = not session.loader.is_by_itself or session.server == self.account.server
        is_asked = is_here and (session is self.cases.shown or session not in self.left)
        self.account.on_token_wanted(session.server, failure, is_asked=is_asked)

    def _on_case_read(self, session: "Session") -> None:
        """Record the account and server that the response shows, and repeat the agent's open question."""
        if (question := session.question) and (message := state_message(question, session.actions)):
            session.message_emitted.emit(msgspec.structs.replace(message, sticky=True))
        self.cases.keep_tabs()
        self.account.note_reach(session.server, reached=True)
        self.account.on_answer(session.server)
        if session.server == self.account.server:
            self.settings_store.change(server=session.server.url)
        self.hosts.learn_from(session)

    def _on_signed_in(self, server: Server) -> None:
        self.settings_store.change(server=server.url)
        self.hosts.learn(server.domain, server)
        for session in list(self.sessions.values()):
            if session.server == server:
                session.go_on()
        self.opener.open_waiting()

    def _on_became(self, known: AccountKnown) -> None:
        for session in list(self.sessions.values()):
            if session.server == known.server:
                session.follow_account(known)
        self.cases.keep_tabs()

    def _on_user(self, server: Server, user: str) -> None:
        """Hide drafts from other users: save theirs and reopen their cases."""
        shown = self.cases.shown
        for session in list(self.sessions.values()):
            if session.server == server and session.case and session.user != user:
                anew = partial(self.cases.open_anew, session, behind=session is not shown)
                self.cases.drafts.keep([session], anew)
            elif session.server == server and session.remembered and session.remembered.user != user:
                session.forget_remembered(user)
