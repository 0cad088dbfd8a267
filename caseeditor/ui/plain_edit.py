"""Text fields that give back exactly what they show, and leave undo to the case."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton, QWidget

from caseeditor.ui.direction import stand_by_its_text
from caseeditor.ui.dropping import is_for_window

_PARAGRAPH, _LINE = "\u2029", "\u2028"
_LONGEST = 1_000_000_000
Standard = QKeySequence.StandardKey


def _is_undo(event: QEvent) -> bool:
    """Tell whether a field claims Undo or Redo before the window's actions see it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    is_ctrl_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.matches(Standard.Undo) or event.matches(Standard.Redo) or is_ctrl_y


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
        if not self.isUndoRedoEnabled() and _is_undo(event):
            event.ignore()
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_window(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def exact_text(self) -> str:
        """Return the text with LF between lines; toPlainText() would turn no-break spaces into spaces."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")
