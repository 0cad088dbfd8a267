"""Shapes of values: a form without the identity of a letter or a digit."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.text.value_shape import looks_personal, shape


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        ("28/11/2026", "99/99/9999"),
        ("ana.perez@mail.example", "aaa.aaa@aaa.aaa"),
        ("+54 11 4321-0000", "+99 99 9999-9999"),
        ("Ana María Pérez", "aaa aaa aaa"),
        ("AB-1234", "aaa-9999"),
        ("٣ 電話 ½ 😀", "9 aaa aaa 😀"),
        ("a\u0301", "aaa"),
        ("", ""),
    ],
)
def test_the_shape_of_a_text(text: str, shaped: str) -> None:
    assert shape(text) == shaped


@given(st.text(max_size=60))
def test_a_shape_has_no_letter_and_no_digit_of_the_text_and_is_its_own_shape(text: str) -> None:
    shaped = shape(text)
    assert not [each for each in shaped if each.isalnum() and each not in "a9"]
    assert not [each for each in shaped if unicodedata.category(each).startswith("M")]
    assert shape(shaped) == shaped


@given(st.text(alphabet="abcxyzABCÑéß", min_size=1, max_size=20), st.text(alphabet="qrsÜ", min_size=1, max_size=9))
def test_words_of_any_letters_have_one_shape(one: str, other: str) -> None:
    assert shape(one) == shape(other)


@pytest.mark.parametrize(
    "text",
    [
        "ana@mail.example",
        "@ana_p",
        "+54 11 4321-0000",
        "(011) 4321.0000",
        "12345678Z",
        "AAB123456",
        "4111 1111 1111 1111",
        "ES91 2100 0418 4502 0005 1332",
        "550e8400-e29b-41d4-a716-446655440000",
        "192.168.1.10",
        "1/2/1980",
        "1980-02-01",
        "٠١٢٣٤٥٦٧",
        "91 - 555 - 1234",
        "(91) - 555 - 1234",
        "600, 123, 456",
        "600 – 123 – 456",
        "1.2.80",
        "1-2-80",
        "1980.2.1",
        "80-2-1",
        "2/13/80",
        "nacido 12/5/80",
        "12 / 5 / 80, Madrid",
        "12 de mayo de 1980",
        "5 may 1980",
        "5th of May",
        "1º março",
        "May 5, 1980",
        "maio de 1980",
        "Calle Mayor 12, 28013 Madrid",
        "Calle Mayor 5 Madrid 28013",
        "https://facebook.com/juan.perez",
        "facebook.com/juan.perez",
        "www.juanperez.example",
    ],
)
def test_persons_data_is_recognised(text: str) -> None:
    assert looks_personal(text)


@pytest.mark.parametrize(
    "text",
    [
        "alta",
        "Plan 3",
        "5000",
        "C1425",
        "159.9",
        "Router AX-1800",
        "true",
        "😀",
        "10.0.26",
        "24 a 48 h",
        "1.2.3",
        "v2.13.40",
        "n/a",
        "5/2",
        "mayo",
        "Plan May 3",
        "sin mar 12",
        "Madrid 28013",
        "a.b",
        "Web/App",
    ],
)
def test_words_and_short_numbers_are_not(text: str) -> None:
    assert not looks_personal(text)


@given(st.text(alphabet="0123456789", min_size=6, max_size=30), st.text(alphabet="abc xyz", max_size=20))
def test_six_digits_in_a_row_are_personal_wherever_they_stand(digits: str, around: str) -> None:
    assert looks_personal(around + digits + around)


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    looks_personal(text)
