"""Search ignores case and accents."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caseeditor.domain.text.folding import fold, spans

ALIKE = [
    ("Técnico", "TECNICO"),
    ("técnico", unicodedata.normalize("NFD", "técnico")),
    ("São Tomé", "sao tome"),
    ("Straße", "STRASSE"),
    ("ﬁn", "fin"),
    ("Ω", "Ω"),
    ("İzmir", "izmir"),
    ("ＡＢＣ", "abc"),
    ("مرحبًا", "مرحبا"),
    ("Ёлка", "ЕЛКА"),
    ("e\u0301\u0323", "e\u0323\u0301"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_case_and_accents_make_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("tecnica", "técnico"), ("ש", "שׁל"), ("日本", "日木"), ("a b", "ab")])
def test_letters_do(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("El técnico, la TÉCNICA", "tecnic", ["técnic", "TÉCNIC"]),
        (unicodedata.normalize("NFD", "un técnico"), "TÉC", [unicodedata.normalize("NFD", "téc")]),
        (unicodedata.normalize("NFD", "un café solo"), "CAFE", [unicodedata.normalize("NFD", "café")]),
        ("Straße und STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Straße", "ras", ["raß"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("👩🏽‍🚀 ok 👩🏽‍🚀", "ok", ["ok"]),
        ("nothing", "", []),
        ("nothing", "x", []),
        ("", "x", []),
        ("تم التواصل مع", "التواصل", ["التواصل"]),
    ],
)
def test_what_is_found_is_told_by_the_texts_own_characters(text: str, wanted: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, wanted)] == found


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=5))
@example("e", "\u0301", "e")
def test_a_part_of_a_text_is_found_in_it(before: str, after: str, part: str) -> None:
    text = before + part + after
    found = spans(text, part)
    assert bool(found) == (bool(fold(part)) and fold(part) in fold(text))
    last = 0
    for start, end in found:
        assert last <= start < end <= len(text)
        assert fold(part) in fold(text[start:end])
        last = end


@given(st.text())
def test_folding_twice_is_folding_once_for_what_is_compared(text: str) -> None:
    assert fold(text) == fold(unicodedata.normalize("NFD", text))
