"""Tests that need a part of Linux, and their reasons."""

from collections import Counter
from collections.abc import Iterable

import pytest

MARK = "linux_only"


def left_out(items: Iterable[pytest.Item], platform: str) -> dict[pytest.Item, str]:
    """Return the tests that cannot run on a platform (as `sys.platform`), with the reason of their nearest mark."""
    if platform == "linux":
        return {}
    marks = ((item, item.get_closest_marker(MARK)) for item in items)
    return {item: str(mark.args[0]) for item, mark in marks if mark}


def summary(reasons: Iterable[str]) -> list[str]:
    """Return a line for each reason, with the number of its tests, the most frequent first."""
    counts = Counter(reasons)
    if not counts:
        return []
    lines = [f"{count:5} {reason}" for reason, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))]
    return [f"{counts.total()} tests are for Linux only:", *lines]
