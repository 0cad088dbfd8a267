"""The interface between a field and the check of its text, which is attached to it where there is one."""

from typing import Protocol

from PySide6.QtGui import QContextMenuEvent, QPaintEvent
from PySide6.QtWidgets import QMenu

NEXT_KEY = "F7"
"""Goes to the next mark."""


class TextCheck(Protocol):
    """Marks parts of a field's text. It changes the text only when the agent chooses a replacement."""

    def paint(self, event: QPaintEvent) -> None:
        """Paint the marks over the text. Called at the end of each painting of the field."""

    def add_to_menu(self, menu: QMenu, event: QContextMenuEvent) -> None:
        """Add entries for the word that the menu is about."""
