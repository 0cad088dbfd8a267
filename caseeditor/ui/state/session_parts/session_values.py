"""The values of a session that outlast it."""

import msgspec

from caseeditor.domain.delivery.draft import Doubtful
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.undo import UndoStack


class ClosedCaseState(msgspec.Struct, frozen=True):
    """What a case that was closed leaves for when it is opened again: the steps that led to its edit.

    `doubt` is about notes that these steps may bring back.
    """

    user: str
    edit: Edit
    steps: UndoStack
    doubt: Doubtful | None = None
