"""The services of the program without its window, signed in, for tests of batches."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from caseeditor.app import build_backend
from caseeditor.domain.batch.batch import Batch, BatchState, Origin
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.row import Row
from caseeditor.domain.case.reference import Server
from caseeditor.domain.local.settings import Settings
from caseeditor.domain.timeouts import Timing
from caseeditor.services.log.redaction import Secrets

if TYPE_CHECKING:
    from caseeditor.services.backend import Backend

PATIENCE = 30.0
QUICK = Timing(updating=2.0, reading=2.0, looks=(0.01,) * 6, keep_waiting=0.05, second=0.002)


class Office:
    """A backend on a data folder. Used inside an asyncio loop.

    `may_send` is False while another program has the folder.
    """

    def __init__(  # noqa: PLR0913 - what a test may set
        self,
        folder: Path,
        url: str,
        token: str,
        *,
        timing: Timing = QUICK,
        settings: Mapping[str, Any] | None = None,
        patience: float = PATIENCE,
        may_send: bool = True,
    ) -> None:
        self.server = Server(url)
        self._folder = folder
        self._token = token
        self._timing = timing
        self._patience = patience
        self._may_send = may_send
        self._settings = Settings(**(settings or {}))
        self.news: list[BatchNews] = []
        self._changed = asyncio.Event()
        self.backend: Backend
        self.user = ""

    async def __aenter__(self) -> Self:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.backend = build_backend(
            self._settings,
            self._timing,
            Secrets(),
            self._folder,
            self._on_news,
            is_demo=True,
            may_send=self._may_send,
        )
        self.backend.gateway.admit(self.server, self._token)
        user, failure = await self.backend.identify(self.server)
        assert failure is None, failure
        self.user, self.names = user.key, user.names
        await self.backend.begin()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.backend.begin_closing()
        await self.backend.close(1.0)

    def _on_news(self, news: object) -> None:
        if isinstance(news, BatchNews):
            self.news.append(news)
        self._changed.set()

    async def until(self, come: Callable[[Batch], bool], number: int, since: int = 0) -> Batch:
        """Wait until a batch, as last told, is as wanted. `since`: the first of the news that count."""
        async with asyncio.timeout(self._patience):
            while True:
                self._changed.clear()
                told = [each.batch for each in self.news[since:] if each.batch.number == number]
                if told and come(told[-1]):
                    return told[-1]
                await self._changed.wait()

    async def batch(self, number: int) -> Batch:
        """Return a batch as on disk."""
        found = await self.backend.batches(self.server.url, self.user)
        return next(batch for batch in found if batch.number == number)

    async def made(self, recipe: Recipe, cases: "list[int] | range", **given: Any) -> int:  # noqa: ANN401 - fields of Batch
        """Make a batch of these cases; return its number."""
        batch = Batch(
            server=self.server.url,
            user=self.user,
            user_names=self.names,
            name="Test",
            origin=Origin.PASTED,
            recipe=recipe,
            **given,
        )
        number = (await self.backend.save_batch(batch)).number
        rows = tuple(Row(number=place, case_id=str(case)) for place, case in enumerate(cases, 1))
        await self.backend.set_batch_rows(number, rows)
        return number

    async def planned(self, recipe: Recipe, cases: "list[int] | range", **given: Any) -> int:  # noqa: ANN401 - as above
        """Make and plan a batch; return its number."""
        number = await self.made(recipe, cases, **given)
        await self.backend.plan_batch(number)
        await self.until(lambda batch: batch.state is BatchState.PLANNED, number)
        return number

    async def run(self, number: int, *ends: BatchState) -> Batch:
        """Run a batch until it is in one of these states; done or paused by default."""
        before = len(self.news)
        await self.backend.run_batch(number)
        began = (place for place in range(before, len(self.news)) if self.news[place].batch.state is BatchState.RUNNING)
        wanted = ends or (BatchState.DONE, BatchState.PAUSED)
        return await self.until(lambda batch: batch.state in wanted, number, next(began, before))

    async def rows(self, number: int) -> dict[int, Row]:
        """Return the rows by number."""
        return {row.number: row for row in await self.backend.batch_service.batch_rows(number)}
