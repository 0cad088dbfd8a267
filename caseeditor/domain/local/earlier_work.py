"""The records of an earlier start of the program."""

import msgspec

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.recent import Tab


class EarlierWork(msgspec.Struct, frozen=True):
    """Open cases and drafts. `fault` tells why the disk can't be used."""

    tabs: tuple[Tab, ...] = ()
    drafts: tuple[Draft, ...] = ()
    fault: StorageProblem | None = None
