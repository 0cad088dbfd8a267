"""A misbehaving server, and starts of the program on one data folder."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from caseeditor.domain.timeouts import Timing
from tests.faults.server import TOKEN, FaultyServer
from tests.support.batch_office import QUICK, Office

Work = Callable[[Office], Coroutine[Any, Any, None]]


@pytest.fixture
def own() -> Iterator[FaultyServer]:
    with FaultyServer() as server:
        yield server


@pytest.fixture
def do(own: FaultyServer, tmp_path: Path) -> Callable[..., None]:
    """Run work on a backend that is closed afterwards; a further call is the next start."""

    def do(work: Work, token: str = TOKEN, timing: Timing = QUICK, **settings: Any) -> None:  # noqa: ANN401 - fields of Settings
        async def run() -> None:
            async with Office(tmp_path / "data", own.url, token, timing=timing, settings=settings) as office:
                await work(office)

        asyncio.run(run())

    return do
