"""Unconfirmed notes whose draft is gone: if typed again soon, they go through the evidence (RULES.md, rule 10)."""

from functools import reduce

import msgspec

from caseeditor.domain.delivery.draft import Doubtful
from caseeditor.domain.delivery.evidence import UNCONFIRMED_FOR, may_be
from caseeditor.domain.delivery.handover import doubt_of, joined_doubt
from caseeditor.domain.delivery.submission import Read, State, Submission, UnconfirmedNote

replace = msgspec.structs.replace


def recalling(submission: Submission, read: Read) -> Submission:
    """Return the submission with the doubts of earlier ones whose notes match its own and may still be stored.

    An unconfirmed note belongs to the latest submission that took it over, and is decided with it.
    """
    known = {_identity(unconfirmed_note) for unconfirmed_note in submission.unconfirmed}
    doubts: list[Doubtful] = []
    recalled: list[UnconfirmedNote] = []
    for before in reversed(read.ended):
        fresh = [
            unconfirmed_note
            for unconfirmed_note in before.unconfirmed
            if _identity(unconfirmed_note) not in known and not unconfirmed_note.note
        ]
        known |= {_identity(unconfirmed_note) for unconfirmed_note in before.unconfirmed}
        doubt = doubt_of(before) if before.state in (State.DRAFT, State.REJECTED) else None
        if doubt and any(
            _is_young(unconfirmed_note, read) and _is_typed(unconfirmed_note, submission) for unconfirmed_note in fresh
        ):
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
    """Check by the server's clock whether a note may still be stored; without a date it may."""
    now = read.reading.date
    return not (now and unconfirmed_note.date) or now - unconfirmed_note.date < UNCONFIRMED_FOR


def _is_typed(unconfirmed_note: UnconfirmedNote, submission: Submission) -> bool:
    return any(may_be(text, unconfirmed_note.text) for text in submission.edit.notes.values())
