"""A batch beside a bare httpx loop that makes the same calls, on a server that answers after a pause.

Both use four connections at most; the batch starts with one and adds the others while the server stays quick. The
batch's rows are planned before. Each server is a process of its own, the loop and the batch take turns.
"""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx

from caseeditor.domain.batch.batch import BatchState, Options
from caseeditor.domain.batch.pace import MOST
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.row import Outcome
from caseeditor.domain.timeouts import Timing
from tests.benchmarks.figures import Figure, Row, plain, ratio
from tests.faults.server import FIRST, TOKEN
from tests.support.batch_office import Office

SHORT, LONG = 300, 2_000
RUNS = ((SHORT, 0.05), (SHORT, 0.15), (LONG, 0.05))
"""Rows, and the seconds before each answer."""
ROWS_TO_PAUSE, UNTIL_PAUSE = 100, 20
BEGINNING = 100
"""Calls after which a batch that was not disturbed has all its connections."""
RECIPE = Recipe(notes=("Call {case.id}",))
_SHARE = 1 / 0.9
"""The batch's throughput is at least 90 % of the loop's: of a long run, and of a short one once it has all its
connections. It begins with one, which costs about a second."""
_PATIENCE = 600.0
ROOT = Path(__file__).parents[2]


class Run(NamedTuple):
    """A run of all rows: its duration (s), that of all but the BEGINNING, and the calls a row."""

    whole: float
    steady: float
    calls: float


class Measured(NamedTuple):
    """The loop, the batch, and the ms from the last answer to *paused*."""

    bare: Run
    batch: Run
    paused: float


class PacedServer:
    """The server's process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.url: str = json.loads(self._line())

    def answered(self) -> list[float]:
        """Return the times of the answers since the last call (s)."""
        if self._process.stdin:
            self._process.stdin.write("\n")
            self._process.stdin.flush()
        times: list[float] = json.loads(self._line())
        return times

    def _line(self) -> str:
        return self._process.stdout.readline() if self._process.stdout else ""


@contextmanager
def paced_server(seconds: float, cases: int) -> Iterator[PacedServer]:
    """Run a server that answers after a pause."""
    command = (sys.executable, "-m", "tests.benchmarks.paced_server", str(seconds), str(cases))
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield PacedServer(process)
        finally:
            process.kill()


def batch_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Compare, for each number of rows and pause."""
    for rows, pause in RUNS:
        places = [folder / f"batch-{rows}-{pause}-{turn}" for turn in range(1 if rows == LONG else rounds)]
        runs = [_measured(each, rows, pause, batch_first=turn % 2 == 1) for turn, each in enumerate(places)]
        what = f"{rows} rows, {pause * 1000:.0f} ms a call"
        for part, name in (("whole", "a batch ÷ bare httpx"), ("steady", f"the same after {BEGINNING} calls")):
            batch, bare = (Figure.of(getattr(getattr(run, side), part) for run in runs) for side in ("batch", "bare"))
            most = (1.05, _SHARE) if rows == LONG or part == "steady" else (0.0, 0.0)
            yield ratio(f"{what}: {name}", "s", batch, bare, most)
        yield plain(f"{what}: calls a row", "", Figure.of(run.batch.calls for run in runs), 2.0, 2.1)
        yield plain(f"{what}: paused after the last answer", "ms", Figure.of(run.paused for run in runs), 250, 1_000)


def _measured(folder: Path, rows: int, pause: float, *, batch_first: bool) -> Measured:
    with paced_server(pause, 2 * rows + ROWS_TO_PAUSE) as server:
        return asyncio.run(_measure(server, folder, rows, batch_first=batch_first))


async def _measure(server: PacedServer, folder: Path, rows: int, *, batch_first: bool) -> Measured:
    cases = range(FIRST, FIRST + 2 * rows + ROWS_TO_PAUSE)
    if not batch_first:
        bare = await _bare(server, cases[:rows])
    async with Office(folder, server.url, TOKEN, timing=Timing(), patience=_PATIENCE) as office:
        batch = await _batch(server, office, cases[rows : 2 * rows])
        paused = await _pause(server, office, cases[2 * rows :])
    if batch_first:
        bare = await _bare(server, cases[:rows])
    return Measured(bare, batch, paused)


def _run(began: float, answered: Sequence[float], rows: int) -> Run:
    """Make the figures of a run that is just over."""
    now = time.monotonic()
    return Run(now - began, now - answered[min(BEGINNING, len(answered)) - 1], len(answered) / rows)


async def _bare(server: PacedServer, cases: range) -> Run:
    """Read each case and add a note, over as many connections as a batch."""
    server.answered()
    left = iter(cases)
    limits = httpx.Limits(max_connections=MOST)
    async with httpx.AsyncClient(base_url=f"{server.url}/api/v2/", limits=limits, trust_env=False) as client:

        async def work() -> None:
            for case in left:
                (await client.get(f"case/{case}", params={"access_token": TOKEN})).raise_for_status()
                form = {"access_token": TOKEN, "note": f"Call {case}"}
                (await client.post(f"case/{case}", data=form)).raise_for_status()

        began = time.monotonic()
        await asyncio.gather(*(work() for _ in range(MOST)))
        return _run(began, server.answered(), len(cases))


async def _batch(server: PacedServer, office: Office, cases: range) -> Run:
    """Run a planned batch."""
    number = await office.planned(RECIPE, cases, options=Options(canary=False))
    server.answered()
    began = time.monotonic()
    batch = await office.run(number)
    run = _run(began, server.answered(), len(cases))
    if batch.state is not BatchState.DONE:
        raise RuntimeError(f"{batch.outcomes}, {batch.pause}")
    await office.until(lambda batch: batch.outcomes == {Outcome.STORED: len(cases)}, number)
    return run


async def _pause(server: PacedServer, office: Office, cases: range) -> float:
    """Pause a batch that runs; return the ms from the last answer until it is paused."""
    number = await office.planned(RECIPE, cases, options=Options(canary=False))
    office.news.clear()
    await office.backend.run_batch(number)
    await office.until(lambda batch: batch.outcomes.get(Outcome.STORED, 0) >= UNTIL_PAUSE, number)
    await office.backend.pause_batch(number)  # it is paused, also on disk, on return
    paused = time.monotonic()
    await office.until(lambda batch: batch.state is BatchState.PAUSED, number)
    return (paused - server.answered()[-1]) * 1000
