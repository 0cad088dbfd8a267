"""Names in the empty row: known ones stay as they are, and labels stand for the names of their attributes."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.fields.reading import read_fields
from caseeditor.ui.case.attributes.model import NAME
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.session_context import SessionContext
from tests.ui.grids import Desk, go_to, rows
from tests.ui.parts import Heard, case_of, column, find, focused, key, typed

Ctrl = Qt.KeyboardModifier.ControlModifier
FIELDS = (
    {"name": "plan", "label": "Offer"},
    {"name": "interno", "label": "Internal", "hidden": True},
)


@pytest.fixture
def session(session_with: Callable[..., Session]) -> Session:
    found = read_fields(msgspec.json.encode(FIELDS), "en")
    assert found.faults == ()
    context = SessionContext(schema=lambda: found.schema)
    return session_with(case_of(plan_b="Pyme", offer_code="7", interno="x"), context)


@pytest.fixture
def desk(qtbot: QtBot, session: Session) -> Desk:
    return Desk(qtbot, session)


def begin(desk: Desk) -> None:
    """Move to the name of the empty row."""
    go_to(desk.grid, rows(desk.grid).rowCount() - 1, NAME)


def test_tab_after_a_known_name_completes_no_longer_one(desk: Desk, session: Session) -> None:
    begin(desk)
    typed("plan")
    key(Qt.Key.Key_Tab)
    assert session.edit == Edit(rows={1: Row("plan", "")})


def test_tab_after_a_name_taken_from_the_list_keeps_it(desk: Desk, session: Session) -> None:
    begin(desk)
    typed("pla")
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Tab)
    assert session.edit == Edit(rows={1: Row("plan", "")})


def test_tab_after_a_pasted_name_keeps_it(desk: Desk, session: Session) -> None:
    begin(desk)
    key(Qt.Key.Key_F2)
    QGuiApplication.clipboard().setText("offer")
    key(Qt.Key.Key_V, Ctrl)
    QGuiApplication.clipboard().setText("plan_")
    key(Qt.Key.Key_A, Ctrl)
    key(Qt.Key.Key_V, Ctrl)
    key(Qt.Key.Key_Tab)
    assert session.edit == Edit(rows={1: Row("plan_", "")})


def click(desk: Desk, row: int) -> None:
    """Click a line of the list Suggestions."""
    shown = find(QListView, "Suggestions", desk.window)
    place = shown.visualRect(shown.model().index(row, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def test_a_click_on_a_name_of_the_case_leads_to_its_value(desk: Desk, session: Session) -> None:
    begin(desk)
    typed("pla")
    click(desk, 0)
    assert focused().accessibleName() == "Value of plan_b"
    assert session.edit == Edit()


def test_a_click_on_another_name_leads_to_its_new_value(desk: Desk, session: Session) -> None:
    begin(desk)
    typed("pla")
    click(desk, 1)
    typed("x")
    key(Qt.Key.Key_Return)
    assert session.edit == Edit(rows={1: Row("plan", "x")})


def listed(desk: Desk) -> list[str]:
    """Return the lines of the list Suggestions."""
    lists = [each for each in desk.window.findChildren(QListView) if each.accessibleName() == "Suggestions"]
    return next(([each.split("\n")[0] for each in column(shown.model())] for shown in lists if shown.isVisible()), [])


@pytest.mark.parametrize("text", ["inter", "Interna"])
def test_a_hidden_attribute_is_neither_suggested_nor_completed(desk: Desk, session: Session, text: str) -> None:
    begin(desk)
    typed(text)
    assert listed(desk) == []
    key(Qt.Key.Key_Tab)
    assert session.edit == Edit(rows={1: Row(text, "")})


def test_a_hidden_attribute_is_completed_once_it_is_shown(desk: Desk) -> None:
    begin(desk)
    typed("interno")
    key(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Value of Internal"
    key(Qt.Key.Key_Escape)
    begin(desk)
    typed("inter")
    assert listed(desk) == ["interno"]
    key(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Value of Internal"


def test_tab_after_a_name_in_other_letters_leads_to_its_value(
    qtbot: QtBot, session_with: Callable[..., Session]
) -> None:
    session = session_with(case_of(opción="1", opción_b="2"))
    desk = Desk(qtbot, session)
    begin(desk)
    typed("Opcion")
    key(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Value of opción"
    assert session.edit == Edit()


def test_enter_keeps_a_name_in_other_letters_and_warns(desk: Desk, session: Session) -> None:
    begin(desk)
    typed("PLAN_B")
    key(Qt.Key.Key_Return)
    assert session.edit == Edit(rows={1: Row("PLAN_B", "")})
    said = str(rows(desk.grid).index(2, NAME).data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert "plan_b" in said
    assert "only capitals or accents differ" in said


@pytest.mark.parametrize("end", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
@pytest.mark.parametrize(
    ("text", "made"), [("Offer", "plan"), ("OFFER", "plan"), ("Offers", "Offers"), ("Internal", "Internal")]
)
def test_a_label_stands_for_the_name_of_an_attribute_that_the_case_lacks(
    desk: Desk, session: Session, text: str, made: str, end: Qt.Key
) -> None:
    begin(desk)
    typed(text)
    key(end)
    assert session.edit == Edit(rows={1: Row(made, "")})


def test_a_new_attribute_is_renamed_as_typed(desk: Desk, session: Session) -> None:
    session.editor.set_row(None, Row("color", "azul"))
    go_to(desk.grid, rows(desk.grid).rowCount() - 2, NAME)
    key(Qt.Key.Key_F2)
    typed("Offer")
    key(Qt.Key.Key_Return)
    assert session.edit == Edit(rows={1: Row("Offer", "azul")})


def test_a_suggested_name_with_a_line_break_is_that_of_the_case(
    qtbot: QtBot, session_with: Callable[..., Session]
) -> None:
    session = session_with(case_of(**{"uno\ndos": "1"}))
    desk = Desk(qtbot, session)
    begin(desk)
    typed("uno")
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert session.edit == Edit()
    assert focused().accessibleName().startswith("Value of uno")


@pytest.mark.parametrize("value", ["", "x"])
def test_shift_tab_makes_a_completed_name_a_new_one_and_takes_the_value_along(
    desk: Desk, session: Session, value: str
) -> None:
    heard = Heard(session)
    begin(desk)
    typed("offer_")
    key(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Value of offer_code"
    assert "Shift+Tab makes “offer_” a new attribute now." in heard.last.text
    typed(value)
    key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused().accessibleName() == "Value of offer_"
    assert session.edit == Edit(rows={1: Row("offer_", value)})
    session.editor.undo()
    assert session.edit.rows == {}


def test_shift_tab_in_a_value_that_was_named_exactly_goes_to_the_previous_cell(desk: Desk, session: Session) -> None:
    begin(desk)
    typed("offer_code")
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert session.edit == Edit()
