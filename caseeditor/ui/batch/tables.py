"""What the tables *Plan* and *Results* have in common."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.bidi import ByItsText

_WIDTHS = (24, 16, 20, 20, 26)
"""Widths of the columns, in letters."""


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
        self.doubleClicked.connect(lambda index: self.open_wanted.emit(index.row()))
        by_font(self, self._fit)

    def fit_columns(self) -> None:
        """Give the columns their widths, once the model is there."""
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate(_WIDTHS):
            self.setColumnWidth(column, letters * letter)

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
        if self.model():
            self.fit_columns()
