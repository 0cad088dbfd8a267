"""Attributes as text: formats for paste and copy, and the bulk text of the whole grid."""

import csv
import enum
import io
import json
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from caseeditor.domain.case import raw_json
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.text.fidelity import whole

LINE_END = re.compile("\r\n|\n|\r")
_LARGEST_CELL = 2**31 - 1
_LEAST_FIELDS = 3
"""Minimum number of cells of a record's header: two cells are a name and a value."""
_SEPARATOR = re.compile(r'(?:"(?:[^"]|"")*"|(?!["\t=,;]|:(?!//))(?:[^\t=:,;]|:(?=//))*)?([\t=,;]|:(?!//))')
_BRACKETED = re.compile(r"\s*[\[{]\s*[^\W\d_]")
"""A bracketed word, which starts like JSON."""
_JSON_SPACE = " \t\r\n"
_CELLS = "\t,;"
_LINES = {"=": re.compile("(.*?)(?: = |=)(.*)"), ":": re.compile("(.*?)(?:: |:(?!//))(.*)")}

_COLON = re.compile(r"([^\\=\t:]*(?::(?! )[^\\=\t:]*)*): (.*)")
"""A line `name: value` whose value may contain an equals sign."""
_BULK_LINE = re.compile(r"([^\\=]*(?:\\.[^\\=]*)*)=(.*)", re.DOTALL)
_HIDDEN = re.compile("\\A | \\Z|[\\\\\x00-\x1f\x7f\u2028\u2029\ufdd0\ufdd1\ufeff\ufffc]")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.?)", re.DOTALL)
_WRITTEN = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", " ": "\\s", "=": "\\="}
_READ = {written[1]: read for read, written in _WRITTEN.items()}
_OTHER_FORM = re.compile(r"\A[\[{]|:(?= )")
"""Parts of a name that would be mistaken for JSON or `name: value`."""


class Form(enum.Enum):
    """Formats for copying attributes."""

    TSV = "TSV"
    CSV = "CSV"
    JSON = "JSON"


class Flaw(enum.Enum):
    """The reason why a line is not an attribute."""

    NO_SEPARATOR = "no separator"
    TOO_MANY_CELLS = "too many cells"
    QUOTES = "quotes"
    NOT_JSON = "not JSON"
    NO_OBJECT = "no object"
    TWICE = "twice"
    ESCAPE = "escape"
    RECORDS = "records"
    NOTHING = "nothing"


class Error(msgspec.Struct, frozen=True):
    """An error in a line, counted from 1. `found` is the wrong part, '' for the whole line."""

    line: int
    flaw: Flaw
    found: str = ""


class Table(msgspec.Struct, frozen=True):
    """The attributes of a text. If there are errors, `rows` has the attributes of the other lines."""

    rows: tuple[Row, ...] = ()
    errors: tuple[Error, ...] = ()


class Escaped(msgspec.Struct, frozen=True):
    """A line of bulk text, counted from 1, and its backslash sequences."""

    line: int
    text: str
    found: tuple[str, ...]


def read(text: str) -> Table:
    """Parse pasted TSV, CSV, name=value, name: value, or a JSON object. Names and values stay exact.

    A header with one record, and a list of one object, give the names and values of that record.
    """
    text = whole(text).removeprefix("\ufeff")
    if text.lstrip()[:1] in ("{", "["):
        table = _read_json(text)
        if not (is_no_json(table) and _BRACKETED.match(text)):
            return table
        lines = _read_plain(text)
        return table if lines.errors else lines
    return _read_plain(text)


def _read_plain(text: str) -> Table:
    lines = [line for line in LINE_END.split(text) if line.strip()]
    if not lines:
        return Table()
    separator = _separator(lines)
    if separator in _CELLS and (record := _read_record(text, separator)):
        return record
    if separator == "\t":
        return _read_tsv(text)
    if separator in (",", ";"):
        return _read_cells(text, separator)
    return _read_lines(text, separator)


def write(rows: Iterable[Row], form: Form) -> str:
    """Format attributes so that `read` and spreadsheets get them back exactly; formulas are not defused."""
    if form is Form.JSON:
        pairs = (f"  {_json_string(row.name)}: {_json_string(row.value)}" for row in rows)
        return "{\n" + ",\n".join(pairs) + "\n}"
    return write_cells(((row.name, row.value) for row in rows), "\t" if form is Form.TSV else ",")


def write_cells(cells: Iterable[Sequence[str]], separator: str = "\t") -> str:
    """Format records as CSV, with quotes where needed."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(cells)
    return out.getvalue()


def write_bulk(rows: Iterable[Row]) -> str:
    """Format one attribute per line, escaping all special characters."""
    return "".join(f"{_escaped_name(row.name)}={_escaped(row.value)}\n" for row in rows)


def read_bulk(text: str, written: Container[str] = (), literal: Container[int] = ()) -> Table:
    """Parse bulk text: the output of `write_bulk`, edited by hand, or anything that `read` accepts.

    Lines in `written` come unchanged from `write_bulk`, so no other format is tried. In lines whose number is in
    `literal`, backslashes are literal.
    """
    text, lines = _without_order_mark(text, written)
    if (other := _read_other_form(text, lines)) is not None:
        return other
    commas = _comma_lines(lines)
    rows: list[Row] = []
    errors: list[Error] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            split = None if line in written else _other_cells(line, commas)
            table = split or _read_bulk_line(line, is_literal=number in literal)
            rows += table.rows
            errors += (Error(number, error.flaw, error.found) for error in table.errors)
    return Table(tuple(rows), tuple(errors))


def list_escapes(text: str, written: Container[str] = ()) -> tuple[Escaped, ...]:
    """List the backslash sequences that `read_bulk` decodes, except in lines that are `written`."""
    text, lines = _without_order_mark(text, written)
    if _read_other_form(text, lines) is not None:
        return ()
    commas = _comma_lines(lines)
    return tuple(
        Escaped(number, line, tuple(dict.fromkeys(found[0] for found in _ESCAPE.finditer(line))))
        for number, line in enumerate(lines, 1)
        if "\\" in line and line not in written and not _other_cells(line, commas)
    )


def is_tsv(text: str) -> bool:
    """Check that every record has a tab; empty lines and line breaks in quoted cells are ignored."""
    records = [cells for _, cells in _split_cells(text, "\t") if any(cells)] if "\t" in text else []
    return bool(records) and all(len(cells) > 1 for cells in records)


def has_separator(line: str) -> bool:
    """Check for a separator between a name and a value."""
    return _SEPARATOR.match(line) is not None


def is_no_json(table: Table) -> bool:
    """Check for a text that starts like JSON and is not."""
    return any(error.flaw is Flaw.NOT_JSON for error in table.errors)


def _read_bulk_line(line: str, *, is_literal: bool) -> Table:
    if is_literal and "=" in line:
        name, _, value = line.partition("=")
        return Table((Row(name, value),))
    found = _BULK_LINE.fullmatch(line)
    if not found:
        return Table(errors=(Error(1, Flaw.NO_SEPARATOR),))
    if wrong := next((each for part in found.groups() for each in _unknown_escapes(part)), ""):
        return Table(errors=(Error(1, Flaw.ESCAPE, wrong),))
    return Table((Row(_unescaped(found[1]), _unescaped(found[2])),))


def _without_order_mark(text: str, written: Container[str]) -> tuple[str, list[str]]:
    """Return bulk text and its lines without the byte order mark of a file."""
    lines = LINE_END.split(text)
    if lines[0] in written or not text.startswith("\ufeff"):
        return text, lines
    return text[1:], [lines[0][1:], *lines[1:]]


def _read_other_form(text: str, lines: Sequence[str]) -> Table | None:
    """Parse bulk text that as a whole has another format than `write_bulk`'s, None otherwise."""
    is_bulk = any("=" in line.partition("\t")[0] for line in lines)
    if text.lstrip()[:1] in ("{", "["):
        table = _read_json(text)
        return table if not table.errors or not is_bulk else None
    if not is_bulk:
        return read(text)
    first = next((line for line in lines if line.strip()), "")
    found = _SEPARATOR.match(first)
    is_header = "=" not in first and found is not None and found[1] in _CELLS
    return _read_record(text, found[1]) if is_header and found else None


def _comma_lines(lines: Iterable[str]) -> frozenset[str]:
    """Return the comma or semicolon of lines that can only be cells."""
    found = (_SEPARATOR.match(line) for line in lines if "=" not in line)
    return frozenset(each[1] for each in found if each and each[1] in (",", ";"))


def _other_cells(line: str, commas: Container[str]) -> Table | None:
    """Parse a line of bulk text in TSV, CSV or `name: value` format, None if it is name=value."""
    if "\t" in line.partition("=")[0]:
        return _table([(1, line.split("\t"))])
    if colon := _COLON.fullmatch(line):
        return Table((Row(colon[1], colon[2]),))
    found = _SEPARATOR.match(line)
    if found and found[1] in commas:
        return _read_cells(line, found[1])
    if "=" not in line and found and found[1] == ":":
        return _read_lines(line, ":")
    return None


def _separator(lines: Sequence[str]) -> str:
    """Return the separator: a tab if the first line has one, otherwise the most frequent first separator."""
    if "\t" in lines[0]:
        return "\t"
    votes = Counter(found[1] for line in lines if (found := _SEPARATOR.match(line)))
    return votes.most_common(1)[0][0] if votes else "="


def _read_lines(text: str, separator: str) -> Table:
    rows: list[Row] = []
    errors: list[Error] = []
    for number, line in enumerate(LINE_END.split(text), 1):
        if found := _LINES[separator].fullmatch(line):
            rows.append(Row(found[1], found[2]))
        elif line.strip():
            errors.append(Error(number, Flaw.NO_SEPARATOR))
    return Table(tuple(rows), tuple(errors))


def _read_tsv(text: str) -> Table:
    """Parse cells as copied from a spreadsheet. Quotes are unquoted only where necessary.

    Some spreadsheets quote a cell only if it has a line break: then `"so"` is a value with quotes.
    """
    quoted = _read_cells(text, "\t")
    lines = [line.split("\t") for line in LINE_END.split(text)]
    is_ours = LINE_END.sub("\n", write(quoted.rows, Form.TSV)).strip("\n") == LINE_END.sub("\n", text).strip("\n")
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


def _read_record(text: str, separator: str) -> Table | None:
    """Parse a header and the record below it as names and values, None if the text is not that."""
    records = [(line, cells) for line, cells in _split_cells(text, separator) if any(cells)]
    header = records[0][1] if records else []
    if sum(bool(cell) for cell in header) < _LEAST_FIELDS or len({len(cells) for _, cells in records}) != 1:
        return None
    if len(records) == 1:
        return None
    if len(records) > 2:  # noqa: PLR2004 - the header and one record
        return Table(errors=(Error(records[2][0], Flaw.RECORDS),))
    fields = zip(header, records[1][1], strict=True)
    return Table(tuple(Row(name.strip(), value) for name, value in fields if name or value))


def quoted_records(text: str, separator: str) -> list[tuple[int, list[str]]] | None:
    """Split a text into cells by the rules of CSV, with the line of each record; None if its quotes are malformed."""
    csv.field_size_limit(_LARGEST_CELL)
    records: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    try:
        for cells in reader:
            records.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error:
        return None
    return records


def _split_cells(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """Split a text into cells; if its quotes are malformed, they are literal."""
    records = quoted_records(text, separator)
    if records is not None:
        return records
    return [(number, line.split(separator)) for number, line in enumerate(LINE_END.split(text), 1)]


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
    """Parse an object, or a list of one. Strings are decoded, null is skipped, other values keep their source text."""
    try:
        pairs = json.loads(text, object_pairs_hook=list, parse_int=str, parse_float=str)
        body = msgspec.Raw(text.strip(_JSON_SPACE).encode())
        is_list = bytes(memoryview(body)[:1]) == b"["
        found = raw_json.objects(body)
        if len(found) != 1 or (is_list and len(raw_json.read_list(body)) != 1):
            return Table(errors=(Error(1, Flaw.RECORDS if found else Flaw.NO_OBJECT),))
        fields = ((name, raw) for name, raw in found[0].items() if raw_json.kind(raw) != "null")
        rows = tuple(Row(whole(name), whole(raw_json.text(raw))) for name, raw in fields)
    except json.JSONDecodeError as error:
        return Table(errors=(Error(error.lineno, Flaw.NOT_JSON),))
    except (raw_json.NotJSONError, RecursionError):
        return Table(errors=(Error(1, Flaw.NOT_JSON),))
    names = (name for name, _ in (pairs[0] if is_list else pairs))
    twice = next((name for name, count in Counter(names).items() if count > 1), None)
    return Table(rows) if twice is None else Table(rows, (Error(1, Flaw.TWICE, whole(twice)),))


def _json_string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _escaped(text: str) -> str:
    return _HIDDEN.sub(lambda found: _WRITTEN.get(found[0]) or f"\\u{ord(found[0]):04x}", text)


def _escaped_name(name: str) -> str:
    """Escape a name, including characters with a meaning in the other formats of `read_bulk`."""
    escaped = _escaped(name).replace("=", _WRITTEN["="])
    return _OTHER_FORM.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped)


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return whole(_ESCAPE.sub(lambda found: _READ.get(found[1]) or chr(int(found[1][1:], 16)), text))


def _unknown_escapes(text: str) -> Iterator[str]:
    if "\\" in text:
        yield from (found[0] for found in _ESCAPE.finditer(text) if len(found[1]) < 2 and found[1] not in _READ)  # noqa: PLR2004 - longer sequences are uXXXX
