"""What the tables *Plan* and *Results* have in common."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.bidi import ByItsText

_SHARES = (0.24, 0.15, 0.18, 0.2)
"""Shares of the width that the columns get before the agent resizes one; the last one gets the rest."""


class RowsTable(QTableView):
    """Rows of one height: of 100,000, Qt measures none."""

    unfold_wanted = Signal(int, bool)
    """A line, and whether to unfold it."""
    open_wanted = Signal(int)
    """A line: Enter, or a double click."""

    def __init__(self, name: str, lines: int, parent: QWidget) -> None:
        """`lines`: rows in sight at least."""
        super().__init__(parent)
        self._lines = lines
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
        head.setStretchLastSection(True)
        self._are_resized = False
        self._is_fitting = False
        head.sectionResized.connect(self._on_resized)
        self.doubleClicked.connect(lambda index: self.open_wanted.emit(index.row()))
        by_font(self, self._fit)

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

    def lines(self) -> list[int]:
        """Return the selected lines."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()}) if self.model() else []

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
