"""Every waiting time of the program, in one value."""

import msgspec

READING, SHORTEST_READING, LONGEST_READING = 20, 10, 300
"""Seconds for a read: what it is unless it is set, and between what it can be set."""


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """How long things may take, in seconds. Tests shorten it; the agent can lengthen `reading`."""

    connecting: float = 10.0
    reading: float = READING
    updating: float = 30.0
    keyring: float = 10.0
    closing: float = 3.0
    looks: tuple[float, ...] = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
    """Delays of the reads after doubt; waits of the network are as long."""
    keep_waiting: float = 60.0
    """Between the reads while the agent is asked."""
    second: float = 1.0
    """What counts as a second where a server's clock is waited for."""
    draft_pause: float = 0.3
    draft_longest: float = 1.0
    disk_again: float = 1.0
    """Between two tries of a disk that could not be read."""
    list_fresh: float = 300.0
    """How long a list of cases counts as up to date."""
    typing_pause: float = 2.0
    """Since the last key, until what comes by itself may take the focus."""
    key_guard: float = 0.05
    """Since a dialog came by itself, until a key counts as meant for it: such a key was pressed before it was seen."""


def with_reading(timing: Timing, seconds: int) -> Timing:
    """Return the timing with the deadline of a read as it is set; unless it is set, it stays."""
    return timing if seconds == READING else msgspec.structs.replace(timing, reading=float(seconds))
