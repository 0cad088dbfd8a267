"""What the data file's connections share: durability, the log beside the file, its notes about itself, failures."""

import errno
import os
import sqlite3
from functools import partial

from caseeditor.domain.failure import Failed, Failure, Kind
from caseeditor.domain.fault import Fault
from caseeditor.services.schema import VERSION

BUSY_MS = 2000
TEXT = partial(str, encoding="utf-8", errors="replace")
"""Text of a damaged file may be no UTF-8: that costs these letters, not the query."""


class StoreFailed(Failed):
    """The disk did not take or give what was asked."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(Failure(kind=Kind.NOT_KEPT, fault=fault))
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
        raise StoreFailed(Fault.OTHER)


def checkpoint(connection: sqlite3.Connection) -> bool:
    """Move the log into the file and empty it, without waiting; tells whether no reader kept that from being done."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def meta(source: sqlite3.Connection | sqlite3.Cursor, key: str) -> object:
    """Return what the file notes about itself under a key, None where it has none."""
    row = source.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def put_meta(cursor: sqlite3.Cursor, key: str, value: object) -> None:
    """Note something about the file in it."""
    cursor.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (key, value)
    )


def new_mark(cursor: sqlite3.Cursor) -> str:
    """Count a transaction, and leave a mark that no other file has: a copy that went on elsewhere may count alike."""
    mark = os.urandom(8).hex()
    cursor.execute("INSERT INTO meta VALUES ('commits', 1) ON CONFLICT DO UPDATE SET value = value + 1")
    put_meta(cursor, "mark", mark)
    return mark


def version_of(connection: sqlite3.Connection) -> int:
    """Return which steps a file has seen. Raises StoreFailed for one of a newer program."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise StoreFailed(Fault.NEWER)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return version


def fault_of(error: sqlite3.Error | OSError) -> Fault:
    """Name the fault behind an error."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    codes = {
        sqlite3.SQLITE_FULL: Fault.FULL,
        sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
        sqlite3.SQLITE_CANTOPEN: Fault.READ_ONLY,
        sqlite3.SQLITE_PERM: Fault.READ_ONLY,
        sqlite3.SQLITE_BUSY: Fault.LOCKED,
        sqlite3.SQLITE_LOCKED: Fault.LOCKED,
        sqlite3.SQLITE_CORRUPT: Fault.BROKEN,
        sqlite3.SQLITE_NOTADB: Fault.BROKEN,
    }
    if code in codes:
        return codes[code]
    if isinstance(error, OSError):
        return {errno.ENOSPC: Fault.FULL, errno.EROFS: Fault.READ_ONLY, errno.EACCES: Fault.READ_ONLY}.get(
            error.errno or 0, Fault.OTHER
        )
    return Fault.OTHER
