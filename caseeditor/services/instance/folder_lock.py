"""The lock on a data folder: held by a process during its lifetime, and released by the kernel.

The file stays, locked or not, and its content decides nothing: it names the holder for other starts. Version 0.1.0
(QLockFile) locks the same file in the same way, so each version detects the other. It creates and deletes the file, so
a lock counts only on the file that currently has the name. It deletes an existing file once its process is gone *and*
it is unlocked. The name in the second line belongs to no process, so the lock alone decides. The file is never left
empty, because version 0.1.0 would take that for a permanent lock.
"""

import contextlib
import errno
import os
import socket
import sys
import time
from pathlib import Path
from typing import NamedTuple

NAME = "running.lock"
_APPLICATION = "Case Editor"
_LONGEST = 1000
"""Bytes to read from a lock file."""


class Holder(NamedTuple):
    """The holder of a folder. `pid` is 0, `host` and `since` (ISO 8601, UTC) are '' if unknown."""

    pid: int = 0
    host: str = ""
    since: str = ""

    @property
    def is_elsewhere(self) -> bool:
        """Check whether the holder is another computer."""
        return self.host.casefold() not in {"", computer_name().casefold()}


class UnlockableError(OSError):
    """The folder's file system does not support locks, or cannot provide one now."""


def lock(folder: Path) -> int:
    """Lock a folder for this process; return the descriptor, which holds the lock until closed.

    Raises:
        BlockingIOError: Another process holds the lock.
        UnlockableError: Locks are not available.
        OSError: The folder is not writable.
    """
    while True:
        handle = _locked(folder / NAME)
        if _is_there(handle, folder / NAME):
            _sign(handle)
            return handle
        os.close(handle)  # version 0.1.0 has just ended and deleted the file


def holder(folder: Path) -> Holder:
    """Read the current or last holder of a folder."""
    try:
        with (folder / NAME).open("rb") as file:
            lines = file.read(_LONGEST).decode("utf-8", "replace").split("\n")
            written = os.fstat(file.fileno()).st_mtime
    except OSError:
        return Holder()
    lines += [""] * 6
    pid = int(lines[0]) if lines[0].isascii() and lines[0].isdigit() else 0
    return Holder(pid, lines[2], lines[5] or _iso(written))


def _sign(handle: int) -> None:
    """Write the holder in QLockFile's lines (machine and boot id empty), plus a line with the start time."""
    text = f"{os.getpid()}\n{_APPLICATION}\n{computer_name()}\n\n\n{_iso(time.time())}\n".encode()
    with contextlib.suppress(OSError):  # the lock holds anyway
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text)
        os.ftruncate(handle, len(text))


def _iso(moment: float) -> str:
    """Return a time (s since the epoch) in ISO 8601, '' if no calendar holds it: a share may report any."""
    from caseeditor.domain.case.dates import from_milliseconds  # noqa: PLC0415 - slow to import; not for a hand-over

    date = from_milliseconds(int(moment) * 1000)
    return f"{date.replace(tzinfo=None).isoformat()}Z" if date else ""


if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _READ_WRITE, _SHARE_READ, _OPEN_ALWAYS, _NORMAL = 0xC0000000, 1, 4, 0x80
    _SHARING_VIOLATION = 32

    def computer_name() -> str:
        """Return the NetBIOS name, which QLockFile writes and compares; the host name may be longer."""
        return os.environ.get("COMPUTERNAME", "")

    def _locked(path: Path) -> int:
        """Open the file so that others can only read it, as QLockFile does."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        create = kernel.CreateFileW
        create.restype = wintypes.HANDLE
        create.argtypes = [
            wintypes.LPCWSTR,
            *[wintypes.DWORD] * 2,
            wintypes.LPVOID,
            *[wintypes.DWORD] * 2,
            wintypes.HANDLE,
        ]
        opened = create(str(path), _READ_WRITE, _SHARE_READ, None, _OPEN_ALWAYS, _NORMAL, None)
        if opened == wintypes.HANDLE(-1).value:
            error = ctypes.get_last_error()
            raise BlockingIOError if error == _SHARING_VIOLATION else ctypes.WinError(error)
        return msvcrt.open_osfhandle(opened, os.O_RDWR)

    def _is_there(_handle: int, _path: Path) -> bool:
        return True  # an open file cannot be deleted

else:
    import fcntl

    def computer_name() -> str:
        """Return the host name, which QLockFile writes and compares."""
        return socket.gethostname()

    def _locked(path: Path) -> int:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        except OSError:
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            if error.errno in (errno.EAGAIN, errno.EACCES):  # EACCES on network file systems
                raise BlockingIOError from None
            raise UnlockableError(error.errno, error.strerror) from None
        return handle

    def _is_there(handle: int, path: Path) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), path.stat(follow_symlinks=False))
        except FileNotFoundError:
            return False
