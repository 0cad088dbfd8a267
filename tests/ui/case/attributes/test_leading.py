"""Names in the grid: those of the case lead to their values, pinned ones are on top, and the empty row says its use."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.local.settings import Settings, pinned_with
from caseeditor.ui.case.attributes.model import HINT, NAME, PINNED, VALUE
from caseeditor.ui.main_window.menus.command_palette import Palette
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.session_context import SessionContext
from tests.ui.grids import Desk, at, context, go_to, rows, table
from tests.ui.parts import AppFixture, Heard, case_of, colleague, column, focused, key, line, opened, typed, view

Ctrl = Qt.KeyboardModifier.ControlModifier
AltShift = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
Said = Qt.ItemDataRole.AccessibleDescriptionRole
FIELDS = {"plan": "Pyme", "prioridad": "media", "prima": "1", "Región": "norte", "partes": {"a": 1}, "note": "x"}
LAST = len(FIELDS)


@pytest.fixture
def session(session_with: Callable[..., Session]) -> Session:
    return session_with(case_of(**FIELDS))


@pytest.fixture
def desk(qtbot: QtBot, session: Session) -> Desk:
    return Desk(qtbot, session)


def name(desk: Desk, text: str, end: Qt.Key) -> None:
    """Type a name in the empty row."""
    go_to(desk.grid, rows(desk.grid).rowCount() - 1, NAME)
    typed(text)
    key(end)


# Names that lead to a value.


@pytest.mark.parametrize("end", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_the_name_of_an_attribute_leads_to_its_value(desk: Desk, session: Session, end: Qt.Key) -> None:
    name(desk, "prioridad", end)
    assert at(desk.grid) == (1, VALUE)
    assert focused().accessibleName() == "Value of prioridad"
    typed("alta")
    key(Qt.Key.Key_Return)
    assert session.edit == Edit(values={"prioridad": "alta"})


@pytest.mark.parametrize(("text", "row"), [("prio", 1), ("PRIO", 1), ("region", 3), ("Prioridad", 1)])
def test_tab_completes_the_only_name_that_begins_so(desk: Desk, session: Session, text: str, row: int) -> None:
    heard = Heard(session)
    name(desk, text, Qt.Key.Key_Tab)
    assert at(desk.grid) == (row, VALUE)
    assert isinstance(focused(), QPlainTextEdit)
    assert session.edit == Edit()
    assert "Enter instead of Tab keeps a new name as typed" in heard.last.text


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("pri", Qt.Key.Key_Tab),  # two names begin so
        ("prio", Qt.Key.Key_Return),
        ("pl", Qt.Key.Key_Tab),  # two letters may well be a new name
        ("lan", Qt.Key.Key_Tab),  # no name begins so
        ("note", Qt.Key.Key_Tab),  # reserved: refused at Submit, as ever
    ],
)
def test_other_names_stay_as_typed(desk: Desk, session: Session, text: str, end: Qt.Key) -> None:
    name(desk, text, end)
    assert session.edit == Edit(rows={1: Row(text, "")})


def test_a_chosen_name_of_the_case_leads_to_its_value(desk: Desk, session: Session) -> None:
    go_to(desk.grid, LAST, NAME)
    typed("pri")
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "prima"
    key(Qt.Key.Key_Tab)
    assert at(desk.grid) == (2, VALUE)
    assert session.edit == Edit()


def test_the_name_of_a_new_attribute_leads_to_its_value_too(desk: Desk, session: Session) -> None:
    session.editor.set_row(None, Row("color", "azul"))
    name(desk, "color", Qt.Key.Key_Tab)
    typed("rojo")
    key(Qt.Key.Key_Return)
    assert session.edit.rows == {1: Row("color", "rojo")}


def test_a_name_that_a_filter_hides_is_shown(desk: Desk) -> None:
    line("Filter attributes", desk.window).setText("plan")
    name(desk, "prioridad", Qt.Key.Key_Tab)
    assert rows(desk.grid).rowCount() == LAST + 1
    assert focused().accessibleName() == "Value of prioridad"


def test_a_value_that_is_read_only_gets_the_cursor(desk: Desk, session: Session) -> None:
    name(desk, "partes", Qt.Key.Key_Tab)
    assert at(desk.grid) == (4, VALUE)
    assert focused() is table(desk.grid)
    assert session.edit == Edit()


def test_a_new_attribute_with_a_value_that_is_renamed_keeps_its_value(desk: Desk, session: Session) -> None:
    session.editor.set_row(None, Row("color", "azul"))
    go_to(desk.grid, LAST, NAME)
    key(Qt.Key.Key_F2)
    typed("plan")
    key(Qt.Key.Key_Return)
    assert session.edit.rows == {1: Row("plan", "azul")}


def test_the_command_palette_leads_to_an_attribute(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    key(Qt.Key.Key_K, Ctrl)
    (palette,) = (each for each in app.window.findChildren(Palette) if each.isVisible())
    field = line("Action, case or template", palette)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    field.setText("regi attribute")
    key(Qt.Key.Key_Return)
    grid = view("Attributes", app.window)
    qtbot.waitUntil(lambda: grid.state() == QAbstractItemView.State.EditingState)
    assert grid.currentIndex().siblingAtColumn(NAME).data() == "región"
    assert grid.currentIndex().column() == VALUE


# The empty row.


def test_the_empty_row_says_what_it_is_for(desk: Desk) -> None:
    cell = rows(desk.grid).index(LAST, NAME)
    assert (cell.data(), cell.data(HINT), cell.data(Said)) == ("", "New attribute", "New attribute")
    assert rows(desk.grid).index(0, NAME).data(HINT) is None


def test_without_attributes_it_tells_the_key(qtbot: QtBot, session_with: Callable[[Case], Session]) -> None:
    desk = Desk(qtbot, session_with(case_of()))
    assert rows(desk.grid).index(0, NAME).data(HINT) == "New attribute (Ctrl+4)"


# Pinned attributes.


@pytest.fixture
def pins() -> dict[str, tuple[str, ...]]:
    return {}


@pytest.fixture
def pinning(qtbot: QtBot, session_with: Callable[..., Session], pins: dict[str, tuple[str, ...]]) -> Desk:
    """Show a grid whose pinned names are kept in `pins`."""

    def keep(server: Server, names: tuple[str, ...]) -> None:
        pins[server.url] = names

    context = SessionContext(pinned=lambda server: pins.get(server.url, ()), keep_pinned=keep)
    return Desk(qtbot, session_with(case_of(**FIELDS), context))


def test_attributes_are_pinned_on_top_by_key_in_the_order_of_pinning(
    pinning: Desk, pins: dict[str, tuple[str, ...]]
) -> None:
    for which in ("Región", "prima"):
        go_to(pinning.grid, column(rows(pinning.grid), NAME).index(which), VALUE)
        key(Qt.Key.Key_Up, AltShift)
    assert column(rows(pinning.grid), NAME) == ["Región", "prima", "plan", "prioridad", "partes", "note", ""]
    assert list(pins.values()) == [("Región", "prima")]
    assert at(pinning.grid) == (1, VALUE)
    assert rows(pinning.grid).index(0, NAME).data(PINNED) is True
    assert rows(pinning.grid).index(0, NAME).data(Said) == "pinned"
    key(Qt.Key.Key_Up, AltShift)
    assert column(rows(pinning.grid), NAME)[:4] == ["Región", "plan", "prioridad", "prima"]


def test_the_menu_pins_and_unpins(pinning: Desk) -> None:
    menu = context(pinning.grid, 2, NAME)
    menu["Pin to the top"].trigger()
    go_to(pinning.grid, 2, NAME)
    assert not context(pinning.grid, LAST, NAME).get("Unpin")


def test_a_pinned_row_stays_on_top_of_a_filter_and_an_edit_moves_no_row(pinning: Desk) -> None:
    go_to(pinning.grid, 3, VALUE)
    key(Qt.Key.Key_Up, AltShift)
    line("Filter attributes", pinning.window).setText("r")
    assert column(rows(pinning.grid), NAME)[0] == "Región"
    go_to(pinning.grid, 1, VALUE)
    typed("r nuevo")
    key(Qt.Key.Key_Return)
    assert column(rows(pinning.grid), NAME)[0] == "Región"


def test_pins_are_kept_for_other_cases_of_the_server(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    colleague(server, 204, uno="1", plan="Plus")
    opened(qtbot, app, 210)
    grid = view("Attributes", app.window)
    names = column(grid.model(), NAME)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(names.index("plan"), VALUE))
    key(Qt.Key.Key_Up, AltShift)
    assert column(grid.model(), NAME)[:2] == ["plan", names[0]]
    kept = app.workspace.settings.pinned
    assert list(kept.values()) == [("plan",)]
    opened(qtbot, app, 204)
    assert column(view("Attributes", app.window).model(), NAME)[0] == "plan"


def test_a_server_without_pins_has_no_entry_in_the_settings() -> None:
    kept = Settings(pinned={"https://one.example": ("a",)})
    assert pinned_with(kept, "https://two.example", ("b",)) == {**kept.pinned, "https://two.example": ("b",)}
    assert pinned_with(kept, "https://one.example", ()) == {}
