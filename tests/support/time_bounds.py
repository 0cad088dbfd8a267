"""Bounds of time of a quiet machine. A busy one lengthens them by the factor by which it slows a fixed task."""

import time
from collections.abc import Callable

_QUIET = 0.23
"""Seconds that the task takes on a quiet machine."""


def slowness(clock: Callable[[], float] = time.perf_counter) -> float:
    """Return how many times longer than on a quiet machine the task takes now, by this clock; at least 1."""
    began = clock()
    for number in range(3_000_000):
        len(str(number))
    return max(1.0, (clock() - began) / _QUIET)


def is_within(took: float, bound: float, clock: Callable[[], float] = time.perf_counter) -> bool:
    """Tell whether a time (s), measured by this clock, keeps a bound on the machine as it is now."""
    return took < bound or took < bound * slowness(clock)
