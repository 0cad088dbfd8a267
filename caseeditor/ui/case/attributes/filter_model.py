"""Filter and sort order of the attribute rows; they concern the view alone."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer

from caseeditor.domain.text.folding import fold
from caseeditor.ui.case.attributes.model import AttributeModel
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing, runs

_AT_ONCE = 500
_PAUSE_MS = 100


class AttributeOrder(QAbstractTableModel):
    """Shows the matching rows of an AttributeModel, pinned ones first, and the empty row at the end.

    With a filter, changed rows come next.
    Rows are filtered and sorted when the filter or the order changes. Editing a row neither moves nor hides it.
    """

    def __init__(self, source: AttributeModel, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._order: list[int] | None = None
        """The source's rows in the shown order; None if all are shown in their own order."""
        self._texts: list[str | None] = [None] * source.rowCount()
        self._folded = 0
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_PAUSE_MS)
        self._idle.timeout.connect(self._fold_some)
        self._idle.start()
        self._words: tuple[str, ...] = ()
        self._pinned: dict[str, int] = {}
        self._is_arriving = False
        self.is_sorted = False
        source.rowsAboutToBeInserted.connect(self._on_about_to_insert)
        source.rowsInserted.connect(self._on_inserted)
        source.rowsAboutToBeRemoved.connect(self._on_about_to_remove)
        source.rowsRemoved.connect(self._on_removed)
        source.dataChanged.connect(self._on_changed)

    # Filtering and sorting.

    @property
    def is_filtered(self) -> bool:
        return bool(self._words)

    @property
    def is_ready(self) -> bool:
        """Tell whether a filter has nothing left to prepare."""
        return self._folded >= len(self._texts)

    def _fold_some(self) -> None:
        """Prepare some of the searched texts while the event loop is idle."""
        last = min(self._folded + _AT_ONCE, len(self._texts))
        for row in range(self._folded, last):
            self._text(row)
        self._folded = last
        if not self.is_ready:
            self._idle.start()

    def _text(self, row: int) -> str:
        """Return the searched text of a row."""
        text = self._texts[row]
        if text is None:
            shown = self._source.row(row)
            text = self._texts[row] = fold(f"{shown.name}\n{self._source.shown_name(row)}\n{shown.value}")
        return text

    def _forget(self, first: int, gone: int, come: int) -> None:
        """Forget the searched texts of changed rows."""
        self._texts[first : first + gone] = [None] * come
        self._folded = min(self._folded, first)
        self._idle.start()

    def look_for(self, text: str) -> None:
        """Show the rows that have every word of a text in their name or value, whatever the case and accents."""
        words = tuple(fold(text).split())
        if words != self._words:
            self._words = words
            self._arrange()

    def sort_by_name(self, is_sorted: bool) -> None:
        """Sort the view by name, or show the server's order again."""
        if is_sorted != self.is_sorted:
            self.is_sorted = is_sorted
            self._arrange()

    def pin(self, names: Sequence[str]) -> None:
        """Show the rows of these names on top, in this order."""
        pinned = {name: place for place, name in enumerate(names)}
        if pinned != self._pinned:
            self._pinned = pinned
            self._source.pin(pinned)
            self._arrange()

    def source_row(self, row: int) -> int:
        """Return the source's row of a row that is shown."""
        return row if self._order is None else self._order[row]

    def shown_row(self, source_row: int) -> int | None:
        """Return where a row of the source is shown, None where it isn't."""
        if self._order is None:
            return source_row
        return self._order.index(source_row) if source_row in self._order else None

    def _arrange(self) -> None:
        empty = self._source.rowCount() - 1
        old = list(range(empty + 1)) if self._order is None else self._order
        new = [*self._found(empty), empty]
        first, gone, come = differing(old, new)
        self._order = old
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            self._order = old[:first] + old[first + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._order = new
            self.endInsertRows()
        if new == list(range(empty + 1)):
            self._order = None

    def _found(self, count: int) -> list[int]:
        source = self._source
        found = list(range(count))
        if self._words:
            texts = [text or self._text(row) for row, text in enumerate(self._texts)]
            for word in self._words:
                found = [row for row in found if word in texts[row]]
        if self.is_sorted:
            found.sort(key=lambda row: fold(source.shown_name(row)))
        if self._words:
            found.sort(key=lambda row: not source.is_changed(row))
        if self._pinned:
            found.sort(key=lambda row: self._pinned.get(source.row(row).name, len(self._pinned)))
        return found

    # Read by the view.

    def has_former(self, row: int) -> bool:
        """Tell whether a row shows a former value."""
        return self._source.former(self.source_row(row)) is not None

    @property
    def has_former_values(self) -> bool:
        """Tell whether a value of the case is changed."""
        return self._source.has_former_values

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        if parent.isValid():
            return 0
        return self._source.rowCount() if self._order is None else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._source.columnCount()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        return self._source.headerData(section, orientation, role)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        return self._source.data(self._of_source(index), role) if index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._source.flags(self._of_source(index)) if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's signature
        return index.isValid() and self._source.setData(self._of_source(index), value, role)

    def _of_source(self, index: Index) -> Index:
        if self._order is None:  # the source reads row and column only; to make its index takes as long as its answer
            return index
        return self._source.index(self.source_row(index.row()), index.column())

    # Signals of the source.

    def _on_about_to_insert(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._is_arriving = self.rowCount() <= 1
        place = first if self._order is None else self._place_of_new(first)
        self.beginInsertRows(QModelIndex(), place, place + last - first)

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._forget(first, 0, last - first + 1)
        if self._order is not None:
            place, count = self._place_of_new(first), last - first + 1
            order = [row + count if row >= first else row for row in self._order]
            self._order = order[:place] + list(range(first, last + 1)) + order[place:]
        self.endInsertRows()
        if (
            self._is_arriving and self._pinned
        ):  # a case that arrives; later, no row moves while the agent works in another
            self._arrange()

    def _place_of_new(self, first: int) -> int:
        """Return where new rows are shown: after the one before them, at least before the empty row."""
        before = self.shown_row(first - 1) if first else None
        return max(self.rowCount() - 1, 0) if before is None else before + 1

    def _on_about_to_remove(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._order is None:
            self.beginRemoveRows(QModelIndex(), first, last)
            return
        for top, bottom in reversed(runs(place for place, row in enumerate(self._order) if first <= row <= last)):
            self.beginRemoveRows(QModelIndex(), top, bottom)
            del self._order[top : bottom + 1]
            self.endRemoveRows()

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._forget(first, last - first + 1, 0)
        if self._order is None:
            self.endRemoveRows()
        else:
            count = last - first + 1
            self._order = [row - count if row > last else row for row in self._order]

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        top, bottom = first.row(), last.row()
        self._forget(top, bottom - top + 1, bottom - top + 1)
        if self._order is None:
            shown = [(top, bottom)]
        else:
            shown = runs(place for place, row in enumerate(self._order) if top <= row <= bottom)
        for start, end in shown:
            self.dataChanged.emit(self.index(start, first.column()), self.index(end, last.column()))
