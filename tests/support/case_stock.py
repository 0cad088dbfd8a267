"""Copies of the demo's cases: generating them takes longer than starting the rest of the server."""

import pickle
import time
from datetime import datetime

from caseeditor.demo.server import demo_cases
from caseeditor.demo.world import ZONE, Case

_FRESH = 30
"""Lifetime of generated cases in seconds. Their dates are relative to now, and the newest is 7 minutes old."""


class CaseStock:
    """Generates the cases at most every 30 seconds. Pickled, because cases share their contacts."""

    def __init__(self) -> None:
        self._pickled = b""
        self._until = 0.0

    def copy(self) -> dict[int, Case]:
        """Return an independent copy."""
        if time.monotonic() > self._until:
            self._pickled = pickle.dumps(demo_cases(datetime.now(ZONE)))
            self._until = time.monotonic() + _FRESH
        copy: dict[int, Case] = pickle.loads(self._pickled)  # noqa: S301 - our own bytes
        return copy
