"""Records of an agent's work besides drafts and submissions, for lists and the next start."""

import msgspec

from caseeditor.domain.case.last_seen import Difference


class Tab(msgspec.Struct, frozen=True):
    """A case that was open. `subject` is the one that `user` saw.

    `is_left`: the agent left it while its submission was pending, so it closes once that is stored.
    """

    server: str
    case_id: str
    user: str = ""
    subject: str = ""
    is_active: bool = False
    is_left: bool = False


class RecentCase(msgspec.Struct, frozen=True, gc=False):
    """An entry of a list: a case and the time of opening it or saving its draft (ms since the epoch)."""

    case_id: str
    subject: str
    when: int


class SinceThen(msgspec.Struct, frozen=True):
    """The differences of a case since it was last opened, `passed` ms ago."""

    passed: int
    differences: tuple[Difference, ...]
