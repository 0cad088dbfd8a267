"""Makes a table of rows of any length: finds the header, names the columns, fills up short rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from caseeditor.domain.batch.batch import MOST_ROWS
from caseeditor.domain.batch.row_ids import case_in
from caseeditor.domain.batch.tables.cell_doubts import doubt_about
from caseeditor.domain.batch.tables.column_names import safe_names, use_named
from caseeditor.domain.batch.tables.table import CellFlag, Flag, Table, TableError, TableProblem, Use

MOST_READ = MOST_ROWS + 1_000
"""Rows of a file that are read: those of a batch, behind titles and a header."""
MOST_CELLS = 10_000_000
NO_HEADER = -1
Rows = Sequence[Sequence[str]]
_SAMPLE = 50
_LONGEST_NAME = 200
"""Characters of a cell that may be a name."""


def as_table(rows: Rows, header: int | None, flags: Iterable[Flag] = (), *, has_more: bool = False) -> Table:
    """Make a table of a file's rows. `header` is NO_HEADER, the row with the names, or None to detect it.

    `flags` have the rows of the file. Doubts about texts are added. Raises TableError.
    """
    found = find_header(rows) if header is None else header
    first = 0 if found is None or found < 0 else found + 1
    names = rows[found] if found is not None and 0 <= found < len(rows) else ()
    kept = rows[first : first + MOST_ROWS]
    width = max([_width(names), *map(_width, kept)])
    if width * len(kept) > MOST_CELLS:
        raise TableError(TableProblem.TOO_LARGE)
    whole = tuple((*row[:width], *[""] * (width - len(row))) for row in kept)
    known: dict[int, dict[int, CellFlag]] = {}
    for flag in flags:
        known.setdefault(flag.row - first, {})[flag.column] = flag.flag
    found_flags = [
        Flag(number, *each) for number, row in enumerate(whole) for each in _flags(row, known.get(number, {}))
    ]
    return Table(
        columns=safe_names(names, width),
        rows=whole,
        flags=tuple(found_flags),
        header=None if found is None or found < 0 else found,
        has_more=has_more or len(rows) > first + MOST_ROWS,
    )


def _flags(row: Sequence[str], known: Mapping[int, CellFlag]) -> Iterator[tuple[int, CellFlag]]:
    for column, cell in enumerate(row):
        if flag := known.get(column) or (doubt_about(cell) if cell else None):
            yield column, flag


def with_sheets(table: Table, sheets: tuple[str, ...], hidden: tuple[str, ...], sheet: str) -> Table:
    """Return a table as one of a spreadsheet."""
    return msgspec.structs.replace(table, sheets=sheets, hidden_sheets=hidden, sheet=sheet)


def find_header(rows: Rows) -> int | None:
    """Return the row with the names of the columns, None if there is none.

    It is the first row with the name of a column of ids and of others; else the first one more than half as wide
    as most, if none of its cells is a number, a link or a date. Rows above are titles.
    """
    sample = rows[:_SAMPLE]
    counts = Counter(filled for filled in map(_filled, sample) if filled)
    usual = max(counts, key=lambda width: (counts[width], width), default=0)
    for number, row in enumerate(sample):
        if _filled(row) > min(1, usual - 1) and any(use_named(cell) is Use.CASE_ID for cell in row) and _are_names(row):
            return number
    for number, row in enumerate(sample):
        if _filled(row) * 2 > usual > 0:
            if _are_names(row):
                return number
            if _filled(row) >= usual:
                return None
    return None


def _are_names(row: Sequence[str]) -> bool:
    """Check that no filled cell of a row is a value."""
    return not any(_is_value(cell) for cell in row if cell.strip())


def _is_value(cell: str) -> bool:
    cell = cell.strip()
    if len(cell) > _LONGEST_NAME or "://" in cell or case_in(cell) is not None:
        return True
    return not any(map(str.isalpha, cell)) and any(map(str.isdigit, cell))


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell and not cell.isspace())


def _width(row: Sequence[str]) -> int:
    """Return the number of cells up to the last one that is not empty."""
    width = len(row)
    while width and not row[width - 1]:
        width -= 1
    return width
