"""Reads without a date, at a server that dates its answers: they decide nothing."""

from tests.faults.editor import Editor
from tests.faults.scripts import reset, stored
from tests.faults.server import COLLEAGUE, Call, FaultyServer, Script

NOTE = "llamar mañana"


def old(body: bytes) -> Script:
    """Answer like a cache that removed the Date."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
    return lambda call: call.send(head + body)  # an answer without a Date


def test_a_colleagues_change_behind_a_cache_is_not_overwritten(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    body = server.shown(case)
    editor.fill("Subject", "mine")
    server.world.update(case, [("subject", "theirs")], by=COLLEAGUE)
    server.plan(case, "GET", *[old(body)] * 5)
    editor.click("Submit")
    editor.until_said("A cache answered")
    editor.until_conflicts()
    assert server.posts_of(case) == []
    editor.decide("Take theirs")
    editor.until_state(case)
    assert server.world.case(case)["subject"] == "theirs"


def test_after_doubt_a_cache_is_not_taken_for_no_trace(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    body = server.shown(case)
    server.plan(case, "POST", stored(reset))
    server.plan(case, "GET", Call.good, *[old(body)] * 5)
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert not any("isn't on the server" in each for each in editor.said)
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_a_server_that_dates_nothing_any_more_is_believed_in_the_end(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.rule(case, "GET", lambda call: old(call.body())(call))
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
