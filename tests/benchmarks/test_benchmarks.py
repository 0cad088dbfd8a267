"""The benchmarks work. Their figures fail no test."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.benchmarks import batch
from tests.benchmarks.figures import Figure, Growth, Result, Row, beyond

ROOT = Path(__file__).parents[2]


def test_the_short_form_measures_tells_and_draws(tmp_path: Path) -> None:
    figures, chart = tmp_path / "figures.json", tmp_path / "chart.svg"
    command = [sys.executable, "-m", "tests.benchmarks", "--short", "--json", str(figures), "--chart", str(chart)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = msgspec.json.decode(figures.read_bytes(), type=list[Result])
    rows = [each for each in found if isinstance(each, Row)]
    assert {row.what for row in rows if row.is_ratio} == {
        f"{what}{by}"
        for what in (
            "start to the whole window",
            "start until the queue is shown",
            "start with a case until it is shown",
        )
        for by in ("", ", processor time")
    }
    assert all(row.measured.median > 0 for row in rows)
    assert next(each.sizes for each in found if isinstance(each, Growth)) == (10, 100)
    assert all(row.what in done.stdout for row in rows)
    assert "Cost against size" in chart.read_text("utf-8")


def test_a_batch_is_compared_with_a_bare_loop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "RUNS", ((12, 0.01),))
    monkeypatch.setattr(batch, "BEGINNING", 8)
    rows = list(batch.batch_rows(tmp_path, 1))
    assert [row.is_ratio for row in rows] == [True, True, False, False]
    assert all(row.measured.median > 0 for row in rows)
    assert rows[2].measured.median == 2


def test_the_page_of_a_batch_is_measured(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.batch_page", str(tmp_path), "200"]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = msgspec.json.decode(done.stdout, type=list[Row])
    assert [row.what for row in rows if "ids are pasted" in row.what]


def test_a_row_says_whether_goal_and_must_are_met() -> None:
    took, bare = Figure.of([40.0, 30.0, 50.0]), Figure.of([10.0])
    assert [beyond("", took, bare, goal, must).confirmation for goal, must in ((30, 60), (29, 30), (15, 29))] == [
        "goal",
        "met",
        "NOT MET",
    ]
    assert beyond("", took, bare).confirmation == ""
    assert Figure.at_share(range(1, 101), 0.99).median == 99
