"""What was submitted and discarded, as it stays readable. Lives on the worker's loop; raises StoreFailed."""

import re

import msgspec

from caseeditor.domain.draft import Draft
from caseeditor.domain.facts import HAUNTED
from caseeditor.domain.parcel import Parcel
from caseeditor.services.identities import account
from caseeditor.services.shelf import Shelf
from caseeditor.services.store import DRAFT, PARCEL, Store

_DAY = 24 * 60 * 60 * 1000
_WANTED = """
(:server IS NULL OR server = :server AND user = :user) AND (
  :search = '' OR case_id = :search OR subject LIKE :like ESCAPE '!' OR EXISTS (
  SELECT 1 FROM json_tree(CAST(body AS TEXT), '$.edit') AS part
  WHERE part.type = 'text' AND part.atom LIKE :like ESCAPE '!'
  OR part.path IN ('$.edit.tags', '$.edit.values') AND part.key LIKE :like ESCAPE '!'
))
"""
"""What a search finds, of one user or of all: in all that was typed, and in nothing that only the program wrote."""
_PAGE = f"""
SELECT server, user, case_id, subject, state, began, 0, body FROM parcel WHERE {_WANTED}
UNION ALL
SELECT server, user, case_id, subject, 'discarded', ended, 1, body FROM discarded WHERE {_WANTED}
ORDER BY began DESC LIMIT :count OFFSET :index
"""  # noqa: S608 - no value in it


_WHOSE = "(? IS NULL OR server = ? AND user = ?)"
_CLEAR = f"""
DELETE FROM parcel WHERE {_WHOSE} AND NOT is_open AND ended < ? AND NOT (haunts AND (
  ended > ? AND EXISTS (
    SELECT 1 FROM json_each(CAST(body AS TEXT), '$.ghosts') AS ghost WHERE ghost.value ->> '$.note' = '')
  OR EXISTS (SELECT 1 FROM parcel AS other
    WHERE other.is_open AND other.server = parcel.server AND other.case_id = parcel.case_id)
  OR EXISTS (SELECT 1 FROM draft WHERE draft.server = parcel.server AND draft.case_id = parcel.case_id)
))
"""  # noqa: S608 - no value in it
"""What may still land, or tells a note that is there from one that is looked for, stays while that matters."""


class Entry(msgspec.Struct, frozen=True):
    """An entry of the history: a submission (`parcel`), or a draft that was discarded. `began` in ms.

    `user` is the key of the account, `name` how its user is called, '' where nobody knows.
    """

    server: str
    user: str
    case_id: str
    subject: str
    state: str
    began: int
    parcel: Parcel | None = None
    draft: Draft | None = None
    name: str = ""


class History:
    """Reads and clears the store's history."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    async def page(
        self, search: str, count: int, index: int, whose: tuple[str, str] | None = None
    ) -> tuple[Entry, ...]:
        """Return a page of what was submitted and discarded, the newest first; a count of -1 means all.

        `search` looks at ids and texts; `whose` is a server and a user, None all of them.
        """
        return await self._shelf.do(lambda store: _page(store, search, count, index, whose))

    async def clear(self, whose: tuple[str, str] | None = None) -> None:
        """Delete all that ended, and which cases were opened, of a user or of all. What is on its way stays."""
        await self._shelf.do(lambda store: _clear(store, store.now() + 1, whose))

    async def clear_old(self, days: int) -> None:
        """Delete what ended, or was opened last, more than so many days ago."""
        await self._shelf.do(lambda store: _clear(store, store.now() - days * _DAY))


def _page(store: Store, search: str, count: int, index: int, whose: tuple[str, str] | None) -> tuple[Entry, ...]:
    like = "%" + re.sub(r"([%_!])", r"!\1", search) + "%"
    server, user = whose or (None, None)
    named = {"search": search, "like": like, "count": count, "index": index, "server": server, "user": user}
    rows = store.select(_PAGE, named)
    entries = []
    for server_url, key, case_id, subject, state, began, is_draft, body in rows:
        parcel = None if is_draft else store.decoded(PARCEL, body)
        draft = store.decoded(DRAFT, body) if is_draft else None
        called = parcel.names[0] if parcel and parcel.names else account(store, server_url, key).name
        entries.append(Entry(server_url, key, case_id, subject, state, began, parcel, draft, called))
    return tuple(entries)


def _clear(store: Store, before: int, whose: tuple[str, str] | None = None) -> None:
    server, user = whose or (None, None)
    who = (server, server, user)
    with store.transaction() as cursor:
        cursor.execute(_CLEAR, (*who, before, store.now() - HAUNTED * 1000))
        cursor.execute(f"DELETE FROM discarded WHERE {_WHOSE} AND ended < ?", (*who, before))  # noqa: S608 - as above
        cursor.execute(f"DELETE FROM seen WHERE {_WHOSE} AND opened < ?", (*who, before))  # noqa: S608 - as above
