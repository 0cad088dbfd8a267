"""`--demo --check` tells an unexpected exception."""

import os
import subprocess
import sys

import pytest

START = """
import sys
from caseeditor import app
from caseeditor.__main__ import main

def fault(*_, **__):
    raise OverflowError("a fault of the program")

app.{part} = fault
sys.exit(main(["--demo", "--check"]))
"""


@pytest.mark.parametrize("part", ["Instance", "MainWindow", "App.show"])
def test_an_exception_of_the_demo_is_in_the_error_stream_with_its_place(part: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", START.format(part=part)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "in fault" in ran.stderr
    assert "OverflowError: a fault of the program" in ran.stderr
