"""The attribute grid and a real clipboard: columns, records and cells; and column widths that persist."""

from collections.abc import Iterator

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Extents, Program
from tests.end_to_end.typed_case_fixture import TOKEN
from tests.support.http_stub import HttpStub, answer, case

FIELDS = {"plan": "Pyme", "región": "", "zona": "", "partes": {"a": 1}}


@pytest.fixture
def stub(desktop: Desktop) -> Iterator[HttpStub]:
    with HttpStub({"case/203": answer(case(203, **FIELDS))}) as stub:
        desktop.store_secret("caseeditor", stub.url, TOKEN)
        yield stub


@pytest.fixture
def editor(stub: HttpStub, program: StartProgram) -> Program:
    editor = program("--server", stub.url, "203")
    editor.wait_title("– 203 –")
    return editor


def copy(desktop: Desktop, text: str) -> None:
    """Copy a text in another program, which stays open to serve it."""
    desktop.run("sh", "-c", "xclip -selection clipboard >/dev/null 2>&1", stdin=text).check_returncode()


def paste(editor: Program, text: str, row: int, column: int) -> None:
    copy(editor.desktop, text)
    editor.click_cell("Attributes", row, column)
    editor.press("ctrl+v")


def wait_values(editor: Program, *values: str) -> None:
    editor.until("the values", lambda: [row[1] for row in editor.table("Attributes")][: len(values)], [*values].__eq__)


def test_a_column_from_a_spreadsheet_fills_downwards(editor: Program) -> None:
    paste(editor, "10:30\r\na=b\r\n", 1, 1)
    wait_values(editor, "Pyme", "10:30", "a=b")
    editor.press("ctrl+z")
    wait_values(editor, "Pyme", "", "")
    paste(editor, "uno\ndos\ntres", 0, 1)
    editor.wait_for("dialog", "Paste attributes")
    editor.click("Replace")
    wait_values(editor, "uno", "dos", "tres")
    paste(editor, "x\ny\nz\n", 2, 1)
    editor.click("Replace")
    editor.wait_status("Values pasted: 1. Press Ctrl+Z to undo. Lines that don't fit below the last row: 1 (“z”).")
    editor.wait_label("“partes” can't be changed, so “y” isn't pasted.")


def test_a_quoted_cell_is_one_value(editor: Program) -> None:
    paste(editor, '"uno\r\ndos"\r\n', 1, 1)
    wait_values(editor, "Pyme", "uno ↵ dos", "")


def test_a_record_of_an_export_is_pasted_and_submitted_without_its_id(desktop: Desktop, program: StartProgram) -> None:
    with DemoServer(token=TOKEN) as server:
        desktop.store_secret("caseeditor", server.url, TOKEN)
        editor = program("--server", server.url, "203")
        editor.wait_title("– 203 –")
        copy(desktop, '"id";"prioridad";"motivo"\r\n"204";"alta";"se cayó; otra vez"\r\n')
        editor.press("ctrl+4", "ctrl+v")
        editor.click("Leave out id")
        editor.press("ctrl+Return")
        editor.wait_status("Submitted: stored at ")
        stored = server.case(203)
        assert (stored["prioridad"], stored["motivo"]) == ("alta", "se cayó; otra vez")


def test_a_json_list_where_a_name_would_be_is_no_name(editor: Program) -> None:
    paste(editor, '["a","b"]', 4, 0)
    editor.wait_status("Nothing was pasted. Line 1: this JSON isn't an object, so it has no names.")
    assert [row[0] for row in editor.table("Attributes")] == [*FIELDS, ""]


def test_a_path_in_bulk_text_is_shown_as_it_is_read_and_can_be_kept(editor: Program) -> None:
    editor.focus("More for attributes", "button menu")
    editor.press("space", "Down", "Return")
    editor.wait_for("dialog", "Edit as text")
    copy(editor.desktop, "región=C:\\temp\\nuevo\r\nzona\tsur\r\n")
    editor.focus("Attributes as text")
    editor.press("ctrl+a", "ctrl+v")
    editor.click("Apply")
    told = ["Line 1: “\\t” is a tab, “\\n” is a line break"]
    editor.until("the list", lambda: [item.name for item in editor.items("Lines with backslashes")], told.__eq__)
    editor.click("Keep backslashes")
    editor.gone("dialog", "Edit as text")
    wait_values(editor, "Pyme", "C:\\temp\\nuevo", "sur")


def cell(editor: Program, column: int) -> Extents:
    return editor.extents(editor._cell("Attributes", 0, column)[1])  # noqa: SLF001 - no public method returns widths


def test_a_column_is_as_wide_at_the_next_start(editor: Program, program: StartProgram, stub: HttpStub) -> None:
    name, value = cell(editor, 0), cell(editor, 1)
    y = name.y - name.height // 2
    drag = ["mousemove", str(value.x), str(y), "mousedown", "1"]
    for x in range(value.x, value.x - 41, -10):
        drag += ["mousemove", str(x), str(y)]
    editor.activate()
    editor.desktop.run("xdotool", *drag, "mouseup", "1").check_returncode()
    made = editor.until("a narrower column", lambda: cell(editor, 0).width, lambda width: width < name.width - 20)
    editor.close_window()
    assert editor.wait_exit(5) == 0
    again = program("--server", stub.url, "203")
    again.wait_title("– 203 –")
    again.until("the same width", lambda: cell(again, 0).width, made.__eq__)
