"""The open question about the submission of a case, inside the case: a conflict, or an unknown outcome."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseeditor.domain.delivery.submission import Decided, State, Submission
from caseeditor.ui.case.submit.room import Room
from caseeditor.ui.messages.delivery import state_message
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.tab_order import put_after

if TYPE_CHECKING:
    from caseeditor.domain.delivery.submission_update import SubmissionUpdate
    from caseeditor.ui.case.submit.conflict_group import ConflictGroup
    from caseeditor.ui.case.submit.doubt_group import DoubtGroup
    from caseeditor.ui.case.submit.question_line import QuestionLine


class Questions(QWidget):
    """Follows the submissions of a session, and is hidden while none needs the agent.

    A question stands in one line until it is opened: one that comes while the agent types elsewhere moves little, takes
    no focus, and hides nothing that has it.
    """

    submitted = Signal()
    """The agent submitted the decisions."""
    came = Signal()
    """An unknown outcome is asked about in the case on screen: to be opened once nobody types (open_by_itself)."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._last: tuple[int, State] | None = None
        """The number and the state of the submission that the question is about."""
        self._answered: tuple[int, State] | None = None
        """Those of the question that the agent has answered, until there is news of it."""
        self._is_open = False
        self._conflicts: ConflictGroup | None = None
        self._doubt: DoubtGroup | None = None
        self._line: QuestionLine | None = None
        self._before: QWidget | None = None
        """The widget that had the focus before the question."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a place in the tab order, and no stop in it
        self._parts = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)  # where the part below is hidden, a small question leaves room free
        self._room = Room(self, layout)
        self.hide()
        session.state_changed.connect(self._update)
        session.submitter.followed.connect(self._on_news)
        self._update()

    def open_by_itself(self) -> None:
        """Show the question, unless that would hide the part of the case that has the focus."""
        question = self._session.question
        if question and not self._is_open and not self._room.would_hide_focus(self._part_of(question)):
            self._is_open = True
            self._update()

    def open(self) -> None:
        """Show the question, and move the focus to it."""
        question = self._session.question
        if question is None:
            return
        now = self.window().focusWidget()
        self._before = self._before if now and self.isAncestorOf(now) else now
        self._is_open = True
        self._update()
        self._part_of(question).setFocus()
        self._room.fit(is_open=True)

    def give_way(self) -> None:
        """Leave one line of the question if the part below it is hidden."""
        if self._room.hides_below:
            self._fold()

    def submit(self) -> bool:
        """Submit the decisions of an open conflict, or go to its first field without one; returns if submitted."""
        return self.is_conflict_open and self._conflicts is not None and self._conflicts.submit()

    @property
    def is_conflict_open(self) -> bool:
        """Tell whether the fields of a conflict are shown for a decision."""
        question = self._session.question
        return self._is_open and question is not None and question.state is State.CONFLICTED

    @property
    def is_decided(self) -> bool:
        """Tell whether each field of the open conflict has a decision."""
        return self._conflicts is not None and self._conflicts.is_decided

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and not self.isHidden():
            self._room.fit(is_open=self._is_open)
        return super().event(event)

    def _update(self) -> None:
        question = self._session.question
        if question is None:
            self._close()
            return
        if self._answered == (question.number, question.state):
            self._withdraw()
            return
        is_new = self._last != (question.number, question.state)
        came = is_new and question.state is State.NEEDS_ANSWER
        if is_new:
            self._last = question.number, question.state
            self._is_open = came and not self._is_on_screen()
        self._show(question)
        if came and not self._is_open:
            self.came.emit()

    def _show(self, question: Submission) -> None:
        """Show the question as a group or as a line."""
        if not self._is_open:
            self._give_focus_back()
        shown = self._part_of(question) if self._is_open else self._line_of(question)
        for part in (self._conflicts, self._doubt, self._line):
            if part:
                part.setVisible(part is shown)
        self.setVisible(True)
        self._room.fit(is_open=self._is_open)

    def _close(self) -> None:
        if self._last is None:
            return
        self._withdraw()
        self._last = None
        if self._conflicts:
            self._conflicts.forget()

    def _withdraw(self) -> None:
        self._give_focus_back()
        self._is_open = False
        self.hide()
        self._room.give_back()

    def _is_on_screen(self) -> bool:
        """Tell whether the agent may be typing in this case."""
        page = self.parentWidget()
        return page is not None and page.isVisible()

    # The parts, each made when it is first needed.

    def _part_of(self, question: Submission) -> QWidget:
        """Return the group of a question, with its present facts."""
        if question.state is State.NEEDS_ANSWER:
            return self._doubt_of(question)
        from caseeditor.ui.case.submit.conflict_group import ConflictGroup  # noqa: PLC0415 - seldom needed
        from caseeditor.ui.case.submit.field_conflict import latest_change  # noqa: PLC0415 - as above

        if self._conflicts is None:
            self._conflicts = ConflictGroup(self)
            self._conflicts.decided.connect(self._on_decided)
            self._conflicts.put_off.connect(self._put_off)
            self._add(self._conflicts)
        self._conflicts.show_conflicts(question.conflicts, latest_change(self._session.server_case))
        return self._conflicts

    def _doubt_of(self, question: Submission) -> QWidget:
        from caseeditor.ui.case.submit.doubt_group import DoubtGroup  # noqa: PLC0415 - seldom needed

        if self._doubt is None:
            self._doubt = DoubtGroup(self._session.actions, self)
            self._add(self._doubt, *self._doubt.findChildren(QPushButton))
        self._doubt.show_submission(question)
        return self._doubt

    def _line_of(self, question: Submission) -> QWidget:
        from caseeditor.ui.case.submit.question_line import QuestionLine  # noqa: PLC0415 - seldom needed

        actions = self._session.actions
        if self._line is None:
            self._line = QuestionLine((actions.decide, actions.back_to_draft), self)
            self._add(*self._line.controls, part=self._line)
        message = state_message(question, actions)
        self._line.show_text(message.text if message else "")
        return self._line

    def _add(self, *controls: QWidget, part: QWidget | None = None) -> None:
        """Add a part, by default the first of its controls, with its place in the tab order."""
        part = part or controls[0]
        part.hide()
        self._parts.insertWidget(0, part)
        put_after(self, *controls)

    # Steps.

    def _on_decided(self, decided: Decided) -> None:
        if question := self._session.question:
            self._answered = question.number, question.state
            self._update()
            self._session.submitter.answer(question, decided)
            self.submitted.emit()

    def _on_news(self, news: "SubmissionUpdate") -> None:
        """Show an answered question again if it stands as before: the answer wasn't accepted."""
        if self._answered and news.submission.number == self._answered[0]:
            self._answered = None
            self._update()

    def _put_off(self) -> None:
        has_focus = self._has_focus()
        self._fold()
        if has_focus and self._line:
            self._line.controls[0].setFocus()

    def _fold(self) -> None:
        """Leave one line of the question."""
        self._is_open = False
        self._update()

    def _give_focus_back(self) -> None:
        if self._has_focus() and self._before and isValid(self._before):
            self._before.setFocus()
        self._before = None

    def _has_focus(self) -> bool:
        now = self.window().focusWidget()
        return now is not None and self.isAncestorOf(now)
