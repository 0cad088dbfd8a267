"""Lines of a process that serves another one, and doesn't outlive it."""

import os
import queue
import threading
from collections.abc import Callable
from typing import TextIO


def lines_until_exit(stream: TextIO) -> Callable[[], str]:
    """Read a stream on a thread of its own; return a function that waits for the next line.

    At the end of the stream the process exits, whatever its other threads do: they may hang in a library.
    """
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def read() -> None:
        for line in stream:
            lines.put(line)
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    return lines.get
