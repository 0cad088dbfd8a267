"""Finds the rows of a list that hold a text, without regard to case and accents, a slice at a time."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QAbstractItemModel, QObject, QTimer, Signal

from caseeditor.domain.text.folding import fold

_SLICE = 400
"""Rows that are searched before control returns to the event loop."""


class Finder(QObject):
    """Keeps the matching rows of a model in order. Folded texts are cached during a search."""

    found = Signal()
    """The matching rows have changed."""

    def __init__(self, model: QAbstractItemModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._wanted = ""
        self._next = 0
        self._folded: dict[str, str] = {}
        self.rows: list[int] = []
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._look)
        for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset):
            signal.connect(self._look_anew)

    @property
    def is_looking(self) -> bool:
        """Tell whether rows remain to be searched."""
        return self._turn.isActive()

    def look_for(self, wanted: str) -> None:
        """Search for a text from the first row on; '' matches nothing."""
        self._wanted = fold(wanted)
        if not self._wanted:
            self._folded.clear()
        self._look_anew()

    def _look_anew(self) -> None:
        had = bool(self.rows)
        self.rows = []
        self._next = 0
        self._turn.stop()
        if self._wanted:
            self._turn.start(0)
            self._look()
        elif had:
            self.found.emit()

    def _look(self) -> None:
        last = min(self._next + _SLICE, self._model.rowCount())
        for row in range(self._next, last):
            text = str(self._model.index(row, 0).data())
            folded = self._folded.get(text)
            if folded is None:
                folded = self._folded[text] = fold(text)
            if self._wanted in folded:
                self.rows.append(row)
        self._next = last
        if last == self._model.rowCount():
            self._turn.stop()
        self.found.emit()

    def after(self, row: int) -> int | None:
        """Return the next matching row after one, after the last the first; None if there is no match."""
        if not self.rows:
            return None
        return self.rows[bisect_right(self.rows, row) % len(self.rows)]

    def before(self, row: int) -> int | None:
        """Return the matching row before one, before the first the last; None if there is no match."""
        return self.rows[bisect_left(self.rows, row) - 1] if self.rows else None
