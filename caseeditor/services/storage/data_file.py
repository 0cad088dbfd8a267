"""The data file: durable transactions, and recovery from damage or replacement of the file at run time.

Every call blocks and belongs on the store's thread; its writes are synced on return. Times are ms since the epoch.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.data_news import DataNews
from caseeditor.runtime.held_files import PATIENT, HeldFiles
from caseeditor.services.config.folder import DATA_FILE
from caseeditor.services.storage import moving
from caseeditor.services.storage.batch.batch_file import BatchFile
from caseeditor.services.storage.connections import (
    Mark,
    StoreFailed,
    checkpoint,
    connect,
    fault_of,
    lacks,
    make_durable,
    mark_of,
    meta,
    new_mark,
    pages_of,
    put_meta,
    upgrade,
    version_of,
)
from caseeditor.services.storage.damaged import finish_anew, make_anew
from caseeditor.services.storage.decoding import decode
from caseeditor.services.storage.known import Known, reconcile
from caseeditor.services.storage.migrations import ADDED, ADDED_TABLES, MAIN, VERSION
from caseeditor.services.storage.signature import Signature, SignedFile
from caseeditor.services.storage.unreadable import Found, Row, look_through, move
from caseeditor.services.storage.witness import Witness

T = TypeVar("T")

_HOUR = 60 * 60
_LOOKS, _LOOK_AGAIN = 20, 0.005
"""Number of reads of a file that another program is writing, and the seconds between them."""
_CLOSED = 2000
"""Number of submissions ended before this run whose number, beginning and state are kept in memory."""


class DataFile:
    """One durable connection. `set_aside` is the new path of a corrupt file, None if there was none.

    `tell` gets DataNews on the store's thread; `held` waits for files that another program has open. All methods and
    the constructor raise StoreFailed.
    """

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
        tell: Callable[[DataNews], None] = lambda _: None,
        busy_ms: int = 2000,
        held: HeldFiles = PATIENT,
    ) -> None:
        self.folder = folder
        self.held = held
        self._busy_ms = busy_ms
        self.clock = clock
        self._path = folder / DATA_FILE
        self._tell = tell
        self.batches = BatchFile(folder, clock, tell, busy_ms, held)
        self.set_aside: Path | None = None
        self._known = Known()
        self._is_taken_up = False
        self._unreadable: tuple[Row, ...] = ()
        """Rows that could not be moved yet."""
        self._mark: Mark | None = None
        """The unique mark of the last transaction."""
        self._must_record = False
        """The file was created anew: data in memory is newer than the recovered data."""
        self._is_missed = False
        """One of our rows was missing in the file."""
        self._is_mixed = False
        """The file was replaced while the log was moved into it; it has our mark, and may be damaged."""
        self._is_writing = self._is_mending = self._is_damaged = False
        self._server_date = self._kept_date = 0
        self._signed = SignedFile(self._path, _beside(self._path, "-wal"))
        self._witness = Witness(self._signed)
        self._signature = Signature()
        self._inode = 0
        self._floor: Mark | None = None
        """The mark in the file without its log at the last check. Checkpoints only add to it."""
        self._opened: sqlite3.Connection | None = None
        self._watch: sqlite3.Connection | None = None
        """Reads the file after a transaction; the other connection would read its cache."""
        self._opened = self._open()

    def now(self) -> int:
        """Return the time for records (ms), at least the servers': a clock set back must not make records old."""
        return max(self.clock(), self._server_date * 1000)

    @property
    def server_date(self) -> int:
        """The latest time from any server (s since the epoch), 0 if none."""
        with self._told():
            self._take_up()
        return self._server_date

    def saw_date(self, seconds: int) -> None:
        """Record a server's time (s since the epoch, 0 if missing). Written at most once an hour."""
        if seconds <= self.server_date:
            return
        self._server_date = seconds
        if seconds - self._kept_date > _HOUR:
            with self.transaction() as cursor:
                put_meta(cursor, "server_date", self._server_date)
            self._kept_date = seconds

    def close(self) -> None:
        """Close this file and that of the batches; the next call opens them again."""
        self.batches.close()
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        self._signed.close()

    def wait_for_others(self, busy_ms: int) -> None:
        """Set the wait (ms) for another program's lock."""
        if busy_ms != self._busy_ms:
            self._busy_ms = busy_ms
            self.batches.wait_for_others(busy_ms)
            if self._opened is not None:
                self._opened.execute(f"PRAGMA busy_timeout = {busy_ms}")

    def decoded(self, decoder: msgspec.json.Decoder[T], body: bytes) -> T:
        """Decode a row. Raises StoreFailed if that fails: the row exists and must not be replaced."""
        found = decode(decoder, body)
        if found is None:
            raise StoreFailed(StorageProblem.OTHER)
        return found

    def select(self, query: str, values: tuple[object, ...] | dict[str, object] = ()) -> list[Any]:
        with self._told():
            self._take_up()
            if not (self._is_writing or self._is_ours()):
                self._mend()
            return self._connection.execute(query, values).fetchall()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Cursor]:
        """Run a transaction: on exit, everything is written and synced, or nothing."""
        with self._told():
            self._take_up()
            if not self._is_ours():  # removed or replaced at run time: the open file has lost its name
                self.close()
                self._opened = self._open()
            connection = self._connection
            cursor = connection.cursor()
            cursor.execute("BEGIN IMMEDIATE")
            before = self._known.copy(), self._unreadable
            self._is_writing, self._is_missed = True, False
            try:
                news = self._compare(cursor)
                yield cursor
                mark = new_mark(cursor)
                connection.commit()
            except BaseException:
                self._known, self._unreadable = before
                with contextlib.suppress(sqlite3.Error):
                    connection.rollback()
                raise
            finally:
                self._is_writing = False
            self._mark, self._must_record, self._is_mixed = mark, False, False
            self._settle(connection, mark, DataNews(replaced=True) if self._is_missed and not news else news)

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def _compare(self, cursor: sqlite3.Cursor) -> DataNews | None:
        """Compare the file with memory and repair it; return news if another file or unreadable rows were found."""
        if self._is_mixed and cursor.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            self._is_damaged = True
            raise StoreFailed(StorageProblem.BROKEN)
        mark, now = mark_of(cursor), self.now()
        if mark != self._mark:
            self._witness.forget()
        is_another = self._must_record or self._is_mixed or lacks(mark, self._mark)
        if is_another:  # the file may be from before a move
            for old, new in self._known.moves:
                moving.move(cursor, old, new)
        found = look_through_file(cursor) if is_another or mark != self._mark else None
        move(cursor, found.unreadable if found else self._unreadable, now)
        self._unreadable = ()
        if found is None:
            return None
        if is_another:
            reconcile(cursor, self._known, found, now)
            if self._server_date:
                put_meta(cursor, "server_date", self._server_date)
        else:  # another program has written since
            self._known.follow(found)
        unreadable, is_replaced = tuple(row.told for row in found.unreadable), is_another and not self._must_record
        return DataNews(replaced=is_replaced, unreadable=unreadable) if is_replaced or unreadable else None

    def _settle(self, connection: sqlite3.Connection, mark: Mark, news: DataNews | None) -> None:
        """Complete the file, so that it is current without its log, and publish `news`."""
        is_same = self._signed.sign() == self._signature
        is_replaced = not is_same and not self._is_only_longer()
        if not is_replaced:
            if not is_same:
                self._witness.forget()
            logged, is_moved = self._signed.logged_pages(), False
            with contextlib.suppress(sqlite3.Error):  # it is committed; another program may be reading
                is_moved = checkpoint(connection, self._busy_ms).is_moved
            if is_moved:
                self._floor = mark
            self._signature = self._signed.sign()
            is_mixed = self._witness.is_mixed(logged, mark.texts[-1], is_moved=is_moved)
            there = self._mark_there()
            self._is_mixed = is_mixed and there == mark
            if there != mark:  # another program has written since, perhaps that page
                self._witness.forget()
            is_replaced = self._is_mixed or self._signature.inode != self._inode or lacks(there, mark)
        if news:
            self._tell(news)
        if is_replaced and not self._is_mending:  # since the transaction began
            self._discard_log()
            self.close()
            self._record_again()

    def _discard_log(self) -> None:
        """Empty the log, so that the previous file's pages are not applied to its replacement.

        All pending data is in memory. A log that came with the new file is left alone.
        """
        log = _beside(self._path, "-wal")
        with contextlib.suppress(OSError):
            if log.stat().st_ino == self._signature.log:
                os.truncate(log, 0)

    def _is_only_longer(self) -> bool:
        """Check whether another program only moved the log into the file, so that the file was not replaced."""
        now = self._signed.sign()
        if self._mark is None or now.inode != self._inode or now.log != self._signature.log:
            return False
        for _ in range(_LOOKS):
            with contextlib.suppress(sqlite3.Error):
                if self._goes_with(self._mark, self._mark_without_log()):
                    return True
            time.sleep(_LOOK_AGAIN)  # being written at the moment, perhaps half of a page, and nothing signals the end
        return False

    def _goes_with(self, ours: Mark, there: Mark | None) -> bool:
        """Check whether a mark in the file is one before or after ours, and not before the last one that was there."""
        if there is None or lacks(there, self._floor):
            return False
        return there.texts[-1] in ours.texts or ours.texts[-1] in there.texts

    def _mark_without_log(self) -> Mark | None:
        where = f"{self._path.absolute().as_uri()}?immutable=1"
        with contextlib.closing(sqlite3.connect(where, uri=True, isolation_level=None)) as file:
            return mark_of(file)

    def _mark_there(self) -> Mark | None:
        """Return the mark in the file after the log was moved into it, None if it can't be read."""
        if self._watch is None:
            where = f"{self._path.absolute().as_uri()}?mode=ro"
            self._watch = sqlite3.connect(where, uri=True, isolation_level=None, check_same_thread=False)
        try:
            return mark_of(self._watch)
        except sqlite3.Error:
            return None

    def _record_again(self) -> None:
        """Write the data in memory again, in a new file if two were mixed to one that is damaged.

        What was committed is in a mixed file, and the next call tries again.
        """
        try:
            self._mend()
        except StoreFailed:
            if self._is_damaged:
                self.close()
                self._opened = self._begin_anew()
                self._mend()
            elif not self._is_mixed:
                raise

    def _mend(self) -> None:
        """Write the data in memory again."""
        self._is_mending = True
        try:
            with self.transaction():
                pass
        finally:
            self._is_mending = False

    def files(self, work: Callable[[], T]) -> T:
        """Run a function on files next to the database. Raises StoreFailed."""
        with self._told():
            return work()

    def checkpoint(self) -> None:
        """Empty the log, so that it contains no deleted data. Raises StoreFailed."""
        with self._told():
            if not checkpoint(self._connection, self._busy_ms).is_emptied:
                raise StoreFailed(StorageProblem.LOCKED)

    def _is_ours(self) -> bool:
        return self._opened is not None and not self._is_mixed and self._signed.sign() == self._signature

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except StoreFailed as failed:
            fault = failed.fault
        except (sqlite3.Error, OSError) as error:
            fault = fault_of(error)
            self._is_damaged = fault is StorageProblem.BROKEN
        else:
            return
        if self._is_damaged and self._opened is not None and not (self._is_writing or self._is_mending):
            self.close()
            with self._told():
                self._opened = self._begin_anew()
                if self._must_record:
                    self._mend()
        raise StoreFailed(fault)

    def _begin_anew(self) -> sqlite3.Connection:
        """Set a corrupt file aside and create a new one from its readable rows."""
        self.set_aside, salvaged = make_anew(self._path, self.clock(), self.held, MAIN)
        self._must_record = self._is_taken_up
        self._tell(DataNews(set_aside=str(self.set_aside), salvaged=salvaged))
        return self._connect()

    def _take_up(self) -> None:
        """Load the file's data into memory, once. Rows that cannot be decoded move to another table."""
        if self._is_taken_up:
            return
        connection = self._connection
        found = look_through_file(connection)
        closed = connection.execute(
            "SELECT number, began, state FROM parcel WHERE NOT is_open ORDER BY number DESC LIMIT ?", (_CLOSED,)
        ).fetchall()
        sequence = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'parcel'").fetchone()
        kept_date = int(str(meta(connection, "server_date") or 0))
        self._server_date, self._kept_date = max(self._server_date, kept_date), kept_date
        self._mark = mark_of(connection)
        self._known.take_up(found)
        self._known.closed = {number: (began, state) for number, began, state in closed}
        self._known.highest = int(sequence[0]) if sequence else 0
        self._unreadable = found.unreadable
        self._is_taken_up = True
        if found.unreadable or not self._mark:
            with contextlib.suppress(StoreFailed):  # on failure, the next transaction does it
                self._mend()
        if found.unreadable:
            self._tell(DataNews(unreadable=tuple(row.told for row in found.unreadable)))

    def _open(self) -> sqlite3.Connection:
        with self._told():
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            finish_anew(self._path, self.held)
            try:
                return self._connect()
            except sqlite3.DatabaseError as error:
                if fault_of(error) is not StorageProblem.BROKEN:
                    raise
            return self._begin_anew()

    def _connect(self) -> sqlite3.Connection:
        connection, inode = connect(self._path, self._busy_ms)
        try:
            version = version_of(connection, VERSION)
            make_durable(connection)
            if 0 < version < VERSION:  # a new file has no data
                self._back_up(connection, version)
            if version < VERSION:
                upgrade(connection, MAIN, version)
            self._add_tables(connection)
            self._unify(connection)
            with contextlib.suppress(sqlite3.OperationalError):  # another program may be reading
                checkpoint(connection, self._busy_ms)
            self._signed.open(*pages_of(connection, "meta"))
            self._note(inode)
            self._witness.begin()
        except BaseException:
            connection.close()
            self._signed.close()
            raise
        self._is_damaged = False
        return connection

    def _note(self, inode: int) -> None:
        """Remember the identity of the reopened file. Raises StoreFailed if it was already replaced."""
        self._signature, self._inode, self._floor = self._signed.sign(), inode, None
        with contextlib.suppress(sqlite3.Error):
            self._floor = self._mark_without_log()
        if self._signature.inode != inode:
            raise StoreFailed(StorageProblem.OTHER)

    def _add_tables(self, connection: sqlite3.Connection) -> None:
        """Add tables that have no version; another program may be doing the same."""
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        if not {name for (name,) in rows}.issuperset(ADDED_TABLES):
            connection.executescript(f"BEGIN IMMEDIATE;{ADDED};COMMIT;")

    def _back_up(self, connection: sqlite3.Connection, version: int) -> None:
        """Keep a copy of the file from before an upgrade."""
        building = _beside(self._path, ".backing-up")
        with contextlib.closing(sqlite3.connect(building)) as copy:
            connection.backup(copy)
            is_before = version_of(copy, VERSION) == version
        building.chmod(0o600)
        if is_before:
            self.held.replace(building, _beside(self._path, f".before-{version + 1}"))
        else:
            self.held.remove(building)

    def _unify(self, connection: sqlite3.Connection) -> None:
        """Merge data under other spellings of a server. Damage is left to the readers of the damaged rows."""
        try:
            moving.unify(connection)
        except sqlite3.DatabaseError as error:
            if fault_of(error) is not StorageProblem.BROKEN:
                raise


def look_through_file(source: sqlite3.Connection | sqlite3.Cursor) -> Found:
    """Read the drafts, open submissions and templates of the file."""
    return look_through(lambda query: source.execute(query).fetchall())


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
