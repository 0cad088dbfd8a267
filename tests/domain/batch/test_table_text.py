"""Tables in text files of any encoding and separator: each cell is the text as written."""

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.batch.batch import MOST_ROWS
from caseeditor.domain.batch.tables.table import CellFlag, Flag, Table, TableError, TableProblem, TextForm
from caseeditor.domain.batch.tables.table_shape import NO_HEADER
from caseeditor.domain.batch.tables.table_text import ENCODINGS, SEPARATORS, detect_form, read_text

BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


def read(text: str, encoding: str = "utf-8", header: int | None = None) -> Table:
    return read_text(text.encode(encoding), None, header)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("has_bom", [False, True])
@pytest.mark.parametrize("separator", SEPARATORS)
def test_encoding_and_separator_are_detected(encoding: str, separator: str, *, has_bom: bool) -> None:
    rows = [["id", "prioridad", "nota"], ["203", "alta", "señaló"], ["204", "", "1,5 €; sí | \t dos\r\nlíneas"]]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    bom = BOMS.get(encoding, b"") if has_bom else b""
    table = read_text(bom + out.getvalue().encode(encoding))
    assert table.form == TextForm(encoding, separator)
    assert [list(table.columns), *map(list, table.rows)] == rows
    assert table.header == 0


def writes_itself(encoding: str) -> st.SearchStrategy[str]:
    """Return texts that an encoding has; no byte order mark, which may start a file."""
    if encoding == "windows-1252":
        return st.text(st.sampled_from([*map(chr, range(1, 128)), *"áéíñç€ß„“"]), max_size=8)
    return st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0"), max_size=8)


@given(st.data(), st.sampled_from(ENCODINGS), st.sampled_from(SEPARATORS), st.booleans())
def test_each_cell_is_read_as_written(data: st.DataObject, encoding: str, separator: str, has_bom: bool) -> None:
    cell = writes_itself(encoding)
    width = data.draw(st.integers(2, 4))
    rows = data.draw(st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=6))
    rows[0][-1] += "x"  # or its last columns may have no text at all
    rows[0][0] = f"id{rows[0][0]}"
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    bom = BOMS.get(encoding, b"") if has_bom else b""
    table = read_text(bom + out.getvalue().encode(encoding), TextForm(encoding, separator), NO_HEADER)
    assert [list(row) for row in table.rows] == rows
    assert table.header is None


def test_decimal_commas_do_not_separate() -> None:
    assert read("203;1,5\n204;2,5\n").rows == (("203", "1,5"), ("204", "2,5"))
    assert read("id,nota\n203,hola; mundo\n204,a; b\n").rows == (("203", "hola; mundo"), ("204", "a; b"))


def test_the_line_of_excel_names_the_separator() -> None:
    table = read("sep=|\nid|v\n203|a;b\n")
    assert (table.form, table.columns, table.rows) == (TextForm("utf-8", "|"), ("id", "v"), (("203", "a;b"),))
    chosen = read_text(b"sep=;\nid,v\n203,x\n", TextForm("utf-8", ","))
    assert (chosen.columns, chosen.rows) == (("id", "v"), (("203", "x"),))


@pytest.mark.parametrize(
    ("text", "header", "columns"),
    [
        ("Campaña de enero\n\nid;prioridad\n203;alta\n204;baja\n", 1, ("id", "prioridad")),
        ("Enero;2026\nPara;Lucía\nCaso;Prioridad;Estado\n203;alta;a\n204;baja;b\n", 2, ("Caso", "Prioridad", "Estado")),
        ("Enero\ncliente;zona\n203;alta;x\n204;baja;y\n", 1, ("cliente", "zona", "C")),
        ("id,v\n203,\n204,\n", 0, ("id", "v")),
        ("203;alta\n204;baja\n", None, ("A", "B")),
        ("https://a.example/case/203;alta\n", None, ("A", "B")),
        ("id\n203\n204\n", 0, ("id",)),
        ("203\n204\n", None, ("A",)),
        ("Lista\nid\n203\n", 1, ("id",)),
    ],
)
def test_the_header_is_found(text: str, header: int | None, columns: tuple[str, ...]) -> None:
    table = read(text)
    assert (table.header, table.columns) == (header, columns)


def test_the_header_can_be_chosen() -> None:
    text = "Campaña\nid;prioridad\n203;alta\n"
    assert read(text, header=NO_HEADER).rows == (("Campaña", ""), ("id", "prioridad"), ("203", "alta"))
    assert read(text, header=0).columns == ("Campaña", "B")
    table = read(text, header=2)
    assert (table.columns, table.rows, table.header) == (("203", "alta"), (), 2)
    assert read(text, header=7).rows == ()


def test_ragged_rows_are_filled_up_and_surplus_cells_have_columns() -> None:
    table = read("id;v\n203\n204;a;b;c\n")
    assert table.columns == ("id", "v", "C", "D")
    assert table.rows == (("203", "", "", ""), ("204", "a", "b", "c"))


def test_separators_at_the_ends_of_lines_make_no_column() -> None:
    assert read("id;v;\n203;a;\n").columns == ("id", "v")


def test_names_are_safe_and_unique() -> None:
    table = read("id;{nota};v;v;;dos  líneas\n203;a;b;c;d;e\n")
    assert table.columns == ("id", "(nota)", "v", "v (2)", "E", "dos líneas")


def test_one_column_of_texts_with_commas_stays_one() -> None:
    table = read("nota\nhola, mundo\nadiós\nsí\n")
    assert (table.columns, table.rows[0]) == (("nota",), ("hola, mundo",))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_blank_lines(end: str) -> None:
    assert read(end.join(["id;v", "", "203;a", "", "204;b"])).rows == (("203", "a"), ("204", "b"))


def test_a_nul_is_kept() -> None:
    assert read("id,v\n203,a\0b\n204,c\n").rows[0] == ("203", "a\0b")


def test_a_cell_of_a_million_characters() -> None:
    assert len(read(f"id;v\n203;{'x' * 1_000_000}\n").rows[0][1]) == 1_000_000


@pytest.mark.parametrize("content", [b"", codecs.BOM_UTF8, b"\n\n", b"sep=;\n"])
def test_an_empty_file(content: bytes) -> None:
    with pytest.raises(TableError) as caught:
        read_text(content)
    assert caught.value.problem is TableProblem.EMPTY


def test_an_open_quotation_mark_does_not_swallow_rows_silently() -> None:
    with pytest.raises(TableError) as caught:
        read('id,nota\n203,a\n204,"open\n205,b\n')
    assert (caught.value.problem, caught.value.words) == (TableProblem.OPEN_QUOTE, "3")


@pytest.mark.parametrize("separator", ["", "\n", '"', "ab"])
def test_an_impossible_separator(separator: str) -> None:
    with pytest.raises(TableError) as caught:
        read_text(b"id\n203\n", TextForm("utf-8", separator))
    assert caught.value.problem is TableProblem.NOT_A_TABLE


def test_100_megabytes_are_read_up_to_the_rows_of_a_batch() -> None:
    row = b"2000001;" + b"texto de la nota, " * 56 + b"\r\n"
    content = b"id;nota\r\n" + row * (100_000_000 // len(row) + 3_000)
    assert len(content) > 100_000_000
    table = read_text(content)
    assert (len(table.rows), table.has_more) == (MOST_ROWS, content.count(b"\n") > MOST_ROWS + 1)


def test_rows_beyond_a_batch_are_told() -> None:
    assert read("id\n" + "203\n" * MOST_ROWS).has_more is False
    table = read("id\n" + "203\n" * (MOST_ROWS + 1))
    assert (len(table.rows), table.has_more) == (MOST_ROWS, True)
    assert read("id\n" + "203\n" * (MOST_ROWS + 5_000)).has_more is True


def test_too_many_cells() -> None:
    with pytest.raises(TableError) as caught:
        read("a," * 11_000_000)
    assert caught.value.problem is TableProblem.TOO_LARGE


def test_characters_that_the_encoding_lacks_are_flagged() -> None:
    table = read_text("id;v\n203;señal\n".encode("windows-1252"), TextForm("utf-8", ";"))
    assert (table.rows, table.flags) == ((("203", "se\ufffdal"),), (Flag(0, 1, CellFlag.NOT_DECODED),))


def test_utf_8_with_a_fault_stays_utf_8() -> None:
    content = "id;v\n203;señaló así, añadió más\n".encode()
    assert detect_form(content + b"204;\xff\n").encoding == "utf-8"
    assert detect_form(content[:-3]).encoding == "utf-8"
    assert detect_form("id;v\n203;señal\n".encode("windows-1252")).encoding == "windows-1252"


@pytest.mark.parametrize(
    ("cell", "flag"),
    [
        ("1.23E+11", CellFlag.EXPONENT),
        ("1,23e11", CellFlag.EXPONENT),
        ("1234567890123456", CellFlag.LONG_NUMBER),
        ("123456789012345", None),
        ("00123", None),
        ("03/04/2026", CellFlag.DATE),
        ("13/04/2026", None),
        ("04/04/2026", None),
        ("2-mar", CellFlag.DATE),
        ("ene-26", CellFlag.DATE),
        ("2026-04-03", None),
        ("marzo", None),
    ],
)
def test_doubtful_cells_are_flagged_and_unchanged(cell: str, flag: CellFlag | None) -> None:
    table = read(f"id;v\n203;{cell}\n")
    assert table.rows[0][1] == cell
    assert [each.flag for each in table.flags] == ([flag] if flag else [])
