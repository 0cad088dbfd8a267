"""The data file: durable transactions, and everything that may happen to the file under a running program.

Every call blocks and belongs on the store's own thread; a call that returns has been synced. Times are ms since the
epoch.
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
from caseeditor.services.config.folder import DATA_FILE
from caseeditor.services.storage import moving
from caseeditor.services.storage.connections import (
    TEXT,
    Mark,
    StoreFailed,
    checkpoint,
    fault_of,
    lacks,
    make_durable,
    mark_of,
    meta,
    new_mark,
    put_meta,
    version_of,
)
from caseeditor.services.storage.damaged import finish_anew, make_anew
from caseeditor.services.storage.decoding import decode
from caseeditor.services.storage.known import Known, reconcile
from caseeditor.services.storage.migrations import STEPS, VERSION
from caseeditor.services.storage.unreadable import Found, Row, look_through, move

T = TypeVar("T")

_HOUR = 60 * 60
_LOOKS, _LOOK_AGAIN = 20, 0.005
"""How often, and each how many seconds later, a file is looked at that another program is writing."""
_CLOSED = 2000
"""Submissions, the last that ended before this run, of which the number, beginning and state are known."""


class DataFile:
    """One connection; durable. `set_aside` is where a corrupt file went, None when all is well.

    `tell` gets DataNews, on the store's thread. Raises StoreFailed, from the constructor on.
    """

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
        tell: Callable[[DataNews], None] = lambda _: None,
        busy_ms: int = 2000,
    ) -> None:
        self.folder = folder
        self._busy_ms = busy_ms
        self.clock = clock
        self._path = folder / DATA_FILE
        self._tell = tell
        self.set_aside: Path | None = None
        self._known = Known()
        self._is_taken_up = False
        self._unreadable: tuple[Row, ...] = ()
        """Rows that could not be moved yet."""
        self._mark: Mark | None = None
        """What the last transaction left in the file, and no other file has."""
        self._must_record = False
        """The file was begun anew: what is known is newer than what could be read."""
        self._is_missed = False
        """A row of ours was not in the file."""
        self._is_writing = self._is_mending = self._is_damaged = False
        self._server_date = self._kept_date = 0
        self._signature: tuple[int, ...] = ()
        self._inode = 0
        self._floor: Mark | None = None
        """What the file had without its log when that was looked at last: whatever copies the log adds to it."""
        self._opened: sqlite3.Connection | None = None
        self._watch: sqlite3.Connection | None = None
        """Reads what is in the file after a save: the other connection has it in its memory."""
        self._opened = self._open()

    def now(self) -> int:
        """Return the time to write down (ms): a clock that was set back makes nothing look old."""
        return max(self.clock(), self._server_date * 1000)

    @property
    def server_date(self) -> int:
        """The newest time that any server named (s since the epoch); 0 where none was seen."""
        with self._told():
            self._take_up()
        return self._server_date

    def saw_date(self, seconds: int) -> None:
        """Note what time a server says it is (s since the epoch, 0 when it named none); written once an hour."""
        if seconds <= self.server_date:
            return
        self._server_date = seconds
        if seconds - self._kept_date > _HOUR:
            with self.transaction() as cursor:
                put_meta(cursor, "server_date", self._server_date)
            self._kept_date = seconds

    def close(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def wait_for_others(self, busy_ms: int) -> None:
        """Wait so long (ms) from now on while another program holds the file."""
        if busy_ms != self._busy_ms:
            self._busy_ms = busy_ms
            if self._opened is not None:
                self._opened.execute(f"PRAGMA busy_timeout = {busy_ms}")

    def decoded(self, decoder: msgspec.json.Decoder[T], body: bytes) -> T:
        """Decode a row. Raises StoreFailed where that can't be done: it is there, and must not be replaced."""
        found = decode(decoder, body)
        if found is None:
            raise StoreFailed(StorageProblem.OTHER)
        return found

    def select(self, query: str, values: tuple[object, ...] | dict[str, object] = ()) -> list[Any]:
        """Return the rows of a query."""
        with self._told():
            self._take_up()
            if not (self._is_writing or self._is_ours()):
                self._mend()
            return self._connection.execute(query, values).fetchall()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Cursor]:
        """Write: all of it, synced, when this ends, or nothing."""
        with self._told():
            self._take_up()
            if not self._is_ours():  # removed or replaced while running: the open file is nobody's any more
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
            self._mark, self._must_record = mark, False
            self._settle(connection, DataNews(replaced=True) if self._is_missed and not news else news)

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def _compare(self, cursor: sqlite3.Cursor) -> DataNews | None:
        """Compare the file with what is known, and mend it; tells whether it is another than was written last."""
        mark, now = mark_of(cursor), self.now()
        is_another = self._must_record or lacks(mark, self._mark)
        if is_another:  # it may be of before a move
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

    def _settle(self, connection: sqlite3.Connection, news: DataNews | None) -> None:
        """Bring the file itself up to date, so that it is whole without its log. `news` are told."""
        is_replaced = self._sign() != self._signature and not self._is_only_longer()
        if not is_replaced:
            with contextlib.suppress(sqlite3.Error):  # it is committed; another program may be reading
                if checkpoint(connection, self._busy_ms):
                    self._floor = self._mark
            self._signature = self._sign()
            is_replaced = self._signature[:1] != (self._inode,) or not self._is_there()
        if news:
            self._tell(news)
        if is_replaced and not self._is_mending:  # after the transaction began
            self._discard_log()
            self.close()
            self._mend()

    def _discard_log(self) -> None:
        """Keep pages of the file before out of the one that took its place; all that waits is known.

        A log that came with the other file is left alone.
        """
        log, ours = _beside(self._path, "-wal"), self._signature[3:]
        with contextlib.suppress(OSError):
            if (log.stat().st_ino,) == ours:
                os.truncate(log, 0)

    def _is_only_longer(self) -> bool:
        """Tell whether another program moved the log into the file since: then nothing took the file's place."""
        sign = self._sign()
        if self._mark is None or sign[:1] != (self._inode,) or sign[3:] != self._signature[3:]:
            return False
        for _ in range(_LOOKS):
            try:
                there = self._mark_without_log()
            except sqlite3.Error:  # it is just being written: nothing tells when that ends
                time.sleep(_LOOK_AGAIN)
                continue
            if there is None or lacks(there, self._floor):
                return False
            return there.texts[-1] in self._mark.texts or self._mark.texts[-1] in there.texts
        return False

    def _mark_without_log(self) -> Mark | None:
        where = f"{self._path.absolute().as_uri()}?immutable=1"
        with contextlib.closing(sqlite3.connect(where, uri=True, isolation_level=None)) as file:
            return mark_of(file)

    def _is_there(self) -> bool:
        """Tell whether the last transaction is in the file itself."""
        if self._watch is None:
            where = f"{self._path.absolute().as_uri()}?mode=ro"
            self._watch = sqlite3.connect(where, uri=True, isolation_level=None, check_same_thread=False)
        try:
            return not lacks(mark_of(self._watch), self._mark)
        except sqlite3.Error:
            return False

    def _mend(self) -> None:
        """Record again what is known."""
        self._is_mending = True
        try:
            with self.transaction():
                pass
        finally:
            self._is_mending = False

    def files(self, work: Callable[[], T]) -> T:
        """Do something with files beside the database. Raises StoreFailed."""
        with self._told():
            return work()

    def checkpoint(self) -> None:
        """Leave nothing that was deleted in the log beside the file. Raises StoreFailed."""
        with self._told():
            if not checkpoint(self._connection, self._busy_ms):
                raise StoreFailed(StorageProblem.LOCKED)

    def _is_ours(self) -> bool:
        return self._opened is not None and self._sign() == self._signature

    def _sign(self) -> tuple[int, ...]:
        """Return what changes when somebody else writes the file, exchanges it, or takes its log away."""
        try:
            found = self._path.stat()
        except OSError:
            return ()
        with contextlib.suppress(OSError):
            return (found.st_ino, found.st_mtime_ns, found.st_size, _beside(self._path, "-wal").stat().st_ino)
        return (found.st_ino, found.st_mtime_ns, found.st_size)

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
        """Set a file aside that turned out to be corrupt; what can be read of it goes into a new one."""
        self.set_aside, salvaged = make_anew(self._path, self.clock())
        self._must_record = self._is_taken_up
        self._tell(DataNews(set_aside=str(self.set_aside), salvaged=salvaged))
        return self._connect()

    def _take_up(self) -> None:
        """Know what the file has, once; what can't be decoded moves into a table of its own."""
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
            with contextlib.suppress(StoreFailed):  # then the next transaction does it
                self._mend()
        if found.unreadable:
            self._tell(DataNews(unreadable=tuple(row.told for row in found.unreadable)))

    def _open(self) -> sqlite3.Connection:
        with self._told():
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            finish_anew(self._path)
            try:
                return self._connect()
            except sqlite3.DatabaseError as error:
                if fault_of(error) is not StorageProblem.BROKEN:
                    raise
            return self._begin_anew()

    def _connect(self) -> sqlite3.Connection:
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        inode = os.fstat(handle).st_ino
        os.close(handle)
        connection = sqlite3.connect(
            self._path, timeout=self._busy_ms / 1000, isolation_level=None, check_same_thread=False
        )
        connection.text_factory = TEXT
        try:
            version = version_of(connection)
            make_durable(connection)
            self._upgrade(connection, version)
            self._unify(connection)
            with contextlib.suppress(sqlite3.OperationalError):  # another program may be reading
                checkpoint(connection, self._busy_ms)
            self._note(inode)
        except BaseException:
            connection.close()
            raise
        self._is_damaged = False
        return connection

    def _note(self, inode: int) -> None:
        """Know the file that was opened again. Raises StoreFailed where it is another already."""
        self._signature, self._inode, self._floor = self._sign(), inode, None
        with contextlib.suppress(sqlite3.Error):
            self._floor = self._mark_without_log()
        if self._signature[:1] != (inode,):
            raise StoreFailed(StorageProblem.OTHER)

    def _upgrade(self, connection: sqlite3.Connection, version: int) -> None:
        """Bring a file up to date, in one transaction; another program may be doing just that."""
        if version == VERSION:
            return
        if version:  # a new file has nothing to keep
            self._back_up(connection, version)
        steps = ";".join(STEPS[version:])
        try:
            connection.executescript(f"BEGIN IMMEDIATE;{steps};PRAGMA user_version = {VERSION};COMMIT;")
        except sqlite3.OperationalError:
            if connection.in_transaction:
                connection.rollback()
            if version_of(connection) != VERSION:
                raise

    def _back_up(self, connection: sqlite3.Connection, version: int) -> None:
        """Keep the file as it was before an upgrade."""
        building = _beside(self._path, ".backing-up")
        with contextlib.closing(sqlite3.connect(building)) as copy:
            connection.backup(copy)
            is_before = version_of(copy) == version
        building.chmod(0o600)
        if is_before:
            building.replace(_beside(self._path, f".before-{version + 1}"))
        else:
            building.unlink()

    def _unify(self, connection: sqlite3.Connection) -> None:
        """Have what is kept under another spelling of a server found; damage is told by who reads what is damaged."""
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
