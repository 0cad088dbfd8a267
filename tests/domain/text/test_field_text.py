"""Pasted text in each kind of field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.text.field_text import (
    in_a_line,
    is_in_a_line,
    mended_line,
    pasted_line,
    pasted_lines,
    pasted_text,
)

CELL = '"uno\ndos"\r\n'


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("alta\r\n", "alta"),
        ("alta\n", "alta"),
        ("alta\u2028", "alta"),
        ("alta\n\n", "alta\n"),
        ("uno\r\ndos\r\n", "uno\ndos"),
        ("uno\x0bdos\u2029tres\x85cuatro\rcinco", "uno\ndos\ntres\ncuatro\ncinco"),
        (CELL, "uno\ndos"),
        ('"uno\r\ndos"', "uno\ndos"),
        ('"dijo ""sí""\ny se fue"\r\n', 'dijo "sí"\ny se fue'),
        ('"so"', '"so"'),
        ('"so"\r\n', '"so"'),
        ('"uno\ndos', '"uno\ndos'),
        ('"uno" y\n"dos"', '"uno" y\n"dos"'),
        ('dijo "uno\ndos"', 'dijo "uno\ndos"'),
        ('""\n"', '""\n"'),
        ('"', '"'),
        ("  a  \t b ", "  a  \t b "),
        ("\x1b[1mrojo\x00", "[1mrojo"),
        ("\r\n", ""),
        ("", ""),
    ],
)
def test_a_field_of_several_lines_drops_the_break_at_the_end_and_keeps_those_inside(text: str, taken: str) -> None:
    assert pasted_text(text) == taken


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("alta\r\n", "alta"),
        ("\n\nalta\n\n", "alta"),
        ("uno\r\n\r\ndos", "uno dos"),
        ("uno\u2028dos\x0btres", "uno dos tres"),
        (CELL, "uno dos"),
        ('"so"', '"so"'),
        ("uno\tdos", "uno dos"),
        (" alta ", " alta "),
        ("\r\n", ""),
        ("a\x07b", "ab"),
    ],
)
def test_a_field_of_one_line_has_a_blank_for_a_break(text: str, taken: str) -> None:
    assert pasted_line(text) == taken
    assert is_in_a_line(taken)


def test_cells_beside_each_other_are_as_apart_as_those_below_each_other() -> None:
    assert pasted_line("204\t205\r\n206\t207\r\n", ", ") == "204, 205, 206, 207"


@given(st.text(alphabet=st.sampled_from('ab "\n\r\t\u2028\x0b\x00\x1f😀')))
def test_whatever_is_pasted_in_a_line_is_one(text: str) -> None:
    assert is_in_a_line(pasted_line(text))
    assert pasted_line(pasted_line(text)) == pasted_line(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("uno\r\n dos \r\n\r\ntres\r\nuno\r\n", ("uno", "dos", "tres")),
        (CELL, ("uno", "dos")),
        ('"uno\ndos"\r\ntres\r\n', ("uno", "dos", "tres")),
        ('"uno\r\ndos ""x"""\r\n"so"\r\n', ("uno", 'dos "x"', '"so"')),
        ('"uno\ndos', ('"uno', "dos")),
        ("vip\r\n", ("vip",)),
        (" \n ", ()),
    ],
)
def test_each_line_may_be_a_thing_of_its_own(text: str, lines: tuple[str, ...]) -> None:
    assert pasted_lines(text) == lines


@pytest.mark.parametrize(
    ("before", "text", "end", "mended"),
    [
        ("", "alta\r\n", 6, ("alta", 4)),
        ("ab", "aX\r\nb", 4, ("aXb", 2)),
        ("uno", "uno\ndos", 7, ("uno dos", 7)),
        ("uno dos", "uno\ndos", 7, ("uno dos", 4)),
        ("abZ", "abalta\r\nZ", 9, ("abaltaZ", 6)),
        ("", CELL, len(CELL), ("uno dos", 7)),
        ("so\nso", "so\nsoy", 6, ("so\nsoy", 6)),  # a line break from the server stays unchanged
        ("so\nso", "xso\nso", 1, ("xso\nso", 1)),
        ("so\nso", "so\nx\ny", 6, ("so\nx y", 6)),
    ],
)
def test_only_what_was_put_in_is_mended(before: str, text: str, end: int, mended: tuple[str, int]) -> None:
    assert mended_line(before, text, end) == mended


def test_a_line_stays_as_it_is() -> None:
    assert in_a_line("¿Año? 👩‍🚀 ") == "¿Año? 👩‍🚀 "
