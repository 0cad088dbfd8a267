"""What the data file's connections share: durability, the log beside the file, its notes about itself, failures."""

import errno
import os
import sqlite3
from functools import partial
from typing import NamedTuple

from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.services.storage.migrations import VERSION

_MARKS = 64
"""Marks of transactions that a file keeps: by them it is told from an older copy and from another file."""
TEXT = partial(str, encoding="utf-8", errors="replace")
"""Text of a damaged file may be no UTF-8: that costs these letters, not the query."""


class Mark(NamedTuple):
    """How many transactions a file has seen, and what each of the last ones left: no two leave the same."""

    commits: int
    texts: tuple[str, ...]


class StoreFailed(OperationFailed):
    """The disk did not take or give what was asked."""

    def __init__(self, fault: StorageProblem) -> None:
        super().__init__(Failure(kind=FailureKind.NOT_KEPT, fault=fault))
        self.fault = fault


def make_durable(connection: sqlite3.Connection) -> None:
    """See to it that a commit that returned survives a power failure. Raises StoreFailed."""
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    # Without a write-ahead log the folder has to be synced too, after the journal in it is deleted.
    level, name = (2, "FULL") if mode == "wal" else (3, "EXTRA")
    connection.execute(f"PRAGMA synchronous = {name}")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA wal_autocheckpoint = 0")  # it is done after each transaction
    synchronous = connection.execute("PRAGMA synchronous").fetchone()[0]
    if mode not in ("wal", "delete") or synchronous != level:
        raise StoreFailed(StorageProblem.OTHER)


def checkpoint(connection: sqlite3.Connection, busy_ms: int) -> bool:
    """Move the log into the file and empty it, without waiting; tells whether no reader kept that from being done.

    `busy_ms` is how long the connection waits for others otherwise.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        connection.execute(f"PRAGMA busy_timeout = {busy_ms}")


def meta(source: sqlite3.Connection | sqlite3.Cursor, key: str) -> object:
    """Return what the file notes about itself under a key, None where it has none."""
    row = source.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def put_meta(cursor: sqlite3.Cursor, key: str, value: object) -> None:
    """Note something about the file in it."""
    cursor.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (key, value)
    )


def new_mark(cursor: sqlite3.Cursor) -> Mark:
    """Count a transaction and leave its mark."""
    before = mark_of(cursor) or Mark(0, ())
    mark = Mark(before.commits + 1, (*before.texts, os.urandom(8).hex())[-_MARKS:])
    put_meta(cursor, "commits", mark.commits)
    put_meta(cursor, "marks", " ".join(mark.texts))
    return mark


def mark_of(source: sqlite3.Connection | sqlite3.Cursor) -> Mark | None:
    """Return the mark of a file, None where no transaction of this program is in it."""
    commits, texts = meta(source, "commits"), meta(source, "marks")
    return Mark(commits, tuple(texts.split())) if isinstance(commits, int) and isinstance(texts, str) else None


def lacks(there: Mark | None, ours: Mark | None) -> bool:
    """Tell whether a file lacks our last transaction; what another program has added to it since changes nothing."""
    if ours is None:
        return False
    if there is None:
        return True
    return ours.texts[-1] not in there.texts and there.commits <= ours.commits + _MARKS


def version_of(connection: sqlite3.Connection) -> int:
    """Return which steps a file has seen. Raises StoreFailed for one of a newer program."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise StoreFailed(StorageProblem.NEWER)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return version


def fault_of(error: sqlite3.Error | OSError) -> StorageProblem:
    """Name the fault behind an error."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    codes = {
        sqlite3.SQLITE_FULL: StorageProblem.FULL,
        sqlite3.SQLITE_READONLY: StorageProblem.READ_ONLY,
        sqlite3.SQLITE_CANTOPEN: StorageProblem.READ_ONLY,
        sqlite3.SQLITE_PERM: StorageProblem.READ_ONLY,
        sqlite3.SQLITE_BUSY: StorageProblem.LOCKED,
        sqlite3.SQLITE_LOCKED: StorageProblem.LOCKED,
        sqlite3.SQLITE_CORRUPT: StorageProblem.BROKEN,
        sqlite3.SQLITE_NOTADB: StorageProblem.BROKEN,
    }
    if code in codes:
        return codes[code]
    if isinstance(error, OSError):
        return {
            errno.ENOSPC: StorageProblem.FULL,
            errno.EROFS: StorageProblem.READ_ONLY,
            errno.EACCES: StorageProblem.READ_ONLY,
        }.get(error.errno or 0, StorageProblem.OTHER)
    return StorageProblem.OTHER
