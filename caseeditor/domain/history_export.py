"""The history as CSV and JSON."""

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
"""Places where a formula may start, for any way in which a spreadsheet splits the line.

If the spreadsheet assumes another separator than the file's, quotes inside a line are text to it, and a separator or
line break in a cell begins a new cell. Blanks and quotes before a formula are skipped.
"""
_MANGLED = re.compile(r"0\d+|\d{16,}|\d+[eE]\d+", re.ASCII)
"""Digits that a spreadsheet would change: leading zeros, more than 15 digits, exponents."""
_BREAK = re.compile("\r\n?")


class Line(msgspec.Struct, frozen=True):
    """One change of a submission, a discarded draft or a row of a batch; or a batch. `when` has the API's date format.

    `held` is the text that the server showed in its place.
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
    """Format lines as CSV for spreadsheets, with a byte order mark; `heads` are the column titles.

    Every cell is quoted, and an apostrophe defuses formulas. Line breaks are LF. Dates are written without a zone,
    since spreadsheets do not recognize dates with one; they are in `zone`, None for the local zone.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerow(heads)
    for line in lines:
        cells = msgspec.structs.astuple(line)
        writer.writerow([_local(line.when, zone), *(_harmless(cell) for cell in cells[1:])])
    return out.getvalue().encode("utf-8-sig", "replace")


def as_json(lines: Iterable[Line]) -> bytes:
    """Format lines as JSON, with exact texts."""
    return msgspec.json.format(msgspec.json.encode(list(lines)), indent=2)


def _local(when: str, zone: tzinfo | None) -> str:
    date = dates.parse(when)
    if date is None:
        return _harmless(when)
    return dates.local(date, zone).replace(tzinfo=None).isoformat(" ", "seconds")


def _harmless(cell: str) -> str:
    """Insert a visible apostrophe where a spreadsheet would start a formula or change digits."""
    cell = _BREAK.sub("\n", cell)
    if _MANGLED.fullmatch(cell):
        return f"'{cell}"
    return _FORMULA.sub(lambda found: f"{found[0]}'", cell)
