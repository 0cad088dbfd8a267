"""An update with an uncertain answer: resolved by reading, never guessed, never sent twice without consent."""

import pytest

from tests.faults.conftest import Start
from tests.faults.editor import Editor
from tests.faults.scripts import (
    EMOJI,
    changed,
    cut,
    drop,
    empty,
    hang,
    held,
    kept,
    land,
    landing,
    page,
    partly,
    redirected,
    refused,
    reset,
    said,
    stored,
)
from tests.faults.server import COLLEAGUE, Call, FaultyServer, Script

NOTE = "llamar mañana"
LOST: dict[str, Script] = {
    "reset": reset,
    "drop": drop,
    "500": page(b"500 Internal Server Error"),
    "502": page(b"502 Bad Gateway"),
    "cut": cut,
    "hang": hang,
    "html with 200": page(b"200 OK"),
    "another case's id": said({"id": 1, "subject": "another"}),
    "a list": said([{"id": 1}]),
}


def ask_about(editor: Editor, server: FaultyServer, case: int, note: str = NOTE) -> None:
    """Submit a note that is lost without a trace, and wait for the question."""
    editor.open(case)
    server.plan(case, "POST", reset)
    editor.submit_note(note)
    editor.until_state(case, "asking")


@pytest.mark.parametrize("answer", LOST)
def test_post_stored_then_lost_is_found_by_reading_exactly_one_note(
    answer: str, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.plan(case, "POST", stored(LOST[answer]))
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


@pytest.mark.parametrize("answer", LOST)
def test_post_not_stored_then_lost_is_never_posted_again_by_itself(
    answer: str, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.plan(case, "POST", LOST[answer])
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    server.wait_reads(case, 3)
    assert editor.states_now(case) == ["asking"]
    assert len(server.posts_of(case)) == 1
    assert f"✗ New note “{NOTE}” isn't on the server" in editor.until_said("isn't on the server")
    editor.click("Send again")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 2


@pytest.mark.parametrize("reads", range(5))
def test_post_stored_20_s_later_is_seen_before_anything_is_sent_again(
    reads: int, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, reset))
    server.plan(case, "GET", *[Call.good] * (1 + reads), landing(lost))
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_post_stored_while_the_agent_is_asked_is_seen_without_an_answer(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, reset))
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    land(lost[0])
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_send_again_agreed_to_then_the_first_lands_is_seen_by_the_read_before(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, reset))
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    server.rule(case, "GET", landing(lost))
    editor.click("Send again")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_send_again_agreed_to_then_half_of_the_first_lands_is_asked_anew(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    editor.fill("New note", NOTE)
    editor.fill("Subject", "otro")
    server.plan(case, "POST", reset)
    editor.click("Submit")
    editor.until_state(case, "asking")
    gate = server.gate()
    server.rule(case, "GET", held(gate, Call.good))
    gate.wait()
    editor.click("Send again")
    server.world.update(case, [("note", NOTE)], by="support")
    server.rule(case, "GET", None)
    gate.open()
    editor.until_said(
        f"✓ New note “{NOTE}” is on the server", times=2
    )  # by the read in progress, and by the one before the POST
    editor.until_state(case, "asking")
    assert len(server.posts_of(case)) == 1
    editor.click("Send again")
    editor.until_said("Submitted: stored at")
    assert [dict(posted.params) for posted in server.posts_of(case)][1:] == [{"subject": "otro"}]
    assert server.stored(case) == [NOTE]


def test_the_read_that_should_settle_fails_stays_unconfirmed_then_is_found(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.plan(case, "GET", Call.good)
    server.plan(case, "POST", stored(reset))
    server.rule(case, "GET", page(b"503 Service Unavailable"))
    editor.submit_note(NOTE)
    server.wait_reads(case, 9)
    assert editor.states_now(case) == ["unsure"]
    server.rule(case, "GET", None)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_the_read_that_should_settle_fails_across_a_restart_stays_unconfirmed(
    start: Start, server: FaultyServer, case: int
) -> None:
    first = start(case)
    server.plan(case, "GET", Call.good)
    server.plan(case, "POST", stored(reset))
    server.rule(case, "GET", page(b"503 Service Unavailable"))
    first.submit_note(NOTE)
    first.until_state(case, "unsure")
    first.kill()
    second = start()
    second.until_state(case, "unsure")
    server.wait_reads(case, 6)
    assert second.states_now(case) == ["unsure"]
    server.rule(case, "GET", None)
    second.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_an_identical_note_existed_before_is_not_taken_for_ours(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    server.world.update(case, [("note", NOTE), ("note", NOTE)], by="support")
    ask_about(editor, server, case)
    assert "isn't on the server" in editor.until_said("isn't on the server")
    assert len(server.posts_of(case)) == 1


def test_an_identical_note_deleted_meanwhile_hides_nothing(editor: Editor, server: FaultyServer, case: int) -> None:
    server.world.update(case, [("note", NOTE)], by="support")
    editor.open(case)

    def swap(call: Call) -> None:
        """Store the update and delete the older note."""
        call.store()
        with call.server.world.lock:
            whole = call.server.world._cases[case]  # noqa: SLF001 - the gateway has no deletion of notes
            del whole["notes"][1]
        call.reset()

    server.plan(case, "POST", swap)
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_an_identical_note_of_a_colleague_is_not_taken_for_ours(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)

    def rival(call: Call) -> None:
        call.server.world.update(case, [("note", NOTE)], by=COLLEAGUE)
        call.reset()

    server.plan(case, "POST", rival)
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    editor.until_said("a new note may be yours")
    assert len(server.posts_of(case)) == 1
    editor.click("Send again")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE, NOTE]


CHANGED: dict[str, tuple[str, Script, str]] = {
    "trimmed": ("  llamar mañana\n", changed(trim=True), "llamar mañana"),
    "cut at an emoji": (f"uno {EMOJI} dos", changed(cut_off=True), "uno "),
    "other line ends": ("uno\ndos", changed({"uno\ndos": "uno\r\ndos"}), "uno\r\ndos"),
}


@pytest.mark.parametrize("how", CHANGED)
def test_what_the_server_makes_of_a_note_is_recognised_and_told(
    how: str, editor: Editor, server: FaultyServer, case: int
) -> None:
    typed, script, shown = CHANGED[how]
    editor.open(case)
    server.plan(case, "POST", script)
    editor.submit_note(typed)
    told = editor.until_said("the server holds")
    marked = shown.replace("\r", "␍")
    assert f"the server holds “{marked}”" in told
    assert server.stored(case) == [shown]
    assert server.posts_of(case)[0].notes() == [typed]
    assert len(server.posts_of(case)) == 1


@pytest.mark.parametrize(
    "answer", [refused("The index is locked"), refused("No", b"400 Bad Request")], ids=["success false", "400"]
)
def test_refused_yet_stored_is_no_plain_draft_again(
    answer: Script, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.plan(case, "POST", stored(answer))
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert editor.notes(case) == []
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (refused("The index is locked"), "The index is locked"),
        (refused("This campaign accepts nothing", b"400 Bad Request"), "This campaign accepts nothing"),
        (empty(b"403 Solo lectura"), "Solo lectura"),
    ],
    ids=["success false", "400", "403"],
)
def test_refused_and_nothing_moved_is_told_in_the_servers_words_and_the_draft_is_back(
    answer: Script, words: str, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.plan(case, "POST", answer)
    editor.submit_note(NOTE)
    assert words in editor.until_said("Not saved: ")
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    assert server.stored(case) == []
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]


@pytest.mark.parametrize("answer", [said({}), said({"success": 1}), said({"success": None})], ids=["{}", "1", "null"])
def test_success_that_says_nothing_is_no_success(
    answer: Script, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.rule(case, "POST", answer)
    editor.fill("Subject", "otro")
    editor.click("Submit")
    editor.until_state(case, "asking")
    assert not any("Submitted:" in each for each in editor.said)


def test_another_cases_id_in_the_answer_to_an_update_proves_nothing(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    server.rule(case, "POST", said({"id": 1, "subject": "otro"}))
    editor.fill("Subject", "otro")
    editor.click("Submit")
    editor.until_state(case, "asking")
    assert not any("Submitted:" in each for each in editor.said)


def test_a_colleague_takes_back_what_our_unconfirmed_submission_had_set_is_a_conflict(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    editor.fill("New note", NOTE)
    editor.fill("Subject", "otro")
    server.plan(case, "POST", partly(reset, "subject"))
    editor.click("Submit")
    editor.until_state(case, "asking")
    editor.until_said("✓ Subject “otro” is on the server")
    before = f"Subject of {case}"
    server.world.update(case, [("subject", before)], by=COLLEAGUE)
    editor.until_said(f"was on the server, but is “{before}” now")
    editor.click("Send again")
    editor.until_conflicts()
    assert len(server.posts_of(case)) == 1
    editor.decide("Take theirs")
    editor.until_said("Fields you left to your colleague weren't sent.")
    assert server.world.case(case)["subject"] == before
    assert server.stored(case) == [NOTE]


def test_a_subject_without_a_note_is_sent_again_once_by_itself(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    editor.fill("Subject", "otro")
    server.plan(case, "POST", reset, reset)
    editor.click("Submit")
    editor.until_state(case, "asking")
    assert len(server.posts_of(case)) == 2


@pytest.mark.parametrize("status", [b"302 Found", b"307 Temporary Redirect", b"308 Permanent Redirect"])
def test_a_redirect_of_an_update_is_not_followed_and_that_host_sees_nothing(
    status: bytes, editor: Editor, server: FaultyServer, case: int
) -> None:
    with FaultyServer() as elsewhere:
        editor.open(case)
        server.plan(case, "POST", redirected(status, f"{elsewhere.url}/api/v2/case/{case}"))
        editor.submit_note(NOTE)
        editor.until_state(case, "asking")
        assert (elsewhere.posts, dict(elsewhere.reads)) == ([], {})
    assert len(server.posts_of(case)) == 1


def test_back_to_draft_keeps_the_doubt_and_submitting_goes_through_the_evidence(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    lost: list[Call] = []
    server.plan(case, "POST", kept(lost, reset))
    editor.submit_note(NOTE)
    editor.until_state(case, "asking")
    editor.click("Back to draft")
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    editor.until_state(case)
    land(lost[0])
    editor.kill()
    editor = start(case)
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_it_was_stored_closes_it_in_the_agents_name(editor: Editor, server: FaultyServer, case: int) -> None:
    ask_about(editor, server, case)
    editor.click("It was stored")
    editor.until_said("stored, as you say")
    assert len(server.posts_of(case)) == 1
