"""Attributes as text: what is pasted, what is copied, and the whole grid as text and back."""

import csv
import enum
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from caseeditor.domain import wire
from caseeditor.domain.edit import Row
from caseeditor.domain.plain import whole

_LARGEST_CELL = 2**31 - 1
_LINE_END = re.compile("\r\n|\n|\r")
_SEPARATOR = re.compile(r'(?:"(?:[^"]|"")*"|(?!["\t=,;]|:(?!//))(?:[^\t=:,;]|:(?=//))*)?([\t=,;]|:(?!//))')
_BRACKETED = re.compile(r"\s*[\[{]\s*[^\W\d_]")
"""What begins like JSON and is a word in brackets."""
_LINES = {"=": re.compile("(.*?)(?: = |=)(.*)"), ":": re.compile("(.*?)(?:: |:(?!//))(.*)")}

_BULK_LINE = re.compile(r"([^\\=]*(?:\\.[^\\=]*)*)=(.*)", re.DOTALL)
_HIDDEN = re.compile("\\A | \\Z|[\\\\\x00-\x1f\x7f\u2028\u2029\ufdd0\ufdd1\ufffc]")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.?)", re.DOTALL)
_WRITTEN = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", " ": "\\s", "=": "\\="}
_READ = {written[1]: read for read, written in _WRITTEN.items()}


class Form(enum.Enum):
    """How attributes are copied."""

    TSV = "TSV"
    CSV = "CSV"
    JSON = "JSON"


class Flaw(enum.Enum):
    """Why a line is no attribute."""

    NO_SEPARATOR = "no separator"
    TOO_MANY_CELLS = "too many cells"
    QUOTES = "quotes"
    NOT_JSON = "not JSON"
    NO_OBJECT = "no object"
    TWICE = "twice"
    ESCAPE = "escape"


class Error(msgspec.Struct, frozen=True):
    """What is wrong with a line, counted from 1. `found` is the part that is wrong, '' for all of it."""

    line: int
    flaw: Flaw
    found: str = ""


class Table(msgspec.Struct, frozen=True):
    """What a text holds. Where there is an error, the rows are the others."""

    rows: tuple[Row, ...] = ()
    errors: tuple[Error, ...] = ()


def read(text: str) -> Table:
    """Read what was pasted: TSV, CSV, name=value, name: value, or a JSON object; names and values exactly."""
    text = whole(text).removeprefix("\ufeff")
    if text.lstrip()[:1] in ("{", "["):
        table = _read_json(text)
        if not (table.errors and _BRACKETED.match(text)):
            return table
        lines = _read_plain(text)
        return table if lines.errors else lines
    return _read_plain(text)


def _read_plain(text: str) -> Table:
    lines = [line for line in _LINE_END.split(text) if line.strip()]
    if not lines:
        return Table()
    separator = _separator(lines)
    if separator == "\t":
        return _read_tsv(text)
    if separator in (",", ";"):
        return _read_cells(text, separator)
    return _read_lines(text, separator)


def write(rows: Iterable[Row], form: Form) -> str:
    """Write attributes so that `read` and a spreadsheet take them in exactly: nothing is added against formulas."""
    if form is Form.JSON:
        pairs = (f"  {_json_string(row.name)}: {_json_string(row.value)}" for row in rows)
        return "{\n" + ",\n".join(pairs) + "\n}"
    return write_cells(((row.name, row.value) for row in rows), "\t" if form is Form.TSV else ",")


def write_cells(cells: Iterable[Sequence[str]], separator: str = "\t") -> str:
    """Write lines of cells, quoted where they have to be."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(cells)
    return out.getvalue()


def write_bulk(rows: Iterable[Row]) -> str:
    """Write a line an attribute, whatever its name and value are made of."""
    return "".join(f"{_escaped(row.name).replace('=', _WRITTEN['='])}={_escaped(row.value)}\n" for row in rows)


def read_bulk(text: str) -> Table:
    """Read what `write_bulk` wrote, and what was made of it by hand."""
    rows: list[Row] = []
    errors: list[Error] = []
    for number, line in enumerate(_LINE_END.split(text), 1):
        if not line.strip():
            continue
        found = _BULK_LINE.fullmatch(line)
        if not found:
            errors.append(Error(number, Flaw.NO_SEPARATOR))
        elif wrong := next((each for part in found.groups() for each in _unknown_escapes(part)), ""):
            errors.append(Error(number, Flaw.ESCAPE, wrong))
        else:
            rows.append(Row(_unescaped(found[1]), _unescaped(found[2])))
    return Table(tuple(rows), tuple(errors))


def _separator(lines: Sequence[str]) -> str:
    """Return what stands between name and value: a tab in the first line, else what comes first in most lines."""
    if "\t" in lines[0]:
        return "\t"
    votes = Counter(found[1] for line in lines if (found := _SEPARATOR.match(line)))
    return votes.most_common(1)[0][0] if votes else "="


def _read_lines(text: str, separator: str) -> Table:
    rows: list[Row] = []
    errors: list[Error] = []
    for number, line in enumerate(_LINE_END.split(text), 1):
        if found := _LINES[separator].fullmatch(line):
            rows.append(Row(found[1], found[2]))
        elif line.strip():
            errors.append(Error(number, Flaw.NO_SEPARATOR))
    return Table(tuple(rows), tuple(errors))


def _read_tsv(text: str) -> Table:
    """Read cells as a spreadsheet copies them; quotes mean something only where they have to.

    Some quote a cell only for a line break in it: then `"so"` is a value with quotes.
    """
    quoted = _read_cells(text, "\t")
    lines = [line.split("\t") for line in _LINE_END.split(text)]
    is_ours = _LINE_END.sub("\n", write(quoted.rows, Form.TSV)).strip("\n") == _LINE_END.sub("\n", text).strip("\n")
    if is_ours and not quoted.errors:
        return quoted
    is_line_a_row = all(len(cells) == 2 for cells in lines if any(cells))  # noqa: PLR2004 - name and value
    return _table(enumerate(lines, 1)) if is_line_a_row or quoted.errors else quoted


def _read_cells(text: str, separator: str) -> Table:
    csv.field_size_limit(_LARGEST_CELL)
    records: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    try:
        for cells in reader:
            records.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error:
        table = _table(records)
        return Table(table.rows, (*table.errors, Error(begins, Flaw.QUOTES)))
    return _table(records)


def _table(records: Iterable[tuple[int, list[str]]]) -> Table:
    rows: list[Row] = []
    errors: list[Error] = []
    for number, cells in records:
        if not any(cells):
            continue
        if len(cells) == 1:
            errors.append(Error(number, Flaw.NO_SEPARATOR))
        elif any(cells[2:]):
            errors.append(Error(number, Flaw.TOO_MANY_CELLS))
        else:
            rows.append(Row(cells[0], cells[1]))
    return Table(tuple(rows), tuple(errors))


def _read_json(text: str) -> Table:
    """Read an object: strings by their text, all else by the very characters, null as nothing."""
    try:
        pairs = json.loads(text, object_pairs_hook=list, parse_int=str, parse_float=str)
        found = wire.read_object(text.encode()) if text.lstrip()[0] == "{" else None
        rows = tuple(Row(whole(name), whole(wire.text(raw))) for name, raw in found.items()) if found else ()
    except json.JSONDecodeError as error:
        return Table(errors=(Error(error.lineno, Flaw.NOT_JSON),))
    except (wire.NotJSONError, RecursionError):
        return Table(errors=(Error(1, Flaw.NOT_JSON),))
    if found is None:
        return Table(errors=(Error(1, Flaw.NO_OBJECT),))
    twice = next((name for name, count in Counter(name for name, _ in pairs).items() if count > 1), None)
    return Table(rows) if twice is None else Table(rows, (Error(1, Flaw.TWICE, whole(twice)),))


def _json_string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _escaped(text: str) -> str:
    return _HIDDEN.sub(lambda found: _WRITTEN.get(found[0]) or f"\\u{ord(found[0]):04x}", text)


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return whole(_ESCAPE.sub(lambda found: _READ.get(found[1]) or chr(int(found[1][1:], 16)), text))


def _unknown_escapes(text: str) -> Iterator[str]:
    if "\\" in text:
        yield from (found[0] for found in _ESCAPE.finditer(text) if len(found[1]) < 2 and found[1] not in _READ)  # noqa: PLR2004 - uXXXX is longer
