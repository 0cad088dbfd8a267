"""Another program that has files open, as on Windows: nobody else can replace or remove them, or read locked ones.

Simulated by the functions given to `HeldFiles`, because on Linux a reader holds nothing.
"""

import errno
from pathlib import Path

from caseeditor.runtime.held_files import HeldFiles


class Reader:
    """Denies the next `times` attempts on files whose name begins with `name`, and counts all of them."""

    def __init__(self, times: int, name: str = "", code: int = errno.EACCES) -> None:
        self.attempts = 0
        self.waited = 0.0
        self._left = times
        self._name = name
        self._code = code
        self._held: Path | None = None

    def hold(self, path: Path) -> None:
        """Deny every replacement and removal of this file."""
        self._held = path

    def files(self) -> HeldFiles:
        """Return the program's access to the files."""
        return HeldFiles(read=self._read, replace=self._replace, remove=self._remove, wait=self._wait, is_windows=True)

    def _wait(self, seconds: float) -> None:
        self.waited += seconds

    def _read(self, path: Path, most: int) -> bytes:
        self._deny(path)
        return path.read_bytes()[: most if most >= 0 else None]

    def _replace(self, source: Path, target: Path) -> None:
        self._deny(source, target)
        source.replace(target)

    def _remove(self, path: Path) -> None:
        self._deny(path)
        path.unlink()

    def _deny(self, *paths: Path) -> None:
        self.attempts += 1
        if self._held in paths:
            raise OSError(self._code, "in use")
        if self._left and any(path.name.startswith(self._name) and path.exists() for path in paths):
            self._left -= 1
            raise OSError(self._code, "in use")


FOREVER = 1_000_000


def windows_error(code: int) -> OSError:
    """Return an error with a code of Windows, which other systems never set."""

    class WindowsError(OSError):
        winerror = code

    return WindowsError(errno.EINVAL, "in use")
