"""Tables in files, by the process that reads spreadsheets. `data/cases.xls` has a hidden sheet *Oculta* and *Casos*."""

import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caseeditor.domain.batch.tables.table import CellFlag, Flag, Table, TableError, TableProblem
from caseeditor.services import TABLE_HELPER_ARGUMENT
from caseeditor.services.batch.spreadsheets import OLE, read_sheet
from caseeditor.services.batch.table_files import read_table
from tests.services.batch.workbooks import (
    DATE,
    SCIENTIFIC,
    ZEROS,
    number,
    ods,
    ods_cell,
    ods_row,
    packed,
    text,
    xlsx,
    xlsx_parts,
)

XLS = Path(__file__).parent / "data" / "cases.xls"
Reads = Callable[..., Table]


@pytest.fixture
def reads(tmp_path: Path) -> Reads:
    """Return a function that writes a file and reads it."""

    def read(content: bytes, name: str = "cases.xlsx", sheet: str = "", header: int | None = None) -> Table:
        (tmp_path / name).write_bytes(content)
        return read_table(tmp_path / name, sheet, None, header)

    return read


def problem_of(reads: Reads, content: bytes, name: str = "cases.xlsx") -> TableProblem:
    with pytest.raises(TableError) as caught:
        reads(content, name)
    return caught.value.problem


def row(*cells: str) -> str:
    return f"<row>{''.join(cells)}</row>"


HEADER = row(text("A1", "id"), text("B1", "v"))


def test_cells_of_xlsx_as_text(reads: Reads) -> None:
    table = reads(
        xlsx(
            HEADER
            + row(number("A2", "203"), number("B2", "1.5"))
            + row(text("A3", "#204"), text("B3", " 007\nñ€ "))
            + row(number("A4", "205"), '<c r="B4" t="b"><v>1</v></c>')
            + row(number("A5", "1.23E+11", SCIENTIFIC), number("B5", "1E-7"))
            + row(text("A6", "1.23E+11"), number("B6", "0.1"))
        )
    )
    assert (table.columns, table.sheets, table.sheet, table.form) == (("id", "v"), ("Casos",), "Casos", None)
    assert table.rows == (
        ("203", "1.5"),
        ("#204", " 007\nñ€ "),
        ("205", "TRUE"),
        ("123000000000", "1e-07"),
        ("1.23E+11", "0.1"),
    )
    assert table.flags == (Flag(3, 1, CellFlag.EXPONENT), Flag(4, 0, CellFlag.EXPONENT))


@pytest.mark.parametrize(
    ("cell", "shown", "flag"),
    [
        (number("B2", "12345678901234567"), "12345678901234568", CellFlag.LONG_NUMBER),
        (number("B2", "0.30000000000000004"), "0.30000000000000004", CellFlag.LONG_NUMBER),
        (number("B2", "1E+22"), "1e+22", CellFlag.EXPONENT),
        (number("B2", "42", ZEROS), "42", CellFlag.LEADING_ZEROS),
        (number("B2", "42000", ZEROS), "42000", None),
        (number("B2", "46024", DATE), "2026-01-02", CellFlag.DATE),
        (number("B2", "46024.5", DATE), "2026-01-02T12:00:00", CellFlag.DATE),
        ('<c r="B2"><f>1+1</f></c>', "", CellFlag.FORMULA),
        ('<c r="B2"><f>1+1</f><v></v></c>', "", CellFlag.FORMULA),
        ('<c r="B2"><f>1+1</f><v>2</v></c>', "2", None),
        ('<c r="B2" t="str"><f>""</f><v></v></c>', "", None),
        ('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "", CellFlag.FORMULA),
    ],
)
def test_doubtful_cells_of_xlsx(reads: Reads, cell: str, shown: str, flag: CellFlag | None) -> None:
    table = reads(xlsx(HEADER + row(number("A2", "203"), cell)))
    assert table.rows == (("203", shown),)
    assert table.flags == ((Flag(0, 1, flag),) if flag else ())


def test_a_table_that_begins_further_down_and_right(reads: Reads) -> None:
    cells = row(text("C3", "Campaña")) + row(text("C4", "id"), text("D4", "v"))
    table = reads(xlsx(cells + row(number("C5", "203"), number("D5", "7", ZEROS)) + row(text("C7", "204"))))
    assert (table.columns, table.header) == (("id", "v"), 3)
    assert table.rows == (("203", "7"), ("", ""), ("204", ""))
    assert table.flags == (Flag(0, 1, CellFlag.LEADING_ZEROS),)


def test_blank_cells_under_a_merged_one_are_flagged(reads: Reads) -> None:
    cells = row(text("B1", "id"), text("C1", "v")) + row(number("B2", "203"), text("C2", "a")) + row(text("C3", "b"))
    table = reads(xlsx(cells + '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'))
    assert (table.rows, table.flags) == ((("203", "a"), ("", "b")), (Flag(1, 0, CellFlag.MERGED),))


def test_rows_that_a_filter_hides_are_flagged(reads: Reads) -> None:
    hidden = f'<row hidden="1">{number("A2", "203")}{text("B2", "a")}</row>'
    table = reads(xlsx(HEADER + hidden + row(number("A3", "204"))))
    assert (len(table.rows), table.flags) == (2, (Flag(0, 0, CellFlag.HIDDEN),))
    filtered = ods_row(ods_cell("203")).replace(" table:number", " table:visibility='filter' table:number", 1)
    assert reads(ods({"A": ods_row(ods_cell("id")) + filtered}), "cases.ods").flags == (Flag(0, 0, CellFlag.HIDDEN),)


def test_cells_may_leave_out_their_places(reads: Reads) -> None:
    cells = "<row><c><v>203</v></c><c/><c s='2'><v>1</v></c></row><row><c><v>204</v></c></row>"
    table = reads(xlsx(cells))
    assert (table.rows, table.flags) == ((("203", "", "1"), ("204", "", "")), (Flag(0, 2, CellFlag.LEADING_ZEROS),))


def test_sheets(reads: Reads) -> None:
    sheets = {
        "Oculta": row(text("A1", "x")),
        "Vacía": "",
        "Casos": HEADER + row(number("A2", "1")),
        "Más": row(text("A1", "y")),
    }
    content = packed(xlsx_parts(sheets, ("Oculta",)))
    table = reads(content)
    assert (table.sheets, table.hidden_sheets, table.sheet) == (tuple(sheets), ("Oculta",), "Casos")
    assert reads(content, sheet="Más").columns == ("y",)
    assert reads(content, sheet="Oculta").sheet == "Oculta"
    assert reads(content, sheet="no longer there").sheet == "Casos"
    empty = reads(content, sheet="Vacía")
    assert (empty.sheet, empty.columns, empty.rows) == ("Vacía", (), ())


def test_the_header_of_a_spreadsheet_can_be_chosen(reads: Reads) -> None:
    content = xlsx(row(text("A1", "título")) + row(text("A2", "id")) + row(number("A3", "203")))
    assert reads(content).columns == ("id",)
    assert reads(content, header=0).columns == ("título",)
    assert reads(content, header=-1).rows == (("título",), ("id",), ("203",))


def test_ods(reads: Reads) -> None:
    content = ods(
        {
            "Casos": ods_row(ods_cell("id"), ods_cell("v"))
            + ods_row(ods_cell("203", kind="float"), ods_cell("42", kind="float", shown="00042"))
            + ods_row(ods_cell("2026-01-02", kind="date", shown="02/01/26"), ods_cell("a\nb"))
            + ods_row(ods_cell("204", kind="float"), '<table:table-cell table:formula="of:=1+1"/>')
            + ods_row(ods_cell("205", kind="float"), ods_cell("", shown="#N/A", more='calcext:value-type="error"'))
            + ods_row(ods_cell("206", kind="float", more='table:number-rows-spanned="2"'), ods_cell("x"))
            + ods_row("<table:covered-table-cell/>", ods_cell("y"))
            + ods_row('<table:table-cell table:number-columns-repeated="1024"/>', repeated=1_048_000),
            "Otra": ods_row(ods_cell("z", more='table:number-columns-repeated="3"'), repeated=2),
        }
    )
    table = reads(content, "cases.ods")
    assert (table.columns, table.sheets) == (("id", "v"), ("Casos", "Otra"))
    assert [cells[0] for cells in table.rows] == ["203", "2026-01-02", "204", "205", "206", ""]
    assert [cells[1] for cells in table.rows][:3] == ["42", "a\nb", ""]
    assert [(flag.row, flag.column, flag.flag) for flag in table.flags] == [
        (0, 1, CellFlag.LEADING_ZEROS),
        (1, 0, CellFlag.DATE),
        (2, 1, CellFlag.FORMULA),
        (3, 1, CellFlag.FORMULA),
        (5, 0, CellFlag.MERGED),
    ]
    assert reads(content, "cases.ods", "Otra", -1).rows == (("z", "z", "z"), ("z", "z", "z"))


def test_xls() -> None:
    table = read_table(XLS)
    assert (table.columns, table.sheets, table.hidden_sheets) == (("id", "valor"), ("Oculta", "Casos"), ("Oculta",))
    assert table.rows == (
        ("203", "1.5"),
        ("#204", "TRUE"),
        ("205", "2026-01-02"),
        ("12345678901234568", "á€"),
        ("206", ""),
        ("7", "0.1"),
        ("208", "u"),
        ("", "v"),
    )
    assert [(flag.row, flag.column, flag.flag) for flag in table.flags] == [
        (2, 1, CellFlag.DATE),
        (3, 0, CellFlag.LONG_NUMBER),
        (7, 0, CellFlag.MERGED),
    ]


def test_the_content_decides_and_not_the_name(reads: Reads) -> None:
    assert reads(b"id;v\n203;a\n", "cases.xls").columns == ("id", "v")
    assert reads(xlsx(HEADER), "cases.csv").columns == ("id", "v")
    assert reads(XLS.read_bytes(), "cases").sheet == "Casos"
    assert reads(ods({"A": ods_row(ods_cell("id"))}), "cases.xlsx").columns == ("id",)


@pytest.mark.parametrize(
    ("content", "name", "problem"),
    [
        (b"", "cases.csv", TableProblem.EMPTY),
        (b"%PDF-1.7\n1 0 obj", "cases.csv", TableProblem.NOT_A_TABLE),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "cases.csv", TableProblem.NOT_A_TABLE),
        (b"<html><table><tr><td>203", "cases.xls", TableProblem.NOT_A_TABLE),
        (bytes(range(32)) * 9, "cases.dat", TableProblem.NOT_A_TABLE),
        (b"id;v\n203;a\n", "cases.xlsx", TableProblem.DAMAGED),
        (packed({"word/document.xml": "<a/>"}), "cases.docx", TableProblem.NOT_A_TABLE),
        (b"PK\x03\x04 no archive", "cases.xlsx", TableProblem.DAMAGED),
        (xlsx(HEADER)[:-200], "cases.xlsx", TableProblem.DAMAGED),
        (xlsx(HEADER + "<row"), "cases.xlsx", TableProblem.DAMAGED),
        (xlsx(row('<c r="ABCD1"><v>1</v></c>')), "cases.xlsx", TableProblem.DAMAGED),
        (XLS.read_bytes()[:1_000], "cases.xls", TableProblem.DAMAGED),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "c.xlsx", TableProblem.PROTECTED),
        (ods({"A": ods_row(ods_cell("id"))}, protected=True), "cases.ods", TableProblem.PROTECTED),
        (xlsx(row(number("A1", "1"), number("XFD1048576", "1"))), "cases.xlsx", TableProblem.TOO_LARGE),
        (ods({"A": ods_row(ods_cell("x"), repeated=99_000_000)}), "cases.ods", TableProblem.TOO_LARGE),
    ],
)  # fmt: skip
def test_files_that_are_not_read(reads: Reads, content: bytes, name: str, problem: TableProblem) -> None:
    assert problem_of(reads, content, name) is problem


def test_a_protected_xls(reads: Reads) -> None:
    content = XLS.read_bytes()
    start = content.index(b"\x09\x08\x10\x00\x00\x06\x05\x00") + 20
    record = struct.pack("<HH", 0x2F, 6) + bytes(6)
    assert (
        problem_of(reads, content[:start] + record + content[start + len(record) :], "cases.xls")
        is TableProblem.PROTECTED
    )


def test_an_archive_that_unpacks_to_too_much(reads: Reads) -> None:
    large = packed({**xlsx_parts({"A": HEADER}), "xl/media/a": b"\0" * 501_000_000})
    assert len(large) < 1_000_000
    assert problem_of(reads, large) is TableProblem.TOO_LARGE
    understated = large.replace(struct.pack("<I", 501_000_000), struct.pack("<I", 1_000))
    assert problem_of(reads, understated) is TableProblem.DAMAGED


def test_a_part_with_entities_of_its_own_is_refused(reads: Reads) -> None:
    parts = xlsx_parts({"A": HEADER})
    parts["xl/worksheets/s1.xml"] = f'<!DOCTYPE a [<!ENTITY b "bbbb">]>{parts["xl/worksheets/s1.xml"]!s}'
    assert problem_of(reads, packed(parts)) is TableProblem.DAMAGED


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in ("none.csv", "none.xlsx"):
        with pytest.raises(TableError) as caught:
            read_table(tmp_path / name)
        assert (caught.value.problem, bool(caught.value.words)) == (TableProblem.UNREADABLE, True)
    with pytest.raises(TableError) as caught:
        read_table(tmp_path)
    assert caught.value.problem is TableProblem.UNREADABLE


@pytest.mark.parametrize(("place", "byte"), [(2011, 247), (1514, 96)])
def test_a_damaged_xls_ends_its_process_only(reads: Reads, place: int, byte: int) -> None:
    """The reader aborts for want of 100 GB, or panics."""
    wrong = bytearray(XLS.read_bytes())
    wrong[place] = byte
    assert problem_of(reads, bytes(wrong), "cases.xls") is TableProblem.DAMAGED


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(TableError) as caught:
        read_sheet(XLS, "")
    assert caught.value.problem is TableProblem.NO_LIBRARY


def test_rows_beyond_a_batch_are_told(reads: Reads) -> None:
    rows = "".join(
        f"<row><c><v>{case}</v></c><c t='inlineStr'><is><t>alta</t></is></c></row>" for case in range(1, 101_502)
    )
    table = reads(xlsx(rows))
    assert (len(table.rows), table.has_more, table.rows[-1]) == (100_000, True, ("100000", "alta"))


@pytest.mark.parametrize("given", [b"", b"{}", b"\xff"])
def test_the_process_without_a_request_ends_silently(given: bytes) -> None:
    command = [sys.executable, "-m", "caseeditor", TABLE_HELPER_ARGUMENT]
    ran = subprocess.run(command, input=given, capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, b"", b"")
