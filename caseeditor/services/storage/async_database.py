"""Asynchronous access to the store, which runs on a thread of its own and is opened on first use."""

from collections.abc import Callable
from typing import TypeVar

from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.runtime.executors import BlockingExecutor
from caseeditor.services.storage.database import Store, StoreFailed

T = TypeVar("T")


_PATIENT_MS, _HASTY_MS = 2000, 50


class AsyncDatabase:
    """Runs on the worker's loop. After a disk failure, each call tries again.

    `open_store` gets the time to wait for a file locked by another program (ms). After one timeout, further waits are
    short until the file is free; otherwise calls of the window would queue up behind each other.
    """

    def __init__(self, executor: BlockingExecutor, open_store: Callable[[int], Store]) -> None:
        self._executor = executor
        self._open_store = open_store
        self._store: Store | None = None
        self._busy_ms = _PATIENT_MS

    async def do(self, work: Callable[[Store], T]) -> T:
        """Run a function on the store. Its writes are synced on return. Raises StoreFailed."""

        def run() -> T:
            try:
                if self._store is None:
                    self._store = self._open_store(self._busy_ms)
                self._store.wait_for_others(self._busy_ms)
                done = work(self._store)
            except StoreFailed as failed:
                self._busy_ms = _HASTY_MS if failed.fault is StorageProblem.LOCKED else _PATIENT_MS
                raise
            self._busy_ms = _PATIENT_MS
            return done

        return await self._executor(run)

    async def find(self, work: Callable[[Store], T | None]) -> T | None:
        """Run a query; return None if the disk cannot be read."""
        try:
            return await self.do(work)
        except StoreFailed:
            return None

    async def close(self) -> None:
        def run() -> None:
            if self._store is not None:
                self._store.close()

        await self._executor(run)
