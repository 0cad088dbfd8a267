"""Finds which rows of a list differ from another's, so that a model moves as few as it can."""

from collections.abc import Sequence
from typing import TypeVar

R = TypeVar("R")


def differing(old: Sequence[R], new: Sequence[R]) -> tuple[int, int, int]:
    """Return the first row that differs, and how many rows from there on the old and the new list have of their own.

    Open editors and selections of all other rows stay where they are.
    """
    most = min(len(old), len(new))
    first = next((place for place in range(most) if old[place] != new[place]), most)
    last = next((place for place in range(most - first) if old[-1 - place] != new[-1 - place]), most - first)
    return first, len(old) - last - first, len(new) - last - first
