"""The plan of one batch while it is made: the rows to read, and those to write. Runs on the worker's loop."""

import asyncio
import heapq
from collections.abc import Iterable

import msgspec

from caseeditor.domain.batch.batch import Batch, Pause
from caseeditor.domain.batch.reasons import Reason, why
from caseeditor.domain.batch.row import Row, RowPlan
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.services.api.traffic import UNREACHED
from caseeditor.services.batch.reading_calls import PASSING

replace = msgspec.structs.replace

_TRIES, _LONELY_TRIES = 5, 8
"""After so many tries a row is given up: if others were read meanwhile, or in any case."""
_GONE = 410


class PlanStopped(Exception):  # noqa: N818 - an end, and no fault
    """The plan ends before each row has one; `pause` is the reason, None if the batch was changed or is gone."""

    def __init__(self, pause: Pause | None) -> None:
        super().__init__(pause)
        self.pause = pause


class Attempt(msgspec.Struct, order=True):
    """A row to read, not before `due` (s of the loop); `before`: cases read before its first failure."""

    due: float
    number: int
    tries: int = 0
    before: int = 0


class PlanJob:
    """Rows without a plan, by number, and those planned since the last write.

    `turn`: that of the account when its user was last checked; `names`: the user's. `woken` is set when there is
    something to write, and at the end. `is_held`: the server is not called for a while, and that was told.
    """

    def __init__(self, batch: Batch, rows: Iterable[Row]) -> None:
        self.batch = batch
        self.left = {row.number: row for row in rows if row.plan is RowPlan.UNPLANNED}
        self.by_case: dict[str, list[int]] = {}
        for row in self.left.values():
            self.by_case.setdefault(row.case_id, []).append(row.number)
        self.unsaved: dict[int, Row] = {}
        self.woken = asyncio.Event()
        self.over = asyncio.Event()
        self.turn = -1
        self.names = batch.user_names
        self.is_held = False
        self._cases = 0
        """Cases read one by one."""
        self._queue: list[Attempt] = []

    @property
    def progress(self) -> tuple[int, int]:
        return self.batch.rows - len(self.left), self.batch.rows

    def put(self, row: Row) -> None:
        """Take over the plan of a row."""
        del self.left[row.number]
        self.unsaved[row.number] = row
        self.woken.set()

    def end(self) -> None:
        self.over.set()
        self.woken.set()

    def queue_all(self) -> None:
        """Queue the rows that are left."""
        self._queue = [Attempt(0.0, number) for number in self.left]
        heapq.heapify(self._queue)

    def next(self) -> Attempt | None:
        return heapq.heappop(self._queue) if self._queue else None

    def note_case(self) -> None:
        """Count a case that was read."""
        self._cases += 1

    def note(self, attempt: Attempt, failure: Failure, delay: float) -> None:
        """Plan a row whose case could not be read, or queue it again. Raises PlanStopped without a token."""
        if failure.kind.needs_token:
            raise PlanStopped(Pause.SIGN_IN)
        attempt.before = attempt.before if attempt.tries else self._cases
        attempt.tries += 1
        if failure.kind in PASSING and not self._is_given_up(attempt, failure):
            attempt.due = asyncio.get_running_loop().time() + delay
            heapq.heappush(self._queue, attempt)
            return
        plan = _plan_of(failure)
        reason = why(Reason.UNREADABLE, failure.kind.value) if plan is RowPlan.INVALID else ""
        self.put(replace(self.left[attempt.number], plan=plan, why=reason, words=failure.words))

    def _is_given_up(self, attempt: Attempt, failure: Failure) -> bool:
        if failure.kind in UNREACHED:
            return False
        return attempt.tries >= (_TRIES if self._cases > attempt.before else _LONELY_TRIES)


def _plan_of(failure: Failure) -> RowPlan:
    if failure.kind is FailureKind.NOT_FOUND or failure.status == _GONE:
        return RowPlan.NOT_FOUND
    return RowPlan.NOT_ALLOWED if failure.kind is FailureKind.REFUSED else RowPlan.INVALID
