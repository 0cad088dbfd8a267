"""What the agent changed in a case and did not submit, as it is kept."""

import msgspec

from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import Findings, UnconfirmedNote
from caseeditor.domain.editing.edit import Edit


class Doubtful(msgspec.Struct, frozen=True):
    """What an earlier attempt left behind, of which nobody knows the end: submitting goes through the evidence.

    `attempts` is 0 where the server rejected them all: then only a note that is like theirs is asked about.
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
    """The edit of a case by an account, over the base it was made on. `subject` is for lists: the case's own.

    `backs` are the numbers of the submissions of which something came back into it.
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
    """The answer of the disk about a case's draft: `draft` None is "there is none", never "it could not be read".

    `generation` names the writing that was read, NONE_THERE where there was none.
    """

    draft: Draft | None
    generation: int


class SavedDraft(msgspec.Struct, frozen=True):
    """A draft that was saved, when (ms since the epoch), and as which generation.

    `unseen` is a draft that lay there without having been seen: it was merged into what was saved.
    """

    at: int
    generation: int
    unseen: Draft | None = None


NONE_THERE = 0
"""In place of a generation: it was seen that no draft is there."""
