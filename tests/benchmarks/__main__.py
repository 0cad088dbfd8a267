"""Measures how fast the program is, and prints a table: `python -m tests.benchmarks [--help]`. It fails nothing."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from tests.benchmarks.figures import Growth, Result, Row, growth_table, table
from tests.benchmarks.gateway import TOKEN
from tests.benchmarks.starts import Starter, idle_rows, memory_rows, start_rows, store_rows
from tests.end_to_end.desktop import Desktop

OUTSIDE = ("start", "memory", "store", "idle")
INSIDE = ("open", "largest", "keys", "attributes", "submit", "scale", "list")
NAMES = (*OUTSIDE, *INSIDE)


@contextmanager
def gateway() -> Iterator[str]:
    """Run the Social Gateway that is measured against; gives its address."""
    command = (sys.executable, "-m", "tests.benchmarks.gateway")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield json.loads(process.stdout.readline()) if process.stdout else ""
        finally:
            process.kill()


def inside(desktop: Desktop, name: str, server: str, folder: str, rounds: int) -> list[Result]:
    """Measure in a program of its own, in a real window."""
    command = (sys.executable, "-m", "tests.benchmarks.inside", name, server, folder, str(rounds))
    done = desktop.run(*command, timeout=900)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return msgspec.json.decode(done.stdout, type=list[Result])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure how fast the program is.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one or more of {', '.join(NAMES)}; default: all")
    parser.add_argument("--rounds", type=int, default=10, help="how often each is measured (10)")
    given = parser.parse_args()
    names = given.names or NAMES
    rows: list[Result] = []
    with tempfile.TemporaryDirectory() as folder, Desktop(PYTHONPATH=str(Path.cwd())) as desktop, gateway() as server:
        desktop.env.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON")
        desktop.store_secret("caseeditor", server, TOKEN)
        starter = Starter(desktop, server, Path(folder))
        if "start" in names:
            rows += start_rows(starter, given.rounds)
        if "memory" in names:
            rows += memory_rows(starter, max(given.rounds // 3, 2))
        if "store" in names:
            rows += store_rows(starter, server, Path(folder), given.rounds)
        if "idle" in names:
            rows += idle_rows(starter, 60)
        for name in INSIDE:
            if name in names:
                rows += inside(desktop, name, server, folder, given.rounds)
    sys.stdout.write(table([row for row in rows if isinstance(row, Row)]) + "\n\n")
    sys.stdout.write(growth_table([row for row in rows if isinstance(row, Growth)]) + "\n")


if __name__ == "__main__":
    main()
