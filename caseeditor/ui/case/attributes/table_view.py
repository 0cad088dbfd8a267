"""The table of attributes: keyboard as in a spreadsheet, with a key that leaves it."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QKeyCombination,
    QModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from caseeditor.ui.case.attributes.cell_painting import row_height
from caseeditor.ui.case.attributes.filter_model import AttributeOrder
from caseeditor.ui.case.attributes.model import NAME, VALUE, WAS
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.fields.mime_text import is_paste

Move = QTableView.CursorAction
Trigger = QTableView.EditTrigger
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NAME = 22.0
_LEAST, _MOST = 5.0, 200.0
"""Usual, minimum and maximum width of Name in letters, whatever was saved."""
_HIDDEN = 1
"""Width of Was in pixels, since Value shows it too: assistive technology passes over the cells of a hidden column."""
_SHARE = 0.6
"""The maximum share of the width for Name."""
_PIN = QKeyCombination(Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Up)
PIN_KEY = QKeySequence(_PIN)
"""Pins the current row, or unpins it."""
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class AttributeTable(QTableView):
    """Table `Attributes`. Tab goes through the editable cells and leaves after the last; Esc leaves."""

    left = Signal()
    """The agent leaves it by Esc."""
    clearing = Signal()
    copying = Signal()
    cutting = Signal()
    pasting = Signal()
    pinning = Signal()
    finding = Signal()
    adding = Signal()
    widened = Signal()
    """The agent made a column wider or narrower."""

    def __init__(self, rows: AttributeOrder, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setAccessibleName(self.tr("Attributes"))
        self.setAccessibleDescription(self.tr("Escape leaves the table."))
        self.setEditTriggers(Trigger.DoubleClicked | Trigger.AnyKeyPressed | Trigger.EditKeyPressed)
        self.setTabKeyNavigation(True)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._set_headers()
        rows.dataChanged.connect(lambda first, last: self._fit_rows(first.row(), last.row()))
        rows.rowsInserted.connect(lambda _, first, last: self._fit_rows(first, last))

    def _set_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        self._given = 0.0
        self._is_fitting = self._has_tall_rows = False
        columns.sectionResized.connect(self._on_resized)
        columns.setMinimumSectionSize(_HIDDEN)
        by_font(self, self._fit)

    @property
    def name_width(self) -> float:
        """The agent's width of Name in letters, so that it follows the text size; 0 for the usual one."""
        return self._given

    def set_name_width(self, width: float) -> None:
        """Set the saved width of Name."""
        self._given = max(_LEAST, min(width, _MOST)) if width > 0 else 0.0
        self._fit_columns()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics(), has_former=False))
        self._fit_rows(0, self._rows.rowCount() - 1)
        self._fit_columns()

    def _letter(self) -> int:
        return max(self.fontMetrics().averageCharWidth(), 1)

    def _fit_columns(self) -> None:
        """Apply the agent's width of Name, or its usual one. Value takes the rest, at least its share."""
        room = max(self.viewport().width(), 1) * _SHARE
        self._is_fitting = True
        self.horizontalHeader().resizeSection(
            NAME, round(min(self._given or _NAME, room / self._letter()) * self._letter())
        )
        self.horizontalHeader().resizeSection(WAS, _HIDDEN)
        self._is_fitting = False

    def _on_resized(self, column: int, _before: int, width: int) -> None:
        """Record the new width of Name."""
        if column == NAME and not self._is_fitting:
            self._given = max(_LEAST, min(width / self._letter(), _MOST))
            self.widened.emit()

    def _fit_rows(self, first: int, last: int) -> None:
        """Give changed rows room for their former values."""
        if not (self._has_tall_rows or self._rows.has_former_values):
            return
        rows, metrics = self.verticalHeader(), self.fontMetrics()
        heights = {has_former: row_height(metrics, has_former=has_former) for has_former in (False, True)}
        resized = {row: heights[self._rows.has_former(row)] for row in range(first, last + 1)}
        self._has_tall_rows |= heights[True] in resized.values()
        resized = {row: height for row, height in resized.items() if rows.sectionSize(row) != height}
        with QSignalBlocker(rows):  # a signal for each of thousands of rows takes most of the time
            for row, height in resized.items():
                rows.resizeSection(row, height)
        if resized:
            self.doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell, and the focus into the table."""
        index = self._rows.index(row, column)
        self.setFocus()
        self.put_cursor(index)
        self.scrollTo(index)

    def put_cursor(self, index: QModelIndex) -> None:
        """Put the cursor on a cell and select it alone, even while Shift is held."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_to_empty_row(self) -> None:
        """Begin a new attribute."""
        self.go_to(self._rows.rowCount() - 1, NAME)
        self.edit(self.currentIndex())

    def selected(self) -> list[tuple[int, int]]:
        """Return rows and columns of the selection, fast even for ten thousand rows."""
        return [
            (row, column)
            for part in self.selectionModel().selection().toList()
            for row in range(part.top(), part.bottom() + 1)
            for column in range(part.left(), part.right() + 1)
        ]

    def _next(self, step: int) -> QModelIndex:
        """Return the next cell that can be edited, or the one before; an invalid index after the last."""
        rows, index, columns = self._rows, self.currentIndex(), VALUE + 1
        place = index.row() * columns + min(index.column(), columns)
        if index.column() < columns or step < 0:
            place += step
        while 0 <= place < rows.rowCount() * columns:
            found = rows.index(place // columns, place % columns)
            if found.flags() & Qt.ItemFlag.ItemIsEditable:
                return found
            place += step
        return QModelIndex()

    def moveCursor(self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        step = {Move.MoveNext: 1, Move.MovePrevious: -1}.get(action)
        if step is None:
            found = super().moveCursor(action, modifiers)
            return found.siblingAtColumn(VALUE) if found.column() == WAS else found  # a cursor in Was would be unseen
        found = self._next(step)
        return found if found.isValid() else self.currentIndex()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def _go_down(self) -> None:
        """Go on to the cell below; from a value to the name of the empty row, where a further attribute begins."""
        index = self.currentIndex()
        if index.row() < self._rows.rowCount() - 1:
            below = index.siblingAtRow(index.row() + 1)
            is_last = below.row() == self._rows.rowCount() - 1
            self.put_cursor(below.siblingAtColumn(NAME) if is_last else below)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.put_cursor(self._rows.index(0, VALUE if self._rows.rowCount() > 1 else NAME))

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find):
            event.accept()  # filters here; elsewhere this key searches the case
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Pass a composed letter to the editor that it opens: Qt opens the editor and drops the letter.

        Qt does pass on an unfinished composition. The focus stays here meanwhile: moving it would end the composition.
        """
        is_idle = self.state() != QAbstractItemView.State.EditingState
        if is_idle and event.commitString() and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())
            QApplication.sendEvent(QApplication.focusWidget() or self, event)
        else:
            super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState or not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        """Perform the action of a key in the table; tells whether it has one."""
        key, is_plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            found = self._next(1 if key == Qt.Key.Key_Tab else -1)
            if found.isValid():
                self.put_cursor(found)
            event.setAccepted(found.isValid())  # otherwise the focus goes on to the next field
            return True
        if is_plain and key in _ENTER:
            if self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
            return True
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
            return True
        if event.keyCombination() == _PIN:
            self.pinning.emit()
            return True
        signal = self._signal(event, is_plain=is_plain)
        if signal is not None:
            signal.emit()
        return signal is not None

    def _signal(self, event: QKeyEvent, *, is_plain: bool) -> SignalInstance | None:
        Key = QKeySequence.StandardKey  # noqa: N806 - a type
        if is_paste(event):
            return self.pasting
        for standard, signal in ((Key.Copy, self.copying), (Key.Cut, self.cutting), (Key.Find, self.finding)):
            if event.matches(standard):
                return signal
        if not is_plain:
            return None
        if event.key() in _CLEAR:
            return self.clearing
        return {Qt.Key.Key_Escape: self.left, Qt.Key.Key_Insert: self.adding}.get(Qt.Key(event.key()))

    def sizeHint(self) -> QSize:
        return QSize(420, 200)
