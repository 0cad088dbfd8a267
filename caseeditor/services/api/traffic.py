"""Turns at the servers: a few concurrent calls in order, and none to a server that is unavailable.

Runs on the worker's loop. Only the outbox waits for turns. The agent's own requests are sent at once, and their results
count too.
"""

import asyncio
import heapq
import random
from collections.abc import Callable

from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.timeouts import Timing

AT_ONCE = 4
"""Concurrent turns per server."""
_JITTER = 0.25
"""Random part of a wait, in both directions, so that programs that failed together do not retry together."""

UNREACHED = frozenset(
    {FailureKind.UNREACHABLE, FailureKind.UNTRUSTED, FailureKind.PLAIN_HTTP, FailureKind.CONNECTION_SETTINGS}
)
"""Failures before the request reaches the server: the next call would fail in the same way."""
_TROUBLES = frozenset(
    {
        FailureKind.SLOW,
        FailureKind.DROPPED,
        FailureKind.SERVER_BROKEN,
        FailureKind.REDIRECTED,
        FailureKind.NOT_THE_API,
        FailureKind.TOO_MANY,
        FailureKind.TOKEN_REFUSED,
    }
)
"""Failures that may concern one case or the whole server. AT_ONCE in a row concern the server."""
_UNASKED = frozenset(
    {FailureKind.STOPPED, FailureKind.TOKEN_MISSING, FailureKind.NOT_KEPT, FailureKind.INTERNAL, FailureKind.STALE}
)
"""Failures unrelated to the server."""

Order = tuple[int, ...]
"""A turn's place: the class (0 the agent's own, 1 batches, 2 reading for a plan), then what it sorts by within it."""
OWN, BATCH, PLAN = range(3)


class Turn:
    """A place in a server's queue, then a turn. `leave` ends either and may be called repeatedly."""

    def __init__(self, road: "_Road", order: Order, on_held: Callable[[Failure], None]) -> None:
        self._road = road
        self.order = order
        self._given: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self.on_held = on_held

    @property
    def is_waiting(self) -> bool:
        return not self._given.done()

    async def come(self) -> bool:
        """Wait for the turn; return False if it was left meanwhile."""
        return await self._given

    def give(self) -> None:
        self._given.set_result(True)

    def leave(self) -> None:
        if self.is_waiting:
            self._given.set_result(False)
        self._road.leave(self)


class _Road:
    """The state of one server and its queue."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._queue: list[tuple[Order, int, Turn]] = []
        self._count = 0
        self._out: set[Turn] = set()
        self._troubles = 0
        self._holds = 0
        self._until = 0.0
        self._is_asked_for = False
        """The server asked for the wait, so no other event shortens it."""
        self._timer: asyncio.TimerHandle | None = None
        self.on_answer: list[Callable[[float], None]] = []
        """Get the duration (s) of each call for a batch that was answered."""
        self.limits: dict[object, int] = {}
        """Concurrent turns of batches, by the batch; without any, AT_ONCE."""
        self.held: Failure | None = None
        """The reason for holding back calls; from time to time one is sent to test the server."""

    def queue(self, order: Order, on_held: Callable[[Failure], None]) -> Turn:
        turn = Turn(self, order, on_held)
        self._count += 1
        heapq.heappush(self._queue, (order, self._count, turn))
        self.dispatch()
        if self.held and turn.is_waiting:
            on_held(self.held)
        return turn

    def leave(self, turn: Turn) -> None:
        if turn in self._out:
            self._out.remove(turn)
            self.dispatch()

    def note(self, failure: Failure | None) -> None:
        if failure is not None and failure.kind in _UNASKED:
            return
        if failure is None or not (failure.kind in UNREACHED or failure.kind in _TROUBLES or failure.retry_after):
            self._troubles = 0
            self.free()
            return
        self._troubles += 1
        is_sure = failure.kind in UNREACHED or bool(failure.retry_after) or self._troubles >= AT_ONCE
        is_news = self.held is None or self._now() >= self._until  # otherwise the call was sent before the hold
        if failure.retry_after or (is_news and (is_sure or self.held)):
            self._hold(failure, is_news=is_news)

    def free(self) -> None:
        """End the hold, unless the server asked for it and the time is not over."""
        if self.held and not (self._is_asked_for and self._now() < self._until):
            self.held, self._holds, self._until, self._is_asked_for = None, 0, 0.0, False
            self.dispatch()

    def _hold(self, failure: Failure, *, is_news: bool) -> None:
        self._holds += is_news
        looks = self._timing.looks
        wait = looks[min(self._holds, len(looks)) - 1] * random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311
        if failure.retry_after:
            wait = failure.retry_after * self._timing.second * random.uniform(1, 1 + _JITTER)  # noqa: S311
        self._until = max(self._until, self._now() + wait)
        self._is_asked_for = bool(failure.retry_after) or (self._is_asked_for and not is_news)
        before, self.held = self.held, failure
        if before is None or before.kind is not failure.kind:
            for _, _, turn in tuple(self._queue):
                if turn.is_waiting:
                    turn.on_held(failure)
        self.dispatch()

    def dispatch(self) -> None:
        """Grant turns in order: up to the limit, or one to test whether a hold is over."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        left = self._until - self._now()
        if self.held and left > 0:
            self._timer = asyncio.get_running_loop().call_later(left, self.dispatch)
            return
        while self._queue and len(self._out) < (1 if self.held else AT_ONCE):
            place = heapq.heappop(self._queue)
            turn = place[-1]
            if not turn.is_waiting:
                continue
            if turn.order[0] != OWN and not self._has_room_behind():  # all that follow are of batches too
                heapq.heappush(self._queue, place)
                return
            self._out.add(turn)
            turn.give()

    def _has_room_behind(self) -> bool:
        most = max(self.limits.values(), default=AT_ONCE)
        return sum(turn.order[0] != OWN for turn in self._out) < most

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


class Traffic:
    """All servers, by URL."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._roads: dict[str, _Road] = {}

    def queue(self, server: str, order: Order, on_held: Callable[[Failure], None]) -> Turn:
        """Get a place in a server's queue; the lowest order is first.

        `on_held` gets the reason if calls are held back, at once or when a hold begins during the wait.
        """
        return self._road(server).queue(order, on_held)

    def note(self, server: str, failure: Failure | None) -> None:
        """Record the result of a call; None for success."""
        self._road(server).note(failure)

    def limit_behind(self, server: str, batch: object, most: int | None) -> None:
        """Set how many of the turns at a server a batch may have at a time; None where it no longer runs."""
        road = self._road(server)
        road.limits.pop(batch, None)
        if most is not None:
            road.limits[batch] = most
        road.dispatch()

    def watch_batch(self, server: str, on_answer: Callable[[float], None]) -> None:
        """Pass the duration (s) of each answered call for a batch at a server to `on_answer`."""
        self._road(server).on_answer.append(on_answer)

    def unwatch_batch(self, server: str, on_answer: Callable[[float], None]) -> None:
        """End what `watch_batch` began."""
        self._road(server).on_answer.remove(on_answer)

    def note_answer(self, server: str, seconds: float) -> None:
        """Record the duration (s) of a call for a batch that was answered."""
        for on_answer in tuple(self._road(server).on_answer):
            on_answer(seconds)

    def is_held(self, server: str) -> bool:
        """Check whether calls to a server are held back."""
        return self._road(server).held is not None

    def free(self, server: str) -> None:
        """End a hold, unless the server asked for it and the time is not over."""
        self._road(server).free()

    def _road(self, server: str) -> _Road:
        return self._roads.setdefault(server, _Road(self._timing))
