"""Two programs write one data file at once: commits of one survive the other's checkpoint."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.draft import NONE_THERE
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.errors.failure import OperationFailed
from caseeditor.services.accounts import identities
from caseeditor.services.config.folder import DATA_FILE
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.connections import Checkpoint, Mark, checkpoint
from caseeditor.services.storage.database import Store
from tests.services.delivery.test_turns import SERVER, Held, draft, over, replace, submission
from tests.support.submissions import case

if TYPE_CHECKING:
    from caseeditor.domain.local.data_news import DataNews

Start = Callable[[], Store]
MOVING = """
import fcntl, sys
with open(sys.argv[1], "r+b") as shared:
    fcntl.lockf(shared, fcntl.LOCK_EX, 1, 121)
    print("moving", flush=True)
    sys.stdin.read()
"""
"""Holds SQLite's lock of those who move the log."""
INSERT = (
    "INSERT INTO discarded (server, user, case_id, subject, body, ended) VALUES ('https://h', 'id:1', ?, '', '{}', 1)"
)


def test_another_program_copies_the_log_into_the_file_during_a_transaction(tmp_path: Path, start: Start) -> None:
    store = start()
    with closing(sqlite3.connect(tmp_path / DATA_FILE, isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute(INSERT, ("theirs",))
        with store.transaction() as cursor:
            cursor.execute(INSERT, ("ours",))
            other.execute("PRAGMA wal_checkpoint(PASSIVE)")
            os.utime(tmp_path / DATA_FILE)  # the file system's clock may advance in steps
        found = other.execute("SELECT case_id FROM discarded ORDER BY number").fetchall()
    assert found == [("theirs",), ("ours",)]
    assert store.select("SELECT case_id FROM discarded ORDER BY number") == found


@pytest.mark.parametrize("times", [63, 64, 65])
def test_many_transactions_of_another_program_are_no_replacement(tmp_path: Path, start: Start, times: int) -> None:
    news: list[DataNews] = []
    ours, theirs = Store(tmp_path, tell=news.append), start()
    ours.set_shows_notes("https://h")
    for number in range(times):
        theirs.set_shows_notes(f"https://{number}")
    ours.set_shows_notes("https://i")
    ours.close()
    assert news == []


@pytest.mark.linux_only("the bytes that SQLite locks on Windows are others")
def test_a_log_that_another_program_is_moving_is_not_moved(tmp_path: Path, start: Start) -> None:
    store = start()
    with closing(sqlite3.connect(tmp_path / DATA_FILE, isolation_level=None)) as other:
        other.execute(INSERT, ("theirs",))
        moving = [sys.executable, "-c", MOVING, str(tmp_path / f"{DATA_FILE}-shm")]
        with subprocess.Popen(moving, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
            assert program.stdout
            program.stdout.readline()
            assert checkpoint(other, 0) == Checkpoint(is_moved=False, is_emptied=False)
            program.communicate()
        assert checkpoint(other, 0) == Checkpoint(is_moved=True, is_emptied=True)
    assert store.select("SELECT case_id FROM discarded") == [("theirs",)]


def test_a_transaction_of_another_program_while_the_file_is_opened_is_no_replacement(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    news: list[DataNews] = []
    start().set_shows_notes("https://g")
    real = Store._note  # noqa: SLF001 - no program writes at a given moment

    def late(store: Store, inode: int) -> None:
        monkeypatch.setattr(Store, "_note", real)
        with closing(sqlite3.connect(tmp_path / DATA_FILE, isolation_level=None)) as other:
            other.execute(INSERT, ("theirs",))
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        real(store, inode)

    monkeypatch.setattr(Store, "_note", late)
    ours = Store(tmp_path, tell=news.append)
    ours.set_shows_notes("https://h")
    ours.close()
    assert news == []


def test_programs_that_write_in_turns_replace_nothing(tmp_path: Path) -> None:
    news: list[DataNews] = []
    stores = [Store(tmp_path, tell=news.append) for _ in range(3)]
    for number in range(30):
        stores[number % 3].set_shows_notes(f"https://{number}")
    for store in stores:
        assert store.used_servers() == tuple(sorted(f"https://{number}" for number in range(30)))
        store.close()
    assert news == []


def test_half_a_mark_that_another_program_is_writing_is_no_replacement(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of one program is read while another one writes the same page."""
    news: list[DataNews] = []
    ours, theirs = Store(tmp_path, tell=news.append), start()
    ours.set_shows_notes("https://h")
    halves = [Mark(2, ("0123456789abcdef",))]
    real = Store._mark_without_log  # noqa: SLF001 - no program writes half a page at a given moment
    monkeypatch.setattr(Store, "_mark_without_log", lambda store: halves.pop() if halves else real(store))
    with ours.transaction() as cursor:
        cursor.execute(INSERT, ("ours",))
        os.utime(tmp_path / DATA_FILE)
    ours.close()
    assert (news, halves) == ([], [])
    assert theirs.select("SELECT case_id FROM discarded") == [("ours",)]


def test_nothing_is_taken_over_while_another_program_may_be_sending_it(tmp_path: Path) -> None:
    async def work(outbox: Outbox, _: Held, _heard: asyncio.Queue[SubmissionUpdate], __: AsyncDatabase) -> list[State]:
        one = await outbox.submit(draft("one"), case(), NONE_THERE)
        with pytest.raises(OperationFailed):
            await outbox.take_over(one, "lucia")
        return [each.state for each in outbox.submissions_of(one.server, one.case_id)]

    assert over(tmp_path, work, may_send=False) == [State.QUEUED]


def test_a_submission_of_an_account_that_is_known_better_is_theirs_in_an_older_copy_too(
    tmp_path: Path, start: Start
) -> None:
    store = start()
    server, typed = SERVER.url, replace(draft("uno"), user="token:x")
    store.submit(typed, replace(submission("uno"), user="token:x"), NONE_THERE)
    store.checkpoint()
    copy = (tmp_path / DATA_FILE).read_bytes()
    identities.learn(store, server, "x", User(name="Ana", key="id:7", names=("Ana",)))
    (tmp_path / DATA_FILE).write_bytes(copy)
    assert [each.user for each in store.open_submissions()] == ["id:7"]
    assert identities.find_others(store, server, "id:7") == ()
