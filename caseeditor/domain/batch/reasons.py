"""The reasons in Row.why: a key, and what it concerns."""

import enum
from collections.abc import Iterable


class Reason(enum.Enum):
    """A reason of a plan or a result. `LEFT_MOVED` and `ONLY_EMPTIED` are remarks about a row that may change."""

    GUARD = "guard"  # of each condition that fails, the name in Guard
    UNKNOWN_FIELD = "unknown field"  # of this case, such as {attribute.x}
    EMPTY_FIELD = "empty field"
    RESERVED = "reserved"
    NO_NAME = "no name"
    NESTED = "nested"
    UNREADABLE = "unreadable"  # the case can't be read; the detail is the FailureKind
    LEFT_MOVED = "left moved"  # fields (Change.field) that an undo leaves, since somebody changed them
    ONLY_EMPTIED = "only emptied"  # attributes that did not exist, and that an undo can only empty
    TAKEN_OUT = "taken out"  # by the agent
    NOT_PLANNED = "not planned"  # RowPlan tells why
    DIFFERS = "differs"  # a good answer, and the server shows another value
    LEFT = "left"  # by the agent's decision
    GONE = "gone"  # the case is not there any more
    LOOKED_INTO = "looked into"  # reads will show whether it was stored
    LOST_RECORD = "lost record"  # what was sent can't be read on this computer


def why(reason: Reason, *details: str) -> str:
    """Return the text of a reason for Row.why: a line with tabs, since a detail may have any other character."""
    return "\t".join((reason.value, *(" ".join(detail.split()) for detail in details)))


def joined(reasons: Iterable[str]) -> str:
    """Join the texts of several reasons."""
    return "\n".join(filter(None, reasons))


def reasons_of(text: str) -> tuple[tuple[Reason, tuple[str, ...]], ...]:
    """Return the reasons in Row.why with their details; texts of other origin are left out."""
    known = {reason.value: reason for reason in Reason}
    lines = (line.split("\t") for line in text.splitlines())
    return tuple((known[key], tuple(details)) for key, *details in lines if key in known)
