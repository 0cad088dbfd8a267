"""An in-memory copy of the data file, and its reconciliation with a file that replaced it."""

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.services.storage.decoding import SUBMISSION, decode
from caseeditor.services.storage.unreadable import Found, Held

if TYPE_CHECKING:
    import sqlite3

Key = tuple[str, str, str]
_GENERATION_BITS = 60
_ROWS = 200
_OPEN_ROWS = 2_000
"""Number of ended submissions of batches in memory."""
replace = msgspec.structs.replace


class Known:
    """Drafts and submissions as last recorded.

    - `backs`: changes returned from submissions to a draft, by number, until a draft that contains them is saved.
    - `keys`: accounts that got another key; requests under way may still use the former one.
    - `moves`: servers that moved in this run, old and new.
    - `generations`: generations of a draft that this program wrote or read without foreign ones in between. A reader of
      one of them knows the draft on disk, or its absence (NONE_THERE).
    - `submissions`: open ones, and those that ended in this run; of batches, only the latest of these.
    - `gone`: drafts dropped in this run (ms).
    - `closed`: submissions that had ended before, and rows of batches (beginning in ms, state).
    - `highest`: the highest number ever used.
    """

    def __init__(self) -> None:
        self.drafts: dict[Key, tuple[Draft, int]] = {}
        self.generations: dict[Key, set[int]] = {}
        self.backs: dict[Key, dict[int, Draft]] = {}
        self.keys: dict[tuple[str, str], str] = {}
        self.moves: tuple[tuple[str, str], ...] = ()
        self.gone: dict[Key, int] = {}
        self.submissions: dict[int, Held] = {}
        self.closed: dict[int, tuple[int, str]] = {}
        self.highest = 0

    def take_up(self, found: Found) -> None:
        """Load the data of a file."""
        self.drafts.update((key_of(draft), (draft, saved)) for draft, saved in found.drafts)
        self.submissions.update((held.submission.number, held) for held in found.submissions)

    def copy(self) -> "Known":
        """Copy the state for a transaction that may fail. `closed` only grows, and is shared."""
        copy = Known()
        copy.drafts, copy.gone, copy.submissions = dict(self.drafts), dict(self.gone), dict(self.submissions)
        copy.keys, copy.moves = self.keys, self.moves
        copy.backs = {key: dict(each) for key, each in self.backs.items()}
        copy.generations = {key: set(each) for key, each in self.generations.items()}
        copy.closed, copy.highest = self.closed, self.highest
        return copy

    def rename(self, owned: Callable[[Submission], Submission]) -> None:
        """Apply the current account keys to the submissions."""
        self.submissions = {
            number: replace(held, submission=owned(held.submission)) for number, held in self.submissions.items()
        }

    def let_rows_go(self) -> None:
        """Forget ended submissions of batches but the latest: there may be 100,000, and their batch has the results.

        More of those stay whose note may still be stored. An older copy of the file reopens none.
        """
        rows = {
            number: held.submission for number, held in self.submissions.items() if held.ended and held.submission.batch
        }
        clear = [number for number, submission in rows.items() if _is_clear(submission)]
        open_ones = [number for number, submission in rows.items() if not _is_clear(submission)]
        for number in (*clear[:-_ROWS], *open_ones[:-_OPEN_ROWS]):
            held = self.submissions.pop(number)
            self.closed[number] = held.began, held.submission.state.value

    def move(self, old: str, new: str) -> None:
        """Move the data of a server to its new address."""
        self.moves += ((old, new),)
        for number, held in self.submissions.items():
            if held.submission.server == old:
                self.submissions[number] = replace(held, submission=replace(held.submission, server=new))
        self.gone = {_moved(key, old, new): when for key, when in self.gone.items()}
        self.backs = {_moved(key, old, new): backs for key, backs in self.backs.items()}
        self.keys = {(new if server == old else server, key): now for (server, key), now in self.keys.items()}

    def follow(self, found: Found) -> None:
        """Load the data that another program has written; the file wins."""
        self.drafts.clear()
        ended = {number: held for number, held in self.submissions.items() if not held.submission.state.is_open}
        self.submissions = ended
        self.take_up(found)


def _is_clear(submission: Submission) -> bool:
    """Check that where each note went is known."""
    return all(each.note for each in submission.unconfirmed)


def _moved(key: Key, old: str, new: str) -> Key:
    return (new if key[0] == old else key[0], *key[1:])


def key_of(of: Draft | Submission) -> Key:
    """Return the key of a draft's row."""
    return of.server, of.user, of.case_id


def reconcile(cursor: "sqlite3.Cursor", known: Known, found: Found, now: int) -> None:
    """Write the data in memory that is newer than the current file's, within a transaction.

    Data that only the file has stays and is loaded. `found` is the file's data, `now` in ms.
    """
    _reconcile_drafts(cursor, known, found, now)
    _reconcile_submissions(cursor, known, found, now)


def _reconcile_drafts(cursor: "sqlite3.Cursor", known: Known, found: Found, now: int) -> None:
    for draft, saved in found.drafts:
        key = key_of(draft)
        ours = known.drafts.get(key)
        if ours is None and saved <= known.gone.get(key, -1):  # submitted or discarded here since
            cursor.execute("DELETE FROM draft WHERE server = ? AND user = ? AND case_id = ?", key)
        elif ours is None:
            known.drafts[key] = (draft, saved)
        elif saved > ours[1] and draft != ours[0]:  # typed elsewhere, and later: goes to the history
            put_discarded(cursor, draft, now)
    for draft, saved in tuple(known.drafts.values()):
        is_ours = key_of(draft) in known.generations
        generation = put_draft(cursor, known, draft, saved)
        if is_ours:  # its editor has read the content written again
            known.generations[key_of(draft)].add(generation)


def _reconcile_submissions(cursor: "sqlite3.Cursor", known: Known, found: Found, now: int) -> None:
    rows = cursor.execute("SELECT number, server, case_id, began FROM parcel").fetchall()
    there = {number: (server, case_id, began) for number, server, case_id, began in rows}
    known.highest = max(known.highest, _sequence(cursor), *there, *known.submissions, 0)
    moved = set()
    for number, held in known.submissions.items():
        if number in there and there[number] != (held.submission.server, held.submission.case_id, held.began):
            moved.add(number)
            known.highest += 1
            _renumber(cursor, number, known.highest)
    for held in found.submissions:  # open in the file
        number = held.submission.number
        if number in moved or number in known.submissions:
            continue
        began, state = known.closed.get(number, (None, ""))
        if began == held.began:  # ended before this run: an older copy does not reopen it
            ended = replace(held, submission=replace(held.submission, state=State(state)), ended=now)
            put_submission(cursor, ended)
        else:
            known.submissions[number] = held
    for held in known.submissions.values():
        put_submission(cursor, held)
    _keep_sequence(cursor, known.highest)


def _renumber(cursor: "sqlite3.Cursor", old: int, new: int) -> None:
    """Renumber a row of the file: our number is referenced by drafts, notes and the running program."""
    (body,) = cursor.execute("SELECT body FROM parcel WHERE number = ?", (old,)).fetchone()
    if submission := decode(SUBMISSION, body):
        unconfirmed = tuple(
            replace(each, submission=new) if each.submission == old else each for each in submission.unconfirmed
        )
        body = msgspec.json.encode(replace(submission, number=new, unconfirmed=unconfirmed))
    cursor.execute("UPDATE parcel SET number = ?, body = ? WHERE number = ?", (new, body, old))


def _sequence(cursor: "sqlite3.Cursor") -> int:
    row = cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = 'parcel'").fetchone()
    return int(row[0]) if row else 0


def _keep_sequence(cursor: "sqlite3.Cursor", highest: int) -> None:
    """Prevent reuse of numbers."""
    cursor.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'parcel'", (highest,))
    if not cursor.rowcount and highest:
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('parcel', ?)", (highest,))


# Writing of rows.


def put_draft(cursor: "sqlite3.Cursor", known: Known, draft: Draft, saved: int) -> int:
    """Write a draft over the previous one; return its generation, which counts as read only if the previous one did."""
    key = key_of(draft)
    known.drafts[key] = (draft, saved)
    there, generation = generation_of(cursor, key), secrets.randbits(_GENERATION_BITS) + 2
    if there is None or there in known.generations.get(key, ()):
        known.generations.setdefault(key, set()).add(generation)
    cursor.execute(
        "INSERT OR REPLACE INTO draft (server, user, case_id, body, saved, generation) VALUES (?, ?, ?, ?, ?, ?)",
        (*key, msgspec.json.encode(draft), saved, generation),
    )
    return generation


def generation_of(cursor: "sqlite3.Cursor", key: Key) -> int | None:
    """Return the generation of a draft on disk, None if there is no draft."""
    query = "SELECT generation FROM draft WHERE server = ? AND user = ? AND case_id = ?"
    row = cursor.execute(query, key).fetchone()
    return row[0] if row else None


def put_discarded(cursor: "sqlite3.Cursor", draft: Draft, ended: int) -> None:
    """Add a draft to the history."""
    cursor.execute(
        "INSERT INTO discarded (server, user, case_id, subject, body, ended) VALUES (?, ?, ?, ?, ?, ?)",
        (*key_of(draft), draft.subject, msgspec.json.encode(draft), ended),
    )


def put_submission(cursor: "sqlite3.Cursor", held: Held) -> bool:
    """Write a submission under its number; return whether the row existed."""
    submission = held.submission
    values: dict[str, Any] = {
        "number": submission.number,
        "server": submission.server,
        "user": submission.user,
        "case_id": submission.case_id,
        "subject": held.subject,
        "state": submission.state.value,
        "is_open": submission.state.is_open,
        # the draft has those of a rejected submission, unless it is the row of a batch
        "haunts": bool(submission.unconfirmed) and (submission.state is not State.REJECTED or bool(submission.batch)),
        "body": msgspec.json.encode(submission),
        "began": held.began,
        "ended": held.ended,
    }
    cursor.execute(
        "UPDATE parcel SET user = :user, state = :state, is_open = :is_open, haunts = :haunts, body = :body,"
        " ended = CASE WHEN :is_open THEN NULL ELSE coalesce(ended, :ended) END WHERE number = :number",
        values,
    )
    if cursor.rowcount:
        return True
    cursor.execute(
        "INSERT INTO parcel (number, server, user, case_id, subject, state, is_open, haunts, body, began, ended)"
        " VALUES (:number, :server, :user, :case_id, :subject, :state, :is_open, :haunts, :body, :began, :ended)",
        values,
    )
    return False
