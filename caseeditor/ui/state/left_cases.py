"""The cases that the agent left while their submissions were on their way. No widgets; GUI thread."""

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from caseeditor.domain.case.reference import known_server
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.local.earlier_work import EarlierWork
from caseeditor.domain.local.recent import Tab
from caseeditor.ui.messages.delivery import is_stored_as_sent, state_name, trouble_words
from caseeditor.ui.state.open_cases import OpenCases
from caseeditor.ui.state.open_tabs import has_draft

if TYPE_CHECKING:
    from caseeditor.ui.state.session import Session


class _Trouble(msgspec.Struct, frozen=True):
    """The reasons why a case needs the agent: of a submission that ended, and of a pending one."""

    ended: str = ""
    pending: str = ""


class LeftCases(QObject):
    """Follows each case from the moment that the agent leaves it until its tab comes to the front or closes."""

    changed = Signal()
    """Some case needs the agent now, or no longer."""
    stored = Signal(object)
    """The Session of a case whose submissions are all stored as sent, and which has no other changes."""

    def __init__(self, cases: OpenCases, parent: QObject) -> None:
        super().__init__(parent)
        self._cases = cases
        self._troubles: dict[Session, _Trouble] = {}
        cases.session_added.connect(self._on_added)
        cases.session_closed.connect(self.come_back)

    def __contains__(self, session: "Session") -> bool:
        return session in self._troubles

    def leave(self, session: "Session") -> None:
        """Begin to follow a case."""
        self._set(session, _Trouble(pending=_need(session.question)))

    def come_back(self, session: "Session") -> None:
        """Stop following a case: the agent sees it, or its tab is closed."""
        trouble = self._troubles.pop(session, _Trouble())
        self._mark(session, closes=False)
        if trouble != _Trouble():
            self.changed.emit()

    def stored_tabs(self, begun: EarlierWork) -> tuple[Tab, ...]:
        """Return the tabs of cases that were left in the last run, and have been stored since."""
        return tuple(
            tab
            for tab in begun.tabs
            if tab.is_left
            and (since := _since(tab, begun))
            and all(map(is_stored_as_sent, since))
            and not has_draft(tab, begun.drafts)
        )

    def restore(self, begun: EarlierWork) -> None:
        """Go on following the cases that were left in the last run, except those in front or changed since."""
        for tab in begun.tabs:
            server = known_server(tab.server)
            session = self._cases.session_at(server, tab.case_id) if server and tab.is_left else None
            pending = [each for each in _since(tab, begun) if each.state.is_open]
            if session and session.is_idle and pending and not session.has_draft:
                self._set(session, _Trouble(pending=_need(pending[0])))

    def trouble_of(self, session: "Session") -> str:
        """Name the reason why a left case needs the agent; '' if it does not."""
        trouble = self._troubles.get(session, _Trouble())
        return trouble.ended or trouble.pending

    @property
    def rejected(self) -> "tuple[Session, ...]":
        """The left cases that need the agent after their submission has ended: the outbox does not list them."""
        return tuple(session for session, trouble in self._troubles.items() if trouble.ended)

    def _on_added(self, session: "Session") -> None:
        session.submitter.followed.connect(partial(self._on_news, session))

    def _on_news(self, session: "Session", news: SubmissionUpdate) -> None:
        if session not in self._troubles:
            return
        submission, words = news.submission, trouble_words(news)
        is_over = not submission.state.is_open and news.unkept is None
        before = self._troubles[session]
        pending = ("" if is_over else words) or _need(session.question)
        self._set(session, _Trouble((is_over and words) or before.ended, pending))
        if is_stored_as_sent(submission) and not self.trouble_of(session) and session.is_untouched:
            self.stored.emit(session)

    def _set(self, session: "Session", trouble: _Trouble) -> None:
        before = self._troubles.get(session, _Trouble())
        self._troubles[session] = trouble
        self._mark(session, closes=not trouble.ended)
        if trouble != before:
            self.changed.emit()

    def _mark(self, session: "Session", *, closes: bool) -> None:
        """Record for the next start whether the tab closes by itself."""
        if session.closes_by_itself != closes:
            session.closes_by_itself = closes
            self._cases.keep_tabs()


def _need(submission: Submission | None) -> str:
    """Name the state of a submission that needs the agent; '' if it does not."""
    return state_name(submission.state.value) if submission and submission.state.needs_agent else ""


def _since(tab: Tab, begun: EarlierWork) -> list[Submission]:
    """Return the submissions of a left case, in order; the first pending one holds up the others."""
    return [each for each in begun.since_left if (each.server, each.case_id) == (tab.server, tab.case_id)]
