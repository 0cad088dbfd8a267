"""Notices about submissions that need a decision while the window is in the background. GUI thread."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from caseeditor.domain.case.reference import known_server
from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.ui.main_window.notices.notifiers import Notifier
from caseeditor.ui.messages.counts import Counts
from caseeditor.ui.state.workspace import Workspace

_GATHER = 1_500
"""Milliseconds in which further submissions join the notice."""
_APART = 10_000
"""Milliseconds between two notices."""


class DecisionNotices(QObject):
    """Tells each decision once; several make one notice with their number, and the next one takes its place.

    A notice has the id of a case and the reason only: others see the desktop.
    """

    case_wanted = Signal(object, str)
    """Server and id of the case of a notice that was clicked."""
    outbox_wanted = Signal()
    """A notice about several cases was clicked."""

    def __init__(self, workspace: Workspace, notifier: Notifier, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._notifier = workspace, notifier
        self._told: dict[int, State] = {}
        """The states that the agent was told of, or saw, by the number of the submission."""
        self._unseen: dict[int, Submission] = {}
        self._shown: dict[int, Submission] = {}
        """Those of the last notice; others may have come since."""
        self._since = QElapsedTimer()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._show)
        notifier.clicked.connect(self._on_clicked)
        workspace.deliveries.changed.connect(self._forget_decided)
        workspace.account.changed.connect(self._leave_out_others)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def note(self, submission: Submission) -> None:
        """Take in a submission that needs a decision."""
        is_told = self._told.get(submission.number) is submission.state
        if is_told or not self._workspace.settings.notices or self._is_of_another(submission):
            return
        self._told[submission.number] = submission.state
        if not _is_in_background():
            return
        self._unseen[submission.number] = submission
        if not self._pause.isActive():
            passed = self._since.elapsed() if self._since.isValid() else _APART
            self._pause.start(max(_GATHER, _APART - passed))

    def _forget_decided(self) -> None:
        """Forget submissions that go on: a later decision is told again."""
        open_ = self._workspace.deliveries.submissions
        for number in [each for each in self._told if each in open_ and not open_[each].state.needs_agent]:
            del self._told[number]

    def _show(self) -> None:
        open_ = self._workspace.deliveries.submissions
        self._unseen = {
            number: each
            for number, each in self._unseen.items()
            if (each.state is State.REJECTED or (number in open_ and open_[number].state.needs_agent))
            and not self._is_of_another(each)
        }
        if self._unseen and _is_in_background():
            self._since.start()
            self._shown = dict(self._unseen)
            self._notifier.show(self._words([*self._unseen.values()]))

    def _is_of_another(self, submission: Submission) -> bool:
        """Tell whether another user has to decide. At start the server has not identified the user yet."""
        server = known_server(submission.server)
        return server is not None and self._workspace.account.is_another(server, submission.user)

    def _leave_out_others(self) -> None:
        """Withdraw a notice about another user's submissions, and show the rest."""
        if not self._pause.isActive() and any(map(self._is_of_another, self._unseen.values())):
            self._notifier.withdraw()
            self._show()

    def _words(self, unseen: list[Submission]) -> str:
        cases = {(each.server, each.case_id) for each in unseen}
        if len(cases) > 1:
            return Counts().cases_needing(len(cases))
        match unseen[-1].state:
            case State.CONFLICTED:
                text = self.tr("Case {0} has a conflict.")
            case State.REJECTED:
                text = self.tr("Case {0} was rejected.")
            case _:
                text = self.tr("Case {0} needs your decision.")
        return text.format(unseen[-1].case_id)

    def _on_focus(self, _before: object, now: object) -> None:
        """Forget what the agent sees now in the window."""
        if now is not None:
            self._pause.stop()
            self._unseen.clear()
            self._notifier.withdraw()

    def _on_clicked(self) -> None:
        open_ = self._workspace.deliveries.submissions  # their servers may have moved
        shown = [open_.get(number, each) for number, each in self._shown.items()]
        cases = {(each.server, each.case_id) for each in shown}
        self._unseen.clear()
        found = [(server, case_id) for url, case_id in cases if (server := known_server(url))]
        if len(found) == 1:
            self.case_wanted.emit(*found[0])
        else:
            self.outbox_wanted.emit()


def _is_in_background() -> bool:
    return QApplication.activeWindow() is None
