"""The result of a row: from its plan, or from its submission."""

import msgspec

from caseeditor.domain.batch.reasons import Reason, why
from caseeditor.domain.batch.row import FieldResult, Outcome, Row, RowPlan, RowState
from caseeditor.domain.delivery import outcome as delivered
from caseeditor.domain.delivery.state_machine import is_withdrawable
from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.errors.failure import FailureKind

replace = msgspec.structs.replace

_DONE = (
    delivered.Outcome.STORED,
    delivered.Outcome.CHANGED,
    delivered.Outcome.ACCEPTED,
    delivered.Outcome.AGENT,
    delivered.Outcome.LATE,
    delivered.Outcome.UNDONE,
)
_LEFT = (delivered.Outcome.THEIRS, delivered.Outcome.PARTLY, delivered.Outcome.DIFFERS)


def left_out(row: Row, now: int) -> Row | None:
    """Return a row that its plan or the agent leaves out of the run, ended at a time (ms); None if it is to be sent.

    One that waits for the user's own work is to be sent, later.
    """
    if row.is_out:
        return _ended(row, Outcome.SKIPPED, why(Reason.TAKEN_OUT), now)
    if row.plan is RowPlan.ALREADY_SO:
        return _ended(row, Outcome.ALREADY_SO, row.why, now)
    if row.plan in (RowPlan.CHANGES, RowPlan.WAITS):
        return None
    return _ended(row, Outcome.SKIPPED, row.why or why(Reason.NOT_PLANNED), now)


def handed(row: Row) -> Row:
    """Return a row that is about to become a submission."""
    return replace(row, state=RowState.HANDED, outcome=None, results=(), findings=None, submission=0)


def not_sent(row: Row) -> Row:
    """Return a row whose submission was withdrawn before it was sent."""
    return replace(row, state=RowState.WAITING, outcome=None, submission=0)


def result_of(row: Row, submission: Submission, now: int, *, is_left: bool = False) -> Row:
    """Return a row with what is known of its submission at a time (ms). `is_left`: the agent gave up the doubt."""
    row = replace(row, submission=submission.number, at=now, confirmation=submission.confirmation)
    if submission.state.is_open:
        is_unsure = submission.state is State.NEEDS_ANSWER
        findings = submission.findings if is_unsure else None
        words = submission.words if is_unsure else row.words
        return replace(row, outcome=Outcome.UNSURE if is_unsure else None, findings=findings, words=words)
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
    if is_left or not is_withdrawable(replace(submission, state=State.QUEUED)):
        return _ended(row, Outcome.UNSURE, why(Reason.LEFT), now)
    return not_sent(row)


def _stored(row: Row, submission: Submission, now: int) -> Row:
    outcome = delivered.outcome_of(submission)
    if outcome in _LEFT:
        return _ended(row, Outcome.MOVED, why(Reason.DIFFERS) if outcome is delivered.Outcome.DIFFERS else "", now)
    if not submission.parameters and not any(not add for add in submission.edit.tags.values()):
        return _ended(row, Outcome.ALREADY_SO, "", now)
    is_accepted = outcome is delivered.Outcome.ACCEPTED
    return _ended(row, Outcome.ACCEPTED if is_accepted else Outcome.STORED, "", now)


def _results(row: Row, submission: Submission) -> tuple[FieldResult, ...]:
    """Return the result of each planned change. One that stood there before the attempt was done by somebody else."""
    effects = {(effect.change.field, effect.change.after): effect for effect in delivered.effects_of(submission)}
    theirs = {conflict.field: conflict.theirs for conflict in submission.conceded}
    found: list[FieldResult] = []
    for change in row.changes:
        effect = effects.get((change.field, change.after))
        is_done = effect is not None and effect.outcome in _DONE and not _stood_before(change, submission)
        now = theirs.get(change.field, effect.held if effect else change.after)
        found.append(FieldResult(change, is_done, now))
    return tuple(found)


def _stood_before(change: Change, submission: Submission) -> bool:
    before = submission.first
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


def set_anyway(row: Row) -> Row:
    """Return a moved row that is to be sent again: its moved fields over the values that were seen."""
    moved = [result for result in row.results if not result.is_done and result.now != result.change.after]
    names = {each.change.name: each.now for each in moved if each.change.what is ChangeKind.ATTRIBUTE}
    subject = next((each.now for each in moved if each.change.what is ChangeKind.SUBJECT), None)
    tags = {each.change.name for each in moved if each.change.what in (ChangeKind.TAG_ADDED, ChangeKind.TAG_REMOVED)}
    edit, base = row.edit, row.base
    kept = {name: text for name, text in base.attributes.items() if name not in names}
    seen = {name: text for name, text in names.items() if text is not None}
    return replace(
        row,
        state=RowState.WAITING,
        plan=RowPlan.CHANGES,
        outcome=None,
        results=(),
        submission=0,
        edit=replace(
            edit,
            subject=edit.subject if subject is not None else None,
            notes={},
            tags={tag: add for tag, add in edit.tags.items() if tag in tags},
            values={name: text for name, text in edit.values.items() if name in names},
            rows={number: each for number, each in edit.rows.items() if each.name in names},
        ),
        base=replace(base, subject=base.subject if subject is None else subject, attributes={**kept, **seen}),
        changes=tuple(replace(each.change, before=each.now) for each in moved),
    )
