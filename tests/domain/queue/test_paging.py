"""Passes through the lists of servers that page well, badly or not at all."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from caseeditor.domain.queue.paging import MOST, MOST_REQUESTS, PAGE, Paging

_TOO_MANY = 2 * MOST
"""More requests than any pass needs."""


def walked(
    cases: Sequence[int], *, cap: int = PAGE, has_total: bool = True, repeats: bool = False
) -> tuple[Paging, int]:
    """Read a list from a server; return the end of the pass and its requests."""
    paging, requests = Paging(), 0
    while not paging.is_done:
        requests += 1
        assert requests < _TOO_MANY
        start = 0 if repeats else paging.index
        page = cases[start : start + min(cap, PAGE)]
        paging = paging.after(map(str, page), len(cases) if has_total else None)
    return paging, requests


@given(st.lists(st.integers(1, 400)), st.integers(1, 150), st.booleans(), st.booleans())
def test_every_pass_ends(cases: list[int], cap: int, has_total: bool, repeats: bool) -> None:
    paging, requests = walked(cases, cap=cap, has_total=has_total, repeats=repeats)
    assert paging.ids <= set(map(str, cases))
    assert requests <= len(cases) + 1


@given(st.integers(0, 350), st.integers(4, 150), st.booleans())
def test_a_steady_list_is_read_whole(count: int, cap: int, has_total: bool) -> None:
    paging, _ = walked(range(1, count + 1), cap=cap, has_total=has_total)
    assert len(paging.ids) == count
    assert not paging.has_shifted
    assert not paging.is_cut


def test_a_server_with_tiny_pages_is_asked_no_more_than_the_maximum_of_requests() -> None:
    paging, requests = walked(range(300), cap=1)
    assert requests == MOST_REQUESTS
    assert paging.is_cut
    assert not walked(range(MOST_REQUESTS), cap=1)[0].is_cut


def test_a_list_of_the_maximum_is_whole_and_a_longer_one_is_cut() -> None:
    for count, is_cut in ((MOST, False), (MOST + 1, True)):
        assert walked(range(count))[0].is_cut is is_cut
        assert Paging().after(map(str, range(count)), count).is_cut is is_cut


def test_a_long_list_is_read_up_to_the_maximum() -> None:
    paging, requests = walked(range(100_000))
    assert (len(paging.ids), requests, paging.total) == (MOST, MOST // PAGE, 100_000)


def test_a_server_that_ignores_the_count_is_read_in_one_request() -> None:
    paging = Paging().after(map(str, range(5000)), 5000)
    assert paging.is_done


def test_a_total_below_the_cases_of_a_page_is_ignored() -> None:
    assert not Paging().after(map(str, range(100)), 0).is_done


def test_a_list_that_shifts_between_pages_is_noticed() -> None:
    first = Paging().after(map(str, range(100)), 150)
    assert first.after(map(str, range(99, 149)), 150).has_shifted
    assert first.after(map(str, range(100, 149)), 149).has_shifted
    assert not first.after(map(str, range(100, 150)), 150).has_shifted
