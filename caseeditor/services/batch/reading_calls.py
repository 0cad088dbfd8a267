"""Calls that read cases for batches: each takes a turn behind all other work. Runs on the worker's loop."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.errors.failure import FailureKind, OperationFailed
from caseeditor.domain.timeouts import Timing
from caseeditor.services.api.client import Gateway
from caseeditor.services.api.traffic import PLAN, UNREACHED, Traffic

T = TypeVar("T")

PASSING = UNREACHED | {
    FailureKind.SLOW,
    FailureKind.DROPPED,
    FailureKind.SERVER_BROKEN,
    FailureKind.REDIRECTED,
    FailureKind.NOT_THE_API,
    FailureKind.TOO_MANY,
    FailureKind.UNCLEAR,
}
"""Failures that may be over at the next try."""
_TRIES = 4
"""Of a page of a search, for which the agent waits."""


class ReadingCalls:
    """Reads cases and pages of a search. Raises OperationFailed.

    `on_held`: called when the server is not called for a while; with each call that waits.
    """

    def __init__(self, gateway: Gateway, traffic: Traffic, timing: Timing, on_held: Callable[[], None]) -> None:
        self._gateway = gateway
        self._traffic = traffic
        self._timing = timing
        self._on_held = on_held

    def delay(self, tries: int) -> float:
        """Return the seconds to wait after so many tries."""
        looks = self._timing.looks
        return looks[min(tries, len(looks)) - 1]

    async def case(self, server: Server, case_id: str, place: int) -> Reading:
        """Read a case, once. Of several calls that wait, that of the lowest place is first."""
        return await self._in_turn(server, place, lambda: self._gateway.read_case(server, case_id))

    async def page(
        self, server: Server, filters: Filters, index: int, count: int
    ) -> tuple[tuple[Case, ...], int | None, int]:
        """Read a page of a search, with its total; and the number of cases that the server manages in one page."""
        tries = 0
        while True:
            parameters = filters.parameters(index, count)
            try:
                found = await self._in_turn(server, index, lambda: self._gateway.search(server, parameters))  # noqa: B023 - awaited at once
            except OperationFailed as failed:
                kind, tries = failed.failure.kind, tries + 1
                if kind in (FailureKind.TOO_LARGE, FailureKind.SLOW) and count > 1:
                    count //= 2
                elif kind not in PASSING or tries == _TRIES:
                    raise
                await asyncio.sleep(self.delay(tries) if kind in PASSING else 0)
            else:
                return *found, count

    async def _in_turn(self, server: Server, place: int, work: Callable[[], Awaitable[T]]) -> T:
        turn = self._traffic.queue(server.url, (PLAN, place), lambda _: self._on_held())
        try:
            await turn.come()
            result = await work()
        except OperationFailed as failed:
            self._traffic.note(server.url, failed.failure)
            raise
        else:
            self._traffic.note(server.url, None)
            return result
        finally:
            turn.leave()
