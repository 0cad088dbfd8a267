"""A pass through the list of the queue: its requests, and the cases that it has found so far."""

import enum
from collections.abc import Mapping

import msgspec

from caseeditor.domain.case.search import Filters, Listed, Page
from caseeditor.domain.queue.due import moment
from caseeditor.domain.queue.paging import MOST, Paging


class Reach(enum.Enum):
    """The part of the list that a pass reads."""

    WHOLE = "whole"
    CHANGES = "changes"
    """Changes since a date."""
    HEAD = "head"
    """The first page, of a server that cannot list changes."""


class Pass(msgspec.Struct, frozen=True):
    """`ignores_since`: the server has listed a case that did not change since the date, so that it lists all."""

    filters: Filters
    reach: Reach
    paging: Paging = Paging()
    found: Mapping[str, Listed] = {}
    is_done: bool = False
    ignores_since: bool = False

    def after(self, page: Page) -> "Pass":
        """Return the state after a page. The maximum holds although a server may send more than requested."""
        paging = self.paging.after((case.case_id for case in page.cases), page.total)
        found = {**self.found, **{case.case_id: case for case in page.cases if case.case_id}}
        ignores = self.reach is Reach.CHANGES and self._is_older_than_asked(page)
        return Pass(
            self.filters,
            self.reach,
            paging,
            dict(list(found.items())[:MOST]),
            is_done=paging.is_done or ignores or self.reach is Reach.HEAD,
            ignores_since=ignores,
        )

    def _is_older_than_asked(self, page: Page) -> bool:
        since = moment(self.filters.updated_since)
        dates = [moment(case.update_date) for case in page.cases]
        return since is not None and any(date is not None and date < since for date in dates)
