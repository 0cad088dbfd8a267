"""The words in which two texts differ, each with its place in its text."""

import time

import pytest

from caseeditor.domain.text.word_diff import differing_words
from tests.support.time_bounds import is_within


def parts(one: str, other: str) -> tuple[list[str], list[str]]:
    spans, other_spans = differing_words(one, other)
    return [one[start:end] for start, end in spans], [other[start:end] for start, end in other_spans]


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        ("call Ana tomorrow at 5", "call Ana today at 6", ["tomorrow", "5"], ["today", "6"]),
        ("Garantía extendida: consulta", "Garantía de la heladera", ["extendida: consulta"], ["de la heladera"]),
        ("same", "same", [], []),
        ("", "", [], []),
        ("", "two words", [], ["two words"]),
        ("a b c", "a c", ["b"], []),
        ("first, second", "first second", [","], []),
        ("one\ntwo", "one two", ["two"], ["two"]),
        ("end", "end  ", [], ["  "]),
        ("😀 uno", "😀 dos", ["uno"], ["dos"]),
        ("אין מוצר", "יש מוצר", ["אין"], ["יש"]),
        ("<b>1</b>", "<b>2</b>", ["1"], ["2"]),
    ],
)
def test_the_differing_words(one: str, other: str, ours: list[str], theirs: list[str]) -> None:
    assert parts(one, other) == (ours, theirs)


def test_a_long_text_is_compared_word_by_word() -> None:
    words = [f"word{number}" for number in range(1200)]
    changed = [*words]
    changed[7], changed[900] = "other", "last"
    assert parts(" ".join(words), " ".join(changed)) == (["word7", "word900"], ["other", "last"])


def test_a_long_text_of_few_words_takes_no_time_and_is_marked_as_a_whole() -> None:
    one, other = "x " + "a b " * 2500 + "y", "z " + "b a " * 2500 + "w"
    began = time.process_time()
    assert differing_words(one, other) == (((0, len(one)),), ((0, len(other)),))
    assert is_within(time.process_time() - began, 1, time.process_time)
