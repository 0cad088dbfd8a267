"""The difference between two lists of lines, as a model tells it to views. Pure."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from array import array

_BLOCK = 1024
_LONGEST = 20_000
"""Lines between the first and the last difference that are compared one by one."""


class Step(NamedTuple):
    """At a line, `gone` lines are removed and then `come` inserted. Steps are taken in order."""

    first: int
    gone: int
    come: "array[int]"


def steps_between(before: "array[int]", after: "array[int]", most: int) -> list[Step] | None:
    """Return the steps from one ascending array to another; None for more than `most`."""
    start = _common_start(before, after)
    end = _common_end(before, after, start)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if len(old) + len(new) > _LONGEST:
        return None if old and new else [Step(start, len(old), new)]
    kept = set(old).intersection(new)
    steps: list[Step] = []
    one, other = 0, 0
    while one < len(old) or other < len(new):
        gone, first = one, other
        while one < len(old) and old[one] not in kept:
            one += 1
        while other < len(new) and new[other] not in kept:
            other += 1
        if one > gone or other > first:
            steps.append(Step(start + first, one - gone, new[first:other]))
            if len(steps) > most:
                return None
        one, other = one + 1, other + 1
    return steps


def _common_start(before: "array[int]", after: "array[int]") -> int:
    """Compare blocks first, which takes no time."""
    start, least = 0, min(len(before), len(after))
    while start < least and before[start : start + _BLOCK] == after[start : start + _BLOCK]:
        start += _BLOCK
    start = min(start, least)
    while start < least and before[start] == after[start]:
        start += 1
    return start


def _common_end(before: "array[int]", after: "array[int]", start: int) -> int:
    end, most = 0, min(len(before), len(after)) - start
    while end + _BLOCK <= most and _block(before, end) == _block(after, end):
        end += _BLOCK
    while end < most and before[-1 - end] == after[-1 - end]:
        end += 1
    return end


def _block(lines: "array[int]", end: int) -> "array[int]":
    return lines[len(lines) - end - _BLOCK : len(lines) - end]
