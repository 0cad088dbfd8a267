"""The beginnings of texts, as lists and tables show them."""

import re

from caseeditor.domain.text.marks import marks_in_a_line

_BREAKS = re.compile("\r\n|\n|\r")
_SHOWN = 300
"""Characters."""


def in_a_cell(text: str) -> str:
    """Return the beginning of a text as a cell shows it: with marks for line breaks and control characters."""
    shown = _beginning(text)
    return marks_in_a_line(shown).shown(shown)


def marks_of_cell(text: str) -> tuple[tuple[str, str], ...]:
    """List the marks that a cell shows in place of a text's characters, each with its meaning."""
    shown = _beginning(text)
    marks = marks_in_a_line(shown)
    return marks.used(marks.shown(shown))


def in_a_list(text: str) -> str:
    """Return the beginning of a text as a list shows it: with blanks for line breaks."""
    return " ".join(text[:_SHOWN].split())


def _beginning(text: str) -> str:
    return _BREAKS.sub(" \n ", text if len(text) <= _SHOWN else text[:_SHOWN] + "…")
