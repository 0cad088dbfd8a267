"""Reads a sheet of an XLSX, XLS or ODS file. Runs in the process of table_helper: a damaged file may end it."""

import datetime as dt
import io
import math
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import msgspec

from caseeditor.domain.batch.tables.table import CellFlag, Flag, TableError, TableProblem
from caseeditor.domain.batch.tables.table_shape import MOST_READ
from caseeditor.services.batch.workbook_scan import MOST_FLAGS, Archive, Scan

MOST_BYTES = 256_000_000
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_XLS_START = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_START_LENGTH = 20
_FILEPASS = b"\x2f\x00"
_DIGITS = 15
"""Digits of a number that a spreadsheet keeps."""
_LARGEST_PLAIN = 1e21
"""Larger numbers are written with an exponent."""
Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
Range = tuple[tuple[int, int], tuple[int, int]]


class Sheet(msgspec.Struct, frozen=True):
    """The cells of a sheet as text, and their doubts. Rows count from the first one, columns from that with content."""

    rows: list[list[str]]
    flags: list[Flag]
    has_more: bool
    sheets: tuple[str, ...]
    hidden: tuple[str, ...]
    sheet: str


def read_sheet(path: Path, wanted: str) -> Sheet:
    """Read a sheet; for '' or a name that is not there, the first visible one with content.

    Raises:
        TableError: The file is not read.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TableError(TableProblem.TOO_LARGE)
        content = path.read_bytes()
    except OSError as error:
        raise TableError(TableProblem.UNREADABLE, error.strerror or "") from None
    if content.startswith(OLE):
        if _is_protected(content):
            raise TableError(TableProblem.PROTECTED)
        return _read(content, wanted, None)
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return _read(content, wanted, Archive(archive))
    except BadZipFile:
        raise TableError(TableProblem.DAMAGED) from None


def _is_protected(content: bytes) -> bool:
    start = content.find(_XLS_START) + _START_LENGTH
    return _PACKAGE in content or (start >= _START_LENGTH and content[start : start + 2] == _FILEPASS)


def _read(content: bytes, wanted: str, archive: Archive | None) -> Sheet:
    try:
        from python_calamine import (  # noqa: PLC0415 - only this process needs it
            CalamineError,
            CalamineWorkbook,
            PasswordError,
            SheetTypeEnum,
            SheetVisibleEnum,
        )
    except ImportError:
        raise TableError(TableProblem.NO_LIBRARY) from None
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        kept = [each for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
        sheets = tuple(each.name for each in kept)
        hidden = tuple(each.name for each in kept if each.visible != SheetVisibleEnum.Visible)
        if not sheets:
            raise TableError(TableProblem.NOT_A_TABLE)
        visible = [name for name in sheets if name not in hidden] or list(sheets)
        rows: Iterable[list[Value]] = ()
        merged: list[Range] = []
        left = 0
        for name in [wanted] if wanted in sheets else [*visible, visible[0]]:
            scan = archive.scan(name) if archive else Scan(flags=[])
            if archive and scan.is_empty:
                continue
            sheet = workbook.get_sheet_by_name(name)
            if sheet.start is not None:
                left = sheet.start[1]
                rows, merged = sheet.iter_rows(), sheet.merged_cell_ranges or []
                break
        scan.move(-left)
        texts, has_more = _texts(rows, scan)
    except PasswordError:
        raise TableError(TableProblem.PROTECTED) from None
    except (CalamineError, OSError, ValueError, OverflowError):
        raise TableError(TableProblem.DAMAGED) from None
    _flag_merged(texts, merged, left, scan)
    return Sheet(texts, scan.flags, has_more, sheets, hidden, name)


def _texts(rows: Iterable[list[Value]], scan: Scan) -> tuple[list[list[str]], bool]:
    """Return the cells as text, and whether there are more than are read; add the doubts."""
    texts: list[list[str]] = []
    seen = {(flag.row, flag.column) for flag in scan.flags}
    for number, row in enumerate(islice(rows, MOST_READ + 1)):
        line = [as_text(value) for value in row]
        texts.append([text for text, _ in line])
        for column, (_, flag) in enumerate(line):
            if flag and (number, column) not in seen:
                scan.flag(number, column, flag)
    return texts[:MOST_READ], len(texts) > MOST_READ


def as_text(value: Value) -> tuple[str, CellFlag | None]:
    """Return a value as text, with a doubt about it. Dates are in ISO 8601; numbers have no more digits than needed."""
    if isinstance(value, str):
        return value, None
    if isinstance(value, bool):
        return str(value).upper(), None
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, dt.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}", CellFlag.DATE
    return value.isoformat(), CellFlag.DATE


def _number(value: float) -> tuple[str, CellFlag | None]:
    if isinstance(value, float) and math.isfinite(value) and value.is_integer() and abs(value) < _LARGEST_PLAIN:
        value = int(value)
    text = repr(value)
    if "e" in text:
        return text, CellFlag.EXPONENT
    digits = text.lstrip("-0.").replace(".", "")
    return text, CellFlag.LONG_NUMBER if len(digits) > _DIGITS else None


def _flag_merged(rows: list[list[str]], ranges: list[Range], left: int, scan: Scan) -> None:
    """Flag the blank cells that a merged one covers: only its first cell has the value."""
    for place in islice(_covered(rows, ranges, left), MOST_FLAGS):
        if not rows[place[0]][place[1]]:
            scan.flag(*place, CellFlag.MERGED)


def _covered(rows: list[list[str]], ranges: list[Range], left: int) -> Iterator[tuple[int, int]]:
    for (top, first), (bottom, last) in ranges:
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(max(first - left, 0), min(last - left + 1, len(rows[row]))):
                yield row, column
