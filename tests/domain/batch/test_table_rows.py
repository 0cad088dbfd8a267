"""Rows and changes of a table: ids in any form, doubtful ones held back, the use of each column."""

from pathlib import Path

import msgspec
import pytest

from caseeditor.demo.contacts import HOST
from caseeditor.domain.batch.plan.recipe import Recipe, ValueRule
from caseeditor.domain.batch.tables.table import CellFlag, ColumnUse, Flag, Table, Use
from caseeditor.domain.batch.tables.table_rows import (
    UseDoubt,
    UseProblem,
    guessed_uses,
    recipe_of,
    rows_of,
    use_problems,
    without_columns,
)
from caseeditor.domain.batch.tables.table_text import read_text
from caseeditor.domain.editing.templates import filled

ROOT = Path(__file__).parents[3]
DOMAINS = ("cases.example.org", "localhost:8080")


def table_of(*lines: str) -> Table:
    return read_text("\n".join(lines).encode())


def ids(*cells: str, accepted: tuple[CellFlag, ...] = ()) -> tuple[list[str], list[tuple[int, CellFlag]]]:
    table = table_of("id;v", *(f"{cell};x" for cell in cells))
    rows, problems = rows_of(table, guessed_uses(table), DOMAINS, accepted=accepted)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert {each.column for each in problems} <= {0}
    return [row.case_id for row in rows], [(each.row, each.flag) for each in problems]


def test_forms_of_ids() -> None:
    cells = ("203", "#204", "205.0", "206,00", " 207 ", "https://cases.example.org/case/208", "0209")
    assert ids(*cells) == (["203", "204", "205", "206", "207", "208", "209"], [])
    assert ids("http://localhost:8080/case/1", "caseeditor:2") == (["1", "2"], [])


@pytest.mark.parametrize(
    ("cell", "flag"),
    [
        ("1.23E+11", CellFlag.EXPONENT),
        ("", CellFlag.NOT_AN_ID),
        ("203.5", CellFlag.NOT_AN_ID),
        ("1.203", CellFlag.NOT_AN_ID),
        ("203, 204", CellFlag.NOT_AN_ID),
        ("total", CellFlag.NOT_AN_ID),
        ("9" * 1_000_000, CellFlag.NOT_AN_ID),
        ("https://other.example.org/case/203", CellFlag.OTHER_SERVER),
    ],
)
def test_cells_that_name_no_case_of_the_server_are_not_used(cell: str, flag: CellFlag) -> None:
    assert ids("1", cell, "2") == (["1", "2"], [(1, flag)])
    assert ids("1", cell, "2", accepted=tuple(CellFlag))[0] == ["1", "2"]


def test_long_numbers_are_used_only_if_accepted() -> None:
    assert ids("1234567890123456") == ([], [(0, CellFlag.LONG_NUMBER)])
    assert ids("1234567890123456", accepted=(CellFlag.LONG_NUMBER,))[0] == ["1234567890123456"]


def test_the_first_row_of_a_case_is_used_and_the_later_ones_if_accepted() -> None:
    flagged = [(2, CellFlag.SAME_ID), (3, CellFlag.SAME_ID)]
    assert ids("203", "204", "#203", "203.0") == (["203", "204"], flagged)
    assert ids("203", "204", "#203", "203.0", accepted=(CellFlag.SAME_ID,)) == (["203", "204", "203", "203"], flagged)
    long = "1234567890123456"
    assert ids(long, long, accepted=(CellFlag.LONG_NUMBER,))[0] == [long]


def test_hidden_rows_are_used_only_if_accepted() -> None:
    table = msgspec.structs.replace(table_of("id;v", "203;x", "204;y"), flags=(Flag(0, 1, CellFlag.HIDDEN),))
    rows, problems = rows_of(table, guessed_uses(table), DOMAINS)
    assert ([row.case_id for row in rows], problems) == (["204"], (Flag(0, 0, CellFlag.HIDDEN),))
    rows, _ = rows_of(table, guessed_uses(table), DOMAINS, accepted=(CellFlag.HIDDEN,))
    assert [row.case_id for row in rows] == ["203", "204"]


def test_blank_rows_are_left_out_and_cells_are_kept_by_column() -> None:
    table = table_of("id;v;v", "203; a ;b", ";;", "204;;")
    rows, problems = rows_of(table, guessed_uses(table), DOMAINS)
    assert [row.cells for row in rows] == [{"id": "203", "v": " a ", "v (2)": "b"}, {"id": "204", "v": "", "v (2)": ""}]
    assert problems == ()


def test_without_a_column_of_ids_there_are_no_rows() -> None:
    table = table_of("nota;v", "hola;x")
    assert rows_of(table, guessed_uses(table), DOMAINS) == ((), ())


@pytest.mark.parametrize(
    ("header", "uses"),
    [
        ("id;asunto;nota;etiqueta;prioridad", "CASE_ID SUBJECT NOTE TAG_ADDED ATTRIBUTE"),
        ("Case ID;Subject;Note;Tag;Remove tag", "CASE_ID SUBJECT NOTE TAG_ADDED TAG_REMOVED"),
        ("Nº de caso;Assunto;Nota;Remover etiqueta;x", "CASE_ID SUBJECT NOTE TAG_REMOVED ATTRIBUTE"),
        ("case_id;echo_data;state;note;nota", "CASE_ID IGNORED IGNORED NOTE IGNORED"),
        ("CASO;v;v;;x", "CASE_ID ATTRIBUTE IGNORED IGNORED ATTRIBUTE"),
        ("cliente;x;y;z;a", "CASE_ID ATTRIBUTE ATTRIBUTE ATTRIBUTE ATTRIBUTE"),
    ],
)
def test_uses_are_guessed(header: str, uses: str) -> None:
    found = guessed_uses(table_of(header, "203;a;b;c;d", "204;a;b;c;d"))
    assert " ".join(use.use.name for use in found) == uses
    assert all(use.name == (use.column if use.use is Use.ATTRIBUTE else "") for use in found)


def test_of_two_columns_named_like_ids_that_with_ids_is_taken() -> None:
    found = guessed_uses(table_of("Caso;Id;v", "Reclamo;203;x"))
    assert [use.use for use in found] == [Use.IGNORED, Use.CASE_ID, Use.ATTRIBUTE]


def test_without_a_header_only_the_ids_are_guessed() -> None:
    found = guessed_uses(table_of("alta;203", "baja;204"))
    assert [use.use for use in found] == [Use.IGNORED, Use.CASE_ID]


def attribute(name: str, column: str = "") -> ColumnUse:
    return ColumnUse(column=column or name, use=Use.ATTRIBUTE, name=name)


ID = ColumnUse(column="id", use=Use.CASE_ID)


@pytest.mark.parametrize(
    ("use", "doubt"),
    [
        (attribute("note"), UseDoubt(UseProblem.RESERVED, "note")),
        (attribute(" echo_data"), UseDoubt(UseProblem.RESERVED, " echo_data")),
        (attribute(" ", "x"), UseDoubt(UseProblem.NO_NAME, "x")),
        (attribute("zona", "x"), UseDoubt(UseProblem.DUPLICATE, "x")),
        (attribute("Prioridád"), UseDoubt(UseProblem.SIMILAR, "Prioridád", "prioridad")),
        (attribute("prioridad"), None),
        (attribute("nueva"), None),
        (attribute("state"), UseDoubt(UseProblem.OWN_FIELD, "state")),
        (ColumnUse(column="x", use=Use.CASE_ID), UseDoubt(UseProblem.SECOND, "x")),
    ],
)
def test_problems_of_uses(use: ColumnUse, doubt: UseDoubt | None) -> None:
    found = use_problems((ID, attribute("zona"), use), ("prioridad",))
    assert found == ((doubt,) if doubt else ())


def test_a_table_needs_ids() -> None:
    assert use_problems((attribute("zona"),)) == (UseDoubt(UseProblem.NO_ID),)


def test_columns_become_changes() -> None:
    uses = (
        ID,
        ColumnUse(column="asunto", use=Use.SUBJECT),
        ColumnUse(column="nota", use=Use.NOTE),
        ColumnUse(column="etiqueta", use=Use.TAG_ADDED),
        ColumnUse(column="quitar", use=Use.TAG_REMOVED),
        ColumnUse(column="prio", use=Use.ATTRIBUTE, name="prioridad", blank_clears=True),
    )
    own = Recipe(
        notes=("hola",), attributes=(ValueRule(name="prioridad", value="x"), ValueRule(name="zona", value="y"))
    )
    made = recipe_of(uses, own)
    assert made == Recipe(
        subject=ValueRule(value="{row.asunto}"),
        notes=("hola", "{row.nota}"),
        added_tags=("{row.etiqueta}",),
        removed_tags=("{row.quitar}",),
        attributes=(
            ValueRule(name="zona", value="y"),
            ValueRule(name="prioridad", value="{row.prio}", blank_clears=True),
        ),
    )
    assert recipe_of(uses, made) == made
    assert recipe_of((ID,), own) == own


def test_any_header_can_be_filled_in() -> None:
    table = table_of("id;{a}; {{b;c\u00a0d;", "203;1;2;3;4")
    row = rows_of(table, guessed_uses(table), DOMAINS)[0][0]
    fields = {f"row.{column}": text for column, text in row.cells.items()}
    texts = [filled(f"{{row.{column}}}", fields) for column in table.columns]
    assert [text.text for text in texts] == ["203", "1", "2", "3", "4"]
    assert not any(text.unknown for text in texts)


def test_the_sample_of_the_demo() -> None:
    table = read_text((ROOT / "resources" / "samples" / "campaign.csv").read_bytes())
    rows, problems = rows_of(table, guessed_uses(table), (HOST.removeprefix("https://"),))
    assert (table.columns, table.flags) == (("id", "prioridad", "nota"), ())
    assert [(problem.row, problem.flag) for problem in problems] == [(100, CellFlag.SAME_ID)]
    assert {row.case_id for row in rows} <= {str(number) for number in range(2_000_001, 2_005_001)}
    assert len(rows) == len(table.rows) - 1
    assert [use.use for use in guessed_uses(table)] == [Use.CASE_ID, Use.ATTRIBUTE, Use.NOTE]


def test_doubts_about_other_columns_do_not_hold_a_row_back() -> None:
    table = msgspec.structs.replace(table_of("id;v", "203;x", "204;y"), flags=(Flag(0, 1, CellFlag.LONG_NUMBER),))
    assert [row.case_id for row in rows_of(table, guessed_uses(table), DOMAINS)[0]] == ["203", "204"]


def test_another_table_leaves_nothing_of_the_first_and_all_that_was_typed() -> None:
    typed = Recipe(notes=("{row.nota} x",), attributes=(ValueRule(name="a", value="b"),))
    uses = [ColumnUse(column="nota", use=use, name="n") for use in Use]
    assert without_columns(recipe_of(uses, typed), ("nota",)) == typed
