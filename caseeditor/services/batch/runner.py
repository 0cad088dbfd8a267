"""Runs batches: hands their rows to the outbox, a few at a time, and pauses where the agent has to look.

Runs on the worker's loop. A row is on disk as handed before its submission is made. After a kill, the main file decides
which of the handed rows were sent; the others wait again.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence

import msgspec

from caseeditor.domain.batch.batch import Batch, BatchState, Pause
from caseeditor.domain.batch.breaker import gone_on
from caseeditor.domain.batch.canary import rows_of_stage
from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.pace import Pace
from caseeditor.domain.batch.planning import without_fields
from caseeditor.domain.batch.reasons import Reason
from caseeditor.domain.batch.reasons import why as reason
from caseeditor.domain.batch.results import handed, left_out, not_sent, result_of, set_anyway
from caseeditor.domain.batch.row import Outcome, Row, RowPlan, RowState
from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.guard import BatchMark
from caseeditor.domain.delivery.submission import BackToDraft, ItWasStored, SendAgain, State, Submission, Withdraw
from caseeditor.domain.delivery.submission_update import AgentAnswer, SubmissionUpdate
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.api.traffic import Traffic
from caseeditor.services.batch.active_batch import ActiveBatch
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.batches import Batches
from caseeditor.services.storage.connections import StoreFailed

replace = msgspec.structs.replace
log = logging.getLogger(__name__)

_TICK = 1.0
"""Seconds between two looks at the clock during a run."""
_ASLEEP = 30.0
"""Seconds between two looks after which the computer has slept."""
_MINUTE = 60.0


class BatchRunner:
    """All batches that run or may run. `most_a_minute` is the administrator's limit, 0 for none."""

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
        most_a_minute: int = 0,
        is_canary_forced: bool = False,
    ) -> None:
        self._batches = batches
        self._database = database
        self._outbox = outbox
        self._accounts = accounts
        self._traffic = traffic
        self._timing = timing
        self._tell = tell
        self._now = now
        self._most_a_minute = most_a_minute
        self._is_canary_forced = is_canary_forced
        self._active: dict[int, ActiveBatch] = {}
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
                    active.note(news)
            except StoreFailed as failed:  # the next start finds it in the main file
                log.warning("batch: not read, %s", failed.fault.value)

    async def find(self, number: int) -> ActiveBatch | None:
        """Return a batch that has run, with its rows; None for another one. Raises StoreFailed."""
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
            await self._look_into(active)
        return self._active[batch.number]

    def forget(self, number: int) -> None:
        """Drop a batch that is deleted."""
        self._active.pop(number, None)

    # Start.

    async def resume(self) -> None:
        """Find out what became of the batches of an earlier start; they are paused. Raises StoreFailed."""
        for batch in await self._batches.active():
            active = await self._take_up(batch)
            if batch.state is BatchState.RUNNING and not active.is_running:
                await active.change(state=BatchState.PAUSED, pause=Pause.RESTART)

    async def _look_into(self, active: ActiveBatch) -> None:
        rows = [row for row in active.rows.values() if row.state is RowState.HANDED]
        if not rows:
            return
        batch, numbers = active.number, tuple(row.number for row in rows)
        found = await self._database.do(lambda store: store.marked(batch, numbers))
        for row in rows:
            submission = found.get(row.number)
            if submission is None:
                active.put(not_sent(row))
                continue
            if submission.state.is_open and row.number not in active.submissions:
                active.submissions[row.number] = submission
            active.put(result_of(row, submission, self._now()))
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
        if active.is_running or self._is_closing or active.batch.state not in (BatchState.PLANNED, BatchState.PAUSED):
            return
        await self._look_into(active)
        for row in tuple(active.rows.values()):
            if row.state is RowState.WAITING and (ended := left_out(row, self._now())):
                active.put(ended)
        active.queue = deque(number for number, row in active.rows.items() if row.state is RowState.WAITING)
        active.wish, active.is_stopping = None, False
        active.breaker, active.pace = gone_on(active.breaker), Pace()
        await active.change(
            state=BatchState.RUNNING, pause=None, words="", began=active.batch.began or self._now(), ended=0
        )
        active.task = asyncio.get_running_loop().create_task(self._drive(active))

    async def pause(self, number: int, why: Pause = Pause.AGENT) -> None:
        """Hand over no further row; return once those that were not sent are withdrawn."""
        active = self._active.get(number)
        if active and active.is_running:
            active.wish_pause(why)
            if active.task:
                await asyncio.wait([active.task])

    async def stop(self, number: int) -> None:
        """End a batch: the rest is not sent. Raises StoreFailed."""
        active = await self.find(number)
        if active is None or not active.batch.is_active:
            return
        active.is_stopping = True
        await self.pause(number)
        await active.change(state=BatchState.DONE, pause=None, ended=self._now())

    async def decide(self, number: int, rows: Iterable[int], decision: RowDecision) -> None:
        """Apply the agent's decision about unsure or moved rows. Raises StoreFailed."""
        active = await self.find(number)
        if active is None:
            return
        found = [active.rows[each] for each in rows if each in active.rows]
        for row in found:
            await self._decide_row(active, row, decision)
        again = [row for row in found if active.rows[row.number].state is RowState.WAITING]
        await active.save()
        if again and active.is_running:
            active.queue.extend(row.number for row in again)
            active.woken.set()
        elif again:
            if active.batch.state is BatchState.DONE:
                await active.change(state=BatchState.PAUSED, pause=Pause.AGENT, ended=0)
            await self.run(number)

    async def _decide_row(self, active: ActiveBatch, row: Row, decision: RowDecision) -> None:
        submission = active.submissions.get(row.number)
        if row.outcome is Outcome.UNSURE and submission and submission.state is State.NEEDS_ANSWER:
            answer: AgentAnswer | None = None
            if decision is RowDecision.SEND_AGAIN and submission.findings:
                answer = SendAgain(submission.findings)
            elif decision is RowDecision.WAS_STORED:
                answer = ItWasStored()
            elif decision is RowDecision.LEAVE:
                answer = BackToDraft()
                active.left.add(row.number)
            if answer:
                await self._outbox.answer(submission, answer)
        elif row.outcome is Outcome.MOVED and decision is RowDecision.SET_ANYWAY:
            active.put(set_anyway(row))
        elif row.outcome is Outcome.MOVED and decision is RowDecision.LEAVE:
            active.put(replace(row, why=reason(Reason.LEFT)))

    # The run.

    async def _drive(self, active: ActiveBatch) -> None:
        server = active.batch.server
        self._traffic.watch_batch(server, active.on_answer)
        try:
            why = await self._hand_all(active)
            await self._withdraw(active)
            await self._end(active, why)
        except StoreFailed as failed:
            log.warning("batch: paused, %s", failed.fault.value)
            active.batch = replace(active.batch, state=BatchState.PAUSED, pause=Pause.DISK)
            self._tell(BatchNews(active.batch))
        finally:
            self._traffic.watch_batch(server, None)
            self._traffic.limit_behind(server, 1)

    async def _end(self, active: ActiveBatch, why: Pause | None) -> None:
        if active.is_stopping:
            return  # `stop` writes the end
        if why is None:
            await active.change(state=BatchState.DONE, pause=None, ended=self._now())
        else:
            stage = active.batch.stage + (why is Pause.CANARY)
            await active.change(state=BatchState.PAUSED, pause=why, stage=stage)

    async def _hand_all(self, active: ActiveBatch) -> Pause | None:
        """Hand over rows until none is left, or there is a reason to pause, which is returned."""
        sent: deque[float] = deque()
        left = self._rows_of_stage(active)
        deferred: list[int] = []
        seen = time.time(), time.monotonic()
        while True:
            seen, has_slept = _look_at_clock(seen)
            if has_slept:
                active.wish_pause(Pause.SLEEP)
            if active.wish is None and (why := self._whose(active.batch)):
                active.wish_pause(why)
            if active.wish:
                active.queue.extendleft(reversed(deferred))
                return active.wish
            active.woken.clear()
            if not active.queue or left == 0:
                if not active.in_flight() and active.woken.is_set() is False:
                    if left == 0 and (active.queue or deferred):
                        active.queue.extendleft(reversed(deferred))
                        return Pause.CANARY
                    return Pause.OWN_WORK if deferred else None
                await _wait(active.woken)
                continue
            room = min(active.pace.window - len(active.in_flight()), self._room_of_minute(active.batch, sent))
            if room <= 0:
                await _wait(active.woken)
                continue
            self._traffic.limit_behind(active.batch.server, active.pace.connections)
            count = min(room, len(active.queue), left if left is not None else room)
            rows = [active.rows[active.queue.popleft()] for _ in range(count)]
            own = await self._with_own_work(active.batch, rows)
            deferred += [row.number for row in rows if row.case_id in own]
            for row in rows:
                if row.case_id in own and row.plan is not RowPlan.WAITS:
                    active.put(replace(row, plan=RowPlan.WAITS))
            ready = [row for row in rows if row.case_id not in own]
            await self._hand(active, ready)
            sent.extend([asyncio.get_running_loop().time()] * len(ready))
            if left is not None:
                left -= len(ready)

    def _rows_of_stage(self, active: ActiveBatch) -> int | None:
        if not (active.batch.options.canary or self._is_canary_forced):
            return None
        handed_before = sum(row.state is RowState.ENDED and row.submission > 0 for row in active.rows.values())
        rows = len(active.queue) + handed_before
        whole = rows_of_stage(active.batch.stage, rows)
        return None if whole is None else min(whole, len(active.queue))

    def _room_of_minute(self, batch: Batch, sent: deque[float]) -> int:
        """Return how many rows may be handed over now; forget those that are over a minute old."""
        limits = [each for each in (batch.options.a_minute, self._most_a_minute) if each]
        now = asyncio.get_running_loop().time()
        while sent and now - sent[0] > _MINUTE * self._timing.second:
            sent.popleft()
        return min(limits) - len(sent) if limits else len(sent) + 1_000

    def _whose(self, batch: Batch) -> Pause | None:
        user = self._accounts.signed_in(Server(batch.server))
        if not self._outbox.may_send:
            return Pause.FOLDER_HELD
        if user is None:
            return Pause.SIGN_IN
        return None if user.key == batch.user else Pause.OTHER_USER

    async def _with_own_work(self, batch: Batch, rows: Sequence[Row]) -> frozenset[str]:
        """Return the ids of the cases with an unsent draft or submission of the user."""
        pending = {row.case_id for row in rows if self._outbox.submissions_of(batch.server, row.case_id)}
        drafts = await self._database.do(
            lambda store: {row.case_id for row in rows if store.draft(batch.server, batch.user, row.case_id)}
        )
        return frozenset(pending | drafts)

    async def _hand(self, active: ActiveBatch, rows: Sequence[Row]) -> None:
        """Write rows as handed, then make their submissions. If the second fails, they wait again."""
        if not rows:
            return
        for row in rows:
            active.put(handed(row))
        await active.save()
        try:
            user = self._accounts.signed_in(Server(active.batch.server))
            names = user.names if user else active.batch.user_names
            kept = await self._outbox.submit_rows([_submission(active.batch, row, names) for row in rows])
        except StoreFailed:
            for row in rows:
                active.put(not_sent(row))
                active.queue.append(row.number)
            raise
        for submission in kept:
            if submission.batch and active.rows[submission.batch.row].state is RowState.HANDED:
                active.submissions.setdefault(submission.batch.row, submission)

    async def _withdraw(self, active: ActiveBatch) -> None:
        """Take back the rows that were not sent, and wait for the answers to those that were."""
        asked: set[tuple[int, State]] = set()
        while (left := active.to_send()) and not self._is_closing:
            active.woken.clear()
            for submission in left:
                state = submission.number, submission.state
                if submission.state is State.QUEUED and state not in asked:
                    await self._outbox.answer(submission, Withdraw())
                asked.add(state)
            await _wait(active.woken)

    # End.

    def begin_closing(self) -> None:
        """Hand over no further row."""
        self._is_closing = True
        for active in self._active.values():
            if active.is_running:
                active.wish_pause(Pause.RESTART)

    async def close(self) -> None:
        """Write what is known. Raises nothing."""
        if self._noting:
            await asyncio.gather(self._noting, return_exceptions=True)
        for active in self._active.values():
            await active.close()


def _submission(batch: Batch, row: Row, names: tuple[str, ...]) -> Submission:
    mark = BatchMark(batch=batch.number, row=row.number, guard=batch.guard, repeats_notes=batch.recipe.repeats_notes)
    return Submission(
        server=batch.server,
        user=batch.user,
        names=names,
        case_id=row.case_id,
        edit=without_fields(row),
        base=row.base,
        batch=mark,
    )


def _look_at_clock(seen: tuple[float, float]) -> tuple[tuple[float, float], bool]:
    """Return the clocks, and whether the computer slept since the last look: one of them jumped."""
    now = time.time(), time.monotonic()
    return now, any(after - before > _ASLEEP for after, before in zip(now, seen, strict=True))


async def _wait(woken: asyncio.Event) -> None:
    """Wait until something happens, a tick at most."""
    try:
        async with asyncio.timeout(_TICK):
            await woken.wait()
    except TimeoutError:
        pass
