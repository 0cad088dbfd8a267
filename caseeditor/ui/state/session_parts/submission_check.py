"""Checks of the changes before submission. No widgets; GUI thread."""

from collections.abc import Callable

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.parts import MANY
from caseeditor.domain.editing.changes import ChangeKind, ProblemKind
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.undo import StepKey, StepKind
from caseeditor.domain.editing.wrong_case_guard import Suspicion
from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.message import Ground, Message, Severity
from caseeditor.ui.messages.notices import many_words, suspicion_words, unknown_fields_words
from caseeditor.ui.messages.texts import problem_words, translate
from caseeditor.ui.state.session_parts.case_editor import CaseEditor


class SubmissionCheck:
    """Finds problems that block a submission, and changes that need confirmation.

    `find_suspicions` finds notes that may be meant for another case.
    """

    def __init__(
        self,
        editor: CaseEditor,
        actions: CaseActions,
        find_suspicions: Callable[[Case, Edit], tuple[Suspicion, ...]],
    ) -> None:
        self._editor = editor
        self._actions = actions
        self._find_suspicions = find_suspicions

    def suspicions(self) -> tuple[Suspicion, ...]:
        """Return the signs that a note is meant for another case."""
        case = self._editor.case
        return self._find_suspicions(case, self._editor.edit) if case else ()

    def blocking_message(self) -> Message | None:
        """Return a message about changes that block submission or need confirmation first."""
        if problem := self._editor.first_blocking_problem():
            text = translate("Session", "Nothing was sent. {0}").format(problem_words(problem))
            if problem.wrong is not ProblemKind.RESERVED:
                return Message(text, Severity.ERROR, ground=Ground.HINDRANCE)
            leave = (self._actions.leave_out,)
            return Message(text, Severity.ERROR, actions=leave, about=self._editor.reserved(), ground=Ground.HINDRANCE)
        case, found = self._editor.case, self.suspicions()
        texts = [suspicion_words(found, case.id)] if case and found else []
        if unknown := self._editor.unknown_fields():
            texts.append(unknown_fields_words(unknown))
        if many := self.is_many():
            texts.append(many_words(many))
        actions = (self._actions.submit_in_parts, self._actions.submit_anyway)[0 if many else 1 :]
        if not texts:
            return None
        return Message(texts[0], Severity.WARNING, lines=tuple(texts[1:]), actions=actions, ground=Ground.HINDRANCE)

    def holds(self, message: Message) -> bool:
        """Tell, after a step, whether an earlier message about this case still applies."""
        match message.ground:
            case Ground.EVENT | Ground.QUESTION:
                return True
            case Ground.CHANGES:  # not discarded, submitted or undone
                return bool(self._editor.list_changes()) and self._editor.undo_stack.redo_key != StepKey(
                    StepKind.RETURNED
                )
            case Ground.STEP:
                return False
            case Ground.DONE:
                return bool(self._editor.list_changes()) and not self._editor.undo_stack.redo_key
            case Ground.RESERVED:
                return self._editor.reserved() == message.about
            case Ground.HINDRANCE:
                return message == self.blocking_message()

    def is_many(self) -> int:
        """Return the number of parameters to be sent, 0 if small enough for any server."""
        count = sum(change.what is not ChangeKind.TAG_REMOVED for change in self._editor.list_changes())
        return count if count > MANY else 0
