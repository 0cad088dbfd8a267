"""A batch in the history: its details, and its rows as lines of an export."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from caseeditor.domain.batch.row import FieldResult, Outcome, Row
from caseeditor.domain.case import dates
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.history_export import Line
from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.messages.batch_outcomes import outcome_name, summary_words
from caseeditor.ui.messages.texts import change_words, number_words, quoted, translate

if TYPE_CHECKING:
    from caseeditor.domain.batch.batch import Batch
    from caseeditor.domain.local.history_entry import HistoryEntry


def detail_lines(batch: "Batch") -> list[str]:
    """Describe a batch: its outcomes, reason and notes."""
    lines = [summary_words(batch)]
    if batch.lost:
        lines.append(translate("HistoryDialog", "Lost on the disk: {0}").format(number_words(batch.lost)))
    if batch.reason:
        lines.append(translate("HistoryDialog", "Reason: {0}").format(isolated(batch.reason)))
    note_name = change_words(Change(ChangeKind.NOTE))
    notes = filter(None, (*batch.recipe.notes, batch.recipe.note_text))
    return lines + [f"{note_name}: {quoted(isolated(note))}" for note in notes]


def export_lines(entry: "HistoryEntry", batch: "Batch") -> Iterator[Line]:
    """List a batch and the changes of its rows. A row without any has a line, too."""
    title = f"{batch.name}\n{batch.reason}" if batch.reason else batch.name
    yield _line(entry, entry.began, what=translate("Change", "Batch"), after=title, outcome=summary_words(batch))
    kind = translate("Change", "Batch “{0}”").format(batch.name)
    for row in entry.batch_rows:
        unknown = (change for change in row.changes if not row.results or row.has_out(change))
        results = (*row.results, *(FieldResult(change, is_done=False) for change in unknown))
        own = {"case": row.case_id, "said": row.words}
        for result in results:
            yield _line(
                entry,
                row.at,
                what=f"{kind}: {change_words(result.change)}",
                before=result.change.before or "",
                after=result.change.after or "",
                held="" if result.is_done else result.now or "",
                outcome=outcome_name(_outcome(row, result)),
                **own,
            )
        if not results:
            yield _line(entry, row.at, what=kind, outcome=outcome_name(row.outcome or Outcome.NOT_SENT), **own)


def _outcome(row: Row, result: FieldResult) -> Outcome:
    """Return the outcome of one change: of a row that moved, the other fields were stored; one taken out was not."""
    if row.has_out(result.change):
        return Outcome.SKIPPED
    if row.outcome is Outcome.MOVED and result.is_done:
        return Outcome.STORED
    return row.outcome or Outcome.NOT_SENT


def _line(entry: "HistoryEntry", at: int, **texts: str) -> Line:
    """Return a line of this entry at a time (ms), 0 for that of the entry."""
    moment = dates.from_milliseconds(at or entry.began)
    empty = dict.fromkeys(("case", "before", "after", "held", "said"), "")
    when = dates.written(moment) if moment else ""
    return Line(when=when, server=entry.server, user=entry.name, **{**empty, **texts})
