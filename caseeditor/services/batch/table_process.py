"""The other end of the process that reads a spreadsheet. Blocking: runs on the disk thread."""

from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeVar

import msgspec

from caseeditor.domain.batch.tables.table import Flag, TableError, TableProblem
from caseeditor.runtime.time_limit import time_limit
from caseeditor.services import TABLE_HELPER_ARGUMENT
from caseeditor.services.batch.spreadsheets import Sheet
from caseeditor.services.batch.table_helper import Head, Request
from caseeditor.services.own_process import start_own_process

if TYPE_CHECKING:
    import subprocess

_LONGEST = 120
"""Seconds."""
_T = TypeVar("_T")


def read_apart(path: Path, sheet: str) -> Sheet:
    """Read a sheet in a process of its own, by the rules of `read_sheet`. Raises TableError."""
    request = msgspec.json.encode(Request(str(path.absolute()), sheet))
    try:
        process = start_own_process(TABLE_HELPER_ARGUMENT)
    except OSError as error:
        raise TableError(TableProblem.UNREADABLE, error.strerror or "") from None
    if process is None:
        raise TableError(TableProblem.NO_LIBRARY)
    with process, time_limit(_LONGEST, process.kill):
        try:
            return _answer(process, request)
        except (OSError, msgspec.MsgspecError):  # it crashed, or took too long
            raise TableError(TableProblem.DAMAGED) from None
        finally:
            process.kill()


def _answer(process: "subprocess.Popen[bytes]", request: bytes) -> Sheet:
    if process.stdin is None or process.stdout is None:
        raise OSError
    process.stdin.write(request)
    process.stdin.close()
    head = _frame(process.stdout, Head)
    if head.problem:
        raise TableError(head.problem, head.words)
    rows: list[list[str]] = []
    while len(rows) < head.rows:
        rows += _frame(process.stdout, list[list[str]])
    flags: list[Flag] = []
    while len(flags) < head.flags:
        flags += _frame(process.stdout, list[Flag])
    return Sheet(rows, flags, head.has_more, head.sheets, head.hidden, head.sheet)


def _frame(stream: IO[bytes], kind: type[_T]) -> _T:
    """Read a frame. Raises OSError at the end of the stream, MsgspecError."""
    length = stream.read(4)
    content = stream.read(int.from_bytes(length, "big")) if length else b""
    if not content:
        raise OSError
    return msgspec.msgpack.decode(content, type=kind)
