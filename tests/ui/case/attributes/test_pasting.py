"""Target of a paste in the attribute grid: the cursor decides, and skipped rows are reported."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.case.attributes.model import NAME, VALUE, WAS
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.session_context import SessionContext
from tests.ui.grids import Desk, copied, go_to, more, paste, preview, rows, table
from tests.ui.parts import AppFixture, Heard, case_of, column, find, focused, key, labels, line, opened, press, view

Ctrl = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
FIELDS = {"uno": "", "dos": "", "tres": "3", "note": "of the server", "partes": {"a": 1}, "seis": "", "siete": ""}
EMPTY = len(FIELDS)


@pytest.fixture
def session(session_with: Callable[[Case], Session]) -> Session:
    return session_with(case_of(**FIELDS))


@pytest.fixture
def backend(qtbot: QtBot, session: Session) -> Desk:
    return Desk(qtbot, session)


@pytest.fixture
def grid(backend: Desk) -> AttributeGrid:
    return backend.grid


# A column pasted on a value.


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("alta\nbaja", {"uno": "alta", "dos": "baja"}),
        ("alta\r\nbaja\r\n", {"uno": "alta", "dos": "baja"}),
        ("10:30\n11:45\n", {"uno": "10:30", "dos": "11:45"}),
        ("a=b\nc=d", {"uno": "a=b", "dos": "c=d"}),
        ("Hola, Ana\nChau, Ana", {"uno": "Hola, Ana", "dos": "Chau, Ana"}),
        ('"alta\nmedia"\nbaja\n', {"uno": "alta\nmedia", "dos": "baja"}),
        ('"alta\nmedia"', {"uno": "alta\nmedia"}),
        ("alta\r\n", {"uno": "alta"}),
        ('{\n"a": 1\n}', {"uno": '{\n"a": 1\n}'}),
    ],
)
def test_a_column_fills_downwards_as_one_step(
    grid: AttributeGrid, session: Session, text: str, values: dict[str, str]
) -> None:
    heard = Heard(session)
    paste(grid, text, 0, VALUE)
    assert session.edit == Edit(values=values)
    if len(values) > 1:
        assert heard.last.text == "Values pasted: 2. Press Ctrl+Z to undo."
    session.editor.undo()
    assert session.edit == Edit()


def test_a_column_that_would_overwrite_is_shown_before(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "a\nb\nc", 0, VALUE)
    assert session.edit == Edit()
    shown = find(QTableView, "Values to be replaced", preview(grid)).model()
    assert [column(shown, number) for number in range(3)] == [["tres"], ["3"], ["c"]]
    assert "replaced: 1 of 3" in labels(preview(grid))
    press("Keep existing", preview(grid))
    assert session.edit == Edit(values={"uno": "a", "dos": "b"})
    paste(grid, "a\nb\nc", 0, VALUE)
    press("Replace", preview(grid))
    assert session.edit == Edit(values={"uno": "a", "dos": "b", "tres": "c"})
    session.editor.undo()
    assert session.edit == Edit(values={"uno": "a", "dos": "b"})


def test_the_lines_can_go_into_one_value_instead(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "a\r\nb\r\n", 2, VALUE)
    press("Paste all lines into one value", preview(grid))
    assert session.edit == Edit(values={"tres": "a\nb"})


def test_what_does_not_fit_and_what_cant_be_changed_is_told(grid: AttributeGrid, session: Session) -> None:
    heard = Heard(session)
    paste(grid, "x\ny\nseis\nsiete\nocho\nnueve", 3, VALUE)
    assert session.edit == Edit(values={"seis": "seis", "siete": "siete"})
    assert heard.last.severity is Severity.WARNING
    assert heard.last.text == (
        "Values pasted: 2. Press Ctrl+Z to undo. Lines that don't fit below the last row: 2 (“ocho”, “nueve”)."
    )
    assert heard.last.lines[:2] == (
        "“note” can't be changed, so “x” isn't pasted.",
        "“partes” can't be changed, so “y” isn't pasted.",
    )


def test_the_preview_tells_it_too(grid: AttributeGrid) -> None:
    paste(grid, "\n".join("abcdefghij"), 2, VALUE)
    said = labels(preview(grid))
    assert "don't fit below the last row: 5 (“f”, “g”, “h”, “i”, “j”)" in said
    assert "“note” can't be changed, so “b” isn't pasted." in said


def test_where_no_row_is_nothing_is_pasted_and_it_says_so(grid: AttributeGrid, session: Session) -> None:
    heard = Heard(session)
    paste(grid, "a\nb\nc", EMPTY, VALUE)
    assert session.edit == Edit()
    assert heard.last.text.startswith("Nothing was pasted: 3 lines, but no attribute here.")
    paste(grid, "a\nb\nc", 0, WAS)
    assert heard.last.text == "Nothing was pasted: this cell can't be changed."
    assert session.edit == Edit()


def test_new_rows_are_filled_too(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "color\ntalle", EMPTY)
    assert session.edit == Edit(rows={1: Row("color", ""), 2: Row("talle", "")})
    paste(grid, "azul\nM\n", EMPTY, VALUE)
    assert session.edit == Edit(rows={1: Row("color", "azul"), 2: Row("talle", "M")})


def test_downwards_is_as_shown(grid: AttributeGrid, session: Session) -> None:
    more(grid)["Sort by name (view only)"].trigger()
    at = column(rows(grid)).index("seis")
    paste(grid, "a\nb", at, VALUE)
    assert session.edit == Edit(values={"seis": "a", "siete": "b"})
    more(grid)["Sort by name (view only)"].trigger()
    line("Filter attributes", grid).setText("s")
    assert column(rows(grid))[:2] == ["seis", "siete"]
    paste(grid, "c\nd", 0, VALUE)
    press("Replace", preview(grid))
    assert session.edit.values == {"seis": "c", "siete": "d"}
    line("Filter attributes", grid).setText("o")
    shown = column(rows(grid))
    paste(grid, "1\n2", shown.index("uno"), VALUE)
    assert session.edit.values["uno"] == "1"
    assert session.edit.values[shown[shown.index("uno") + 1]] == "2"


def test_a_column_goes_where_the_selection_begins(grid: AttributeGrid, session: Session) -> None:
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_Down, Shift)
    QGuiApplication.clipboard().setText("a\nb")
    key(Qt.Key.Key_V, Ctrl)
    assert session.edit.values == {"uno": "a", "dos": "b"}


# Copies from this grid.


def test_a_cell_copied_here_comes_back_as_one_value(grid: AttributeGrid, session: Session) -> None:
    session.editor.set_value("tres", 'a\n"b"\tc\n')
    go_to(grid, 2, VALUE)
    key(Qt.Key.Key_C, Ctrl)
    assert copied() == 'a\n"b"\tc\n'
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_V, Ctrl)
    assert session.edit.values["uno"] == 'a\n"b"\tc\n'
    assert "dos" not in session.edit.values


def test_a_column_copied_here_comes_back_as_it_was(grid: AttributeGrid, session: Session) -> None:
    session.editor.set_value("uno", "10:30\nsiempre")
    session.editor.set_value("dos", '"so"')
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_Down, Shift)
    key(Qt.Key.Key_C, Ctrl)
    go_to(grid, 5, VALUE)
    key(Qt.Key.Key_V, Ctrl)
    assert session.edit.values["seis"] == "10:30\nsiempre"
    assert session.edit.values["siete"] == '"so"'


def test_a_text_from_elsewhere_is_no_cell_of_this_grid(grid: AttributeGrid, session: Session) -> None:
    go_to(grid, 2, VALUE)
    key(Qt.Key.Key_C, Ctrl)
    data = QMimeData()
    data.setText("a\nb")
    QGuiApplication.clipboard().setMimeData(data)
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_V, Ctrl)
    assert session.edit.values == {"uno": "a", "dos": "b"}


# Rows and names.


def test_a_table_with_tabs_on_a_value_is_rows(grid: AttributeGrid, session: Session) -> None:
    paste(grid, "siete\t7\nocho\t8\n", 0, VALUE)
    assert session.edit == Edit(values={"siete": "7"}, rows={1: Row("ocho", "8")})


def test_names_pasted_on_a_name_are_new_attributes(grid: AttributeGrid, session: Session) -> None:
    heard = Heard(session)
    paste(grid, "uno\ncolor\ntalle\n")
    assert session.edit == Edit(rows={1: Row("color", ""), 2: Row("talle", "")})
    assert heard.last.text.startswith("Names pasted: 2 of 3; the others already exist.")


@pytest.mark.parametrize("text", ['["a","b"]', "[1, 2]", "[true, false]", '["a"', '{"a": ', "[]", "{}", '{"a": null}'])
def test_json_without_names_on_a_name_is_no_name(grid: AttributeGrid, session: Session, text: str) -> None:
    heard = Heard(session)
    paste(grid, text)
    assert session.edit == Edit()
    assert heard.last.text.startswith("Nothing was pasted. Line 1: ")


@pytest.mark.parametrize("text", ['["a","b"]', '{"color": "azul"}'])
def test_json_where_a_new_name_would_be_typed_is_no_name(grid: AttributeGrid, session: Session, text: str) -> None:
    go_to(grid, EMPTY, NAME)
    key(Qt.Key.Key_F2)
    assert isinstance(focused(), QLineEdit)
    QGuiApplication.clipboard().setText(text)
    key(Qt.Key.Key_V, Ctrl)
    key(Qt.Key.Key_Return)
    assert session.edit.rows == ({} if text[0] == "[" else {1: Row("color", "azul")})


def test_a_list_on_a_value_is_its_text(grid: AttributeGrid, session: Session) -> None:
    paste(grid, '["a","b"]\r\n', 0, VALUE)
    assert session.edit.values == {"uno": '["a","b"]'}


@pytest.mark.parametrize(
    "text",
    [
        "color\ttalle\tuno\nazul\tM\t1\n",
        '"color";"talle";"uno"\r\n"azul";"M";"1"\r\n',
        '[{"color": "azul", "talle": "M", "uno": 1, "peso": null}]',
    ],
)
def test_a_record_is_pasted_as_names_and_values(grid: AttributeGrid, session: Session, text: str) -> None:
    paste(grid, text)
    assert session.edit == Edit(values={"uno": "1"}, rows={1: Row("color", "azul"), 2: Row("talle", "M")})


def test_several_records_are_not(grid: AttributeGrid, session: Session) -> None:
    heard = Heard(session)
    paste(grid, "id;color;talle\n1;azul;M\n2;rojo;L\n")
    assert session.edit == Edit()
    assert heard.last.text == (
        "Nothing was pasted. Line 3: a second record begins. Paste the heading with one record only."
    )


def test_reserved_names_of_a_record_are_offered_to_be_left_out(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    session = app.session
    heard = Heard(session)
    grid = app.window.findChild(AttributeGrid)
    assert grid
    QGuiApplication.clipboard().setText("id\tsubject\tcolor\n204\tHola\tazul")
    view("Attributes", app.window).setFocus()
    view("Attributes", app.window).setCurrentIndex(rows(grid).index(rows(grid).rowCount() - 1, NAME))
    key(Qt.Key.Key_V, Ctrl)
    assert heard.last.actions == (session.actions.leave_out,)
    assert heard.last.text.endswith("Reserved names can't be sent as attributes: id, subject.")
    press("Leave out id, subject", app.window)
    assert session.edit == Edit(rows={3: Row("color", "azul")})
    assert session.editor.first_blocking_problem() is None
    assert app.status == "Left out: id, subject. Press Ctrl+Z to undo."
    session.editor.undo()
    press("Submit", app.window)
    assert app.status.startswith("Nothing was sent. “id” is reserved")
    assert heard.last.about == "id, subject"
    assert [row.name for _, row in sorted(session.edit.rows.items())] == ["id", "subject", "color"]


def test_one_line_with_an_equals_sign_stays_a_value_when_it_is_typed_over(
    grid: AttributeGrid, session: Session
) -> None:
    paste(grid, "a=b", 0, VALUE)
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_F2)
    editor = focused()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == "a=b"
    assert session.edit.values == {"uno": "a=b"}


# Widths.


def change_one(session: Session) -> None:
    """Change a value: the column Was has no width while there is none."""
    session.editor.set_value("tres", "mine")


def test_widths_are_kept_for_other_cases(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    here = view("Attributes", app.window)
    assert isinstance(here, QTableView)
    letter = here.fontMetrics().averageCharWidth()
    here.horizontalHeader().resizeSection(NAME, 9 * letter)
    qtbot.waitUntil(lambda: app.workspace.settings.columns == (9.0, 0.0))
    opened(qtbot, app, 203)
    there = view("Attributes", app.window)
    assert isinstance(there, QTableView)
    assert there is not here
    assert there.columnWidth(NAME) == 9 * letter


def test_a_wide_column_is_as_wide_at_the_next_start(qtbot: QtBot, session_with: Callable[..., Session]) -> None:
    session = session_with(case_of(**FIELDS), SessionContext(columns=lambda: (40.0, 0.0)))
    change_one(session)
    backend = Desk(qtbot, session)
    shown = table(backend.grid)
    assert isinstance(shown, QTableView)
    letter = shown.fontMetrics().averageCharWidth()
    assert shown.columnWidth(NAME) == 40 * letter
    shown.setFixedWidth(240)
    assert shown.columnWidth(NAME) < shown.viewport().width() * 0.61
    shown.setFixedWidth(1200)
    assert shown.columnWidth(NAME) == 40 * letter


def test_a_width_of_the_former_column_that_was_saved_stays_in_the_settings(
    qtbot: QtBot, session_with: Callable[..., Session]
) -> None:
    kept: list[tuple[float, float]] = []
    session = session_with(case_of(**FIELDS), SessionContext(columns=lambda: (20.0, 9.0), keep_columns=kept.append))
    desk = Desk(qtbot, session)
    shown = table(desk.grid)
    assert isinstance(shown, QTableView)
    shown.horizontalHeader().resizeSection(NAME, 15 * shown.fontMetrics().averageCharWidth())
    qtbot.waitUntil(lambda: kept == [(15.0, 9.0)])


def test_a_width_is_kept_while_the_grid_is_narrow(grid: AttributeGrid, session: Session) -> None:
    change_one(session)
    shown = table(grid)
    assert isinstance(shown, QTableView)
    shown.setFixedWidth(560)
    shown.horizontalHeader().resizeSection(NAME, 170)
    shown.setFixedWidth(240)
    shown.setFixedWidth(560)
    assert shown.columnWidth(NAME) == 170


def test_widths_grow_with_the_text(grid: AttributeGrid) -> None:
    shown = table(grid)
    assert isinstance(shown, QTableView)
    shown.setFixedWidth(1200)
    shown.horizontalHeader().resizeSection(NAME, 150)
    font = shown.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    before = shown.fontMetrics().averageCharWidth()
    shown.setFont(font)
    assert shown.columnWidth(NAME) == round(150 / before * shown.fontMetrics().averageCharWidth())


def test_widths_that_make_no_sense_are_brought_into_bounds(qtbot: QtBot, session_with: Callable[..., Session]) -> None:
    session = session_with(case_of(**FIELDS), SessionContext(columns=lambda: (-1e308, 1e308)))
    backend = Desk(qtbot, session)
    shown = table(backend.grid)
    assert isinstance(shown, QTableView)
    assert shown.columnWidth(NAME) > 0
    assert shown.columnWidth(VALUE) > shown.viewport().width() * 0.39
