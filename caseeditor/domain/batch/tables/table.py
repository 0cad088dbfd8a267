"""A table with a row a case: as read from a file, and the meaning of its columns."""

import enum

import msgspec


class CellFlag(enum.Enum):
    """A doubt about a cell. The cell is never changed because of it."""

    EXPONENT = "exponent"  # 1.23E+11
    LONG_NUMBER = "long number"  # more than 15 digits, which spreadsheets round
    LEADING_ZEROS = "leading zeros"  # a number that is only formatted with them
    DATE = "date"  # a date that a locale turned
    FORMULA = "formula"  # a formula without a value, or with an error
    MERGED = "merged"  # blank, since a merged cell covers it
    HIDDEN = "hidden"  # in a row that a filter or somebody hides
    NOT_DECODED = "not decoded"  # the file's encoding has no such character
    SAME_ID = "same id"
    NOT_AN_ID = "not an id"
    OTHER_SERVER = "other server"


class TableProblem(enum.Enum):
    """The reason why a file is not read."""

    UNREADABLE = "unreadable"  # the system's words tell why
    EMPTY = "empty"
    TOO_LARGE = "too large"
    NOT_A_TABLE = "not a table"
    DAMAGED = "damaged"
    PROTECTED = "protected"  # by a password
    OPEN_QUOTE = "open quote"  # a quotation mark that is never closed swallows the rest of the file
    NO_LIBRARY = "no library"  # spreadsheets can't be read by this installation


class TableError(Exception):
    """A file is not read. `words` are the system's or, of an open quotation mark, the row (from 1)."""

    def __init__(self, problem: TableProblem, words: str = "") -> None:
        super().__init__(problem.value, words)
        self.problem = problem
        self.words = words


class TableFault(msgspec.Struct, frozen=True):
    """A TableError as a value, for the window."""

    problem: TableProblem
    words: str = ""


class Flag(msgspec.Struct, frozen=True, gc=False):
    """A doubt about the cell of a row (from 0, without the header) and a column (from 0)."""

    row: int
    column: int
    flag: CellFlag


class TextForm(msgspec.Struct, frozen=True):
    """The form of a text file. `encoding` is one of table_text.ENCODINGS; `separator` one character."""

    encoding: str = "utf-8"
    separator: str = ","


class Table(msgspec.Struct, frozen=True):
    """Cells as text. `columns` are the names in the header; without a header, "A", "B", … .

    `sheets` are the names of a spreadsheet's sheets, () for a text file; `form` is None for a spreadsheet.
    `header`: the row of the file (from 0, without blank lines of a text file) with the names, None if it has none.
    `has_more`: the file has more rows than a batch may have. `hidden_sheets` are among `sheets`.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    flags: tuple[Flag, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    form: TextForm | None = None
    header: int | None = 0
    has_more: bool = False
    hidden_sheets: tuple[str, ...] = ()


class Use(enum.Enum):
    """The meaning of a column."""

    IGNORED = "ignored"
    CASE_ID = "case id"
    SUBJECT = "subject"
    NOTE = "note"
    TAG_ADDED = "tag added"
    TAG_REMOVED = "tag removed"
    ATTRIBUTE = "attribute"


class ColumnUse(msgspec.Struct, frozen=True, kw_only=True):
    """What a column of a table sets. `name` of an attribute is the header by default."""

    column: str
    use: Use = Use.IGNORED
    name: str = ""
    blank_clears: bool = False
