"""Batches and rows for tests, and access to their file."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from caseeditor.domain.batch.batch import Batch, BatchState
from caseeditor.domain.batch.row import Outcome, Row, RowPlan, RowState
from caseeditor.domain.editing.edit import Edit

NAME = "batches.sqlite3"
SERVER, USER = "https://gateway.example/api", "id:7"


def batch(**fields: Any) -> Batch:  # noqa: ANN401 - any field of a batch
    return Batch(**{"server": SERVER, "user": USER, "name": "Close old ones", "state": BatchState.PLANNED, **fields})


def row(number: int, plan: RowPlan = RowPlan.CHANGES, outcome: Outcome | None = None) -> Row:
    """Return a row, ended if it has an outcome."""
    return Row(
        number=number,
        case_id=str(1000 + number),
        plan=plan,
        edit=Edit(subject=f"Subject {number}"),
        state=RowState.ENDED if outcome else RowState.WAITING,
        outcome=outcome,
    )


def change_body(folder: Path, table: str, key: int, body: bytes) -> None:
    """Write a body past the program."""
    column = "number" if table == "batch" else "id"
    with closing(sqlite3.connect(folder / NAME)) as file, file:
        file.execute(f"UPDATE {table} SET body = ? WHERE {column} = ?", (body, key))  # noqa: S608 - a test's names
