"""The words of a batch's outcomes."""

from caseeditor.domain.batch.batch import Batch
from caseeditor.domain.batch.row import Outcome
from caseeditor.ui.messages.counts import Counts
from caseeditor.ui.messages.texts import number_words, translate


def outcome_name(outcome: Outcome) -> str:
    """Name an outcome."""
    match outcome:
        case Outcome.STORED:
            return translate("BatchOutcome", "stored")
        case Outcome.ACCEPTED:
            return translate("BatchOutcome", "accepted")
        case Outcome.ALREADY_SO:
            return translate("BatchOutcome", "already so")
        case Outcome.SKIPPED:
            return translate("BatchOutcome", "skipped")
        case Outcome.MOVED:
            return translate("BatchOutcome", "moved")
        case Outcome.REJECTED:
            return translate("BatchOutcome", "rejected")
        case Outcome.UNSURE:
            return translate("BatchOutcome", "unsure")
        case Outcome.NOT_SENT:
            return translate("BatchOutcome", "not sent")


def outcomes_words(batch: Batch) -> str:
    """Return the counts of a batch's outcomes: "3,988 stored, 12 moved"."""
    counts = ((batch.outcomes.get(outcome, 0), outcome) for outcome in Outcome)
    return ", ".join(f"{number_words(count)} {outcome_name(outcome)}" for count, outcome in counts if count)


def summary_words(batch: Batch) -> str:
    """Return the number of a batch's cases and their outcomes: "4,000 cases: 3,988 stored, 12 moved"."""
    cases = Counts().all_cases(batch.rows)
    return f"{cases}: {outcomes_words(batch)}" if batch.rows else cases
