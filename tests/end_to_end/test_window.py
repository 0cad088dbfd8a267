"""The life of the window: cancelling, stopping, closing."""

import signal

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import QUICK, StartProgram
from tests.end_to_end.delivery_fixture import notes, posts, submit_note


def test_cancelling_a_case_that_loads_is_said_and_another_opens(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url, "9002")
    editor.click("Cancel")
    editor.wait_status("Case 9002 isn't open")
    editor.wait_for("push button", "Try again")
    editor.open_case("203")
    editor.wait_title("– 203 –")


@pytest.mark.parametrize("how", ["its window is closed", "SIGTERM", "SIGINT"])
def test_the_program_ends_at_once_while_a_case_loads(program: StartProgram, server: DemoServer, how: str) -> None:
    editor = program("--server", server.url, "9002")
    editor.wait_for("push button", "Cancel")
    if how == "its window is closed":
        editor.close_window()
    else:
        editor.process.send_signal(signal.Signals[how])
    assert editor.wait_exit(3) == 0
    assert editor.output() == ""


def test_sigterm_ends_the_program_while_a_dialog_is_open(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url, "203")
    editor.wait_title("– 203 –")
    editor.menu("File", "Sign in")
    editor.wait_for("dialog", "Sign in")
    editor.terminate()
    assert editor.wait_exit(3) == 0
    assert editor.output() == ""


def test_stopping_to_wait_says_that_it_is_not_known_and_what_became_of_it_is_found(
    program: StartProgram, server: DemoServer
) -> None:
    """With the real deadlines: the update is in flight until the agent stops it; a read follows a second later."""
    editor = program("--server", server.url, "9020")
    editor.wait_title("– 9020 –")
    submit_note(editor, "Llamar mañana")
    editor.wait_for("push button", "Stop waiting")
    editor.until("the update", lambda: posts(server, 9020))
    editor.click("Stop waiting")
    editor.wait_announced("Checking whether the changes to case 9020 are on the server.")
    editor.wait_status("Submitted: stored at")
    assert notes(server, 9020).count("Llamar mañana") == 1
    assert len(posts(server, 9020)) == 1


def test_the_program_ends_within_its_deadline_while_an_update_hangs(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url, "9020", command=QUICK)
    editor.wait_title("– 9020 –")
    submit_note(editor, "Llamar mañana")
    editor.until("the update", lambda: posts(server, 9020))
    editor.terminate()
    assert editor.wait_exit(4) == 0
    assert editor.output() == ""
    assert len(posts(server, 9020)) == 1


def test_the_foot_says_of_a_case_nothing_once_its_tab_is_closed_or_its_changes_are_discarded(
    program: StartProgram, server: DemoServer
) -> None:
    editor = program("--server", server.url, "203", command=QUICK)
    editor.wait_status("Case 203 opened")
    editor.open_case("9005")
    editor.wait_status("Case 9005 opened")
    submit_note(editor, "Llamar mañana")
    editor.wait_status("Your changes are back in the draft.")
    editor.wait_label("⚠  Not saved: ")
    editor.click("Discard changes")
    editor.wait_status("Changes discarded.")
    assert editor.labels("back in the draft") == []
    editor.press("ctrl+z")
    editor.until("nothing in the foot", editor.status, lambda status: not status)
    editor.press("ctrl+w")
    editor.wait_status("Case 203 opened")
    editor.press("ctrl+w")
    editor.until("nothing in the foot", editor.status, lambda status: not status)
