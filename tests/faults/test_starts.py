"""One submission for any number of key presses, one program per data folder, and a clock that jumps."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.conftest import Start
from tests.faults.editor import Editor
from tests.faults.fork_server import ROOT
from tests.faults.scripts import good, hang, held, kept, landing, reset, stored
from tests.faults.server import Call, FaultyServer

NOTE = "llamar mañana"
DAY = 86_400
HOST = socket.gethostname()
PYTHON = Path(sys.executable).resolve().name


def test_a_click_repeated_before_the_window_is_drawn_is_one_post(
    editor: Editor, server: FaultyServer, case: int
) -> None:
    editor.open(case)
    editor.fill("New note", NOTE)
    editor.click("Submit", times=5)
    editor.until_said("Submitted: stored at")
    editor.click("Submit")
    editor.until_said("Nothing to submit: no changes")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_the_case_in_two_windows_is_one_tab_and_one_post(start: Start, server: FaultyServer, case: int) -> None:
    editor = start(case)
    editor.fill("New note", NOTE)
    with Editor(editor.data, server.url, case, home=editor.home) as second:
        assert second.wait_exit() == 0
    editor.until_seen("is already open")
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_two_programs_on_one_data_folder_the_second_hands_over_and_leaves(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    other = server.fresh()
    with Editor(editor.data, server.url, other, home=editor.home) as second:
        assert second.wait_exit() == 0
    editor.until_open(other)
    assert sorted(editor.state["opened"]) == [case, other]


def test_two_starts_at_once_on_what_waits_send_it_once(start: Start, server: FaultyServer, case: int) -> None:
    first = start(case)
    gate = server.gate()
    server.plan(case, "GET", held(gate, reset))
    first.submit_note(NOTE)
    gate.wait()
    first.kill()
    gate.open()
    with ExitStack() as running:
        twins = [running.enter_context(Editor(first.data, server.url, home=first.home)) for _ in range(2)]
        ends = [twin for twin in twins if not twin.is_there()]
        assert [twin.wait_exit() for twin in ends] == [0]
        [stays] = [twin for twin in twins if twin not in ends]
        stays.sign_in()
        stays.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


@pytest.mark.parametrize(
    "left",
    ["", "4711\ncaseeditor\nanother-computer\n", f"{os.getpid()}\n{PYTHON}\n{HOST}\n"],
    ids=["empty", "another computer's", "a reused pid"],
)
def test_a_lock_file_that_nobody_has_locked_holds_nobody_up(start: Start, data: Path, case: int, left: str) -> None:
    data.mkdir()
    (data / "running.lock").write_text(left)
    assert start(case).state["opened"] == [case]


def again(editor: Editor, server: FaultyServer, *words: str, **env: str) -> "subprocess.Popen[str]":
    """Start the real command beside a running editor."""
    return subprocess.Popen(
        [sys.executable, "-m", "caseeditor", "--data-dir", editor.data, "--server", server.url, *words],
        cwd=ROOT,
        env={**editor.env, **env},
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_starts_meet_whatever_their_runtime_folders_are(
    start: Start, server: FaultyServer, case: int, tmp_path: Path
) -> None:
    editor = start(case)
    other = server.fresh()
    with again(editor, server, str(other), XDG_RUNTIME_DIR=str(tmp_path)) as second:
        assert second.wait(20) == 0
    editor.until_open(other)


def test_two_starts_meet_in_a_folder_that_lies_deep(start: Start, server: FaultyServer, case: int, home: Path) -> None:
    editor = start(case, data=home / ("d" * 120) / ("ñ" * 60) / "data")
    other = server.fresh()
    with again(editor, server, str(other)) as second:
        assert second.wait(20) == 0
    editor.until_open(other)


def test_a_program_that_stands_still_is_named_and_takes_the_case_once_it_goes_on(
    start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    other = server.fresh()
    editor.child.signal(signal.SIGSTOP)
    with again(editor, server) as second:
        _, told = second.communicate(timeout=20)
        assert second.returncode == 1
        assert f"doesn't answer: process {editor.pid} on {HOST} has had the data folder since " in told
    editor.child.signal(signal.SIGCONT)
    with again(editor, server, str(other)) as third:
        assert third.wait(20) == 0
    editor.until_open(other)


def test_a_start_right_after_kill_takes_the_folder(start: Start, server: FaultyServer, case: int) -> None:
    for _ in range(2):
        editor = start(case)
        editor.kill()
    assert start(case).state["opened"] == [case]
    assert server.posts_of(case) == []


@pytest.mark.parametrize("days", [1, -1])
def test_the_servers_clock_jumps_a_day_while_nobody_knows_and_nothing_is_sent_twice(
    days: int, tmp_path: Path, case: int
) -> None:
    with FaultyServer() as own, Editor(tmp_path / "data", own.url, case) as editor:
        editor.sign_in()
        editor.until_open(case)
        editor.submit_note("uno")
        own.wait_stored(case, 1)
        editor.until_state(case)
        own.jump = timedelta(days=days)
        lost: list[Call] = []
        own.plan(case, "POST", kept(lost, reset))
        editor.submit_note(NOTE)
        editor.until_state(case, "asking")
        own.jump = timedelta()
        own.wait_reads(case, 2)
        own.rule(case, "GET", landing(lost))
        editor.until_said("Submitted: stored at", times=2)
        assert own.stored(case) == ["uno", NOTE]
        assert len(own.posts_of(case)) == 2


@pytest.mark.parametrize("days", [1, -1])
def test_the_wall_clock_jumps_a_day_and_deadlines_and_drafts_hold(
    days: int, start: Start, server: FaultyServer, case: int
) -> None:
    editor = start(case)
    server.plan(case, "POST", hang)
    editor.submit_note(NOTE)
    server.wait_posts(case, 1)
    editor.do("jump", seconds=days * DAY)
    editor.fill("New note", "typed after the jump")
    editor.until_saved(case)
    editor.until_said("didn't answer in time")
    editor.until_state(case, "asking")
    editor.do("jump", seconds=days * DAY)
    server.plan(case, "POST", stored(good))
    editor.click("Send again")
    editor.until_said("Submitted: stored at")
    editor.kill()
    second = start(case)
    second.until("the draft", lambda _: second.notes(case) == ["typed after the jump"])
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 2


def test_the_second_start_of_the_real_command_hands_over_too(
    start: Start, server: FaultyServer, case: int, home: Path
) -> None:
    editor = start(case)
    other = server.fresh()
    done = subprocess.run(
        [sys.executable, "-m", "caseeditor", "--data-dir", editor.data, "--server", server.url, f"caseeditor:{other}"],
        cwd=ROOT,
        env=editor.env,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    editor.until_open(other)
    assert (home / "data").is_dir()
