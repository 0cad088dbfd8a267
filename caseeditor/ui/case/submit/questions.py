"""The open question about the submission of a case, inside the case: a conflict, or an unknown outcome."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseeditor.domain.delivery.submission import Decided, State, Submission
from caseeditor.ui.messages.action_words import action_words
from caseeditor.ui.messages.delivery import state_message
from caseeditor.ui.messages.message import MessageAction
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.tab_order import put_after
from caseeditor.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from caseeditor.ui.case.submit.conflict_group import ConflictGroup
    from caseeditor.ui.case.submit.doubt_group import DoubtGroup


class Questions(QWidget):
    """Follows the submissions of a session, and is hidden while none needs the agent.

    Conflicts stand in one line until they are opened: what appears while the agent types elsewhere moves little, and
    takes no focus.
    """

    submitted = Signal()
    """The agent submitted the decisions."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._conflicts: ConflictGroup | None = None
        self._doubt: DoubtGroup | None = None
        self._line: QWidget | None = None
        self._is_open = False
        """The conflicts are shown, not only their line."""
        self._before: QWidget | None = None
        """The widget that had the focus before the conflicts."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a place in the tab order, and no stop in it
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.hide()
        session.state_changed.connect(self._update)
        self._update()

    @property
    def is_open(self) -> bool:
        """Tell whether conflicts are shown for a decision."""
        return self._is_open

    def open_conflicts(self, *, with_focus: bool) -> None:
        """Show the conflicts of the submission that waits, if it still does."""
        question = self._session.question
        if question is None or question.state is not State.CONFLICTED:
            return
        self._is_open = True
        self._update()
        if with_focus and self._conflicts:
            now = self.window().focusWidget()
            self._before = self._before if now and self.isAncestorOf(now) else now
            self._conflicts.setFocus()

    def submit(self) -> None:
        """Submit the decisions, or go to the first field without one."""
        if self._is_open and self._conflicts:
            self._conflicts.submit()

    def _update(self) -> None:
        question = self._session.question
        if question is None and self.isHidden():
            return
        has_conflicts = question is not None and question.state is State.CONFLICTED
        self._is_open = self._is_open and has_conflicts
        if not self._is_open:
            self._give_focus_back()
        if question and self._is_open:
            self._show_conflicts(question)
        elif question and has_conflicts:
            self._show_line(question)
        elif question:
            self._show_doubt(question)
        for part, is_shown in (
            (self._conflicts, self._is_open),
            (self._line, has_conflicts and not self._is_open),
            (self._doubt, question is not None and not has_conflicts),
        ):
            if part:
                part.setVisible(is_shown)
        self.setVisible(question is not None)

    def _show_conflicts(self, question: Submission) -> None:
        from caseeditor.ui.case.submit.conflict_group import ConflictGroup  # noqa: PLC0415 - seldom needed
        from caseeditor.ui.case.submit.field_conflict import latest_change  # noqa: PLC0415 - as above

        if self._conflicts is None:
            self._conflicts = ConflictGroup(self)
            self._conflicts.decided.connect(self._on_decided)
            self._conflicts.put_off.connect(self._put_off)
            self._add(self._conflicts, self._conflicts)
        self._conflicts.show_conflicts(question.conflicts, latest_change(self._session.server_case))

    def _show_line(self, question: Submission) -> None:
        message = state_message(question, self._session.actions)
        if self._line is not None or message is None:
            return
        self._line = QWidget(self)
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        said = ElidedLabel(self._line)
        said.show_text(f"⚠  {message.text}")
        row.addWidget(said, 1)
        buttons = [self._button(action, self._line) for action in message.actions]
        for button in buttons:
            button.setAccessibleDescription(message.text)
            row.addWidget(button)
        self._add(self._line, *buttons)

    def _show_doubt(self, question: Submission) -> None:
        from caseeditor.ui.case.submit.doubt_group import DoubtGroup  # noqa: PLC0415 - seldom needed

        if self._doubt is None:
            self._doubt = DoubtGroup(self._session.actions, self)
            self._add(self._doubt, *self._doubt.findChildren(QPushButton))
        self._doubt.show_submission(question)

    def _add(self, part: QWidget, *controls: QWidget) -> None:
        layout = self.layout()
        if layout:
            layout.addWidget(part)
        put_after(self, *controls)

    def _button(self, action: MessageAction, parent: QWidget) -> QPushButton:
        button = QPushButton(action_words(action.kind), parent)
        button.setAutoDefault(False)
        button.clicked.connect(partial(_run, action))
        return button

    def _on_decided(self, decided: Decided) -> None:
        question = self._session.question
        if question is None:
            return
        self._fold()
        self._session.submitter.answer(question, decided)
        self.submitted.emit()

    def _put_off(self) -> None:
        has_focus = self._has_focus()
        self._fold()
        if has_focus and self._line:
            self._line.findChildren(QPushButton)[0].setFocus()

    def _fold(self) -> None:
        """Leave one line of the conflicts."""
        self._is_open = False
        self._update()

    def _give_focus_back(self) -> None:
        if self._has_focus() and self._before and isValid(self._before):
            self._before.setFocus()
        self._before = None

    def _has_focus(self) -> bool:
        """Tell whether the focus is in the conflicts."""
        now = self.window().focusWidget()
        return self._conflicts is not None and now is not None and self.isAncestorOf(now)


def _run(action: MessageAction) -> None:
    action.run()
