"""Closing waits for an update that was sent, but not for one that is still connecting."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.draft import NONE_THERE, Draft
from caseeditor.domain.delivery.snapshot import take
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.token_store import Credentials
from caseeditor.services.api.client import Gateway
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.log.redaction import Secrets
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from tests.support.raw_http_server import CASE, Line, RawHttpServer, http

T = TypeVar("T")
DEADLINE = 60.0
PATIENT = Timing(connecting=30, reading=30, updating=30, second=0.01)


class Door:
    """A server that closes each connection after its response, and a name service that may hang."""

    def __init__(self) -> None:
        self.is_shut = False
        self.reads = 0
        self.knocked = asyncio.Event()

    def script(self, line: Line) -> None:
        asked = line.ask()
        if asked.path.endswith("/me"):
            line.send(http(b'{"logged_in": true, "name": "demo"}', close=True))
        else:
            self.reads += 1
            self.is_shut = self.reads == 2  # the outbox has read the case; the update needs a new connection
            line.send(http(CASE, close=True))

    async def look_up(self, *address: Any, **options: Any) -> list[Any]:  # noqa: ANN401 - getaddrinfo's
        if self.is_shut:
            self.knocked.set()
            await asyncio.Event().wait()
        return await asyncio.BaseEventLoop.getaddrinfo(asyncio.get_running_loop(), *address, **options)  # type: ignore[arg-type]


async def closed_while_connecting(folder: Path) -> tuple[list[State], list[str]]:
    """Submit a note and close while the update connects; return the states on disk and the requests sent."""
    door, loop = Door(), asyncio.get_running_loop()
    loop.getaddrinfo = door.look_up  # type: ignore[method-assign]  # as the worker sets it
    with RawHttpServer(door.script) as stub, ThreadPoolExecutor(1) as pool:

        def executor(work: Callable[[], T], /) -> Awaitable[T]:
            return loop.run_in_executor(pool, work)

        server = Server(stub.url.replace("127.0.0.1", "localhost"))
        gateway, database = Gateway(timing=PATIENT, secrets=Secrets()), AsyncDatabase(executor, lambda _: Store(folder))
        accounts = Accounts(gateway, Credentials(executor, 10, wanted=False), database)
        outbox = Outbox(gateway, accounts, database, PATIENT, lambda _: None)
        await outbox.start()
        user = (await accounts.sign_in(server, "token", keep=False)).user.key
        reading, edit = await gateway.read_case(server, "203"), Edit(notes={1: "llamar mañana"})
        draft = Draft(server=server.url, user=user, case_id="203", edit=edit, base=take(reading, edit))
        await outbox.submit(draft, reading.case, NONE_THERE)
        async with asyncio.timeout(60):
            await door.knocked.wait()
        async with asyncio.timeout(10):
            await outbox.close(DEADLINE)
        await gateway.close()
        kept = await database.do(lambda store: store.open_submissions())
        await database.close()
        return [submission.state for submission in kept], [asked.method for asked in stub.asked]


def test_an_update_that_is_only_connecting_is_not_waited_for_and_waits_on_disk(tmp_path: Path) -> None:
    states, asked = asyncio.run(closed_while_connecting(tmp_path / "data"))
    assert states == [State.QUEUED]
    assert "POST" not in asked
