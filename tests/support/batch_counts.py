"""The counts of rows, as the file of batches keeps them."""

from collections import Counter
from collections.abc import Iterable

from caseeditor.domain.batch.row import Outcome, Row, RowPlan


def plan_counts(rows: Iterable[Row]) -> dict[RowPlan, int]:
    """Count the rows by plan."""
    return dict(Counter(row.plan for row in rows))


def outcome_counts(rows: Iterable[Row]) -> dict[Outcome, int]:
    """Count the rows by outcome; one without an outcome is not sent. The sum is the number of rows."""
    return dict(Counter(row.outcome or Outcome.NOT_SENT for row in rows))
