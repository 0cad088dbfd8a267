"""A short soak of a batch; a long one is `python -m tests.faults.batch_soak --rows N --kills N --seed S`."""

from pathlib import Path

from tests.faults.batch_soak import Soak
from tests.faults.server import FaultyServer

ROWS = 120


def test_nothing_is_lost_doubled_or_overwritten_and_the_sums_are_the_rows(tmp_path: Path) -> None:
    with FaultyServer(cases=ROWS) as server:
        soak = Soak(tmp_path / "data", server, ROWS, seed=5)
        soak.run(kills=3)
        soak.check()  # raises LostError, also if the sum of the outcomes is not that of the rows
