"""Fields that show line breaks and control characters as marks, and read marks back as what they stand for."""

from PySide6.QtWidgets import QWidget

from caseeditor.domain.text.marks import Marks, marks_in_a_line, marks_in_lines
from caseeditor.ui.widgets.mark_texts import tell_marks
from caseeditor.ui.widgets.text_fields import LineEdit, PlainEdit


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
        self.show_exactly(self._marks.shown(text))
        self._tell()

    def exact_text(self) -> str:
        """Return the text, with what the marks stand for."""
        return self._marks.read(self.text())

    def _tell(self) -> None:
        tell_marks(self, self._marks.used(self.text()), self._said)


class MarkedEdit(PlainEdit):
    """A field of several lines in which any text can be edited; a new line break is of the kind it has most of."""

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

    @property
    def filled(self) -> str:
        """The text that was filled in."""
        return self._filled

    def is_edited(self) -> bool:
        """Tell whether the text is another than the one that was filled in."""
        return self.exact_text() != self._filled

    def exact_text(self) -> str:
        return self._marks.read(self.shown_text())

    def shown_text(self) -> str:
        """Return what stands in the field, marks and all, with LF between lines."""
        return super().exact_text()

    def _on_text(self) -> None:
        if self.document().isEmpty() and not self.isUndoRedoEnabled():  # its own undo may bring marks back
            self._marks = Marks()
        self._tell()

    def _tell(self) -> None:
        tell_marks(self, self._marks.used(self.shown_text()), self._said)
