"""The button of an action that a question offers."""

from PySide6.QtWidgets import QPushButton, QWidget

from caseeditor.ui.application.press_guard import guard_presses
from caseeditor.ui.messages.action_words import action_words
from caseeditor.ui.messages.message import MessageAction


def action_button(action: MessageAction, parent: QWidget) -> QPushButton:
    """Make a button that is never pressed by Enter in a field, nor by a click that was meant for something else."""
    button = QPushButton(action_words(action.kind), parent)
    button.setAutoDefault(False)
    guard_presses(button)
    button.clicked.connect(lambda _: action.run())
    return button
