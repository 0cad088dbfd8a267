"""The steps from one list of lines to another."""

from array import array
from random import Random

import pytest

from caseeditor.ui.batch.line_steps import steps_between


def taken(before: "array[int]", after: "array[int]", most: int) -> "array[int] | None":
    """Return the lines after the steps."""
    steps = steps_between(before, after, most)
    if steps is None:
        return None
    lines = array("Q", before)
    for first, gone, come in steps:
        lines[first : first + gone] = come
    return lines


@pytest.mark.parametrize("seed", range(30))
def test_the_steps_lead_to_the_other_list(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - repeatable
    count = chance.choice((0, 5, 3000))
    before = array("Q", sorted(chance.sample(range(9000), count)))
    kept = [line for line in before if chance.random() > 0.01]
    after = array("Q", sorted({*kept, *chance.sample(range(9000), chance.choice((0, 3, 40)))}))
    assert taken(before, after, 10_000) == after


def test_equal_lists_need_no_step() -> None:
    lines = array("Q", range(100_000))
    assert steps_between(lines, array("Q", lines), 100) == []


def test_rows_that_end_in_turn_are_single_steps() -> None:
    before, after = array("Q", range(100_000)), array("Q", [2, 4, *range(6, 100_000)])
    steps = steps_between(before, after, 100)
    assert steps
    assert [(step.first, step.gone, list(step.come)) for step in steps] == [(0, 2, []), (1, 1, []), (2, 1, [])]


def test_many_differences_are_none() -> None:
    before, after = array("Q", range(0, 1000, 2)), array("Q", range(1, 1000, 2))
    assert steps_between(array("Q", range(1000)), before, 100) is None
    assert steps_between(array("Q", range(0, 80_000, 2)), array("Q", range(1, 80_000, 2)), 100) is None
    assert taken(array("Q"), after, 100) == after
