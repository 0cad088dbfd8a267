"""The open cases, each a session. No widgets; GUI thread."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server, known_server
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.wrong_case_guard import Suspicion, suspicions
from caseeditor.domain.local.earlier_work import EarlierWork
from caseeditor.domain.local.recent import Tab
from caseeditor.domain.local.settings import pinned_with
from caseeditor.domain.timeouts import Timing
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.ui.state.account import Account
from caseeditor.ui.state.draft_savers import DraftSavers
from caseeditor.ui.state.open_tabs import OpenTabs, has_draft
from caseeditor.ui.state.session_parts.session_context import CaseArrangement, SessionContext
from caseeditor.ui.state.settings_store import SettingsStore

if TYPE_CHECKING:
    from caseeditor.domain.fields.schema import Schema
    from caseeditor.domain.local.settings import Settings
    from caseeditor.ui.state.session import Session
    from caseeditor.ui.state.session_parts.session_values import ClosedCaseState
    from caseeditor.ui.state.spelling import Spelling

_MOST_CLOSED = 50
"""Maximum number of closed cases whose undo steps are kept."""
_SOON = 100
"""ms: a case is usually read by then, and the tabs are saved with its subject."""


class OpenCases(QObject):
    """Creates and closes sessions; the window follows its signals."""

    session_added = Signal(object)
    """Each Session created, for followers of all sessions."""
    session_opened = Signal(object)
    session_begun = Signal(object)
    """A new Session to bring to the front, opened by the agent."""
    session_wanted = Signal(object)
    """A Session that was open already."""
    session_restored = Signal(object)
    """The restored Session that was in front."""
    session_made_ahead = Signal(object)
    """A Session without a case, prepared for the next one to be opened."""
    session_closed = Signal(object)
    """A Session about to be closed."""

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of the workspace that it needs
        self,
        worker: BackgroundWorker[BackendInterface],
        settings: SettingsStore,
        account: Account,
        timing: Timing,
        spelling: "Callable[[], Spelling]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._account = account
        self._context = SessionContext(
            find_suspicions=self._find_suspicions,
            key_now=account.key_now,
            stamp=lambda: settings.current.stamp,
            schema=lambda: self._schema_beside(settings.current.stamp.strip()),
            columns=lambda: settings.current.columns,
            keep_columns=lambda widths: settings.change(columns=widths),
            pinned=lambda server: settings.current.pinned.get(server.url, ()),
            keep_pinned=lambda server, names: settings.change(pinned=pinned_with(settings.current, server.url, names)),
            arrangement=lambda: _arrangement(settings.current),
            keep_side_width=lambda width: settings.change(side_width=width),
            spelling=spelling,
            keep_all_in_front=lambda is_in_front: settings.change(all_in_front=is_in_front),
        )
        self.schema: Schema | None = None
        """The administrator's description of attributes; set once, before the first case is opened."""
        self._stamped: tuple[Schema, str, Schema] | None = None
        """The description, the stamp's name, and the description without its rules."""
        self.sessions: dict[tuple[Server, str], Session] = {}
        self.drafts = DraftSavers(worker, timing)
        self._tabs = OpenTabs(worker, self)
        self._ahead: Session | None = None
        self._closed: dict[tuple[Server, str], ClosedCaseState] = {}

    def session_at(self, server: Server, case_id: str) -> "Session | None":
        """Return the session of an open case."""
        return self.sessions.get((server, case_id))

    @property
    def shown(self) -> "Session | None":
        """The session in front."""
        return self._tabs.active

    def _schema_beside(self, stamp: str) -> "Schema | None":
        """Return the description without rules for the stamp, which each submission sets."""
        schema = self.schema
        if schema is None or stamp not in schema.fields:
            return schema
        if self._stamped is None or self._stamped[0] is not schema or self._stamped[1] != stamp:
            self._stamped = schema, stamp, schema.without_rules(stamp)
        return self._stamped[2]

    # Opening.

    def open(self, server: Server, case_id: str, *, behind: bool = False) -> None:
        """Open a case in a tab of its own, or show it if open; with `behind`, the current tab stays in front."""
        if session := self.session_at(server, case_id):
            if not behind:
                self.session_wanted.emit(session)
            if session.case is None and not session.is_reading:
                session.load()
            return
        session = self.add(server, case_id, None)
        session.load()  # the request runs while the view is built
        self.session_opened.emit(session)
        if not behind:
            self.session_begun.emit(session)
        self._keep_tabs_soon()

    def add(self, server: Server, case_id: str, tab: Tab | None) -> "Session":
        """Create the session of a case; `tab` is from the last run."""
        session = self._ahead
        if session and not tab and session.server == server:
            self._ahead = None
            session.assign(case_id)
        else:
            session = self._make(server, case_id)
        session.take_up(tab, self._closed.pop((server, case_id), None))
        self.sessions[server, case_id] = session
        self.drafts.add(session)
        self.session_added.emit(session)
        return session

    def preload(self) -> None:
        """Prepare the next case's session while idle: its view takes a third of the time to open a case."""
        server = self._account.server
        is_busy = any(session.is_reading for session in self.sessions.values())  # prepared after that
        if server and not is_busy and (self._ahead is None or self._ahead.server != server):
            if self._ahead:
                self._ahead.deleteLater()
            self._ahead = self._make(server, "")
            self.session_made_ahead.emit(self._ahead)

    def _make(self, server: Server, case_id: str) -> "Session":
        from caseeditor.ui.state.session import Session  # noqa: PLC0415 - the window is up before

        return Session(self._worker, server, case_id, self._context, self)

    def restore(self, begun: EarlierWork, without: Collection[Tab] = ()) -> None:
        """Restore the tabs of the last run, except some; each case is loaded when its tab is shown."""
        left: list[Session] = []
        is_busy = bool(self.sessions)
        for tab in begun.tabs:
            server = known_server(tab.server)
            if server is None or tab in without:
                continue
            if session := self.session_at(server, tab.case_id):  # named at this start, with less information
                session.remember(tab, has_draft=has_draft(tab, begun.drafts))
            else:
                session = self.add(server, tab.case_id, tab)
                session.has_draft = has_draft(tab, begun.drafts)
                self.session_opened.emit(session)
                left.append(session)
            if self._account.is_another(server, tab.user):
                session.forget_remembered("")
        self._tabs.begin(begun.tabs)
        if left and not is_busy:
            active = [session for session in left if session.remembered and session.remembered.is_active]
            self.session_restored.emit((active or left)[0])
        self.keep_tabs()

    # Tabs.

    def show_session(self, session: "Session | None") -> None:
        """Record the session in front, and load a restored one."""
        self._tabs.active = session
        if session and session.is_idle:
            session.load(by_itself=True)
        if session and session.is_reading:
            self._keep_tabs_soon()
        else:
            self.keep_tabs()

    def arrange(self, sessions: "Iterable[Session]") -> None:
        """Record the order of the tabs."""
        self.sessions = {(session.server, session.case_id): session for session in sessions}
        self.keep_tabs()

    def keep_tabs(self) -> None:
        """Save the open tabs for the next start."""
        self._tabs.keep(self.sessions.values())

    def _keep_tabs_soon(self) -> None:
        """Save the tabs in a while: a draft that is being read must not wait for the disk."""
        QTimer.singleShot(_SOON, self, self.keep_tabs)

    # Closing.

    def close_session(self, session: "Session") -> None:
        """Forget a case whose tab was closed; its draft stays."""
        if session not in self.drafts:  # closed for two reasons
            return
        session.stop_reading()
        self._keep_closed(session)
        self.drafts.remove(session)
        self.sessions.pop((session.server, session.case_id), None)
        self.keep_tabs()
        self.session_closed.emit(session)
        session.deleteLater()

    def open_anew(self, session: "Session", *, behind: bool) -> None:
        """Close a case whose draft is on disk, and reopen it."""
        if session in self.drafts and session not in self.drafts.unkept():
            self.close_session(session)
            self.open(session.server, session.case_id, behind=behind)

    def take_away(self, server: Server) -> tuple[Tab, ...]:
        """Close all cases of a server; returns their tabs for reopening."""
        sessions = [session for session in self.sessions.values() if session.server == server]
        tabs = self._tabs.tabs_of(sessions)
        for session in sessions:
            self.close_session(session)
        return tabs

    def bring_back(self, tabs: Iterable[Tab], old: Server, new: Server) -> None:
        """Reopen these cases at the server's current address."""
        left: dict[bool, Session] = {}
        for tab in tabs:
            if (old, tab.case_id) in self._closed:
                self._closed[new, tab.case_id] = self._closed.pop((old, tab.case_id))
            if (new, tab.case_id) not in self.sessions:
                session = self.add(new, tab.case_id, msgspec.structs.replace(tab, server=new.url))
                self.session_opened.emit(session)
                left.setdefault(tab.is_active, session)
        if left:
            self.session_restored.emit(left.get(True) or left[False])
        self.keep_tabs()

    def _keep_closed(self, session: "Session") -> None:
        """Keep the undo steps of a closed case for reopening; those of the last few cases."""
        if closed := session.closed_state():
            self._closed[session.server, session.case_id] = closed
            while len(self._closed) > _MOST_CLOSED:
                self._closed.pop(next(iter(self._closed)))

    def _find_suspicions(self, case: Case, edit: Edit) -> tuple[Suspicion, ...]:
        """Find notes of a case that seem meant for another open case."""
        others = [session.case for session in self.sessions.values() if session.case]
        return suspicions(case, edit, others)


def _arrangement(settings: "Settings") -> CaseArrangement:
    return CaseArrangement(
        settings.side_width, settings.side_shown, settings.attributes_in_middle, settings.all_in_front
    )
