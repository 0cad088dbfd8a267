"""Rows grouped for the page."""

import time

from caseeditor.domain.batch.groups import groups, moved_groups, unsure_groups
from caseeditor.domain.batch.row import FieldResult, Outcome, Row, RowPlan
from caseeditor.domain.delivery.submission import EffectStatus, Evidence, Findings
from caseeditor.domain.editing.changes import Change, ChangeKind

NOTE = Change(ChangeKind.NOTE, after="hola")
TAG = Change(ChangeKind.TAG_ADDED, "vip", after="vip")


def priority(before: str | None) -> Change:
    return Change(ChangeKind.ATTRIBUTE, "prioridad", before, "alta")


def row(number: int, *changes: Change, plan: RowPlan = RowPlan.CHANGES, out: tuple[str, ...] = ()) -> Row:
    return Row(number=number, case_id=str(number), plan=plan, changes=changes, fields_out=out)


def test_groups_have_before_and_after_the_largest_first() -> None:
    found = groups(
        [
            row(1, priority(None), NOTE),
            row(2, priority("baja"), NOTE, TAG),
            row(3, priority("baja"), NOTE, plan=RowPlan.WAITS),
            row(4, priority("baja"), plan=RowPlan.UNPLANNED),
        ]
    )
    assert [(each.field, each.before, each.after, each.rows) for each in found] == [
        ("note:", None, "hola", (1, 2, 3)),
        ("attribute:prioridad", "baja", "alta", (2, 3)),
        ("attribute:prioridad", None, "alta", (1,)),
        ("tag added:vip", None, "vip", (2,)),
    ]


def test_what_is_taken_out_stays_in_its_group_and_is_not_counted() -> None:
    whole_out = Row(number=2, case_id="2", plan=RowPlan.CHANGES, changes=(NOTE,), is_out=True)
    found = groups([row(1, NOTE, TAG, out=("tag added:vip",)), whole_out, row(3, NOTE)])
    assert [(each.field, each.rows, each.out, each.count) for each in found] == [
        ("note:", (1, 2, 3), (2,), 2),
        ("tag added:vip", (1,), (1,), 0),
    ]


def test_a_row_is_in_the_group_of_a_note_once_for_each_of_its_notes() -> None:
    assert [each.rows for each in groups([row(1, NOTE, Change(ChangeKind.NOTE, after="otra"))])] == [(1,), (1,)]


def test_moved_fields_are_grouped_by_ours_and_theirs() -> None:
    def moved(number: int, now: str | None, outcome: Outcome = Outcome.MOVED) -> Row:
        results = (FieldResult(priority("baja"), False, now), FieldResult(TAG, True), FieldResult(NOTE, False))
        return Row(number=number, case_id=str(number), outcome=outcome, results=results)

    found = moved_groups([moved(1, "x"), moved(2, "y"), moved(3, "y"), moved(4, "y", Outcome.REJECTED)])
    assert [(each.name, each.mine, each.theirs, each.rows) for each in found] == [
        ("prioridad", "alta", "y", (2, 3)),
        ("prioridad", "alta", "x", (1,)),
    ]


def test_unsure_rows_are_grouped_by_the_kinds_of_their_evidence() -> None:
    def unsure(number: int, *statuses: EffectStatus, moved: bool = True) -> Row:
        evidence = tuple(Evidence(NOTE, status) for status in statuses)
        findings = Findings(evidence, moved) if statuses else None
        return Row(number=number, case_id=str(number), outcome=Outcome.UNSURE, findings=findings)

    maybe, missing = EffectStatus.AMBIGUOUS, EffectStatus.MISSING
    found = unsure_groups(
        [
            unsure(1),
            unsure(2, maybe, missing),
            unsure(3, missing, maybe, maybe),
            unsure(4, maybe),
            unsure(5, maybe, moved=False),
            row(6),
        ]
    )
    note = ChangeKind.NOTE
    assert [(each.kinds, each.moved, each.rows) for each in found] == [
        (((note, missing), (note, maybe)), True, (2, 3)),
        ((), False, (1,)),
        (((note, maybe),), True, (4,)),
        (((note, maybe),), False, (5,)),
    ]


def test_a_hundred_thousand_rows_take_no_second() -> None:
    rows = [row(number, priority(str(number % 7)), NOTE, TAG) for number in range(1, 100_001)]
    start = time.process_time()
    found = groups(rows)
    assert time.process_time() - start < 1
    assert sum(each.count for each in found) == 300_000
