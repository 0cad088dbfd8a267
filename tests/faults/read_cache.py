"""A cache between the program and its server, as in an office network: it honours `no-cache`."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.faults.server import Call

_FRESH = timedelta(hours=1)
"""Lifetime of an entry, by the server's clock, which advances by two seconds with each call."""


class ReadCache:
    """Caches the reads of cases. `says_age`: answers carry `Age`; `Date` is always the server's."""

    def __init__(self, *, says_age: bool) -> None:
        self._says_age = says_age
        self._kept: dict[tuple[int, str, str], tuple[datetime, bytes, bytes]] = {}

    def answer(self, call: "Call") -> None:
        """Answer a read from the cache, unless the entry is old or the request says no-cache."""
        now = call.server.now()
        key = (call.case, call.path, call.user)
        kept = self._kept.get(key)
        if kept and now - kept[0] < _FRESH and not call.is_fresh_wanted:
            since, date, body = kept
            age = [b"Age: %d" % (now - since).total_seconds()] if self._says_age else []
            call.answer(body, b"200 OK", *age, date=date)
            return
        date, body = call.server.date(), call.body()
        self._kept[key] = (now, date, body)
        call.answer(body, date=date)
