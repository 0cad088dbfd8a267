"""The program's end while a thread for blocking work is stuck inside a library."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.application import stuck_program

ROOT = Path(stuck_program.__file__).parents[3]


@pytest.mark.linux_only("only there does the keyring need a library in Rust")
def test_the_program_ends_well_while_the_keyrings_library_is_at_work(tmp_path: Path) -> None:
    """A thread that the interpreter's end meets in Rust aborts the process."""
    ran = subprocess.run(
        [sys.executable, "-m", stuck_program.__name__, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
