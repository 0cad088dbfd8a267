"""Bulk text beyond the lines generated for it: other notations, and backslashes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.editing.attribute_text import (
    Error,
    Escaped,
    Flaw,
    Form,
    list_escapes,
    read_bulk,
    write,
    write_bulk,
)
from caseeditor.domain.editing.edit import Row

TWO = (Row("plan", "Pyme"), Row("región", "norte"))


@pytest.mark.parametrize(
    "text",
    [
        "plan\tPyme\nregión\tnorte\n",
        "plan\tPyme\r\nregión\tnorte",
        "plan,Pyme\nregión,norte\n",
        "plan;Pyme\nregión;norte\n",
        '"plan","Pyme"\n"región","norte"\n',
        "plan: Pyme\nregión: norte\n",
        "plan:Pyme\nregión:norte\n",
        '{"plan": "Pyme", "región": "norte"}',
        '\n{"plan": "Pyme",\n "región": "norte"}\n',
        '[{"plan": "Pyme", "región": "norte"}]',
        "plan=Pyme\nregión\tnorte\n",
        "plan=Pyme\nregión: norte\n",
        "plan=Pyme\nregión;norte\n",
        "plan=Pyme\n\nregión=norte\n",
    ],
)
def test_bulk_text_takes_what_the_grid_takes(text: str) -> None:
    assert read_bulk(text).errors == ()
    assert read_bulk(text).rows == TWO


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("url\thttps://x/?a=b", Row("url", "https://x/?a=b")),
        ("url: https://x/?a=b", Row("url", "https://x/?a=b")),
        ("url=https://x/?a: b", Row("url", "https://x/?a: b")),
        ("ruta\tC:\\temp\\nuevo", Row("ruta", "C:\\temp\\nuevo")),
        ("ruta: C:\\temp\\nuevo", Row("ruta", "C:\\temp\\nuevo")),
        ("nota=a\tb", Row("nota", "a\tb")),
    ],
)
def test_a_line_is_split_where_its_form_says(line: str, row: Row) -> None:
    assert read_bulk(f"plan=Pyme\n{line}\n").rows == (Row("plan", "Pyme"), row)


def test_cells_with_an_equals_sign_are_cells_among_others() -> None:
    assert read_bulk("plan=Pyme\nurl;https://x/?a=b\nregión;norte").rows == (
        Row("plan", "Pyme"),
        Row("url", "https://x/?a=b"),
        Row("región", "norte"),
    )
    assert read_bulk("Calle, número=5\n").rows == (Row("Calle, número", "5"),)


def test_a_line_that_it_was_filled_with_is_read_as_it_was_written() -> None:
    rows = [Row("a;b", "1"), Row("c: d", "2"), Row("{e", "3"), Row("[f", "\\n")]
    lines = write_bulk(rows)
    assert list(read_bulk(lines).rows) == rows
    assert read_bulk(lines + "x;y\n", frozenset(lines.splitlines())).rows == (*rows, Row("x", "y"))


@pytest.mark.parametrize("text", ["plan=Pyme\nno", "plan\tPyme\nno", "plan: Pyme\nno"])
def test_a_line_of_no_form_is_told(text: str) -> None:
    assert read_bulk(text).errors == (Error(2, Flaw.NO_SEPARATOR),)


def test_a_line_of_too_many_cells_is_told() -> None:
    assert read_bulk("plan=Pyme\na\tb\tc").errors == (Error(2, Flaw.TOO_MANY_CELLS),)


def test_what_is_read_as_an_escape_is_listed_but_not_what_was_written_so() -> None:
    written = frozenset(["zona=\\ssur"])
    text = "zona=\\ssur\nplan=Pyme\npath=C:\\temp\\nuevo\\nada\nunc=\\\\pc\\u0041\n"
    assert list_escapes(text, written) == (
        Escaped(3, "path=C:\\temp\\nuevo\\nada", ("\\t", "\\n")),
        Escaped(4, "unc=\\\\pc\\u0041", ("\\\\", "\\u0041")),
    )


@pytest.mark.parametrize("text", ["path\tC:\\temp", "path: C:\\temp", '{"path": "C:\\\\temp"}', "path=C:/temp"])
def test_where_no_escape_is_read_none_is_listed(text: str) -> None:
    assert list_escapes(text) == ()


def test_backslashes_are_kept_in_the_lines_where_they_are_meant() -> None:
    text = "zona=\\ssur\npath=C:\\temp\\nuevo\npc=\\\\pc\\datos\n"
    assert read_bulk(text, literal=frozenset([2, 3])).rows == (
        Row("zona", " sur"),
        Row("path", "C:\\temp\\nuevo"),
        Row("pc", "\\\\pc\\datos"),
    )


TEXT = st.text(st.characters(exclude_categories=["Cs"], codec="utf-8"), max_size=12)
SHARP = st.text(st.sampled_from('ab=\\:;,{}[]" \t\nn'), max_size=8)


@given(st.lists(st.builds(Row, TEXT | SHARP, TEXT | SHARP), max_size=5))
def test_names_of_any_form_come_back_exactly(rows: list[Row]) -> None:
    text = write_bulk(rows)
    lines = frozenset(text.splitlines())
    assert list(read_bulk(text).rows) == rows
    assert list(read_bulk(text, lines).rows) == rows
    assert list_escapes(text, frozenset(text.split("\n"))) == ()


@given(st.lists(st.builds(Row, st.text(st.sampled_from("abñ"), min_size=1), SHARP), min_size=1, max_size=5))
def test_json_of_the_grid_is_taken_exactly(rows: list[Row]) -> None:
    rows = list({row.name: row for row in rows}.values())
    assert list(read_bulk(write(rows, Form.JSON)).rows) == rows


def test_a_files_byte_order_mark_is_no_part_of_the_first_name() -> None:
    assert read_bulk("\ufeffa=1\nb=2\n").rows == (Row("a", "1"), Row("b", "2"))
    assert read_bulk("\ufeff\nb=C:\\temp").rows == (Row("b", "C:\temp"),)
    assert read_bulk("\ufeffa=1", {"\ufeffa=1"}).rows == (Row("\ufeffa", "1"),)
