"""Files that another program holds for a moment are replaced and removed once it has closed them."""

import errno
from pathlib import Path

import pytest

from caseeditor.runtime.held_files import AT_ONCE, PATIENT, PAUSES, HeldFiles, is_held
from tests.support.disks import in_use
from tests.support.readers import FOREVER, Reader, windows_error

OLD, NEW = b"old", b"new"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Return a new file and the old one that it is to replace."""
    source, target = tmp_path / "new", tmp_path / "old"
    source.write_bytes(NEW)
    target.write_bytes(OLD)
    return source, target


@pytest.mark.parametrize("times", [0, 1, len(PAUSES)])
@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY])
def test_a_file_that_is_soon_closed_is_replaced(pair: tuple[Path, Path], times: int, code: int) -> None:
    reader = Reader(times, code=code)
    reader.files().replace(*pair)
    assert pair[1].read_bytes() == NEW
    assert reader.attempts == times + 1
    assert reader.waited == pytest.approx(sum(PAUSES[:times]))


@pytest.mark.parametrize("times", [0, 1, len(PAUSES)])
def test_a_file_that_is_soon_closed_is_removed(pair: tuple[Path, Path], times: int) -> None:
    Reader(times).files().remove(pair[1])
    assert not pair[1].exists()


@pytest.mark.parametrize(("most", "content"), [(-1, OLD), (2, OLD[:2]), (0, b"")])
def test_a_file_that_is_soon_unlocked_is_read(pair: tuple[Path, Path], most: int, content: bytes) -> None:
    assert Reader(3).files().read(pair[1], most) == content
    assert PATIENT.read(pair[1], most) == content


def test_a_file_that_stays_open_stays_whole_and_the_wait_ends(pair: tuple[Path, Path]) -> None:
    reader = Reader(FOREVER)
    with pytest.raises(PermissionError):
        reader.files().replace(*pair)
    with pytest.raises(PermissionError):
        reader.files().remove(pair[1])
    assert (pair[0].read_bytes(), pair[1].read_bytes()) == (NEW, OLD)
    assert reader.waited == pytest.approx(2 * sum(PAUSES))
    assert sum(PAUSES) < 2


def test_the_window_does_not_wait(pair: tuple[Path, Path]) -> None:
    attempts: list[Path] = []

    def deny(source: Path, _target: Path) -> None:
        attempts.append(source)
        raise PermissionError(errno.EACCES, "in use")

    with pytest.raises(PermissionError):
        HeldFiles(pauses=(), replace=deny, is_windows=True).replace(*pair)
    assert len(attempts) == 1
    AT_ONCE.replace(*pair)
    assert pair[1].read_bytes() == NEW


@pytest.mark.parametrize("code", [errno.ENOENT, errno.ENOSPC, errno.EISDIR, errno.EROFS])
def test_an_error_that_no_wait_cures_is_raised_at_once(pair: tuple[Path, Path], code: int) -> None:
    reader = Reader(1, code=code)
    with pytest.raises(OSError, match="in use") as raised:
        reader.files().replace(*pair)
    assert raised.value.errno == code
    assert reader.waited == 0


@pytest.mark.parametrize(("code", "held"), [(32, True), (33, True), (303, True), (1224, True), (2, False)])
def test_windows_names_a_file_in_use_by_codes_of_its_own(code: int, *, held: bool) -> None:
    assert is_held(windows_error(code), is_windows=False) is held


def test_a_file_that_is_gone_needs_no_removing(tmp_path: Path) -> None:
    PATIENT.remove(tmp_path / "gone")


@pytest.mark.mounts
def test_a_mount_point_is_replaced_once_it_is_unmounted(pair: tuple[Path, Path]) -> None:
    source, target = pair
    with in_use(target) as end:
        HeldFiles(wait=lambda _: end()).replace(source, target)
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM])
def test_missing_rights_are_not_waited_for_where_they_mean_nothing_else(pair: tuple[Path, Path], code: int) -> None:
    waited: list[float] = []

    def deny(_source: Path, _target: Path) -> None:
        raise OSError(code, "no rights")

    with pytest.raises(PermissionError):
        HeldFiles(replace=deny, wait=waited.append, is_windows=False).replace(*pair)
    assert waited == []
