"""Two programs write one data file at once: commits of one survive the other's checkpoint."""

import asyncio
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

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
from caseeditor.services.storage.database import Store
from tests.services.delivery.test_turns import SERVER, Held, draft, over, replace, submission
from tests.support.submissions import case

Start = Callable[[], Store]
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
