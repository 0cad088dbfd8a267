"""Search that ignores letter case and accents."""

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]")
_FURTHER_MARKS = "\u0483"
"""The first combining mark beyond the common accents. Text without any, nearly all text, takes a fast path."""
Span = tuple[int, int]
"""Start and end, in characters."""


def fold(text: str) -> str:
    """Return a text for comparison: NFKD, without accents and letter case."""
    if text.isascii():
        return text.lower()
    taken_apart = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    if max(taken_apart, default="") < _FURTHER_MARKS:
        return taken_apart.casefold()
    for mark in {letter for letter in set(taken_apart) if unicodedata.combining(letter)}:
        taken_apart = taken_apart.replace(mark, "")
    return taken_apart.casefold()


def spans(text: str, wanted: str) -> tuple[Span, ...]:
    """Return the occurrences of `wanted` in the original text. Far slower than fold()."""
    wanted = fold(wanted)
    if not wanted or wanted not in fold(text):
        return ()
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        part = fold(letter)
        folded.append(part)
        places += [place] * len(part)
    whole = "".join(folded)
    found: list[Span] = []
    start = whole.find(wanted)
    while start >= 0:
        last = start + len(wanted)
        end = places[last - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if not found or places[start] >= found[-1][1]:
            found.append((places[start], end))
        start = whole.find(wanted, last)
    return tuple(found)
