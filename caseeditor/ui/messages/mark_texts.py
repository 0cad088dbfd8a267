"""Descriptions of the visible marks in a field."""

from collections.abc import Iterable

import msgspec

from caseeditor.domain.text.marks import BREAK, CR, CRLF, LF, marks_in_a_line, marks_in_lines
from caseeditor.ui.messages.texts import translate


class Marked(msgspec.Struct, frozen=True):
    """Texts of one field with marks in them, and the description of these marks."""

    texts: tuple[str | None, ...]
    words: str


def marked(*texts: str | None, in_a_line: bool = False) -> Marked:
    """Put marks into texts that are shown side by side, so that each difference is visible."""
    there = [text for text in texts if text is not None]
    marks = marks_in_a_line(*there) if in_a_line else marks_in_lines(*there)
    shown = tuple(None if text is None else marks.shown(text) for text in texts)
    return Marked(shown, mark_words(marks.used("".join(filter(None, shown)))))


def mark_words(marks: Iterable[tuple[str, str]]) -> str:
    """Describe each mark; '' without any."""
    return " ".join(_meaning(mark, meant).format(mark, f"U+{ord(meant[0]):04X}") for mark, meant in marks)


def _meaning(mark: str, meant: str) -> str:
    if meant in (LF, CRLF, CR) and (mark == BREAK or meant == CRLF):
        return translate("Marks", "{0} stands for a line break.")
    match meant:
        case "\n":
            return translate("Marks", "{0} stands for a line feed (LF).")
        case "\r":
            return translate("Marks", "{0} stands for a carriage return (CR).")
        case "\x0b":
            return translate("Marks", "{0} stands for a manual line break (U+000B).")
        case "\x0c":
            return translate("Marks", "{0} stands for a page break (U+000C).")
        case "\u2028":
            return translate("Marks", "{0} stands for a line separator (U+2028).")
        case "\u2029":
            return translate("Marks", "{0} stands for a paragraph separator (U+2029).")
        case _ if "\ud800" <= meant <= "\udfff":
            return translate("Marks", "{0} stands for half a character, which can't be sent.")
        case _:
            return translate("Marks", "{0} stands for an invisible character ({1}).")
