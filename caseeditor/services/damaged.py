"""Setting a damaged file aside: it gets a new name, and nothing is deleted."""

import contextlib
import time
from pathlib import Path


def put_aside(path: Path, now: int) -> Path:
    """Give a database, and what SQLite keeps beside it, a name by the moment (ms); returns the new one."""
    stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime(now / 1000))
    aside = path.with_name(f"{path.name}.corrupt-{stamp}")
    number = 0
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.corrupt-{stamp}-{number}")
    for ending in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    return aside
