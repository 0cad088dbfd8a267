"""A batch that runs or may run: its rows in memory, and how they reach the disk. Runs on the worker's loop."""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from caseeditor.domain.batch.batch import Batch, BatchState, Pause
from caseeditor.domain.batch.breaker import Breaker, after_doubt, after_row
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.pace import Pace, after_answer, after_trouble
from caseeditor.domain.batch.results import given_up, result_of
from caseeditor.domain.batch.row import Row, RowState
from caseeditor.domain.delivery.state_machine import is_withdrawable
from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.services.storage.batch.batches import Batches
from caseeditor.services.storage.connections import StoreFailed

replace = msgspec.structs.replace
log = logging.getLogger(__name__)

_TELLING = 0.2
"""Seconds between two news of a batch, and two writes of results: the main file has them at once."""
_LOADED = frozenset({FailureKind.TOO_MANY, FailureKind.SLOW, FailureKind.DROPPED, FailureKind.SERVER_BROKEN})
"""Failures after which fewer connections are used."""
_OF_ONE_CASE = frozenset(
    {
        FailureKind.NOT_FOUND,
        FailureKind.TOO_LARGE,
        FailureKind.ENCODED,
        FailureKind.OTHER_CASE,
        FailureKind.NOT_THE_API,
        FailureKind.UNCLEAR,
    }
)
"""Failures of a read that concern one case. It is given up after a few tries, so that the others go on."""
_TRIES = 3
_FORBIDDEN = 403
_TRIES_FORBIDDEN = 2
"""A run pauses at the first: the agent may have lost the right to all cases."""


class ActiveBatch:
    """The rows of a batch by number, and what the run decides from.

    `woken` is set when something changed that the run waits for. `wish` is the reason to pause, None to go on.
    """

    def __init__(
        self,
        batch: Batch,
        rows: Iterable[Row],
        batches: Batches,
        tell: Callable[[BatchNews], None],
        now: Callable[[], int],
    ) -> None:
        self.batch = batch
        self.rows = {row.number: row for row in rows}
        self.submissions: dict[int, Submission] = {}
        """Open submissions by row."""
        self.unreadable: dict[int, tuple[int, Failure]] = {}
        """Rows whose case can't be read: how often that failed, and why."""
        self.queue: deque[int] = deque()
        """Rows to be handed over, in order."""
        self.before: dict[int, Row] = {}
        """Rows that are set anyway, as they were."""
        self.pace = Pace()
        self.breaker = Breaker()
        self.woken = asyncio.Event()
        self.wish: Pause | None = None
        self.wish_words = ""
        self.takes_more = False
        """Whether rows that join `queue` are handed over by the task that runs."""
        self.refusals: dict[tuple[int, int], int] = {}
        """The account's turn at which a token was refused, by submission and attempt."""
        self.task: asyncio.Task[None] | None = None
        self.starting = asyncio.Lock()
        self._batches = batches
        self._tell = tell
        self._now = now
        self._unsaved: dict[int, Row] = {}
        self._untold: dict[int, Row] = {}
        self._saving: asyncio.Task[None] | None = None
        self._writing = asyncio.Lock()
        """Keeps two writes apart: an older state would follow a newer one to the disk and into the window."""
        self._troubled: set[tuple[int, int]] = set()
        """Attempts, by submission and number, that have slowed the run."""

    @property
    def number(self) -> int:
        return self.batch.number

    @property
    def is_running(self) -> bool:
        return self.task is not None and not self.task.done()

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing of it can change without the agent."""
        is_saving = self._saving is not None and not self._saving.done()
        return not (self.is_running or self.submissions or self._unsaved or is_saving)

    def in_flight(self) -> list[Submission]:
        """Return the submissions that may still change without the agent."""
        return [each for each in self.submissions.values() if not each.state.needs_agent]

    def waits_for_token(self, turn: int) -> bool:
        """Tell whether all that is in flight waits for somebody to sign in. `turn`: the present one of the account."""
        waiting = self.in_flight()
        return bool(waiting) and all(self.refusals.get((each.number, each.attempts)) == turn for each in waiting)

    def to_send(self) -> list[Submission]:
        """Return the submissions that are being sent or may be: they keep a run from being paused."""
        return [each for each in self.in_flight() if each.state is State.SENDING or is_withdrawable(each)]

    def wish_pause(self, why: Pause, words: str = "") -> None:
        """Stop handing over rows; the first reason stays, with the server's words."""
        if self.wish is None:
            self.wish, self.wish_words = why, words
        self.woken.set()

    def same_case(self, row: Row, by_case: Mapping[str, Sequence[int]]) -> list[Row]:
        """Return the other rows of a row's case. `by_case`: the numbers of all rows."""
        if self.batch.recipe.repeats_notes:
            return []
        return [self.rows[number] for number in by_case[row.case_id] if number != row.number]

    def on_answer(self, seconds: float) -> None:
        """Note the duration of a call (s)."""
        self.pace = after_answer(self.pace, seconds)
        if self.pace.is_stalled and self.is_running:
            self.wish_pause(Pause.SLOW)
        self.woken.set()

    def put(self, row: Row) -> None:
        """Change a row; it is written within a moment."""
        self.rows[row.number] = row
        self._unsaved[row.number] = self._untold[row.number] = row
        self._save_soon()

    def put_back(self) -> None:
        """Make the rows of `before` that were not sent what they were."""
        for number, row in self.before.items():
            if self.rows[number].state is RowState.WAITING:
                self.put(row)

    def note(self, news: SubmissionUpdate, turn: int) -> None:
        """Take over the news of one of its submissions. `turn`: the present one of the account."""
        submission, mark = news.submission, news.submission.batch
        if mark is None or (row := self.rows.get(mark.row)) is None or submission.number <= row.earlier:
            return
        self.woken.set()
        if news.unkept:  # what is not on disk yet is no result
            self.submissions[row.number] = submission
            self.wish_pause(Pause.DISK)
            return
        if submission.state.is_open:
            self.submissions[row.number] = submission
        else:
            self.submissions.pop(row.number, None)
        if row.state is RowState.ENDED:
            return
        after = result_of(row, submission, self._now())
        if after.state is RowState.WAITING and self._is_given_up(row.number):
            after = given_up(row, self.unreadable[row.number][1], self._now())
        if not submission.state.is_open:
            if after.state is RowState.WAITING and row.number not in self.queue:
                self.queue.appendleft(row.number)
            self.breaker, why = after_row(self.breaker, after)
            if why and self.is_running:
                self.wish_pause(why, after.words)
        elif submission.state.needs_agent:
            self.breaker = after_doubt(self.breaker, row.number)
        self._look_for_trouble(news, turn)
        if replace(after, at=0) != replace(row, at=0):
            self.put(after)

    def _look_for_trouble(self, news: SubmissionUpdate, turn: int) -> None:
        submission = news.submission
        if news.waits_for and news.waits_for.kind in _OF_ONE_CASE:
            count = self.unreadable.get(submission.batch.row, (0,))[0] if submission.batch else 0
            if submission.batch:
                self.unreadable[submission.batch.row] = count + 1, news.waits_for
            return
        failure = news.waits_for or (submission.why if submission.state is State.UNCONFIRMED else None)
        attempt = (submission.number, submission.attempts)
        if failure is None or attempt in self._troubled:
            return
        if failure.kind in _LOADED:
            self._troubled.add(attempt)
            self.pace = after_trouble(self.pace)
        elif failure.kind.needs_token:
            if news.waits_for or attempt not in self.refusals:  # later news of an attempt still have its reason
                self.refusals[attempt] = turn
                self.wish_pause(Pause.SIGN_IN)
        elif failure.kind is FailureKind.NOT_KEPT:
            self.wish_pause(Pause.DISK)
        elif failure.kind is FailureKind.FOLDER_HELD:
            self.wish_pause(Pause.FOLDER_HELD)
        elif failure.status == _FORBIDDEN:
            self._troubled.add(attempt)
            row = submission.batch.row if submission.batch else 0
            count = self.unreadable.get(row, (0,))[0] + 1
            if news.waits_for:  # the read
                self.unreadable[row] = count, news.waits_for
            if count < _TRIES_FORBIDDEN:
                self.wish_pause(Pause.FORBIDDEN, failure.words)

    def unreadable_ones(self) -> list[Submission]:
        """Return the waiting submissions whose case is given up."""
        waiting = ((number, each) for number, each in self.submissions.items() if is_withdrawable(each))
        return [each for number, each in waiting if self._is_given_up(number)]

    def _is_given_up(self, row: int) -> bool:
        count, failure = self.unreadable.get(row, (0, None))
        if failure is None or failure.kind is FailureKind.NOT_FOUND:
            return failure is not None
        return count >= (_TRIES_FORBIDDEN if failure.status == _FORBIDDEN else _TRIES)

    # The disk, and the window.

    async def change(self, **changes: object) -> None:
        """Change the batch itself; it is on disk on return. Raises StoreFailed: nothing has changed."""
        await self._save(changes)

    async def save(self) -> None:
        """Write the batch and the rows that changed. Raises StoreFailed; a later call tries again."""
        await self._save({})

    async def _save(self, changes: Mapping[str, object]) -> None:
        async with self._writing:
            rows, self._unsaved = self._unsaved, {}
            try:
                kept = await self._batches.save(replace(self.batch, **changes), rows.values())
            except BaseException:  # cancelled, too
                self._unsaved = {**{number: self.rows[number] for number in rows}, **self._unsaved}
                raise
            counts = {"rows": kept.rows, "plans": kept.plans, "outcomes": kept.outcomes}
            self.batch = replace(self.batch, server=kept.server, user=kept.user, **counts, **changes)
            told, self._untold = self._untold, {}
            self._tell(BatchNews(kept, tuple(told.values())))  # what is on disk: `batch` may be ahead of it

    def _save_soon(self) -> None:
        if self._saving is None or self._saving.done():
            self._saving = asyncio.get_running_loop().create_task(self._save_later())

    async def _save_later(self) -> None:
        while self._unsaved:
            await asyncio.sleep(_TELLING)
            try:
                if self._unsaved:  # a change of the batch may have written them
                    await self.save()
            except StoreFailed as failed:
                log.warning("batch: results not kept, %s", failed.fault.value)
                if self.is_running:
                    self.wish_pause(Pause.DISK)

    async def close(self) -> None:
        """Write what is left. Raises nothing: the next start finds it in the main file."""
        for task in (self.task, self._saving):
            if task:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
        with contextlib.suppress(StoreFailed):
            if self._unsaved or self.batch.state is BatchState.RUNNING:
                await self.save()
