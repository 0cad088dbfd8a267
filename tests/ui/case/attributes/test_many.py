"""Pasting and copying many attributes; each paste is one undo step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QTableView,
)
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.editing.undo import StepKey, StepKind
from caseeditor.ui.case.attributes.model import NAME, VALUE, WAS
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.state.session import Session
from tests.ui.grids import EMPTY, FIELDS, Desk, context, copied, go_to, more, paste, preview, rows
from tests.ui.parts import (
    Heard,
    case_of,
    column,
    find,
    key,
    labels,
    press,
    typed,
)

Ctrl = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session(session_with: Callable[[Case], Session]) -> Session:
    return session_with(case_of(**FIELDS))


@pytest.fixture
def backend(qtbot: QtBot, session: Session) -> Desk:
    return Desk(qtbot, session)


@pytest.fixture
def grid(backend: Desk) -> AttributeGrid:
    return backend.grid


# Pasting.


@pytest.mark.parametrize(
    "text",
    [
        "uno\t1\ndos\t2\r\n",
        "uno,1\ndos,2",
        "uno;1\ndos;2",
        "uno=1\ndos=2",
        "uno: 1\ndos: 2",
        '{"uno": "1", "dos": 2}',
    ],
)
def test_rows_are_pasted_in_any_form_as_one_step(grid: AttributeGrid, session: Session, text: str) -> None:
    paste(grid, text)
    assert session.edit == Edit(rows={1: Row("uno", "1"), 2: Row("dos", "2")})
    assert column(rows(grid))[EMPTY:] == ["uno", "dos", ""]
    assert session.editor.undo_stack.undo_key == StepKey(StepKind.ATTRIBUTES_PASTED)
    session.editor.undo()
    assert session.edit == Edit()


def test_a_paste_that_fills_what_is_empty_needs_no_preview(grid: AttributeGrid, session: Session) -> None:
    heard = Heard(session)
    paste(grid, "vacío=lleno\nnuevo=1")
    assert session.edit == Edit(values={"vacío": "lleno"}, rows={1: Row("nuevo", "1")})
    assert heard.last.text == "Attributes pasted: 2. Press Ctrl+Z to undo."


def test_a_paste_that_would_overwrite_is_shown_before(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "plan=Empresa\nregión=norte\nnuevo=1")
    assert session.edit == Edit()
    shown = find(QTableView, "Values to be replaced", preview(grid)).model()
    QAbstractItemModelTester(shown, QAbstractItemModelTester.FailureReportingMode.Warning, shown)
    assert [column(shown, number) for number in range(3)] == [["plan"], ["Pyme"], ["Empresa"]]
    assert "already exist with another value: 1 of 3" in labels(preview(grid))
    press("Replace", preview(grid))
    assert session.edit == Edit(values={"plan": "Empresa"}, rows={1: Row("nuevo", "1")})
    session.editor.undo()
    assert session.edit == Edit()


def test_only_what_is_new_is_pasted_or_nothing(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "plan=Empresa\nnuevo=1")
    press("Cancel", preview(grid))
    assert session.edit == Edit()
    paste(grid, "plan=Empresa\nnuevo=1")
    press("Keep existing", preview(grid))
    assert session.edit == Edit(rows={1: Row("nuevo", "1")})


@pytest.mark.parametrize(
    "text", ["[1,\n2]", "uno=1\nno\ndos=2", "a\t1\nb\t2\t3", '{"a":\n1', '{"a": 1,\n"a": 2}'], ids=lambda text: text[:3]
)
def test_what_is_no_attributes_is_told_by_line_and_nothing_is_pasted(
    grid: AttributeGrid, session: Session, text: str
) -> None:
    heard = Heard(session)
    paste(grid, text)
    assert session.edit == Edit()
    assert heard.last.text.startswith("Nothing was pasted. Line ")


@pytest.mark.parametrize(
    "text", ["https://example.org/?a=b", "10:30", "a, b; c", "  x  ", "\ta", "[1, 2]", '{"a": "b"}']
)
def test_on_a_value_a_text_that_is_no_rows_goes_into_it_exactly(
    grid: AttributeGrid, session: Session, text: str
) -> None:
    paste(grid, text, 0, VALUE)
    assert session.edit.values == ({"plan": text} if "\t" not in text else {})


def test_on_the_empty_name_a_word_is_its_name(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "prioridad\n")
    assert session.edit.rows == {1: Row("prioridad", "")}


def test_what_cant_be_changed_takes_no_paste_and_says_so(grid: AttributeGrid, session: Session) -> None:
    heard = Heard(session)
    for row, number in ((0, NAME), (3, VALUE), (4, VALUE), (0, WAS)):
        paste(grid, "word", row, number)
    assert session.edit == Edit()
    assert [message.text for message in heard.messages] == ["Nothing was pasted: this cell can't be changed."] * 4


def test_an_empty_clipboard_says_so(grid: AttributeGrid, session: Session) -> None:
    heard = Heard(session)
    paste(grid, "")
    assert "no text on the clipboard" in heard.last.text


def test_reserved_and_repeated_names_are_pasted_and_marked_and_nothing_is_lost(
    grid: AttributeGrid, session: Session
) -> None:
    paste(grid, "note=x\ntag=y\nuno=1\nuno=2\n=z")
    assert [row.value for row in session.edit.rows.values()] == ["x", "y", "1", "2", "z"]
    assert [problem.row for problem in session.editor.list_problems() if problem.is_blocking] == [1, 2, 4, 5]


def test_fifty_thousand_rows_are_pasted_and_taken_back(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "".join(f"fila {row}\tvalor\n" for row in range(50_000)))
    assert rows(grid).rowCount() == EMPTY + 50_000 + 1
    session.editor.undo()
    assert rows(grid).rowCount() == EMPTY + 1


def test_a_value_of_a_megabyte_and_a_name_of_ten_thousand_characters(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "n" * 10_000 + "=" + "v" * 1_000_000)
    assert session.edit.rows == {1: Row("n" * 10_000, "v" * 1_000_000)}
    go_to(grid, EMPTY, VALUE)
    key(Qt.Key.Key_F2)
    key(Qt.Key.Key_End, Ctrl)
    typed("!")
    key(Qt.Key.Key_Return)
    assert session.edit.rows[1].value == "v" * 1_000_000 + "!"


# Copying.


def test_one_cell_is_copied_as_its_text_exactly(grid: AttributeGrid, session: Session) -> None:
    session.editor.set_value("plan", ' "a"\tb\nc ')
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_C, Ctrl)
    assert copied() == ' "a"\tb\nc '


def test_cells_of_a_column_are_copied_as_lines_and_rows_as_tsv(grid: AttributeGrid) -> None:
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_Down, Shift)
    key(Qt.Key.Key_C, Ctrl)
    assert copied().splitlines() == ["Pyme", "norte"]
    key(Qt.Key.Key_A, Ctrl)
    key(Qt.Key.Key_C, Ctrl)
    assert copied().splitlines()[:3] == ["plan\tPyme", "región\tnorte", "zona\t x "]
    assert len(copied().splitlines()) == EMPTY


@pytest.mark.parametrize(("form", "text"), [("TSV", "plan\tPyme"), ("CSV", "plan,Pyme"), ("JSON", '"plan": "Pyme"')])
def test_all_is_copied_in_each_form(grid: AttributeGrid, form: str, text: str) -> None:
    more(grid)[f"Copy as {form}"].trigger()
    assert text in copied()
    assert "of the server" in copied()


def test_selected_rows_are_copied_from_the_menu_of_a_cell(grid: AttributeGrid) -> None:
    go_to(grid, 1, VALUE)
    context(grid, 1, VALUE)["Copy rows as CSV"].trigger()
    assert copied().strip() == "región,norte"
