"""Runs batches: hands their rows to the outbox, a few at a time, and pauses where the agent has to look.

Runs on the worker's loop. A row is on disk as handed before its submission is made. After a kill, the main file decides
which of the handed rows were sent; the others wait again.
"""

import asyncio
import logging
from collections.abc import Callable, Collection, Iterable

from caseeditor.domain.batch.batch import Batch, BatchState, Pause
from caseeditor.domain.batch.breaker import gone_on
from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.pace import Pace
from caseeditor.domain.batch.policy import Policy
from caseeditor.domain.batch.results import (
    decided_blindly,
    leave,
    left_out,
    lost_record,
    not_sent,
    result_of,
    set_anyway,
)
from caseeditor.domain.batch.row import Outcome, Row, RowState
from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.submission import BackToDraft, ItWasStored, SendAgain, State, Withdraw
from caseeditor.domain.delivery.submission_update import AgentAnswer, SubmissionUpdate
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.api.traffic import Traffic
from caseeditor.services.batch.active_batch import ActiveBatch
from caseeditor.services.batch.batch_run import BatchRun
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.batch.batches import Batches
from caseeditor.services.storage.connections import StoreFailed

log = logging.getLogger(__name__)

_KEPT = 60.0
"""Seconds between two looks for batches in memory that have ended."""


class BatchRunner:
    """All batches that run or may run."""

    def __init__(  # noqa: PLR0913 - its dependencies
        self,
        *,
        batches: Batches,
        database: AsyncDatabase,
        outbox: Outbox,
        accounts: Accounts,
        traffic: Traffic,
        timing: Timing,
        tell: Callable[[BatchNews], None],
        now: Callable[[], int],
        policy: Policy = Policy(),  # noqa: B008 - immutable
    ) -> None:
        self._batches = batches
        self._policy = policy
        self._database = database
        self._outbox = outbox
        self._accounts = accounts
        self._traffic = traffic
        self._timing = timing
        self._tell = tell
        self._now = now
        self._run = BatchRun(
            database=database,
            outbox=outbox,
            accounts=accounts,
            traffic=traffic,
            timing=timing,
            tell=tell,
            now=now,
            policy=policy,
        )
        self._active: dict[int, ActiveBatch] = {}
        self._forgetting: asyncio.TimerHandle | None = None
        self._news: asyncio.Queue[SubmissionUpdate] = asyncio.Queue()
        self._noting: asyncio.Task[None] | None = None
        self._is_closing = False
        outbox.on_row = self._on_row

    # News of submissions.

    def _on_row(self, news: SubmissionUpdate) -> None:
        self._news.put_nowait(news)
        if self._noting is None or self._noting.done():
            self._noting = asyncio.get_running_loop().create_task(self._note_all())

    async def _note_all(self) -> None:
        while not self._news.empty():
            news = self._news.get_nowait()
            try:
                if news.submission.batch and (active := await self.find(news.submission.batch.batch)):
                    active.note(news, self._accounts.turn(Server(active.batch.server)))
                    for submission in active.unreadable_ones():
                        await self._outbox.answer(submission, Withdraw())
            except StoreFailed as failed:  # the next start finds it in the main file
                log.warning("batch: not read, %s", failed.fault.value)
            except Exception:
                log.exception("batch: news not noted")

    async def find(self, number: int) -> ActiveBatch | None:
        """Return a batch that has run, with its rows; None for another one. Raises StoreFailed.

        While another program may run it, there is none here.
        """
        if not self._outbox.may_send:
            return None
        if number not in self._active:
            batch = await self._batches.find(number)
            if batch is None or not (batch.is_active or batch.state is BatchState.DONE):
                return None
            await self._take_up(batch)
        return self._active[number]

    async def _take_up(self, batch: Batch) -> ActiveBatch:
        rows = await self._batches.rows(batch.number)
        if batch.number not in self._active:  # since the reading began
            active = ActiveBatch(batch, rows, self._batches, self._tell, self._now)
            self._active[batch.number] = active
            self._forget_later()
            await self._look_into(active)
        return self._active[batch.number]

    def forget(self, number: int) -> None:
        """Drop a batch that is deleted."""
        self._active.pop(number, None)

    def forget_ended(self) -> None:
        """Drop the ended batches from memory: 100,000 rows are a lot of it. They are read again when needed."""
        ended = [
            number
            for number, each in self._active.items()
            if each.is_idle and each.batch.state is BatchState.DONE and not each.starting.locked()
        ]
        for number in ended:
            del self._active[number]

    def _forget_later(self) -> None:
        if self._forgetting is None and not self._is_closing:
            self._forgetting = asyncio.get_running_loop().call_later(_KEPT, self._on_time_to_forget)

    def _on_time_to_forget(self) -> None:
        self._forgetting = None
        self.forget_ended()
        if self._active:
            self._forget_later()

    def forget_all(self) -> None:
        """Drop what was read while another program might run the batches."""
        self._active.clear()

    # Start.

    async def resume(self) -> None:
        """Find out what became of the batches of an earlier start; they are paused. Raises StoreFailed.

        One that was paused already, without a row in doubt, is read when it is needed: it may have 100,000 rows.
        """
        for batch in await self._batches.unfinished():
            active = await self._take_up(batch)
            if batch.state is BatchState.RUNNING and not active.is_running:
                await active.change(state=BatchState.PAUSED, pause=Pause.RESTART)
        for submission in self._outbox.pending:
            if submission.batch and await self._batches.find(submission.batch.batch) is None:
                await self._outbox.adopt(submission)

    async def _look_into(self, active: ActiveBatch) -> None:
        """Ask the main file about the rows that were handed over."""
        numbers = tuple(row.number for row in active.rows.values() if row.state is RowState.HANDED)
        if not numbers:
            return
        batch, server = active.number, active.batch.server
        found, unreadable = await self._database.do(
            lambda store: (store.marked(batch, numbers), store.unreadable_cases(server))
        )
        for number in numbers:
            row, submission = active.rows[number], found.get(number)
            if row.state is not RowState.HANDED:  # its news came meanwhile, and are newer
                continue
            if submission is None or submission.number <= row.earlier:
                is_lost = row.case_id in unreadable or row.submission > 0
                active.put(lost_record(row, self._now()) if is_lost else not_sent(row))
                continue
            if submission.state.is_open:
                active.submissions.setdefault(row.number, submission)
            active.put(result_of(row, active.submissions.get(row.number, submission), self._now()))
        await active.save()

    # The agent's commands.

    async def run(self, number: int) -> None:
        """Run a planned batch, or go on with a paused one. Raises StoreFailed, OperationFailed."""
        if not self._outbox.may_send:
            raise OperationFailed(Failure(kind=FailureKind.FOLDER_HELD))
        active = await self.find(number)
        if active is None:
            batch = await self._batches.find(number)
            if batch is None or batch.state is not BatchState.PLANNED:
                return
            active = await self._take_up(batch)
        async with active.starting:
            if active.task and active.batch.state is not BatchState.RUNNING:
                await asyncio.wait([active.task])  # rows that are set anyway
            is_ready = active.batch.state in (BatchState.PLANNED, BatchState.PAUSED, BatchState.RUNNING)
            try:
                if is_ready and not active.is_running and not self._is_closing:
                    await self._start(active)
            finally:
                if active.batch.state is BatchState.PLANNED:  # its rows may change on disk
                    self.forget(number)

    async def _start(self, active: ActiveBatch) -> None:
        await self._look_into(active)
        ended, waiting = list[Row](), list[Row]()
        for row in active.rows.values():
            if row.state is RowState.WAITING:
                out = left_out(row, self._now())
                (ended if out else waiting).append(out or row)
        self._require_allowed(waiting)
        for row in ended:
            active.put(row)
        active.breaker, active.pace = gone_on(active.breaker), Pace()
        await active.change(
            state=BatchState.RUNNING, pause=None, words="", began=active.batch.began or self._now(), ended=0
        )
        active.task = asyncio.get_running_loop().create_task(self._run.drive(active, [row.number for row in waiting]))

    def _require_allowed(self, rows: Collection[Row]) -> None:
        """Require that the administrator allows these rows to be sent. Raises OperationFailed."""
        if kind := self._policy.refusal(rows):
            raise OperationFailed(Failure(kind=kind))

    async def pause(self, number: int, why: Pause = Pause.AGENT) -> None:
        """Hand over no further row; return once those that were not sent are withdrawn."""
        active = self._active.get(number)
        while active and (active.is_running or active.starting.locked()):
            if active.task and active.is_running:
                active.wish_pause(why)
                await asyncio.wait([active.task])
            else:
                async with active.starting:  # it is about to run
                    pass

    async def stop(self, number: int) -> None:
        """End a batch: the rest is not sent. Raises StoreFailed."""
        active = await self.find(number)
        while active and active.batch.is_active:
            await self.pause(number)
            async with active.starting:
                if not active.is_running:
                    active.put_back()
                    await active.change(state=BatchState.DONE, pause=None, ended=self._now())

    async def decide(self, number: int, rows: Iterable[int], decision: RowDecision, field: str = "") -> None:
        """Apply the agent's decision about unsure or moved rows, of these about one field.

        Moved rows that are set anyway are sent at once, and no others with them. Raises StoreFailed, OperationFailed.
        """
        if decision in (RowDecision.SET_ANYWAY, RowDecision.SEND_AGAIN):
            self._require_allowed(())
        active = await self.find(number)
        if active is None:
            return
        async with active.starting:
            before = {each: active.rows[each] for each in rows if each in active.rows}
            again = [row for row in before.values() if await self._decide_row(active, row, decision, field)]
            try:
                await active.save()
            except StoreFailed:
                for row in again:
                    active.put(row)
                raise
            if again and active.task and not active.takes_more:  # it ends
                await asyncio.wait([active.task])
            if again and active.is_running:
                active.before.update((row.number, row) for row in again)
                active.queue.extend(row.number for row in again)
                active.woken.set()
            elif again and not self._is_closing:
                active.pace = Pace()
                active.before = {row.number: row for row in again}
                active.task = asyncio.get_running_loop().create_task(self._run.drive_some(active))

    async def _decide_row(self, active: ActiveBatch, row: Row, decision: RowDecision, field: str) -> bool:
        """Apply a decision about a row; return whether it is to be sent."""
        submission = active.submissions.get(row.number)
        if row.outcome is Outcome.UNSURE and submission and submission.state is State.NEEDS_ANSWER:
            answer: AgentAnswer | None = None
            if decision is RowDecision.SEND_AGAIN and submission.findings:
                answer = SendAgain(submission.findings)
            elif decision is RowDecision.WAS_STORED:
                answer = ItWasStored()
            elif decision is RowDecision.LEAVE:
                answer = BackToDraft()
            if answer:
                await self._outbox.answer(submission, answer)
        elif row.outcome is Outcome.UNSURE and submission is None:
            active.put(decided_blindly(row, decision, self._now()))
        elif row.outcome is Outcome.MOVED and decision is RowDecision.SET_ANYWAY:
            if (again := set_anyway(row, field)) is not row:
                active.put(again)
                return True
        elif row.outcome is Outcome.MOVED and decision is RowDecision.LEAVE:
            active.put(leave(row, field))
        return False

    # End.

    def begin_closing(self) -> None:
        """Hand over no further row."""
        self._is_closing = self._run.is_closing = True
        for active in self._active.values():
            if active.is_running:
                active.wish_pause(Pause.RESTART)

    async def close(self) -> None:
        """Write what is known. Raises nothing."""
        if self._forgetting:
            self._forgetting.cancel()
        if self._noting:
            await asyncio.gather(self._noting, return_exceptions=True)
        for active in self._active.values():
            await active.close()
