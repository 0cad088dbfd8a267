"""The editors of the cells of the attribute grid. They emit themselves how they end."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit, MarkedLine
from caseeditor.ui.widgets.fields.mime_text import text_of
from caseeditor.ui.widgets.fields.suggestions import Suggestion, Suggestions

Hint = QAbstractItemDelegate.EndEditHint
_LINES = 8
_WRAPPED = 20_000
"""Characters up to which an editor wraps its lines: a line of 1 MB would take seconds to break."""
_NEXT_LINE = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier)


def _ending(event: QEvent) -> Hint | None:
    """Return how a key ends the editing of a cell; None if it does not."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return None
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_Backtab:
        return Hint.EditPreviousItem
    if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
        return None
    return {
        Qt.Key.Key_Tab: Hint.EditNextItem,
        Qt.Key.Key_Return: Hint.SubmitModelCache,
        Qt.Key.Key_Enter: Hint.SubmitModelCache,
        Qt.Key.Key_Escape: Hint.RevertModelCache,
    }.get(key)


class NameEdit(MarkedLine):
    """A field that completes known names."""

    ended = Signal(object)
    """The Hint: the way the editor ends."""
    pasting = Signal()

    def __init__(self, find: Callable[[str], Sequence[Suggestion]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setAutoFillBackground(True)
        self._pasted = ""
        self.suggestions = Suggestions(self, find)
        self.suggestions.chosen.connect(lambda: self.ended.emit(Hint.EditNextItem))

    def is_typed(self) -> bool:
        """Tell whether the text is neither the pasted one nor that of a suggestion."""
        return self.exact_text() not in (self._pasted, self.suggestions.taken)

    def take(self, text: str) -> None:
        super().take(text)
        self._pasted = self.exact_text()

    def event(self, event: QEvent) -> bool:
        hint = _ending(event)
        if hint is None:
            return super().event(event)
        is_reverted = hint is Hint.RevertModelCache
        if self.suggestions.is_open:
            self.suggestions.close(is_reverted=is_reverted)
            if is_reverted:  # Esc closes the list first
                return True
        self.ended.emit(hint)
        return True

    def paste_from(self, mode: QClipboard.Mode) -> None:
        if mode == QClipboard.Mode.Clipboard and self._is_rows():
            self.ended.emit(Hint.RevertModelCache)
            self.pasting.emit()
        else:
            super().paste_from(mode)

    def _is_rows(self) -> bool:
        """Tell whether more than a name is on the clipboard, and nothing typed yet: lines, cells, or JSON."""
        if self.text():
            return False
        from caseeditor.domain.editing.pasting import is_for_grid  # noqa: PLC0415 - the case is on screen before it is

        return is_for_grid(text_of(QGuiApplication.clipboard().mimeData()))


class ValueEdit(MarkedEdit):
    """Grows with its lines; Shift+Enter and Alt+Enter make a new one."""

    ended = Signal(object)
    """The Hint: the way the editor ends."""

    def __init__(self, name: str, find: Callable[[str], Sequence[Suggestion]], parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        """The attribute's name."""
        self.typed_name = ""
        """The text in the empty row that led here, if it is another one: Shift+Tab makes it a new attribute."""
        self.suggestions = Suggestions(self, find)
        self.suggestions.chosen.connect(lambda: self.ended.emit(Hint.NoHint))
        self.setUndoRedoEnabled(True)  # text in an open editor is not yet a change of the case
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self.grow)

    def setPlainText(self, text: str) -> None:
        wraps = len(text) <= _WRAPPED
        self.setLineWrapMode(MarkedEdit.LineWrapMode.WidgetWidth if wraps else MarkedEdit.LineWrapMode.NoWrap)
        super().setPlainText(text)
        self.grow()

    def event(self, event: QEvent) -> bool:
        hint = _ending(event)
        if hint is None:
            return super().event(event)
        if hint is Hint.SubmitModelCache and self.suggestions.run_current():
            return True
        is_open, is_reverted = self.suggestions.is_open, hint is Hint.RevertModelCache
        is_edited = self.is_edited()
        self.suggestions.close(is_reverted=is_reverted)
        if not (is_open and is_reverted and is_edited):  # Esc closes the list of a typed text first
            self.ended.emit(hint)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _NEXT_LINE:
            self.insertPlainText("\n")  # Shift+Enter would make a line break that is none of the text
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def grow(self) -> None:
        lines = min(max(int(self.document().size().height()), 1), _LINES)
        height = lines * self.fontMetrics().lineSpacing() + 2 * self.frameWidth() + 6
        parent = self.parentWidget()
        room = parent.height() if parent else height
        self.resize(self.width(), min(max(height, self.minimumHeight()), room))
        self.move(self.x(), max(0, min(self.y(), room - self.height())))
