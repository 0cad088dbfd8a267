"""What the window works on: the account in use, the cases that are open, and how a case is found. GUI thread."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import (
    AddressError,
    CaseRef,
    Server,
    canonical_domains,
    known_server,
    link_domain,
    parse_case,
    parse_cases,
    shown_domain,
)
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.wrong_case_guard import Suspicion, suspicions
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.recent import Tab
from caseeditor.domain.local.whose import AccountKnown
from caseeditor.domain.timeouts import Timing
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call
from caseeditor.ui.main_window.data_notices import DataNotices
from caseeditor.ui.messages.delivery import state_message
from caseeditor.ui.messages.message import Message, MessageAction, Severity
from caseeditor.ui.messages.texts import address_words, fault_words, translate
from caseeditor.ui.state.account import Account, SignIn, unknown_words
from caseeditor.ui.state.delivery_tracker import DeliveryTracker
from caseeditor.ui.state.draft_saver import DraftSaver
from caseeditor.ui.state.open_tabs import OpenTabs, has_draft
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_context import SessionContext

if TYPE_CHECKING:
    from caseeditor.domain.local.earlier_work import EarlierWork
    from caseeditor.domain.local.settings import Settings
    from caseeditor.ui.state.session_values import ClosedCaseState

_MOST_LEFT = 50
AT_ONCE = 20
"""Cases that are opened at once."""


class Workspace(QObject):
    """Opens cases as sessions. It owns the settings; the window follows its signals."""

    session_opened = Signal(object)
    session_begun = Signal(object)
    """A new Session that the agent asked for: it comes to the front."""
    session_wanted = Signal(object)
    """A Session that is open already."""
    session_restored = Signal(object)
    """A Session that was shown when the program was closed."""
    session_made_ahead = Signal(object)
    """A Session without a case, for the one that is opened next."""
    session_closed = Signal(object)
    """A Session that is about to go."""
    message_emitted = Signal(object)
    """A Message that is about no open case."""
    leave_wanted = Signal()
    """The data is from a newer version: it is not touched, and this version can't work beside it."""
    begun = Signal()
    """What an earlier start left is there."""
    settings_changed = Signal()

    def __init__(
        self,
        worker: "BackgroundWorker[BackendInterface]",
        settings: "Settings",
        timing: Timing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self.timing = timing
        self.settings = msgspec.structs.replace(settings, domains=canonical_domains(settings.domains))
        self.locked: frozenset[str] = frozenset()
        """The settings that an administrator fixed, by name."""
        self.account = Account(worker, self)
        self.account.message_emitted.connect(self.message_emitted)
        self.account.signed_in.connect(self._on_signed_in)
        self.account.became.connect(self._on_became)
        self.account.user_known.connect(self._on_user)
        used = map(known_server, (settings.server, *settings.domains.values()))
        self.account.know(*filter(None, used))
        self._context = SessionContext(
            find_suspicions=self._suspicions,
            key_now=self.account.key_now,
            stamp=lambda: self.settings.stamp,
            columns=lambda: self.settings.columns,
            keep_columns=lambda widths: self.change_settings(columns=widths),
        )
        self.sessions: dict[tuple[Server, str], Session] = {}
        self.deliveries = DeliveryTracker(worker, self.account, self.session_at, self)
        self.deliveries.message_emitted.connect(self.message_emitted)
        self._data_notices = DataNotices(worker, self.begun, self)
        self._data_notices.message_emitted.connect(self.message_emitted)
        self._ahead: Session | None = None
        self._savers: dict[Session, DraftSaver] = {}
        self._left: dict[tuple[Server, str], ClosedCaseState] = {}
        self._asked: list[CaseRef] = []
        self._waiting: list[CaseRef] = []
        self._tabs = OpenTabs(worker, self)
        self._unread: StorageProblem | None = None
        """Why the disk could not be read when it was tried last."""

    def start(self, server: Server | None, cases: tuple[str, ...]) -> None:
        """Begin with a server (None: none is known) and the cases named at the start, each as open_text takes it."""
        self.account.begin(server)
        server = self.account.server  # another one, or none, where a policy wants it so
        self.worker.run(call(BackendInterface.used_servers), self._on_used)
        for case in cases:
            self.open_text(case)
        if server is None:
            self.account.want_token(None)
        elif not self.sessions:
            self.account.look_for_token()
        self._begin()

    def _begin(self) -> None:
        self.worker.run(call(BackendInterface.begin), self._on_begun)

    def start_by_link(self, named: Server, server: Server | None, cases: tuple[str, ...]) -> None:
        """Begin with the server that was named beside a link, if the agent has used it before; else with `server`."""
        if self.account.is_known(named):
            self.start(named, cases)
        elif server:
            self.start(server, ())
            self.open_handed(named, cases)
        else:

            def on_found(outcome: "Outcome[bool]") -> None:
                if outcome == Success(value=True):
                    self.start(named, cases)
                else:
                    self.start(None, ())
                    self._open_handed(named, cases)

            self.worker.run(call(BackendInterface.has_used, named), on_found)

    def _on_used(self, outcome: "Outcome[tuple[Server, ...]]") -> None:
        if isinstance(outcome, Success):
            self.account.know(*outcome.value)

    def _on_begun(self, outcome: "Outcome[EarlierWork]") -> None:
        """Restore what an earlier start left; a disk that can't be read is asked until it can."""
        if not isinstance(outcome, Success):
            return
        begun = outcome.value
        if begun.fault:
            self._on_unread(begun.fault)
            return
        if self._unread:
            self._unread = None
            self.message_emitted.emit(Message(translate("Workspace", "Drafts and pending submissions are here again.")))
        self.worker.run(call(BackendInterface.tidy, self.settings.keep_days))
        self._restore(begun)
        self.begun.emit()

    def _on_unread(self, fault: StorageProblem) -> None:
        if fault is not self._unread:
            self._unread = fault
            text = translate("Workspace", "NOT saved: {0} Drafts and pending submissions couldn't be read.")
            lines = (translate("Workspace", "Trying again. What you type is kept in this window only."),)
            self.message_emitted.emit(Message(text.format(fault_words(fault)), Severity.ERROR, lines))
        if fault is StorageProblem.NEWER:
            self.leave_wanted.emit()
        else:
            QTimer.singleShot(round(self.timing.disk_again * 1000), self, self._begin)

    def _restore(self, begun: "EarlierWork") -> None:
        """Open again what was open; it is loaded when it is shown."""
        left: list[Session] = []
        is_busy = bool(self.sessions)
        for tab in begun.tabs:
            server = known_server(tab.server)
            if server is None:
                continue
            if session := self.sessions.get((server, tab.case_id)):  # named at this start, which knows less of it
                session.remember(tab, has_draft=has_draft(tab, begun.drafts))
            else:
                session = self._add(server, tab.case_id, tab)
                session.has_draft = has_draft(tab, begun.drafts)
                self.session_opened.emit(session)
                left.append(session)
            if self.account.is_another(server, tab.user):
                session.forget_remembered("")
        self._tabs.begin(begun.tabs)
        if left and not is_busy:
            active = [session for session in left if session.remembered and session.remembered.is_active]
            self.session_restored.emit((active or left)[0])
        self.keep_tabs()

    # Cases.

    def session_at(self, server: Server, case_id: str) -> Session | None:
        """Return the session of a case that is open."""
        return self.sessions.get((server, case_id))

    def open_text(self, text: str) -> bool:
        """Open what stands in Case id or link, one or several; tells whether all of it names cases."""
        cases, wrong = parse_cases(text)
        if wrong:
            self.message_emitted.emit(Message(address_words(wrong[0]), Severity.ERROR))
            return False
        self._open_several(cases)
        return True

    def _open_several(self, cases: Sequence[CaseRef]) -> None:
        for place, case in enumerate(cases[:AT_ONCE]):
            self.open_case(case, behind=place > 0)
        self._tell_too_many(len(cases))

    def open_case(self, case: CaseRef, *, behind: bool = False) -> None:
        """Open a case, or show it when it is open. A link to an unknown host is asked about, once."""
        server = self._server_for(case.domain)
        if server:
            self._open(server, case.id, behind=behind)
        elif self.account.server:
            self._ask_about(case)
        else:
            self._waiting.append(case)
            self._want_token_for(case)

    def open_listed(self, cases: Sequence[tuple[Server, str]]) -> None:
        """Open cases that were chosen in a list or dropped here; the first comes to the front."""
        for place, (server, case_id) in enumerate(cases[:AT_ONCE]):
            self._open(server, case_id, behind=place > 0)
        self._tell_too_many(len(cases))

    def open_lines(self, text: str) -> None:
        """Open what was dropped on the window: an id or a link a line."""
        cases, wrong = parse_cases(text)
        self._open_several(cases)
        if wrong:
            self.message_emitted.emit(Message(address_words(wrong[0]), Severity.ERROR))

    def _tell_too_many(self, count: int) -> None:
        if count > AT_ONCE:
            text = translate("Workspace", "Only the first {0} of {1} cases were opened.").format(AT_ONCE, count)
            self.message_emitted.emit(Message(text, Severity.WARNING))

    def open_handed(self, server: Server | None, cases: tuple[str, ...]) -> None:
        """Open what another start of the program was asked for; ids belong to its server where it named one.

        A link may have started it: a server that the agent never used is asked about, as one that a link leads to.
        """
        if server is None or self.account.is_known(server):
            self._open_handed(server, cases)
            return

        def on_found(outcome: "Outcome[bool]") -> None:
            if outcome == Success(value=True):
                self.account.know(server)
            self._open_handed(server, cases)

        self.worker.run(call(BackendInterface.has_used, server), on_found)

    def _open_handed(self, server: Server | None, cases: tuple[str, ...]) -> None:
        for text in cases:
            try:
                case = parse_case(text)
            except AddressError as error:
                self.message_emitted.emit(Message(address_words(error), Severity.ERROR))
                continue
            if server is None or case.domain not in ("", server.domain):
                self.open_case(case)
            elif self.account.is_known(server):
                self._open(server, case.id)
            else:
                self.open_case(CaseRef(case.id, server.domain))

    def open_at(self, url: str, case_id: str) -> None:
        """Open a case of a list: what it lists is of servers that the agent uses."""
        if server := known_server(url):
            self.account.know(server)
            self._open(server, case_id)

    def _open(self, server: Server, case_id: str, *, behind: bool = False) -> None:
        """Open a case in a tab of its own; `behind` what the agent is at."""
        key = (server, case_id)
        if key in self.sessions:
            session = self.sessions[key]
            if not behind:
                self.session_wanted.emit(session)
            if session.case is None and not session.is_reading:
                session.load()
            return
        session = self._add(server, case_id, None)
        session.load()  # the server is at work while the view is made
        self.session_opened.emit(session)
        if not behind:
            self.session_begun.emit(session)
        self.keep_tabs()

    def _add(self, server: Server, case_id: str, left: Tab | None) -> Session:
        """Make the session of a case; `left` is what an earlier start left of it."""
        session = self._ahead
        if session and not left and session.server == server:
            self._ahead = None
            session.assign(case_id)
        else:
            session = Session(self.worker, server, case_id, self._context, self)
        session.take_up(left, self._left.pop((server, case_id), None))
        self.sessions[server, case_id] = session
        self._savers[session] = DraftSaver(self.worker, session, self.timing)
        session.case_read.connect(lambda: self._learn(session))
        session.out_of_reach.connect(lambda: self.account.note_reach(session.server, reached=False))
        session.token_wanted.connect(partial(self._on_token_wanted, session))
        return session

    def preload(self) -> None:
        """Make what the next case is opened with, while nobody waits: its view is a third of what opening takes."""
        server = self.account.server
        is_busy = any(session.is_reading for session in self.sessions.values())  # it comes after that
        if server and not is_busy and (self._ahead is None or self._ahead.server != server):
            if self._ahead:
                self._ahead.deleteLater()
            self._ahead = Session(self.worker, server, "", self._context, self)
            self.session_made_ahead.emit(self._ahead)

    def _on_token_wanted(self, session: Session, failure: Failure) -> None:
        """Ask for a token, but not for a tab that came back by itself: its notice offers to sign in."""
        is_asked = not session.loader.is_by_itself or session.server == self.account.server
        self.account.on_token_wanted(session.server, failure, is_asked=is_asked)

    @property
    def shown(self) -> Session | None:
        """Return the session that is in front."""
        return self._tabs.active

    def show_session(self, session: Session | None) -> None:
        """Note which session is shown; one that an earlier start left is loaded now."""
        self._tabs.active = session
        if session and session.is_idle:
            session.load(by_itself=True)
        self.keep_tabs()

    def arrange(self, sessions: Iterable[Session]) -> None:
        """Note the order of the tabs."""
        self.sessions = {(session.server, session.case_id): session for session in sessions}
        self.keep_tabs()

    def keep_tabs(self) -> None:
        """Have the next start find what is open."""
        self._tabs.keep(self.sessions.values())

    def close_session(self, session: Session) -> None:
        """Forget a case whose tab is closed; its draft stays."""
        if session not in self._savers:  # two things led to it
            return
        session.cancel_reading()
        self._leave_steps(session)
        self._savers.pop(session)
        self.sessions.pop((session.server, session.case_id), None)
        self.keep_tabs()
        self.session_closed.emit(session)
        session.deleteLater()

    def take_away(self, server: Server) -> tuple[Tab, ...]:
        """Close all cases of a server; returns their tabs, to be brought back."""
        sessions = [session for session in self.sessions.values() if session.server == server]
        tabs = self._tabs.tabs_of(sessions)
        for session in sessions:
            self.close_session(session)
        return tabs

    def bring_back(self, tabs: Iterable[Tab], old: Server, new: Server) -> None:
        """Open again what was taken away, at the address that its server has now."""
        left: dict[bool, Session] = {}
        for tab in tabs:
            if (old, tab.case_id) in self._left:
                self._left[new, tab.case_id] = self._left.pop((old, tab.case_id))
            if (new, tab.case_id) not in self.sessions:
                session = self._add(new, tab.case_id, msgspec.structs.replace(tab, server=new.url))
                self.session_opened.emit(session)
                left.setdefault(tab.is_active, session)
        if left:
            self.session_restored.emit(left.get(True) or left[False])
        self.keep_tabs()

    def follow(self, old: Server, new: Server) -> None:
        """Have the settings know the address that a server moved to: links to its old one lead there too."""
        domains = {domain: new.url if url == old.url else url for domain, url in self.settings.domains.items()}
        is_used = self.settings.server == old.url
        server = new.url if is_used else self.settings.server
        self.change_settings(server=server, domains={**domains, old.domain: new.url, new.domain: new.url})
        self.account.follow(old, new)

    def _leave_steps(self, session: Session) -> None:
        """Keep the steps of a case that is closed, for when it is opened again; those of the last few."""
        if left := session.closed_state():
            self._left[session.server, session.case_id] = left
            while len(self._left) > _MOST_LEFT:
                self._left.pop(next(iter(self._left)))

    def _suspicions(self, case: Case, edit: Edit) -> tuple[Suspicion, ...]:
        """Look for what in a case's notes may be meant for another case that is open."""
        others = [session.case for session in self.sessions.values() if session.case]
        return suspicions(case, edit, others)

    def is_kept(self) -> bool:
        """Tell whether all that was typed is on disk."""
        return all(saver.is_kept for saver in self._savers.values())

    def keep(self, sessions: Iterable[Session], then: Callable[[], None]) -> None:
        """Have what was typed in these cases on disk, then go on; `unkept` tells where the disk did not take it.

        What is typed in one of them while another is being saved counts too.
        """
        every = tuple(sessions)
        waiting = set(every)

        def on_kept(session: Session) -> None:
            waiting.discard(session)
            if waiting:
                return
            savers = [(each, self._savers[each]) for each in every if each in self._savers]
            if any(not (saver.is_kept or each.kept.fault) for each, saver in savers):
                self.keep((each for each, _ in savers), then)
            else:
                then()

        for session in tuple(waiting):
            self._savers[session].finish(partial(on_kept, session))

    def save_all(self) -> None:
        """Have every draft on disk: the program closes."""
        for saver in self._savers.values():
            saver.save()

    def unkept(self) -> tuple[Session, ...]:
        """Return the sessions with text that the disk did not take."""
        return tuple(session for session in self._savers if session.kept.fault and session.list_changes())

    def take_offer(self, offer: MessageAction, server: Server | None = None) -> None:
        """Do what the agent chose beside a message."""
        asked, self._asked = self._asked, []
        here = self.account.server
        if offer is MessageAction.OPEN_HERE and asked and here:
            self._know(asked[-1].domain, here)
            for case in asked:
                self.open_case(case)
        elif offer is MessageAction.SIGN_IN_THERE and asked:
            self._waiting += asked
            self._want_token_for(asked[-1])
        elif offer is MessageAction.SIGN_IN:
            self.account.want_token(server or here, is_asked=True)

    def _server_for(self, domain: str) -> Server | None:
        here = self.account.server
        if here and domain in ("", here.domain):
            return here
        return known_server(self.settings.domains.get(domain, ""))

    def _want_token_for(self, case: CaseRef) -> None:
        """Ask for a token of the server that has a case; where a link leads is said, and left to the agent to type."""
        why = unknown_words(shown_domain(case.domain)) if case.domain else ""
        self.account.sign_in_wanted.emit(SignIn("", why, is_asked=True))

    def _ask_about(self, case: CaseRef) -> None:
        here = self.account.server.shown if self.account.server else ""
        self._asked.append(case)
        text = translate(
            "Workspace", "This link leads to {0}, but you are signed in to {1}. Does {0} show the cases of {1}?"
        ).format(shown_domain(case.domain), here)
        self.message_emitted.emit(
            Message(text, Severity.WARNING, offers=(MessageAction.OPEN_HERE, MessageAction.SIGN_IN_THERE))
        )

    def _learn(self, session: Session) -> None:
        """Remember where a server's pages are: not always where its API is. Ask again what the agent was asked."""
        if (question := session.question) and (message := state_message(question)):
            session.message_emitted.emit(msgspec.structs.replace(message, sticky=True))
        self.keep_tabs()
        self.account.note_reach(session.server, reached=True)
        self.account.on_answer(session.server)
        if session.server == self.account.server:
            self.change_settings(server=session.server.url)
        domain = link_domain(session.case.url) if session.case else ""
        if domain and self._server_for(domain) is None:
            self._know(domain, session.server)
        if session.server.domain not in self.settings.domains:
            self._know(session.server.domain, session.server)

    def _know(self, domain: str, server: Server) -> None:
        self.change_settings(domains={**self.settings.domains, domain: server.url})

    def _on_signed_in(self, server: Server) -> None:
        self.change_settings(server=server.url)
        self._know(server.domain, server)
        waiting, self._waiting = self._waiting, []
        for session in list(self.sessions.values()):
            if session.server == server:
                session.go_on()
        for case in waiting:
            self.open_case(case)

    def _on_became(self, known: AccountKnown) -> None:
        """Let what is open follow its account, whose key is another one now, and take in what has come to it."""
        drafts = {moved.draft.case_id: moved for moved in known.drafts}
        for session in list(self.sessions.values()):
            if session.server != known.server:
                continue
            moved = drafts.get(session.case_id)
            if session.user in known.was:
                session.become(known.user, moved.there if moved else None, has_moved=moved is not None)
            elif session.case and session.user == known.user.key:
                session.become(known.user, moved.draft if moved else None, has_moved=moved is not None)
            if session.remembered and session.remembered.user in known.was:
                session.remembered = msgspec.structs.replace(session.remembered, user=known.user.key)
                session.has_draft = session.has_draft or moved is not None
        self.keep_tabs()

    def _on_user(self, server: Server, user: str) -> None:
        """Show nobody another one's drafts: what is open of them is kept as theirs, and the case opened anew."""
        shown = self.shown
        for session in list(self.sessions.values()):
            if session.server == server and session.case and session.user != user:
                self.keep([session], partial(self._open_anew, session, behind=session is not shown))
            elif session.server == server and session.remembered and session.remembered.user != user:
                session.forget_remembered(user)

    def _open_anew(self, session: Session, *, behind: bool) -> None:
        if session in self._savers and session not in self.unkept():
            self.close_session(session)
            self._open(session.server, session.case_id, behind=behind)

    # Settings.

    def remember_window(self, geometry: str, arrangement: str) -> None:
        """Keep where the window and its panes are (base64)."""
        self.change_settings(geometry=geometry, arrangement=arrangement)

    def change_settings(self, **changed: object) -> None:
        """Have these settings from now on, and at the next start; those that a policy locks stay."""
        free = {name: value for name, value in changed.items() if name not in self.locked}
        new = msgspec.structs.replace(self.settings, **free)
        if new != self.settings:
            self.settings = new
            self.settings_changed.emit()
