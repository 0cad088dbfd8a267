"""Records of an agent's work besides drafts and submissions. Runs on the worker's loop; raises StoreFailed."""

import hashlib

import msgspec

from caseeditor.domain.case.last_seen import Seen, differences, seen
from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.editing.template_files import restored, stored
from caseeditor.domain.editing.templates import Template
from caseeditor.domain.local.learned_values import is_learnable_name
from caseeditor.domain.local.recent import RecentCase, SinceThen, Tab
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.connections import put_meta
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.decoding import TEMPLATE, decode

_MOST_TAGS = 5_000
"""Maximum tags recorded for a server; enough for any reasonable set."""
_LEFT = "left"
"""The entry of the metadata with the left cases. An older version keeps the file, and ignores this entry."""
_SEEN_CASE = msgspec.json.Decoder(Seen)
_RECENT_CASES = 100
"""Length of the list of recent cases."""
_OF_A_CASE = 500
_AT_MOST = 10_000
"""Names of attributes: maximum per case, and maximum per server."""


class _Left(msgspec.Struct, frozen=True):
    """The left cases. `tabs` is a digest of the list of tabs.

    `first` has server and id of each case, and the number of the first submission that counts.
    """

    tabs: str
    first: tuple[tuple[str, str, int], ...]


_LEFT_CASES = msgspec.json.Decoder(_Left)


class LocalData:
    """Reads and writes these records in the store."""

    def __init__(self, database: AsyncDatabase) -> None:
        self._database = database
        self._names: dict[str, dict[str, None]] = {}

    async def tabs(self) -> tuple[Tab, ...]:
        """Return the open cases in order."""
        query = "SELECT server, case_id, user, subject, is_active FROM tab ORDER BY place"

        def find(store: Store) -> tuple[Tab, ...]:
            left = _left(store)
            return tuple(
                Tab(server, id_, user, subject, bool(active), (server, id_) in left)
                for server, id_, user, subject, active in store.select(query)
            )

        return await self._database.do(find)

    async def set_tabs(self, tabs: tuple[Tab, ...]) -> None:
        """Record the open cases in order."""

        def keep(store: Store) -> None:
            before = _left(store)
            with store.transaction() as cursor:
                cursor.execute("DELETE FROM tab")
                cursor.executemany(
                    "INSERT INTO tab (server, case_id, user, subject, is_active) VALUES (?, ?, ?, ?, ?)",
                    [(tab.server, tab.case_id, tab.user, tab.subject, tab.is_active) for tab in tabs],
                )
                left = [(tab.server, tab.case_id) for tab in tabs if tab.is_left]
                first = tuple((*case, before.get(case) or _next_number(store, *case)) for case in left)
                put_meta(cursor, _LEFT, msgspec.json.encode(_Left(_digest(store), first)).decode())

        await self._database.do(keep)

    async def since_left(self, tabs: tuple[Tab, ...]) -> tuple[Submission, ...]:
        """Return the submissions of left cases that were pending when the agent left, or made later, by its user."""

        def find(store: Store) -> tuple[Submission, ...]:
            first = _left(store)
            cases = ((tab, first[tab.server, tab.case_id]) for tab in tabs if (tab.server, tab.case_id) in first)
            return tuple(
                each for tab, number in cases for each in store.since(tab.server, tab.user, tab.case_id, number)
            )

        return await self._database.do(find)

    async def see(self, server: str, user: str, case: Case) -> None:
        """Record a user's opening of a case, with a digest of its content."""
        body = msgspec.json.encode(seen(case))

        def keep(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.execute(
                    "INSERT OR REPLACE INTO seen (server, user, case_id, subject, opened, body)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (server, user, case.id, case.subject, store.now(), body),
                )

        await self._database.do(keep)

    async def since(self, server: str, user: str, case: Case) -> SinceThen | None:
        """Return the differences of a case since a user last opened it; None if there are none or it is unknown."""

        def find(store: Store) -> tuple[int, int, Seen] | None:
            query = "SELECT opened, body FROM seen WHERE server = ? AND user = ? AND case_id = ? AND body NOT NULL"
            rows = store.select(query, (server, user, case.id))
            return (store.now(), rows[0][0], store.decoded(_SEEN_CASE, rows[0][1])) if rows else None

        found = await self._database.find(find)
        if found is None or found[2].update_date == case.update_date:
            return None
        now, opened, before = found
        different = differences(before, seen(case))
        return SinceThen(now - opened, different) if different else None

    async def seen(self, server: str, user: str) -> tuple[RecentCase, ...]:
        """Return the cases that a user opened, most recent first."""
        query = (
            "SELECT case_id, subject, opened FROM seen WHERE server = ? AND user = ?"
            " ORDER BY opened DESC, case_id LIMIT ?"
        )
        return await self._lines(query, server, user, _RECENT_CASES)

    async def drafts(self, server: str, user: str) -> tuple[RecentCase, ...]:
        """Return a user's drafts, last changed first."""
        query = (
            "SELECT case_id, CASE WHEN json_valid(CAST(body AS TEXT))"
            " THEN coalesce(json_extract(CAST(body AS TEXT), '$.subject'), '') ELSE '' END, saved FROM draft"
            " WHERE server = ? AND user = ? ORDER BY saved DESC, case_id"
        )
        return await self._lines(query, server, user)

    async def templates(self) -> tuple[Template, ...]:
        """Return the templates, by name."""
        return await self._database.do(_templates)

    async def put_templates(self, templates: tuple[Template, ...], instead_of: str = "") -> None:
        """Save templates over those of the same name, and delete the one named `instead_of`."""

        def keep(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.execute("DELETE FROM template WHERE name = ?", (instead_of,))
                cursor.executemany(
                    "INSERT OR REPLACE INTO template (name, body) VALUES (?, ?)",
                    [(template.name, msgspec.json.encode(stored(template))) for template in templates],
                )

        await self._database.do(keep)

    async def drop_template(self, name: str) -> None:
        await self.put_templates((), name)

    async def tags(self, server: str) -> tuple[str, ...]:
        """Return the tags seen on a server, and those of the templates."""

        def find(store: Store) -> tuple[str, ...]:
            seen = _seen_tags(store, server)
            written = [tag for template in _templates(store) for tag in template.tags if "{" not in tag]
            return tuple(sorted({*seen, *written}))

        return await self._database.do(find)

    async def seen_tags(self, server: str) -> tuple[str, ...]:
        """Return the tags of cases that were read on a server."""
        return await self._database.do(lambda store: _seen_tags(store, server))

    async def remember_tags(self, server: str, tags: tuple[str, ...]) -> None:
        """Record tags seen on a server; writes only if there are new ones."""

        def keep(store: Store) -> None:
            known = set(_seen_tags(store, server))
            new = sorted(set(tags) - known)[: max(_MOST_TAGS - len(known), 0)]
            if new:
                with store.transaction() as cursor:
                    cursor.executemany("INSERT INTO tag (server, tag) VALUES (?, ?)", [(server, tag) for tag in new])

        await self._database.do(keep)

    async def names(self, server: str) -> tuple[str, ...]:
        """Return the names of attributes seen on a server."""
        if server not in self._names:
            query = "SELECT name FROM name WHERE server = ? ORDER BY name"
            found = await self._database.do(lambda store: store.select(query, (server,)))
            self._names.setdefault(server, {}).update((name, None) for (name,) in found)
        return tuple(self._names[server])

    async def remember_names(self, server: str, names: tuple[str, ...]) -> None:
        """Record names of attributes; writes only new ones."""
        known = set(await self.names(server))
        new = [name for name in names[:_OF_A_CASE] if name not in known and is_learnable_name(name)]
        new = new[: _AT_MOST - len(known)]
        if not new:
            return

        def keep(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", [(server, name) for name in new])

        self._names[server].update(dict.fromkeys(new))  # available at once, before they are on disk
        try:
            await self._database.do(keep)
        except BaseException:
            for name in new:
                self._names[server].pop(name, None)
            raise

    async def _lines(self, query: str, *values: object) -> tuple[RecentCase, ...]:
        rows = await self._database.do(lambda store: store.select(query, values))
        return tuple(RecentCase(case_id, subject, when) for case_id, subject, when in rows)


def _left(store: Store) -> dict[tuple[str, str], int]:
    """Return the first submission that counts for each left case, by server and id.

    Empty if the entry can't be read, or if an older version of the program wrote the tabs again.
    """
    rows = store.select("SELECT value FROM meta WHERE key = ?", (_LEFT,))
    try:
        left = _LEFT_CASES.decode(str(rows[0][0])) if rows else None
    except msgspec.MsgspecError:
        return {}
    if left is None or left.tabs != _digest(store):
        return {}
    return {(server, case_id): number for server, case_id, number in left.first}


def _digest(store: Store) -> str:
    """Return a digest of the tabs."""
    rows = store.select("SELECT server, case_id, is_active FROM tab ORDER BY place")
    return hashlib.sha256(msgspec.json.encode(rows)).hexdigest()


def _next_number(store: Store, server: str, case_id: str) -> int:
    """Return the number of the first pending submission of a case, or else one that is at most the next one's."""
    query = "SELECT min(iif(is_open, number, NULL)), max(number) + 1 FROM parcel"
    pending = store.select(f"{query} WHERE server = ? AND case_id = ?", (server, case_id))
    return next((number for number in pending[0] if number is not None), 1)


def _seen_tags(store: Store, server: str) -> tuple[str, ...]:
    return tuple(tag for (tag,) in store.select("SELECT tag FROM tag WHERE server = ?", (server,)))


def _templates(store: Store) -> tuple[Template, ...]:
    rows = store.select("SELECT body FROM template ORDER BY name")
    return tuple(restored(template) for (body,) in rows if (template := decode(TEMPLATE, body)))
