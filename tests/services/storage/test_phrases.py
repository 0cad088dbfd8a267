"""Other remembered data: templates and known tags."""

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseeditor.domain.editing.templates import Template
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store, StoreFailed
from caseeditor.services.storage.local_data import LocalData
from caseeditor.services.storage.migrations import STEPS
from tests.services.storage.test_database import SERVER, draft
from tests.support.drafts import save

NASTY = ("", "Año 😀", "\0", "a\nb", "\u202e<b>", "'; DROP TABLE tag; --", "x" * 1_000_000)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    kept = Store(tmp_path)
    yield kept
    kept.close()


@pytest.fixture
def memory(store: Store) -> LocalData:
    return LocalData(AsyncDatabase(asyncio.to_thread, lambda _: store))


@pytest.mark.parametrize("text", NASTY)
def test_a_template_is_kept_exactly(memory: LocalData, text: str) -> None:
    template = Template(f"name {text}", text, (text,), {text: text})
    asyncio.run(memory.put_templates((template,)))
    assert asyncio.run(memory.templates()) == (template,)


def test_a_template_takes_the_place_of_its_name_and_of_the_one_it_had(memory: LocalData) -> None:
    asyncio.run(memory.put_templates((Template("a", "1"), Template("b"))))
    asyncio.run(memory.put_templates((Template("a", "2"),)))
    assert asyncio.run(memory.templates()) == (Template("a", "2"), Template("b"))
    asyncio.run(memory.put_templates((Template("c", "3"),), "a"))
    assert asyncio.run(memory.templates()) == (Template("b"), Template("c", "3"))
    asyncio.run(memory.drop_template("b"))
    assert asyncio.run(memory.templates()) == (Template("c", "3"),)


def test_tags_are_remembered_for_their_server_as_they_are_spelt(memory: LocalData) -> None:
    asyncio.run(memory.remember_tags(SERVER, ("técnico", "Técnico", "vip")))
    asyncio.run(memory.remember_tags(SERVER, ("vip", "nuevo")))
    asyncio.run(memory.remember_tags("https://other", ("ajeno",)))
    asyncio.run(memory.put_templates((Template("t", tags=("de plantilla", "{case.state}")),)))
    assert asyncio.run(memory.tags(SERVER)) == ("Técnico", "de plantilla", "nuevo", "técnico", "vip")


def test_seeing_known_tags_again_leaves_the_disk_alone(memory: LocalData, tmp_path: Path) -> None:
    asyncio.run(memory.remember_tags(SERVER, ("vip",)))
    other = sqlite3.connect(tmp_path / "caseeditor.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asyncio.run(memory.remember_tags(SERVER, ("vip",)))
    with pytest.raises(StoreFailed):
        asyncio.run(memory.remember_tags(SERVER, ("nuevo",)))
    other.close()


def test_the_tags_of_a_server_gone_wild_are_not_remembered_without_end(memory: LocalData) -> None:
    asyncio.run(memory.remember_tags(SERVER, tuple(str(number) for number in range(6_000))))
    asyncio.run(memory.remember_tags(SERVER, ("one more",)))
    assert len(asyncio.run(memory.tags(SERVER))) == 5_000


def test_the_data_of_an_earlier_version_gets_what_is_new(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "caseeditor.sqlite") as file:
        file.executescript(f"BEGIN;{STEPS[0]};PRAGMA user_version = 1;COMMIT;")
    file.close()
    store = Store(tmp_path)
    save(store, draft())
    memory = LocalData(AsyncDatabase(asyncio.to_thread, lambda _: store))
    asyncio.run(memory.put_templates((Template("a"),)))
    assert asyncio.run(memory.templates()) == (Template("a"),)
    assert store.drafts() == (draft(),)
    store.close()
