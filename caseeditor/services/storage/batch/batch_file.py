"""The file of batches: durable transactions, and recovery of a damaged file.

Every call blocks and belongs on the store's thread; its writes are synced on return. Times are ms since the epoch.
"""

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from caseeditor.domain.batch.batch import Batch
from caseeditor.domain.batch.row import Outcome, Row, RowPlan
from caseeditor.domain.batch.row_memory import SharedParts
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.data_news import DataNews
from caseeditor.runtime.held_files import PATIENT, HeldFiles
from caseeditor.services.config.folder import BATCH_FILE
from caseeditor.services.storage.batch.batch_decoding import (
    RowColumns,
    batch_body,
    decoded_batch,
    decoded_row,
    made_up_batch,
    made_up_row,
    member,
    row_columns,
    without_recipe,
)
from caseeditor.services.storage.batch.batch_schema import BATCHES, ROWS_A_BATCH
from caseeditor.services.storage.connections import (
    StoreFailed,
    checkpoint,
    connect,
    fault_of,
    make_durable,
    upgrade,
    version_of,
)
from caseeditor.services.storage.damaged import finish_anew, make_anew

replace = msgspec.structs.replace

_AUTO_CHECKPOINT = 1000
"""Pages in the log before SQLite moves them into the file."""
_IDS = "coalesce((SELECT text FROM ids WHERE batch = number), '')"
_BATCH = f"SELECT number, server, user, state, ended, {_IDS}, body FROM batch"  # noqa: S608 - no value in it
_ENDED_BATCH = "SELECT number, server, user, state, ended, '', body FROM batch"
_ROW = "SELECT id, case_id, plan, outcome, state, submission, body FROM row"
_OF_BATCH = "BETWEEN :number * 1000000 AND :number * 1000000 + 999999"
_PUT_ROW = """
INSERT INTO row (id, case_id, plan, outcome, state, submission, body) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET case_id = excluded.case_id, plan = excluded.plan, outcome = excluded.outcome,
  state = excluded.state, submission = excluded.submission, body = excluded.body
"""
_PUT_IDS = """
INSERT INTO ids (batch, text) VALUES (?, ?)
ON CONFLICT DO UPDATE SET text = excluded.text WHERE text <> excluded.text
"""
_LOST = f"""
SELECT coalesce((SELECT max(size - :rows, 0) FROM batch WHERE number = :number), 0)
  + (SELECT count(*) FROM unreadable WHERE id {_OF_BATCH})
"""  # noqa: S608 - no value in it
_OF_NUMBER = "BETWEEN number * 1000000 AND number * 1000000 + 999999"
_ALL_ENDED = f"""state = 'done' AND ended < :before AND (:server IS NULL OR server = :server AND user = :user)
  AND NOT EXISTS (SELECT 1 FROM row WHERE state = 'handed' AND id {_OF_NUMBER})"""  # noqa: S608 - no value in it
"""Ended batches without a row in doubt: its question needs the batch."""


class BatchFile:
    """One durable connection, opened on first use. All methods raise StoreFailed.

    `tell` gets DataNews on the store's thread; `held` waits for files that another program has open.
    """

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
        tell: Callable[[DataNews], None] = lambda _: None,
        busy_ms: int = 2000,
        held: HeldFiles = PATIENT,
    ) -> None:
        self._path = folder / BATCH_FILE
        self._clock = clock
        self._tell = tell
        self._busy_ms = busy_ms
        self._held = held
        self._opened: sqlite3.Connection | None = None
        self._inode = 0

    @property
    def is_there(self) -> bool:
        """Tell whether there is a file; reading makes none."""
        return self._path.exists()

    @property
    def is_usable(self) -> bool:
        """Tell whether there is a file, and of no newer version."""
        try:
            with self._told():
                return self.is_there and self._connection is not None
        except StoreFailed as failed:
            if failed.fault is StorageProblem.NEWER:
                return False
            raise

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def wait_for_others(self, busy_ms: int) -> None:
        """Set the wait (ms) for another program's lock."""
        if busy_ms != self._busy_ms:
            self._busy_ms = busy_ms
            if self._opened is not None:
                self._opened.execute(f"PRAGMA busy_timeout = {busy_ms}")

    # Reading.

    def of(self, server: str, user: str) -> tuple[Batch, ...]:
        """Return a user's batches, the latest first."""
        return self._batches("WHERE server = ? AND user = ? ORDER BY number DESC", (server, user))

    def unfinished(self) -> tuple[Batch, ...]:
        """Return the batches that run or have handed rows, of all users: another start may have left them so."""
        is_handed = f"EXISTS (SELECT 1 FROM row WHERE state = 'handed' AND id {_OF_NUMBER})"  # noqa: S608 - no value in it
        return self._batches(f"WHERE state = 'running' OR state = 'paused' AND {is_handed} ORDER BY number")

    def ended(self, whose: tuple[str, str] | None = None) -> tuple[Batch, ...]:
        """Return the ended batches of a server's user, or of all, without the texts of their ids."""
        server, user = whose or (None, None)
        where = "WHERE state = 'done' AND (? IS NULL OR server = ? AND user = ?) ORDER BY number DESC"
        return self._batches(where, (server, server, user), _ENDED_BATCH)

    def with_case(self, case_id: str) -> frozenset[int]:
        """Return the numbers of the batches that have a case."""
        if not self.is_there:
            return frozenset()
        found = self._select("SELECT DISTINCT id / 1000000 FROM row WHERE case_id = ?", (case_id,))
        return frozenset(number for (number,) in found)

    def find(self, number: int) -> Batch | None:
        return next(iter(self._batches("WHERE number = ?", (number,))), None)

    def rows(self, number: int, *, is_shown: bool = False) -> tuple[Row, ...]:
        """Return the rows of a batch, in order; with `is_shown`, as a page shows them."""
        if not self.is_there:
            return ()
        rows, bad = list[Row](), list[RowColumns]()
        parts = SharedParts()
        kept = parts.shown if is_shown else parts.whole
        with self._told():
            for columns in self._connection.execute(f"{_ROW} WHERE id {_OF_BATCH} ORDER BY id", {"number": number}):
                if row := decoded_row(columns):
                    rows.append(kept(row))
                else:
                    bad.append(columns)
        if bad:
            rows = sorted((*rows, *self._make_up_rows(number, bad)), key=lambda row: row.number)
        return tuple(rows)

    def cases_of(self, number: int, rows: Iterable[int]) -> list[str]:
        """Return the ids of the cases of a batch's rows."""
        if not self.is_there:
            return []
        ids = msgspec.json.encode([number * ROWS_A_BATCH + row for row in rows]).decode()
        found = self._select("SELECT case_id FROM row WHERE id IN (SELECT value FROM json_each(?))", (ids,))
        return [case_id for (case_id,) in found]

    def oldest_end(self) -> int | None:
        """Return the time at which the first of the batches ended, None if none has."""
        if not self.is_usable:
            return None
        found: int | None = self._select("SELECT min(ended) FROM batch WHERE state = 'done'")[0][0]
        return found

    # Writing.

    def save(self, batch: Batch, rows: Iterable[Row] = ()) -> Batch:
        """Save a batch and some of its rows in one transaction; return it with its number and counts.

        Number 0 makes a new one. Server and user of one that is there stay: the account may have got another key.
        """
        with self._transaction() as cursor:
            return self._put(cursor, batch, rows)

    def replace_rows(self, batch: Batch, rows: Iterable[Row]) -> Batch:
        """Save a batch with other rows than before."""
        with self._transaction() as cursor:
            _delete_rows(cursor, batch.number)
            return self._put(cursor, batch, rows)

    def drop(self, number: int) -> None:
        """Delete a batch with its rows."""
        with self._transaction() as cursor:
            _delete(cursor, number)

    def clear(self, whose: tuple[str, str] | None = None, before: int = 2**62) -> None:
        """Delete the batches of a server's user, or of all, that ended before a time (ms)."""
        if not self.is_there:
            return
        server, user = whose or (None, None)
        named = {"server": server, "user": user, "before": before}
        with self._transaction() as cursor:
            ended = cursor.execute(f"SELECT number FROM batch WHERE {_ALL_ENDED}", named).fetchall()  # noqa: S608 - no value in it
            for (number,) in ended:
                _delete(cursor, number)
            # Rows whose batch a damaged file has lost are of nobody known.
            cursor.execute("DELETE FROM row WHERE id / 1000000 NOT IN (SELECT number FROM batch)")
            cursor.execute("DELETE FROM unreadable WHERE id / 1000000 NOT IN (SELECT number FROM batch)")
            cursor.execute("DELETE FROM ids WHERE batch NOT IN (SELECT number FROM batch)")
        with self._told():
            if not checkpoint(self._connection, self._busy_ms).is_emptied:
                raise StoreFailed(StorageProblem.LOCKED)

    def rename_user(self, server: str, old: str, new: str) -> None:
        """Move the batches of an account to another one."""
        self._move("UPDATE batch SET user = ? WHERE server = ? AND user = ?", (new, server, old))

    def move_server(self, old: str, new: str) -> None:
        """Move the batches of a server to another one."""
        self._move("UPDATE batch SET server = ? WHERE server = ?", (new, old))

    def _move(self, query: str, values: tuple[str, ...]) -> None:
        if self.is_usable:  # nobody could sign in after a downgrade otherwise
            with self._transaction() as cursor:
                cursor.execute(query, values)

    def _put(self, cursor: sqlite3.Cursor, batch: Batch, rows: Iterable[Row]) -> Batch:
        if not batch.number or not cursor.execute("SELECT 1 FROM batch WHERE number = ?", (batch.number,)).fetchone():
            batch = replace(batch, made=batch.made or self._clock())
            cursor.execute(
                "INSERT INTO batch (number, server, user, state, ended, size, body) VALUES (?, ?, ?, '', 0, 0, '')",
                (batch.number or None, batch.server, batch.user),
            )
            batch = replace(batch, number=cursor.lastrowid or 0)
        before = _count(cursor, batch.number)
        cursor.executemany(_PUT_ROW, (row_columns(batch.number, row) for row in rows))
        cursor.execute(
            "UPDATE batch SET state = ?, ended = ?, size = size + ?, body = ? WHERE number = ?",
            (batch.state.value, batch.ended, _count(cursor, batch.number) - before, batch_body(batch), batch.number),
        )
        cursor.execute(_PUT_IDS, (batch.number, batch.ids_text))
        server, user = cursor.execute("SELECT server, user FROM batch WHERE number = ?", (batch.number,)).fetchone()
        return _counted(cursor, replace(batch, server=server, user=user))

    # Malformed bodies.

    def _batches(self, where: str, values: tuple[object, ...] = (), batch: str = _BATCH) -> tuple[Batch, ...]:
        if not self.is_there:
            return ()
        found = self._select(f"{batch} {where}", values)
        malformed = [columns[0] for columns in found if decoded_batch(columns) is None]
        if malformed:
            for number in malformed:
                self._make_up_batch(number)
            found = self._select(f"{batch} {where}", values)
        decoded = filter(None, map(decoded_batch, found))
        with self._told():
            return tuple(_counted(self._connection.cursor(), each) for each in decoded)

    def _make_up_batch(self, number: int) -> None:
        """Replace a malformed batch by what its columns know. Its guard is lost, so waiting rows are skipped."""
        rows = self.rows(number)
        with self._transaction() as cursor:
            columns = cursor.execute(f"{_BATCH} WHERE number = ?", (number,)).fetchone()
            _keep(cursor, number * ROWS_A_BATCH, columns[-1])
            batch = made_up_batch(columns)
            self._put(cursor, batch, map(without_recipe, rows) if batch.is_active else ())

    def _make_up_rows(self, number: int, bad: list[RowColumns]) -> list[Row]:
        """Replace malformed rows by what their columns know."""
        made_up = [made_up_row(columns) for columns in bad]
        with self._transaction() as cursor:
            for columns in bad:
                _keep(cursor, columns[0], columns[-1])
            cursor.executemany(_PUT_ROW, (row_columns(number, row) for row in made_up))
        return made_up

    # The connection.

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._opened is None or self._inode_there() != self._inode:  # removed or replaced at run time
            self.close()
            self._opened = self._open()
        return self._opened

    def _inode_there(self) -> int:
        try:
            return self._path.stat().st_ino
        except OSError:
            return 0

    def _select(self, query: str, values: tuple[object, ...] | dict[str, object] = ()) -> list[Any]:
        with self._told():
            return self._connection.execute(query, values).fetchall()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Cursor]:
        """Run a transaction: on exit, everything is written and synced, or nothing."""
        with self._told():
            connection = self._connection
            cursor = connection.cursor()
            cursor.execute("BEGIN IMMEDIATE")
            try:
                yield cursor
                connection.commit()
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.rollback()
                raise

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            fault = fault_of(error)
        else:
            return
        if fault is StorageProblem.BROKEN and self._opened is not None:
            self.close()
            with self._told():
                self._opened = self._begin_anew()
        raise StoreFailed(fault)

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        finish_anew(self._path, self._held)
        try:
            return self._connect()
        except sqlite3.DatabaseError as error:
            if fault_of(error) is not StorageProblem.BROKEN:
                raise
        return self._begin_anew()

    def _begin_anew(self) -> sqlite3.Connection:
        """Set a corrupt file aside and create a new one from its readable rows."""
        set_aside, salvaged = make_anew(self._path, self._clock(), self._held, BATCHES)
        self._tell(DataNews(set_aside=str(set_aside), salvaged=salvaged))
        return self._connect()

    def _connect(self) -> sqlite3.Connection:
        connection, self._inode = connect(self._path, self._busy_ms)
        try:
            version = version_of(connection, BATCHES.version)
            make_durable(connection)
            connection.execute(f"PRAGMA wal_autocheckpoint = {_AUTO_CHECKPOINT}")
            if version < BATCHES.version:
                upgrade(connection, BATCHES, version)
        except BaseException:
            connection.close()
            raise
        return connection


def _count(cursor: sqlite3.Cursor, number: int) -> int:
    found: int = cursor.execute("SELECT coalesce(sum(rows), 0) FROM tally WHERE batch = ?", (number,)).fetchone()[0]
    return found


def _counted(cursor: sqlite3.Cursor, batch: Batch) -> Batch:
    """Return a batch with the counts of its rows."""
    plans: dict[RowPlan, int] = {}
    outcomes: dict[Outcome, int] = {}
    tally = "SELECT plan, outcome, rows FROM tally WHERE batch = ? AND rows > 0"
    for plan, outcome, rows in cursor.execute(tally, (batch.number,)).fetchall():
        known_plan, known_outcome = member(RowPlan, plan, RowPlan.INVALID), member(Outcome, outcome, Outcome.UNSURE)
        plans[known_plan] = plans.get(known_plan, 0) + rows
        outcomes[known_outcome] = outcomes.get(known_outcome, 0) + rows
    rows = sum(outcomes.values())
    lost: int = cursor.execute(_LOST, {"number": batch.number, "rows": rows}).fetchone()[0]
    return replace(batch, rows=rows, lost=lost, plans=plans, outcomes=outcomes)


def _keep(cursor: sqlite3.Cursor, id_: int, body: object) -> None:
    """Keep a malformed body: somebody may read it in the file."""
    cursor.execute("INSERT OR IGNORE INTO unreadable (id, body) VALUES (?, ?)", (id_, body))


def _delete_rows(cursor: sqlite3.Cursor, number: int) -> None:
    for table in ("row", "unreadable"):
        cursor.execute(f"DELETE FROM {table} WHERE id {_OF_BATCH}", {"number": number})  # noqa: S608 - names of our tables
    cursor.execute("DELETE FROM tally WHERE batch = ?", (number,))
    cursor.execute("UPDATE batch SET size = 0 WHERE number = ?", (number,))


def _delete(cursor: sqlite3.Cursor, number: int) -> None:
    _delete_rows(cursor, number)
    cursor.execute("DELETE FROM ids WHERE batch = ?", (number,))
    cursor.execute("DELETE FROM batch WHERE number = ?", (number,))
