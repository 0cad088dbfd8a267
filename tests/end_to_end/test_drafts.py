"""Unsubmitted text is restored at the next start, however the previous one ended."""

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import AT_CLOSING, QUICK, StartProgram
from tests.end_to_end.delivery_fixture import pending, posts
from tests.end_to_end.program import Item, Program

SUBJECT = "Año nuevo: 支払い 😀"
TYPED_NOTE = "A medio escribir\ny con dos líneas"


def type_everything(editor: Program, tag: str) -> None:
    """Make each kind of change in case 210, and leave a note and a tag that aren't added yet."""
    names = [row[0] for row in editor.table("Attributes")]
    editor.set_text("Subject", SUBJECT)
    editor.set_text("New note", "Primera nota")
    editor.click("Add note")
    editor.set_text("New note", TYPED_NOTE)
    editor.click(f"Remove tag {tag}")
    editor.set_text("New tag", "urg")
    editor.type_into_cell("Attributes", names.index("plan"), 1, "Pyme")
    editor.type_into_cell("Attributes", len(names) - 1, 0, "prioridad")
    editor.type_into_cell("Attributes", len(names) - 1, 1, "alta")


def see_everything(editor: Program, tag: str) -> None:
    editor.wait_title(f"{SUBJECT} – 210 – Case Editor*")
    assert editor.text("Subject") == SUBJECT
    assert editor.text("New note") == TYPED_NOTE
    assert pending(editor) == ["Primera nota"]
    assert editor.text("New tag") == "urg"
    assert Item(tag, "to be removed") in editor.items("Tags")
    cells = [row[:2] for row in editor.table("Attributes")]
    assert ["plan", "Pyme"] in cells
    assert cells[-2:] == [["prioridad", "alta"], ["", ""]]
    said = " ".join(editor.announcements())
    assert "lost" not in said
    assert "NOT saved" not in said
    assert editor.output() == ""


def test_a_draft_survives_kill_9_once_the_window_says_it_is_saved(program: StartProgram, server: DemoServer) -> None:
    tag = server.case(210)["tags"][0]
    editor = program("--server", server.url, "210", command=QUICK)
    editor.wait_title("– 210 –")
    type_everything(editor, tag)
    editor.wait_label("saved as a draft at")
    editor.kill()
    again = program()
    see_everything(again, tag)
    assert posts(server, 210) == []
    again.click("Submit")
    again.wait_status("Submitted: stored at")
    held = server.case(210)
    assert [note["text"] for note in held["notes"][-2:]] == ["Primera nota", TYPED_NOTE]
    assert (held["subject"], held["plan"], held["prioridad"]) == (SUBJECT, "Pyme", "alta")
    assert "urg" in held["tags"]
    assert tag not in held["tags"]


@pytest.mark.parametrize("how", ["the window is closed", "SIGTERM"])
def test_closing_keeps_what_was_typed_a_moment_before_and_asks_nothing(
    program: StartProgram, server: DemoServer, how: str
) -> None:
    editor = program("--server", server.url, "210", command=AT_CLOSING)
    editor.wait_title("– 210 –")
    editor.set_text("Subject", SUBJECT)
    editor.set_text("New note", TYPED_NOTE)
    if how == "SIGTERM":
        editor.terminate()
    else:
        editor.close_window()
    assert editor.wait_exit(4) == 0
    assert editor.output() == ""
    again = program()
    again.wait_title(f"{SUBJECT} – 210 – Case Editor*")
    assert again.text("New note") == TYPED_NOTE


def test_closing_keeps_what_stands_in_an_open_cell(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url, "210", command=AT_CLOSING)
    editor.wait_title("– 210 –")
    row = [cells[0] for cells in editor.table("Attributes")].index("plan")
    editor.click_cell("Attributes", row, 1, times=2)
    editor.type_text("Pyme")
    editor.close_window()  # X delivers this after the typed keys
    assert editor.wait_exit(4) == 0
    again = program()
    again.wait_title("– 210 –")
    again.until("the value", lambda: again.cell_text("Attributes", row, 1), lambda text: text == "Pyme")


def test_closing_a_tab_keeps_its_draft(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url, "210", command=AT_CLOSING)
    editor.wait_title("– 210 –")
    editor.set_text("Subject", SUBJECT)
    editor.press("ctrl+w")
    editor.wait_title("Case Editor")
    editor.gone("text", "Subject")
    editor.open_case("210")
    editor.wait_title(f"{SUBJECT} – 210 – Case Editor*")
    assert editor.text("Subject") == SUBJECT


def test_a_start_with_a_case_shows_that_case_beside_the_tabs_there_were(
    program: StartProgram, server: DemoServer
) -> None:
    editor = program("--server", server.url, "210", command=QUICK)
    editor.wait_title("– 210 –")
    editor.set_text("Subject", SUBJECT)
    editor.wait_label("saved as a draft at")
    editor.kill()
    again = program("211")
    again.until("both tabs", lambda: [tab.name.split()[0] for tab in again.find("page tab")], {"210", "211"}.issubset)
    again.wait_title("– 211 –")
    again.open_case("210")
    again.wait_title(f"{SUBJECT} – 210 – Case Editor*")
