"""A signature of the data file that changes if another program writes or replaces it, or removes its log."""

import contextlib
import os
from pathlib import Path
from typing import NamedTuple

_LONGEST = 4_000_000
"""Bytes of a log that is read at each transaction."""


class Signature(NamedTuple):
    """Inode, change (ns) and size of the file, the inode of its log (0 if there is none), and the metadata's page."""

    inode: int = 0
    changed: int = 0
    size: int = 0
    log: int = 0
    page: bytes = b""


class SignedFile:
    """Reads the open data file beside SQLite. Belongs on the store's thread.

    The time alone is not enough: a copy over the file within the same tick of the clock (15 ms on Windows and on older
    Linux, 2 s on FAT) leaves time and size as they were. Each transaction writes the metadata's page.
    """

    def __init__(self, path: Path, log: Path) -> None:
        self._path = path
        self._log = log
        self._file: int | None = None
        self._meta = self._page_size = 0

    def open(self, page_size: int, meta: int) -> None:
        """Open the file for reading; `page_size` in bytes, `meta`: number of the metadata's page. Raises OSError."""
        self.close()
        self._page_size, self._meta = page_size, meta
        self._file = os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))

    def close(self) -> None:
        """Close the file; only after SQLite's connections, whose locks end when the process closes any handle of it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def sign(self) -> Signature:
        """Return the signature, an empty one if the file is gone."""
        try:
            found, page = self._path.stat(), self.page(self._meta)
        except OSError:
            return Signature()
        log = 0
        with contextlib.suppress(OSError):
            log = self._log.stat().st_ino
        return Signature(found.st_ino, found.st_mtime_ns, found.st_size, log, page)

    def page(self, number: int) -> bytes:
        """Return a page of the file, without its log. Raises OSError."""
        if self._file is None:
            return b""
        os.lseek(self._file, (number - 1) * self._page_size, os.SEEK_SET)
        return os.read(self._file, self._page_size)

    def pages(self, most: int) -> list[bytes]:
        """Return all pages of the file, without its log; none if there are more. Raises OSError."""
        if self._file is None or os.fstat(self._file).st_size > most * self._page_size:
            return []
        os.lseek(self._file, 0, os.SEEK_SET)
        whole = os.read(self._file, most * self._page_size)
        return [whole[start : start + self._page_size] for start in range(0, len(whole), self._page_size)]

    def logged_pages(self) -> dict[int, bytes]:
        """Return the pages of the log's transactions by their numbers, as last written.

        There are none if it can't be read, or is long, as while another program reads the file all the time.
        Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
        """
        try:
            if self._log.stat().st_size > _LONGEST:
                return {}
            log = memoryview(self._log.read_bytes())
        except OSError:
            return {}
        pages, pending = dict[int, bytes](), dict[int, bytes]()
        salts, step = log[16:24], 24 + self._page_size
        for start in range(32, len(log) - step + 1, step):
            if log[start + 8 : start + 16] != salts:  # left from an earlier use of the log
                break
            pending[int.from_bytes(log[start : start + 4], "big")] = bytes(log[start + 24 : start + step])
            if any(log[start + 4 : start + 8]):  # a transaction ends; what is left at the end was rolled back
                pages |= pending
                pending = {}
        return pages
