"""Values of attributes: learned from cases, counted once a case, for each account, and cleared with the history."""

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseeditor.domain.case.model import Attribute, Case
from caseeditor.domain.case.user import User
from caseeditor.domain.local.learned_values import LearnedValues
from caseeditor.services.accounts import identities
from caseeditor.services.storage import learned_cases
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.attribute_values import AttributeValues
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.history import History
from caseeditor.services.storage.migrations import MAIN
from caseeditor.services.storage.salvage import salvage

SERVER, OTHER, ANA, BEA = "https://one.example", "https://two.example", "id:1", "id:2"
NAME = "caseeditor.sqlite"
DAY = 24 * 60 * 60 * 1000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    kept = Store(tmp_path)
    yield kept
    kept.close()


@pytest.fixture
def database(store: Store) -> AsyncDatabase:
    return AsyncDatabase(asyncio.to_thread, lambda _: store)


def case(id_: int, **values: str) -> Case:
    return Case(id=str(id_), attributes={name: Attribute(name, text) for name, text in values.items()})


def learn(database: AsyncDatabase, *cases: Case, user: str = ANA, server: str = SERVER) -> None:
    async def run() -> None:
        values = AttributeValues(database)
        values.learn(server, user, cases)
        await values.close()

    asyncio.run(run())


def known(database: AsyncDatabase, name: str = "prioridad", user: str = ANA, server: str = SERVER) -> LearnedValues:
    return asyncio.run(AttributeValues(database).of(server, user, name))


def counts(database: AsyncDatabase, name: str = "prioridad", user: str = ANA, server: str = SERVER) -> dict[str, int]:
    return {each.text: each.cases for each in known(database, name, user, server).values}


def everything(store: Store) -> str:
    """Return all that is on disk of learned values."""
    return str(store.select("SELECT name, kind, value FROM learned"))


def test_a_case_counts_once_however_often_it_is_read(database: AsyncDatabase) -> None:
    for _ in range(3):
        learn(database, case(1, prioridad="alta"), case(2, prioridad="alta"), case(3, prioridad="baja"))
    assert counts(database) == {"alta": 2, "baja": 1}


def test_a_case_that_changed_counts_for_its_new_value_alone(database: AsyncDatabase) -> None:
    learn(database, case(1, prioridad="alta", plan="Plus"), case(2, prioridad="alta"))
    learn(database, case(1, prioridad="baja", plan="Plus"))
    assert counts(database) == {"alta": 1, "baja": 1}
    learn(database, case(2, prioridad="baja"))
    assert counts(database) == {"baja": 2}
    assert counts(database, "plan") == {"Plus": 1}


def test_a_page_without_attributes_takes_nothing_away(database: AsyncDatabase) -> None:
    learn(database, case(1, prioridad="alta"))
    learn(database, case(1))
    assert counts(database) == {"alta": 1}


def test_accounts_and_servers_have_values_of_their_own(database: AsyncDatabase) -> None:
    learn(database, case(1, prioridad="alta"))
    learn(database, case(1, prioridad="baja"), user=BEA)
    learn(database, case(1, prioridad="media"), server=OTHER)
    assert counts(database) == {"alta": 1}
    assert counts(database, user=BEA) == {"baja": 1}
    assert counts(database, server=OTHER) == {"media": 1}


def test_persons_data_is_on_disk_as_a_shape_alone(database: AsyncDatabase, store: Store) -> None:
    learn(database, case(1, correo="ana@mail.example", tel="+54 11 4321-0000", nacida="28/11/1980"))
    assert known(database, "correo").shapes == ("aaa@aaa.aaa",)
    assert known(database, "nacida").forms == ("dd/MM/yyyy",)
    assert not any(part in everything(store) for part in ("ana", "mail", "4321", "1980"))


def test_a_name_with_more_than_50_values_keeps_their_shapes_alone(database: AsyncDatabase, store: Store) -> None:
    learn(database, *(case(n, cliente=f"Ana {'x' * n}") for n in range(1, 51)))
    assert len(counts(database, "cliente")) == 50
    learn(database, case(51, cliente="Eva y"))
    assert known(database, "cliente").values == ()
    assert known(database, "cliente").shapes == ("aaa aaa",)
    assert "Ana" not in everything(store)
    assert "Eva" not in everything(store)
    learn(database, case(52, cliente="Luis z"), case(1, cliente="Ana x"))
    assert known(database, "cliente").values == ()
    assert known(database, "cliente").has_seen("Otra persona")
    assert not known(database, "cliente").has_seen("Otra-persona")


def test_shapes_are_bounded_too(database: AsyncDatabase) -> None:
    learn(database, *(case(n, ref="-" * n + "123456") for n in range(1, 90)))
    assert len(known(database, "ref").shapes) == 50


def test_the_values_of_an_account_are_bounded(database: AsyncDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned_cases, "_MOST_VALUES", 3)
    learn(database, case(1, a="1", b="2", c="3", d="4"))
    assert [bool(counts(database, name)) for name in "abcd"] == [True, True, True, False]
    learn(database, case(2, a="1"))
    assert counts(database, "a") == {"1": 2}


def test_of_many_cases_those_read_longest_ago_are_forgotten(
    database: AsyncDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learned_cases, "_MOST_CASES", 2)
    for number, value in enumerate(("alta", "baja", "media"), 1):
        learn(database, case(number, prioridad=value))
    assert len(counts(database)) == 2


def test_known_values_are_not_written_again(database: AsyncDatabase, store: Store) -> None:
    def changes() -> int:
        return int(store.select("SELECT total_changes()")[0][0])

    learn(database, case(1, prioridad="alta", correo="a@b.example", partes=""))
    before = changes()
    learn(database, case(1, prioridad="alta", correo="a@b.example", partes=""))
    assert changes() == before > 0


def test_clearing_the_history_clears_the_values_of_that_user(database: AsyncDatabase, store: Store) -> None:
    learn(database, case(1, prioridad="alta"))
    learn(database, case(1, prioridad="baja"), user=BEA)
    learn(database, *(case(n, cliente=f"cliente {n}") for n in range(2, 60)))
    asyncio.run(History(database).clear((SERVER, ANA)))
    assert (counts(database), counts(database, user=BEA)) == ({}, {"baja": 1})
    asyncio.run(History(database).clear(None))
    assert everything(store) == "[]"


def test_cases_not_read_for_as_long_as_the_history_is_kept_no_longer_count(
    database: AsyncDatabase, store: Store
) -> None:
    learn(database, case(1, prioridad="alta"), case(2, prioridad="alta"), case(3, prioridad="baja"))
    store.saw_date(store.now() // 1000)
    with store.transaction() as cursor:
        cursor.execute("UPDATE learned_case SET read = read - ? WHERE id <> '2'", (91 * DAY,))
    asyncio.run(History(database).clear_old(90))
    assert counts(database) == {"alta": 1}


def test_values_follow_an_account_to_its_key_and_two_accounts_are_not_mixed(
    database: AsyncDatabase, store: Store
) -> None:
    learn(database, case(1, prioridad="alta"))
    identities.claim(store, SERVER, ANA, User(key=BEA))
    assert (counts(database), counts(database, user=BEA)) == ({}, {"alta": 1})
    learn(database, case(1, prioridad="baja"))
    identities.claim(store, SERVER, ANA, User(key=BEA))
    assert (counts(database), counts(database, user=BEA)) == ({}, {"alta": 1})


def test_values_follow_a_server_that_moved(database: AsyncDatabase, store: Store) -> None:
    learn(database, case(1, prioridad="alta"))
    store.move_server(SERVER, OTHER)
    assert counts(database, server=OTHER) == {"alta": 1}
    learn(database, case(1, prioridad="baja"))
    store.move_server(SERVER, OTHER)
    assert counts(database, server=OTHER) == {"alta": 1}
    assert counts(database) == {}


def test_a_disk_that_takes_nothing_costs_the_values_and_no_close(database: AsyncDatabase, store: Store) -> None:
    other = sqlite3.connect(store.folder / NAME, isolation_level=None)
    store.wait_for_others(50)
    other.execute("BEGIN IMMEDIATE")
    learn(database, case(1, prioridad="alta"))
    other.close()
    assert counts(database) == {}
    learn(database, case(1, prioridad="alta"))
    assert counts(database) == {"alta": 1}


def test_closing_does_not_write_all_pages_that_wait(database: AsyncDatabase) -> None:
    async def run() -> None:
        values = AttributeValues(database)
        for number in range(1, 101):
            values.learn(SERVER, ANA, (case(number, prioridad="alta"),))
        await values.close()

    asyncio.run(run())
    assert counts(database) == {"alta": 1}


def test_a_row_that_cannot_be_decoded_is_counted_anew(database: AsyncDatabase, store: Store) -> None:
    learn(database, case(1, prioridad="alta"))
    with store.transaction() as cursor:
        cursor.execute("UPDATE learned_case SET numbers = x'ff00'")
    learn(database, case(1, prioridad="alta"))
    assert known(database).has_seen("alta")


def test_values_are_learned_again_after_damage(database: AsyncDatabase, store: Store, tmp_path: Path) -> None:
    learn(database, case(1, prioridad="alta"))
    store.close()
    salvage(tmp_path / NAME, tmp_path / "new.sqlite", MAIN)
    with sqlite3.connect(tmp_path / "new.sqlite") as file:
        assert file.execute("SELECT value FROM learned UNION SELECT id FROM learned_case").fetchall() == []
    file.close()


@pytest.mark.parametrize("numbers", [b"[]", b"\xff\x00", b'["1", null]', b"{"])
def test_values_that_no_case_refers_to_go_with_the_old_cases(
    database: AsyncDatabase, store: Store, numbers: bytes
) -> None:
    learn(database, *(case(number, prioridad="alta", plan="Plus") for number in (1, 2)), case(3, prioridad="baja"))
    store.saw_date(store.now() // 1000)
    with store.transaction() as cursor:
        cursor.execute("UPDATE learned_case SET read = read - ? WHERE id = '1'", (91 * DAY,))
        cursor.execute("UPDATE learned_case SET numbers = ? WHERE id = '2'", (numbers,))
    asyncio.run(History(database).clear_old(90))
    assert counts(database) == {"baja": 1}
    assert counts(database, "plan") == {}


def test_clearing_everything_counts_no_case_down(
    database: AsyncDatabase, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn(database, case(1, prioridad="alta"), case(2, prioridad="alta"))
    counted: list[object] = []
    monkeypatch.setattr(learned_cases, "_uncount", lambda *each: counted.append(each))
    asyncio.run(History(database).clear())
    assert (counted, everything(store)) == ([], "[]")
