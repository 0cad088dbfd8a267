"""A note in doubt is remembered after its draft is gone: when it is typed again, a second POST needs consent."""

import pytest

from tests.faults.conftest import Start
from tests.faults.editor import Editor
from tests.faults.scripts import kept, land, refused
from tests.faults.server import Call, FaultyServer
from tests.faults.test_hostile import NOTE, doubtful


def drop(editor: Editor, case: int, how: str) -> None:
    """Drop the draft in either way."""
    if how == "discarded":
        editor.click("Discard changes")
    else:
        editor.do("select", name="Notes", row=0)
        editor.click("Remove note")
    editor.until("an empty draft", lambda _: editor.notes(case) == [])
    editor.until_saved(case)
    assert editor.close() == 0


@pytest.mark.parametrize("how", ["discarded", "taken out"])
@pytest.mark.parametrize("again", [NOTE, f" {NOTE}\n", "Llamar manana."])
def test_a_note_in_doubt_that_is_typed_again_after_a_restart_is_asked_about(
    again: str, how: str, start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    doubtful(editor, server, case)
    drop(editor, case, how)
    editor = start(case)
    editor.submit_note(again)
    if how == "discarded":  # otherwise the draft still exists and remembers the note
        editor.until_said("You recently took back a similar note. It may be on the server.")
    editor.until_state(case, "asking")
    assert server.stored(case) == []
    assert len(server.posts_of(case)) == 1


def test_a_note_in_doubt_that_landed_is_asked_about_and_what_the_agent_means_anew_is_sent(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    lost = doubtful(editor, server, case)
    land(lost)
    drop(editor, case, "discarded")
    editor = start(case)
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    editor.until_said("a new note may be yours")
    assert len(server.posts_of(case)) == 1
    editor.click("Send again")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE, NOTE]


def test_another_note_is_not_asked_about_and_does_not_end_the_doubt(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    doubtful(editor, server, case)
    editor.click("Discard changes")
    editor.submit_note("something else")
    editor.until_said("Submitted: stored at")
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    assert server.stored(case) == ["something else"]
    assert len(server.posts_of(case)) == 2


def test_a_rejected_note_that_lands_after_its_draft_is_gone_is_asked_about(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, refused("No", b"400 Bad Request")))
    editor.submit_note(NOTE)
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    drop(editor, case, "discarded")
    land(lost[0])
    editor = start(case)
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    assert len(server.posts_of(case)) == 1


def test_a_rejected_note_whose_draft_is_gone_goes_out_unasked_where_it_did_not_land(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    server.plan(case, "POST", refused("No", b"400 Bad Request"))
    editor.submit_note(NOTE)
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    drop(editor, case, "discarded")
    editor = start(case)
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
