"""The table of RULES.md, row by row: unsure, asking, removing, stored."""

import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.evidence import UNCONFIRMED_FOR
from caseeditor.domain.delivery.snapshot import digest
from caseeditor.domain.delivery.state_machine import (
    VERIFICATION_READS,
    NextAction,
    after_restart,
    event_of,
    next_action,
)
from caseeditor.domain.delivery.submission import (
    Answered,
    BackToDraft,
    Confirmation,
    Decided,
    Doubt,
    EffectStatus,
    ItWasStored,
    Removed,
    SendAgain,
    State,
    Submission,
    UnconfirmedNote,
)
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, FailureKind, RequestReach
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
    WAIT,
    WAS,
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

# Unsure.


def test_unconfirmed_every_effect_is_ours_is_stored() -> None:
    submission = after(unsure(BOTH), look(STORED))
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.SEEN)
    assert after(unsure(replace(BOTH, tags={"spam": False})), look(STORED)).state is State.REMOVING


def test_unconfirmed_half_of_it_is_for_the_agent() -> None:
    submission = asking(BOTH, case(moved=True, notes=[OURS, OLD]))
    assert (submission.state, fates(submission)) == (State.NEEDS_ANSWER, [EffectStatus.MISSING, EffectStatus.CONFIRMED])
    assert names(after(again(submission), look(case(moved=True, notes=[OURS, OLD]))).parameters) == ["subject"]


def test_unconfirmed_what_was_seen_before_an_attempt_is_not_missed_after_it() -> None:
    half = case(moved=True, notes=[OURS, OLD])
    submission = after(again(asking(BOTH, half)), look(half), Doubt())
    assert fates(after(submission, look(half))) == [EffectStatus.MISSING, EffectStatus.CONFIRMED]
    assert after(submission, look(STORED)).state is State.STORED


def test_unconfirmed_refused_and_nothing_moved_is_refused_and_its_note_may_still_land() -> None:
    submission = after(sending(BOTH), NO, look())
    assert (submission.state, submission.words, submission.attempts) == (State.REJECTED, "no", 0)
    assert submission.unconfirmed == (UnconfirmedNote("llamar", START, 7),)
    assert submission.first == sending(BOTH).first


def test_unconfirmed_refused_without_a_note_leaves_nothing_behind() -> None:
    submission = after(sending(SUBJECT), NO, look())
    assert (submission.state, submission.unconfirmed, submission.first) == (State.REJECTED, (), None)


def test_unconfirmed_refused_for_its_token_is_decided_by_a_read_across_a_restart_too() -> None:
    failure = Failure(kind=FailureKind.TOKEN_REFUSED, reach=RequestReach.ANSWERED, status=401, words="expired")
    submission = after_restart(after(sending(), event_of(failure)))
    assert (submission.state, submission.refused, submission.attempts, len(submission.unconfirmed)) == (
        State.UNCONFIRMED,
        True,
        1,
        1,
    )
    assert after(submission, look(STORED)).state is State.STORED
    again = after(submission, look(), look(date=START + 90))
    assert (again.state, again.attempts, len(again.unconfirmed)) == (State.SENDING, 1, 2)
    assert after(again, event_of(failure), look()).state is State.REJECTED


def test_unconfirmed_refused_for_its_token_and_stored_since_is_seen_before_it_is_sent_again() -> None:
    failure = Failure(kind=FailureKind.TOKEN_REFUSED, reach=RequestReach.ANSWERED, status=401, words="expired")
    waits = after(sending(), event_of(failure), look())
    assert waits.state is State.QUEUED
    assert after(waits, look(STORED)).state is State.STORED


def test_unconfirmed_refused_counts_no_field_that_held_before() -> None:
    with_subject = case(subject="mío")
    submission = after(queued(BOTH), look(with_subject, START), NO, look(with_subject))
    assert submission.state is State.REJECTED


@pytest.mark.parametrize(
    "moved",
    [
        case(moved=True),
        case(subject="suyo"),
        case(tags=[]),
        case(notes=[]),
        case(notes=[stored("otra", "luis"), OLD]),
        case(update_date=""),
    ],
)
def test_unconfirmed_refused_and_something_moved_stays_unconfirmed(moved: Case) -> None:
    submission = looked(after(sending(), NO), moved)
    assert (submission.state, submission.words) == (State.NEEDS_ANSWER, "no")


def test_unconfirmed_refused_yet_stored_is_stored() -> None:
    assert after(sending(), NO, look(STORED)).state is State.STORED


@pytest.mark.parametrize("date", [0, START - 3600])
def test_unconfirmed_refused_and_the_read_not_settled_stays_unconfirmed(date: int) -> None:
    assert after(sending(), NO, look(date=date)).state is State.UNCONFIRMED


def test_unconfirmed_refused_while_an_earlier_attempt_may_land_is_for_the_agent() -> None:
    submission = after(again(asking()), look(case(moved=True)), NO)
    assert looked(submission, case(moved=True)).state is State.NEEDS_ANSWER


def test_unconfirmed_put_off_by_the_server_and_nothing_moved_waits_and_goes_again() -> None:
    submission = after(sending(), WAIT, look())
    assert (submission.state, submission.retry_after, submission.attempts) == (State.QUEUED, 5, 0)
    assert submission.unconfirmed == (UnconfirmedNote("llamar", START, 7),)
    for _ in range(4):
        submission = after(submission, look(), WAIT, look())
    assert submission.state is State.REJECTED


def test_unconfirmed_put_off_and_landed_late_is_seen_before_it_goes_again() -> None:
    assert after(sending(), WAIT, look(), look(STORED)).state is State.STORED


def test_unconfirmed_put_off_goes_again_over_a_case_that_a_colleague_changed() -> None:
    theirs = look(case(moved=True, prioridad="alta", notes=[stored("otra", "luis"), stored("suya"), OLD]))
    assert after(sending(), WAIT, look(), theirs).state is State.SENDING


def test_unconfirmed_put_off_yet_stored_is_stored() -> None:
    assert after(sending(), WAIT, look(STORED)).state is State.STORED


def test_unconfirmed_put_off_does_not_make_an_earlier_doubt_refused() -> None:
    here = look(case(moved=True))
    submission = after(again(asking()), here, WAIT, here)
    assert (submission.state, submission.attempts, submission.refused) == (State.QUEUED, 1, False)
    submission = after(submission, look(case(update_date="2015-03-16T12:00:40+0000")))
    assert not looked(submission, case(update_date="2015-03-16T12:00:40+0000")).refused


def test_unconfirmed_no_note_unmoved_is_sent_again_by_itself_once() -> None:
    submission = looked(unsure(SUBJECT), times=VERIFICATION_READS - 1)
    assert submission.state is State.UNCONFIRMED
    submission = after(submission, look())
    assert (submission.state, submission.resent) == (State.QUEUED, True)
    submission = after(submission, look(), Doubt())
    assert submission.attempts == 2
    assert looked(submission).state is State.NEEDS_ANSWER


@pytest.mark.parametrize("moved", [case(moved=True), case(prioridad="media", subject="x"), case(update_date="")])
def test_unconfirmed_no_note_and_moved_is_for_the_agent(moved: Case) -> None:
    assert looked(unsure(SUBJECT), moved).state is State.NEEDS_ANSWER


def test_unconfirmed_sent_again_by_itself_only_while_unmoved() -> None:
    submission = after(looked(unsure(SUBJECT)), look(case(moved=True)))
    assert (submission.state, submission.attempts) == (State.NEEDS_ANSWER, 1)


def test_unconfirmed_a_note_is_never_sent_again_by_itself() -> None:
    assert looked(unsure(BOTH)).state is State.NEEDS_ANSWER


def test_unconfirmed_a_moved_date_proves_no_note() -> None:
    submission = looked(unsure(), read(update_date=AFTER))
    assert (submission.state, fates(submission)) == (State.NEEDS_ANSWER, [EffectStatus.UNKNOWN])


def test_unconfirmed_accepted_by_a_server_that_shows_no_notes_is_accepted_never_seen() -> None:
    submission = after(sending(), Answered(None), look(read(update_date=AFTER)))
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.ACCEPTED)


def test_unconfirmed_accepted_and_another_submissions_note_is_not_taken_for_its_own() -> None:
    """Both submissions had a baseline without notes, so both notes are new to each."""
    submission = after(queued(), look(read(**{**WAS, "update_date": BEFORE, "notes": None}), START))
    theirs, ours = stored("llamar", date=3), stored("llamar", date=8)
    known = (UnconfirmedNote("llamar", START - UNCONFIRMED_FOR, 3, digest(note("llamar", date="3"))),)
    submission = after(submission, Answered(case(moved=True, notes=[theirs, ours])))
    submission = after(submission, look(case(moved=True, notes=[theirs, ours]), unconfirmed=known))
    assert submission.state is State.STORED
    assert [unconfirmed_note.note for unconfirmed_note in submission.unconfirmed] == [digest(note("llamar", date="8"))]


def test_unconfirmed_with_a_like_note_of_another_submission_is_for_the_agent() -> None:
    events = [
        look(STORED, unconfirmed=(UnconfirmedNote("llamar", START - UNCONFIRMED_FOR + 1, 3),))
    ] * VERIFICATION_READS
    assert after(unsure(), *events).state is State.NEEDS_ANSWER
    events = [look(STORED, unconfirmed=(UnconfirmedNote("llamar", START - UNCONFIRMED_FOR, 3),))] * VERIFICATION_READS
    assert after(unsure(), *events).state is State.STORED


# Asking.


def test_needs_answer_goes_on_reading_and_a_read_may_settle_it() -> None:
    submission = asking()
    assert next_action(submission) is NextAction.READ
    assert after(submission, look(case(moved=True))).state is State.NEEDS_ANSWER
    assert after(submission, look(STORED)).state is State.STORED


def test_needs_answer_send_again_holds_for_the_facts_that_were_shown() -> None:
    shown = asking().findings
    assert shown is not None
    submission = after(asking(), SendAgain(shown))
    assert (submission.state, submission.approved) == (State.QUEUED, shown)
    assert after(submission, look(case(moved=True))).parameters == (("note", "llamar"),)


def test_needs_answer_send_again_on_facts_that_a_read_behind_the_question_replaced_is_asked_anew() -> None:
    shown = asking().findings
    assert shown is not None
    now = look(case(moved=True, notes=[stored("otra cosa"), OLD]))
    submission = after(asking(), now, SendAgain(shown), now)
    assert (submission.state, fates(submission)) == (State.NEEDS_ANSWER, [EffectStatus.AMBIGUOUS])


def test_needs_answer_send_again_takes_what_was_shown_for_somebody_elses() -> None:
    """Otherwise the note would count as ours in the next doubt."""
    other = case(moved=True, notes=[stored("llamar", "Ana"), OLD])
    submission = again(asking(found=other))
    submission = looked(after(submission, look(other), Doubt()), other)
    assert (submission.state, submission.attempts, fates(submission)) == (State.NEEDS_ANSWER, 2, [EffectStatus.MISSING])
    both = case(update_date="2015-03-16T12:00:40+0000", notes=[OURS, stored("llamar", "Ana"), OLD])
    assert after(submission, look(both)).state is State.STORED


def test_needs_answer_it_was_stored_says_the_agent_and_the_unconfirmed_note_stays() -> None:
    submission = after(asking(), ItWasStored())
    assert (submission.state, submission.confirmation, submission.unconfirmed) == (
        State.STORED,
        Confirmation.AGENT,
        (UnconfirmedNote("llamar", START, 7),),
    )
    assert after(asking(replace(NOTE, tags={"spam": False})), ItWasStored()).state is State.REMOVING


def test_needs_answer_back_to_draft() -> None:
    assert after(asking(), BackToDraft()).state is State.DRAFT


# Removing.

REMOVAL = Edit(tags={"spam": False, "viejo": False})


def removing() -> Submission:
    return after(queued(REMOVAL), look(case(tags=["spam", "viejo"])))


def test_removing_clean_read_then_the_call_then_read_again() -> None:
    submission = removing()
    assert next_action(submission) is NextAction.READ
    submission = after(submission, look(case(tags=["spam", "viejo"])))
    assert (next_action(submission), submission.removing, submission.removal_mark) == (
        NextAction.REMOVE,
        ("spam", "viejo"),
        BEFORE,
    )
    submission = after(submission, Removed())
    assert next_action(submission) is NextAction.READ
    assert after(submission, look(case(moved=True, tags=[]))).state is State.STORED


def test_removing_is_read_again_after_a_restart() -> None:
    assert next_action(after_restart(after(removing(), look()))) is NextAction.READ


def test_removing_the_tag_is_gone_already() -> None:
    assert after(removing(), look(case(tags=[]))).state is State.STORED


def test_removing_lost_calls_are_made_again_then_asked() -> None:
    submission = removing()
    for _ in range(3):
        submission = after(submission, look())
        assert (next_action(submission), submission.removing) == (NextAction.REMOVE, ("spam",))
        submission = after(submission, Removed())
    assert after(submission, look()).state is State.CONFLICTED


def test_removing_a_tag_that_was_put_back_is_a_question() -> None:
    submission = after(removing(), look(), Removed(), look(case(moved=True)))
    assert (submission.state, [each.name for each in submission.conflicts]) == (State.CONFLICTED, ["spam"])
    assert after(submission, BackToDraft()) == submission
    mine = after(submission, Decided(()))
    assert next_action(mine) is NextAction.READ
    assert after(mine, look(case(moved=True))).removing == ("spam",)
    theirs = after(submission, Decided(("tag removed:spam",)))
    assert (after(theirs, look(case(moved=True))).state, [each.name for each in theirs.conceded]) == (
        State.STORED,
        ["spam"],
    )


# Stored.


def test_stored_an_unconfirmed_note_that_turns_up_is_told_once() -> None:
    submission = after(asking(), ItWasStored())
    assert after(submission, look(case(moved=True))) == submission
    late = after(submission, look(STORED))
    assert (late.state, late.late) == (State.STORED, ("llamar",))
    assert after(late, look(STORED)) == late


def test_stored_a_second_attempts_note_that_turns_up_is_told() -> None:
    submission = after(again(asking()), look(case(moved=True)), Answered(STORED))
    assert after(submission, look(STORED)).late == ()
    twice = case(moved=True, notes=[OURS, stored("llamar", date=8), OLD])
    assert after(submission, look(twice)).late == ("llamar",)


def test_stored_a_note_that_the_agent_was_shown_does_not_turn_up() -> None:
    found = case(moved=True, notes=[OURS, OLD], subject="suyo")
    submission = after(asking(BOTH, found), ItWasStored())
    assert after(submission, look(found)).late == ()
