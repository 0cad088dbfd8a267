"""Start of the frozen program against that from source, in turn: python packaging/linux/measure.py FROZEN_PROGRAM

Run by a Python that has the same wheel installed, on a screen. Prints medians, their ratio, and memory.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
MOST = 1.1


def check(program: list[str], data: str) -> float:
    """Time `--check`, without a keyring."""
    begun = time.perf_counter()
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    subprocess.run([*program, "--check", "--data-dir", data], env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def window(program: list[str], data: str) -> tuple[float, float]:
    """Time the start until a window is on the screen; memory in MB (PSS) a while after."""
    begun = time.perf_counter()
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    running = subprocess.Popen([*program, "--demo"], env=environment, cwd=data)
    search = ["xdotool", "search", "--onlyvisible", "--name", "Case Editor"]
    # Not with its --sync, which looks twice a second.
    while subprocess.run(search, stdout=subprocess.DEVNULL, check=False).returncode:
        if running.poll() is not None:
            sys.exit(f"{program[0]} ended with {running.returncode}")
        time.sleep(0.005)
    took = time.perf_counter() - begun
    time.sleep(2)
    rollup = Path(f"/proc/{running.pid}/smaps_rollup").read_text("ascii")
    memory = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1000
    running.terminate()
    running.wait()
    return took, memory


def main(frozen: str) -> int:
    programs = {"frozen": [frozen], "source": [sys.executable, "-P", "-m", "caseeditor"]}
    checks: dict[str, list[float]] = {name: [] for name in programs}
    windows: dict[str, list[float]] = {name: [] for name in programs}
    memories: dict[str, list[float]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as data:
        for turn in range(ROUNDS + 1):
            order = list(programs.items())
            for name, program in order if turn % 2 else reversed(order):  # so that neither always comes first
                took = check(program, data)
                shown, memory = window(program, data)
                if turn:  # the first one warms the disk's cache
                    checks[name].append(took)
                    windows[name].append(shown)
                    memories[name].append(memory)
    good = True
    for what, times in (("check", checks), ("window", windows)):
        ratio = statistics.median(times["frozen"]) / statistics.median(times["source"])
        good = good and ratio <= MOST
        spread = ", ".join(f"{name} {statistics.median(each) * 1000:.0f} ms" for name, each in times.items())
        print(f"start, {what}: {spread}: {ratio:.2f} (at most {MOST})")
    print(", ".join(f"memory {name} {statistics.median(each):.0f} MB" for name, each in memories.items()))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
