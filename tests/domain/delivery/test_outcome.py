"""The outcome of a submission follows from its evidence, change by change."""

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
    Read,
    Removed,
    State,
    Submission,
)
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.errors.failure import Failure, FailureKind, RequestReach
from tests.support.samples import stored
from tests.support.submissions import (
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

ALL = Edit(
    subject="mío", notes={1: "llamar"}, tags={"vip": True}, values={"prioridad": "alta"}, rows={1: Row("plan", "b")}
)


def answered(edit: Edit, found: Case) -> Submission:
    return after(sending(edit), Answered(found, shows_notes=True))


def told(submission: Submission) -> list[tuple[ChangeKind, Outcome | None, str]]:
    return [(effect.change.what, effect.outcome, effect.held) for effect in effects_of(submission)]


def outcomes(submission: Submission) -> list[Outcome | None]:
    return [effect.outcome for effect in effects_of(submission)]


def test_all_that_is_seen_is_stored() -> None:
    found = case(moved=True, subject="mío", notes=[OURS, OLD], tags=["spam", "vip"], prioridad="alta", plan="b")
    submission = answered(ALL, found)
    assert submission.state is State.STORED
    assert outcome_of(submission) is Outcome.STORED
    assert told(submission) == [
        (ChangeKind.SUBJECT, Outcome.STORED, "mío"),
        (ChangeKind.TAG_ADDED, Outcome.STORED, "vip"),
        (ChangeKind.NOTE, Outcome.STORED, "llamar"),
        (ChangeKind.ATTRIBUTE, Outcome.STORED, "alta"),
        (ChangeKind.ATTRIBUTE, Outcome.STORED, "b"),
    ]


@pytest.mark.parametrize(
    ("ignored", "line"),
    [
        ({"subject": "asunto"}, (ChangeKind.SUBJECT, Outcome.DIFFERS, "asunto")),
        ({"subject": ""}, (ChangeKind.SUBJECT, Outcome.DIFFERS, "")),
        ({"tags": ["spam"]}, (ChangeKind.TAG_ADDED, Outcome.MISSING, "")),
        ({"prioridad": "baja"}, (ChangeKind.ATTRIBUTE, Outcome.DIFFERS, "baja")),
        ({"prioridad": ""}, (ChangeKind.ATTRIBUTE, Outcome.DIFFERS, "")),
        ({"plan": None}, (ChangeKind.ATTRIBUTE, Outcome.MISSING, "")),
        ({"plan": "c"}, (ChangeKind.ATTRIBUTE, Outcome.DIFFERS, "c")),
    ],
)
def test_what_the_server_ignored_is_not_stored(
    ignored: dict[str, object], line: tuple[ChangeKind, Outcome, str]
) -> None:
    there = {"subject": "mío", "tags": ["spam", "vip"], "prioridad": "alta", "plan": "b", **ignored}
    found = case(moved=True, notes=[OURS, OLD], **there)
    submission = answered(ALL, found)
    assert submission.state is State.STORED
    assert outcome_of(submission) is Outcome.DIFFERS
    assert line in told(submission)
    assert outcomes(submission).count(Outcome.STORED) == 4


def test_a_note_that_the_server_made_another_text_of_is_stored_and_the_difference_told() -> None:
    submission = answered(Edit(notes={1: "  llamar\r\n"}), case(moved=True, notes=[OURS, OLD]))
    assert told(submission) == [(ChangeKind.NOTE, Outcome.CHANGED, "llamar")]
    assert outcome_of(submission) is Outcome.CHANGED


def test_a_value_that_the_server_wrote_otherwise_is_stored_and_the_difference_told() -> None:
    there = {"subject": "mío", "tags": ["spam", "vip"], "prioridad": "alta", "plan": "B"}
    submission = answered(ALL, case(moved=True, notes=[OURS, OLD], **there))
    assert (ChangeKind.ATTRIBUTE, Outcome.CHANGED, "B") in told(submission)
    assert outcome_of(submission) is Outcome.CHANGED


def test_a_note_that_no_server_shows_is_accepted() -> None:
    before = after(queued(BOTH), Read(Reading(case(notes=None), START)))
    silent = case(moved=True, notes=None, subject="mío")
    submission = after(before, Answered(silent), look(silent))
    assert submission.state is State.STORED
    assert told(submission) == [(ChangeKind.SUBJECT, Outcome.STORED, "mío"), (ChangeKind.NOTE, Outcome.ACCEPTED, "")]
    assert outcome_of(submission) is Outcome.ACCEPTED
    deaf = case(moved=True, notes=None)
    ignored = after(before, Answered(deaf), look(deaf))
    assert outcomes(ignored) == [Outcome.DIFFERS, Outcome.ACCEPTED]
    assert outcome_of(ignored) is Outcome.DIFFERS


def test_what_the_agent_says_is_told_as_that() -> None:
    submission = after(asking(BOTH, case(moved=True, subject="mío")), ItWasStored())
    assert told(submission) == [(ChangeKind.SUBJECT, Outcome.STORED, "mío"), (ChangeKind.NOTE, Outcome.AGENT, "")]
    assert outcome_of(submission) is Outcome.AGENT


def test_what_the_agent_says_shows_what_the_server_held() -> None:
    other = stored("otra nota", date=8)
    submission = after(asking(BOTH, case(moved=True, notes=[other, OLD])), ItWasStored())
    assert told(submission) == [
        (ChangeKind.SUBJECT, Outcome.AGENT, "asunto"),
        (ChangeKind.NOTE, Outcome.AGENT, "otra nota"),
    ]


def test_a_note_that_turns_up_later_is_told_as_that() -> None:
    submission = after(asking(NOTE), ItWasStored())
    assert outcomes(submission) == [Outcome.AGENT]
    late = after(submission, look(case(moved=True, notes=[OURS, OLD])))
    assert late.late == ("llamar",)
    assert told(late) == [(ChangeKind.NOTE, Outcome.LATE, "llamar")]


def test_a_field_that_was_there_and_is_changed_since_is_told_as_that() -> None:
    there = case(moved=True, subject="mío")
    submission = after(again(asking(BOTH, there)), look(there), Answered(None))
    submission = after(submission, look(case(moved=True, subject="de luis", notes=[OURS, OLD])))
    assert submission.state is State.STORED
    assert told(submission) == [
        (ChangeKind.SUBJECT, Outcome.UNDONE, "de luis"),
        (ChangeKind.NOTE, Outcome.STORED, "llamar"),
    ]
    assert outcome_of(submission) is Outcome.DIFFERS


def test_what_is_left_to_a_colleague_is_theirs() -> None:
    torn = after(queued(BOTH), look(case(moved=True, subject="de luis"), date=START))
    assert torn.state is State.CONFLICTED
    left = after(torn, Decided(("subject:",)), look(case(moved=True, subject="de luis"), date=START))
    submission = after(left, Answered(case(moved=True, subject="de luis", notes=[OURS, OLD]), shows_notes=True))
    assert told(submission) == [
        (ChangeKind.NOTE, Outcome.STORED, "llamar"),
        (ChangeKind.SUBJECT, Outcome.THEIRS, "de luis"),
    ]
    assert outcome_of(submission) is Outcome.PARTLY


def test_a_submission_that_is_left_whole_is_theirs() -> None:
    torn = after(queued(SUBJECT), look(case(moved=True, subject="de luis"), date=START))
    submission = after(torn, Decided(("subject:",)), look(case(moved=True, subject="de luis"), date=START))
    assert submission.state is State.STORED
    assert told(submission) == [(ChangeKind.SUBJECT, Outcome.THEIRS, "de luis")]
    assert outcome_of(submission) is Outcome.THEIRS


OFF = Edit(subject="mío", tags={"spam": False})


def test_a_tag_is_taken_off_once_it_is_seen_to_be_gone() -> None:
    submission = answered(OFF, case(moved=True, subject="mío"))
    assert submission.state is State.REMOVING
    assert outcomes(submission) == [Outcome.STORED, None]
    gone = after(
        submission, look(case(moved=True, subject="mío")), Removed(), look(case(moved=True, subject="mío", tags=[]))
    )
    assert gone.state is State.STORED
    assert told(gone) == [(ChangeKind.SUBJECT, Outcome.STORED, "mío"), (ChangeKind.TAG_REMOVED, Outcome.STORED, "")]
    assert outcome_of(gone) is Outcome.STORED


def test_a_tag_that_was_put_back_and_left_is_theirs() -> None:
    submission = answered(OFF, case(moved=True, subject="mío"))
    submission = after(submission, look(case(moved=True, subject="mío")), Removed(), look(case(subject="mío")))
    assert submission.state is State.CONFLICTED
    kept = after(submission, Decided(("tag removed:spam",)), look(case(subject="mío")))
    assert kept.state is State.STORED
    assert told(kept) == [(ChangeKind.SUBJECT, Outcome.STORED, "mío"), (ChangeKind.TAG_REMOVED, Outcome.THEIRS, "spam")]
    assert outcome_of(kept) is Outcome.PARTLY


@pytest.mark.parametrize(
    "submission",
    [queued(BOTH), sending(BOTH), unsure(BOTH), asking(BOTH)],
    ids=["queued", "sending", "unsure", "asking"],
)
def test_what_is_open_has_no_outcome(submission: Submission) -> None:
    assert outcome_of(submission) is None
    assert set(outcomes(submission)) == {None}


def test_what_was_refused_was_not_stored() -> None:
    submission = after(sending(BOTH), NO, look())
    assert submission.state is State.REJECTED
    assert outcome_of(submission) is None
    assert outcomes(submission) == [None, None]


def test_what_is_taken_back_says_what_is_there_and_what_may_be() -> None:
    submission = after(asking(BOTH, case(moved=True, subject="mío")), BackToDraft())
    assert submission.state is State.DRAFT
    assert outcomes(submission) == [Outcome.STORED, Outcome.DOUBTFUL]
    assert outcome_of(submission) is None
    never_sent = after(queued(BOTH), BackToDraft())
    assert outcomes(never_sent) == [None, None]


def test_a_lost_answer_that_a_read_makes_up_for_is_stored() -> None:
    lost = Doubt(Failure(kind=FailureKind.DROPPED, reach=RequestReach.UNKNOWN))
    submission = looked(after(sending(BOTH), lost), STORED, 1)
    assert outcome_of(submission) is Outcome.STORED
