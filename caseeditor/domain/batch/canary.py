"""The stages of a run: a few rows, then a few more, then the rest."""

FIRST = 3
_SHARE = 100
_MOST = 50


def rows_of_stage(stage: int, rows: int) -> int | None:
    """Return how many of `rows` rows are handed over in a stage, counted from 0; None for all that are left.

    A stage that would leave nothing for the next one is the last.
    """
    second = min(-(-rows // _SHARE), _MOST)
    match stage:
        case 0 if rows > FIRST:
            return FIRST
        case 1 if rows - FIRST > second:
            return second
        case _:
            return None
