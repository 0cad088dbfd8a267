"""Defects that heavy typists report of other programs: no typed text is lost or reaches the wrong field."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program

Copy = Callable[..., None]
NO_TEXT = "Nothing was pasted: there is no text on the clipboard."


@pytest.fixture
def editor(server: DemoServer, program: StartProgram) -> Program:
    editor = program("--server", server.url, "215")
    editor.wait_title("– 215 –")
    return editor


@pytest.fixture
def elsewhere(desktop: Desktop, tmp_path: Path) -> Iterator[Program]:
    """Open another program's window."""
    with Program(desktop, home=tmp_path / "elsewhere") as other:
        other.wait_window()
        yield other


@pytest.fixture
def copy(desktop: Desktop) -> Copy:
    """Copy a text, or data of another type, in another program."""

    def put(text: str, kind: str = "UTF8_STRING") -> None:
        command = f"xclip -selection clipboard -t {kind} >/dev/null 2>&1"
        desktop.run("sh", "-c", command, stdin=text).check_returncode()

    return put


def clipboard(editor: Program) -> str:
    return editor.desktop.run("xclip", "-selection", "clipboard", "-o").stdout


def value(editor: Program) -> str:
    return editor.cell_text("Attributes", 0, 1)


def wait_value(editor: Program, wanted: str) -> None:
    editor.until(f"the value {wanted!r}", lambda: value(editor), wanted.__eq__)


def newest(editor: Program) -> str:
    return editor.items("Notes")[0].name


def wait_newest(editor: Program, wanted: str) -> None:
    editor.until(f"the note {wanted!r}", lambda: newest(editor), wanted.__eq__)


def edit_note(editor: Program, text: str) -> None:
    """Open the editor of a pending note, with the cursor at the end."""
    editor.focus("New note")
    editor.type_text(text)
    editor.click("Add note")
    wait_newest(editor, f"new: {text}")
    editor.click("Edit note")
    editor.until("the editor", editor.focused, ("", "").__eq__)  # it is absent from the accessibility tree
    editor.press("ctrl+End")


# Undo.


def test_undo_takes_back_what_was_pasted_and_no_more(editor: Program, copy: Copy) -> None:
    copy("differential")
    editor.focus("New note")
    editor.type_text("pseudo")
    editor.press("ctrl+v")
    editor.type_text("s")
    editor.wait_text("New note", "pseudodifferentials")
    editor.press("ctrl+z")
    editor.wait_text("New note", "pseudodifferential")
    editor.press("ctrl+z")
    editor.wait_text("New note", "pseudo")


@pytest.mark.parametrize("keys", [("ctrl+a", "Delete"), ("ctrl+a", "x"), ("shift+Home", "BackSpace")])
def test_undo_brings_back_what_was_selected_and_lost_by_a_key(editor: Program, keys: tuple[str, ...]) -> None:
    editor.focus("New note")
    editor.type_text("Pide Reembolso")
    editor.press(*keys)
    editor.wait_text("New note", "x" if "x" in keys else "")
    editor.press("ctrl+z")
    editor.wait_text("New note", "Pide Reembolso")


def test_undo_goes_word_by_word_before_a_signature_too(editor: Program, copy: Copy) -> None:
    copy("Saludos, Ana.")
    editor.focus("New note")
    editor.press("ctrl+v", "Home")
    editor.type_text("Hola Juan ")
    editor.wait_text("New note", "Hola Juan Saludos, Ana.")
    editor.press("ctrl+z")
    editor.wait_text("New note", "Hola Saludos, Ana.")


# Switching to another program and back.


def test_a_value_goes_on_after_another_program_was_looked_at(editor: Program, elsewhere: Program, copy: Copy) -> None:
    editor.click_cell("Attributes", 0, 1)
    editor.type_text("Calle Mayor ")
    copy("12")
    elsewhere.activate()
    editor.press("ctrl+v", "Return")
    wait_value(editor, "Calle Mayor 12")


def test_a_pending_note_goes_on_after_another_program_was_looked_at(editor: Program, elsewhere: Program) -> None:
    edit_note(editor, "Llamar")
    elsewhere.activate()
    editor.type_text(" a las 10")
    editor.focus("Subject")
    wait_newest(editor, "new: Llamar a las 10")


# Editing a pending note.


def test_undo_while_a_note_is_edited_takes_back_its_words_only(editor: Program) -> None:
    edit_note(editor, "Llamar")
    editor.type_text(" hoy")
    editor.press("ctrl+z")
    editor.focus("Subject")
    wait_newest(editor, "new: Llamar")
    assert editor.text("New note") == ""
    assert editor.output() == ""


def test_discarding_while_a_note_is_edited_loses_nothing(editor: Program) -> None:
    edit_note(editor, "Llamar")
    editor.type_text(" hoy")
    editor.menu("Edit", "Discard changes")
    editor.wait_status("Changes discarded.")
    editor.press("ctrl+z")
    wait_newest(editor, "new: Llamar hoy")
    assert editor.output() == ""


def test_what_escape_took_from_a_note_comes_back(editor: Program) -> None:
    edit_note(editor, "Llamar")
    editor.type_text(" hoy")
    editor.press("Escape")
    wait_newest(editor, "new: Llamar")
    editor.wait_status("Left as it was. Press Ctrl+Z to get your text back.")
    editor.press("ctrl+z")
    wait_newest(editor, "new: Llamar hoy")


def test_what_escape_took_from_a_value_comes_back(editor: Program) -> None:
    before = value(editor)
    editor.click_cell("Attributes", 0, 1)
    editor.type_text("media hora de trabajo")
    editor.press("Escape")
    wait_value(editor, before)
    editor.wait_status("Left as it was. Press Ctrl+Z to get your text back.")
    editor.press("ctrl+z")
    wait_value(editor, "media hora de trabajo")
    editor.press("ctrl+z")
    wait_value(editor, before)
    editor.wait_title(lambda title: not title.endswith("*"))


# A power cut.


def test_what_stands_in_an_open_editor_is_there_after_a_power_cut(
    editor: Program, server: DemoServer, program: StartProgram
) -> None:
    edit_note(editor, "Llamar")
    editor.type_text(" hoy")
    editor.until("the draft", lambda: "Llamar hoy" in editor.written())
    editor.kill()
    again = program("--server", server.url, "215")
    again.wait_title("– 215 –")
    wait_newest(again, "new: Llamar hoy")
    again.click_cell("Attributes", 0, 1)
    again.type_text("tecleado")
    again.until("the draft", lambda: "tecleado" in again.written())
    again.kill()
    third = program("--server", server.url, "215")
    third.wait_title("– 215 –")
    wait_value(third, "tecleado")


# Completion while typing.


def test_keys_go_where_the_focus_went_while_tags_were_offered(editor: Program) -> None:
    for number in ("208", "215"):  # completion offers the tags of other cases
        editor.open_case(number)
        editor.wait_title(f"– {number} –")
    editor.focus("New tag")
    editor.type_text("vi")
    editor.until("the offers", lambda: "Known tags" in editor.wait_for("text", "New tag").description)
    editor.press("ctrl+l")
    editor.desktop.type_text("205")
    editor.wait_text("Case id or link", "205")
    assert editor.text("New tag") == "vi"


# The clipboard.


def test_copying_nothing_leaves_the_clipboard(editor: Program, copy: Copy) -> None:
    copy("precious")
    editor.click_cell("Attributes", len(editor.table("Attributes")) - 1, 0)
    editor.press("ctrl+c")
    editor.wait_status("Nothing was copied: there is no text here.")
    assert clipboard(editor) == "precious"


def test_a_value_is_cut(editor: Program, copy: Copy) -> None:
    before = value(editor)
    copy("something else")
    editor.click_cell("Attributes", 0, 1)
    editor.press("ctrl+x")
    wait_value(editor, "")
    assert clipboard(editor) == before
    editor.press("ctrl+z")
    wait_value(editor, before)


@pytest.mark.parametrize("keys", ["ctrl+v", "ctrl+shift+v", "shift+Insert"])
def test_text_with_looks_alone_is_pasted_as_text(editor: Program, copy: Copy, keys: str) -> None:
    copy("<p>Hola <b>Ana</b> &amp; Co</p>", "text/html")
    editor.focus("New note")
    editor.press(keys)
    editor.wait_text("New note", "Hola Ana & Co")
    editor.focus("Subject")
    editor.press("ctrl+a", keys)
    editor.wait_text("Subject", "Hola Ana & Co")
    editor.click_cell("Attributes", 0, 1)
    editor.press(keys)
    wait_value(editor, "Hola Ana & Co")


@pytest.mark.parametrize("name", ["New note", "Subject"])
def test_a_picture_is_said_to_be_no_text_and_what_is_selected_stays(editor: Program, copy: Copy, name: str) -> None:
    copy("no picture, but called one", "image/png")
    editor.focus(name)
    editor.press("ctrl+a", "Delete")
    editor.type_text("hola")
    editor.press("ctrl+a", "ctrl+v")
    editor.wait_status(NO_TEXT)
    assert editor.text(name) == "hola"
