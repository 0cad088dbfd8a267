"""Closes tabs and the window. Text that could not be saved is asked about first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caseeditor.ui.application.attention import Attention
from caseeditor.ui.main_window.tabs.case_tabs import CaseTabs
from caseeditor.ui.state.workspace import Workspace

if TYPE_CHECKING:
    from caseeditor.ui.main_window.batch_tabs import BatchTabs
    from caseeditor.ui.state.session import Session


class Closing(QObject):
    """Drafts are saved first; the prompts of `close_prompts` come only where that failed.

    `batches`, once they are there, are saved after the drafts.
    """

    def __init__(self, window: QWidget, workspace: Workspace, tabs: CaseTabs, attention: Attention) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._tabs = tabs
        self._attention = attention
        self._is_decided = False
        self.batches: BatchTabs | None = None
        tabs.close_wanted.connect(self.close_session)
        workspace.leave_wanted.connect(self._explain_newer)

    def close_session(self, session: "Session") -> None:
        """Close the tab of a case; its draft is kept."""
        if view := self._tabs.view_of(session):
            view.commit_open_editors()
        self._workspace.cases.drafts.keep([session], lambda: self._leave_session(session))

    def close_at_once(self) -> None:
        """Close the window without asking: the system wants it."""
        self._is_decided = True
        self._window.close()

    def may_close(self) -> bool:
        """Tell whether the window closes now. If not, the drafts are being saved, and it closes afterwards."""
        self._tabs.commit_open_editors()
        if self._is_decided:
            return True
        if not self._workspace.cases.drafts.is_kept():
            self._workspace.cases.drafts.keep(self._workspace.sessions.values(), self._leave)
            return False
        if self.batches is None or not self.batches.unsaved:
            return True
        self.batches.settle(self._leave_batches)
        return False

    def _leave_session(self, session: "Session") -> None:
        from caseeditor.ui.main_window.close_prompts import leave  # noqa: PLC0415 - a message box is slow to import: not at start

        unkept = [session] if session in self._workspace.cases.drafts.unkept() else []
        leave(self._window, unkept, lambda: self._workspace.cases.close_session(session))

    def _leave(self) -> None:
        from caseeditor.ui.main_window.close_prompts import leave  # noqa: PLC0415 - as above

        def then() -> None:
            if self.batches:
                self.batches.settle(self._leave_batches)
            else:
                self.close_at_once()

        leave(self._window, self._workspace.cases.drafts.unkept(), then)

    def _leave_batches(self) -> None:
        from caseeditor.ui.main_window.close_prompts import leave_batches  # noqa: PLC0415 - as above

        leave_batches(self._window, self.batches.unsaved if self.batches else (), self.close_at_once)

    def _explain_newer(self) -> None:
        from caseeditor.ui.main_window.close_prompts import explain_newer  # noqa: PLC0415 - as above

        self._attention.bring(lambda: explain_newer(self._window), None)
