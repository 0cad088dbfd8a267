"""The data file is replaced at run time: pending submissions are saved again, and the new file's data stays."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Protocol

import msgspec
import pytest

from caseeditor.domain.delivery.submission import State, Submission, UnconfirmedNote
from caseeditor.domain.local.data_news import DataNews
from caseeditor.services.storage import connections, data_file
from caseeditor.services.storage.database import Store, StoreFailed
from tests.services.storage.test_database import SERVER, USER, draft, submission
from tests.support.drafts import save, submit

NAME = "caseeditor.sqlite"
Way = Callable[[Path, Path], object]
MOVED, DELETED = "moved there", "deleted and copied"


def in_place(copy: Path, file: Path) -> None:
    """Replace it like cp."""
    with file.open("r+b") as target:
        target.write(copy.read_bytes())
        target.truncate()


def by_sqlite(copy: Path, file: Path) -> None:
    """Replace it like a backup tool that supports SQLite."""
    with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(file)) as target:
        source.backup(target)


def unlinked(copy: Path, file: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    shutil.copy(copy, file)


WAYS: dict[str, Way] = {
    "copied over it": in_place,
    MOVED: lambda copy, file: Path(shutil.copy(copy, copy.with_name("moved"))).replace(file),
    "restored": by_sqlite,
    DELETED: unlinked,
}
DENIED = pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
each_way = pytest.mark.parametrize(
    "way", [pytest.param(way, marks=DENIED) if way in (MOVED, DELETED) else way for way in WAYS]
)


@pytest.fixture
def news() -> list[DataNews]:
    return []


@pytest.fixture
def store(tmp_path: Path, news: list[DataNews]) -> Iterator[Store]:
    kept = Store(tmp_path / "data", tell=news.append)
    yield kept
    kept.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / NAME


def copied(file: Path) -> Path:
    """Copy a data file in its current state."""
    copy = file.with_name("copy.sqlite")
    shutil.copy(file, copy)
    return copy


def next_start(file: Path) -> Store:
    return Store(file.parent)


def with_state(sent: Submission, state: State, *unconfirmed: UnconfirmedNote) -> Submission:
    return msgspec.structs.replace(sent, state=state, unconfirmed=unconfirmed)


@each_way
def test_drafts_and_what_is_on_its_way_are_in_the_file_after_the_next_save(
    store: Store, file: Path, news: list[DataNews], way: str
) -> None:
    save(store, draft("1", subject="older"))
    first = submit(store, draft("2"), submission(draft("2")))
    copy = copied(file)
    save(store, draft("1", subject="newer"))
    save(store, draft("3"))
    second = submit(store, draft("4"), submission(draft("4")))
    WAYS[way](copy, file)
    out = with_state(second, State.SENDING, UnconfirmedNote("llamar", 5, second.number))
    store.save(out)
    with closing(sqlite3.connect(file)) as other:  # on disk, visible to another program
        assert other.execute("SELECT state FROM parcel WHERE number = ?", (out.number,)).fetchall() == [("sending",)]
    assert news == [DataNews(replaced=True)]
    store.save(out)
    assert len(news) == 1
    store.close()
    again = next_start(file)
    assert {each.case_id: each for each in again.drafts()} == {"1": draft("1", subject="newer"), "3": draft("3")}
    assert again.open_submissions() == (first, out)
    again.close()


@each_way
def test_what_ended_since_the_copy_is_not_open_again(store: Store, file: Path, news: list[DataNews], way: str) -> None:
    save(store, draft("1"))
    sent = submit(store, draft("2"), submission(draft("2")))
    store.save(with_state(sent, State.SENDING))
    copy = copied(file)
    store.save(with_state(sent, State.STORED))
    submitted = submit(store, draft("1"), submission(draft("1")))
    store.save(with_state(submitted, State.STORED))
    WAYS[way](copy, file)
    save(store, draft("9"))
    assert news == [DataNews(replaced=True)]
    store.close()
    again = next_start(file)
    assert again.open_submissions() == ()
    assert [each.case_id for each in again.drafts()] == ["9"]
    assert again.select("SELECT case_id, state, ended NOT NULL FROM parcel ORDER BY number") == [
        ("2", "stored", 1),
        ("1", "stored", 1),
    ]
    again.close()


@each_way
def test_what_had_ended_before_this_start_is_not_open_again(store: Store, file: Path, way: str) -> None:
    copy = outdated(store, file)
    store.close()
    running = next_start(file)
    assert running.open_submissions() == ()
    WAYS[way](copy, file)
    save(running, draft("9"))
    running.close()
    again = next_start(file)
    assert again.open_submissions() == ()
    assert again.select("SELECT state, is_open FROM parcel") == [("stored", 0)]
    again.close()


@each_way
def test_what_only_the_other_file_has_stays_also_under_the_same_number(
    store: Store, file: Path, tmp_path: Path, news: list[DataNews], way: str
) -> None:
    other = Store(tmp_path / "other", lambda: 1_700_000_000_000)
    theirs = submit(other, draft("77"), submission(draft("77")))
    other.save(with_state(theirs, State.UNCONFIRMED, UnconfirmedNote("de otro", 5, theirs.number)))
    save(other, draft("78"))
    save(other, draft("1", subject="theirs"))
    other.close()
    ours = submit(store, draft("2"), submission(draft("2")))
    save(store, draft("1", subject="ours"))
    assert ours.number == theirs.number
    WAYS[way](tmp_path / "other" / NAME, file)
    store.save(with_state(ours, State.SENDING))
    third = submit(store, draft("3"), submission(draft("3")))
    store.close()
    again = next_start(file)
    found = {each.case_id: each for each in again.open_submissions()}
    assert set(found) == {"2", "3", "77"}
    assert (found["2"].number, found["2"].state) == (ours.number, State.SENDING)
    assert len({each.number for each in found.values()}) == 3
    assert found["3"].number == third.number
    assert found["77"].unconfirmed == (UnconfirmedNote("de otro", 5, found["77"].number),)
    assert {each.case_id: each.edit.subject for each in again.drafts()} == {"1": "ours", "78": "Año 😀"}
    assert news == [DataNews(replaced=True)]
    again.close()


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_a_draft_that_was_typed_later_elsewhere_stays_readable(store: Store, file: Path, tmp_path: Path) -> None:
    other = Store(tmp_path / "other", lambda: 9_000_000_000_000)
    save(other, draft("1", subject="theirs"))
    other.close()
    save(store, draft("1", subject="ours"))
    (tmp_path / "other" / NAME).replace(file)
    save(store, draft("2"))
    assert {each.case_id: each.edit.subject for each in store.drafts()} == {"1": "ours", "2": "Año 😀"}
    kept = [msgspec.json.decode(body)["edit"]["subject"] for (body,) in store.select("SELECT body FROM discarded")]
    assert kept == ["theirs"]


def test_a_row_that_another_program_took_away_is_written_again_before_it_is_sent(
    store: Store, file: Path, news: list[DataNews]
) -> None:
    sent = submit(store, draft("2"), submission(draft("2")))
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("DELETE FROM parcel")
    out = with_state(sent, State.SENDING)
    store.save(out)
    assert store.open_submissions() == (out,)
    assert news == [DataNews(replaced=True)]


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_a_log_that_was_taken_away_costs_nothing(store: Store, file: Path) -> None:
    save(store, draft("1"))
    file.with_name(NAME + "-wal").unlink()
    save(store, draft("2"))
    shutil.copytree(file.parent, file.parent.with_name("killed"))  # as after a power cut
    again = Store(file.parent.with_name("killed"))
    assert {each.case_id for each in again.drafts()} == {"1", "2"}
    again.close()


def test_a_file_that_was_only_touched_or_looked_into_was_not_replaced(
    store: Store, file: Path, news: list[DataNews]
) -> None:
    save(store, draft("1"))
    os.utime(file)
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT count(*) FROM draft").fetchone() == (1,)
    save(store, draft("2"))
    assert news == []


def test_the_file_is_whole_without_its_log_after_every_save(store: Store, file: Path) -> None:
    for number in range(3):
        save(store, draft(str(number)))
        copy = copied(file)
        with closing(sqlite3.connect(copy)) as other:
            assert other.execute("SELECT count(*) FROM draft").fetchone() == (number + 1,)
        copy.unlink()


def test_what_is_read_of_a_replaced_file_is_what_is_known(store: Store, file: Path) -> None:
    copy = copied(file)
    save(store, draft("1"))
    in_place(copy, file)
    assert store.draft(SERVER, USER, "1") == draft("1")


class Move(Protocol):
    """Has the copy put over the file at the next move of its log, and something done afterwards."""

    def __call__(self, copy: Path, file: Path, then: Callable[[], object] = ...) -> None: ...


@pytest.fixture
def at_the_move(monkeypatch: pytest.MonkeyPatch) -> Move:
    """Return a function that has a file replaced just before its log is moved into it, after the last look at it."""
    real = connections.checkpoint

    def arrange(copy: Path, file: Path, then: Callable[[], object] = bool) -> None:
        def late(connection: sqlite3.Connection, busy_ms: int) -> connections.Checkpoint:
            monkeypatch.setattr(data_file, "checkpoint", real)
            in_place(copy, file)
            found = real(connection, busy_ms)
            then()
            return found

        monkeypatch.setattr(data_file, "checkpoint", late)

    return arrange


def outdated(store: Store, file: Path) -> Path:
    """Return a copy with an open submission that has been stored since."""
    sent = submit(store, draft("2"), submission(draft("2")))
    copy = copied(file)
    store.save(with_state(sent, State.STORED))
    return copy


@pytest.mark.parametrize("back", [1, 2, 3])
def test_a_file_replaced_as_its_log_is_moved_into_it_is_noticed(
    store: Store, file: Path, news: list[DataNews], at_the_move: Move, back: int
) -> None:
    copies = list[Path]()
    sent = submit(store, draft("2"), submission(draft("2")))
    for state in (State.SENDING, State.UNCONFIRMED, State.STORED):
        copies.insert(0, Path(shutil.copy(file, file.with_name(f"copy-{state}"))))
        store.save(with_state(sent, state))
    at_the_move(copies[back - 1], file)
    save(store, draft("9"))
    assert news == [DataNews(replaced=True)]
    store.close()
    again = next_start(file)
    assert again.open_submissions() == ()
    assert [each.case_id for each in again.drafts()] == ["9"]
    again.close()


def test_pages_of_two_files_that_make_no_whole_are_set_aside(
    store: Store, file: Path, news: list[DataNews], at_the_move: Move
) -> None:
    sent = submit(store, draft("2"), submission(draft("2")))
    copy = copied(file)
    for number in range(100, 200):
        save(store, draft(str(number), subject="y" * 300))
        at_the_move(copy, file)
        save(store, draft("last", subject="z" * number))
        if store.set_aside:
            break
    assert store.set_aside is not None
    assert {each.set_aside for each in news} == {"", str(store.set_aside)}
    store.close()
    again = next_start(file)
    assert {each.case_id for each in again.drafts()} == {*map(str, range(100, number + 1)), "last"}
    assert again.open_submissions() == (sent,)
    again.close()


def test_after_a_large_transaction_too(store: Store, file: Path, news: list[DataNews], at_the_move: Move) -> None:
    copy = outdated(store, file)
    save(store, draft("3", subject="x" * 400_000))
    at_the_move(copy, file)
    save(store, draft("3", subject="y" * 400_000))
    assert news == [DataNews(replaced=True)]
    assert store.open_submissions() == ()


def test_in_the_first_transaction_of_a_run_too(store: Store, file: Path, at_the_move: Move) -> None:
    copy = outdated(store, file)
    store.close()
    news: list[DataNews] = []
    running = Store(file.parent, tell=news.append)
    at_the_move(copy, file)
    save(running, draft("3"))
    running.close()
    assert news == [DataNews(replaced=True)]
    again = next_start(file)
    assert again.open_submissions() == ()
    again.close()


def test_after_a_reader_kept_the_log_from_being_emptied(
    store: Store, file: Path, news: list[DataNews], at_the_move: Move, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = submit(store, draft("2"), submission(draft("2")))
    store.save(with_state(sent, State.SENDING))
    copy = copied(file)
    real = connections.checkpoint
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:

        def read_first(connection: sqlite3.Connection, busy_ms: int) -> connections.Checkpoint:
            monkeypatch.setattr(data_file, "checkpoint", real)
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM draft").fetchone()
            return real(connection, busy_ms)

        monkeypatch.setattr(data_file, "checkpoint", read_first)
        store.save(with_state(sent, State.STORED))
    at_the_move(copy, file)
    save(store, draft("3"))
    assert news == [DataNews(replaced=True)]
    assert store.open_submissions() == ()


def test_until_it_is_mended_nothing_is_read_of_it(store: Store, file: Path, at_the_move: Move) -> None:
    copy = outdated(store, file)
    store.wait_for_others(0)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        at_the_move(copy, file, lambda: other.execute("BEGIN IMMEDIATE"))
        save(store, draft("3"))  # it was committed
        with pytest.raises(StoreFailed):
            store.open_submissions()
        other.execute("ROLLBACK")
    assert store.open_submissions() == ()
    assert store.drafts() == (draft("3"),)


def fail(store: Store, rows: int) -> None:
    """Insert rows of 4 kB each, and fail before the commit."""
    with store.transaction() as cursor:
        for number in range(rows):
            cursor.execute(f"INSERT INTO discarded VALUES ({number}, 'a', 'b', 'c', '', zeroblob(4000), 1)")  # noqa: S608
        raise OSError


def test_what_a_failed_transaction_left_in_the_log_is_no_replacement(store: Store, news: list[DataNews]) -> None:
    save(store, draft("1"))
    with pytest.raises(StoreFailed):
        fail(store, 800)  # more than SQLite keeps in memory
    save(store, draft("2"))
    save(store, draft("3"))
    assert news == []


def test_a_copy_that_lacks_nothing_that_is_not_in_the_log_is_as_good(
    store: Store, file: Path, news: list[DataNews], at_the_move: Move
) -> None:
    save(store, draft("1"))
    at_the_move(copied(file), file)
    save(store, draft("2"))
    assert {each.case_id for each in store.drafts()} == {"1", "2"}
    assert news == []


@pytest.mark.parametrize("is_read", [True, False], ids=["read", "written"])
def test_a_copy_within_the_same_tick_of_the_clock_is_noticed(
    store: Store, file: Path, news: list[DataNews], is_read: bool
) -> None:
    save(store, draft("1", subject="older"))
    copy = copied(file)
    save(store, draft("1", subject="newer"))
    before = file.stat()
    in_place(copy, file)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    if not is_read:
        save(store, draft("9"))
    assert store.draft(SERVER, USER, "1") == draft("1", subject="newer")
    assert news == [DataNews(replaced=True)]
