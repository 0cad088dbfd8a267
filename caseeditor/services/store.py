"""Drafts, submissions and history on disk. The only module that imports sqlite3.

Every call blocks and belongs on the store's own thread; a call that returns has been synced. Times are ms since the
epoch.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from caseeditor.domain.data_news import DataNews
from caseeditor.domain.draft import NONE_THERE, Draft, FoundDraft, SavedDraft
from caseeditor.domain.fault import Fault
from caseeditor.domain.handover import joined_draft
from caseeditor.domain.parcel import Ghost, Parcel
from caseeditor.domain.reunion import reunited
from caseeditor.domain.whose import Moved
from caseeditor.domain.whose import moved as moved_keys
from caseeditor.services import moving
from caseeditor.services.damaged import finish_anew, make_anew
from caseeditor.services.database import (
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
from caseeditor.services.decoding import DRAFT, PARCEL, decode, ghosts_of
from caseeditor.services.folder import DATA_FILE
from caseeditor.services.known import Known, generation_of, put_discarded, put_draft, put_parcel, reconcile
from caseeditor.services.known import key_of as _key
from caseeditor.services.schema import STEPS, VERSION
from caseeditor.services.unreadable import Found, Held, Row, look_through, move

__all__ = ["Store", "StoreFailed"]
T = TypeVar("T")
Owned = TypeVar("Owned", Draft, Parcel)

_HOUR = 60 * 60
_LOOKS, _LOOK_AGAIN = 20, 0.005
"""How often, and each how many seconds later, a file is looked at that another program is writing."""
_CLOSED = 2000
"""Submissions, the last that ended before this run, of which the number, beginning and state are known."""
_NAMES = msgspec.json.Decoder(tuple[str, ...])


class Store:
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
        self._backs: dict[tuple[str, str, str], dict[int, Draft]] = {}
        """What came back from submissions, by number, until a draft is saved that knows of it."""
        self._keys: dict[tuple[str, str], str] = {}
        """The accounts' keys that have become others in this start: what was on its way here may not know that yet."""
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

    # Drafts.

    def save_draft(self, draft: Draft, over: int | None) -> SavedDraft:
        """Keep a draft in place of the generation that it was made over; None: what is there was not seen.

        Whatever else is there is merged into it, in the same transaction; what then has to give way goes into the
        history.
        """
        draft, saved = self._owned(draft), self.now()
        with self.transaction() as cursor:
            unseen = self._unseen(cursor, draft, over)
            draft = reduce(joined_draft, self._unknown_backs(draft), draft)
            if unseen:
                draft, outdone = reunited(draft, unseen)
                if outdone:
                    put_discarded(cursor, outdone, saved)
            generation = put_draft(cursor, self._known, draft, saved)
            has_seen = set() if unseen or over is None else {over}
            self._known.generations[_key(draft)] = {generation} | has_seen
        return SavedDraft(saved, generation, unseen)

    def drop_draft(self, draft: Draft, over: int | None) -> None:
        """Delete a draft that holds nothing any more; one that was not seen stays."""
        draft = self._owned(draft)
        with self.transaction() as cursor:
            if not self._unseen(cursor, draft, over):
                self._leave_backs(cursor, draft, over)

    def keep_discarded(self, draft: Draft) -> None:
        """Keep what the agent discarded readable in the history."""
        draft, now = self._owned(draft), self.now()
        with self.transaction() as cursor:
            put_discarded(cursor, draft, now)

    def find_draft(self, server: str, user: str, case_id: str) -> FoundDraft:
        """Return the draft of a case for who edits it from now on."""
        user = self._keys.get((server, user), user)
        rows = self.select(
            "SELECT body, generation FROM draft WHERE server = ? AND user = ? AND case_id = ?", (server, user, case_id)
        )
        body, generation = rows[0] if rows else (b"", NONE_THERE)
        found = FoundDraft(self.decoded(DRAFT, body) if rows else None, generation)
        self._known.generations[server, user, case_id] = {generation}
        return found

    def draft(self, server: str, user: str, case_id: str) -> Draft | None:
        """Return the draft of a case."""
        user = self._keys.get((server, user), user)
        rows = self.select(
            "SELECT body FROM draft WHERE server = ? AND user = ? AND case_id = ?", (server, user, case_id)
        )
        return self.decoded(DRAFT, rows[0][0]) if rows else None

    def drafts(self) -> tuple[Draft, ...]:
        """Return all drafts, the last changed one first."""
        rows = self.select("SELECT body, saved FROM draft ORDER BY saved DESC")
        return tuple(draft for body, _ in rows if (draft := decode(DRAFT, body)))

    # Submissions.

    def submit(self, draft: Draft, parcel: Parcel, over: int | None) -> Parcel:
        """Make a submission of a draft, in one transaction: the one is there, the other gone. Returns it numbered.

        A draft on disk that was not seen stays.
        """
        return self.submit_all(draft, (parcel,), over)[0]

    def submit_all(self, draft: Draft, parcels: Iterable[Parcel], over: int | None) -> tuple[Parcel, ...]:
        """Make several submissions of a draft, in their order, as `submit` makes one: all or none."""
        draft, made = self._owned(draft), list[Parcel]()
        with self.transaction() as cursor:
            if not self._unseen(cursor, draft, over):
                self._leave_backs(cursor, draft, over)
            for parcel in map(self._owned, parcels):
                number = self._insert_parcel(cursor, parcel, draft.subject)
                made.append(msgspec.structs.replace(parcel, number=number))
                self._put_parcel(cursor, made[-1])
        return tuple(made)

    def save(self, parcel: Parcel) -> None:
        """Keep a submission as it is now."""
        parcel = self._owned(parcel)
        with self.transaction() as cursor:
            self._put_parcel(cursor, parcel)

    def give_back(self, parcel: Parcel, back: Draft) -> Draft:
        """Close a submission and merge what comes back into whatever draft is there, in one transaction."""
        parcel, back = self._owned(parcel), self._owned(back)
        with self.transaction() as cursor:
            self._put_parcel(cursor, parcel)
            self._backs.setdefault(_key(back), {})[parcel.number] = back
            there = self.draft(back.server, back.user, back.case_id)
            if there:
                back = joined_draft(there, back)
            put_draft(cursor, self._known, back, self.now())
        return back

    def open_parcels(self) -> tuple[Parcel, ...]:
        """Return what is on its way, in the order of submitting."""
        rows = self.select("SELECT number, body FROM parcel WHERE is_open ORDER BY number")
        found = ((number, decode(PARCEL, body)) for number, body in rows)
        return tuple(msgspec.structs.replace(parcel, number=number) for number, parcel in found if parcel)

    def parcel(self, number: int) -> Parcel | None:
        """Return a submission as it was kept last, by whichever program; None where it is not there any more."""
        rows = self.select("SELECT body FROM parcel WHERE number = ?", (number,))
        return self.decoded(PARCEL, rows[0][0]) if rows else None

    def open_parcel(self, number: int) -> Parcel | None:
        """Return a submission as it was kept last, None when it is over."""
        parcel = self.parcel(number)
        return parcel if parcel and parcel.state.is_open else None

    def ghosts(self, server: str, case_id: str, other_than: int) -> tuple[Ghost, ...]:
        """Return the notes of other submissions of a case, of every user, whose end is not known."""
        rows = self.select(
            "SELECT body FROM parcel WHERE server = ? AND case_id = ? AND number <> ? AND haunts",
            (server, case_id, other_than),
        )
        rows += self.select("SELECT body FROM draft WHERE server = ? AND case_id = ?", (server, case_id))
        rows += self.select("SELECT body FROM unreadable WHERE server = ? AND case_id = ?", (server, case_id))
        return tuple(ghost for (body,) in rows for ghost in ghosts_of(body))

    def haunting(self, server: str, case_id: str) -> tuple[Parcel, ...]:
        """Return the stored submissions of a case with a note that nobody knows the end of."""
        rows = self.select(
            "SELECT body FROM parcel WHERE server = ? AND case_id = ? AND state = 'stored' AND haunts",
            (server, case_id),
        )
        found = (decode(PARCEL, body) for (body,) in rows)
        return tuple(parcel for parcel in found if parcel and not all(each.note for each in parcel.ghosts))

    # Whose it is.

    def take_over(self, theirs: Draft, user: str) -> Draft | None:
        """Merge another account's draft into this one's; returns it as it came, None where it is gone."""
        there = self.draft(theirs.server, theirs.user, theirs.case_id)
        if there is None:
            return None
        taken = msgspec.structs.replace(there, user=user)
        with self.transaction() as cursor:
            self._delete_draft(cursor, there)
            self._join_draft(cursor, taken, 0)
        return taken

    def move_drafts(self, cursor: sqlite3.Cursor, server: str, old: str, new: str) -> list[Moved]:
        """Move the drafts of an account to another, each merged with the one that is there."""
        query = "SELECT body, saved FROM draft WHERE server = ? AND user = ?"
        found = []
        for body, saved in cursor.execute(query, (server, old)).fetchall():
            if draft := decode(DRAFT, body):
                moved = msgspec.structs.replace(draft, user=new)
                along = self._known.generations.get((server, old, draft.case_id), ())
                self._delete_draft(cursor, msgspec.structs.replace(draft, user=old))
                found.append(Moved(moved, self._join_draft(cursor, moved, saved, along)))
        return found

    def become(self, server: str, old: Iterable[str], new: str) -> None:
        """Take what still comes under old keys for the new one's: what is on disk has moved."""
        self._keys = moved_keys(self._keys, server, old, new)
        self._known.rename(self._owned)
        for before in old:
            for key in [key for key in self._backs if key[:2] == (server, before)]:
                backs = {number: self._owned(back) for number, back in self._backs.pop(key).items()}
                self._backs.setdefault((server, new, key[2]), {}).update(backs)

    def has_become(self, server: str, key: str) -> bool:
        """Tell whether an account is another one in this start."""
        return (server, key) in self._keys

    def _owned(self, of: Owned) -> Owned:
        user = self._keys.get((of.server, of.user), of.user)
        return of if user == of.user else msgspec.structs.replace(of, user=user)

    def _join_draft(self, cursor: sqlite3.Cursor, draft: Draft, saved: int, along: Iterable[int] = ()) -> Draft | None:
        """Keep a draft merged with the one that is there, whose fields go first if it is younger; returns that one.

        Who edits the one that is there, or saw that none is, has not seen the other: what they save next is merged with
        both. `along` are the generations of who edits the other, and comes along.
        """
        query = "SELECT body, saved FROM draft WHERE server = ? AND user = ? AND case_id = ?"
        row = cursor.execute(query, _key(draft)).fetchone()
        there = decode(DRAFT, row[0]) if row else None
        if row and there:
            draft, outdone = reunited(there, draft) if row[1] > saved else reunited(draft, there)
            if outdone:
                put_discarded(cursor, outdone, self.now())
        generation = put_draft(cursor, self._known, draft, max(saved, row[1]) if row else saved or self.now())
        self._known.generations[_key(draft)] = set() if row else {generation, *along} - {NONE_THERE}
        return there

    # What is known of servers and cases.

    def user(self, server: str) -> str | None:
        """Return the key of whoever was signed in last, None when that is not known."""
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

    def used_servers(self) -> tuple[str, ...]:
        """Return the servers that somebody has signed in to."""
        return tuple(server for (server,) in self.select("SELECT server FROM server ORDER BY server"))

    def kept_servers(self) -> tuple[str, ...]:
        """Return the servers of which drafts or submissions are kept, or that somebody signed in to."""
        query = "SELECT server FROM server UNION SELECT server FROM draft UNION SELECT server FROM parcel ORDER BY 1"
        return tuple(server for (server,) in self.select(query))

    def former(self, server: str) -> tuple[str, ...]:
        """Return the spellings that a server was kept under before."""
        return tuple(name for (name,) in self.select("SELECT former FROM former WHERE server = ?", (server,)))

    def move_server(self, old: str, new: str) -> None:
        """Have all that is kept of a server belong to another one: it moved. In one transaction."""
        with self.transaction() as cursor:
            moving.move(cursor, old, new)
            self._known.move(old, new)
            self._known.follow(_look_through(cursor))

    def server_edits(self, server: str) -> tuple[str, ...]:
        """Return how a server changes notes: names of domain.server_edits."""
        rows = self.select("SELECT names FROM server_edit WHERE server = ?", (server,))
        return (decode(_NAMES, rows[0][0]) or ()) if rows else ()

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

    def _leave_backs(self, cursor: sqlite3.Cursor, draft: Draft, over: int | None) -> None:
        """Delete a draft, but for what came back into it without its knowing."""
        backs = self._unknown_backs(draft)
        self._known.generations[_key(draft)] = {NONE_THERE} | ({over} if over is not None else set())
        if backs:
            put_draft(cursor, self._known, reduce(joined_draft, backs), self.now())
        else:
            self._delete_draft(cursor, draft)

    def _unseen(self, cursor: sqlite3.Cursor, draft: Draft, over: int | None) -> Draft | None:
        """Return the draft on disk where it is another than the one that this is made over."""
        there, known = generation_of(cursor, _key(draft)), self._known.generations.get(_key(draft), ())
        if there in (None, over) or (over in known and there in known):
            return None
        return self.draft(*_key(draft))

    def _delete_draft(self, cursor: sqlite3.Cursor, draft: Draft) -> None:
        self._known.drafts.pop(_key(draft), None)
        self._known.gone[_key(draft)] = self.now()
        cursor.execute("DELETE FROM draft WHERE server = ? AND user = ? AND case_id = ?", _key(draft))

    def _insert_parcel(self, cursor: sqlite3.Cursor, parcel: Parcel, subject: str) -> int:
        """Make the row of a submission; returns its number."""
        began = self.now()
        cursor.execute(
            "INSERT INTO parcel (server, user, case_id, subject, state, is_open, body, began)"
            " VALUES (?, ?, ?, ?, ?, 1, '', ?)",
            (*_key(parcel), subject, parcel.state.value, began),
        )
        number = cursor.lastrowid or 0
        self._known.parcels[number] = Held(parcel, subject, began)
        self._known.highest = max(self._known.highest, number)
        return number

    def _put_parcel(self, cursor: sqlite3.Cursor, parcel: Parcel) -> None:
        before = self._known.parcels.get(parcel.number) or self._found(cursor, parcel)
        ended = None if parcel.state.is_open else before.ended or self.now()
        held = Held(parcel, before.subject, before.began, ended)
        self._known.parcels[parcel.number] = held
        if not put_parcel(cursor, held):
            self._is_missed = True

    def _found(self, cursor: sqlite3.Cursor, parcel: Parcel) -> Held:
        """Return what the row of a submission says that ended before this run."""
        row = cursor.execute("SELECT subject, began, ended FROM parcel WHERE number = ?", (parcel.number,)).fetchone()
        return Held(parcel, *row) if row else Held(parcel, parcel.base.subject, self.now())

    def decoded(self, decoder: msgspec.json.Decoder[T], body: bytes) -> T:
        """Decode a row. Raises StoreFailed where that can't be done: it is there, and must not be replaced."""
        found = decode(decoder, body)
        if found is None:
            raise StoreFailed(Fault.OTHER)
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
            backs = {key: dict(each) for key, each in self._backs.items()}
            before = self._known.copy(), backs, self._unreadable
            self._is_writing, self._is_missed = True, False
            try:
                news = self._compare(cursor)
                yield cursor
                mark = new_mark(cursor)
                connection.commit()
            except BaseException:
                self._known, self._backs, self._unreadable = before
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
        news = None
        mark = mark_of(cursor)
        if self._must_record or lacks(mark, self._mark):
            found = _look_through(cursor)
            self._unreadable = found.unreadable
            now = self.now()
            move(cursor, self._unreadable, now)
            reconcile(cursor, self._known, found, now)
            if self._server_date:
                put_meta(cursor, "server_date", self._server_date)
            unreadable = tuple(row.told for row in found.unreadable)
            if not self._must_record or unreadable:
                news = DataNews(replaced=not self._must_record, unreadable=unreadable)
        elif mark != self._mark:  # another program has written since
            self._known.follow(_look_through(cursor))
        if self._unreadable:
            move(cursor, self._unreadable, self.now())
        self._unreadable = ()
        return news

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
        """Keep pages of the file before from getting into the one that was copied over it; all that waits is known."""
        with contextlib.suppress(OSError):
            if self._path.stat().st_ino == self._inode:
                os.truncate(_beside(self._path, "-wal"), 0)

    def _is_only_longer(self) -> bool:
        """Tell whether another program moved the log into the file since: then nothing took the file's place."""
        sign = self._sign()
        if self._mark is None or sign[:1] != (self._inode,) or sign[3:] != self._signature[3:]:
            return False
        for _ in range(_LOOKS):
            try:
                there = self._mark_without_log()
            except sqlite3.Error:  # it is just being written
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
                raise StoreFailed(Fault.LOCKED)

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
            self._is_damaged = fault is Fault.BROKEN
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
        found = _look_through(connection)
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
                if fault_of(error) is not Fault.BROKEN:
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
            raise StoreFailed(Fault.OTHER)

    def _upgrade(self, connection: sqlite3.Connection, version: int) -> None:
        for step in range(version, VERSION):
            if version:  # a new file has nothing to keep
                backup = _beside(self._path, f".before-{step + 1}")
                with contextlib.closing(sqlite3.connect(backup)) as copy:
                    connection.backup(copy)
                backup.chmod(0o600)
            connection.executescript(f"BEGIN;{STEPS[step]};PRAGMA user_version = {step + 1};COMMIT;")

    def _unify(self, connection: sqlite3.Connection) -> None:
        """Have what is kept under another spelling of a server found; damage is told by who reads what is damaged."""
        try:
            moving.unify(connection)
        except sqlite3.DatabaseError as error:
            if fault_of(error) is not Fault.BROKEN:
                raise


def _look_through(source: sqlite3.Connection | sqlite3.Cursor) -> Found:
    return look_through(lambda query: source.execute(query).fetchall())


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
