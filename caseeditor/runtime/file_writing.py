"""Files that are written as a whole: a file is replaced in one step, or stays as it was. No Qt: runs on any thread."""

import contextlib
import enum
import errno
import os
import re
import stat
import sys
import time
from pathlib import Path

from caseeditor.runtime.held_files import AT_ONCE, PATIENT, HeldFiles, is_held_on_windows

_TRIES = 100
_UNFINISHED = re.compile(r"\.[0-9a-f]{12}\.part")
_OLD = 3600
"""Seconds. No write takes as long, also in another process."""


class Trouble(enum.Enum):
    """Why a file was not written."""

    FULL = "full"
    DENIED = "denied"
    HELD = "held"
    NO_FOLDER = "no folder"
    FOLDER = "folder"
    NAME = "name"
    OTHER = "other"


_TROUBLES = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EACCES: Trouble.DENIED,
    errno.EPERM: Trouble.DENIED,
    errno.EROFS: Trouble.DENIED,
    errno.ENOENT: Trouble.NO_FOLDER,
    errno.ENOTDIR: Trouble.NO_FOLDER,
    errno.EISDIR: Trouble.FOLDER,
    errno.EBUSY: Trouble.HELD,
    errno.ETXTBSY: Trouble.HELD,
    errno.ENAMETOOLONG: Trouble.NAME,
    errno.EINVAL: Trouble.NAME,
    errno.ELOOP: Trouble.NAME,
}


def write_file(path: Path, content: bytes, files: HeldFiles = PATIENT, *, is_private: bool = False) -> Trouble | None:
    """Replace or make a file once its content is complete on the disk. Blocks, also while another program holds it.

    A link stays, its target is replaced; an existing file keeps its rights. A private file is for its user
    only. Returns why nothing was written.
    """
    try:
        _replace(path, content, files, is_private=is_private)
    except OSError as error:
        return trouble_of(error, path)
    except (ValueError, RuntimeError):  # a NUL in the name; links in a circle
        return Trouble.NAME
    return None


def remove_unfinished(folder: Path, files: HeldFiles = AT_ONCE) -> None:
    """Remove old remains of interrupted writes. Only for the program's own folders. Blocks."""
    try:
        found = sorted(path for path in folder.iterdir() if _UNFINISHED.fullmatch(path.name))
    except OSError:
        return
    for path in found:
        with contextlib.suppress(OSError):
            status = path.lstat()
            if stat.S_ISREG(status.st_mode) and status.st_mtime < time.time() - _OLD:
                files.remove(path)


def trouble_of(error: OSError, path: Path) -> Trouble:
    """Return the reason why a file was not written."""
    if is_held_on_windows(error):
        return Trouble.HELD
    trouble = _TROUBLES.get(error.errno or 0, Trouble.OTHER)
    if trouble is Trouble.DENIED and sys.platform == "win32":
        # Windows denies replacing a folder, and a file that another program has open, as spreadsheets do.
        if path.is_dir():
            return Trouble.FOLDER
        if path.is_file() and os.access(path, os.W_OK):
            return Trouble.HELD
    return trouble


def _replace(path: Path, content: bytes, files: HeldFiles, *, is_private: bool) -> None:
    target = path if is_private and not path.exists() else path.resolve()  # a link that leads nowhere is replaced
    mode = _mode(target, may_be_read_only=is_private)
    if is_private:
        mode = 0o600
    handle, building = _begin(target.parent, 0o600 if is_private else 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            building.chmod(mode)
        files.replace(building, target)
    except BaseException:
        with contextlib.suppress(OSError):
            files.remove(building)
        raise
    _sync(target.parent)


def _mode(target: Path, *, may_be_read_only: bool) -> int | None:
    """Return the rights of the file that is to be replaced, None where there is none. Raises OSError if it can't be."""
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found) or not (may_be_read_only or os.access(target, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(found)


def _begin(folder: Path, rights: int) -> tuple[int, Path]:
    """Open a new file in a folder; the rights are limited as those of the agent's other new files."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    for _ in range(_TRIES):
        building = folder / f".{os.urandom(6).hex()}.part"
        with contextlib.suppress(FileExistsError):
            return os.open(building, flags, rights), building
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _sync(folder: Path) -> None:
    """Have the new name outlast a power cut, where folders can be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
