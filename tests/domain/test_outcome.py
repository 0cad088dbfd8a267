"""What became of a submission is told by its evidence, change by change."""

import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.outcome import Outcome, effects_of, outcome_of
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.delivery.submission import (
    Answered,
    BackToDraft,
    Decided,
    Doubt,
    ItWasStored,
    Parcel,
    Read,
    Removed,
    State,
)
from caseeditor.domain.editing.changes import What
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.errors.failure import Failure, Kind, Reach
from tests.domain.parcels import (
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
    look,
    looked,
    queued,
    sending,
    unsure,
)
from tests.domain.samples import stored

ALL = Edit(
    subject="mío", notes={1: "llamar"}, tags={"vip": True}, values={"prioridad": "alta"}, rows={1: Row("plan", "b")}
)


def answered(edit: Edit, found: Case) -> Parcel:
    return after(sending(edit), Answered(found, shows_notes=True))


def told(parcel: Parcel) -> list[tuple[What, Outcome | None, str]]:
    return [(effect.change.what, effect.outcome, effect.held) for effect in effects_of(parcel)]


def outcomes(parcel: Parcel) -> list[Outcome | None]:
    return [effect.outcome for effect in effects_of(parcel)]


def test_all_that_is_seen_is_stored() -> None:
    found = case(moved=True, subject="mío", notes=[OURS, OLD], tags=["spam", "vip"], prioridad="alta", plan="b")
    parcel = answered(ALL, found)
    assert parcel.state is State.STORED
    assert outcome_of(parcel) is Outcome.STORED
    assert told(parcel) == [
        (What.SUBJECT, Outcome.STORED, "mío"),
        (What.TAG_ADDED, Outcome.STORED, "vip"),
        (What.NOTE, Outcome.STORED, "llamar"),
        (What.ATTRIBUTE, Outcome.STORED, "alta"),
        (What.ATTRIBUTE, Outcome.STORED, "b"),
    ]


@pytest.mark.parametrize(
    ("ignored", "line"),
    [
        ({"subject": "asunto"}, (What.SUBJECT, Outcome.DIFFERS, "asunto")),
        ({"subject": ""}, (What.SUBJECT, Outcome.DIFFERS, "")),
        ({"tags": ["spam"]}, (What.TAG_ADDED, Outcome.MISSING, "")),
        ({"prioridad": "baja"}, (What.ATTRIBUTE, Outcome.DIFFERS, "baja")),
        ({"prioridad": ""}, (What.ATTRIBUTE, Outcome.DIFFERS, "")),
        ({"plan": None}, (What.ATTRIBUTE, Outcome.MISSING, "")),
        ({"plan": "c"}, (What.ATTRIBUTE, Outcome.DIFFERS, "c")),
    ],
)
def test_what_the_server_ignored_is_not_stored(ignored: dict[str, object], line: tuple[What, Outcome, str]) -> None:
    there = {"subject": "mío", "tags": ["spam", "vip"], "prioridad": "alta", "plan": "b", **ignored}
    found = case(moved=True, notes=[OURS, OLD], **there)
    parcel = answered(ALL, found)
    assert parcel.state is State.STORED
    assert outcome_of(parcel) is Outcome.DIFFERS
    assert line in told(parcel)
    assert outcomes(parcel).count(Outcome.STORED) == 4


def test_a_note_that_the_server_made_another_text_of_is_stored_and_the_difference_told() -> None:
    parcel = answered(Edit(notes={1: "  llamar\r\n"}), case(moved=True, notes=[OURS, OLD]))
    assert told(parcel) == [(What.NOTE, Outcome.CHANGED, "llamar")]
    assert outcome_of(parcel) is Outcome.CHANGED


def test_a_value_that_the_server_wrote_otherwise_is_stored_and_the_difference_told() -> None:
    there = {"subject": "mío", "tags": ["spam", "vip"], "prioridad": "alta", "plan": "B"}
    parcel = answered(ALL, case(moved=True, notes=[OURS, OLD], **there))
    assert (What.ATTRIBUTE, Outcome.CHANGED, "B") in told(parcel)
    assert outcome_of(parcel) is Outcome.CHANGED


def test_a_note_that_no_server_shows_is_accepted() -> None:
    before = after(queued(BOTH), Read(Reading(case(notes=None), START)))
    silent = case(moved=True, notes=None, subject="mío")
    parcel = after(before, Answered(silent), look(silent))
    assert parcel.state is State.STORED
    assert told(parcel) == [(What.SUBJECT, Outcome.STORED, "mío"), (What.NOTE, Outcome.ACCEPTED, "")]
    assert outcome_of(parcel) is Outcome.ACCEPTED
    deaf = case(moved=True, notes=None)
    ignored = after(before, Answered(deaf), look(deaf))
    assert outcomes(ignored) == [Outcome.DIFFERS, Outcome.ACCEPTED]
    assert outcome_of(ignored) is Outcome.DIFFERS


def test_what_the_agent_says_is_told_as_that() -> None:
    parcel = after(asking(BOTH, case(moved=True, subject="mío")), ItWasStored())
    assert told(parcel) == [(What.SUBJECT, Outcome.STORED, "mío"), (What.NOTE, Outcome.AGENT, "")]
    assert outcome_of(parcel) is Outcome.AGENT


def test_what_the_agent_says_shows_what_the_server_held() -> None:
    other = stored("otra nota", date=8)
    parcel = after(asking(BOTH, case(moved=True, notes=[other, OLD])), ItWasStored())
    assert told(parcel) == [(What.SUBJECT, Outcome.AGENT, "asunto"), (What.NOTE, Outcome.AGENT, "otra nota")]


def test_a_note_that_turns_up_later_is_told_as_that() -> None:
    parcel = after(asking(NOTE), ItWasStored())
    assert outcomes(parcel) == [Outcome.AGENT]
    late = after(parcel, look(case(moved=True, notes=[OURS, OLD])))
    assert late.late == ("llamar",)
    assert told(late) == [(What.NOTE, Outcome.LATE, "llamar")]


def test_a_field_that_was_there_and_is_changed_since_is_told_as_that() -> None:
    there = case(moved=True, subject="mío")
    parcel = after(again(asking(BOTH, there)), look(there), Answered(None))
    parcel = after(parcel, look(case(moved=True, subject="de luis", notes=[OURS, OLD])))
    assert parcel.state is State.STORED
    assert told(parcel) == [(What.SUBJECT, Outcome.UNDONE, "de luis"), (What.NOTE, Outcome.STORED, "llamar")]
    assert outcome_of(parcel) is Outcome.DIFFERS


def test_what_is_left_to_a_colleague_is_theirs() -> None:
    torn = after(queued(BOTH), look(case(moved=True, subject="de luis"), date=START))
    assert torn.state is State.DECIDING
    left = after(torn, Decided(("subject:",)), look(case(moved=True, subject="de luis"), date=START))
    parcel = after(left, Answered(case(moved=True, subject="de luis", notes=[OURS, OLD]), shows_notes=True))
    assert told(parcel) == [(What.NOTE, Outcome.STORED, "llamar"), (What.SUBJECT, Outcome.THEIRS, "de luis")]
    assert outcome_of(parcel) is Outcome.PARTLY


def test_a_submission_that_is_left_whole_is_theirs() -> None:
    torn = after(queued(SUBJECT), look(case(moved=True, subject="de luis"), date=START))
    parcel = after(torn, Decided(("subject:",)), look(case(moved=True, subject="de luis"), date=START))
    assert parcel.state is State.STORED
    assert told(parcel) == [(What.SUBJECT, Outcome.THEIRS, "de luis")]
    assert outcome_of(parcel) is Outcome.THEIRS


OFF = Edit(subject="mío", tags={"spam": False})


def test_a_tag_is_taken_off_once_it_is_seen_to_be_gone() -> None:
    parcel = answered(OFF, case(moved=True, subject="mío"))
    assert parcel.state is State.REMOVING
    assert outcomes(parcel) == [Outcome.STORED, None]
    gone = after(
        parcel, look(case(moved=True, subject="mío")), Removed(), look(case(moved=True, subject="mío", tags=[]))
    )
    assert gone.state is State.STORED
    assert told(gone) == [(What.SUBJECT, Outcome.STORED, "mío"), (What.TAG_REMOVED, Outcome.STORED, "")]
    assert outcome_of(gone) is Outcome.STORED


def test_a_tag_that_was_put_back_and_left_is_theirs() -> None:
    parcel = answered(OFF, case(moved=True, subject="mío"))
    parcel = after(parcel, look(case(moved=True, subject="mío")), Removed(), look(case(subject="mío")))
    assert parcel.state is State.DECIDING
    kept = after(parcel, Decided(("tag removed:spam",)), look(case(subject="mío")))
    assert kept.state is State.STORED
    assert told(kept) == [(What.SUBJECT, Outcome.STORED, "mío"), (What.TAG_REMOVED, Outcome.THEIRS, "spam")]
    assert outcome_of(kept) is Outcome.PARTLY


@pytest.mark.parametrize(
    "parcel", [queued(BOTH), sending(BOTH), unsure(BOTH), asking(BOTH)], ids=["queued", "sending", "unsure", "asking"]
)
def test_what_is_open_has_no_outcome(parcel: Parcel) -> None:
    assert outcome_of(parcel) is None
    assert set(outcomes(parcel)) == {None}


def test_what_was_refused_was_not_stored() -> None:
    parcel = after(sending(BOTH), NO, look())
    assert parcel.state is State.REFUSED
    assert outcome_of(parcel) is None
    assert outcomes(parcel) == [None, None]


def test_what_is_taken_back_says_what_is_there_and_what_may_be() -> None:
    parcel = after(asking(BOTH, case(moved=True, subject="mío")), BackToDraft())
    assert parcel.state is State.DRAFT
    assert outcomes(parcel) == [Outcome.STORED, Outcome.DOUBTFUL]
    assert outcome_of(parcel) is None
    never_sent = after(queued(BOTH), BackToDraft())
    assert outcomes(never_sent) == [None, None]


def test_a_lost_answer_that_a_read_makes_up_for_is_stored() -> None:
    lost = Doubt(Failure(kind=Kind.DROPPED, reach=Reach.UNKNOWN))
    parcel = looked(after(sending(BOTH), lost), STORED, 1)
    assert outcome_of(parcel) is Outcome.STORED
