"""Reading a list in pages from a server that may ignore the page, repeat cases, or report no total."""

from collections.abc import Iterable

import msgspec

MOST = 1000
"""Maximum number of rows in the queue."""
PAGE = 100
"""Cases that are requested at a time."""


class Paging(msgspec.Struct, frozen=True):
    """One pass through a list: the index of the next page, and the ids so far.

    `total` is None if unknown. `has_shifted`: the list has changed during the pass, so that a case may be missing.
    """

    index: int = 0
    total: int | None = None
    ids: frozenset[str] = frozenset()
    is_done: bool = False
    has_shifted: bool = False

    def after(self, ids: Iterable[str], total: int | None) -> "Paging":
        """Return the state after a page. A page without a new case is the last one."""
        page = list(ids)
        index = self.index + len(page)
        if total is not None and total < len(page):
            total = None
        found = self.ids.union(filter(None, page))
        is_last = len(found) == len(self.ids) or len(found) >= MOST or (total is not None and index >= total)
        shifted = self.has_shifted or (self.index > 0 and (total != self.total or not self.ids.isdisjoint(page)))
        return Paging(index, total, found, is_last, shifted)
