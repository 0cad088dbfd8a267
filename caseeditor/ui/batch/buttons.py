"""Buttons of the page: none is pressed by Enter in a field."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget


def make_button(text: str, does: Callable[[], object] | SignalInstance | None, parent: QWidget) -> QPushButton:
    """Make a button that calls a method or emits a signal."""
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    if does:
        button.clicked.connect(does)
    return button
