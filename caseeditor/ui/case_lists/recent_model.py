"""The models of recent cases and of cases with a draft."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from caseeditor.domain.local.recent import RecentCase
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.case_lists.row_delegate import BELOW, CASE_ID, SUBJECT
from caseeditor.ui.messages.texts import tip_words
from caseeditor.ui.widgets.lists.item_data import Index, Role


class RememberedModel(QAbstractListModel):
    """Rows that are replaced as a whole and identified by their case; `below` returns the second line of one."""

    def __init__(self, below: Callable[[RecentCase], str], parent: QObject) -> None:
        super().__init__(parent)
        self._below = below
        self.lines: list[RecentCase] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if role == Role.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.tr("Case")
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Role.DisplayRole:
                return f"{line.case_id} {in_a_list(line.subject)}".strip()
            case Role.ToolTipRole:
                return tip_words(f"{line.case_id} {isolated(line.subject)}\n{self._below(line)}")
            case Role.AccessibleDescriptionRole:
                return self._below(line)
        return {CASE_ID: line.case_id, SUBJECT: in_a_list(line.subject), BELOW: self._below(line)}.get(role)

    def row_of(self, case_id: str) -> int:
        """Return the row of a case; -1 if there is none."""
        return next((row for row, line in enumerate(self.lines) if line.case_id == case_id), -1)

    def show_lines(self, new: tuple[RecentCase, ...]) -> None:
        """Show these rows, with as few insertions and removals as possible."""
        root = QModelIndex()
        kept = {line.case_id for line in new}
        for row in reversed(range(len(self.lines))):
            if self.lines[row].case_id not in kept:
                self.beginRemoveRows(root, row, row)
                del self.lines[row]
                self.endRemoveRows()
        for row, line in enumerate(new):
            there = self.row_of(line.case_id)
            if there < 0:
                self.beginInsertRows(root, row, row)
                self.lines.insert(row, line)
                self.endInsertRows()
            elif there != row:
                self.beginMoveRows(root, there, there, root, row)
                self.lines.insert(row, self.lines.pop(there))
                self.endMoveRows()
            if self.lines[row] != line:
                self.lines[row] = line
                self.dataChanged.emit(self.index(row), self.index(row))
