"""How many connections a batch uses: one at first, up to four while the server stays as quick as it was."""

from collections.abc import Sequence

import msgspec

MOST = 4
_EACH = 8
"""Calls that are compared before the number of connections changes."""
_SLOWER = 1.5
_STALLED = 4.0
_NOTICEABLE = 0.25
"""Seconds below which a mean never counts as slow: it is the computer that varies."""


class Pace(msgspec.Struct, frozen=True):
    """`seconds` are the durations of the last calls with this number of connections. `usual`: the mean with one."""

    connections: int = 1
    usual: float = 0.0
    seconds: tuple[float, ...] = ()

    @property
    def window(self) -> int:
        """Rows that may be submissions at a time."""
        return 2 * self.connections

    @property
    def is_stalled(self) -> bool:
        """Tell whether the server takes four times as long as at first."""
        mean = _mean(self.seconds)
        return len(self.seconds) >= _EACH and bool(self.usual) and mean > max(_STALLED * self.usual, _NOTICEABLE)


def after_answer(pace: Pace, seconds: float) -> Pace:
    """Return the pace after a call that was answered."""
    took = (*pace.seconds, seconds)[-_EACH:]
    if len(took) < _EACH:
        return msgspec.structs.replace(pace, seconds=took)
    mean = _mean(took)
    usual = mean if pace.connections == 1 and (not pace.usual or mean < pace.usual) else pace.usual
    if pace.connections < MOST and mean <= max(_SLOWER * usual, _NOTICEABLE / _STALLED):
        return Pace(pace.connections + 1, usual)
    if pace.connections > 1 and mean > max(_SLOWER * usual, _NOTICEABLE) and not _is_stalled(mean, usual):
        return Pace(pace.connections - 1, usual)
    return Pace(pace.connections, usual, took)


def after_trouble(pace: Pace) -> Pace:
    """Return the pace after an update that was rejected for load, lost or late."""
    return Pace(max(1, pace.connections // 2), pace.usual)


def _is_stalled(mean: float, usual: float) -> bool:
    return mean > max(_STALLED * usual, _NOTICEABLE)


def _mean(seconds: Sequence[float]) -> float:
    return sum(seconds) / len(seconds) if seconds else 0.0
