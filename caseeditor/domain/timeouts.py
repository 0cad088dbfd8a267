"""All timeouts and delays of the program."""

import msgspec

READING, SHORTEST_READING, LONGEST_READING = 20, 10, 300
"""Deadline of a read in seconds: default, minimum and maximum."""


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """Timeouts and delays in seconds. Tests shorten them; the agent can lengthen `reading`."""

    connecting: float = 10.0
    reading: float = READING
    updating: float = 30.0
    keyring: float = 10.0
    closing: float = 3.0
    looks: tuple[float, ...] = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
    """Delays of the reads after a doubt, and of retries without a network."""
    keep_waiting: float = 60.0
    """Between reads while the agent is asked."""
    second: float = 1.0
    """The length of a second when waiting for a server's clock."""
    draft_pause: float = 0.3
    draft_longest: float = 1.0
    disk_again: float = 1.0
    """Between two attempts to read the disk."""
    list_fresh: float = 300.0
    """Time for which a list of cases counts as current."""
    queue_refresh: float = 60.0
    """Between two refreshes of the queue."""
    typing_pause: float = 2.0
    """From the last key until a window that opens by itself may take the focus."""
    passing: float = 5.0
    """For which Status shows a message that is of no use later."""
    key_guard: float = 0.05
    """From the opening of an unrequested dialog until it accepts keys; earlier keys were not meant for it."""


def with_reading(timing: Timing, seconds: int) -> Timing:
    """Return the timing with the configured deadline of a read; the default setting leaves it unchanged."""
    return timing if seconds == READING else msgspec.structs.replace(timing, reading=float(seconds))
