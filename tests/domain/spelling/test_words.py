"""The words of a text, with their places as Qt counts, and the time that odd texts take."""

from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.spelling.words import words_to_check


def units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def checked(text: str) -> list[str]:
    return [word.text for word in words_to_check(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hola, el cliente", ["Hola", "el", "cliente"]),
        ("don’t “quote” 'single' it", ["don't", "quote", "single", "it"]),
        ("trata-se de informá-lo", ["trata-se", "de", "informá-lo"]),
        ("a-b-c-de-fg-hi", ["de", "fg", "hi"]),
        ("https://example.org/pagina?x=palabra fin", ["fin"]),
        ("www.example.org, ana@example.org. fin", ["fin"]),
        ("(example.com/pagina) foto.jpg fin.", ["fin"]),
        ("Dear {contact.name}: {case.id}", ["Dear"]),
        ("#203 #caso MX-862990 abc123 SLA x_y fin", ["fin"]),
        (r"C:\folder\file /usr/share/word y/o fin", ["fin"]),
        ("-" * 40, []),
        ("'" * 40 + "-" * 40 + "’", []),
        ("a" * 10_000 + " fin", ["fin"]),
        ("x\0word\ud800fin", ["word", "fin"]),
        ("cafe\u0301 co\u00adop", ["café", "coop"]),
        ("Привет नमस्ते 你好", ["Привет", "नमस्ते", "你好"]),
        ("😀 palabra", ["palabra"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert checked(text) == words


@given(st.text(st.characters(codec=None), max_size=60))
def test_places_are_in_utf_16_units_in_order(text: str) -> None:
    last = 0
    for word in words_to_check(text):
        assert last <= word.start < word.end
        part = units(text)[2 * word.start : 2 * word.end].decode("utf-16-le")
        assert checked(part) == [word.text] or len(part) > 1
        last = word.end


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "a-" * 500_000,
        "a." * 500_000,
        "{" * 1_000_000,
        ("w" * 1990 + ". ") * 500,
        ("a@" * 900 + " ") * 500,
    ],
)
def test_the_time_grows_with_the_length_only(text: str) -> None:
    words_to_check("warm")
    begun = thread_time()
    words_to_check(text[: len(text) // 4])
    quarter = thread_time() - begun
    begun = thread_time()
    words_to_check(text)
    assert thread_time() - begun < 16 * quarter + 0.2
