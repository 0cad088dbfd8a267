"""A text's direction is that of its first letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.text.bidi import has_right_to_left, is_right_to_left, isolated, shortened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("תאריך 12/05", True),
        ("تأخر الطلب", True),
        ("#203: تأخر", True),
        ("Pedido תאריך", False),
        ("תאריך Pedido", True),
        ("日本語", False),
        ("12/05 – 👍", False),
        ("", False),
        ("\u200fabc", True),
    ],
)
def test_the_first_letter_with_a_direction_decides(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Pedido ת", True), ("ﷺ", True), ("𞤀", True), ("Año 日本 ไทย 👍 é", False), ("", False)]
)
def test_any_letter_from_the_right_is_seen(text: str, expected: bool) -> None:
    assert has_right_to_left(text) is expected


HEBREW, ARABIC = "תאריך", "تأخر الطلب"


@pytest.mark.parametrize(
    "text", ["", "Pedido", "Año 日本 ไทย 👍", "203 – 12/05", "e\u0301 \u200b", "\u202aabc\u202c", "\u2068x\u2069"]
)
def test_a_text_that_turns_nothing_round_stays_as_it_is(text: str) -> None:
    assert isolated(text) == text


@pytest.mark.parametrize(
    "text", [HEBREW, ARABIC, f"Pedido {HEBREW}", f"{HEBREW} 12", "\u200fx", "a\u202eb", "a\u2067b\u2069"]
)
def test_a_text_that_may_turn_what_stands_beside_it_is_isolated(text: str) -> None:
    marked = isolated(text)
    assert marked[0] == "\u2068"
    assert marked[-1] == "\u2069"
    assert text in marked


@given(
    st.text(
        st.sampled_from(f"ab1 –{HEBREW}{ARABIC}\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"),
        max_size=12,
    )
)
def test_whatever_a_text_holds_what_stands_beside_it_is_outside_its_isolate(text: str) -> None:
    marked = isolated(text)
    assert text in marked
    if marked == text:
        assert not has_right_to_left(text)
        return
    depth, depths = 0, []
    for letter in marked:
        depth += (letter in "\u2066\u2067\u2068") - (letter == "\u2069")
        depths.append(depth)
    assert min(depths[:-1]) >= 1
    assert depths[-1] == 0


def test_a_text_that_is_cut_ends_its_isolate() -> None:
    said = f"campaign {isolated(HEBREW * 5)}"
    assert shortened(said, 100) == said
    assert shortened(said, 20) == f"{said[:19]}…\u2069"
    assert shortened("Pedido", 4) == "Ped…"
