"""The life of the window: cancelling, stopping, closing, and what it says became of a submission."""

import signal
from collections.abc import Iterator

import pytest

from caseeditor.demo.server import DemoServer, Request
from tests.end_to_end.conftest import StartProgram
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program

TOKEN = "end-to-end-token-79"  # noqa: S105 - the test server's
NOTE = "Llamar mañana"
NEW = "new: "


@pytest.fixture
def server(desktop: Desktop) -> Iterator[DemoServer]:
    """Run a Social Gateway whose token is in the keyring and whose cases from 9001 on misbehave, ten times as fast."""
    with DemoServer(token=TOKEN, user="support", pace=0.1) as running:
        desktop.store_secret("caseeditor", running.url, TOKEN)
        yield running


def opened(program: StartProgram, server: DemoServer, number: int, *, quick: bool = False) -> Program:
    editor = program("--server", server.url, str(number), quick=quick)
    editor.wait_title(f"– {number} –")
    return editor


def updates(server: DemoServer) -> list[Request]:
    return [request for request in server.requests if request.method == "POST"]


def notes(server: DemoServer, number: int) -> list[str]:
    return [note["text"] for note in server.case(number).get("notes", [])]


# While a case loads.


def test_cancelling_a_case_that_loads_is_said_and_another_opens(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url, "9002")
    editor.click("Cancel")
    editor.wait_status("Case 9002 is not open")
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
    editor = opened(program, server, 203)
    editor.menu("File", "Sign in")
    editor.wait_for("dialog", "Sign in")
    editor.terminate()
    assert editor.wait_exit(3) == 0
    assert editor.output() == ""


# What became of a submission.


def test_enter_click_and_double_click_are_one_submission(program: StartProgram, server: DemoServer) -> None:
    editor = opened(program, server, 9021)
    editor.set_text("New note", NOTE)
    submit = editor.wait_for("push button", "Submit")
    editor.activate()
    editor.desktop.double_click(*editor.extents(submit).centre)
    editor.press("ctrl+Return", "ctrl+Return")
    editor.wait_status("Submitted: stored at")
    editor.press("ctrl+Return")
    editor.wait_status("There is nothing to submit")
    assert len(updates(server)) == 1
    assert notes(server, 9021)[-1:] == [NOTE]
    assert notes(server, 9021).count(NOTE) == 1


def test_stopping_to_wait_says_that_it_is_not_known_and_keeps_the_note(
    program: StartProgram, server: DemoServer
) -> None:
    editor = opened(program, server, 9020)
    editor.set_text("New note", NOTE)
    editor.click("Submit")
    editor.wait_for("push button", "Stop waiting")
    editor.until("the update", lambda: updates(server))
    editor.click("Stop waiting")
    editor.wait_status("not known whether")
    assert pending(editor) == [NOTE]
    assert len(updates(server)) == 1
    editor.open_case("203")
    editor.wait_title("– 203 –")


def test_the_program_ends_within_its_deadline_while_an_update_hangs(program: StartProgram, server: DemoServer) -> None:
    editor = opened(program, server, 9020, quick=True)
    submit_note(editor)
    editor.until("the update", lambda: updates(server))
    editor.terminate()
    assert editor.wait_exit(4) == 0
    assert editor.output() == ""
    assert len(updates(server)) == 1


def test_a_note_that_was_stored_before_the_line_dropped_is_found_by_reading(
    program: StartProgram, server: DemoServer
) -> None:
    editor = opened(program, server, 9003)
    submit_note(editor)
    editor.wait_status("Submitted: stored at")
    assert pending(editor) == []
    assert notes(server, 9003).count(NOTE) == 1
    assert len(updates(server)) == 1


def test_a_note_of_which_nobody_knows_is_kept_and_not_sent_again(program: StartProgram, server: DemoServer) -> None:
    editor = opened(program, server, 9004)
    submit_note(editor)
    editor.wait_status("not known whether")
    assert pending(editor) == [NOTE]
    assert NOTE not in notes(server, 9004)
    assert len(updates(server)) == 1


def test_the_receipt_says_where_the_server_holds_something_else(program: StartProgram, server: DemoServer) -> None:
    editor = opened(program, server, 9016)
    editor.set_text("New note", f"  {NOTE}\n")
    editor.click("Submit")
    editor.wait_status("The server holds some of it differently")
    (told,) = [label.name for label in editor.find("label") if "the server holds “" in label.name]
    assert f"the server holds “{NOTE}”" in told
    assert notes(server, 9016)[-1] == NOTE
    assert pending(editor) == []


def test_of_a_note_that_the_server_does_not_show_it_says_accepted_and_never_stored(
    program: StartProgram, server: DemoServer
) -> None:
    editor = opened(program, server, 9009)
    submit_note(editor)
    said = editor.wait_status("accepted at")
    assert "shows no notes" in said
    for word in ("stored", "verified"):
        assert word not in " ".join(editor.announcements()).lower()
    assert notes(server, 9009).count(NOTE) == 1
    assert len(updates(server)) == 1


def test_what_a_colleague_changed_meanwhile_is_kept_beside_ours(program: StartProgram, server: DemoServer) -> None:
    editor = opened(program, server, 9008)
    submit_note(editor)
    editor.wait_status("Submitted: stored at")
    held = server.case(9008)
    assert [note["userName"] for note in held["notes"][-2:]] == ["lucia", "support"]
    assert held["subject"].startswith("Changed by lucia")
    editor.wait_text("Subject", held["subject"])
    assert notes(server, 9008).count(NOTE) == 1


def test_a_colleagues_change_of_the_same_field_is_not_overwritten_unasked(
    program: StartProgram, server: DemoServer
) -> None:
    editor = opened(program, server, 9008)
    theirs = server.case(9008)["subject"]
    editor.set_text("Subject", "Mine")
    editor.click("Submit")
    editor.until("an outcome", editor.status, lambda said: not said.endswith("…"))
    assert server.case(9008)["subject"] == theirs
    assert editor.text("Subject") == "Mine"


def test_a_refusal_is_told_in_the_servers_words_and_the_edit_stays(program: StartProgram, server: DemoServer) -> None:
    editor = opened(program, server, 9005)
    submit_note(editor)
    editor.wait_status("refused: “This case is locked by the supervisor”.")
    assert pending(editor) == [NOTE]
    assert len(updates(server)) == 1


def submit_note(editor: Program) -> None:
    editor.set_text("New note", NOTE)
    editor.click("Submit")


def pending(editor: Program) -> list[str]:
    """List the notes that are still to be submitted."""
    return [item.name.removeprefix(NEW) for item in editor.items("Notes") if item.name.startswith(NEW)]
