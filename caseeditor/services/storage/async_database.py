"""The store as the loop reaches it: on a thread of its own, opened when it is first needed."""

from collections.abc import Callable
from typing import TypeVar

from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.runtime.executors import BlockingExecutor
from caseeditor.services.storage.database import Store, StoreFailed

T = TypeVar("T")


_PATIENT_MS, _HASTY_MS = 2000, 50


class AsyncDatabase:
    """Lives on the worker's loop. A disk that failed is tried anew at each call.

    `open_store` gets how long to wait for a file that somebody else holds (ms). After one wait in vain the next ones
    are short, until the file is free: each call of the window would else wait behind all those before it.
    """

    def __init__(self, executor: BlockingExecutor, open_store: Callable[[int], Store]) -> None:
        self._executor = executor
        self._open_store = open_store
        self._store: Store | None = None
        self._busy_ms = _PATIENT_MS

    async def do(self, work: Callable[[Store], T]) -> T:
        """Do something with the store; what is written is synced when this returns. Raises StoreFailed."""

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

        await self._executor(run)
