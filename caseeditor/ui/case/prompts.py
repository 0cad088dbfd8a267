"""Messages and questions beside a case, and the agent's answers to them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from caseeditor.domain.delivery.submission import BackToDraft, ItWasStored, SendAgain, State, Submission
from caseeditor.ui.messages.delivery import state_message
from caseeditor.ui.messages.message import Ground, Message
from caseeditor.ui.messages.notification_bar import NoticeBar
from caseeditor.ui.state.session import Session

if TYPE_CHECKING:
    from caseeditor.ui.case.submit.conflict_dialog import ConflictDialog


class CasePrompts(QObject):
    """Shows each message in `bar` as long as it holds, and performs the actions that messages offer."""

    def __init__(self, session: Session, commit_editors: Callable[[], None], view: QWidget) -> None:
        """`commit_editors` makes the text of open editors a change of the case: actions begin with it."""
        super().__init__(view)
        self._session = session
        self._commit_editors = commit_editors
        self._view = view
        self._is_asking = False
        self._shown: Message | None = None
        """The message of the bar, to be hidden once it no longer holds."""
        self._conflicts: ConflictDialog | None = None
        self.bar = NoticeBar(view)
        session.editor.case_changed.connect(self._on_case)
        session.editor.edit_changed.connect(self._drop_outdated)
        session.state_changed.connect(self._on_state)
        session.message_emitted.connect(self._on_message)
        self._connect_actions()
        self._on_state()

    def _connect_actions(self) -> None:
        actions, session = self._session.actions, self._session
        actions.reload_wanted.connect(session.load)
        actions.leave_out_wanted.connect(session.editor.leave_out_reserved)
        actions.submit_anyway_wanted.connect(self._submit_anyway)
        actions.submit_in_parts_wanted.connect(self._submit_in_parts)
        actions.copy_wanted.connect(self._copy)
        actions.save_wanted.connect(self._save)
        actions.decision_wanted.connect(self._on_decision_wanted)
        actions.send_again_wanted.connect(self._send_again)
        actions.stored_confirmed.connect(lambda: self._answer(ItWasStored()))
        actions.back_to_draft_wanted.connect(lambda: self._answer(BackToDraft()))
        actions.waiting_confirmed.connect(self._keep_waiting)

    # Messages.

    def _on_message(self, message: Message) -> None:
        if message.transient:
            return
        if message.is_quiet:  # it ends the one before
            self._shown = None
            self._repeat_question()
            return
        self._is_asking = self._session.question is not None
        self._shown = message
        self.bar.tell(message)

    def _on_case(self) -> None:
        # Others wait for a step: a draft may be yet to come.
        if self._session.case and self._shown and self._shown.ground is Ground.HINDRANCE:
            self._drop_outdated()

    def _on_state(self) -> None:
        if self._session.is_reading or (self._is_asking and not self._session.question):
            self.bar.hide()

    def _drop_outdated(self) -> None:
        if self._shown and not self._session.check.holds(self._shown):
            self._shown = None
            self._repeat_question()

    def _repeat_question(self) -> None:
        """Show again the open question that another message replaced."""
        question = self._session.question
        message = state_message(question, self._session.actions) if question else None
        self._is_asking = message is not None
        if message:
            self.bar.tell(message)
        else:
            self.bar.hide()

    # Actions.

    def _submit_anyway(self) -> None:
        self._commit_editors()
        self._session.submit(agreed=True)

    def _submit_in_parts(self) -> None:
        self._commit_editors()
        self._session.submitter.submit_in_parts()

    def _copy(self) -> None:
        from caseeditor.ui.case.submit.typed_text import copy_typed  # noqa: PLC0415 - seldom needed

        self._commit_editors()
        copy_typed([self._session])
        self._session.message_emitted.emit(Message(self.tr("Your changes are on the clipboard."), transient=True))

    def _save(self) -> None:
        from caseeditor.ui.case.submit.save_typed import save_typed  # noqa: PLC0415 - a file dialog is slow to import

        self._commit_editors()
        save_typed(self._session, self._view)

    def _send_again(self) -> None:
        submission = self._first()
        if submission and submission.findings:
            self._answer(SendAgain(submission.findings))

    def _keep_waiting(self) -> None:
        """Leave the question open; reads go on."""
        self._session.message_emitted.emit(Message(self.tr("Still checking the server."), transient=True))

    def _answer(self, answer: SendAgain | ItWasStored | BackToDraft) -> None:
        if submission := self._first():
            self._session.submitter.answer(submission, answer)

    def _first(self) -> Submission | None:
        return self._session.submissions[0] if self._session.submissions else None

    # Conflicts.

    def decide_by_itself(self, submission: Submission) -> "ConflictDialog | None":
        """Show the conflicts where the agent is at this case and at nothing else; else the notice has them."""
        if self._view.isVisible() and not (self._view.window().isMinimized() or QApplication.activeModalWidget()):
            self._decide(submission)
            return self._conflicts
        return None

    def _on_decision_wanted(self) -> None:
        if submission := self._first():
            self._decide(submission)

    def _decide(self, submission: Submission) -> None:
        if submission.state is not State.CONFLICTED:  # it was decided meanwhile
            return
        if self._conflicts:
            self._conflicts.raise_()
            return
        from caseeditor.ui.case.submit.conflict_dialog import ConflictDialog  # noqa: PLC0415 - as above

        self._conflicts = ConflictDialog(submission, self._view)
        self._conflicts.decided.connect(lambda decided: self._session.submitter.answer(submission, decided))
        self._conflicts.finished.connect(self._on_decided)
        self._conflicts.open()

    def _on_decided(self) -> None:
        self._conflicts = None
