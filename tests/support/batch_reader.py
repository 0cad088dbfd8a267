"""Reads cases for batches from a real server, with the services that it takes; and a server of simple cases."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from caseeditor.demo.responses import Answer
from caseeditor.demo.server import DemoServer, Request
from caseeditor.domain.batch.batch import MOST_ROWS, Batch, Origin
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.plan.recipe import Recipe, ValueRule
from caseeditor.domain.batch.row import Row, RowPlan
from caseeditor.domain.case.reference import Server
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.token_store import Credentials
from caseeditor.services.api.client import Gateway
from caseeditor.services.api.traffic import Traffic
from caseeditor.services.batch.reading import BatchReading
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.log.redaction import Secrets
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.batch.batches import Batches
from caseeditor.services.storage.database import Store

T = TypeVar("T")
Params = list[tuple[str, str]]

PATIENCE = 30.0
QUICK = Timing(reading=5.0, updating=2.0, looks=(0.01,) * 6, second=0.002)
HIGH = Recipe(attributes=(ValueRule(name="prioridad", value="alta"),))
FIRST = 1000


def cases(count: int, **fields: Any) -> dict[int, dict[str, Any]]:  # noqa: ANN401 - any JSON
    """Return cases from FIRST on, of which the odd ones have a priority of *alta*, the even ones of *baja*."""
    return {
        number: {
            "id": number,
            "subject": f"Subject {number}",
            "state": "Arrived",
            "tags": ["lote"],
            "contact": {"id": number, "name": f"Ana {number}"},
            "creation_date": f"2026-01-01T{number % 24:02}:00:00-0300",
            "update_date": "2026-02-01T00:00:00-0300",
            "prioridad": "alta" if number % 2 else "baja",
            **fields,
        }
        for number in range(FIRST, FIRST + count)
    }


class CaseServer(DemoServer):
    """Serves simple cases. `change` may replace the answer to a request; `searches` and `reads` are those answered."""

    def __init__(self, count: int, **fields: Any) -> None:  # noqa: ANN401 - any JSON
        super().__init__(pace=0.01, cases=cases(count, **fields))
        self.change: Callable[[str, Params], Answer | None] = lambda _call, _params: None

    def answer(self, request: Request, params: Params) -> Answer:
        call = request.path.removeprefix("/api/v2/")
        return self.change(call, params) or super().answer(request, params)

    @property
    def calls(self) -> list[str]:
        return [request.path.removeprefix("/api/v2/") for request in self.requests]

    @property
    def searches(self) -> int:
        return self.calls.count("case")

    @property
    def reads(self) -> list[str]:
        return [call.removeprefix("case/") for call in self.calls if call.startswith("case/")]

    @property
    def writes(self) -> list[Request]:
        return [request for request in self.requests if request.method != "GET"]


class Reader:
    """A signed-in account on a data folder, and its reading of cases. Used inside an asyncio loop."""

    def __init__(
        self, folder: Path, url: str, token: str, *, timing: Timing = QUICK, most_rows: int = MOST_ROWS
    ) -> None:
        self.server = Server(url)
        self._folder = folder
        self._token = token
        self._timing = timing
        self._most_rows = most_rows
        self.news: list[BatchNews] = []
        self._changed = asyncio.Event()

    async def __aenter__(self) -> Self:
        self._pool = ThreadPoolExecutor(1)
        traffic = Traffic(self._timing)
        self.gateway = Gateway(timing=self._timing, secrets=Secrets(), traffic=traffic)
        self.gateway.admit(self.server, self._token)
        self.database = AsyncDatabase(self._on_thread, lambda _: Store(self._folder))
        self.accounts = Accounts(self.gateway, Credentials(self._on_thread, 10, wanted=False), self.database)
        self.outbox = Outbox(
            self.gateway, self.accounts, self.database, self._timing, lambda _: None, traffic, may_send=False
        )
        self.batches = Batches(self.database)
        self.reading = BatchReading(
            batches=self.batches,
            database=self.database,
            outbox=self.outbox,
            gateway=self.gateway,
            accounts=self.accounts,
            traffic=traffic,
            timing=self._timing,
            tell=self._on_news,
            most_rows=self._most_rows,
        )
        self.user = await self.accounts.who(self.server)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.reading.close()
        await self.outbox.close(1.0)
        await self.database.close()
        await self.gateway.close()
        self._pool.shutdown()

    def _on_thread(self, work: Callable[[], T], /) -> "asyncio.Future[T]":
        return asyncio.get_running_loop().run_in_executor(self._pool, work)

    def _on_news(self, news: BatchNews) -> None:
        self.news.append(news)
        self._changed.set()

    async def until(self, come: Callable[[BatchNews], bool]) -> BatchNews:
        """Wait for news; return it."""
        async with asyncio.timeout(PATIENCE):
            while True:
                self._changed.clear()
                if found := next((each for each in self.news if come(each)), None):
                    return found
                await self._changed.wait()

    async def made(
        self,
        ids: Iterable[int],
        recipe: Recipe = HIGH,
        *,
        cells: Mapping[int, Mapping[str, str]] | None = None,
        **fields: Any,  # noqa: ANN401 - fields of a batch
    ) -> int:
        """Make a batch of cases; return its number."""
        batch = Batch(
            **{
                "server": self.server.url,
                "user": self.user.key,
                "user_names": self.user.names,
                "origin": Origin.PASTED,
                "recipe": recipe,
                **fields,
            }
        )
        rows = [
            Row(number=number, case_id=str(id_), cells=(cells or {}).get(number, {}))
            for number, id_ in enumerate(ids, 1)
        ]
        return (await self.batches.save(batch, rows)).number

    async def planned(self, number: int) -> Batch:
        """Plan a batch; return it as it is at the end."""
        self.news.clear()
        await self.reading.plan(number)
        return (await self.until(lambda news: news.progress is None)).batch

    async def plans(self, number: int) -> dict[int, RowPlan]:
        """Return the plans by case."""
        return {int(row.case_id): row.plan for row in await self.batches.rows(number)}
