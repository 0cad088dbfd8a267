"""Steps through a list of cases; cases that are only looked at share one tab."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from caseeditor.domain.case.reference import Server
from caseeditor.ui.state.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from caseeditor.ui.state.session import Session


_WHILE = 2000
"""Milliseconds that a case is on screen until a glance at it counts as reading it."""


class ListStepping(QObject):
    """Opens the next case of a list, and closes the one before if it was opened like that and not changed.

    The tab of such a case is the preview. It becomes a tab of its own by the first change, or if the agent opens it. A
    case that the agent only looks at counts as read after a while, or once it is opened or changed.
    """

    preview_changed = Signal(object)
    """The Session that is the preview, or None."""

    def __init__(self, workspace: Workspace, close: "Callable[[Session], None]", parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._close = close
        self._passing: Session | None = None
        """The session that the last step or preview opened."""
        self._while = QTimer(self)
        self._while.setSingleShot(True)
        self._while.setInterval(_WHILE)
        self._while.timeout.connect(self._end_glance)
        workspace.cases.session_closed.connect(self._on_closed)
        workspace.cases.session_wanted.connect(lambda session: session.end_glance())

    def step_to(self, server: Server, case_id: str) -> None:
        """Open a case, with the focus in it."""
        self._pass_on(server, case_id, lambda: self._workspace.opener.open_listed([(server, case_id)]))
        if session := self._workspace.cases.session_at(server, case_id):
            session.end_glance()

    def preview(self, server: Server, case_id: str, show: "Callable[[Session], None]") -> None:
        """Open a case and pass its session to `show`; the focus stays where it is."""

        def look() -> None:
            cases = self._workspace.cases
            is_new = cases.session_at(server, case_id) is None
            cases.open(server, case_id, behind=True)
            if session := cases.session_at(server, case_id):
                if is_new:
                    self._begin_glance(session)
                show(session)

        self._pass_on(server, case_id, look)

    def is_preview(self, session: "Session") -> bool:
        """Tell whether the tab of a case is the preview."""
        return session is self._passing

    def keep(self, cases: "Iterable[tuple[Server, str]]") -> None:
        """Make the preview a tab of its own if it is one of these cases."""
        if self._passing and (self._passing.server, self._passing.case_id) in set(cases):
            self._passing.end_glance()
            self._set(None)

    def _begin_glance(self, session: "Session") -> None:
        session.is_glance = True
        self._while.stop()
        session.case_read.connect(self._while.start)

    def _end_glance(self) -> None:
        front = self._workspace.cases.shown
        if front and front is self._passing:
            front.end_glance()

    def _pass_on(self, server: Server, case_id: str, do: "Callable[[], None]") -> None:
        passed = self._passing
        is_open = (server, case_id) in self._workspace.sessions
        do()
        session = self._workspace.sessions.get((server, case_id))
        if session and session is passed:
            return
        self._set(None if is_open else session)
        if passed and passed in self._workspace.sessions.values() and passed.is_untouched:
            self._close(passed)

    def _set(self, session: "Session | None") -> None:
        if self._passing:
            self._passing.editor.edit_changed.disconnect(self._on_edit)
        self._passing = session
        if session:
            session.editor.edit_changed.connect(self._on_edit)
        self.preview_changed.emit(session)

    def _on_edit(self) -> None:
        if self._passing and not self._passing.is_untouched:
            self._passing.end_glance()
            self._set(None)

    def _on_closed(self, session: "Session") -> None:
        if session is self._passing:
            self._set(None)
