"""The outcome of a submission, change by change, as far as its evidence proves it."""

import enum

import msgspec

from caseeditor.domain.delivery.evidence import effects, is_like
from caseeditor.domain.delivery.handover import doubt_of
from caseeditor.domain.delivery.merge import Conflict
from caseeditor.domain.delivery.submission import Confirmation, EffectStatus, Evidence, State, Submission
from caseeditor.domain.editing.changes import Change, ChangeKind


class Outcome(enum.Enum):
    """Outcome of a change; for a whole submission, the most important one."""

    STORED = "stored"
    CHANGED = "changed"  # stored, with a text that the server changed
    ACCEPTED = "accepted"  # accepted by a good answer that no read confirms or contradicts
    DIFFERS = "differs"  # the server had another value after a good answer
    MISSING = "missing"  # the server had no value after a good answer
    UNDONE = "undone"  # stored, and changed by somebody since
    AGENT = "agent"  # stored by the agent's word
    THEIRS = "theirs"  # left to a colleague's value, and not sent
    PARTLY = "partly"  # of a submission: partly left to a colleague's values
    DOUBTFUL = "doubtful"  # taken back, and may still be stored
    LATE = "late"  # an unconfirmed note that turned up later


class Effect(msgspec.Struct, frozen=True):
    """The outcome of one change; None if it follows from the submission's state alone.

    `held` is the text that the server showed in its place, '' for none.
    """

    change: Change
    outcome: Outcome | None
    held: str = ""


_FIELD_OUTCOMES = (Outcome.DIFFERS, Outcome.MISSING, Outcome.UNDONE)


def outcome_of(submission: Submission) -> Outcome | None:
    """Return the outcome of a submission; None while it is open, or if nothing was stored."""
    if submission.state not in (State.STORED, State.REMOVING):
        return None
    found = [
        effect.outcome for effect in effects_of(submission) if effect.outcome and effect.outcome is not Outcome.LATE
    ]
    if any(outcome in _FIELD_OUTCOMES for outcome in found):
        return Outcome.DIFFERS
    if submission.confirmation is Confirmation.AGENT:
        return Outcome.AGENT
    if Outcome.ACCEPTED in found or submission.confirmation is None:
        return Outcome.ACCEPTED
    if Outcome.THEIRS in found:
        return Outcome.THEIRS if set(found) == {Outcome.THEIRS} else Outcome.PARTLY
    return Outcome.CHANGED if Outcome.CHANGED in found else Outcome.STORED


def effects_of(submission: Submission) -> tuple[Effect, ...]:
    """List the outcome of each change: sent, left to a colleague, or turned up later."""
    findings = list(submission.findings.evidence) if submission.findings else []
    late = list(submission.late)
    found: list[Effect] = []
    for change in effects(submission.edit, submission.base):
        evidence = next((each for each in findings if _is_about(each, change)), None)
        if evidence:
            findings.remove(evidence)
        found.append(_with_late(_effect(submission, change, evidence), late))
    found += [_removal(submission, tag) for tag, add in submission.edit.tags.items() if not add]
    found += [_left(conflict) for conflict in submission.conceded]
    found += [Effect(Change(ChangeKind.NOTE, after=text), Outcome.LATE, text) for text in late]
    return tuple(found)


def _is_about(evidence: Evidence, change: Change) -> bool:
    return (evidence.change.field, evidence.change.after) == (change.field, change.after)


def _effect(submission: Submission, change: Change, evidence: Evidence | None) -> Effect:
    held = _held(change, evidence)
    is_settled = submission.state in (State.STORED, State.REMOVING)
    if submission.state.is_open and not is_settled:
        return Effect(change, None, held)
    if evidence and (
        evidence.status is EffectStatus.CONFIRMED or (is_settled and _is_taken_for_ours(submission, evidence))
    ):
        is_shown = change.what is not ChangeKind.NOTE or bool(evidence.note)
        return Effect(change, Outcome.CHANGED if is_shown and held != change.after else Outcome.STORED, held)
    if not is_settled:
        doubt = doubt_of(submission)
        is_doubtful = change.what is ChangeKind.NOTE and doubt is not None and doubt.attempts > 0
        return Effect(change, Outcome.DOUBTFUL if is_doubtful else None, held)
    if submission.confirmation is Confirmation.AGENT:
        return Effect(change, Outcome.AGENT, held)
    if evidence is None or evidence.status is EffectStatus.UNKNOWN:
        return Effect(change, Outcome.ACCEPTED, held)
    return Effect(change, _contradiction(change, evidence), held)


def _is_taken_for_ours(submission: Submission, evidence: Evidence) -> bool:
    """Check whether a matching note that may be somebody else's counts as ours: only after a good answer."""
    is_there = bool(evidence.note) and is_like(evidence.shown, evidence.change.after or "")
    return evidence.change.what is ChangeKind.NOTE and is_there and submission.confirmation is not Confirmation.AGENT


def _contradiction(change: Change, evidence: Evidence) -> Outcome:
    if evidence.status is EffectStatus.REVERTED:
        return Outcome.UNDONE
    had_text = change.before is not None and bool(change.after)
    is_shown = (
        bool(evidence.shown) or change.what is ChangeKind.SUBJECT or (change.what is ChangeKind.ATTRIBUTE and had_text)
    )
    return Outcome.DIFFERS if is_shown else Outcome.MISSING


def _held(change: Change, evidence: Evidence | None) -> str:
    """Return the text that the server showed. Evidence of a tag may leave it out."""
    if evidence is None:
        return ""
    is_tag = change.what is ChangeKind.TAG_ADDED and evidence.status is EffectStatus.CONFIRMED
    return evidence.shown or (change.name if is_tag else "")


def _with_late(effect: Effect, late: list[str]) -> Effect:
    """Replace the agent's word by a matching note from `late`, which is then removed from that list."""
    text = effect.change.after or ""
    if effect.change.what is ChangeKind.NOTE and effect.outcome is Outcome.AGENT:
        for shown in late:
            if is_like(shown, text):
                late.remove(shown)
                return Effect(effect.change, Outcome.LATE, shown)
    return effect


def _removal(submission: Submission, tag: str) -> Effect:
    """Return the outcome of a removed tag. A submission is only stored once a read no longer shows the tag."""
    change = Change(ChangeKind.TAG_REMOVED, tag, before=tag)
    return Effect(change, Outcome.STORED if submission.state is State.STORED else None)


def _left(conflict: Conflict) -> Effect:
    after = None if conflict.what is ChangeKind.TAG_REMOVED else conflict.mine
    change = Change(conflict.what, conflict.name, before=conflict.base, after=after)
    return Effect(change, Outcome.THEIRS, conflict.theirs or "")
