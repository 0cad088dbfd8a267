"""The lock on a data folder: held by a process as long as it lives, and freed by the kernel when it ends.

The file stays there, locked or not; nothing in it decides. It tells other starts who holds the folder. Version 0.1.0
(QLockFile) locks the same file in the same way while it runs, so either sees the other. It creates the file and deletes
it: a lock counts only on the file that is still there by that name. A file that it finds it deletes once its process
is gone *and* nobody has it locked; the name in the second line is no process's, so that the lock alone decides, and the
file is never left empty, which it would take for a lock for ever.
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
"""Bytes of a lock file that are read."""


class Holder(NamedTuple):
    """Who holds a folder. `pid` is 0, `host` and `since` (ISO 8601, UTC) are '' where that is not told."""

    pid: int = 0
    host: str = ""
    since: str = ""

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether it is another computer."""
        return self.host not in ("", socket.gethostname())


class UnlockableError(OSError):
    """The folder's file system knows no locks, or can't give one now."""


def lock(folder: Path) -> int:
    """Lock a folder for this process; returns the file's descriptor, which holds the lock until it is closed.

    Raises BlockingIOError where another process holds it, UnlockableError where there are no locks, OSError where the
    folder can't be written.
    """
    while True:
        handle = _locked(folder / NAME)
        if _is_there(handle, folder / NAME):
            _sign(handle)
            return handle
        os.close(handle)  # 0.1.0 has just ended, and deleted it


def holder(folder: Path) -> Holder:
    """Read who holds a folder, or held it last."""
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
    """Write who we are: in QLockFile's lines (two of them, machine and boot, empty), and since when in one more."""
    text = f"{os.getpid()}\n{_APPLICATION}\n{socket.gethostname()}\n\n\n{_iso(time.time())}\n".encode()
    with contextlib.suppress(OSError):  # the lock holds all the same
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text)
        os.ftruncate(handle, len(text))


def _iso(moment: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))


if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _READ_WRITE, _SHARE_READ, _OPEN_ALWAYS, _NORMAL = 0xC0000000, 1, 4, 0x80
    _SHARING_VIOLATION = 32

    def _locked(path: Path) -> int:
        """Open the file so that others can only read it, as QLockFile does."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        create = kernel.CreateFileW
        create.restype = wintypes.HANDLE
        create.argtypes = [wintypes.LPCWSTR, *[wintypes.DWORD] * 2, wintypes.LPVOID, *[wintypes.DWORD] * 2]
        create.argtypes.append(wintypes.HANDLE)
        opened = create(str(path), _READ_WRITE, _SHARE_READ, None, _OPEN_ALWAYS, _NORMAL, None)
        if opened == wintypes.HANDLE(-1).value:
            error = ctypes.get_last_error()
            raise BlockingIOError if error == _SHARING_VIOLATION else ctypes.WinError(error)
        return msvcrt.open_osfhandle(opened, os.O_RDWR)

    def _is_there(_handle: int, _path: Path) -> bool:
        return True  # an open file can't be deleted

else:
    import fcntl

    def _locked(path: Path) -> int:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        except OSError:
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            if error.errno in (errno.EAGAIN, errno.EACCES):  # the second over a network
                raise BlockingIOError from None
            raise UnlockableError(error.errno, error.strerror) from None
        return handle

    def _is_there(handle: int, path: Path) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), path.stat(follow_symlinks=False))
        except FileNotFoundError:
            return False
