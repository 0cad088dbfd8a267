"""The case that a session shows: the server's, with pending submissions applied. GUI thread."""

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.projection import overlaid
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.editing.edit import Edit
from caseeditor.ui.state.session_parts.case_editor import CaseEditor


class ShownCase:
    """Shows the case in the editor. `submissions` are the pending ones, in order.

    `handed` is the edit that is becoming a submission.
    """

    def __init__(self, editor: CaseEditor) -> None:
        self._editor = editor
        self.server_case: Case | None = None
        self.submissions: tuple[Submission, ...] = ()
        self.handed: Edit | None = None

    def show(self, case: Case) -> None:
        """Show the server's case."""
        self.server_case = case
        self._editor.show(self._overlaid(case))

    def show_if_changed(self, case: Case) -> None:
        """Show the server's case unless it would look the same, as during a submission's first steps."""
        if (case, self._overlaid(case)) != (self.server_case, self._editor.case):
            self.show(case)

    @property
    def subject(self) -> str:
        """The subject on the server, or in a draft shown alone; '' before the first read."""
        shown = self.server_case or self._editor.case
        return shown.subject if shown else ""

    @property
    def question(self) -> Submission | None:
        """The submission that needs the agent's answer, or None."""
        first = self.submissions[0] if self.submissions else None
        return first if first and first.state.needs_agent else None

    @property
    def pending_notes(self) -> int:
        """The number of pending notes; they are last in the case."""
        case = self._editor.case
        return len(case.notes) - len(self.server_case.notes) if case and self.server_case else 0

    def _overlaid(self, case: Case) -> Case:
        for sent in (*map(_pending_edit, self.submissions), self.handed):
            case = overlaid(case, sent) if sent else case
        return case


def _pending_edit(submission: Submission) -> Edit:
    """Return the part of a submission that the server's case lacks: once confirmed, only the tags to be removed."""
    return submission.edit if submission.confirmation is None else Edit(tags=submission.edit.tags)
