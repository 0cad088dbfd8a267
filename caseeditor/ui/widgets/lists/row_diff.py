"""Finds the rows in which two lists differ, so that a model inserts and removes as few as possible."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

R = TypeVar("R")


def differing(old: Sequence[R], new: Sequence[R]) -> tuple[int, int, int]:
    """Return the first differing row, and the counts of rows that only the old and only the new list have there.

    Open editors and selections of all other rows stay where they are.
    """
    most = min(len(old), len(new))
    first = next((place for place in range(most) if old[place] != new[place]), most)
    last = next((place for place in range(most - first) if old[-1 - place] != new[-1 - place]), most - first)
    return first, len(old) - last - first, len(new) - last - first


def runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Return the runs of consecutive numbers, first and last, in order."""
    found: list[tuple[int, int]] = []
    for place in sorted(places):
        if found and place == found[-1][1] + 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
