"""The delegate that paints and edits the cells of the attribute grid."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLocale,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from caseeditor.domain.editing.edit import Row
from caseeditor.domain.text.fidelity import with_hidden_shown
from caseeditor.ui.case.attributes.model import HINT, MARK, NAME, ROW, TONE, VALUE
from caseeditor.ui.case.attributes.name_completer import AttributeNames
from caseeditor.ui.messages.severity_colour import severity_colour
from caseeditor.ui.style.row_palette import row_palette
from caseeditor.ui.style.theme import muted
from caseeditor.ui.widgets.bidi import ByItsText
from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit, MarkedLine
from caseeditor.ui.widgets.fields.mime_text import text_of
from caseeditor.ui.widgets.fields.open_editors import OpenEditors, is_away
from caseeditor.ui.widgets.lists.item_data import Index

Hint = QAbstractItemDelegate.EndEditHint
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_EDGE = 2
_PAD = 5
_FILLED = "filled"
_LINES = 8
_WRAPPED = 20_000
"""Characters up to which an editor wraps its lines: a line of 1 MB would take seconds to break."""
_NEXT_LINE = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier)


class AttributeCells(ByItsText):
    """Edits a name in one line and a value in several; Enter and Tab commit, Esc reverts."""

    pasting = Signal()
    """Rows are pasted where a new name would be typed."""

    def __init__(self, names: AttributeNames, parent: QObject) -> None:
        super().__init__(parent)
        self._names = names
        self.editors = OpenEditors(self)

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        return with_hidden_shown(super().displayText(value, locale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark = index.data(MARK) if index.column() == NAME else None
        hint = index.data(HINT) if index.column() == VALUE else None
        if not mark and not hint:
            super().paint(painter, option, index)
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = row_palette(option)
        text = palette.color(QPalette.ColorRole.HighlightedText)
        colour = severity_colour(palette, index.data(TONE)) if mark else muted(palette)
        edge = QRect(option.rect)
        if mark:  # the name ends where its mark begins
            option.rect = edge.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(mark) - _PAD, 0)
        super().paint(painter, option, index)
        option.rect = edge
        painter.setPen(text if selected else colour)
        if mark:
            room = edge.adjusted(edge.width() - option.fontMetrics.horizontalAdvance(mark) - _PAD, 0, 0, 0)
            if selected:
                painter.fillRect(room, palette.color(QPalette.ColorRole.Highlight))
            painter.fillRect(edge.adjusted(0, 1, _EDGE - edge.width(), -1), colour)
            painter.drawText(edge.adjusted(0, 0, -_PAD, 0), _RIGHT, mark)
        if hint:
            painter.drawText(edge.adjusted(_PAD, 0, 0, 0), _LEFT, hint)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        if index.column() == NAME:
            line = _NameEdit(parent)
            line.setAccessibleName(self.tr("Name of the attribute"))
            line.describe(self.tr("Enter accepts, Escape cancels."))
            names = self._names.model()
            line.setCompleter(self._completer(names, line))
            names.modelReset.connect(line.offer)
            line.ended.connect(lambda hint: self._end(line, hint))
            line.pasting.connect(self.pasting)
            return line
        editor = _ValueEdit(parent)
        editor.setAccessibleName(self.tr("Value of {0}").format(index.model().index(index.row(), NAME).data()))
        editor.describe(self.tr("Enter accepts, Escape cancels."))
        editor.ended.connect(lambda hint: self._end(editor, hint))
        if index.data(ROW) != Row():  # not in the empty row, where a text becomes a new row
            self.editors.keep(editor, index)
        return editor

    def _completer(self, names: QAbstractItemModel, line: QLineEdit) -> QCompleter:
        completer = QCompleter(names, line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if offered := completer.popup():
            offered.setAccessibleName(self.tr("Names seen before"))
        return completer

    def _end(self, editor: QWidget, hint: Hint) -> None:
        if hint is Hint.RevertModelCache and isinstance(editor, _ValueEdit):
            self.editors.leave(editor)
            return
        if hint is not Hint.RevertModelCache:
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if editor.property(_FILLED):  # a text that is being typed is never replaced by a new answer
            return
        editor.setProperty(_FILLED, True)
        row = index.data(ROW)
        if isinstance(editor, _NameEdit):
            editor.fill(row.name)
        elif isinstance(editor, _ValueEdit):
            editor.fill(row.value)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, _NameEdit):
            model.setData(index, editor.exact_text())
        elif isinstance(editor, _ValueEdit):
            self.editors.give(editor, model, index)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        super().destroyEditor(editor, index)
        self.editors.forget(editor)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        editor.setGeometry(option.rect)
        if isinstance(editor, _ValueEdit):
            editor.grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_away(event) or event.type() == QEvent.Type.KeyPress:  # the editors emit themselves how they end
            return False
        return super().eventFilter(watched, event)


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


class _NameEdit(MarkedLine):
    """A field that completes known names. Its completer passes keys to it without any event filter."""

    ended = Signal(object)
    """The Hint: the way the editor ends."""
    pasting = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setAutoFillBackground(True)

    def offer(self) -> None:
        """Add names that were read after the typing began."""
        if self.isModified() and self.hasFocus():
            self.completer().setCompletionPrefix(self.text())
            self.completer().complete()

    def event(self, event: QEvent) -> bool:
        hint = _ending(event)
        if hint is None:
            return super().event(event)
        offered = self.completer().popup()
        if offered and offered.isVisible():
            offered.hide()
            if hint is Hint.RevertModelCache:  # Esc closes the completer first
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


class _ValueEdit(MarkedEdit):
    """Grows with its lines; Shift+Enter and Alt+Enter make a new one."""

    ended = Signal(object)
    """The Hint: the way the editor ends."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
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
