"""Invisible characters, and those that a script or an emoji needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.text.fidelity import hides_space, with_hidden_shown
from caseeditor.domain.text.unseen import compared, has_unseen, same_name, without_unseen

MEANT = {
    "Persian": "می\u200cخواهم کتاب\u200cها",
    "Persian behind Latin": "PDF\u200cها",
    "Hindi": "क्\u200dष शक्\u200cति",
    "astronaut": "👩🏽\u200d🚀",
    "family": "👨\u200d👩\u200d👧\u200d👦 hola",
    "heart on fire": "\u2764\ufe0f\u200d🔥",
    "heart at the end": "te quiero ❤\ufe0f",
    "keycap": "1\ufe0f\u20e3",
    "copyright": "©\ufe0f 2024",
    "flag of Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "Arabic with a mark inside": "שלום \u200f(123)\u200e מרחבا",
    "Thai": "ภาษา\u200bไทย",
    "Japanese": "東京\u3000大阪",
    "Mongolian": "ᠪ\u180bᠠ\u180eᠷ"[:3],
    "accents": "e\u0301 año",
    "plain": "a  b\tc",
}
ODD = {
    "zero width space": ("vip\u200b", "vip¦", "vip"),
    "at both ends": ("\u202a+34 600\u202c", "¦+34 600¦", "+34 600"),
    "soft hyphen": ("pe\u00addido", "pe¦dido", "pedido"),
    "no-break space": ("12\u00a0345", "12⍽345", "12 345"),
    "no-break spaces at the ends": ("\u00a0vip\u202f", "⍽vip⍽", "vip"),
    "byte order mark": ("\ufeffid", "¦id", "id"),
    "joiner in Latin": ("a\u200db", "a¦b", "ab"),
    "non-joiner in Cyrillic": ("при\u200cвет", "при¦вет", "привет"),
    "joiner behind Persian": ("می\u200c", "می¦", "می"),
    "selector behind a letter": ("a\ufe0f", "a¦", "a"),
    "selector behind a digit": ("1\ufe0f", "1¦", "1"),
    "tags in text": ("a\U000e0067\U000e007f", "a¦¦", "a"),
    "Mongolian separator": ("a\u180eb", "a¦b", "ab"),
    "word joiner": ("a\u2060b\u2063c\u2064", "a¦b¦c¦", "abc"),
    "isolates": ("\u2068vip\u2069", "¦vip¦", "vip"),
    "thin space": ("1\u2009000", "1⍽000", "1 000"),
    "wide space in Latin": ("a\u3000b", "a⍽b", "a b"),
    "control": ("a\x07b\x9f", "a¦b¦", "ab"),
    "filler": ("\u3164", "¦", ""),
    "mark in an Arabic text's ends": ("\u200fمرحبا", "¦مرحبا", "مرحبا"),
}


@pytest.mark.parametrize("text", MEANT.values(), ids=MEANT)
def test_what_a_script_or_an_emoji_needs_is_neither_marked_nor_taken_out(text: str) -> None:
    assert not has_unseen(text)
    assert without_unseen(text) == text


@pytest.mark.parametrize(("text", "shown", "clean"), ODD.values(), ids=ODD)
def test_what_nobody_sees_is_marked_and_can_be_taken_out(text: str, shown: str, clean: str) -> None:
    assert has_unseen(text)
    assert hides_space(text)
    assert with_hidden_shown(text) == shown
    assert without_unseen(text) == clean


@given(st.text())
def test_nothing_unseen_is_left(text: str) -> None:
    clean = without_unseen(text)
    assert has_unseen(text) is (clean != text)
    assert not has_unseen(clean)


def test_names_are_compared_without_them_and_composed() -> None:
    assert compared("an\u0303o\u200b") == "año"
    assert same_name("vip\u200b", ("plan", "vip")) == "vip"
    assert same_name("vip", ("vip\u200b", "plan")) == "vip\u200b"
    assert same_name("vip\u200b", ("vip", "vip\u200b")) == "vip\u200b"
    assert same_name("VIP", ("vip",)) is None
    assert same_name("n\u0303", ("ñ",)) == "ñ"
