"""Pastes into the attribute grid. Each paste is one step of undo; one that would overwrite values is previewed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QWidget

from caseeditor.domain.editing.attribute_text import Table
from caseeditor.domain.editing.bulk_edit import Filled, Target, with_filled, with_names, with_pasted
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.editing.pasting import Cell, Column, Copied, Meant, Names, on_name, on_value
from caseeditor.domain.editing.undo import StepKind
from caseeditor.domain.text.field_text import LONGEST_LINE, LONGEST_TABLE, LONGEST_TEXT, in_a_line
from caseeditor.domain.text.short_text import in_a_cell
from caseeditor.ui.case.attributes.filter_model import AttributeOrder
from caseeditor.ui.case.attributes.model import NAME, VALUE, AttributeModel
from caseeditor.ui.case.attributes.paste.parse_errors import error_words, reserved_message
from caseeditor.ui.case.attributes.paste.paste_preview import PastePreview
from caseeditor.ui.messages.message import Ground, Message, Severity
from caseeditor.ui.messages.texts import number_words, quoted
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.fields.refusal import no_text_words, too_long_words

_MOST_LINES = 5


class AttributePaste(QObject):
    """Pastes a text on a cell, given by its row and column as shown."""

    def __init__(self, session: Session, model: AttributeModel, order: AttributeOrder) -> None:
        super().__init__(order)
        self._session = session
        self._model = model
        self._order = order

    def paste(self, text: str, cell: tuple[int, int], window: QWidget, *, copied: Copied | None, top: int) -> None:
        """Paste by the position of the cell: a text into it, values downwards from row `top`, names, or rows."""
        if len(text) > LONGEST_TABLE:
            self._warn(too_long_words(LONGEST_TABLE))
            return
        meant = on_name(text, copied) if cell[1] == NAME else on_value(text, copied)
        if limit := _exceeded(meant, is_name=cell[1] == NAME):
            self._warn(too_long_words(limit))
            return
        match meant:
            case Cell(alone):
                if not self._set_cell(cell, alone):
                    self._warn(self.tr("Nothing was pasted: this cell can't be changed."))
            case Column(cells):
                self._paste_column(cells, (top, cell[1]), window)
            case Names(names):
                self._paste_names(names)
            case Table(rows, errors):
                self._paste_table(rows, tuple(error_words(error) for error in errors[:_MOST_LINES]), window)

    def _set_cell(self, cell: tuple[int, int], text: str) -> bool:
        """Set a cell to a pasted text; tells whether the cell can be changed."""
        text = text if cell[1] == VALUE else in_a_line(text)
        index = self._index(*cell)
        return text == index.data(Qt.ItemDataRole.EditRole) or self._order.setData(index, text)

    # Rows.

    def _paste_table(self, rows: Sequence[Row], errors: tuple[str, ...], window: QWidget) -> None:
        if errors:
            self._warn(self.tr("Nothing was pasted. {0}").format(errors[0]), errors[1:])
        elif not rows:
            self._warn(no_text_words())
        elif self._session.case:
            pasted = with_pasted(self._session.edit, self._session.case, rows)
            if pasted.overwritten:
                preview = PastePreview(pasted.overwritten, len(rows), window)
                preview.chosen.connect(lambda overwrite: self._paste_rows(rows, overwrite=overwrite))
                preview.open()
            else:
                self._paste_rows(rows)

    def _paste_rows(self, rows: Sequence[Row], *, overwrite: bool = True) -> None:
        if self._session.case:
            pasted = with_pasted(self._session.edit, self._session.case, rows, overwrite=overwrite)
            self._session.editor.set_attributes(StepKind.ATTRIBUTES_PASTED, pasted.edit)
            text = self.tr("Attributes pasted: {0}. Press Ctrl+Z to undo.").format(number_words(len(rows)))
            self._tell(text, {row.name for row in rows})

    def _paste_names(self, names: Sequence[str]) -> None:
        if self._session.case:
            edit = with_names(self._session.edit, self._session.case, names).edit
            count = len(edit.rows) - len(self._session.edit.rows)
            self._session.editor.set_attributes(StepKind.ATTRIBUTES_PASTED, edit)
            text = self.tr("Names pasted: {0} of {1}; the others already exist. Press Ctrl+Z to undo.")
            self._tell(text.format(number_words(count), number_words(len(names))), set(names))

    # A column.

    def _paste_column(self, cells: Sequence[str], cell: tuple[int, int], window: QWidget) -> None:
        case, targets = self._session.case, self._targets(cell[0], len(cells))
        if cell[1] != VALUE or case is None:
            self._warn(self.tr("Nothing was pasted: this cell can't be changed."))
            return
        if not targets:
            text = self.tr("Nothing was pasted: {0} lines, but no attribute here. Paste the names first.")
            self._warn(text.format(number_words(len(cells))), (self._hint(),))
            return
        filled = with_filled(self._session.edit, case, targets, cells)
        if not filled.overwritten:
            self._fill(targets, cells)
            return
        preview = PastePreview(filled.overwritten, len(cells), window, is_column=True, notes=self._notes(filled))
        preview.chosen.connect(lambda overwrite: self._fill(targets, cells, overwrite=overwrite))
        preview.alone.connect(lambda: self._set_alone(cell, "\n".join(cells)))
        preview.open()

    def _targets(self, top: int, count: int) -> tuple[Target, ...]:
        """Return so many shown rows from one on, except the empty one at the end."""
        targets: list[Target] = []
        for shown in range(top, min(top + count, self._order.rowCount() - 1)):
            place = self._order.source_row(shown)
            is_fixed = not self._index(shown, VALUE).flags() & Qt.ItemFlag.ItemIsEditable
            targets.append(Target(self._model.row(place).name, self._model.number(place), is_fixed))
        return tuple(targets)

    def _set_alone(self, cell: tuple[int, int], text: str) -> None:
        if not self._set_cell(cell, text):
            self._warn(self.tr("Nothing was pasted: this cell can't be changed."))

    def _fill(self, targets: Sequence[Target], cells: Sequence[str], *, overwrite: bool = True) -> None:
        if self._session.case:
            filled = with_filled(self._session.edit, self._session.case, targets, cells, overwrite=overwrite)
            self._session.editor.set_attributes(StepKind.ATTRIBUTES_PASTED, filled.edit)
            count = len(cells) - len(filled.left) - len(filled.fixed) - (0 if overwrite else len(filled.overwritten))
            text = self.tr("Values pasted: {0}. Press Ctrl+Z to undo.").format(number_words(count))
            notes = self._notes(filled)
            if filled.left:
                notes = (*notes, self._hint())
            self._session.message_emitted.emit(
                Message(" ".join((text, *notes[:1])), Severity.WARNING, lines=notes[1:], ground=Ground.DONE)
                if notes
                else Message(text, transient=True, ground=Ground.STEP)
            )

    def _notes(self, filled: Filled) -> tuple[str, ...]:
        """List the texts of a column that find no place."""
        notes: list[str] = []
        if filled.left:
            count = number_words(len(filled.left))
            lines = ", ".join(quoted(in_a_cell(line)) for line in filled.left[:_MOST_LINES])
            more = "…" if len(filled.left) > _MOST_LINES else ""
            notes.append(self.tr("Lines that don't fit below the last row: {0} ({1}).").format(count, lines + more))
        text = self.tr("“{0}” can't be changed, so “{1}” isn't pasted.")
        notes += (text.format(in_a_cell(row.name), in_a_cell(row.value)) for row in filled.fixed)
        return tuple(notes)

    def _hint(self) -> str:
        return self.tr("To paste several lines into one value, press F2 there first.")

    # Messages.

    def _tell(self, text: str, names: set[str]) -> None:
        said = reserved_message(self._session.edit, text, names, self._session.actions.leave_out)
        self._session.message_emitted.emit(said or Message(text, transient=True, ground=Ground.STEP))

    def _warn(self, text: str, lines: tuple[str, ...] = ()) -> None:
        self._session.message_emitted.emit(Message(text, Severity.WARNING, lines=lines))

    def _index(self, row: int, column: int) -> QModelIndex:
        return self._order.index(row, column)


def _exceeded(meant: Meant, *, is_name: bool) -> int:
    """Return the limit of a cell that a text exceeds; 0 if none does."""
    match meant:
        case Cell(alone):
            names, values = ([alone], []) if is_name else ([], [alone])
        case Column(cells):
            names, values = [], list(cells)
        case Names(texts):
            names, values = list(texts), []
        case Table(rows):
            names, values = [row.name for row in rows], [row.value for row in rows]
    if any(len(name) > LONGEST_LINE for name in names):
        return LONGEST_LINE
    return LONGEST_TEXT if any(len(value) > LONGEST_TEXT for value in values) else 0
