"""The sentences of the window: the event, its meaning for the agent's work, and the next action."""

import enum
from datetime import UTC, datetime
from http import HTTPStatus

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from caseeditor.domain.case.dates import Unit, local, span
from caseeditor.domain.case.reference import AddressError, AddressProblem, shown_domain
from caseeditor.domain.case.token import TokenFault
from caseeditor.domain.editing.changes import Change, ChangeKind, Problem, ProblemKind
from caseeditor.domain.editing.undo import StepKey, StepKind
from caseeditor.domain.errors import storage as disk
from caseeditor.domain.errors.failure import Failure, FailureKind, RequestReach
from caseeditor.domain.errors.keyring import KeyringProblem
from caseeditor.domain.policy import PolicyProblem
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.fidelity import with_hidden_shown
from caseeditor.ui.messages.counts import Counts

translate = QCoreApplication.translate
_IN_A_MENU = 40


class Doing(enum.Enum):
    """The activity of the agent that failed."""

    OPENING = "opening"
    RELOADING = "reloading"
    SUBMITTING = "submitting"
    SIGNING_IN = "signing in"
    READING_MESSAGES = "reading messages"
    SEARCHING = "searching"
    FINDING_CONTACTS = "finding contacts"


def quoted(text: str) -> str:
    """Return a text in the language's quotation marks."""
    return translate("Text", "“{0}”").format(text)


def token_words(fault: TokenFault) -> str:
    """Explain why a text can't be an access token, and name the next action."""
    match fault:
        case TokenFault.EMPTY:
            return translate("SignInDialog", "Paste the access token.")
        case TokenFault.BLANKS:
            return translate("Token", "An access token has no spaces or line breaks. Copy it again.")
        case TokenFault.CHARACTERS:
            return translate("Token", "An access token has only plain letters, digits and signs. Copy it again.")
        case TokenFault.LONG:
            return translate("Token", "This is too long for an access token. Copy it again.")
        case TokenFault.ADDRESS:
            return translate("Token", "This is an address, not an access token. Paste the token.")


def failure_words(failure: Failure, doing: Doing) -> str:
    """Describe a failure, its meaning and the next action."""
    return f"{what_happened(failure)} {_what_it_means(failure, doing)}"


def what_happened(failure: Failure) -> str:  # noqa: C901, PLR0911, PLR0912 - one sentence a kind
    """Describe a failure, without its meaning."""
    server = shown_domain(failure.server)
    match failure.kind:
        case FailureKind.UNREACHABLE:
            return translate("Failure", "{0} can't be reached.").format(server)
        case FailureKind.UNTRUSTED:
            return translate(
                "Failure",
                "This computer doesn't trust the certificate of {0}. Nothing was sent. Ask your administrator to "
                "correct the server or this computer.",
            ).format(server)
        case FailureKind.PLAIN_HTTP:
            return translate(
                "Failure",
                "{0} would use plain http, which others can read. Use its https address.",
            ).format(server)
        case FailureKind.CONNECTION_SETTINGS:
            return translate(
                "Failure",
                "{0} can't be reached: wrong proxy or certificate settings. Ask your administrator to correct them.",
            ).format(server)
        case FailureKind.SLOW:
            return translate("Failure", "{0} didn't answer in time.").format(server)
        case FailureKind.DROPPED:
            return translate("Failure", "The connection to {0} dropped before it answered.").format(server)
        case FailureKind.STOPPED:
            return translate("Failure", "You stopped waiting for the answer.")
        case FailureKind.TOKEN_MISSING:
            return translate("Failure", "You aren't signed in to {0}.").format(server)
        case FailureKind.TOKEN_REFUSED:
            return _with_words(translate("Failure", "{0} doesn't accept the access token").format(server), failure)
        case FailureKind.REFUSED:
            return _with_words(translate("Failure", "{0} rejected the request").format(server), failure)
        case FailureKind.UNCLEAR:
            text = translate("Failure", "{0} didn't confirm the request (error {1})")
            if failure.status == HTTPStatus.OK:
                text = translate("Failure", "{0} didn't confirm the request")
            return _with_words(text.format(server, failure.status), failure)
        case FailureKind.STALE:
            return translate("Failure", "A cache answered instead of {0}.").format(server)
        case FailureKind.NOT_FOUND:
            return _with_words(translate("Failure", "{0} has no such case").format(server), failure)
        case FailureKind.TOO_MANY:
            return translate("Failure", "{0} is busy.").format(server) + _try_in(failure)
        case FailureKind.TOO_LARGE_TO_SEND:
            return translate("Failure", "Too large for {0}.").format(server)
        case FailureKind.SERVER_BROKEN:
            return _with_words(
                translate("Failure", "{0} has a problem (error {1})").format(server, failure.status), failure
            )
        case FailureKind.REDIRECTED:
            return translate(
                "Failure", "{0} redirects to another address ({1}). This isn't followed, to protect your token."
            ).format(server, failure.words or "?")
        case FailureKind.NOT_THE_API:
            return translate("Failure", "The answer from {0} isn't from a Social Gateway.").format(server)
        case FailureKind.TOO_LARGE:
            return translate("Failure", "The answer from {0} exceeds 16 MB. It wasn't read.").format(server)
        case FailureKind.ENCODED:
            return translate("Failure", "{0} sent a compressed answer, which isn't supported.").format(server)
        case FailureKind.OTHER_CASE:
            return translate("Failure", "{0} answered with another case.").format(server)
        case FailureKind.NOT_KEPT:
            return translate("Failure", "NOT saved: {0}").format(fault_words(failure.fault))
        case FailureKind.FOLDER_HELD:
            return translate("Failure", "The data folder is open in another Case Editor.")
        case FailureKind.GUARD:
            return translate("Failure", "The case no longer matches the search of the batch. Nothing was sent.")
        case FailureKind.WITHDRAWN:
            return translate("Failure", "The batch was paused before this was sent.")
        case FailureKind.BATCHES_OFF:
            return translate("Failure", "Your administrator doesn't allow changing many cases at once.")
        case FailureKind.BATCH_ROWS:
            return translate("Failure", "Your administrator doesn't allow batches of so many cases. Make smaller ones.")
        case FailureKind.BATCH_NOTES:
            return translate("Failure", "Your administrator doesn't allow notes in batches. Make the plan again.")
        case FailureKind.OTHER_SERVER:
            return translate("Failure", "This batch is for cases of {0}. Show that server in the list.").format(server)
        case FailureKind.RESERVED:
            return translate("Failure", "These names are reserved: {0}.").format(isolated(failure.words))
        case FailureKind.INTERNAL:
            return translate("Failure", "Something went wrong; see the log for details.")


def _with_words(said: str, failure: Failure) -> str:
    return f"{said}: {quoted(isolated(failure.words))}." if failure.words else f"{said}."


def _try_in(failure: Failure) -> str:
    if not failure.retry_after:
        return ""
    return " " + Counts().waiting(failure.retry_after)


def _what_it_means(failure: Failure, doing: Doing) -> str:
    if doing is Doing.SIGNING_IN:
        return translate("Failure", "You aren't signed in.") if failure.kind is not FailureKind.TOKEN_MISSING else ""
    if doing is Doing.OPENING:
        return translate("Failure", "The case wasn't opened.")
    if doing is Doing.READING_MESSAGES:
        return translate("Failure", "The conversation can't be shown; the case isn't affected.")
    if doing is Doing.SEARCHING:
        return translate("Failure", "Change the filters and search again, or refresh the list.")
    if doing is Doing.FINDING_CONTACTS:
        return translate("Failure", "Contacts can't be offered.")
    if doing is Doing.RELOADING:
        return translate("Failure", "This may be out of date; your changes are still here.")
    match failure.reach:
        case RequestReach.UNSENT:
            return translate("Failure", "Nothing was sent. Your changes are still here: submit again later.")
        case RequestReach.ANSWERED:
            return translate("Failure", "Your changes are still here.")
        case RequestReach.UNKNOWN:
            return translate(
                "Failure",
                "We couldn't confirm that your changes are on the server. They are still here: reload the case before "
                "you submit again.",
            )


def address_words(error: AddressError) -> str:
    """Describe the error in *Case id or link* or in *Server*."""
    match error.fault:
        case AddressProblem.EMPTY:
            return translate("Address", "Enter a case ID or a case link.")
        case AddressProblem.NOT_A_NUMBER:
            return translate("Address", "That isn't a case ID. IDs are numbers, like 203.")
        case AddressProblem.NOT_A_CASE_LINK:
            return translate("Address", "That link doesn't lead to a case. Case links end in /case/ and a number.")
        case AddressProblem.NOT_A_URL:
            return translate("Address", "That isn't a server address. Addresses look like https://example.org.")


def change_words(change: Change) -> str:
    """Name a change."""
    match change.what:
        case ChangeKind.SUBJECT:
            return translate("Change", "Subject")
        case ChangeKind.NOTE:
            return translate("Change", "New note")
        case ChangeKind.TAG_ADDED:
            return translate("Change", "Tag added")
        case ChangeKind.TAG_REMOVED:
            return translate("Change", "Tag removed")
        case ChangeKind.ATTRIBUTE:
            return change.name


def undo_words(key: StepKey) -> str:
    """Name a step that can be undone."""
    match key.kind:
        case StepKind.SUBJECT:
            return translate("Undo", "subject change")
        case StepKind.TAG_TYPED:
            return translate("Undo", "tag text")
        case StepKind.SEVERAL_TAGS:
            return translate("Undo", "several tags")
        case StepKind.UNSEEN_REMOVED:
            return translate("Undo", "removing invisible characters")
        case StepKind.TAG:
            return translate("Undo", "tag {0}").format(in_a_menu(key.name))
        case StepKind.ATTRIBUTE:
            return translate("Undo", "change to {0}").format(in_a_menu(key.name))
        case StepKind.NEW_ATTRIBUTE if key.name:
            return translate("Undo", "new attribute {0}").format(in_a_menu(key.name))
        case StepKind.NEW_ATTRIBUTE:
            return translate("Undo", "new attribute")
        case StepKind.TEMPLATE:
            return translate("Undo", "template {0}").format(in_a_menu(key.name))
        case StepKind.DISCARDED:
            return translate("Undo", "discarding changes")
        case _:
            return _note_step_words(key.kind) or _attributes_step_words(key.kind)


def _note_step_words(kind: StepKind) -> str:
    """Name a step over a note, or changes that came back; '' for another one."""
    match kind:
        case StepKind.NOTE_TYPED:
            return translate("Undo", "note text")
        case StepKind.NOTE_ADDED:
            return translate("Undo", "new note")
        case StepKind.NOTE_REMOVED:
            return translate("Undo", "removing a note")
        case StepKind.NOTES_REORDERED:
            return translate("Undo", "reordering notes")
        case StepKind.NOTE_CHANGED:
            return translate("Undo", "note change")
        case StepKind.RETURNED:
            return translate("Undo", "restoring changes")
        case _:
            return ""


def _attributes_step_words(kind: StepKind) -> str:
    """Name a step over several attributes."""
    match kind:
        case StepKind.ATTRIBUTES_PASTED:
            return translate("Undo", "pasting attributes")
        case StepKind.BULK_TEXT:
            return translate("Undo", "editing as text")
        case StepKind.ATTRIBUTES_REVERTED:
            return translate("Undo", "reverting attributes")
        case StepKind.NAMES_TRIMMED:
            return translate("Undo", "trimming names")
        case StepKind.RESERVED_LEFT_OUT:
            return translate("Undo", "leaving out attributes")
        case _:
            return translate("Undo", "clearing attributes")


def in_a_menu(text: str) -> str:
    """Return a text for a menu: one short line without a mnemonic or a shortcut."""
    text = " ".join(text.split())
    return isolated(text if len(text) <= _IN_A_MENU else text[: _IN_A_MENU - 1] + "…").replace("&", "&&")


def problem_words(problem: Problem) -> str:
    """Describe the problem of an attribute."""
    if problem.violation:
        from caseeditor.ui.messages.field_texts import violation_words  # noqa: PLC0415 - few policies describe fields

        return violation_words(problem.violation)
    return _name_problem_words(problem)


def _name_problem_words(problem: Problem) -> str:
    match problem.wrong:
        case ProblemKind.NO_NAME:
            return translate("Problem", "An attribute has a value but no name. Name it, or clear the value.")
        case ProblemKind.RESERVED:
            return translate("Problem", "“{0}” is reserved. Choose another name.").format(
                isolated(problem.name.strip())
            )
        case ProblemKind.DUPLICATE:
            return translate("Problem", "“{0}” already exists. Change that one instead.").format(
                isolated(with_hidden_shown(problem.name))
            )
        case ProblemKind.SIMILAR:
            return translate("Problem", "“{0}” already exists; only capitals or accents differ.").format(
                isolated(with_hidden_shown(problem.name))
            )
        case ProblemKind.OWN_FIELD:
            return translate("Problem", "“{0}” is a field of the case itself: this may change the case.").format(
                isolated(problem.name.strip())
            )
        case ProblemKind.SPACES:
            return translate("Problem", "The name “{0}” begins or ends with a space, which is sent too.").format(
                isolated(problem.name)
            )
        case ProblemKind.UNSEEN | ProblemKind.FIELD:
            return translate("Problem", "The name “{0}” has invisible characters, which are sent too.").format(
                isolated(with_hidden_shown(problem.name))
            )


def now_words() -> str:
    """Return the present time of the agent's clock."""
    return QLocale().toString(QTime.currentTime(), "HH:mm")


def date_words(date: datetime) -> str:
    """Return a date in the local zone, with the name of the month: in a short format, day and month are ambiguous."""
    date = local(date)
    moment = QDateTime(date.year, date.month, date.day, date.hour, date.minute, date.second)
    return QLocale().toString(moment, "d MMM yyyy HH:mm")


def day_words(date: datetime) -> str:
    """Return the day of a date in its own zone."""
    return QLocale().toString(QDate(date.year, date.month, date.day), "d MMM yyyy")


def number_words(number: int) -> str:
    """Return a count with the locale's thousands separators."""
    return QLocale().toString(number)


def span_words(seconds: float) -> str:
    """Return a span (s) in the largest unit that fits it."""
    count, unit = span(seconds)
    if count == 0:
        return translate("Dates", "a moment")
    match unit:
        case Unit.MINUTES:
            return translate("Dates", "{0} min").format(count)
        case Unit.HOURS:
            return translate("Dates", "{0} h").format(count)
        case Unit.DAYS:
            return translate("Dates", "{0} d").format(count)
        case Unit.MONTHS:
            return Counts().months(count)
        case Unit.YEARS:
            return Counts().years(count)


def moment_words(date: datetime) -> str:
    """Return a moment in the local zone; today, only its time."""
    here = local(date)
    is_today = here.date() == local(datetime.now(UTC)).date()
    return QLocale().toString(QTime(here.hour, here.minute), "HH:mm") if is_today else date_words(date)


def count_words(count: int) -> str:
    """Return the count of changes."""
    if count == 0:
        return translate("Change", "No changes")
    return Counts().changes(count)


def tip_words(text: str) -> str:
    """Return a text as a literal tooltip: Qt would render text that looks like HTML."""
    import html  # noqa: PLC0415 - slow to import, and the window is up before

    return f"<p>{html.escape(text)}</p>".replace("\n", "<br>") if text else ""


def trouble_words(trouble: KeyringProblem) -> str:
    """Describe the problem of the keyring."""
    match trouble:
        case KeyringProblem.ABSENT:
            return translate("Keyring", "This computer has no keyring service.")
        case KeyringProblem.LOCKED:
            return translate("Keyring", "The system keyring is locked.")
        case KeyringProblem.SLOW:
            return translate("Keyring", "The system keyring didn't answer.")
        case KeyringProblem.REFUSED:
            return translate("Keyring", "The system keyring rejected the request.")
        case KeyringProblem.NOT_WANTED:
            return ""


def session_only_words(trouble: KeyringProblem) -> str:
    """Explain why a token is not kept, and the consequence."""
    said = translate("Keyring", "The token is used for this session only.")
    return f"{trouble_words(trouble)} {said}".strip()


def policy_words(trouble: PolicyProblem) -> str:
    """Explain why the policy file, {0}, is not followed."""
    match trouble:
        case PolicyProblem.BROKEN:
            return translate("Policy", "The policy file {0} is broken; its locks still hold. Tell your administrator.")
        case PolicyProblem.EXPOSED:
            return translate(
                "Policy", "The policy file {0} can be written by others; only its locks hold. Tell your administrator."
            )
        case PolicyProblem.UNREADABLE:
            return translate(
                "Policy", "The policy file {0} can't be read; its locks still hold. Tell your administrator."
            )


def fault_words(fault: disk.StorageProblem | None) -> str:
    """Explain why a draft is not on disk."""
    match fault:
        case disk.StorageProblem.FULL:
            return translate("Fault", "the disk is full.")
        case disk.StorageProblem.READ_ONLY:
            return translate("Fault", "the data folder can't be written to.")
        case disk.StorageProblem.LOCKED:
            return translate("Fault", "another program is using the data file.")
        case disk.StorageProblem.BROKEN:
            return translate("Fault", "the data file is damaged; it was set aside.")
        case disk.StorageProblem.NEWER:
            return translate("Fault", "the data file is from a newer version of Case Editor.")
        case disk.StorageProblem.ELSEWHERE:
            return translate("Fault", "another program has submitted or discarded this draft. Reload the case.")
        case disk.StorageProblem.UNREAD:
            return translate("Fault", "pending submissions couldn't be read yet. Submit again in a moment.")
        case _:
            return translate("Fault", "the data file can't be used.")
