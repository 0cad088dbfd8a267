"""Every function by keyboard, from any focus."""

from collections.abc import Iterator

import pytest

from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN, TypedCaseFixture
from tests.support.http_stub import HttpStub, answer, case

ATTRIBUTES = {"plan": "Pyme", "región": "norte"}


@pytest.fixture
def editor(desktop: Desktop, program: StartProgram) -> Iterator[Program]:
    """Open a case with a tag, a note and two attributes."""
    contact = {"id": 1, "name": "Juan Perez", "profiles": [{"source": "twitter", "name": "Juan"}]}
    notes = [{"date": 1431371012000, "text": "Una nota", "userName": "lucia"}]
    with HttpStub({"case/203": answer(case(203, contact=contact, notes=notes, **ATTRIBUTES))}) as stub:
        desktop.store_secret("caseeditor", stub.url, TOKEN)
        editor = program("--server", stub.url, "203")
        editor.wait_title("– 203 –")
        yield editor


def test_enter_in_case_id_opens_and_the_focus_goes_to_the_subject(editor: Program) -> None:
    editor.press("ctrl+l")
    editor.wait_focus("Case id or link")
    editor.type_text("#204")
    editor.press("Return")
    editor.wait_title("– 204 –")
    editor.wait_focus("Subject")
    assert editor.text("Case id or link") == ""


def test_tab_in_a_name_goes_on_to_its_value_and_typing_edits(editor: Program) -> None:
    editor.click_cell("Attributes", 2, 0)
    editor.type_text("prioridad")
    editor.press("Tab")
    editor.type_text("alta")
    editor.press("Return")
    editor.until("the new row", lambda: editor.table("Attributes")[2][:2], lambda row: row == ["prioridad", "alta"])
    assert editor.table("Attributes")[3] == ["", "", ""]


def test_typing_on_a_value_replaces_it_and_escape_leaves_it(editor: Program) -> None:
    editor.click_cell("Attributes", 0, 1)
    editor.type_text("Empresa")
    editor.press("Return")
    editor.until("the new value", lambda: editor.cell_text("Attributes", 0, 1), lambda text: text == "Empresa")
    assert editor.cell_text("Attributes", 0, 2) == "Pyme"
    editor.click_cell("Attributes", 1, 1)
    editor.type_text("sur")
    editor.press("Escape", "ctrl+Return")
    editor.until("an outcome", lambda: editor.status().startswith("Submitted"))
    assert editor.cell_text("Attributes", 1, 1) == "norte"


@pytest.mark.parametrize("redo", ["ctrl+y", "ctrl+shift+z"])
def test_in_a_value_that_is_edited_both_keys_redo_what_was_typed(editor: Program, redo: str) -> None:
    editor.click_cell("Attributes", 0, 1, times=2)
    editor.type_text("Empresa")
    editor.press("ctrl+z", redo, "Return")
    editor.until("the new value", lambda: editor.cell_text("Attributes", 0, 1), lambda text: text == "Empresa")


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("text", "Case id or link"),
        ("text", "Subject"),
        ("text", "New tag"),
        ("text", "New note"),
        ("list", "Tags"),
        ("list", "Notes"),
        ("table", "Attributes"),
        ("tree", "Contact and profiles"),
        ("push button", "Submit"),
    ],
)
def test_undo_and_redo_act_on_the_case_wherever_the_focus_is(
    typed_case: TypedCaseFixture, role: str, name: str
) -> None:
    typed_case.editor.click("Remove tag vip")
    typed_case.editor.wait_for("push button", "Keep tag vip")
    typed_case.editor.focus(name, role)
    typed_case.editor.press("ctrl+z")
    typed_case.editor.wait_for("push button", "Remove tag vip")
    typed_case.editor.press("ctrl+y")
    typed_case.editor.wait_for("push button", "Keep tag vip")
    typed_case.editor.press("ctrl+z")
    typed_case.editor.wait_for("push button", "Remove tag vip")
    assert typed_case.is_untouched()
