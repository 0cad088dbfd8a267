"""A disk with no byte left, or one that can only be read."""

import os
import shutil
import subprocess
from pathlib import Path

MOUNT, UNMOUNT = shutil.which("mount") or "mount", shutil.which("umount") or "umount"


def fill_up(folder: Path) -> Path:
    """Leave no byte free."""
    ballast = folder / "ballast"
    handle = os.open(ballast, os.O_WRONLY | os.O_CREAT)
    try:
        for size in (1_048_576, 65_536, 4096, 512, 1):
            while _takes(handle, size):
                pass
    finally:
        os.close(handle)
    return ballast


def _takes(handle: int, size: int) -> bool:
    try:
        return os.write(handle, b"x" * size) == size
    except OSError:
        return False


def remount(how: str, folder: Path) -> None:
    """Make a disk of a test's own read-only ("ro") or not ("rw")."""
    subprocess.run((MOUNT, "-o", f"remount,{how}", str(folder)), check=True)
