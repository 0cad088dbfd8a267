"""The model of the queue's list."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from caseeditor.domain.queue.rows import QueueRow
from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.messages.texts import tip_words
from caseeditor.ui.queue.row_look import RowLook, look_of
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import runs

CASE_ID = Qt.ItemDataRole.UserRole
LOOK = CASE_ID + 1
"""The RowLook of a row."""


class QueueModel(QAbstractListModel):
    """Rows in the order given, identified by their case."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[QueueRow] = []
        self._drafts: frozenset[str] = frozenset()
        self._now = 0.0
        self._looks: dict[str, RowLook] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _ if role == LOOK:
                return self._look(row)
            case _ if role == CASE_ID:
                return row.case.case_id
            case Role.DisplayRole | Role.AccessibleTextRole:
                return self._look(row).name
            case Role.AccessibleDescriptionRole:
                return self._look(row).description
            case Role.ToolTipRole:
                look = self._look(row)
                return tip_words(f"{isolated(row.case.subject)}\n{look.name}\n{look.description}")
        return None

    def ids(self) -> list[str]:
        return [row.case.case_id for row in self._rows]

    @property
    def in_order(self) -> Sequence[QueueRow]:
        return self._rows

    @property
    def rows(self) -> dict[str, QueueRow]:
        """The rows by case, in their order."""
        return {row.case.case_id: row for row in self._rows}

    def row_of(self, case_id: str) -> int:
        """Return the row of a case; -1 if there is none."""
        return next((place for place, row in enumerate(self._rows) if row.case.case_id == case_id), -1)

    def show_rows(self, new: Sequence[QueueRow], now: float) -> None:
        """Show these rows: no row is removed and inserted again, so that selection and place stay."""
        self._now = now
        self._remove_others({row.case.case_id for row in new})
        self._reorder(new)
        self._insert(new)
        self._replace(new)

    def count_from(self, now: float) -> None:
        """Count the times of rows that are not yet in sight from now."""
        self._now = now

    def tell_time(self, now: float) -> None:
        """Count the times of all rows from now."""
        self._now = now
        self._looks.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def show_drafts(self, drafts: frozenset[str]) -> None:
        """Mark the cases with a draft."""
        differing, self._drafts = self._drafts ^ drafts, drafts
        self._tell_changed(place for place, row in enumerate(self._rows) if row.case.case_id in differing)

    def _look(self, row: QueueRow) -> RowLook:
        case_id = row.case.case_id
        look = self._looks.get(case_id)
        if look is None:
            look = self._looks[case_id] = look_of(row, self._now, has_draft=case_id in self._drafts)
        return look

    def _remove_others(self, kept: set[str]) -> None:
        gone = [place for place, row in enumerate(self._rows) if row.case.case_id not in kept]
        for first, last in reversed(runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            for row in self._rows[first : last + 1]:
                self._looks.pop(row.case.case_id, None)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, new: Sequence[QueueRow]) -> None:
        there = {row.case.case_id: row for row in self._rows}
        wanted = [there[row.case.case_id] for row in new if row.case.case_id in there]
        if wanted == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._rows[index.row()].case.case_id for index in before]
        self._rows = wanted
        places = {row.case.case_id: place for place, row in enumerate(wanted)}
        self.changePersistentIndexList(before, [self.index(places[case_id]) for case_id in held])
        self.layoutChanged.emit()

    def _insert(self, new: Sequence[QueueRow]) -> None:
        there = {row.case.case_id for row in self._rows}
        for first, last in runs(place for place, row in enumerate(new) if row.case.case_id not in there):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = new[first : last + 1]
            self.endInsertRows()

    def _replace(self, new: Sequence[QueueRow]) -> None:
        differing = [place for place, row in enumerate(new) if row is not self._rows[place]]
        for place in differing:
            self._rows[place] = new[place]
        self._tell_changed(differing)

    def _tell_changed(self, places: Iterable[int]) -> None:
        for first, last in runs(places):
            for row in self._rows[first : last + 1]:
                self._looks.pop(row.case.case_id, None)
            self.dataChanged.emit(self.index(first), self.index(last))
