"""The run of one batch: its rows go to the outbox, a few at a time, until none is left or the agent has to look.

Runs on the worker's loop.
"""

import asyncio
import contextlib
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence

import msgspec

from caseeditor.domain.batch.batch import Batch, BatchState, Pause
from caseeditor.domain.batch.canary import rows_of_stage
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.plan.planning import without_fields
from caseeditor.domain.batch.policy import Policy
from caseeditor.domain.batch.results import handed, not_sent, without_notes_of
from caseeditor.domain.batch.row import Row, RowPlan, RowState
from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.guard import BatchMark
from caseeditor.domain.delivery.submission import State, Submission, Withdraw
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.api.traffic import Traffic
from caseeditor.services.batch.active_batch import ActiveBatch
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.connections import StoreFailed

replace = msgspec.structs.replace
log = logging.getLogger(__name__)

_TICK = 1.0
"""Seconds between two looks at the clock during a run."""
_ASLEEP = 30.0
"""Seconds between two looks after which the computer has slept."""
_MINUTE = 60.0
_NO_LIMIT = 1_000


class BatchRun:
    """Runs batches, each in a task of its own."""

    def __init__(  # noqa: PLR0913 - its dependencies
        self,
        *,
        database: AsyncDatabase,
        outbox: Outbox,
        accounts: Accounts,
        traffic: Traffic,
        timing: Timing,
        tell: Callable[[BatchNews], None],
        now: Callable[[], int],
        policy: Policy,
    ) -> None:
        self._database = database
        self._outbox = outbox
        self._accounts = accounts
        self._traffic = traffic
        self._timing = timing
        self._tell = tell
        self._now = now
        self._policy = policy
        self._sent: dict[str, deque[float]] = {}
        """When rows were handed over in the last minute, by server (the loop's time, s)."""
        self.is_closing = False

    async def drive(self, active: ActiveBatch, rows: Iterable[int]) -> None:
        """Run a batch: these rows wait. At the end, it is done or paused."""

        async def end(why: Pause | None) -> None:
            if why is None:
                await active.change(state=BatchState.DONE, pause=None, ended=self._now())
            else:
                stage = active.batch.stage + (why is Pause.CANARY)
                await active.change(state=BatchState.PAUSED, pause=why, words=active.wish_words, stage=stage)

        await self._drive(active, rows, end, is_whole=True)

    async def drive_some(self, active: ActiveBatch) -> None:
        """Send those in `before`, and no others, of a batch that does not run; its state stays.

        Those that are not sent become again what they were before.
        """

        async def end(_: Pause | None) -> None:
            active.put_back()
            await active.save()

        await self._drive(active, tuple(active.before), end, is_whole=False)

    async def _drive(
        self,
        active: ActiveBatch,
        rows: Iterable[int],
        end: Callable[[Pause | None], Awaitable[None]],
        *,
        is_whole: bool,
    ) -> None:
        server = active.batch.server
        active.queue, active.takes_more = deque(rows), True
        active.wish, active.wish_words = None, ""
        self._traffic.watch_batch(server, active.on_answer)
        try:
            why = await self._hand_all(active, self._rows_of_stage(active) if is_whole else None)
            active.takes_more = False
            await self._withdraw(active)
            await end(why)
        except Exception as error:
            is_disk = isinstance(error, StoreFailed)
            log.log(logging.WARNING if is_disk else logging.ERROR, "batch: paused", exc_info=not is_disk)
            await self._give_up(active, Pause.DISK if is_disk else Pause.FAULT)
            if not is_whole:
                active.put_back()
        finally:
            active.takes_more = False
            self._traffic.unwatch_batch(server, active.on_answer)
            self._traffic.limit_behind(server, active, None)

    async def _give_up(self, active: ActiveBatch, why: Pause) -> None:
        """Withdraw what was not sent, and pause: in memory if the disk does not take it."""
        for submission in active.to_send():
            if submission.state is State.QUEUED:
                with contextlib.suppress(StoreFailed):
                    await self._outbox.answer(submission, Withdraw())
        if active.batch.state is BatchState.RUNNING:
            try:
                await active.change(state=BatchState.PAUSED, pause=why)
            except StoreFailed:
                active.batch = replace(active.batch, state=BatchState.PAUSED, pause=why)
                self._tell(BatchNews(active.batch))

    async def _hand_all(self, active: ActiveBatch, left: int | None) -> Pause | None:
        """Hand over rows until none is left, or there is a reason to pause, which is returned.

        `left`: rows of this stage, None for all.
        """
        deferred: list[int] = []
        seen = time.time(), time.monotonic()
        by_case: dict[str, list[int]] = {}
        for row in active.rows.values():
            by_case.setdefault(row.case_id, []).append(row.number)
        while True:
            seen, has_slept = _look_at_clock(seen)
            why = Pause.SLEEP if has_slept else self._whose(active.batch)
            if why:
                active.wish_pause(why)
            if active.wish:
                return active.wish
            active.woken.clear()
            if not active.queue or left == 0:
                if active.waits_for_token(self._accounts.turn(Server(active.batch.server))):
                    return Pause.SIGN_IN
                if not active.in_flight():
                    return Pause.CANARY if left == 0 and active.queue else Pause.OWN_WORK if deferred else None
                await _wait(active.woken)
                continue
            room = min(active.pace.window - len(active.in_flight()), self._room_of_minute(active.batch))
            rows = _next_rows(active, room if left is None else min(room, left))
            if not rows:
                if room > 0 and not active.in_flight():  # each waits for an answer about another row of its case
                    return Pause.DOUBT
                await _wait(active.woken)
                continue
            self._traffic.limit_behind(active.batch.server, active, active.pace.connections)
            later = await self._hand(active, [without_notes_of(row, active.same_case(row, by_case)) for row in rows])
            deferred += later
            if left is not None:
                left -= len(rows) - len(later)

    def _rows_of_stage(self, active: ActiveBatch) -> int | None:
        if not (active.batch.options.canary or self._policy.is_canary_forced):
            return None
        handed_before = sum(row.state is RowState.ENDED and row.submission > 0 for row in active.rows.values())
        rows = len(active.queue) + handed_before
        whole = rows_of_stage(active.batch.stage, rows)
        return None if whole is None else min(whole, len(active.queue))

    def _room_of_minute(self, batch: Batch) -> int:
        """Return how many rows may be handed over now; forget those that are over a minute old."""
        limits = [each for each in (batch.options.a_minute, self._policy.most_a_minute) if each]
        now, sent = asyncio.get_running_loop().time(), self._sent.setdefault(batch.server, deque())
        while sent and now - sent[0] > _MINUTE * self._timing.second:
            sent.popleft()
        return min(limits) - len(sent) if limits else _NO_LIMIT

    def _whose(self, batch: Batch) -> Pause | None:
        user = self._accounts.signed_in(Server(batch.server))
        if not self._outbox.may_send:
            return Pause.FOLDER_HELD
        if user is None:
            return Pause.SIGN_IN
        return None if user.key == batch.user else Pause.OTHER_USER

    async def _hand(self, active: ActiveBatch, rows: Sequence[Row]) -> list[int]:
        """Write rows as handed, then make their submissions. Return those that wait for the user's own work.

        Raises:
            StoreFailed: They wait again.
        """
        server = active.batch.server
        own = {row.number for row in rows if self._outbox.submissions_of(server, row.case_id)}
        ready = [row for row in rows if row.number not in own]
        for row in ready:
            active.put(handed(row))
        user = self._accounts.signed_in(Server(server))
        names = user.names if user else active.batch.user_names
        try:
            await active.save()
            kept = await self._outbox.submit_rows([_submission(active.batch, row, names) for row in ready])
        except StoreFailed:
            for row in ready:
                active.put(not_sent(active.rows[row.number]))
            raise
        for submission in kept:
            if submission.batch and active.rows[submission.batch.row].state is RowState.HANDED:
                active.submissions.setdefault(submission.batch.row, submission)
        self._sent.setdefault(server, deque()).extend([asyncio.get_running_loop().time()] * len(kept))
        made = {submission.batch.row for submission in kept if submission.batch}
        own |= {row.number for row in ready} - made
        for number in own:
            active.put(replace(not_sent(active.rows[number]), plan=RowPlan.WAITS))
        return sorted(own)

    async def _withdraw(self, active: ActiveBatch) -> None:
        """Take back the rows that were not sent, and wait for the answers to those that were."""
        asked: set[tuple[int, State]] = set()
        while (left := active.to_send()) and not self.is_closing:
            active.woken.clear()
            for submission in left:
                state = submission.number, submission.state
                if submission.state is State.QUEUED and state not in asked:
                    await self._outbox.answer(submission, Withdraw())
                asked.add(state)
            await _wait(active.woken)


def _next_rows(active: ActiveBatch, room: int) -> list[Row]:
    """Take the next rows from the queue whose case no other row in flight has: one at a time of each case."""
    busy = {submission.case_id for submission in active.submissions.values()}
    taken: list[Row] = []
    passed: list[int] = []
    while active.queue and len(taken) < room:
        row = active.rows[active.queue.popleft()]
        if row.state is not RowState.WAITING:
            continue
        if row.case_id in busy:
            passed.append(row.number)
        else:
            busy.add(row.case_id)
            taken.append(row)
    active.queue.extendleft(reversed(passed))
    return taken


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
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_TICK):
            await woken.wait()
