"""Fields that show line breaks and control characters as visible marks, and read the marks back as these characters."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from caseeditor.domain.text.marks import Marks, marks_in_a_line, marks_in_lines
from caseeditor.ui.messages.mark_texts import mark_words
from caseeditor.ui.messages.texts import tip_words
from caseeditor.ui.widgets.fields.text_fields import LineEdit, PlainEdit, as_lines, end_of_change

Standard = QKeySequence.StandardKey


class MarkedLine(LineEdit):
    """A field of one line in which any text can be edited."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = Marks()
        self._said = ""
        self._copied = ""
        self.textChanged.connect(self._tell)

    def describe(self, said: str) -> None:
        """Set the description for screen readers; that of the marks follows it."""
        self._said = said
        self._tell()

    def fill(self, text: str) -> None:
        """Show a text; text() then has marks in it."""
        self._marks = marks_in_a_line(text)
        self.show_exactly(self._marks.shown(text))
        self._tell()

    def follow(self, text: str) -> None:
        """Show a text that was changed by undo, for example, with the cursor behind the change."""
        before = self.text()
        self.fill(text)
        self.place_cursor(end_of_change(before, self.text()))

    def place_cursor(self, place: int) -> None:
        """Put the cursor at a place of the shown text, in UTF-16 units."""
        self.setCursorPosition(place)

    def exact_text(self) -> str:
        """Return the text with the original characters instead of marks."""
        return self.read(self.text())

    def read(self, shown: str) -> str:
        """Return a part of the field with the original characters instead of marks."""
        return self._marks.read(shown)

    # The clipboard gets the original text: another program would take a mark for a letter. Pasted here it is the same.

    def copy(self) -> None:
        if shown := self.selectedText():
            self._copied = shown
            QGuiApplication.clipboard().setText(self.read(shown))

    def cut(self) -> None:
        self.copy()
        self.del_()

    def take(self, text: str) -> None:
        super().take(self._copied if text == self.read(self._copied) else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(Standard.Copy):
            self.copy()
        elif event.matches(Standard.Cut) and not self.isReadOnly():
            self.cut()
        else:
            super().keyPressEvent(event)

    def createStandardContextMenu(self) -> QMenu:
        menu = super().createStandardContextMenu()
        for action in menu.actions():
            if does := {"edit-copy": self.copy, "edit-cut": self.cut}.get(action.objectName()):
                action.triggered.disconnect()
                action.triggered.connect(does)
        return menu

    def _tell(self) -> None:
        _tell_marks(self, self._marks.used(self.text()), self._said)


class MarkedEdit(PlainEdit):
    """A field of several lines in which any text can be edited. A new line break is of the kind that prevails."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = Marks()
        self._said = ""
        self._filled = ""
        self._copied = ""
        self.textChanged.connect(self._on_text)

    def describe(self, said: str) -> None:
        """Set the description for screen readers; that of the marks follows it."""
        self._said = said
        self._tell()

    def fill(self, text: str) -> None:
        """Show a text; shown_text() then has marks in it."""
        self._filled = text
        self._marks = marks_in_lines(text)
        self.setPlainText(self._marks.shown(text))
        self._tell()

    def follow(self, text: str) -> None:
        """Show a text that was changed by undo, for example, with the cursor behind the change."""
        before = self.shown_text()
        self.fill(text)
        cursor = self.textCursor()
        cursor.setPosition(end_of_change(before, self.shown_text()))
        self.setTextCursor(cursor)

    @property
    def filled(self) -> str:
        """The text that was last filled in."""
        return self._filled

    def is_edited(self) -> bool:
        """Tell whether the text differs from the one that was filled in."""
        return self.exact_text() != self._filled

    def exact_text(self) -> str:
        return self.read(self.shown_text())

    def read(self, shown: str) -> str:
        """Return a part of the field with the original characters instead of marks."""
        return self._marks.read(shown)

    def shown_text(self) -> str:
        """Return the text with its marks, and LF between lines."""
        return super().exact_text()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the copied or dragged text with its original characters: elsewhere a mark would be a letter."""
        self._copied = as_lines(self.textCursor().selectedText())
        data = QMimeData()
        data.setText(self._marks.read(self._copied))
        return data

    def take(self, text: str) -> None:
        super().take(self._copied if text == self._marks.read(self._copied) else text)

    def _on_text(self) -> None:
        if self.document().isEmpty() and not self.isUndoRedoEnabled():  # the field's own undo may bring marks back
            self._marks = Marks()
        self._tell()

    def _tell(self) -> None:
        _tell_marks(self, self._marks.used(self.shown_text()), self._said)


def _tell_marks(field: QWidget, marks: Iterable[tuple[str, str]], said: str = "") -> None:
    """Describe the marks of a field in its tooltip and, after `said`, to screen readers."""
    words = mark_words(marks)
    described = f"{said} {words}".strip()
    if field.accessibleDescription() != described:  # a screen reader announces each call
        field.setAccessibleDescription(described)
        field.setToolTip(tip_words(words))
