"""The question whether drafts and submissions that were typed with another token are the user's own. GUI thread."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.local.whose import Unclaimed as Waiting
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call
from caseeditor.ui.messages.message import ActionKind, Message, MessageAction, Severity
from caseeditor.ui.messages.texts import Doing, failure_words, translate
from caseeditor.ui.state.account import Account


class Unclaimed(QObject):
    """Asks in the bar of the window when a server has identified the user, once in each start."""

    message_emitted = Signal(object)
    """A Message."""
    others_wanted = Signal()
    """The drafts and submissions of other accounts are to be shown."""

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", account: Account, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._account = account
        self._asked: tuple[Server, Waiting] | None = None
        self._told: set[tuple[Server, str, str]] = set()
        account.user_known.connect(self._look)

    def _answer(self, *, is_mine: bool) -> None:
        """Apply the answer to the last question."""
        asked, self._asked = self._asked, None
        if asked is None:
            return
        server, waiting = asked
        self._worker.run(
            call(BackendInterface.claim, server, waiting.key, is_mine=is_mine),
            partial(self._on_answered, server),
            is_update=True,
            owner=self,
        )

    def _look(self, server: Server, key: str) -> None:
        """Look for more to ask about."""
        self._worker.run(
            call(BackendInterface.find_unclaimed, server), partial(self._on_found, server, key), owner=self
        )

    def _on_found(self, server: Server, key: str, outcome: Outcome[Waiting | None]) -> None:
        waiting = outcome.value if isinstance(outcome, Success) else None
        if waiting is None or (server, key, waiting.key) in self._told:
            return
        self._told.add((server, key, waiting.key))
        self._asked = (server, waiting)
        text = translate("Others", "Did you type this? Another token left it here. Drafts: {0}. Submissions: {1}.")
        actions = (
            MessageAction(ActionKind.MINE, partial(self._answer, is_mine=True)),
            MessageAction(ActionKind.NOT_MINE, partial(self._answer, is_mine=False)),
            MessageAction(ActionKind.SHOW_OTHERS, self.others_wanted.emit),
        )
        self.message_emitted.emit(
            Message(text.format(waiting.drafts, waiting.submissions), Severity.WARNING, actions=actions)
        )

    def _on_answered(self, server: Server, outcome: Outcome[None]) -> None:
        if isinstance(outcome, Failure):
            self.message_emitted.emit(Message(failure_words(outcome, Doing.SUBMITTING), Severity.ERROR))
        elif server == self._account.server:
            self._look(server, self._account.key)
