"""A row that can't be decoded is kept, listed and reported, and affects no other row."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.draft import Doubtful
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import State, UnconfirmedNote
from caseeditor.domain.editing.templates import Template
from caseeditor.domain.local.data_news import DataNews, Unreadable
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.history import History
from caseeditor.services.storage.local_data import LocalData
from tests.services.storage.test_database import SERVER, USER, draft, submission
from tests.support.drafts import save, submit

Change = Callable[[bytes], bytes]
DAMAGE: dict[str, Change] = {
    "cut": lambda body: body[:-5],
    "no JSON": lambda _: b"\x00\xff\xfe no JSON",
    "empty": lambda _: b"",
    "another type": lambda body: body.replace(b'"case_id":"204"', b'"case_id":204'),
    "deep": lambda _: b"[" * 100_000,
}


@pytest.fixture
def news() -> list[DataNews]:
    return []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Save three drafts and two open submissions."""
    store = Store(tmp_path)
    for case_id in ("203", "204", "205"):
        save(store, draft(case_id))
    for case_id in ("301", "302"):
        submit(store, draft(case_id), submission(draft(case_id)))
    store.close()
    return tmp_path


def spoil(folder: Path, table: str, where: str, change: Change) -> bytes:
    """Change the body of a row in a closed file; returns the new body."""
    with closing(sqlite3.connect(folder / "caseeditor.sqlite")) as file, file:
        (body,) = file.execute(f"SELECT CAST(body AS BLOB) FROM {table} WHERE {where}").fetchone()  # noqa: S608 - ours
        bad = change(body)
        file.execute(f"UPDATE {table} SET body = ? WHERE {where}", (bad,))  # noqa: S608 - ours
    return bad


@pytest.fixture
def opened(folder: Path, news: list[DataNews]) -> Iterator[Callable[[], Store]]:
    stores: list[Store] = []

    def opened() -> Store:
        stores.append(Store(folder, tell=news.append))
        return stores[-1]

    yield opened
    for store in stores:
        store.close()


def asides(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if ".corrupt-" in path.name]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_draft_that_cant_be_decoded_is_kept_apart_and_costs_no_other(
    folder: Path, opened: Callable[[], Store], news: list[DataNews], damage: str
) -> None:
    bad = spoil(folder, "draft", "case_id = '204'", DAMAGE[damage])
    store = opened()
    assert {each.case_id for each in store.drafts()} == {"203", "205"}
    assert [each.case_id for each in store.open_submissions()] == ["301", "302"]
    assert store.draft(SERVER, USER, "204") is None
    assert news == [DataNews(unreadable=(Unreadable("draft", "204"),))]
    kept = store.select("SELECT source, server, user, case_id, body FROM unreadable")
    assert kept == [("draft", SERVER, USER, "204", bad)]
    assert asides(folder) == []
    save(store, draft("204", subject="typed anew"))
    store.close()
    again = opened()
    assert {each.case_id for each in again.drafts()} == {"203", "204", "205"}
    assert again.select("SELECT body FROM unreadable") == [(bad,)]
    assert len(news) == 1


def test_a_submission_in_a_state_of_a_newer_version_is_kept_apart_and_the_others_go_on(
    folder: Path, opened: Callable[[], Store], news: list[DataNews]
) -> None:
    spoil(folder, "parcel", "case_id = '301'", lambda body: body.replace(b'"queued"', b'"verifying"'))
    store = opened()
    assert [each.case_id for each in store.open_submissions()] == ["302"]
    assert news == [DataNews(unreadable=(Unreadable("parcel", "301", "before"),))]
    entries = asyncio.run(History(AsyncDatabase(asyncio.to_thread, lambda _: store)).page("301", -1, 0))
    assert [(entry.case_id, entry.state) for entry in entries] == [("301", "unreadable")]
    assert '"state":"verifying"' in entries[0].raw
    assert submit(store, draft("303"), submission(draft("303"))).number == 3


def test_a_row_of_the_history_that_cant_be_decoded_is_shown_as_it_is_and_found(
    folder: Path, opened: Callable[[], Store]
) -> None:
    store = opened()
    for sent in store.open_submissions():
        store.save(msgspec.structs.replace(sent, state=State.STORED))
    store.keep_discarded(draft("401"))
    store.keep_discarded(draft("402"))
    store.close()
    spoil(folder, "parcel", "case_id = '301'", lambda body: body[:-1] + b" palabra")
    spoil(folder, "discarded", "case_id = '401'", lambda _: b"\xff\x00 otra palabra")
    store = opened()
    history = History(AsyncDatabase(asyncio.to_thread, lambda _: store))
    states = {entry.case_id: entry.state for entry in asyncio.run(history.page("", -1, 0))}
    assert states == {"301": "unreadable", "302": "stored", "401": "unreadable", "402": "discarded"}
    assert {entry.case_id for entry in asyncio.run(history.page("palabra", -1, 0))} == {"301", "401"}
    assert {entry.case_id for entry in asyncio.run(history.page("Año", -1, 0))} >= {"302", "402"}
    assert store.select("SELECT count(*) FROM unreadable") == [(0,)]
    asyncio.run(history.clear())
    assert asyncio.run(history.page("", -1, 0)) == ()


def test_what_may_still_land_of_a_row_that_cant_be_decoded_is_known(
    folder: Path, opened: Callable[[], Store], news: list[DataNews]
) -> None:
    sent, kept, closed = (
        UnconfirmedNote("llamar", 5, 1),
        UnconfirmedNote("escribir", 6, 2),
        UnconfirmedNote("otra", 7, 9),
    )
    store = opened()
    first, _ = store.open_submissions()
    store.save(msgspec.structs.replace(first, state=State.SENDING, unconfirmed=(sent,)))
    doubt = Doubtful(first=Snapshot(), current=Snapshot(), attempts=1, unconfirmed=(kept,))
    save(store, msgspec.structs.replace(draft("301"), doubt=doubt))
    other = submit(store, draft("301"), submission(draft("301"), unconfirmed=(closed,)))
    store.save(msgspec.structs.replace(other, state=State.STORED))
    store.close()
    spoil(folder, "parcel", "case_id = '301' AND is_open", lambda body: body.replace(b'"sending"', b'"new"'))
    spoil(folder, "parcel", "case_id = '301' AND NOT is_open", lambda body: body.replace(b'"stored"', b'"new"'))
    store = opened()
    save(store, msgspec.structs.replace(draft("301"), doubt=doubt))
    assert set(store.unconfirmed(SERVER, "301", 99)) == {sent, kept, closed}
    assert store.closed_unconfirmed(SERVER, "301") == ()
    assert len(news) == 1


def test_templates_and_what_was_seen_are_decoded_one_by_one(
    folder: Path, opened: Callable[[], Store], news: list[DataNews]
) -> None:
    store = opened()
    memory = LocalData(AsyncDatabase(asyncio.to_thread, lambda _: store))
    asyncio.run(memory.put_templates((Template(name="uno", note="1"), Template(name="dos", note="2"))))
    asyncio.run(memory.see(SERVER, USER, Case(id="203", subject="Pedido")))
    store.close()
    spoil(folder, "template", "name = 'uno'", lambda body: body[1:])
    spoil(folder, "seen", "case_id = '203'", lambda body: body[1:])
    spoil(folder, "draft", "case_id = '205'", lambda body: body[1:])
    store = opened()
    memory = LocalData(AsyncDatabase(asyncio.to_thread, lambda _: store))
    assert [each.name for each in asyncio.run(memory.templates())] == ["dos"]
    assert asyncio.run(memory.since(SERVER, USER, Case(id="203", subject="Otro", update_date="x"))) is None
    assert {line.case_id for line in asyncio.run(memory.drafts(SERVER, USER))} == {"203", "204"}
    assert news == [DataNews(unreadable=(Unreadable("draft", "205"), Unreadable("template", "", "uno")))]
    asyncio.run(memory.put_templates((Template(name="uno", note="anew"),)))
    assert store.select("SELECT subject FROM unreadable WHERE source = 'template'") == [("uno",)]


def test_a_row_that_another_program_left_and_that_cant_be_decoded_keeps_nobody_from_saving(
    folder: Path, opened: Callable[[], Store], news: list[DataNews]
) -> None:
    store = opened()
    save(store, draft("206"))
    with closing(Store(folder)) as other:
        save(other, draft("207"))
    bad = spoil(folder, "draft", "case_id = '204'", DAMAGE["cut"])
    store.save_draft(draft("204", note_text="hoy"), None)
    assert news == [DataNews(unreadable=(Unreadable("draft", "204"),))]
    assert store.select("SELECT body FROM unreadable") == [(bad,)]
    found = store.find_draft(SERVER, USER, "204").draft
    assert found is not None
    assert found.edit.note_text == "hoy"
