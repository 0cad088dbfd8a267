"""Replacement of a damaged data file: readable rows go into a new file, and the old one is renamed, not deleted.

The new file is built next to the old one and replaces it when complete. If the program dies meanwhile, the next start
finds the damaged file in place and begins again, or completes the exchange.
"""

import contextlib
import os
import time
from pathlib import Path

from caseeditor.domain.local.data_news import Salvaged
from caseeditor.runtime.held_files import HeldFiles
from caseeditor.services.storage.salvage import salvage
from caseeditor.services.storage.schema import Schema

_BESIDE = ("", "-journal", "-wal", "-shm")


def make_anew(path: Path, now: int, files: HeldFiles, schema: Schema) -> tuple[Path, Salvaged]:
    """Replace a damaged file by a new one with all readable rows; return its new path (`now` in ms).

    Raises:
        sqlite3.Error, OSError: The damaged file is still in place.
    """
    building, ready = _building(path), _ready(path)
    _remove(building, files)
    _remove(ready, files)
    try:
        salvaged = salvage(path, building, schema)
    except BaseException:
        with contextlib.suppress(OSError):
            _remove(building, files)
        raise
    files.replace(building, ready)
    _sync(path.parent)
    executor = put_aside(path, now, files)
    files.replace(ready, path)
    _sync(path.parent)
    return executor, salvaged


def finish_anew(path: Path, files: HeldFiles) -> None:
    """Complete or undo an exchange that an earlier run did not finish. Raises OSError."""
    _remove(_building(path), files)
    ready = _ready(path)
    if not ready.exists():
        return
    if path.exists():  # the damaged file is in place, and will be detected again
        _remove(ready, files)
        return
    asides = sorted(path.parent.glob(f"{path.name}.corrupt-*"), key=lambda each: each.stat().st_mtime_ns)
    executor = next((each for each in reversed(asides) if not each.name.endswith(_BESIDE[1:])), None)
    for ending in _BESIDE[1:]:  # they belong to the damaged file and must not be applied to the new one
        left = _with(path, ending)
        if left.exists() and executor:
            files.replace(left, _with(executor, ending))
        else:
            files.remove(left)
    files.replace(ready, path)
    _sync(path.parent)


def put_aside(path: Path, now: int, files: HeldFiles) -> Path:
    """Rename a database and SQLite's side files by time (ms); return the new path."""
    stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime(now / 1000))
    executor = path.with_name(f"{path.name}.corrupt-{stamp}")
    number = 0
    while executor.exists():
        number += 1
        executor = path.with_name(f"{path.name}.corrupt-{stamp}-{number}")
    for ending in _BESIDE:  # the file first: while it is in place, so is its log
        with contextlib.suppress(FileNotFoundError):
            files.replace(_with(path, ending), _with(executor, ending))
    return executor


def _building(path: Path) -> Path:
    return _with(path, ".building")


def _ready(path: Path) -> Path:
    return _with(path, ".ready")


def _with(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _remove(path: Path, files: HeldFiles) -> None:
    for ending in _BESIDE:
        files.remove(_with(path, ending))


def _sync(folder: Path) -> None:
    """Sync the folder, so that the new names are on disk."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
