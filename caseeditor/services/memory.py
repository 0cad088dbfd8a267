"""What is remembered of an agent's work besides drafts and submissions. On the worker's loop; raises StoreFailed."""

from caseeditor.domain.remembered import Remembered, Tab
from caseeditor.services.shelf import Shelf
from caseeditor.services.store import Store

_SEEN = 100
"""Cases that the list of recent ones has."""


class Memory:
    """Reads and writes what is remembered, in the store."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    async def tabs(self) -> tuple[Tab, ...]:
        """Return which cases are open, in order."""
        query = "SELECT server, case_id, user, subject, is_active FROM tab ORDER BY place"
        rows = await self._shelf.do(lambda store: store.select(query))
        return tuple(Tab(server, id_, user, subject, bool(active)) for server, id_, user, subject, active in rows)

    async def set_tabs(self, tabs: tuple[Tab, ...]) -> None:
        """Remember which cases are open, in order."""

        def keep(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.execute("DELETE FROM tab")
                cursor.executemany(
                    "INSERT INTO tab (server, case_id, user, subject, is_active) VALUES (?, ?, ?, ?, ?)",
                    [(tab.server, tab.case_id, tab.user, tab.subject, tab.is_active) for tab in tabs],
                )

        await self._shelf.do(keep)

    async def see(self, server: str, user: str, case_id: str, subject: str) -> None:
        """Remember that a user opened a case just now."""

        def keep(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.execute(
                    "INSERT INTO seen (server, user, case_id, subject, opened) VALUES (?, ?, ?, ?, ?)"
                    " ON CONFLICT DO UPDATE SET subject = excluded.subject, opened = excluded.opened",
                    (server, user, case_id, subject, store.now()),
                )

        await self._shelf.do(keep)

    async def seen(self, server: str, user: str) -> tuple[Remembered, ...]:
        """Return which cases a user opened, the last one first."""
        query = (
            "SELECT case_id, subject, opened FROM seen WHERE server = ? AND user = ?"
            " ORDER BY opened DESC, case_id LIMIT ?"
        )
        return await self._lines(query, server, user, _SEEN)

    async def drafts(self, server: str, user: str) -> tuple[Remembered, ...]:
        """Return a user's drafts, the last changed one first."""
        query = (
            "SELECT case_id, coalesce(json_extract(CAST(body AS TEXT), '$.subject'), ''), saved FROM draft"
            " WHERE server = ? AND user = ? ORDER BY saved DESC, case_id"
        )
        return await self._lines(query, server, user)

    async def _lines(self, query: str, *values: object) -> tuple[Remembered, ...]:
        rows = await self._shelf.do(lambda store: store.select(query, values))
        return tuple(Remembered(case_id, subject, when) for case_id, subject, when in rows)
