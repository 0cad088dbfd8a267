"""Parts of rows in memory."""

import msgspec

from caseeditor.domain.batch.row import FieldResult, Outcome, Row, RowPlan
from caseeditor.domain.batch.row_memory import SharedParts
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.editing.edit import Edit

CHANGES = (Change(ChangeKind.ATTRIBUTE, "prioridad", "baja", "alta"),)
COUNT = 300


def decoded(number: int) -> Row:
    row = Row(
        number=number,
        case_id=str(number),
        cells={"nota": f"x{number}"} if number % 2 else {},
        contact="Ana",
        url="https://here.example/case/1",
        plan=RowPlan.CHANGES,
        edit=Edit(values={"prioridad": "alta"}),
        base=Snapshot(tags=("a",), attributes={"prioridad": "baja"}, update_date=str(number), updated_by="ana"),
        changes=CHANGES,
        outcome=Outcome.MOVED,
        results=(FieldResult(CHANGES[0], is_done=False, now="media"),),
    )
    return msgspec.json.decode(msgspec.json.encode(row), type=Row)


def test_equal_parts_of_rows_are_one_object() -> None:
    parts, rows = SharedParts(), [decoded(number) for number in range(COUNT)]
    kept = [parts.whole(row) for row in rows]
    assert kept == rows
    assert len({id(row.edit) for row in rows}) == COUNT
    shared = [
        (row.edit, row.base.tags, row.base.notes, row.base.attributes, row.changes, row.results, row.contact)
        for row in kept
    ]
    assert len({tuple(map(id, each)) for each in shared}) == 1
    assert len({id(row.cells) for row in kept if not row.cells}) == 1


def test_a_page_gets_what_it_shows() -> None:
    parts, rows = SharedParts(), [decoded(number) for number in range(COUNT)]
    shown = [parts.shown(row) for row in rows]
    assert {(row.edit, row.base, row.cells) == (Edit(), Snapshot(), {}) for row in shown} == {True}
    assert [row.number for row in shown if row.url] == [1]
    assert [(row.number, row.changes, row.results, row.outcome) for row in shown] == [
        (row.number, row.changes, row.results, row.outcome) for row in rows
    ]
    assert len({(id(row.edit), id(row.base), id(row.cells), id(row.changes)) for row in shown}) == 1


def test_values_of_each_row_are_not_remembered() -> None:
    parts = SharedParts()
    notes = [(Change(ChangeKind.NOTE, after=f"note {number}"),) for number in range(3000)]
    rows = [msgspec.structs.replace(decoded(1), changes=changes) for changes in notes]
    assert [parts.shown(row).changes for row in rows] == notes
    assert len(parts) <= 500
