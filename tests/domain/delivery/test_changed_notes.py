"""Notes that the server changes or hides: evidence after a good answer and in doubt (RULES.md, rules 5, 5a, 5b)."""

import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.evidence import way_of
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.delivery.submission import (
    Answered,
    Confirmation,
    Doubt,
    EffectStatus,
    Read,
    State,
    Submission,
    UnconfirmedNote,
)
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.delivery import state_message
from tests.domain.delivery.test_server_edits import SENT, WAYS
from tests.support.samples import stored
from tests.support.submissions import (
    NOTE,
    OLD,
    OURS,
    START,
    after,
    case,
    fates,
    look,
    looked,
    queued,
    replace,
    sending,
)

TWO = Edit(notes={1: "primero", 2: "segundo"})


def answered(*notes: object, unconfirmed: tuple[UnconfirmedNote, ...] = (), way: tuple[str, ...] = ()) -> Answered:
    return Answered(case(moved=True, notes=[*notes, OLD]), True, unconfirmed, way)


def shown(submission: Submission) -> list[str]:
    assert submission.findings
    return [evidence.shown for evidence in submission.findings.evidence]


# A good answer.


@pytest.mark.parametrize("way", WAYS)
def test_an_accepted_note_that_the_server_changes_is_stored_with_both_texts_in_the_receipt(way: str) -> None:
    submission = after(sending(Edit(notes={1: SENT})), answered(stored(WAYS[way])))
    assert (submission.state, submission.confirmation, fates(submission)) == (
        State.STORED,
        Confirmation.SEEN,
        [EffectStatus.CONFIRMED],
    )
    message = state_message(submission, CaseActions())
    assert message
    assert message.lines == (f"New note: the server holds “{WAYS[way]}”",)


def test_a_note_changed_beyond_recognition_is_ours_after_a_good_answer() -> None:
    submission = after(sending(), answered(stored("[2 words]")))
    assert (submission.state, submission.confirmation, shown(submission)) == (
        State.STORED,
        Confirmation.SEEN,
        ["[2 words]"],
    )
    assert submission.findings
    assert way_of(submission.findings) == ()


@pytest.mark.parametrize("newest_first", [True, False])
def test_several_changed_notes_are_told_in_the_order_sent(newest_first: bool) -> None:
    notes = [stored("1", date=20), stored("2", date=21)]
    submission = after(sending(TWO), answered(*(notes[::-1] if newest_first else notes)))
    assert (submission.state, shown(submission)) == (State.STORED, ["1", "2"])


def test_of_changed_notes_that_one_recognises_the_others_follow() -> None:
    submission = after(sending(TWO), answered(stored("2", date=5), stored("primero", date=5)))
    assert (submission.state, shown(submission)) == (State.STORED, ["primero", "2"])


@pytest.mark.parametrize(
    "answer",
    [
        answered(stored("x"), stored("y")),
        answered(stored("x", "luis")),
        answered(stored("x", "")),
        answered(stored("x"), unconfirmed=(UnconfirmedNote("otra", START - 60, 3),)),
    ],
    ids=["two", "by a colleague", "by nobody", "another submission's"],
)
def test_what_something_else_may_have_made_is_accepted_and_not_called_stored(answer: Answered) -> None:
    submission = after(sending(), answer)
    assert submission.state is State.UNCONFIRMED
    assert answer.case
    submission = after(submission, Read(Reading(answer.case, START + 60), answer.unconfirmed, shows_notes=True))
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.ACCEPTED)


def test_an_earlier_attempt_may_have_made_a_changed_note() -> None:
    submission = looked(after(sending(), Doubt()), case(moved=True))
    submission = after(submission, look(case(moved=True)))
    assert submission.findings
    submission = replace(submission, state=State.QUEUED, approved=submission.findings)
    submission = after(submission, look(case(moved=True)), answered(stored("[changed]")))
    assert submission.state is State.UNCONFIRMED


HIDDEN = [case(moved=True), case(moved=True, notes=[stored("segundo"), OLD])]


@pytest.mark.parametrize("found", HIDDEN, ids=["none", "fewer"])
def test_an_accepted_note_that_is_not_shown_is_accepted_and_told(found: Case) -> None:
    submission = after(sending(TWO), Answered(found, shows_notes=True), look(found))
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.ACCEPTED)
    message = state_message(submission, CaseActions())
    assert message
    assert "The server doesn't show it all." in message.text
    assert message.lines[0] == "New note: the server accepted it, but doesn't show it"
    assert "stored" not in message.text


def test_an_accepted_note_while_nothing_moved_is_for_the_agent() -> None:
    submission = looked(after(sending(), Answered(case(), shows_notes=True)))
    assert (submission.state, fates(submission)) == (State.NEEDS_ANSWER, [EffectStatus.MISSING])


def test_what_appears_after_nothing_had_moved_was_written_elsewhere() -> None:
    submission = looked(after(sending(), Answered(case(), shows_notes=True)))
    theirs = look(case(moved=True, notes=[stored("otra cosa"), OLD]))
    assert fates(after(submission, theirs)) == [EffectStatus.AMBIGUOUS]
    assert after(submission, theirs, theirs).state is State.NEEDS_ANSWER
    by_us = look(case(moved=True, updated_by="Support"))
    assert after(submission, by_us).confirmation is Confirmation.ACCEPTED


# Doubt.


def doubted(text: str, *notes: object, way: tuple[str, ...] = ()) -> Submission:
    read = Read(Reading(case(moved=True, notes=[*notes, OLD]), START + 60), (), True, way)
    return after(sending(Edit(notes={1: text})), Doubt(), read)


@pytest.mark.parametrize("way", WAYS)
def test_in_doubt_a_note_changed_in_the_way_that_is_known_of_the_server_is_ours(way: str) -> None:
    accepted = after(sending(Edit(notes={1: SENT})), answered(stored(WAYS[way])))
    assert accepted.findings
    names = way_of(accepted.findings)
    submission = doubted(SENT, stored(WAYS[way]), way=names)
    assert (submission.state, submission.confirmation, shown(submission)) == (
        State.STORED,
        Confirmation.SEEN,
        [WAYS[way]],
    )


@pytest.mark.parametrize("user", ["support", "luis"])
def test_in_doubt_a_note_changed_in_an_unknown_way_may_be_ours(user: str) -> None:
    submission = doubted(SENT, stored(WAYS["escaped"], user))
    assert (submission.state, fates(submission)) == (State.UNCONFIRMED, [EffectStatus.AMBIGUOUS])


# Our own notes: every name that `me` gives.


@pytest.mark.parametrize("name", ["support", "SUPPORT", "Ana Gómez", "ana gómez"])
def test_any_name_of_our_user_is_ours_without_case(name: str) -> None:
    submission = replace(queued(NOTE), user="42", names=("Ana Gómez", "support"))
    submission = after(
        submission, look(date=START), Doubt(), look(case(moved=True, notes=[stored("llamar", name), OLD]))
    )
    assert (submission.state, submission.confirmation) == (State.STORED, Confirmation.SEEN)


def test_the_accounts_key_is_no_name_where_names_are_known() -> None:
    submission = replace(queued(NOTE), user="42", names=("support",))
    submission = after(
        submission, look(date=START), Doubt(), look(case(moved=True, notes=[stored("llamar", "42"), OLD]))
    )
    assert fates(submission) == [EffectStatus.AMBIGUOUS]


def test_without_names_the_user_is_the_name() -> None:
    submission = after(sending(), Doubt(), look(case(moved=True, notes=[OURS, OLD])))
    assert submission.state is State.STORED


# Tags and values.

FIELDS = Edit(tags={"vip": True}, values={"prioridad": "alta"}, rows={1: Row("nuevo", "uno")})


def test_tags_and_values_in_another_case_or_trimmed_are_ours_and_told() -> None:
    held = case(moved=True, tags=["spam", "VIP "], prioridad=" Alta", nuevo="UNO")
    for submission in (after(sending(FIELDS), Answered(held)), after(sending(FIELDS), Doubt(), look(held))):
        assert (submission.state, fates(submission)) == (State.STORED, [EffectStatus.CONFIRMED] * 3)
        message = state_message(submission, CaseActions())
        assert message
        assert message.lines == (
            "Tag added: the server holds “VIP ”",
            "prioridad: the server holds “ Alta”",
            "nuevo: the server holds “UNO”",
        )


def test_what_was_like_that_before_is_no_trace_of_ours() -> None:
    edit = Edit(subject="ASUNTO", tags={"SPAM": True}, values={"prioridad": "BAJA"})
    submission = after(sending(edit), Doubt(), look(case(moved=True)))
    assert fates(submission) == [EffectStatus.MISSING] * 3
