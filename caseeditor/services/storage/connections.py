"""Basics of connections to the data file: durability, write-ahead log, metadata, errors."""

import errno
import os
import sqlite3
from functools import partial
from pathlib import Path
from typing import NamedTuple

from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.runtime.held_files import is_held_on_windows
from caseeditor.services.storage.schema import Schema

_MARKS = 64
"""Number of transaction marks in a file. They distinguish it from older copies and other files."""
TEXT = partial(str, encoding="utf-8", errors="replace")
"""Text of a damaged file may not be UTF-8; invalid bytes are replaced, so that the query succeeds."""


class Mark(NamedTuple):
    """The number of transactions of a file, and the unique marks of the last ones."""

    commits: int
    texts: tuple[str, ...]


class StoreFailed(OperationFailed):
    """The disk failed."""

    def __init__(self, fault: StorageProblem) -> None:
        super().__init__(Failure(kind=FailureKind.NOT_KEPT, fault=fault))
        self.fault = fault


def connect(path: Path, busy_ms: int) -> tuple[sqlite3.Connection, int]:
    """Open a file, made for this user only if there is none; return the connection and the file's inode."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    inode = os.fstat(handle).st_ino
    os.close(handle)
    connection = sqlite3.connect(path, timeout=busy_ms / 1000, isolation_level=None, check_same_thread=False)
    connection.text_factory = TEXT
    return connection, inode


def upgrade(connection: sqlite3.Connection, schema: Schema, version: int) -> None:
    """Upgrade a file from a version in one transaction; another program may be doing the same."""
    steps = ";".join(schema.steps[version:])
    try:
        connection.executescript(f"BEGIN IMMEDIATE;{steps};PRAGMA user_version = {schema.version};COMMIT;")
    except sqlite3.OperationalError:
        if connection.in_transaction:
            connection.rollback()
        if version_of(connection, schema.version) != schema.version:
            raise


def make_durable(connection: sqlite3.Connection) -> None:
    """Configure durability: a commit that returned survives a power failure. Raises StoreFailed."""
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    # Without a write-ahead log, the folder must be synced too, after the journal is deleted.
    level, name = (2, "FULL") if mode == "wal" else (3, "EXTRA")
    connection.execute(f"PRAGMA synchronous = {name}")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA wal_autocheckpoint = 0")  # each transaction runs a checkpoint
    synchronous = connection.execute("PRAGMA synchronous").fetchone()[0]
    if mode not in ("wal", "delete") or synchronous != level:
        raise StoreFailed(StorageProblem.OTHER)


class Checkpoint(NamedTuple):
    """`is_moved`: all of the log is in the file. `is_emptied`: and no reader kept the log from being emptied."""

    is_moved: bool
    is_emptied: bool


def checkpoint(connection: sqlite3.Connection, busy_ms: int) -> Checkpoint:
    """Move the log into the file and empty it, without waiting.

    `busy_ms` is the connection's usual wait for locks.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        is_busy, logged, moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        # -1 and -1: there is no log, or, if busy, another program is moving it.
        return Checkpoint(logged == moved and not (is_busy and logged < 0), not is_busy)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {busy_ms}")


def meta(source: sqlite3.Connection | sqlite3.Cursor, key: str) -> object:
    """Return an entry of the file's metadata, None if there is none."""
    row = source.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def put_meta(cursor: sqlite3.Cursor, key: str, value: object) -> None:
    """Set an entry of the file's metadata."""
    cursor.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (key, value)
    )


def new_mark(cursor: sqlite3.Cursor) -> Mark:
    """Count a transaction and add its mark."""
    before = mark_of(cursor) or Mark(0, ())
    mark = Mark(before.commits + 1, (*before.texts, os.urandom(8).hex())[-_MARKS:])
    put_meta(cursor, "commits", mark.commits)
    put_meta(cursor, "marks", " ".join(mark.texts))
    return mark


def mark_of(source: sqlite3.Connection | sqlite3.Cursor) -> Mark | None:
    """Return the mark of a file, None if it has no transaction of this program."""
    commits, texts = meta(source, "commits"), meta(source, "marks")
    return Mark(commits, tuple(texts.split())) if isinstance(commits, int) and isinstance(texts, str) else None


def lacks(there: Mark | None, ours: Mark | None) -> bool:
    """Check whether a file lacks our last transaction. Later transactions of other programs do not matter."""
    if ours is None:
        return False
    if there is None:
        return True
    return ours.texts[-1] not in there.texts and there.commits < ours.commits + _MARKS


def version_of(connection: sqlite3.Connection, highest: int) -> int:
    """Return the schema version of a file, at most `highest`. Raises StoreFailed if a newer program created it."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > highest:
        raise StoreFailed(StorageProblem.NEWER)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return version


def pages_of(connection: sqlite3.Connection, table: str) -> tuple[int, int]:
    """Return the size of a page (bytes), and the number of a table's first one. Raises StoreFailed if there is none."""
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    if found is None:
        raise StoreFailed(StorageProblem.OTHER)
    return int(size), int(found[0])


def fault_of(error: sqlite3.Error | OSError) -> StorageProblem:
    """Return the problem behind an error."""
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
        if is_held_on_windows(error):
            return StorageProblem.LOCKED
        return {
            errno.ENOSPC: StorageProblem.FULL,
            errno.EROFS: StorageProblem.READ_ONLY,
            errno.EACCES: StorageProblem.READ_ONLY,
            errno.EBUSY: StorageProblem.LOCKED,
        }.get(error.errno or 0, StorageProblem.OTHER)
    return StorageProblem.OTHER
