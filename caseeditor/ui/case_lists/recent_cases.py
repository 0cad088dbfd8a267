"""The recent cases and the drafts of whoever is signed in, as they come and go."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.domain.local.recent import Remembered
from caseeditor.runtime.worker import Outcome, Success, call
from caseeditor.ui.case_lists.recent_model import RememberedModel
from caseeditor.ui.case_lists.row_delegate import when_words
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.workspace import Workspace

Lines = tuple[Remembered, ...]
_PAUSE = 200
"""ms: what the agent waits for has the disk first."""


class RememberedCases(QObject):
    """Two models, read from the disk whenever what they show may have changed. Private to server and user."""

    was_read = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workspace
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
        """As of when (update_date) the cases that were opened were seen."""
        workspace.cases.session_opened.connect(self._on_opened)
        workspace.deliveries.changed.connect(self._update_soon)
        workspace.begun.connect(self.update)
        workspace.account.changed.connect(self.update)

    def update(self) -> None:
        """Read anew what is remembered, once for all that happens now; nothing of another user stays until then."""
        account = self._workplace.account
        if self.server and not (account.has_token and (self.server, self._user) == (account.server, account.key)):
            self._show(None, "", ((), ()))
        self._soon.start(0)

    def _update_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start(_PAUSE)

    def _on_opened(self, session: Session) -> None:
        session.draft.kept_changed.connect(self._update_soon)
        session.submitter.handed_over.connect(self._update_soon)
        session.case_read.connect(lambda: QTimer.singleShot(0, session, lambda: self._see(session)))  # once painted
        session.editor.case_changed.connect(lambda: self._follow(session))

    def _follow(self, session: Session) -> None:
        """Remember what a case shows now: what the agent saw is no news to them the next time."""
        date = self._dates.get((session.server, session.case_id))
        if date is not None and session.server_case and session.server_case.update_date != date:
            self._see(session)

    def _see(self, session: Session) -> None:
        server, user, case = session.server.url, session.user, session.server_case
        if case is None:
            return
        self._dates[session.server, session.case_id] = case.update_date
        self._workplace.worker.run(
            call(BackendInterface.record_seen, server, user, case),
            lambda _: self._update_soon(),
            is_update=True,
            owner=self,
        )

    def _read(self) -> None:
        if self._is_reading:
            self._is_outdated = True
            return
        account = self._workplace.account
        if account.server is None or not account.has_token:
            self._show(None, "", ((), ()))
            return
        server, user = account.server, account.key
        self._is_reading, self._is_outdated = True, False
        read = call(BackendInterface.recent_cases, server.url, user)
        self._workplace.worker.run(read, partial(self._on_read, server, user), owner=self)

    def _on_read(self, server: Server, user: str, outcome: Outcome[tuple[Lines, Lines]]) -> None:
        self._is_reading = False
        account = self._workplace.account
        if self._is_outdated or (server, user) != (account.server, account.key):
            self.update()
            return
        if isinstance(outcome, Success):
            self._show(server, user, outcome.value)
        else:  # the lists stay as they were read last
            self._soon.start(round(self._workplace.timing.disk_again * 1000))

    def _show(self, server: Server | None, user: str, lines: tuple[Lines, Lines]) -> None:
        if (server, user) != (self.server, self._user):  # a case of the same id is another one there
            self.recent.show_lines(())
            self.drafts.show_lines(())
        self.server, self._user = server, user
        self.recent.show_lines(lines[0])
        self.drafts.show_lines(lines[1])
        self.was_read.emit()


def _opened_words(line: Remembered) -> str:
    return translate("Lists", "opened {0}").format(when_words(line.when))


def _saved_words(line: Remembered) -> str:
    return translate("Lists", "saved {0}").format(when_words(line.when))
