"""Values of filters on disk, for each account. Runs on the worker's loop."""

import asyncio
import logging
from collections.abc import Iterable

from caseeditor.domain.case.model import Case
from caseeditor.domain.local.seen_values import Seen, SeenValues, seen_in, seen_values
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store, StoreFailed

_MOST = 10_000
"""Maximum number of values of an account."""
log = logging.getLogger(__name__)
Account = tuple[str, str]
"""A server's URL and a user's key."""


class FilterValues:
    """Learns from each case that is read. Learning never delays a read, and a failure of the disk only costs it."""

    def __init__(self, database: AsyncDatabase) -> None:
        self._database = database
        self._known: dict[Account, Seen] = {}
        self._waiting: dict[Account, Seen] = {}
        self._writing: asyncio.Task[None] | None = None

    async def of(self, server: str, user: str) -> SeenValues:
        """Return the values of an account. Raises StoreFailed."""
        known = await self._read((server, user))
        return seen_values({**known, **self._waiting.get((server, user), {})})

    def learn(self, server: str, user: str, cases: Iterable[Case]) -> None:
        """Record the values of cases, in the background."""
        known = self._known.get((server, user), {})
        new = {key: label for key, label in seen_in(cases).items() if known.get(key) != label}
        if not new or len(known) >= _MOST:
            return
        self._waiting.setdefault((server, user), {}).update(new)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())

    async def close(self) -> None:
        """Finish writing."""
        if self._writing:
            await self._writing

    async def _read(self, account: Account) -> Seen:
        if account not in self._known:
            query = "SELECT kind, value, label FROM filter_value WHERE server = ? AND user = ?"
            rows = await self._database.do(lambda store: store.select(query, account))
            self._known.setdefault(account, {}).update({(kind, value): label for kind, value, label in rows})
        return self._known[account]

    async def _write(self) -> None:
        while self._waiting:
            account = next(iter(self._waiting))
            found = dict(self._waiting[account])
            try:
                await self._write_new(account, found)
            except StoreFailed as failed:
                log.warning("values of filters: not kept, %s", failed.fault.value)
            except Exception:
                log.exception("values of filters: not kept")
            since = {key: label for key, label in self._waiting.pop(account).items() if found.get(key) != label}
            if since:
                self._waiting[account] = since

    async def _write_new(self, account: Account, found: Seen) -> None:
        known = await self._read(account)
        new = [(key, label) for key, label in found.items() if known.get(key) != label][: _MOST - len(known)]
        if new:
            await self._put(account, dict(new))
            known.update(new)

    async def _put(self, account: Account, new: Seen) -> None:
        def keep(store: Store) -> None:
            with store.transaction() as cursor:
                cursor.executemany(
                    "INSERT OR REPLACE INTO filter_value (server, user, kind, value, label) VALUES (?, ?, ?, ?, ?)",
                    [(*account, *key, label) for key, label in new.items()],
                )

        await self._database.do(keep)
