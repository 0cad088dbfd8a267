"""The interface by which services run blocking work off the worker's loop. Threads: runtime/worker.py."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class BlockingExecutor(Protocol):
    """Runs blocking functions in order on a thread of its own, and returns their results."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]: ...
