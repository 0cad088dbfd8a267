"""The table of RULES.md, row by row: queued, sending, and the table as a whole."""

import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.snapshot import Reading, digest, take
from caseeditor.domain.delivery.state_machine import TABLE, Step, advance, next_step, resumed
from caseeditor.domain.delivery.submission import (
    Answered,
    BackToDraft,
    Decided,
    Doubt,
    Event,
    Fate,
    Ghost,
    ItWasStored,
    Removed,
    State,
    Unsent,
    Verdict,
)
from caseeditor.domain.editing.changes import What
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, Kind
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

# Queued.


def test_queued_clean_read_everything_is_on_disk_then_post() -> None:
    parcel = sending(BOTH)
    assert parcel.state is State.SENDING
    assert next_step(parcel) is Step.POST
    assert parcel.parameters == (("subject", "mío"), ("note", "llamar"))
    assert parcel.first == parcel.current == take(Reading(case(), START), BOTH)
    assert (parcel.attempts, parcel.sending, parcel.ghosts) == (1, BOTH, (Ghost("llamar", START, 7),))


def test_queued_only_what_changed_is_sent_and_a_colleagues_other_field_stands() -> None:
    parcel = after(queued(BOTH), look(case(moved=True, subject="mío", prioridad="media")))
    assert parcel.parameters == (("note", "llamar"),)


def test_queued_nothing_left_to_send_is_stored() -> None:
    parcel = after(queued(SUBJECT), look(case(subject="mío")))
    assert (parcel.state, parcel.verdict, parcel.attempts) == (State.STORED, Verdict.SEEN, 0)


def test_queued_nothing_but_removals_goes_on_to_removing() -> None:
    assert after(queued(Edit(tags={"spam": False})), look()).state is State.REMOVING


def test_queued_conflict_is_decided_and_read_again() -> None:
    theirs = case(moved=True, subject="suyo")
    parcel = after(queued(BOTH), look(theirs))
    assert (parcel.state, next_step(parcel)) == (State.DECIDING, Step.ASK)
    assert [(each.mine, each.theirs) for each in parcel.conflicts] == [("mío", "suyo")]
    mine = after(parcel, Decided(()))
    assert (mine.state, next_step(mine)) == (State.QUEUED, Step.READ)
    assert names(after(mine, look(theirs)).parameters) == ["subject", "note"]
    assert after(mine, look(case(moved=True, subject="otra vez"))).state is State.DECIDING
    given_up = after(parcel, Decided(("subject:",)))
    assert [each.mine for each in given_up.yielded] == ["mío"]
    assert names(after(given_up, look(theirs)).parameters) == ["note"]


def test_queued_all_given_up_is_closed() -> None:
    parcel = after(queued(SUBJECT), look(case(subject="suyo")), Decided(("subject:",)), look(case(subject="suyo")))
    assert (parcel.state, parcel.attempts) == (State.STORED, 0)


def test_queued_earlier_attempt_evidence_differs_is_asked_anew() -> None:
    other = "2015-03-16T12:00:40+0000"
    parcel = after(again(asking()), look(case(update_date=other)))
    assert (parcel.state, parcel.attempts) == (State.ASKING, 1)
    assert parcel.facts is not None
    assert parcel.facts.update_date == other


def test_queued_earlier_attempt_that_landed_meanwhile_is_seen() -> None:
    parcel = after(again(asking()), look(case(moved=True, notes=[OURS, OLD])))
    assert (parcel.state, parcel.verdict, parcel.attempts) == (State.STORED, Verdict.SEEN, 1)


def test_queued_earlier_attempt_nobody_agreed_to_goes_through_the_evidence() -> None:
    """A draft that kept its traces: as after doubt, the reads come first, then the question."""
    parcel = replace(unsure(), state=State.QUEUED)
    parcel = after(parcel, look(case(moved=True)))
    assert (parcel.state, parcel.looks) == (State.UNSURE, 0)
    assert looked(parcel, case(moved=True)).state is State.ASKING


def test_queued_held_and_gone_is_a_conflict_and_not_sent_again() -> None:
    parcel = after(unsure(BOTH), look(case(moved=True, subject="mío")))
    gone = case(moved=True, subject="suyo")
    parcel = again(looked(parcel, gone))
    parcel = after(parcel, look(gone))
    assert parcel.state is State.DECIDING
    assert [(each.held, each.theirs) for each in parcel.conflicts] == [(True, "suyo")]
    assert names(after(parcel, Decided(()), look(gone)).parameters) == ["subject", "note"]
    assert names(after(parcel, Decided(("subject:",)), look(gone)).parameters) == ["note"]


@pytest.mark.parametrize("was", [None, ""])
def test_queued_held_and_gone_tells_absent_from_empty(was: str | None) -> None:
    edit = Edit(values={"prioridad": "alta"}, notes={1: "llamar"})
    gone = case(moved=True, prioridad=was) if was is not None else read(notes=[OLD], update_date=AFTER)
    parcel = after(unsure(edit), look(case(moved=True, prioridad="alta")))
    parcel = after(again(looked(parcel, gone)), look(gone))
    assert [each.theirs for each in parcel.conflicts] == [was]
    assert after(parcel, Decided(()), look(gone)).state is State.SENDING


def test_queued_a_tag_that_held_and_is_gone_can_be_given_up() -> None:
    edit = Edit(tags={"vip": True}, notes={1: "llamar"})
    parcel = after(unsure(edit), look(case(moved=True, tags=["vip"])))
    gone = case(moved=True)
    parcel = after(again(looked(parcel, gone)), look(gone))
    assert [each.what for each in parcel.conflicts] == [What.TAG_ADDED]
    assert names(after(parcel, Decided(("tag added:vip",)), look(gone)).parameters) == ["note"]
    assert names(after(parcel, Decided(()), look(gone)).parameters) == ["tag", "note"]


def test_queued_back_to_draft() -> None:
    assert after(queued(), BackToDraft()).state is State.DRAFT


# Sending.


@pytest.mark.parametrize("kind", [Kind.UNREACHABLE, Kind.TOKEN_REFUSED])
def test_sending_surely_unsent_the_attempt_is_taken_back(kind: Kind) -> None:
    parcel = after(sending(), Unsent(Failure(kind=kind, words="no")))
    assert (parcel.state, parcel.attempts, parcel.first, parcel.ghosts) == (State.QUEUED, 0, None, ())
    assert parcel.words == "no"
    assert after(parcel, look()).state is State.SENDING


def test_sending_a_repetition_that_was_unsent_keeps_the_agreement() -> None:
    parcel = after(again(asking()), look(case(moved=True)), Unsent(Failure(kind=Kind.UNREACHABLE)))
    assert (parcel.state, parcel.attempts, len(parcel.ghosts)) == (State.QUEUED, 1, 1)
    assert after(parcel, look(case(moved=True))).state is State.SENDING


def test_sending_a_good_answer_is_stored_with_the_receipt() -> None:
    parcel = after(sending(BOTH), Answered(STORED))
    assert (parcel.state, parcel.verdict, fates(parcel)) == (State.STORED, Verdict.SEEN, [Fate.OURS] * 2)
    assert [ghost.note for ghost in parcel.ghosts] == [digest(note("llamar", date="9"))]


def test_sending_a_good_answer_that_shows_a_field_otherwise_is_stored_and_told() -> None:
    parcel = after(sending(BOTH), Answered(case(moved=True, subject="MÍO", notes=[OURS, OLD])))
    assert parcel.verdict is Verdict.SEEN
    assert parcel.facts is not None
    assert parcel.facts.facts[0].shown == "MÍO"


def test_sending_a_good_answer_goes_on_to_removing() -> None:
    parcel = after(sending(replace(NOTE, tags={"spam": False})), Answered(STORED))
    assert (parcel.state, parcel.verdict) == (State.REMOVING, Verdict.SEEN)


def test_sending_a_good_answer_with_notes_under_another_form_of_our_name_is_read_once_more_and_stored() -> None:
    """The answer alone can't tell them from another submission's."""
    theirs = case(moved=True, notes=[stored("otra", "Ana"), stored("llamar", "Ana"), OLD])
    parcel = after(sending(Edit(notes={1: "llamar", 2: "otra"})), Answered(theirs))
    assert parcel.state is State.UNSURE
    assert after(parcel, look(theirs)).verdict is Verdict.SEEN


@pytest.mark.parametrize("shown", [None, case(), case(notes=[]), read(update_date=BEFORE)])
def test_sending_a_good_answer_without_a_visible_note_is_unsure_until_it_is_read(shown: Case | None) -> None:
    parcel = after(sending(), Answered(shown, shows_notes=True))
    assert (parcel.state, parcel.accepted) == (State.UNSURE, True)
    assert after(parcel, look(STORED)).verdict is Verdict.SEEN
    assert looked(parcel).state is State.ASKING


def test_sending_refused_is_unsure_with_the_servers_words() -> None:
    parcel = after(sending(), NO)
    assert (parcel.state, parcel.refused, parcel.words) == (State.UNSURE, True, "no")


def test_sending_anything_else_or_a_restart_is_unsure() -> None:
    assert unsure().state is State.UNSURE
    assert resumed(sending()).state is State.UNSURE
    for parcel in (queued(), unsure(), asking()):
        assert resumed(parcel) == parcel


# The table as a whole.


@pytest.mark.parametrize("state", State)
def test_what_the_table_does_not_name_changes_nothing(state: State) -> None:
    parcel = replace(sending(), state=state)
    events: list[Event] = [
        look(),
        Answered(None),
        Unsent(Failure(kind=Kind.SLOW)),
        NO,
        Doubt(),
        Removed(),
        ItWasStored(),
        BackToDraft(),
        Decided(()),
    ]
    for event in events:
        if (state, type(event)) not in TABLE:
            assert advance(parcel, event) is parcel


@pytest.mark.parametrize("state", [State.STORED, State.REFUSED, State.DRAFT])
def test_what_is_closed_waits_for_nothing(state: State) -> None:
    parcel = replace(queued(), state=state)
    assert next_step(parcel) is Step.NOTHING
    assert not state.is_open
