"""Batches in a real file: rows by the hundred thousand, counts, and what is kept of malformed bodies."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.batch.batch import status_text
from caseeditor.domain.batch.recipe import Recipe
from caseeditor.domain.batch.row import FieldResult, Outcome, Row, RowPlan, RowState
from caseeditor.domain.delivery.guard import Guard
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.editing.edit import Edit
from caseeditor.services.storage.batch_file import BatchFile
from tests.support.batches import SERVER, USER, batch, row

replace = msgspec.structs.replace


@pytest.fixture
def file(tmp_path: Path) -> Iterator[BatchFile]:
    with closing(BatchFile(tmp_path, lambda: 5000)) as opened:
        yield opened


def test_a_batch_and_its_rows_come_back_as_they_were_saved(tmp_path: Path, file: BatchFile) -> None:
    guard, recipe = Guard(states=("open",)), Recipe(notes=("Hello",))
    saved = file.save(batch(guard=guard, recipe=recipe, columns=("id", "x")), [row(1), row(2, RowPlan.ALREADY_SO)])
    assert (saved.number, saved.made, saved.rows, saved.lost) == (1, 5000, 2, 0)
    assert saved.plans == {RowPlan.CHANGES: 1, RowPlan.ALREADY_SO: 1}
    assert saved.outcomes == {Outcome.NOT_SENT: 2}
    with closing(BatchFile(tmp_path)) as again:
        assert again.find(1) == saved
        assert again.rows(1) == (row(1), row(2, RowPlan.ALREADY_SO))
        assert again.of(SERVER, USER) == (saved,)


def test_a_hundred_thousand_rows_are_written_and_read_in_seconds(file: BatchFile) -> None:
    change = Change(ChangeKind.ATTRIBUTE, "prioridad", "baja", "alta")
    rows = [
        Row(
            number=number,
            case_id=str(number),
            plan=RowPlan.CHANGES,
            edit=Edit(values={"prioridad": "alta"}, notes={1: "A note. " * 10}),
            base=Snapshot(attributes={"prioridad": "baja"}, notes={"0123456789abcdef": 1}),
            changes=(change,),
            state=RowState.ENDED,
            outcome=Outcome.STORED,
            results=(FieldResult(change, is_done=True, now="alta"),),
        )
        for number in range(1, 100_001)
    ]
    began = time.process_time()
    saved = file.save(batch(), rows)
    assert time.process_time() - began < 5
    began = time.process_time()
    found = file.rows(saved.number)
    assert time.process_time() - began < 1.5
    assert found == tuple(rows)
    began = time.process_time()
    for number in range(50):  # their counts are kept, not counted
        saved = file.save(saved, [replace(rows[number], outcome=Outcome.REJECTED)])
    assert time.process_time() - began < 0.5
    assert status_text(saved) == "planned · stored 99950 · rejected 50"
