"""State machine of a submission: the table of RULES.md.

Pure functions: the outbox feeds in events and performs the next action.
"""

import enum
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from caseeditor.domain.case.model import Case, held_text
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.evidence import (
    UNCONFIRMED_FOR,
    already_noted,
    find_evidence,
    is_ours,
    is_stamped,
    may_be,
    same,
    sure_baseline,
    without_ours,
)
from caseeditor.domain.delivery.guard import failed_conditions
from caseeditor.domain.delivery.handover import draft_of, left_to_remove
from caseeditor.domain.delivery.memory import match_recalled, recalling
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
    Findings,
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
    Withdraw,
)
from caseeditor.domain.editing.changes import ChangeKind, Parameters, reserved_names, update_payload
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure, FailureKind, RequestReach
from caseeditor.domain.text.same_text import plain

VERIFICATION_READS = 6
"""Reads after a doubt before the agent is asked; their delays are Timing.looks."""
_MOST_REMOVALS = 3
_MOST_WAITS = 4
"""Times that a server may postpone an attempt (429)."""

replace = msgspec.structs.replace


class NextAction(enum.Enum):
    """The next action of the outbox."""

    READ = "read"
    POST = "post"
    REMOVE = "remove"
    ASK = "ask"
    NOTHING = "nothing"


def next_action(submission: Submission) -> NextAction:
    """Return the next action. SENDING and REMOVE are performed once; if found on disk, `after_restart` applies."""
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


def transition(submission: Submission, event: Event) -> Submission:
    """Return the submission after an event. Events that the table does not list change nothing."""
    rule = TABLE.get((submission.state, type(event)))
    return rule(submission, event) if rule else submission


def event_of(failure: Failure) -> Unsent | Refused | Doubt:
    """Convert an update's failure to an event."""
    match failure.reach:
        case RequestReach.UNSENT:
            return Unsent(failure)
        case RequestReach.UNKNOWN:
            return Doubt(failure)
        case RequestReach.ANSWERED:
            return Refused(failure)


def handed_over(submission: Submission, user: str) -> tuple[Submission, Draft]:
    """Close a submission that another account takes over; return it with the draft for that account.

    Changes that may be stored keep their doubt. Of a stored submission, only pending tag removals go into the draft.
    """
    submission = after_restart(submission)
    if submission.confirmation:
        ended = replace(submission, state=State.STORED, removing=())
        return ended, replace(left_to_remove(submission), user=user)
    ended = transition(replace(submission, state=State.NEEDS_ANSWER), BackToDraft())
    return ended, replace(draft_of(ended), user=user)


def after_restart(submission: Submission) -> Submission:
    """Resume a submission after a restart: a call that had begun may have been made."""
    return transition(submission, Doubt())


# Queued.


def _queued_read(submission: Submission, read: Read) -> Submission:
    submission = recalling(_without_past_rejections(submission, read), read)
    if submission.batch and _may_be_skipped(submission, read):
        if failed := failed_conditions(submission.batch.guard, read.reading.case):
            why = Failure(kind=FailureKind.GUARD, words=", ".join(failed))
            return replace(submission, state=State.DRAFT, why=why)
        submission = _without_repeated_notes(submission, read)
    case, edit = read.reading.case, submission.edit
    findings = _findings(submission, read)
    if submission.first is not None:  # an earlier attempt may have left traces
        is_asked_about = _has_match(findings) if submission.is_only_rejected else True
        submission = submission if submission.is_only_rejected else _with_held(submission, findings)
        if _all_ours(findings) or is_stamped(submission, case):
            return _settled(submission, findings)
        if is_asked_about and (submission.approved is None or not same(findings, submission.approved)):
            state = State.NEEDS_ANSWER if submission.verification_reads >= VERIFICATION_READS else State.UNCONFIRMED
            return replace(submission, state=state, findings=findings)
        if is_asked_about and (gone := _gone(findings, case)):
            return _queued_conflict(replace(submission, conflicts=gone, findings=findings), read)
        edit = without_ours(edit, findings) if is_asked_about else edit
    merged, conflicts = merge(submission.base, edit, case)
    if names := reserved_names(case, merged):
        return _back_to_draft(
            replace(submission, why=Failure(kind=FailureKind.RESERVED, words=", ".join(names))), BackToDraft()
        )
    if conflicts:
        return _queued_conflict(replace(submission, conflicts=conflicts), read)
    sent = update_payload(case, merged)
    if not sent.parameters:
        return _settled(submission, findings)
    baseline = take(read.reading, submission.edit)
    unconfirmed = (UnconfirmedNote(plain(text), read.reading.date, submission.number) for text in merged.notes.values())
    submission = replace(submission, first=sure_baseline(submission, findings, baseline), current=baseline)
    return replace(
        submission,
        state=State.SENDING,
        sending=merged,
        parameters=_stamp(submission) + sent.parameters,
        approved=_findings(submission, read) if submission.approved else None,
        attempts=submission.attempts + 1,
        accepted=False,
        refused=False,
        words="",
        retry_after=0,
        why=None,
        verification_reads=0,
        unconfirmed=(*match_recalled(submission, findings), *unconfirmed),
    )


def _queued_conflict(submission: Submission, read: Read) -> Submission:
    """Let the agent decide a conflict. A batch leaves the fields to the colleague, and sends the rest."""
    if submission.batch is None:
        return replace(submission, state=State.CONFLICTED)
    return _queued_read(_decided(submission, _all_theirs(submission)), read)


def _all_theirs(submission: Submission) -> Decided:
    return Decided(tuple(conflict.field for conflict in submission.conflicts))


def _may_be_skipped(submission: Submission, read: Read) -> bool:
    """Check that nothing of the submission is stored: it was not sent, or rejected without a trace."""
    if _is_untried(submission) or not submission.is_only_rejected:
        return _is_untried(submission)
    findings = _findings(submission, read)
    return not (_has_match(findings) or _all_ours(findings) or is_stamped(submission, read.reading.case))


def is_withdrawable(submission: Submission) -> bool:
    """Check that a queued submission was not sent, or only rejected: such notes are recalled when it is sent anew."""
    is_queued = submission.state is State.QUEUED
    return is_queued and (not submission.attempts or _is_untried(submission))


def _withdrawn(submission: Submission, _: Withdraw) -> Submission:
    if not is_withdrawable(submission):
        return submission
    return replace(submission, state=State.DRAFT, why=Failure(kind=FailureKind.WITHDRAWN))


def _is_untried(submission: Submission) -> bool:
    """Check that no attempt of this submission may be stored; a recalled note is of an earlier one."""
    own = any(note.submission == submission.number for note in submission.unconfirmed)
    return submission.first is None or (bool(submission.recalled) and not own)


def _without_repeated_notes(submission: Submission, read: Read) -> Submission:
    """Leave out the notes of a batch's row that stand on the case already, so that a second run is harmless."""
    if submission.first is not None or submission.batch is None or submission.batch.repeats_notes:
        return submission
    repeated = already_noted(submission, read.reading.case, read.way)
    notes = {
        number: text
        for number, text in submission.edit.notes.items()
        if number not in repeated and plain(text) not in read.noted
    }
    return replace(submission, edit=replace(submission.edit, notes=notes))


def _without_past_rejections(submission: Submission, read: Read) -> Submission:
    """Forget rejected notes that were not stored and no longer can be."""
    ends = [
        unconfirmed_note.date + UNCONFIRMED_FOR if unconfirmed_note.date else 0
        for unconfirmed_note in submission.unconfirmed
        if not unconfirmed_note.note
    ]
    last = max(ends, default=0)
    if not submission.is_only_rejected or 0 in ends or read.reading.date < last:
        return submission
    case = read.reading.case
    in_time = tuple(note for note in case.notes if (note.milliseconds or 0) < last * 1000)
    then = replace(read, reading=replace(read.reading, case=replace(case, notes=in_time)))
    if _has_match(_findings(submission, then)):
        return submission
    return replace(submission, first=None, current=None, unconfirmed=())


def _has_match(findings: Findings) -> bool:
    """Check for a new note that matches a rejected one."""
    return any(
        _is_note(evidence) and evidence.status in (EffectStatus.CONFIRMED, EffectStatus.AMBIGUOUS)
        for evidence in findings.evidence
    )


def _stamp(submission: Submission) -> Parameters:
    return ((submission.stamp.name, submission.stamp.value),) if submission.stamp else ()


def _gone(findings: Findings, case: Case) -> tuple[Conflict, ...]:
    """Make conflicts of the fields whose stored value was reverted."""
    found = []
    for change in (evidence.change for evidence in findings.evidence if evidence.status is EffectStatus.REVERTED):
        theirs = case.subject if change.what is ChangeKind.SUBJECT else held_text(case, change.name)
        theirs = None if change.what is ChangeKind.TAG_ADDED else theirs
        found.append(Conflict(change.what, change.name, change.before, change.after or "", theirs, held=True))
    return tuple(found)


def _decided(submission: Submission, decided: Decided) -> Submission:
    base, edit, held = submission.base, submission.edit, submission.seen_applied
    conceded = tuple(conflict for conflict in submission.conflicts if conflict.field in decided.theirs)
    for conflict in submission.conflicts:
        if conflict in conceded:
            edit = take_theirs(edit, conflict)
        elif conflict.what in (ChangeKind.SUBJECT, ChangeKind.ATTRIBUTE):
            base = keep_mine(base, conflict)
        held = tuple(field for field in held if field != conflict.field)
    return replace(
        submission,
        state=State.REMOVING if _is_removal(submission) else State.QUEUED,
        base=base,
        edit=edit,
        seen_applied=held,
        conflicts=(),
        conceded=(*submission.conceded, *conceded),
        approved=_agreed_after(submission, decided),
        removals=0,
    )


def _is_removal(submission: Submission) -> bool:
    return any(conflict.what is ChangeKind.TAG_REMOVED for conflict in submission.conflicts)


def _agreed_after(submission: Submission, decided: Decided) -> Findings | None:
    """Return the consent given before a conflict, without their fields and with no field reverted."""
    if submission.approved is None:
        return None
    kept = tuple(
        replace(evidence, status=EffectStatus.MISSING if evidence.status is EffectStatus.REVERTED else evidence.status)
        for evidence in submission.approved.evidence
        if evidence.change.field not in decided.theirs
    )
    return replace(submission.approved, evidence=kept)


# Sending.


def _sending_unsent(submission: Submission, unsent: Unsent) -> Submission:
    return replace(_taken_back(submission), state=State.QUEUED, words=unsent.failure.words)


def _sending_answered(submission: Submission, answered: Answered) -> Submission:
    submission = replace(submission, accepted=True)
    if answered.case is None:
        return replace(submission, state=State.UNCONFIRMED)
    findings = find_evidence(
        submission, answered.case, answered.unconfirmed, shows_notes=answered.shows_notes, way=answered.way
    )
    submission = _with_held(submission, findings)
    notes = [evidence for evidence in findings.evidence if _is_note(evidence)]
    shown = answered.case.notes or (answered.shows_notes and answered.case.notes_shown)
    if all(evidence.status is EffectStatus.CONFIRMED and (evidence.note or not shown) for evidence in notes):
        return _settled(submission, findings)
    return replace(submission, state=State.UNCONFIRMED, findings=findings)


def _sending_refused(submission: Submission, refused: Refused) -> Submission:
    failure = refused.failure
    again = (failure.retry_after or 1) if failure.kind is FailureKind.TOO_MANY else 0
    return replace(
        submission, state=State.UNCONFIRMED, refused=True, words=failure.words, retry_after=again, why=failure
    )


def _sending_doubt(submission: Submission, doubt: Doubt) -> Submission:
    return replace(submission, state=State.UNCONFIRMED, why=doubt.failure)


# Unconfirmed, and waiting for the agent's answer.


def _unsure_read(submission: Submission, read: Read) -> Submission:
    submission = _looked(submission, read)
    if submission.state is not State.UNCONFIRMED or submission.verification_reads < VERIFICATION_READS:
        return submission
    # Rule 8: a note is never repeated automatically.
    may_repeat = not submission.edit.notes and _is_unmoved(submission, read.reading)
    if may_repeat and not (submission.resent or submission.refused or submission.accepted):
        return replace(submission, state=State.QUEUED, resent=True, approved=submission.findings)
    return replace(submission, state=State.NEEDS_ANSWER)


def _looked(submission: Submission, read: Read) -> Submission:
    findings, is_first = _findings(submission, read), not submission.verification_reads
    submission = replace(
        _with_held(submission, findings), findings=findings, verification_reads=submission.verification_reads + 1
    )
    is_taken = findings.moved and (is_first or is_ours(findings.updated_by, submission))
    is_certain = _all_ours(findings) or is_stamped(submission, read.reading.case)
    if is_certain or (submission.accepted and (_bears_out(findings) or is_taken)):
        return _settled(submission, findings)
    if submission.refused and _is_unmoved(submission, read.reading):
        if submission.retry_after and submission.waits < _MOST_WAITS:
            return replace(_rejected(submission), state=State.QUEUED, waits=submission.waits + 1)
        if submission.attempts == 1 and _wants_token(submission) and not submission.resent:
            return replace(_rejected(submission), state=State.QUEUED, resent=True)
        if submission.attempts == 1:  # an earlier attempt could still be stored
            return replace(_rejected(submission), state=State.REJECTED)
    return submission


def _wants_token(submission: Submission) -> bool:
    """Check whether the token was rejected: with a new one, the changes are sent once more."""
    return submission.why is not None and submission.why.kind.needs_token


def _in_parts(submission: Submission, _: InParts) -> Submission:
    """Let a read decide about a rejected attempt, without another attempt of the same size."""
    return replace(submission, resent=True) if submission.refused else submission


def _send_again(submission: Submission, event: SendAgain) -> Submission:
    return replace(submission, state=State.QUEUED, approved=event.findings)


def _it_was_stored(submission: Submission, _: ItWasStored) -> Submission:
    unconfirmed = match_unconfirmed(submission, submission.findings) if submission.findings else submission.unconfirmed
    return _closed(replace(submission, confirmation=Confirmation.AGENT, unconfirmed=unconfirmed))


def _back_to_draft(submission: Submission, _: BackToDraft) -> Submission:
    """Take a submission back, unless only its tag removals are left."""
    if submission.confirmation:
        return submission
    unconfirmed = match_unconfirmed(submission, submission.findings) if submission.findings else submission.unconfirmed
    return replace(submission, state=State.DRAFT, unconfirmed=unconfirmed)


# Removing tags.


def _removing_read(submission: Submission, read: Read) -> Submission:
    case = read.reading.case
    left = tuple(tag for tag, add in submission.edit.tags.items() if not add and tag in case.tags)
    if not left:
        return replace(submission, state=State.STORED, removing=())
    if submission.removals and (submission.removals >= _MOST_REMOVALS or case.update_date != submission.removal_mark):
        conflicts = tuple(Conflict(ChangeKind.TAG_REMOVED, tag, tag, "", tag) for tag in left)
        submission = replace(submission, state=State.CONFLICTED, conflicts=conflicts, removing=())
        return _decided(submission, _all_theirs(submission)) if submission.batch else submission
    return replace(submission, removing=left, removals=submission.removals + 1, removal_mark=case.update_date)


def _removing_removed(submission: Submission, _: Removed | Doubt) -> Submission:
    return replace(submission, removing=())


# Stored.


def _stored_read(submission: Submission, read: Read) -> Submission:
    """Record, once each, the unconfirmed notes that turned up."""
    texts = [unconfirmed_note.text for unconfirmed_note in submission.unconfirmed if not unconfirmed_note.note]
    if submission.confirmation is Confirmation.ACCEPTED or not texts:
        return submission
    looked_for = replace(submission, stamp=None, edit=Edit(notes=dict(enumerate(texts))))
    findings = _findings(looked_for, read)
    late = tuple(evidence.shown for evidence in findings.evidence if evidence.status is EffectStatus.CONFIRMED)
    return replace(
        submission,
        late=(*submission.late, *late),
        unconfirmed=match_unconfirmed(replace(looked_for, accepted=False), findings),
    )


# Shared by the rules.


def _findings(submission: Submission, read: Read) -> Findings:
    return find_evidence(submission, read.reading.case, read.unconfirmed, shows_notes=read.shows_notes, way=read.way)


def _with_held(submission: Submission, findings: Findings) -> Submission:
    seen = [
        evidence.change.field
        for evidence in findings.evidence
        if evidence.status is EffectStatus.CONFIRMED and not _is_note(evidence)
    ]
    return replace(submission, seen_applied=tuple(dict.fromkeys((*submission.seen_applied, *seen))))


def _is_note(evidence: Evidence) -> bool:
    return evidence.change.what is ChangeKind.NOTE


def _all_ours(findings: Findings) -> bool:
    return all(evidence.status is EffectStatus.CONFIRMED for evidence in findings.evidence)


def _bears_out(findings: Findings) -> bool:
    """Check that no note contradicts a good answer: none is missing that would be visible."""
    return all(
        _is_there(evidence) or evidence.status is EffectStatus.UNKNOWN
        for evidence in findings.evidence
        if _is_note(evidence)
    )


def _is_there(evidence: Evidence) -> bool:
    """Check for a matching note, even one that may be somebody else's."""
    return bool(evidence.note) and may_be(evidence.shown, evidence.change.after or "")


def _is_unmoved(submission: Submission, reading: Reading) -> bool:
    """Check that the case is as it was before the last attempt. Without dates this is never certain."""
    then, now = submission.current, take(reading, submission.edit)
    if then is None or not all(is_settled(each.update_date, each.date) for each in (then, now)):
        return False
    return replace(now, date=then.date) == then


def _taken_back(submission: Submission) -> Submission:
    """Undo the last attempt, which was not sent."""
    return _less_one(submission, submission.unconfirmed[: len(submission.unconfirmed) - len(submission.sending.notes)])


def _rejected(submission: Submission) -> Submission:
    """Undo the last attempt, which the server rejected and no read shows. Its notes may still be stored."""
    return _less_one(submission, submission.unconfirmed)


def _less_one(submission: Submission, unconfirmed: tuple[UnconfirmedNote, ...]) -> Submission:
    is_trace_left = submission.attempts > 1 or bool(unconfirmed)
    return replace(
        submission,
        attempts=submission.attempts - 1,
        first=submission.first if is_trace_left else None,
        current=submission.current if is_trace_left else None,
        unconfirmed=unconfirmed,
        refused=False,
    )


def match_unconfirmed(submission: Submission, findings: Findings) -> tuple[UnconfirmedNote, ...]:
    """Match the unconfirmed notes of a submission that closes with the notes on the server."""
    unconfirmed = list(submission.unconfirmed)
    order = range(len(unconfirmed))
    for evidence in findings.evidence:
        text = plain(evidence.change.after or "")
        if _is_note(evidence) and (
            evidence.status is EffectStatus.CONFIRMED or (submission.accepted and _is_there(evidence))
        ):
            for place in reversed(order) if submission.accepted else order:
                if unconfirmed[place].text == text and not unconfirmed[place].note:
                    unconfirmed[place] = replace(unconfirmed[place], note=evidence.note or UNSEEN)
                    break
    return tuple(unconfirmed)


def _settled(submission: Submission, findings: Findings) -> Submission:
    is_seen = all(
        evidence.status is EffectStatus.CONFIRMED or _is_there(evidence)
        for evidence in findings.evidence
        if _is_note(evidence)
    )
    confirmation = Confirmation.SEEN if is_seen else Confirmation.ACCEPTED
    return _closed(
        replace(
            submission,
            findings=findings,
            confirmation=confirmation,
            unconfirmed=match_unconfirmed(submission, findings),
        )
    )


def _closed(submission: Submission) -> Submission:
    has_removals = any(not add for add in submission.edit.tags.values())
    return replace(submission, state=State.REMOVING if has_removals else State.STORED, removing=(), removals=0)


TABLE: Mapping[tuple[State, type], Callable[[Submission, Any], Submission]] = {
    (State.QUEUED, Read): _queued_read,
    (State.QUEUED, BackToDraft): _back_to_draft,
    (State.QUEUED, Withdraw): _withdrawn,
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
