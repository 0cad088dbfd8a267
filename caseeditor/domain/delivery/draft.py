"""Drafts: the agent's unsubmitted changes, as stored on disk."""

import msgspec

from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import Findings, UnconfirmedNote
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.storage import StorageProblem


class Doubtful(msgspec.Struct, frozen=True):
    """State of earlier attempts whose effect is unknown. Submitting the draft again goes through the evidence.

    `attempts` is 0 if the server rejected every attempt: then the agent is only asked if a matching note turns up.
    `recalled` as in Submission.
    """

    first: Snapshot
    current: Snapshot
    attempts: int
    seen_applied: tuple[str, ...] = msgspec.field(default=(), name="held")
    unconfirmed: tuple[UnconfirmedNote, ...] = msgspec.field(default=(), name="ghosts")
    recalled: tuple[UnconfirmedNote, ...] = ()
    findings: Findings | None = msgspec.field(default=None, name="facts")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An account's edit of a case, with the base it was made on.

    `subject` is the case's own, for lists. `backs` has the numbers of the submissions that returned changes to the
    draft.
    """

    server: str
    user: str
    case_id: str
    edit: Edit
    base: Snapshot
    subject: str = ""
    doubt: Doubtful | None = None
    backs: tuple[int, ...] = ()


class FoundDraft(msgspec.Struct, frozen=True):
    """Result of reading a case's draft from disk. `draft` is None only if the read succeeded and there is no draft.

    `generation` is the version that was read, NONE_THERE if there was none.
    """

    draft: Draft | None
    generation: int


class SavedDraft(msgspec.Struct, frozen=True):
    """A saved draft: time of saving (ms since the epoch) and generation.

    `unseen` is a draft that was on disk without having been read; it was merged into the saved one.
    """

    at: int
    generation: int
    unseen: Draft | None = None


NONE_THERE = 0
"""Generation for "read successfully, no draft there"."""


class DraftStatus(msgspec.Struct, frozen=True):
    """Whether a draft is on disk: since when (the computer's clock; '' while it is being written), or why not."""

    at: str = ""
    fault: StorageProblem | None = None
