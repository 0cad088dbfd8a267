"""Which way a text runs: as its first letter does."""

import pytest

from caseeditor.domain.direction import has_right_to_left, is_right_to_left


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
