"""The results of a batch, as lines for files: one for each change of a row, and one for a row without any."""

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from caseeditor.domain.batch.batch import Batch
from caseeditor.domain.batch.reasons import Reason
from caseeditor.domain.batch.row import Outcome, Row
from caseeditor.domain.case.dates import from_milliseconds
from caseeditor.domain.case.reference import Server, page_link
from caseeditor.domain.delivery.submission import Confirmation
from caseeditor.domain.editing.changes import Change, ChangeKind


class ReportFormat(enum.Enum):
    """The format of an exported file; the value is its ending."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


class ReportWords(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a report in the window's language. `heads` belong to the fields of Line, in order.

    `reasons` words Row.why; it is called on the thread that writes the file.
    """

    heads: tuple[str, ...] = (
        *("Row", "Case", "Link", "Subject", "Outcome", "Field", "Name"),
        *("Before", "Planned", "Now", "Reason", "Server's words", "Time", "Known by"),
    )
    outcomes: Mapping[Outcome, str] = {}
    kinds: Mapping[ChangeKind, str] = {}
    confirmations: Mapping[Confirmation, str] = {}
    reasons: Callable[[Row], str] = lambda row: row.why.replace("\t", ": ", 1).replace("\t", ", ")
    separator: str = ","


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line of a report. All its texts are exact; `row` counts from 1, `time` is ISO 8601 in UTC."""

    row: str
    case: str
    link: str
    subject: str
    outcome: str
    field: str = ""
    name: str = ""
    before: str = ""
    planned: str = ""
    now: str = ""
    reason: str = ""
    words: str = ""
    time: str = ""
    known_by: str = ""


_KINDS_WITH_NAME = (ChangeKind.ATTRIBUTE, ChangeKind.TAG_ADDED, ChangeKind.TAG_REMOVED)


def report_lines(batch: Batch, rows: Iterable[Row], words: ReportWords) -> Iterator[Line]:
    """Yield the lines of a report, in the order of the rows."""
    server, skipped = Server(batch.server), words.outcomes.get(Outcome.SKIPPED, Outcome.SKIPPED.value)
    for row in rows:
        outcome = row.outcome or Outcome.NOT_SENT
        whole = Line(
            row=str(row.number),
            case=row.case_id,
            link=page_link(server, row.case_id, row.url),
            subject=row.subject,
            outcome=words.outcomes.get(outcome, outcome.value),
            reason=words.reasons(row),
            words=row.words,
            time=_time(row.at),
            known_by=words.confirmations.get(row.confirmation, row.confirmation.value) if row.confirmation else "",
        )
        nows = {(result.change.field, result.change.after): result.now for result in row.results}
        for change in row.changes:
            is_out = not row.is_out and row.has_out(change)
            line = whole
            if is_out:
                reason = words.reasons(msgspec.structs.replace(row, why=Reason.TAKEN_OUT.value))
                line = msgspec.structs.replace(whole, outcome=skipped, reason=reason)
            yield _with_change(line, change, nows.get((change.field, change.after)), words)
        if not row.changes:
            yield whole


def _time(milliseconds: int) -> str:
    made = from_milliseconds(milliseconds) if milliseconds else None
    return made.isoformat(timespec="seconds") if made else ""


def _with_change(line: Line, change: Change, now: str | None, words: ReportWords) -> Line:
    return msgspec.structs.replace(
        line,
        field=words.kinds.get(change.what, change.what.value),
        name=change.name if change.what in _KINDS_WITH_NAME else "",
        before=change.before or "",
        planned=change.after or "",
        now=now or "",
    )
