"""The recent cases and the drafts of the user who is signed in."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.domain.local.recent import RecentCase
from caseeditor.runtime.worker import Outcome, Success, call
from caseeditor.ui.case_lists.recent_model import RememberedModel
from caseeditor.ui.case_lists.row_delegate import when_words
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.workspace import Workspace

if TYPE_CHECKING:
    from caseeditor.ui.state.session import Session

Lines = tuple[RecentCase, ...]
_PAUSE = 200
"""ms: operations that the agent waits for come first."""


class RememberedCases(QObject):
    """Two models, read from the disk whenever their content may have changed. Private to server and user."""

    was_read = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.server: Server | None = None
        """Whose cases they are."""
        self._user = ""
        self.recent = RememberedModel(_opened_words, self)
        self.drafts = RememberedModel(_saved_words, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read)
        self._is_reading = self._is_outdated = False
        self._dates: dict[tuple[Server, str], str] = {}
        """The update_date at which each opened case was last seen."""
        workspace.cases.session_opened.connect(self._on_opened)
        workspace.deliveries.changed.connect(self._update_soon)
        workspace.begun.connect(self.update)
        workspace.account.changed.connect(self.update)

    def update(self) -> None:
        """Read the lists again, once for several calls; rows of another user go at once."""
        account = self._workspace.account
        if self.server and not (account.has_token and (self.server, self._user) == (account.server, account.key)):
            self._show(None, "", ((), ()))
        self._soon.start(0)

    def _update_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start(_PAUSE)

    def _on_opened(self, session: "Session") -> None:
        session.draft.kept_changed.connect(self._update_soon)
        session.submitter.handed_over.connect(self._update_soon)
        session.case_read.connect(lambda: QTimer.singleShot(0, session, lambda: self._see(session)))  # after the paint
        session.glance_ended.connect(lambda: self._see(session))
        session.editor.case_changed.connect(lambda: self._follow(session))

    def _follow(self, session: "Session") -> None:
        """Record the present content of a case: it is no news to the agent the next time."""
        date = self._dates.get((session.server, session.case_id))
        if date is not None and session.server_case and session.server_case.update_date != date:
            self._see(session)

    def _see(self, session: "Session") -> None:
        server, user, case = session.server.url, session.user, session.server_case
        if case is None or session.is_glance:
            return
        self._dates[session.server, session.case_id] = case.update_date
        self._workspace.worker.run(
            call(BackendInterface.record_seen, server, user, case),
            lambda _: self._update_soon(),
            is_update=True,
            owner=self,
        )

    def _read(self) -> None:
        if self._is_reading:
            self._is_outdated = True
            return
        account = self._workspace.account
        if account.server is None or not account.has_token:
            self._show(None, "", ((), ()))
            return
        server, user = account.server, account.key
        self._is_reading, self._is_outdated = True, False
        read = call(BackendInterface.recent_cases, server.url, user)
        self._workspace.worker.run(read, partial(self._on_read, server, user), owner=self)

    def _on_read(self, server: Server, user: str, outcome: Outcome[tuple[Lines, Lines]]) -> None:
        self._is_reading = False
        account = self._workspace.account
        if self._is_outdated or (server, user) != (account.server, account.key):
            self.update()
            return
        if isinstance(outcome, Success):
            self._show(server, user, outcome.value)
        else:  # keep the lists of the last read
            self._soon.start(round(self._workspace.timing.disk_again * 1000))

    def _show(self, server: Server | None, user: str, lines: tuple[Lines, Lines]) -> None:
        if (server, user) != (self.server, self._user):  # the same id is another case at that server
            self.recent.show_lines(())
            self.drafts.show_lines(())
        self.server, self._user = server, user
        self.recent.show_lines(lines[0])
        self.drafts.show_lines(lines[1])
        self.was_read.emit()


def _opened_words(line: RecentCase) -> str:
    return translate("Lists", "opened {0}").format(when_words(line.when))


def _saved_words(line: RecentCase) -> str:
    return translate("Lists", "saved {0}").format(when_words(line.when))
