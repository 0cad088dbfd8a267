"""Whether a case's draft is on disk, and what the case leaves when it is closed. Values."""

import msgspec

from caseeditor.domain.delivery.draft import Doubtful
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.editing.undo import UndoStack
from caseeditor.domain.errors.storage import StorageProblem


class ClosedCaseState(msgspec.Struct, frozen=True):
    """What a case that was closed leaves for when it is opened again: the steps that led to its edit.

    `doubt` is about notes that these steps may bring back.
    """

    user: str
    edit: Edit
    steps: UndoStack
    doubt: Doubtful | None = None


class DraftStatus(msgspec.Struct, frozen=True):
    """Whether what was typed is on disk: since when (the agent's clock, '' while it is being written), or why not."""

    at: str = ""
    fault: StorageProblem | None = None
