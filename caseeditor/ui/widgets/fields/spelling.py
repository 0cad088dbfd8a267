"""Attaches the spelling check to a field. Nothing of it is imported or made before there is a text to check."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMenu

from caseeditor.ui.widgets.fields.text_check import NEXT_KEY
from caseeditor.ui.widgets.fields.text_fields import LineEdit, PlainEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.ui.widgets.fields.speller import Speller
    from caseeditor.ui.widgets.fields.spelling_marks import SpellingMarks


def check_spelling(field: LineEdit | PlainEdit, speller: "Callable[[], Speller]") -> None:
    """Check the spelling of a field.

    A text of several lines is the agent's own, and is checked once it is shown; that of a line once it is edited.
    """
    later = _Later(field, speller)
    field.check = later
    if isinstance(field, LineEdit):
        field.textEdited.connect(later.note_edit)
    shortcut = QShortcut(QKeySequence(NEXT_KEY), field)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(lambda: later.marks().find_next())


class _Later:
    """Stands in for the marks of a field until it has a text to check."""

    def __init__(self, field: LineEdit | PlainEdit, speller: "Callable[[], Speller]") -> None:
        self._field = field
        self._speller = speller
        self._marks: SpellingMarks | None = None

    def marks(self) -> "SpellingMarks":
        """Make the marks, which take the place of this object."""
        if self._marks is None:
            from caseeditor.ui.widgets.fields.spelling_in_fields import EditSpelling, LineSpelling  # noqa: PLC0415

            field = self._field
            made = (
                LineSpelling(field, self._speller())
                if isinstance(field, LineEdit)
                else EditSpelling(field, self._speller())
            )
            self._marks = field.check = made
        return self._marks

    def note_edit(self) -> None:
        if self._marks is None:
            self.marks().note_edit()

    def paint(self, event: QPaintEvent) -> None:
        if isinstance(self._field, PlainEdit) and not self._field.document().isEmpty():
            made = self.marks()
            made.note_edit()
            made.paint(event)

    def add_to_menu(self, menu: QMenu, event: QContextMenuEvent) -> None:
        self.marks().add_to_menu(menu, event)
