"""A crash leaves no memory dump, since memory contains the token."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LIMITS = """
import pathlib, sys
from caseeditor.__main__ import main
try:
    main(["--version"])
except SystemExit:
    print(pathlib.Path("/proc/self/limits").read_text())
    print(pathlib.Path("/proc/self/coredump_filter").read_text())
"""


@pytest.mark.linux_only("core files and /proc")
def test_a_crash_writes_no_core_and_a_collector_gets_none_of_the_memory() -> None:
    shell = ["/bin/sh", "-c", 'ulimit -S -c unlimited 2>/dev/null; exec "$@"', "sh"]
    command = [*shell, sys.executable, "-c", LIMITS]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    [limit] = [line for line in told.splitlines() if line.startswith("Max core file size")]
    assert limit.split()[4:6] == ["0", "0"]
    assert told.split()[-1] == "00000000"
