"""Buttons of the page, none of which is pressed by Enter in a field, and labels with other people's words."""

from collections.abc import Callable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def make_button(text: str, does: Callable[[], object] | SignalInstance | None, parent: QWidget) -> QPushButton:
    """Make a button that calls a method or emits a signal."""
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    if does:
        button.clicked.connect(does)
    return button


def make_label(parent: QWidget, text: str = "", *, is_wrapped: bool = True) -> QLabel:
    """Make a label whose text is no HTML, whoever wrote it."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(is_wrapped)
    return label
