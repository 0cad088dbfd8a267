"""The store is durable and private, never destroys data, and reports disk failures."""

import contextlib
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.delivery.draft import NONE_THERE, Doubtful, Draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import State, Submission, UnconfirmedNote
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.services.storage.database import Store, StoreFailed
from tests.support.disks import disk, remount
from tests.support.drafts import drop, save, set_user, submit

SERVER, USER = "https://example.org", "support"
DAY = 24 * 60 * 60 * 1000


class Clock:
    """A wall clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000_000

    def __call__(self) -> int:
        self.now += 1
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    kept = Store(tmp_path / "data", clock)
    yield kept
    kept.close()


def draft(case_id: str = "203", **edit: object) -> Draft:
    made = msgspec.structs.replace(Edit(subject="Año 😀", notes={1: "a\nb"}, rows={2: Row("x", "y")}), **edit)
    return Draft(
        server=SERVER, user=USER, case_id=case_id, edit=made, base=Snapshot(subject="before"), subject="before"
    )


def submission(of: Draft, **changed: object) -> Submission:
    made = Submission(server=of.server, user=of.user, case_id=of.case_id, edit=of.edit, base=of.base)
    return msgspec.structs.replace(made, **changed)


def database(folder: Path) -> Path:
    return folder / "data" / "caseeditor.sqlite"


def test_a_draft_comes_back_exactly(store: Store) -> None:
    kept = draft()
    save(store, kept)
    assert store.draft(SERVER, USER, "203") == kept
    assert store.draft(SERVER, "somebody else", "203") is None


def test_a_draft_becomes_a_submission_in_one_step(store: Store) -> None:
    save(store, draft())
    submitted = submit(store, draft(), submission(draft()))
    assert store.drafts() == ()
    assert store.open_submissions() == (submitted,)


def test_submissions_keep_the_order_of_submitting(store: Store) -> None:
    numbers = [submit(store, draft(case), submission(draft(case))).number for case in ("3", "1", "2")]
    assert [each.number for each in store.open_submissions()] == numbers == sorted(numbers)


def test_what_comes_back_is_merged_into_the_draft_that_is_there(store: Store) -> None:
    sent = submit(store, draft(), submission(draft()))
    save(store, draft(subject="typed since", notes={1: "another"}, rows={}))
    store.give_back(msgspec.structs.replace(sent, state=State.REJECTED), draft())
    there = store.draft(SERVER, USER, "203")
    assert there is not None
    assert there.edit.subject == "typed since"
    assert list(there.edit.notes.values()) == ["another", "a\nb"]
    assert there.edit.rows[max(there.edit.rows)] == Row("x", "y")
    assert store.open_submissions() == ()


def test_what_was_kept_is_there_after_closing_and_opening(tmp_path: Path, store: Store) -> None:
    save(store, draft())
    store.close()
    again = Store(tmp_path / "data")
    assert again.drafts() == (draft(),)
    again.close()


def test_a_commit_survives_a_power_failure_by_the_pragmas(store: Store, tmp_path: Path) -> None:
    save(store, draft())
    with sqlite3.connect(database(tmp_path)) as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection = store._connection  # noqa: SLF001 - the pragma is the connection's own
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    other.close()


@pytest.mark.linux_only("modes of files")
def test_folder_and_files_are_the_users_alone(tmp_path: Path, store: Store) -> None:
    save(store, draft())
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    files = list((tmp_path / "data").iterdir())
    assert files
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_corrupt_file_is_set_aside_under_a_new_name(tmp_path: Path, store: Store) -> None:
    store.close()
    junk = b"this is no database at all" * 1000
    database(tmp_path).write_bytes(junk)
    again = Store(tmp_path / "data")
    assert again.set_aside is not None
    assert again.set_aside.read_bytes() == junk
    save(again, draft())
    assert again.drafts() == (draft(),)
    again.close()


def test_two_corrupt_files_of_one_moment_are_both_kept(tmp_path: Path) -> None:
    asides = set()
    for number in range(2):
        (tmp_path / "data").mkdir(exist_ok=True)
        database(tmp_path).write_bytes(b"junk%d" % number * 1000)
        opened = Store(tmp_path / "data", lambda: 1_800_000_000_000)
        asides.add(opened.set_aside)
        opened.close()
    assert len(asides) == 2
    assert all(executor and executor.exists() for executor in asides)


def test_damage_found_while_running_sets_the_file_aside_and_goes_on(tmp_path: Path, store: Store) -> None:
    for number in range(200):
        save(store, draft(str(number)))
    store.close()
    whole = bytearray(database(tmp_path).read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    database(tmp_path).write_bytes(whole)
    damaged = Store(tmp_path / "data")
    with pytest.raises(StoreFailed) as failed:
        damaged.drafts()
    assert failed.value.fault is StorageProblem.BROKEN
    assert damaged.set_aside is not None
    save(damaged, draft())
    assert damaged.drafts() == (draft(),)
    damaged.close()


def test_a_file_of_a_newer_version_is_not_touched(tmp_path: Path, store: Store) -> None:
    save(store, draft())
    store.close()
    with sqlite3.connect(database(tmp_path)) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    before = database(tmp_path).read_bytes()
    with pytest.raises(StoreFailed) as failed:
        Store(tmp_path / "data")
    assert failed.value.fault is StorageProblem.NEWER
    assert database(tmp_path).read_bytes() == before


def test_a_file_that_another_program_holds_is_told_and_used_afterwards(tmp_path: Path, store: Store) -> None:
    other = sqlite3.connect(database(tmp_path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.wait_for_others(50)
    with pytest.raises(StoreFailed) as failed:
        save(store, draft())
    assert failed.value.fault is StorageProblem.LOCKED
    other.execute("COMMIT")
    other.close()
    save(store, draft())
    assert store.drafts() == (draft(),)


@pytest.mark.mounts
def test_a_full_disk_is_told_and_keeps_what_was_there(tmp_path: Path) -> None:
    with disk(tmp_path / "small", "size=300k") as small:
        store = Store(small / "data")
        save(store, draft("1"))
        with pytest.raises(StoreFailed) as failed:
            save(store, draft("2", subject="x" * 1_000_000))
        assert failed.value.fault is StorageProblem.FULL
        assert store.drafts() == (draft("1"),)
        store.close()


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_a_folder_removed_while_running_is_made_anew(tmp_path: Path, store: Store) -> None:
    save(store, draft("1"))
    shutil.rmtree(tmp_path / "data")
    store.save_draft(draft("2"), NONE_THERE)
    assert database(tmp_path).exists()
    assert {each.case_id: each for each in store.drafts()} == {"1": draft("1"), "2": draft("2")}


def test_a_save_that_was_on_its_way_does_not_undo_what_came_back(store: Store) -> None:
    mine = submit(store, draft(), submission(draft(), edit=Edit(notes={1: "vuelve"})))
    typed = draft(notes={1: "escrito"}, rows={}, subject=None)
    save(store, typed)
    back = msgspec.structs.replace(typed, edit=Edit(notes={1: "vuelve"}), backs=(mine.number,))
    joined = store.give_back(mine, back)
    save(store, draft(notes={1: "escrito más"}, rows={}, subject=None))
    assert set(held(store).edit.notes.values()) == {"escrito más", "vuelve"}
    drop(store, typed)
    assert set(held(store).edit.notes.values()) == {"vuelve"}
    submit(store, typed, submission(typed))
    assert set(held(store).edit.notes.values()) == {"vuelve"}
    save(store, msgspec.structs.replace(joined, edit=Edit(notes={2: "otra"})))
    assert set(held(store).edit.notes.values()) == {"otra"}
    drop(store, joined)
    assert store.draft(SERVER, USER, "203") is None


def held(store: Store) -> Draft:
    """Return the draft on disk."""
    found = store.draft(SERVER, USER, "203")
    assert found
    return found


def test_unconfirmed_notes_of_every_other_submission_and_draft_of_a_case_are_known(store: Store) -> None:
    unconfirmed_note, kept, other = (
        UnconfirmedNote("llamar", 5, 1),
        UnconfirmedNote("escribir", 6, 2),
        UnconfirmedNote("otra", 7, 3),
    )
    mine = submit(store, draft(), submission(draft()))
    theirs = msgspec.structs.replace(draft(), user="another")
    closed = submit(store, theirs, submission(theirs, unconfirmed=(unconfirmed_note,)))
    store.save(msgspec.structs.replace(closed, state=State.STORED))
    doubt = Doubtful(first=Snapshot(), current=Snapshot(), attempts=1, unconfirmed=(kept,))
    save(store, msgspec.structs.replace(draft(), doubt=doubt))
    elsewhere = draft("204")
    submit(store, elsewhere, submission(elsewhere, unconfirmed=(other,)))
    assert set(store.unconfirmed(SERVER, "203", mine.number)) == {unconfirmed_note, kept}


def test_users_and_what_a_server_shows_are_remembered(store: Store) -> None:
    assert store.user(SERVER) is None
    store.set_shows_notes(SERVER)
    assert store.user(SERVER) is None
    set_user(store, SERVER, "")
    assert (store.user(SERVER), store.shows_notes(SERVER), store.shows_notes("https://b")) == ("", True, False)


def test_a_path_with_spaces_and_accents_is_a_path(tmp_path: Path) -> None:
    kept = Store(tmp_path / "Datos de ñandú 日本")
    save(kept, draft())
    assert kept.drafts() == (draft(),)
    kept.close()


@pytest.mark.mounts
def test_a_read_only_disk_is_told(tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "size=10m") as folder:
        store = Store(folder / "data")
        save(store, draft("1"))
        store.close()
        remount("ro", folder)
        with pytest.raises(StoreFailed) as failed:
            save(Store(folder / "data"), draft("2"))
        assert failed.value.fault is StorageProblem.READ_ONLY


def test_a_new_file_leaves_no_backup(tmp_path: Path, store: Store) -> None:
    assert store.drafts() == ()
    assert list((tmp_path / "data").glob("*before*")) == []


def test_how_a_server_changes_notes_is_kept_of_each_server_for_itself(tmp_path: Path) -> None:
    with contextlib.closing(Store(tmp_path)) as store:
        assert store.server_edits("https://a.example") == ()
        store.set_server_edits("https://a.example", ("html", "cut:250"))
        store.set_server_edits("https://a.example", ("<br>",))
        store.set_server_edits("https://b.example", ("emoji \ufffd",))
    with contextlib.closing(Store(tmp_path)) as store:
        assert store.server_edits("https://a.example") == ("<br>",)
        assert store.server_edits("https://b.example") == ("emoji \ufffd",)
