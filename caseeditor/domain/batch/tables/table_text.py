"""Reads tables from text files: CSV, TSV. Every cell is the text as written."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from caseeditor.domain.batch.row_ids import case_in
from caseeditor.domain.batch.tables.table import Table, TableError, TableProblem, TextForm
from caseeditor.domain.batch.tables.table_shape import MOST_CELLS, MOST_READ, as_table

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "windows-1252")
SEPARATORS = (",", ";", "\t", "|")
MOST_BYTES = 256_000_000

_BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
_PART = 1 << 20
_HEAD = 1 << 16
"""Bytes and characters by which the encoding and the separator are detected."""
_SAMPLE = 100
_FEWEST_ZEROS = 0.1
"""Share of UTF-16's bytes that are zero: digits, separators and line breaks have one."""
_TEXTS_PER_FAULT = 4
_SEP_LINE = re.compile(r"sep=([^\r\n\"])\r?\n?", re.IGNORECASE)
_NO_SEPARATORS = ("\r", "\n", '"')
_SOME_IDS = 0.5
_LARGEST_CELL = 2**31 - 1
_END = "\0end of the table\0"


def read_text(content: bytes, form: TextForm | None = None, header: int | None = None) -> Table:
    """Read a table. Form and header are detected if None; a byte order mark and a line `sep=;` are no part of it.

    Raises:
        TableError: EMPTY, TOO_LARGE, OPEN_QUOTE; NOT_A_TABLE if the separator can't be one.
    """
    if len(content) > MOST_BYTES:
        raise TableError(TableProblem.TOO_LARGE)
    form = form or detect_form(content)
    rows, has_more = _read_rows(content, form)
    if not rows:
        raise TableError(TableProblem.EMPTY)
    return msgspec.structs.replace(as_table(rows, header, has_more=has_more), form=form)


def detect_form(content: bytes) -> TextForm:
    """Detect encoding and separator."""
    encoding = _detect_encoding(content)
    text = content[: 4 * _HEAD].decode(encoding, "replace").removeprefix("\ufeff")
    if named := _SEP_LINE.match(text):
        return TextForm(encoding, named[1])
    return TextForm(encoding, _detect_separator(text[:_HEAD], is_whole=len(content) <= _HEAD))


def _detect_encoding(content: bytes) -> str:
    for encoding, bom in _BOMS.items():
        if content.startswith(bom):
            return encoding
    head = content[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) > _FEWEST_ZEROS * len(head) and min(even, odd) * 10 < max(even, odd):
        return "utf-16-be" if even > odd else "utf-16-le"
    return "utf-8" if _is_utf_8(content) else "windows-1252"


def _is_utf_8(content: bytes) -> bool:
    """Check for UTF-8, also with a few faults."""
    if content.isascii():
        return True
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    faults = others = 0
    for start in range(0, len(content), _PART):
        text = decoder.decode(content[start : start + _PART])
        if not text.isascii():
            wrong = text.count("\ufffd")
            faults += wrong
            others += len(text) - len(text.encode("ascii", "ignore")) - wrong
    return not faults or others > _TEXTS_PER_FAULT * faults


def _detect_separator(text: str, *, is_whole: bool) -> str:
    """Return the separator that splits the rows best, the first that splits none if all have one cell."""
    found = {separator: _sample(text, separator, is_whole=is_whole) for separator in SEPARATORS}
    wide = [separator for separator in SEPARATORS if _usual_width(found[separator]) > 1]
    if not wide:
        whole = (separator for separator in SEPARATORS if all(len(row) < 2 for row in found[separator]))  # noqa: PLR2004
        return next(whole, SEPARATORS[0])
    return max(wide, key=lambda separator: _quality(found[separator], separator))


def _sample(text: str, separator: str, *, is_whole: bool) -> list[list[str]]:
    rows = list(islice(_parsed(io.StringIO(text, newline=""), separator), _SAMPLE + 1))
    if len(rows) > _SAMPLE or (not is_whole and len(rows) > 1):
        rows.pop()  # it may be cut off
    return rows


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    widths = Counter(map(len, rows))
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _quality(rows: Sequence[Sequence[str]], separator: str) -> tuple[bool, bool, float, int]:
    """Measure a separator: a column of ids, a header, rows of one width and cells without a rarer one, the width."""
    width = _usual_width(rows)
    full = [row for row in rows if len(row) == width]
    ids = (sum(case_in(row[column]) is not None for row in full) for column in range(width))
    has_ids = max(ids) >= max(1, _SOME_IDS * len(full))
    rarer = SEPARATORS[SEPARATORS.index(separator) + 1 :]
    cells = sum(map(len, rows))
    impure = sum(any(each in cell for each in rarer) for row in rows for cell in row)
    return has_ids, len(rows[0]) == width, len(full) / len(rows) * (1 - impure / cells), width


def _read_rows(content: bytes, form: TextForm) -> tuple[list[list[str]], bool]:
    """Return the rows without blank lines, and whether there are more than are read."""
    if form.separator in _NO_SEPARATORS:
        raise TableError(TableProblem.NOT_A_TABLE)
    bom = _BOMS.get(form.encoding, b"")
    raw = io.BytesIO(content)
    raw.seek(len(bom) if bom and content.startswith(bom) else 0)
    text = io.TextIOWrapper(raw, form.encoding, "replace", newline="")
    start = text.readline()
    lines = _with_end(text, "" if _SEP_LINE.fullmatch(start) else start)
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in _parsed(lines, form.separator):
            rows.append(row)
            cells += len(row)
            if len(rows) > MOST_READ:
                return rows[:MOST_READ], True
            if cells > MOST_CELLS:
                raise TableError(TableProblem.TOO_LARGE)
    except (csv.Error, TypeError, ValueError):  # a separator that csv doesn't take
        raise TableError(TableProblem.NOT_A_TABLE) from None
    if rows[-1] != [_END]:
        raise TableError(TableProblem.OPEN_QUOTE, str(len(rows)))
    return rows[:-1], False


def _with_end(text: io.TextIOWrapper, start: str) -> Iterator[str]:
    """Yield the lines, and one more that becomes a row of its own unless a quotation mark is open."""
    if start:
        yield start
    yield from text
    yield _END


def _parsed(lines: Iterator[str] | io.StringIO, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LARGEST_CELL)  # of the process
    return (row for row in csv.reader(lines, delimiter=separator) if row)
