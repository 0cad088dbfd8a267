"""Local data: recent cases and drafts of an account, and tabs."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.domain.local.recent import Tab
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.history import History
from caseeditor.services.storage.local_data import LocalData
from caseeditor.services.storage.migrations import STEPS
from tests.services.storage.test_database import DAY, SERVER, USER, Clock, draft, submission
from tests.support.drafts import save
from tests.support.samples import read

T = TypeVar("T")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    kept = Store(tmp_path, clock)
    yield kept
    kept.close()


@pytest.fixture
def database(store: Store) -> AsyncDatabase:
    return AsyncDatabase(asyncio.to_thread, lambda _: store)


def see(
    database: AsyncDatabase, case_id: str, *, user: str = USER, server: str = SERVER, subject: str = "Pedido"
) -> None:
    asyncio.run(LocalData(database).see(server, user, read(id=case_id, subject=subject)))


def seen(database: AsyncDatabase, user: str = USER) -> list[tuple[str, str]]:
    return [(line.case_id, line.subject) for line in asyncio.run(LocalData(database).seen(SERVER, user))]


def test_the_last_opened_case_comes_first_each_once(database: AsyncDatabase) -> None:
    see(database, "1")
    see(database, "2", subject="مرحبا 😀")
    see(database, "1", subject="otro")
    assert seen(database) == [("1", "otro"), ("2", "مرحبا 😀")]


def test_recent_cases_are_private_to_server_and_user(database: AsyncDatabase) -> None:
    see(database, "1")
    see(database, "2", user="bea")
    see(database, "3", server="https://other.example.org")
    assert seen(database) == [("1", "Pedido")]
    assert seen(database, "bea") == [("2", "Pedido")]


def test_a_hundred_recent_cases_are_listed(database: AsyncDatabase) -> None:
    for case_id in range(105):
        see(database, str(case_id))
    assert len(seen(database)) == 100
    assert seen(database)[0] == ("104", "Pedido")


def test_recent_cases_go_with_the_history(database: AsyncDatabase, clock: Clock) -> None:
    see(database, "1")
    clock.now += 91 * DAY
    see(database, "2")
    asyncio.run(database.do(lambda store: store.saw_date(clock.now // 1000)))
    asyncio.run(History(database).clear_old(90))
    assert seen(database) == [("2", "Pedido")]
    asyncio.run(History(database).clear())
    assert seen(database) == []


def test_drafts_are_listed_with_subject_and_when_they_were_saved(store: Store, database: AsyncDatabase) -> None:
    save(store, draft("1"))
    save(store, msgspec.structs.replace(draft("2"), user="bea"))
    saved = save(store, draft("3"))
    lines = asyncio.run(LocalData(database).drafts(SERVER, USER))
    assert [(line.case_id, line.subject) for line in lines] == [("3", "before"), ("1", "before")]
    assert lines[0].when == saved


def test_the_tabs_of_the_version_before_come_back(tmp_path: Path) -> None:
    with contextlib.closing(sqlite3.connect(tmp_path / "caseeditor.sqlite")) as file:
        file.executescript(f"{STEPS[0]};PRAGMA user_version = 1;")
        file.execute("INSERT INTO tab (server, case_id) VALUES (?, '203')", (SERVER,))
        file.commit()
    store = Store(tmp_path)
    assert asyncio.run(LocalData(AsyncDatabase(asyncio.to_thread, lambda _: store)).tabs()) == (Tab(SERVER, "203"),)
    store.close()


def test_tabs_keep_which_cases_were_left(store: Store, database: AsyncDatabase) -> None:
    memory = LocalData(database)
    tabs = (Tab(SERVER, "203", is_left=True), Tab(SERVER, "204", is_active=True), Tab("https://b.example", "203"))
    asyncio.run(memory.set_tabs(tabs))
    assert asyncio.run(memory.tabs()) == tabs
    with store.transaction() as cursor:  # by a version that knows of no left cases
        cursor.execute("DELETE FROM tab")
        cursor.execute("INSERT INTO tab (server, case_id) VALUES (?, '205')", (SERVER,))
    assert asyncio.run(memory.tabs()) == (Tab(SERVER, "205"),)
    asyncio.run(memory.set_tabs((Tab(SERVER, "203"),)))
    assert asyncio.run(memory.tabs()) == (Tab(SERVER, "203"),)


def test_left_cases_that_an_older_version_wrote_again_are_forgotten(store: Store, database: AsyncDatabase) -> None:
    """It rewrites the tabs alone: the agent may have worked there since."""
    memory = LocalData(database)
    asyncio.run(memory.set_tabs((Tab(SERVER, "203", is_left=True), Tab(SERVER, "204", is_active=True))))
    with store.transaction() as cursor:
        cursor.execute("DELETE FROM tab")
        cursor.executemany(
            "INSERT INTO tab (server, case_id, is_active) VALUES (?, ?, ?)", [(SERVER, "204", 0), (SERVER, "203", 1)]
        )
    assert not any(tab.is_left for tab in asyncio.run(memory.tabs()))


def test_the_submissions_since_a_case_was_left_are_those_of_its_user(store: Store, database: AsyncDatabase) -> None:
    memory, tab = LocalData(database), Tab(SERVER, "203", USER, is_left=True)

    def submit(user: str, state: State) -> Submission:
        made = store.submit(mine := msgspec.structs.replace(draft(), user=user), submission(mine), None)
        made = msgspec.structs.replace(made, state=state)
        store.save(made)
        return made

    submit(USER, State.REJECTED)
    first = submit(USER, State.QUEUED)
    asyncio.run(memory.set_tabs((tab,)))
    store.save(first := msgspec.structs.replace(first, state=State.REJECTED))
    second = submit(USER, State.STORED)
    submit("name:eva", State.REJECTED)
    asyncio.run(memory.set_tabs((tab, Tab(SERVER, "204", USER))))
    left = asyncio.run(memory.tabs())[:1]
    assert asyncio.run(memory.since_left(left)) == (first, second)
    assert asyncio.run(memory.since_left(())) == ()


@pytest.mark.parametrize("value", ["", "{", "[1]", "5"])
def test_tabs_are_read_although_the_left_cases_cannot_be(store: Store, database: AsyncDatabase, value: str) -> None:
    asyncio.run(LocalData(database).set_tabs((Tab(SERVER, "203", is_left=True),)))
    with store.transaction() as cursor:
        cursor.execute("UPDATE meta SET value = ? WHERE key = 'left'", (value,))
    assert asyncio.run(LocalData(database).tabs()) == (Tab(SERVER, "203"),)


def test_names_are_offered_while_they_are_still_being_written(store: Store) -> None:
    """An agent types a name right after another case was opened, and the disk is slow."""

    async def play() -> tuple[str, ...]:
        is_writing, may_write = asyncio.Event(), asyncio.Event()
        calls: list[int] = []

        async def slow(work: Callable[[], T]) -> T:
            calls.append(len(calls))
            if len(calls) == len(("read", "write")):
                is_writing.set()
                await may_write.wait()
            return work()

        memory = LocalData(AsyncDatabase(slow, lambda _: store))
        writing = asyncio.create_task(memory.remember_names(SERVER, ("plan",)))
        await is_writing.wait()
        found = await memory.names(SERVER)
        may_write.set()
        await writing
        return found

    assert asyncio.run(play()) == ("plan",)
    assert asyncio.run(LocalData(AsyncDatabase(asyncio.to_thread, lambda _: store)).names(SERVER)) == ("plan",)
