"""Starts of the program as a process, observed from outside: time to paint, memory, processor time when idle."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from tests.benchmarks.figures import BY_PROCESSOR, Figure, Row, plain, ratio
from tests.benchmarks.fill import fill
from tests.benchmarks.programs import Program
from tests.benchmarks.screen import Screen
from tests.end_to_end.desktop import Desktop

T = TypeVar("T")
CASE = "203"
_TITLE = f"– {CASE} –"
_PER_SECOND = os.sysconf("SC_CLK_TCK")
_MIB = 1024
_AVATARS = (30, 150, 400)
"""A column of pixels through the initials of the queue's rows: its x, top and height."""
_COLOURS = 12
"""More than an empty list has in it, and fewer than rows."""
DRAFTS, SUBMISSIONS = 1_000, 10_000


class Seen(NamedTuple):
    """Time of an observation (ms), and the processor time used by then, which is the steadier figure."""

    after: float
    cpu: float = 0.0


class Starter:
    """Starts a program on a desktop, one at a time. Data folders are named, and belong to the program."""

    def __init__(self, desktop: Desktop, program: Program, server: str, folder: Path) -> None:
        self.name = program.name
        self._desktop = desktop
        self._empty = program.empty
        self._command = program.command
        self._env = {name: value for name, value in desktop.env.items() if name != "PYTHONPATH"} | program.env
        self._server = server
        self._folder = folder
        self._screen = Screen(desktop.env["DISPLAY"])

    @contextmanager
    def _running(self, command: Sequence[str]) -> Iterator[tuple["subprocess.Popen[bytes]", float]]:
        self._screen.forget()
        began = time.monotonic()
        process = subprocess.Popen(command, env=self._env, cwd=self._folder, stdin=subprocess.DEVNULL)
        try:
            yield process, began
        finally:
            process.kill()
            process.wait()

    def _seen(self, pid: int, after: float) -> Seen:
        tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
        return Seen(after, sum(int(task.read_text("ascii").split()[0]) for task in tasks) / 1e6)

    def _program(self, data: str, *words: str) -> tuple[str, ...]:
        folder = self._folder / f"{self.name or 'source'} {data}"
        return (*self._command, "--data-dir", str(folder), "--server", self._server, *words)

    def empty_start(self) -> Seen:
        with self._running(self._empty) as (process, began):
            return self._seen(process.pid, (self._screen.wait_painted() - began) * 1000)

    def start(self, data: str) -> Seen:
        """Return the ms from the start until the window is painted."""
        with self._running(self._program(data)) as (process, began):
            return self._seen(process.pid, (self._screen.wait_painted() - began) * 1000)

    def case_start(self, data: str) -> Seen:
        """Return the ms from the start until the case is read and painted and the window's title is set."""
        with self._running(self._program(data, CASE)) as (process, began):
            return self._seen(process.pid, (self._screen.wait_title(_TITLE) - began) * 1000)

    def queue_start(self, data: str) -> Seen:
        """Return the ms from the start until rows of the queue are painted."""
        with self._running(self._program(data)) as (process, began):
            self._screen.wait_painted()
            return self._seen(process.pid, (self._screen.wait_colours(*_AVATARS, _COLOURS) - began) * 1000)

    def empty_memory(self) -> float:
        with self._running(self._empty) as (process, _):
            self._screen.wait_painted()
            return _memory_at_rest(process.pid)

    def memory(self, data: str) -> float:
        with self._running(self._program(data, CASE)) as (process, _):
            self._screen.wait_title(_TITLE)
            return _memory_at_rest(process.pid)

    def idle(self, data: str, seconds: float) -> float:
        """Return the processor use of an open case with the focus in its subject, in per cent."""
        with self._running(self._program(data, CASE)) as (process, _):
            self._screen.wait_title(_TITLE)
            (window,) = self._desktop.windows_of(process.pid)
            self._desktop.focus_window(window)  # its caret blinks
            time.sleep(12)  # until the deferred work of a start is done, and the caret rests
            before = _ticks(process.pid)
            time.sleep(seconds)  # the measured stretch, without any input
            return (_ticks(process.pid) - before) / _PER_SECOND / seconds * 100

    def hand_over(self, data: str, rounds: int) -> list[float]:
        """Return the ms of each second start that hands over a case and exits."""
        with self._running(self._program(data, CASE)):
            self._screen.wait_title(_TITLE)
            time.sleep(1)  # until it listens for other starts, half a second after its own
            return [self.timed(self._program(data, CASE)) for _ in range(rounds)]

    def check(self, data: str) -> Seen:
        return Seen(self.timed((*self._program(data), "--check")))

    def timed(self, command: Sequence[str]) -> float:
        began = time.monotonic()
        subprocess.run(command, env=self._env, cwd=self._folder, stdout=subprocess.DEVNULL, check=False)
        return (time.monotonic() - began) * 1000


def _memory_at_rest(pid: int) -> float:
    """Return the resident memory (MiB) after 3 s."""
    time.sleep(3)  # the budget is defined for 3 s after the start
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) / _MIB


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def in_turn(rounds: int, *measures: Callable[[], T], warm_up: int = 1) -> list[list[T]]:
    """Run the measurements alternately, round after round, so that disturbances affect all of them alike."""
    found: list[list[T]] = [[] for _ in measures]
    for turn in range(rounds + warm_up):
        for values, measure in zip(found, measures, strict=True):
            value = measure()
            if turn >= warm_up:
                values.append(value)
    return found


def _by_clock(seen: list[Seen]) -> Figure:
    return Figure.of(each.after for each in seen)


def _by_cpu(seen: list[Seen]) -> Figure:
    return Figure.of(each.cpu for each in seen)


def start_rows(starter: Starter, rounds: int, *, warm_up: int = 1) -> list[Row]:
    """Compare starts with an empty window's, in elapsed and in processor time."""
    empty, start, queue, case = in_turn(
        rounds,
        starter.empty_start,
        lambda: starter.start("bare"),
        lambda: starter.queue_start("bare"),
        lambda: starter.case_start("fresh"),
        warm_up=warm_up,
    )
    handed = Figure.of(starter.hand_over("handed", rounds))
    before = f"{starter.name}: " if starter.name else ""
    starts = (
        ("start to the whole window", start, (1.5, 1.7)),
        ("start until the queue is shown", queue, (2.7, 3.2)),
        ("start with a case until it is shown", case, (2.8, 3.2)),
    )
    by_clock = [ratio(f"{before}{what}", "ms", _by_clock(seen), _by_clock(empty), at) for what, seen, at in starts]
    by_cpu = [
        ratio(f"{before}{what}, {BY_PROCESSOR}", "ms", _by_cpu(seen), _by_cpu(empty), at) for what, seen, at in starts
    ]
    return [*by_clock, *by_cpu, plain(f"{before}a second start hands its case over", "ms", handed, 30, 45)]


def memory_rows(starter: Starter, rounds: int) -> list[Row]:
    empty, program = in_turn(rounds, starter.empty_memory, lambda: starter.memory("fresh"), warm_up=0)
    what = f"{starter.name}: memory" if starter.name else "memory"
    bounds = (1.7, 1.9)
    return [ratio(f"{what} after 3 s, a case and the queue open", "MiB", Figure.of(program), Figure.of(empty), bounds)]


def idle_rows(starter: Starter, seconds: float) -> list[Row]:
    idle = Figure.of([starter.idle("fresh", seconds)])
    return [
        plain("idle: a case open, the focus in its subject, the queue refreshed each minute", "%", idle, 0.1, 0.5),
        plain("of the machine: a wake of bare Python after 2 s, processor time", "ms", Figure.of(_wakes())),
        plain("of the machine: the same work while it is awake", "ms", Figure.of(_wakes(pause=0))),
    ]


def _wakes(count: int = 5, pause: float = 2.0) -> Iterator[float]:
    """Yield the processor time (ms) of a little work after a pause (s); on some machines it grows a thousandfold."""
    for _ in range(count):
        time.sleep(pause)  # the pause is what is measured
        began = time.thread_time()
        json.loads(json.dumps({"a": [1, 2.5, "b"], "c": {"d": None}}))
        yield (time.thread_time() - began) * 1000


def store_rows(starter: Starter, server: str, folder: Path, rounds: int) -> list[Row]:
    """Compare starts and checks of a full store with those of an empty one."""
    fill(folder / f"{starter.name or 'source'} full", server, drafts=DRAFTS, submissions=SUBMISSIONS)
    start, full_start, case, full_case, check, full_check = in_turn(
        rounds,
        lambda: starter.start("bare"),
        lambda: starter.start("full"),
        lambda: starter.case_start("fresh"),
        lambda: starter.case_start("full"),
        lambda: starter.check("fresh"),
        lambda: starter.check("full"),
    )
    kept = f"{DRAFTS:,} drafts, {SUBMISSIONS:,} submissions kept"
    return [
        ratio(f"start, {kept} ÷ none", "ms", _by_clock(full_start), _by_clock(start), (1.1, 1.1)),
        ratio(f"start with a case, {kept} ÷ none", "ms", _by_clock(full_case), _by_clock(case), (1.1, 1.1)),
        ratio(f"start, {kept}, processor time", "ms", _by_cpu(full_start), _by_cpu(start), (1.1, 1.1)),
        ratio(f"start with a case, {kept}, processor time", "ms", _by_cpu(full_case), _by_cpu(case), (1.1, 1.1)),
        ratio(f"--check, {kept} ÷ none", "ms", _by_clock(full_check), _by_clock(check), (1.1, 1.1)),
    ]
