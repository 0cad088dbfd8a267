"""Whether an answer is the server's of just now, or one that a cache kept: by Age, and by the server's own clock."""

from collections.abc import Mapping

import msgspec

from caseeditor.services.api import responses

_SLACK = 2.0
"""Seconds that a clock may lie behind another: a Date counts whole ones."""
_UNDATED = 6
"""Answers without a Date, of a server that named one before, after which it is believed to have stopped that."""
_DRIFT = 0.01
"""Part by which two clocks may run apart."""


class _Seen(msgspec.Struct, frozen=True):
    """A Date (s since the epoch) and when it came (s of a monotonic clock)."""

    date: int
    at: float

    def least(self, now: float) -> float:
        """Return what a clock that showed this shows at least by now."""
        return max(self.date, self.date + (now - self.at) * (1 - _DRIFT) - _SLACK)

    def most(self, now: float) -> float:
        return self.date + (now - self.at) * (1 + _DRIFT) + _SLACK


class Freshness:
    """The clocks of all servers, as far as their answers showed them."""

    def __init__(self) -> None:
        self._newest: dict[str, _Seen] = {}
        self._old: dict[tuple[str, str], _Seen] = {}
        """The last answers that looked old, by server and path."""
        self._undated: dict[tuple[str, str], int] = {}
        """How many answers of a path came without a Date, one after the other."""

    def least(self, server: str, now: float) -> float:
        """Return the oldest Date that an answer to a call that is sent now can have; 0 when that is not known."""
        newest = self._newest.get(server)
        return newest.least(now) if newest else 0.0

    def is_stale(self, server: str, path: str, headers: Mapping[str, str], least: float, now: float) -> bool:
        """Tell whether an answer that came just now was made before it was asked for.

        `least` is what it was when the call was sent: others may have been answered meanwhile. A server without a Date
        is taken at its word; one that has named a Date before, only when it goes on without. One whose clock was put
        back is believed again as soon as it is seen to go on: an answer that a cache took in later would be no older
        than what was seen before.
        """
        if _age(headers.get("Age", "")):
            return True
        date = responses.date_of(headers.get("Date", ""))
        if not date:
            return self._is_of_unknown_moment(server, path)
        self._undated.pop((server, path), None)
        seen, before = _Seen(date, now), self._old.pop((server, path), None)
        newest = self._newest.get(server)
        if date >= least:
            if newest is None or date > newest.date:
                self._newest[server] = seen
            return False
        if before and date > before.date and before.least(now) <= date <= before.most(now):
            self._newest[server] = seen
            self._old = {key: old for key, old in self._old.items() if key[0] != server}
            return False
        self._old[server, path] = seen
        return True

    def _is_of_unknown_moment(self, server: str, path: str) -> bool:
        if server not in self._newest:
            return False
        count = self._undated[server, path] = self._undated.get((server, path), 0) + 1
        return count <= _UNDATED


def _age(header: str) -> int:
    header = header.strip()
    return int(header[:9]) if header.isascii() and header[:9].isdecimal() else 0
