"""Stepping goes on where the agent was, however the list changes."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.case.search import Listed
from caseeditor.domain.queue.place import Place, moved_cases
from caseeditor.domain.queue.rows import QueueRow

Ids = Sequence[str]


def neighbours(place: Place, ids: Ids) -> tuple[str, str]:
    """Return the previous and the next case; '' beyond the ends."""
    rows = [place.next_row(ids, step) for step in (-1, 1)]
    before, after = (ids[row] if 0 <= row < len(ids) else "" for row in rows)
    return before, after


def followed(start: str, *lists: str, moved: str = "") -> tuple[str, str]:
    """Follow a case through lists of letters; in the last step the cases `moved` move."""
    place = Place(start)
    for before, after in itertools.pairwise(lists):
        place = place.followed(list(before), list(after), frozenset(moved))
    return neighbours(place, list(lists[-1]))


def test_without_a_place_the_first_case_comes() -> None:
    assert Place().next_row(["a", "b"], 1) == 0
    assert Place("x").next_row(["a", "b"], 1) == 0


@pytest.mark.parametrize(
    ("lists", "moved", "wanted"),
    [
        (["abcd"], "", ("b", "d")),
        (["abcd", "xabcdy"], "", ("b", "d")),
        (["abcd", "abd"], "", ("b", "d")),  # it left
        (["abcd", "abd", "xyabd"], "", ("b", "d")),  # rows came above
        (["abcd", "abd", "bd", "d"], "", ("", "d")),
        (["abcd", "abd", "abxd"], "", ("b", "x")),  # a row came in its place: it is not passed over
        (["abcd", "abdc"], "c", ("b", "d")),  # its own change moved it to the end
        (["abcd", "cabd"], "c", ("b", "d")),
        (["abcd", "adcb"], "cb", ("a", "d")),  # the case before moved too
        (["abcd", "abcd"], "c", ("b", "d")),
        (["abcd", "ad", "abcd"], "", ("b", "d")),  # hidden by a filter for a while
        (["abcd", "dcba"], "", ("d", "b")),  # the agent chose another order
        (["abc", "ab"], "", ("b", "")),
        (["c", "", "xy"], "", ("", "x")),
    ],
)
def test_the_neighbours_stay(lists: list[str], moved: str, wanted: tuple[str, str]) -> None:
    assert followed("c", *lists, moved=moved) == wanted


def test_a_moved_case_that_a_filter_hides_keeps_its_old_place() -> None:
    place = Place("b").followed(list("abcd"), list("acdb"), {"b"})
    for before, after in (("acdb", "acd"), ("acd", "acdb"), ("acdb", "xacdb")):
        place = place.followed(list(before), list(after), frozenset())
    assert neighbours(place, list("xacdb")) == ("a", "c")


LISTS = st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), min_size=2, max_size=6)


@given(LISTS, st.sampled_from("abcdefgh"), st.frozensets(st.sampled_from("abcdefgh"), max_size=3))
def test_a_step_never_leads_to_the_case_itself_and_at_most_one_row_beyond(
    lists: list[list[str]], start: str, moved: frozenset[str]
) -> None:
    place = Place(start if start in lists[0] else "")
    for before, after in itertools.pairwise(lists):
        place = place.followed(before, after, moved)
        for step in (-1, 1):
            row = place.next_row(after, step)
            assert -1 <= row <= len(after)
            assert after[row : row + 1] != [place.case_id] or not place.case_id


def test_cases_with_other_dates_have_moved() -> None:
    def rows(**dues: float | None) -> dict[str, QueueRow]:
        return {name: QueueRow(Listed(name), due, 5, "") for name, due in dues.items()}

    assert moved_cases(rows(a=1, b=2, c=3), rows(b=2, c=None, d=1)) == {"c"}
