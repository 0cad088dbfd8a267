"""The table *Attributes* of a batch: a rule for each, and an empty row for the next one."""

from typing import Any

import msgspec
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from caseeditor.domain.batch.plan.recipe import How, ValueRule
from caseeditor.domain.text.short_text import in_a_cell
from caseeditor.ui.batch.texts import how_name
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.fields.text_fields import LineEdit
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.wheel import ComboBox

NAME, VALUE, HOW, EXPECTED = range(4)
_FIELDS = ("name", "value", "how", "expected")
_EMPTY = ValueRule()
_ROWS = (2, 6)
"""The least and the most rows in sight."""


class RulesModel(QAbstractTableModel):
    """The rules, the last row empty. A row whose name is cleared goes once the editor is closed."""

    edited = Signal(object)
    """The rules, as a tuple of ValueRule."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rules: tuple[ValueRule, ...] = ()
        self.is_editable = True

    def show_rules(self, rules: tuple[ValueRule, ...]) -> None:
        """Show other rules."""
        if rules != self._rules:
            self.beginResetModel()
            self._rules = rules
            self.endResetModel()

    def rule(self, row: int) -> ValueRule:
        return self._rules[row] if row < len(self._rules) else _EMPTY

    def remove(self, row: int) -> None:
        """Remove a rule."""
        if self.is_editable and row < len(self._rules):
            self.beginRemoveRows(QModelIndex(), row, row)
            self._rules = self._rules[:row] + self._rules[row + 1 :]
            self.endRemoveRows()
            self.edited.emit(self._rules)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rules) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if role != Role.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Name"), self.tr("Value"), self.tr("How"), self.tr("Only where it is"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if self._can_edit(index.row(), index.column()) else found

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        rule, column = self.rule(index.row()), index.column()
        is_new = index.row() == len(self._rules)
        if role == Role.EditRole:
            return rule.how if column == HOW else getattr(rule, _FIELDS[column])
        if role == Role.DisplayRole:
            if column == HOW:
                return "" if is_new else how_name(rule.how)
            return in_a_cell(getattr(rule, _FIELDS[column])) if self._has_meaning(rule, column) else ""
        if role == Role.AccessibleDescriptionRole and is_new and column == NAME:
            return self.tr("New attribute")
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's signature
        row, column = index.row(), index.column()
        if role != Role.EditRole or not self._can_edit(row, column):
            return False
        given = value.strip() if column == NAME and isinstance(value, str) else value
        rule = msgspec.structs.replace(self.rule(row), **{_FIELDS[column]: given})
        if rule == self.rule(row):
            return False
        if row < len(self._rules) and not rule.name:
            self.remove(row)
            return True
        if row == len(self._rules):
            self.beginInsertRows(QModelIndex(), row + 1, row + 1)  # this row stays the current one
            self._rules = (*self._rules, rule)
            self.endInsertRows()
        else:
            self._rules = (*self._rules[:row], rule, *self._rules[row + 1 :])
        self.dataChanged.emit(self.index(row, 0), self.index(row, EXPECTED))
        self.edited.emit(self._rules)
        return True

    def _can_edit(self, row: int, column: int) -> bool:
        if not self.is_editable:
            return False
        return column == NAME or (
            row < len(self._rules) and (column == HOW or self._has_meaning(self.rule(row), column))
        )

    @staticmethod
    def _has_meaning(rule: ValueRule, column: int) -> bool:
        if column == EXPECTED:
            return rule.how is How.IF_IS
        return column != VALUE or rule.how is not How.CLEAR


class _RuleDelegate(QStyledItemDelegate):
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the purpose of the empty row in its first cell."""
        super().initStyleOption(option, index)
        if purpose := index.data(Role.AccessibleDescriptionRole):
            option.text = f"+ {purpose}"
            option.palette.setBrush(QPalette.ColorRole.Text, option.palette.placeholderText())

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() != HOW:
            line = LineEdit(parent)
            line.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
            return line
        box = ComboBox(parent)
        box.setAccessibleName(str(index.model().headerData(HOW, Qt.Orientation.Horizontal)))
        for how in How:
            box.addItem(how_name(how), how.value)
        box.activated.connect(lambda: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Role.EditRole).value))
        elif isinstance(editor, LineEdit):
            editor.show_exactly(str(index.data(Role.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ComboBox):
            model.setData(index, How(editor.currentData()))
        elif isinstance(editor, LineEdit):
            model.setData(index, editor.text())


class RulesTable(QTableView):
    """Enter or a key edits a cell, Delete removes a row."""

    def __init__(self, model: RulesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rules = model
        self.setModel(model)
        self.setItemDelegate(_RuleDelegate(self))
        self.setAccessibleName(self.tr("Attributes"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        by_font(self, self._fit)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:  # an editor passes Enter on
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self._rules.remove(index.row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if self._rules.flags(index) & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
        else:
            super().keyPressEvent(event)

    def insert_text(self, text: str) -> None:
        """Append a text to the value of the current row."""
        row = self.currentIndex().row()
        if 0 <= row < self._rules.rowCount() - 1:
            index = self._rules.index(row, VALUE)
            self._rules.setData(index, f"{self._rules.rule(row).value}{text}")

    def commit(self) -> None:
        """Close an open editor, and keep its text."""
        if (editor := self.focusWidget()) and self.isAncestorOf(editor) and isinstance(editor, LineEdit | ComboBox):
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing() + 10
        self.verticalHeader().setDefaultSectionSize(line)
        least, most = _ROWS
        rows = min(max(self._rules.rowCount(), least), most)
        self.setFixedHeight(line * (rows + 1) + 4)
