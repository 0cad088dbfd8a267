"""What an editor can show exactly, so that editing it changes no more than what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.plain import hides_space, shows_exactly, shows_exactly_in_a_line, whole, with_hidden_shown


@pytest.mark.parametrize(
    "text", ["", "año", "uno\ndos", "uno\r\ndos", "a\tb", "x\u00a0y", "👩‍🚀", "\u202eabc", "e\u0301", "<b>"]
)
def test_text_is_shown_exactly(text: str) -> None:
    assert shows_exactly(text)


@pytest.mark.parametrize(
    "letter", ["\0", "\x01", "\x0b", "\x0c", "\x1b", "\x1f", "\u2028", "\u2029", "\ufdd0", "\ufdd1"]
)
def test_what_the_editor_would_turn_into_something_else_is_not(letter: str) -> None:
    assert not shows_exactly(f"a{letter}b")
    assert not shows_exactly_in_a_line(f"a{letter}b")


@pytest.mark.parametrize("text", ["uno\ndos", "uno\r", "\r\n"])
def test_an_editor_of_one_line_shows_no_line_breaks(text: str) -> None:
    assert not shows_exactly_in_a_line(text)


def test_an_editor_of_one_line_shows_a_line() -> None:
    assert shows_exactly_in_a_line("¿Año? 👩‍🚀\t")


@pytest.mark.parametrize(
    ("text", "made"),
    [("a\ud800b", "a\ufffdb"), ("\udc00", "\ufffd"), ("\ud83d\ude00", "😀"), ("\ud83d \ude00", "\ufffd \ufffd")],
)
def test_half_characters_are_made_whole_or_replaced(text: str, made: str) -> None:
    assert whole(text) == made


@given(st.text())
def test_whole_characters_stay_as_they_are(text: str) -> None:
    assert whole(text) == text


@given(st.lists(st.integers(0, 0x10FFFF).map(chr)).map("".join))
def test_any_text_made_whole_can_be_sent(text: str) -> None:
    assert whole(text).encode().decode() == whole(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a b", "a b"), (" a", "·a"), ("a  ", "a··"), ("a  b", "a··b"), ("a\tb", "a→b"), ("a\u00a0b", "a⍽b"), ("", "")],
)
def test_hidden_white_space_is_shown(text: str, shown: str) -> None:
    assert with_hidden_shown(text) == shown
    assert hides_space(text) is (text != shown)
