"""Merging base, mine and theirs for each kind of field; decisions; the merged draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.merge import Conflict, joined, joined_base, keep_mine, merge, take_theirs
from caseeditor.domain.delivery.snapshot import Reading, Snapshot, take
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.domain.editing.edit import Edit, Row
from tests.support.samples import read

WHOLE = Edit(
    subject="mío",
    notes={1: "nota"},
    tags={"vip": True, "spam": False},
    values={"prioridad": "alta"},
    rows={1: Row("nuevo", "1")},
)


def case(**changes: object) -> Case:
    return read(**{"subject": "asunto", "tags": ["spam"], "prioridad": "baja", **changes})


def base(edit: Edit = WHOLE, **changes: object) -> Snapshot:
    return take(Reading(case(**changes)), edit)


def test_what_nobody_else_touched_is_sent_whole() -> None:
    assert merge(base(), WHOLE, case(zona="sur")) == (WHOLE, ())


@pytest.mark.parametrize(
    ("theirs", "left"),
    [
        ({"subject": "mío"}, {"subject": None}),
        ({"prioridad": "alta"}, {"values": {}}),
        ({"nuevo": "1"}, {"rows": {}}),
        ({"tags": ["spam", "vip"]}, {"tags": {"spam": False}}),
        ({"tags": []}, {"tags": {"vip": True}}),
    ],
)
def test_what_the_case_holds_already_is_no_change(theirs: dict[str, object], left: dict[str, object]) -> None:
    merged, conflicts = merge(base(), WHOLE, case(**theirs))
    assert not conflicts
    assert {name: getattr(merged, name) for name in left} == left


@pytest.mark.parametrize(
    ("theirs", "conflict"),
    [
        ({"subject": "suyo"}, Conflict(ChangeKind.SUBJECT, "", "asunto", "mío", "suyo")),
        ({"prioridad": "media"}, Conflict(ChangeKind.ATTRIBUTE, "prioridad", "baja", "alta", "media")),
        ({"prioridad": ""}, Conflict(ChangeKind.ATTRIBUTE, "prioridad", "baja", "alta", "")),
        ({"nuevo": "2"}, Conflict(ChangeKind.ATTRIBUTE, "nuevo", None, "1", "2", row=1)),
    ],
)
def test_the_same_field_changed_on_both_sides_is_a_conflict(theirs: dict[str, object], conflict: Conflict) -> None:
    assert merge(base(), WHOLE, case(**theirs)) == (WHOLE, (conflict,))


def test_an_attribute_that_is_gone_is_a_conflict() -> None:
    _, conflicts = merge(base(), WHOLE, read(subject="asunto", tags=["spam"]))
    assert conflicts == (Conflict(ChangeKind.ATTRIBUTE, "prioridad", "baja", "alta", None),)


THEIRS = ({"subject": "suyo"}, {"prioridad": "media"}, {"prioridad": ""}, {"nuevo": "2"})


@pytest.mark.parametrize("theirs", THEIRS)
def test_mine_is_kept_against_what_was_shown_and_nothing_newer(theirs: dict[str, object]) -> None:
    _, (conflict,) = merge(base(), WHOLE, case(**theirs))
    decided = keep_mine(base(), conflict)
    assert merge(decided, WHOLE, case(**theirs)) == (WHOLE, ())
    assert merge(decided, WHOLE, case(**dict.fromkeys(theirs, "otra vez")))[1]


def test_mine_is_kept_where_the_attribute_is_gone() -> None:
    now = read(subject="asunto", tags=["spam"])
    _, (conflict,) = merge(base(), WHOLE, now)
    assert merge(keep_mine(base(), conflict), WHOLE, now) == (WHOLE, ())


@pytest.mark.parametrize("theirs", THEIRS)
def test_theirs_takes_the_field_out_and_nothing_else(theirs: dict[str, object]) -> None:
    _, (conflict,) = merge(base(), WHOLE, case(**theirs))
    merged, conflicts = merge(base(), take_theirs(WHOLE, conflict), case(**theirs))
    assert not conflicts
    assert (merged.notes, merged.tags) == (WHOLE.notes, WHOLE.tags)
    assert sum((merged.subject is not None, bool(merged.values), bool(merged.rows))) == 2


def test_theirs_takes_a_tag_out_and_no_attribute_of_that_name() -> None:
    edit = Edit(tags={"vip": True, "spam": False}, values={"vip": "1"})
    assert take_theirs(edit, Conflict(ChangeKind.TAG_ADDED, "vip", None, "vip", None)) == Edit(
        tags={"spam": False}, values={"vip": "1"}
    )
    assert take_theirs(edit, Conflict(ChangeKind.TAG_REMOVED, "spam", "spam", "", "spam")).tags == {"vip": True}


def test_what_comes_back_adds_to_the_draft_and_replaces_nothing_of_it() -> None:
    draft = Edit(
        subject="nuevo asunto",
        notes={3: "otra"},
        note_text="a medias",
        tags={"vip": False},
        values={"zona": "norte"},
        rows={2: Row("otro", "9")},
    )
    assert joined(draft, WHOLE) == Edit(
        subject="nuevo asunto",
        notes={3: "otra", 4: "nota"},
        note_text="a medias",
        tags={"vip": False, "spam": False},
        values={"zona": "norte", "prioridad": "alta"},
        rows={2: Row("otro", "9"), 3: Row("nuevo", "1")},
    )


def test_into_an_empty_draft_all_comes_back() -> None:
    assert joined(Edit(), WHOLE) == WHOLE


def test_an_attribute_is_sent_once_whether_it_is_new_or_not() -> None:
    assert joined(Edit(values={"nuevo": "2"}), WHOLE).rows == {}
    assert joined(Edit(rows={1: Row("prioridad", "2")}), WHOLE).values == {}


def test_a_field_that_comes_back_brings_its_base_along() -> None:
    later = base(Edit(values={"zona": "sur"}), subject="suyo", zona="sur", prioridad="suya")
    back = joined_base(Edit(values={"zona": "norte"}), later, WHOLE, base())
    assert back.subject == "asunto"
    assert back.attributes == {"zona": "sur", "prioridad": "baja"}
    assert joined_base(Edit(subject="x"), later, WHOLE, base()).subject == "suyo"
    assert joined_base(Edit(values={"prioridad": "x"}), base(subject="suyo"), Edit(), base()) == base(subject="suyo")


SIDES = st.tuples(*[st.sampled_from(("a", "b", "c"))] * 3)
"""Base, mine and theirs of a field."""


@given(SIDES, SIDES)
def test_merging_is_three_ways_for_each_field(subject: tuple[str, str, str], value: tuple[str, str, str]) -> None:
    edit = Edit(subject=subject[1], values={"prioridad": value[1]})
    now = case(subject=subject[2], prioridad=value[2])
    merged, conflicts = merge(base(edit, subject=subject[0], prioridad=value[0]), edit, now)
    assert merged.subject == (None if subject[1] == subject[2] else subject[1])
    assert merged.values == ({} if value[1] == value[2] else {"prioridad": value[1]})
    both = {ChangeKind.SUBJECT: subject, ChangeKind.ATTRIBUTE: value}
    assert [each.what for each in conflicts] == [
        what for what, (was, mine, now) in both.items() if now not in (was, mine)
    ]
