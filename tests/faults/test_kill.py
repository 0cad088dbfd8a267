"""`kill -9` at every step of typing and submitting: at most one POST, the draft survives, the next start explains."""

import shutil
import signal
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path

import msgspec
import pytest

from tests.faults.conftest import Start
from tests.faults.editor import Editor
from tests.faults.scripts import good, held, reset, stored
from tests.faults.server import PATIENCE, FaultyServer

NOTE = "llamar mañana"


def submissions(data: Path) -> list[dict[str, object]]:
    """Read the pending submissions from disk, as another program would."""
    with closing(sqlite3.connect(data / "caseeditor.sqlite")) as connection:
        rows = connection.execute("SELECT body FROM parcel WHERE is_open ORDER BY number").fetchall()
    return [msgspec.json.decode(body) for (body,) in rows]


@pytest.mark.parametrize("pressed", [1, 5, 12])
def test_kill_while_typing_keeps_what_was_saved(pressed: int, start: Start, server: FaultyServer, case: int) -> None:
    text = "una nota a medias"[:pressed]
    first = start(case)
    first.do("type", name="New note", text=text)
    first.do("type", name="Subject", text="!")
    first.until_saved(case)
    first.kill()
    second = start(case)
    second.until("the draft", lambda _: second.notes(case) == [text])
    assert second.edit(case)["subject"] == f"Subject of {case}!"
    assert server.posts_of(case) == []


def test_kill_in_the_middle_of_typing_keeps_what_was_saved_before(
    start: Start, server: FaultyServer, case: int
) -> None:
    first = start(case, timing={"draft_pause": 60.0, "draft_longest": 0.1})
    first.do("type", name="New note", text="uno")
    first.until_saved(case)
    first.do("type", name="New note", text="x" * 400)
    first.kill()
    second = start(case)
    second.until("the draft", lambda _: second.notes(case))
    [kept] = second.notes(case)
    assert sorted(kept) == sorted("uno" + "x" * (len(kept) - 3))
    assert server.posts_of(case) == []


def test_kill_before_the_read_of_a_submission_then_it_is_delivered_once(
    start: Start, server: FaultyServer, case: int
) -> None:
    first = start(case)
    gate = server.gate()
    server.plan(case, "GET", held(gate, good))
    first.submit_note(NOTE)
    gate.wait()
    first.kill()
    gate.open()
    assert server.posts_of(case) == []
    second = start()
    second.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_kill_while_the_post_is_out_and_stored_then_it_is_found(start: Start, server: FaultyServer, case: int) -> None:
    first = start(case)
    gate = server.gate()
    server.plan(case, "POST", stored(held(gate, good)))
    first.submit_note(NOTE)
    gate.wait()
    first.kill()
    gate.open()
    second = start()
    second.until_said("Submitted: stored at")
    assert second.notes_of_draft(case) == []
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_kill_while_the_post_is_out_and_lost_then_the_agent_is_asked(
    start: Start, server: FaultyServer, case: int
) -> None:
    first = start(case)
    gate = server.gate()
    server.plan(case, "POST", held(gate, reset))
    first.submit_note(NOTE)
    gate.wait()
    first.kill()
    gate.open()
    second = start(case)
    second.until_said("We couldn't confirm that the changes to case")
    second.until_state(case, "asking")
    assert second.notes(case) == []
    assert len(server.posts_of(case)) == 1


def test_kill_while_the_post_is_out_and_stored_after_the_restart_is_seen(
    start: Start, server: FaultyServer, case: int
) -> None:
    first = start(case)
    gate = server.gate()
    server.plan(case, "POST", held(gate, stored(reset)))
    first.submit_note(NOTE)
    gate.wait()
    first.kill()
    second = start()
    second.until_state(case, "asking")
    gate.open()
    second.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_kill_between_the_looks_then_they_go_on(start: Start, server: FaultyServer, case: int) -> None:
    first = start(case)
    gate = server.gate()
    server.plan(case, "POST", stored(reset))
    server.plan(case, "GET", good, held(gate, good))
    first.submit_note(NOTE)
    gate.wait()
    first.kill()
    gate.open()
    second = start()
    second.until_said("Submitted: stored at")
    assert len(server.posts_of(case)) == 1


def test_kill_while_the_agent_is_asked_then_asked_again(start: Start, server: FaultyServer, case: int) -> None:
    first = start(case)
    server.plan(case, "POST", reset)
    first.submit_note(NOTE)
    first.until_state(case, "asking")
    first.kill()
    second = start(case)
    second.until_state(case, "asking")
    second.until_seen("isn't on the server")
    assert len(server.posts_of(case)) == 1
    second.click("Back to draft")
    second.until("the draft", lambda _: second.notes(case) == [NOTE])


def test_kill_after_send_again_posts_at_most_once_more(start: Start, server: FaultyServer, case: int) -> None:
    first = start(case)
    server.plan(case, "POST", reset)
    first.submit_note(NOTE)
    first.until_state(case, "asking")
    gate = server.gate()
    server.plan(case, "POST", stored(held(gate, reset)))
    first.click("Send again")
    gate.wait()
    first.kill()
    gate.open()
    second = start()
    second.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 2


@pytest.mark.parametrize("is_done", [False, True])
def test_kill_while_a_tag_is_removed_then_it_is_removed(
    is_done: bool, start: Start, server: FaultyServer, case: int
) -> None:
    first = start(case)
    first.click("Remove tag vip")
    first.fill("New note", NOTE)
    gate = server.gate()
    server.plan(case, "POST", stored(good), stored(held(gate, reset)) if is_done else held(gate, reset))
    first.click("Submit")
    gate.wait()
    first.kill()
    gate.open()
    second = start()
    second.until_state(case) if is_done else server.wait_posts(case, 3)
    second.until_said("Submitted: stored at")
    assert server.world.case(case)["tags"] == []
    assert len(server.updates_of(case)) == 1
    assert server.stored(case) == [NOTE]


def test_on_disk_before_the_first_byte_is_sent(start: Start, server: FaultyServer, case: int, data: Path) -> None:
    editor = start(case)
    gate = server.gate()
    server.plan(case, "POST", held(gate, stored(good)))
    editor.submit_note(NOTE)
    gate.wait()
    [submission] = submissions(data)
    gate.open()
    assert (submission["state"], submission["parameters"]) == ("sending", [["note", NOTE]])
    assert submission["first"]
    assert submission["ghosts"]
    editor.until_said("Submitted: stored at")


class Tracer:
    """strace, attached to a running program."""

    def __init__(self, editor: Editor, *words: str) -> None:
        self.path = editor.home / "trace.txt"
        strace = shutil.which("strace")
        assert strace, "The tests of the sync need: apt-get install strace"
        self._process = subprocess.Popen(
            [strace, "-f", "-o", str(self.path), *words, "-p", str(editor.pid)],
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._process.stderr
        told = self._process.stderr.readline()
        assert "attached" in told, f"strace can't trace: {told}"

    def end(self) -> list[str]:
        self._process.send_signal(signal.SIGINT)
        with suppress(ProcessLookupError):
            self._process.communicate(timeout=PATIENCE)
        return self.path.read_text("utf-8", "replace").splitlines()


def test_the_sync_comes_before_the_first_byte_on_the_wire(start: Start, case: int) -> None:
    editor = start(case)
    editor.fill("New note", NOTE)
    editor.until_saved(case)
    tracer = Tracer(editor, "-y", "-s", "60", "-e", "trace=fsync,fdatasync,sendto,sendmsg,write,writev,pwrite64")
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    lines = tracer.end()
    [posted] = [number for number, line in enumerate(lines) if f"POST /api/v2/case/{case} " in line]
    wrote = [number for number, line in enumerate(lines[:posted]) if "pwrite64(" in line and "sqlite-wal" in line]
    synced = [number for number, line in enumerate(lines[:posted]) if "sync(" in line and "sqlite-wal" in line]
    assert wrote
    assert synced
    assert synced[-1] > wrote[-1]
    assert len(synced) >= 2  # the submission, then the attempt
    assert not any("= -1" in lines[number] for number in synced)


@pytest.mark.parametrize("sync", [1, 2, 3, 4])
def test_kill_at_each_sync_of_a_submission(sync: int, start: Start, server: FaultyServer, case: int) -> None:
    first = start(case)
    first.fill("New note", NOTE)
    first.until_saved(case)
    wanted = f"fsync,fdatasync:signal=SIGKILL:when={sync}"
    tracer = Tracer(first, "-e", "trace=fsync,fdatasync", "-e", f"inject={wanted}")
    with suppress(BrokenPipeError, AssertionError):
        first.click("Submit")
    assert first.wait_exit() == -signal.SIGKILL
    tracer.end()
    second = start(case)
    second.until("an end or a question", lambda _: second.states(case) in ([], ["asking"]))
    known = second.notes(case) + [NOTE] * len(second.states(case)) + server.stored(case)
    assert known == [NOTE]
    assert len(server.posts_of(case)) <= 1
