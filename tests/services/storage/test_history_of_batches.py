"""Batches in the history: one entry each, among the others by time; cleared with it."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.batch.batch import Batch, BatchState
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.row import Outcome
from caseeditor.domain.delivery.guard import BatchMark
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.local.history_entry import BATCH, HistoryEntry
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.batch.batches import Batches
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.history import History
from tests.services.storage.test_database import DAY, SERVER, USER, Clock, draft, submission
from tests.support.batches import NAME, batch, row

replace = msgspec.structs.replace


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    kept = Store(tmp_path, clock)
    yield kept
    kept.close()


@pytest.fixture
def history(store: Store) -> History:
    return History(AsyncDatabase(asyncio.to_thread, lambda _: store))


def ended(store: Store, **fields: object) -> Batch:
    """Save a batch that ended now, with two rows."""
    now = store.now()
    done = batch(**{"server": SERVER, "user": USER, "state": BatchState.DONE, "began": now, "ended": now, **fields})
    return store.batches.save(done, [row(1, outcome=Outcome.STORED), row(2, outcome=Outcome.MOVED)])


def titles(history: History, search: str = "", count: int = -1, index: int = 0) -> list[str]:
    return [entry.case_id or entry.subject for entry in asyncio.run(history.page(search, count, index))]


def test_an_ended_batch_is_one_entry_and_its_submissions_are_none(store: Store, history: History) -> None:
    store.keep_discarded(draft("1"))
    made = ended(store, user_names=("Ana",), ids_text="1001")
    for number in (1, 2):
        mark = BatchMark(batch=made.number, row=number)
        (sent,) = store.insert_rows([submission(draft(str(1000 + number)), batch=mark)])
        store.save(replace(sent, state=State.STORED))
    store.keep_discarded(draft("2"))
    entries = asyncio.run(history.page("", 10, 0))
    assert entries[1] == HistoryEntry(
        SERVER, USER, "", "Close old ones", BATCH, made.began, name="Ana", batch=replace(made, ids_text="")
    )
    assert [entry.case_id for entry in entries] == ["2", "", "1"]
    assert titles(history, "before") == ["2", "1"]  # the subject of all submissions


def test_batches_that_have_not_ended_are_in_no_history(store: Store, history: History) -> None:
    for state in (BatchState.DRAFT, BatchState.PLANNED, BatchState.RUNNING, BatchState.PAUSED):
        store.batches.save(batch(server=SERVER, user=USER, state=state), [row(1)])
    assert titles(history) == []


def test_pages_of_any_size_are_those_of_the_whole(store: Store, history: History) -> None:
    for number in range(12):
        if number % 3 == 1:
            ended(store, name=f"batch {number}")
        else:
            store.keep_discarded(draft(str(number)))
    whole = titles(history)
    assert whole == [f"batch {number}" if number % 3 == 1 else str(number) for number in reversed(range(12))]
    for size in (1, 2, 3, 5, 12, 20):
        pages = [titles(history, "", size, index) for index in range(0, 24, size)]
        assert [each for page in pages for each in page] == whole, size


@pytest.mark.parametrize("search", ["viejos", "VIEJOS", "migración", "gracias por", "escrito", "1002"])
def test_a_batch_is_found_by_name_reason_notes_and_cases(store: Store, history: History, search: str) -> None:
    recipe = Recipe(notes=("Gracias por escribir",), note_text="sin escrito")
    ended(store, name="Cerrar viejos", reason="Migración", recipe=recipe)
    store.batches.save(batch(server=SERVER, user=USER, state=BatchState.DONE, name="another"), [row(7)])
    assert titles(history, search) == ["Cerrar viejos"]
    assert titles(history, "nothing alike") == []


def test_only_the_batches_of_a_user_are_in_the_users_history(store: Store, history: History) -> None:
    ended(store, name="mine")
    ended(store, name="theirs", user="another")
    assert [entry.subject for entry in asyncio.run(history.page("", 9, 0, (SERVER, USER)))] == ["mine"]


def test_the_whole_history_has_the_rows_of_batches(store: Store, history: History) -> None:
    ended(store)
    (entry,) = asyncio.run(history.whole(""))
    assert entry.batch_rows == (row(1, outcome=Outcome.STORED), row(2, outcome=Outcome.MOVED))
    (entry,) = asyncio.run(history.page("", 9, 0))
    assert entry.batch_rows == ()


def test_clearing_deletes_ended_batches_of_the_user_or_of_all_from_the_disk(
    tmp_path: Path, store: Store, history: History
) -> None:
    ended(store, reason="SECRETO", ids_text="SECRETO")
    theirs = ended(store, user="another")
    open_ones = [
        store.batches.save(batch(server=SERVER, user=USER, state=state))
        for state in (BatchState.DRAFT, BatchState.PLANNED, BatchState.RUNNING, BatchState.PAUSED)
    ]
    asyncio.run(history.clear((SERVER, USER)))
    assert titles(history) == ["Close old ones"]
    assert not any(b"SECRETO" in path.read_bytes() for path in tmp_path.iterdir())
    asyncio.run(history.clear())
    assert store.batches.find(theirs.number) is None
    assert store.batches.of(SERVER, USER) == tuple(reversed(open_ones))


def test_old_batches_go_by_their_end(store: Store, history: History, clock: Clock) -> None:
    ended(store, name="old")
    draft_ = store.batches.save(batch(server=SERVER, user=USER, state=BatchState.DRAFT))
    clock.now += 50 * DAY
    ended(store, name="new", began=1)
    clock.now += 41 * DAY
    asyncio.run(history.clear_old(90))
    assert set(titles(history)) == {"new", "old"}  # until a server's time is known
    store.saw_date(clock.now // 1000)
    asyncio.run(history.clear_old(90))
    assert titles(history) == ["new"]
    assert store.batches.find(draft_.number) == draft_


def test_a_damaged_file_of_batches_is_listed_and_deleted_with_the_others(tmp_path: Path, history: History) -> None:
    aside = tmp_path / f"{NAME}.corrupt-20260101-000000"
    for path in (aside, aside.with_name(f"{aside.name}-wal")):
        path.write_bytes(b"x" * 10)
        os.utime(path, (0, 0))
    (listed,) = asyncio.run(history.files())
    assert (listed.path, listed.is_backup, listed.size) == (str(aside), False, 20)
    asyncio.run(history.clear(with_files=True))
    assert asyncio.run(history.files()) == ()


def test_the_history_does_without_the_batches_of_a_newer_version(store: Store, history: History) -> None:
    ended(store)
    store.keep_discarded(draft("1"))
    store.batches._connection.execute("PRAGMA user_version = 99")  # noqa: SLF001 - as a newer version writes
    store.batches.close()
    assert titles(history) == ["1"]
    store.move_server(SERVER, "https://new.example")


def test_batches_follow_a_server_that_moves(store: Store) -> None:
    made = ended(store)
    store.move_server(SERVER, "https://new.example")
    assert store.batches.of("https://new.example", USER) == (replace(made, server="https://new.example"),)


def test_a_batch_is_saved_under_the_current_key_of_its_account(store: Store) -> None:
    store.become(SERVER, ["token:1"], "id:7")
    batches = Batches(AsyncDatabase(asyncio.to_thread, lambda _: store))
    made = asyncio.run(batches.save(batch(server=SERVER, user="token:1"), [row(1)]))
    assert made.user == "id:7"
    assert asyncio.run(batches.of(SERVER, "token:1")) == (made,)
    made = asyncio.run(batches.replace_rows(made, [row(1), row(2)]))
    assert asyncio.run(batches.find(made.number)) == made
    assert asyncio.run(batches.rows(made.number)) == (row(1), row(2))
    assert asyncio.run(batches.unfinished()) == ()
    asyncio.run(batches.drop(made.number))
    assert asyncio.run(batches.find(made.number)) is None
