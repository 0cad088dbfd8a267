"""The history as a file: spreadsheets of any language read it as text, never as a formula; JSON is exact."""

import csv
import io
import json
import re
from datetime import timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caseeditor.domain.history_export import Line, as_csv, as_json

HEADS = ("Cuándo", "Servidor", "Usuario", "Caso", "Cambio", "Antes", "Después", "Tenía", "Resultado", "Dijo")
SEPARATORS = (",", ";", "\t", "|")
STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
SKIPPED = re.compile('["\x00-\x20\x7f\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff\x85]+')


def line(after: str = "", **fields: str) -> Line:
    plain = dict.fromkeys(Line.__struct_fields__, "")
    return Line(**{**plain, "when": "2026-11-28T02:05:09+0000", "after": after, **fields})


def cells(content: bytes, separator: str) -> list[list[str]]:
    """Read a file like a spreadsheet with this separator."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


def after(text: str, separator: str = ",") -> str:
    return cells(as_csv([line(text)], HEADS, separator), separator)[1][6]


@pytest.mark.parametrize("separator", [",", ";"])
def test_it_begins_with_the_mark_of_utf_8_and_quotes_every_cell(separator: str) -> None:
    content = as_csv([line('dice "sí"', case="203")], HEADS, separator)
    assert content.startswith(b"\xef\xbb\xbf" + f'"Cuándo"{separator}"Servidor"'.encode())
    assert content.endswith(b"\r\n")
    first, second = content.decode("utf-8-sig").splitlines()
    assert second.split(separator)[3:7] == ['"203"', '""', '""', '"dice ""sí"""']
    assert first.count('"') == 2 * len(HEADS)


@pytest.mark.parametrize("start", STARTS[:5] + STARTS[6:])
@pytest.mark.parametrize("before", ["", "hola;", "hola,", "hola|", "hola\n", "hola\r\n", "hola\r"])
def test_an_apostrophe_stands_where_a_formula_would_start(before: str, start: str) -> None:
    assert after(f"{before}{start}1+1") == re.sub("\r\n?", "\n", before) + f"'{start}1+1"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("hola;=1+1", "hola;'=1+1"),
        ("=1;=2,=3\t=4|=5\n=6", "'=1;'=2,'=3\t'=4|'=5\n'=6"),
        ("hola; =1", "hola; '=1"),
        ("hola;\u00a0\u200b=1", "hola;\u00a0\u200b'=1"),
        ('hola;"=1"', 'hola;"\'=1"'),
        ('"=1"', '"\'=1"'),
        ("\r=1", "\n'=1"),
        ("\t=1", "'\t'=1"),
        ("a\u2028@b", "a\u2028'@b"),
        ("'=1", "'=1"),
        ("a-b = c + d; e", "a-b = c + d; e"),
        ("ana@example.org, -5", "ana@example.org, '-5"),
        ("", ""),
    ],
)
def test_the_rest_of_a_text_stays_as_it_is(text: str, written: str) -> None:
    assert after(text) == written


DANGEROUS = st.text(st.sampled_from("=+-@＝＠,;|\t\r\n\v\"' \u00a0\u200b\u2028\ufeffa1"), max_size=12)


@given(st.lists(DANGEROUS, min_size=3, max_size=3), st.sampled_from([",", ";"]))
@example(["hola;=1+1", '";=1', "x\r\n=1"], ",")
@example(["hola,=1+1", '",=1', "x\r=1"], ";")
def test_no_separator_and_no_line_break_lets_a_formula_start(texts: list[str], separator: str) -> None:
    name, before, then = texts
    content = as_csv([line(then, what=name, before=before)] * 2, HEADS, separator)
    for split_at in SEPARATORS:
        for cell in (cell for row in cells(content, split_at) for cell in row):
            assert not SKIPPED.sub("", cell[:20]).startswith(STARTS), (split_at, cell)
    for part in re.split("[,;|\t\r\n\v\u2028]", content.decode("utf-8-sig")):
        assert not SKIPPED.sub("", part).startswith(STARTS)


@given(DANGEROUS, st.sampled_from([",", ";"]))
def test_but_for_apostrophes_and_line_breaks_it_is_the_text(text: str, separator: str) -> None:
    assert after(text, separator).replace("'", "") == re.sub("\r\n?", "\n", text).replace("'", "")


@pytest.mark.parametrize("digits", ["00123", "0054", "30123456789012345", "12E5", "7e10"])
def test_digits_that_a_spreadsheet_would_rewrite_are_marked_as_text(digits: str) -> None:
    assert after(digits) == f"'{digits}"


@pytest.mark.parametrize("digits", ["0", "203", "123456789012345", "1.5", "v0012", "2026-11-28", "٠٠١٢"])
def test_other_digits_stay(digits: str) -> None:
    assert after(digits) == digits


def test_a_date_is_written_as_spreadsheets_read_one_in_the_local_zone() -> None:
    content = as_csv([line(), line(when=""), line(when="=1")], HEADS, ";", timezone(timedelta(hours=-3)))
    assert [row[0] for row in cells(content, ";")[1:]] == ["2026-11-27 23:05:09", "", "'=1"]


@pytest.mark.parametrize("when", ["0001-01-01T00:00:00+0000", "9999-12-31T23:59:59+0000"])
def test_a_date_at_the_calendars_end_is_written_all_the_same(when: str) -> None:
    for hours in (-14, 14):
        content = as_csv([line(when=when)], HEADS, ";", timezone(timedelta(hours=hours)))
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", cells(content, ";")[1][0])


@pytest.mark.parametrize("text", ["\n" * 120_000, "; " * 60_000, "\t" * 120_000])
def test_a_long_note_of_nothing_but_breaks_is_written_too(text: str) -> None:
    assert after(f"x{text}=1").endswith(f"{text[-1]}'=1")


def test_json_has_the_texts_exactly_under_the_same_names_in_every_language() -> None:
    text = "hola;=1+1\r\n\t00123\u2028"
    (read,) = json.loads(as_json([line(text)]))
    assert read["after"] == text
    assert read["when"] == "2026-11-28T02:05:09+0000"
    assert list(read) == ["when", "server", "user", "case", "what", "before", "after", "held", "outcome", "said"]
