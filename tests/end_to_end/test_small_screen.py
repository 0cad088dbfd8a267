"""The smallest supported screen, 1366 × 768: measured over the accessibility bus."""

from itertools import pairwise

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import QUICK, StartProgram

WITH_NOTES = "401"
FOOT = (
    ("text", "New note"),
    ("push button", "Add note"),
    ("push button", "Submit"),
    ("push button", "Submit and next"),
)


def test_ten_rows_of_the_queue_are_in_sight(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url, WITH_NOTES, command=QUICK)
    editor.wait_title(f"– {WITH_NOTES} –")
    editor.fill_screen()
    editor.until("ten rows", lambda: editor.shown_whole("Queue"), lambda rows: rows >= 10)
    assert all(editor.is_on_screen(role, name) for role, name in FOOT)
    assert editor.is_on_screen("table", "Attributes")
    assert editor.is_on_screen("tree", "Contact and profiles")


def test_with_larger_text_three_notes_the_field_and_submit_are_in_sight(
    program: StartProgram, server: DemoServer
) -> None:
    editor = program("--server", server.url, WITH_NOTES, command=QUICK)
    editor.wait_title(f"– {WITH_NOTES} –")
    editor.fill_screen()
    editor.press("ctrl+plus", "ctrl+plus", "ctrl+plus")
    editor.wait_announced("Text size: 150 %")
    editor.until("three notes", lambda: editor.shown_whole("Notes"), lambda notes: notes >= 3)
    assert all(editor.is_on_screen(role, name) for role, name in FOOT)
    editor.click("Contact and attributes", "check box")
    editor.until("the contact", lambda: editor.is_on_screen("tree", "Contact and profiles"))


def test_with_the_largest_text_nothing_lies_over_anything_else(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url, WITH_NOTES, command=QUICK)
    editor.wait_title(f"– {WITH_NOTES} –")
    editor.fill_screen()
    editor.press(*["ctrl+plus"] * 5)
    editor.wait_announced("Text size: 200 %")
    fields = [editor.extents(editor.wait_for("text", name)) for name in ("Subject", "New tag", "New note")]
    for above, below in pairwise(fields):
        assert above.y + above.height <= below.y
    notes = editor.extents(editor.wait_for("list", "Notes"))
    assert fields[1].y + fields[1].height <= notes.y
    assert notes.y + notes.height <= fields[2].y
    assert editor.extents(editor.wait_for("list", "Queue")).width > 300
