"""The result of a row: from its plan, or from its submission."""

from collections.abc import Iterable, Mapping

import msgspec

from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.plan.planning import without_fields
from caseeditor.domain.batch.reasons import Reason, why
from caseeditor.domain.batch.row import FieldResult, Outcome, Row, RowPlan, RowState
from caseeditor.domain.delivery import outcome as delivered
from caseeditor.domain.delivery.submission import Confirmation, State, Submission
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.text.same_text import plain

replace = msgspec.structs.replace

_DONE = (
    delivered.Outcome.STORED,
    delivered.Outcome.CHANGED,
    delivered.Outcome.ACCEPTED,
    delivered.Outcome.AGENT,
    delivered.Outcome.LATE,
    delivered.Outcome.UNDONE,
)
_STORED = (Outcome.STORED, Outcome.ACCEPTED, Outcome.MOVED, Outcome.UNSURE)
_TO_SEND = (State.QUEUED, State.SENDING)
_LEFT = (delivered.Outcome.THEIRS, delivered.Outcome.PARTLY, delivered.Outcome.DIFFERS)


def left_out(row: Row, now: int) -> Row | None:
    """Return a row that its plan or the agent leaves out of the run, ended at a time (ms); None if it is to be sent.

    One that waits for the user's own work is to be sent, later.
    """
    if row.is_out or (row.changes and all(map(row.has_out, row.changes))):
        return _ended(row, Outcome.SKIPPED, why(Reason.TAKEN_OUT), now)
    if row.plan is RowPlan.ALREADY_SO:
        return _ended(row, Outcome.ALREADY_SO, row.why, now)
    if row.plan in (RowPlan.CHANGES, RowPlan.WAITS):
        return None
    return _ended(row, Outcome.SKIPPED, row.why or why(Reason.NOT_PLANNED), now)


def without_notes_of(row: Row, others: Iterable[Row]) -> Row:
    """Return a row without the notes that other rows of its case have stored: a server may not show them."""
    texts = {plain(text) for other in others for text in _maybe_stored(other)}
    if not texts:
        return row
    notes = {number: text for number, text in row.edit.notes.items() if plain(text) not in texts}
    return replace(row, edit=replace(row.edit, notes=notes))


def _maybe_stored(row: Row) -> tuple[str, ...]:
    sent = without_fields(row).notes.values() if row.outcome in _STORED else ()
    return (*row.stored_notes, *sent)


def handed(row: Row) -> Row:
    """Return a row that is about to become a submission."""
    return replace(row, state=RowState.HANDED, outcome=None, results=(), findings=None, submission=0)


def not_sent(row: Row) -> Row:
    """Return a row whose submission was withdrawn before it was sent."""
    return replace(row, state=RowState.WAITING, outcome=None, submission=0)


def result_of(row: Row, submission: Submission, now: int) -> Row:
    """Return a row with what is known of its submission at a time (ms)."""
    row = replace(row, submission=submission.number, at=now, confirmation=submission.confirmation)
    if submission.state.is_open:
        return _open(row, submission)
    row = replace(row, results=_results(row, submission), words=submission.words, findings=submission.findings)
    if submission.state is State.STORED:
        return _stored(row, submission, now)
    failure = submission.why
    if submission.state is State.REJECTED:
        return _ended(row, Outcome.REJECTED, "", now)
    if failure and failure.kind is FailureKind.GUARD:
        return _ended(replace(row, words=""), Outcome.SKIPPED, why(Reason.GUARD, *failure.words.split(", ")), now)
    if failure and failure.kind is FailureKind.RESERVED:
        return _ended(row, Outcome.REJECTED, why(Reason.RESERVED, failure.words), now)
    if failure and failure.kind is FailureKind.WITHDRAWN:
        return not_sent(row)
    return _ended(row, Outcome.UNSURE if submission.attempts else Outcome.SKIPPED, why(Reason.LEFT), now)


def _open(row: Row, submission: Submission) -> Row:
    """Return a row that is under way. Once it may be stored, it is unsure, not "not sent"."""
    row = replace(row, why="" if is_looked_into(row) else row.why)
    if submission.state is State.NEEDS_ANSWER:
        return replace(row, outcome=Outcome.UNSURE, findings=submission.findings, words=submission.words)
    undecided = submission.attempts - (submission.state is State.SENDING)  # attempts before the present one
    if submission.state is State.UNCONFIRMED or (submission.state in _TO_SEND and undecided > 0):
        return replace(row, outcome=Outcome.UNSURE, why=why(Reason.LOOKED_INTO), findings=None)
    return replace(row, outcome=None, findings=None)


def is_looked_into(row: Row) -> bool:
    """Tell whether reads will show what became of a row, so that there is nothing to decide yet."""
    return row.why == why(Reason.LOOKED_INTO)


def _stored(row: Row, submission: Submission, now: int) -> Row:
    outcome = delivered.outcome_of(submission)
    if submission.conceded or outcome in _LEFT:
        return _ended(row, Outcome.MOVED, why(Reason.DIFFERS) if outcome is delivered.Outcome.DIFFERS else "", now)
    if moved := [each for each in row.kept if each.is_moved]:
        return _ended(row, Outcome.MOVED, why(Reason.LEFT) if all(each.is_left for each in moved) else "", now)
    if not (submission.parameters or submission.removals or any(each.is_done for each in row.kept)):
        return _ended(row, Outcome.ALREADY_SO, "", now)
    is_accepted = outcome is delivered.Outcome.ACCEPTED
    return _ended(row, Outcome.ACCEPTED if is_accepted else Outcome.STORED, "", now)


def _results(row: Row, submission: Submission) -> tuple[FieldResult, ...]:
    """Return the result of each planned change that was not taken out.

    One that stood there before the attempt was done by somebody else.
    """
    effects = {(effect.change.field, effect.change.after): effect for effect in delivered.effects_of(submission)}
    theirs = {conflict.field: conflict.theirs for conflict in submission.conceded}
    kept = {(result.change.field, result.change.after): result for result in row.kept}
    found: list[FieldResult] = []
    for change in row.changes:
        if row.has_out(change):
            continue
        key = change.field, change.after
        effect = effects.get(key)
        if key in kept and key not in effects:
            found.append(kept[key])
            continue
        is_done = effect is not None and effect.outcome in _DONE and not _stood_before(change, submission)
        now = theirs.get(change.field, effect.held if effect else change.after)
        found.append(FieldResult(change, is_done, now))
    return tuple(found)


def _stood_before(change: Change, submission: Submission) -> bool:
    before = submission.first
    if change.what is ChangeKind.TAG_REMOVED and before is None:  # nothing but removals, which are calls of their own
        return not submission.removals
    if before is None or submission.attempts > 1:  # the baseline of a repeated attempt has our own values
        return before is None
    match change.what:
        case ChangeKind.SUBJECT:
            return before.subject == change.after
        case ChangeKind.ATTRIBUTE:
            return before.attributes.get(change.name) == change.after
        case ChangeKind.TAG_ADDED:
            return change.name in before.tags
        case ChangeKind.TAG_REMOVED:
            return change.name not in before.tags
        case ChangeKind.NOTE:
            return False


def _ended(row: Row, outcome: Outcome, reason: str, now: int) -> Row:
    return replace(row, state=RowState.ENDED, outcome=outcome, why=reason, at=now)


def set_anyway(row: Row, field: str = "") -> Row:
    """Return a moved row whose moved field (Change.field; '' for all of them) is to be sent over the value seen.

    The results of its other fields stay. A row that has no such field comes back as it is.
    """
    moved = {result.change.field: result for result in row.results if _is_meant(result, field)}
    if not moved:
        return row
    seen = {each.change.name: each.now for each in moved.values() if each.change.what is ChangeKind.ATTRIBUTE}
    subject = next((each for each in moved.values() if each.change.what is ChangeKind.SUBJECT), None)
    base = row.base
    kept = {name: text for name, text in base.attributes.items() if name not in seen}
    there = {name: text for name, text in seen.items() if text is not None}
    return replace(
        row,
        state=RowState.WAITING,
        plan=RowPlan.CHANGES,
        outcome=None,
        why="",
        results=(),
        submission=0,
        earlier=row.submission,
        kept=tuple(result for result in row.results if result.change.field not in moved),
        base=replace(base, subject=(subject.now or "") if subject else base.subject, attributes={**kept, **there}),
        changes=tuple(_over(change, moved) for change in row.changes),
    )


def leave(row: Row, field: str = "") -> Row:
    """Return a moved row whose moved field ('' for all of them) the agent leaves to somebody else's value."""
    results = tuple(replace(each, is_left=True) if _is_meant(each, field) else each for each in row.results)
    is_left = not any(each.is_moved and not each.is_left for each in results)
    return replace(row, results=results, why=why(Reason.LEFT) if is_left else row.why)


def _is_meant(result: FieldResult, field: str) -> bool:
    return result.is_moved and not result.is_left and field in ("", result.change.field)


def _over(change: Change, moved: Mapping[str, FieldResult]) -> Change:
    return replace(change, before=moved[change.field].now) if change.field in moved else change


def decided_blindly(row: Row, decision: RowDecision, now: int) -> Row:
    """Return an unsure row whose submission is lost, as the agent decides. It is not sent again."""
    if decision is RowDecision.LEAVE:
        return replace(row, why=why(Reason.LEFT))
    if decision is not RowDecision.WAS_STORED:
        return row
    results = tuple(FieldResult(each, is_done=True, now=each.after) for each in row.changes if not row.has_out(each))
    row = replace(row, results=results, confirmation=Confirmation.AGENT)
    return _ended(row, Outcome.STORED, "", now)


def given_up(row: Row, failure: Failure, now: int) -> Row:
    """Return a row whose case can't be read: it was not sent, and is not tried again."""
    is_gone = failure.kind is FailureKind.NOT_FOUND
    words = replace(row, words=failure.words, submission=0)
    reason = why(Reason.GONE) if is_gone else why(Reason.UNREADABLE, failure.kind.value)
    return _ended(words, Outcome.SKIPPED, reason, now)


def lost_record(row: Row, now: int) -> Row:
    """Return a row whose submission can't be read on this computer: it may be stored, and is not sent again."""
    return _ended(row, Outcome.UNSURE, why(Reason.LOST_RECORD), now)
