"""Drafts, submissions and history on disk, and records of accounts and servers.

Every call blocks and belongs on the store's thread; its writes are synced on return. Times are ms since the epoch.
"""

from collections.abc import Iterable
from functools import reduce
from typing import TYPE_CHECKING, TypeVar

import msgspec

from caseeditor.domain.delivery.draft import NONE_THERE, Draft, FoundDraft, SavedDraft
from caseeditor.domain.delivery.handover import joined_draft
from caseeditor.domain.delivery.reunion import remaining, reunited
from caseeditor.domain.delivery.submission import Submission, UnconfirmedNote
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.whose import Moved
from caseeditor.domain.local.whose import moved as moved_keys
from caseeditor.domain.text.same_text import plain
from caseeditor.services.storage import moving
from caseeditor.services.storage.connections import StoreFailed
from caseeditor.services.storage.data_file import DataFile, look_through_file
from caseeditor.services.storage.decoding import DRAFT, SUBMISSION, decode, unconfirmed_of
from caseeditor.services.storage.known import generation_of, put_discarded, put_draft, put_submission
from caseeditor.services.storage.known import key_of as _key
from caseeditor.services.storage.unreadable import Held

if TYPE_CHECKING:
    import sqlite3

__all__ = ["Store", "StoreFailed"]
T = TypeVar("T")
Owned = TypeVar("Owned", Draft, Submission)

_MARKED = """
WITH RECURSIVE servers (server) AS (
  SELECT min(server) FROM parcel
  UNION ALL SELECT (SELECT min(server) FROM parcel WHERE server > servers.server) FROM servers WHERE server NOT NULL
)
SELECT body FROM parcel
WHERE server IN (SELECT server FROM servers) AND case_id IN (SELECT value FROM json_each(:cases))
AND instr(CAST(body AS BLOB), :mark) ORDER BY number
"""
"""Submissions of a batch, by their cases: most of 200,000 are not read.

They are looked for at all servers: after a move that was cut off, the batch may have another one than they.
"""
_NAMES = msgspec.json.Decoder(tuple[str, ...])


class Store(DataFile):
    """The rows of the data file. All methods and the constructor raise StoreFailed."""

    # Drafts.

    def save_draft(self, draft: Draft, over: int | None) -> SavedDraft:
        """Save a draft over the generation that it is based on; None if no draft has been read.

        Another draft on disk is merged in the same transaction; overruled changes go to the history.
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
        """Delete an empty draft, unless the one on disk has not been read."""
        draft = self._owned(draft)
        with self.transaction() as cursor:
            if not self._unseen(cursor, draft, over):
                self._leave_backs(cursor, draft, over)

    def keep_discarded(self, draft: Draft) -> None:
        """Add a draft that the agent discarded to the history."""
        draft, now = self._owned(draft), self.now()
        with self.transaction() as cursor:
            put_discarded(cursor, draft, now)

    def find_draft(self, server: str, user: str, case_id: str) -> FoundDraft:
        """Return the draft of a case for editing, and remember its generation as read."""
        user = self.key_now(server, user)
        rows = self.select(
            "SELECT body, generation FROM draft WHERE server = ? AND user = ? AND case_id = ?", (server, user, case_id)
        )
        body, generation = rows[0] if rows else (b"", NONE_THERE)
        found = FoundDraft(self.decoded(DRAFT, body) if rows else None, generation)
        self._known.generations[server, user, case_id] = {generation}
        return found

    def draft(self, server: str, user: str, case_id: str) -> Draft | None:
        user = self.key_now(server, user)
        rows = self.select(
            "SELECT body FROM draft WHERE server = ? AND user = ? AND case_id = ?", (server, user, case_id)
        )
        return self.decoded(DRAFT, rows[0][0]) if rows else None

    def drafts(self) -> tuple[Draft, ...]:
        """Return all drafts, last changed first."""
        rows = self.select("SELECT body, saved FROM draft ORDER BY saved DESC")
        return tuple(draft for body, _ in rows if (draft := decode(DRAFT, body)))

    # Submissions.

    def submit(self, draft: Draft, submission: Submission, over: int | None) -> Submission:
        """Replace a draft by a submission in one transaction; return it with its number.

        A draft on disk that has not been read stays.
        """
        return self.submit_all(draft, (submission,), over)[0]

    def submit_all(self, draft: Draft, submissions: Iterable[Submission], over: int | None) -> tuple[Submission, ...]:
        """Replace a draft by several submissions in order, like `submit`: all or none."""
        draft, made = self._owned(draft), list[Submission]()
        with self.transaction() as cursor:
            if self._is_used_elsewhere(cursor, draft, over):
                raise StoreFailed(StorageProblem.ELSEWHERE)
            if unseen := self._unseen(cursor, draft, over):
                self._leave_remaining(cursor, remaining(unseen, draft.edit))
            else:
                self._leave_backs(cursor, draft, over)
            for submission in map(self._owned, submissions):
                number = self._insert_submission(cursor, submission, draft.subject)
                made.append(msgspec.structs.replace(submission, number=number))
                self._put_submission(cursor, made[-1])
        return tuple(made)

    def save(self, submission: Submission) -> None:
        submission = self._owned(submission)
        with self.transaction() as cursor:
            self._put_submission(cursor, submission)

    def give_back(self, submission: Submission, back: Draft) -> Draft:
        """Close a submission and merge its returned changes into the current draft, in one transaction."""
        submission, back = self._owned(submission), self._owned(back)
        with self.transaction() as cursor:
            self._put_submission(cursor, submission)
            self._known.backs.setdefault(_key(back), {})[submission.number] = back
            there = self.draft(back.server, back.user, back.case_id)
            if there:
                back = joined_draft(there, back)
            put_draft(cursor, self._known, back, self.now())
        return back

    def open_submissions(self) -> tuple[Submission, ...]:
        """Return the open submissions in order of submission."""
        rows = self.select("SELECT number, body FROM parcel WHERE is_open ORDER BY number")
        found = ((number, decode(SUBMISSION, body)) for number, body in rows)
        return tuple(msgspec.structs.replace(submission, number=number) for number, submission in found if submission)

    def submission(self, number: int) -> Submission | None:
        """Return a submission as last saved by any program, None if it is gone."""
        rows = self.select("SELECT body FROM parcel WHERE number = ?", (number,))
        return self.decoded(SUBMISSION, rows[0][0]) if rows else None

    def open_submission(self, number: int) -> Submission | None:
        """Return a submission as last saved, None if it has ended."""
        submission = self.submission(number)
        return submission if submission and submission.state.is_open else None

    def since(self, server: str, user: str, case_id: str, number: int) -> tuple[Submission, ...]:
        """Return a user's submissions of a case from a number on, in order."""
        query = "SELECT body FROM parcel WHERE server = ? AND user = ? AND case_id = ? AND number >= ? ORDER BY number"
        rows = self.select(query, (server, self.key_now(server, user), case_id, number))
        return tuple(each for (body,) in rows if (each := decode(SUBMISSION, body)))

    def unconfirmed(self, server: str, case_id: str, other_than: int) -> tuple[UnconfirmedNote, ...]:
        """Return the unconfirmed notes of a case's other submissions, of all users."""
        rows = self.select(
            "SELECT body FROM parcel WHERE server = ? AND case_id = ? AND number <> ? AND haunts",
            (server, case_id, other_than),
        )
        rows += self.select("SELECT body FROM draft WHERE server = ? AND case_id = ?", (server, case_id))
        rows += self.select("SELECT body FROM unreadable WHERE server = ? AND case_id = ?", (server, case_id))
        return tuple(unconfirmed_note for (body,) in rows for unconfirmed_note in unconfirmed_of(body))

    def closed_unconfirmed(self, server: str, case_id: str) -> tuple[Submission, ...]:
        """Return the stored submissions of a case that have an unconfirmed note."""
        rows = self.select(
            "SELECT body FROM parcel WHERE server = ? AND case_id = ? AND state = 'stored' AND haunts",
            (server, case_id),
        )
        found = (decode(SUBMISSION, body) for (body,) in rows)
        return tuple(
            submission for submission in found if submission and not all(each.note for each in submission.unconfirmed)
        )

    def ended(self, submission: Submission) -> tuple[Submission, ...]:
        """Return the case's earlier submissions with notes, in order; empty if none of them returned to the draft."""
        whose = (*_key(self._owned(submission)), submission.number)
        where = "server = ? AND user = ? AND case_id = ? AND number < ? AND NOT is_open"
        if not self.select(f"SELECT 1 FROM parcel WHERE {where} AND state IN ('draft', 'refused') LIMIT 1", whose):  # noqa: S608 - contains no values
            return ()
        query = f"SELECT body FROM parcel WHERE {where} AND (haunts OR state = 'refused') ORDER BY number"  # noqa: S608 - contains no values
        found = (decode(SUBMISSION, body) for (body,) in self.select(query, whose))
        return tuple(each for each in found if each)

    # Rows of batches.

    def stored_notes(self, server: str, user: str, case_id: str) -> frozenset[str]:
        """Return the plain texts of the notes that the account's ended submissions stored on a case.

        For cases that show no notes. What is no longer in the history is unknown.
        """
        query = (
            "SELECT body FROM parcel WHERE server = ? AND user = ? AND case_id = ? AND state = 'stored' AND NOT is_open"
        )
        found = (decode(SUBMISSION, body) for (body,) in self.select(query, (server, user, case_id)))
        return frozenset(plain(text) for each in found if each for text in each.edit.notes.values())

    def insert_rows(self, rows: Iterable[Submission]) -> tuple[Submission, ...]:
        """Insert the submissions of a batch's rows; return them with their numbers.

        A row whose case has a draft of its user, or an open submission, is left out: it waits.
        """
        is_open = "SELECT 1 FROM parcel WHERE server = ? AND case_id = ? AND is_open LIMIT 1"
        made: list[Submission] = []
        with self.transaction() as cursor:
            for submission in map(self._owned, rows):
                if generation_of(cursor, _key(submission)) is not None:
                    continue
                if cursor.execute(is_open, (submission.server, submission.case_id)).fetchone():
                    continue
                number = self._insert_submission(cursor, submission, submission.base.subject)
                made.append(msgspec.structs.replace(submission, number=number))
                self._put_submission(cursor, made[-1])
        return tuple(made)

    def unreadable_cases(self, server: str) -> frozenset[str]:
        """Return the ids of the cases of which a record could not be decoded: it may be a submission."""
        rows = self.select("SELECT case_id FROM unreadable WHERE server = ?", (server,))
        return frozenset(case_id for (case_id,) in rows)

    def marked(self, batch: int, rows: Iterable[int]) -> dict[int, Submission]:
        """Return the latest submission of each of these rows of a batch, by row. Rows without one are left out.

        The batch's file has the rows and their cases.
        """
        wanted = set(rows)
        cases = self.batches.cases_of(batch, wanted)
        mark = f'"batch":{{"batch":{batch},'.encode()
        values: dict[str, object] = {"cases": msgspec.json.encode(cases).decode(), "mark": mark}
        found = (decode(SUBMISSION, body) for (body,) in self.select(_MARKED, values))
        return {each.batch.row: each for each in found if each and each.batch and each.batch.row in wanted}

    # Owners.

    def take_over(self, theirs: Draft, user: str) -> Draft | None:
        """Merge another account's draft into this one's; return the merged part, None if it is gone."""
        there = self.draft(theirs.server, theirs.user, theirs.case_id)
        if there is None:
            return None
        taken = msgspec.structs.replace(there, user=user)
        with self.transaction() as cursor:
            self._known.backs.pop(_key(there), None)  # part of the draft being taken over
            self._delete_draft(cursor, there)
            self._join_draft(cursor, taken, 0)
        return taken

    def move_drafts(self, cursor: "sqlite3.Cursor", server: str, old: str, new: str) -> list[Moved]:
        """Move an account's drafts to another, merged with the existing ones."""
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
        """Map old keys to the new one in memory, for requests that still use them; the disk has been updated."""
        self._known.keys = moved_keys(self._known.keys, server, old, new)
        self._known.rename(self._owned)
        for before in old:
            for key in [key for key in self._known.backs if key[:2] == (server, before)]:
                backs = {number: self._owned(back) for number, back in self._known.backs.pop(key).items()}
                self._known.backs.setdefault((server, new, key[2]), {}).update(backs)

    def key_now(self, server: str, key: str) -> str:
        """Return the key that an account has now, for a request that may use a former one."""
        return self._known.keys.get((server, key), key)

    def has_become(self, server: str, key: str) -> bool:
        """Check whether an account got another key in this run."""
        return (server, key) in self._known.keys

    def _owned(self, of: Owned) -> Owned:
        user = self.key_now(of.server, of.user)
        return of if user == of.user else msgspec.structs.replace(of, user=user)

    def _join_draft(
        self, cursor: "sqlite3.Cursor", draft: Draft, saved: int, along: Iterable[int] = ()
    ) -> Draft | None:
        """Save a draft merged with the existing one, which is returned; the younger one's fields win.

        The editor of the existing draft, or of its absence, has not read the other; the next save is merged with both.
        `along` has the generations read by the editor of the moved draft.
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

    # Servers and cases.

    def user(self, server: str) -> str | None:
        """Return the key of the last signed-in user, None if unknown."""
        rows = self.select("SELECT user FROM server WHERE server = ?", (server,))
        return rows[0][0] if rows else None

    def shows_notes(self, server: str) -> bool:
        """Check whether a server has ever shown a note."""
        return bool(self.select("SELECT 1 FROM server WHERE server = ? AND shows_notes", (server,)))

    def set_shows_notes(self, server: str) -> None:
        with self.transaction() as cursor:
            cursor.execute(
                "INSERT INTO server (server, shows_notes) VALUES (?, 1) ON CONFLICT DO UPDATE SET shows_notes = 1",
                (server,),
            )

    def used_servers(self) -> tuple[str, ...]:
        """Return the servers with earlier sign-ins."""
        return tuple(server for (server,) in self.select("SELECT server FROM server ORDER BY server"))

    def kept_servers(self) -> tuple[str, ...]:
        """Return the servers with drafts or submissions, or with earlier sign-ins."""
        query = "SELECT server FROM server UNION SELECT server FROM draft UNION SELECT server FROM parcel ORDER BY 1"
        return tuple(server for (server,) in self.select(query))

    def former(self, server: str) -> tuple[str, ...]:
        """Return the former spellings of a server."""
        return tuple(name for (name,) in self.select("SELECT former FROM former WHERE server = ?", (server,)))

    def move_server(self, old: str, new: str) -> None:
        """Move a server's data to another one, in one transaction; the batches first, which may be repeated."""
        with self.transaction() as cursor:
            self.batches.move_server(old, new)
            moving.move(cursor, old, new)
            self._known.move(old, new)
            self._known.follow(look_through_file(cursor))

    def server_edits(self, server: str) -> tuple[str, ...]:
        """Return the edits that a server makes to notes (names of domain.delivery.server_edits)."""
        rows = self.select("SELECT names FROM server_edit WHERE server = ?", (server,))
        return (decode(_NAMES, rows[0][0]) or ()) if rows else ()

    def set_server_edits(self, server: str, names: tuple[str, ...]) -> None:
        with self.transaction() as cursor:
            cursor.execute(
                "INSERT OR REPLACE INTO server_edit (server, names) VALUES (?, ?)",
                (server, msgspec.json.encode(names).decode()),
            )

    # Storage.

    def _unknown_backs(self, draft: Draft) -> list[Draft]:
        """Return changes that came back from submissions and that the draft to be saved does not contain."""
        left = {
            number: back for number, back in self._known.backs.pop(_key(draft), {}).items() if number not in draft.backs
        }
        if left:
            self._known.backs[_key(draft)] = left
        return list(left.values())

    def _leave_backs(self, cursor: "sqlite3.Cursor", draft: Draft, over: int | None) -> None:
        """Delete a draft, except returned changes that it does not contain."""
        backs = self._unknown_backs(draft)
        self._known.generations[_key(draft)] = {NONE_THERE} | ({over} if over is not None else set())
        if backs:
            put_draft(cursor, self._known, reduce(joined_draft, backs), self.now())
        else:
            self._delete_draft(cursor, draft)

    def _unseen(self, cursor: "sqlite3.Cursor", draft: Draft, over: int | None) -> Draft | None:
        """Return the draft on disk if it is another one than `draft` is based on."""
        there, known = generation_of(cursor, _key(draft)), self._known.generations.get(_key(draft), ())
        if there in (None, over) or (over in known and there in known):
            return None
        return self.draft(*_key(draft))

    def _leave_remaining(self, cursor: "sqlite3.Cursor", rest: Draft) -> None:
        """Keep the part of an unread draft that is not being submitted."""
        if rest.edit == Edit():
            self._delete_draft(cursor, rest)
        else:
            put_draft(cursor, self._known, rest, self.now())

    def _is_used_elsewhere(self, cursor: "sqlite3.Cursor", draft: Draft, over: int | None) -> bool:
        """Check whether another program submitted or discarded the draft that this one is based on."""
        known = self._known.generations.get(_key(draft), ())
        return over not in (None, NONE_THERE, *known) or (
            over not in (None, NONE_THERE) and NONE_THERE not in known and generation_of(cursor, _key(draft)) is None
        )

    def _delete_draft(self, cursor: "sqlite3.Cursor", draft: Draft) -> None:
        self._known.drafts.pop(_key(draft), None)
        self._known.gone[_key(draft)] = self.now()
        cursor.execute("DELETE FROM draft WHERE server = ? AND user = ? AND case_id = ?", _key(draft))

    def _insert_submission(self, cursor: "sqlite3.Cursor", submission: Submission, subject: str) -> int:
        """Insert the row of a submission; return its number."""
        began = self.now()
        cursor.execute(
            "INSERT INTO parcel (server, user, case_id, subject, state, is_open, body, began)"
            " VALUES (?, ?, ?, ?, ?, 1, '', ?)",
            (*_key(submission), subject, submission.state.value, began),
        )
        number = cursor.lastrowid or 0
        self._known.submissions[number] = Held(submission, subject, began)
        self._known.highest = max(self._known.highest, number)
        return number

    def _put_submission(self, cursor: "sqlite3.Cursor", submission: Submission) -> None:
        before = self._known.submissions.get(submission.number) or self._found(cursor, submission)
        ended = None if submission.state.is_open else before.ended or self.now()
        held = Held(submission, before.subject, before.began, ended)
        self._known.submissions[submission.number] = held
        if submission.batch and ended:
            self._known.let_rows_go()
        if not put_submission(cursor, held):
            self._is_missed = True

    def _found(self, cursor: "sqlite3.Cursor", submission: Submission) -> Held:
        """Return the row of a submission that ended before this run."""
        row = cursor.execute(
            "SELECT subject, began, ended FROM parcel WHERE number = ?", (submission.number,)
        ).fetchone()
        return Held(submission, *row) if row else Held(submission, submission.base.subject, self.now())
