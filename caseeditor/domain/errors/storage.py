"""Problems of local storage."""

import enum


class StorageProblem(enum.Enum):
    """The reason why data cannot be stored."""

    FULL = "full"
    READ_ONLY = "read only"
    LOCKED = "locked"
    BROKEN = "broken"
    NEWER = "newer"  # created by a newer version of the program, and left untouched
    UNREAD = "unread"  # pending submissions of an earlier run could not be read yet
    ELSEWHERE = "elsewhere"  # another program submitted or discarded the draft
    OTHER = "other"
