"""A batch of notes, tags and attributes against a server in trouble, with `kill -9` at random moments.

python -m tests.faults.batch_soak --rows 2000 --kills 50 --seed S

The server loses 2 % of its answers after storing, hangs on 1 % without storing, answers 429 in bursts; colleagues
change fields between plan and run, and while it runs. At the end: each note is stored exactly once, no field that a
colleague changed is overwritten, no row that stopped matching is touched, the sums are the rows, and an undo puts back
every field that is still ours and no other. Prints the figures; exits with 1 at the first fault.
"""

import argparse
import asyncio
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from caseeditor.domain.batch.batch import BatchState, status_text
from caseeditor.domain.batch.row import Outcome, Row
from tests.faults.scripts import drop, empty, stored
from tests.faults.server import FIRST, TOKEN, Call, FaultyServer
from tests.support.batch_office import Office

LOST, HUNG, BURST = 0.02, 0.01, 0.003
"""Shares of updates that are stored without an answer, and that hang; chance of a burst of 429."""
BURST_LENGTH = 6
RIVALS = ("norte", "este", "oeste")
TAG, GUARD = "campaign", "vip"
PATIENCE = 600.0


class LostError(AssertionError):
    """Something was lost, doubled or overwritten."""


class Trouble:
    """The server's misbehaviour: a rule for each update."""

    def __init__(self, server: FaultyServer, chance: random.Random) -> None:
        self._server = server
        self._random = chance
        self._lock = threading.Lock()
        self._left_of_burst = 0
        self.counts: Counter[str] = Counter()
        server.rule_of_all = self

    def __call__(self, call: Call) -> None:
        with self._lock:
            kind = self._kind()
            self.counts[kind] += 1
        match kind:
            case "lost":
                stored(drop)(call)
            case "hung":
                call.pause(2.5)
                call.drop()
            case "too many":
                empty(b"429 Too Many Requests", b"Retry-After: 1")(call)
            case _:
                call.store()
                call.good()

    def _kind(self) -> str:
        if self._left_of_burst:
            self._left_of_burst -= 1
            return "too many"
        drawn = self._random.random()
        if drawn < LOST:
            return "lost"
        if drawn < LOST + HUNG:
            return "hung"
        if drawn < LOST + HUNG + BURST:
            self._left_of_burst = BURST_LENGTH
            return "too many"
        return "good"


class Soak:
    """One run."""

    def __init__(self, folder: Path, server: FaultyServer, rows: int, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - reproducible
        self._folder = folder
        self._server = server
        self._cases = range(FIRST, FIRST + rows)
        self._trouble = Trouble(server, random.Random(seed + 1))  # noqa: S311 - as above
        self._theirs: dict[int, str] = {}
        """The value of the region that a colleague set last, by case."""
        self._untagged: set[int] = set()
        self.kills = 0

    def run(self, kills: int) -> None:
        """Plan, let the colleagues work, run with kills, look at the end."""
        process = self._start()
        self._read_until(process, "planned")
        self._colleagues(len(self._cases) // 40)
        self._untag(len(self._cases) // 50)
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
        ends = time.monotonic() + PATIENCE
        while True:
            is_over = self._wait(process, self._random.uniform(0.4, 2.0) if self.kills < kills else PATIENCE)
            if is_over:
                if process.returncode:
                    raise LostError(f"the program ended with {process.returncode}")
                break
            if time.monotonic() > ends:
                raise LostError("stuck")
            process.kill()
            process.communicate()  # closes its pipes, too
            self.kills += 1
            self._colleagues(2)
            process = self._start()

    def _start(self) -> "subprocess.Popen[str]":
        words = [str(self._folder), self._server.url, TOKEN, json.dumps([self._cases.start, self._cases.stop])]
        command = [sys.executable, "-m", "tests.faults.batch_process", *words]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    @staticmethod
    def _read_until(process: "subprocess.Popen[str]", word: str) -> None:
        for line in process.stdout or ():
            if line.strip() == word:
                return
        raise LostError(f"the program ended before {word}")

    @staticmethod
    def _wait(process: "subprocess.Popen[str]", seconds: float) -> bool:
        """Tell whether a process ended within this time; its output is dropped."""
        try:
            process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _colleagues(self, count: int) -> None:
        """Change the region of some cases that the batch has not changed yet, as a colleague."""
        for case in self._random.sample(self._cases, count):
            with self._server.world.lock:
                if self._server.world.case(case)["region"] in RIVALS:
                    value = self._random.choice(RIVALS[1:])
                    self._server.world.update(case, (("region", value),), by="berta")
                    self._theirs[case] = value

    def _untag(self, count: int) -> None:
        """Take the tag of the search off some cases: they must not be touched."""
        for case in self._random.sample(self._cases, count):
            self._server.world.retag(case, [], [GUARD])
            self._untagged.add(case)

    # The end.

    def check(self) -> None:
        """Compare the server with the results, then take the batch back."""
        self._server.rule_of_all = None
        asyncio.run(self._check_results())

    async def _check_results(self) -> None:
        async with Office(self._folder, self._server.url, TOKEN, patience=PATIENCE) as office:
            batch = (await office.backend.batches(self._server.url, office.user))[0]
            print(status_text(batch))  # noqa: T201 - the result
            if sum(batch.outcomes.values()) != len(self._cases):
                raise LostError(f"the sum of {batch.outcomes} is not {len(self._cases)}")
            for row in (await office.rows(batch.number)).values():
                self._check_row(row)
            await self._undo(office, batch.number)

    def _check_row(self, row: Row) -> None:
        """Compare a case with the outcome of its row. A row that was rejected left no trace."""
        case = int(row.case_id)
        now, notes = self._server.world.case(case), self._server.stored(case)
        if (row.outcome is Outcome.SKIPPED) is not (case in self._untagged):
            raise LostError(
                f"{case} is {row.outcome}, and it {'no longer' if case in self._untagged else 'still'} matches"
            )
        is_done = row.outcome in (Outcome.STORED, Outcome.MOVED, Outcome.ALREADY_SO)
        if not is_done and row.outcome not in (Outcome.SKIPPED, Outcome.REJECTED):
            raise LostError(f"{case} is {row.outcome}")
        if notes != ([f"Row {case}: call back"] if is_done else []) or (TAG in now["tags"]) is not is_done:
            raise LostError(f"{case} is {row.outcome}, with the notes {notes} and the tags {now['tags']}")
        wanted = self._theirs.get(case, "sur" if is_done else "norte")
        if now["region"] != wanted:
            raise LostError(f"{case} is {row.outcome}, with the region {now['region']} instead of {wanted}")

    async def _undo(self, office: Office, number: int) -> None:
        before = {case: self._server.world.case(case)["region"] for case in self._cases}
        rival = {case for case in self._random.sample(self._cases, len(self._cases) // 20) if before[case] == "sur"}
        for case in rival:
            self._server.world.update(case, (("region", "este"),), by="berta")
        undo = (await office.backend.make_undo(number)).number
        await office.until(lambda each: each.state is BatchState.PLANNED, undo)
        batch = await office.run(undo)
        if batch.state is not BatchState.DONE:
            raise LostError(f"the undo is {status_text(batch)}, {batch.pause}")
        for case in self._cases:
            region = self._server.world.case(case)["region"]
            wanted = "este" if case in rival else "norte" if before[case] == "sur" else before[case]
            if region != wanted:
                raise LostError(f"after the undo, {case} has {region} instead of {wanted}")
            if TAG in self._server.world.case(case)["tags"]:
                raise LostError(f"after the undo, {case} has the tag")

    def figures(self) -> dict[str, Any]:
        """Return what happened."""
        return {"kills": self.kills, "rivals": len(self._theirs), "no longer matching": len(self._untagged)} | dict(
            self._trouble.counts
        )


def main() -> int:
    """Run, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.monotonic()
    with FaultyServer(cases=given.rows) as server, tempfile.TemporaryDirectory(prefix="batch-") as folder:
        soak = Soak(Path(folder) / "data", server, given.rows, given.seed)
        try:
            soak.run(given.kills)
            soak.check()
        except LostError as lost:
            print(f"FAULT with seed {given.seed}: {lost}", soak.figures())  # noqa: T201 - the result
            return 1
        print("ok", soak.figures(), f"{time.monotonic() - began:.0f} s")  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main())
