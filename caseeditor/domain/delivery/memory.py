"""Notes in doubt whose draft is gone: typed again soon, they go through the evidence as if it were still there."""

from functools import reduce

import msgspec

from caseeditor.domain.delivery.draft import Doubtful
from caseeditor.domain.delivery.evidence import HAUNTED, may_be
from caseeditor.domain.delivery.handover import doubt_of, joined_doubt
from caseeditor.domain.delivery.submission import Read, State, Submission, UnconfirmedNote

replace = msgspec.structs.replace


def recalling(submission: Submission, read: Read) -> Submission:
    """Return a submission that knows of the earlier ones whose notes may be its own, and may still land.

    A ghost is where it was last: what a later submission took along is that one's, and decided with it.
    """
    known = {_identity(ghost) for ghost in submission.ghosts}
    doubts: list[Doubtful] = []
    recalled: list[UnconfirmedNote] = []
    for before in reversed(read.ended):
        fresh = [ghost for ghost in before.ghosts if _identity(ghost) not in known and not ghost.note]
        known |= {_identity(ghost) for ghost in before.ghosts}
        doubt = doubt_of(before) if before.state in (State.DRAFT, State.REJECTED) else None
        if doubt and any(_is_young(ghost, read) and _is_typed(ghost, submission) for ghost in fresh):
            doubts.append(doubt)
            recalled += fresh
    if not doubts:
        return submission
    own = _own_doubt(submission)
    doubt = reduce(_added, ([own] if own else []) + doubts[::-1])
    return replace(
        submission,
        first=doubt.first,
        current=doubt.current,
        attempts=doubt.attempts,
        ghosts=doubt.ghosts,
        recalled=(*submission.recalled, *recalled),
    )


def _added(one: Doubtful, other: Doubtful) -> Doubtful:
    return joined_doubt(one, other) or one


def _own_doubt(submission: Submission) -> Doubtful | None:
    if submission.first is None or submission.current is None:
        return None
    return Doubtful(
        first=submission.first, current=submission.current, attempts=submission.attempts, ghosts=submission.ghosts
    )


def _identity(ghost: UnconfirmedNote) -> tuple[str, int, int]:
    return ghost.text, ghost.date, ghost.submission


def _is_young(ghost: UnconfirmedNote, read: Read) -> bool:
    """Tell by the server's clock whether a note may still land; where it names no time, it may."""
    now = read.reading.date
    return not (now and ghost.date) or now - ghost.date < HAUNTED


def _is_typed(ghost: UnconfirmedNote, submission: Submission) -> bool:
    return any(may_be(text, ghost.text) for text in submission.edit.notes.values())
