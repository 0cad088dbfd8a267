"""Marks for characters that a field can't show: reading them back restores the text exactly."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caseeditor.domain.text.marks import (
    Marks,
    line_of,
    marks_in_a_line,
    marks_in_lines,
)

HARD = "\n\r\t\x00\x01\x0b\x0c\x1f\x7f\x85\x9f\u2028\u2029\ufdd0\ufdd1\ufeff\ufffc\ufffe\ud800\udfff"
HIDDEN = {*HARD, "\ud83d"} - {"\t"}
MARKS = "↵␊␍␋␌␀␟␡␤⤶¶¦◆◇\ufffd\ue000"
WORDS = st.text("ab ñ👩\t")
TEXTS = st.lists(st.sampled_from([*HARD, *MARKS, "\r\n", "a", "ñ", "👩", " "])).map("".join)
ANY = st.lists(st.integers(0, 0x10FFFF).map(chr)).map("".join) | TEXTS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("año 2\tb", "año 2\tb"),
        ("uno\ndos", "uno↵dos"),
        ("uno\r\ndos", "uno↵dos"),
        ("uno\rdos", "uno↵dos"),
        ("uno\r\ndos\ntres\r\n", "uno↵dos␊tres↵"),
        ("uno\r\ndos\ntres\n", "uno␍↵dos↵tres↵"),
        ("a\x0bb\x0cc\u2028d\u2029e", "a␋b␌c⤶d¶e"),
        ("\x00\x1f\x7f\x85", "␀␟␡␤"),
        ("\ufeffid", "¦id"),
        ("↵\n", "↵◆"),
        ("◆\ufdd0", "◆◇"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_a_line_shows_marks(text: str, shown: str) -> None:
    assert line_of(text) == shown
    assert marks_in_a_line(text).read(shown) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("uno\ndos", "uno\ndos"),
        ("uno\r\ndos\r\n", "uno\ndos\n"),
        ("uno\rdos", "uno\ndos"),
        ("uno\r\ndos\ntres\r\n", "uno\ndos␊tres\n"),
        ("uno\r\ndos\ntres\n", "uno␍\ndos\ntres\n"),
        ("a\x0bb\u2028c", "a␋b⤶c"),
    ],
)
def test_several_lines_show_marks_only_for_what_is_no_usual_line_break(text: str, shown: str) -> None:
    assert marks_in_lines(text).shown(text) == shown
    assert marks_in_lines(text).read(shown) == text


@given(ANY)
@example("\r\n\n\r")
@example("".join(map(chr, range(0x25C6, 0x25FC))) + "\ufdd0")
def test_what_is_shown_reads_as_the_text_and_can_be_shown(text: str) -> None:
    line, lines = marks_in_a_line(text), marks_in_lines(text)
    assert line.read(line.shown(text)) == text
    assert lines.read(lines.shown(text)) == text
    assert not set(line.shown(text)) & HIDDEN
    assert not set(lines.shown(text)) & HIDDEN - {"\n"}


@given(TEXTS, WORDS, st.data())
def test_an_edit_elsewhere_leaves_the_rest_as_it_is(text: str, typed: str, data: st.DataObject) -> None:
    for marks in (marks_in_a_line(text), marks_in_lines(text)):
        shown = marks.shown(text)
        start = data.draw(st.integers(0, len(shown)))
        end = data.draw(st.integers(start, len(shown)))
        before, after = marks.read(shown[:start]), marks.read(shown[end:])
        assert text.startswith(before)
        assert text.endswith(after)
        assert marks.read(shown[:start] + typed + shown[end:]) == before + typed + after


@pytest.mark.parametrize(("text", "kind"), [("a\r\nb\n\r\n", "\r\n"), ("a\nb\r\n", "\n"), ("a\rb", "\r"), ("a", "\n")])
def test_a_line_break_that_is_typed_is_of_the_kind_that_the_text_has_most_of(text: str, kind: str) -> None:
    marks = marks_in_lines(text)
    assert marks.read(marks.shown(text) + "\nc") == f"{text}{kind}c"


def test_a_mark_that_is_copied_counts_again_and_one_that_is_deleted_is_gone() -> None:
    marks = marks_in_a_line("uno\r\ndos\x0btres")
    assert marks.read("dos↵uno↵tres␋␋") == "dos\r\nuno\r\ntres\x0b\x0b"
    assert marks.read("uno dos tres") == "uno dos tres"


def test_texts_that_are_compared_have_their_marks_in_common() -> None:
    before, after = "uno\r\ndos", "uno\ndos\n↵"
    marks = marks_in_a_line(before, after)
    assert (marks.shown(before), marks.shown(after)) == ("uno␍◆dos", "uno◆dos◆↵")
    assert marks_in_a_line("a\r", "\nb").shown("\nb") == "↵b"


def test_the_marks_that_stand_in_a_field_are_listed_with_what_they_stand_for() -> None:
    marks = marks_in_a_line("uno\ndos\x0b\ntres")
    assert marks.used("dos␋uno↵↵") == (("␋", "\x0b"), ("↵", "\n"))
    assert marks.used("dos") == ()
    assert marks_in_lines("a\r\nb").used("a\nb") == ()
    assert Marks().used("↵") == ()
