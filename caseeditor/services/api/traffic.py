"""Turns at the servers: a few calls at a time, in order, and none to a server that can't take them.

Lives on the worker's loop. Only the outbox waits for turns: what the agent asks for goes at once, and tells as much of
the server.
"""

import asyncio
import heapq
import random
from collections.abc import Callable

from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.timeouts import Timing

AT_ONCE = 4
"""Turns a server at a time."""
_JITTER = 0.25
"""Part of a wait that is left to chance, either way: programs that failed together don't come back together."""

UNREACHED = frozenset(
    {FailureKind.UNREACHABLE, FailureKind.UNTRUSTED, FailureKind.PLAIN_HTTP, FailureKind.CONNECTION_SETTINGS}
)
"""Says nothing of what was asked for: the next call would end like this too."""
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
"""May be about the one case only, or about the whole server: so many in a row are about the server."""
_UNASKED = frozenset(
    {FailureKind.STOPPED, FailureKind.TOKEN_MISSING, FailureKind.NOT_KEPT, FailureKind.INTERNAL, FailureKind.STALE}
)
"""Says nothing of the server."""

Order = tuple[int, int]


class Turn:
    """A place in the queue of a server, then a turn at it. `leave` ends either; more than once is no harm."""

    def __init__(self, road: "_Road", on_held: Callable[[Failure], None]) -> None:
        self._road = road
        self._given: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self.on_held = on_held

    @property
    def is_waiting(self) -> bool:
        return not self._given.done()

    async def come(self) -> bool:
        """Wait until it is its turn; False when it was left meanwhile."""
        return await self._given

    def give(self) -> None:
        """Let it go."""
        self._given.set_result(True)

    def leave(self) -> None:
        if self.is_waiting:
            self._given.set_result(False)
        self._road.leave(self)


class _Road:
    """What is known of a server, and who waits for it."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._queue: list[tuple[Order, int, Turn]] = []
        self._count = 0
        self._out: set[Turn] = set()
        self._troubles = 0
        self._holds = 0
        self._until = 0.0
        self._is_asked_for = False
        """The server named the time itself: nothing else shortens it."""
        self._timer: asyncio.TimerHandle | None = None
        self.held: Failure | None = None
        """Why nobody goes there but, now and then, one to see whether it is over."""

    def queue(self, order: Order, on_held: Callable[[Failure], None]) -> Turn:
        turn = Turn(self, on_held)
        self._count += 1
        heapq.heappush(self._queue, (order, self._count, turn))
        self._dispatch()
        if self.held and turn.is_waiting:
            on_held(self.held)
        return turn

    def leave(self, turn: Turn) -> None:
        if turn in self._out:
            self._out.remove(turn)
            self._dispatch()

    def note(self, failure: Failure | None) -> None:
        if failure is not None and failure.kind in _UNASKED:
            return
        if failure is None or not (failure.kind in UNREACHED or failure.kind in _TROUBLES or failure.retry_after):
            self._troubles = 0
            self.free()
            return
        self._troubles += 1
        is_sure = failure.kind in UNREACHED or bool(failure.retry_after) or self._troubles >= AT_ONCE
        is_news = self.held is None or self._now() >= self._until  # else it went out before the hold
        if failure.retry_after or (is_news and (is_sure or self.held)):
            self._hold(failure, is_news=is_news)

    def free(self) -> None:
        """Let all go, unless the server said until when not to."""
        if self.held and not (self._is_asked_for and self._now() < self._until):
            self.held, self._holds, self._until, self._is_asked_for = None, 0, 0.0, False
            self._dispatch()

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
        self._dispatch()

    def _dispatch(self) -> None:
        """Give turns to the first ones: as many as may be out, or one that sees whether a hold is over."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        left = self._until - self._now()
        if self.held and left > 0:
            self._timer = asyncio.get_running_loop().call_later(left, self._dispatch)
            return
        while self._queue and len(self._out) < (1 if self.held else AT_ONCE):
            turn = heapq.heappop(self._queue)[-1]
            if turn.is_waiting:
                self._out.add(turn)
                turn.give()

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


class Traffic:
    """All servers, by their URL."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._roads: dict[str, _Road] = {}

    def queue(self, server: str, order: Order, on_held: Callable[[Failure], None]) -> Turn:
        """Get a place in a server's queue, the lowest order first.

        `on_held` gets why nobody goes there: at once, or when that begins while this one waits.
        """
        return self._road(server).queue(order, on_held)

    def note(self, server: str, failure: Failure | None) -> None:
        """Note how a call ended; None: well."""
        self._road(server).note(failure)

    def is_held(self, server: str) -> bool:
        """Tell whether a server can't take anything just now."""
        return self._road(server).held is not None

    def wake(self) -> None:
        """Try all servers at once, but for those that said until when not to."""
        for road in self._roads.values():
            road.free()

    def _road(self, server: str) -> _Road:
        return self._roads.setdefault(server, _Road(self._timing))
