"""The model of the table *Results*: a line for each change of each row. It keeps one number a line."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal

from caseeditor.domain.batch.plan.groups import DecisionGroups, MovedGroup, UnsureGroup
from caseeditor.domain.batch.reasons import Reason, reasons_of
from caseeditor.domain.batch.results import is_looked_into
from caseeditor.domain.batch.row import FieldResult, Outcome, Row
from caseeditor.domain.editing.changes import Change
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.short_text import in_a_cell
from caseeditor.ui.batch.line_steps import steps_between
from caseeditor.ui.batch.tables import LinesModel
from caseeditor.ui.batch.texts import after_words, before_words, field_words, reason_words, why_words
from caseeditor.ui.messages.batch_outcomes import outcome_name
from caseeditor.ui.messages.texts import quoted, tip_words
from caseeditor.ui.state.batch.open_batch import OpenBatch
from caseeditor.ui.state.slices import SlicedWork
from caseeditor.ui.widgets.lists.item_data import Index, Role

CASE, FIELD, BEFORE, AFTER, OUTCOME = range(5)
_AT_ONCE = 200
_BITS = 16
_CHANGE = (1 << _BITS) - 1
_MOST_STEPS = 100
"""Insertions and removals after which a reset is quicker."""
_PAUSE = 400
"""Milliseconds in which further results are gathered before the lines are made anew."""


class ResultsModel(LinesModel):
    """Follows the rows of a batch; a filter shows those of one outcome."""

    listed = Signal()
    """The lines are those of the present rows."""

    def __init__(self, opened: OpenBatch, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._outcome: Outcome | None = None
        self._lines = array("Q")
        """Place of the row << 16 | place of the change, ascending."""
        self._slices = SlicedWork(self)
        self.undecided: tuple[UnsureGroup | MovedGroup, ...] = ()
        """Groups of moved and unsure rows that wait for a decision."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.list_rows)
        opened.rows_changed.connect(self._on_rows)
        self.list_rows()

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the rows of one outcome; None for all."""
        if outcome is not self._outcome:
            self._outcome = outcome
            self.list_rows()

    def list_rows(self) -> None:
        """Make the lines, in slices. The present ones stay until then."""
        listing = _Listing(self._outcome)
        self._slices.start(listing.collect(self._opened.rows), lambda: self._show(listing))

    def row(self, line: int) -> Row | None:
        """Return the row of a line."""
        place = self._lines[line] >> _BITS if 0 <= line < len(self._lines) else -1
        return self._opened.rows[place] if 0 <= place < len(self._opened.rows) else None

    def key_of(self, line: int) -> int | None:
        return self._lines[line] if 0 <= line < len(self._lines) else None

    def line_of(self, key: int) -> int:
        return min(bisect_left(self._lines, key), len(self._lines) - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if role != Role.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Case"), self.tr("Field"), self.tr("Before"), self.tr("After"), self.tr("Outcome"))[section]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole, Role.AccessibleDescriptionRole):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role in (Role.AccessibleTextRole, Role.AccessibleDescriptionRole) and index.column() == CASE:
            return row.case_id if role == Role.AccessibleTextRole else in_a_cell(row.subject)
        if role == Role.AccessibleDescriptionRole:
            return None
        words = self._words(row, self._lines[index.row()] & _CHANGE, index.column())
        if role == Role.ToolTipRole:
            return tip_words(words) if len(words) > 30 else None  # noqa: PLR2004 - what a narrow column shows
        return in_a_cell(words)

    def _words(self, row: Row, number: int, column: int) -> str:
        change = row.changes[number] if number < len(row.changes) else None
        if column == CASE:
            return f"{row.case_id}  {row.subject}".rstrip()
        if column == OUTCOME:
            return outcome_words(row, change)
        if change is None:
            return ""
        if column == FIELD:
            return field_words(change)
        return before_words(change) if column == BEFORE else after_words(change)

    def _on_rows(self, places: tuple[int, ...] | None) -> None:
        if places is None:
            self._soon.stop()
            self.list_rows()
            return
        if not self._soon.isActive():
            self._soon.start()

    def _show(self, listing: "_Listing") -> None:
        self.undecided = listing.undecided
        self._take(listing.lines)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, OUTCOME))
        self.listed.emit()

    def _take(self, lines: "array[int]") -> None:
        """Take over other lines; those that stay keep their selection, unless all differ."""
        steps = steps_between(self._lines, lines, _MOST_STEPS)
        if steps is None or not self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        for first, gone, come in steps:
            if gone:
                self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
                del self._lines[first : first + gone]
                self.endRemoveRows()
            if come:
                self.beginInsertRows(QModelIndex(), first, first + len(come) - 1)
                self._lines[first:first] = come
                self.endInsertRows()


class _Listing:
    """Collects lines."""

    def __init__(self, outcome: Outcome | None) -> None:
        self._outcome = outcome
        self.lines = array("Q")
        self.undecided: tuple[UnsureGroup | MovedGroup, ...] = ()

    def collect(self, rows: Sequence[Row]) -> Iterator[None]:
        undecided = DecisionGroups()
        for place, row in enumerate(rows):
            outcome = row.outcome or Outcome.NOT_SENT
            is_troubled = outcome in (Outcome.MOVED, Outcome.UNSURE)
            if is_troubled and not (is_left(row) or is_looked_into(row)):
                undecided.add(row)
            if self._outcome is None or outcome is self._outcome:
                self.lines.extend(place << _BITS | number for number in range(max(len(row.changes), 1)))
            if place % _AT_ONCE == 0:
                yield
        self.undecided = undecided.groups()


def is_left(row: Row) -> bool:
    """Tell whether the agent left a row as it is."""
    return any(reason is Reason.LEFT for reason, _ in reasons_of(row.why))


def outcome_words(row: Row, change: Change | None) -> str:
    """Tell the outcome of a change: that of its row, and the value that somebody else set."""
    outcome = row.outcome or Outcome.NOT_SENT
    if change and not row.is_out and row.has_out(change):
        return f"{outcome_name(Outcome.SKIPPED)}: {reason_words(Reason.TAKEN_OUT, row)}"
    result = _result(row, change)
    said = outcome_name(outcome)
    if result and outcome is Outcome.MOVED:
        said = outcome_name(Outcome.STORED if result.is_done else Outcome.MOVED)
        if not result.is_done and result.now is not None:
            said = f"{said}: {quoted(isolated(result.now))}"
    reason = why_words(row)
    return f"{said}: {reason}" if reason else said


def _result(row: Row, change: Change | None) -> FieldResult | None:
    return next((each for each in row.results if each.change == change), None)
