"""Visible marks for the characters that a text field can't show, so that a text with them can be edited like any other.

A mark stands for one character, or for a line break of two (CR LF). A text that has a mark of its own gets another one,
so reading what is shown gives back the text, character for character.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import chain

import msgspec

LF, CR, CRLF = "\n", "\r", "\r\n"
BREAK = "↵"
"""The mark of a line break in a field of one line, as long as the text has none such itself."""

_HIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0\ufdd1\ufeff\ufffc\ufffe\ud800-\udfff"
"""Characters that Qt's fields turn into something else (line breaks, or nothing at all) or that nobody would see:
control characters but for tabs, Unicode's separators, and what stands for an object, a byte order or half a character.
"""
_TOKEN = re.compile(f"\r\n|[\n\r{_HIDDEN}]")
_USUAL = {
    CR: "␍",
    LF: "␊",
    "\x7f": "␡",
    "\x85": "␤",
    "\u2028": "⤶",
    "\u2029": "¶",
    "\ufeff": "¦",
    **{chr(code): chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"},
    **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},
}
_FURTHER = (range(0x25C6, 0x25FC), range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))
"""Geometric shapes, then what is for private use."""


class Marks(msgspec.Struct, frozen=True):
    """What a field shows for the characters of a text that it can't show.

    `stands` leads from each mark to what it stands for. In a field of several lines it leads from LF, the field's own
    line break, to the kind that the text has most of: one that is typed becomes such a one too.
    """

    stands: Mapping[str, str] = {}

    def shown(self, text: str) -> str:
        """Return a text as the field shows it."""
        marks = {meant: mark for mark, meant in self.stands.items()}
        return _one_of(marks).sub(lambda found: marks[found[0]], text) if marks else text

    def read(self, shown: str) -> str:
        """Return the text that the field shows; marks that were deleted are gone, those that were copied count."""
        for mark in sorted(self.stands):  # LF comes first: another mark may stand for a single one
            shown = shown.replace(mark, self.stands[mark])
        return shown

    def used(self, shown: str) -> tuple[tuple[str, str], ...]:
        """List the marks that stand in a field, each with its meaning, in the order in which they come."""
        places = {shown.find(mark): mark for mark in self.stands if mark != LF}
        return tuple((places[place], self.stands[places[place]]) for place in sorted(places) if place >= 0)


def marks_in_a_line(*texts: str) -> Marks:
    """Return the marks for texts in fields of one line; several that are compared have them in common."""
    return _marks(texts, BREAK)


def marks_in_lines(*texts: str) -> Marks:
    """Return the marks for texts in fields of several lines; several that are compared have them in common."""
    return _marks(texts, LF)


def marks_beside_lf(text: str) -> Marks:
    """Return the marks for a text of which only LF is to be shown as a line break, whatever it has most of."""
    return _marks((text,), LF, kinds=(LF,))


def line_of(text: str) -> str:
    """Return a text in one line, with marks in it."""
    return marks_in_a_line(text).shown(text)


def _marks(texts: tuple[str, ...], usual_break: str, kinds: tuple[str, ...] = (LF, CRLF, CR)) -> Marks:
    found = [token for text in texts for token in _TOKEN.findall(text)]
    if not found:
        return Marks()
    kind = max(kinds, key=found.count)  # of two that are as many, the one named first
    taken = set().union(*texts)
    stands: dict[str, str] = {}
    for hidden in dict.fromkeys(each for token in found for each in ((token,) if token == kind else token)):
        if hidden == kind == LF == usual_break:  # the field shows it as it is
            continue
        mark = usual_break if hidden == kind else _USUAL.get(hidden, "")
        if not mark or (mark in taken and mark != LF):
            mark = next(free for code in chain(*_FURTHER) if (free := chr(code)) not in taken)
        taken.add(mark)
        stands[mark] = hidden
    return Marks(stands)


def _one_of(texts: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of these, the longest first: CR LF before LF."""
    return re.compile("|".join(map(re.escape, sorted(texts, key=len, reverse=True))))
