"""A damaged file: each readable row is in the new file once, wherever the program dies during recovery."""

import contextlib
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.data_news import DataNews, Salvaged
from caseeditor.services.storage.database import Store, StoreFailed
from tests.services.storage.test_database import SERVER, draft, submission
from tests.support.disks import disk
from tests.support.drafts import save, submit

NAME = "caseeditor.sqlite"
PAGE = 4096


def fill(folder: Path, count: int, size: int = 600) -> set[str]:
    """Save enough drafts and submissions to fill many pages; returns the cases of each."""
    store = Store(folder)
    cases = {str(1000 + number) for number in range(count)}
    for case_id in sorted(cases):
        save(store, draft(case_id, subject="x" * size))
        submit(store, draft(f"9{case_id}"), submission(draft(f"9{case_id}", subject="x" * size)))
    store.keep_discarded(draft("7"))
    store.close()
    return cases


def pages_of(file: Path, table: str) -> list[int]:
    """Find the leaf pages of a table by their content."""
    mark = {"draft": b"\x0a", "parcel": b"\x0d"}[table]
    text = {"draft": b'"case_id":"1', "parcel": b'"case_id":"9'}[table]
    whole = file.read_bytes()
    pages = range(1, len(whole) // PAGE)
    return [page for page in pages if (part := whole[page * PAGE :][:PAGE])[:1] == mark and text in part]


def break_page(file: Path, page: int) -> None:
    whole = bytearray(file.read_bytes())
    whole[page * PAGE : (page + 1) * PAGE] = b"\xff" * PAGE
    file.write_bytes(whole)


def asides(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if ".corrupt-" in path.name and not path.name.endswith(("-wal", "-shm"))]


def reopened(folder: Path, news: list[DataNews] | None = None) -> Store:
    """Open a damaged file; the damage may show only on reading."""
    store = Store(folder, tell=(news if news is not None else []).append)
    with contextlib.suppress(StoreFailed):
        store.drafts()
    return store


@pytest.mark.parametrize("place", [0, 5, -1])
def test_what_lies_before_and_behind_a_broken_page_is_recovered_and_told(tmp_path: Path, place: int) -> None:
    cases = fill(tmp_path, 100)
    whole = tmp_path / NAME
    before = whole.read_bytes()
    break_page(whole, pages_of(whole, "draft")[place])
    broken = whole.read_bytes()
    news: list[DataNews] = []
    store = reopened(tmp_path, news)
    found = [each.case_id for each in store.drafts()]
    assert len(found) == len(set(found))
    assert set(found) <= cases
    assert len(found) >= 100 - 7
    sent = [each.case_id for each in store.open_submissions()]
    assert sent == [f"9{case_id}" for case_id in sorted(cases)]
    assert news == [DataNews(set_aside=str(asides(tmp_path)[0]), salvaged=Salvaged(len(found), 100))]
    assert [path.read_bytes() for path in asides(tmp_path)] == [broken] != [before]
    assert store.select("SELECT case_id FROM discarded") == [("7",)]
    store.close()


def test_between_two_broken_pages_submissions_are_found_by_their_numbers(tmp_path: Path) -> None:
    fill(tmp_path, 100)
    whole = tmp_path / NAME
    pages = pages_of(whole, "parcel")
    for page in (pages[3], pages[-4]):
        break_page(whole, page)
    store = reopened(tmp_path)
    numbers = [each.number for each in store.open_submissions()]
    assert numbers == sorted(set(numbers))
    assert len(numbers) >= 100 - 16
    assert submit(store, draft("5"), submission(draft("5"))).number == 101
    store.close()


def test_a_row_of_which_only_the_key_can_be_read_is_told_as_unreadable(tmp_path: Path) -> None:
    store = Store(tmp_path)
    save(store, draft("203"))
    save(store, draft("204", notes={1: "x" * 20_000}))
    store.close()
    whole = tmp_path / NAME
    body = whole.read_bytes()
    inner = next(page for page in range(len(body) // PAGE) if body[page * PAGE + 4 :][: PAGE - 4] == b"x" * (PAGE - 4))
    assert inner > 1
    following = bytearray(body)
    following[inner * PAGE : inner * PAGE + 4] = b"\x7f\xff\xff\xff"
    whole.write_bytes(following)
    news: list[DataNews] = []
    store = reopened(tmp_path, news)
    assert [each.case_id for each in store.drafts()] == ["203"]
    assert store.select("SELECT source, case_id FROM unreadable") == [("draft", "204")]
    assert [row.case_id for each in news for row in each.unreadable] == ["204"]
    store.close()


def test_what_is_known_while_running_goes_into_the_new_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(60):
        save(store, draft(str(number), subject="y" * 600))
    sent = submit(store, draft("900"), submission(draft("900")))
    whole = bytearray((tmp_path / NAME).read_bytes())
    whole[PAGE:] = b"\xff" * (len(whole) - PAGE)
    (tmp_path / NAME).write_bytes(whole)
    with pytest.raises(StoreFailed):
        save(store, draft("new"))
    save(store, draft("new"))
    store.close()
    again = Store(tmp_path)
    assert {each.case_id for each in again.drafts()} == {*map(str, range(60)), "new"}
    assert again.open_submissions() == (sent,)
    again.close()


@pytest.mark.mounts
def test_a_disk_without_room_for_the_new_file_is_told_and_the_damaged_one_stays(tmp_path: Path) -> None:
    with disk(tmp_path / "small", "size=3m") as small:
        fill(small, 100)
        break_page(small / NAME, pages_of(small / NAME, "draft")[4])
        whole = (small / NAME).read_bytes()
        ballast = small / "ballast"
        ballast.write_bytes(b"x" * (shutil.disk_usage(small).free - 64 * 1024))
        store = Store(small)
        with pytest.raises(StoreFailed) as failed:
            store.drafts()
        assert failed.value.fault is StorageProblem.FULL
        assert (small / NAME).read_bytes() == whole
        assert asides(small) == []
        ballast.unlink()
        with pytest.raises(StoreFailed):
            store.drafts()
        assert len(store.drafts()) >= 93
        assert len(asides(small)) == 1
        store.close()


@pytest.mark.linux_only("signals")
def test_killed_at_any_moment_nothing_is_lost_and_nothing_doubled(tmp_path: Path) -> None:
    fill(tmp_path / "whole", 60)
    break_page(tmp_path / "whole" / NAME, pages_of(tmp_path / "whole" / NAME, "draft")[4])
    shutil.copytree(tmp_path / "whole", tmp_path / "calm")
    calm = reopened(tmp_path / "calm")
    wanted = (
        {each.case_id for each in calm.drafts()},
        calm.open_submissions(),
        calm.select("SELECT number FROM discarded"),
    )
    calm.close()
    for place in range(12):
        folder = tmp_path / str(place)
        shutil.copytree(tmp_path / "whole", folder)
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(folder), str(place)], stderr=subprocess.DEVNULL
        ) as process:
            process.wait()
        assert process.returncode in (-signal.SIGKILL, 0, 1)
        store = reopened(folder)
        assert Counter(each.case_id for each in store.drafts()) == Counter(wanted[0])
        assert store.open_submissions() == wanted[1]
        assert store.select("SELECT number FROM discarded") == wanted[2]
        assert len(asides(folder)) == 1
        store.close()
        left = {path.name for path in folder.iterdir()}
        assert not [name for name in left if ".building" in name or ".ready" in name]


KILLED = """
import os, signal, sys
from pathlib import Path
from caseeditor.services.storage.database import Store, StoreFailed

left = int(sys.argv[2])

def die(event, arguments):
    global left
    if event in ("os.rename", "os.remove", "sqlite3.connect", "open"):
        names = [str(each) for each in arguments[:2]]
        if any("caseeditor.sqlite" in name for name in names):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(die)
store = Store(Path(sys.argv[1]))
try:
    store.drafts()
except StoreFailed:
    store.drafts()
"""
"""Dies right before it opens, moves or removes a file for the Nth time."""


def test_the_log_of_a_damaged_file_never_gets_to_the_new_one(tmp_path: Path) -> None:
    """The program died after it set the damaged file aside, but before it set its log aside."""
    fill(tmp_path, 30)
    whole = tmp_path / NAME
    with closing(sqlite3.connect(whole)) as file:
        file.execute("PRAGMA wal_autocheckpoint = 0")
        file.execute("DELETE FROM draft")
        file.commit()
        log = whole.with_name(NAME + "-wal").read_bytes()
    fill(tmp_path / "new", 30)
    executor = tmp_path / f"{NAME}.corrupt-20260101-000000"
    whole.rename(executor)
    whole.with_name(NAME + "-wal").write_bytes(log)
    (tmp_path / "new" / NAME).replace(tmp_path / f"{NAME}.ready")
    store = Store(tmp_path)
    assert len(store.drafts()) == 30
    assert executor.with_name(executor.name + "-wal").read_bytes() == log
    assert store.shows_notes(SERVER) is False
    store.close()
