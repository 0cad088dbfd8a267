"""Remembered attribute names, per server."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.local_data import LocalData

HERE, THERE = "https://one.example", "https://two.example"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    kept = Store(tmp_path)
    yield kept
    kept.close()


@pytest.fixture
def database(store: Store) -> AsyncDatabase:
    return AsyncDatabase(asyncio.to_thread, lambda _: store)


def remember(database: AsyncDatabase, server: str, *names: str) -> None:
    asyncio.run(LocalData(database).remember_names(server, names))


def known(database: AsyncDatabase, server: str) -> tuple[str, ...]:
    return asyncio.run(LocalData(database).names(server))


def test_names_are_remembered_once_and_by_server(database: AsyncDatabase) -> None:
    remember(database, HERE, "plan", "región", 'note\'s "x" 😀')
    remember(database, HERE, "plan", "color")
    remember(database, THERE, "other")
    assert known(database, HERE) == ("color", 'note\'s "x" 😀', "plan", "región")
    assert known(database, THERE) == ("other",)


def test_what_is_known_is_not_written_again(store: Store, database: AsyncDatabase) -> None:
    memory = LocalData(database)

    async def twice() -> tuple[int, int]:
        await memory.remember_names(HERE, ("plan",))
        first = store.select("SELECT total_changes()")[0][0]
        await memory.remember_names(HERE, ("plan",))
        return first, store.select("SELECT total_changes()")[0][0]

    first, second = asyncio.run(twice())
    assert first == second


def test_of_the_largest_case_some_are_remembered_and_of_a_nasty_name_nothing(database: AsyncDatabase) -> None:
    remember(database, HERE, "x" * 10_000, *(f"atributo {number:05}" for number in range(10_000)))
    assert len(known(database, HERE)) == 499
    assert known(database, HERE)[0] == "atributo 00000"


def test_names_with_control_characters_are_not_remembered(database: AsyncDatabase) -> None:
    good = ("plan", "👨\u200d👩\u200d👧", "می\u200cخواهم")
    remember(database, HERE, "two\nlines", "tab\t", "\x7f", "line\u2028", "half \ud800", "", *good)
    assert sorted(known(database, HERE)) == sorted(good)


def test_names_that_the_disk_did_not_take_are_tried_again(
    database: AsyncDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = LocalData(database)

    async def fail(_: object) -> None:
        raise TimeoutError

    async def twice() -> None:
        await memory.names(HERE)
        with monkeypatch.context() as broken:
            broken.setattr(database, "do", fail)
            with pytest.raises(TimeoutError):
                await memory.remember_names(HERE, ("plan",))
        await memory.remember_names(HERE, ("plan",))

    asyncio.run(twice())
    assert known(database, HERE) == ("plan",)
