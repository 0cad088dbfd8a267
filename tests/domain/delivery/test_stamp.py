"""The stamp (RULES.md, rule 13): a visible attribute with the submission's id is conclusive evidence."""

import pytest

from caseeditor.domain.delivery.handover import stamped
from caseeditor.domain.delivery.submission import Answered, Confirmation, Doubt, EffectStatus, Stamp, State, Submission
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.delivery import state_message
from tests.support.samples import stored
from tests.support.submissions import (
    BOTH,
    NO,
    NOTE,
    OLD,
    OURS,
    START,
    after,
    again,
    case,
    fates,
    look,
    looked,
    queued,
    replace,
)

STAMP = Stamp("sello", "4f2a")


def sent(edit: Edit = NOTE) -> Submission:
    return after(stamped(queued(edit), STAMP), look(date=START))


def test_it_goes_out_with_what_was_changed_and_only_with_that() -> None:
    assert sent(BOTH).parameters == (("sello", "4f2a"), ("subject", "mío"), ("note", "llamar"))
    removal = after(stamped(queued(Edit(tags={"spam": False})), STAMP), look(date=START))
    assert (removal.state, removal.parameters) == (State.REMOVING, ())


@pytest.mark.parametrize("shown", [{"notes": []}, {"notes": [OLD]}, {"notes": [stored("corregido", date=9), OLD]}])
def test_seen_it_is_stored_whatever_is_shown_of_the_notes(shown: dict[str, object]) -> None:
    submission = after(sent(), Doubt(), look(case(moved=True, sello="4f2a", **shown)))
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.SEEN)
    assert [evidence.note for evidence in submission.findings.evidence] == [""] if submission.findings else False


def test_seen_after_a_refusal_it_was_stored_all_the_same() -> None:
    assert after(sent(), NO, look(case(moved=True, sello="4f2a"))).state is State.STORED


def test_seen_in_the_answer_of_a_server_that_shows_no_notes_the_note_is_stored() -> None:
    answer = Answered(case(moved=True, notes=[], sello="4f2a"), shows_notes=False)
    submission = after(sent(), answer)
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.SEEN)


def test_a_field_that_a_colleague_set_since_is_told_and_not_sent_again() -> None:
    submission = after(sent(BOTH), Doubt(), look(case(moved=True, sello="4f2a", subject="suyo")))
    assert submission.state is State.STORED
    assert fates(submission) == [EffectStatus.MISSING, EffectStatus.CONFIRMED]


@pytest.mark.parametrize("value", ["", "9999", None])
def test_another_stamp_or_none_proves_nothing(value: str | None) -> None:
    there = {} if value is None else {"sello": value}
    assert after(sent(), Doubt(), look(case(moved=True, **there))).state is State.UNCONFIRMED


@pytest.mark.parametrize("name", ["note", "note ", "", "id", "state", "success", "items", "prioridad", " nuevo"])
def test_a_name_that_means_something_else_is_no_stamp(name: str) -> None:
    edit = Edit(values={"prioridad": "alta"}, rows={1: Row("nuevo", "x")})
    assert stamped(queued(edit), replace(STAMP, name=name)).stamp is None


def test_an_answer_that_shows_notes_but_not_ours_is_looked_into_and_told() -> None:
    submission = after(sent(), Answered(case(moved=True, notes=[OLD], sello="4f2a"), shows_notes=True))
    assert submission.state is State.UNCONFIRMED
    stored_ = after(submission, look(case(moved=True, notes=[OLD], sello="4f2a")))
    message = state_message(stored_, CaseActions())
    assert message
    assert message.lines == ("New note: stored, but the server doesn't show it",)


def test_a_second_note_of_an_attempt_before_is_told_though_the_stamp_is_the_same() -> None:
    submission = again(looked(after(sent(), Doubt()), case(moved=True)))
    answer = Answered(case(moved=True, notes=[OURS, OLD], sello="4f2a"), shows_notes=True)
    submission = after(submission, look(case(moved=True)), answer)
    twice = look(case(moved=True, notes=[stored("llamar", date=12), OURS, OLD], sello="4f2a"))
    assert (submission.state, submission.late) == (State.STORED, ())
    assert after(submission, twice).late == ("llamar",)
    assert after(submission, twice, twice) == after(submission, twice)
