"""Whether the agent is typing just now. Pure: times are seconds of one clock, handed in."""


def pause_left(last_key: float | None, now: float, pause: float) -> float:
    """Return the seconds until the agent no longer counts as typing; 0 when they don't. None: no key was pressed."""
    return 0.0 if last_key is None else max(0.0, last_key + pause - now)


def is_under_way(last_key: float | None, shown: float, now: float, guard: float) -> bool:
    """Tell whether a key pressed now, in a dialog shown by itself, was meant for what was there before the dialog.

    Nobody reads a dialog and reacts within `guard`. Who has not typed yet has nothing under way.
    """
    return last_key is not None and now - shown < guard
