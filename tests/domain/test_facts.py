"""What a read says about a submission: RULES.md's rules 5 to 8."""

from typing import Any

import msgspec
import pytest

from caseeditor.domain.delivery.evidence import effects, find_facts, same, without_ours
from caseeditor.domain.delivery.snapshot import Reading, Snapshot, digest, take
from caseeditor.domain.delivery.submission import EffectStatus, Facts, Submission, UnconfirmedNote
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.text.same_text import plain
from tests.domain.samples import note, read, stored

OLD = stored("una nota vieja", date=1)
NOTE = Edit(notes={1: "llamar mañana"})
QUARTER = 15 * 60
OURS, ABSENT, GONE, MAYBE = EffectStatus.CONFIRMED, EffectStatus.MISSING, EffectStatus.REVERTED, EffectStatus.AMBIGUOUS
HIDDEN, UNKNOWN = EffectStatus.HIDDEN, EffectStatus.UNKNOWN
replace = msgspec.structs.replace


def before(edit: Edit = NOTE, date: int = 5000, **changes: object) -> Snapshot:
    return take(Reading(read(**{"notes": [OLD], **changes}), date), edit)


def attempted(edit: Edit = NOTE, first: Snapshot | None = None, user: str = "support") -> Submission:
    """Return a submission of which one attempt was made."""
    first = first or before(edit)
    ghosts = tuple(UnconfirmedNote(plain(text), first.date, 7) for text in edit.notes.values())
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
        ghosts=ghosts,
    )


def facts(submission: Submission, *notes: object, ghosts: tuple[UnconfirmedNote, ...] = (), **changes: object) -> Facts:
    now = read(**{"notes": [*notes, OLD], **changes})
    return find_facts(submission, now, ghosts, shows_notes=False)


def found(
    submission: Submission, *notes: object, ghosts: tuple[UnconfirmedNote, ...] = (), **changes: object
) -> list[tuple[EffectStatus, str]]:
    return [(fact.fate, fact.shown) for fact in facts(submission, *notes, ghosts=ghosts, **changes).facts]


# Rule 5: notes.


@pytest.mark.parametrize("author", ["support", "SUPPORT", " soporte uno "])
def test_a_note_is_ours_under_each_of_our_names(author: str) -> None:
    submission = replace(attempted(user="id:4"), names=("Soporte Uno", "support"))
    assert found(submission, stored("llamar mañana", user_name=author)) == [(OURS, "llamar mañana")]
    assert found(submission, stored("llamar mañana", user_name="lucia")) == [(MAYBE, "llamar mañana")]


@pytest.mark.parametrize("user", ["token:ab", "legacy:", "id:4", ""])
def test_where_nobody_knows_our_name_any_note_may_be_ours(user: str) -> None:
    assert found(attempted(user=user), stored("llamar mañana", user_name="lucia")) == [(OURS, "llamar mañana")]


@pytest.mark.parametrize("user", ["login:support", "name:support"])
def test_a_key_that_is_a_name_says_whose_a_note_is(user: str) -> None:
    assert found(attempted(user=user), stored("llamar mañana", user_name="lucia")) == [(MAYBE, "llamar mañana")]
    assert found(attempted(user=user), stored("llamar mañana")) == [(OURS, "llamar mañana")]


def test_a_new_note_of_that_text_by_us_is_ours() -> None:
    (fact,) = facts(attempted(), stored("llamar mañana")).facts
    assert (fact.fate, fact.shown, fact.note) == (OURS, "llamar mañana", digest(note("llamar mañana")))


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
    assert found(attempted(Edit(notes={1: typed})), stored(shown)) == [(OURS, shown)]


@pytest.mark.parametrize(
    ("typed", "shown"), [("llamar mañana", "llamar"), ("llamar 😀 mañana", "llamar 😀"), ("😀", ""), ("uno", "unos")]
)
def test_something_new_by_us_that_is_no_known_likeness_may_be_ours(typed: str, shown: str) -> None:
    assert found(attempted(Edit(notes={1: typed})), stored(shown)) == [(MAYBE, shown)]


def test_nothing_new_is_no_trace() -> None:
    assert found(attempted()) == [(ABSENT, "")]


def test_an_identical_note_that_was_there_before_is_no_trace() -> None:
    submission = attempted(first=before(notes=[stored("llamar mañana"), OLD]))
    assert found(submission, stored("llamar mañana")) == [(ABSENT, "")]
    assert found(submission, stored("llamar mañana"), stored("llamar mañana")) == [(OURS, "llamar mañana")]


def test_where_an_older_note_is_not_shown_any_more_ours_can_not_be_seen() -> None:
    assert found(attempted(first=before(notes=[stored("llamar mañana"), OLD]))) == [(HIDDEN, "")]


def test_a_colleagues_other_note_is_no_trace_where_users_are_told_apart() -> None:
    assert found(attempted(), stored("otra cosa", "luis")) == [(ABSENT, "")]


def test_a_colleagues_identical_note_is_for_the_agent_to_judge() -> None:
    """It may be ours too: the form of our name in notes is not documented."""
    assert found(attempted(), stored("llamar mañana", "luis")) == [(MAYBE, "llamar mañana")]
    both = (stored("llamar mañana", "luis"), stored("llamar mañana"))
    assert facts(attempted(), *both).facts[0].note == digest(note("llamar mañana"))


@pytest.mark.parametrize("user_name", ["luis", ""])
def test_where_me_names_nobody_the_text_decides_and_anything_new_may_be_ours(user_name: str) -> None:
    submission = attempted(user="")
    assert found(submission, stored("llamar mañana", user_name)) == [(OURS, "llamar mañana")]
    assert found(submission, stored("otra cosa", user_name)) == [(MAYBE, "otra cosa")]


def test_a_note_without_a_user_may_be_anybodys() -> None:
    assert found(attempted(), stored("llamar mañana", "")) == [(OURS, "llamar mañana")]


def test_two_notes_of_one_text_need_two() -> None:
    submission = attempted(Edit(notes={1: "hola", 2: "hola"}))
    assert found(submission, stored("hola")) == [(OURS, "hola"), (ABSENT, "")]
    assert found(submission, stored("hola"), stored("hola")) == [(OURS, "hola"), (OURS, "hola")]


def test_a_likeness_does_not_take_the_place_of_the_very_note() -> None:
    submission = attempted(Edit(notes={1: "hola 😀", 2: "hola"}))
    assert found(submission, stored("hola")) == [(ABSENT, ""), (OURS, "hola")]
    assert found(submission, stored("hola"), stored("hola", date=7)) == [(OURS, "hola"), (OURS, "hola")]


def test_one_of_ours_does_not_make_another_a_maybe() -> None:
    submission = attempted(Edit(notes={1: "uno", 2: "dos"}))
    assert found(submission, stored("dos")) == [(ABSENT, ""), (OURS, "dos")]


def test_a_note_that_no_attempt_sent_is_not_ours() -> None:
    """It was typed into a draft that an earlier attempt left its traces on."""
    submission = replace(attempted(), edit=Edit(notes={1: "llamar mañana", 2: "llamar mañana"}))
    assert [fate for fate, _ in found(submission, *[stored("llamar mañana")] * 2)] == [OURS, MAYBE]


def test_the_text_as_it_was_sent_is_shown_beside_the_text_as_it_is_now() -> None:
    submission = replace(attempted(user="Ana Pérez"), edit=Edit(notes={1: "llamar pasado mañana"}))
    assert found(submission, stored("llamar mañana")) == [(MAYBE, "llamar mañana")]


# Rule 6: ghosts.


def ghost(date: int = 5000, text: str = "llamar mañana", note: str = "") -> tuple[UnconfirmedNote, ...]:
    return (UnconfirmedNote(text, date, 3, note),)


@pytest.mark.parametrize(
    ("date", "fate"), [(5000, MAYBE), (6000, MAYBE), (5001 - QUARTER, MAYBE), (5000 - QUARTER, OURS)]
)
def test_a_matching_note_proves_nothing_when_a_ghost_may_have_left_it(date: int, fate: EffectStatus) -> None:
    """What counts is whether it could land since our baseline, however long ago that is now."""
    assert found(attempted(), stored("llamar mañana"), ghosts=ghost(date)) == [(fate, "llamar mañana")]


def test_a_ghost_of_unknown_age_haunts() -> None:
    assert found(attempted(), stored("llamar mañana"), ghosts=ghost(0)) == [(MAYBE, "llamar mañana")]
    undated = attempted(first=before(date=0))
    assert found(undated, stored("llamar mañana"), ghosts=ghost(1)) == [(MAYBE, "llamar mañana")]


def test_another_ghost_does_not_haunt_and_one_cut_off_does() -> None:
    assert found(attempted(), stored("llamar mañana"), ghosts=ghost(text="otra"))[0][0] is OURS
    assert found(attempted(), stored("llamar mañana"), ghosts=ghost(text="llamar mañana 😀"))[0][0] is MAYBE


def test_our_own_ghosts_do_not_haunt_us_however_often_they_are_kept() -> None:
    submission = attempted()
    assert found(submission, stored("llamar mañana"), ghosts=submission.ghosts * 2)[0][0] is OURS


def test_a_note_that_is_known_to_be_another_submissions_is_no_trace() -> None:
    theirs = ghost(note=digest(note("llamar mañana")))
    assert found(attempted(), stored("llamar mañana"), ghosts=theirs) == [(ABSENT, "")]
    ours = stored("llamar mañana", date=9)
    assert found(attempted(), stored("llamar mañana"), ours, ghosts=theirs)[0][0] is OURS


# Rule 7: no notes shown.


@pytest.mark.parametrize("notes", [[], None])
def test_no_notes_shown_is_unknown(notes: object) -> None:
    submission = attempted(first=before(notes=notes))
    assert found(submission, notes=notes) == [(UNKNOWN, "")]
    assert found(submission, notes=notes, update_date="2030-01-01T00:00:00+0000") == [(UNKNOWN, "")]


def test_an_empty_list_counts_once_the_server_has_shown_a_note() -> None:
    now = read(notes=[])
    assert find_facts(attempted(first=before(notes=[])), now, (), shows_notes=True).facts[0].fate is ABSENT
    assert find_facts(attempted(), now, (), shows_notes=False).facts[0].fate is HIDDEN
    assert find_facts(attempted(), read(), (), shows_notes=True).facts[0].fate is UNKNOWN


@pytest.mark.parametrize(("made", "baseline", "fate"), [(4999, 5000, MAYBE), (5000, 5000, OURS), (5000, 0, MAYBE)])
def test_where_the_baseline_showed_no_notes_only_a_date_tells_which_are_new(
    made: int, baseline: int, fate: EffectStatus
) -> None:
    submission = attempted(first=before(date=baseline, notes=None))
    assert found(submission, stored("llamar mañana", date=made * 1000)) == [(fate, "llamar mañana")]


# Rule 8: fields.

FIELDS = Edit(subject="mío", tags={"vip": True}, values={"prioridad": "alta"}, rows={1: Row("nuevo", "1")})
NOW: dict[str, Any] = {"subject": "mío", "tags": ["vip"], "prioridad": "alta", "nuevo": "1"}


def test_a_field_that_holds_is_ours() -> None:
    assert [fate for fate, _ in found(attempted(FIELDS), **NOW)] == [OURS] * 4


def test_a_field_that_does_not_hold_is_absent_and_what_stands_there_is_shown() -> None:
    assert found(attempted(FIELDS), subject="suyo", tags=[], prioridad="media") == [
        (ABSENT, "suyo"),
        (ABSENT, ""),
        (ABSENT, "media"),
        (ABSENT, ""),
    ]


def test_a_field_that_was_seen_holding_is_gone() -> None:
    held = ("subject:", "tag added:vip", "attribute:prioridad", "attribute:nuevo")
    submission = replace(attempted(FIELDS), held=held)
    assert [fate for fate, _ in found(submission, subject="suyo", tags=[], prioridad="media")] == [GONE] * 4
    assert [fate for fate, _ in found(submission, **NOW)] == [OURS] * 4


# What is shown, agreed to, and sent.


def test_removed_tags_are_no_effect_of_an_update() -> None:
    changes = effects(Edit(notes={2: "b", 1: "a"}, tags={"vip": True, "spam": False}), before())
    assert [(each.what, each.after) for each in changes] == [
        (ChangeKind.TAG_ADDED, "vip"),
        (ChangeKind.NOTE, "a"),
        (ChangeKind.NOTE, "b"),
    ]


def test_whether_the_case_moved_is_told_since_the_last_attempt() -> None:
    submission = attempted(first=before(update_date="a"))
    assert not facts(submission, update_date="a").moved
    assert facts(submission, update_date="b").moved
    later = replace(submission, current=before(update_date="b"))
    assert not facts(later, update_date="b").moved


def test_facts_are_the_same_when_all_that_was_shown_is() -> None:
    submission = attempted(Edit(notes={1: "hola"}, subject="mío"))
    one = facts(submission, subject="suyo", update_date="a")
    assert same(one, facts(replace(submission, current=None), subject="suyo", update_date="a"))
    for other in (
        facts(submission, subject="suyo", update_date="b"),
        facts(submission, subject="otro", update_date="a"),
        facts(submission, stored("x"), subject="suyo", update_date="a"),
        facts(replace(submission, edit=Edit(subject="mío")), subject="suyo", update_date="a"),
    ):
        assert not same(one, other)


def test_only_what_is_missing_is_left() -> None:
    edit = replace(FIELDS, notes={1: "hola", 2: "hola", 3: "otra"}, tags={"vip": True, "spam": False, "ya": True})
    known = facts(attempted(edit), stored("hola"), **NOW)
    assert without_ours(edit, known) == Edit(notes={2: "hola", 3: "otra"}, tags={"spam": False, "ya": True})


def test_what_may_be_ours_is_not_surely_there() -> None:
    known = facts(attempted(), stored("llamar el lunes"))
    assert without_ours(NOTE, known) == NOTE


def test_a_fact_is_small_enough_to_keep() -> None:
    known = facts(attempted(), stored("llamar mañana"))
    assert msgspec.json.decode(msgspec.json.encode(known), type=Facts) == known
