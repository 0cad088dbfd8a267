"""Messages and texts about submissions. *Stored* is said only of changes that a read shows."""

from typing import TYPE_CHECKING

from caseeditor.domain.case.user import names_in
from caseeditor.domain.delivery.outcome import Effect, Outcome, outcome_of
from caseeditor.domain.delivery.parts import MANY
from caseeditor.domain.delivery.submission import Confirmation, EffectStatus, Evidence, State, Submission
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.marks import line_of
from caseeditor.ui.messages.case_actions import CaseActions
from caseeditor.ui.messages.mark_texts import marked
from caseeditor.ui.messages.message import Ground, Message, MessageAction, Severity
from caseeditor.ui.messages.notices import many_words
from caseeditor.ui.messages.texts import change_words, fault_words, now_words, quoted, translate, what_happened

if TYPE_CHECKING:
    from caseeditor.domain.delivery.submission_update import SubmissionUpdate

_LOOKED_AT = 1000
"""Characters of a text that a line of a message looks at."""


_OFFLINE = frozenset({FailureKind.UNREACHABLE, FailureKind.SLOW, FailureKind.DROPPED})
"""Failures that end when the connection is back."""


def news_message(news: "SubmissionUpdate", actions: CaseActions) -> Message | None:
    """Return the message about the latest news of a submission; None if there is nothing to tell."""
    if news.unkept is not None:
        text = _unkept_words(news.submission).format(fault_words(news.unkept))
        waits = _waiting(news, actions) if news.waits_for and news.waits_for.kind.needs_token else None
        return Message(
            text, Severity.ERROR, (waits.text, *waits.lines) if waits else (), waits.actions if waits else ()
        )
    if news.waits_for is not None:
        return _waiting(news, actions)
    return state_message(news.submission, actions)


def _unkept_words(submission: Submission) -> str:
    outcome = outcome_of(submission)
    match submission.state:
        case State.QUEUED | State.SENDING:
            return translate("Delivery", "NOT saved: {0} Nothing is sent.")
        case State.STORED if outcome in (Outcome.STORED, Outcome.CHANGED, Outcome.PARTLY):
            return translate("Delivery", "Stored at the server, but NOT noted on this computer: {0} Trying again.")
        case State.STORED:
            text = translate("Delivery", "Finished ({1}), but NOT noted on this computer: {0} Trying again.")
            return text.format("{0}", outcome_words(outcome) if outcome else "")
        case State.DRAFT | State.REJECTED:
            return translate("Delivery", "NOT saved: {0} Your changes return to the draft once it works.")
        case _:
            return translate("Delivery", "NOT saved: {0} Still checking the server for your changes.")


def others_message(submission: Submission) -> Message:
    """Return the message about a submission that waits for its user while another one is signed in."""
    name = next(iter(submission.names or names_in(submission.user)), "")
    text = translate("Delivery", "{1} submitted case {0}. It will be sent when {1} signs in.")
    if submission.state is not State.QUEUED:
        text = translate("Delivery", "{1} submitted case {0}. It will be checked when {1} signs in.")
    if not name:
        text = translate("Delivery", "Case {0} was submitted with another token. See Others’ drafts and submissions.")
    return Message(text.format(submission.case_id, isolated(name)), transient=True)


def state_message(submission: Submission, actions: CaseActions) -> Message | None:
    """Return the message about the state of a submission; None while it is being sent."""
    case = submission.case_id
    match submission.state:
        case State.STORED:
            return _stored(submission)
        case State.REJECTED:
            if submission.why and submission.why.kind is FailureKind.TOKEN_REFUSED:
                return _rejected_with_token(submission, submission.why, actions)
            words = _colon(submission.words)
            text = translate("Delivery", "Not saved{1} Your changes are back in the draft.")
            return Message(text.format(case, words), Severity.ERROR, ground=Ground.CHANGES)
        case State.DRAFT:
            text = translate("Delivery", "Changes to case {0} are back in the draft.").format(case)
            if submission.why and submission.why.kind is FailureKind.RESERVED:
                return _held_back(submission, submission.why)
            if submission.attempts:
                doubt = translate("Delivery", "When you submit again, the server is checked first.")
                text = f"{text} {doubt}"
            return Message(text, transient=True, ground=Ground.CHANGES)
        case State.UNCONFIRMED:
            text = translate("Delivery", "Checking whether the changes to case {0} are on the server.")
            return Message(" ".join((text.format(case), *_why(submission))), Severity.WARNING, transient=True)
        case State.NEEDS_ANSWER:
            text = " ".join(doubt_words(submission))
            return Message(text, Severity.WARNING, facts_lines(submission), actions.answers, ground=Ground.QUESTION)
        case State.CONFLICTED:
            text = translate("Delivery", "A colleague changed the same fields of case {0}. Choose which to keep.")
            answers = (actions.decide, actions.back_to_draft)
            return Message(text.format(case), Severity.WARNING, actions=answers, ground=Ground.QUESTION)
        case _:
            return None


def doubt_words(submission: Submission) -> tuple[str, ...]:
    """Say that the outcome of a submission is unknown; then why, if known. *Stored* is never said of it."""
    text = translate("Delivery", "We couldn't confirm that the changes to case {0} are on the server.").format(
        submission.case_id
    )
    return (text, *_why(submission))


def _held_back(submission: Submission, failure: Failure) -> Message:
    """Return the message about a submission of version 0.1.0 with attributes that must not be sent."""
    text = translate("Delivery", "Not sent: changes to case {0} are back in the draft.").format(submission.case_id)
    mend = translate("Delivery", "Rename these attributes or leave them out, then submit.")
    return Message(f"{text} {what_happened(failure)} {mend}", Severity.ERROR, ground=Ground.CHANGES)


def _rejected_with_token(submission: Submission, failure: Failure, actions: CaseActions) -> Message:
    """Return the message about an update that was rejected for its token, although a read had just accepted it."""
    text = translate("Delivery", "Not saved: {0} accepted the token, but not for case {1}{2}").format(
        failure.server, submission.case_id, _colon(submission.words)
    )
    back = translate("Delivery", "Your changes are back in the draft. Sign in again, then submit.")
    lines, parts = _parts_instead(submission, actions)
    return Message(f"{text} {back}", Severity.ERROR, lines, (actions.sign_in, *parts), ground=Ground.CHANGES)


def _parts_instead(submission: Submission, actions: CaseActions) -> tuple[tuple[str, ...], tuple[MessageAction, ...]]:
    """Offer parts where the update was so large that a server may have lost the token in it."""
    count = len(submission.parameters)
    return ((many_words(count),), (actions.submit_in_parts,)) if count > MANY else ((), ())


def _colon(words: str) -> str:
    return f": {quoted(isolated(words))}." if words else "."


def _why(submission: Submission) -> tuple[str, ...]:
    if submission.why:
        return (what_happened(submission.why),)
    text = translate("Delivery", "You recently took back a similar note. It may be on the server.")
    return (text,) if submission.recalled else ()


def _waiting(news: "SubmissionUpdate", actions: CaseActions) -> Message:
    failure = news.waits_for
    if failure is None:
        raise ValueError
    what = what_happened(failure)
    if failure.kind.needs_token and news.submission.refused:
        return _rejected_for_token(news.submission, failure, actions)
    if failure.kind.needs_token:
        text = _sign_in_words(news.submission.state).format(news.submission.case_id)
        said = (what,) if failure.kind is FailureKind.TOKEN_REFUSED else ()
        return Message(text, Severity.WARNING, lines=said, actions=(actions.sign_in,))
    if failure.kind is FailureKind.FOLDER_HELD:
        text = translate("Delivery", "{0} Close that one to send case {1}.")
        return Message(text.format(what, news.submission.case_id), Severity.WARNING, (held_folder_words(),))
    if failure.kind is FailureKind.STALE and news.submission.state is State.QUEUED:
        text = translate("Delivery", "{0} Case {1} will be sent when its current state can be read.")
        text = text.format(what, news.submission.case_id)
        return Message(text, Severity.WARNING, actions=(actions.back_to_draft,))
    text = _later_words(news.submission.state, is_offline=failure.kind in _OFFLINE)
    return Message(text.format(what, news.submission.case_id), transient=True)


def _sign_in_words(state: State) -> str:
    match state:
        case State.QUEUED:
            return translate("Delivery", "Case {0} is waiting. Sign in to send it.")
        case State.REMOVING:
            return translate("Delivery", "Case {0} is waiting. Sign in to remove its tags.")
        case _:
            return translate("Delivery", "Case {0} is waiting. Sign in to check whether its changes are on the server.")


def _later_words(state: State, *, is_offline: bool) -> str:
    match state:
        case State.QUEUED if is_offline:
            return translate("Delivery", "{0} Case {1} will be sent when the connection is back.")
        case State.QUEUED:
            return translate("Delivery", "{0} Case {1} will be sent when this works again.")
        case State.REMOVING if is_offline:
            return translate("Delivery", "{0} The tags of case {1} will be removed when the connection is back.")
        case State.REMOVING:
            return translate("Delivery", "{0} The tags of case {1} will be removed when this works again.")
        case _ if is_offline:
            return translate("Delivery", "{0} Case {1} will be checked when the connection is back.")
        case _:
            return translate("Delivery", "{0} Case {1} will be checked when this works again.")


def held_folder_words() -> str:
    """Return the advice about another program that holds the data folder."""
    return translate("Delivery", "If you can't close it, restart the computer it runs on.")


def _rejected_for_token(submission: Submission, failure: Failure, actions: CaseActions) -> Message:
    """Return the message about an update that asked for another token; a read with that token shows its effect."""
    text = translate("Delivery", "{0} asks for another token for case {1}. Sign in to send the rest.")
    line = translate("Delivery", "It had just accepted this token.")
    if failure.words:
        line = translate("Delivery", "It had just accepted this token, and now says") + _colon(failure.words)
    lines, parts = _parts_instead(submission, actions)
    return Message(
        text.format(failure.server, submission.case_id),
        Severity.WARNING,
        (line, *lines),
        (actions.sign_in, *parts),
    )


def _stored(submission: Submission) -> Message:
    time = now_words()
    if submission.late:
        text = translate("Delivery", "An unconfirmed note of case {0} reached the server.")
        notes = tuple(quoted(_short(note)) for note in submission.late)
        return Message(text.format(submission.case_id), Severity.WARNING, lines=notes)
    findings = submission.findings.evidence if submission.findings else ()
    lines = [_told(evidence) for evidence in findings if _is_different(evidence)]
    if submission.conceded:
        lines.append(translate("Delivery", "Fields you left to your colleague weren't sent."))
    if submission.confirmation is Confirmation.AGENT:
        return Message(translate("Delivery", "Submitted: stored, as you say, at {0}").format(time), Severity.GOOD)
    outcome, elsewhere = outcome_of(submission), ""
    if submission.confirmation is Confirmation.ACCEPTED and any(
        evidence.status is EffectStatus.UNKNOWN for evidence in findings
    ):
        text = translate("Delivery", "Submitted: accepted at {0} (this server shows no notes)").format(time)
    elif submission.confirmation is Confirmation.ACCEPTED:
        text = translate("Delivery", "Submitted: accepted at {0}. The server doesn't show it all.").format(time)
    elif outcome is Outcome.DIFFERS:
        text = translate("Delivery", "Submitted: accepted at {0}. Part of it differs on the server.").format(time)
    elif outcome is Outcome.ACCEPTED:
        text = translate("Delivery", "Submitted: accepted at {0} (this server shows no notes)").format(time)
    elif outcome is Outcome.THEIRS:
        text = translate("Delivery", "Nothing was submitted: case {0} stays as your colleague left it.").format(
            submission.case_id
        )
    else:
        text = translate("Delivery", "Submitted: stored at {0}").format(time)
        elsewhere = translate("Delivery", "Case {0} stored at {1}").format(submission.case_id, time)
    return Message(text, Severity.WARNING if lines else Severity.GOOD, lines=tuple(lines), elsewhere=elsewhere)


def _is_different(evidence: Evidence) -> bool:
    if evidence.change.what is ChangeKind.NOTE:
        return evidence.status is not EffectStatus.UNKNOWN and evidence.shown != evidence.change.after
    return evidence.status is not EffectStatus.CONFIRMED or evidence.shown != evidence.change.after


def _named(evidence: Evidence) -> str:
    return isolated(change_words(evidence.change))


def _told(evidence: Evidence) -> str:
    if evidence.change.what is ChangeKind.NOTE and not evidence.note:
        return _hidden(evidence)
    is_subject = evidence.change.what is ChangeKind.SUBJECT
    shown = marked(evidence.change.after, evidence.shown, in_a_line=is_subject).texts[1]
    return translate("Delivery", "{0}: the server holds “{1}”").format(_named(evidence), isolated(shown or ""))


def _hidden(evidence: Evidence) -> str:
    """Return the text about a note that the server does not show: confirmed by its stamp, or only accepted."""
    if evidence.status is EffectStatus.CONFIRMED:
        text = translate("Delivery", "{0}: stored, but the server doesn't show it")
    else:
        text = translate("Delivery", "{0}: the server accepted it, but doesn't show it")
    return text.format(_named(evidence))


def facts_lines(submission: Submission) -> tuple[str, ...]:
    """List the server's present value for each change."""
    findings = submission.findings
    if findings is None:
        return ()
    lines = [_fact_words(evidence) for evidence in findings.evidence]
    if findings.moved:
        by = isolated(findings.updated_by) or translate("Delivery", "Somebody")
        lines.append(translate("Delivery", "{0} changed the case since.").format(by))
    return tuple(lines)


def _fact_words(evidence: Evidence) -> str:
    name, mine = _named(evidence), _short(evidence.change.after or "")
    match evidence.status:
        case EffectStatus.CONFIRMED:
            return translate("Delivery", "✓ {0} “{1}” is on the server").format(name, mine)
        case EffectStatus.MISSING:
            return translate("Delivery", "✗ {0} “{1}” isn't on the server").format(name, mine)
        case EffectStatus.REVERTED:
            return translate("Delivery", "✗ {0} “{1}” was on the server, but is “{2}” now").format(
                name, mine, _short(evidence.shown)
            )
        case EffectStatus.AMBIGUOUS:
            text = translate("Delivery", "{0} “{1}”: a new note may be yours: “{2}”")
            return text.format(name, mine, _short(evidence.shown))
        case EffectStatus.UNKNOWN:
            return translate("Delivery", "{0} “{1}”: this server shows no notes").format(name, mine)
        case EffectStatus.HIDDEN:
            text = translate("Delivery", "{0} “{1}”: can't be seen; the server may not show all notes")
            return text.format(name, mine)


def _short(text: str) -> str:
    text = " ".join(line_of(text[:_LOOKED_AT].strip()).split())
    return isolated(text if len(text) <= 80 else text[:79] + "…")  # noqa: PLR2004 - a line of a message


def is_stored_as_sent(submission: Submission) -> bool:
    """Tell whether a submission ended stored, and its receipt has nothing that the agent should see."""
    return submission.state is State.STORED and _stored(submission).severity is Severity.GOOD


def trouble_words(news: "SubmissionUpdate") -> str:
    """Name the reason why a submission needs the agent; '' if it does not."""
    submission = news.submission
    if news.unkept is not None:
        return translate("Delivery", "NOT saved")
    if news.waits_for and news.waits_for.kind.needs_token:
        return translate("Delivery", "Sign in to go on")
    if submission.state.needs_agent or submission.state is State.REJECTED:
        return state_name(submission.state.value)
    if submission.state is State.STORED and not is_stored_as_sent(submission):
        return state_words(submission)
    return ""


def state_words(submission: Submission) -> str:
    """Name the state of a submission for lists; once its update was answered, the outcome."""
    outcome = outcome_of(submission)
    if outcome is None:
        return state_name(submission.state.value)
    if submission.state is State.REMOVING:
        return translate("Delivery", "{0}; removing tags").format(outcome_words(outcome))
    return outcome_words(outcome)


def effect_words(effect: Effect, state: str) -> str:
    """Name the outcome of a change; `state` is the stored state of its submission."""
    return outcome_words(effect.outcome) if effect.outcome else state_name(state)


def outcome_words(outcome: Outcome) -> str:
    """Name the outcome of a change or of a submission."""
    match outcome:
        case Outcome.STORED:
            return translate("Delivery", "stored")
        case Outcome.CHANGED:
            return translate("Delivery", "stored; the text differs")
        case Outcome.ACCEPTED:
            return translate("Delivery", "accepted; can't be verified")
        case Outcome.DIFFERS:
            return translate("Delivery", "differs")
        case Outcome.MISSING:
            return translate("Delivery", "not there")
        case Outcome.UNDONE:
            return translate("Delivery", "differs: changed since")
        case Outcome.AGENT:
            return translate("Delivery", "you said so")
        case Outcome.THEIRS:
            return translate("Delivery", "theirs; not sent")
        case Outcome.PARTLY:
            return translate("Delivery", "stored in part; the rest is theirs")
        case Outcome.DOUBTFUL:
            return translate("Delivery", "taken back; outcome unknown")
        case Outcome.LATE:
            return translate("Delivery", "turned up later")


def ending_words() -> tuple[str, ...]:
    """List the outcomes of submissions and drafts that have ended."""
    states = (*(state.value for state in (State.STORED, State.REJECTED, State.DRAFT)), "discarded", "unreadable")
    return (*map(outcome_words, Outcome), *map(state_name, states))


def state_name(state: str) -> str:
    """Name a stored state; 'discarded' is that of a draft."""
    names = {
        State.QUEUED.value: translate("Delivery", "Waiting"),
        State.SENDING.value: translate("Delivery", "Sending…"),
        State.UNCONFIRMED.value: translate("Delivery", "Checking…"),
        State.NEEDS_ANSWER.value: translate("Delivery", "Needs your decision"),
        State.CONFLICTED.value: translate("Delivery", "Conflict"),
        State.REMOVING.value: translate("Delivery", "Removing tags…"),
        State.STORED.value: translate("Delivery", "stored"),
        State.REJECTED.value: translate("Delivery", "Rejected, back in the draft"),
        State.DRAFT.value: translate("Delivery", "taken back"),
        "discarded": translate("Delivery", "discarded"),
        "unreadable": translate("Delivery", "unreadable"),
    }
    return names.get(state, state)
