"""The data file and the files beside it, while another program reads them."""

import errno
from pathlib import Path

import pytest

from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.runtime.held_files import PAUSES
from caseeditor.services.config.folder import DATA_FILE
from caseeditor.services.storage.connections import StoreFailed, fault_of
from caseeditor.services.storage.database import Store
from caseeditor.services.storage.kept_files import delete_kept, kept_files
from tests.services.storage.test_salvage import break_page, fill, pages_of
from tests.support.readers import FOREVER, Reader, windows_error


def damage(folder: Path) -> None:
    """Fill a data file and damage a page of its drafts."""
    fill(folder, 60)
    file = folder / DATA_FILE
    break_page(file, pages_of(file, "draft")[0])


@pytest.mark.parametrize("times", [1, 5])
def test_a_damaged_file_is_replaced_once_another_program_has_closed_it(tmp_path: Path, times: int) -> None:
    damage(tmp_path)
    store = Store(tmp_path, held=Reader(times, DATA_FILE).files())
    with pytest.raises(StoreFailed):  # the read that meets the damage
        store.drafts()
    assert store.drafts()
    assert store.set_aside
    assert store.set_aside.exists()
    store.close()


def test_a_damaged_file_that_another_program_keeps_open_stays_for_the_next_time(tmp_path: Path) -> None:
    damage(tmp_path)
    store = Store(tmp_path, held=Reader(FOREVER, DATA_FILE).files())
    with pytest.raises(StoreFailed):
        store.drafts()
    assert store.set_aside is None
    store.close()
    store = Store(tmp_path)
    with pytest.raises(StoreFailed):
        store.drafts()
    assert store.set_aside
    assert store.drafts()
    store.close()


def test_a_kept_file_that_is_in_use_does_not_keep_the_others(tmp_path: Path) -> None:
    for name in ("corrupt-1", "corrupt-2", "before-3"):
        (tmp_path / f"{DATA_FILE}.{name}").write_bytes(b"texts")
    with pytest.raises(PermissionError):
        delete_kept(tmp_path, Reader(FOREVER, f"{DATA_FILE}.corrupt-1").files())
    assert [Path(each.path).name for each in kept_files(tmp_path, 0)] == [f"{DATA_FILE}.corrupt-1"]
    delete_kept(tmp_path, Reader(2).files())
    assert kept_files(tmp_path, 0) == ()


@pytest.mark.parametrize("code", [32, 33, 1224])
def test_a_file_in_use_on_windows_is_told_as_one(code: int) -> None:
    assert fault_of(windows_error(code)) is StorageProblem.LOCKED


def test_a_file_in_use_on_linux_is_told_as_one() -> None:
    assert fault_of(OSError(errno.EBUSY, "in use")) is StorageProblem.LOCKED


def test_of_several_kept_files_in_use_only_the_first_is_waited_for(tmp_path: Path) -> None:
    """Drafts are saved on the same thread."""
    for number in range(12):
        (tmp_path / f"{DATA_FILE}.corrupt-{number}").write_bytes(b"texts")
    reader = Reader(FOREVER, f"{DATA_FILE}.corrupt-1")
    with pytest.raises(PermissionError):
        delete_kept(tmp_path, reader.files())
    assert reader.waited == pytest.approx(sum(PAUSES))
