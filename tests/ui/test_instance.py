"""One running program a data folder: a second start hands its cases over, with their server, and leaves."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from caseeditor.ui.instance import HandedOver, Instance

ROOT = Path(__file__).parents[2]
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def running(data: Path) -> Iterator[Instance]:
    """Hold the data folder as the program that runs already does."""
    made = Instance(data)
    assert made.take()
    made.listen()
    yield made
    made.close()


@pytest.fixture
def start(data: Path) -> Iterator[Start]:
    """Start the program, as a program."""
    started: list[subprocess.Popen[str]] = []

    def make(*arguments: str) -> "subprocess.Popen[str]":
        program = subprocess.Popen(
            [sys.executable, "-m", "caseeditor", "--data-dir", str(data), *arguments],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(program)
        return program

    yield make
    for program in started:
        program.kill()
        program.communicate()


def test_a_second_start_hands_its_cases_and_their_server_over_and_leaves(
    qtbot: QtBot, running: Instance, start: Start
) -> None:
    with qtbot.waitSignal(running.handed_over, timeout=15_000) as handed:
        second = start("--server", "https://example.org", "203", "https://example.org/case/5")
    assert handed.args == [HandedOver(("203", "https://example.org/case/5"), "https://example.org")]
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0


def test_a_second_start_without_cases_just_brings_the_first_forward(
    qtbot: QtBot, running: Instance, start: Start
) -> None:
    with qtbot.waitSignal(running.handed_over, timeout=15_000) as handed:
        second = start()
    assert handed.args == [HandedOver((), "")]
    qtbot.waitUntil(lambda: second.poll() == 0)


def test_one_that_ended_meanwhile_takes_nothing(data: Path, running: Instance) -> None:
    second = Instance(data)
    assert not second.take()
    running.close()
    assert not second.hand_over(HandedOver(("203",)))


def test_the_folder_is_free_again_once_it_is_given_up(data: Path, running: Instance) -> None:
    other = Instance(data)
    assert not other.take()
    running.close()
    assert other.take()
    other.close()


@pytest.mark.usefixtures("running")
def test_two_folders_are_two_programs(tmp_path: Path) -> None:
    other = Instance(tmp_path / "other")
    assert other.take()
    other.listen()
    other.close()
    assert not Instance(tmp_path / "data").take()


HOLD_AND_DIE = """
import os, pathlib, sys
from caseeditor.ui.instance import Instance
held = Instance(pathlib.Path(sys.argv[1]))
os._exit(0 if held.take() else 1)
"""


def test_a_lock_that_a_dead_program_left_is_taken_over(data: Path) -> None:
    subprocess.run([sys.executable, "-c", HOLD_AND_DIE, data], cwd=ROOT, check=True)
    assert (data / "running.lock").exists()
    made = Instance(data)
    assert made.take()
    made.close()


def test_a_folder_that_cant_be_made_keeps_nobody_from_starting(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    made = Instance(tmp_path / "file" / "data")
    assert made.take()
    made.close()


@pytest.mark.parametrize("said", [b"nonsense\n", b'{"cases": 1}\n', b"[]\n", b"x" * 1_000_001])
def test_what_is_no_hand_over_is_not_listened_to(qtbot: QtBot, running: Instance, said: bytes) -> None:
    heard: list[object] = []
    running.handed_over.connect(heard.append)
    line = QLocalSocket()
    with qtbot.waitSignal(line.disconnected):
        line.connectToServer(running.name)
        line.write(said)
    assert heard == []


def test_nothing_but_opening_can_be_asked_for(qtbot: QtBot, running: Instance) -> None:
    line = QLocalSocket()
    with qtbot.waitSignal(running.handed_over) as handed:
        line.connectToServer(running.name)
        line.write(b'{"cases": ["203"], "server": "", "note": "forged", "submit": true}\n')
    assert handed.args == [HandedOver(("203",))]
    qtbot.waitUntil(lambda: line.bytesAvailable() == 2)
    assert line.readAll() == b"ok"
