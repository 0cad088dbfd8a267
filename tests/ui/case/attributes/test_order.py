"""Filter and sorting of the attribute grid: they affect the view only, and no row moves while one works."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.edit import Row
from caseeditor.ui.case.attributes.filter_model import AttributeOrder
from caseeditor.ui.case.attributes.model import NAME, VALUE, AttributeModel
from caseeditor.ui.state.session import Session
from tests.ui.parts import Watched, case_of, column, showing

SessionWith = Callable[[Case], Session]
FRUIT = {"Manzana": "roja", "pera": "verde", "Ñandú": "no es fruta", "ananá": "amarilla", "uva": "verde"}


@pytest.fixture
def session(session_with: SessionWith) -> Session:
    return session_with(case_of(**FRUIT))


@pytest.fixture
def order(session: Session) -> AttributeOrder:
    model = AttributeModel(session, session)
    Watched(model)
    return AttributeOrder(model, session)


@pytest.fixture
def watched(order: AttributeOrder) -> Watched:
    return Watched(order)


def names(order: AttributeOrder) -> list[str]:
    return column(order, NAME)


def test_without_a_filter_all_rows_are_as_the_server_has_them(order: AttributeOrder, watched: Watched) -> None:
    assert names(order) == [*FRUIT, ""]
    assert order.headerData(1, Qt.Orientation.Horizontal) == "Value"
    assert watched.resets == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("verde", ["pera", "uva"]),
        ("VERDE", ["pera", "uva"]),
        ("manz", ["Manzana"]),
        ("nandu", ["Ñandú"]),
        ("ANANA", ["ananá"]),
        ("fruta no", ["Ñandú"]),
        ("verde uva", ["uva"]),
        ("  ", [*FRUIT]),
        ("nothing of that", []),
        ("\u0301", [*FRUIT]),
    ],
)
@pytest.mark.usefixtures("watched")
def test_a_filter_finds_words_in_name_and_value_and_keeps_the_empty_row(
    order: AttributeOrder, text: str, found: list[str]
) -> None:
    order.look_for(text)
    assert names(order) == [*found, ""]
    order.look_for("")
    assert names(order) == [*FRUIT, ""]


def test_what_is_changed_comes_first_when_the_filter_is_set(
    session: Session, order: AttributeOrder, watched: Watched
) -> None:
    session.editor.set_value("uva", "verde claro")
    session.editor.set_row(None, Row("kiwi", "verde"))
    order.look_for("verde")
    assert names(order) == ["uva", "kiwi", "pera", ""]
    assert watched.resets == 0


@pytest.mark.usefixtures("watched")
def test_no_row_moves_or_goes_by_being_edited(session: Session, order: AttributeOrder) -> None:
    order.look_for("verde")
    assert order.setData(order.index(1, VALUE), "roja")
    assert names(order) == ["pera", "uva", ""]
    assert column(order, VALUE) == ["verde", "roja", ""]
    assert session.edit.values == {"uva": "roja"}
    order.look_for("verd")
    assert names(order) == ["pera", ""]


def test_a_row_that_is_written_while_filtered_stays_where_it_is(order: AttributeOrder, watched: Watched) -> None:
    order.look_for("verde")
    watched.forget()
    assert order.setData(order.index(2, NAME), "kiwi")
    assert names(order) == ["pera", "uva", "kiwi", ""]
    assert watched.inserted == [3]
    assert (watched.removed, watched.resets) == ([], 0)


@pytest.mark.usefixtures("watched")
def test_undo_takes_rows_out_of_a_filtered_view(session: Session, order: AttributeOrder) -> None:
    session.editor.set_row(None, Row("kiwi", "verde"))
    session.editor.set_row(None, Row("coco", "blanco"))
    order.look_for("verde")
    session.editor.undo()
    assert names(order) == ["kiwi", "pera", "uva", ""]
    session.editor.undo()
    assert names(order) == ["pera", "uva", ""]
    order.look_for("")
    assert names(order) == [*FRUIT, ""]


def test_sorting_by_name_is_of_the_view(session: Session, order: AttributeOrder, watched: Watched) -> None:
    order.sort_by_name(True)
    assert names(order) == ["ananá", "Manzana", "Ñandú", "pera", "uva", ""]
    order.look_for("verde")
    assert names(order) == ["pera", "uva", ""]
    order.look_for("")
    order.sort_by_name(False)
    assert names(order) == [*FRUIT, ""]
    assert session.list_changes() == ()
    assert watched.resets == 0


@pytest.mark.parametrize("arrange", ["filtered", "sorted", "plain"])
@pytest.mark.usefixtures("watched")
def test_a_reload_with_other_attributes_keeps_the_view_whole(
    session: Session, order: AttributeOrder, arrange: str
) -> None:
    order.sort_by_name(arrange == "sorted")
    order.look_for("verde" if arrange == "filtered" else "")
    for now in ({"limón": "verde", **FRUIT}, {"uva": "verde"}, {}, FRUIT, dict(reversed(FRUIT.items()))):
        showing(session, case_of(7, **now))
        assert names(order)[-1] == ""
        assert all(name in now for name in names(order)[:-1])
    order.look_for("")
    order.sort_by_name(False)
    assert names(order) == [*reversed(FRUIT), ""]


def test_rows_are_looked_through_ahead_while_nothing_else_is_to_be_done(
    qtbot: QtBot, session: Session, order: AttributeOrder
) -> None:
    showing(session, case_of(7, **{f"fila {row}": "x" for row in range(1200)}))
    qtbot.waitUntil(lambda: order.is_ready)
    session.editor.set_value("fila 1100", "nuevo")
    assert not order.is_ready
    order.look_for("nuevo")
    assert names(order) == ["fila 1100", ""]
