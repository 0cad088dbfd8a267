"""A planned batch as a file that somebody else opens and runs. It has the changes, the guard, and the rows' cases.

What was planned is not in it: the plan of somebody else is made anew, over the cases as that user sees them.
"""

import enum
from collections.abc import Mapping

import msgspec

from caseeditor.domain.batch.batch import MOST_ROWS, Batch, Origin
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.row import Row
from caseeditor.domain.case.number import whole_number
from caseeditor.domain.delivery.guard import Guard

_FORMAT = "caseeditor batch 1"
MOST_BYTES = 256 * 1024 * 1024


class PlanFileProblem(enum.Enum):
    """The reason why a file is not opened."""

    UNREADABLE = "unreadable"
    NOT_A_PLAN = "not a plan"
    NEWER = "newer"
    TOO_MANY = "too many rows"
    OTHER_SERVER = "other server"


class PlanFileError(Exception):
    """A file is not opened."""

    def __init__(self, problem: PlanFileProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class _FileRow(msgspec.Struct, frozen=True, omit_defaults=True):
    case: str
    cells: Mapping[str, str] = {}
    is_out: bool = False
    fields_out: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, kw_only=True):
    format: str
    server: str
    name: str = ""
    reason: str = ""
    columns: tuple[str, ...] = ()
    guard: Guard = Guard()
    recipe: Recipe = Recipe()
    rows: tuple[_FileRow, ...] = ()


def plan_file(batch: Batch, rows: tuple[Row, ...]) -> bytes:
    """Return the content of the file of a batch."""
    found = _File(
        format=_FORMAT,
        server=batch.server,
        name=batch.name,
        reason=batch.reason,
        columns=batch.columns,
        guard=batch.guard,
        recipe=batch.recipe,
        rows=tuple(_FileRow(row.case_id, row.cells, row.is_out, row.fields_out, row.noted) for row in rows),
    )
    return msgspec.json.format(msgspec.json.encode(found), indent=1)


def read_plan_file(content: bytes, server: str) -> tuple[Batch, tuple[Row, ...]]:
    """Return the batch of a file, without number, user and plan, and its rows.

    Raises:
        PlanFileError: It is no such file, or one for another server.
    """
    try:
        found = msgspec.json.decode(content, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise PlanFileError(PlanFileProblem.NOT_A_PLAN) from None
    if found.format != _FORMAT:
        is_newer = found.format.startswith(_FORMAT.rstrip("1"))
        raise PlanFileError(PlanFileProblem.NEWER if is_newer else PlanFileProblem.NOT_A_PLAN)
    if found.server != server:
        raise PlanFileError(PlanFileProblem.OTHER_SERVER)
    if len(found.rows) > MOST_ROWS:
        raise PlanFileError(PlanFileProblem.TOO_MANY)
    batch = Batch(
        server=server,
        name=found.name,
        reason=found.reason,
        origin=Origin.FILE,
        columns=found.columns,
        guard=found.guard,
        recipe=found.recipe,
    )
    return batch, tuple(_row(number, each) for number, each in enumerate(found.rows, 1))


def _row(number: int, each: _FileRow) -> Row:
    case_id = whole_number(each.case)
    if not (case_id.isascii() and case_id.isdigit()):
        raise PlanFileError(PlanFileProblem.NOT_A_PLAN)
    return Row(
        number=number,
        case_id=case_id,
        cells=each.cells,
        is_out=each.is_out,
        fields_out=each.fields_out,
        noted=each.noted,
    )
