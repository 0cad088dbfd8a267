"""Hidden characters become visible, lone surrogates are replaced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.text.fidelity import hides_space, whole, with_hidden_shown


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
