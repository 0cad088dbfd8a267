"""State machine of a submission: the table of RULES.md. Pure functions: the outbox feeds in events and acts."""

import enum
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from caseeditor.domain.case.model import Case, held_text
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.evidence import (
    HAUNTED,
    find_facts,
    is_ours,
    is_stamped,
    may_be,
    same,
    sure_baseline,
    without_ours,
)
from caseeditor.domain.delivery.handover import draft_of, left_to_remove
from caseeditor.domain.delivery.memory import recalling
from caseeditor.domain.delivery.merge import Conflict, keep_mine, merge, take_theirs
from caseeditor.domain.delivery.snapshot import Reading, is_settled, take
from caseeditor.domain.delivery.submission import (
    UNSEEN,
    Answered,
    BackToDraft,
    Confirmation,
    Decided,
    Doubt,
    EffectStatus,
    Event,
    Evidence,
    Facts,
    InParts,
    ItWasStored,
    Read,
    Refused,
    Removed,
    SendAgain,
    State,
    Submission,
    UnconfirmedNote,
    Unsent,
)
from caseeditor.domain.editing.changes import ChangeKind, Parameters, reserved_names, update_payload
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, FailureKind, RequestReach
from caseeditor.domain.text.same_text import plain

LOOKS = 6
"""Reads after doubt before the agent is asked; their delays are Timing.looks."""
_MOST_REMOVALS = 3
_MOST_WAITS = 4
"""How often a server may put an attempt off (429)."""

replace = msgspec.structs.replace


class NextAction(enum.Enum):
    """What has to be done next."""

    READ = "read"
    POST = "post"
    REMOVE = "remove"
    ASK = "ask"
    NOTHING = "nothing"


def next_step(submission: Submission) -> NextAction:
    """Tell what a submission waits for. SENDING and REMOVE are acted on once: found on disk, they are `resumed`."""
    match submission.state:
        case State.QUEUED | State.UNCONFIRMED | State.NEEDS_ANSWER:
            return NextAction.READ
        case State.SENDING:
            return NextAction.POST
        case State.REMOVING:
            return NextAction.REMOVE if submission.removing else NextAction.READ
        case State.CONFLICTED:
            return NextAction.ASK
        case _:
            return NextAction.NOTHING


def advance(submission: Submission, event: Event) -> Submission:
    """Return the submission after an event. One that the table does not know changes nothing."""
    rule = TABLE.get((submission.state, type(event)))
    return rule(submission, event) if rule else submission


def event_of(failure: Failure) -> Unsent | Refused | Doubt:
    """Return the event that an update's failure is."""
    match failure.reach:
        case RequestReach.UNSENT:
            return Unsent(failure)
        case RequestReach.UNKNOWN:
            return Doubt(failure)
        case RequestReach.ANSWERED:
            return Refused(failure)


def handed_over(submission: Submission, user: str) -> tuple[Submission, Draft]:
    """Close a submission for another account that takes it over; returns it closed, and what becomes their draft.

    What may be stored keeps its doubt; of what is stored only the tags that are still to be removed go along.
    """
    submission = resumed(submission)
    if submission.verdict:
        ended = replace(submission, state=State.STORED, removing=())
        return ended, replace(left_to_remove(submission), user=user)
    ended = advance(replace(submission, state=State.NEEDS_ANSWER), BackToDraft())
    return ended, replace(draft_of(ended), user=user)


def resumed(submission: Submission) -> Submission:
    """Return a submission as it goes on after a restart: a call that had begun may have been made."""
    return advance(submission, Doubt())


# Queued.


def _queued_read(submission: Submission, read: Read) -> Submission:
    submission = recalling(_without_past_rejections(submission, read), read)
    case, edit = read.reading.case, submission.edit
    facts = _facts(submission, read)
    if submission.first is not None:  # an earlier attempt may have left traces
        is_asked_about = _has_match(facts) if submission.is_only_rejected else True
        submission = submission if submission.is_only_rejected else _with_held(submission, facts)
        if _all_ours(facts) or is_stamped(submission, case):
            return _settled(submission, facts)
        if is_asked_about and (submission.agreed is None or not same(facts, submission.agreed)):
            state = State.NEEDS_ANSWER if submission.looks >= LOOKS else State.UNCONFIRMED
            return replace(submission, state=state, facts=facts)
        if is_asked_about and (gone := _gone(facts, case)):
            return replace(submission, state=State.CONFLICTED, conflicts=gone, facts=facts)
        edit = without_ours(edit, facts) if is_asked_about else edit
    merged, conflicts = merge(submission.base, edit, case)
    if names := reserved_names(case, merged):
        return _back_to_draft(
            replace(submission, why=Failure(kind=FailureKind.RESERVED, words=", ".join(names))), BackToDraft()
        )
    if conflicts:
        return replace(submission, state=State.CONFLICTED, conflicts=conflicts)
    sent = update_payload(case, merged)
    if not sent.parameters:
        return _settled(submission, facts)
    baseline = take(read.reading, submission.edit)
    ghosts = (UnconfirmedNote(plain(text), read.reading.date, submission.number) for text in merged.notes.values())
    submission = replace(submission, first=sure_baseline(submission, facts, baseline), current=baseline)
    return replace(
        submission,
        state=State.SENDING,
        sending=merged,
        parameters=_stamp(submission) + sent.parameters,
        agreed=_facts(submission, read) if submission.agreed else None,
        attempts=submission.attempts + 1,
        accepted=False,
        refused=False,
        words="",
        retry_after=0,
        why=None,
        looks=0,
        ghosts=(*submission.ghosts, *ghosts),
    )


def _without_past_rejections(submission: Submission, read: Read) -> Submission:
    """Forget rejected notes that can't land any more, and didn't."""
    ends = [ghost.date + HAUNTED if ghost.date else 0 for ghost in submission.ghosts if not ghost.note]
    last = max(ends, default=0)
    if not submission.is_only_rejected or 0 in ends or read.reading.date < last:
        return submission
    case = read.reading.case
    in_time = tuple(note for note in case.notes if (note.milliseconds or 0) < last * 1000)
    then = replace(read, reading=replace(read.reading, case=replace(case, notes=in_time)))
    if _has_match(_facts(submission, then)):
        return submission
    return replace(submission, first=None, current=None, ghosts=())


def _has_match(facts: Facts) -> bool:
    """Tell whether there is a new note like one that was rejected."""
    return any(_is_note(fact) and fact.fate in (EffectStatus.CONFIRMED, EffectStatus.AMBIGUOUS) for fact in facts.facts)


def _stamp(submission: Submission) -> Parameters:
    return ((submission.stamp.name, submission.stamp.value),) if submission.stamp else ()


def _gone(facts: Facts, case: Case) -> tuple[Conflict, ...]:
    """Make conflicts of the fields that held, and no longer do."""
    found = []
    for change in (fact.change for fact in facts.facts if fact.fate is EffectStatus.REVERTED):
        theirs = case.subject if change.what is ChangeKind.SUBJECT else held_text(case, change.name)
        theirs = None if change.what is ChangeKind.TAG_ADDED else theirs
        found.append(Conflict(change.what, change.name, change.before, change.after or "", theirs, held=True))
    return tuple(found)


def _decided(submission: Submission, decided: Decided) -> Submission:
    base, edit, held = submission.base, submission.edit, submission.held
    yielded = tuple(conflict for conflict in submission.conflicts if conflict.field in decided.theirs)
    for conflict in submission.conflicts:
        if conflict in yielded:
            edit = take_theirs(edit, conflict)
        elif conflict.what in (ChangeKind.SUBJECT, ChangeKind.ATTRIBUTE):
            base = keep_mine(base, conflict)
        held = tuple(field for field in held if field != conflict.field)
    return replace(
        submission,
        state=State.REMOVING if _is_removal(submission) else State.QUEUED,
        base=base,
        edit=edit,
        held=held,
        conflicts=(),
        yielded=(*submission.yielded, *yielded),
        agreed=_agreed_after(submission, decided),
        removals=0,
    )


def _is_removal(submission: Submission) -> bool:
    return any(conflict.what is ChangeKind.TAG_REMOVED for conflict in submission.conflicts)


def _agreed_after(submission: Submission, decided: Decided) -> Facts | None:
    """Keep what was agreed to before a conflict, less what is theirs now, and with nothing gone any more."""
    if submission.agreed is None:
        return None
    kept = tuple(
        replace(fact, fate=EffectStatus.MISSING if fact.fate is EffectStatus.REVERTED else fact.fate)
        for fact in submission.agreed.facts
        if fact.change.field not in decided.theirs
    )
    return replace(submission.agreed, facts=kept)


# Sending.


def _sending_unsent(submission: Submission, unsent: Unsent) -> Submission:
    return replace(_taken_back(submission), state=State.QUEUED, words=unsent.failure.words)


def _sending_answered(submission: Submission, answered: Answered) -> Submission:
    submission = replace(submission, accepted=True)
    if answered.case is None:
        return replace(submission, state=State.UNCONFIRMED)
    facts = find_facts(submission, answered.case, answered.ghosts, shows_notes=answered.shows_notes, way=answered.way)
    submission = _with_held(submission, facts)
    notes = [fact for fact in facts.facts if _is_note(fact)]
    shown = answered.case.notes or (answered.shows_notes and answered.case.notes_shown)
    if all(fact.fate is EffectStatus.CONFIRMED and (fact.note or not shown) for fact in notes):
        return _settled(submission, facts)
    return replace(submission, state=State.UNCONFIRMED, facts=facts)


def _sending_refused(submission: Submission, refused: Refused) -> Submission:
    failure = refused.failure
    again = (failure.retry_after or 1) if failure.kind is FailureKind.TOO_MANY else 0
    return replace(
        submission, state=State.UNCONFIRMED, refused=True, words=failure.words, retry_after=again, why=failure
    )


def _sending_doubt(submission: Submission, doubt: Doubt) -> Submission:
    return replace(submission, state=State.UNCONFIRMED, why=doubt.failure)


# Unsure and asking.


def _unsure_read(submission: Submission, read: Read) -> Submission:
    submission = _looked(submission, read)
    if submission.state is not State.UNCONFIRMED or submission.looks < LOOKS:
        return submission
    may_repeat = not submission.edit.notes and _is_unmoved(submission, read.reading)
    if may_repeat and not (submission.resent or submission.refused or submission.accepted):
        return replace(submission, state=State.QUEUED, resent=True, agreed=submission.facts)
    return replace(submission, state=State.NEEDS_ANSWER)


def _looked(submission: Submission, read: Read) -> Submission:
    facts, is_first = _facts(submission, read), not submission.looks
    submission = replace(_with_held(submission, facts), facts=facts, looks=submission.looks + 1)
    is_taken = facts.moved and (is_first or is_ours(facts.updated_by, submission))
    is_certain = _all_ours(facts) or is_stamped(submission, read.reading.case)
    if is_certain or (submission.accepted and (_bears_out(facts) or is_taken)):
        return _settled(submission, facts)
    if submission.refused and _is_unmoved(submission, read.reading):
        if submission.retry_after and submission.waits < _MOST_WAITS:
            return replace(_rejected(submission), state=State.QUEUED, waits=submission.waits + 1)
        if submission.attempts == 1 and _wants_token(submission) and not submission.resent:
            return replace(_rejected(submission), state=State.QUEUED, resent=True)
        if submission.attempts == 1:  # an earlier one could still land
            return replace(_rejected(submission), state=State.REJECTED)
    return submission


def _wants_token(submission: Submission) -> bool:
    """Tell whether the token was rejected: once there is another, the changes go out, but only once."""
    return submission.why is not None and submission.why.kind.needs_token


def _in_parts(submission: Submission, _: InParts) -> Submission:
    """Have a read decide about a rejected attempt without another one of the same size."""
    return replace(submission, resent=True) if submission.refused else submission


def _send_again(submission: Submission, event: SendAgain) -> Submission:
    return replace(submission, state=State.QUEUED, agreed=event.facts)


def _it_was_stored(submission: Submission, _: ItWasStored) -> Submission:
    ghosts = laid(submission, submission.facts) if submission.facts else submission.ghosts
    return _closed(replace(submission, verdict=Confirmation.AGENT, ghosts=ghosts))


def _back_to_draft(submission: Submission, _: BackToDraft) -> Submission:
    """Take a submission back, unless all but its removals is stored already."""
    if submission.verdict:
        return submission
    ghosts = laid(submission, submission.facts) if submission.facts else submission.ghosts
    return replace(submission, state=State.DRAFT, ghosts=ghosts)


# Removing tags.


def _removing_read(submission: Submission, read: Read) -> Submission:
    case = read.reading.case
    left = tuple(tag for tag, add in submission.edit.tags.items() if not add and tag in case.tags)
    if not left:
        return replace(submission, state=State.STORED, removing=())
    if submission.removals and (submission.removals >= _MOST_REMOVALS or case.update_date != submission.removal_mark):
        conflicts = tuple(Conflict(ChangeKind.TAG_REMOVED, tag, tag, "", tag) for tag in left)
        return replace(submission, state=State.CONFLICTED, conflicts=conflicts, removing=())
    return replace(submission, removing=left, removals=submission.removals + 1, removal_mark=case.update_date)


def _removing_removed(submission: Submission, _: Removed | Doubt) -> Submission:
    return replace(submission, removing=())


# Stored.


def _stored_read(submission: Submission, read: Read) -> Submission:
    """Notice, once each, that a note of an attempt turned up whose end nobody knew."""
    texts = [ghost.text for ghost in submission.ghosts if not ghost.note]
    if submission.verdict is Confirmation.ACCEPTED or not texts:
        return submission
    looked_for = replace(submission, stamp=None, edit=Edit(notes=dict(enumerate(texts))))
    facts = _facts(looked_for, read)
    late = tuple(fact.shown for fact in facts.facts if fact.fate is EffectStatus.CONFIRMED)
    return replace(submission, late=(*submission.late, *late), ghosts=laid(replace(looked_for, accepted=False), facts))


# What the rules share.


def _facts(submission: Submission, read: Read) -> Facts:
    return find_facts(submission, read.reading.case, read.ghosts, shows_notes=read.shows_notes, way=read.way)


def _with_held(submission: Submission, facts: Facts) -> Submission:
    seen = [fact.change.field for fact in facts.facts if fact.fate is EffectStatus.CONFIRMED and not _is_note(fact)]
    return replace(submission, held=tuple(dict.fromkeys((*submission.held, *seen))))


def _is_note(fact: Evidence) -> bool:
    return fact.change.what is ChangeKind.NOTE


def _all_ours(facts: Facts) -> bool:
    return all(fact.fate is EffectStatus.CONFIRMED for fact in facts.facts)


def _bears_out(facts: Facts) -> bool:
    """Tell whether nothing contradicts a good answer: no note of ours is missing that would be visible."""
    return all(_is_there(fact) or fact.fate is EffectStatus.UNKNOWN for fact in facts.facts if _is_note(fact))


def _is_there(fact: Evidence) -> bool:
    """Tell whether a note is shown that is like ours, if it may be somebody else's too."""
    return bool(fact.note) and may_be(fact.shown, fact.change.after or "")


def _is_unmoved(submission: Submission, reading: Reading) -> bool:
    """Tell whether the case surely is as it was right before the last attempt. Without dates nothing is sure."""
    then, now = submission.current, take(reading, submission.edit)
    if then is None or not all(is_settled(each.update_date, each.date) for each in (then, now)):
        return False
    return replace(now, date=then.date) == then


def _taken_back(submission: Submission) -> Submission:
    """Undo the last attempt, of which nothing is stored."""
    return _less_one(submission, submission.ghosts[: len(submission.ghosts) - len(submission.sending.notes)])


def _rejected(submission: Submission) -> Submission:
    """Undo the last attempt, which the server rejected and a read shows nothing of; its notes may still land."""
    return _less_one(submission, submission.ghosts)


def _less_one(submission: Submission, ghosts: tuple[UnconfirmedNote, ...]) -> Submission:
    is_trace_left = submission.attempts > 1 or bool(ghosts)
    return replace(
        submission,
        attempts=submission.attempts - 1,
        first=submission.first if is_trace_left else None,
        current=submission.current if is_trace_left else None,
        ghosts=ghosts,
        refused=False,
    )


def laid(submission: Submission, facts: Facts) -> tuple[UnconfirmedNote, ...]:
    """Return the ghosts of a submission that closes, each told which note it is, where that note is there."""
    ghosts = list(submission.ghosts)
    order = range(len(ghosts))
    for fact in facts.facts:
        text = plain(fact.change.after or "")
        if _is_note(fact) and (fact.fate is EffectStatus.CONFIRMED or (submission.accepted and _is_there(fact))):
            for place in reversed(order) if submission.accepted else order:
                if ghosts[place].text == text and not ghosts[place].note:
                    ghosts[place] = replace(ghosts[place], note=fact.note or UNSEEN)
                    break
    return tuple(ghosts)


def _settled(submission: Submission, facts: Facts) -> Submission:
    is_seen = all(fact.fate is EffectStatus.CONFIRMED or _is_there(fact) for fact in facts.facts if _is_note(fact))
    verdict = Confirmation.SEEN if is_seen else Confirmation.ACCEPTED
    return _closed(replace(submission, facts=facts, verdict=verdict, ghosts=laid(submission, facts)))


def _closed(submission: Submission) -> Submission:
    has_removals = any(not add for add in submission.edit.tags.values())
    return replace(submission, state=State.REMOVING if has_removals else State.STORED, removing=(), removals=0)


TABLE: Mapping[tuple[State, type], Callable[[Submission, Any], Submission]] = {
    (State.QUEUED, Read): _queued_read,
    (State.QUEUED, BackToDraft): _back_to_draft,
    (State.SENDING, Unsent): _sending_unsent,
    (State.SENDING, Answered): _sending_answered,
    (State.SENDING, Refused): _sending_refused,
    (State.SENDING, Doubt): _sending_doubt,
    (State.UNCONFIRMED, Read): _unsure_read,
    (State.UNCONFIRMED, BackToDraft): _back_to_draft,
    (State.UNCONFIRMED, InParts): _in_parts,
    (State.NEEDS_ANSWER, Read): _looked,
    (State.NEEDS_ANSWER, SendAgain): _send_again,
    (State.NEEDS_ANSWER, ItWasStored): _it_was_stored,
    (State.NEEDS_ANSWER, BackToDraft): _back_to_draft,
    (State.CONFLICTED, Decided): _decided,
    (State.CONFLICTED, BackToDraft): _back_to_draft,
    (State.REMOVING, Read): _removing_read,
    (State.REMOVING, Removed): _removing_removed,
    (State.REMOVING, Doubt): _removing_removed,
    (State.STORED, Read): _stored_read,
}
