"""A submission with an unknown outcome: the facts are shown, and nothing is sent without the agent's decision."""

import pytest

from tests.end_to_end.delivery_fixture import DeliveryFixture, on_their_way, outbox, pending
from tests.end_to_end.program import Item

LOST = 9004  # drops the connection without storing the update
UNKNOWN = f"We couldn't confirm that the changes to case {LOST} are on the server."
LOOKING = f"Checking whether the changes to case {LOST} are on the server."
ASKED = f"{LOST} · Needs your decision"
ANSWERS = ("Send again", "It was stored", "Keep waiting", "Back to draft")
PLACES = ("the case's view", "the Outbox list")


class Question:
    """A submitted and lost note; the agent's answer, and its place."""

    def __init__(self, delivery: DeliveryFixture, place: str, note: str) -> None:
        self.delivery = delivery
        self.editor = delivery.open(LOST)
        self.note = f"{note} in {place}"
        self._panel = "Outbox" if place == "the Outbox list" else None
        self._before = self.editor.times_announced(UNKNOWN)
        self._looked_before = self.editor.times_announced(LOOKING)
        delivery.submit_note(self.note)
        self.wait_asked()

    @property
    def times_told_of_looking(self) -> int:
        return self.editor.times_announced(LOOKING) - self._looked_before

    def wait_asked(self, *, times: int = 1) -> None:
        self.editor.wait_announced(UNKNOWN, times=self._before + times)
        assert outbox(self.editor) == [ASKED]

    def answer(self, words: str) -> None:
        if self._panel:
            self.editor.select("Outbox", ASKED)
        self.editor.click(words, panel=self._panel)

    @property
    def attempts(self) -> int:
        return self.delivery.updates(LOST).count([("note", self.note)])


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> str:
    told: str = request.param
    return told


def test_it_is_looked_into_and_then_asked_about_on_the_facts(delivery: DeliveryFixture) -> None:
    question = Question(delivery, PLACES[0], "The facts")
    editor = question.editor
    assert question.times_told_of_looking == 1
    assert editor.status().startswith(UNKNOWN)
    fact = f"✗ New note “{question.note}” isn't on the server"
    assert editor.wait_label(UNKNOWN)
    assert editor.wait_label(fact) == fact  # once nobody types, the line becomes a group
    assert editor.items("Outbox") == [Item(ASKED, fact)]
    assert on_their_way(editor) == [question.note]
    assert all(editor.exists("push button", words) for words in ANSWERS)
    assert question.attempts == 1
    question.answer("It was stored")
    editor.wait_status("Submitted: stored, as you say, at")


def test_send_again_is_one_more_attempt_and_asked_about_anew(delivery: DeliveryFixture, place: str) -> None:
    question = Question(delivery, place, "Send again")
    question.answer("Send again")
    question.wait_asked(times=2)
    assert question.attempts == 2
    question.answer("It was stored")
    question.editor.wait_status("Submitted: stored, as you say, at")
    assert question.attempts == 2


def test_it_was_stored_closes_it_and_nothing_is_sent(delivery: DeliveryFixture, place: str) -> None:
    question = Question(delivery, place, "It was stored")
    question.answer("It was stored")
    question.editor.wait_status("Submitted: stored, as you say, at")
    assert outbox(question.editor) == on_their_way(question.editor) == pending(question.editor) == []
    assert question.attempts == 1


def test_keep_waiting_leaves_it_as_it_is_and_what_lands_late_is_found(delivery: DeliveryFixture, place: str) -> None:
    question = Question(delivery, place, "Keep waiting")
    question.answer("Keep waiting")
    assert outbox(question.editor) == [ASKED]
    assert on_their_way(question.editor) == [question.note]
    assert question.attempts == 1
    delivery.server.change(LOST, "note", question.note)
    question.editor.wait_status("Submitted: stored at")
    assert outbox(question.editor) == on_their_way(question.editor) == []
    assert question.attempts == 1


def test_back_to_draft_gives_it_back_and_submitted_again_it_is_looked_for_first(
    delivery: DeliveryFixture, place: str
) -> None:
    question = Question(delivery, place, "Back to draft")
    question.answer("Back to draft")
    question.editor.wait_status(
        f"Changes to case {LOST} are back in the draft. When you submit again, the server is checked first."
    )
    assert outbox(question.editor) == []
    assert pending(question.editor) == [question.note]
    delivery.server.change(LOST, "note", question.note)
    question.editor.click("Submit")
    question.editor.wait_status("Submitted: stored at")
    assert delivery.notes(LOST).count(question.note) == 1
    assert question.attempts == 1


def test_a_note_written_after_another_was_taken_back_and_discarded_is_sent(delivery: DeliveryFixture) -> None:
    question = Question(delivery, PLACES[0], "Discarded")
    question.answer("Back to draft")
    question.editor.wait_status("back in the draft")
    question.editor.click("Discard changes")
    question.editor.wait_status("Changes discarded.")
    delivery.submit_note("Quite another")
    question.wait_asked(times=2)
    assert delivery.updates(LOST)[-1] == [("note", "Quite another")]
    question.answer("It was stored")
    question.editor.wait_status("Submitted: stored, as you say, at")
