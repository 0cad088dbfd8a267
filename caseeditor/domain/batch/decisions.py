"""Decisions of the agent about rows of one kind."""

import enum


class RowDecision(enum.Enum):
    """A decision about unsure or moved rows."""

    SEND_AGAIN = "send again"  # unsure
    WAS_STORED = "was stored"  # unsure
    LEAVE = "leave"  # unsure stays unsure and is given up; moved stays theirs
    SET_ANYWAY = "set anyway"  # moved: our value over the one seen
