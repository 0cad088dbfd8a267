"""Visible marks for characters that a text field cannot show, so that text with them can be edited.

A mark stands for one character or for CR LF. A mark that occurs in the text itself is replaced by another, so reading
the field returns the original text exactly.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import chain

import msgspec

LF, CR, CRLF = "\n", "\r", "\r\n"
BREAK = "↵"
"""The mark of a line break in a single-line field, unless the text contains it."""

_HIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0\ufdd1\ufeff\ufffc\ufffe\ud800-\udfff"
"""Characters that Qt's fields convert or drop, or that are invisible.

These are control characters except tabs, Unicode's separators, the object replacement character, byte order marks,
noncharacters and lone surrogates.
"""
_TOKEN = f"\r\n|[\n\r{_HIDDEN}]"
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
"""Geometric shapes, then the private use areas."""


class Marks(msgspec.Struct, frozen=True):
    """The marks that a field uses for one text.

    `stands` maps each mark to its meaning. In a multi-line field it also maps LF, the field's own line break, to the
    text's most frequent kind of line break, so that new line breaks have the same kind.
    """

    stands: Mapping[str, str] = {}

    def shown(self, text: str) -> str:
        """Return a text with its marks, for the field."""
        marks = {meant: mark for mark, meant in self.stands.items()}
        return _one_of(marks).sub(lambda found: marks[found[0]], text) if marks else text

    def read(self, shown: str) -> str:
        """Return the text of a field's content. Marks may have been deleted or copied."""
        for mark in sorted(self.stands):  # LF sorts first: another mark may stand for a lone LF
            shown = shown.replace(mark, self.stands[mark])
        return shown

    def used(self, shown: str) -> tuple[tuple[str, str], ...]:
        """List the marks in a field with their meanings, in order of occurrence."""
        places = {shown.find(mark): mark for mark in self.stands if mark != LF}
        return tuple((places[place], self.stands[places[place]]) for place in sorted(places) if place >= 0)


def marks_in_a_line(*texts: str) -> Marks:
    """Return the marks for single-line fields. Texts that are compared share them."""
    return _marks(texts, BREAK)


def marks_in_lines(*texts: str) -> Marks:
    """Return the marks for multi-line fields. Texts that are compared share them."""
    return _marks(texts, LF)


def marks_beside_lf(text: str) -> Marks:
    """Return the marks for a text in which only LF is shown as a line break, whichever kind prevails."""
    return _marks((text,), LF, kinds=(LF,))


def line_of(text: str) -> str:
    """Return a text on one line, with marks."""
    return marks_in_a_line(text).shown(text)


def _marks(texts: tuple[str, ...], usual_break: str, kinds: tuple[str, ...] = (LF, CRLF, CR)) -> Marks:
    found = [token for text in texts for token in re.findall(_TOKEN, text)]
    if not found:
        return Marks()
    kind = max(kinds, key=found.count)  # on a tie, the first kind wins
    taken = set().union(*texts)
    stands: dict[str, str] = {}
    for hidden in dict.fromkeys(each for token in found for each in ((token,) if token == kind else token)):
        if hidden == kind == LF == usual_break:  # shown by the field itself
            continue
        mark = usual_break if hidden == kind else _USUAL.get(hidden, "")
        if not mark or (mark in taken and mark != LF):
            mark = next(free for code in chain(*_FURTHER) if (free := chr(code)) not in taken)
        taken.add(mark)
        stands[mark] = hidden
    return Marks(stands)


def _one_of(texts: Iterable[str]) -> re.Pattern[str]:
    """Match any of these texts, longest first: CR LF before LF."""
    return re.compile("|".join(map(re.escape, sorted(texts, key=len, reverse=True))))
