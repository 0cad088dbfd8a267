"""From draft to submission and back: rules 2 and 10 of RULES.md."""

import msgspec
import pytest

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.evidence import UNCONFIRMED_FOR
from caseeditor.domain.delivery.handover import doubt_of, draft_of, joined_draft, returning, submitted
from caseeditor.domain.delivery.state_machine import VERIFICATION_READS
from caseeditor.domain.delivery.submission import (
    BackToDraft,
    Confirmation,
    Doubt,
    EffectStatus,
    ItWasStored,
    State,
    Submission,
    UnconfirmedNote,
    Unsent,
)
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.errors.failure import Failure, FailureKind
from tests.support.samples import stored
from tests.support.submissions import (
    AFTER,
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
    queued,
    unsure,
)

replace = msgspec.structs.replace


def draft(edit: Edit, **changes: object) -> Draft:
    made = Draft(server="s", user="support", case_id="203", edit=edit, base=queued(edit).base)
    return replace(made, **changes)


def back(submission: Submission) -> Draft:
    return draft_of(after(submission, BackToDraft()))


def test_a_draft_is_submitted_with_what_stands_in_new_note_and_new_tag() -> None:
    submission = submitted(draft(Edit(note_text="llamar", tag_text=" vip ")), case())
    assert submission.edit == Edit(notes={1: "llamar"}, tags={"vip": True})
    assert (submission.state, submission.first, submission.attempts) == (State.QUEUED, None, 0)


@pytest.mark.parametrize("edit", [BOTH, Edit(tags={"vip": True, "spam": False}), Edit(rows={1: Row("a", "1")})])
def test_what_was_never_sent_comes_back_whole_and_without_doubt(edit: Edit) -> None:
    assert (back(queued(edit)).edit, back(queued(edit)).doubt) == (edit, None)
    assert back(queued(edit)).base == queued(edit).base


def refused(edit: Edit = BOTH) -> Draft:
    return draft_of(after(queued(edit), look(date=START), NO, look()))


def test_what_was_refused_comes_back_whole_and_only_a_note_like_its_own_is_in_doubt() -> None:
    assert refused().edit == replace(BOTH, doubtful=(1,))
    doubt = refused().doubt
    assert doubt is not None
    assert (doubt.attempts, doubt.seen_applied, len(doubt.unconfirmed)) == (0, (), 1)
    assert refused(SUBJECT).doubt is None


SOON, LATER = START + UNCONFIRMED_FOR - 1, START + UNCONFIRMED_FOR


def again_after(*notes: object, text: str = "llamar", date: int = SOON, moved: bool = True) -> Submission:
    """Submit a rejected edit again, its note rewritten, over a case that shows these new notes."""
    draft = replace(refused(NOTE), edit=Edit(notes={1: text}, doubtful=(1,)))
    return after(submitted(draft, case()), look(case(moved=moved, notes=[*notes, OLD]), date))


@pytest.mark.parametrize("text", ["llamar", "llamar mañana"])
@pytest.mark.parametrize("notes", [[], [stored("otra cosa")], [stored("suya", "luis")]])
def test_what_was_refused_goes_out_again_without_a_question_and_keeps_its_unconfirmed_note(
    text: str, notes: list[object]
) -> None:
    submission = again_after(*notes, text=text)
    assert (submission.state, submission.attempts) == (State.SENDING, 1)
    assert [unconfirmed_note.text for unconfirmed_note in submission.unconfirmed] == ["llamar", text]


def test_what_was_refused_and_landed_is_seen_and_not_sent_again() -> None:
    assert again_after(OURS).state is State.STORED


@pytest.mark.parametrize("landed", ["llamar", "LLAMAR", "<p>llamar</p>"])
def test_what_was_refused_and_landed_is_asked_about_once_it_was_written_anew(landed: str) -> None:
    submission = again_after(stored(landed, date=(START + 5) * 1000), text="llamar mañana")
    assert (submission.state, fates(submission)) == (State.UNCONFIRMED, [EffectStatus.AMBIGUOUS])
    there = look(case(moved=True, notes=[stored(landed, date=(START + 5) * 1000), OLD]))
    assert after(submission, *[there] * VERIFICATION_READS).state is State.NEEDS_ANSWER
    assert after(again(after(submission, *[there] * VERIFICATION_READS)), there).state is State.SENDING


def test_a_quarter_of_an_hour_later_what_was_refused_is_an_edit_like_any_other() -> None:
    submission = again_after(stored("llamar", date=LATER * 1000), date=LATER)
    assert (submission.state, len(submission.unconfirmed)) == (State.SENDING, 1)
    landed = again_after(stored("llamar", date=(LATER - 1) * 1000), date=LATER)
    assert landed.state is State.STORED


def test_what_was_refused_twice_keeps_both_unconfirmed_notes_and_is_refused_again() -> None:
    submission = after(again_after(moved=False), NO, look(date=SOON + 30))
    assert (submission.state, submission.attempts, len(submission.unconfirmed)) == (State.REJECTED, 0, 2)


def test_a_resubmission_that_was_not_sent_keeps_the_unconfirmed_note_of_what_was_refused() -> None:
    submission = after(again_after(moved=False), Unsent(Failure(kind=FailureKind.UNREACHABLE)))
    assert (submission.state, submission.attempts, len(submission.unconfirmed)) == (State.QUEUED, 0, 1)
    assert after(submission, look(STORED, SOON)).state is State.STORED


def test_what_is_surely_stored_does_not_come_back() -> None:
    submission = asking(replace(BOTH, tags={"spam": False}), case(moved=True, subject="mío"))
    assert back(submission).edit == Edit(notes={1: "llamar"}, tags={"spam": False}, doubtful=(1,))


def test_of_what_is_stored_or_on_its_way_nothing_comes_back() -> None:
    for submission in (after(asking(), ItWasStored()), asking(), unsure()):
        assert returning(submission) == Edit()
        assert doubt_of(submission) is None


def test_a_note_of_unknown_fate_comes_back_with_its_baseline_and_unconfirmed_notes() -> None:
    submission = asking()
    doubt = back(submission).doubt
    assert doubt is not None
    assert (doubt.first, doubt.current, doubt.attempts) == (submission.first, submission.current, 1)
    assert doubt.unconfirmed == (UnconfirmedNote("llamar", submission.unconfirmed[0].date, 7),)
    assert doubt.findings == submission.findings


def test_without_a_note_there_is_no_doubt() -> None:
    assert back(asking(SUBJECT)).doubt is None
    assert back(asking(BOTH, case(moved=True, notes=[OURS, OLD]))).doubt is None


def test_a_doubtful_draft_goes_through_the_evidence() -> None:
    submission = submitted(back(asking()), case())
    assert (submission.state, submission.attempts, submission.approved) == (State.QUEUED, 1, None)
    landed = after(submission, look(case(moved=True, notes=[OURS, OLD])))
    assert (landed.state, landed.confirmation) == (State.STORED, Confirmation.SEEN)
    asked = looked(after(submission, look(case(moved=True))), case(moved=True))
    assert asked.state is State.NEEDS_ANSWER
    assert after(again(asked), look(case(moved=True))).attempts == 2


def test_a_refusal_after_an_earlier_doubt_is_no_plain_refusal() -> None:
    moved = case(moved=True)
    submission = looked(after(submitted(back(asking()), case()), look(moved)), moved)
    assert looked(after(again(submission), look(moved), NO), moved).state is State.NEEDS_ANSWER


def test_a_note_written_anew_shows_what_the_attempt_had_left() -> None:
    doubtful = replace(back(asking()), edit=Edit(notes={1: "llamar mañana"}, doubtful=(1,)))
    submission = looked(after(submitted(doubtful, case()), look()), case(moved=True, notes=[OURS, OLD]))
    assert (submission.state, fates(submission)) == (State.NEEDS_ANSWER, [EffectStatus.AMBIGUOUS])


def test_a_note_written_after_the_doubtful_one_was_discarded_is_not_in_doubt() -> None:
    submission = submitted(replace(back(asking()), edit=Edit(notes={1: "otra cosa"})), case())
    assert (submission.first, submission.attempts, submission.unconfirmed) == (None, 0, ())


def test_a_note_that_is_stored_is_not_taken_for_the_same_text_typed_again() -> None:
    two = Edit(notes={1: "llamar", 2: "otra"})
    there = case(moved=True, notes=[{**OURS, "date": (START + 30) * 1000}, OLD])
    doubtful = back(asking(two, there))
    assert doubtful.edit.notes == {2: "otra"}
    typed = replace(doubtful, edit=Edit(notes={2: "otra", 3: "llamar"}, doubtful=(2,)))
    submission = looked(after(submitted(typed, case()), look(there)), there)
    assert fates(submission) == [EffectStatus.MISSING, EffectStatus.MISSING]
    submission = looked(after(again(submission), look(there), Doubt()), there)
    assert fates(submission) == [EffectStatus.MISSING, EffectStatus.MISSING]


def test_what_was_seen_holding_is_remembered_unless_it_is_changed() -> None:
    submission = after(unsure(BOTH), look(case(moved=True, subject="mío")))
    doubtful = back(looked(submission, case(moved=True, subject="suyo")))
    assert submitted(doubtful, case()).seen_applied == ("subject:",)
    other = replace(doubtful, edit=replace(BOTH, subject="otro"))
    assert submitted(other, case()).seen_applied == ()


def test_what_comes_back_is_merged_into_the_draft_that_is_there() -> None:
    there = draft(Edit(subject="nuevo", notes={1: "otra"}))
    there = replace(there, edit=Edit(notes={1: "otra"}), base=replace(there.base, subject="suyo"))
    assert joined_draft(there, back(asking(BOTH))).base.subject == "asunto"
    there = replace(there, edit=Edit(subject="nuevo", notes={1: "otra"}))
    whole = joined_draft(there, back(asking(BOTH)))
    assert whole.base.subject == "suyo"
    assert whole.edit == Edit(subject="nuevo", notes={1: "otra", 2: "llamar"}, doubtful=(2,))
    assert whole.doubt == back(asking(BOTH)).doubt
    assert joined_draft(back(asking(BOTH)), there).doubt == whole.doubt


def test_two_doubts_add_up() -> None:
    one = back(asking())
    two = back(replace(asking(Edit(notes={1: "otra"}), case(update_date=AFTER)), number=8))
    doubt = joined_draft(one, two).doubt
    assert doubt is not None
    assert one.doubt is not None
    assert two.doubt is not None
    assert (doubt.attempts, doubt.unconfirmed) == (2, one.doubt.unconfirmed + two.doubt.unconfirmed)
    assert doubt.first == replace(one.doubt.first, notes_shown=False)


def test_a_draft_with_doubts_survives_the_disk() -> None:
    doubtful = back(asking(BOTH))
    assert msgspec.json.decode(msgspec.json.encode(doubtful), type=Draft) == doubtful
