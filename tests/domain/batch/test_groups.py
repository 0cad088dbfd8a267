"""Rows grouped for the page."""

from caseeditor.domain.batch.plan.groups import moved_groups, unsure_groups
from caseeditor.domain.batch.row import FieldResult, Outcome, Row
from caseeditor.domain.delivery.submission import EffectStatus, Evidence, Findings
from caseeditor.domain.editing.changes import Change, ChangeKind

NOTE = Change(ChangeKind.NOTE, after="hola")
TAG = Change(ChangeKind.TAG_ADDED, "vip", after="vip")


def priority(before: str | None) -> Change:
    return Change(ChangeKind.ATTRIBUTE, "prioridad", before, "alta")


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
            Row(number=6, case_id="6"),
        ]
    )
    note = ChangeKind.NOTE
    assert [(each.kinds, each.moved, each.rows) for each in found] == [
        (((note, missing), (note, maybe)), True, (2, 3)),
        ((), False, (1,)),
        (((note, maybe),), True, (4,)),
        (((note, maybe),), False, (5,)),
    ]
