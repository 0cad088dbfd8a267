"""Unconfirmed notes whose draft is gone: if typed again soon, they go through the evidence (RULES.md, rule 10)."""

from functools import reduce

import msgspec

from caseeditor.domain.delivery.draft import Doubtful
from caseeditor.domain.delivery.evidence import UNCONFIRMED_FOR, may_be
from caseeditor.domain.delivery.handover import doubt_of, joined_doubt
from caseeditor.domain.delivery.submission import EffectStatus, Findings, Read, State, Submission, UnconfirmedNote
from caseeditor.domain.text.same_text import plain

replace = msgspec.structs.replace


def recalling(submission: Submission, read: Read) -> Submission:
    """Return the submission with the doubts of earlier ones whose notes match its own and may still be stored.

    An unconfirmed note belongs to the latest submission that took it over. It is decided with that one if the same text
    was typed there.
    """
    known = {_identity(unconfirmed_note) for unconfirmed_note in submission.unconfirmed}
    doubts: list[Doubtful] = []
    recalled: list[UnconfirmedNote] = []
    for before in reversed(read.ended):
        fresh = tuple(each for each in _left_open(before) if _identity(each) not in known)
        known |= {_identity(unconfirmed_note) for unconfirmed_note in before.unconfirmed}
        doubt = _doubt_of_stored(before, fresh, read.ended) if before.state is State.STORED else doubt_of(before)
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


def match_recalled(submission: Submission, findings: Findings) -> tuple[UnconfirmedNote, ...]:
    """Return a submission's unconfirmed notes, the recalled ones matched with the notes that the agent was shown.

    Sending again, the agent took these for others: a further note is no recalled one any more.
    """
    unconfirmed = list(submission.unconfirmed)
    for evidence in findings.evidence:
        if evidence.status is EffectStatus.AMBIGUOUS and evidence.note:
            for place, each in enumerate(unconfirmed):
                if each in submission.recalled and not each.note and may_be(evidence.shown, each.text):
                    unconfirmed[place] = replace(each, note=evidence.note)
                    break
    return tuple(unconfirmed)


def _left_open(before: Submission) -> tuple[UnconfirmedNote, ...]:
    """Return the unconfirmed notes that the end of a submission did not decide: of a stored one, those of other texts.

    A similar text is another one here. The doubt about it may be needless, but its note would otherwise be sent twice.
    """
    decided = {plain(text) for text in before.edit.notes.values()} if before.state is State.STORED else set[str]()
    return tuple(each for each in before.unconfirmed if not each.note and each.text not in decided)


def _doubt_of_stored(
    before: Submission, left: tuple[UnconfirmedNote, ...], ended: tuple[Submission, ...]
) -> Doubtful | None:
    """Return the doubt about notes that a stored submission left: notes of rejected attempts stay such."""
    if before.first is None or before.current is None or not left:
        return None
    attempts = {each.number: each.attempts for each in ended}
    most = max(attempts.get(each.submission, before.attempts) for each in left)
    return Doubtful(first=before.first, current=before.current, attempts=most, unconfirmed=left)


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
