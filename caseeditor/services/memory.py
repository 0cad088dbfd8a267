"""What is remembered of an agent's work besides drafts and submissions. On the worker's loop; raises StoreFailed."""

from caseeditor.services.shelf import Shelf
from caseeditor.services.store import Store


class Memory:
    """Reads and writes what is remembered, in the store."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

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
