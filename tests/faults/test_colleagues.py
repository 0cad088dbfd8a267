"""A colleague at work on the same case, and an agent who goes on working."""

import signal

import pytest

from tests.faults.conftest import Start
from tests.faults.editor import Editor
from tests.faults.scripts import after, good, held, reset, stored
from tests.faults.server import COLLEAGUE, Call, FaultyServer

NOTE = "llamar mañana"


def test_a_colleagues_change_of_another_field_is_merged(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    server.world.update(case, [("region", "sur"), ("tag", "hers")], by=COLLEAGUE)
    editor.fill("Subject", "otro")
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    held_now = server.world.case(case)
    assert (held_now["subject"], held_now["region"]) == ("otro", "sur")
    assert held_now["tags"] == ["vip", "hers"]
    assert [dict(posted.params) for posted in server.posts_of(case)] == [{"subject": "otro"}]


@pytest.mark.parametrize("button", ["Keep mine", "Take theirs"])
def test_a_colleagues_change_of_the_same_field_is_a_conflict_that_the_agent_decides(
    button: str, editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    editor.fill("Subject", "mine")
    editor.fill("New note", NOTE)
    server.world.update(case, [("subject", "theirs")], by=COLLEAGUE)
    editor.click("Submit")
    editor.until_conflicts()
    assert server.posts_of(case) == []
    editor.decide(button)
    editor.until_said("Submitted: stored at")
    assert server.world.case(case)["subject"] == ("mine" if button == "Keep mine" else "theirs")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_a_colleague_changes_the_field_again_while_the_conflict_is_decided_it_is_asked_anew(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    editor.do("set", name="region", value="mine")
    server.world.update(case, [("region", "theirs")], by=COLLEAGUE)
    editor.click("Submit")
    editor.until_conflicts()
    server.world.update(case, [("region", "theirs again")], by=COLLEAGUE)
    editor.decide("Keep mine")
    editor.until_conflicts()
    assert server.posts_of(case) == []
    editor.decide("Keep mine")
    editor.until_said("Submitted: stored at")
    assert server.world.case(case)["region"] == "mine"


def test_the_same_tag_added_by_a_colleague_is_one_tag(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    editor.fill("New tag", "urgente")
    editor.fill("New note", NOTE)
    server.world.update(case, [("tag", "urgente")], by=COLLEAGUE)
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.world.case(case)["tags"] == ["vip", "urgente"]
    assert [dict(posted.params) for posted in server.posts_of(case)] == [{"note": NOTE}]


def test_the_same_note_by_a_colleague_is_two_notes(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    server.world.update(case, [("note", NOTE)], by=COLLEAGUE)
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE, NOTE]


def test_a_colleague_puts_back_a_tag_that_we_remove_is_a_question(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    editor.click("Remove tag vip")

    def put_back(call: Call) -> None:
        call.store()
        call.server.world.update(case, [("tag", "vip")], by=COLLEAGUE)
        call.good()

    server.plan(case, "POST", put_back)
    editor.click("Submit")
    editor.until_conflicts()
    assert server.world.case(case)["tags"] == ["vip"]
    editor.decide("Take theirs")
    editor.until_state(case)
    assert len(server.posts_of(case)) == 1


def test_what_changes_right_after_our_read_is_kept(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    server.plan(case, "GET", after(COLLEAGUE, (("region", "sur"), ("note", "hers"))))
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == ["hers", NOTE]
    assert server.world.case(case)["region"] == "sur"


# In flight.


def slowly(call: Call) -> None:
    call.pause(0.1)
    call.good()


def test_the_tab_is_closed_while_a_request_is_in_flight_and_the_outcome_is_told(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    other = server.fresh()
    editor.open(other)
    editor.open(case)
    gate = server.gate()
    server.plan(case, "POST", held(gate, stored(good)))
    editor.submit_note(NOTE)
    gate.wait()
    editor.do("menu", name="Close case")
    editor.fill("New note", "typed elsewhere")
    gate.open()
    editor.until_said(f"Case {case} stored at")
    assert editor.notes(other) == ["typed elsewhere"]
    assert server.stored(case) == [NOTE]
    assert server.stored(other) == []


def test_tabs_are_switched_while_a_request_is_in_flight_and_nothing_is_mixed_up(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    other = server.fresh()
    editor.open(other)
    editor.open(case)
    gate = server.gate()
    server.plan(case, "POST", held(gate, stored(good)))
    editor.submit_note(NOTE)
    gate.wait()
    editor.do("menu", name="Previous tab")
    editor.submit_note("the other")
    editor.until_said("Submitted: stored at")
    gate.open()
    editor.until_said("Submitted: stored at", times=2)
    assert (server.stored(case), server.stored(other)) == ([NOTE], ["the other"])
    assert (editor.notes(case), editor.notes(other)) == ([], [])


def test_a_read_in_flight_is_dropped_with_its_tab(editor: Editor, server: FaultyServer, case: int) -> None:
    gate = server.gate()
    server.plan(case, "GET", held(gate, good))
    editor.do("open", case=case)
    gate.wait()
    editor.do("menu", name="Close case")
    gate.open()
    other = server.fresh()
    editor.open(other)
    assert editor.do("state")["opened"] == [other]


def test_signing_out_while_a_request_is_in_flight_lets_it_end_and_holds_the_next(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    gate = server.gate()
    server.plan(case, "POST", held(gate, stored(good)))
    editor.submit_note(NOTE)
    gate.wait()
    editor.fill("New note", "the next")
    editor.click("Submit")
    editor.until_state(case, "sending", "queued")
    editor.do("menu", name="Sign out")
    gate.open()
    editor.until_said("Submitted: stored at")
    editor.until_said("Sign in to send it")
    assert server.stored(case) == [NOTE]
    editor.sign_in()
    server.wait_stored(case, 2)
    assert server.stored(case) == [NOTE, "the next"]


def test_closing_while_a_request_is_in_flight_is_quick_and_the_next_start_explains(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case, timing={"closing": 0.3, "updating": 30.0})
    gate = server.gate()
    server.plan(case, "POST", held(gate, stored(reset)))
    editor.submit_note(NOTE)
    gate.wait()
    assert editor.close() == 0
    gate.open()
    server.wait_stored(case, 1)
    second = start()
    second.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_closing_lets_a_request_in_flight_finish_within_the_deadline(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    gate = server.gate()
    server.plan(case, "POST", held(gate, stored(slowly)))
    editor.submit_note(NOTE)
    gate.wait()
    gate.open()
    assert editor.close() == 0
    assert server.stored(case) == [NOTE]
    second = start()
    assert second.states_now(case) == []
    assert len(server.posts_of(case)) == 1


def test_closing_while_a_request_is_in_flight_takes_up_nothing_new(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    gate = server.gate()
    server.plan(case, "POST", held(gate, stored(slowly)))
    editor.submit_note(NOTE)
    gate.wait()
    editor.submit_note("the next")
    editor.until_state(case, "sending", "queued")
    editor.do("close")
    gate.open()
    assert editor.wait_exit() == 0
    assert server.stored(case) == [NOTE]
    second = start()
    server.wait_stored(case, 2)
    second.until_state(case)
    assert server.stored(case) == [NOTE, "the next"]
    assert len(server.posts_of(case)) == 2


def test_sleep_while_a_request_is_in_flight_and_the_late_answer_is_taken(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    gate = server.gate()
    server.plan(case, "POST", held(gate, stored(good)))
    editor.submit_note(NOTE)
    gate.wait()
    editor.child.signal(signal.SIGSTOP)
    gate.open()
    server.wait_stored(case, 1)
    server.over.wait(1.2)  # longer than the deadline of an update
    editor.child.signal(signal.SIGCONT)
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_stop_waiting_leaves_it_unconfirmed_and_it_is_found(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    gate = server.gate()
    server.plan(case, "POST", stored(held(gate, good)))
    editor.submit_note(NOTE)
    gate.wait()
    editor.click("Stop waiting")
    editor.until_said("Submitted: stored at")
    gate.open()
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_a_conflict_that_was_put_off_can_be_decided_later(editor: Editor, server: FaultyServer, case: int) -> None:
    editor.open(case)
    editor.fill("Subject", "mine")
    server.world.update(case, [("subject", "theirs")], by=COLLEAGUE)
    editor.click("Submit")
    for _ in range(3):
        editor.until_conflicts()
        editor.click("Decide later")
        editor.until("the conflicts gone", lambda state: "Conflicts" not in state["groups"])
        editor.click("Decide")
    editor.decide("Keep mine")
    editor.until_said("Submitted: stored at")
    assert server.world.case(case)["subject"] == "mine"
