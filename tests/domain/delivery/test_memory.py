"""A note in doubt without its draft: for 15 minutes of server time the agent is asked before another POST (rule 10)."""

import msgspec
import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.evidence import UNCONFIRMED_FOR
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.delivery.submission import (
    BackToDraft,
    Confirmation,
    Doubt,
    EffectStatus,
    ItWasStored,
    Read,
    State,
    Submission,
)
from caseeditor.domain.editing.edit import Edit
from tests.support.submissions import (
    NO,
    NOTE,
    OLD,
    OURS,
    START,
    after,
    again,
    asking,
    case,
    fates,
    look,
    queued,
    sending,
)

HERE = case(moved=True, notes=[OURS, OLD], updated_by="support")
replace = msgspec.structs.replace


def read(*ended: Submission, date: int = START + 60, found: Case | None = None) -> Read:
    return Read(Reading(found or case(), date), shows_notes=True, ended=ended)


def taken_back() -> Submission:
    """Return a submission whose note was taken back into the draft and may have landed."""
    return after(asking(), BackToDraft())


def typed(text: str) -> Submission:
    return replace(queued(Edit(notes={1: text})), number=8)


@pytest.mark.parametrize("text", ["llamar", " llamar\r\n", "Llamar.", "llamár"])
def test_a_note_like_it_is_not_sent_unasked(text: str) -> None:
    submission = after(typed(text), read(taken_back()))
    assert (submission.state, fates(submission)) == (State.UNCONFIRMED, [EffectStatus.MISSING])


def test_another_note_is_sent() -> None:
    assert after(typed("escribir"), read(taken_back())).state is State.SENDING


def test_one_that_landed_is_asked_about_and_never_called_stored_by_itself() -> None:
    submission = after(typed("llamar"), *[read(taken_back(), found=HERE)] * 8)
    assert (submission.state, fates(submission)) == (State.NEEDS_ANSWER, [EffectStatus.AMBIGUOUS])


def test_sent_again_it_is_found_as_any_other() -> None:
    submission = again(after(typed("llamar"), *[read(taken_back(), found=HERE)] * 8))
    submission = after(submission, read(taken_back(), found=HERE))
    assert (submission.state, submission.attempts) == (State.SENDING, 2)
    both = case(moved=True, notes=[replace_date(OURS), OURS, OLD], updated_by="support")
    assert after(submission, Doubt(), look(both)).state is State.STORED


def replace_date(note: dict[str, object]) -> dict[str, object]:
    return {**note, "date": (START + 90) * 1000}


@pytest.mark.parametrize(
    ("seconds", "state"), [(UNCONFIRMED_FOR - 1, State.UNCONFIRMED), (UNCONFIRMED_FOR, State.SENDING)]
)
def test_it_is_remembered_for_a_quarter_of_an_hour_by_the_servers_clock(seconds: int, state: State) -> None:
    assert after(typed("llamar"), read(taken_back(), date=START + seconds)).state is state


def test_where_the_server_names_no_time_it_is_remembered() -> None:
    assert after(typed("llamar"), read(taken_back(), date=0)).state is State.UNCONFIRMED


def test_what_a_later_submission_took_along_is_decided_with_it() -> None:
    before = taken_back()
    found = replace(
        before, number=9, state=State.STORED, unconfirmed=tuple(replace(g, note="x") for g in before.unconfirmed)
    )
    assert after(replace(typed("llamar"), number=10), read(before, found)).state is State.SENDING


@pytest.mark.parametrize("end", ["agent", "seen"])
def test_another_text_that_it_took_along_stays_in_doubt(end: str) -> None:
    """Of two discarded notes one is typed again and found: that decides nothing about the other."""
    both = after(queued(Edit(notes={1: "llamar", 2: "escribir"})), look(), Doubt(), *[look()] * 6, BackToDraft())
    assert [each.text for each in both.unconfirmed] == ["llamar", "escribir"]
    there = case(moved=True, notes=[OURS, {**OURS, "text": "escribir"}, OLD], updated_by="support")
    one = after(typed("escribir"), *[read(both, found=there)] * 8)
    assert one.state is State.NEEDS_ANSWER
    stored = after(one, ItWasStored())
    if end == "seen":
        found = tuple(replace(each, note="x") if each.text == "escribir" else each for each in stored.unconfirmed)
        stored = replace(stored, confirmation=Confirmation.SEEN, unconfirmed=found)
    other = replace(typed("llamar"), number=9)
    asked = after(other, *[read(both, stored, found=there)] * 8)
    assert (asked.state, fates(asked)) == (State.NEEDS_ANSWER, [EffectStatus.AMBIGUOUS])
    assert after(replace(typed("escribir"), number=9), read(both, stored, found=there)).state is State.SENDING


def test_what_is_in_the_draft_still_is_no_recalled_one() -> None:
    before = taken_back()
    own = replace(
        typed("llamar"), first=before.first, current=before.current, attempts=1, unconfirmed=before.unconfirmed
    )
    assert after(own, read(before)).recalled == ()
    assert after(own, read(before, found=HERE)).state is State.STORED


def test_a_rejected_one_is_asked_about_only_where_a_note_like_it_is_there() -> None:
    rejected = after(sending(NOTE), NO, look())
    assert rejected.state is State.REJECTED
    assert after(typed("llamar"), read(rejected)).state is State.SENDING
    assert after(typed("llamar"), read(rejected, found=HERE)).state is State.UNCONFIRMED


def test_a_text_of_which_only_the_beginning_was_typed_stays_in_doubt() -> None:
    """A server may cut the longer text to the shorter, so it is recalled; the answer decides only the shorter one."""
    longer = "llamar 😀 luego"
    given_up = after(sending(Edit(notes={1: longer})), Doubt(), *[look(case(moved=True))] * 6, BackToDraft())
    there = case(moved=True, notes=[{**OURS, "text": longer}, OLD], updated_by="support")
    shorter = after(typed("llamar"), *[read(given_up, found=there)] * 8)
    assert shorter.state is State.NEEDS_ANSWER
    stored = after(shorter, ItWasStored())
    again_typed = replace(typed(longer), number=9)
    assert after(again_typed, read(given_up, stored, found=there)).state is State.UNCONFIRMED


def test_another_text_that_was_only_rejected_stays_so() -> None:
    """It is asked about only where a note like it is there."""
    both = after(sending(Edit(notes={1: "llamar", 2: "escribir"})), NO, look())
    assert both.state is State.REJECTED
    there = case(moved=True, notes=[{**OURS, "text": "escribir"}, OLD], updated_by="support")
    stored = after(typed("escribir"), read(both), Doubt(), *[look(there)] * 8, ItWasStored())
    assert (stored.state, stored.attempts, len(stored.recalled)) == (State.STORED, 1, 2)
    other = replace(typed("llamar"), number=9)
    assert after(other, read(both, stored, found=there)).state is State.SENDING


def test_sent_again_a_single_note_may_be_the_recalled_one() -> None:
    """The second attempt was lost; the earlier one landed."""
    submission = again(after(typed("llamar"), *[read(taken_back())] * 8))
    submission = after(submission, read(taken_back()), Doubt(), look(HERE))
    assert (submission.state, fates(submission)) == (State.UNCONFIRMED, [EffectStatus.AMBIGUOUS])
    both = case(moved=True, notes=[replace_date(OURS), OURS, OLD], updated_by="support")
    assert after(submission, look(both)).state is State.STORED


def test_taken_back_again_it_stays_a_recalled_one() -> None:
    submission = after(typed("llamar"), read(taken_back()), BackToDraft())
    assert submission.state is State.DRAFT
    assert submission.recalled == taken_back().unconfirmed
