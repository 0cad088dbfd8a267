"""The history of submitted and discarded changes: search and clearing."""

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.delivery.evidence import UNCONFIRMED_FOR
from caseeditor.domain.delivery.submission import UNSEEN, State, UnconfirmedNote
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.recent import Tab
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store, StoreFailed
from caseeditor.services.storage.history import History
from caseeditor.services.storage.local_data import LocalData
from tests.services.storage.test_database import DAY, SERVER, Clock, draft, submission
from tests.support.drafts import drop, save, submit


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


def cases(database: AsyncDatabase, search: str = "") -> list[str]:
    return [entry.case_id for entry in asyncio.run(History(database).page(search, -1, 0))]


def test_it_has_what_was_submitted_and_discarded_the_newest_first(store: Store, database: AsyncDatabase) -> None:
    first = submit(store, draft("1"), submission(draft("1")))
    store.save(msgspec.structs.replace(first, state=State.STORED))
    store.keep_discarded(draft("2"))
    entries = asyncio.run(History(database).page("", 10, 0))
    assert [(entry.case_id, entry.state) for entry in entries] == [("2", "discarded"), ("1", "stored")]
    assert entries[0].draft == draft("2")
    assert entries[1].submission is not None
    assert [entry.case_id for entry in asyncio.run(History(database).page("", 1, 1))] == ["1"]


@pytest.mark.parametrize("wanted", ["100%", "a_b", "!", "Año", "1", 'says "no"', "one\ntwo", "vip", "prioridad"])
def test_it_is_searched_by_id_and_by_any_text(store: Store, database: AsyncDatabase, wanted: str) -> None:
    odd = draft("1", subject='100% a_b ! Año says "no" one\ntwo', tags={"vip": True}, values={"prioridad": "alta"})
    store.keep_discarded(odd)
    store.keep_discarded(draft("2", subject="nothing alike", notes={}, rows={}))
    assert cases(database, wanted) == ["1"]


@pytest.mark.parametrize("wanted", ["state", "edit", "refused", "subject", "notes", "queued", "support"])
def test_a_search_finds_nothing_that_only_the_program_wrote(store: Store, database: AsyncDatabase, wanted: str) -> None:
    submit(store, draft("1"), submission(draft("1")))
    store.keep_discarded(draft("2"))
    assert cases(database, wanted) == []


def test_clearing_what_is_old_leaves_what_is_on_its_way(store: Store, database: AsyncDatabase, clock: Clock) -> None:
    old = submit(store, draft("1"), submission(draft("1")))
    store.save(msgspec.structs.replace(old, state=State.STORED))
    waiting = submit(store, draft("2"), submission(draft("2")))
    store.keep_discarded(draft("3"))
    clock.now += 91 * DAY
    store.saw_date(clock.now // 1000)
    store.keep_discarded(draft("4"))
    asyncio.run(History(database).clear_old(90))
    assert set(cases(database)) == {"2", "4"}
    asyncio.run(History(database).clear())
    assert cases(database) == ["2"]
    assert store.open_submissions() == (waiting,)


@pytest.mark.parametrize("note", ["", UNSEEN])
def test_clearing_leaves_what_tells_apart_the_notes_of_what_is_still_open(
    note: str, store: Store, database: AsyncDatabase, clock: Clock
) -> None:
    unconfirmed_note = UnconfirmedNote("llamar", 5, 1, note)
    for case_id in ("1", "2", "3"):
        closed = submit(store, draft(case_id), submission(draft(case_id), unconfirmed=(unconfirmed_note,)))
        store.save(msgspec.structs.replace(closed, state=State.STORED))
    waiting = submit(store, draft("1"), submission(draft("1")))
    save(store, draft("2"))
    asyncio.run(History(database).clear())
    assert cases(database) == ["1", "3", "2", "1"]
    clock.now += (UNCONFIRMED_FOR + 1) * 1000
    asyncio.run(History(database).clear())
    assert cases(database) == ["1", "2", "1"]
    store.save(msgspec.structs.replace(waiting, state=State.STORED))
    drop(store, draft("2"))
    asyncio.run(History(database).clear())
    assert cases(database) == []


def test_tabs_are_remembered_in_order(database: AsyncDatabase) -> None:
    tabs = (Tab(SERVER, "3", "ana", "Pedido"), Tab(SERVER, "1", "ana", "Ayuda", is_active=True))
    asyncio.run(LocalData(database).set_tabs(tabs))
    assert asyncio.run(LocalData(database).tabs()) == tabs


# The clock used for clearing.


def test_the_computers_clock_alone_deletes_nothing(store: Store, database: AsyncDatabase, clock: Clock) -> None:
    store.keep_discarded(draft("1"))
    clock.now += 400 * DAY
    asyncio.run(History(database).clear_old(90))
    assert cases(database) == ["1"]
    store.saw_date((clock.now - 320 * DAY) // 1000)  # by servers' dates, 80 days have passed
    asyncio.run(History(database).clear_old(90))
    assert cases(database) == ["1"]


def test_a_servers_clock_alone_deletes_nothing(store: Store, database: AsyncDatabase, clock: Clock) -> None:
    store.keep_discarded(draft("1"))
    store.saw_date((clock.now + 400 * DAY) // 1000)
    asyncio.run(History(database).clear_old(90))
    assert cases(database) == ["1"]


def test_what_is_older_than_a_week_after_the_oldest_waits_for_the_next_start(
    store: Store, database: AsyncDatabase, clock: Clock
) -> None:
    for day in range(0, 30, 3):
        store.keep_discarded(draft(str(day)))
        clock.now += 3 * DAY
    clock.now += 365 * DAY
    store.saw_date(clock.now // 1000)
    left = []
    for _ in range(4):
        asyncio.run(History(database).clear_old(90))
        left.append(len(cases(database)))
    assert left == [7, 4, 1, 0]


def test_what_has_to_stay_does_not_keep_what_is_old_from_going(
    store: Store, database: AsyncDatabase, clock: Clock
) -> None:
    closed = submit(store, draft("1"), submission(draft("1"), unconfirmed=(UnconfirmedNote("llamar", 5, 1),)))
    store.save(msgspec.structs.replace(closed, state=State.STORED))
    submit(store, draft("1"), submission(draft("1")))
    clock.now += 20 * DAY
    store.keep_discarded(draft("2"))
    clock.now += 100 * DAY
    store.saw_date(clock.now // 1000)
    asyncio.run(History(database).clear_old(90))
    assert cases(database) == ["1", "1"]


def test_a_clock_that_was_set_back_makes_nothing_look_old(store: Store, database: AsyncDatabase, clock: Clock) -> None:
    now = clock.now
    store.saw_date(now // 1000)
    clock.now -= 200 * DAY
    sent = submit(store, draft("1"), submission(draft("1")))
    store.save(msgspec.structs.replace(sent, state=State.STORED))
    store.keep_discarded(draft("2"))
    clock.now = now
    asyncio.run(History(database).clear_old(90))
    assert set(cases(database)) == {"1", "2"}
    ((began, ended),) = store.select("SELECT began, ended FROM parcel")
    assert min(began, ended) >= now // 1000 * 1000


def test_notes_may_land_for_a_while_by_the_servers_time(store: Store, database: AsyncDatabase, clock: Clock) -> None:
    store.saw_date(clock.now // 1000)
    closed = submit(
        store, draft("3"), submission(draft("3"), unconfirmed=(UnconfirmedNote("llamar", clock.now // 1000, 1),))
    )
    store.save(msgspec.structs.replace(closed, state=State.STORED))
    server = clock.now // 1000
    clock.now += DAY
    asyncio.run(History(database).clear())
    assert cases(database) == ["3"]
    store.saw_date(server + UNCONFIRMED_FOR + 1)
    asyncio.run(History(database).clear())
    assert cases(database) == []


def test_the_newest_date_of_a_server_is_remembered_and_seldom_written(tmp_path: Path, store: Store) -> None:
    store.saw_date(1_900_000_000)
    commits = store.select("SELECT value FROM meta WHERE key = 'commits'")
    for date in (1_900_000_001, 1_900_003_600, 0, 1_800_000_000):
        store.saw_date(date)
    assert store.select("SELECT value FROM meta WHERE key = 'commits'") == commits
    assert store.server_date == 1_900_003_600
    store.saw_date(1_900_003_601)
    store.close()
    again = Store(tmp_path)
    assert again.server_date == 1_900_003_601
    again.saw_date(1_850_000_000)
    assert again.server_date == 1_900_003_601
    again.close()


# Deleted text is gone from disk.


def holding(folder: Path, text: bytes) -> list[str]:
    """Name the files that contain a text."""
    return [path.name for path in folder.iterdir() if text in path.read_bytes()]


def test_what_is_cleared_is_in_no_file(tmp_path: Path, store: Store, database: AsyncDatabase) -> None:
    for number in range(60):
        secret = draft(str(number), notes={1: f"SECRETO-{number} " + "largo " * (number * 30)})
        save(store, secret)
        sent = submit(store, secret, submission(secret))
        store.save(msgspec.structs.replace(sent, state=State.STORED))
        store.keep_discarded(secret)
        other = msgspec.structs.replace(draft(str(number), notes={1: "público " * number}), user="another")
        store.keep_discarded(other)
        submit(store, other, submission(other))
    assert holding(tmp_path, b"SECRETO") == ["caseeditor.sqlite"]
    (tmp_path / "caseeditor.sqlite.corrupt-20260101-000000").write_bytes(b"SECRETO")
    (tmp_path / "caseeditor.sqlite.corrupt-20260101-000000-wal").write_bytes(b"SECRETO")
    (tmp_path / "caseeditor.sqlite.before-5").write_bytes(b"SECRETO")
    asyncio.run(History(database).clear((SERVER, "support")))
    assert set(holding(tmp_path, b"SECRETO")) == {
        "caseeditor.sqlite.corrupt-20260101-000000",
        "caseeditor.sqlite.corrupt-20260101-000000-wal",
        "caseeditor.sqlite.before-5",
    }
    asyncio.run(History(database).clear(with_files=True))
    assert holding(tmp_path, b"SECRETO") == []
    assert sorted(path.name for path in tmp_path.iterdir() if "-" not in path.name) == ["caseeditor.sqlite"]


def test_a_reader_that_keeps_the_log_from_being_emptied_is_told(
    tmp_path: Path, store: Store, database: AsyncDatabase
) -> None:
    store.keep_discarded(draft("1", notes={1: "SECRETO"}))
    with closing(sqlite3.connect(tmp_path / "caseeditor.sqlite")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM discarded").fetchone()
        with pytest.raises(StoreFailed) as failed:
            asyncio.run(History(database).clear())
        assert failed.value.fault is StorageProblem.LOCKED
    asyncio.run(History(database).clear())
    assert holding(tmp_path, b"SECRETO") == []


def test_files_set_aside_and_backups_are_listed_and_go_after_the_same_days(
    tmp_path: Path, store: Store, database: AsyncDatabase, clock: Clock
) -> None:
    for name, days, size in (("corrupt-20260101-000000", 91, 10), ("before-5", 30, 20), ("corrupt-1", 89, 30)):
        for ending in ("", "-wal"):
            path = tmp_path / f"caseeditor.sqlite.{name}{ending}"
            path.write_bytes(b"x" * size)
            moment = clock.now / 1000 - days * 24 * 60 * 60
            os.utime(path, (moment, moment))
    listed = asyncio.run(History(database).files())
    assert [(Path(each.path).name.partition(".sqlite.")[2], each.is_backup, each.size) for each in listed] == [
        ("before-5", True, 40),
        ("corrupt-1", False, 60),
        ("corrupt-20260101-000000", False, 20),
    ]
    assert [each.age // DAY for each in listed] == [30, 89, 91]
    asyncio.run(History(database).clear_old(90))
    assert len(asyncio.run(History(database).files())) == 3
    store.saw_date(clock.now // 1000)
    asyncio.run(History(database).clear_old(90))
    assert [each.age // DAY for each in asyncio.run(History(database).files())] == [30, 89]
    assert not list(tmp_path.glob("*20260101*"))
