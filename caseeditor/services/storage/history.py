"""The history of submissions and discarded drafts. Runs on the worker's loop; raises StoreFailed."""

import re
from typing import Any

from caseeditor.domain.delivery.evidence import UNCONFIRMED_FOR
from caseeditor.domain.delivery.submission import UNSEEN
from caseeditor.domain.local.history_entry import UNREADABLE, HistoryEntry
from caseeditor.domain.local.kept_file import KeptFile
from caseeditor.services.accounts.identities import account
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.batch.ended_batches import Wanted, batch_entries, merged
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.decoding import DRAFT, SUBMISSION, decode, raw_text
from caseeditor.services.storage.kept_files import delete_kept, kept_files
from caseeditor.services.storage.learned_cases import forget

_DAY = 24 * 60 * 60 * 1000
_AT_ONCE = 7 * _DAY
"""Time span deleted in one run (ms), so that a clock wrong by years costs one week of history."""
_EVER = 2**62
_JSON = "CASE WHEN json_valid(CAST(body AS TEXT)) THEN CAST(body AS TEXT) END"
"""A row's body, NULL if it is not JSON, because SQLite would abort the whole query."""
_IN_RAW = "(CAST(body AS TEXT) LIKE :like ESCAPE '!' OR instr(CAST(body AS BLOB), CAST(:search AS BLOB)))"
"""Search in malformed bodies; LIKE stops at NUL characters."""
_OF_BATCH = "instr(CAST(body AS BLOB), CAST('\"batch\":{' AS BLOB))"
"""The body has the mark of a batch: inside a text, a quotation mark follows a backslash. Reading JSON is slower."""
_WANTED = f"""
(:server IS NULL OR server = :server AND user = :user) AND (
  :search = '' OR case_id = :search OR subject LIKE :like ESCAPE '!' OR EXISTS (
  SELECT 1 FROM json_tree({_JSON}, '$.edit') AS part
  WHERE part.type = 'text' AND part.atom LIKE :like ESCAPE '!'
  OR part.path IN ('$.edit.tags', '$.edit.values') AND part.key LIKE :like ESCAPE '!'
) OR ({_JSON}) IS NULL AND {_IN_RAW})
"""  # noqa: S608 - no value in it
"""The search, for one user or all. It covers the agent's input and no data of the program."""
_WANTED_RAW = f"""
(:server IS NULL OR server = :server AND user = :user OR server = '') AND (
  :search = '' OR case_id = :search OR subject LIKE :like ESCAPE '!' OR {_IN_RAW}
)
"""
_PAGE = f"""
SELECT server, user, case_id, subject, state, began, 0, body FROM parcel
WHERE NOT {_OF_BATCH} AND {_WANTED}
UNION ALL
SELECT server, user, case_id, subject, 'discarded', ended, 1, body FROM discarded WHERE {_WANTED}
UNION ALL
SELECT server, user, case_id, subject, '{UNREADABLE}', found, 2, body FROM unreadable WHERE {_WANTED_RAW}
ORDER BY began DESC LIMIT :count OFFSET :index
"""  # noqa: S608 - no value in it


_WHOSE = "(? IS NULL OR server = ? AND user = ?)"
_ENDED = f"""
parcel WHERE {_WHOSE} AND NOT is_open AND ended < ? AND NOT (haunts AND (
  ended > ? AND EXISTS (
    SELECT 1 FROM json_each({_JSON}, '$.ghosts') AS ghost WHERE ghost.value ->> '$.note' IN ('', '{UNSEEN}'))
  OR EXISTS (SELECT 1 FROM parcel AS other
    WHERE other.is_open AND other.server = parcel.server AND other.case_id = parcel.case_id)
  OR EXISTS (SELECT 1 FROM draft WHERE draft.server = parcel.server AND draft.case_id = parcel.case_id)
))
"""  # noqa: S608 - no value in it
"""Ended submissions, except those that may still be stored or are needed as evidence for other notes."""


class History:
    """Reads and clears the history. A batch is one entry; its submissions are none."""

    def __init__(self, database: AsyncDatabase) -> None:
        self._database = database

    async def page(
        self, search: str, count: int, index: int, whose: tuple[str, str] | None = None
    ) -> tuple[HistoryEntry, ...]:
        """Return a page of the history, newest first; a count of -1 returns everything.

        `search` covers ids and texts; `whose` is a server and a user, None for all.
        """
        return await self._database.do(lambda store: _page(store, Wanted(search, whose), count, index))

    async def whole(self, search: str, whose: tuple[str, str] | None = None) -> tuple[HistoryEntry, ...]:
        """Return the history, newest first, batches with their rows. Arguments as for a page."""
        return await self._database.do(lambda store: _page(store, Wanted(search, whose, with_rows=True), -1, 0))

    async def clear(self, whose: tuple[str, str] | None = None, *, with_files: bool = False) -> None:
        """Delete the ended submissions and batches, discarded drafts and opened cases of a user, or of all.

        Pending ones stay. The values of attributes that were learned from cases go with them.
        `with_files` also deletes damaged files and backups, which contain all users' data.
        """
        await self._database.do(lambda store: _clear(store, whose, with_files=with_files))

    async def clear_old(self, days: int) -> None:
        """Delete entries that ended or were last opened more than `days` days ago, at most a week's worth.

        The time is the earlier of the computer's and the servers'. Until a server's time is known, nothing is deleted.
        """
        await self._database.do(lambda store: _clear_old(store, days))

    async def files(self) -> tuple[KeptFile, ...]:
        """List damaged files that were set aside, and backups."""
        return await self._database.do(lambda store: store.files(lambda: kept_files(store.folder, store.now())))


def _page(store: Store, wanted: Wanted, count: int, index: int) -> tuple[HistoryEntry, ...]:
    batches = batch_entries(store, wanted)
    first = max(index - len(batches), 0)  # all entries before it are on earlier pages
    last = index - first + count if count >= 0 else None
    entries = _entries(store, wanted, -1 if last is None else last, first)
    return tuple(merged(entries, batches)[index - first : last])


def _entries(store: Store, wanted: Wanted, count: int, index: int) -> tuple[HistoryEntry, ...]:
    """Return the entries without batches; a count of -1 returns everything."""
    search, (server, user) = wanted.search, wanted.whose or (None, None)
    like = "%" + re.sub(r"([%_!])", r"!\1", search) + "%"
    named = {"search": search, "like": like, "count": count, "index": index, "server": server, "user": user}
    return tuple(_entry(store, row) for row in store.select(_PAGE, named))


def _entry(store: Store, row: tuple[Any, ...]) -> HistoryEntry:
    server, user, case_id, subject, state, began, table, body = row
    submission = decode(SUBMISSION, body) if table == 0 else None
    draft = decode(DRAFT, body) if table == 1 else None
    if submission or draft:
        name = submission.names[0] if submission and submission.names else account(store, server, user).name
        return HistoryEntry(server, user, case_id, subject, state, began, submission, draft, name)
    return HistoryEntry(server, user, case_id, subject, UNREADABLE, began, raw=raw_text(body))


def _clear(store: Store, whose: tuple[str, str] | None, *, with_files: bool) -> None:
    _delete(store, whose)
    server, user = whose or (None, None)
    with store.transaction() as cursor:  # regardless of age: they may be drafts
        cursor.execute(f"DELETE FROM unreadable WHERE {_WHOSE} OR server = ''", (server, server, user))  # noqa: S608 - fixed
    if with_files:
        store.files(lambda: delete_kept(store.folder, store.held))
    store.checkpoint()
    store.batches.clear(whose)


def _clear_old(store: Store, days: int) -> None:
    if not store.server_date:
        return
    until = min(store.clock(), store.server_date * 1000) - days * _DAY
    ended = _ended_values(store, None, until)
    query = f"""
    SELECT min(old) FROM (
      SELECT min(ended) AS old FROM {_ENDED} UNION ALL SELECT min(ended) FROM discarded
      UNION ALL SELECT min(opened) FROM seen UNION ALL SELECT min(read) FROM learned_case)
    """  # noqa: S608 - no value in it
    ((oldest,),) = store.select(query, ended)
    files = [each.changed for each in store.files(lambda: kept_files(store.folder, 0))]
    found = [each for each in (oldest, store.batches.oldest_end(), *files) if each is not None]
    if found and min(found) < until:
        before = min(until, min(found) + _AT_ONCE + 1)
        _delete(store, None, before)
        store.files(lambda: delete_kept(store.folder, store.held, before))
        store.batches.clear(None, before)


def _ended_values(store: Store, whose: tuple[str, str] | None, before: int) -> tuple[object, ...]:
    """Return the parameters of _ENDED. The time is the servers', if known, because notes may still be stored."""
    server, user = whose or (None, None)
    now = min(store.clock(), store.server_date * 1000) if store.server_date else store.clock()
    return (server, server, user, before, now - UNCONFIRMED_FOR * 1000)


def _delete(store: Store, whose: tuple[str, str] | None, before: int | None = None) -> None:
    """Delete the entries of a user, or of all, from before a time (ms); without one, all."""
    until = _EVER if before is None else before
    ended = _ended_values(store, whose, until)
    who = ended[:3]
    with store.transaction() as cursor:
        cursor.execute(f"DELETE FROM {_ENDED}", ended)  # noqa: S608 - no value in it
        cursor.execute(f"DELETE FROM discarded WHERE {_WHOSE} AND ended < ?", (*who, until))  # noqa: S608 - as above
        cursor.execute(f"DELETE FROM seen WHERE {_WHOSE} AND opened < ?", (*who, until))  # noqa: S608 - as above
        forget(cursor, whose, before)
