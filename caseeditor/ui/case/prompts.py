"""Messages and questions beside a case, and the agent's answers to them."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from caseeditor.domain.delivery.submission import BackToDraft, ItWasStored, SendAgain, State, Submission
from caseeditor.ui.case.submit.questions import Questions
from caseeditor.ui.messages.floating import Floating
from caseeditor.ui.messages.message import Ground, Message
from caseeditor.ui.messages.notification_bar import NoticeBar
from caseeditor.ui.state.session import Session


class CasePrompts(QObject):
    """Shows each message that needs the agent in `bar` as long as it holds, and performs the actions that it offers.

    Questions about a submission stand in the case (`questions`); in the bar only while the case can't be read.
    """

    def __init__(self, session: Session, commit_editors: Callable[[], None], view: QWidget) -> None:
        """`commit_editors` makes the text of open editors a change of the case: actions begin with it."""
        super().__init__(view)
        self._session = session
        self._commit_editors = commit_editors
        self._view = view
        self._shown: Message | None = None
        """The message of the bar, to be hidden once it no longer holds."""
        self.bar = NoticeBar(view)
        self.questions = Questions(session, view)
        Floating(self.bar, view, self._content_top)
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
        actions.decision_wanted.connect(self.questions.open)
        actions.send_again_wanted.connect(self._send_again)
        actions.stored_confirmed.connect(lambda: self._answer(ItWasStored()))
        actions.back_to_draft_wanted.connect(lambda: self._answer(BackToDraft()))
        actions.waiting_confirmed.connect(self._keep_waiting)

    # Messages.

    def _on_message(self, message: Message) -> None:
        if message.transient:
            return
        if message.is_quiet or (message.ground is Ground.QUESTION and self._session.case):
            self._drop()
            return
        self._shown = message
        self.bar.tell(message)

    def _on_case(self) -> None:
        # Others wait for a step: a draft may be yet to come.
        if self._session.case and self._shown and self._shown.ground is Ground.HINDRANCE:
            self._drop_outdated()

    def _on_state(self) -> None:
        is_answered = self._shown is not None and self._shown.ground is Ground.QUESTION and not self._session.question
        if self._session.is_reading or is_answered:
            self.bar.hide()

    def _drop_outdated(self) -> None:
        if self._shown and not self._session.check.holds(self._shown):
            self._drop()

    def _drop(self) -> None:
        """End the message that the bar shows."""
        self._shown = None
        self.bar.hide()

    def _content_top(self) -> int:
        """Return the top of the part below the questions: the bar covers it rather than subject, facts and tags."""
        page = self.questions.parentWidget()
        layout = page.layout() if page and page.isVisible() else None
        below = layout.itemAt(layout.indexOf(self.questions) + 1) if layout else None
        return page.mapTo(self._view, below.geometry().topLeft()).y() if page and below else 0

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

    # Questions.

    def decide_by_itself(self, *, with_focus: bool) -> None:
        """Show the question where the agent is at this case and at nothing else; else its line stands there.

        Only conflicts get the focus: an unknown outcome comes long after the agent submitted.
        """
        question = self._session.question
        is_here = self._view.isVisible() and not self._view.window().isMinimized()
        if not is_here or QApplication.activeModalWidget():
            return
        if with_focus and question and question.state is State.CONFLICTED:
            self.questions.open()
        else:
            self.questions.open_by_itself()
