"""Rows of the attribute grid, as read by the view and assistive technology."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.model import RESERVED, Case
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.text.short_text import in_a_cell
from caseeditor.ui.case.attributes.model import NAME, VALUE, WAS, AttributeModel
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.session_context import SessionContext
from tests.ui.parts import Heard, Watched, case_of, column, load, showing, shown, submit

SessionOf = Callable[[int], Session]
SessionWith = Callable[[Case], Session]
Role = Qt.ItemDataRole


def made(session: Session) -> tuple[AttributeModel, Watched]:
    model = AttributeModel(session, session)
    return model, Watched(model)


def note(model: AttributeModel, row: int, number: int) -> str:
    """Return a cell's tooltip, checking that its accessible description is the same."""
    index = model.index(row, number)
    said = index.data(Role.AccessibleDescriptionRole)
    tip = shown(index.data(Role.ToolTipRole))
    if number != NAME:  # there it begins with the attribute's name
        said = said.removeprefix(in_a_cell(model.row(row).name)).removeprefix(": ")
    assert said == tip
    return tip


def is_editable(model: AttributeModel, row: int, number: int) -> bool:
    return bool(model.index(row, number).flags() & Qt.ItemFlag.ItemIsEditable)


def test_before_the_case_is_read_there_is_nothing_to_edit(session_of: SessionOf) -> None:
    model, _ = made(session_of(203))
    assert column(model, NAME) == [""]
    assert not is_editable(model, 0, NAME)


def test_columns_are_headed_name_value_was(busy: Session) -> None:
    model, _ = made(busy)
    headings = [model.headerData(each, Qt.Orientation.Horizontal) for each in range(model.columnCount())]
    assert headings == ["Name", "Value", "Was"]


def test_rows_are_the_servers_in_its_order_and_an_empty_one(busy: Session) -> None:
    assert busy.case
    model, _ = made(busy)
    assert column(model, NAME) == [*busy.case.attributes, ""]
    assert column(model, VALUE)[:2] == ["sur", "MX-862990"]
    assert column(model, WAS) == [""] * model.rowCount()


def test_a_case_that_arrives_fills_the_model_without_a_reset(qtbot: QtBot, session_of: SessionOf) -> None:
    session = session_of(210)
    model, watched = made(session)
    load(qtbot, session)
    assert watched.resets == 0
    assert watched.inserted == list(range(8))
    assert model.rowCount() == 9


def test_one_changed_value_is_told_of_its_row_alone(busy: Session) -> None:
    model, watched = made(busy)
    assert model.setData(model.index(2, VALUE), "Familia")
    assert set(watched.changed) == {2}
    assert (watched.inserted, watched.removed, watched.resets) == ([], [], 0)
    assert busy.edit.values == {"plan": "Familia"}
    assert model.index(2, VALUE).data() == "Familia"
    assert model.index(2, WAS).data() == "Empresa"
    assert model.index(2, VALUE).data(Role.AccessibleDescriptionRole) == f"{model.index(2, NAME).data()}: changed"
    font = model.index(2, VALUE).data(Role.FontRole)
    assert isinstance(font, QFont)
    assert font.bold()


def test_the_servers_own_value_again_is_no_change(busy: Session) -> None:
    model, watched = made(busy)
    model.setData(model.index(2, VALUE), "Familia")
    watched.forget()
    model.setData(model.index(2, VALUE), "Empresa")
    assert busy.list_changes() == ()
    assert set(watched.changed) == {2}
    assert model.index(2, WAS).data() == ""


def test_writing_in_the_empty_row_makes_it_the_new_one(busy: Session) -> None:
    model, watched = made(busy)
    assert model.setData(model.index(8, NAME), "prioridad")
    assert watched.inserted == [9]
    assert watched.resets == 0
    assert column(model, NAME)[8:] == ["prioridad", ""]
    assert model.setData(model.index(8, VALUE), "alta")
    assert watched.inserted == [9]
    assert set(watched.changed) == {8}
    assert busy.edit.rows == {1: Row("prioridad", "alta")}
    assert model.index(8, VALUE).data(Role.AccessibleDescriptionRole) == f"{model.index(8, NAME).data()}: new"


def test_a_new_row_without_name_and_value_goes(busy: Session) -> None:
    model, watched = made(busy)
    model.setData(model.index(8, NAME), "prioridad")
    model.setData(model.index(8, NAME), "")
    assert watched.removed == [8]
    assert column(model, NAME)[8:] == [""]
    assert busy.list_changes() == ()


def test_undo_and_redo_bring_rows_and_values_back(busy: Session) -> None:
    model, watched = made(busy)
    for name in ("uno", "dos", "tres"):
        model.setData(model.index(model.rowCount() - 1, NAME), name)
    model.setData(model.index(9, NAME), "")
    model.setData(model.index(0, VALUE), "norte")
    for _ in range(5):
        busy.editor.undo()
    assert column(model, NAME)[8:] == [""]
    assert model.index(0, VALUE).data() == "sur"
    for _ in range(3):
        busy.editor.redo()
    assert column(model, NAME)[8:] == ["uno", "dos", "tres", ""]
    busy.editor.redo()
    assert column(model, NAME)[8:] == ["uno", "tres", ""]
    busy.editor.undo()
    assert column(model, NAME)[8:] == ["uno", "dos", "tres", ""]
    assert watched.resets == 0


def test_what_was_submitted_becomes_the_servers(qtbot: QtBot, busy: Session) -> None:
    model, watched = made(busy)
    model.setData(model.index(8, NAME), "prioridad")
    model.setData(model.index(8, VALUE), "alta")
    model.setData(model.index(0, VALUE), "norte")
    submit(qtbot, busy)
    assert busy.list_changes() == ()
    assert column(model, NAME)[7:] == ["encuesta", "prioridad", ""]
    assert column(model, VALUE)[0] == "norte"
    assert column(model, WAS) == [""] * 10
    assert watched.resets == 0


@pytest.mark.parametrize(
    "now",
    [
        {"a": "1", "b": "2", "c": "3", "d": "4"},
        {"a": "1"},
        {},
        {"c": "3", "b": "2", "a": "1"},
        {"a": "9", "x": "8", "c": "7"},
        {"b": "2", "c": "3"},
    ],
    ids=["more", "fewer", "none", "in another order", "others", "not the first"],
)
def test_reload_with_other_attributes_keeps_new_rows(session_with: SessionWith, now: dict[str, str]) -> None:
    session = session_with(case_of(a="1", b="2", c="3"))
    model, watched = made(session)
    model.setData(model.index(3, NAME), "mine")
    showing(session, case_of(7, **now))
    assert column(model, NAME) == [*now, "mine", ""]
    assert column(model, VALUE) == [*now.values(), "", ""]
    assert watched.resets == 0


def test_reload_keeps_a_changed_value_and_shows_the_servers_new_one_beside_it(session_with: SessionWith) -> None:
    session = session_with(case_of(a="1", b="2"))
    model, _ = made(session)
    model.setData(model.index(1, VALUE), "mine")
    showing(session, case_of(a="1", b="theirs"))
    assert (model.index(1, VALUE).data(), model.index(1, WAS).data()) == ("mine", "theirs")


def test_a_name_that_the_server_has_is_read_only_and_says_so(busy: Session) -> None:
    model, _ = made(busy)
    assert not is_editable(model, 0, NAME)
    assert "can't be changed" in model.why_read_only(model.index(0, NAME))
    assert is_editable(model, 0, VALUE)
    assert is_editable(model, 8, NAME)
    assert not is_editable(model, 0, WAS)


def test_the_stamp_is_read_only_and_says_why(session_with: Callable[..., Session]) -> None:
    stamp = [""]
    session = session_with(case_of(sello="5f2c", plan="a"), SessionContext(stamp=lambda: stamp[0]))
    model, _ = made(session)
    session.editor.set_value("sello", "mine")
    stamp[0] = "sello"
    assert is_editable(model, 0, VALUE)  # set before the attribute became the stamp
    session.editor.set_value("sello", "5f2c")
    assert not is_editable(model, 0, VALUE)
    assert not model.setData(model.index(0, VALUE), "x")
    assert "is the stamp" in note(model, 0, VALUE)
    assert is_editable(model, 1, VALUE)


@pytest.mark.parametrize("value", [{"a": [1]}, [1, 2], [], {}])
def test_a_nested_value_is_shown_and_read_only_and_says_why(session_with: SessionWith, value: object) -> None:
    model, _ = made(session_with(case_of(parts=value)))
    assert not is_editable(model, 0, VALUE)
    assert not model.setData(model.index(0, VALUE), "x")
    assert "Nested value" in note(model, 0, VALUE)
    assert model.index(0, VALUE).data()[0] in "[{"


@pytest.mark.parametrize("text", ["one\u2028two", "one\u2029two", "before\x00after", "\x0bfour", "\ufdd0"])
def test_a_value_that_no_editor_shows_exactly_has_marks_that_are_explained(
    session_with: SessionWith, text: str
) -> None:
    model, _ = made(session_with(case_of(hard=text)))
    assert is_editable(model, 0, VALUE)
    assert "stands for" in note(model, 0, VALUE)
    assert text not in model.index(0, VALUE).data()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        *((name, "is reserved") for name in sorted(RESERVED)),
        ("  note  ", "is reserved"),
        ("plan", "already"),
    ],
)
def test_a_name_that_must_not_be_sent_is_marked_in_place(busy: Session, name: str, why: str) -> None:
    model, _ = made(busy)
    model.setData(model.index(8, VALUE), "x")
    model.setData(model.index(8, NAME), name)
    assert why in note(model, 8, NAME)
    assert why in note(model, 8, VALUE)
    problem = model.problem(8)
    assert problem
    assert problem.is_blocking
    assert model.row_of(problem) == 8


def test_a_value_without_a_name_is_marked_in_place(busy: Session) -> None:
    model, _ = made(busy)
    model.setData(model.index(8, VALUE), "x")
    assert "no name" in note(model, 8, NAME)


def test_of_two_new_rows_of_one_name_the_second_is_marked(busy: Session) -> None:
    model, _ = made(busy)
    model.setData(model.index(8, NAME), "twice")
    model.setData(model.index(9, NAME), "twice")
    assert model.problem(8) is None
    assert "already" in note(model, 9, NAME)


def test_a_mark_goes_once_the_name_is_mended(busy: Session) -> None:
    model, watched = made(busy)
    model.setData(model.index(8, NAME), "note")
    watched.forget()
    model.setData(model.index(8, NAME), "nota")
    assert model.problem(8) is None
    assert 8 in watched.changed


def test_a_field_of_the_case_is_let_through_with_a_warning(busy: Session) -> None:
    model, _ = made(busy)
    model.setData(model.index(8, NAME), "state")
    problem = model.problem(8)
    assert problem
    assert not problem.is_blocking
    assert "field of the case itself" in note(model, 8, NAME)


def test_a_new_row_whose_name_the_server_has_meanwhile_is_marked(session_with: SessionWith) -> None:
    session = session_with(case_of(a="1"))
    model, _ = made(session)
    model.setData(model.index(1, NAME), "b")
    showing(session, case_of(a="1", b="2"))
    assert "already" in note(model, 2, NAME)


def test_a_long_value_is_cut_in_its_cell_and_whole_in_its_editor(session_with: SessionWith) -> None:
    text = "línea " * 6_664
    model, _ = made(session_with(case_of(long=text)))
    assert len(model.index(0, VALUE).data()) < 400
    assert model.index(0, VALUE).data(Role.EditRole) == text


def test_line_breaks_are_shown_as_marks_in_a_cell(session_with: SessionWith) -> None:
    model, _ = made(session_with(case_of(lines="one\r\ntwo\nthree")))
    assert model.index(0, VALUE).data() == "one ↵ two ↵ three"


def test_a_half_character_never_reaches_the_edit(busy: Session) -> None:
    model, _ = made(busy)
    model.setData(model.index(0, VALUE), "half \ud83d")
    assert busy.edit.values == {"región": "half \ufffd"}


def test_what_is_wrong_keeps_a_submission_from_being_sent(busy: Session) -> None:
    model, _ = made(busy)
    model.setData(model.index(8, NAME), "note")
    heard = Heard(busy)
    found: list[object] = []
    busy.submitter.problem_found.connect(found.append)
    busy.submit()
    assert not busy.is_submitting
    assert found == [model.problem(8)]
    assert heard.last.text.startswith("Nothing was sent.")


@pytest.mark.parametrize("name", ["note", "tag", "echo_data"])
def test_the_servers_own_attribute_of_a_reserved_name_is_read_only(
    qtbot: QtBot, session_of: SessionOf, name: str
) -> None:
    session = load(qtbot, session_of(424))
    model, _ = made(session)
    row = column(model, NAME).index(name)
    assert not model.setData(model.index(row, VALUE), "posts a note")
    assert "This name is reserved" in note(model, row, VALUE)
    assert session.list_changes() == ()


def test_a_changed_value_whose_attribute_is_gone_is_still_shown(session_with: SessionWith) -> None:
    session = session_with(case_of(a="1", b="2"))
    model, _ = made(session)
    model.setData(model.index(1, VALUE), "mine")
    showing(session, case_of(a="1"))
    assert column(model, VALUE) == ["1", "mine", ""]
    assert [change.after for change in session.list_changes()] == ["mine"]


def test_of_a_case_that_was_read_anew_only_what_differs_is_told(session_with: SessionWith) -> None:
    session = session_with(case_of(203, one="1", two="2", three="3"))
    _, seen = made(session)
    showing(session, case_of(203, one="1", two="22", three="3"))
    assert seen.changed == [1]
