"""The process that reads a spreadsheet. A request on stdin, frames on stdout; services.batch.table_process starts it.

The reader of spreadsheets asks for any amount of memory that a damaged file names, which aborts the process.
"""

import os
import sys
from pathlib import Path
from typing import IO

import msgspec

from caseeditor.domain.batch.tables.table import Flag, TableError, TableProblem
from caseeditor.runtime.memory_limit import limit_memory
from caseeditor.services.batch.spreadsheets import read_sheet

_MEMORY = 3_000_000_000
"""Bytes of address space."""
_ROWS_AT_ONCE = 500
"""Rows of a frame, which is decoded without a pause."""


class Request(msgspec.Struct, frozen=True):
    """A sheet of a file."""

    path: str
    sheet: str


class Head(msgspec.Struct, frozen=True):
    """The first frame: the sheets, or a problem. Frames of rows follow, then those of flags."""

    problem: TableProblem | None = None
    words: str = ""
    rows: int = 0
    flags: int = 0
    has_more: bool = False
    sheets: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    sheet: str = ""


def answer() -> int:
    """Read the sheet of the request, and return the exit status: 1 without a request or a reader."""
    try:
        limit_memory(_MEMORY)
        request = msgspec.json.decode(os.fdopen(0, "rb").read(), type=Request)
        with os.fdopen(1, "wb") as out:
            sys.stdout = None  # or it would be flushed after the end
            _write_sheet(out, request)
    except (OSError, msgspec.MsgspecError):  # a windowed program would show the exception
        return 1
    return 0


def _write_sheet(out: IO[bytes], request: Request) -> None:
    try:
        sheet = read_sheet(Path(request.path), request.sheet)
    except TableError as error:
        write_frame(out, Head(problem=error.problem, words=error.words))
        return
    rows, flags = sheet.rows, sheet.flags
    head = Head(
        rows=len(rows),
        flags=len(flags),
        has_more=sheet.has_more,
        sheets=sheet.sheets,
        hidden=sheet.hidden,
        sheet=sheet.sheet,
    )
    write_frame(out, head)
    parts: tuple[list[list[str]] | list[Flag], ...] = (rows, flags)
    for part in parts:
        for start in range(0, len(part), _ROWS_AT_ONCE):
            write_frame(out, part[start : start + _ROWS_AT_ONCE])


def write_frame(out: IO[bytes], content: object) -> None:
    """Write a frame: its length in four bytes, its content."""
    frame = msgspec.msgpack.encode(content)
    out.write(len(frame).to_bytes(4, "big") + frame)
