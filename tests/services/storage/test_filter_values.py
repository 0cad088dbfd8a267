"""Values of filters: learned from cases, kept for each account, in a table that an older program does without."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caseeditor.app import build_backend
from caseeditor.domain.case.model import Campaign, Case
from caseeditor.domain.local.seen_values import CAMPAIGN, SOURCE, STATE, TAG, SeenValue
from caseeditor.domain.local.settings import Settings
from caseeditor.domain.timeouts import Timing
from caseeditor.services.log.redaction import Secrets
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.attribute_values import AttributeValues
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.filter_values import FilterValues
from caseeditor.services.storage.migrations import ADDED_TABLES, MAIN, STEPS, VERSION
from caseeditor.services.storage.salvage import salvage

SERVER, ANA, BEA = "https://one.example", "id:1", "id:2"
NAME = "caseeditor.sqlite"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    kept = Store(tmp_path)
    yield kept
    kept.close()


@pytest.fixture
def database(store: Store) -> AsyncDatabase:
    return AsyncDatabase(asyncio.to_thread, lambda _: store)


def learn(database: AsyncDatabase, user: str, *cases: Case) -> None:
    async def run() -> None:
        values = FilterValues(database)
        values.learn(SERVER, user, cases)
        await values.close()

    asyncio.run(run())


def known(database: AsyncDatabase, user: str, kind: str) -> list[str]:
    found = asyncio.run(FilterValues(database).of(SERVER, user))
    return [each.value for each in found.of(kind)]


def test_values_are_learned_from_cases_and_kept_by_account(database: AsyncDatabase) -> None:
    learn(database, ANA, Case(state="Arrived", source="email", tags=("vip", "señal 😀"), campaign=Campaign("2", "gg")))
    learn(database, ANA, Case(state="Assigned", source="email"))
    assert known(database, ANA, STATE) == ["Arrived", "Assigned"]
    assert known(database, ANA, SOURCE) == ["email"]
    assert known(database, ANA, TAG) == ["señal 😀", "vip"]
    assert asyncio.run(FilterValues(database).of(SERVER, ANA)).of(CAMPAIGN) == (SeenValue("2", "gg"),)
    assert known(database, BEA, STATE) == []


def test_a_campaign_that_was_renamed_has_its_new_name(database: AsyncDatabase) -> None:
    learn(database, ANA, Case(campaign=Campaign("2", "gg")))
    learn(database, ANA, Case(campaign=Campaign("2", "Ventas")))
    assert asyncio.run(FilterValues(database).of(SERVER, ANA)).label(CAMPAIGN, "2") == "Ventas"


@pytest.mark.parametrize("value", ["", " ", '{"a": 1}', "[1]", "two\nlines", "x" * 201])
def test_what_cannot_be_typed_as_a_filter_is_not_learned(database: AsyncDatabase, value: str) -> None:
    learn(database, ANA, Case(state=value, tags=(value, "ok")))
    assert (known(database, ANA, STATE), known(database, ANA, TAG)) == ([], ["ok"])


def test_of_a_server_gone_wild_10_000_values_are_kept(database: AsyncDatabase) -> None:
    learn(database, ANA, Case(tags=tuple(f"tag {number}" for number in range(12_000))))
    learn(database, ANA, Case(tags=("one more",)))
    assert len(known(database, ANA, TAG)) == 10_000


def test_known_values_are_not_written_again(store: Store, database: AsyncDatabase) -> None:
    async def run() -> tuple[int, int]:
        values = FilterValues(database)
        counts = []
        for _ in range(2):
            values.learn(SERVER, ANA, (Case(state="Arrived"),))
            await values.close()
            counts.append(store.select("SELECT total_changes()")[0][0])
        return counts[0], counts[1]

    first, second = asyncio.run(run())
    assert first == second > 0


def test_values_that_the_disk_does_not_take_are_learned_again(
    database: AsyncDatabase, store: Store, start: Callable[[], Store]
) -> None:
    other = sqlite3.connect(store.folder / NAME, isolation_level=None)
    store.wait_for_others(50)
    other.execute("BEGIN IMMEDIATE")
    learn(database, ANA, Case(state="Arrived"))
    other.close()
    assert known(database, ANA, STATE) == []
    learn(database, ANA, Case(state="Arrived"))
    assert known(AsyncDatabase(asyncio.to_thread, lambda _: start()), ANA, STATE) == ["Arrived"]


def test_a_fault_of_another_kind_costs_the_values_and_no_close(database: AsyncDatabase) -> None:
    learn(database, ANA, Case(state="half \ud800"))  # SQLite rejects half a character
    assert known(database, ANA, STATE) == []
    learn(database, ANA, Case(state="Arrived"))
    assert known(database, ANA, STATE) == ["Arrived"]


def test_a_learner_that_fails_leaves_no_database_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No fault of the learner is known: this one is made up."""
    closed: list[object] = []
    close, close_values = Store.close, AttributeValues.close

    def record(store: Store) -> None:
        close(store)
        closed.append(store)

    async def record_values(values: AttributeValues) -> None:
        await close_values(values)
        closed.append(values)

    async def fail(_: FilterValues) -> None:
        raise RuntimeError

    monkeypatch.setattr(Store, "close", record)
    monkeypatch.setattr(AttributeValues, "close", record_values)
    monkeypatch.setattr(FilterValues, "close", fail)

    async def run() -> None:
        backend = build_backend(Settings(), Timing(), Secrets(), tmp_path, lambda _: None, is_demo=True)
        await backend.begin()
        with pytest.raises(RuntimeError):
            await backend.close(1)

    asyncio.run(run())
    assert [type(each) for each in closed] == [AttributeValues, Store]


# The table.


def test_a_file_without_the_table_gets_it_and_keeps_its_version(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / NAME) as file:
        file.executescript(f"BEGIN;{';'.join(STEPS)};PRAGMA user_version = {VERSION};COMMIT;")
    file.close()
    Store(tmp_path).close()
    with sqlite3.connect(tmp_path / NAME) as file:
        names = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
        assert file.execute("PRAGMA user_version").fetchone() == (VERSION,)
    file.close()
    assert names.issuperset(ADDED_TABLES)
    assert [path.name for path in tmp_path.glob("*before*")] == []


def test_the_table_raises_no_version_that_an_older_program_would_reject() -> None:
    assert VERSION == 9, "the version before the table; a further step of the schema changes this number"


def test_values_survive_a_damaged_file(database: AsyncDatabase, store: Store, tmp_path: Path) -> None:
    learn(database, ANA, Case(state="Arrived"))
    store.close()
    salvage(tmp_path / NAME, tmp_path / "new.sqlite", MAIN)
    with sqlite3.connect(tmp_path / "new.sqlite") as file:
        assert file.execute("SELECT value FROM filter_value WHERE kind = 'state'").fetchall() == [("Arrived",)]
    file.close()
