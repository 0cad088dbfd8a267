"""Notes in doubt whose draft is gone: typed again soon, they go through the evidence as if it were still there."""

from functools import reduce

import msgspec

from caseeditor.domain.delivery.draft import Doubtful
from caseeditor.domain.delivery.evidence import UNCONFIRMED_FOR, may_be
from caseeditor.domain.delivery.handover import doubt_of, joined_doubt
from caseeditor.domain.delivery.submission import Read, State, Submission, UnconfirmedNote

replace = msgspec.structs.replace


def recalling(submission: Submission, read: Read) -> Submission:
    """Return a submission that knows of the earlier ones whose notes may be its own, and may still land.

    An unconfirmed note is where it was last: one that a later submission took along is decided with that one, if the
    same text was typed there.
    """
    known = {_identity(unconfirmed_note) for unconfirmed_note in submission.unconfirmed}
    doubts: list[Doubtful] = []
    recalled: list[UnconfirmedNote] = []
    for before in reversed(read.ended):
        fresh = tuple(each for each in _left_open(before) if _identity(each) not in known)
        known |= {_identity(unconfirmed_note) for unconfirmed_note in before.unconfirmed}
        doubt = _doubt_of_stored(before, fresh) if before.state is State.STORED else doubt_of(before)
        if doubt and any(_is_young(each, read) and _is_typed(each, submission) for each in fresh):
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
        unconfirmed=doubt.unconfirmed,
        recalled=(*submission.recalled, *recalled),
    )


def _left_open(before: Submission) -> tuple[UnconfirmedNote, ...]:
    """Return the unconfirmed notes that the end of a submission did not decide."""
    is_stored = before.state is State.STORED
    return tuple(each for each in before.unconfirmed if not each.note and not (is_stored and _is_typed(each, before)))


def _doubt_of_stored(before: Submission, left: tuple[UnconfirmedNote, ...]) -> Doubtful | None:
    if before.first is None or before.current is None or not left:
        return None
    return Doubtful(first=before.first, current=before.current, attempts=before.attempts, unconfirmed=left)


def _added(one: Doubtful, other: Doubtful) -> Doubtful:
    return joined_doubt(one, other) or one


def _own_doubt(submission: Submission) -> Doubtful | None:
    if submission.first is None or submission.current is None:
        return None
    return Doubtful(
        first=submission.first,
        current=submission.current,
        attempts=submission.attempts,
        unconfirmed=submission.unconfirmed,
    )


def _identity(unconfirmed_note: UnconfirmedNote) -> tuple[str, int, int]:
    return unconfirmed_note.text, unconfirmed_note.date, unconfirmed_note.submission


def _is_young(unconfirmed_note: UnconfirmedNote, read: Read) -> bool:
    """Tell by the server's clock whether a note may still land; where it names no time, it may."""
    now = read.reading.date
    return not (now and unconfirmed_note.date) or now - unconfirmed_note.date < UNCONFIRMED_FOR


def _is_typed(unconfirmed_note: UnconfirmedNote, submission: Submission) -> bool:
    return any(may_be(text, unconfirmed_note.text) for text in submission.edit.notes.values())
