"""The reported outcome of a submission, and the updates that reached the server."""

from functools import partial

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.conftest import QUICK, StartProgram
from tests.end_to_end.delivery_fixture import (
    NOTE,
    DeliveryFixture,
    notes,
    on_their_way,
    outbox,
    pending,
    posts,
    submit_note,
)

LOOKING = "Checking whether the changes to case {} are on the server."


@pytest.mark.parametrize(
    ("number", "key", "button"),
    [(9021, "ctrl+Return", "Submit"), (9012, "Return", "Submit"), (9013, "ctrl+Return", "Add note")],
    ids=["while it is under way", "Enter on the button", "wherever the focus is"],
)
def test_clicks_and_an_enter_that_is_held_are_one_submission(
    delivery: DeliveryFixture, number: int, key: str, button: str
) -> None:
    editor = delivery.open(number)
    editor.set_text("New note", NOTE)
    submit, before = editor.wait_for("push button", "Submit"), editor.times_announced("Submitted: stored at")
    editor.activate()
    editor.desktop.click(*editor.extents(submit).centre, times=2)
    editor.focus(button, "push button")
    editor.press(*[key] * 30)
    editor.wait_announced("Submitted: stored at", times=before + 1)
    editor.until("that nothing waits", partial(outbox, editor), lambda waiting: not waiting)
    assert delivery.updates(number) == [[("note", NOTE)]]
    assert delivery.notes(number).count(NOTE) == 1


def test_a_note_that_was_stored_before_the_line_dropped_is_found_by_reading(delivery: DeliveryFixture) -> None:
    editor = delivery.open(9003)
    delivery.submit_note()
    editor.wait_status("Submitted: stored at")
    assert editor.times_announced(LOOKING.format(9003)) == 1
    assert pending(editor) == on_their_way(editor) == []
    assert delivery.notes(9003).count(NOTE) == 1
    assert delivery.updates(9003) == [[("note", NOTE)]]


@pytest.mark.parametrize(
    ("number", "how"),
    [
        (9017, "error 503"),
        (9018, "success false"),
        (9019, "a cut answer"),
        (9027, "another case"),
        (9014, "20 seconds late"),
    ],
)
def test_a_note_that_was_stored_whatever_the_answer_said_is_found_and_not_sent_again(
    delivery: DeliveryFixture, number: int, how: str
) -> None:
    editor = delivery.open(number)
    delivery.submit_note(how)
    editor.wait_status("Submitted: stored at")
    assert delivery.notes(number).count(how) == 1
    assert delivery.updates(number) == [[("note", how)]]


def test_a_subject_of_which_nobody_knows_is_sent_again_once_and_then_asked_about(delivery: DeliveryFixture) -> None:
    """Without a note, and while nothing moved, a second attempt is harmless."""
    editor = delivery.open(9004)
    before = len(delivery.updates(9004))
    editor.set_text("Subject", "Otro asunto")
    editor.click("Submit")
    editor.wait_status("We couldn't confirm that the changes to case 9004 are on the server.")
    assert delivery.updates(9004)[before:] == [[("subject", "Otro asunto")]] * 2
    editor.click("Back to draft")
    editor.wait_status("Changes to case 9004 are back in the draft.")
    assert editor.text("Subject") == "Otro asunto"
    editor.click("Discard changes")


def test_the_receipt_says_where_the_server_holds_something_else(delivery: DeliveryFixture) -> None:
    editor = delivery.open(9016)
    delivery.submit_note(f"  {NOTE}\n")
    editor.wait_status("Submitted: stored at")
    assert editor.labels(f"New note: the server holds “{NOTE}”")
    assert delivery.notes(9016)[-1] == NOTE
    assert pending(editor) == on_their_way(editor) == []


def test_of_a_note_that_the_server_does_not_show_it_says_accepted_and_never_stored(
    program: StartProgram, server: DemoServer
) -> None:
    editor = program("--server", server.url, "9009", command=QUICK)
    editor.wait_title("– 9009 –")
    submit_note(editor)
    said = editor.wait_status("Submitted: accepted at")
    assert said.endswith("(this server shows no notes)")
    told = " ".join(editor.announcements()).replace(LOOKING.format(9009), "").lower()
    assert "stored" not in told
    assert "verified" not in told
    assert notes(server, 9009).count(NOTE) == 1
    assert len(posts(server, 9009)) == 1


def test_a_refusal_is_told_in_the_servers_words_and_the_edit_stays(delivery: DeliveryFixture) -> None:
    editor = delivery.open(9005)
    delivery.submit_note()
    said = editor.wait_status("Not saved: ")
    assert said.endswith(": “This case is locked by the supervisor”. Your changes are back in the draft.")
    assert pending(editor) == [NOTE]
    assert outbox(editor) == []
    assert delivery.updates(9005) == [[("note", NOTE)]]


def test_what_is_typed_while_a_submission_is_out_is_the_next_draft(delivery: DeliveryFixture) -> None:
    editor = delivery.open(9020)
    delivery.submit_note()
    editor.until("the update", lambda: delivery.updates(9020))
    editor.set_text("New note", "La siguiente")
    assert on_their_way(editor) == [NOTE]
    editor.wait_status("Submitted: stored at")
    assert editor.text("New note") == "La siguiente"
    assert delivery.updates(9020) == [[("note", NOTE)]]
    editor.click("Discard changes")


# Changes by a colleague during delivery.


def test_what_a_colleague_changed_meanwhile_is_kept_beside_ours(delivery: DeliveryFixture) -> None:
    editor = delivery.open(212)
    delivery.server.change(212, "subject", "Changed by lucia", by="lucia")
    delivery.server.change(212, "note", "Hablé con el cliente", by="lucia")
    delivery.submit_note()
    editor.wait_status("Submitted: stored at")
    held = delivery.server.case(212)
    assert [(note["userName"], note["text"]) for note in held["notes"][-2:]] == [
        ("lucia", "Hablé con el cliente"),
        ("support", NOTE),
    ]
    assert held["subject"] == "Changed by lucia"
    editor.wait_text("Subject", "Changed by lucia")
    assert delivery.updates(212) == [[("note", NOTE)]]


def test_the_same_field_changed_by_a_colleague_is_not_overwritten_unasked(delivery: DeliveryFixture) -> None:
    editor = delivery.open(9008)
    editor.set_text("Subject", "Mine")
    editor.click("Submit")
    editor.wait_for("panel", "Conflicts")
    theirs = delivery.server.case(9008)["subject"]
    said = "A colleague changed the same fields of case 9008. Choose which to keep."
    assert editor.status() == said
    assert editor.find("panel", "Subject")
    assert [editor.text(name) for name in ("Mine", "Theirs")] == ["Mine", theirs]
    editor.click("Decide later", panel="Conflicts")
    editor.gone("panel", "Conflicts")
    assert delivery.updates(9008) == []
    assert editor.text("Subject") == "Mine"
    editor.click("Decide…")
    editor.wait_for("panel", "Conflicts")
    editor.click("Keep mine", panel="Conflicts")
    editor.click("Submit", panel="Conflicts")
    editor.wait_status("Submitted: stored at")
    assert delivery.updates(9008) == [[("subject", "Mine")]]
    assert delivery.server.case(9008)["subject"] == "Mine"


def test_what_is_left_to_a_colleague_is_not_sent_and_the_rest_is(delivery: DeliveryFixture) -> None:
    editor = delivery.open(213)
    delivery.server.change(213, "subject", "Changed by lucia", by="lucia")
    editor.set_text("Subject", "Mine")
    delivery.submit_note()
    editor.wait_for("panel", "Conflicts")
    assert [editor.text(name) for name in ("Mine", "Theirs")] == ["Mine", "Changed by lucia"]
    assert not editor.is_enabled("push button", "Submit", panel="Conflicts")
    editor.click("Take theirs", panel="Conflicts")
    editor.click("Submit", panel="Conflicts")
    editor.wait_status("Submitted: stored at")
    assert editor.labels("Fields you left to your colleague weren't sent.")
    assert delivery.updates(213) == [[("note", NOTE)]]
    assert editor.text("Subject") == "Changed by lucia"
