"""A time limit of blocking work, which is kept by a thread of its own."""

import contextlib
import threading
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def time_limit(seconds: float, end: Callable[[], None]) -> Iterator[None]:
    """Call `end` on another thread if the work takes longer."""
    late = threading.Timer(seconds, end)
    late.daemon = True
    late.start()
    try:
        yield
    finally:
        late.cancel()
