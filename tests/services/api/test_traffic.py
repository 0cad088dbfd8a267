"""Turns at a server: their number, their order, and the failures that delay all of them."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import pytest

from caseeditor.domain.case.reference import Server
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.timeouts import Timing
from caseeditor.services.api.client import Gateway
from caseeditor.services.api.traffic import AT_ONCE, Traffic, Turn
from caseeditor.services.log.redaction import Secrets

HERE, THERE = "https://example.org", "https://example.net"
TIMING = Timing(looks=(0.1, 0.2), second=0.1)
DOWN = Failure(kind=FailureKind.UNREACHABLE)


class Queue:
    """Turns waiting at a server, and the failures reported to each."""

    def __init__(self) -> None:
        self.traffic = Traffic(TIMING)
        self.turns: dict[int, Turn] = {}
        self.come: list[int] = []
        self.told: dict[int, list[FailureKind]] = {}
        self._waiting: set[asyncio.Task[None]] = set()

    def join(self, *numbers: int, server: str = HERE, had: int = 0) -> None:
        for number in numbers:
            turn = self.traffic.queue(server, (had, number), partial(self._tell, number))
            self.turns[number] = turn
            task = asyncio.create_task(self._wait(number, turn))
            self._waiting.add(task)

    def _tell(self, number: int, failure: Failure) -> None:
        self.told.setdefault(number, []).append(failure.kind)

    async def _wait(self, number: int, turn: Turn) -> None:
        if await turn.come():
            self.come.append(number)

    async def left(self, number: int, failure: Failure | None = None) -> list[int]:
        """End a turn with the result of its call; returns the turns that have come since."""
        seen = len(self.come)
        self.traffic.note(HERE, failure)
        self.turns[number].leave()
        return (await self.now())[seen:]

    async def now(self) -> list[int]:
        await asyncio.sleep(0.001)
        return list(self.come)


Work = Callable[[Queue], Awaitable[None]]


def run(work: Work) -> None:
    async def main() -> None:
        async with asyncio.timeout(60):
            await work(Queue())

    asyncio.run(main())


def test_four_go_at_a_time_in_their_order() -> None:
    async def work(queue: Queue) -> None:
        queue.join(1, 2, 3, 4, 9, 7, 8)
        assert await queue.now() == [1, 2, 3, 4]
        assert await queue.left(3) == [7]
        queue.join(5)
        queue.join(6, had=1)
        assert await queue.left(1) == [5]
        assert await queue.left(5) == [8]
        assert await queue.left(2) == [9]
        assert await queue.left(4) == [6]

    run(work)


def test_each_server_has_turns_of_its_own() -> None:
    async def work(queue: Queue) -> None:
        queue.join(1, 2, 3, 4, 5)
        queue.join(6, server=THERE)
        assert await queue.now() == [1, 2, 3, 4, 6]

    run(work)


def test_who_leaves_the_queue_takes_no_turn_and_no_turn_is_left_twice() -> None:
    async def work(queue: Queue) -> None:
        queue.join(1, 2, 3, 4, 5, 6)
        await queue.now()
        queue.turns[5].leave()
        queue.turns[5].leave()
        assert await queue.left(1) == [6]
        queue.join(7)
        queue.turns[1].leave()
        assert await queue.now() == [1, 2, 3, 4, 6]

    run(work)


def test_a_server_that_is_not_reached_is_tried_by_one_then_all_go() -> None:
    async def work(queue: Queue) -> None:
        queue.join(*range(1, 21))
        await queue.now()
        for number in (1, 2, 3, 4):
            assert await queue.left(number, DOWN) == []
        assert queue.told[20] == [FailureKind.UNREACHABLE]
        queue.join(21)
        assert queue.told[21] == [FailureKind.UNREACHABLE]
        await asyncio.sleep(0.14)
        assert queue.come[4:] == [5]
        assert await queue.left(5, DOWN) == []
        await asyncio.sleep(0.14)
        assert queue.come[5:] == []
        await asyncio.sleep(0.12)
        assert queue.come[5:] == [6]
        assert await queue.left(6) == [7, 8, 9, 10]
        assert queue.told[20] == [FailureKind.UNREACHABLE]

    run(work)


def test_an_answer_to_whomever_lets_all_go() -> None:
    async def work(queue: Queue) -> None:
        queue.join(1, 2)
        await queue.left(1, DOWN)
        queue.turns[2].leave()
        queue.join(3, 4)
        assert await queue.now() == [1, 2]
        queue.traffic.note(HERE, None)
        assert await queue.now() == [1, 2, 3, 4]

    run(work)


def test_one_case_that_fails_holds_nobody_up() -> None:
    async def work(queue: Queue) -> None:
        queue.join(*range(1, 12))
        await queue.now()
        broken = Failure(kind=FailureKind.SERVER_BROKEN)
        for number in (1, 2, 3):
            assert await queue.left(number, broken) == [number + 4]
        assert await queue.left(4) == [8]
        for number in (5, 6, 7):
            assert await queue.left(number, broken) == [number + 4]

    run(work)


@pytest.mark.parametrize(
    "kind", [FailureKind.SERVER_BROKEN, FailureKind.SLOW, FailureKind.DROPPED, FailureKind.NOT_THE_API]
)
def test_four_in_a_row_that_fail_are_about_the_server(kind: FailureKind) -> None:
    async def work(queue: Queue) -> None:
        queue.join(*range(1, 21))
        await queue.now()
        for number in range(1, AT_ONCE):
            assert await queue.left(number, Failure(kind=kind)) == [number + 4]
        assert await queue.left(4, Failure(kind=kind)) == []
        assert queue.told[20] == [kind]

    run(work)


@pytest.mark.parametrize("kind", [FailureKind.NOT_FOUND, FailureKind.REFUSED, FailureKind.OTHER_CASE])
def test_what_is_about_a_case_shows_that_the_server_is_there(kind: FailureKind) -> None:
    async def work(queue: Queue) -> None:
        queue.join(1, 2, 3)
        await queue.left(1, DOWN)
        await queue.left(2, DOWN)
        queue.join(4)
        assert await queue.left(3, Failure(kind=kind)) == [4]

    run(work)


def test_a_pause_that_the_server_asks_for_holds_whatever_is_answered_meanwhile() -> None:
    async def work(queue: Queue) -> None:
        queue.join(1, 2)
        await queue.left(1, Failure(kind=FailureKind.TOO_MANY, retry_after=2))
        queue.join(3, 4)
        queue.traffic.note(HERE, None)
        queue.traffic.free(HERE)
        assert await queue.left(2) == []
        await asyncio.sleep(0.15)
        assert queue.come == [1, 2]
        await asyncio.sleep(0.15)
        assert queue.come == [1, 2, 3]
        assert await queue.left(3) == [4]

    run(work)


def test_a_token_that_comes_into_use_lets_all_go() -> None:
    async def work(queue: Queue) -> None:
        gateway = Gateway(timing=TIMING, secrets=Secrets(), traffic=queue.traffic)
        queue.join(1)
        await queue.left(1, DOWN)
        queue.join(2, 3)
        gateway.admit(Server(HERE), "another")
        assert await queue.now() == [1, 2, 3]

    run(work)


@pytest.mark.parametrize(
    "kind", [FailureKind.STOPPED, FailureKind.TOKEN_MISSING, FailureKind.NOT_KEPT, FailureKind.STALE]
)
def test_what_no_server_said_changes_nothing(kind: FailureKind) -> None:
    async def work(queue: Queue) -> None:
        queue.join(1)
        await queue.left(1, DOWN)
        queue.join(2)
        queue.traffic.note(HERE, Failure(kind=kind))
        assert await queue.now() == [1]

    run(work)


def test_the_limit_of_a_batch_ends_with_it_and_not_with_another() -> None:
    async def work(queue: Queue) -> None:
        queue.traffic.limit_behind(HERE, "one", 1)
        queue.traffic.limit_behind(HERE, "two", 2)
        queue.join(1, 2, 3, 4, had=1)
        assert await queue.now() == [1, 2]
        queue.traffic.limit_behind(HERE, "two", None)
        assert await queue.left(1) == []
        queue.traffic.limit_behind(HERE, "one", None)
        assert await queue.now() == [1, 2, 3, 4]

    run(work)


def test_the_end_of_a_batch_leaves_the_watch_of_another() -> None:
    async def work(queue: Queue) -> None:
        one, two = list[float](), list[float]()
        watches = one.append, two.append
        for watch in watches:
            queue.traffic.watch_batch(HERE, watch)
        queue.traffic.note_answer(HERE, 0.1)
        queue.traffic.unwatch_batch(HERE, watches[0])
        queue.traffic.note_answer(HERE, 0.2)
        assert (one, two) == ([0.1], [0.1, 0.2])

    run(work)
