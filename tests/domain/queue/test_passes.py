"""Passes through the queue's list: the cases found, and servers that ignore the date asked for."""

import pytest

from caseeditor.domain.case.search import Filters, Listed, Page
from caseeditor.domain.queue.paging import MOST
from caseeditor.domain.queue.passes import Pass, Reach

SINCE = "2026-11-26T13:05:00-0300"


def page(*minutes: int, total: int | None = 500) -> Page:
    """Build a page of cases with these minutes of their last change."""
    return Page(
        "ana", tuple(Listed(str(each), update_date=f"2026-11-26T13:{each:02}:00-0300") for each in minutes), total
    )


@pytest.mark.parametrize(
    ("reach", "minutes", "is_done", "ignores"),
    [
        (Reach.CHANGES, (7, 6, 5), False, False),
        (Reach.CHANGES, (7, 6, 4), True, True),
        (Reach.WHOLE, (7, 6, 4), False, False),
        (Reach.HEAD, (7, 6, 4), True, False),
    ],
)
def test_a_case_older_than_the_date_ends_a_pass_for_changes(
    reach: Reach, minutes: tuple[int, ...], is_done: bool, ignores: bool
) -> None:
    after = Pass(Filters(updated_since=SINCE), reach).after(page(*minutes))
    assert (after.is_done, after.ignores_since) == (is_done, ignores)
    assert list(after.found) == [str(each) for each in minutes]


def test_a_date_of_the_server_that_cannot_be_read_is_no_proof() -> None:
    after = Pass(Filters(updated_since="soon"), Reach.CHANGES).after(page(1))
    assert not after.ignores_since
    undated = Page("ana", (Listed("1"),), 500)
    assert not Pass(Filters(updated_since=SINCE), Reach.CHANGES).after(undated).ignores_since


def test_cases_of_all_pages_are_found_up_to_the_maximum() -> None:
    after = Pass(Filters(), Reach.WHOLE).after(page(1, 2)).after(page(3))
    assert list(after.found) == ["1", "2", "3"]
    many = Page("ana", tuple(Listed(str(each)) for each in range(5000)), 5000)
    assert len(Pass(Filters(), Reach.WHOLE).after(many).found) == MOST
