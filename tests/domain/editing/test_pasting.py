"""The target decides the meaning of a paste: a value cell takes texts, a name cell takes names or whole rows."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.editing.attribute_text import Error, Flaw, Table, write_cells
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.editing.pasting import Cell, Column, Copied, Meant, Names, on_name, on_value


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("uno\ndos\ntres", ("uno", "dos", "tres")),
        ("uno\r\ndos\r\ntres\r\n", ("uno", "dos", "tres")),
        ("10:30\n11:45", ("10:30", "11:45")),
        ("a=b\nc=d", ("a=b", "c=d")),
        ("Hola, Ana\nChau, Ana\n", ("Hola, Ana", "Chau, Ana")),
        ("a: b\nc: d", ("a: b", "c: d")),
        ("uno\n\ntres\n", ("uno", "", "tres")),
        ("uno\n\n\n", ("uno",)),
        ("  x \n y", ("  x ", " y")),
        ('"uno\ndos"\ntres\n', ("uno\ndos", "tres")),
        ('"so"\nuno', ('"so"', "uno")),
        ('"not closed\nuno', ('"not closed', "uno")),
        ('"di ""hola""\ny más"\r\nx\r\n', ('di "hola"\ny más', "x")),
        ('{"a": 1}\n{"b": 2}', ('{"a": 1}', '{"b": 2}')),
        ("uno\ndos\ttres", ("uno", "dos\ttres")),
        ("id;a;b\n1;2;3", ("id;a;b", "1;2;3")),
    ],
)
def test_lines_on_a_value_are_values_whatever_they_look_like(text: str, cells: tuple[str, ...]) -> None:
    assert on_value(text) == (Column(cells) if len(cells) > 1 else Cell(cells[0]))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("alta", "alta"),
        ("alta\r\n", "alta"),
        ("\nalta\n\n", "alta"),
        ("a=b\n", "a=b"),
        ('{"a": 1}', '{"a": 1}'),
        ('["a","b"]\r\n', '["a","b"]'),
        ('{\n "a": 1\n}\n', '{\n "a": 1\n}'),
        ('"uno\ndos"', "uno\ndos"),
        ('"uno\r\ndos"\r\n', "uno\ndos"),
        ('"so"', '"so"'),
        ("  x  ", "  x  "),
        ("a\tb\tc", "a\tb\tc"),
        ('"a\tb"\r\n', "a\tb"),
        ('"' + "x\n" * 100_000 + '"', "x\n" * 100_000),
    ],
)
def test_one_cell_on_a_value_is_its_text(text: str, value: str) -> None:
    assert on_value(text) == Cell(value)


@pytest.mark.parametrize("place", [on_value, on_name])
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("plan\tPyme\nzona\tsur\n", (Row("plan", "Pyme"), Row("zona", "sur"))),
        ("plan\tPyme", (Row("plan", "Pyme"),)),
        ('nota\t"uno\ndos"\nzona\tsur', (Row("nota", "uno\ndos"), Row("zona", "sur"))),
        ("id\ta\tb\n1\t2\t3", (Row("id", "1"), Row("a", "2"), Row("b", "3"))),
        ("a\t1\n\nb\t2\n", (Row("a", "1"), Row("b", "2"))),
    ],
)
def test_a_table_with_tabs_in_every_line_is_rows_wherever(
    place: Callable[[str], Meant], text: str, rows: tuple[Row, ...]
) -> None:
    assert place(text) == Table(rows)


@pytest.mark.parametrize("text", ["", "\n", "\r\n\r\n"])
@pytest.mark.parametrize("place", [on_value, on_name])
def test_nothing_is_nothing(place: Callable[[str], Meant], text: str) -> None:
    assert place(text) == Table()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("prioridad\n", Cell("prioridad")),
        ("  x ", Cell("  x ")),
        ("[ok] listo", Cell("[ok] listo")),
        ("uno\ndos\n\ntres", Names(("uno", "dos", "tres"))),
        ("a=1", Table((Row("a", "1"),))),
        ("10:30\n11:45", Table((Row("10", "30"), Row("11", "45")))),
        ('["a","b"]', Table(errors=(Error(1, Flaw.NO_OBJECT),))),
        ("[1, 2]", Table(errors=(Error(1, Flaw.NO_OBJECT),))),
        ('{"a": ', Table(errors=(Error(1, Flaw.NOT_JSON),))),
        ('["a', Table(errors=(Error(1, Flaw.NOT_JSON),))),
        ("{}", Table(errors=(Error(1, Flaw.NOTHING),))),
        ('{"a": null}', Table(errors=(Error(1, Flaw.NOTHING),))),
    ],
)
def test_on_a_name(text: str, meant: object) -> None:
    assert on_name(text) == meant


def test_on_a_name_lines_of_which_some_are_no_rows_are_told() -> None:
    told = on_name("uno=1\nno\ndos=2")
    assert isinstance(told, Table)
    assert told.errors == (Error(2, Flaw.NO_SEPARATOR),)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_a_cell_copied_here_is_pasted_exactly(text: str) -> None:
    assert on_value(text, Copied.CELL) == Cell(text)
    assert on_name(text, Copied.CELL) == Cell(text)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=2, max_size=6))
def test_a_column_copied_here_is_pasted_exactly(cells: list[str]) -> None:
    text = write_cells([cell] for cell in cells)
    assert on_value(text, Copied.COLUMN) == Column(tuple(cells))
    named = on_name(text, Copied.COLUMN)
    assert isinstance(named, Names | Table)
    assert getattr(named, "names", ()) == tuple(cell for cell in cells if cell.strip())


def test_a_column_of_very_long_cells_is_pasted_exactly() -> None:
    cells = ("x\n" * 100_000, '"' * 200_000, "y")
    assert on_value(write_cells([cell] for cell in cells), Copied.COLUMN) == Column(cells)
    assert on_value("uno\n" * 50_000) == Column(("uno",) * 50_000)


@given(st.text(max_size=40))
def test_no_text_is_too_bad(text: str) -> None:
    on_value(text)
    on_name(text)
