"""Values that outlast their session."""

import msgspec

from caseeditor.domain.delivery.draft import Doubtful
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.undo import UndoStack


class ClosedCaseState(msgspec.Struct, frozen=True):
    """State kept for reopening a closed case: the undo steps that led to its edit.

    `doubt` concerns notes that these steps may restore.
    """

    user: str
    edit: Edit
    steps: UndoStack
    doubt: Doubtful | None = None
