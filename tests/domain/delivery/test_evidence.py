"""The evidence of a read about a submission: RULES.md's rules 5 to 8."""

from typing import Any

import msgspec
import pytest

from caseeditor.domain.delivery.evidence import effects, find_evidence, same, without_ours
from caseeditor.domain.delivery.snapshot import Reading, Snapshot, digest, take
from caseeditor.domain.delivery.submission import UNSEEN, EffectStatus, Findings, Submission, UnconfirmedNote
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.text.same_text import plain
from tests.support.samples import note, read, stored

OLD = stored("una nota vieja", date=1)
NOTE = Edit(notes={1: "llamar mañana"})
QUARTER = 15 * 60
CONFIRMED, MISSING, REVERTED, AMBIGUOUS = (
    EffectStatus.CONFIRMED,
    EffectStatus.MISSING,
    EffectStatus.REVERTED,
    EffectStatus.AMBIGUOUS,
)
HIDDEN, UNKNOWN = EffectStatus.HIDDEN, EffectStatus.UNKNOWN
replace = msgspec.structs.replace


def before(edit: Edit = NOTE, date: int = 5000, **changes: object) -> Snapshot:
    return take(Reading(read(**{"notes": [OLD], **changes}), date), edit)


def attempted(edit: Edit = NOTE, first: Snapshot | None = None, user: str = "support") -> Submission:
    """Return a submission with one attempt."""
    first = first or before(edit)
    unconfirmed = tuple(UnconfirmedNote(plain(text), first.date, 7) for text in edit.notes.values())
    return Submission(
        number=7,
        server="s",
        user=user,
        case_id="203",
        edit=edit,
        base=first,
        first=first,
        current=first,
        attempts=1,
        unconfirmed=unconfirmed,
    )


def findings(
    submission: Submission, *notes: object, unconfirmed: tuple[UnconfirmedNote, ...] = (), **changes: object
) -> Findings:
    now = read(**{"notes": [*notes, OLD], **changes})
    return find_evidence(submission, now, unconfirmed, shows_notes=False)


def found(
    submission: Submission, *notes: object, unconfirmed: tuple[UnconfirmedNote, ...] = (), **changes: object
) -> list[tuple[EffectStatus, str]]:
    return [
        (evidence.status, evidence.shown)
        for evidence in findings(submission, *notes, unconfirmed=unconfirmed, **changes).evidence
    ]


# Rule 5: notes.


@pytest.mark.parametrize("author", ["support", "SUPPORT", " soporte uno "])
def test_a_note_is_ours_under_each_of_our_names(author: str) -> None:
    submission = replace(attempted(user="id:4"), names=("Soporte Uno", "support"))
    assert found(submission, stored("llamar mañana", user_name=author)) == [(CONFIRMED, "llamar mañana")]
    assert found(submission, stored("llamar mañana", user_name="lucia")) == [(AMBIGUOUS, "llamar mañana")]


@pytest.mark.parametrize("user", ["token:ab", "legacy:", "id:4", ""])
def test_where_nobody_knows_our_name_any_note_may_be_ours(user: str) -> None:
    assert found(attempted(user=user), stored("llamar mañana", user_name="lucia")) == [(CONFIRMED, "llamar mañana")]


@pytest.mark.parametrize("user", ["login:support", "name:support"])
def test_a_key_that_is_a_name_says_whose_a_note_is(user: str) -> None:
    assert found(attempted(user=user), stored("llamar mañana", user_name="lucia")) == [(AMBIGUOUS, "llamar mañana")]
    assert found(attempted(user=user), stored("llamar mañana")) == [(CONFIRMED, "llamar mañana")]


def test_a_new_note_of_that_text_by_us_is_ours() -> None:
    (evidence,) = findings(attempted(), stored("llamar mañana")).evidence
    assert (evidence.status, evidence.shown, evidence.note) == (
        CONFIRMED,
        "llamar mañana",
        digest(note("llamar mañana")),
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (" llamar mañana \n", "llamar mañana"),
        ("uno\r\ndos", "uno\ndos"),
        ("uno\rdos", "uno\ndos"),
        ("man\u0303ana", "mañana"),
        ("llamar 😀 mañana", "llamar "),
        ("llamar 😀 mañana", "llamar"),
        ("uno\r\ndos 👩‍🚀", "uno\ndos"),
    ],
)
def test_what_a_server_makes_of_a_note_is_ours_and_shown(typed: str, shown: str) -> None:
    assert found(attempted(Edit(notes={1: typed})), stored(shown)) == [(CONFIRMED, shown)]


@pytest.mark.parametrize(
    ("typed", "shown"), [("llamar mañana", "llamar"), ("llamar 😀 mañana", "llamar 😀"), ("😀", ""), ("uno", "unos")]
)
def test_something_new_by_us_that_is_no_known_likeness_may_be_ours(typed: str, shown: str) -> None:
    assert found(attempted(Edit(notes={1: typed})), stored(shown)) == [(AMBIGUOUS, shown)]


def test_nothing_new_is_no_trace() -> None:
    assert found(attempted()) == [(MISSING, "")]


def test_an_identical_note_that_was_there_before_is_no_trace() -> None:
    submission = attempted(first=before(notes=[stored("llamar mañana"), OLD]))
    assert found(submission, stored("llamar mañana")) == [(MISSING, "")]
    assert found(submission, stored("llamar mañana"), stored("llamar mañana")) == [(CONFIRMED, "llamar mañana")]


def test_where_an_older_note_is_not_shown_any_more_ours_can_not_be_seen() -> None:
    assert found(attempted(first=before(notes=[stored("llamar mañana"), OLD]))) == [(HIDDEN, "")]


def test_a_colleagues_other_note_is_no_trace_where_users_are_told_apart() -> None:
    assert found(attempted(), stored("otra cosa", "luis")) == [(MISSING, "")]


def test_a_colleagues_identical_note_is_for_the_agent_to_judge() -> None:
    """It may be ours: the form of our name in notes is undocumented."""
    assert found(attempted(), stored("llamar mañana", "luis")) == [(AMBIGUOUS, "llamar mañana")]
    both = (stored("llamar mañana", "luis"), stored("llamar mañana"))
    assert findings(attempted(), *both).evidence[0].note == digest(note("llamar mañana"))


def test_a_note_may_be_that_of_a_submission_which_a_stamp_alone_confirmed() -> None:
    """It was stored, but no read identified which of the notes it is."""
    others = unconfirmed_note(note=UNSEEN)
    assert found(attempted(), stored("llamar mañana"), unconfirmed=others) == [(AMBIGUOUS, "llamar mañana")]


def test_of_two_notes_under_another_name_the_identical_one_is_shown() -> None:
    text = "llamar 😀 luego"
    both = (stored("llamar", "luis"), stored(text, "luis"))
    assert found(attempted(Edit(notes={1: text})), *both) == [(AMBIGUOUS, text)]


@pytest.mark.parametrize("user_name", ["luis", ""])
def test_where_me_names_nobody_the_text_decides_and_anything_new_may_be_ours(user_name: str) -> None:
    submission = attempted(user="")
    assert found(submission, stored("llamar mañana", user_name)) == [(CONFIRMED, "llamar mañana")]
    assert found(submission, stored("otra cosa", user_name)) == [(AMBIGUOUS, "otra cosa")]


def test_a_note_without_a_user_may_be_anybodys() -> None:
    assert found(attempted(), stored("llamar mañana", "")) == [(CONFIRMED, "llamar mañana")]


def test_two_notes_of_one_text_need_two() -> None:
    submission = attempted(Edit(notes={1: "hola", 2: "hola"}))
    assert found(submission, stored("hola")) == [(CONFIRMED, "hola"), (MISSING, "")]
    assert found(submission, stored("hola"), stored("hola")) == [(CONFIRMED, "hola"), (CONFIRMED, "hola")]


def test_a_likeness_does_not_take_the_place_of_the_very_note() -> None:
    submission = attempted(Edit(notes={1: "hola 😀", 2: "hola"}))
    assert found(submission, stored("hola")) == [(MISSING, ""), (CONFIRMED, "hola")]
    assert found(submission, stored("hola"), stored("hola", date=7)) == [(CONFIRMED, "hola"), (CONFIRMED, "hola")]


def test_one_of_ours_does_not_make_another_a_maybe() -> None:
    submission = attempted(Edit(notes={1: "uno", 2: "dos"}))
    assert found(submission, stored("dos")) == [(MISSING, ""), (CONFIRMED, "dos")]


def test_a_note_that_no_attempt_sent_is_not_ours() -> None:
    """It was typed into a draft that holds traces of an earlier attempt."""
    submission = replace(attempted(), edit=Edit(notes={1: "llamar mañana", 2: "llamar mañana"}))
    assert [status for status, _ in found(submission, *[stored("llamar mañana")] * 2)] == [CONFIRMED, AMBIGUOUS]


def test_the_text_as_it_was_sent_is_shown_beside_the_text_as_it_is_now() -> None:
    submission = replace(attempted(user="Ana Pérez"), edit=Edit(notes={1: "llamar pasado mañana"}))
    assert found(submission, stored("llamar mañana")) == [(AMBIGUOUS, "llamar mañana")]


# Rule 6: unconfirmed notes.


def unconfirmed_note(date: int = 5000, text: str = "llamar mañana", note: str = "") -> tuple[UnconfirmedNote, ...]:
    return (UnconfirmedNote(text, date, 3, note),)


@pytest.mark.parametrize(
    ("date", "status"), [(5000, AMBIGUOUS), (6000, AMBIGUOUS), (5001 - QUARTER, AMBIGUOUS), (5000 - QUARTER, CONFIRMED)]
)
def test_a_matching_note_proves_nothing_when_an_unconfirmed_note_may_have_left_it(
    date: int, status: EffectStatus
) -> None:
    """An unconfirmed note counts if it could have landed since our baseline, however long ago that is."""
    assert found(attempted(), stored("llamar mañana"), unconfirmed=unconfirmed_note(date)) == [
        (status, "llamar mañana")
    ]


def test_an_unconfirmed_note_of_unknown_age_is_a_doubt() -> None:
    assert found(attempted(), stored("llamar mañana"), unconfirmed=unconfirmed_note(0)) == [
        (AMBIGUOUS, "llamar mañana")
    ]
    undated = attempted(first=before(date=0))
    assert found(undated, stored("llamar mañana"), unconfirmed=unconfirmed_note(1)) == [(AMBIGUOUS, "llamar mañana")]


def test_another_unconfirmed_note_is_no_doubt_and_one_cut_off_does() -> None:
    assert found(attempted(), stored("llamar mañana"), unconfirmed=unconfirmed_note(text="otra"))[0][0] is CONFIRMED
    assert (
        found(attempted(), stored("llamar mañana"), unconfirmed=unconfirmed_note(text="llamar mañana 😀"))[0][0]
        is AMBIGUOUS
    )


def test_our_own_unconfirmed_notes_are_not_in_doubt_however_often_they_are_kept() -> None:
    submission = attempted()
    assert found(submission, stored("llamar mañana"), unconfirmed=submission.unconfirmed * 2)[0][0] is CONFIRMED


def test_a_note_that_is_known_to_be_another_submissions_is_no_trace() -> None:
    theirs = unconfirmed_note(note=digest(note("llamar mañana")))
    assert found(attempted(), stored("llamar mañana"), unconfirmed=theirs) == [(MISSING, "")]
    ours = stored("llamar mañana", date=9)
    assert found(attempted(), stored("llamar mañana"), ours, unconfirmed=theirs)[0][0] is CONFIRMED


# Rule 7: no notes shown.


@pytest.mark.parametrize("notes", [[], None])
def test_no_notes_shown_is_unknown(notes: object) -> None:
    submission = attempted(first=before(notes=notes))
    assert found(submission, notes=notes) == [(UNKNOWN, "")]
    assert found(submission, notes=notes, update_date="2030-01-01T00:00:00+0000") == [(UNKNOWN, "")]


def test_an_empty_list_counts_once_the_server_has_shown_a_note() -> None:
    now = read(notes=[])
    assert find_evidence(attempted(first=before(notes=[])), now, (), shows_notes=True).evidence[0].status is MISSING
    assert find_evidence(attempted(), now, (), shows_notes=False).evidence[0].status is HIDDEN
    assert find_evidence(attempted(), read(), (), shows_notes=True).evidence[0].status is UNKNOWN


@pytest.mark.parametrize(
    ("made", "baseline", "status"), [(4999, 5000, AMBIGUOUS), (5000, 5000, CONFIRMED), (5000, 0, AMBIGUOUS)]
)
def test_where_the_baseline_showed_no_notes_only_a_date_tells_which_are_new(
    made: int, baseline: int, status: EffectStatus
) -> None:
    submission = attempted(first=before(date=baseline, notes=None))
    assert found(submission, stored("llamar mañana", date=made * 1000)) == [(status, "llamar mañana")]


# Rule 8: fields.

FIELDS = Edit(subject="mío", tags={"vip": True}, values={"prioridad": "alta"}, rows={1: Row("nuevo", "1")})
NOW: dict[str, Any] = {"subject": "mío", "tags": ["vip"], "prioridad": "alta", "nuevo": "1"}


def test_a_field_that_holds_is_ours() -> None:
    assert [status for status, _ in found(attempted(FIELDS), **NOW)] == [CONFIRMED] * 4


def test_a_field_that_does_not_hold_is_absent_and_what_stands_there_is_shown() -> None:
    assert found(attempted(FIELDS), subject="suyo", tags=[], prioridad="media") == [
        (MISSING, "suyo"),
        (MISSING, ""),
        (MISSING, "media"),
        (MISSING, ""),
    ]


def test_a_field_that_was_seen_holding_is_gone() -> None:
    held = ("subject:", "tag added:vip", "attribute:prioridad", "attribute:nuevo")
    submission = replace(attempted(FIELDS), seen_applied=held)
    assert [status for status, _ in found(submission, subject="suyo", tags=[], prioridad="media")] == [REVERTED] * 4
    assert [status for status, _ in found(submission, **NOW)] == [CONFIRMED] * 4


# Facts shown, consent, and the next attempt.


def test_removed_tags_are_no_effect_of_an_update() -> None:
    changes = effects(Edit(notes={2: "b", 1: "a"}, tags={"vip": True, "spam": False}), before())
    assert [(each.what, each.after) for each in changes] == [
        (ChangeKind.TAG_ADDED, "vip"),
        (ChangeKind.NOTE, "a"),
        (ChangeKind.NOTE, "b"),
    ]


def test_whether_the_case_moved_is_told_since_the_last_attempt() -> None:
    submission = attempted(first=before(update_date="a"))
    assert not findings(submission, update_date="a").moved
    assert findings(submission, update_date="b").moved
    later = replace(submission, current=before(update_date="b"))
    assert not findings(later, update_date="b").moved


def test_facts_are_the_same_when_all_that_was_shown_is() -> None:
    submission = attempted(Edit(notes={1: "hola"}, subject="mío"))
    one = findings(submission, subject="suyo", update_date="a")
    assert same(one, findings(replace(submission, current=None), subject="suyo", update_date="a"))
    for other in (
        findings(submission, subject="suyo", update_date="b"),
        findings(submission, subject="otro", update_date="a"),
        findings(submission, stored("x"), subject="suyo", update_date="a"),
        findings(replace(submission, edit=Edit(subject="mío")), subject="suyo", update_date="a"),
    ):
        assert not same(one, other)


def test_only_what_is_missing_is_left() -> None:
    edit = replace(FIELDS, notes={1: "hola", 2: "hola", 3: "otra"}, tags={"vip": True, "spam": False, "ya": True})
    known = findings(attempted(edit), stored("hola"), **NOW)
    assert without_ours(edit, known) == Edit(notes={2: "hola", 3: "otra"}, tags={"spam": False, "ya": True})


def test_what_may_be_ours_is_not_surely_there() -> None:
    known = findings(attempted(), stored("llamar el lunes"))
    assert without_ours(NOTE, known) == NOTE


def test_a_fact_is_small_enough_to_keep() -> None:
    known = findings(attempted(), stored("llamar mañana"))
    assert msgspec.json.decode(msgspec.json.encode(known), type=Findings) == known
