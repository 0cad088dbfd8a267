"""Unexpected exceptions are shown in Status and logged, and the window stays open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from caseeditor.demo.server import DEMO_TOKEN
from tests.ui.application import unexpected_program

ROOT = Path(unexpected_program.__file__).parents[3]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], str]:
    """Return the texts of Status, and the log, of a run with exceptions that was then closed."""
    folder = tmp_path_factory.mktemp("unexpected")
    ran = subprocess.run(
        [sys.executable, "-m", unexpected_program.__name__, folder],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=30,
        check=True,
    )
    return ran.stdout.splitlines(), (folder / "log" / "caseeditor.log").read_text("utf-8")


def test_an_exception_in_a_slot_and_in_a_thread_is_told_in_status_and_the_window_lives_on(
    said: tuple[list[str], str],
) -> None:
    lines, _ = said
    assert len(lines) == 3
    for line in lines[:2]:
        assert line.startswith("True Something went wrong. What you typed is still here;")
        assert "caseeditor.log" in line or "the log in" in line
    assert lines[2].startswith("False ")


def test_both_are_logged_with_where_they_came_from_and_no_token(said: tuple[list[str], str]) -> None:
    _, log = said
    assert "LookupError" in log
    assert "in step" in log
    assert "ArithmeticError: in a thread" in log
    assert DEMO_TOKEN not in log
