"""How a pending note is edited in the list."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from caseeditor.ui.widgets.card_delegate import Cards
from caseeditor.ui.widgets.marked_fields import MarkedEdit

Index = QModelIndex | QPersistentModelIndex


class NoteCards(Cards):
    """Paints notes; a pending one opens in a field in its place."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        editor = MarkedEdit(parent)
        editor.setAccessibleName(self.tr("Edit note"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, MarkedEdit) and not editor.document().isModified():
            editor.fill(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, MarkedEdit) and editor.is_edited():
            model.setData(index, editor.exact_text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        editor.setGeometry(
            option.rect.adjusted(0, 0, 0, max(0, 4 * option.fontMetrics.height() - option.rect.height()))
        )
