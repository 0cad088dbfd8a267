"""The list of cases and the tabs in the real window: search, opening, navigation, and restoring at the next start."""

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import QUICK, StartProgram
from tests.end_to_end.delivery_fixture import submit_note
from tests.end_to_end.program import Program


def started(program: StartProgram, server: DemoServer) -> Program:
    editor = program("--server", server.url, command=QUICK)
    editor.wait_label("signed in")
    return editor


def reads(server: DemoServer, number: int) -> int:
    return sum(request.path == f"/api/v2/case/{number}" for request in server.requests)


def search(editor: Program, **filters: str) -> None:
    """Search by keyboard, apart from the text in the fields."""
    editor.press("ctrl+shift+f")
    editor.wait_focus("State")
    for name, text in filters.items():
        editor.set_text(name.replace("_", " "), text)
    editor.press("Return")


def test_a_case_is_searched_for_and_opened_by_keyboard(program: StartProgram, server: DemoServer) -> None:
    editor = started(program, server)
    search(editor, Contact_ID="43")
    editor.wait_label("1 case as of ")
    editor.press("Down", "Return")
    editor.wait_title("Necesito ayuda !!! – 203 –")
    editor.wait_focus("Subject")


def test_several_cases_are_opened_at_once(program: StartProgram, server: DemoServer) -> None:
    editor = started(program, server)
    search(editor, State="Arrived", Has_tag="vip")
    editor.wait_label("cases as of ")
    first, second = (row[0].split()[0] for row in editor.table("Cases found")[:2])
    editor.press("Home", "shift+Down", "Return")
    editor.wait_title(f"– {first} –")
    editor.press("ctrl+Next")
    editor.wait_title(f"– {second} –")


def test_a_search_that_the_server_refuses_is_told_in_its_words(program: StartProgram, server: DemoServer) -> None:
    editor = started(program, server)
    search(editor, Contact_ID="1" * 20)
    editor.wait_status("rejected the request: “contact_id must be a number”.")
    editor.wait_text("Contact ID", "1" * 20)


def test_a_hundred_thousand_cases_are_walked_through_by_keyboard(program: StartProgram, server: DemoServer) -> None:
    editor = started(program, server)
    search(editor, Campaign_ID="100000")
    editor.wait_label("as of ")
    editor.press("End", "Return")
    editor.wait_title("– 1000000 –")
    for key, wanted in (("shift+F8", 1_000_001), ("shift+F8", 1_000_002), ("F8", 1_000_001)):
        editor.press(key)
        editor.wait_title(f"– {wanted} –")


def test_tabs_come_back_and_only_the_one_that_is_shown_is_loaded(program: StartProgram, server: DemoServer) -> None:
    editor = started(program, server)
    for number in (210, 211, 203):
        editor.open_case(str(number))
        editor.wait_title(f"– {number} –")
    editor.press("ctrl+Prior")
    editor.wait_title("– 211 –")
    editor.close_window()
    assert editor.wait_exit(3) == 0
    before = [reads(server, number) for number in (210, 211, 203)]
    again = program(command=QUICK)
    again.wait_title("– 211 –")
    again.wait_status("Case 211 opened")
    assert [tab.name[:3] for tab in again.find("page tab") if tab.name[:1] == "2"] == ["210", "211", "203"]
    assert [reads(server, number) for number in (210, 211, 203)] == [before[0], before[1] + 1, before[2]]
    again.press("ctrl+Next")
    again.wait_title("Necesito ayuda !!! – 203 –")


def test_recent_cases_and_drafts_are_there(program: StartProgram, server: DemoServer) -> None:
    editor = started(program, server)
    editor.open_case("203")
    editor.wait_title("– 203 –")
    editor.click("Recent", "page tab")
    editor.until("the recent case", lambda: editor.table("Recent cases") == [["203 Necesito ayuda !!!"]])
    editor.set_text("New note", "hola")
    editor.until("the draft", lambda: editor.exists("page tab", "Drafts 1"))
    submit_note(editor)
    editor.wait_status("Submitted: stored at")
    editor.until("no draft", lambda: editor.exists("page tab", "Drafts"))


def test_cases_are_submitted_one_after_the_other_by_keyboard(program: StartProgram, server: DemoServer) -> None:
    editor = started(program, server)
    search(editor, Campaign_ID="100000")
    editor.wait_label("as of ")
    editor.press("Home", "Return")
    for number in (1_099_999, 1_099_998):
        editor.wait_title(f"– {number} –")
        editor.wait_focus("Subject")
        editor.press("ctrl+3")
        editor.wait_focus("New note")
        editor.type_text(f"llamar {number}")
        editor.press("ctrl+shift+Return")
    editor.wait_title("– 1099997 –")
    editor.wait_focus("Subject")
    editor.wait_announced("Case 1099998 stored at")
    editor.wait_for("push button", "All changes sent")
    assert not [tab.name for tab in editor.find("page tab") if tab.name.startswith("10")]  # a single case has no tab
    closing = {each.name for each in editor.find("push button") if each.name.startswith("Close case")}
    assert closing == {"Close case 1099997"}
    for number in (1_099_999, 1_099_998):
        assert [note["text"] for note in server.case(number)["notes"]].count(f"llamar {number}") == 1
