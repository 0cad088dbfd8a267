"""Actions on several attributes at once: paste, copy, clear, revert. Imported when first used."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from caseeditor.domain.editing import bulk_edit
from caseeditor.domain.editing.attribute_text import Form, write, write_cells
from caseeditor.domain.editing.changes import ProblemKind
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.editing.pasting import Copied
from caseeditor.domain.editing.undo import StepKind
from caseeditor.domain.text.fidelity import whole
from caseeditor.ui.case.attributes.filter_model import AttributeOrder
from caseeditor.ui.case.attributes.model import NAME, VALUE, WAS, AttributeModel
from caseeditor.ui.case.attributes.paste.bulk_text_dialog import BulkTextDialog
from caseeditor.ui.case.attributes.paste.copied_cells import clipboard_data
from caseeditor.ui.case.attributes.paste.paste_actions import AttributePaste
from caseeditor.ui.messages.message import Message
from caseeditor.ui.state.session import Session

Cell = tuple[int, int]
"""Row and column, as shown."""
FORMS = tuple(Form)


class AttributeWork(QObject):
    """Works on the session by the rows that are shown."""

    def __init__(self, session: Session, model: AttributeModel, order: AttributeOrder) -> None:
        super().__init__(order)
        self._session = session
        self._model = model
        self._order = order
        self._paste = AttributePaste(session, model, order)

    # Copying.

    def copy_cells(self, cells: Sequence[Cell]) -> None:
        """Copy one cell as its text, cells of one column as lines, else rows as TSV."""
        if not any(map(self._text, cells)):  # keep the clipboard: its content is of more use than nothing
            self._session.message_emitted.emit(
                Message(self.tr("Nothing was copied: there is no text here."), transient=True)
            )
        elif len(cells) == 1:
            _to_clipboard(self._text(cells[0]), Copied.CELL)
        elif len({column for _, column in cells}) == 1:
            _to_clipboard(write_cells([self._text(cell)] for cell in sorted(cells)), Copied.COLUMN)
        elif cells:
            self.copy_rows({row for row, _ in cells}, Form.TSV)

    def cut(self, cells: Sequence[Cell]) -> None:
        """Copy cells and empty those that can be changed."""
        self.copy_cells(cells)
        self.clear(cells)

    def copy_rows(self, rows: Iterable[int], form: Form) -> None:
        """Copy name and value of rows, exactly."""
        shown = (self._model.row(self._order.source_row(row)) for row in sorted(rows))
        _to_clipboard(write((row for row in shown if row != Row()), form))

    # Pasting.

    def paste(self, text: str, cell: Cell, window: QWidget, *, copied: Copied | None = None, top: int = -1) -> None:
        """Paste a text on a cell; a column of values begins at row `top` of the selection."""
        self._paste.paste(text, cell, window, copied=copied, top=cell[0] if top < 0 else top)

    def edit_as_text(self, window: QWidget) -> None:
        """Open the whole grid as text."""
        if self._session.case:
            BulkTextDialog(self._session, window).open()

    # Clearing and reverting.

    def clear(self, cells: Iterable[Cell]) -> None:
        """Clear values, and names of new rows; a new row without both is removed."""
        values: dict[str, str] = {}
        rows: dict[int, Row] = {}
        for cell in cells:
            place = self._order.source_row(cell[0])
            name, number = self._model.name(place), self._model.number(place)
            if name is not None and cell[1] == VALUE and self._is_editable(cell):
                values[name] = ""
            elif number is not None and cell[1] != WAS:
                row = rows.get(number, self._model.row(place))
                rows[number] = Row("", row.value) if cell[1] == NAME else Row(row.name, "")
        if self._session.case:
            new = bulk_edit.with_cells(self._session.edit, self._session.case, values, rows)
            self._session.editor.set_attributes(StepKind.ATTRIBUTES_CLEARED, new)

    def revert_rows(self, rows: Iterable[int]) -> None:
        """Revert rows; new ones are removed."""
        places = [self._order.source_row(row) for row in rows]
        names = [name for place in places if (name := self._model.name(place)) is not None]
        numbers = [number for place in places if (number := self._model.number(place)) is not None]
        self._session.editor.set_attributes(
            StepKind.ATTRIBUTES_REVERTED, bulk_edit.without(self._session.edit, names, numbers)
        )

    def revert_cell(self, cell: Cell) -> None:
        """Revert a cell; one of a new row becomes empty."""
        name = self._model.name(self._order.source_row(cell[0]))
        if name is None:
            self.clear([cell])
        else:
            self._session.editor.set_attributes(
                StepKind.ATTRIBUTES_REVERTED, bulk_edit.without(self._session.edit, [name], ())
            )

    def revert_all(self) -> None:
        self._session.editor.set_attributes(
            StepKind.ATTRIBUTES_REVERTED, bulk_edit.without_attributes(self._session.edit)
        )

    # Names.

    def count_untrimmed(self) -> int:
        """Return the count of new names that begin or end with a space."""
        return sum(problem.wrong is ProblemKind.SPACES for problem in self._session.editor.list_problems())

    def trim_names(self) -> None:
        self._session.editor.set_attributes(StepKind.NAMES_TRIMMED, bulk_edit.with_trimmed_names(self._session.edit))

    def is_changed(self, row: int) -> bool:
        """Tell whether a row has a change to revert."""
        return self._model.is_changed(self._order.source_row(row))

    def _text(self, cell: Cell) -> str:
        return str(self._index(cell).data(Qt.ItemDataRole.EditRole))

    def _is_editable(self, cell: Cell) -> bool:
        return bool(self._index(cell).flags() & Qt.ItemFlag.ItemIsEditable)

    def _index(self, cell: Cell) -> QModelIndex:
        return self._order.index(*cell)


def _to_clipboard(text: str, copied: Copied | None = None) -> None:
    QGuiApplication.clipboard().setMimeData(clipboard_data(whole(text), copied))
