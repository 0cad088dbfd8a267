"""What is remembered of an agent's work besides drafts and submissions. On the worker's loop; raises StoreFailed."""

from caseeditor.services.shelf import Shelf
from caseeditor.services.store import Store

_OF_A_CASE = 500
_AT_MOST = 10_000
_LONGEST = 200
"""Names of attributes: of one case, of one server, and characters of one that is worth offering again."""


class Memory:
    """Reads and writes what is remembered, in the store."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._names: dict[str, dict[str, None]] = {}

    async def tabs(self) -> tuple[tuple[str, str], ...]:
        """Return which cases are open: server and id, in order."""
        return await self._shelf.do(lambda store: tuple(store.select("SELECT server, case_id FROM tab ORDER BY place")))

    async def set_tabs(self, tabs: tuple[tuple[str, str], ...]) -> None:
        """Remember which cases are open: server and id, in order."""

        def keep(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.execute("DELETE FROM tab")
                cursor.executemany("INSERT INTO tab (server, case_id) VALUES (?, ?)", tabs)

        await self._shelf.do(keep)

    async def names(self, server: str) -> tuple[str, ...]:
        """Return the names of attributes that were seen at a server."""
        if server not in self._names:
            query = "SELECT name FROM name WHERE server = ? ORDER BY name"
            found = await self._shelf.do(lambda store: store.select(query, (server,)))
            self._names.setdefault(server, {}).update((name, None) for (name,) in found)
        return tuple(self._names[server])

    async def remember_names(self, server: str, names: tuple[str, ...]) -> None:
        """Remember names of attributes; writes only what is new."""
        known = set(await self.names(server))
        new = [name for name in names[:_OF_A_CASE] if name not in known and len(name) <= _LONGEST]
        new = new[: _AT_MOST - len(known)]
        if not new:
            return

        def keep(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", [(server, name) for name in new])

        self._names[server].update(dict.fromkeys(new))
        await self._shelf.do(keep)
