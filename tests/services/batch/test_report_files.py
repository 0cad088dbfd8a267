"""Files with the results of a batch."""

import csv
import io
import json
import zipfile

import pytest

from caseeditor.domain.batch.report import ReportFormat, ReportWords
from caseeditor.services.batch import report_files
from caseeditor.services.batch.report_files import results_file
from tests.domain.batch.test_report import BATCH, MOVED, WAITING

ROWS = (MOVED, WAITING)


def test_no_formula_starts_in_csv() -> None:
    content = results_file(BATCH, ROWS, ReportFormat.CSV, ReportWords(separator=";")).decode("utf-8-sig")
    first, *lines = csv.reader(io.StringIO(content), delimiter=";")
    assert first == list(ReportWords().heads)
    assert [(line[3], line[8]) for line in lines[:1]] == [("'=1+1", "'=sur")]
    assert len(lines) == 3


def test_a_spreadsheet_has_text_alone() -> None:
    book = zipfile.ZipFile(io.BytesIO(results_file(BATCH, ROWS, ReportFormat.XLSX, ReportWords())))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert sheet.count("<row ") == 4
    assert "=1+1" in book.read("xl/sharedStrings.xml").decode()


def test_more_lines_than_a_sheet_has_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_files, "_MOST_LINES", 2)
    book = zipfile.ZipFile(io.BytesIO(results_file(BATCH, ROWS, ReportFormat.XLSX, ReportWords())))
    sheets = [book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2)]
    assert [sheet.count("<row ") for sheet in sheets] == [3, 2]


def test_json_has_the_exact_texts() -> None:
    lines = json.loads(results_file(BATCH, ROWS, ReportFormat.JSON, ReportWords()))
    assert [line["planned"] for line in lines] == ["=sur", "call\nback", ""]
