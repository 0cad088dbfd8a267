"""Reads cases for batches: chooses them by a search, and plans their changes. Runs on the worker's loop.

Nothing is written to the server. Planned rows are on disk within a moment, so a plan can go on after any end.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine, Iterable
from datetime import date
from functools import partial
from typing import Any, TypeVar

import msgspec

from caseeditor.domain.batch.batch import MOST_ROWS, Batch, BatchState, Origin, Pause, with_choice
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.plan.planning import described, plan_row
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.plan.recipe_check import fields_of_recipe, recipe_problems, unknown_fields
from caseeditor.domain.batch.plan.undo import undo_row
from caseeditor.domain.batch.row import Row, RowPlan
from caseeditor.domain.case.model import Case, held_text
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters
from caseeditor.domain.delivery.guard import Guard, guard_of
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.delivery.visibility import are_shown
from caseeditor.domain.editing.templates import fields_of
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.api.client import Gateway
from caseeditor.services.api.traffic import AT_ONCE, Traffic
from caseeditor.services.batch.plan_job import Attempt, PlanJob, PlanStopped
from caseeditor.services.batch.reading_calls import PASSING, ReadingCalls
from caseeditor.services.batch.search_pages import SearchPages
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.batch.batches import Batches
from caseeditor.services.storage.connections import StoreFailed
from caseeditor.services.storage.database import Store

replace = msgspec.structs.replace
T = TypeVar("T")
log = logging.getLogger(__name__)

_SAVING = 0.5
"""Seconds between two writes of planned rows, each with news."""
_TELLING = 0.2
"""Seconds between two news of a choice."""
_FEW = 10
"""Rows that are read one by one in any case."""
_ROWS_A_PAGE = 4
"""A page of the search is worth so many reads: more pages than rows / 4 are not read for a plan."""
_SAMPLES = 3
_OF_CASE = "case."
_CHANGING = (BatchState.DRAFT, BatchState.PLANNED)


class BatchReading:
    """The choices and plans that run, at most one a batch. `most_rows` is the administrator's limit."""

    def __init__(  # noqa: PLR0913 - its dependencies
        self,
        *,
        batches: Batches,
        database: AsyncDatabase,
        outbox: Outbox,
        gateway: Gateway,
        accounts: Accounts,
        traffic: Traffic,
        timing: Timing,
        tell: Callable[[BatchNews], None],
        most_rows: int = MOST_ROWS,
    ) -> None:
        self._batches = batches
        self._database = database
        self._outbox = outbox
        self._accounts = accounts
        self._make_calls = partial(ReadingCalls, gateway, traffic, timing)
        self._tell = tell
        self._most_rows = most_rows
        self._running: dict[int, asyncio.Task[Any]] = {}
        self._choosing: set[int] = set()

    def is_reading(self, number: int) -> bool:
        """Tell whether the cases of a batch are being read."""
        return number in self._running

    async def plan(self, number: int) -> None:
        """Begin to plan the rows that have no plan; news follow, the last one without progress."""
        if number not in self._running:
            self._start(number, self._plan(number))

    async def choose(self, number: int, server: Server, filters: Filters, words: str = "") -> Batch:
        """Read all pages of a search, and make its cases the rows of a batch that is no longer planned.

        At most `most_rows`: Batch.total tells of more. Raises OperationFailed, also if it was cancelled, and
        StoreFailed; the batch is as before then.
        """
        await self.cancel(number)
        choosing = self._start(number, self._choose(number, server, filters, words))
        self._choosing.add(number)
        try:
            return await asyncio.shield(choosing)
        except asyncio.CancelledError:
            if not choosing.cancelled():
                await self.cancel(number)
                raise
            raise OperationFailed(Failure(kind=FailureKind.STOPPED, server=server.domain)) from None

    async def cancel_plan(self, number: int) -> None:
        """Stop a plan that runs; a choice goes on, since it depends on no changes."""
        if number not in self._choosing:
            await self.cancel(number)

    async def cancel(self, number: int) -> None:
        """Stop what runs of a batch; rows that are planned by then stay so."""
        task = self._running.get(number)
        if task:
            task.cancel()
            await asyncio.wait([task])

    async def close(self) -> None:
        for number in tuple(self._running):
            await self.cancel(number)

    def _start(self, number: int, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.get_running_loop().create_task(work)
        self._running[number] = task
        task.add_done_callback(lambda _: self._ended(number, task))
        return task

    def _ended(self, number: int, task: "asyncio.Task[Any] | None") -> None:
        if self._running.get(number) is task:
            del self._running[number]
            self._choosing.discard(number)

    # Choice.

    async def _choose(self, number: int, server: Server, filters: Filters, words: str) -> Batch:
        batch = await self._batches.find(number)
        if batch is None or batch.state not in _CHANGING or batch.undo_of:
            raise OperationFailed(Failure(kind=FailureKind.STOPPED, server=server.domain))
        if server.url != batch.server:  # its ids are those of other cases there
            raise OperationFailed(Failure(kind=FailureKind.OTHER_SERVER, server=Server(batch.server).domain))
        user = await self._accounts.must_be(server, batch.user)
        loop, told_at = asyncio.get_running_loop(), 0.0
        rows: list[Row] = []
        total: int | None = 0

        def tell(pause: Pause | None) -> None:
            self._tell(BatchNews(replace(batch, pause=pause), (), (len(rows), total or len(rows))))

        pages = SearchPages(self._make_calls(lambda: tell(Pause.NETWORK)), server, filters).read()
        async with contextlib.aclosing(pages):
            async for found in pages:
                await self._accounts.must_be(server, batch.user)
                rows += (
                    described(Row(number=place, case_id=case.id), case)
                    for place, case in enumerate(found.cases, len(rows) + 1)
                )
                total = found.total
                if len(rows) >= self._most_rows:
                    break
                if loop.time() - told_at >= _TELLING:
                    told_at = loop.time()
                    tell(None)
        chosen = Batch(origin=Origin.SEARCH, origin_words=words, guard=guard_of(filters), total=total)

        def keep(store: Store) -> Batch | None:
            there = store.batches.find(number)  # the agent may have changed it meanwhile
            if there is None or there.state not in _CHANGING:
                return None
            kept = replace(with_choice(there, chosen), user_names=user.names, state=BatchState.DRAFT)
            return store.batches.replace_rows(kept, rows[: self._most_rows])

        kept = await self._database.do(keep)
        if kept is None:
            raise OperationFailed(Failure(kind=FailureKind.STOPPED, server=server.domain))
        return kept

    # Plan.

    async def _plan(self, number: int) -> None:
        """Plan until no row is left, or something stops it; tell how it ended."""
        job: PlanJob | None = None
        pause: Pause | None = None
        try:
            job = await self._job(number)
            while job and job.left:
                self._tell(BatchNews(job.batch, (), job.progress))
                await self._plan_rows(job, self._make_calls(partial(self._on_held, job)))
                if job.batch.plans.get(RowPlan.UNPLANNED):  # rows that were changed meanwhile
                    job = await self._job(number)
        except PlanStopped as stopped:
            pause = stopped.pause
        except StoreFailed as failed:
            log.warning("batch: not planned, %s", failed.fault.value)
            pause = Pause.DISK
        finally:  # also if cancelled
            if job:
                await self._end(job, pause)

    async def _job(self, number: int) -> PlanJob | None:
        batch = await self._batches.find(number)
        if batch is None:
            return None
        rows = await self._batches.rows(number) if batch.state in _CHANGING and not _has_faults(batch) else ()
        return PlanJob(batch, rows)

    async def _end(self, job: PlanJob, pause: Pause | None) -> None:
        """Write the rest, and tell how the plan ended."""
        batch: Batch | None = job.batch
        try:
            await self._save(job, pause=pause, is_end=True)
        except PlanStopped:  # the batch has other changes by now, or is gone
            with contextlib.suppress(StoreFailed):
                batch = await self._batches.find(job.batch.number)
        except StoreFailed as failed:
            log.warning("batch: plan not kept, %s", failed.fault.value)
            batch = replace(job.batch, pause=Pause.DISK)
        else:
            return
        self._ended(job.batch.number, asyncio.current_task())
        if batch:
            self._tell(BatchNews(batch))

    def _on_held(self, job: PlanJob) -> None:
        """Tell, once until a case is read, that the server is not called for a while."""
        if not job.is_held:
            job.is_held = True
            self._tell(BatchNews(replace(job.batch, pause=Pause.NETWORK), (), job.progress))

    async def _plan_rows(self, job: PlanJob, calls: ReadingCalls) -> None:
        """Plan all rows, and write them beside. Raises PlanStopped, StoreFailed."""
        stopped: PlanStopped | StoreFailed | None = None
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._save_often(job))
                await self._need_user(job, calls)
                await self._plan_from_pages(job, calls)
                job.queue_all()
                async with asyncio.TaskGroup() as workers:
                    for _ in range(min(AT_ONCE, len(job.left))):
                        workers.create_task(self._plan_one_by_one(job, calls))
                job.end()
        except* (PlanStopped, StoreFailed) as several:
            stopped = _first(several)
        if stopped:
            raise stopped

    async def _save_often(self, job: PlanJob) -> None:
        while not job.over.is_set():
            await job.woken.wait()
            job.woken.clear()
            if not job.over.is_set():
                await self._save(job)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(job.over.wait(), _SAVING)
        await self._save(job)

    async def _save(self, job: PlanJob, *, pause: Pause | None = None, is_end: bool = False) -> None:
        """Write the rows planned since the last time. Raises PlanStopped if the batch has other changes by now."""
        rows = tuple(job.unsaved.values())

        def save(store: Store) -> Batch | None:
            batch = store.batches.find(job.batch.number)
            if batch is None or (batch.recipe, batch.guard) != (job.batch.recipe, job.batch.guard):
                return None
            if batch.state not in _CHANGING or not (rows or is_end):
                return batch
            is_planned = is_end and not job.left and batch.rows > 0 and not _has_faults(batch)
            state = BatchState.PLANNED if is_planned else batch.state
            return store.batches.save(replace(batch, state=state, pause=pause), rows)

        batch = await self._database.do(save)  # at once: the agent may change the name meanwhile
        if batch is None:
            raise PlanStopped(None)
        for row in rows:
            job.unsaved.pop(row.number, None)
        job.batch = batch
        if is_end:  # whoever hears of it may begin anew at once
            self._ended(batch.number, asyncio.current_task())
        self._tell(BatchNews(batch, rows, None if is_end else job.progress))

    async def _need_user(self, job: PlanJob, calls: ReadingCalls) -> None:
        """Require the batch's user. Raises PlanStopped."""
        server, tries = Server(job.batch.server), 0
        while job.turn != self._accounts.turn(server):
            turn = self._accounts.turn(server)
            try:
                user = await self._accounts.must_be(server, job.batch.user)
            except OperationFailed as failed:
                if failed.failure.kind not in PASSING:
                    is_other = self._accounts.signed_in(server) is not None
                    raise PlanStopped(Pause.OTHER_USER if is_other else Pause.SIGN_IN) from None
                tries += 1
                self._on_held(job)
                await asyncio.sleep(calls.delay(tries))
            else:
                job.turn, job.names = turn, job.batch.user_names or user.names

    async def _plan_from_pages(self, job: PlanJob, calls: ReadingCalls) -> None:
        """Plan the rows of a search from its pages, if they show as much of a case as a read of it does."""
        batch = job.batch
        is_of_list = batch.origin is Origin.SEARCH or (batch.origin is Origin.LIST and batch.guard != Guard())
        if not is_of_list or len(job.left) < _FEW:
            return
        room = max(len(job.left) // _ROWS_A_PAGE, 2)
        pages = SearchPages(calls, Server(batch.server), _filters_of(batch.guard)).read()
        is_trusted = False
        try:
            async with contextlib.aclosing(pages):
                async for found in pages:
                    await self._need_user(job, calls)
                    wanted = [case for case in found.cases if case.id in job.by_case]
                    if wanted and not is_trusted:
                        is_trusted = await self._shows_all(job, calls, wanted)
                        if not is_trusted:
                            return
                    await self._plan_cases(job, [Reading(case) for case in wanted])
                    room -= 1
                    if not (room and job.left):
                        return
        except OperationFailed as failed:
            if failed.failure.kind.needs_token:
                raise PlanStopped(Pause.SIGN_IN) from None
            log.info("batch: no plan from pages, %s", failed.failure.kind.value)

    async def _shows_all(self, job: PlanJob, calls: ReadingCalls, listed: list[Case]) -> bool:
        """Compare some cases of a page with reads of them."""
        telling = sorted(listed, key=lambda case: not (case.attributes and case.tags))
        for case in telling[:_SAMPLES]:
            read = (await calls.case(Server(job.batch.server), case.id, 0)).case
            if read.update_date == case.update_date and (read.attributes or read.tags):
                return _shown(read, job.batch.recipe) == _shown(case, job.batch.recipe)
        return False

    async def _plan_one_by_one(self, job: PlanJob, calls: ReadingCalls) -> None:
        loop = asyncio.get_running_loop()
        while (attempt := job.next()) is not None:
            if attempt.due > loop.time():
                await asyncio.sleep(attempt.due - loop.time())
            if attempt.number in job.left:  # else planned with another row of its case
                await self._read_row(job, calls, attempt)

    async def _read_row(self, job: PlanJob, calls: ReadingCalls, attempt: Attempt) -> None:
        await self._need_user(job, calls)
        case_id = job.left[attempt.number].case_id
        try:
            reading = await calls.case(Server(job.batch.server), case_id, attempt.number)
        except OperationFailed as failed:
            if attempt.number in job.left:
                job.note(attempt, failed.failure, calls.delay(attempt.tries + 1))
            return
        job.note_case()
        await self._need_user(job, calls)  # another one may see other things of the case
        await self._plan_cases(job, [reading])

    async def _plan_cases(self, job: PlanJob, readings: list[Reading]) -> None:
        """Plan all rows of some cases."""
        job.is_held = False
        own = await self._with_own_work(job.batch, [reading.case.id for reading in readings])
        noted = await self._stored_notes(job.batch, readings)
        for reading in readings:
            case_id = reading.case.id
            for number in job.by_case.get(case_id, ()):
                if row := job.left.get(number):
                    texts = noted.get(case_id, frozenset())
                    job.put(_planned(job, row, reading, has_own_work=case_id in own, noted=texts))

    async def _with_own_work(self, batch: Batch, ids: list[str]) -> set[str]:
        """Return those of the cases with an unsent draft or a submission of the user."""
        server, user = batch.server, batch.user
        drafts = await self._database.do(lambda store: {id_ for id_ in ids if store.draft(server, user, id_)})
        return drafts | {id_ for id_ in ids if self._outbox.submissions_of(server, id_)}

    async def _stored_notes(self, batch: Batch, readings: list[Reading]) -> dict[str, frozenset[str]]:
        """Return the plain texts of notes that the user has stored on each case that shows none."""
        server, user, recipe = batch.server, batch.user, batch.recipe
        has_notes = bool(recipe.notes or recipe.note_text) and not recipe.repeats_notes
        if not has_notes or all(reading.case.notes for reading in readings):
            return {}

        def find(store: Store) -> dict[str, frozenset[str]]:
            has_shown = store.shows_notes(server)
            ids = [reading.case.id for reading in readings if not are_shown(reading.case, has_shown=has_shown)]
            return {id_: texts for id_ in ids if (texts := store.stored_notes(server, user, id_))}

        return await self._database.do(find)


def _shown(case: Case, recipe: Recipe) -> tuple[object, ...]:
    """Return all of a case that a plan depends on, except its notes, of which the run decides."""
    names = {rule.name for rule in recipe.attributes}
    names |= {name.removeprefix(_OF_CASE) for name in fields_of_recipe(recipe) if name.startswith(_OF_CASE)}
    contact = case.contact
    texts = (case.subject, case.state, case.source, contact.name, contact.fields, case.campaign)
    return (*texts, sorted(case.tags), case.attributes, *(held_text(case, name) for name in sorted(names)))


def _planned(job: PlanJob, row: Row, reading: Reading, *, has_own_work: bool, noted: frozenset[str]) -> Row:
    batch = job.batch
    if batch.undo_of:
        return undo_row(row, reading.case, has_own_work=has_own_work, reading=reading)
    today = batch.today or date.today().isoformat()  # noqa: DTZ011 - the agent's date
    return plan_row(
        batch.recipe,
        row,
        reading.case,
        user_names=job.names,
        fields=fields_of(reading.case, next(iter(job.names), ""), today),
        guard=batch.guard,
        has_own_work=has_own_work,
        reading=reading,
        noted=noted,
    )


def _has_faults(batch: Batch) -> bool:
    """Check for a recipe that no row can follow."""
    if batch.undo_of:
        return False
    problems: Iterable[object] = (each for each in recipe_problems(batch.recipe) if each.is_blocking)
    return bool(unknown_fields(batch.recipe, batch.columns)) or any(problems)


def _filters_of(guard: Guard) -> Filters:
    return Filters(
        contact_id=guard.contact_id,
        campaign_id=guard.campaign_id,
        state="\n".join(guard.states),
        source="\n".join(guard.sources),
        with_tag=guard.with_tag,
        without_tag=guard.without_tag,
    )


def _first(several: BaseExceptionGroup[Any]) -> Any:  # noqa: ANN401 - an exception of the group
    first = several.exceptions[0]
    return _first(first) if isinstance(first, BaseExceptionGroup) else first
