"""Files that another program holds for a moment. No Qt: runs on any thread.

Windows denies replacing, renaming and removing a file that another program has open, even for reading. Virus scanners,
backups and indexers open every new file, and close it soon. Network file systems and mount points deny it too.
"""

import errno
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.4, 0.4)
"""Seconds between the attempts: less than 2 s in all, since a file that is written at the end delays the end."""
_HELD = frozenset({errno.EBUSY, errno.ETXTBSY})
_DENIED = frozenset({errno.EACCES, errno.EPERM})
"""On Windows, a file in use may be the reason; elsewhere only the rights are."""
_HELD_ON_WINDOWS = frozenset({32, 33, 303, 1224})
"""Open elsewhere, locked in part, being deleted, mapped into memory."""


def is_held(error: OSError, *, is_windows: bool) -> bool:
    """Check whether an operation may succeed once another program has closed the file."""
    return error.errno in _HELD or (is_windows and error.errno in _DENIED) or is_held_on_windows(error)


def is_held_on_windows(error: OSError) -> bool:
    """Check for the codes of Windows that mean nothing else than a file in use."""
    return getattr(error, "winerror", None) in _HELD_ON_WINDOWS


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)


class HeldFiles:
    """Reads, replaces and removes files, and repeats a denied attempt after each of `pauses` (s).

    Blocks for their sum at most; without pauses, on the GUI thread, the first attempt decides. The other arguments are
    for tests: on Linux, no program keeps others from a file.
    """

    def __init__(  # noqa: PLR0913 - the operations that tests replace
        self,
        pauses: Sequence[float] = PAUSES,
        read: Callable[[Path, int], bytes] = _read,
        replace: Callable[[Path, Path], object] = Path.replace,
        remove: Callable[[Path], object] = Path.unlink,
        wait: Callable[[float], object] = time.sleep,
        *,
        is_windows: bool = sys.platform == "win32",
    ) -> None:
        self._is_windows = is_windows
        self._pauses = tuple(pauses)
        self._read = read
        self._replace = replace
        self._remove = remove
        self._wait = wait

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file; an existing target is replaced. Raises OSError."""
        self._patiently(lambda: self._replace(source, target))

    def remove(self, path: Path) -> None:
        """Remove a file, if there is one. Raises OSError."""
        try:
            self._patiently(lambda: self._remove(path))
        except FileNotFoundError:
            return

    def read(self, path: Path, most: int = -1) -> bytes:
        """Return the content of a file, `most` bytes of it. Raises OSError."""
        return self._patiently(lambda: self._read(path, most))

    def _patiently(self, attempt: Callable[[], T]) -> T:
        for pause in self._pauses:
            try:
                return attempt()
            except OSError as error:
                if not is_held(error, is_windows=self._is_windows):
                    raise
            self._wait(pause)
        return attempt()


PATIENT, AT_ONCE = HeldFiles(), HeldFiles(pauses=())
"""For other threads; for the GUI thread."""
