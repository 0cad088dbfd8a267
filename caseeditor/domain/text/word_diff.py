"""The words in which two texts differ."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence

Span = tuple[int, int]
"""Start and end of a part of a text, in characters."""
_WORDS = re.compile(r"\s*(?:\w+|[^\w\s])|\s+\Z")
"""A word or a sign with the space before it: space alone would be a word that is compared with half of all others."""
_MOST = 300_000
"""Pairs of equal words; with more, everything between the first and the last difference counts as differing."""


def differing_words(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans of each text that the other one lacks, without space at their ends."""
    ours, theirs = list(_WORDS.finditer(one)), list(_WORDS.finditer(other))
    words, others = [each[0] for each in ours], [each[0] for each in theirs]
    first = _common(words, others)
    last = _common(words[first:][::-1], others[first:][::-1])
    blocks = _blocks(words[first : len(words) - last], others[first : len(others) - last])
    spans = _spans(one, ours[first:], ((start, end) for start, end, _, _ in blocks))
    other_spans = _spans(other, theirs[first:], ((start, end) for _, _, start, end in blocks))
    return spans, other_spans


def _common(words: Sequence[str], others: Sequence[str]) -> int:
    """Count the words that both sequences begin with."""
    length = min(len(words), len(others))
    return next((place for place in range(length) if words[place] != others[place]), length)


def _blocks(words: Sequence[str], others: Sequence[str]) -> list[tuple[int, int, int, int]]:
    counts, other_counts = Counter(words), Counter(others)
    if sum(count * other_counts[word] for word, count in counts.items()) > _MOST:
        return [(0, len(words), 0, len(others))]
    compared = difflib.SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    return [(start, end, from_, to) for kind, start, end, from_, to in compared if kind != "equal"]


def _spans(text: str, words: Sequence[re.Match[str]], blocks: Iterable[Span]) -> tuple[Span, ...]:
    """Return the characters of these words; parts with only space between them are one."""
    found: list[Span] = []
    for start, end in blocks:
        if start == end:
            continue
        begin, stop = words[start].start(), words[end - 1].end()
        begin += len(text[begin:stop]) - len(text[begin:stop].lstrip()) if text[begin:stop].strip() else 0
        if found and not text[found[-1][1] : begin].strip():
            begin = found.pop()[0]
        found.append((begin, stop))
    return tuple(found)
