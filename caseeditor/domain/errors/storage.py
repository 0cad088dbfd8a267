"""What can keep the agent's work from being kept."""

import enum


class StorageProblem(enum.Enum):
    """Why nothing can be kept."""

    FULL = "full"
    READ_ONLY = "read only"
    LOCKED = "locked"
    BROKEN = "broken"
    NEWER = "newer"  # made by a newer version of the program: not touched
    UNREAD = "unread"  # pending submissions of an earlier start couldn't be read yet
    ELSEWHERE = "elsewhere"  # another program submitted or discarded the draft
    OTHER = "other"
