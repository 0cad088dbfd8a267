"""Interpretation of a paste into the attributes. The target cell decides, not the appearance of the text."""

import enum
import re

import msgspec

from caseeditor.domain.editing.attribute_text import (
    LINE_END,
    Error,
    Flaw,
    Table,
    has_separator,
    is_no_json,
    is_tsv,
    quoted_records,
    read,
    write_cells,
)
from caseeditor.domain.text.fidelity import whole
from caseeditor.domain.text.field_text import in_a_line, in_lines


class Copied(enum.Enum):
    """Content copied from the grid. Its interpretation is known, regardless of its text."""

    CELL = "cell"
    COLUMN = "column"


class Cell(msgspec.Struct, frozen=True):
    """A text for one cell."""

    text: str


class Column(msgspec.Struct, frozen=True):
    """Texts for a cell and those below it."""

    cells: tuple[str, ...]


class Names(msgspec.Struct, frozen=True):
    """Names of attributes."""

    names: tuple[str, ...]


_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\r\n]|\Z)')
_NEEDS_QUOTES = re.compile("[\r\n\t]")
Meant = Table | Cell | Column | Names


def on_value(text: str, copied: Copied | None = None) -> Meant:
    """Interpret a paste onto a value: a text, or values downwards. A table with a tab in every line is rows."""
    text = whole(text).removeprefix("\ufeff") if copied is None else whole(text)
    if copied is Copied.CELL:
        return Cell(text)
    if copied is Copied.COLUMN:
        return Column(_quoted_cells(text) or _lines(text))
    bare = text.strip("\r\n")
    if not bare:
        return Table()
    if is_tsv(text):
        table = read(text)
        if not table.errors or LINE_END.search(bare):
            return table
        return Cell(in_lines(bare))
    if not (LINE_END.search(bare) or "\t" in bare) or _is_json(bare):
        return Cell(in_lines(bare))
    cells = tuple(in_lines(cell) for cell in cells_of_column(text))
    return Column(cells) if len(cells) > 1 else Cell(cells[0])


def on_name(text: str, copied: Copied | None = None) -> Meant:
    """Interpret a paste onto a name: a name, several names, or rows in any format."""
    if copied is Copied.CELL:
        return Cell(whole(text))
    if copied is Copied.COLUMN:
        return _names(_quoted_cells(whole(text)) or _lines(whole(text)))
    bare = whole(text).removeprefix("\ufeff").strip("\r\n")
    lines = [line for line in LINE_END.split(bare) if line.strip()]
    table = read(text)
    if not lines or not (table.errors or not table.rows):
        return table
    if bare.lstrip()[0] in "[{" and _is_meant_as_json(table, bare):
        return table if table.errors else Table(errors=(Error(1, Flaw.NOTHING),))
    if len(lines) == 1:
        return Cell(in_a_line(bare)) if table.errors and not table.rows else table
    return table if any(map(has_separator, lines)) else _names(tuple(in_a_line(cell) for cell in cells_of_column(text)))


def is_for_grid(text: str) -> bool:
    """Check whether text pasted into the field for a new name has several parts: lines, cells or JSON."""
    bare = text.strip("\r\n")
    return bool(LINE_END.search(bare)) or "\t" in bare or (bare.lstrip()[:1] in ("[", "{") and _is_json(bare))


def cells_of_column(text: str) -> tuple[str, ...]:
    """Split a text into the cells of one column; multi-line cells are quoted, as spreadsheets copy them.

    A final line break is not part of the last cell; a single text loses all line breaks around it.
    """
    quoted = _quoted_cells(text)
    is_ours = bool(quoted) and _lines(write_cells([cell] for cell in quoted)) == _lines(text)
    cells = quoted if is_ours else _cells_by_line(text)
    alone = [cell for cell in cells if cell]
    return tuple(alone) if len(alone) == 1 else cells


def _cells_by_line(text: str) -> tuple[str, ...]:
    """Split by line, but unquote cells that contain line breaks or tabs."""
    cells: list[str] = []
    place = 0
    while place < len(text):
        quoted = _QUOTED.match(text, place)
        if quoted and _NEEDS_QUOTES.search(quoted[1]):
            cells.append(quoted[1].replace('""', '"'))
            place = quoted.end()
        line_end = LINE_END.search(text, place)
        ends = line_end.start() if line_end else len(text)
        if not (quoted and place == quoted.end()):
            cells.append(text[place:ends])
        place = line_end.end() if line_end else len(text)
    return tuple(cells)


def _names(cells: tuple[str, ...]) -> Meant:
    return Names(tuple(cell for cell in cells if cell.strip()))


def _lines(text: str) -> tuple[str, ...]:
    lines = LINE_END.split(text)
    return tuple(lines[:-1] if len(lines) > 1 and not lines[-1] else lines)


def _quoted_cells(text: str) -> tuple[str, ...]:
    """Parse the cells of one column by the rules of CSV; empty if malformed."""
    records = quoted_records(text, "\t") or []
    is_column = all(len(cells) <= 1 for _, cells in records)
    return tuple("".join(cells) for _, cells in records) if is_column else ()


def _is_json(text: str) -> bool:
    return text.lstrip()[:1] in ("[", "{") and not is_no_json(read(text))


def _is_meant_as_json(table: Table, text: str) -> bool:
    """Check whether a text is meant as JSON, even if malformed: no name starts with a bracket and a quotation mark."""
    return not is_no_json(table) or text.lstrip()[1:].lstrip()[:1] in ('"', "{", "[")
