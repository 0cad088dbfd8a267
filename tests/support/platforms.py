"""Tests that need a part of Linux, or of Windows that wine lacks, and their reasons."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

MARK = "linux_only"
WINE_MARK = "wine_lacks"
TESTS = Path(__file__).parents[1]
FOLDERS = {
    "end_to_end": "a desktop of its own: Xvfb, D-Bus, AT-SPI",
    "faults": "a desktop of its own, and programs that are forked",
    "benchmarks": "a desktop of its own, and /proc",
}
"""Folders whose tests are all for Linux only."""
FIXTURES = dict.fromkeys(("shared_keyring", "own_system", "real_keyring"), "gnome-keyring on a bus of its own")
"""Fixtures that exist on Linux only."""


def left_out(items: Iterable[pytest.Item], platform: str) -> dict[pytest.Item, str]:
    """Return the tests that cannot run on a platform (as `sys.platform`, or wine), with the reason of their mark."""
    if platform == "linux":
        return {}
    reasons = ((item, _reason(item) or (_wines(item) if platform == "wine" else "")) for item in items)
    return {item: reason for item, reason in reasons if reason}


def _wines(item: pytest.Item) -> str:
    mark = item.get_closest_marker(WINE_MARK)
    return f"wine lacks: {mark.args[0]}" if mark else ""


def _reason(item: pytest.Item) -> str:
    """Return the reason for which a test is for Linux only, '' if it is not. Mounting is one by itself."""
    mark = item.get_closest_marker(MARK)
    if mark:
        return str(mark.args[0])
    if item.get_closest_marker("mounts"):
        return "mounts a disk"
    needed = next((FIXTURES[name] for name in getattr(item, "fixturenames", ()) if name in FIXTURES), "")
    if needed:
        return needed
    inside = item.path.relative_to(TESTS) if item.path.is_relative_to(TESTS) else Path()
    return FOLDERS.get(inside.parts[0] if inside.parts else "", "")


def summary(reasons: Iterable[str]) -> list[str]:
    """Return a line for each reason, with the number of its tests, the most frequent first."""
    counts = Counter(reasons)
    if not counts:
        return []
    lines = [f"{count:5} {reason}" for reason, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))]
    return [f"{counts.total()} tests are left out here:", *lines]
