"""Reading a list in pages from a server that may ignore the page, repeat cases, or report no total."""

from collections.abc import Iterable

import msgspec

MOST = 1000
"""Maximum number of rows in the queue."""
PAGE = 100
"""Cases that are requested at a time."""
MOST_REQUESTS = 100
"""Maximum number of requests of a pass: a server may have shorter pages than requested."""


class Paging(msgspec.Struct, frozen=True):
    """One pass through a list: the index of the next page, and the ids so far.

    `total` is None if unknown. `has_shifted`: the list has changed during the pass, so that a case may be missing.
    `is_cut`: the pass has ended at a maximum, and the list may go on.
    """

    index: int = 0
    total: int | None = None
    ids: frozenset[str] = frozenset()
    requests: int = 0
    is_done: bool = False
    has_shifted: bool = False
    is_cut: bool = False

    def after(self, ids: Iterable[str], total: int | None) -> "Paging":
        """Return the state after a page. A page without a new case is the last one."""
        page = list(ids)
        index, requests = self.index + len(page), self.requests + 1
        if total is not None and total < len(page):
            total = None
        found = self.ids.union(filter(None, page))
        is_whole = len(found) == len(self.ids) or (total is not None and index >= total)
        is_full = len(found) >= MOST or requests >= MOST_REQUESTS
        shifted = self.has_shifted or (self.index > 0 and (total != self.total or not self.ids.isdisjoint(page)))
        is_cut = is_full and (not is_whole or total != min(len(found), MOST))
        return Paging(index, total, found, requests, is_whole or is_full, shifted, is_cut)
