"""Files written for the agent: replaced atomically once complete, otherwise left unchanged, with an error message."""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseeditor.runtime.file_writing import Trouble, remove_unfinished, write_file
from caseeditor.runtime.held_files import PAUSES
from tests.support.disks import disk, fill_up, in_use, remount
from tests.support.readers import FOREVER, Reader

OLD, NEW = b"old", "nuevo ✓".encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "history.csv"
    made.write_bytes(OLD)
    return made


@contextlib.contextmanager
def mask(bits: int) -> Iterator[None]:
    before = os.umask(bits)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.linux_only("modes of files")
def test_a_file_is_made_with_the_rights_of_the_agents_other_files(tmp_path: Path) -> None:
    with mask(0o027):
        assert write_file(tmp_path / "history.csv", NEW) is None
    assert (tmp_path / "history.csv").read_bytes() == NEW
    assert stat.S_IMODE((tmp_path / "history.csv").stat().st_mode) == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["history.csv"]


@pytest.mark.linux_only("moves or deletes an open file, which Windows denies")
def test_a_file_is_replaced_and_never_written_into(file: Path) -> None:
    with file.open("rb") as reader:
        assert write_file(file, NEW) is None
        assert reader.read() == OLD
    assert file.read_bytes() == NEW


@pytest.mark.linux_only("modes of files")
def test_a_file_keeps_its_rights(file: Path) -> None:
    file.chmod(0o604)
    assert write_file(file, NEW) is None
    assert stat.S_IMODE(file.stat().st_mode) == 0o604


@pytest.mark.linux_only("symbolic links, which need a right on Windows")
def test_the_target_of_a_link_is_replaced_and_the_link_stays(tmp_path: Path, file: Path) -> None:
    link = tmp_path / "elsewhere" / "link.csv"
    link.parent.mkdir()
    link.symlink_to(file)
    assert write_file(link, NEW) is None
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert [each.name for each in link.parent.iterdir()] == ["link.csv"]


@pytest.mark.linux_only("symbolic links, which need a right on Windows")
def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "nowhere" / "history.csv")
    assert write_file(tmp_path / "nowhere" / "history.csv", NEW) is Trouble.NO_FOLDER
    assert write_file(tmp_path / "link.csv", NEW) is Trouble.NO_FOLDER


def test_a_file_in_place_of_the_folder_is_told(file: Path) -> None:
    assert write_file(file / "history.csv", NEW) is Trouble.NO_FOLDER
    assert file.read_bytes() == OLD


def test_the_name_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "history.csv").mkdir()
    assert write_file(tmp_path / "history.csv", NEW) is Trouble.FOLDER
    assert [each.name for each in tmp_path.iterdir()] == ["history.csv"]


@pytest.mark.linux_only("symbolic links, which need a right on Windows")
def test_links_in_a_circle_and_names_that_are_too_long_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert write_file(tmp_path / "a", NEW) is Trouble.NAME
    assert write_file(tmp_path / ("x" * 300), NEW) is Trouble.NAME
    assert write_file(tmp_path / "a\0b", NEW) is Trouble.NAME
    assert (tmp_path / "a").is_symlink()


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    assert write_file(tmp_path / ("x" * 251 + ".csv"), NEW) is None


@pytest.mark.linux_only("named pipes")
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert write_file(tmp_path / "pipe", NEW) is Trouble.DENIED
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.mounts
def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "size=256k") as small:
        (small / "history.csv").write_bytes(OLD)
        ballast = fill_up(small)
        assert write_file(small / "history.csv", b"x" * 4096) is Trouble.FULL
        assert (small / "history.csv").read_bytes() == OLD
        assert sorted(each.name for each in small.iterdir()) == ["ballast", "history.csv"]
        ballast.unlink()
        assert write_file(small / "history.csv", b"x" * 4096) is None
        assert write_file(small / "history.csv", b"x" * 300_000) is Trouble.FULL  # runs full half way
        assert (small / "history.csv").read_bytes() == b"x" * 4096
        assert [each.name for each in small.iterdir()] == ["history.csv"]


@pytest.mark.mounts
def test_a_read_only_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "size=256k") as small:
        (small / "history.csv").write_bytes(OLD)
        remount("ro", small)
        assert write_file(small / "history.csv", NEW) is Trouble.DENIED
        assert write_file(small / "other.csv", NEW) is Trouble.DENIED
        assert (small / "history.csv").read_bytes() == OLD


@pytest.mark.parametrize("times", [1, len(PAUSES)])
def test_a_file_that_another_program_soon_closes_is_replaced(file: Path, times: int) -> None:
    assert write_file(file, NEW, Reader(times).files()) is None
    assert file.read_bytes() == NEW


def test_a_file_that_another_program_keeps_open_stays_whole_with_nothing_beside_it(file: Path) -> None:
    assert write_file(file, NEW, Reader(FOREVER, file.name, errno.EBUSY).files()) is Trouble.HELD
    assert file.read_bytes() == OLD
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.linux_only("modes of files")
def test_a_private_file_is_for_its_user_only(file: Path) -> None:
    file.chmod(0o644)
    assert write_file(file, NEW, is_private=True) is None
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.mounts
def test_a_file_in_use_by_the_system_is_told_as_such(file: Path) -> None:
    with in_use(file):
        assert write_file(file, NEW) is Trouble.HELD
        assert file.read_bytes() == OLD


def left(folder: Path, name: str, hours: float) -> Path:
    """Create a file that was last written some hours ago."""
    made = folder / name
    made.write_bytes(NEW)
    written = time.time() - hours * 3600
    os.utime(made, (written, written))
    return made


@pytest.fixture
def unfinished(file: Path) -> Path:
    """Return the new content of a file whose replacement and removal another program prevented."""
    reader = Reader(FOREVER, code=errno.EBUSY)
    assert write_file(file, NEW, reader.files()) is Trouble.HELD
    (found,) = set(file.parent.iterdir()) - {file}
    return found


def test_an_old_unfinished_file_is_removed(file: Path, unfinished: Path) -> None:
    left(file.parent, unfinished.name, hours=2)
    remove_unfinished(file.parent)
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_an_unfinished_file_that_may_still_be_written_stays(file: Path, unfinished: Path) -> None:
    for hours in (0, 0.9, -5):  # the last one: the clock was set back
        left(file.parent, unfinished.name, hours=hours)
        remove_unfinished(file.parent)
        assert unfinished.exists()


@pytest.mark.parametrize(
    "name",
    ["video.part", ".part", ".0123456789a.part", ".0123456789abc.part", ".0123456789xy.part", ".0123456789ab.part.txt"],
)
def test_files_of_others_stay(tmp_path: Path, name: str) -> None:
    mine = left(tmp_path, name, hours=100)
    remove_unfinished(tmp_path)
    assert mine.read_bytes() == NEW


def test_a_folder_with_the_name_of_an_unfinished_file_stays(tmp_path: Path) -> None:
    (tmp_path / ".0123456789ab.part").mkdir()
    left(tmp_path / ".0123456789ab.part", "mine.txt", hours=100)
    os.utime(tmp_path / ".0123456789ab.part", (0, 0))
    remove_unfinished(tmp_path)
    assert (tmp_path / ".0123456789ab.part" / "mine.txt").exists()


@pytest.mark.linux_only("symbolic links, which need a right on Windows")
def test_a_link_with_the_name_of_an_unfinished_file_stays(tmp_path: Path) -> None:
    link = tmp_path / ".0123456789ab.part"
    link.symlink_to(left(tmp_path, "mine.txt", hours=100))
    os.utime(link, (0, 0), follow_symlinks=False)
    remove_unfinished(tmp_path)
    assert link.is_symlink()


def test_an_unfinished_file_that_is_still_held_prevents_no_other_removal(tmp_path: Path) -> None:
    held, free = left(tmp_path, ".000000000000.part", hours=2), left(tmp_path, ".111111111111.part", hours=2)
    reader = Reader(0)
    reader.hold(held)
    remove_unfinished(tmp_path, reader.files())
    assert held.exists()
    assert not free.exists()


def test_a_missing_folder_has_nothing_unfinished(tmp_path: Path) -> None:
    remove_unfinished(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []
