"""Measure the program's speed and print tables: `python -m tests.benchmarks [--help]`. Slow results fail nothing."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from tests.benchmarks.batch import batch_rows
from tests.benchmarks.chart import draw
from tests.benchmarks.figures import Growth, Result, Row, growth_table, table
from tests.benchmarks.gateway import TOKEN
from tests.benchmarks.kept import measure_kept
from tests.benchmarks.programs import Program, build_programs, interpreter_of, program_here
from tests.benchmarks.starts import Starter, idle_rows, memory_rows, start_rows, store_rows
from tests.end_to_end.desktop import Desktop

OUTSIDE = ("start", "memory", "store", "idle", "kept", "batch", "batch-page")
"""Measured on the program as a process, or on its services."""
INSIDE = ("open", "largest", "keys", "queue", "attributes", "submit", "scale", "list")
"""Measured inside the running program."""
NAMES = (*OUTSIDE, *INSIDE)
SHORT = ("start", "kept", "open")
"""The short run only checks that the benchmarks work."""
BATCH_ROWS = 100_000
_IDLE, _AT_LEAST = 60.0, 2
ROOT = Path(__file__).parents[2]


@contextmanager
def gateway() -> Iterator[str]:
    """Run the Social Gateway for the measurements; yields its address."""
    command = (sys.executable, "-m", "tests.benchmarks.gateway")
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield json.loads(process.stdout.readline()) if process.stdout else ""
        finally:
            process.kill()


def measure(
    names: Sequence[str], programs: Sequence[Program], rounds: int, *, is_short: bool = False
) -> Iterator[Result]:
    """Run one measurement after the other, starts and memory for each program."""
    with tempfile.TemporaryDirectory() as folder, Desktop(PYTHONPATH=str(ROOT)) as desktop, gateway() as server:
        desktop.env.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON")
        desktop.store_secret("caseeditor", server, TOKEN)
        starters = [Starter(desktop, program, server, Path(folder)) for program in programs]
        for name in names:
            sys.stderr.write(f"{name}…\n")
            match name:
                case "start":
                    for starter in starters:
                        yield from start_rows(starter, rounds, warm_up=not is_short)
                case "memory":
                    for starter in starters:
                        yield from memory_rows(starter, max(rounds // 3, _AT_LEAST))
                case "store":
                    yield from store_rows(starters[0], server, Path(folder), rounds)
                case "idle":
                    yield from idle_rows(starters[0], _IDLE)
                case "kept":
                    yield from measure_kept(Path(folder), rounds, is_short=is_short)
                case "batch":
                    yield from batch_rows(Path(folder), max(rounds // 5, 1))
                case "batch-page":
                    yield from _apart(desktop, "tests.benchmarks.batch_page", folder, str(BATCH_ROWS))
                case _:
                    yield from _apart(desktop, "tests.benchmarks.inside", name, server, folder, str(rounds))


def _apart(desktop: Desktop, module: str, *arguments: str) -> list[Result]:
    """Measure in a process of its own."""
    done = desktop.run(sys.executable, "-m", module, *arguments, timeout=900)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return msgspec.json.decode(done.stdout, type=list[Result])


def _made_by(programs: Sequence[Program]) -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")
    cores = f"{os.cpu_count()} cores"
    here = interpreter_of(sys.executable)
    pythons = f"starts: {programs[0].interpreter}" + ("" if programs[0].interpreter == here else f", others: {here}")
    return f"python -m tests.benchmarks · {pythons} · {model}, {cores}, Xvfb · {datetime.now(UTC):%Y-%m-%d}"


def main() -> None:
    """Run the selected measurements."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure how fast the program is.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one or more of {', '.join(NAMES)}; default: all")
    parser.add_argument("--rounds", type=int, default=10, help="how often each is measured (10)")
    parser.add_argument("--short", action="store_true", help="only see that the benchmarks work")
    parser.add_argument("--here", action="store_true", help="starts of this checkout only: build no package")
    parser.add_argument("--built", action="store_true", help="starts of the package that was built last")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument("--chart", type=Path, metavar="FILE", help="draw start, memory and growth there, as SVG")
    given = parser.parse_args()
    if unknown := [name for name in given.names if name not in NAMES]:
        parser.error(f"there is no {unknown[0]}")
    names = given.names or (SHORT if given.short else NAMES)
    is_here = given.here or given.short or not {"start", "memory", "store", "idle"} & set(names)
    programs = [program_here()] if is_here else list(build_programs(is_built=given.built))
    found = list(measure(names, programs, 1 if given.short else given.rounds, is_short=given.short))
    rows = [each for each in found if isinstance(each, Row)]
    growths = [each for each in found if isinstance(each, Growth)]
    parts = [table(rows)] + ([growth_table(growths)] if growths else []) + [_made_by(programs)]
    sys.stdout.write("\n\n".join(parts) + "\n")
    if given.json:
        given.json.write_bytes(msgspec.json.format(msgspec.json.encode(found)))
    if given.chart:
        given.chart.write_text(draw(rows, growths, _made_by(programs)), "utf-8")


if __name__ == "__main__":
    main()
