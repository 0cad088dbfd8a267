"""The names of attributes that are remembered, by server."""

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
def shelf(store: Store) -> AsyncDatabase:
    return AsyncDatabase(asyncio.to_thread, lambda _: store)


def remember(shelf: AsyncDatabase, server: str, *names: str) -> None:
    asyncio.run(LocalData(shelf).remember_names(server, names))


def known(shelf: AsyncDatabase, server: str) -> tuple[str, ...]:
    return asyncio.run(LocalData(shelf).names(server))


def test_names_are_remembered_once_and_by_server(shelf: AsyncDatabase) -> None:
    remember(shelf, HERE, "plan", "región", 'note\'s "x" 😀')
    remember(shelf, HERE, "plan", "color")
    remember(shelf, THERE, "other")
    assert known(shelf, HERE) == ("color", 'note\'s "x" 😀', "plan", "región")
    assert known(shelf, THERE) == ("other",)


def test_what_is_known_is_not_written_again(store: Store, shelf: AsyncDatabase) -> None:
    memory = LocalData(shelf)

    async def twice() -> tuple[int, int]:
        await memory.remember_names(HERE, ("plan",))
        first = store.select("SELECT total_changes()")[0][0]
        await memory.remember_names(HERE, ("plan",))
        return first, store.select("SELECT total_changes()")[0][0]

    first, second = asyncio.run(twice())
    assert first == second


def test_of_the_largest_case_some_are_remembered_and_of_a_nasty_name_nothing(shelf: AsyncDatabase) -> None:
    remember(shelf, HERE, "x" * 10_000, *(f"atributo {number:05}" for number in range(10_000)))
    assert len(known(shelf, HERE)) == 499
    assert known(shelf, HERE)[0] == "atributo 00000"


def test_names_that_the_disk_did_not_take_are_tried_again(
    shelf: AsyncDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = LocalData(shelf)

    async def fail(_: object) -> None:
        raise TimeoutError

    async def twice() -> None:
        await memory.names(HERE)
        with monkeypatch.context() as broken:
            broken.setattr(shelf, "do", fail)
            with pytest.raises(TimeoutError):
                await memory.remember_names(HERE, ("plan",))
        await memory.remember_names(HERE, ("plan",))

    asyncio.run(twice())
    assert known(shelf, HERE) == ("plan",)
