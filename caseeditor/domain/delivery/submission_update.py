"""News of a submission, and the agent's answers about one, as values."""

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import (
    BackToDraft,
    Decided,
    InParts,
    ItWasStored,
    SendAgain,
    Submission,
    Withdraw,
)
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.errors.storage import StorageProblem

AgentAnswer = SendAgain | ItWasStored | BackToDraft | Withdraw | InParts | Decided
"""The decision of the agent about a submission that asks for one."""


class SubmissionUpdate(msgspec.Struct, frozen=True):
    """What became of a submission just now. `open` are all of its case that are still on their way, in order.

    `case` is the case as last read, `back` what came back from the submission into the draft. `waits_for` says why it
    stands still, `unkept` why the disk did not take it.
    """

    submission: Submission
    open: tuple[Submission, ...] = ()
    case: Case | None = None
    back: Draft | None = None
    waits_for: Failure | None = None
    unkept: StorageProblem | None = None
