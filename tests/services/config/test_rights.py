"""Other users of the computer can't read the program's files."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from caseeditor.services.config.folder import tighten
from caseeditor.services.log.log_file import Log
from caseeditor.services.log.redaction import Secrets
from caseeditor.services.storage.connections import make_durable
from caseeditor.services.storage.database import Store
from tests.services.storage.test_database import draft
from tests.support.disks import disk, remount
from tests.support.drafts import save

NAMES = (
    *("caseeditor.sqlite", "caseeditor.sqlite-wal", "caseeditor.sqlite-shm", "caseeditor.sqlite.before-4"),
    *("caseeditor.sqlite.corrupt-20260101-000000", "running.lock", "settings.json"),
)
LOGS = ("caseeditor.log", "caseeditor.log.1")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def loose(tmp_path: Path) -> Path:
    """Create a folder as an earlier version did under umask 022."""
    folder = tmp_path / "data"
    (folder / "log").mkdir(parents=True)
    (folder / "mine.txt").touch()
    for path in (*(folder / name for name in NAMES), *(folder / "log" / name for name in LOGS)):
        path.touch()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o664)
    return folder


@pytest.mark.linux_only("modes of files")
def test_an_existing_folder_is_tightened(loose: Path) -> None:
    assert tighten(loose, loose, loose / "log", loose / "nowhere") == ()
    assert (mode(loose), mode(loose / "log")) == (0o700, 0o700)
    assert {mode(loose / name) for name in NAMES} == {0o600}
    assert {mode(loose / "log" / name) for name in LOGS} == {0o600}
    assert mode(loose / "mine.txt") == 0o664


@pytest.mark.mounts
def test_what_cant_be_tightened_is_told(tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "size=1m") as folder:
        (folder / "settings.json").touch()
        (folder / "settings.json").chmod(0o640)
        (folder / "running.lock").touch()
        (folder / "running.lock").chmod(0o600)
        folder.chmod(0o755)
        remount("ro", folder)
        assert tighten(folder) == (folder, folder / "settings.json")


@pytest.mark.linux_only("modes of files")
def test_the_log_is_its_users_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Log(tmp_path / "log", Secrets()).stop()
    finally:
        os.umask(before)
    assert mode(tmp_path / "log" / "caseeditor.log") == 0o600


STOPPED = """
import os, sys
from caseeditor.__main__ import main

sys.addaudithook(lambda event, what: os._exit(0) if event == "import" and what[0] == "caseeditor.app" else None)
main(["--data-dir", sys.argv[1]])
"""
"""A run that ends once it holds its folder, before its window is built."""


@pytest.mark.linux_only("modes of files")
def test_the_program_makes_private_files_from_the_first_one_on(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", STOPPED, str(tmp_path / "data")], check=True, umask=0o022)
    assert mode(tmp_path / "data") == 0o700
    assert mode(tmp_path / "data" / "running.lock") == 0o600


@pytest.mark.linux_only("a VFS of SQLite for Unix")
def test_without_a_write_ahead_log_the_folder_is_synced_too(tmp_path: Path) -> None:
    where = f"{(tmp_path / 'plain.sqlite').as_uri()}?vfs=unix-dotfile"  # a file system without shared memory
    with closing(sqlite3.connect(where, uri=True, isolation_level=None)) as connection:
        make_durable(connection)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (3,)


@pytest.mark.linux_only("modes of files")
def test_files_that_come_later_are_private(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    save(store, draft())
    assert {mode(path) for path in (tmp_path / "data").iterdir()} == {0o600}
    store.close()


@pytest.mark.mounts
def test_a_check_tells_what_others_can_read(tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "size=1m") as folder:
        folder.chmod(0o755)
        remount("ro", folder)
        (tmp_path / "data").mkdir(mode=0o755)
        (tmp_path / "data" / "log").symlink_to(folder)
        env = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
        command = (sys.executable, "-m", "caseeditor", "--check", "--lang", "en", "--data-dir", str(tmp_path / "data"))
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    told = f"Others on this computer can read {tmp_path / 'data' / 'log'}. Restrict its permissions to yourself."
    assert f"warn  Rights: {told}" in done.stdout.splitlines()
    assert mode(tmp_path / "data") == 0o700
