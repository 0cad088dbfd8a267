"""The attribute grid in the real window: filter, clipboard, bulk text, known names, Submit that jumps to a row."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN
from tests.support.http_stub import HttpStub, answer, case

LISTED = "Line 2: “\\n” is a line break"
FIELDS = {"plan": "Pyme", "región": "norte", "zona": " sur  "}


@pytest.fixture
def stub(desktop: Desktop) -> Iterator[HttpStub]:
    cases = {"case/203": answer(case(203, **FIELDS)), "case/204": answer(case(204))}
    with HttpStub(cases) as stub:
        desktop.store_secret("caseeditor", stub.url, TOKEN)
        yield stub


@pytest.fixture
def editor(stub: HttpStub, program: StartProgram) -> Program:
    editor = program("--server", stub.url, "203")
    editor.wait_title("– 203 –")
    return editor


def wait_names(editor: Program, *names: str) -> None:
    editor.until("the rows", lambda: [row[0] for row in editor.table("Attributes")], [*names, ""].__eq__)


def test_the_filter_shows_what_matches_and_enter_goes_there(editor: Program) -> None:
    editor.focus("Filter attributes")
    editor.type_text("REGION")
    wait_names(editor, "región")
    editor.press("Return")
    editor.type_text("sur")
    editor.press("Return")
    editor.until("the value", lambda: editor.cell_text("Attributes", 0, 1), "sur".__eq__)
    editor.focus("Filter attributes")
    editor.press("Escape")
    wait_names(editor, *FIELDS)


def test_rows_are_copied_and_pasted_as_one_step(editor: Program) -> None:
    editor.click_cell("Attributes", 2, 1)
    editor.press("ctrl+c")
    editor.click_cell("Attributes", 0, 1)
    editor.press("ctrl+v")
    editor.until("the value exactly", lambda: editor.cell_text("Attributes", 0, 1), FIELDS["zona"].__eq__)
    editor.press("ctrl+a", "ctrl+c", "Delete")
    editor.until("values emptied", lambda: editor.cell_text("Attributes", 1, 1), "".__eq__)
    editor.press("ctrl+v")
    editor.until("values again", lambda: [row[1] for row in editor.table("Attributes")][:2], [" sur  ", "norte"].__eq__)
    editor.press("ctrl+z", "ctrl+z", "ctrl+z")
    editor.until("the server's value", lambda: editor.cell_text("Attributes", 0, 1), "Pyme".__eq__)
    assert editor.cell_text("Attributes", 1, 1) == "norte"


def test_bulk_text_is_the_whole_grid_and_back(editor: Program) -> None:
    editor.focus("More for attributes", "button menu")
    editor.press("space", "Down", "Return")
    editor.wait_for("dialog", "Edit as text")
    assert editor.text("Attributes as text") == "plan=Pyme\nregión=norte\nzona=\\ssur \\s\n"
    editor.set_text("Attributes as text", "plan=Empresa\nnuevo=1\\n2\nno", window="Edit as text")
    editor.click("Apply")
    editor.wait_label("Lines with errors: 1")
    editor.set_text("Attributes as text", "plan=Empresa\nnuevo=1\\n2", window="Edit as text")
    editor.click("Apply")
    editor.until("the list", lambda: [item.name for item in editor.items("Lines with backslashes")], [LISTED].__eq__)
    editor.click("Apply")
    editor.gone("dialog", "Edit as text")
    wait_names(editor, *FIELDS, "nuevo")
    assert editor.table("Attributes")[0] == ["plan", "Empresa", "Pyme"]
    assert editor.cell_text("Attributes", 3, 1) == "1 ↵ 2"


def test_a_reserved_name_is_submitted_to_nobody_and_the_cursor_goes_there(editor: Program, stub: HttpStub) -> None:
    editor.click_cell("Attributes", 3, 0)
    editor.type_text("note")
    editor.press("Tab")
    editor.type_text("x")
    editor.press("Return")
    editor.focus("Subject")
    editor.press("ctrl+Return")
    editor.wait_status("Nothing was sent")
    editor.wait_focus("Attributes")
    editor.type_text("nota")
    editor.press("Return")
    wait_names(editor, *FIELDS, "nota")
    assert not [call for call in stub.heard if call.startswith("POST")]


def test_tab_stays_among_the_cells_and_escape_leaves(editor: Program) -> None:
    editor.click_cell("Attributes", 0, 1)
    editor.press("Tab")
    editor.type_text("sur")
    editor.press("Return")
    editor.until("the next value", lambda: editor.cell_text("Attributes", 1, 1), "sur".__eq__)
    editor.press("Escape")
    editor.until("another field", editor.focused, lambda focus: "cell" not in focus[0] and "table" not in focus[0])


def names_kept(home: Path) -> list[str]:
    """Read the remembered attribute names."""
    with closing(sqlite3.connect(next(home.rglob("caseeditor.sqlite")))) as database:
        return [name for (name,) in database.execute("SELECT name FROM name ORDER BY name")]


@pytest.mark.parametrize(
    ("keys", "name"), [(["Tab"], "re"), (["Down", "Tab"], "región"), (["Down", "Return"], "región")]
)
def test_a_name_seen_in_another_case_is_offered_and_is_taken_when_it_is_picked(
    editor: Program, home: Path, desktop: Desktop, keys: list[str], name: str
) -> None:
    editor.until("the names", lambda: names_kept(home), [*FIELDS].__eq__)
    editor.open_case("204")
    editor.wait_title("– 204 –")
    editor.click_cell("Attributes", 0, 0)
    desktop.type_text("re")
    editor.wait_for("list item", "región")
    desktop.press(*keys)
    if keys[-1] == "Tab":
        editor.type_text("1")
        editor.press("Return")
    wait_names(editor, name)
