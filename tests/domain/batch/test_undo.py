"""The undo of a batch, and the undo of an undo, with changes of colleagues in between."""

import itertools
from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.batch.plan.undo import notes_left, undo_row, undo_rows
from caseeditor.domain.batch.reasons import Reason, reasons_of
from caseeditor.domain.batch.results import set_anyway
from caseeditor.domain.batch.row import FieldResult, Outcome, Row, RowPlan, RowState
from caseeditor.domain.case.model import Attribute, Case, held_text
from caseeditor.domain.delivery.merge import merge
from caseeditor.domain.delivery.snapshot import Reading, take
from caseeditor.domain.editing.changes import Change, ChangeKind, changes
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.edit import Row as NewAttribute

SUBJECT = Change(ChangeKind.SUBJECT, before="viejo", after="nuevo")
CHANGED = Change(ChangeKind.ATTRIBUTE, "p", "baja", "alta")
MADE = Change(ChangeKind.ATTRIBUTE, "q", None, "x")
ADDED = Change(ChangeKind.TAG_ADDED, "vip", after="vip")
REMOVED = Change(ChangeKind.TAG_REMOVED, "lote", before="lote")
NOTE = Change(ChangeKind.NOTE, after="hola")


def case_of(subject: str = "nuevo", tags: tuple[str, ...] = ("vip",), **attributes: str) -> Case:
    held = {name: Attribute(name, text) for name, text in attributes.items()}
    return Case(id="203", subject=subject, tags=tags, attributes=held, state="Arrived")


def ended(*results: FieldResult | Change, number: int = 1, case_id: str = "203") -> Row:
    found = tuple(each if isinstance(each, FieldResult) else FieldResult(each, True) for each in results)
    return Row(number=number, case_id=case_id, subject="S", results=found, state=RowState.ENDED)


def undone(case: Case, *results: FieldResult | Change, own: bool = False) -> Row:
    (row,) = undo_rows([ended(*results)])
    return undo_row(row, case, has_own_work=own, reading=Reading(case))


def test_each_field_that_is_still_ours_goes_back() -> None:
    row = undone(case_of(p="alta", q="x"), SUBJECT, CHANGED, MADE, ADDED, REMOVED, NOTE)
    assert row.plan is RowPlan.CHANGES
    assert [(each.field, each.before, each.after) for each in row.changes] == [
        ("subject:", "nuevo", "viejo"),
        ("tag removed:vip", "vip", None),
        ("tag added:lote", None, "lote"),
        ("attribute:p", "alta", "baja"),
        ("attribute:q", "x", ""),
    ]
    assert reasons_of(row.why) == ((Reason.ONLY_EMPTIED, ("q",)),)
    assert (row.base.subject, row.base.attributes) == ("nuevo", {"p": "alta", "q": "x"})


@pytest.mark.parametrize("state", [RowState.WAITING, RowState.HANDED])
def test_what_was_stored_of_a_row_that_is_to_be_sent_again_is_taken_back(state: RowState) -> None:
    before = ended(ADDED, NOTE, FieldResult(CHANGED, is_done=False, now="media"))
    moved = set_anyway(msgspec.structs.replace(before, outcome=Outcome.MOVED, changes=(ADDED, NOTE, CHANGED)))
    again = msgspec.structs.replace(moved, state=state)
    assert [change.field for row in undo_rows([again]) for change in row.changes] == ["tag removed:vip"]
    assert notes_left([again]) == 1


def test_what_moved_since_is_left_and_named() -> None:
    row = undone(case_of("otro", p="media", q="x"), SUBJECT, CHANGED, MADE)
    assert [each.field for each in row.changes] == ["attribute:q"]
    assert reasons_of(row.why) == (
        (Reason.LEFT_MOVED, ("subject:", "attribute:p")),
        (Reason.ONLY_EMPTIED, ("q",)),
    )


def test_where_all_moved_the_guard_fails_and_where_all_is_back_it_is_already_so() -> None:
    assert undone(case_of(p="media"), CHANGED).plan is RowPlan.GUARD_FAILS
    assert undone(case_of(p="media"), CHANGED, own=True).plan is RowPlan.GUARD_FAILS
    back = undone(case_of("viejo", tags=("lote",), p="baja"), SUBJECT, CHANGED, MADE, ADDED, REMOVED)
    assert (back.plan, back.why, back.edit) == (RowPlan.ALREADY_SO, "", Edit())


def test_a_case_with_own_work_waits() -> None:
    assert undone(case_of(p="alta"), CHANGED, own=True).plan is RowPlan.WAITS


def test_a_value_that_the_server_trimmed_is_ours_and_one_that_it_replaced_is_not() -> None:
    spaced = Change(ChangeKind.ATTRIBUTE, "p", "baja", " Alta ")
    assert undone(case_of(p="alta"), FieldResult(spaced, True, "alta")).plan is RowPlan.CHANGES
    assert undone(case_of(p="rival"), FieldResult(spaced, True, "rival")).plan is RowPlan.GUARD_FAILS


def test_a_nested_value_is_not_ours() -> None:
    nested = msgspec.structs.replace(case_of(), attributes={"p": Attribute("p", "alta", "nested")})
    assert undone(nested, CHANGED).plan is RowPlan.GUARD_FAILS


def test_an_own_field_goes_back() -> None:
    row = undone(case_of(), Change(ChangeKind.ATTRIBUTE, "state", "Closed", "Arrived"))
    assert [(each.before, each.after) for each in row.changes] == [("Arrived", "Closed")]


@pytest.mark.parametrize(
    "row",
    [
        ended(NOTE),
        ended(FieldResult(CHANGED, False)),
        Row(number=1, case_id="203", results=(FieldResult(CHANGED, True),)),
        ended(ADDED, Change(ChangeKind.TAG_REMOVED, "vip", before="vip")),
    ],
)
def test_a_row_without_anything_to_take_back_has_no_undo(row: Row) -> None:
    assert undo_rows([row]) == ()


def test_notes_that_stay_are_counted() -> None:
    assert notes_left([ended(NOTE, NOTE, CHANGED), ended(FieldResult(NOTE, False)), ended(NOTE)]) == 3


def test_rows_of_one_case_are_one_change_from_the_first_to_the_last() -> None:
    second = Change(ChangeKind.ATTRIBUTE, "p", "alta", "urgente")
    first, other = undo_rows(
        [ended(CHANGED), ended(MADE, number=2, case_id="9"), ended(second, number=3), ended(NOTE, number=4)]
    )
    assert (first.number, first.case_id, first.changes) == (
        1,
        "203",
        (Change(ChangeKind.ATTRIBUTE, "p", "urgente", "baja"),),
    )
    assert (other.number, other.case_id) == (2, "9")


def test_a_colleagues_value_between_two_of_ours_is_the_one_to_put_back() -> None:
    second = Change(ChangeKind.ATTRIBUTE, "p", "rival", "urgente")
    (row,) = undo_rows([ended(CHANGED), ended(second, number=2)])
    assert row.changes == (Change(ChangeKind.ATTRIBUTE, "p", "urgente", "rival"),)


# The round trip, over a model of a case: values by field, and colleagues who change them with values of their own.

NAMES = ("a", "b", "c")
TAGS = ("t", "u", "v")
VALUES = st.sampled_from(["", "1", "2", "3"])
_NAMED = st.sampled_from(("subject", *NAMES))


class Moves(msgspec.Struct, frozen=True):
    """The changes of colleagues at one moment: fields that get a value that nobody else sets."""

    fields: tuple[str, ...] = ()


MOVES = st.builds(Moves, st.lists(_NAMED, max_size=2, unique=True).map(tuple))
CASES = st.builds(
    lambda subject, tags, held: case_of(subject, tuple(sorted(tags)), **held),
    VALUES,
    st.sets(st.sampled_from(TAGS)),
    st.dictionaries(st.sampled_from(NAMES), VALUES),
)


class Desk:
    """One case on the server, with who last set each field."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.rivals: dict[str, str] = {}
        self._fresh = itertools.count(1)

    def move(self, moves: Moves) -> None:
        for field in moves.fields:
            self.rivals[field] = f"rival {next(self._fresh)}"
            self._set(field, self.rivals[field])

    def _set(self, field: str, text: str) -> None:
        if field == "subject":
            self.case = msgspec.structs.replace(self.case, subject=text)
        else:
            attributes = {**self.case.attributes, field: Attribute(field, text)}
            self.case = msgspec.structs.replace(self.case, attributes=attributes)

    def text(self, field: str) -> str | None:
        return self.case.subject if field == "subject" else held_text(self.case, field)

    def run(self, row: Row) -> Row:
        """Run a planned row as the outbox does: what moved since the plan is conceded, the rest is stored."""
        edit, conflicts = merge(row.base, row.edit, self.case)
        conceded = {conflict.field for conflict in conflicts}
        sent = {change.field for change in changes(self.case, edit)} - conceded
        if edit.subject is not None and "subject:" in sent:
            self._set("subject", edit.subject)
        for name, value in (*edit.values.items(), *((new.name, new.value) for new in edit.rows.values())):
            if f"attribute:{name}" in sent:
                self._set(name, value)
        kept = {tag for tag in self.case.tags if edit.tags.get(tag, True)}
        self.case = msgspec.structs.replace(
            self.case, tags=tuple(sorted(kept | {tag for tag, add in edit.tags.items() if add}))
        )
        results = tuple(FieldResult(change, change.field in sent) for change in row.changes)
        outcome = Outcome.MOVED if conceded else Outcome.STORED
        return msgspec.structs.replace(row, state=RowState.ENDED, outcome=outcome, results=results)

    def undo(self, row: Row, before: Moves, after: Moves) -> Row | None:
        """Make the undo of a row, plan it and run it, with changes of colleagues before its plan and its run."""
        self.move(before)
        wishes = undo_rows([row])
        planned = [undo_row(each, self.case, has_own_work=False, reading=Reading(self.case)) for each in wishes]
        self.move(after)
        ran = [self.run(each) for each in planned if each.plan is RowPlan.CHANGES]
        return ran[0] if ran else None


def planned(case: Case, subject: str | None, tags: Mapping[str, bool], values: Mapping[str, str]) -> Row:
    edit = Edit(
        subject=subject,
        tags=tags,
        values={name: value for name, value in values.items() if name in case.attributes},
        rows={
            number: NewAttribute(name, value)
            for number, (name, value) in enumerate(values.items(), 1)
            if name not in case.attributes
        },
    )
    return Row(
        number=1,
        case_id=case.id,
        plan=RowPlan.CHANGES,
        edit=edit,
        base=take(Reading(case), edit),
        changes=changes(case, edit),
    )


@given(
    CASES,
    st.one_of(st.none(), VALUES),
    st.dictionaries(st.sampled_from(TAGS), st.booleans()),
    st.dictionaries(st.sampled_from(NAMES), VALUES),
    st.lists(MOVES, min_size=5, max_size=5),
)
def test_an_undo_and_its_undo_put_each_untouched_field_back_and_never_a_colleagues(
    case: Case, subject: str | None, tags: Mapping[str, bool], values: Mapping[str, str], moves: list[Moves]
) -> None:
    desk = Desk(case)
    row = planned(case, subject, tags, values)
    desk.move(moves[0])
    ran = desk.run(row)
    applied = desk.case
    undo = desk.undo(ran, moves[1], moves[2])
    for field in ("subject", *NAMES):
        was = case.subject if field == "subject" else held_text(case, field)
        if field in desk.rivals:
            assert desk.text(field) == desk.rivals[field]
        else:
            assert (desk.text(field) or "") == (was or "")
    assert set(desk.case.tags) == set(case.tags)
    if undo is None:
        return
    desk.undo(undo, moves[3], moves[4])
    for field in ("subject", *NAMES):
        was = applied.subject if field == "subject" else held_text(applied, field)
        assert (desk.text(field) or "") == (desk.rivals.get(field) or was or "")
    assert set(desk.case.tags) == set(applied.tags)
