"""What is remembered of an agent's work besides drafts and submissions: for lists and for the next start."""

import msgspec

from caseeditor.domain.case.last_seen import Difference


class Tab(msgspec.Struct, frozen=True):
    """A case that was open. `subject` is what it was called, as `user` saw it."""

    server: str
    case_id: str
    user: str = ""
    subject: str = ""
    is_active: bool = False


class Remembered(msgspec.Struct, frozen=True, gc=False):
    """A line of a list: a case and when it was opened, or its draft saved (ms since the epoch)."""

    case_id: str
    subject: str
    when: int


class SinceThen(msgspec.Struct, frozen=True):
    """What of a case is different since it was opened last, so many ms ago."""

    passed: int
    differences: tuple[Difference, ...]
