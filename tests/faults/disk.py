"""A disk with no byte left."""

import os
from pathlib import Path


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
