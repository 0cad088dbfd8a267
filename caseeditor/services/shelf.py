"""The store as the loop reaches it: on a thread of its own, opened when it is first needed."""

from collections.abc import Callable
from typing import TypeVar

from caseeditor.services.aside import Aside
from caseeditor.services.store import Store, StoreFailed

T = TypeVar("T")


class Shelf:
    """Lives on the worker's loop. A disk that failed is tried anew at each call."""

    def __init__(self, aside: Aside, open_store: Callable[[], Store]) -> None:
        self._aside = aside
        self._open_store = open_store
        self._store: Store | None = None

    async def do(self, work: Callable[[Store], T]) -> T:
        """Do something with the store; what is written is synced when this returns. Raises StoreFailed."""

        def run() -> T:
            if self._store is None:
                self._store = self._open_store()
            return work(self._store)

        return await self._aside(run)

    async def find(self, work: Callable[[Store], T | None]) -> T | None:
        """Look something up; on a disk that can't be read nothing is found."""
        try:
            return await self.do(work)
        except StoreFailed:
            return None

    async def close(self) -> None:
        """Close the file."""

        def run() -> None:
            if self._store is not None:
                self._store.close()

        await self._aside(run)
