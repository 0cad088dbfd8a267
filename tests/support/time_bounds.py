"""Bounds of time that hold on a quiet machine. Other programs may lengthen them, as much as they do a fixed work."""

import time

_QUIET = 0.23
"""Seconds that the work takes on a quiet machine."""


def slowness() -> float:
    """Return how many times longer than on a quiet machine the work takes now; at least 1."""
    began = time.perf_counter()
    for number in range(3_000_000):
        len(str(number))
    return max(1.0, (time.perf_counter() - began) / _QUIET)


def is_within(took: float, bound: float) -> bool:
    """Tell whether a time (s) keeps a bound, on the machine as it is now."""
    return took < bound or took < bound * slowness()
