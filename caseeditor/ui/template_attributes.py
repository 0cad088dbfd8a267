"""The attributes of a template: names and values, with an empty row at the end."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from caseeditor.domain.plain import whole
from caseeditor.ui.editing import take_in
from caseeditor.ui.plain_edit import LineEdit, PlainEdit
from caseeditor.ui.text_size import by_font

Index = QModelIndex | QPersistentModelIndex
_NAME = 0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEXT_LINE = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier)
_LINES = 3


class _Cells(QStyledItemDelegate):
    """Edits a name in a line, a value in several; Enter takes it, Shift+Enter and Alt+Enter make a new line."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        if index.column() == _NAME:
            line = LineEdit(parent)
            line.setFrame(False)
            line.setAutoFillBackground(True)
            return line
        return PlainEdit(parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, LineEdit):
            editor.show_exactly(text)
        elif isinstance(editor, PlainEdit):
            editor.setPlainText(text)
            editor.selectAll()
            editor.document().setModified(False)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, LineEdit):
            model.setData(index, editor.text())
        elif isinstance(editor, PlainEdit) and editor.document().isModified():
            model.setData(index, editor.exact_text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, PlainEdit):
            editor.resize(editor.width(), max(editor.height(), _LINES * editor.fontMetrics().lineSpacing()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_enter = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER
        if not is_enter or not isinstance(watched, PlainEdit):
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.modifiers() in _NEXT_LINE:
            watched.insertPlainText("\n")
        else:
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.SubmitModelCache)
        return True


class AttributeTable(QTableWidget):
    """Table `Attributes` of a template. A value without a name is kept only once it has one."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 2, parent)
        self.setAccessibleName(self.tr("Attributes"))
        self.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Value")])
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Cells(self))
        by_font(self, lambda: self.setMinimumHeight(self.fontMetrics().lineSpacing() * 6))
        self.itemChanged.connect(self._on_item)

    def show_attributes(self, attributes: Mapping[str, str]) -> None:
        """Show these, and a row for a further one."""
        self.blockSignals(True)
        self.setRowCount(len(attributes) + 1)
        for row, pair in enumerate((*attributes.items(), ("", ""))):
            for column, text in enumerate(pair):
                self.setItem(row, column, QTableWidgetItem(text))
        self.blockSignals(False)
        self.viewport().update()

    def attributes(self) -> dict[str, str]:
        """Return what stands in the rows that have a name; of two of one name the last one counts."""
        rows = ((self._text(row, 0), self._text(row, 1)) for row in range(self.rowCount()))
        return {name: value for name, value in rows if name.strip()}

    def take_in_editor(self) -> None:
        """Have what stands in an open editor count."""
        take_in(self)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return whole(item.text()) if item else ""

    def _on_item(self) -> None:
        last = self.rowCount() - 1
        if last < 0 or self._text(last, 0) or self._text(last, 1):
            self.setRowCount(last + 2)
        self.changed.emit()
