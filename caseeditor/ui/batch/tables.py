"""What the tables *Plan* and *Results* have in common."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.bidi import ByItsText

_SHARES = (0.24, 0.15, 0.18, 0.2)
"""Shares of the width that the columns get before the agent resizes one; the last one gets the rest."""


class LinesModel(QAbstractTableModel):
    """A model whose lines are found again after a reset."""

    def key_of(self, line: int) -> Any:  # noqa: ANN401 - each model has its own
        """Return the key of a line, None if there is no such line."""
        raise NotImplementedError

    def line_of(self, key: Any) -> int:  # noqa: ANN401
        """Return the line of a key, or the one that took its place; -1 for none."""
        raise NotImplementedError


class RowsTable(QTableView):
    """Rows of one height: of 100,000, Qt measures none. After a reset of the model, the current line is the same."""

    unfold_wanted = Signal(int, bool)
    """A line, and whether to unfold it."""
    open_wanted = Signal(int)
    """A line: Enter, or a double click."""

    def __init__(self, name: str, lines: int, parent: QWidget) -> None:
        """`lines`: rows in sight at least."""
        super().__init__(parent)
        self._lines = lines
        self._model: LinesModel | None = None
        self._kept: tuple[Any, int] | None = None
        """The key of the current line during a reset, and its distance from the top."""
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(ByItsText(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setStretchLastSection(True)
        self._are_resized = False
        self._is_fitting = False
        head.sectionResized.connect(self._on_resized)
        self.doubleClicked.connect(lambda index: self.open_wanted.emit(index.row()))
        by_font(self, self._fit)

    def show_model(self, model: LinesModel) -> None:
        """Show a model."""
        self._model = model
        model.modelAboutToBeReset.connect(self._before_reset)
        self.setModel(model)
        model.modelReset.connect(self._after_reset)  # behind the view's own
        head = self.horizontalHeader()
        # With that of the table, the header asks each of 100,000 rows whether it is selected.
        head.setSelectionModel(QItemSelectionModel(model, head))

    def _before_reset(self) -> None:
        line = self.currentIndex().row()
        top = self.rowAt(0)
        self._kept = (self._model.key_of(line), line - top) if self._model and line >= 0 else None

    def _after_reset(self) -> None:
        if self._kept is None or self._model is None:
            return
        (key, below), self._kept = self._kept, None
        line = self._model.line_of(key) if key is not None else -1
        if line >= 0:
            self.scrollTo(self.model().index(max(line - below, 0), 0), QAbstractItemView.ScrollHint.PositionAtTop)
            self.go_to(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._are_resized and event.size().width() != event.oldSize().width():
            self._is_fitting = True
            for column, share in enumerate(_SHARES):
                self.setColumnWidth(column, round(self.viewport().width() * share))
            self._is_fitting = False

    def _on_resized(self, column: int, _before: int, _after: int) -> None:
        """Note that the agent resized a column; the last one follows the others."""
        self._are_resized |= not self._is_fitting and column < len(_SHARES) and self.isVisible()

    def lines(self) -> Iterator[int]:
        """Yield the selected lines in order: by ranges, since 100,000 indexes take seconds."""
        selection = self.selectionModel().selection()
        ranges = (selection.at(place) for place in range(selection.count()))
        for top, bottom in sorted((each.top(), each.bottom()) for each in ranges):
            yield from range(top, bottom + 1)

    def first_line(self) -> int:
        """Return the first selected line, -1 for none."""
        return next(self.lines(), -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentIndex().row()
        if line >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit(line)
        elif line >= 0 and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.unfold_wanted.emit(line, event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Search nothing: among 100,000 rows it would take seconds."""

    def go_to(self, line: int) -> None:
        """Make a line the current one."""
        if self.model() and line < self.model().rowCount(QModelIndex()):
            self.setCurrentIndex(self.model().index(line, 0))

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing() + 8
        self.verticalHeader().setDefaultSectionSize(line)
        self.setMinimumHeight(line * (self._lines + 1) + 6)
