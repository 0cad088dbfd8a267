"""Files with the results of batches. Slow for many rows: for the disk's thread."""

import io
import itertools
from collections.abc import Iterable, Iterator

import msgspec

from caseeditor.domain.batch.batch import Batch
from caseeditor.domain.batch.report import Line, ReportFormat, ReportWords, report_lines
from caseeditor.domain.batch.row import Row
from caseeditor.domain.text.spreadsheet_cells import csv_text

_MOST_CELL = 32_767
"""Characters of a spreadsheet's cell."""
_MOST_LINES = 1_000_000
"""Lines of a spreadsheet's sheet."""


def results_file(batch: Batch, rows: Iterable[Row], kind: ReportFormat, words: ReportWords) -> bytes:
    """Return the content of a file with the results of a batch."""
    lines = report_lines(batch, rows, words)
    match kind:
        case ReportFormat.CSV:
            return csv_text(words.heads, map(msgspec.structs.astuple, lines), words.separator)
        case ReportFormat.XLSX:
            return _xlsx(words.heads, lines)
        case ReportFormat.JSON:
            return msgspec.json.format(msgspec.json.encode(list(lines)), indent=1)


def _xlsx(heads: tuple[str, ...], lines: Iterable[Line]) -> bytes:
    """Return a spreadsheet whose cells are all text: no formula can start, no digit changes."""
    import xlsxwriter  # noqa: PLC0415 - seldom needed

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        for page in _pages(lines):
            sheet = book.add_worksheet()
            sheet.freeze_panes(1, 0)
            for column, head in enumerate(heads):
                sheet.write_string(0, column, head, bold)
            for number, line in enumerate(page, 1):
                for column, cell in enumerate(msgspec.structs.astuple(line)):
                    if cell:
                        sheet.write_string(number, column, cell[:_MOST_CELL], text)
    return made.getvalue()


def _pages(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each sheet, one sheet at least."""
    left = iter(lines)
    page = tuple(itertools.islice(left, _MOST_LINES))
    yield page
    while page := tuple(itertools.islice(left, _MOST_LINES)):
        yield page
