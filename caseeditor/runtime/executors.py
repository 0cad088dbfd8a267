"""How services get blocking work off the worker's loop. The threads themselves are made in runtime/worker.py."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class BlockingExecutor(Protocol):
    """Runs a blocking function on a thread of its own, in the order of asking, and gives back its outcome."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]: ...
