"""Submits the changes of one case and follows its pending submissions. No widgets; GUI thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.delivery.draft import NONE_THERE, Draft
from caseeditor.domain.delivery.submission import InParts, State, Submission
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.runtime.worker import BackgroundWorker, Outcome, call
from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.message import Ground, Message, Severity
from caseeditor.ui.messages.texts import Doing, failure_words, translate
from caseeditor.ui.state.session_parts.case_address import CaseAddress
from caseeditor.ui.state.session_parts.case_draft import CaseDraft
from caseeditor.ui.state.session_parts.case_editor import CaseEditor
from caseeditor.ui.state.session_parts.case_loader import CaseLoader
from caseeditor.ui.state.session_parts.shown_case import ShownCase
from caseeditor.ui.state.session_parts.submission_check import SubmissionCheck

if TYPE_CHECKING:
    from caseeditor.domain.delivery.submission_update import AgentAnswer, SubmissionUpdate
    from caseeditor.domain.editing.wrong_case_guard import Suspicion

_UNDER_WAY = (State.QUEUED, State.SENDING, State.REMOVING)
_TOO_SOON = 500
"""Milliseconds after a question during which submitting again counts as a double click."""


class Submitter(QObject):
    """Hands the edit to the outbox; takes it back if the disk or the server rejects it."""

    changed = Signal()
    problem_found = Signal(object)
    """The Problem that blocks the submission."""
    conflicts_found = Signal(object)
    """The Submission whose conflicts need the agent's decision."""
    handed_over = Signal()
    """The submission is on disk, and its draft is deleted."""
    followed = Signal(object)
    """A SubmissionUpdate of this case, once it is taken over and told."""
    token_wanted = Signal(object)
    """The Failure that holds up a submission."""
    message_emitted = Signal(object)
    """A Message."""

    def __init__(  # noqa: PLR0913, PLR0917 - the other parts of the session
        self,
        worker: BackgroundWorker[BackendInterface],
        address: CaseAddress,
        editor: CaseEditor,
        shown: ShownCase,
        draft: CaseDraft,
        loader: CaseLoader,
        check: SubmissionCheck,
        actions: CaseActions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._address = address
        self._editor = editor
        self._shown = shown
        self._draft = draft
        self._loader = loader
        self._check = check
        self._actions = actions
        self._handing: Draft | None = None
        self._is_held_up = False
        self._in_parts = 0
        """The number of a rejected submission that will be sent in parts."""
        self._warned: tuple[tuple[Suspicion, ...], tuple[str, ...], int] = (), (), 0
        """The last question before submission: suspicious notes, unknown fields, and the number of parameters."""
        self._asked = QElapsedTimer()

    @property
    def is_handing_over(self) -> bool:
        """Tell whether an edit is becoming a submission."""
        return self._handing is not None

    @property
    def is_submitting(self) -> bool:
        """Tell whether a submission is being sent, rather than waiting for a token or the network."""
        submissions = self._shown.submissions
        is_out = bool(submissions) and submissions[0].state in _UNDER_WAY and not self._is_held_up
        return self.is_handing_over or is_out

    def submit(self, *, agreed: bool = False, in_parts: bool = False) -> None:
        """Hand the changes to the outbox, one submission at a time.

        `agreed`: the agent confirmed them; submitting again confirms them too, except as the second click of a double
        click. `in_parts`: as several submissions, each within common server limits.
        """
        if self._can_submit() and self._is_ready() and self._is_confirmed(agreed=agreed, in_parts=in_parts):
            self._hand_over(in_parts=in_parts)

    def submit_in_parts(self) -> None:
        """Submit the changes in parts. A submission just rejected as a whole follows once nothing of it is stored."""
        rejected = next((submission for submission in self._shown.submissions[:1] if submission.refused), None)
        if rejected:
            self._in_parts = rejected.number
            self.answer(rejected, InParts())
        else:
            self.submit(agreed=True, in_parts=True)

    def answer(self, submission: Submission, answer: "AgentAnswer") -> None:
        """Pass on the agent's answer about a submission."""
        self._worker.run(call(BackendInterface.answer, submission, answer), is_update=True)

    def stop_waiting(self) -> None:
        """Stop waiting for the response to an update; reads then show its effect."""
        if self._shown.submissions:
            self._worker.run(call(BackendInterface.stop_waiting, self._shown.submissions[0]))

    def on_news(self, news: "SubmissionUpdate", message: Message | None) -> None:
        """Follow a submission of this case, and emit the message about it."""
        shown, before = self._shown, {submission.number for submission in self._shown.submissions}
        if {submission.number for submission in news.open} - before:
            shown.handed = None  # now one of the pending submissions
        shown.submissions = news.open
        waits = news.waits_for
        if waits or news.submission.state is not State.QUEUED:  # while queued, the reason for the wait stays
            self._is_held_up = waits is not None
        if shown.server_case:
            shown.show_if_changed(news.case or shown.server_case)
            if news.back and self._draft.is_ours(news.back):
                is_alone = self._editor.edit == Edit()
                self._draft.take_back(news.back)
                if is_alone and self._in_parts == news.submission.number and news.submission.state is State.REJECTED:
                    self.changed.emit()
                    self.submit(agreed=True, in_parts=True)
                    return
        elif news.back:
            self._draft.take_back_later(news.back)
        self.changed.emit()
        if message is not None:
            self._tell(news, message)
        self.followed.emit(news)

    def _tell(self, news: "SubmissionUpdate", message: Message) -> None:
        self.message_emitted.emit(message)
        if news.submission.state is State.CONFLICTED:
            self.conflicts_found.emit(news.submission)
        if news.waits_for and news.waits_for.kind.needs_token:
            self.token_wanted.emit(news.waits_for)

    def _can_submit(self) -> bool:
        """Tell whether the case and its draft are loaded and belong to the signed-in user; report the reason if not."""
        if self._draft.is_alone:
            text = translate("Session", "Nothing was sent: case {0} can't be read. Your changes are kept; reload it.")
            text = text.format(self._address.case_id)
            actions = (self._actions.reload,)
            self.message_emitted.emit(Message(text, Severity.WARNING, actions=actions, ground=Ground.CHANGES))
            return False
        if not self._editor.case or not self._shown.server_case:
            return False
        if self._draft.generation is None:  # an unseen draft on disk may be submitted with it, or twice
            self._draft.tell_unseen()
            return False
        if self._draft.is_anothers:
            self._draft.tell_whose()
            return False
        return True

    def _is_ready(self) -> bool:
        """Tell whether there are valid changes to send; report the reason if not."""
        if self.is_handing_over:
            if self._editor.list_changes():
                text = translate("Session", "Text typed since then isn't submitted yet.")
                self.message_emitted.emit(Message(text, transient=True, ground=Ground.CHANGES))
            return False
        if problem := self._editor.first_blocking_problem():
            self.message_emitted.emit(self._check.blocking_message())
            self.problem_found.emit(problem)
            return False
        if not self._editor.list_changes():
            if not self._shown.submissions:  # otherwise it is pending
                text = translate("Session", "Nothing to submit: no changes.")
                self.message_emitted.emit(Message(text, transient=True, ground=Ground.STEP))
            return False
        return True

    def _is_confirmed(self, *, agreed: bool, in_parts: bool) -> bool:
        """Tell whether the agent has confirmed changes that need it; ask if not yet asked."""
        found = self._check.suspicions(), self._editor.unknown_fields(), self._check.is_many()
        if found != self._warned and (found[0] or found[1] or (found[2] and not in_parts)):
            self._warned = found
            self._asked.start()
            self.message_emitted.emit(self._check.blocking_message())
            return False
        return not any(found) or agreed or self._asked.elapsed() >= _TOO_SOON

    def _hand_over(self, *, in_parts: bool) -> None:
        self._editor.complete()
        case, server_case, draft = self._editor.case, self._shown.server_case, self._draft.value()
        if not case or not server_case:
            return
        submit = BackendInterface.submit_in_parts if in_parts else BackendInterface.submit
        hand_over = call(submit, draft, case, self._draft.generation)
        self._loader.cancel()  # its case may be older than the outbox's next read
        self._handing, self._shown.handed = draft, draft.edit
        self.message_emitted.emit(Message(translate("Session", "Submitting…"), transient=True))
        self._worker.run(hand_over, self._on_handed_over, is_update=True, owner=self)
        self._editor.forget_steps()
        self._shown.show(server_case)
        self._editor.clear()
        self.changed.emit()

    def _on_handed_over(self, outcome: Outcome[None]) -> None:
        draft, self._handing, self._shown.handed = self._handing, None, None
        if isinstance(outcome, Failure) and draft:  # the disk failed: nothing is sent, the edit is restored
            if self._shown.server_case:
                self._shown.show(self._shown.server_case)
            self._draft.take_back(draft)
            if outcome.fault is StorageProblem.ELSEWHERE:  # that draft is read before anything is sent again
                self._draft.lose_sight()
            text = failure_words(outcome, Doing.SUBMITTING)
            self.message_emitted.emit(Message(text, Severity.ERROR, ground=Ground.CHANGES))
        else:
            if self._draft.generation is not None:
                self._draft.generation = NONE_THERE
            self.handed_over.emit()
        self.changed.emit()
