"""Drafts, submissions and history on disk. The only module that imports sqlite3.

Every call blocks and belongs on the store's own thread; a call that returns has been synced. Times are ms since the
epoch.
"""

import contextlib
import errno
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from caseeditor.domain.draft import Draft
from caseeditor.domain.failure import Failed, Failure, Kind
from caseeditor.domain.fault import Fault
from caseeditor.domain.handover import joined_draft
from caseeditor.domain.parcel import Ghost, Parcel, State
from caseeditor.services.damaged import put_aside
from caseeditor.services.schema import STEPS, VERSION

T = TypeVar("T")

_NAME = "caseeditor.sqlite"
_BUSY_MS = 2000
DRAFT = msgspec.json.Decoder(Draft)
PARCEL = msgspec.json.Decoder(Parcel)
_NAMES = msgspec.json.Decoder(tuple[str, ...])


class StoreFailed(Failed):
    """The disk did not take or give what was asked."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(Failure(kind=Kind.NOT_KEPT, fault=fault))
        self.fault = fault


class Store:
    """One connection; durable. `set_aside` is where a corrupt file went, None when all is well.

    Raises StoreFailed, from the constructor on.
    """

    def __init__(self, folder: Path, now: Callable[[], int] = lambda: time.time_ns() // 1_000_000) -> None:
        self._path = folder / _NAME
        self.now = now
        self.set_aside: Path | None = None
        self._drafts: dict[tuple[str, str, str], tuple[Draft, int]] = {}
        self._backs: dict[tuple[str, str, str], dict[int, Draft]] = {}
        """What came back from submissions, by number, until a draft is saved that knows of it."""
        self._parcels: dict[int, Parcel] = {}
        """What is open, as it was kept last: a file that has to be begun anew while running gets it again."""
        self._connection: sqlite3.Connection = None  # type: ignore[assignment]  # until it is open
        self._connection = self._open()

    def close(self) -> None:
        self._connection.close()

    # Drafts.

    def save_draft(self, draft: Draft) -> int:
        """Keep a draft in place of the one before; returns when (ms)."""
        saved = self.now()
        with self.transaction() as cursor:
            self._put_draft(cursor, reduce(joined_draft, self._unknown_backs(draft), draft), saved)
        return saved

    def drop_draft(self, draft: Draft) -> None:
        """Delete a draft that holds nothing any more."""
        with self.transaction() as cursor:
            self._leave_backs(cursor, draft)

    def keep_discarded(self, draft: Draft) -> None:
        """Keep what the agent discarded readable in the history."""
        now = self.now()
        with self.transaction() as cursor:
            cursor.execute(
                "INSERT INTO discarded (server, user, case_id, subject, body, ended) VALUES (?, ?, ?, ?, ?, ?)",
                (draft.server, draft.user, draft.case_id, draft.subject, msgspec.json.encode(draft), now),
            )

    def draft(self, server: str, user: str, case_id: str) -> Draft | None:
        """Return the draft of a case."""
        rows = self.select(
            "SELECT body FROM draft WHERE server = ? AND user = ? AND case_id = ?", (server, user, case_id)
        )
        return self.decoded(DRAFT, rows[0][0]) if rows else None

    def drafts(self) -> tuple[Draft, ...]:
        """Return all drafts, the last changed one first."""
        rows = self.select("SELECT body, saved FROM draft ORDER BY saved DESC")
        found = [(self.decoded(DRAFT, body), saved) for body, saved in rows]
        self._drafts = {_key(draft): (draft, saved) for draft, saved in found}
        return tuple(draft for draft, _ in found)

    # Submissions.

    def submit(self, draft: Draft, parcel: Parcel) -> Parcel:
        """Make a submission of a draft, in one transaction: the one is there, the other gone. Returns it numbered."""
        with self.transaction() as cursor:
            self._leave_backs(cursor, draft)
            number = self._insert_parcel(cursor, parcel, draft.subject)
            numbered = msgspec.structs.replace(parcel, number=number)
            self._put_parcel(cursor, numbered)
        return numbered

    def save(self, parcel: Parcel) -> None:
        """Keep a submission as it is now."""
        with self.transaction() as cursor:
            self._put_parcel(cursor, parcel)

    def give_back(self, parcel: Parcel, back: Draft) -> Draft:
        """Close a submission and merge what comes back into whatever draft is there, in one transaction."""
        with self.transaction() as cursor:
            self._put_parcel(cursor, parcel)
            self._backs.setdefault(_key(back), {})[parcel.number] = back
            there = self.draft(back.server, back.user, back.case_id)
            if there:
                back = joined_draft(there, back)
            self._put_draft(cursor, back, self.now())
        return back

    def open_parcels(self) -> tuple[Parcel, ...]:
        """Return what is on its way, in the order of submitting."""
        rows = self.select("SELECT body FROM parcel WHERE is_open ORDER BY number")
        found = tuple(self.decoded(PARCEL, body) for (body,) in rows)
        self._parcels = {parcel.number: parcel for parcel in found}
        return found

    def ghosts(self, server: str, case_id: str, other_than: int) -> tuple[Ghost, ...]:
        """Return the notes of other submissions of a case, of every user, whose end is not known."""
        rows = self.select(
            "SELECT body FROM parcel WHERE server = ? AND case_id = ? AND number <> ? AND haunts",
            (server, case_id, other_than),
        )
        drafts = self.select("SELECT body FROM draft WHERE server = ? AND case_id = ?", (server, case_id))
        found = [ghost for (body,) in rows for ghost in self.decoded(PARCEL, body).ghosts]
        for (body,) in drafts:
            doubt = self.decoded(DRAFT, body).doubt
            found += doubt.ghosts if doubt else ()
        return tuple(found)

    def haunting(self, server: str, case_id: str) -> tuple[Parcel, ...]:
        """Return the stored submissions of a case with a note that nobody knows the end of."""
        rows = self.select(
            "SELECT body FROM parcel WHERE server = ? AND case_id = ? AND state = 'stored' AND haunts",
            (server, case_id),
        )
        found = (self.decoded(PARCEL, body) for (body,) in rows)
        return tuple(parcel for parcel in found if not all(each.note for each in parcel.ghosts))

    # What is known of servers and cases.

    def user(self, server: str) -> str | None:
        """Return who was signed in last ('' where the server names nobody), None when that is not known."""
        rows = self.select("SELECT user FROM server WHERE server = ?", (server,))
        return rows[0][0] if rows else None

    def set_user(self, server: str, user: str) -> None:
        with self.transaction() as cursor:
            cursor.execute(
                "INSERT INTO server (server, user) VALUES (?, ?) ON CONFLICT DO UPDATE SET user = excluded.user",
                (server, user),
            )

    def shows_notes(self, server: str) -> bool:
        """Tell whether a server has ever shown a note."""
        return bool(self.select("SELECT 1 FROM server WHERE server = ? AND shows_notes", (server,)))

    def set_shows_notes(self, server: str) -> None:
        with self.transaction() as cursor:
            cursor.execute(
                "INSERT INTO server (server, shows_notes) VALUES (?, 1) ON CONFLICT DO UPDATE SET shows_notes = 1",
                (server,),
            )

    def server_edits(self, server: str) -> tuple[str, ...]:
        """Return how a server changes notes: names of domain.server_edits."""
        rows = self.select("SELECT names FROM server_edit WHERE server = ?", (server,))
        return self.decoded(_NAMES, rows[0][0]) if rows else ()

    def set_server_edits(self, server: str, names: tuple[str, ...]) -> None:
        with self.transaction() as cursor:
            cursor.execute(
                "INSERT OR REPLACE INTO server_edit (server, names) VALUES (?, ?)",
                (server, msgspec.json.encode(names).decode()),
            )

    # How it is kept.

    def _unknown_backs(self, draft: Draft) -> list[Draft]:
        """Return what came back from submissions while a draft was on its way here, not knowing of it."""
        left = {number: back for number, back in self._backs.pop(_key(draft), {}).items() if number not in draft.backs}
        if left:
            self._backs[_key(draft)] = left
        return list(left.values())

    def _leave_backs(self, cursor: sqlite3.Cursor, draft: Draft) -> None:
        """Delete a draft, but for what came back into it without its knowing."""
        backs = self._unknown_backs(draft)
        if backs:
            self._put_draft(cursor, reduce(joined_draft, backs), self.now())
        else:
            self._delete_draft(cursor, draft)

    def _put_draft(self, cursor: sqlite3.Cursor, draft: Draft, saved: int) -> None:
        self._drafts[_key(draft)] = (draft, saved)
        cursor.execute(
            "INSERT OR REPLACE INTO draft (server, user, case_id, body, saved) VALUES (?, ?, ?, ?, ?)",
            (*_key(draft), msgspec.json.encode(draft), saved),
        )

    def _delete_draft(self, cursor: sqlite3.Cursor, draft: Draft) -> None:
        self._drafts.pop(_key(draft), None)
        cursor.execute("DELETE FROM draft WHERE server = ? AND user = ? AND case_id = ?", _key(draft))

    def _insert_parcel(self, cursor: sqlite3.Cursor, parcel: Parcel, subject: str) -> int:
        """Make the row of a submission, under its number where it has one; returns the number."""
        cursor.execute(
            "INSERT INTO parcel (number, server, user, case_id, subject, state, is_open, body, began)"
            " VALUES (?, ?, ?, ?, ?, ?, 1, '', ?)",
            (parcel.number or None, *_key(parcel), subject, parcel.state.value, self.now()),
        )
        return cursor.lastrowid or 0

    def _put_parcel(self, cursor: sqlite3.Cursor, parcel: Parcel) -> None:
        is_open = parcel.state.is_open
        self._parcels.pop(parcel.number, None)
        if is_open:
            self._parcels[parcel.number] = parcel
        ended = None if is_open else self.now()
        haunts = bool(parcel.ghosts) and parcel.state is not State.REFUSED  # its draft has them
        cursor.execute(
            "UPDATE parcel SET state = ?, is_open = ?, haunts = ?, body = ?, ended = coalesce(ended, ?)"
            " WHERE number = ?",
            (parcel.state.value, is_open, haunts, msgspec.json.encode(parcel), ended, parcel.number),
        )

    def decoded(self, decoder: msgspec.json.Decoder[T], body: bytes) -> T:
        """Decode what was kept; what can't be is damage."""
        with self._told():
            return decoder.decode(body)

    def select(self, query: str, values: tuple[object, ...] | dict[str, object] = ()) -> list[Any]:
        """Return the rows of a query."""
        with self._told():
            return self._connection.execute(query, values).fetchall()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Cursor]:
        """Write: all of it, synced, when this ends, or nothing."""
        with self._told():
            if not self._is_there():  # the folder was removed while running: the open file is nobody's any more
                self._connection.close()
                self._connection = self._open()
            cursor = self._connection.cursor()
            cursor.execute("BEGIN IMMEDIATE")
            backs = {key: dict(each) for key, each in self._backs.items()}
            before = dict(self._drafts), dict(self._parcels), backs
            try:
                yield cursor
                self._connection.commit()
            except BaseException:
                self._drafts, self._parcels, self._backs = before
                self._connection.rollback()
                raise

    def _is_there(self) -> bool:
        try:
            return self._path.stat().st_ino == self._inode
        except OSError:
            return False

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, msgspec.MsgspecError) as error:
            fault = _fault(error)
            if fault is Fault.BROKEN and self._connection is not None:
                self._start_anew()
            raise StoreFailed(fault) from None

    def _start_anew(self) -> None:
        """Set a file aside that turned out to be corrupt; what comes next goes into a new one."""
        self._connection.close()
        self.set_aside = put_aside(self._path, self.now())
        self._connection = self._connect()

    def _open(self) -> sqlite3.Connection:
        with self._told():
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                return self._connect()
            except sqlite3.DatabaseError as error:
                if _fault(error) is not Fault.BROKEN:
                    raise
            self.set_aside = put_aside(self._path, self.now())
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        os.close(handle)
        connection = sqlite3.connect(self._path, timeout=_BUSY_MS / 1000, isolation_level=None, check_same_thread=False)
        try:
            version = _version(connection)
            self._make_durable(connection)
            self._upgrade(connection, version)
            if version == 0:
                self._fill(connection)
        except BaseException:
            connection.close()
            raise
        self._inode = self._path.stat().st_ino
        return connection

    def _make_durable(self, connection: sqlite3.Connection) -> None:
        """See to it that a commit that returned survives a power failure."""
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        synchronous = connection.execute("PRAGMA synchronous").fetchone()[0]
        if (mode, synchronous) not in (("wal", 2), ("delete", 2)):
            raise StoreFailed(Fault.OTHER)

    def _upgrade(self, connection: sqlite3.Connection, version: int) -> None:
        for step in range(version, VERSION):
            if version:  # a new file has nothing to keep
                backup = self._path.with_name(f"{_NAME}.before-{step + 1}")
                with contextlib.closing(sqlite3.connect(backup)) as copy:
                    connection.backup(copy)
                backup.chmod(0o600)
            connection.executescript(f"BEGIN;{STEPS[step]};PRAGMA user_version = {step + 1};COMMIT;")

    def _fill(self, connection: sqlite3.Connection) -> None:
        """Give a new file what is open: the one before it was removed or damaged while running."""
        cursor = connection.cursor()
        cursor.execute("BEGIN IMMEDIATE")
        for draft, saved in list(self._drafts.values()):
            self._put_draft(cursor, draft, saved)
        for parcel in list(self._parcels.values()):
            self._insert_parcel(cursor, parcel, parcel.base.subject)
            self._put_parcel(cursor, parcel)
        connection.commit()


def _version(connection: sqlite3.Connection) -> int:
    """Return which steps a file has seen. Raises StoreFailed for one of a newer program."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise StoreFailed(Fault.NEWER)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return version


def _key(of: Draft | Parcel) -> tuple[str, str, str]:
    return of.server, of.user, of.case_id


def _fault(error: sqlite3.Error | OSError | msgspec.MsgspecError) -> Fault:
    if isinstance(error, msgspec.MsgspecError):
        return Fault.BROKEN
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
