"""Reads tables from files, by their content rather than by the ending of their names. Blocking: on the disk thread."""

from pathlib import Path

from caseeditor.domain.batch.tables.table import Table, TableError, TableProblem, TextForm
from caseeditor.domain.batch.tables.table_shape import as_table, with_sheets
from caseeditor.domain.batch.tables.table_text import MOST_BYTES, read_text
from caseeditor.services.batch.spreadsheets import OLE, ZIP
from caseeditor.services.batch.table_process import read_apart

_HEAD = 4_096
_SPREADSHEETS = (".xlsx", ".xlsm", ".ods")
"""Endings of files that are never text. A file named .xls often is."""
_NO_TABLES = (
    b"%pdf",
    b"{\\rtf",
    b"<!doctype",
    b"<html",
    b"<?xml",
    b"<table",
    b"\x89png",
    b"gif8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
)
_CONTROLS = bytes({*range(1, 32)} - {*b"\t\n\v\f\r\x1b"})
_MOST_CONTROLS = 0.05


def read_table(path: Path, sheet: str = "", form: TextForm | None = None, header: int | None = None) -> Table:
    """Read a table. '' and None are detected; `header` -1 means none.

    Raises:
        TableError: The file is not read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            is_text = not head.startswith((ZIP, OLE))
            content = head + file.read(MOST_BYTES + 1 - len(head)) if is_text else b""
    except OSError as error:
        raise TableError(TableProblem.UNREADABLE, error.strerror or "") from None
    if not is_text:
        found = read_apart(path, sheet)
        table = as_table(found.rows, header, found.flags, has_more=found.has_more)
        return with_sheets(table, found.sheets, found.hidden, found.sheet)
    if not head:
        raise TableError(TableProblem.EMPTY)
    if path.suffix.lower() in _SPREADSHEETS:
        raise TableError(TableProblem.DAMAGED)
    if _is_other(head):
        raise TableError(TableProblem.NOT_A_TABLE)
    return read_text(content, form, header)


def _is_other(head: bytes) -> bool:
    """Check for the start of another kind of file."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return start.startswith(_NO_TABLES) or controls > _MOST_CONTROLS * len(head)
