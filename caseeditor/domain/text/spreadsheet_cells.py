"""Cells of files for spreadsheets: no formula starts, no digit changes."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

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


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[str]], separator: str) -> bytes:
    """Format rows as CSV for spreadsheets, with a byte order mark; `heads` are the column titles.

    Every cell is quoted, and an apostrophe defuses formulas. Line breaks are LF.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def harmless(cell: str) -> str:
    """Insert a visible apostrophe where a spreadsheet would start a formula or change digits."""
    cell = _BREAK.sub("\n", cell)
    if _MANGLED.fullmatch(cell):
        return f"'{cell}"
    return _FORMULA.sub(lambda found: f"{found[0]}'", cell)
