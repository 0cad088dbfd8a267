"""The program that holds the data folder doesn't answer: the agent is asked, and may start a second one anyway."""

import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.faults.conftest import QUICK, Start
from tests.faults.editor import Editor
from tests.faults.scripts import reset
from tests.faults.server import FaultyServer

NOTE = "llamar mañana"


@pytest.fixture
def stopped(start: Start, server: FaultyServer, case: int) -> Iterator[Editor]:
    """Run a program with a pending submission, and suspend it like a debugger or a sleeping computer."""
    editor = start(case)
    server.rule(case, "GET", reset)
    editor.submit_note(NOTE)
    editor.until_state(case, "queued")
    editor.child.signal(signal.SIGSTOP)
    server.clear(case)
    yield editor
    editor.child.signal(signal.SIGCONT)


@contextmanager
def second(desktop: Desktop, editor: Editor, server: FaultyServer, *words: str) -> Iterator[Program]:
    """Start the program again on the same data folder, on the screen."""
    with ExitStack() as running:
        given: tuple[str | Path, ...] = ("--data-dir", editor.data, "--server", server.url, *words)
        program = running.enter_context(Program(desktop, *given, home=editor.home, command=QUICK))
        program.wait_for("dialog", "Case Editor")
        yield program


def test_the_window_says_who_holds_the_folder_and_trying_again_hands_the_case_over(
    desktop: Desktop, stopped: Editor, server: FaultyServer
) -> None:
    other = server.fresh()
    with second(desktop, stopped, server, str(other)) as again:
        again.wait_label("Case Editor is already open, but isn't responding.")
        again.wait_label(f"Process {stopped.pid} has been using the data folder since ")
        assert again.wait_for("push button", "Start anyway")
        stopped.child.signal(signal.SIGCONT)
        again.click("Try again")
        assert again.wait_exit() == 0
    stopped.until_open(other)


def test_trying_again_when_the_other_has_ended_starts_the_program(
    desktop: Desktop, stopped: Editor, server: FaultyServer, case: int
) -> None:
    with second(desktop, stopped, server) as again:
        stopped.kill()
        again.click("Try again")
        again.wait_title(f"– {case} –")
        again.wait_announced("Submitted: stored at")
    assert server.stored(case) == [NOTE]


def test_cancel_starts_nothing(desktop: Desktop, stopped: Editor, server: FaultyServer, case: int) -> None:
    with second(desktop, stopped, server) as again:
        again.click("Cancel")
        assert again.wait_exit() == 1
    assert server.posts_of(case) == []


def test_the_folder_of_another_computer_is_told_as_that(
    desktop: Desktop, stopped: Editor, server: FaultyServer, data: Path
) -> None:
    text = (data / "running.lock").read_text()
    (data / "running.lock").write_text(text.replace(f"\n{socket.gethostname()}\n", "\nfront-desk\n"))
    (data / "running.socket").unlink()
    with second(desktop, stopped, server) as again:
        again.wait_label("Case Editor is open on another computer: front-desk.")


def test_one_started_anyway_says_at_submit_and_in_the_outbox_what_to_do_until_the_folder_is_free(
    desktop: Desktop, stopped: Editor, server: FaultyServer
) -> None:
    other = server.fresh()
    what_to_do = "If you can't close it, restart the computer it runs on."
    in_the_outbox = f"⚠  Nothing is sent: the data folder is open in another Case Editor. Close that one. {what_to_do}"
    with second(desktop, stopped, server, str(other)) as anyway:
        anyway.click("Start anyway")
        anyway.wait_title(f"– {other} –")
        anyway.activate()
        anyway.set_text("New note", "de la segunda")
        anyway.press("ctrl+Return")
        said = f"Close that one to send case {other}."
        anyway.wait_label(said)
        anyway.wait_label(what_to_do)
        anyway.wait_label(in_the_outbox)
        stopped.kill()
        anyway.wait_announced("The data folder is free. Sending continues.")
        anyway.wait_announced("Submitted: stored at")
        anyway.gone("label", in_the_outbox)
    assert server.stored(other) == ["de la segunda"]


def test_one_started_anyway_sends_nothing_until_the_other_ends_and_then_nothing_twice(
    desktop: Desktop, stopped: Editor, server: FaultyServer, case: int
) -> None:
    other = server.fresh()
    with second(desktop, stopped, server, str(other)) as anyway:
        anyway.click("Start anyway")
        anyway.wait_title(f"– {other} –")
        anyway.wait_announced("The data folder is open in another Case Editor. Close that one to send.")
        anyway.activate()
        anyway.set_text("New note", "de la segunda")
        anyway.press("ctrl+Return")
        anyway.wait_label(f"Close that one to send case {other}.")
        stopped.child.signal(signal.SIGCONT)
        server.wait_stored(case, 1)  # the first program sends its pending submission
        stopped.until_said("Submitted: stored at")
        assert server.posts_of(other) == []
        stopped.close()
        anyway.wait_announced("The data folder is free. Sending continues.")
        server.wait_stored(other, 1)
        anyway.wait_announced("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1
    assert server.stored(other) == ["de la segunda"]
    assert len(server.posts_of(other)) == 1
