"""The data file: a bad row, damage, replacement by another file, loose permissions, older files beside it."""

import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.conftest import Mount, Start
from tests.faults.scripts import good, held, kept, reset, stored
from tests.faults.server import Call, FaultyServer
from tests.support.disks import remount

NAME = "caseeditor.sqlite"
NOTE = "llamar mañana"
PAGE = 4096


def typed(start: Start, *cases: int) -> None:
    """Leave a draft in each case."""
    editor = start(*cases)
    for case in cases:
        editor.open(case)
        editor.fill("New note", f"borrador {case}")
        editor.until_saved(case)
    assert editor.close() == 0


def left_waiting(start: Start, server: FaultyServer, *cases: int) -> None:
    """Leave in each case a submission that waits for its first read."""
    editor = start(*cases)
    gates = [server.gate() for _ in cases]
    for case, gate in zip(cases, gates, strict=True):
        editor.open(case)
        server.plan(case, "GET", held(gate, good))
        editor.submit_note(NOTE)
        gate.wait()
    editor.kill()
    for gate in gates:
        gate.open()


def change(data: Path, query: str, *values: object) -> None:
    with closing(sqlite3.connect(data / NAME)) as file, file:
        assert file.execute(query, values).rowcount > 0


def row(data: Path, case: int) -> list[tuple[str, int]]:
    """Return the states on disk of a case's submissions."""
    with closing(sqlite3.connect(data / NAME)) as file:
        return file.execute("SELECT state, is_open FROM parcel WHERE case_id = ?", (str(case),)).fetchall()


def copy_over(copy: Path, file: Path) -> None:
    with file.open("r+b") as target:
        target.write(copy.read_bytes())
        target.truncate()


def move_there(copy: Path, file: Path) -> None:
    Path(shutil.copy(copy, copy.with_name("moved"))).replace(file)


def delete(copy: Path, file: Path) -> None:  # noqa: ARG001 - same signature as the others
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


WAYS: dict[str, Callable[[Path, Path], None]] = {"copied": copy_over, "moved": move_there, "deleted": delete}


# A row, or a page, is damaged.


@pytest.mark.parametrize("body", [b'{"server": ', b"\xff\xfe\x00"], ids=["cut", "no text"])
def test_a_draft_that_cant_be_decoded_is_told_and_kept_and_all_else_goes_on(
    body: bytes, start: Start, server: FaultyServer, data: Path
) -> None:
    bad, other, waiting = server.fresh(), server.fresh(), server.fresh()
    typed(start, bad, other)
    left_waiting(start, server, waiting)
    change(data, "UPDATE draft SET body = ? WHERE case_id = ?", body + b"palabra", str(bad))
    editor = start(other)
    told = f"A draft of case {bad} couldn't be read. It stays in the data file; see its text in History."
    assert editor.until_said(told) == told
    editor.until("the other draft", lambda _: editor.notes(other) == [f"borrador {other}"])
    server.wait_stored(waiting, 1)
    assert server.stored(waiting) == [NOTE]
    assert not list(data.glob("*.corrupt-*"))
    editor.open(bad)
    editor.fill("New note", "otra vez")
    editor.until_saved(bad)
    editor.do("menu", name="History…")
    editor.until("the history", lambda state: "History" in state["dialogs"])
    editor.fill("Search the history", "palabra")
    editor.until("its text", lambda state: "palabra" in state["detail"])
    editor.click("Close")
    assert editor.close() == 0
    again = start(bad)
    again.until("the new draft", lambda _: again.notes(bad) == ["otra vez"])
    assert not [said for said in again.said if "couldn't be read" in said]


def test_a_submission_of_a_newer_version_is_told_and_the_next_of_its_case_goes_out(
    start: Start, server: FaultyServer, data: Path
) -> None:
    case, other = server.fresh(), server.fresh()
    left_waiting(start, server, case, other)
    change(
        data,
        "UPDATE parcel SET body = CAST(replace(CAST(body AS TEXT), '\"queued\"', '\"novel\"') AS BLOB)"
        " WHERE case_id = ?",
        str(case),
    )
    editor = start(case)
    editor.until_said(f"A submission of case {case} couldn't be read.")
    server.wait_stored(other, 1)
    editor.submit_note("tres")
    server.wait_stored(case, 1)
    assert server.stored(case) == ["tres"]
    assert server.stored(other) == [NOTE]


def test_what_a_damaged_file_still_holds_is_recovered_and_told(start: Start, server: FaultyServer, data: Path) -> None:
    drafted, lost = server.fresh(), server.fresh()
    typed(start, drafted)
    sent = start(lost)
    gate = server.gate()
    server.plan(lost, "POST", stored(held(gate, reset)))
    sent.submit_note(NOTE)
    gate.wait()
    sent.kill()
    gate.open()
    assert row(data, lost) == [("sending", 1)]
    with closing(sqlite3.connect(data / NAME)) as file:
        (page,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'template'").fetchone()
    whole = bytearray((data / NAME).read_bytes())
    whole[(page - 1) * PAGE : page * PAGE] = b"\xff" * PAGE
    (data / NAME).write_bytes(whole)
    editor = start(drafted)
    assert "1 draft and 1 submission were recovered." in editor.until_said("The data file was damaged and set aside as")
    editor.until("the draft", lambda _: editor.notes(drafted) == [f"borrador {drafted}"])
    editor.until("its end", lambda _: editor.states(lost) == [])
    assert row(data, lost) == [("stored", 0)]
    assert server.stored(lost) == [NOTE]
    assert len(server.posts_of(lost)) == 1
    assert [path.read_bytes() for path in data.glob("*.corrupt-*") if not path.name.endswith(("-wal", "-shm"))] == [
        bytes(whole)
    ]


# Replacement by another file.


@pytest.mark.parametrize("way", WAYS)
def test_the_file_is_replaced_before_the_post_which_only_then_goes_out_when_it_is_on_disk(
    way: str, start: Start, server: FaultyServer, data: Path, home: Path
) -> None:
    case, drafted = server.fresh(), server.fresh()
    editor = start(drafted, case)
    old = home / "old.sqlite"
    shutil.copy(data / NAME, old)
    editor.open(drafted)
    editor.fill("New note", "borrador")
    editor.until_saved(drafted)
    editor.open(case)
    read, post = server.gate(), server.gate()
    lost: list[Call] = []
    server.plan(case, "GET", held(read, good))
    server.plan(case, "POST", kept(lost, held(post, stored(reset))))
    editor.submit_note(NOTE)
    read.wait()
    WAYS[way](old, data / NAME)
    read.open()
    post.wait()
    assert row(data, case) == [("sending", 1)]
    editor.until_said("The data file was replaced while in use. Unsent changes were saved again.")
    editor.kill()
    post.open()
    again = start(drafted)
    again.until("the draft", lambda _: again.notes(drafted) == ["borrador"])
    again.until("its end", lambda _: again.states(case) == [])
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1
    assert not list(data.glob("*.corrupt-*"))


@pytest.mark.parametrize("way", ["copied", "moved"])
def test_an_older_copy_opens_nothing_again_that_has_ended(
    way: str, start: Start, server: FaultyServer, data: Path, home: Path
) -> None:
    case, other = server.fresh(), server.fresh()
    editor = start(case)
    gate = server.gate()
    server.plan(case, "GET", held(gate, good))
    editor.submit_note(NOTE)
    gate.wait()
    old = home / "old.sqlite"
    shutil.copy(data / NAME, old)
    gate.open()
    editor.until_said("Submitted: stored at")
    WAYS[way](old, data / NAME)
    editor.open(other)
    editor.fill("New note", "borrador")
    editor.until_saved(other)
    editor.until_said("The data file was replaced")
    assert row(data, case) == [("stored", 0)]
    editor.kill()
    again = start(other)
    again.until("the draft", lambda _: again.notes(other) == ["borrador"])
    assert again.states(case) == []
    assert server.stored(case) == [NOTE]
    assert len(server.posts_of(case)) == 1


# Permissions and retention.


def test_a_folder_of_the_version_before_is_tightened_when_it_starts(start: Start, case: int, data: Path) -> None:
    typed(start, case)
    files = [path for path in data.rglob("*") if path.name != "mine.txt"]
    (data / "mine.txt").touch()
    for path in (data, *data.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    editor = start(case)
    editor.until("the draft", lambda _: editor.notes(case) == [f"borrador {case}"])
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (data, *files) if path.exists()}
    assert {"data": 0o700, "log": 0o700, NAME: 0o600, "caseeditor.log": 0o600}.items() <= modes.items()
    assert not [name for name, mode in modes.items() if mode & 0o077]
    assert stat.S_IMODE((data / "mine.txt").stat().st_mode) == 0o644
    assert not [said for said in editor.said if "can read" in said]


def test_a_folder_that_cant_be_tightened_is_told(mount: Mount, start: Start, case: int, data: Path) -> None:
    disk = mount()
    disk.chmod(0o755)
    remount("ro", disk)
    data.mkdir()
    (data / "log").symlink_to(disk)
    editor = start(case)
    told = editor.until_said("Others on this computer can read")
    assert str(data / "log") in told
    assert editor.until_seen("Others on this computer can read")


def test_clearing_the_history_offers_to_delete_older_files_and_leaves_no_trace(
    start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    editor = start(case)
    editor.submit_note("SECRETO")
    editor.until_said("Submitted: stored at")
    older = data / f"{NAME}.before-5"
    older.write_bytes(b"SECRETO")
    editor.do("menu", name="History…")
    editor.until("the history", lambda state: "History" in state["dialogs"])
    editor.click("Clear history")
    editor.until_seen("An older data file may hold the same texts. Delete it too?")
    editor.click("Clear and delete files")
    editor.until_seen("Nothing submitted or discarded yet")
    assert [path.name for path in data.rglob("*") if path.is_file() and b"SECRETO" in path.read_bytes()] == []
    assert not older.exists()
    assert server.stored(case) == ["SECRETO"]


def test_of_a_history_that_looks_years_old_a_week_goes_at_a_start(
    start: Start, server: FaultyServer, case: int, data: Path
) -> None:
    editor = start(case)
    editor.submit_note(NOTE)
    editor.until_said("Submitted: stored at")
    assert editor.close() == 0
    day = 24 * 60 * 60 * 1000
    with closing(sqlite3.connect(data / NAME)) as file, file:
        file.executemany(
            "INSERT INTO discarded (server, user, case_id, subject, body, ended) VALUES (?, '', ?, '', '{}', ?)",
            [(server.url, str(number), 1_600_000_000_000 + number * day) for number in range(0, 30, 3)],
        )
    again = start(case)
    for _ in range(200):
        with closing(sqlite3.connect(data / NAME)) as file:
            left = [int(id_) for (id_,) in file.execute("SELECT case_id FROM discarded ORDER BY ended")]
        if len(left) < 10:
            break
        again.do("state")
    assert left == [9, 12, 15, 18, 21, 24, 27]
    assert row(data, case) == [("stored", 0)]
