"""A header with one record, as in ticket exports, and JSON with one record."""

from collections.abc import Callable

import pytest

from caseeditor.domain.editing.attribute_text import Error, Flaw, Table, read, read_bulk
from caseeditor.domain.editing.edit import Row

RECORD = (Row("id", "204"), Row("asunto", "Hola"), Row("estado", "abierto"))


@pytest.mark.parametrize(
    "text",
    [
        "id\tasunto\testado\n204\tHola\tabierto",
        "id\tasunto\testado\r\n204\tHola\tabierto\r\n",
        "id;asunto;estado\n204;Hola;abierto\n",
        "id,asunto,estado\n204,Hola,abierto\n",
        '"id";"asunto";"estado"\r\n"204";"Hola";"abierto"\r\n',
        '"id","asunto","estado"\n"204","Hola","abierto"',
        "\ufeffid;asunto;estado\r\n204;Hola;abierto\r\n",
        "id;asunto;estado;\n204;Hola;abierto;\n",
        "\nid;asunto;estado\n\n204;Hola;abierto\n",
        '[{"id": 204, "asunto": "Hola", "estado": "abierto"}]',
        ' [\n{"id": 204, "asunto": "Hola", "estado": "abierto"}\n]\n',
    ],
)
@pytest.mark.parametrize("reads", [read, read_bulk])
def test_a_header_and_a_record_are_its_names_and_values(text: str, reads: Callable[[str], Table]) -> None:
    assert reads(text).errors == ()
    assert reads(text).rows == RECORD


def test_the_cells_of_a_record_are_kept_exactly() -> None:
    text = '"id";"nota";"url";"vacío"\r\n"204";"uno\r\n""dos""; tres";https://x/?a=b;\r\n'
    assert read(text).rows == (
        Row("id", "204"),
        Row("nota", 'uno\r\n"dos"; tres'),
        Row("url", "https://x/?a=b"),
        Row("vacío", ""),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id\tasunto\testado\n204\tHola\tabierto\n205\tChau\tcerrado", 3),
        ("id;asunto;estado\n\n204;Hola;abierto\n205;Chau;cerrado\n206;Otro;x\n", 4),
        ('"id","asunto","estado"\n"204","Ho\nla","abierto"\n"205","Chau","cerrado"', 4),
    ],
)
def test_several_records_are_told_by_the_line_of_the_second(text: str, line: int) -> None:
    assert read(text).rows == ()
    assert read(text).errors == (Error(line, Flaw.RECORDS),)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("id;asunto;estado\n204;Hola\n", Error(1, Flaw.TOO_MANY_CELLS)),
        ("id;asunto;estado\n", Error(1, Flaw.TOO_MANY_CELLS)),
        ("a\t1\nb\t2\t3", Error(2, Flaw.TOO_MANY_CELLS)),
        ('[{"a": 1}, {"a": 2}]', Error(1, Flaw.RECORDS)),
        ("[true, false]", Error(1, Flaw.NO_OBJECT)),
        ('["a","b"]', Error(1, Flaw.NO_OBJECT)),
        ("[]", Error(1, Flaw.NO_OBJECT)),
        ("[[1]]", Error(1, Flaw.NO_OBJECT)),
        ('[{"a": 1, "a": 2}]', Error(1, Flaw.TWICE, "a")),
    ],
)
def test_what_is_no_single_record_is_told(text: str, error: Error) -> None:
    assert error in read(text).errors


def test_two_columns_are_names_and_values_and_no_record() -> None:
    assert read("id\testado\n204\tabierto").rows == (Row("id", "estado"), Row("204", "abierto"))


def test_null_is_left_out() -> None:
    assert read('{"a": null, "b": "", "c": "null"}').rows == (Row("b", ""), Row("c", "null"))
    assert read('[{"a": null, "b": 1}]').rows == (Row("b", "1"),)
    assert read('{"a": null}').rows == ()
