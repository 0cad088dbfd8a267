"""One running program per data folder: a second start hands over its cases and server, and exits."""

import errno
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from caseeditor.services.instance import folder_lock, meeting
from caseeditor.services.instance.folder_lock import Holder
from caseeditor.services.instance.holding import Holding
from caseeditor.startup import holder_words
from caseeditor.ui.instance.held_dialog import Choice, HeldDialog
from caseeditor.ui.instance.single_instance import HandedOver, Instance
from tests.support.holders import HOLD, HOLD_AS_0_1_0, IS_ROOT, SQUAT, VISIT, heard, pid
from tests.support.holders import running as holding
from tests.support.time_bounds import is_within

ROOT = Path(__file__).parents[3]
Start = Callable[..., "subprocess.Popen[str]"]
CASE = b'{"cases": ["203"], "server": ""}\n'


@pytest.fixture
def running(data: Path) -> Iterator[Instance]:
    """Hold the data folder, as a running program does."""
    held = Holding(data)
    assert held.take()
    made = Instance(held)
    made.listen()
    yield made
    made.close()


@pytest.fixture
def shared() -> Iterator[Path]:
    """Make a data folder that all users can read and write: a mistake that happens."""
    with tempfile.TemporaryDirectory(prefix="shared-") as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def connected(folder: Path) -> socket.socket:
    return meeting.connect(folder, 2)


def listening(holding: Holding) -> Instance:
    made = Instance(holding)
    made.listen()
    return made


@pytest.fixture
def start(data: Path) -> Iterator[Start]:
    """Start the program in a process."""
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
    with qtbot.waitSignal(running.handed_over) as handed:
        second = start("--server", "https://example.org", "203", "https://example.org/case/5")
    assert handed.args == [HandedOver(("203", "https://example.org/case/5"), "https://example.org")]
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0


def test_a_second_start_without_cases_just_brings_the_first_forward(
    qtbot: QtBot, running: Instance, start: Start
) -> None:
    with qtbot.waitSignal(running.handed_over) as handed:
        second = start()
    assert handed.args == [HandedOver((), "")]
    qtbot.waitUntil(lambda: second.poll() == 0)


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_a_start_that_finds_the_other_just_ended_takes_the_folder(data: Path, running: Instance) -> None:
    second = Holding(data)
    assert not second.take()
    running.close()
    assert not second.hand_over(CASE)
    assert second.is_held
    second.close()


def test_the_folder_is_free_again_once_it_is_given_up(data: Path, running: Instance) -> None:
    other = Holding(data)
    assert not other.take()
    running.close()
    assert other.take()
    other.close()


@pytest.mark.usefixtures("running")
def test_two_folders_are_two_programs(tmp_path: Path) -> None:
    other = Holding(tmp_path / "other")
    assert other.take()
    listening(other).close()
    assert not Holding(tmp_path / "data").take()


@pytest.mark.linux_only("names that are not UTF-8")
def test_a_start_leaves_what_it_has_no_letters_for(qtbot: QtBot, running: Instance, start: Start) -> None:
    with qtbot.waitSignal(running.handed_over) as handed:
        second = start(os.fsdecode(b"2\xff03"))
    assert handed.args == [HandedOver(("2?03",))]
    qtbot.waitUntil(lambda: second.poll() == 0)


# The lock.

BOOT = "3d1219c7-4c54-04aa-a1f6-d2a48adfda41"


@pytest.mark.parametrize(
    "left",
    [
        b"",
        b"\n",
        b"4711\ncaseeditor\nanother-computer\n",
        f"4711\ncaseeditor\nanother-computer\n0123456789abcdef0123456789abcdef\n{BOOT}\n".encode(),
        f"{os.getpid()}\n{Path(sys.executable).resolve().name}\n{folder_lock.computer_name()}\n".encode(),
        f"1\n\n{folder_lock.computer_name()}\n".encode(),
        b"\xff\x00no lock" * 1000,
    ],
    ids=["empty", "a line", "another computer's", "its whole", "a reused pid", "another's pid", "bytes"],
)
def test_a_lock_file_that_nobody_has_locked_holds_nobody_up(data: Path, left: bytes) -> None:
    data.mkdir()
    (data / "running.lock").write_bytes(left)
    made = Holding(data)
    assert made.take()
    assert folder_lock.holder(data).pid == os.getpid()
    made.close()


def test_a_lock_that_a_dead_program_left_is_taken_over(data: Path) -> None:
    with holding(HOLD, data) as dead:
        dead.kill()
        dead.wait()
        made = Holding(data)
        assert made.take()
        made.close()


@pytest.mark.parametrize(("written", "since"), [(-1_000_000_000, "1938-04-24T22:13:20Z"), (0, "1970-01-01T00:00:00Z")])
def test_a_lock_file_without_its_time_has_the_files(data: Path, written: int, since: str) -> None:
    data.mkdir()
    (data / "running.lock").write_bytes(b"4711")
    os.utime(data / "running.lock", (written, written))
    assert folder_lock.holder(data).since == since


def test_who_holds_the_folder_is_written_in_it(data: Path) -> None:
    with holding(HOLD, data) as other:
        made = Holding(data)
        assert not made.take()
        found = made.holder()
        assert (found.pid, found.host) == (pid(other), folder_lock.computer_name())
        assert not found.is_elsewhere
        assert len(found.since) == len("2026-11-27T13:28:00Z")


def test_the_name_of_a_computer_is_the_same_in_any_case() -> None:
    assert not Holder(4711, folder_lock.computer_name().swapcase()).is_elsewhere
    assert Holder(4711, "front-desk").is_elsewhere


def test_a_running_0_1_0_holds_the_folder(data: Path) -> None:
    data.mkdir()
    with holding(HOLD_AS_0_1_0, data) as other:
        made = Holding(data)
        assert not made.take()
        assert made.holder().pid == pid(other)
        assert not made.holder().is_elsewhere
        other.communicate("")  # it deletes its file
        assert made.take()
        assert (data / "running.lock").exists()
        assert not Holding(data).take()
        made.close()


def test_a_0_1_0_is_kept_out_while_we_run_and_let_in_when_we_are_gone(data: Path) -> None:
    made = Holding(data)
    assert made.take()
    old = QLockFile(str(data / "running.lock"))
    old.setStaleLockTime(0)
    for _ in range(2):
        assert not old.tryLock(0)
        assert old.error() is QLockFile.LockError.LockFailedError
        assert old.getLockInfo()[:2] == (os.getpid(), folder_lock.computer_name())
    assert not Holding(data).take()
    made.close()
    assert old.tryLock(0)
    assert not Holding(data).take()
    old.unlock()


def test_what_a_killed_one_left_lets_a_0_1_0_in_even_where_its_pid_lives(data: Path) -> None:
    made = Holding(data)
    assert made.take()
    made.close()
    assert f"{os.getpid()}\n".encode() in (data / "running.lock").read_bytes()
    old = QLockFile(str(data / "running.lock"))
    old.setStaleLockTime(0)
    assert old.tryLock(0)


@pytest.mark.linux_only("locks of fcntl")
def test_a_lock_file_that_was_deleted_meanwhile_counts_for_nothing(data: Path) -> None:
    first, second, third = Holding(data), Holding(data), Holding(data)
    assert first.take()
    (data / "running.lock").unlink()
    assert second.take()
    first.close()
    assert not third.take()
    second.close()


def test_a_folder_that_cant_be_made_keeps_nobody_from_starting(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    made = Holding(tmp_path / "file" / "data")
    assert made.take()
    assert listening(made).messages() == ()
    made.close()


@pytest.mark.linux_only("locks of fcntl")
def test_a_folder_that_knows_no_locks_is_taken_and_that_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def flock(_handle: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", flock)  # no file system here lacks locks
    first, second = Holding(data), Holding(data)
    assert first.take()
    instance = listening(first)
    [message] = instance.messages()
    assert "can't be locked: No locks available." in message.text
    assert not second.take()  # the first instance answers
    instance.close()
    assert second.take()
    second.close()


# The meeting point.


@pytest.mark.linux_only("a socket of Unix in the data folder")
@pytest.mark.parametrize("said", [b"nonsense\n", b'{"cases": 1}\n', b"[]\n", b"x" * 1_000_001, b"[" * 100_000 + b"\n"])
def test_what_is_no_hand_over_is_not_listened_to(qtbot: QtBot, data: Path, running: Instance, said: bytes) -> None:
    told: list[object] = []
    running.handed_over.connect(told.append)
    with connected(data) as line:
        line.setblocking(False)
        rest = [said]

        def is_ended() -> bool:
            try:
                if rest[0]:
                    rest[0] = rest[0][line.send(rest[0]) :]
                return line.recv(2) == b""
            except BlockingIOError:
                return False
            except ConnectionError:
                return True

        qtbot.waitUntil(is_ended)
    assert told == []


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_nothing_but_opening_can_be_asked_for(qtbot: QtBot, data: Path, running: Instance) -> None:
    with connected(data) as line:
        with qtbot.waitSignal(running.handed_over) as handed:
            line.sendall(b'{"cases": ["203"], "server": "", "note": "forged", "submit": true}\n')
        assert handed.args == [HandedOver(("203",))]
        assert line.recv(3) == b"ok"


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_a_hand_over_may_come_in_pieces(qtbot: QtBot, data: Path, running: Instance) -> None:
    with connected(data) as line, qtbot.waitSignal(running.handed_over) as handed:
        line.sendall(CASE[:9])
        QTimer.singleShot(50, lambda: line.sendall(CASE[9:]))
    assert handed.args == [HandedOver(("203",))]


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_a_start_that_leaves_without_a_word_is_forgotten(qtbot: QtBot, data: Path, running: Instance) -> None:
    connected(data).close()
    with connected(data) as line, qtbot.waitSignal(running.handed_over):
        line.sendall(CASE)


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_a_start_is_heard_that_came_before_the_window_was_up(qtbot: QtBot, data: Path) -> None:
    held = Holding(data)
    assert held.take()
    with connected(data) as line:
        line.sendall(CASE)
        made = Instance(held)
        with qtbot.waitSignal(made.handed_over):
            made.listen()
    made.close()


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_a_socket_that_a_dead_program_left_is_replaced(qtbot: QtBot, data: Path) -> None:
    with holding(HOLD, data) as dead:
        dead.kill()
        dead.wait()
        assert (data / "running.socket").exists()
    held = Holding(data)
    assert held.take()
    made = listening(held)
    with connected(data) as line, qtbot.waitSignal(made.handed_over):
        line.sendall(CASE)
    made.close()
    assert not (data / "running.socket").exists()


@pytest.mark.linux_only("a socket of Unix in the data folder")
@pytest.mark.parametrize("letters", [90, 150, 240])
def test_the_folder_may_lie_deep(qtbot: QtBot, tmp_path: Path, letters: int) -> None:
    data = tmp_path / ("d" * letters) / "ñ" / "data"
    held = Holding(data)
    assert held.take()
    assert (data / "running.socket").is_socket()
    made = listening(held)
    with connected(data) as line, qtbot.waitSignal(made.handed_over):
        line.sendall(CASE)
    made.close()


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_where_the_folder_takes_no_socket_it_lies_in_a_short_one(qtbot: QtBot, data: Path) -> None:
    (data / "running.socket" / "in the way").mkdir(parents=True)
    held = Holding(data)
    assert held.take()
    made = listening(held)
    assert made.messages() == ()
    short = Path((data / "running.where").read_text())
    assert short.stat().st_mode & 0o777 == 0o700
    with connected(data) as line, qtbot.waitSignal(made.handed_over):
        line.sendall(CASE)
    made.close()
    assert not short.exists()
    assert not (data / "running.where").exists()


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_that_nobody_can_reach_the_window_is_told_in_it(data: Path) -> None:
    for name in ("running.socket", "running.where"):
        (data / name / "in the way").mkdir(parents=True)
    held = Holding(data)
    assert held.take()
    made = listening(held)
    [message] = made.messages()
    assert message.text.startswith("Links and second starts can't reach this window: ")
    made.close()


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_a_stranger_in_the_meeting_point_is_told_nothing(shared: Path) -> None:
    import fcntl  # noqa: PLC0415 - Linux only

    (shared / "running.lock").write_bytes(b"1\nx\nanother-computer\n")
    with (shared / "running.lock").open("rb") as file, holding(SQUAT, shared) as stranger:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert not Holding(shared).hand_over(CASE)
        assert heard(stranger) == (0 if IS_ROOT else len(CASE))


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_a_stranger_that_connects_is_not_heard(qtbot: QtBot, shared: Path) -> None:
    held = Holding(shared)
    assert held.take()
    made = listening(held)
    (shared / "running.socket").chmod(0o777)
    told: list[object] = []
    made.handed_over.connect(told.append)
    with holding(VISIT, shared) as stranger:
        qtbot.waitUntil(lambda: stranger.poll() is not None)
        assert heard(stranger) == (0 if IS_ROOT else 2)
    assert told == ([] if IS_ROOT else [HandedOver(("203",))])
    made.close()


# No answer.


@pytest.mark.linux_only("signals")
def test_a_program_that_is_stopped_does_not_answer_and_that_is_told_without_a_screen(data: Path, start: Start) -> None:
    with holding(HOLD, data) as stopped:
        stopped.send_signal(signal.SIGSTOP)
        second = start("203")
        _, told = second.communicate(timeout=20)
        assert second.returncode == 1
        assert "already open, but doesn't answer" in told
        assert f"process {stopped.pid} on {socket.gethostname()}" in told


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_the_one_of_another_computer_is_not_waited_for(data: Path, start: Start) -> None:
    with holding(HOLD, data):
        lines = (data / "running.lock").read_text().splitlines()
        (data / "running.lock").write_text("\n".join([lines[0], lines[1], "another-computer", *lines[3:]]))
        (data / "running.socket").unlink()
        began = time.monotonic()
        _, told = start("203").communicate(timeout=60)
        assert is_within(time.monotonic() - began, 4)
        assert "on another-computer has had the data folder since" in told


def shown(holder: Holder) -> tuple[HeldDialog, str, list[QPushButton]]:
    dialog = HeldDialog(holder)
    dialog.show()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    return dialog, words, [button for button in dialog.findChildren(QPushButton) if button.isVisible()]


@pytest.mark.parametrize(
    ("holder", "said"),
    [
        (Holder(4711, folder_lock.computer_name(), "2026-11-27T13:28:00Z"), "isn't responding"),
        (Holder(4711, "another<b>-computer", "2026-11-27T13:28:00Z"), "on another computer: another<b>-computer."),
    ],
)
def test_the_window_says_who_holds_the_folder_since_when(qtbot: QtBot, holder: Holder, said: str) -> None:
    dialog, words, buttons = shown(holder)
    qtbot.addWidget(dialog)
    assert said in words
    assert "Process 4711 has been using the data folder since " in words
    assert "26" in words
    assert {button.text() for button in buttons} == {"Try again", "Start anyway", "Cancel"}
    assert [button.text() for button in buttons if button.isDefault()] == ["Try again"]


@pytest.mark.parametrize(
    ("holder", "said"),
    [
        (Holder(), ""),
        (Holder(since="yesterday"), ""),
        (Holder(pid=4711), "Process 4711 is using the data folder."),
        (Holder(pid=4711, since="yesterday"), "Process 4711 is using the data folder."),
    ],
)
def test_of_a_holder_that_nothing_is_known_of_nothing_is_made_up(qtbot: QtBot, holder: Holder, said: str) -> None:
    dialog, words, _ = shown(holder)
    qtbot.addWidget(dialog)
    advice = "Close it, then try again. If you start anyway, nothing is sent until it closes."
    assert words == " ".join(filter(None, ("⚠  Case Editor is already open, but isn't responding.", said, advice)))


@pytest.mark.parametrize(("since", "is_said"), [("2026-11-27T13:28:00Z", True), ("", False)])
def test_since_when_is_said_only_where_it_is_known(qtbot: QtBot, since: str, *, is_said: bool) -> None:
    dialog, words, _ = shown(Holder(since=since))
    qtbot.addWidget(dialog)
    assert ("It has been using the data folder since " in words) is is_said


@pytest.mark.parametrize(
    ("holder", "said"),
    [
        (Holder(), "."),
        (Holder(pid=4711), ": process 4711 on this computer has the data folder."),
        (Holder(host="nearby", since="2026"), ": another program on nearby has had the data folder since 2026."),
        (Holder(4711, "nearby", "2026"), ": process 4711 on nearby has had the data folder since 2026."),
    ],
)
def test_without_a_window_nothing_is_made_up_either(holder: Holder, said: str) -> None:
    assert holder_words(holder) == f"Case Editor is already open, but doesn't answer{said}"


@pytest.mark.parametrize("choice", Choice)
def test_each_button_is_a_choice_and_closing_is_none(qtbot: QtBot, choice: Choice) -> None:
    dialog, _, buttons = shown(Holder())
    qtbot.addWidget(dialog)
    [button] = [button for button in buttons if button.text().lower() == choice.value]
    button.click()
    assert dialog.choice is choice
    assert not dialog.isVisible()


@pytest.mark.linux_only("a socket of Unix in the data folder")
def test_one_that_was_started_anyway_has_the_folder_once_the_other_ends(qtbot: QtBot, data: Path) -> None:
    with holding(HOLD, data) as other:
        held = Holding(data)
        assert not held.take()
        made = listening(held)
        [message] = made.messages()
        assert "Close that one to send" in message.text
        with qtbot.waitSignal(made.taken):
            other.kill()
        assert made.is_held
        assert made.messages() == ()
        with connected(data) as line, qtbot.waitSignal(made.handed_over):
            line.sendall(CASE)
        made.close()
