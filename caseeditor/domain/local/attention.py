"""Detection of typing. Pure: times are seconds of one clock, passed in."""


def pause_left(last_key: float | None, now: float, pause: float) -> float:
    """Return the seconds until the agent counts as idle, 0 if already. `last_key` is None before the first key."""
    return 0.0 if last_key is None else max(0.0, last_key + pause - now)


def is_under_way(last_key: float | None, shown: float, now: float, guard: float) -> bool:
    """Check whether a key in a dialog that opened by itself was meant for the previous window.

    Nobody reads a dialog and reacts within `guard`. Before the first key, nothing can be under way.
    """
    return last_key is not None and now - shown < guard
