"""A disk that fails to save typed text: a warning where the agent looks, and no POST."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from caseeditor.services.storage.migrations import VERSION
from tests.faults.conftest import Mount, Start
from tests.faults.editor import Editor
from tests.faults.scripts import good, held, kept, land, reset, stored
from tests.faults.server import Call, FaultyServer
from tests.support.disks import fill_up, remount

NOTE = "llamar mañana"
LONG = NOTE * 6000
OLD = Path(__file__).with_name("data") / "schema-1.sqlite"
NAME = "caseeditor.sqlite"


def test_disk_full_is_told_in_sight_nothing_is_posted_and_it_goes_on_when_there_is_room(
    mount: Mount, start: Start, server: FaultyServer, case: int
) -> None:
    disk = mount()
    editor = start(case, data=disk / "data")
    ballast = fill_up(disk)
    editor.fill("New note", LONG)
    assert "full" in editor.until_seen("NOT saved")
    editor.click("Submit")
    editor.until_said("NOT saved")
    editor.until("the draft", lambda _: editor.notes(case) == [LONG])
    assert server.posts_of(case) == []
    ballast.unlink()
    editor.until_saved(case)
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [LONG]
    assert len(server.posts_of(case)) == 1


def test_disk_full_when_closing_asks(mount: Mount, start: Start, server: FaultyServer, case: int) -> None:
    disk = mount()
    editor = start(case, data=disk / "data")
    ballast = fill_up(disk)
    editor.fill("New note", LONG)
    editor.until_seen("NOT saved")
    editor.do("close")
    editor.until("the question", lambda state: "NOT saved" in state["dialogs"])
    editor.click("Keep editing")
    ballast.unlink()
    editor.until_saved(case)
    assert editor.close() == 0
    assert server.posts_of(case) == []


def test_disk_full_between_submitting_and_sending_sends_nothing(
    mount: Mount, start: Start, server: FaultyServer, case: int
) -> None:
    disk = mount()
    editor = start(case, data=disk / "data")
    editor.submit_note("uno")  # from then on it is known that the server shows notes
    editor.until_said("Submitted: stored at")
    gate = server.gate()
    server.plan(case, "GET", held(gate, good))
    editor.submit_note(LONG)
    gate.wait()
    ballast = fill_up(disk)
    gate.open()
    editor.until_seen("NOT saved")
    assert len(server.posts_of(case)) == 1
    ballast.unlink()
    editor.until_said("Submitted: stored at", times=2)
    assert server.stored(case) == ["uno", LONG]
    assert len(server.posts_of(case)) == 2


def test_disk_full_after_the_post_then_killed_posts_once(
    mount: Mount, start: Start, server: FaultyServer, case: int
) -> None:
    disk = mount()
    editor = start(case, data=disk / "data")
    gate = server.gate()
    server.plan(case, "POST", held(gate, stored(good)))
    editor.submit_note(LONG)
    gate.wait()
    ballast = fill_up(disk)
    gate.open()
    editor.until_seen("NOT noted on this computer")
    editor.kill()
    ballast.unlink()
    second = start(case, data=disk / "data")
    second.until_said("Submitted: stored at")
    assert server.stored(case) == [LONG]
    assert len(server.posts_of(case)) == 1


def test_read_only_is_told_in_sight_and_nothing_is_posted(
    mount: Mount, start: Start, server: FaultyServer, case: int
) -> None:
    disk = mount()
    assert start(case, data=disk / "data").close() == 0
    remount("ro", disk)
    editor = start(case, data=disk / "data")
    editor.fill("New note", NOTE)
    assert "can't be written to" in editor.until_seen("NOT saved")
    editor.click("Submit")
    editor.until_said("NOT saved", times=2)
    editor.until("the draft", lambda _: editor.notes(case) == [NOTE])
    remount("rw", disk)
    assert server.posts_of(case) == []
    editor.until_saved(case)
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]


def test_locked_by_another_program_is_told_in_sight_and_nothing_is_posted(
    start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    editor = start(case)
    with closing(sqlite3.connect(data / NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        editor.submit_note(NOTE)
        assert "another program is using the data file" in editor.until_said("NOT saved")
        assert server.posts_of(case) == []
        other.execute("ROLLBACK")
    editor.until_saved(case)
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


@pytest.mark.parametrize("kind", ["no database", "torn", "empty tables"])
def test_corrupt_is_set_aside_whole_and_told_where(
    kind: str, start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    before = start(case)
    before.fill("New note", NOTE)
    before.until_saved(case)
    assert before.close() == 0
    whole = (data / NAME).read_bytes()
    broken = {
        "no database": b"not a database at all " * 100,
        "torn": whole[:100] + b"\xff" * (len(whole) - 100),
        "empty tables": whole[:4096] + bytes(len(whole) - 4096),
    }[kind]
    (data / NAME).write_bytes(broken)
    editor = start(case)
    editor.fill("New note", "dos")
    editor.until_saved(case)
    told = editor.until_said("The data file was damaged and set aside as")
    executor = [
        path for path in data.iterdir() if ".corrupt-" in path.name and not path.name.endswith(("-wal", "-shm"))
    ]
    assert [str(path) for path in executor if str(path) in told] == [str(path) for path in executor]
    assert [path.read_bytes() for path in executor] == [broken]
    assert server.posts_of(case) == []
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(case) == ["dos"]


def test_from_a_newer_version_is_untouched_explained_and_the_program_leaves(
    start: Start, server: FaultyServer, case: int, home: Path
) -> None:
    data = home / "data"
    before = start(case)
    before.fill("New note", NOTE)
    before.until_saved(case)
    assert before.close() == 0
    with closing(sqlite3.connect(data / NAME)) as database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    sum_before = hashlib.sha256((data / NAME).read_bytes()).hexdigest()
    with Editor(data, server.url, case, home=home) as editor:
        editor.until_seen("newer version")
        editor.click("Close Case Editor")
        assert editor.wait_exit() == 0
    assert hashlib.sha256((data / NAME).read_bytes()).hexdigest() == sum_before
    assert not [path for path in data.iterdir() if ".corrupt-" in path.name]
    assert server.posts_of(case) == []


def test_the_data_folder_is_removed_while_typing_and_what_is_typed_next_is_kept_whole(
    start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    editor = start(case)
    editor.fill("New note", "uno")
    editor.until_saved(case)
    shutil.rmtree(data)
    editor.fill("Subject", "otro")
    editor.until("saved", lambda _: (data / NAME).exists() and editor.state["kept"][str(case)][0])
    editor.until_saved(case)
    editor.kill()
    second = start(case)
    second.until("the draft", lambda _: second.notes(case) == ["uno"])
    assert second.edit(case)["subject"] == "otro"
    assert server.posts_of(case) == []


def test_the_data_folder_is_removed_before_the_post_and_the_next_start_still_knows(
    start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    editor = start(case)
    gate, out = server.gate(), server.gate()
    lost: list[Call] = []
    server.plan(case, "GET", held(gate, good))
    server.plan(case, "POST", kept(lost, held(out, reset)))
    editor.submit_note(NOTE)
    gate.wait()
    shutil.rmtree(data)
    gate.open()
    out.wait()
    editor.kill()
    out.open()
    second = start(case)
    second.until_state(case, "asking")
    land(lost[0])
    second.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


def test_a_path_with_spaces_and_accents_does_it_all(
    start: Start, server: FaultyServer, case: int, tmp_path: Path
) -> None:
    folder = tmp_path / "Año nuevo – datos" / "支払い 😀 'x' \"y\" #1?%20"
    first = start(case, data=folder)
    first.fill("New note", NOTE)
    first.until_saved(case)
    first.kill()
    second = start(case, data=folder)
    second.until("the draft", lambda _: second.notes(case) == [NOTE])
    server.plan(case, "POST", stored(reset))
    second.click("Submit")
    second.until_said("Submitted: stored at")
    assert server.stored(case) == [NOTE]
    assert (folder / NAME).exists()


def test_drafts_and_submissions_of_an_older_version_are_taken_up(
    start: Start, server: FaultyServer, data: Path
) -> None:
    drafted, asked = server.fresh(), server.fresh()
    data.mkdir(parents=True)
    shutil.copy(OLD, data / NAME)
    with closing(sqlite3.connect(data / NAME)) as database, database:
        for table in ("draft", "parcel"):  # substitute the test's server and cases
            database.execute(
                f"UPDATE {table} SET server = ?, case_id = replace(replace(case_id, '1000001', ?), '1000002', ?),"  # noqa: S608 - table names
                " body = CAST(replace(replace(replace(CAST(body AS TEXT), 'http://127.0.0.1:1', ?),"
                " '1000001', ?), '1000002', ?) AS BLOB)",
                (server.url, *(str(drafted), str(asked)), server.url, *(str(drafted), str(asked))),
            )
    editor = start(drafted)
    assert editor.notes(drafted) == ["nota de antes", "a medias de antes"]
    assert editor.edit(drafted)["tag_text"] == "de antes"
    assert editor.edit(drafted)["subject"] == "asunto de antes"
    editor.until_state(asked, "asking")
    editor.click("Submit")
    editor.until_said("Submitted: stored at")
    assert server.stored(drafted) == ["nota de antes", "a medias de antes"]
    held_now = server.world.case(drafted)
    assert (held_now["subject"], held_now["region"], held_now["nuevo"]) == ("asunto de antes", "sur", "x")
    assert held_now["tags"] == ["vip", "de antes"]
    assert server.posts_of(asked) == []
