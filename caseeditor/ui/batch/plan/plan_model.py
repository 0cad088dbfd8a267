"""The model of the table *Plan*: groups that unfold to their rows, in place. Cells are worded when they are painted."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from caseeditor.domain.batch.row import Row
from caseeditor.domain.text.short_text import in_a_cell
from caseeditor.ui.batch.plan.plan_groups import GroupKey, PlanGroup, PlanGroups
from caseeditor.ui.batch.tables import LinesModel
from caseeditor.ui.batch.texts import after_words, before_words, cases_words, field_words, plan_name, why_words
from caseeditor.ui.messages.texts import number_words, tip_words
from caseeditor.ui.state.batch.open_batch import OpenBatch
from caseeditor.ui.state.slices import SlicedWork
from caseeditor.ui.style.font_scaling import demi_bold
from caseeditor.ui.widgets.lists.item_data import Index, Role

CASE, FIELD, BEFORE, AFTER, OUTCOME = range(5)
_AT_ONCE = 100
_ROLES = (Role.DisplayRole, Role.AccessibleTextRole, Role.AccessibleDescriptionRole, Role.ToolTipRole, Role.FontRole)


class PlanModel(LinesModel):
    """Follows the rows of a batch, except while its plan is being made. A run changes no plan."""

    grouped = Signal()
    """The groups are those of the present rows."""

    def __init__(self, opened: OpenBatch, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._groups: list[PlanGroup] = []
        self._starts: list[int] = [0]
        """The first line of each group, and the number of lines."""
        self._open: set[GroupKey] = set()
        """Groups whose rows are shown."""
        self._marked: set[GroupKey] = set()
        """Those with the arrow of an unfolded one: views read it before their rows come."""
        self._slices = SlicedWork(self)
        self.counted = PlanGroups()
        self.is_current = False
        """The groups are those of the present rows."""
        self._is_late = False
        """Whether rows changed while the plan was being made."""
        opened.rows_changed.connect(self._on_rows)
        opened.progress_changed.connect(self._catch_up)
        self.group()

    def group(self) -> None:
        """Group the rows anew, in slices."""
        self.is_current = False
        self._is_late = self._opened.progress is not None
        if not self._is_late:
            counted = PlanGroups()
            self._slices.start(_collect(counted, self._opened.rows), lambda: self._show(counted))

    def _catch_up(self) -> None:
        if self._is_late and self._opened.progress is None:
            self.group()

    def _on_rows(self, places: tuple[int, ...] | None) -> None:
        if places is None or self._opened.is_editable:
            self.group()

    # Lines.

    def group_at(self, line: int) -> PlanGroup | None:
        """Return the group of a line."""
        return self._groups[self._at(line)[0]] if 0 <= line < self._starts[-1] else None

    def row_at(self, line: int) -> Row | None:
        """Return the row of a line; that of a group is its first."""
        group = self.group_at(line)
        if group is None or not len(group.places):
            return None
        place = max(self._at(line)[1], 0)
        return self._row(group, place)

    def key_of(self, line: int) -> tuple[GroupKey, int] | None:
        group = self.group_at(line)
        if group is None:
            return None
        place = self._at(line)[1]
        return group.key, group.places[place] if place >= 0 else -1

    def line_of(self, key: tuple[GroupKey, int]) -> int:
        """Return the line of a row in a group, that of the group if it is not shown."""
        number = next((number for number, each in enumerate(self._groups) if each.key == key[0]), -1)
        if number < 0:
            return -1
        places = self._groups[number].places
        place = bisect_left(places, key[1])
        has_line = key[0] in self._open and place < len(places) and places[place] == key[1]
        return self._starts[number] + (1 + place if has_line else 0)

    def is_group(self, line: int) -> bool:
        return 0 <= line < self._starts[-1] and self._at(line)[1] < 0

    def is_unfolded(self, line: int) -> bool:
        group = self.group_at(line)
        return group is not None and group.key in self._open

    def line_of_group(self, line: int) -> int:
        """Return the line of the group that a line belongs to."""
        return self._starts[self._at(line)[0]]

    def unfold(self, line: int, *, is_open: bool) -> None:
        """Show or hide the rows of a group."""
        group = self.group_at(line)
        if group is None or is_open is (group.key in self._open):
            return
        first = self.line_of_group(line) + 1
        last = first + len(group.places) - 1
        (self._marked.add if is_open else self._marked.discard)(group.key)
        self.dataChanged.emit(self.index(first - 1, 0), self.index(first - 1, OUTCOME))
        if is_open:
            self.beginInsertRows(QModelIndex(), first, last)
            self._open.add(group.key)
            self._count()
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), first, last)
            self._open.discard(group.key)
            self._count()
            self.endRemoveRows()

    # Qt's interface.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._starts[-1]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if role != Role.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Case"), self.tr("Field"), self.tr("Before"), self.tr("After"), self.tr("Outcome"))[section]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if role not in _ROLES:
            return None
        number, child = self._at(index.row())
        group = self._groups[number]
        if role == Role.AccessibleDescriptionRole or (role == Role.AccessibleTextRole and index.column() == CASE):
            return self._told(group, child, index.column(), role)
        if role == Role.FontRole:
            table = self.parent()
            is_heading = child < 0 and index.column() == CASE
            return demi_bold(table.font()) if is_heading and isinstance(table, QWidget) else None
        words = self._group_words(group, index.column()) if child < 0 else self._row_words(group, child, index.column())
        if role == Role.ToolTipRole:
            return tip_words(words) if len(words) > 30 else None  # noqa: PLR2004 - what a narrow column shows
        if child < 0 and index.column() == CASE and role == Role.DisplayRole:
            return f"{'▾' if group.key in self._marked else '▸'} {words}"
        return in_a_cell(words)

    def _told(self, group: PlanGroup, child: int, column: int, role: int) -> str | None:
        """Return a case's ID to assistive technology, its subject as the description; of a group, the count."""
        row = self._row(group, child) if child >= 0 else None
        if role == Role.AccessibleTextRole:
            return row.case_id if row else self._group_words(group, CASE)
        return in_a_cell(row.subject) if row and column == CASE else None

    def _group_words(self, group: PlanGroup, column: int) -> str:
        change = group.key.change
        if column == CASE:
            return cases_words(len(group.places))
        if column == OUTCOME:
            return self._group_outcome(group)
        if change is None:
            return ""
        if column == FIELD:
            return field_words(change)
        if group.key.is_many:
            return self.tr("(various)")
        return before_words(change) if column == BEFORE else after_words(change)

    def _group_outcome(self, group: PlanGroup) -> str:
        if group.is_out:
            return self.tr("taken out")
        said = plan_name(group.key.plan)
        if group.out:
            return self.tr("{0}, {1} taken out").format(said, number_words(group.out))
        return said

    def _row_words(self, group: PlanGroup, child: int, column: int) -> str:
        row = self._row(group, child)
        if row is None:
            return ""
        if column == CASE:
            return f"    {row.case_id}  {row.subject}".rstrip()
        if column == OUTCOME:
            return self._row_outcome(row, group, child)
        if not row.changes or group.key.change is None:
            return ""
        change = row.changes[min(group.changes[child], len(row.changes) - 1)]
        if column == FIELD:
            return field_words(change)
        return before_words(change) if column == BEFORE else after_words(change)

    def _row_outcome(self, row: Row, group: PlanGroup, child: int) -> str:
        change = (
            row.changes[group.changes[child]] if group.key.change and group.changes[child] < len(row.changes) else None
        )
        if row.is_out or (change and change.field in row.fields_out):
            return self.tr("taken out")
        reason = why_words(row)
        return f"{plan_name(row.plan)}: {reason}" if reason else plan_name(row.plan)

    # Content.

    def _at(self, line: int) -> tuple[int, int]:
        """Return the group of a line, and the place in it, -1 for the group's own line."""
        number = bisect_right(self._starts, line) - 1
        return number, line - self._starts[number] - 1

    def _row(self, group: PlanGroup, child: int) -> Row | None:
        place = group.places[child]
        return self._opened.rows[place] if place < len(self._opened.rows) else None

    def _count(self) -> None:
        sizes = (1 + (len(group.places) if group.key in self._open else 0) for group in self._groups)
        self._starts = [0, *accumulate(sizes)]

    def _show(self, counted: PlanGroups) -> None:
        self.is_current = True
        groups = counted.groups()
        self.counted = counted
        if [(each.key, each.places) for each in groups] == [(each.key, each.places) for each in self._groups]:
            self._groups = groups  # something was taken out or put back
            if groups:
                self.dataChanged.emit(self.index(0, 0), self.index(self._starts[-1] - 1, OUTCOME))
        else:
            self.beginResetModel()
            self._groups = groups
            self._open &= {group.key for group in groups}
            self._marked = set(self._open)
            self._count()
            self.endResetModel()
        self.grouped.emit()


def _collect(counted: PlanGroups, rows: Sequence[Row]) -> Iterator[None]:
    for place, row in enumerate(rows):
        counted.add(place, row)
        if place % _AT_ONCE == 0:
            yield
