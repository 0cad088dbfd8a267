"""Rows of a batch in the state machine (rule 14)."""

import msgspec
import pytest

from caseeditor.domain.case.search import Filters
from caseeditor.domain.delivery.guard import BatchMark, Guard, failed_conditions, guard_of
from caseeditor.domain.delivery.state_machine import after_restart
from caseeditor.domain.delivery.submission import (
    BackToDraft,
    Doubt,
    State,
    Submission,
    UnconfirmedNote,
    Unsent,
    Withdraw,
)
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.errors.failure import Failure, FailureKind
from tests.support.submissions import (
    BOTH,
    NOTE,
    OLD,
    OURS,
    START,
    STORED,
    SUBJECT,
    after,
    again,
    case,
    look,
    looked,
    queued,
)

replace = msgspec.structs.replace
MARK = BatchMark(batch=1, row=5)
MINE = Edit(subject="mío", values={"prioridad": "alta"})


def row(edit: Edit = NOTE, **mark: object) -> Submission:
    return replace(queued(edit), batch=replace(MARK, **mark), names=("support",))


def test_a_row_is_sent_like_any_submission() -> None:
    sent = after(row(BOTH), look(date=START))
    assert sent.state is State.SENDING
    assert sent.batch == MARK
    assert sent.sending == BOTH


def test_a_case_that_no_longer_meets_the_guard_is_not_touched() -> None:
    guarded = row(NOTE, guard=Guard(with_tag="campaign"))
    skipped = after(guarded, look(date=START))
    assert (skipped.state, skipped.attempts) == (State.DRAFT, 0)
    assert skipped.why == Failure(kind=FailureKind.GUARD, words="with_tag")
    assert after(guarded, look(case(tags=["Campaign"]), date=START)).state is State.SENDING


def test_the_guard_holds_again_after_an_attempt_that_was_not_sent() -> None:
    unsent = after(row(NOTE, guard=Guard(with_tag="spam")), look(date=START), Unsent(Failure(kind=FailureKind.SLOW)))
    assert unsent.state is State.QUEUED
    assert after(unsent, look(case(tags=[]))).state is State.DRAFT


def test_the_guard_does_not_decide_about_an_attempt_that_may_be_stored() -> None:
    """A batch that removes the tag of its own search would otherwise be taken for skipped."""
    sent = after(row(NOTE, guard=Guard(with_tag="spam")), look(date=START), Doubt())
    assert after(sent, look(replace(STORED, tags=()))).state is State.STORED


@pytest.mark.parametrize(
    ("guard", "failed"),
    [
        (Guard(), ()),
        (Guard(states=("Closed", "arrived")), ()),
        (Guard(states=("Closed",)), ("states",)),
        (Guard(sources=("email",)), ("sources",)),
        (Guard(with_tag="SPAM", without_tag="vip"), ()),
        (Guard(with_tag="vip", without_tag="spam"), ("with_tag", "without_tag")),
        (Guard(campaign_id="7", contact_id="9"), ()),
        (Guard(campaign_id="8", contact_id="10"), ("contact_id", "campaign_id")),
    ],
)
def test_conditions(guard: Guard, failed: tuple[str, ...]) -> None:
    found = case(state="Arrived", source="sms", campaign={"id": 7}, contact={"id": 9, "name": "Ana"})
    assert failed_conditions(guard, found) == failed


def test_the_guard_of_a_search_has_no_dates() -> None:
    filters = Filters(state="Arrived\nClosed", with_tag="a", updated_since="2015-03-16")
    assert guard_of(filters) == Guard(states=("Arrived", "Closed"), with_tag="a")


def test_a_note_that_stands_there_is_not_sent_again() -> None:
    done = after(row(), look(case(notes=[OURS, OLD]), date=START))
    assert (done.state, done.attempts, done.parameters) == (State.STORED, 0, ())
    only_subject = after(row(BOTH), look(case(notes=[OURS, OLD]), date=START))
    assert only_subject.parameters == (("subject", "mío"),)


def test_of_two_equal_notes_one_that_stands_there_counts_for_one() -> None:
    sent = after(row(Edit(notes={1: "llamar", 2: "llamar"})), look(case(notes=[OURS, OLD]), date=START))
    assert sent.parameters == (("note", "llamar"),)


def test_a_note_of_somebody_else_is_not_the_row_s() -> None:
    theirs = case(notes=[{**OURS, "userName": "luis"}, OLD])
    assert after(row(), look(theirs, date=START)).parameters == (("note", "llamar"),)


def test_a_note_without_a_name_may_be_the_row_s() -> None:
    assert after(row(), look(case(notes=[{**OURS, "userName": ""}, OLD]), date=START)).parameters == ()


def test_a_note_is_repeated_if_the_batch_says_so() -> None:
    repeated = after(row(repeats_notes=True), look(case(notes=[OURS, OLD]), date=START))
    assert repeated.parameters == (("note", "llamar"),)


def test_a_conflict_is_left_to_the_colleague_and_the_rest_is_sent() -> None:
    sent = after(row(MINE), look(case(moved=True, prioridad="urgente"), date=START + 120))
    assert sent.state is State.SENDING
    assert sent.parameters == (("subject", "mío"),)
    assert [conflict.theirs for conflict in sent.conceded] == ["urgente"]


def test_nothing_is_sent_where_all_fields_moved() -> None:
    done = after(row(SUBJECT), look(case(moved=True, subject="de Luis"), date=START + 120))
    assert (done.state, done.attempts) == (State.STORED, 0)
    assert [conflict.theirs for conflict in done.conceded] == ["de Luis"]


def test_a_new_attribute_that_a_colleague_added_is_theirs() -> None:
    edit = Edit(rows={1: Row("zona", "sur")})
    done = after(row(edit), look(case(moved=True, zona="norte"), date=START + 120))
    assert [conflict.field for conflict in done.conceded] == ["attribute:zona"]
    assert done.state is State.STORED


def test_a_value_that_was_stored_and_changed_back_is_theirs() -> None:
    """A lost answer; a read shows our value, the next ones the old value again. The agent sends again."""
    sent = after(row(MINE), look(date=START), Doubt(), look(case(moved=True, prioridad="alta")))
    asked = looked(sent, case(moved=True), 5)
    assert asked.state is State.NEEDS_ANSWER
    sent = after(again(asked), look(case(moved=True)))
    assert sent.parameters == (("subject", "mío"),)
    assert [(conflict.field, conflict.held) for conflict in sent.conceded] == [("attribute:prioridad", True)]


def test_a_row_that_was_not_sent_is_withdrawn() -> None:
    assert after(row(), Withdraw()).state is State.DRAFT
    unsent = after(row(), look(date=START), Unsent(Failure(kind=FailureKind.SLOW)), Withdraw())
    assert unsent.state is State.DRAFT


def test_a_row_that_may_be_stored_is_not_withdrawn() -> None:
    sending = after(row(), look(date=START))
    for submission in (sending, after(sending, Doubt()), after_restart(sending)):
        assert after(submission, Withdraw()) == submission


def test_a_recalled_note_does_not_keep_a_row_from_being_withdrawn() -> None:
    """An earlier submission of the same text is in doubt: this row itself was not sent."""
    earlier = after(queued(), look(date=START), Doubt(), BackToDraft())
    read = msgspec.structs.replace(look(), ended=(replace(earlier, number=3),))
    recalled = after(replace(row(), number=8), read)
    assert recalled.recalled
    assert recalled.state is State.UNCONFIRMED or after(recalled, Withdraw()).state is State.DRAFT


def test_the_guard_holds_where_an_earlier_note_is_recalled() -> None:
    mark = UnconfirmedNote("llamar", START, 3)
    recalled = replace(row(NOTE, guard=Guard(with_tag="vip")), number=8, first=queued().base, current=queued().base)
    recalled = replace(recalled, attempts=1, unconfirmed=(mark,), recalled=(mark,))
    assert after(recalled, look()).why == Failure(kind=FailureKind.GUARD, words="with_tag")
