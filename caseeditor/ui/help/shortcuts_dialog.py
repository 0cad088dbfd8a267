"""Help, Shortcuts: all shortcuts in a searchable table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.text.folding import fold
from caseeditor.ui.help.shortcuts import Keys
from caseeditor.ui.widgets.dialogs import standard_buttons
from caseeditor.ui.widgets.fields.text_fields import LineEdit
from caseeditor.ui.widgets.lists.item_data import Index, Role


class KeysModel(QAbstractTableModel):
    """One row for each shortcut: action, key, place."""

    def __init__(self, keys: Sequence[Keys], parent: QObject) -> None:
        super().__init__(parent)
        self._all = tuple(keys)
        self._shown = self._all

    def look_for(self, wanted: str) -> None:
        """Show the rows that contain every word."""
        words = fold(wanted).split()
        self.beginResetModel()  # other letters lead to other rows
        self._shown = tuple(each for each in self._all if all(word in fold(_whole(each)) for word in words))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if role == Role.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("Action"), self.tr("Keys"), self.tr("Where"))[section]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        keys = self._shown[index.row()]
        if role == Role.DisplayRole:
            return (keys.what, keys.keys, keys.where)[index.column()]
        return _whole(keys) if role == Role.AccessibleTextRole else None


class ShortcutsDialog(QDialog):
    """Dialog `Shortcuts`."""

    def __init__(self, keys: Sequence[Keys], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = KeysModel(keys, self)
        search = LineEdit(self)
        search.setAccessibleName(self.tr("Search shortcuts"))
        search.setPlaceholderText(self.tr("Search shortcuts"))
        search.textChanged.connect(self._model.look_for)
        self._table = self._make_table()
        buttons = standard_buttons(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(search)
        layout.addWidget(self._table, 1)
        layout.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 100, metrics.height() * 30)
        search.setFocus()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("Shortcuts"))
        table.setModel(self._model)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setCornerButtonEnabled(False)
        rows, columns = table.verticalHeader(), table.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(table.fontMetrics().height() + 8)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        return table


def _whole(keys: Keys) -> str:
    return f"{keys.what}: {keys.keys} ({keys.where})"
