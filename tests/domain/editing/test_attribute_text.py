"""Attributes as text: every pasted form, copying, and the whole grid as text and back."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caseeditor.domain.editing.attribute_text import Error, Flaw, Form, Table, read, read_bulk, write, write_bulk
from caseeditor.domain.editing.edit import Row

HARD = (
    *(" ", "  a  ", "\t", "a\tb", "\n", "\r\n", "a\r", '"', '""', '"so"', 'say "hi"', "=", "a=b", "\\", "\\n", "\\="),
    *(
        "{",
        "[1]",
        "#",
        "\u2028",
        "\u2029",
        "\x00",
        "\ufdd0",
        "\u00a0",
        "\ufeffx",
        "=SUM(1)",
        "+54 11 4862",
        "a,b",
        "a;b",
    ),
    *("a: b", "\U0001f469\u200d\U0001f467 é ñ", "مرحبا", "配送", "a\u0303", "<b>&amp;</b>", "'; DROP TABLE", "%s {0}"),
)
TEXT = st.one_of(st.sampled_from(HARD), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
ROWS = st.lists(st.builds(Row, TEXT, TEXT), max_size=8)


@pytest.mark.parametrize(
    "text",
    [
        "plan\tPyme\nregión\tnorte\n",
        "plan\tPyme\r\nregión\tnorte",
        "plan,Pyme\nregión,norte\n",
        "plan;Pyme\nregión;norte\n",
        '"plan","Pyme"\n"región","norte"\n',
        "plan=Pyme\nregión=norte",
        "plan = Pyme\n\nregión = norte\n",
        "plan: Pyme\nregión: norte\n",
        "plan:Pyme\nregión:norte\n",
        '{"plan": "Pyme", "región": "norte"}',
        '\ufeff{"plan": "Pyme",\n "región": "norte"}\n',
    ],
)
def test_each_form_is_recognised(text: str) -> None:
    assert read(text).rows == (Row("plan", "Pyme"), Row("región", "norte"))
    assert read(text).errors == ()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("url=https://x/?a=b:c,d", Row("url", "https://x/?a=b:c,d")),
        ("url: https://x/?a=b", Row("url", "https://x/?a=b")),
        ("http://example.com/x=1", Row("http://example.com/x", "1")),
        ("[ok] listo=1", Row("[ok] listo", "1")),
        ("hora: 10:30, 11:30", Row("hora", "10:30, 11:30")),
        ("a\t=b", Row("a", "=b")),
        ("a=b\t1", Row("a=b", "1")),
        ('a,"b, c"', Row("a", "b, c")),
        ('"a,b",c', Row("a,b", "c")),
        ('a\t"so"', Row("a", '"so"')),
        ('a\t"not closed', Row("a", '"not closed')),
        ('a\t"one\ntwo"', Row("a", "one\ntwo")),
        ("a\t  b  ", Row("a", "  b  ")),
        (" a =b ", Row(" a ", "b ")),
        ("a=", Row("a", "")),
        ("a\tb\t\t", Row("a", "b")),
    ],
)
def test_a_line_is_split_where_its_form_says_and_the_value_is_kept_exactly(text: str, row: Row) -> None:
    assert read(text).rows == (row,)


def test_of_json_strings_are_kept_by_their_text_and_all_else_by_its_characters() -> None:
    text = '{"a": "x\\ny", "b": 1.50, "c": 12345678901234567890, "d": true, "e": null, "f": {"g": [1, 2]}}'
    assert [row.value for row in read(text).rows] == [
        "x\ny",
        "1.50",
        "12345678901234567890",
        "true",
        '{"g": [1, 2]}',
    ]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[1, 2]", Error(1, Flaw.NO_OBJECT)),
        ('["a"]', Error(1, Flaw.NO_OBJECT)),
        ('{"a": "b"', Error(1, Flaw.NOT_JSON)),
        ('{"a": "b",\n"c" "d"}', Error(2, Flaw.NOT_JSON)),
        ('{"a": NaN}', Error(1, Flaw.NOT_JSON)),
        ("[" * 200_000, Error(1, Flaw.NOT_JSON)),
        ('{"a": 1, "a": 2}', Error(1, Flaw.TWICE, "a")),
        ("a=1\nno\nb=2", Error(2, Flaw.NO_SEPARATOR)),
        ("a\t1\n\nno\nb\t2", Error(3, Flaw.NO_SEPARATOR)),
        ("a,1\nb,2,3", Error(2, Flaw.TOO_MANY_CELLS)),
        ('a,1\nb,"2\nc,3', Error(2, Flaw.QUOTES)),
        ("no", Error(1, Flaw.NO_SEPARATOR)),
        ("http://example.com/x", Error(1, Flaw.NO_SEPARATOR)),
        ("[ok] listo", Error(1, Flaw.NOT_JSON)),
    ],
)
def test_what_is_wrong_is_told_by_its_line(text: str, error: Error) -> None:
    assert read(text).errors == (error,)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\n"])
def test_nothing_holds_nothing(text: str) -> None:
    assert read(text).rows == ()


def test_half_characters_become_replacement_characters() -> None:
    assert read("a=\ud83d").rows == (Row("a", "\ufffd"),)
    assert read('{"a": "\\ud83d"}').rows in ((Row("a", "\ufffd"),), ())
    assert read_bulk("a=\\ud83d").rows == (Row("a", "\ufffd"),)


@given(ROWS)
@example([Row("a", '"')])
def test_bulk_text_comes_back_exactly(rows: list[Row]) -> None:
    table = read_bulk(write_bulk(rows))
    assert table.errors == ()
    assert list(table.rows) == rows


@given(ROWS)
def test_bulk_text_is_a_line_an_attribute_and_shows_in_an_editor_as_it_is(rows: list[Row]) -> None:
    text = write_bulk(rows)
    assert text.count("\n") == len(rows)
    assert not set(text) & set("\r\t\x00\u2028\u2029\ufdd0")


NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1)


@given(st.lists(st.builds(Row, NAMES, TEXT), min_size=1, max_size=8), st.sampled_from([Form.TSV, Form.JSON]))
@example([Row("a", '"so"')], Form.TSV)
@example([Row("a", 'two\n"lines"'), Row("b", '"so"')], Form.TSV)
def test_what_is_copied_can_be_pasted(rows: list[Row], form: Form) -> None:
    rows = list({row.name: row for row in rows}.values())
    assert read(write(rows, form)) == Table(tuple(rows))


def test_json_is_written_as_json_with_texts_exactly() -> None:
    assert json.loads(write([Row("a", 'x"\n'), Row("ñ", "2")], Form.JSON)) == {"a": 'x"\n', "ñ": "2"}


def test_csv_is_copied_without_anything_against_formulas() -> None:
    assert write([Row("teléfono", "+54 11"), Row("a", "b,c")], Form.CSV) == 'teléfono,+54 11\r\na,"b,c"\r\n'


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a=1\nb", Error(2, Flaw.NO_SEPARATOR)),
        ("a=C:\\pc", Error(1, Flaw.ESCAPE, "\\p")),
        ("a=\\", Error(1, Flaw.ESCAPE, "\\")),
        ("a=\\u12", Error(1, Flaw.ESCAPE, "\\u")),
        ("\\=", Error(1, Flaw.NO_SEPARATOR)),
    ],
)
def test_bulk_text_tells_what_is_wrong_by_its_line(text: str, error: Error) -> None:
    assert read_bulk(text).errors == (error,)


def test_bulk_text_says_what_the_dialog_says() -> None:
    rows = [Row("a=b", " x "), Row("c", "1\n2\t3\\")]
    assert write_bulk(rows) == "a\\=b=\\sx\\s\nc=1\\n2\\t3\\\\\n"


@pytest.mark.parametrize(
    "text", ["a=" + "x" * 1_000_000, "x" * 1_000_000, "a" * 10_000 + "=1", '"' * 100_000, "=" * 100_000]
)
def test_very_long_texts_are_read(text: str) -> None:
    assert sum(len(row.name) + len(row.value) for row in read(text).rows) <= len(text)
    assert len(read_bulk(text).rows) <= 1


@given(st.text(max_size=60))
def test_no_text_is_too_bad(text: str) -> None:
    read(text)
    read_bulk(text)


def test_numbers_of_json_are_kept_as_written_however_long() -> None:
    text = '{"a": ' + "7" * 5000 + ', "b": 1.10, "c": [' + "8" * 5000 + "]}"
    assert read(text).rows == (Row("a", "7" * 5000), Row("b", "1.10"), Row("c", "[" + "8" * 5000 + "]"))
