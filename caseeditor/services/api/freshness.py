"""Detection of cached answers, by the Age header and the server's clock."""

from collections.abc import Mapping

import msgspec

from caseeditor.services.api import responses

_SLACK = 2.0
"""Tolerance between clocks in seconds: a Date has whole seconds."""
_UNDATED = 6
"""Successive answers without a Date after which a server is believed to have stopped sending it."""
_DRIFT = 0.01
"""Maximum relative drift between two clocks."""


class _Seen(msgspec.Struct, frozen=True):
    """A Date (s since the epoch) and the time it arrived (s of a monotonic clock)."""

    date: int
    at: float

    def least(self, now: float) -> float:
        """Return the earliest time that this clock can show now."""
        return max(self.date, self.date + (now - self.at) * (1 - _DRIFT) - _SLACK)

    def most(self, now: float) -> float:
        return self.date + (now - self.at) * (1 + _DRIFT) + _SLACK


class Freshness:
    """The clocks of all servers, estimated from their answers."""

    def __init__(self) -> None:
        self._newest: dict[str, _Seen] = {}
        self._old: dict[tuple[str, str], _Seen] = {}
        """The last answers that looked old, by server and path."""
        self._undated: dict[tuple[str, str], int] = {}
        """Number of successive answers of a path without a Date."""

    def least(self, server: str, now: float) -> float:
        """Return the earliest Date of a fresh answer to a call sent now, 0 if unknown."""
        newest = self._newest.get(server)
        return newest.least(now) if newest else 0.0

    def is_stale(self, server: str, path: str, headers: Mapping[str, str], least: float, now: float) -> bool:
        """Check whether an answer that just arrived was made before its request.

        `least` was computed when the call was sent, since other answers may have arrived meanwhile. A server that never
        sends a Date is trusted; one that did is trusted again only if it keeps leaving it out. A server whose clock was
        set back is trusted again once its clock is seen to advance: a later answer from a cache would not be older than
        those seen before.
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
