"""The words in which two texts differ."""

import difflib
import re
from collections.abc import Iterable, Sequence

Span = tuple[int, int]
"""Start and end of a part of a text, in characters."""
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_MOST = 250_000
"""Pairs of words that are compared; beyond it, everything between the first and the last difference differs."""


def differing_words(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans of each text that the other one lacks. Spaces count only between two differing words."""
    if one == other:
        return (), ()
    ours, theirs = list(_WORDS.finditer(one)), list(_WORDS.finditer(other))
    words, others = [each[0] for each in ours], [each[0] for each in theirs]
    first = _common(words, others)
    last = _common(words[first:][::-1], others[first:][::-1])
    middle, other_middle = words[first : len(words) - last], others[first : len(others) - last]
    blocks = _blocks(middle, other_middle)
    spans = _spans(one, ours, ((first + start, first + end) for start, end, _, _ in blocks))
    other_spans = _spans(other, theirs, ((first + start, first + end) for _, _, start, end in blocks))
    return spans, other_spans


def _common(words: Sequence[str], others: Sequence[str]) -> int:
    """Count the words that both sequences begin with."""
    length = min(len(words), len(others))
    return next((place for place in range(length) if words[place] != others[place]), length)


def _blocks(words: Sequence[str], others: Sequence[str]) -> list[tuple[int, int, int, int]]:
    if len(words) * len(others) > _MOST:
        return [(0, len(words), 0, len(others))]
    compared = difflib.SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    return [(start, end, from_, to) for kind, start, end, from_, to in compared if kind != "equal"]


def _spans(text: str, words: Sequence[re.Match[str]], blocks: Iterable[Span]) -> tuple[Span, ...]:
    """Return the characters of these words, joined where only spaces are between, without spaces at the ends."""
    found: list[Span] = []
    for start, end in blocks:
        inner = [word for word in words[start:end] if not word[0].isspace()]
        inner = inner or list(words[start:end])
        if not inner:
            continue
        begin, stop = inner[0].start(), inner[-1].end()
        if found and not text[found[-1][1] : begin].strip():
            begin = found.pop()[0]
        found.append((begin, stop))
    return tuple(found)
