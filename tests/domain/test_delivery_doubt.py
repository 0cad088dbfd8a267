"""The table of RULES.md, row by row: unsure, asking, removing, stored."""

import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.evidence import HAUNTED
from caseeditor.domain.delivery.snapshot import digest
from caseeditor.domain.delivery.state_machine import LOOKS, Step, event_of, next_step, resumed
from caseeditor.domain.delivery.submission import (
    Answered,
    BackToDraft,
    Decided,
    Doubt,
    Fate,
    Ghost,
    ItWasStored,
    Parcel,
    Removed,
    SendAgain,
    State,
    Verdict,
)
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, Kind, Reach
from tests.domain.parcels import (
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
from tests.domain.samples import note, read, stored

# Unsure.


def test_unsure_every_effect_is_ours_is_stored() -> None:
    parcel = after(unsure(BOTH), look(STORED))
    assert (parcel.state, parcel.verdict) == (State.STORED, Verdict.SEEN)
    assert after(unsure(replace(BOTH, tags={"spam": False})), look(STORED)).state is State.REMOVING


def test_unsure_half_of_it_is_for_the_agent() -> None:
    parcel = asking(BOTH, case(moved=True, notes=[OURS, OLD]))
    assert (parcel.state, fates(parcel)) == (State.ASKING, [Fate.ABSENT, Fate.OURS])
    assert names(after(again(parcel), look(case(moved=True, notes=[OURS, OLD]))).parameters) == ["subject"]


def test_unsure_what_was_seen_before_an_attempt_is_not_missed_after_it() -> None:
    half = case(moved=True, notes=[OURS, OLD])
    parcel = after(again(asking(BOTH, half)), look(half), Doubt())
    assert fates(after(parcel, look(half))) == [Fate.ABSENT, Fate.OURS]
    assert after(parcel, look(STORED)).state is State.STORED


def test_unsure_refused_and_nothing_moved_is_refused_and_its_note_may_still_land() -> None:
    parcel = after(sending(BOTH), NO, look())
    assert (parcel.state, parcel.words, parcel.attempts) == (State.REFUSED, "no", 0)
    assert parcel.ghosts == (Ghost("llamar", START, 7),)
    assert parcel.first == sending(BOTH).first


def test_unsure_refused_without_a_note_leaves_nothing_behind() -> None:
    parcel = after(sending(SUBJECT), NO, look())
    assert (parcel.state, parcel.ghosts, parcel.first) == (State.REFUSED, (), None)


def test_unsure_refused_for_its_token_is_decided_by_a_read_across_a_restart_too() -> None:
    failure = Failure(kind=Kind.TOKEN_REFUSED, reach=Reach.ANSWERED, status=401, words="expired")
    parcel = resumed(after(sending(), event_of(failure)))
    assert (parcel.state, parcel.refused, parcel.attempts, len(parcel.ghosts)) == (State.UNSURE, True, 1, 1)
    assert after(parcel, look(STORED)).state is State.STORED
    again = after(parcel, look(), look(date=START + 90))
    assert (again.state, again.attempts, len(again.ghosts)) == (State.SENDING, 1, 2)
    assert after(again, event_of(failure), look()).state is State.REFUSED


def test_unsure_refused_for_its_token_and_stored_since_is_seen_before_it_is_sent_again() -> None:
    failure = Failure(kind=Kind.TOKEN_REFUSED, reach=Reach.ANSWERED, status=401, words="expired")
    waits = after(sending(), event_of(failure), look())
    assert waits.state is State.QUEUED
    assert after(waits, look(STORED)).state is State.STORED


def test_unsure_refused_counts_no_field_that_held_before() -> None:
    with_subject = case(subject="mío")
    parcel = after(queued(BOTH), look(with_subject, START), NO, look(with_subject))
    assert parcel.state is State.REFUSED


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
def test_unsure_refused_and_something_moved_stays_unsure(moved: Case) -> None:
    parcel = looked(after(sending(), NO), moved)
    assert (parcel.state, parcel.words) == (State.ASKING, "no")


def test_unsure_refused_yet_stored_is_stored() -> None:
    assert after(sending(), NO, look(STORED)).state is State.STORED


@pytest.mark.parametrize("date", [0, START - 3600])
def test_unsure_refused_and_the_read_not_settled_stays_unsure(date: int) -> None:
    assert after(sending(), NO, look(date=date)).state is State.UNSURE


def test_unsure_refused_while_an_earlier_attempt_may_land_is_for_the_agent() -> None:
    parcel = after(again(asking()), look(case(moved=True)), NO)
    assert looked(parcel, case(moved=True)).state is State.ASKING


def test_unsure_put_off_by_the_server_and_nothing_moved_waits_and_goes_again() -> None:
    parcel = after(sending(), WAIT, look())
    assert (parcel.state, parcel.retry_after, parcel.attempts) == (State.QUEUED, 5, 0)
    assert parcel.ghosts == (Ghost("llamar", START, 7),)
    for _ in range(4):
        parcel = after(parcel, look(), WAIT, look())
    assert parcel.state is State.REFUSED


def test_unsure_put_off_and_landed_late_is_seen_before_it_goes_again() -> None:
    assert after(sending(), WAIT, look(), look(STORED)).state is State.STORED


def test_unsure_put_off_goes_again_over_a_case_that_a_colleague_changed() -> None:
    theirs = look(case(moved=True, prioridad="alta", notes=[stored("otra", "luis"), stored("suya"), OLD]))
    assert after(sending(), WAIT, look(), theirs).state is State.SENDING


def test_unsure_put_off_yet_stored_is_stored() -> None:
    assert after(sending(), WAIT, look(STORED)).state is State.STORED


def test_unsure_put_off_does_not_make_an_earlier_doubt_refused() -> None:
    here = look(case(moved=True))
    parcel = after(again(asking()), here, WAIT, here)
    assert (parcel.state, parcel.attempts, parcel.refused) == (State.QUEUED, 1, False)
    parcel = after(parcel, look(case(update_date="2015-03-16T12:00:40+0000")))
    assert not looked(parcel, case(update_date="2015-03-16T12:00:40+0000")).refused


def test_unsure_no_note_unmoved_is_sent_again_by_itself_once() -> None:
    parcel = looked(unsure(SUBJECT), times=LOOKS - 1)
    assert parcel.state is State.UNSURE
    parcel = after(parcel, look())
    assert (parcel.state, parcel.resent) == (State.QUEUED, True)
    parcel = after(parcel, look(), Doubt())
    assert parcel.attempts == 2
    assert looked(parcel).state is State.ASKING


@pytest.mark.parametrize("moved", [case(moved=True), case(prioridad="media", subject="x"), case(update_date="")])
def test_unsure_no_note_and_moved_is_for_the_agent(moved: Case) -> None:
    assert looked(unsure(SUBJECT), moved).state is State.ASKING


def test_unsure_sent_again_by_itself_only_while_unmoved() -> None:
    parcel = after(looked(unsure(SUBJECT)), look(case(moved=True)))
    assert (parcel.state, parcel.attempts) == (State.ASKING, 1)


def test_unsure_a_note_is_never_sent_again_by_itself() -> None:
    assert looked(unsure(BOTH)).state is State.ASKING


def test_unsure_a_moved_date_proves_no_note() -> None:
    parcel = looked(unsure(), read(update_date=AFTER))
    assert (parcel.state, fates(parcel)) == (State.ASKING, [Fate.UNKNOWN])


def test_unsure_accepted_by_a_server_that_shows_no_notes_is_accepted_never_seen() -> None:
    parcel = after(sending(), Answered(None), look(read(update_date=AFTER)))
    assert (parcel.state, parcel.verdict) == (State.STORED, Verdict.ACCEPTED)


def test_unsure_accepted_and_another_submissions_note_is_not_taken_for_its_own() -> None:
    """Their baseline showed no notes, so both are new to it."""
    parcel = after(queued(), look(read(**{**WAS, "update_date": BEFORE, "notes": None}), START))
    theirs, ours = stored("llamar", date=3), stored("llamar", date=8)
    known = (Ghost("llamar", START - HAUNTED, 3, digest(note("llamar", date="3"))),)
    parcel = after(parcel, Answered(case(moved=True, notes=[theirs, ours])))
    parcel = after(parcel, look(case(moved=True, notes=[theirs, ours]), ghosts=known))
    assert parcel.state is State.STORED
    assert [ghost.note for ghost in parcel.ghosts] == [digest(note("llamar", date="8"))]


def test_unsure_haunted_by_another_submission_is_for_the_agent() -> None:
    events = [look(STORED, ghosts=(Ghost("llamar", START - HAUNTED + 1, 3),))] * LOOKS
    assert after(unsure(), *events).state is State.ASKING
    events = [look(STORED, ghosts=(Ghost("llamar", START - HAUNTED, 3),))] * LOOKS
    assert after(unsure(), *events).state is State.STORED


# Asking.


def test_asking_goes_on_reading_and_a_read_may_settle_it() -> None:
    parcel = asking()
    assert next_step(parcel) is Step.READ
    assert after(parcel, look(case(moved=True))).state is State.ASKING
    assert after(parcel, look(STORED)).state is State.STORED


def test_asking_send_again_holds_for_the_facts_that_were_shown() -> None:
    shown = asking().facts
    assert shown is not None
    parcel = after(asking(), SendAgain(shown))
    assert (parcel.state, parcel.agreed) == (State.QUEUED, shown)
    assert after(parcel, look(case(moved=True))).parameters == (("note", "llamar"),)


def test_asking_send_again_on_facts_that_a_read_behind_the_question_replaced_is_asked_anew() -> None:
    shown = asking().facts
    assert shown is not None
    now = look(case(moved=True, notes=[stored("otra cosa"), OLD]))
    parcel = after(asking(), now, SendAgain(shown), now)
    assert (parcel.state, fates(parcel)) == (State.ASKING, [Fate.MAYBE])


def test_asking_send_again_takes_what_was_shown_for_somebody_elses() -> None:
    """Or else it would count as ours after the next doubt."""
    other = case(moved=True, notes=[stored("llamar", "Ana"), OLD])
    parcel = again(asking(found=other))
    parcel = looked(after(parcel, look(other), Doubt()), other)
    assert (parcel.state, parcel.attempts, fates(parcel)) == (State.ASKING, 2, [Fate.ABSENT])
    both = case(update_date="2015-03-16T12:00:40+0000", notes=[OURS, stored("llamar", "Ana"), OLD])
    assert after(parcel, look(both)).state is State.STORED


def test_asking_it_was_stored_says_the_agent_and_the_ghost_stays() -> None:
    parcel = after(asking(), ItWasStored())
    assert (parcel.state, parcel.verdict, parcel.ghosts) == (State.STORED, Verdict.AGENT, (Ghost("llamar", START, 7),))
    assert after(asking(replace(NOTE, tags={"spam": False})), ItWasStored()).state is State.REMOVING


def test_asking_back_to_draft() -> None:
    assert after(asking(), BackToDraft()).state is State.DRAFT


# Removing.

REMOVAL = Edit(tags={"spam": False, "viejo": False})


def removing() -> Parcel:
    return after(queued(REMOVAL), look(case(tags=["spam", "viejo"])))


def test_removing_clean_read_then_the_call_then_read_again() -> None:
    parcel = removing()
    assert next_step(parcel) is Step.READ
    parcel = after(parcel, look(case(tags=["spam", "viejo"])))
    assert (next_step(parcel), parcel.removing, parcel.removal_mark) == (Step.REMOVE, ("spam", "viejo"), BEFORE)
    parcel = after(parcel, Removed())
    assert next_step(parcel) is Step.READ
    assert after(parcel, look(case(moved=True, tags=[]))).state is State.STORED


def test_removing_is_read_again_after_a_restart() -> None:
    assert next_step(resumed(after(removing(), look()))) is Step.READ


def test_removing_the_tag_is_gone_already() -> None:
    assert after(removing(), look(case(tags=[]))).state is State.STORED


def test_removing_lost_calls_are_made_again_then_asked() -> None:
    parcel = removing()
    for _ in range(3):
        parcel = after(parcel, look())
        assert (next_step(parcel), parcel.removing) == (Step.REMOVE, ("spam",))
        parcel = after(parcel, Removed())
    assert after(parcel, look()).state is State.DECIDING


def test_removing_a_tag_that_was_put_back_is_a_question() -> None:
    parcel = after(removing(), look(), Removed(), look(case(moved=True)))
    assert (parcel.state, [each.name for each in parcel.conflicts]) == (State.DECIDING, ["spam"])
    assert after(parcel, BackToDraft()) == parcel
    mine = after(parcel, Decided(()))
    assert next_step(mine) is Step.READ
    assert after(mine, look(case(moved=True))).removing == ("spam",)
    theirs = after(parcel, Decided(("tag removed:spam",)))
    assert (after(theirs, look(case(moved=True))).state, [each.name for each in theirs.yielded]) == (
        State.STORED,
        ["spam"],
    )


# Stored.


def test_stored_a_ghosts_note_that_turns_up_is_told_once() -> None:
    parcel = after(asking(), ItWasStored())
    assert after(parcel, look(case(moved=True))) == parcel
    late = after(parcel, look(STORED))
    assert (late.state, late.late) == (State.STORED, ("llamar",))
    assert after(late, look(STORED)) == late


def test_stored_a_second_attempts_note_that_turns_up_is_told() -> None:
    parcel = after(again(asking()), look(case(moved=True)), Answered(STORED))
    assert after(parcel, look(STORED)).late == ()
    twice = case(moved=True, notes=[OURS, stored("llamar", date=8), OLD])
    assert after(parcel, look(twice)).late == ("llamar",)


def test_stored_a_note_that_the_agent_was_shown_does_not_turn_up() -> None:
    found = case(moved=True, notes=[OURS, OLD], subject="suyo")
    parcel = after(asking(BOTH, found), ItWasStored())
    assert after(parcel, look(found)).late == ()
