"""Steps through a list of cases; cases that are only looked at share one tab."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caseeditor.domain.case.reference import Server
from caseeditor.ui.state.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.ui.state.session import Session


class ListStepping(QObject):
    """Opens the next case of a list, and closes the one before if it was opened like that and not changed."""

    def __init__(self, workspace: Workspace, close: "Callable[[Session], None]", parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._close = close
        self._passing: Session | None = None
        """The session that the last step opened."""

    def step_to(self, server: Server, case_id: str) -> None:
        passed, self._passing = self._passing, None
        is_open = (server, case_id) in self._workspace.sessions
        self._workspace.opener.open_listed([(server, case_id)])
        if not is_open:
            self._passing = self._workspace.sessions.get((server, case_id))
        if passed and passed in self._workspace.sessions.values() and passed.is_untouched:
            self._close(passed)
