"""Compare the start of the frozen program with that from source: python measure.py FROZEN_PROGRAM PYTHON

Needs a Python with the same wheel installed, and a screen. Prints times, their ratios, and memory. PYTHON is
interpreter.c linked with the frozen program's own libpython: the limit is for the overhead of freezing, so both run on
one interpreter. For comparison, the start from source is also timed on this Python. Debian's has a built-in,
profile-optimised interpreter and needs a sixth less for everything; PyInstaller cannot use it.

The limit applies to processor time in the fastest third of the rounds: other load only adds to it, and adds more for
the program with more files. Medians of the wall clock are printed too.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

ROUNDS = 31
MEMORY_ROUNDS = 5
MOST = 1.1
OTHER = "source on Debian's Python"
Times = tuple[float, float]
"""Seconds of wall clock and of processor time."""
Program = tuple[list[str], str | None]
"""The first arguments, and the executable if it is not the first: Python finds its packages by its name."""


def start(program: Program, folder: str, *words: str, **environment: str) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, **environment}
    command, executable = program
    return subprocess.Popen(
        [*command, *words], executable=executable, env=environment, cwd=folder, stdout=subprocess.DEVNULL
    )


def check(program: Program, data: str) -> Times:
    """Time `--check` without a keyring."""
    begun = time.perf_counter()
    running = start(
        program, data, "--check", "--data-dir", data, PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring"
    )
    _, status, used = os.wait4(running.pid, 0)
    took = time.perf_counter() - begun
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        sys.exit(f"{program[0][0]} --check ended with {running.returncode}")
    return took, used.ru_utime + used.ru_stime


def processor_seconds(pid: int) -> float:
    """Return the processor time of a process with all its threads (CPUCLOCK_SCHED on Linux)."""
    return time.clock_gettime((~pid << 3) | 2)


def window(program: Program, data: str, *, is_memory_wanted: bool) -> tuple[Times, float]:
    """Time the start until a window is visible; return memory in MB (PSS) after 2 s, 0 if not requested."""
    begun = time.perf_counter()
    running = start(program, data, "--demo", QT_QPA_PLATFORM="xcb")
    search = ["xdotool", "search", "--onlyvisible", "--name", "Case Editor"]
    # xdotool's --sync polls only twice a second.
    while subprocess.run(search, stdout=subprocess.DEVNULL, check=False).returncode:
        if running.poll() is not None:
            sys.exit(f"{program[0][0]} ended with {running.returncode}")
        time.sleep(0.005)
    times = time.perf_counter() - begun, processor_seconds(running.pid)
    memory = 0.0
    if is_memory_wanted:
        time.sleep(2)
        rollup = Path(f"/proc/{running.pid}/smaps_rollup").read_text("ascii")
        memory = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1000
    running.terminate()
    running.wait()
    return times, memory


def line(what: str, times: Mapping[str, list[float]], share: int) -> tuple[str, float]:
    """Return a line with the medians, and the ratio frozen to source, for the fastest one in `share` rounds."""
    medians = {name: statistics.median(sorted(each)[: len(each) // share]) for name, each in times.items()}
    ratio = medians["frozen"] / medians["source"]
    spread = ", ".join(f"{name} {median * 1000:.0f} ms" for name, median in medians.items())
    on_another = medians["frozen"] / medians[OTHER]
    return f"start, {what}: {spread}: {ratio:.2f}, {on_another:.2f} of {OTHER}", ratio


def main(frozen: str, interpreter: str) -> int:
    from_source = [sys.executable, "-P", "-m", "caseeditor"]
    programs: dict[str, Program] = {
        "frozen": ([frozen], None),
        "source": (from_source, interpreter),
        OTHER: (from_source, None),
    }
    checks: dict[str, list[Times]] = {name: [] for name in programs}
    windows: dict[str, list[Times]] = {name: [] for name in programs}
    memories: dict[str, list[float]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as data:
        for turn in range(ROUNDS + 1):
            order = list(programs.items())
            for name, program in order if turn % 2 else reversed(order):  # alternates the order
                took = check(program, data)
                shown, memory = window(program, data, is_memory_wanted=0 < turn <= MEMORY_ROUNDS)
                if turn:  # the first round warms the disk cache
                    checks[name].append(took)
                    windows[name].append(shown)
                if memory:
                    memories[name].append(memory)
    good = True
    for what, found in (("check", checks), ("window", windows)):
        clock, processor = ({name: [each[of] for each in times] for name, times in found.items()} for of in (0, 1))
        print(line(f"{what}, clock", clock, 1)[0])
        text, ratio = line(f"{what}, processor", processor, 3)
        print(f"{text} (at most {MOST})")
        good = good and ratio <= MOST
    print(", ".join(f"memory {name} {statistics.median(each):.0f} MB" for name, each in memories.items()))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
