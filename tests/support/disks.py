"""Small private disks for a test: full, or read-only.

Only root may mount them. `pytest.mark.mounts` repeats a test of another user in a namespace that allows mounting.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_AS_ROOT = ("unshare", "--map-root-user", "--mount")


@contextlib.contextmanager
def disk(folder: Path, options: str) -> Iterator[Path]:
    """Mount a disk with these options on a new folder."""
    folder.mkdir()
    _run("mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder))
    try:
        yield folder
    finally:
        _run("umount", "--lazy", str(folder))


def remount(how: str, folder: Path) -> None:
    """Make a private disk read-only ("ro") or writable ("rw")."""
    _run("mount", "-o", f"remount,bind,{how}", str(folder))


@contextlib.contextmanager
def in_use(file: Path) -> Iterator[Callable[[], None]]:
    """Mount a file on itself, so that the system denies its replacement; the function ends that early."""
    _run("mount", "--bind", str(file), str(file))
    left = [file]

    def end() -> None:
        while left:
            _run("umount", str(left.pop()))

    try:
        yield end
    finally:
        end()


def fill_up(folder: Path) -> Path:
    """Fill the disk to the last byte."""
    ballast = folder / "ballast"
    handle = os.open(ballast, os.O_WRONLY | os.O_CREAT)
    try:
        for size in (1_048_576, 65_536, 4096, 512, 1):
            while _takes(handle, size):
                pass
    finally:
        os.close(handle)
    return ballast


def run_where_mounting_is_allowed(test: pytest.Item) -> bool:
    """Run a test that mounts disks in a namespace where this user counts as root; False for root, who needs none.

    The namespace lasts for this one test: other tests switch to another user, which is impossible there.
    """
    if test.get_closest_marker("mounts") is None or os.geteuid() == 0:
        return False
    pytest_ = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
    with tempfile.TemporaryDirectory() as own:
        command = (*_AS_ROOT, *pytest_, f"--basetemp={own}/pytest", test.nodeid)
        done = subprocess.run(command, cwd=test.config.rootpath, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return True


def _takes(handle: int, size: int) -> bool:
    try:
        return os.write(handle, b"x" * size) == size
    except OSError:
        return False


def _run(command: str, *arguments: str) -> None:
    found = shutil.which(command)
    assert found, f"{command} is missing: apt-get install mount"
    subprocess.run([found, *arguments], check=True)
