"""Pending submissions, as the window follows them. GUI thread."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server, known_server
from caseeditor.domain.delivery.submission import Confirmation, State, Submission
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.errors.failure import Failure, FailureKind, RequestReach
from caseeditor.runtime.worker import call
from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.delivery import news_message, others_message
from caseeditor.ui.messages.message import Message
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.account import Account

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.domain.delivery.submission_update import AgentAnswer
    from caseeditor.runtime.worker import BackgroundWorker
    from caseeditor.ui.state.session import Session


class DeliveryTracker(QObject):
    """Passes on news of submissions: to the session of an open case, otherwise as messages."""

    changed = Signal()
    decision_needed = Signal(object)
    """A Submission of the user that needs a decision, or was rejected; again with each of its news."""
    message_emitted = Signal(object)
    """A Message about a case that isn't open."""

    def __init__(
        self,
        worker: "BackgroundWorker[BackendInterface]",
        account: Account,
        session_of: "Callable[[Server, str], Session | None]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._account = account
        self._session_of = session_of
        self.submissions: dict[int, Submission] = {}
        """Pending submissions by number."""
        self.waits: dict[int, Failure] = {}
        """The reasons why pending submissions are not sent now, by number."""
        self._others: set[int] = set()
        """Those that wait for another user."""
        self.is_folder_held = False
        """Another program holds the data folder: pending submissions are not sent."""
        self._told: dict[int, Message] = {}
        self._unused = CaseActions(self)
        """Actions of a case that isn't open: its message is shown without them."""
        worker.news.connect(self._on_news)

    @property
    def needing(self) -> tuple[int, ...]:
        """The numbers of the submissions that wait for a decision or a token of the agent, in order."""
        return tuple(number for number in sorted(self.submissions) if self._needs_agent(number))

    def _needs_agent(self, number: int) -> bool:
        waits = self.waits.get(number)
        is_without_token = waits is not None and waits.kind.needs_token and number not in self._others
        return self.submissions[number].state.needs_agent or is_without_token

    def answer(self, submission: Submission, answer: "AgentAnswer") -> None:
        """Pass on the agent's answer about a submission; its case need not be open."""
        self._worker.run(call(BackendInterface.answer, submission, answer), is_update=True)

    def _on_news(self, news: object) -> None:
        if not isinstance(news, SubmissionUpdate):
            return
        submission = news.submission
        if submission.batch:
            self._note_row(news)
            return
        if submission.state.is_open or news.unkept:
            self.submissions[submission.number] = submission
        else:
            self.submissions.pop(submission.number, None)
        self.is_folder_held = news.waits_for is not None and news.waits_for.kind is FailureKind.FOLDER_HELD
        server = known_server(submission.server)
        is_tokenless = news.waits_for is not None and news.waits_for.kind is FailureKind.TOKEN_MISSING
        is_others = bool(is_tokenless and server and self._account.is_another(server, submission.user))
        self._note_wait(news, is_others=is_others)
        self.changed.emit()
        if not is_others and (submission.state.needs_agent or submission.state is State.REJECTED):
            self.decision_needed.emit(submission)
        if server:
            self._note_reach(server, news)
        session = self._session_of(server, submission.case_id) if server else None
        if is_others:
            message = self._once(submission.number, others_message(submission))
            news = msgspec.structs.replace(news, waits_for=None)  # no token is requested
        else:
            message = self._once(submission.number, news_message(news, session.actions if session else self._unused))
        if session:
            session.submitter.on_news(news, message)
        elif message:
            text = message.elsewhere
            text = text or translate("Workspace", "Case {0}: {1}").format(submission.case_id, message.text)
            self.message_emitted.emit(msgspec.structs.replace(message, text=text, actions=()))

    def _note_row(self, news: "SubmissionUpdate") -> None:
        """Show the row of a batch in its case if that is open. Its batch has the results and the questions."""
        server = known_server(news.submission.server)
        session = self._session_of(server, news.submission.case_id) if server else None
        if server:
            self._note_reach(server, news)
        if session:
            session.submitter.on_news(news, None)

    def _note_wait(self, news: "SubmissionUpdate", *, is_others: bool) -> None:
        number = news.submission.number
        self._others.discard(number)
        if is_others:
            self._others.add(number)
        if news.waits_for and number in self.submissions:
            self.waits[number] = news.waits_for
        elif number not in self.submissions or news.submission.state is not State.QUEUED:  # as Submitter.on_news
            self.waits.pop(number, None)

    def _note_reach(self, server: Server, news: "SubmissionUpdate") -> None:
        """Record whether a server was reached: it answered, or the case was read just before."""
        submission, failure = news.submission, news.waits_for
        if failure and (failure.kind is FailureKind.UNREACHABLE or failure.reach is RequestReach.ANSWERED):
            self._account.note_reach(server, reached=failure.kind is not FailureKind.UNREACHABLE)
        elif (
            news.case
            and submission.state in (State.SENDING, State.STORED)
            and submission.confirmation is not Confirmation.AGENT
        ):
            self._account.note_reach(server, reached=True)

    def _once(self, number: int, message: Message | None) -> Message | None:
        """Return the message about a submission, once: reads repeat a finding while a question is open."""
        if message is None:  # delivery continues: the next message is new, even if equal
            self._told.pop(number, None)
            return None
        if message == self._told.get(number):
            return None
        self._told[number] = message
        return msgspec.structs.replace(message, sticky=True)
