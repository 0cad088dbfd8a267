"""Batches on disk, without blocking. Runs on the worker's loop; raises StoreFailed."""

from collections.abc import Callable, Iterable

import msgspec

from caseeditor.domain.batch.batch import Batch, BatchState
from caseeditor.domain.batch.row import Row, RowPlan, unplanned
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store


class Batches:
    """Reads and writes the file of batches, on the store's thread. Writes are synced on return."""

    def __init__(self, database: AsyncDatabase) -> None:
        self._database = database

    async def of(self, server: str, user: str) -> tuple[Batch, ...]:
        """Return a user's batches, the latest first."""
        return await self._database.do(lambda store: store.batches.of(server, store.key_now(server, user)))

    async def find(self, number: int) -> Batch | None:
        return await self._database.do(lambda store: store.batches.find(number))

    async def rows(self, number: int) -> tuple[Row, ...]:
        """Return the rows of a batch, in order."""
        return await self._database.do(lambda store: store.batches.rows(number))

    async def shown_rows(self, number: int) -> tuple[Row, ...]:
        """Return the rows of a batch, in order, as a page shows them."""
        return await self._database.do(lambda store: store.batches.rows(number, is_shown=True))

    async def unfinished(self) -> tuple[Batch, ...]:
        """Return the batches that run or have handed rows, of all users."""
        return await self._database.do(lambda store: store.batches.unfinished())

    async def save(self, batch: Batch, rows: Iterable[Row] = ()) -> Batch:
        """Save a batch and some of its rows in one transaction; return it with its number and counts.

        Number 0 makes a new one. Server and user of one that is there stay: the account may have got another key.
        """
        return await self._database.do(lambda store: store.batches.save(_owned(store, batch), rows))

    async def replace_rows(self, batch: Batch, rows: Iterable[Row]) -> Batch:
        """Save a batch with other rows than before."""
        return await self._database.do(lambda store: store.batches.replace_rows(_owned(store, batch), rows))

    async def change(self, number: int, change: Callable[[Batch], Batch]) -> Batch | None:
        """Change a batch as it is on disk then, in one step; None if it is gone."""

        def save(store: Store) -> Batch | None:
            batch = store.batches.find(number)
            return batch and store.batches.save(_owned(store, change(batch)))

        return await self._database.do(save)

    async def forget_plans(self, number: int) -> None:
        """Let the plan of a batch lapse, in one step; what the agent took out stays out."""

        def forget(store: Store) -> None:
            batch = store.batches.find(number)
            if batch and batch.rows != batch.plans.get(RowPlan.UNPLANNED, 0):
                rows = [unplanned(row) for row in store.batches.rows(number)]
                store.batches.save(msgspec.structs.replace(batch, state=BatchState.DRAFT, stage=0), rows)

        await self._database.do(forget)

    async def drop(self, number: int) -> None:
        """Delete a batch with its rows."""
        await self._database.do(lambda store: store.batches.drop(number))


def _owned(store: Store, batch: Batch) -> Batch:
    """Return a batch with the current key of its account."""
    return msgspec.structs.replace(batch, user=store.key_now(batch.server, batch.user))
