"""The progress of several batches as one."""

import pytest

from caseeditor.domain.batch.batch import Batch, BatchState
from caseeditor.domain.batch.row import Outcome
from caseeditor.domain.batch.run_progress import RunProgress, run_progress

RUNNING = Batch(state=BatchState.RUNNING, rows=10, outcomes={Outcome.STORED: 2, Outcome.REJECTED: 1})
ALSO_RUNNING = Batch(state=BatchState.RUNNING, rows=30, outcomes={Outcome.STORED: 7, Outcome.NOT_SENT: 23})
PAUSED = Batch(state=BatchState.PAUSED, rows=100, outcomes={Outcome.STORED: 50})
PLANNED = Batch(state=BatchState.PLANNED, rows=1000)
DONE = Batch(state=BatchState.DONE, rows=1000, outcomes={Outcome.STORED: 1000})


@pytest.mark.parametrize(
    ("batches", "progress"),
    [
        ((), None),
        ((Batch(), PLANNED, DONE), None),
        ((RUNNING,), RunProgress(3, 10)),
        ((RUNNING, ALSO_RUNNING, PLANNED, DONE), RunProgress(10, 40)),
        ((RUNNING, PAUSED), RunProgress(3, 10)),
        ((PAUSED, DONE), RunProgress(50, 100, is_paused=True)),
        ((PAUSED, PAUSED), RunProgress(100, 200, is_paused=True)),
    ],
)
def test_the_rows_of_running_batches_are_added_up_and_those_of_paused_ones_if_none_runs(
    batches: tuple[Batch, ...], progress: RunProgress | None
) -> None:
    assert run_progress(batches) == progress


def test_the_share_of_the_rows_is_from_0_to_1() -> None:
    assert [RunProgress(*each).share for each in ((0, 4), (1, 4), (4, 4), (0, 0))] == [0, 0.25, 1, 0]
