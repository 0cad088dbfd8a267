"""All cases of a search, page by page, in an order that changes of the cases do not move. On the worker's loop."""

import itertools
from collections.abc import AsyncGenerator

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import COMBINATIONS, Filters
from caseeditor.domain.errors.failure import FailureKind, OperationFailed
from caseeditor.services.batch.reading_calls import ReadingCalls

PAGE = 100
"""Cases requested in a page."""
_STEPS_BACK = 20
"""How often a search is followed back, since cases before the page left it."""


class _OrderIgnoredError(Exception):
    """The server does not order cases as requested."""


class Found(msgspec.Struct, frozen=True):
    """Cases of a page that no page before had, and the total of the search so far, None if the server told none."""

    cases: tuple[Case, ...]
    total: int | None


class SearchPages:
    """Reads the pages of one search; each case is found once."""

    def __init__(self, calls: ReadingCalls, server: Server, filters: Filters) -> None:
        self._calls = calls
        self._server = server
        self._filters = filters
        self._count = PAGE
        self._seen: set[str] = set()

    async def read(self) -> AsyncGenerator[Found, None]:
        """Yield the cases of each page. Raises OperationFailed.

        Several values of a filter are one search after the other. The total is that of those begun.
        """
        total: int | None = 0 if self._filters.combinations <= COMBINATIONS else None
        for filters in self._filters.apart():
            part: int | None = None
            async for cases, part in self._read_part(filters):
                yield Found(cases, None if total is None or part is None else total + part)
            total = None if total is None or part is None else total + part

    async def _read_part(self, filters: Filters) -> AsyncGenerator[tuple[tuple[Case, ...], int | None], None]:
        by_id = msgspec.structs.replace(filters, order_by="id", order_dir="ASC")
        try:
            async for found in self._read_by_id(by_id):
                yield found
        except _OrderIgnoredError:
            pass
        except OperationFailed as failed:
            if failed.failure.kind is not FailureKind.REFUSED:
                raise
        else:
            return
        by_date = msgspec.structs.replace(filters, order_by="creation_date", order_dir="ASC")
        async for found in self._read_in_order(by_date):
            yield found

    async def _read_by_id(self, filters: Filters) -> AsyncGenerator[tuple[tuple[Case, ...], int | None], None]:
        """Read pages that overlap by a case, which shows whether a case before the page left the search meanwhile.

        Raises _OrderIgnoredError.
        """
        index, last, steps_back, overlaps = 0, -1, 0, False
        while True:
            cases, total, self._count = await self._calls.page(self._server, filters, index, self._count)
            ids = [int(case.id) for case in cases if case.id.isdecimal()]
            if any(one > other for one, other in itertools.pairwise(ids)):
                raise _OrderIgnoredError
            if overlaps and (not ids or ids[0] > last) and steps_back < _STEPS_BACK:
                steps_back += 1
                index = max(0, index - self._count)
                overlaps = index > 0
                continue
            fresh = self._fresh(cases)
            yield fresh, total
            if not ids or (not fresh and ids[-1] >= last) or (total is not None and index + len(cases) >= total):
                return
            last = max(last, ids[-1])
            overlaps = len(cases) > 1
            index += len(cases) - overlaps

    async def _read_in_order(self, filters: Filters) -> AsyncGenerator[tuple[tuple[Case, ...], int | None], None]:
        """Read pages one after the other, as they come."""
        index = 0
        while True:
            cases, total, self._count = await self._calls.page(self._server, filters, index, self._count)
            fresh = self._fresh(cases)
            yield fresh, total
            index += len(cases)
            if not fresh or (total is not None and index >= total):
                return

    def _fresh(self, cases: tuple[Case, ...]) -> tuple[Case, ...]:
        """Return the cases that no page had before."""
        fresh = {case.id: case for case in cases if case.id.isdecimal() and case.id not in self._seen}
        self._seen.update(fresh)
        return tuple(fresh.values())
