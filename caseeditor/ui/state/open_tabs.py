"""Remembers the open cases, their order, and the case in front."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.local.recent import Tab
from caseeditor.runtime.worker import call

if TYPE_CHECKING:
    from caseeditor.runtime.worker import BackgroundWorker
    from caseeditor.ui.state.session import Session


class OpenTabs(QObject):
    """Saves the tabs whenever they change, but not before those of the last run were read."""

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._kept: tuple[Tab, ...] | None = None
        self.active: Session | None = None
        """The session in front."""

    def begin(self, tabs: tuple[Tab, ...]) -> None:
        """Take the tabs on disk as the state to compare with; saving starts now."""
        self._kept = tabs

    def keep(self, sessions: "Iterable[Session]") -> None:
        """Save the tabs if they have changed."""
        tabs = self.tabs_of(sessions)
        if self._kept is None or tabs == self._kept:
            return
        self._kept = tabs
        self._worker.run(call(BackendInterface.save_tabs, tabs), is_update=True)

    def tabs_of(self, sessions: "Iterable[Session]") -> tuple[Tab, ...]:
        """Return sessions as they are saved."""
        return tuple(self._tab(session) for session in sessions)

    def _tab(self, session: "Session") -> Tab:
        is_active = session is self.active
        if session.case is None and session.remembered:
            left = session.remembered
            return Tab(left.server, left.case_id, left.user, left.subject, is_active, session.closes_by_itself)
        subject, is_left = session.subject_read, session.closes_by_itself
        return Tab(session.server.url, session.case_id, session.user, subject, is_active, is_left)


def has_draft(tab: Tab, drafts: Iterable[Draft]) -> bool:
    """Tell whether a tab's case has a draft."""
    key = (tab.server, tab.user, tab.case_id)
    return any((draft.server, draft.user, draft.case_id) == key for draft in drafts)
