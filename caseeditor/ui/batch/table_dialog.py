"""The dialog *Open table*: how a file is read, and the meaning of its columns."""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.batch.row_ids import case_in
from caseeditor.domain.batch.tables.table import CellFlag, ColumnUse, Flag, Table, TableFault, TextForm, Use
from caseeditor.domain.batch.tables.table_rows import guessed_uses, use_problems
from caseeditor.domain.text.short_text import in_a_cell, in_a_list
from caseeditor.runtime.worker import Success, call
from caseeditor.ui.batch.buttons import make_label
from caseeditor.ui.batch.texts import (
    BatchCounts,
    cases_words,
    flag_words,
    table_fault_words,
    use_doubt_words,
    use_name,
)
from caseeditor.ui.messages.texts import tip_words, what_happened
from caseeditor.ui.style.colour_roles import roles_of
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.fields.text_fields import LineEdit
from caseeditor.ui.widgets.fitting_scroll import FittingScroll
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.wheel import ComboBox, SpinBox

if TYPE_CHECKING:
    from caseeditor.runtime.worker import BackgroundWorker, Outcome

_SHOWN = 200
"""Rows of the preview."""
_ENCODINGS = (("utf-8", "UTF-8"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16 BE"), ("windows-1252", "Windows-1252"))
_MOST_COLUMNS = 200
_MOST_LETTERS = 36
"""Width of a column of the preview at first, in letters."""
_FRAME = QSize(2, 48)
"""Room for the frame that a desktop puts around a window."""
_DOUBTFUL = (CellFlag.LONG_NUMBER, CellFlag.LEADING_ZEROS)


class PreviewModel(QAbstractTableModel):
    """The first rows of a table and later ones with a doubt about a cell, with these doubts."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._table = Table((), ())
        self._flags: dict[tuple[int, int], Flag] = {}
        self._repeated: dict[tuple[int, int], Flag] = {}
        self._lines: list[int] = []
        """Rows of the table that are shown."""

    def mark_repeated(self, column: int) -> None:
        """Mark the ids that an earlier row has, in the column of the ids; -1 for none."""
        seen: set[str] = set()
        marked: dict[tuple[int, int], Flag] = {}
        for row, cells in enumerate(self._table.rows[:_SHOWN] if column >= 0 else ()):
            case = case_in(cells[column]) if column < len(cells) else None
            if case and case.id in seen:
                marked[row, column] = Flag(row, column, CellFlag.SAME_ID)
            if case:
                seen.add(case.id)
        if marked != self._repeated:
            self._repeated = marked
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def show_table(self, table: Table) -> None:
        self.beginResetModel()
        self._repeated = {}
        self._table = table
        first = range(min(len(table.rows), _SHOWN))
        later = sorted({flag.row for flag in table.flags if flag.row >= _SHOWN})[:_SHOWN]
        self._lines = [*first, *later]
        shown = set(self._lines)
        self._flags = {(flag.row, flag.column): flag for flag in table.flags if flag.row in shown}
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._table.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if role != Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._table.columns[section]
        return str(self._lines[section] + 1)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        row = self._lines[index.row()]
        cells, place = self._table.rows[row], (row, index.column())
        flag = self._flags.get(place) or self._repeated.get(place)
        if role == Role.DisplayRole:
            text = in_a_cell(cells[index.column()]) if index.column() < len(cells) else ""
            return f"⚠ {text}" if flag else text
        if flag and role in (Role.ToolTipRole, Role.AccessibleDescriptionRole):
            return tip_words(flag_words(flag.flag)) if role == Role.ToolTipRole else flag_words(flag.flag)
        parent = self.parent()
        if flag and role in (Role.BackgroundRole, Role.ForegroundRole) and isinstance(parent, QWidget):
            roles = roles_of(parent.palette())  # both of one theme
            return QColor(roles.warn_bg if role == Role.BackgroundRole else roles.warn)
        return None


class _ColumnLine(NamedTuple):
    column: str
    use: ComboBox
    name: LineEdit
    clears: QCheckBox


class TableDialog(QDialog):
    """Reads the file again whenever its form is changed."""

    chosen = Signal(object, object, object)
    """The Table, the ColumnUses of its columns, and the CellFlags of rows that are used in spite of them, as tuples."""

    def __init__(
        self,
        worker: "BackgroundWorker[BackendInterface]",
        path: Path,
        known_names: Collection[str],
        parent: QWidget,
    ) -> None:
        """`known_names` are names of attributes."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Table {0}").format(path.name))
        self._worker, self._path, self._known = worker, path, known_names
        self._table: Table | None = None
        self._is_read = False
        """The table is that of the form."""
        self._columns: tuple[str, ...] | None = None
        self._lines: list[_ColumnLine] = []
        self._cases = 0
        """Rows with a text."""
        self._make_form()
        self._model = PreviewModel(self)
        self._preview = QTableView(self)
        self._preview.setAccessibleName(self.tr("Preview"))
        self._preview.setModel(self._model)
        self._preview.setTabKeyNavigation(False)
        self._preview.verticalHeader().hide()
        self._heads = self._preview.horizontalHeader()
        self._heads.setStretchLastSection(True)
        self._preview.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self._uses = QWidget(self)
        self._grid = QGridLayout(self._uses)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._said = make_label(self, self.tr("Reading…"))
        self._doubtful = QCheckBox(self.tr("Use doubtful IDs, too"), self)
        self._hidden = QCheckBox(self.tr("Use hidden rows, too"), self)
        for box in (self._doubtful, self._hidden):
            box.hide()
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._take = buttons.addButton(self.tr("Use this table"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setDefault(True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(self._form)
        layout.addWidget(self._preview, 1)
        layout.addWidget(FittingScroll(self._uses, 6, self))
        layout.addWidget(self._said)
        layout.addWidget(self._doubtful)
        layout.addWidget(self._hidden)
        layout.addWidget(buttons)
        wanted = QSize(self.fontMetrics().averageCharWidth() * 110, self.fontMetrics().height() * 36)
        self.resize(wanted.boundedTo(self.screen().availableSize() - _FRAME))
        by_font(self._preview, self._fit_columns)
        self._read()

    def _make_form(self) -> None:
        self._sheet, self._encoding, self._separator = (ComboBox(self) for _ in range(3))
        self._header = SpinBox(self)
        self._header.setRange(0, 1000)
        self._header.setSpecialValueText(self.tr("None"))
        for value, text in _ENCODINGS:
            self._encoding.addItem(text, value)
        for value, text in (
            (",", self.tr("Comma")),
            (";", self.tr("Semicolon")),
            ("\t", self.tr("Tab")),
            ("|", self.tr("Bar")),
        ):
            self._separator.addItem(text, value)
        self._form = QHBoxLayout()
        self._boxes: dict[QWidget, QWidget] = {}
        for name, field in (
            (self.tr("Sheet"), self._sheet),
            (self.tr("Encoding"), self._encoding),
            (self.tr("Separator"), self._separator),
            (self.tr("Row with names"), self._header),
        ):
            box = QWidget(self)
            inside = QFormLayout(box)
            inside.setContentsMargins(0, 0, 12, 0)
            for named in (field, self._header.lineEdit()) if field is self._header else (field,):
                named.setAccessibleName(name)
            inside.addRow(name, field)
            self._boxes[field] = box
            self._form.addWidget(box)
        self._form.addStretch()
        for combo in (self._sheet, self._encoding, self._separator):
            combo.activated.connect(lambda _: self._read_again())
        self._header.editingFinished.connect(self._read_again)

    # Reading.

    def _read(self, sheet: str = "", form: TextForm | None = None, header: int | None = None) -> None:
        self._is_read = False
        self._take.setEnabled(False)
        work = call(BackendInterface.read_table, str(self._path), sheet, form, header)
        self._worker.run(work, self._on_read, owner=self)

    def _read_again(self) -> None:
        table = self._table
        if table is None:
            return
        form = TextForm(self._encoding.currentData(), self._separator.currentData()) if table.form else None
        header = self._header.value() - 1
        is_same = (form, header) == (table.form, -1 if table.header is None else table.header)
        if not is_same or self._sheet.currentText() != table.sheet:
            self._read(self._sheet.currentText(), form, header)

    def _on_read(self, outcome: "Outcome[Table | TableFault]") -> None:
        if not isinstance(outcome, Success):
            self._said.setText(what_happened(outcome))
        elif isinstance(outcome.value, TableFault):
            self._said.setText(table_fault_words(outcome.value))
        else:
            table = outcome.value
            guess = partial(guessed_uses, table, _MOST_COLUMNS)  # looks at thousands of cells
            show = partial(self._on_guessed, table)
            self._worker.run(call(BackendInterface.on_disk, guess), show, owner=self)

    def _on_guessed(self, table: Table, outcome: "Outcome[tuple[ColumnUse, ...]]") -> None:
        if isinstance(outcome, Success):
            self.show_table(table, outcome.value)
        else:
            self._said.setText(what_happened(outcome))

    def show_table(self, table: Table, guessed: tuple[ColumnUse, ...]) -> None:
        """Show a table that was read, with the uses of its first columns."""
        self._table, self._is_read = table, True
        self._model.show_table(table)
        self._boxes[self._sheet].setVisible(len(table.sheets) > 1)
        for field in (self._encoding, self._separator):
            self._boxes[field].setVisible(table.form is not None)
        self._sheet.clear()
        self._sheet.addItems(list(table.sheets))
        self._sheet.setCurrentText(table.sheet)
        if table.form:
            self._select(self._encoding, table.form.encoding)
            self._select(self._separator, table.form.separator)
        self._header.setValue(0 if table.header is None else table.header + 1)
        if table.columns != self._columns:
            self._columns = table.columns
            self._show_columns(table, guessed)
        self._doubtful.setVisible(any(each.flag in _DOUBTFUL for each in table.flags))
        self._hidden.setVisible(any(each.flag is CellFlag.HIDDEN for each in table.flags))
        self._cases = sum(any(cell.strip() for cell in row) for row in table.rows)
        self._say()
        self._fit_columns()

    @staticmethod
    def _select(box: ComboBox, value: str) -> None:
        if box.findData(value) < 0:
            box.addItem(value, value)
        box.setCurrentIndex(box.findData(value))

    # Columns.

    def _fit_columns(self) -> None:
        """Make each column of the preview as wide as its cells, long ones within reason."""
        most = self.fontMetrics().averageCharWidth() * _MOST_LETTERS
        for column in range(min(self._model.columnCount(), _MOST_COLUMNS)):
            wanted = max(self._preview.sizeHintForColumn(column), self._heads.sectionSizeHint(column))
            self._heads.resizeSection(column, min(wanted, most))

    def _show_columns(self, table: Table, guessed: tuple[ColumnUse, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._lines = []
        for row, use in enumerate(guessed):
            self._lines.append(self._column_line(row, use.column, use, table))

    def _column_line(self, row: int, column: str, use: ColumnUse, table: Table) -> _ColumnLine:
        label = make_label(self._uses, in_a_list(column)[:40], is_wrapped=False)
        box = ComboBox(self._uses)
        box.setAccessibleName(self.tr("Use of {0}").format(column))
        for each in Use:
            box.addItem(use_name(each), each.value)
        box.setCurrentIndex(box.findData(use.use.value))
        name = LineEdit(self._uses)
        name.setAccessibleName(self.tr("Attribute of {0}").format(column))
        name.setText(use.name or column)
        clears = QCheckBox(self.tr("Blank cells set to empty"), self._uses)
        clears.setAccessibleDescription(column)
        clears.setChecked(use.blank_clears)
        example = next((cells[row] for cells in table.rows[:_SHOWN] if row < len(cells) and cells[row].strip()), "")
        shown = make_label(self._uses, in_a_list(example)[:40], is_wrapped=False)
        for place, widget in enumerate((label, box, name, clears, shown)):
            self._grid.addWidget(widget, row, place)
        line = _ColumnLine(column, box, name, clears)
        box.currentIndexChanged.connect(partial(self._on_use, line))
        self._show_use(line)
        return line

    def _on_use(self, line: _ColumnLine, _: int) -> None:
        self._show_use(line)
        self._say()

    @staticmethod
    def _show_use(line: _ColumnLine) -> None:
        use = Use(line.use.currentData())
        line.name.setVisible(use is Use.ATTRIBUTE)
        line.clears.setVisible(use in (Use.ATTRIBUTE, Use.SUBJECT))

    def uses(self) -> tuple[ColumnUse, ...]:
        """Return the meaning of each column."""
        return tuple(
            ColumnUse(
                column=line.column,
                use=(use := Use(line.use.currentData())),
                name=line.name.text().strip() if use is Use.ATTRIBUTE else "",
                blank_clears=line.clears.isChecked() and use in (Use.ATTRIBUTE, Use.SUBJECT),
            )
            for line in self._lines
        )

    def _say(self) -> None:
        if self._table is None or not self._is_read:
            return
        uses = self.uses()
        self._model.mark_repeated(next((n for n, each in enumerate(uses) if each.use is Use.CASE_ID), -1))
        problems = use_problems(uses, self._known)
        self._take.setEnabled(not any(each.problem.is_blocking for each in problems))
        counts = BatchCounts()
        doubts = counts.doubts(len(self._table.flags)) if self._table.flags else ""
        more = self.tr("the file has more rows than a batch may have") if self._table.has_more else ""
        counted = " · ".join(filter(None, (cases_words(self._cases), doubts, more)))
        self._said.setText("\n".join((counted, *(f"⚠ {use_doubt_words(each)}" for each in problems))))

    def _on_accepted(self) -> None:
        if self._table is not None and self._is_read:
            doubtful = _DOUBTFUL if self._doubtful.isChecked() else ()
            hidden = (CellFlag.HIDDEN,) if self._hidden.isChecked() else ()
            self.chosen.emit(self._table, self.uses(), (*doubtful, *hidden))
            self.accept()
