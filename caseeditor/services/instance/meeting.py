"""The socket in the data folder by which a second start reaches the running program. POSIX only.

Both ends get the peer's user from the kernel, and reject other users.
"""

import contextlib
import os
import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

_NAME = "running.socket"
_WHERE = "running.where"
"""Contains the path of a short folder if the socket cannot be in the data folder."""
_LONGEST_PATH = 100
"""Bytes: Linux allows 108, macOS 104 including the terminating zero."""
_OPEN_FILES = "/proc/self/fd"
_WAITING = 8
"""Length of the queue of connecting starts."""


class Meeting:
    """The listening end. `line` is bound, so others can connect at once.

    Raises:
        OSError: The socket cannot be created.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._short: Path | None = None
        _forget(folder)
        self.line = socket.socket(socket.AF_UNIX)
        try:
            self._bind()
            self.line.listen(_WAITING)
            self.line.setblocking(False)
        except BaseException:
            self.close()
            raise

    def _bind(self) -> None:
        try:
            with _reachable(self._folder) as path:
                self.line.bind(path)
        except OSError:  # the path is too long, or the file system (some network drives) has no sockets
            import tempfile  # noqa: PLC0415 - rarely needed

            self._short = Path(tempfile.mkdtemp(prefix="caseeditor-"))
            self.line.bind(str(self._short / _NAME))
            where = self._folder / _WHERE
            where.unlink(missing_ok=True)
            handle = os.open(where, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(os.fsencode(self._short))

    def accept(self) -> socket.socket | None:
        """Accept the next connection; None if there is none, or it is another user's."""
        try:
            line, _ = self.line.accept()
        except OSError:
            return None
        if user_of(line) != os.getuid():
            line.close()
            return None
        line.setblocking(False)
        return line

    def close(self) -> None:
        """Stop listening and remove the socket."""
        self.line.close()
        if self._short:
            _empty(self._short)
        _forget(self._folder)


def connect(folder: Path, seconds: float) -> socket.socket:
    """Connect to the program that holds a folder. Raises OSError if none is listening, or it is another user's."""
    line = socket.socket(socket.AF_UNIX)
    try:
        line.settimeout(seconds)
        try:
            with _reachable(folder) as path:
                line.connect(path)
        except OSError:
            line.connect(str(_short(folder) / _NAME))
        _refuse_others(line)
    except BaseException:
        line.close()
        raise
    return line


def _refuse_others(line: socket.socket) -> None:
    if user_of(line) != os.getuid():
        raise PermissionError


def user_of(line: socket.socket) -> int:
    """Return the id of the user at the other end."""
    if sys.platform == "linux":
        _, user, _ = struct.unpack("3i", line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
    else:
        _, user = struct.unpack_from("=II", line.getsockopt(0, 1, 128))  # LOCAL_PEERCRED: version, user, groups
    return int(user)


@contextlib.contextmanager
def _reachable(folder: Path) -> Iterator[str]:
    """Yield a sufficiently short path of the socket. Raises OSError."""
    path = str(folder / _NAME)
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        yield path
        return
    if not Path(_OPEN_FILES).is_dir():
        raise OSError("the path is too long")
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"{_OPEN_FILES}/{handle}/{_NAME}"
    finally:
        os.close(handle)


def _short(folder: Path) -> Path:
    return Path(os.fsdecode((folder / _WHERE).read_bytes()))


def _forget(folder: Path) -> None:
    """Delete leftovers of a killed program: the folder is ours now."""
    with contextlib.suppress(OSError, ValueError):
        _empty(_short(folder))
    for name in (_NAME, _WHERE):
        with contextlib.suppress(OSError):
            (folder / name).unlink()


def _empty(short: Path) -> None:
    with contextlib.suppress(OSError):
        (short / _NAME).unlink()
        short.rmdir()
