"""The words of a batch: states, plans, outcomes, reasons."""

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import QLocale, QObject

from caseeditor.domain.batch.batch import Batch, BatchState, Origin, Pause
from caseeditor.domain.batch.plan.recipe import How, Recipe
from caseeditor.domain.batch.plan.recipe_check import (
    RecipeFlaw,
    RecipeProblem,
    close_names,
    recipe_problems,
    unknown_fields,
)
from caseeditor.domain.batch.reasons import Reason, reasons_of
from caseeditor.domain.batch.report import ReportWords
from caseeditor.domain.batch.row import Outcome, Row, RowPlan
from caseeditor.domain.batch.tables.table import CellFlag, TableFault, TableProblem, Use
from caseeditor.domain.batch.tables.table_rows import UseDoubt, UseProblem
from caseeditor.domain.case.reference import known_server
from caseeditor.domain.delivery.submission import Confirmation
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.messages.batch_outcomes import outcome_name
from caseeditor.ui.messages.counts import Counts
from caseeditor.ui.messages.filter_words import filter_words
from caseeditor.ui.messages.texts import change_words, number_words, quoted, translate


class BatchCounts(QObject):
    """Sentences that hold a count."""

    def repeated(self, count: int) -> str:
        return self.tr("1 repeated") if count == 1 else self.tr("%Ln repeated", "", count)

    def unreadable(self, count: int) -> str:
        return self.tr("1 isn't a case ID") if count == 1 else self.tr("%Ln aren't case IDs", "", count)

    def beyond(self, count: int) -> str:
        return self.tr("1 too many") if count == 1 else self.tr("%Ln too many", "", count)

    def elsewhere(self, count: int) -> str:
        """Tell of links to another server, {0}."""
        return (
            self.tr("1 of {0}, which is another server")
            if count == 1
            else self.tr("%Ln of {0}, which is another server", "", count)
        )

    def missing(self, count: int) -> str:
        """Tell that a search promised more cases than its pages had."""
        if count == 1:
            return self.tr("1 fewer than the server counted")
        return self.tr("%Ln fewer than the server counted", "", count)

    def notes_stay(self, count: int) -> str:
        return (
            self.tr("1 note can't be taken back.")
            if count == 1
            else self.tr("%Ln notes can't be taken back.", "", count)
        )

    def demo_question(self, count: int) -> str:
        """Ask whether to run a plan on the demo server."""
        if count == 1:
            return self.tr("Change 1 case of the demo server?")
        return self.tr("Change %Ln cases of the demo server?", "", count)

    def change_question(self, count: int) -> str:
        """Ask whether to run a plan; the server takes the place of {0}."""
        return self.tr("Change 1 case of {0}?") if count == 1 else self.tr("Change %Ln cases of {0}?", "", count)

    def more_lines(self, count: int) -> str:
        """Tell how many lines of a text are not shown, always thousands."""
        return self.tr("… and %Ln more lines", "", count)

    def doubtful(self, count: int) -> str:
        return self.tr("1 doubtful ID") if count == 1 else self.tr("%Ln doubtful IDs", "", count)

    def hidden(self, count: int) -> str:
        return self.tr("1 hidden") if count == 1 else self.tr("%Ln hidden", "", count)

    def doubts(self, count: int) -> str:
        return self.tr("1 doubtful cell") if count == 1 else self.tr("%Ln doubtful cells", "", count)

    def changes_each(self, count: int) -> str:
        return self.tr("1 change each") if count == 1 else self.tr("%n changes each", "", count)


def cases_words(count: int) -> str:
    """Return a count of cases."""
    return Counts().all_cases(count)


def state_name(state: BatchState) -> str:
    """Name the state of a batch."""
    match state:
        case BatchState.DRAFT:
            return translate("BatchState", "draft")
        case BatchState.PLANNED:
            return translate("BatchState", "planned")
        case BatchState.RUNNING:
            return translate("BatchState", "running")
        case BatchState.PAUSED:
            return translate("BatchState", "paused")
        case BatchState.DONE:
            return translate("BatchState", "done")


def status_words(batch: Batch, number: Callable[[int], str] = str) -> str:
    """Word domain.batch.batch.status_text in the window's language: the same form, so that programs can read it."""
    counts = [
        f"{outcome_name(outcome)} {number(batch.outcomes[outcome])}"
        for outcome in Outcome
        if batch.outcomes.get(outcome)
    ]
    return " · ".join((state_name(batch.state), *counts))


def plan_name(plan: RowPlan) -> str:
    """Name the plan of a row."""
    match plan:
        case RowPlan.UNPLANNED:
            return translate("RowPlan", "not planned yet")
        case RowPlan.CHANGES:
            return translate("RowPlan", "will change")
        case RowPlan.ALREADY_SO:
            return translate("RowPlan", "already so")
        case RowPlan.WAITS:
            return translate("RowPlan", "waits for your draft")
        case RowPlan.GUARD_FAILS:
            return translate("RowPlan", "no longer matches")
        case RowPlan.NOT_FOUND:
            return translate("RowPlan", "not found")
        case RowPlan.NOT_ALLOWED:
            return translate("RowPlan", "not allowed")
        case RowPlan.INVALID:
            return translate("RowPlan", "invalid")


def plans_words(counts: Iterable[tuple[RowPlan, int]]) -> str:
    """List the counts of a plan."""
    return " · ".join(f"{plan_name(plan)} {number_words(count)}" for plan, count in counts if count)


def pause_words(batch: Batch) -> str:  # noqa: C901, PLR0911, PLR0912 - one sentence a reason
    """Tell why a batch is paused, and what to do."""
    match batch.pause:
        case None | Pause.AGENT:
            return translate("Pause", "You paused it. Press Go on to continue.")
        case Pause.CANARY if batch.stage > 1:
            return translate("Pause", "A second sample is done. Check it under Results; Go on then sends all the rest.")
        case Pause.CANARY:
            return translate("Pause", "The first rows are done. Check them under Results, then press Go on.")
        case Pause.RESTART:
            return translate("Pause", "It was interrupted. Nothing is sent until you press Go on.")
        case Pause.SIGN_IN:
            return translate("Pause", "You aren't signed in. Sign in, then press Go on.")
        case Pause.FORBIDDEN:
            return _with_words(translate("Pause", "The server doesn't allow it. Ask your administrator"), batch.words)
        case Pause.SAME_REJECTION:
            return _with_words(
                translate("Pause", "Three rows in a row were rejected. Check the changes, then press Go on or Stop"),
                batch.words,
            )
        case Pause.MANY_REJECTIONS:
            return _with_words(
                translate("Pause", "Many rows are rejected. Look at Results, then press Go on or Stop"), batch.words
            )
        case Pause.DOUBT:
            return translate(
                "Pause", "A row couldn't be confirmed. Decide it under Results, or press Go on to check again."
            )
        case Pause.SLOW:
            return translate("Pause", "The server has become slow. Wait a while, then press Go on.")
        case Pause.NETWORK:
            return translate("Pause", "The server can't be reached. Check the connection, then press Go on.")
        case Pause.DISK:
            return translate("Pause", "The disk can't be written. Free some space, then press Go on.")
        case Pause.OTHER_USER:
            return translate("Pause", "Another user is signed in. Sign in as yourself, then press Go on.")
        case Pause.FAULT:
            return translate("Pause", "Something went wrong. Press Go on; if it happens again, see the log.")
        case Pause.SLEEP:
            return translate("Pause", "The computer was asleep. Press Go on to continue.")
        case Pause.OWN_WORK:
            return translate(
                "Pause", "Only cases with your own drafts or submissions are left. Submit them, then press Go on."
            )
        case Pause.FOLDER_HELD:
            return translate("Pause", "Another Case Editor holds the data folder. Close it, then press Go on.")


def origin_words(batch: Batch) -> str:
    """Tell where the cases come from, in a few words."""
    match batch.origin:
        case Origin.PASTED:
            return translate("BatchOrigin", "by ID")
        case Origin.LIST:
            return translate("BatchOrigin", "from the list")
        case Origin.SEARCH:
            return translate("BatchOrigin", "of a search")
        case Origin.TABLE:
            return translate("BatchOrigin", "of a table")
        case Origin.BATCH:
            return translate("BatchOrigin", "of another batch")
        case Origin.UNDO:
            return translate("BatchOrigin", "to be undone")
        case Origin.FILE:
            return translate("BatchOrigin", "of a plan")


def how_name(how: How) -> str:
    """Name the condition for setting a value."""
    match how:
        case How.SET:
            return translate("How", "Set")
        case How.IF_EMPTY:
            return translate("How", "Set only where empty")
        case How.IF_IS:
            return translate("How", "Set only where it is…")
        case How.CLEAR:
            return translate("How", "Set to empty")


def use_name(use: Use) -> str:
    """Name the meaning of a column."""
    match use:
        case Use.IGNORED:
            return translate("Use", "Not used")
        case Use.CASE_ID:
            return translate("Use", "Case ID")
        case Use.SUBJECT:
            return translate("Use", "Subject")
        case Use.NOTE:
            return translate("Use", "New note")
        case Use.TAG_ADDED:
            return translate("Use", "Tag to add")
        case Use.TAG_REMOVED:
            return translate("Use", "Tag to remove")
        case Use.ATTRIBUTE:
            return translate("Use", "Attribute")


def flag_words(flag: CellFlag) -> str:
    """Explain a doubt about a cell."""
    match flag:
        case CellFlag.EXPONENT:
            return translate("CellFlag", "A spreadsheet shortened this number.")
        case CellFlag.LONG_NUMBER:
            return translate("CellFlag", "More than 15 digits: a spreadsheet may have rounded it.")
        case CellFlag.LEADING_ZEROS:
            return translate("CellFlag", "The zeros in front are only shown: the number has none.")
        case CellFlag.DATE:
            return translate("CellFlag", "A spreadsheet turned this into a date.")
        case CellFlag.FORMULA:
            return translate("CellFlag", "A formula without a value.")
        case CellFlag.MERGED:
            return translate("CellFlag", "A merged cell covers this one: it counts as blank.")
        case CellFlag.HIDDEN:
            return translate("CellFlag", "A filter or somebody hid this row.")
        case CellFlag.NOT_DECODED:
            return translate("CellFlag", "A character isn't readable. Choose another encoding.")
        case CellFlag.SAME_ID:
            return translate("CellFlag", "This case is in the table twice.")
        case CellFlag.NOT_AN_ID:
            return translate("CellFlag", "This isn't a case ID.")
        case CellFlag.OTHER_SERVER:
            return translate("CellFlag", "A link to another server.")


def why_words(row: Row) -> str:
    """Tell the reasons of a row's plan or outcome, and the server's words."""
    return " ".join(filter(None, (reasons_words(row), quoted(isolated(row.words)) if row.words else "")))


def reasons_words(row: Row) -> str:
    """Tell the reasons of a row's plan or outcome."""
    return " · ".join(_reason_words(reason, details, row) for reason, details in reasons_of(row.why))


def reason_words(reason: Reason, row: Row) -> str:
    """Tell a reason that has no details."""
    return _reason_words(reason, (), row)


def _reason_words(  # noqa: C901, PLR0911, PLR0912 - one sentence each
    reason: Reason, details: tuple[str, ...], row: Row
) -> str:
    named = ", ".join(details)
    match reason:
        case Reason.GUARD:
            conditions = ", ".join(_condition_words(each) for each in details if each)
            return translate("Why", "no longer matches the search: {0}").format(conditions)
        case Reason.UNKNOWN_FIELD:
            return translate("Why", "the case has no field {0}").format(named)
        case Reason.EMPTY_FIELD:
            return translate("Why", "the field {0} is empty").format(named)
        case Reason.RESERVED:
            return translate("Why", "the name {0} is reserved").format(named)
        case Reason.NO_NAME:
            return translate("Why", "an attribute has no name")
        case Reason.GONE:
            return translate("Why", "the server has no such case any more")
        case Reason.LOOKED_INTO:
            return translate("Why", "being looked into")
        case Reason.LOST_RECORD:
            return translate("Why", "the record of it on this computer can't be read; look at the case")
        case Reason.NESTED:
            return translate("Why", "{0} is a nested value, which can't be changed").format(named)
        case Reason.LEFT_MOVED:
            fields = ", ".join(_key_words(each) for each in details)
            return translate("Why", "stays, since somebody changed it: {0}").format(fields)
        case Reason.ONLY_EMPTIED:
            return translate("Why", "didn't exist before and can only be emptied: {0}").format(named)
        case Reason.UNREADABLE:
            return translate("Why", "the case can't be read")
        case Reason.TAKEN_OUT:
            return translate("Why", "taken out by you")
        case Reason.NOT_PLANNED:
            return plan_name(row.plan)
        case Reason.DIFFERS:
            return translate("Why", "the server stored another value")
        case Reason.LEFT:
            return translate("Why", "left as it is")


def _condition_words(name: str) -> str:
    """Name a condition of domain.delivery.guard.Guard."""
    return filter_words({"states": "state", "sources": "source"}.get(name, name))


def _key_words(key: str) -> str:
    """Name the field of a Change.field."""
    what, _, name = key.partition(":")
    kind = next((each for each in ChangeKind if each.value == what), None)
    return change_words(Change(kind, name)) if kind else key


def flaw_words(problem: RecipeProblem) -> str:
    """Tell a fault of the changes, and what to do."""
    name = isolated(problem.name)
    match problem.flaw:
        case RecipeFlaw.EMPTY:
            return translate("Flaw", "Nothing would change. Enter a change first.")
        case RecipeFlaw.NO_NAME:
            return translate("Flaw", "An attribute has no name. Enter one.")
        case RecipeFlaw.RESERVED:
            return translate("Flaw", "“{0}” is reserved. Choose another name.").format(name)
        case RecipeFlaw.DUPLICATE:
            return translate("Flaw", "“{0}” is set twice. Remove one of the rules.").format(name)
        case RecipeFlaw.NO_VALUE if problem.name:
            return translate("Flaw", "“{0}” has no value. Enter one, or choose Set to empty.").format(name)
        case RecipeFlaw.NO_VALUE:
            return translate("Flaw", "The subject has no text. Enter one, or choose Set to empty.")
        case RecipeFlaw.TAG_BOTH_WAYS:
            return translate("Flaw", "Tag “{0}” is both added and removed. Decide for one.").format(name)
        case RecipeFlaw.OWN_FIELD:
            return translate("Flaw", "“{0}” is also a field of the case itself. Check the name.").format(name)
        case RecipeFlaw.SPACES:
            return translate("Flaw", "“{0}” begins or ends with a space. Check the name.").format(name)
        case RecipeFlaw.UNSEEN:
            return translate("Flaw", "“{0}” has invisible characters. Check it.").format(name)


def is_empty(recipe: Recipe) -> bool:
    """Tell whether a recipe changes nothing."""
    return any(each.flaw is RecipeFlaw.EMPTY for each in recipe_problems(recipe))


def recipe_faults(recipe: Recipe, columns: tuple[str, ...]) -> tuple[str, ...]:
    """List the faults that stop a plan."""
    found = [flaw_words(each) for each in recipe_problems(recipe) if each.is_blocking]
    if unknown := unknown_fields(recipe, columns):
        fields = ", ".join("{" + name + "}" for name in unknown)
        found.append(
            translate("Flaw", "No such field: {0}. Correct it, or write {{ for a brace.").replace("{0}", fields)
        )
    return tuple(found)


def recipe_warnings(recipe: Recipe, known: Collection[str]) -> tuple[str, ...]:
    """List what may be meant otherwise; `known` are names of attributes."""
    found = [flaw_words(each) for each in recipe_problems(recipe) if not each.is_blocking]
    text = translate("Flaw", "“{0}” is a new attribute. Did you mean “{1}”?")
    found += [text.format(isolated(name), isolated(meant)) for name, meant in close_names(recipe, known)]
    return tuple(found)


def field_words(change: Change) -> str:
    """Name the field of a change."""
    return change_words(change)


def before_words(change: Change) -> str:
    """Show the value before a change; a missing one as a dash."""
    if change.what in (ChangeKind.NOTE, ChangeKind.TAG_ADDED):
        return "—"
    return "—" if change.before is None else change.before or translate("BatchValue", "(empty)")


def after_words(change: Change) -> str:
    """Show the value after a change."""
    if change.what is ChangeKind.TAG_REMOVED:
        return "—"
    return "—" if change.after is None else change.after or translate("BatchValue", "(empty)")


def progress_words(done: int, total: int) -> str:
    """Show progress, as "1,204 of 5,000"."""
    return translate("Batch", "{0} of {1}").format(number_words(done), number_words(total))


def server_words(url: str) -> str:
    """Name a server."""
    server = known_server(url)
    return server.shown if server else url


def _with_words(said: str, words: str) -> str:
    return f"{said}: {quoted(isolated(words))}." if words else f"{said}."


def table_fault_words(fault: TableFault) -> str:
    """Tell why a file was not read, and what to do."""
    match fault.problem:
        case TableProblem.EMPTY:
            return translate("TableFault", "This file has no rows. Choose another file.")
        case TableProblem.TOO_LARGE:
            return translate("TableFault", "This file is too large. Split it.")
        case TableProblem.NOT_A_TABLE:
            return translate("TableFault", "This isn't a table. Choose another file, or save it as CSV.")
        case TableProblem.DAMAGED:
            return translate("TableFault", "This file is damaged. Save it again, or as CSV.")
        case TableProblem.PROTECTED:
            return translate("TableFault", "This file has a password. Save it without one.")
        case TableProblem.OPEN_QUOTE:
            text = translate("TableFault", "A quotation mark in row {0} is never closed. Correct it, or save it again.")
            return text.format(fault.words)
        case TableProblem.NO_LIBRARY:
            return translate("TableFault", "This installation can't read spreadsheets. Save it as CSV.")
        case TableProblem.UNREADABLE:
            return _with_words(translate("TableFault", "This file can't be read. Choose another file"), fault.words)


def use_doubt_words(doubt: UseDoubt) -> str:
    """Tell a problem of a column's use, and what to do."""
    column = isolated(doubt.column)
    match doubt.problem:
        case UseProblem.NO_ID:
            return translate("UseDoubt", "Choose the one column that holds the case IDs.")
        case UseProblem.SECOND:
            return translate("UseDoubt", "“{0}”: another column has this use. Choose another one.").format(column)
        case UseProblem.NO_NAME:
            return translate("UseDoubt", "“{0}”: enter the name of the attribute.").format(column)
        case UseProblem.RESERVED:
            return translate("UseDoubt", "“{0}”: this name is reserved. Choose another one.").format(column)
        case UseProblem.DUPLICATE:
            return translate("UseDoubt", "“{0}”: another column sets the same attribute.").format(column)
        case UseProblem.SIMILAR:
            text = translate("UseDoubt", "“{0}” is a new attribute. Did you mean “{1}”?")
            return text.format(column, isolated(doubt.name))
        case UseProblem.OWN_FIELD:
            return translate("UseDoubt", "“{0}” is also a field of the case itself. Check the name.").format(column)


def report_words() -> ReportWords:
    """Return the words of an exported file."""
    heads = (
        translate("BatchReport", "Row"),
        translate("BatchReport", "Case"),
        translate("BatchReport", "Link"),
        translate("BatchReport", "Subject"),
        translate("BatchReport", "Outcome"),
        translate("BatchReport", "Field"),
        translate("BatchReport", "Name"),
        translate("BatchReport", "Before"),
        translate("BatchReport", "Planned"),
        translate("BatchReport", "Now"),
        translate("BatchReport", "Reason"),
        translate("BatchReport", "Server's words"),
        translate("BatchReport", "Time"),
        translate("BatchReport", "Known by"),
    )
    return ReportWords(
        heads=heads,
        outcomes={outcome: outcome_name(outcome) for outcome in Outcome},
        kinds={kind: change_words(Change(kind)) or translate("Decisions", "Attribute") for kind in ChangeKind},
        reasons=reasons_words,
        confirmations={each: _confirmation_name(each) for each in Confirmation},
        separator="," if QLocale().decimalPoint() == "." else ";",
    )


def _confirmation_name(confirmation: Confirmation) -> str:
    match confirmation:
        case Confirmation.SEEN:
            return translate("BatchReport", "seen on the server")
        case Confirmation.ACCEPTED:
            return translate("BatchReport", "the server's good answer")
        case Confirmation.AGENT:
            return translate("BatchReport", "said by you")
