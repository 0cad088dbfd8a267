"""A question in one line, with the buttons that open or withdraw it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseeditor.ui.case.submit.action_button import action_button
from caseeditor.ui.messages.message import MessageAction
from caseeditor.ui.widgets.elided_label import ElidedLabel


class QuestionLine(QWidget):
    """Says that a submission waits for the agent."""

    def __init__(self, actions: tuple[MessageAction, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._said = ElidedLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1)
        self.controls = tuple(action_button(action, self) for action in actions)
        for button in self.controls:
            row.addWidget(button)

    def show_text(self, text: str) -> None:
        self._said.show_text(f"⚠  {text}")
        for button in self.controls:
            button.setAccessibleDescription(text)
