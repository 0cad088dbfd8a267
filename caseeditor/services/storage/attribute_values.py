"""Values of attributes on disk, for each account. Runs on the worker's loop.

Learning reads and writes on the store's thread, in the background, and keeps nothing in memory. The window asks for the
values of one name at a time: at most 50, whatever the number of learned ones.
"""

import asyncio
import contextlib
import logging
from collections.abc import Iterable

from caseeditor.domain.case.model import Case
from caseeditor.domain.local.learned_values import LearnedValues, sorted_values
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store, StoreFailed
from caseeditor.services.storage.learned_cases import MANY, Account, learn

_PAUSE = 0.5
"""Seconds until learning begins: a case or a page is on screen by then."""
_MOST_WAITING = 200
"""Pages that may wait for a disk that is slow; further ones are not learned."""
log = logging.getLogger(__name__)


class AttributeValues:
    """Learns from each case that is read. Learning never delays a read, and a failure of the disk only costs it."""

    def __init__(self, database: AsyncDatabase) -> None:
        self._database = database
        self._waiting: list[tuple[Account, tuple[Case, ...]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()

    async def of(self, server: str, user: str, name: str) -> LearnedValues:
        """Return the values of an attribute that an account has seen. Raises StoreFailed."""
        query = "SELECT kind, value, cases FROM learned WHERE server = ? AND user = ? AND name = ? AND kind <> ?"

        def find(store: Store) -> LearnedValues:
            return sorted_values(store.select(query, (server, user, name, MANY)))

        return await self._database.do(find)

    def learn(self, server: str, user: str, cases: Iterable[Case]) -> None:
        """Record the values of cases, in the background."""
        found = tuple(case for case in cases if case.id and case.attributes)
        if not found or len(self._waiting) >= _MOST_WAITING:
            return
        self._waiting.append(((server, user), found))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())

    def skip_waiting(self, account: Account | None) -> None:
        """Learn no page that waits, of an account or of all."""
        self._waiting = [page for page in self._waiting if account not in (None, page[0])]

    async def close(self) -> None:
        """Finish the write that runs and one more page; the others are learned when they are read again."""
        del self._waiting[1:]
        self._closing.set()
        if self._writing:
            await self._writing

    async def _write(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), _PAUSE)
        while self._waiting:
            account, cases = self._waiting.pop(0)
            try:
                await self._database.do(lambda store, account=account, cases=cases: learn(store, account, cases))  # type: ignore[misc]  # bound now
            except StoreFailed as failed:
                log.warning("values of attributes: not kept, %s", failed.fault.value)
            except Exception:
                log.exception("values of attributes: not kept")
