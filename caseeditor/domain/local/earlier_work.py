"""The records of an earlier start of the program."""

import msgspec

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.recent import Tab


class EarlierWork(msgspec.Struct, frozen=True):
    """Open cases and drafts. `fault` tells why the disk can't be used.

    `since_left` has the submissions of left cases that were pending when the agent left, or made later.
    """

    tabs: tuple[Tab, ...] = ()
    drafts: tuple[Draft, ...] = ()
    since_left: tuple[Submission, ...] = ()
    fault: StorageProblem | None = None
