"""Bodies of batches and rows, and their columns, from which a malformed body is made up for."""

from enum import Enum
from typing import TypeVar

import msgspec

from caseeditor.domain.batch.batch import Batch, BatchState, Pause
from caseeditor.domain.batch.row import Outcome, Row, RowPlan, RowState
from caseeditor.services.storage.batch.batch_schema import ROWS_A_BATCH
from caseeditor.services.storage.decoding import decode

E = TypeVar("E", bound=Enum)

UNREADABLE = "unreadable"
"""The reason of a row whose body was malformed."""

_BATCH = msgspec.json.Decoder(Batch)
_ROW = msgspec.json.Decoder(Row)
_ENCODER = msgspec.json.Encoder()

BatchColumns = tuple[int, str, str, str, int, str, bytes]
"""Number, server, user, state, ended, text of the ids, body."""
RowColumns = tuple[int, str, str, str, str, int, bytes]
"""Id, case id, plan, outcome, state, submission, body."""


def batch_body(batch: Batch) -> bytes:
    """Return the stored form of a batch: without its counts, which the rows tell, and the text of its ids."""
    return _ENCODER.encode(msgspec.structs.replace(batch, ids_text="", rows=0, lost=0, plans={}, outcomes={}))


def row_columns(batch: int, row: Row) -> RowColumns:
    """Return the columns of a batch's row."""
    outcome = row.outcome or Outcome.NOT_SENT
    id_ = batch * ROWS_A_BATCH + row.number
    return id_, row.case_id, row.plan.value, outcome.value, row.state.value, row.submission, _ENCODER.encode(row)


def decoded_batch(columns: BatchColumns) -> Batch | None:
    """Return a batch as stored; None if its body is malformed. The columns follow moves of accounts and servers."""
    number, server, user, _, _, ids, body = columns
    batch = decode(_BATCH, body)
    return batch and msgspec.structs.replace(batch, number=number, server=server, user=user, ids_text=ids)


def decoded_row(columns: RowColumns) -> Row | None:
    """Return a row as stored; None if its body is malformed."""
    return decode(_ROW, columns[-1])


def made_up_batch(columns: BatchColumns) -> Batch:
    """Return what the columns know of a batch. One that ran is paused; others have no changes any more."""
    number, server, user, state, ended, ids, _ = columns
    known = member(BatchState, state, BatchState.PAUSED)
    batch = Batch(number=number, server=server, user=user, state=known, ended=ended, ids_text=ids)
    if batch.is_active:
        return msgspec.structs.replace(batch, state=BatchState.PAUSED, pause=Pause.DISK)
    return msgspec.structs.replace(batch, state=known if known is BatchState.DONE else BatchState.DRAFT)


def made_up_row(columns: RowColumns) -> Row:
    """Return what the columns know of a row. One that was not handed over is invalid: its changes are unknown."""
    id_, case_id, plan, outcome, state, submission, _ = columns
    progress = member(RowState, state, RowState.WAITING)
    return Row(
        number=id_ % ROWS_A_BATCH,
        case_id=case_id,
        plan=RowPlan.INVALID if progress is RowState.WAITING else member(RowPlan, plan, RowPlan.INVALID),
        why=UNREADABLE,
        state=progress,
        submission=submission,
        outcome=member(Outcome, outcome, Outcome.UNSURE) if progress is RowState.ENDED else None,
    )


def without_recipe(row: Row) -> Row:
    """Return a row of a batch whose guard is lost: one that waits is skipped."""
    if row.state is not RowState.WAITING:
        return row
    return msgspec.structs.replace(row, state=RowState.ENDED, outcome=Outcome.SKIPPED, why=UNREADABLE)


def member(of: type[E], value: object, otherwise: E) -> E:
    """Return the member with a value; a damaged file may have any."""
    try:
        return of(value)
    except ValueError:
        return otherwise
