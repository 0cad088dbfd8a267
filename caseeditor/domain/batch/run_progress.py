"""How far the runs of several batches are, together."""

from collections.abc import Iterable

import msgspec

from caseeditor.domain.batch.batch import Batch, BatchState


class RunProgress(msgspec.Struct, frozen=True):
    """Rows that have a result, of how many. `is_paused`: none of the batches runs."""

    handled: int
    rows: int
    is_paused: bool = False

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.handled / self.rows if self.rows else 0.0


def run_progress(batches: Iterable[Batch]) -> RunProgress | None:
    """Add up the batches that run; if none does, those that are paused. None if there are none of these either."""
    active = [batch for batch in batches if batch.is_active]
    running = [batch for batch in active if batch.state is BatchState.RUNNING]
    shown = running or active
    if not shown:
        return None
    return RunProgress(sum(each.handled for each in shown), sum(each.rows for each in shown), is_paused=not running)
