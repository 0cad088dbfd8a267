"""A look into the XML of a workbook before its reader opens it: for its size, and for doubts that the reader can't see.

The reader makes a grid of all cells between the first and the last one. Two cells at the corners of a sheet would take
all memory.
"""

import posixpath
import re
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import IO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

import msgspec

from caseeditor.domain.batch.tables.table import CellFlag, Flag, TableError, TableProblem
from caseeditor.domain.batch.tables.table_shape import MOST_CELLS, MOST_READ

MOST_XML = 500_000_000
"""Bytes of all parts, unpacked."""
_MOST_PARTS = 10_000
MOST_FLAGS = 1_000_000
_LETTERS = re.compile("[A-Za-z]{1,3}")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ZEROS = re.compile(r"00+")
_ENCRYPTED = "encryption-data"
Attributes = Mapping[str, str]


class Scan(msgspec.Struct):
    """The extent of a sheet's cells with content, and its doubts."""

    top: int = -1
    bottom: int = -1
    left: int = 1 << 30
    right: int = -1
    flags: list[Flag] = []

    @property
    def is_empty(self) -> bool:
        return self.bottom < 0

    def add(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Add cells with content. Raises TableError if too many are between the first and the last one."""
        if (
            self.top <= row
            and row + rows <= self.bottom + 1
            and self.left <= column
            and column + columns <= self.right + 1
        ):
            return
        self.top = row if self.is_empty else min(self.top, row)
        self.bottom = max(self.bottom, row + rows - 1)
        self.left = min(self.left, column)
        self.right = max(self.right, column + columns - 1)
        if (self.bottom - self.top + 1) * (self.right - self.left + 1) > MOST_CELLS:
            raise TableError(TableProblem.TOO_LARGE)

    def flag(self, row: int, column: int, flag: CellFlag) -> None:
        if row < MOST_READ and len(self.flags) < MOST_FLAGS:
            self.flags.append(Flag(row, column, flag))

    def move(self, columns: int) -> None:
        """Move the doubts to columns on the right."""
        self.flags = [Flag(flag.row, flag.column + columns, flag.flag) for flag in self.flags]


class Archive:
    """The parts of an XLSX or ODS file. Raises TableError."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_XML:
            raise TableError(TableProblem.TOO_LARGE)
        if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
            raise TableError(TableProblem.DAMAGED)
        self._names = {part.filename.lower(): part.filename for part in parts}
        try:
            wrong = archive.testzip()  # also of sizes that the directory understates
        except (BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError):
            raise TableError(TableProblem.DAMAGED) from None
        if wrong is not None:
            raise TableError(TableProblem.DAMAGED)
        self.is_ods = "content.xml" in self._names
        if not self.is_ods and "xl/workbook.xml" not in self._names:
            raise TableError(TableProblem.NOT_A_TABLE)
        if self.is_ods and self._is_encrypted():
            raise TableError(TableProblem.PROTECTED)

    def scan(self, sheet: str) -> Scan:
        """Look into a sheet."""
        if self.is_ods:
            ods = _OdsScanner(sheet)
            self._parse("content.xml", ods.start, ods.end, ods.text)
            return ods.scan
        xlsx = _XlsxScanner(self._zeros_of_styles())
        self._parse(self._part_of(sheet), xlsx.start, xlsx.end, xlsx.text)
        return xlsx.scan

    def _is_encrypted(self) -> bool:
        found: list[str] = []
        self._parse("meta-inf/manifest.xml", lambda name, _: found.append(name) if name == _ENCRYPTED else None)
        return bool(found)

    def _part_of(self, sheet: str) -> str:
        ids: dict[str, str] = {}
        targets: dict[str, str] = {}

        def sheets(name: str, attributes: Attributes) -> None:
            if name == "sheet":
                ids.setdefault(attributes.get("name", ""), _local(attributes).get("id", ""))

        def relations(name: str, attributes: Attributes) -> None:
            if name == "Relationship":
                targets[attributes.get("Id", "")] = attributes.get("Target", "")

        self._parse("xl/workbook.xml", sheets)
        self._parse("xl/_rels/workbook.xml.rels", relations)
        target = targets.get(ids.get(sheet, ""), "").replace("\\", "/")
        return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/").lower()

    def _zeros_of_styles(self) -> list[int]:
        """Return the number of digits that each style of cells fills up with zeros."""
        codes: dict[str, str] = {}
        styles: list[str] = []
        inside: list[str] = []

        def start(name: str, attributes: Attributes) -> None:
            inside.append(name)
            if name == "numFmt":
                codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            elif name == "xf" and "cellXfs" in inside:
                styles.append(attributes.get("numFmtId", ""))

        if "xl/styles.xml" in self._names:
            self._parse("xl/styles.xml", start, lambda _: inside.pop())
        found = (_ZEROS.match(_LITERAL.sub("", codes.get(style, ""))) for style in styles)
        return [len(zeros[0]) if zeros else 0 for zeros in found]

    def _parse(
        self,
        part: str,
        start: Callable[[str, Attributes], object],
        end: Callable[[str], object] | None = None,
        text: Callable[[str], object] | None = None,
    ) -> None:
        if part not in self._names:
            raise TableError(TableProblem.DAMAGED)
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, attributes: start(_bare(name), attributes)
        if end:
            parser.EndElementHandler = lambda name: end(_bare(name))
        if text:
            parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _refuse  # entities could grow without bound
        try:
            with self._archive.open(self._names[part]) as stream:
                _feed(parser, stream)
        except (expat.ExpatError, BadZipFile, ValueError, OSError):
            raise TableError(TableProblem.DAMAGED) from None


class _XlsxScanner:
    """Reads a sheet of XLSX. A row and a cell may leave out their places."""

    def __init__(self, zeros: list[int]) -> None:
        self.scan = Scan(flags=[])
        self._zeros = zeros
        self._row = self._column = -1
        self._type = ""
        self._style = 0
        self._has_formula = self._has_value = self._is_inside = self._is_hidden = False
        self._value = ""

    def start(self, name: str, attributes: Attributes) -> None:
        match name:
            case "row":
                self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
                self._is_hidden = attributes.get("hidden") in ("1", "true")
                self._column = -1
            case "c":
                self._begin(attributes)
            case "f":
                self._has_formula = True
            case "v":
                self._has_value = self._is_inside = True
            case "is":
                self._has_value = True

    def text(self, text: str) -> None:
        if self._is_inside:
            self._value += text

    def end(self, name: str) -> None:
        if name == "v":
            self._is_inside = False
        elif name == "c" and (self._has_formula or self._has_value):
            self.scan.add(self._row, self._column)
            if flag := self._doubt():
                self.scan.flag(self._row, self._column, flag)
            elif self._is_hidden:
                self.scan.flag(self._row, self._column, CellFlag.HIDDEN)
                self._is_hidden = False  # once a row

    def _begin(self, attributes: Attributes) -> None:
        if place := attributes.get("r"):
            self._row, self._column = _place(place)
        else:
            self._column += 1
        self._type, self._style = attributes.get("t", "n"), int(attributes.get("s", "0"))
        self._has_formula = self._has_value = self._is_inside = False
        self._value = ""

    def _doubt(self) -> CellFlag | None:
        if self._type == "e" or (self._has_formula and not self._value and self._type != "str"):
            return CellFlag.FORMULA
        zeros = self._zeros[self._style] if 0 <= self._style < len(self._zeros) else 0
        if zeros and self._type == "n" and len(self._value.partition(".")[0]) < zeros:
            return CellFlag.LEADING_ZEROS
        return None


class _OdsScanner:
    """Reads one table of an ODS file, in which rows and cells may be repeated."""

    def __init__(self, sheet: str) -> None:
        self.scan = Scan(flags=[])
        self._sheet = sheet
        self._depth = 0
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._cell: Attributes | None = None
        self._text = ""
        self._has_text = self._is_hidden = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self._depth = self._depth + 1 if self._depth or attributes.get("table:name") == self._sheet else 0
        if self._depth != 1:
            return
        match name:
            case "table-row":
                self._rows = int(attributes.get("table:number-rows-repeated", "1"))
                self._column = 0
                self._is_hidden = attributes.get("table:visibility", "visible") != "visible"
            case "table-cell" | "covered-table-cell":
                self._columns = int(attributes.get("table:number-columns-repeated", "1"))
                self._cell = attributes
                self._text, self._has_text = "", False
            case "p":
                self._has_text = True

    def text(self, text: str) -> None:
        if self._cell is not None and len(self._text) < MOST_READ:
            self._text += text

    def end(self, name: str) -> None:
        if name == "table" and self._depth:
            self._depth -= 1
        elif self._depth == 1 and name == "table-row":
            self._row += self._rows
        elif self._depth == 1 and name in ("table-cell", "covered-table-cell") and self._cell is not None:
            self._end_cell(self._cell, is_covered=name == "covered-table-cell")
            self._cell = None
            self._column += self._columns

    def _end_cell(self, cell: Attributes, *, is_covered: bool) -> None:
        if "office:value-type" in cell or self._has_text:
            self.scan.add(self._row, self._column, self._rows, self._columns)
        elif is_covered:
            self._flag(CellFlag.MERGED)
        if cell.get("calcext:value-type") == "error" or (
            "table:formula" in cell and "office:value-type" not in cell and not self._has_text
        ):
            self._flag(CellFlag.FORMULA)
        elif cell.get("office:value-type") == "float" and re.match("0[0-9]", self._text):
            self._flag(CellFlag.LEADING_ZEROS)
        elif self._is_hidden and "office:value-type" in cell:
            self._flag(CellFlag.HIDDEN)
            self._is_hidden = False  # once a row

    def _flag(self, flag: CellFlag) -> None:
        for row in range(self._row, min(self._row + self._rows, MOST_READ)):
            for column in range(self._column, self._column + self._columns):
                if len(self.scan.flags) >= MOST_FLAGS:
                    return
                self.scan.flag(row, column, flag)


def _place(text: str) -> tuple[int, int]:
    """Return row and column of a place such as B12. Raises ValueError."""
    letters = text.rstrip("0123456789")
    return int(text[len(letters) :]) - 1, _column(letters)


@cache
def _column(letters: str) -> int:
    if not _LETTERS.fullmatch(letters):
        raise ValueError(letters)
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _bare(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2] if ":" in name else name


def _local(attributes: Attributes) -> dict[str, str]:
    """Return the attributes that have a prefix, without it."""
    return {_bare(name): value for name, value in attributes.items() if ":" in name}


def _feed(parser: expat.XMLParserType, stream: IO[bytes]) -> None:
    while part := stream.read(1 << 20):
        parser.Parse(part)
    parser.Parse(b"", True)


def _refuse(*_: object) -> None:
    raise TableError(TableProblem.DAMAGED)
