"""The attributes of a template: names and values, with an empty row at the end."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableWidget, QTableWidgetItem, QWidget

from caseeditor.domain.text.fidelity import whole
from caseeditor.domain.text.short_text import in_a_cell
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.bidi import ByItsText
from caseeditor.ui.widgets.fields.marked_fields import MarkedLine
from caseeditor.ui.widgets.fields.open_editors import is_away, take_in
from caseeditor.ui.widgets.lists.item_data import Index


class _Cells(ByItsText):
    """Shows and edits each text in one line, with marks for line breaks and control characters."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:  # noqa: ARG002
        return in_a_cell(str(value or ""))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        line = MarkedLine(parent)
        line.setFrame(False)
        line.setAutoFillBackground(True)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return False if is_away(event) else super().eventFilter(watched, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, MarkedLine) and not editor.isModified():
            editor.fill(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, MarkedLine):
            model.setData(index, editor.exact_text())


class AttributeTable(QTableWidget):
    """Table `Attributes` of a template. A value is saved only with a name."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 2, parent)
        self.setAccessibleName(self.tr("Attributes"))
        self.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Value")])
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setItemDelegate(_Cells(self))
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        by_font(self, lambda: self.setMinimumHeight(self.fontMetrics().lineSpacing() * 6))
        self.itemChanged.connect(self._on_item)

    def show_attributes(self, attributes: Mapping[str, str]) -> None:
        """Show these attributes, and an empty row."""
        self.blockSignals(True)
        self.setRowCount(len(attributes) + 1)
        for row, pair in enumerate((*attributes.items(), ("", ""))):
            for column, text in enumerate(pair):
                self.setItem(row, column, QTableWidgetItem(text))
        self.blockSignals(False)
        self.viewport().update()

    def attributes(self) -> dict[str, str]:
        """Return the rows with a name; of two with the same name, the last one."""
        rows = ((self._text(row, 0), self._text(row, 1)) for row in range(self.rowCount()))
        return {name: value for name, value in rows if name.strip()}

    def take_in_editor(self) -> None:
        """Commit an open editor."""
        take_in(self)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return whole(item.text()) if item else ""

    def _on_item(self) -> None:
        last = self.rowCount() - 1
        if last < 0 or self._text(last, 0) or self._text(last, 1):
            self.setRowCount(last + 2)
        self.changed.emit()
