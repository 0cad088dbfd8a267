"""Text fields that give back exactly what they show, and leave undo to the case."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton, QWidget

from caseeditor.ui.direction import stand_by_its_text
from caseeditor.ui.dropping import is_for_window
from caseeditor.ui.field_menu import REDO_KEYS, show_menu

_PARAGRAPH, _LINE = "\u2029", "\u2028"
_LONGEST = 1_000_000_000
Standard = QKeySequence.StandardKey


def _is_undo(event: QEvent) -> bool:
    """Tell whether a field claims Undo or Redo before the window's actions see it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(Standard.Undo) or event.matches(Standard.Redo) or _is_redo(event)


def _is_redo(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) in [QKeySequence(each) for each in REDO_KEYS]


class LineEdit(QLineEdit):
    """A field of one line without Qt's limit of 32,767 characters. Undo is the case's, not the field's own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)

    def add_clear_button(self, name: str) -> None:
        """Offer a button that empties the field, while there is something in it; Qt's own has no name."""
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def event(self, event: QEvent) -> bool:
        if _is_undo(event):
            event.ignore()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self, event, is_the_cases=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_window(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)


class PlainEdit(QPlainTextEdit):
    """A field of several lines. Undo is the case's, not the field's own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.textChanged.connect(lambda: stand_by_its_text(self))

    def event(self, event: QEvent) -> bool:
        if _is_undo(event):
            event.setAccepted(self.isUndoRedoEnabled())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isUndoRedoEnabled() and _is_redo(event):  # Qt has but one of the keys on each system
            self.redo()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self, event, is_the_cases=not self.isUndoRedoEnabled())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_window(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def exact_text(self) -> str:
        """Return the text with LF between lines; toPlainText() would turn no-break spaces into spaces."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")
