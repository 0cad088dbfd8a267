"""A damaged data file: what can be read of it goes into a new one, and it gets a new name; nothing is deleted.

The new file is built beside it and takes its place only when complete. Where the program dies on the way, the next
start finds the damaged file in place and begins again, or finishes the exchange.
"""

import contextlib
import os
import time
from pathlib import Path

from caseeditor.domain.local.data_news import Salvaged
from caseeditor.services.storage.salvage import salvage

_BESIDE = ("", "-journal", "-wal", "-shm")


def make_anew(path: Path, now: int) -> tuple[Path, Salvaged]:
    """Exchange a damaged file for a new one that has all that could be read; returns where it went (`now` in ms).

    Raises sqlite3.Error and OSError; then the damaged file is where it was.
    """
    building, ready = _building(path), _ready(path)
    _remove(building)
    _remove(ready)
    try:
        salvaged = salvage(path, building)
    except BaseException:
        with contextlib.suppress(OSError):
            _remove(building)
        raise
    building.replace(ready)
    _sync(path.parent)
    executor = put_aside(path, now)
    ready.replace(path)
    _sync(path.parent)
    return executor, salvaged


def finish_anew(path: Path) -> None:
    """Finish or undo an exchange that an earlier start did not get to the end of. Raises OSError."""
    _remove(_building(path))
    ready = _ready(path)
    if not ready.exists():
        return
    if path.exists():  # the damaged file is in place, and is found to be damaged again
        _remove(ready)
        return
    asides = sorted(path.parent.glob(f"{path.name}.corrupt-*"), key=lambda each: each.stat().st_mtime_ns)
    executor = next((each for each in reversed(asides) if not each.name.endswith(_BESIDE[1:])), None)
    for ending in _BESIDE[1:]:  # they belong to the damaged file: a new one must not find them
        left = _with(path, ending)
        if left.exists() and executor:
            left.replace(_with(executor, ending))
        else:
            left.unlink(missing_ok=True)
    ready.replace(path)
    _sync(path.parent)


def put_aside(path: Path, now: int) -> Path:
    """Give a database, and what SQLite keeps beside it, a name by the moment (ms); returns the new one."""
    stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime(now / 1000))
    executor = path.with_name(f"{path.name}.corrupt-{stamp}")
    number = 0
    while executor.exists():
        number += 1
        executor = path.with_name(f"{path.name}.corrupt-{stamp}-{number}")
    for ending in _BESIDE:  # the file itself first: while it is in place, its log is too
        with contextlib.suppress(FileNotFoundError):
            _with(path, ending).rename(_with(executor, ending))
    return executor


def _building(path: Path) -> Path:
    return _with(path, ".building")


def _ready(path: Path) -> Path:
    return _with(path, ".ready")


def _with(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _remove(path: Path) -> None:
    for ending in _BESIDE:
        _with(path, ending).unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Have the new names on disk."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
