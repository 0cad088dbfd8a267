"""The history as CSV and JSON."""

import contextlib
import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import tzinfo

import msgspec

from caseeditor.domain.case import dates

_UNSEEN = "\\x00-\\x08\\x0e-\\x20\\x7f\\xa0\\xad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2069\u3000\ufeff"
_FORMULA = re.compile(
    f'((?:\\A|(?<=[,;|\t\n\v\f\x85\u2028\u2029]))["{_UNSEEN}]*)(?=[=+\\-@＝＋－＠])'
    "|(?:\\A|(?<=[,;|\n\v\f\x85\u2028\u2029]))(?=\t)"
)
"""The places where a formula may start, wherever a spreadsheet splits. With another separator than the file's, quotes
inside a line are text to it, and a separator or a line break in a cell begins a new one. Blanks and quotes before a
formula are skipped.
"""
_MANGLED = re.compile(r"0\d+|\d{16,}|\d+[eE]\d+", re.ASCII)
"""Digits that a spreadsheet would write otherwise: without the zeros in front, or 15 of them and zeros."""
_BREAK = re.compile("\r\n?")


class Line(msgspec.Struct, frozen=True):
    """One change of one submission, or of a draft that was discarded. `when` as the API writes dates.

    `held` is what the server showed in its place.
    """

    when: str
    server: str
    user: str
    case: str
    what: str
    before: str
    after: str
    held: str
    outcome: str
    said: str


def as_csv(lines: Iterable[Line], heads: Sequence[str], separator: str, zone: tzinfo | None = None) -> bytes:
    """Write lines as CSV for a spreadsheet, with a byte order mark; `heads` name a Line's fields.

    Every cell is quoted, and an apostrophe stands where a formula could start. Line breaks are LF. Dates are written
    without a zone, which no spreadsheet would take for a date: in `zone`, None for the computer's.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerow(heads)
    for line in lines:
        cells = msgspec.structs.astuple(line)
        writer.writerow([_local(line.when, zone), *(_harmless(cell) for cell in cells[1:])])
    return out.getvalue().encode("utf-8-sig", "replace")


def as_json(lines: Iterable[Line]) -> bytes:
    """Write lines as JSON, texts exactly."""
    return msgspec.json.format(msgspec.json.encode(list(lines)), indent=2)


def _local(when: str, zone: tzinfo | None) -> str:
    date = dates.parse(when)
    if date is None:
        return _harmless(when)
    with contextlib.suppress(OverflowError, ValueError, OSError):  # year 1 or 9999 at the other side of midnight
        date = date.astimezone(zone)
    return date.replace(tzinfo=None).isoformat(" ", "seconds")


def _harmless(cell: str) -> str:
    """Return a cell's text with an apostrophe where a spreadsheet would begin to reckon; that shows, and stays text."""
    cell = _BREAK.sub("\n", cell)
    if _MANGLED.fullmatch(cell):
        return f"'{cell}"
    return _FORMULA.sub(lambda found: f"{found[0]}'", cell)
