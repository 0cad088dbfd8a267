"""The table of RULES.md, row by row: queued, sending, and the table as a whole."""

import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.snapshot import Reading, digest, take
from caseeditor.domain.delivery.state_machine import TABLE, NextAction, after_restart, next_action, transition
from caseeditor.domain.delivery.submission import (
    Answered,
    BackToDraft,
    Confirmation,
    Decided,
    Doubt,
    EffectStatus,
    Event,
    ItWasStored,
    Removed,
    State,
    UnconfirmedNote,
    Unsent,
)
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, FailureKind
from tests.support.samples import note, read, stored
from tests.support.submissions import (
    AFTER,
    BEFORE,
    BOTH,
    NO,
    NOTE,
    OLD,
    OURS,
    START,
    STORED,
    SUBJECT,
    after,
    again,
    asking,
    case,
    fates,
    look,
    looked,
    names,
    queued,
    replace,
    sending,
    unsure,
)

# Queued.


def test_queued_clean_read_everything_is_on_disk_then_post() -> None:
    submission = sending(BOTH)
    assert submission.state is State.SENDING
    assert next_action(submission) is NextAction.POST
    assert submission.parameters == (("subject", "mío"), ("note", "llamar"))
    assert submission.first == submission.current == take(Reading(case(), START), BOTH)
    assert (submission.attempts, submission.sending, submission.unconfirmed) == (
        1,
        BOTH,
        (UnconfirmedNote("llamar", START, 7),),
    )


def test_queued_only_what_changed_is_sent_and_a_colleagues_other_field_stands() -> None:
    submission = after(queued(BOTH), look(case(moved=True, subject="mío", prioridad="media")))
    assert submission.parameters == (("note", "llamar"),)


def test_queued_nothing_left_to_send_is_stored() -> None:
    submission = after(queued(SUBJECT), look(case(subject="mío")))
    assert (submission.state, submission.confirmation, submission.attempts) == (State.STORED, Confirmation.SEEN, 0)


def test_queued_nothing_but_removals_goes_on_to_removing() -> None:
    assert after(queued(Edit(tags={"spam": False})), look()).state is State.REMOVING


def test_queued_conflict_is_decided_and_read_again() -> None:
    theirs = case(moved=True, subject="suyo")
    submission = after(queued(BOTH), look(theirs))
    assert (submission.state, next_action(submission)) == (State.CONFLICTED, NextAction.ASK)
    assert [(each.mine, each.theirs) for each in submission.conflicts] == [("mío", "suyo")]
    mine = after(submission, Decided(()))
    assert (mine.state, next_action(mine)) == (State.QUEUED, NextAction.READ)
    assert names(after(mine, look(theirs)).parameters) == ["subject", "note"]
    assert after(mine, look(case(moved=True, subject="otra vez"))).state is State.CONFLICTED
    given_up = after(submission, Decided(("subject:",)))
    assert [each.mine for each in given_up.conceded] == ["mío"]
    assert names(after(given_up, look(theirs)).parameters) == ["note"]


def test_queued_all_given_up_is_closed() -> None:
    submission = after(queued(SUBJECT), look(case(subject="suyo")), Decided(("subject:",)), look(case(subject="suyo")))
    assert (submission.state, submission.attempts) == (State.STORED, 0)


def test_queued_earlier_attempt_evidence_differs_is_asked_anew() -> None:
    other = "2015-03-16T12:00:40+0000"
    submission = after(again(asking()), look(case(update_date=other)))
    assert (submission.state, submission.attempts) == (State.NEEDS_ANSWER, 1)
    assert submission.findings is not None
    assert submission.findings.update_date == other


def test_queued_earlier_attempt_that_landed_meanwhile_is_seen() -> None:
    submission = after(again(asking()), look(case(moved=True, notes=[OURS, OLD])))
    assert (submission.state, submission.confirmation, submission.attempts) == (State.STORED, Confirmation.SEEN, 1)


def test_queued_earlier_attempt_nobody_agreed_to_goes_through_the_evidence() -> None:
    """A draft with traces of an attempt: reads come first, then the question, as in doubt."""
    submission = replace(unsure(), state=State.QUEUED)
    submission = after(submission, look(case(moved=True)))
    assert (submission.state, submission.verification_reads) == (State.UNCONFIRMED, 0)
    assert looked(submission, case(moved=True)).state is State.NEEDS_ANSWER


def test_queued_held_and_gone_is_a_conflict_and_not_sent_again() -> None:
    submission = after(unsure(BOTH), look(case(moved=True, subject="mío")))
    gone = case(moved=True, subject="suyo")
    submission = again(looked(submission, gone))
    submission = after(submission, look(gone))
    assert submission.state is State.CONFLICTED
    assert [(each.held, each.theirs) for each in submission.conflicts] == [(True, "suyo")]
    assert names(after(submission, Decided(()), look(gone)).parameters) == ["subject", "note"]
    assert names(after(submission, Decided(("subject:",)), look(gone)).parameters) == ["note"]


@pytest.mark.parametrize("was", [None, ""])
def test_queued_held_and_gone_tells_absent_from_empty(was: str | None) -> None:
    edit = Edit(values={"prioridad": "alta"}, notes={1: "llamar"})
    gone = case(moved=True, prioridad=was) if was is not None else read(notes=[OLD], update_date=AFTER)
    submission = after(unsure(edit), look(case(moved=True, prioridad="alta")))
    submission = after(again(looked(submission, gone)), look(gone))
    assert [each.theirs for each in submission.conflicts] == [was]
    assert after(submission, Decided(()), look(gone)).state is State.SENDING


def test_queued_a_tag_that_held_and_is_gone_can_be_given_up() -> None:
    edit = Edit(tags={"vip": True}, notes={1: "llamar"})
    submission = after(unsure(edit), look(case(moved=True, tags=["vip"])))
    gone = case(moved=True)
    submission = after(again(looked(submission, gone)), look(gone))
    assert [each.what for each in submission.conflicts] == [ChangeKind.TAG_ADDED]
    assert names(after(submission, Decided(("tag added:vip",)), look(gone)).parameters) == ["note"]
    assert names(after(submission, Decided(()), look(gone)).parameters) == ["tag", "note"]


def test_queued_back_to_draft() -> None:
    assert after(queued(), BackToDraft()).state is State.DRAFT


# Sending.


@pytest.mark.parametrize("kind", [FailureKind.UNREACHABLE, FailureKind.TOKEN_REFUSED])
def test_sending_surely_unsent_the_attempt_is_taken_back(kind: FailureKind) -> None:
    submission = after(sending(), Unsent(Failure(kind=kind, words="no")))
    assert (submission.state, submission.attempts, submission.first, submission.unconfirmed) == (
        State.QUEUED,
        0,
        None,
        (),
    )
    assert submission.words == "no"
    assert after(submission, look()).state is State.SENDING


def test_sending_a_repetition_that_was_unsent_keeps_the_agreement() -> None:
    submission = after(again(asking()), look(case(moved=True)), Unsent(Failure(kind=FailureKind.UNREACHABLE)))
    assert (submission.state, submission.attempts, len(submission.unconfirmed)) == (State.QUEUED, 1, 1)
    assert after(submission, look(case(moved=True))).state is State.SENDING


def test_sending_a_good_answer_is_stored_with_the_receipt() -> None:
    submission = after(sending(BOTH), Answered(STORED))
    assert (submission.state, submission.confirmation, fates(submission)) == (
        State.STORED,
        Confirmation.SEEN,
        [EffectStatus.CONFIRMED] * 2,
    )
    assert [unconfirmed_note.note for unconfirmed_note in submission.unconfirmed] == [digest(note("llamar", date="9"))]


def test_sending_a_good_answer_that_shows_a_field_otherwise_is_stored_and_told() -> None:
    submission = after(sending(BOTH), Answered(case(moved=True, subject="MÍO", notes=[OURS, OLD])))
    assert submission.confirmation is Confirmation.SEEN
    assert submission.findings is not None
    assert submission.findings.evidence[0].shown == "MÍO"


def test_sending_a_good_answer_goes_on_to_removing() -> None:
    submission = after(sending(replace(NOTE, tags={"spam": False})), Answered(STORED))
    assert (submission.state, submission.confirmation) == (State.REMOVING, Confirmation.SEEN)


def test_sending_a_good_answer_with_notes_under_another_form_of_our_name_is_read_once_more_and_stored() -> None:
    """From the answer alone they are indistinguishable from another submission's."""
    theirs = case(moved=True, notes=[stored("otra", "Ana"), stored("llamar", "Ana"), OLD])
    submission = after(sending(Edit(notes={1: "llamar", 2: "otra"})), Answered(theirs))
    assert submission.state is State.UNCONFIRMED
    assert after(submission, look(theirs)).confirmation is Confirmation.SEEN


@pytest.mark.parametrize("shown", [None, case(), case(notes=[]), read(update_date=BEFORE)])
def test_sending_a_good_answer_without_a_visible_note_is_unconfirmed_until_it_is_read(shown: Case | None) -> None:
    submission = after(sending(), Answered(shown, shows_notes=True))
    assert (submission.state, submission.accepted) == (State.UNCONFIRMED, True)
    assert after(submission, look(STORED)).confirmation is Confirmation.SEEN
    assert looked(submission).state is State.NEEDS_ANSWER


def test_sending_refused_is_unconfirmed_with_the_servers_words() -> None:
    submission = after(sending(), NO)
    assert (submission.state, submission.refused, submission.words) == (State.UNCONFIRMED, True, "no")


def test_sending_anything_else_or_a_restart_is_unconfirmed() -> None:
    assert unsure().state is State.UNCONFIRMED
    assert after_restart(sending()).state is State.UNCONFIRMED
    for submission in (queued(), unsure(), asking()):
        assert after_restart(submission) == submission


# The table as a whole.


@pytest.mark.parametrize("state", State)
def test_what_the_table_does_not_name_changes_nothing(state: State) -> None:
    submission = replace(sending(), state=state)
    events: list[Event] = [
        look(),
        Answered(None),
        Unsent(Failure(kind=FailureKind.SLOW)),
        NO,
        Doubt(),
        Removed(),
        ItWasStored(),
        BackToDraft(),
        Decided(()),
    ]
    for event in events:
        if (state, type(event)) not in TABLE:
            assert transition(submission, event) is submission


@pytest.mark.parametrize("state", [State.STORED, State.REJECTED, State.DRAFT])
def test_what_is_closed_waits_for_nothing(state: State) -> None:
    submission = replace(queued(), state=state)
    assert next_action(submission) is NextAction.NOTHING
    assert not state.is_open
