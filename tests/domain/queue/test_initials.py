"""Initials and colours of names in any script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.queue.initials import colour_number, initials


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ferretería El Tornillo S.R.L.", "FE"),
        ("Emily O’Connor", "EO"),
        ("juan pérez", "JP"),
        ("Ana", "A"),
        ("  Íñigo   Ibáñez ", "ÍI"),
        ("I\u0301n\u0303igo", "Í"),
        ("<h1>", "H"),
        ("“Ana” (VIP)", "AV"),
        ("3M", "3"),
        ("ﬁlip", "F"),
        ("ßar", "ß"),
        ("𝓐𝓷𝓪", "A"),
        ("花子 佐藤", "花佐"),
        ("สมชาย ใจดี", "สจ"),
        ("प्रिया शर्मा", "पश"),
        ("किरण", "कि"),
        ("ليلى الحسن", "ل\u200cا"),
        ("נועה לוי", "נל"),
        ("Sky 🌤️ 👩‍🚀", "S"),
        ("👩‍🚀", ""),
        ("🇦🇷 🇧🇷", ""),
        ("", ""),
        ("\ud83d", ""),
        ("\u202e evil", "E"),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


@given(st.text())
def test_no_name_gives_a_lone_mark_or_half_a_character(name: str) -> None:
    found = initials(name)
    assert len(found) <= 8
    assert found == "" or found[0].isalnum()
    assert all(unicodedata.category(letter) != "Cs" for letter in found)


@given(st.text(), st.integers(1, 20))
def test_every_name_has_a_colour(name: str, count: int) -> None:
    assert 0 <= colour_number(name, count) < count


def test_a_name_keeps_its_colour_in_another_spelling() -> None:
    assert colour_number("Íñigo  Ibáñez", 8) == colour_number("I\u0301n\u0303igo Iba\u0301n\u0303ez", 8)
    assert colour_number("a\ud83d", 8) == colour_number("A\ud83d", 8)
