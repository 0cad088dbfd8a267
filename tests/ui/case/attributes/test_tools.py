"""Tools of the attribute grid: clearing, taking back, filter, bulk text and known names."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QListWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.case.attributes.model import NAME, VALUE
from caseeditor.ui.case.attributes.offers.name_completer import AttributeNames
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.state.session import Session
from tests.ui.grids import EMPTY, FIELDS, Desk, at, bulk, context, go_to, more, paste, rows, table
from tests.ui.parts import (
    Heard,
    case_of,
    column,
    field,
    find,
    focused,
    key,
    labels,
    line,
    load,
    press,
    question,
    typed,
)

Ctrl = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session(session_with: Callable[[Case], Session]) -> Session:
    return session_with(case_of(**FIELDS))


def remember(qtbot: QtBot, session: Session) -> None:
    """Remember the names of a case; until they are on disk, none is offered elsewhere."""
    AttributeNames(session, lambda _: False, session).remember()
    heard: list[tuple[str, ...]] = []

    def is_known() -> bool:
        session.known_names.look(heard.append)
        return any(heard)

    qtbot.waitUntil(is_known)


@pytest.fixture
def backend(qtbot: QtBot, session: Session) -> Desk:
    return Desk(qtbot, session)


@pytest.fixture
def grid(backend: Desk) -> AttributeGrid:
    return backend.grid


# Clearing and taking back.


def test_delete_empties_values_as_one_step_and_the_grid_says_what_that_means(
    grid: AttributeGrid, session: Session
) -> None:
    session.editor.set_row(None, Row("nuevo", "1"))
    go_to(grid, 0, VALUE)
    for _ in range(EMPTY):
        key(Qt.Key.Key_Down, Shift)
    key(Qt.Key.Key_Delete)
    assert session.edit == Edit(values={"plan": "", "región": "", "zona": ""}, rows={1: Row("nuevo", "")})
    said = rows(grid).index(0, VALUE).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "Sent as an empty value" in said
    assert "can't be deleted" in said
    session.editor.undo()
    assert session.edit == Edit(rows={1: Row("nuevo", "1")})


def test_a_cell_a_row_and_everything_is_taken_back(grid: AttributeGrid, session: Session) -> None:
    session.editor.set_value("plan", "x")
    session.editor.set_value("región", "y")
    session.editor.set_row(None, Row("nuevo", "1"))
    go_to(grid, EMPTY, VALUE)
    context(grid, EMPTY, VALUE)["Revert cell"].trigger()
    assert session.edit.rows == {1: Row("nuevo", "")}
    go_to(grid, 0, VALUE)
    context(grid, 0, VALUE)["Revert cell"].trigger()
    assert session.edit.values == {"región": "y"}
    go_to(grid, EMPTY, NAME)
    context(grid, EMPTY, NAME)["Revert row"].trigger()
    assert session.edit == Edit(values={"región": "y"})
    more(grid)["Revert all attributes"].trigger()
    assert session.edit == Edit()
    for _ in range(4):
        session.editor.undo()
    assert session.edit.values == {"plan": "x", "región": "y"}


def test_where_nothing_is_changed_there_is_nothing_to_take_back(grid: AttributeGrid) -> None:
    go_to(grid, 0, VALUE)
    offered = context(grid, 0, VALUE)
    assert not offered["Revert cell"].isEnabled()
    assert not offered["Revert row"].isEnabled()
    assert not more(grid)["Revert all attributes"].isEnabled()
    assert not more(grid)["Trim names of new attributes"].isEnabled()


def test_insert_and_the_menu_begin_a_new_attribute(grid: AttributeGrid, session: Session) -> None:
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_Insert)
    typed("uno")
    key(Qt.Key.Key_Return)
    go_to(grid, 0, VALUE)
    context(grid, 0, VALUE)["New attribute"].trigger()
    typed("dos")
    key(Qt.Key.Key_Return)
    assert session.edit.rows == {1: Row("uno", ""), 2: Row("dos", "")}


# White space.


def test_hidden_white_space_is_told_of(grid: AttributeGrid) -> None:
    description = Qt.ItemDataRole.AccessibleDescriptionRole
    assert "invisible spaces" in rows(grid).index(2, VALUE).data(description)
    assert rows(grid).index(0, VALUE).data(description) == "plan"


def test_trimming_of_names_is_offered_and_values_are_kept(grid: AttributeGrid, session: Session) -> None:
    paste(grid, " uno \t 1 \ndos\t2")
    assert session.edit.rows[1] == Row(" uno ", " 1 ")
    assert "begins or ends with a space" in rows(grid).index(EMPTY, NAME).data(
        Qt.ItemDataRole.AccessibleDescriptionRole
    )
    context(grid, EMPTY, NAME)["Trim names of new attributes"].trigger()
    assert session.edit.rows == {1: Row("uno", " 1 "), 2: Row("dos", "2")}


def test_an_editor_is_as_high_as_its_lines_up_to_some(grid: AttributeGrid, session: Session) -> None:
    heights: list[int] = []
    for lines in (1, 3, 8, 40):
        session.editor.set_value("plan", "\n".join(["x"] * lines))
        go_to(grid, 0, VALUE)
        key(Qt.Key.Key_F2)
        heights.append(focused().height())
        key(Qt.Key.Key_End, Ctrl)
        key(Qt.Key.Key_Return, Shift)
        assert focused().height() == heights[-1] if lines >= 8 else focused().height() > heights[-1]
        key(Qt.Key.Key_Escape)
    assert heights[0] < heights[1] < heights[2] == heights[3]


# The filter.


def test_the_filter_is_typed_entered_and_left_by_keyboard(grid: AttributeGrid) -> None:
    go_to(grid, 0, VALUE)
    key(Qt.Key.Key_F, Ctrl)
    assert focused() is line("Filter attributes", grid)
    typed("region")
    assert column(rows(grid)) == ["región", ""]
    assert "Attributes: 1 of 6" in labels(grid)
    key(Qt.Key.Key_Return)
    assert (focused(), at(grid)) == (table(grid), (0, VALUE))
    line("Filter attributes", grid).setFocus()
    key(Qt.Key.Key_Escape)
    assert column(rows(grid)) == [*FIELDS, ""]
    assert at(grid) == (1, VALUE)


def test_a_problem_that_the_filter_hides_is_shown(grid: AttributeGrid, session: Session) -> None:
    session.editor.set_row(None, Row("note", "x"))
    line("Filter attributes", grid).setText("plan")
    grid.go_to(session.editor.list_problems()[0])
    assert focused() is table(grid)
    assert at(grid) == (EMPTY, NAME)


def test_sorting_keeps_the_cursor_on_its_row(grid: AttributeGrid, session: Session) -> None:
    go_to(grid, 4, VALUE)
    more(grid)["Sort by name (view only)"].trigger()
    assert column(rows(grid)) == ["note", "partes", "plan", "región", "vacío", "zona", ""]
    assert at(grid) == (0, VALUE)
    assert session.edit == Edit()


# Bulk text.


def test_bulk_text_shows_all_and_comes_back_unchanged(grid: AttributeGrid, session: Session) -> None:
    session.editor.set_row(None, Row("a=b", "1\n2"))
    session.editor.set_row(None, Row("c\u0085", "\\3\u0085\\4"))
    before = session.edit
    dialog = bulk(grid)
    text = field("Attributes as text", dialog).toPlainText()
    assert text.splitlines()[:3] == ["plan=Pyme", "región=norte", "zona=\\sx\\s"]
    assert text.split("\n")[-3] == "a\\=b=1\\n2"
    press("Apply", dialog)
    assert not dialog.isVisible()
    assert session.edit == before


def test_bulk_text_is_applied_as_one_step(grid: AttributeGrid, session: Session) -> None:
    dialog = bulk(grid, "plan=Empresa\nuno=1\ndos=2\\n\\s")
    press("Apply", dialog)
    assert session.edit == Edit()
    press("Apply", dialog)
    assert session.edit == Edit(values={"plan": "Empresa"}, rows={1: Row("uno", "1"), 2: Row("dos", "2\n ")})
    session.editor.undo()
    assert session.edit == Edit()


def test_what_a_backslash_stands_for_is_listed_before_it_is_applied(grid: AttributeGrid, session: Session) -> None:
    dialog = bulk(grid, "plan=Empresa\nruta=C:\\temp\\nuevo\nzona=\\sx\\s")
    press("Apply", dialog)
    assert session.edit == Edit()
    listed = find(QListWidget, "Lines with backslashes", dialog)
    assert [listed.item(row).text() for row in range(listed.count())] == [
        "Line 2: “\\t” is a tab, “\\n” is a line break"
    ]
    assert field("Attributes as text", dialog).textCursor().selectedText() == "ruta=C:\\temp\\nuevo"
    press("Keep backslashes", dialog)
    assert session.edit == Edit(values={"plan": "Empresa"}, rows={1: Row("ruta", "C:\\temp\\nuevo")})
    assert not dialog.isVisible()
    press("Apply", bulk(grid))
    assert session.edit.rows == {1: Row("ruta", "C:\\temp\\nuevo")}


def test_an_escape_that_is_typed_after_others_were_listed_is_listed_too(grid: AttributeGrid, session: Session) -> None:
    dialog = bulk(grid, "uno=1\\n2")
    press("Apply", dialog)
    field("Attributes as text", dialog).setPlainText("uno=1\\n2\nruta=\\\\pc\\u0041\\=\\r\\s\\t")
    press("Apply", dialog)
    assert session.edit == Edit()
    listed = find(QListWidget, "Lines with backslashes", dialog)
    assert listed.item(1).text() == (
        "Line 2: “\\\\” is one backslash, “\\u0041” is the character U+0041, “\\=” is an equals sign, "
        "“\\r” is a carriage return, “\\s” is a space, “\\t” is a tab"
    )
    press("Apply", dialog)
    assert session.edit.rows == {1: Row("uno", "1\n2"), 2: Row("ruta", "\\pcA=\r \t")}


def test_a_backslash_without_a_meaning_can_be_kept(grid: AttributeGrid, session: Session) -> None:
    dialog = bulk(grid, "ruta=C:\\pc")
    press("Apply", dialog)
    press("Keep backslashes", dialog)
    assert session.edit == Edit(rows={1: Row("ruta", "C:\\pc")})


@pytest.mark.parametrize(
    "text",
    [
        "plan\tEmpresa\nruta\tC:\\temp\n",
        "plan;Empresa\nruta;C:\\temp",
        "plan: Empresa\nruta: C:\\temp",
        '{"plan": "Empresa", "ruta": "C:\\\\temp"}',
        "plan\truta\tvacío\nEmpresa\tC:\\temp\t",
    ],
)
def test_bulk_text_takes_what_the_grid_takes_and_applies_it_at_once(
    grid: AttributeGrid, session: Session, text: str
) -> None:
    press("Apply", bulk(grid, text))
    assert session.edit == Edit(values={"plan": "Empresa"}, rows={1: Row("ruta", "C:\\temp")})


def test_reserved_names_in_bulk_text_are_offered_to_be_left_out(grid: AttributeGrid, session: Session) -> None:
    heard = Heard(session)
    press("Apply", bulk(grid, '{"id": 204, "color": "azul"}'))
    assert heard.last.actions == (session.actions.leave_out,)
    assert heard.last.about == "id"


def test_what_is_wrong_in_bulk_text_is_told_by_line_and_nothing_is_changed(
    grid: AttributeGrid, session: Session
) -> None:
    dialog = bulk(grid, "plan=Empresa\nno\nruta=C:\\pc")
    press("Apply", dialog)
    assert session.edit == Edit()
    wrong = find(QListWidget, "Lines with errors", dialog)
    assert [wrong.item(row).text()[:7] for row in range(wrong.count())] == ["Line 2:", "Line 3:"]
    assert "Not applied yet" in labels(dialog)
    text = field("Attributes as text", dialog)
    assert text.textCursor().selectedText() == "no"
    wrong.setCurrentRow(1)
    assert text.textCursor().selectedText() == "ruta=C:\\pc"
    text.setPlainText("plan=Empresa")
    press("Apply", dialog)
    assert session.edit.values == {"plan": "Empresa"}


def test_leaving_bulk_text_as_it_was_asks_nothing(grid: AttributeGrid, session: Session) -> None:
    dialog = bulk(grid)
    press("Cancel", dialog)
    assert not dialog.isVisible()
    assert session.edit == Edit()


def test_leaving_changed_bulk_text_asks_first(grid: AttributeGrid, session: Session) -> None:
    dialog = bulk(grid, "plan=Empresa")
    QTest.keyClick(field("Attributes as text", dialog), Qt.Key.Key_Escape)
    press("Keep editing", question(dialog))
    assert dialog.isVisible()
    press("Cancel", dialog)
    press("Close without applying", question(dialog))
    assert not dialog.isVisible()
    assert session.edit == Edit()


# Known names.


def offered(grid: Desk) -> list[str]:
    """Return the lines of the list of suggestions, none while it is closed."""
    shown = [each for each in grid.window.findChildren(QListView) if each.accessibleName() == "Suggestions"]
    return column(shown[0].model()) if shown and shown[0].isVisible() else []


def test_names_seen_in_other_cases_are_offered_and_tab_takes_what_stands_there(
    qtbot: QtBot, busy: Session, session_of: Callable[[int], Session]
) -> None:
    remember(qtbot, busy)
    here = load(qtbot, session_of(203))
    grid = Desk(qtbot, here)
    last = rows(grid.grid).rowCount() - 1
    go_to(grid.grid, last, NAME)
    typed("G")
    qtbot.waitUntil(lambda: "región" in offered(grid))
    typed("I")
    assert offered(grid) == ["región"]
    key(Qt.Key.Key_Tab)
    assert here.edit.rows == {1: Row("GI", "")}
    assert at(grid.grid) == (last, VALUE)
    assert offered(grid) == []


def test_a_name_that_is_picked_is_taken(qtbot: QtBot, busy: Session, session_of: Callable[[int], Session]) -> None:
    remember(qtbot, busy)
    here = load(qtbot, session_of(203))
    grid = Desk(qtbot, here)
    go_to(grid.grid, rows(grid.grid).rowCount() - 1, NAME)
    typed("r")
    qtbot.waitUntil(lambda: offered(grid) != [])
    typed("egi")
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Tab)
    assert here.edit.rows == {1: Row("región", "")}


def test_escape_closes_what_is_offered_before_it_leaves_the_cell(
    qtbot: QtBot, busy: Session, session_of: Callable[[int], Session]
) -> None:
    remember(qtbot, busy)
    here = load(qtbot, session_of(203))
    grid = Desk(qtbot, here)
    go_to(grid.grid, rows(grid.grid).rowCount() - 1, NAME)
    typed("r")
    qtbot.waitUntil(lambda: offered(grid) != [])
    typed("e")
    key(Qt.Key.Key_Down)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "región"
    key(Qt.Key.Key_Escape)
    assert offered(grid) == []
    assert editor.text() == "re"
    assert focused() is editor
    key(Qt.Key.Key_Escape)
    assert focused() is table(grid.grid)
    assert here.edit == Edit()
