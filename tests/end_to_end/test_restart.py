"""After a restart, the outcome of a submission in progress is reported and stays readable."""

from functools import partial

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import QUICK, StartProgram
from tests.end_to_end.delivery_fixture import NOTE, notes, outbox, pending, posts, submit_note, updates
from tests.end_to_end.program import Program

UNKNOWN = "We couldn't confirm that the changes to case 9004 are on the server."


def submitted(program: StartProgram, server: DemoServer, number: int) -> Program:
    editor = program("--server", server.url, str(number), command=QUICK)
    editor.wait_title(f"– {number} –")
    submit_note(editor)
    return editor


def opened_again(program: StartProgram, number: int) -> Program:
    editor = program(command=QUICK)
    editor.wait_title(f"– {number} –")
    return editor


def test_a_submission_that_was_out_when_the_power_failed_is_found_and_told(
    program: StartProgram, server: DemoServer
) -> None:
    editor = submitted(program, server, 9020)
    editor.until("the update", lambda: posts(server, 9020))
    editor.kill()
    again = opened_again(program, 9020)
    again.wait_announced("Submitted: stored at")
    again.until("that nothing waits", partial(outbox, again), lambda waiting: not waiting)
    assert again.status().startswith("Submitted: stored at")
    assert notes(server, 9020).count(NOTE) == 1
    assert updates(server, 9020) == [[("note", NOTE)]]


def test_a_question_that_was_open_is_asked_again_in_its_case(program: StartProgram, server: DemoServer) -> None:
    editor = submitted(program, server, 9004)
    editor.wait_status(UNKNOWN)
    editor.kill()
    again = opened_again(program, 9004)
    again.wait_for("push button", "Back to draft")
    assert UNKNOWN in again.status()
    assert again.labels(f"✗ New note “{NOTE}” isn't on the server")
    again.click("Back to draft")
    again.wait_status("Changes to case 9004 are back in the draft.")
    assert pending(again) == [NOTE]
    assert updates(server, 9004) == [[("note", NOTE)]]


def test_a_conflict_that_was_open_can_be_decided(program: StartProgram, server: DemoServer) -> None:
    editor = program("--server", server.url, "9008", command=QUICK)
    editor.wait_title("– 9008 –")
    editor.set_text("Subject", "Mine")
    editor.click("Submit")
    editor.wait_for("panel", "Conflicts")
    editor.kill()
    again = opened_again(program, 9008)
    again.wait_status("A colleague changed the same fields of case 9008. Choose which to keep.")
    again.click("Decide…")
    again.click("Keep mine", panel="Conflicts")
    again.click("Submit", panel="Conflicts")
    again.wait_status("Submitted: stored at")
    assert server.case(9008)["subject"] == "Mine"
    assert updates(server, 9008) == [[("subject", "Mine")]]


def test_a_submission_that_waits_for_a_token_goes_out_after_the_next_start(
    program: StartProgram, server: DemoServer
) -> None:
    editor = program("--server", server.url, "9007", command=QUICK)
    editor.wait_title("– 9007 –")
    editor.set_text("Subject", "Antes de expirar")
    editor.click("Submit")
    editor.wait_for("dialog", "Sign in")
    editor.terminate()
    assert editor.wait_exit(3) == 0
    again = program(command=QUICK)
    again.wait_announced("Submitted: stored at")
    assert server.case(9007)["subject"] == "Antes de expirar"
