"""Effects of pasting, bulk text and reverting on an edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.attribute_text import read_bulk, write_bulk
from caseeditor.domain.editing.bulk_edit import (
    Overwritten,
    Target,
    list_reserved,
    shown_rows,
    with_bulk,
    with_cells,
    with_filled,
    with_names,
    with_pasted,
    with_trimmed_names,
    without,
    without_attributes,
    without_reserved,
)
from caseeditor.domain.editing.changes import ProblemKind, changes, problems
from caseeditor.domain.editing.edit import Edit, Row, with_row, with_value
from tests.support.samples import read

CASE = read(plan="Pyme", región="norte", vacío="", note="of the server", partes={"a": 1})


def bulk(case: Case, edit: Edit, text: str) -> Edit:
    return with_bulk(edit, case, shown_rows(case, edit), read_bulk(text).rows)


def test_pasted_names_that_are_there_get_the_value_and_others_become_new() -> None:
    pasted = with_pasted(Edit(), CASE, [Row("plan", "Empresa"), Row("color", "azul"), Row("vacío", "no")])
    assert pasted.edit == Edit(values={"plan": "Empresa", "vacío": "no"}, rows={1: Row("color", "azul")})
    assert pasted.overwritten == (Overwritten("plan", "Pyme", "Empresa"),)


def test_pasting_what_is_there_changes_and_overwrites_nothing() -> None:
    pasted = with_pasted(Edit(), CASE, shown_rows(CASE, Edit()))
    assert (pasted.edit, pasted.overwritten) == (Edit(), ())


def test_a_new_row_of_that_name_gets_the_value() -> None:
    edit = Edit(rows={4: Row("color", "azul"), 7: Row("talle", "")})
    pasted = with_pasted(edit, CASE, [Row("talle", "M"), Row("color", "rojo")])
    assert pasted.edit.rows == {4: Row("color", "rojo"), 7: Row("talle", "M")}
    assert pasted.overwritten == (Overwritten("color", "azul", "rojo"),)


def test_without_overwriting_what_is_there_stays() -> None:
    edit = with_value(Edit(), CASE, "región", "sur")
    rows = [Row("plan", "x"), Row("región", "x"), Row("vacío", "x"), Row("color", "x")]
    pasted = with_pasted(edit, CASE, rows, overwrite=False)
    assert pasted.edit == Edit(values={"región": "sur", "vacío": "x"}, rows={1: Row("color", "x")})


def test_the_servers_own_value_takes_a_change_back() -> None:
    edit = with_value(Edit(), CASE, "plan", "x")
    assert with_pasted(edit, CASE, [Row("plan", "Pyme")]).edit == Edit()


@pytest.mark.parametrize("row", [Row("note", "x"), Row("partes", "x"), Row("", "x"), Row("tag", "x")])
def test_what_cant_be_taken_in_is_a_new_row_that_is_marked(row: Row) -> None:
    pasted = with_pasted(Edit(), CASE, [row])
    assert pasted.edit.rows == {1: row}
    assert [problem.is_blocking for problem in problems(CASE, pasted.edit)] == [True]


@pytest.mark.parametrize("name", ["plan", "color"])
def test_a_name_that_is_pasted_twice_is_there_twice_and_marked(name: str) -> None:
    edit = with_pasted(Edit(), CASE, [Row(name, "1"), Row(name, "2")]).edit
    assert [change.after for change in changes(CASE, edit)] == ["1", "2"]
    assert [problem.wrong for problem in problems(CASE, edit)] == [ProblemKind.DUPLICATE]


@given(
    st.lists(
        st.builds(Row, st.sampled_from(["plan", "new", "note", "", " x", "gone"]), st.text(max_size=3)), max_size=6
    )
)
def test_bulk_text_that_is_left_as_it_is_changes_nothing(rows: list[Row]) -> None:
    edit = Edit(values={"gone": "mine", "plan": "x"})
    for row in rows:
        edit = with_row(edit, None, row)
    assert bulk(CASE, edit, write_bulk(shown_rows(CASE, edit))) == edit


def test_bulk_text_changes_adds_and_takes_out() -> None:
    edit = Edit(rows={3: Row("color", "azul"), 5: Row("talle", "M")})
    text = "región=sur\ntalle=L\npeso=3\nancho=4\n"
    assert bulk(CASE, edit, text) == Edit(
        values={"región": "sur"}, rows={3: Row("talle", "L"), 5: Row("peso", "3"), 6: Row("ancho", "4")}
    )


def test_an_attribute_of_the_case_whose_line_is_gone_stays() -> None:
    edit = with_value(Edit(), CASE, "plan", "x")
    assert bulk(CASE, edit, "") == edit


def test_a_line_that_was_left_as_it_was_leaves_what_has_arrived_since() -> None:
    before = shown_rows(CASE, Edit())
    now = read(plan="theirs", región="norte")
    assert with_bulk(Edit(), now, before, [Row("plan", "Pyme"), Row("región", "sur")]) == Edit(values={"región": "sur"})


def test_bulk_text_for_what_cant_be_changed_is_a_new_row_that_is_marked() -> None:
    edit = bulk(CASE, Edit(), "note=x\npartes=y")
    assert edit.rows == {1: Row("note", "x"), 2: Row("partes", "y")}
    assert all(problem.is_blocking for problem in problems(CASE, edit))


def test_taking_back() -> None:
    edit = Edit(subject="x", values={"plan": "a", "región": "b"}, rows={1: Row("c", "d"), 2: Row("e", "f")})
    assert without(edit, ["plan"], [2]) == Edit(subject="x", values={"región": "b"}, rows={1: Row("c", "d")})
    assert without_attributes(edit) == Edit(subject="x")


def test_several_cells_at_once() -> None:
    edit = Edit(rows={1: Row("c", "d"), 2: Row("e", "f")})
    values = {"plan": "", "región": "norte", "note": "x", "partes": "x"}
    assert with_cells(edit, CASE, values, {1: Row("c", ""), 2: Row()}) == Edit(
        values={"plan": ""}, rows={1: Row("c", "")}
    )


def test_a_name_with_spaces_at_its_ends_is_warned_of_and_trimmed() -> None:
    edit = Edit(rows={1: Row(" color\u00a0", " x ")})
    assert [(problem.wrong, problem.is_blocking) for problem in problems(CASE, edit)] == [(ProblemKind.SPACES, False)]
    assert with_trimmed_names(edit) == Edit(rows={1: Row("color", " x ")})


def test_a_column_fills_values_one_below_the_other() -> None:
    edit = Edit(rows={4: Row("color", ""), 7: Row("", "")})
    targets = [Target("región"), Target("vacío"), Target("color", 4), Target("", 7)]
    filled = with_filled(edit, CASE, targets, ["sur", "x", "azul", "y"])
    assert filled.edit == Edit(values={"región": "sur", "vacío": "x"}, rows={4: Row("color", "azul"), 7: Row("", "y")})
    assert filled.overwritten == (Overwritten("región", "norte", "sur"),)
    kept = with_filled(edit, CASE, targets, ["sur", "x", "azul", "y"], overwrite=False)
    assert kept.edit.values == {"vacío": "x"}
    assert kept.edit.rows == filled.edit.rows


def test_the_servers_own_value_in_a_column_takes_a_change_back() -> None:
    edit = with_value(Edit(), CASE, "plan", "x")
    assert with_filled(edit, CASE, [Target("plan")], ["Pyme"]).edit == Edit()


def test_texts_that_find_no_row_or_a_fixed_one_are_told() -> None:
    targets = [Target("plan"), Target("note", is_fixed=True), Target("partes", is_fixed=True), Target("vacío")]
    filled = with_filled(Edit(), CASE, targets, ["Pyme", "of the server", "x", "y", "tres", "cuatro"])
    assert filled.edit == Edit(values={"vacío": "y"})
    assert filled.fixed == (Row("partes", "x"),)
    assert filled.left == ("tres", "cuatro")
    assert filled.overwritten == ()


def test_names_are_added_and_those_that_are_there_stay() -> None:
    edit = Edit(values={"gone": "mine"}, rows={2: Row("color", "azul")})
    pasted = with_names(edit, CASE, ["plan", "color", "gone", "talle", "peso", "talle"])
    assert pasted.edit == Edit(
        values={"gone": "mine"}, rows={2: Row("color", "azul"), 3: Row("talle", ""), 4: Row("peso", "")}
    )
    assert pasted.overwritten == ()


def test_reserved_names_are_listed_and_left_out() -> None:
    edit = Edit(values={"plan": "x"}, rows={1: Row("id", "204"), 2: Row("asunto", "x"), 3: Row(" note ", "y")})
    assert list_reserved(edit) == ("id", " note ")
    assert without_reserved(edit) == Edit(values={"plan": "x"}, rows={2: Row("asunto", "x")})
