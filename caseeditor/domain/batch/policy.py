"""What the administrator allows in batches."""

from collections.abc import Collection

import msgspec

from caseeditor.domain.batch.batch import MOST_ROWS
from caseeditor.domain.batch.plan.planning import without_fields
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.row import Row
from caseeditor.domain.errors.failure import FailureKind
from caseeditor.domain.local.settings import Settings


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """`is_on`: batches may be made and run, of at most `most_rows`; `has_notes`: with notes.

    `most_a_minute`: rows sent, 0 for no limit. `is_canary_forced`: each run stops after the first rows.
    """

    is_on: bool = True
    most_rows: int = MOST_ROWS
    most_a_minute: int = 0
    is_canary_forced: bool = False
    has_notes: bool = True

    def refusal(self, rows: Collection[Row]) -> FailureKind | None:
        """Return why rows may not be sent, None if they may."""
        if not self.is_on:
            return FailureKind.BATCHES_OFF
        if len(rows) > self.most_rows:
            return FailureKind.BATCH_ROWS
        if not self.has_notes and any(without_fields(row).notes for row in rows):
            return FailureKind.BATCH_NOTES
        return None

    def allowed(self, recipe: Recipe) -> Recipe:
        """Return a recipe without what is not allowed."""
        return recipe if self.has_notes else msgspec.structs.replace(recipe, notes=(), note_text="")


def policy_of(settings: Settings) -> Policy:
    """Return what the settings allow."""
    return Policy(
        is_on=settings.batches,
        most_rows=settings.batch_rows,
        most_a_minute=settings.batch_minute,
        is_canary_forced=settings.batch_canary,
        has_notes=settings.batch_notes,
    )
