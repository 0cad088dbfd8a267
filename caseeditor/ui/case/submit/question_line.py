"""A question in one line, with the buttons that open or withdraw it."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from caseeditor.ui.messages.action_words import action_words
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
        self.controls = tuple(self._button(action) for action in actions)
        for button in self.controls:
            row.addWidget(button)

    def show_text(self, text: str) -> None:
        self._said.show_text(f"⚠  {text}")
        for button in self.controls:
            button.setAccessibleDescription(text)

    def _button(self, action: MessageAction) -> QPushButton:
        button = QPushButton(action_words(action.kind), self)
        button.setAutoDefault(False)
        button.clicked.connect(partial(_run, action))
        return button


def _run(action: MessageAction) -> None:
    action.run()
