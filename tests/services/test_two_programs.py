"""Two programs write one data file at the same time: what the one committed outlives the other's checkpoint."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from caseeditor.services.folder import DATA_FILE
from caseeditor.services.store import Store

INSERT = "INSERT INTO discarded (server, user, case_id, subject, body, ended) VALUES ('https://h', 'id:1', ?, '', '{}', 1)"


def test_another_program_copies_the_log_into_the_file_during_a_transaction(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with closing(sqlite3.connect(tmp_path / DATA_FILE, isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute(INSERT, ("theirs",))
        with store.transaction() as cursor:
            cursor.execute(INSERT, ("ours",))
            other.execute("PRAGMA wal_checkpoint(PASSIVE)")
            os.utime(tmp_path / DATA_FILE)  # the file system's clock may go by steps
        found = other.execute("SELECT case_id FROM discarded ORDER BY number").fetchall()
    assert found == [("theirs",), ("ours",)]
    assert store.select("SELECT case_id FROM discarded ORDER BY number") == found
