"""An update that hangs before it is sent stays pending, without doubt, if it is stopped or the program closes."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest

from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.draft import NONE_THERE, Draft
from caseeditor.domain.delivery.snapshot import Snapshot, take
from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.token_store import Credentials
from caseeditor.services.api.client import Gateway
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.log.redaction import Secrets
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store, StoreFailed
from tests.services.accounts.test_token_store import Thread
from tests.services.client import TYPED
from tests.support.drafts import save
from tests.support.raw_http_server import CASE, Line, RawHttpServer, http

T = TypeVar("T")
TIMING = Timing(reading=5, updating=5, looks=(0.02,), second=0.02)
ME = b'{"success": true, "logged_in": true, "name": "support"}'


def one_call_a_line(line: Line) -> None:
    asked = line.ask()
    line.send(http(ME if asked.path.endswith("/me") else CASE, close=True))


class Names:
    """Replaces the name service of the worker's loop; hangs on demand."""

    def __init__(self) -> None:
        self.is_hanging = False
        self.asked = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._look_up = self._loop.getaddrinfo
        self._loop.getaddrinfo = self._hang_or_not  # type: ignore[method-assign]

    async def _hang_or_not(self, *address: Any, **options: Any) -> Any:  # noqa: ANN401 - getaddrinfo's
        if self.is_hanging:
            self.asked.set()
            await asyncio.Event().wait()
        return await self._look_up(*address, **options)


class Waiting:
    """A submission whose update hangs while its server's name is looked up."""

    def __init__(
        self, outbox: Outbox, submission: Submission, heard: "asyncio.Queue[SubmissionUpdate]", names: Names
    ) -> None:
        self.outbox = outbox
        self.submission = submission
        self.heard = heard
        self.names = names

    async def until(self, state: State) -> None:
        while (await self.heard.get()).submission.state is not state:
            pass


def waiting(folder: Path, work: Callable[[Waiting], Coroutine[Any, Any, T]]) -> T:
    async def main() -> T:
        heard, names = asyncio.Queue[SubmissionUpdate](), Names()
        server = Server(stub.url)
        gateway, database = Gateway(timing=TIMING, secrets=Secrets()), AsyncDatabase(executor, lambda _: Store(folder))
        accounts = Accounts(gateway, Credentials(executor, 10, wanted=False), database)

        def tell(news: SubmissionUpdate) -> None:
            names.is_hanging = news.submission.state is State.SENDING
            heard.put_nowait(news)

        outbox = Outbox(gateway, accounts, database, TIMING, tell)
        try:
            async with asyncio.timeout(60):
                await accounts.sign_in(server, TYPED, keep=False)
                reading = await gateway.read_case(server, "203")
                edit = Edit(notes={1: "llamar"})
                draft = Draft(
                    server=server.url, user="name:support", case_id="203", edit=edit, base=take(reading, edit)
                )
                found = Waiting(outbox, await outbox.submit(draft, reading.case, NONE_THERE), heard, names)
                await names.asked.wait()
                return await work(found)
        finally:
            await outbox.close(0.2)
            await database.close()
            await gateway.close()

    executor = Thread()
    with executor.pool, RawHttpServer(one_call_a_line, name="localhost") as stub:
        ended = asyncio.run(main())
        assert not [asked for asked in stub.asked if asked.method == "POST"]
        return ended


def kept(folder: Path) -> list[tuple[State, int]]:
    """List the pending submissions on disk, with the number of attempts that may have arrived."""
    with contextlib.closing(Store(folder)) as store:
        return [(submission.state, submission.attempts) for submission in store.open_submissions()]


def test_closing_leaves_it_as_one_that_was_never_sent(tmp_path: Path) -> None:
    async def work(_: Waiting) -> None:
        pass

    waiting(tmp_path / "data", work)
    assert kept(tmp_path / "data") == [(State.QUEUED, 0)]


def test_stopping_it_leaves_no_doubt(tmp_path: Path) -> None:
    async def work(found: Waiting) -> list[State]:
        await found.until(State.SENDING)
        await found.outbox.stop_waiting(found.submission)
        return [(await found.heard.get()).submission.state]

    assert waiting(tmp_path / "data", work) == [State.QUEUED]


def test_parts_are_on_disk_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, put = Store(tmp_path / "data"), Store._put_submission  # noqa: SLF001 - where the disk fails
    draft = Draft(server="s", user="u", case_id="1", edit=Edit(rows={1: Row("a", "b")}), base=Snapshot())
    submission = Submission(server="s", user="u", case_id="1", edit=draft.edit, base=draft.base)
    save(store, draft)

    def full(self: Store, cursor: Any, each: Submission) -> None:  # noqa: ANN401 - sqlite3's
        if each.number == 2:
            raise OSError(28, "full")
        put(self, cursor, each)

    with monkeypatch.context() as failing:
        failing.setattr(Store, "_put_submission", full)
        with pytest.raises(StoreFailed):
            store.submit_all(draft, (submission, submission), NONE_THERE)
    assert store.open_submissions() == ()
    assert store.drafts() == (draft,)
    made = store.submit_all(
        draft, (submission, msgspec.structs.replace(submission, edit=Edit(subject="x"))), NONE_THERE
    )
    assert [(each.number, each.edit) for each in store.open_submissions()] == [(1, draft.edit), (2, Edit(subject="x"))]
    assert made == store.open_submissions()
    assert store.drafts() == ()
    store.close()
