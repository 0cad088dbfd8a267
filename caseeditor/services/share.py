"""Files on a network share, which may not answer for minutes. Runs on the worker's loop."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from caseeditor.runtime.executors import BlockingExecutor

T = TypeVar("T")
_PATIENCE = 10.0
"""Seconds until a share counts as not answering."""


class Share:
    """Runs one piece of work at a time on a thread of its own, which is left behind if the share hangs."""

    def __init__(self, make_thread: Callable[[], BlockingExecutor]) -> None:
        self._make_thread = make_thread
        self._thread: BlockingExecutor | None = None
        self._late: asyncio.Future[Any] | None = None

    async def do(self, work: Callable[[], T]) -> T | None:
        """Return the result of the work; None if it takes too long, and at once while earlier work still hangs."""
        if self._late and not self._late.done():
            return None
        self._thread = self._thread or self._make_thread()
        running = asyncio.ensure_future(self._thread(work))
        done, _ = await asyncio.wait({running}, timeout=_PATIENCE)
        if done:
            return running.result()
        self._late = running
        return None
