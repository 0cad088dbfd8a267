"""All of a start's batches, behind the requests of the window. Runs on the worker's loop."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from caseeditor.domain.batch.batch import Batch, BatchState, Origin, with_choice
from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.plan.plan_file import MOST_BYTES, PlanFileError, PlanFileProblem, plan_file, read_plan_file
from caseeditor.domain.batch.plan.undo import notes_left, undo_rows
from caseeditor.domain.batch.policy import Policy
from caseeditor.domain.batch.report import ReportFormat, ReportWords
from caseeditor.domain.batch.row import Row
from caseeditor.domain.batch.row_memory import SharedParts
from caseeditor.domain.batch.tables.table import Table, TableError, TableFault, TextForm
from caseeditor.domain.batch_requests import BatchRequests
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.runtime.executors import BlockingExecutor
from caseeditor.services.batch.reading import BatchReading
from caseeditor.services.batch.runner import BatchRunner
from caseeditor.services.storage.batch.batches import Batches

if TYPE_CHECKING:
    from caseeditor.services.accounts.accounts import Accounts

T = TypeVar("T")
replace = msgspec.structs.replace
_CHANGING = (BatchState.DRAFT, BatchState.PLANNED)
_AT_ONCE = 1000
"""Rows between which the loop goes on."""


class BatchService(BatchRequests):
    """Passes each request to the part that answers it.

    `disk` runs blocking file work in order.
    """

    def __init__(  # noqa: PLR0913 - its parts
        self,
        *,
        batches: Batches,
        reading: BatchReading,
        runner: BatchRunner,
        accounts: "Accounts",
        disk: BlockingExecutor,
        tell: Callable[[BatchNews], None],
        now: Callable[[], int],
        policy: Policy = Policy(),  # noqa: B008 - immutable
    ) -> None:
        self._batches = batches
        self._policy = policy
        self._locks: dict[int, asyncio.Lock] = {}
        self._reading = reading
        self._runner = runner
        self._accounts = accounts
        self._disk = disk
        self._tell = tell
        self._now = now

    async def resume(self) -> None:
        """Find out what became of the batches of an earlier start. Raises StoreFailed."""
        await self._runner.resume()

    def forget_all(self) -> None:
        """Drop what was read while another program might run the batches."""
        self._runner.forget_all()

    def forget_ended(self) -> None:
        """Drop the ended batches from memory: the history was cleared."""
        self._runner.forget_ended()

    def begin_closing(self) -> None:
        """Hand over no further row."""
        self._runner.begin_closing()

    async def close(self) -> None:
        """Stop reading, and write what is known. Raises nothing."""
        await self._reading.close()
        await self._runner.close()

    # The batch itself.

    async def batches(self, server: str, user: str) -> tuple[Batch, ...]:
        return await self._batches.of(server, user)

    async def save_batch(self, batch: Batch) -> Batch:
        batch = replace(batch, recipe=self._policy.allowed(batch.recipe))
        if not batch.number:
            self._require_on()
            return self._told(await self._batches.save(replace(batch, made=self._now())))
        async with self._changing(batch.number):
            there = await self._found(batch.number)
            if there.state in _CHANGING:
                return await self._save_changes(batch, there)
        active = await self._runner.find(batch.number)
        if active is None:  # another program may run it
            return there
        await active.change(name=batch.name, reason=batch.reason, options=batch.options, is_open=batch.is_open)
        return active.batch

    async def _save_changes(self, batch: Batch, there: Batch) -> Batch:
        is_planned = there.state is BatchState.PLANNED  # its rows are on disk alone
        if batch.undo_of or there.undo_of:
            batch = replace(batch, recipe=there.recipe, undo_of=there.undo_of)
        elif with_choice(there, batch) != there:
            is_planned = False  # the agent is about to choose other cases
        if batch.recipe != there.recipe:
            await self._reading.cancel_plan(batch.number)
            is_planned = False
            await self._batches.forget_plans(batch.number)

        def merged(now: Batch) -> Batch:  # a choice that ended meanwhile stays
            state = BatchState.PLANNED if is_planned and now.state is BatchState.PLANNED else BatchState.DRAFT
            return replace(with_choice(batch, now), state=state, stage=0)

        return self._told(await self._batches.change(batch.number, merged) or there)

    async def drop_batch(self, number: int) -> None:
        await self._reading.cancel(number)
        active = await self._runner.find(number)
        if active and (active.is_running or active.submissions):
            return
        self._runner.forget(number)
        await self._batches.drop(number)

    # Its rows.

    async def set_batch_rows(self, number: int, rows: tuple[Row, ...], chosen: Batch | None = None) -> Batch:
        self._require_on()
        async with self._changing(number):
            batch = await self._found(number)
            if batch.state not in _CHANGING or batch.undo_of:
                return batch
            await self._reading.cancel(number)
            kept = rows[: self._policy.most_rows]
            batch = replace(with_choice(batch, chosen or batch), state=BatchState.DRAFT)
            return self._told(await self._batches.replace_rows(batch, kept))

    async def choose_by_search(self, number: int, server: Server, filters: Filters, words: str = "") -> Batch:
        self._require_on()
        return self._told(await self._reading.choose(number, server, filters, words))

    async def shown_rows(self, number: int) -> tuple[Row, ...]:
        batch = await self._batches.find(number)
        if batch is None or not batch.is_active:
            return await self._batches.shown_rows(number)
        shown, parts = list[Row](), SharedParts()
        for row in await self.batch_rows(number):
            shown.append(parts.shown(row))
            if row.number % _AT_ONCE == 0:
                await asyncio.sleep(0)
        return tuple(shown)

    async def batch_rows(self, number: int) -> tuple[Row, ...]:
        """Return all rows of a batch, whole and in order."""
        batch = await self._batches.find(number)
        if batch is None or not batch.is_active:  # the runner would keep rows that a plan is about to change
            return await self._batches.rows(number)
        active = await self._runner.find(number)
        return tuple(active.rows.values()) if active else await self._batches.rows(number)

    async def take_out(self, number: int, rows: tuple[int, ...], field: str, *, is_out: bool) -> Batch:
        wanted = set(rows)
        async with self._changing(number):
            batch = await self._found(number)
            if batch.state not in _CHANGING:
                return batch
            await self._reading.cancel(number)  # a row that is planned meanwhile would be put back
            found = (row for row in await self._batches.rows(number) if row.number in wanted)
            changed = tuple(_taken_out(row, field, is_out=is_out) for row in found)
            kept = await self._batches.save(batch, changed)
        self._tell(BatchNews(kept, changed))
        return kept

    # Plan and run.

    async def plan_batch(self, number: int) -> None:
        async with self._changing(number):
            batch = await self._found(number)
            if batch.state is BatchState.PLANNED and not self._reading.is_reading(number):
                await self._batches.forget_plans(number)
            await self._reading.plan(number)

    async def cancel_reading(self, number: int) -> None:
        await self._reading.cancel(number)

    async def run_batch(self, number: int) -> None:
        async with self._changing(number):
            await self._runner.run(number)

    async def pause_batch(self, number: int) -> None:
        await self._runner.pause(number)

    async def stop_batch(self, number: int) -> None:
        await self._runner.stop(number)

    async def decide_rows(self, number: int, rows: tuple[int, ...], decision: RowDecision, field: str = "") -> None:
        await self._runner.decide(number, rows, decision, field)

    async def make_undo(self, number: int) -> Batch:
        self._require_on()
        batch = await self._found(number)
        done = await self.batch_rows(number)
        undo = replace(_follower(batch, Origin.UNDO, undo_of=number, now=self._now()), notes_left=notes_left(done))
        made = await self._batches.save(undo, undo_rows(done))
        self._tell(BatchNews(made))
        await self._reading.plan(made.number)
        return made

    async def again_with(self, number: int, rows: tuple[int, ...]) -> Batch:
        batch, wanted = await self._found(number), set(rows)
        chosen = [row for row in await self.batch_rows(number) if row.number in wanted]
        self._require_on()
        if len(chosen) > self._policy.most_rows:
            raise OperationFailed(Failure(kind=FailureKind.BATCH_ROWS))
        if batch.undo_of:
            return await self._undo_again(batch, chosen)
        fresh = [
            Row(
                number=place,
                case_id=row.case_id,
                cells=row.cells,
                fields_out=row.fields_out,
                noted=(*row.noted, *row.stored_notes),
            )
            for place, row in enumerate(chosen, 1)
        ]
        made = _follower(batch, Origin.BATCH, undo_of=0, now=self._now())
        made = replace(made, recipe=self._policy.allowed(made.recipe))
        return self._told(await self._batches.save(made, fresh))

    async def _undo_again(self, undo: Batch, rows: Iterable[Row]) -> Batch:
        """Return a new undo of the cases of these rows."""
        cases = {row.case_id for row in rows}
        wishes = [row for row in undo_rows(await self.batch_rows(undo.undo_of)) if row.case_id in cases]
        made = _follower(undo, Origin.UNDO, undo_of=undo.undo_of, now=self._now())
        made = replace(made, notes_left=undo.notes_left)
        fresh = [replace(row, number=place) for place, row in enumerate(wishes, 1)]
        return self._told(await self._batches.save(made, fresh))

    # Files.

    async def read_table(self, path: str, sheet: str, form: TextForm | None, header: int | None) -> Table | TableFault:
        from caseeditor.services.batch.table_files import read_table  # noqa: PLC0415 - seldom needed

        try:
            return await self._disk(lambda: read_table(Path(path), sheet, form, header))
        except TableError as error:
            return TableFault(error.problem, error.words)

    async def export_results(
        self, number: int, kind: ReportFormat, words: ReportWords, write: Callable[[bytes], T]
    ) -> T:
        from caseeditor.services.batch.report_files import results_file  # noqa: PLC0415 - as above

        batch, rows = await self._found(number), await self.batch_rows(number)
        return await self._disk(lambda: write(results_file(batch, rows, kind, words)))

    async def export_plan(self, number: int, write: Callable[[bytes], T]) -> T:
        batch, rows = await self._found(number), await self.batch_rows(number)
        return await self._disk(lambda: write(plan_file(batch, rows)))

    async def import_plan(self, path: str, server: str, user: str) -> Batch | PlanFileProblem:
        try:
            batch, rows = await self._disk(lambda: read_plan_file(_content(Path(path)), server))
        except PlanFileError as error:
            return error.problem
        self._require_on()
        if len(rows) > self._policy.most_rows:
            return PlanFileProblem.TOO_MANY
        recipe, names = self._policy.allowed(batch.recipe), self._names(server, user)
        made = replace(batch, user=user, user_names=names, recipe=recipe, made=self._now())
        return self._told(await self._batches.save(made, rows))

    def _names(self, server: str, user: str) -> tuple[str, ...]:
        known = self._accounts.signed_in(Server(server))
        return known.names if known and known.key == user else ()

    def _changing(self, number: int) -> asyncio.Lock:
        """Return what keeps a change of a batch, or of its plan, apart from its start."""
        return self._locks.setdefault(number, asyncio.Lock())

    def _require_on(self) -> None:
        """Require that the administrator allows batches. Raises OperationFailed."""
        if not self._policy.is_on:
            raise OperationFailed(Failure(kind=FailureKind.BATCHES_OFF))

    async def _found(self, number: int) -> Batch:
        batch = await self._batches.find(number)
        if batch is None:
            raise OperationFailed(Failure(kind=FailureKind.STOPPED))
        return batch

    def _told(self, batch: Batch) -> Batch:
        self._tell(BatchNews(batch))
        return batch


def _content(path: Path) -> bytes:
    """Read a plan's file. Raises PlanFileError."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PlanFileError(PlanFileProblem.NOT_A_PLAN)
        return path.read_bytes()
    except OSError:
        raise PlanFileError(PlanFileProblem.UNREADABLE) from None


def _taken_out(row: Row, field: str, *, is_out: bool) -> Row:
    if not field:
        return replace(row, is_out=is_out)
    others = tuple(each for each in row.fields_out if each != field)
    return replace(row, fields_out=(*others, field) if is_out else others)


def _follower(batch: Batch, origin: Origin, *, undo_of: int, now: int) -> Batch:
    """Return a new batch of rows of another one. An undo has neither its changes nor its guard."""
    made = Batch(
        server=batch.server,
        user=batch.user,
        user_names=batch.user_names,
        name=batch.name,
        reason=batch.reason,
        origin=origin,
        origin_words=batch.name,
        columns=batch.columns,
        options=batch.options,
        undo_of=undo_of,
        made=now,
    )
    return made if undo_of else replace(made, recipe=batch.recipe, guard=batch.guard)
