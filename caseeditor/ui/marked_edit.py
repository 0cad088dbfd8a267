"""Fields that show line breaks and control characters as marks, and read marks back as what they stand for."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from caseeditor.domain.marked import Marks, can_show_in_lines, marks_in_a_line, marks_in_lines
from caseeditor.ui.mark_words import tell_marks
from caseeditor.ui.plain_edit import LineEdit, PlainEdit


class MarkedLine(LineEdit):
    """A field of one line in which any text can be edited."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = Marks()
        self._said = ""
        self.textChanged.connect(self._tell)

    def describe(self, said: str) -> None:
        """Say something to screen readers, before what the marks stand for."""
        self._said = said
        self._tell()

    def fill(self, text: str) -> None:
        """Show a text; text() then has marks in it."""
        self._marks = marks_in_a_line(text)
        self.setText(self._marks.shown(text))
        self._tell()

    def exact_text(self) -> str:
        """Return the text, with what the marks stand for."""
        return self._marks.read(self.text())

    def _tell(self) -> None:
        tell_marks(self, self._marks.used(self.text()), self._said)


class MarkedEdit(PlainEdit):
    """A field of several lines in which any text can be edited; a new line break is of the kind it has most of.

    What can't be shown and comes in, be it by assistive technology, is marked at once.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = Marks()
        self._said = ""
        self._filled = ""
        self.textChanged.connect(self._on_text)

    def describe(self, said: str) -> None:
        """Say something to screen readers, before what the marks stand for."""
        self._said = said
        self._tell()

    def fill(self, text: str) -> None:
        """Show a text; shown_text() then has marks in it."""
        self._filled = text
        self._marks = marks_in_lines(text)
        self.setPlainText(self._marks.shown(text))
        self._tell()

    def is_edited(self) -> bool:
        """Tell whether the text is another than the one that was filled in."""
        return self.exact_text() != self._filled

    def exact_text(self) -> str:
        return self._marks.read(self.shown_text())

    def shown_text(self) -> str:
        """Return what stands in the field, marks and all, with LF between lines."""
        return super().exact_text()

    def _on_text(self) -> None:
        shown = self.shown_text()
        if not shown and not self.isUndoRedoEnabled():  # with an undo of its own, what had marks may come back
            self._marks = Marks()
        if can_show_in_lines(shown):
            self._tell()
            return
        meant = self._marks.read(shown)
        place = self._marks.read(_head(shown, self.textCursor().position()))
        self._marks = marks_in_lines(meant)
        cursor = self.textCursor()
        cursor.joinPreviousEditBlock()  # undoing takes back the marks with what they were made of
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._marks.shown(meant))
        cursor.endEditBlock()
        cursor.setPosition(_length(self._marks.shown(place)))
        self.setTextCursor(cursor)

    def _tell(self) -> None:
        tell_marks(self, self._marks.used(self.shown_text()), self._said)


def _head(text: str, units: int) -> str:
    """Return the beginning of a text up to a position as Qt counts, in units of UTF-16."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass")


def _length(text: str) -> int:
    """Return the length of a text as Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
