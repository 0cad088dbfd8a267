"""The log file: the program's actions, without user content or secrets."""

import contextlib
import itertools
import logging
import logging.handlers
import os
import queue
from io import TextIOWrapper
from pathlib import Path

from caseeditor.runtime.held_files import HeldFiles
from caseeditor.services.config.folder import make_private
from caseeditor.services.log.redaction import Secrets

_BYTES = 1_000_000
_FILES = 3
_BRIEF = HeldFiles(pauses=(0.05, 0.1, 0.2))
"""Lines wait meanwhile, and the end of the program waits for the lines."""


class _Masked(logging.Formatter):
    """Redacts the whole line, including tracebacks."""

    def __init__(self, secrets: Secrets) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        return self._secrets.mask(super().format(record))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class _File(logging.handlers.RotatingFileHandler):
    """The log file, private to its user. Lines that do not fit on the disk are lost, since nobody reads stderr.

    While another program holds one of the files, the log goes on in the full one, and turns after another `size` bytes.
    """

    def __init__(self, path: Path, size: int, held: HeldFiles) -> None:
        super().__init__(path, maxBytes=size, backupCount=_FILES, encoding="utf-8")
        self._size = size
        self._held = held

    def doRollover(self) -> None:  # noqa: N802 - defined by logging
        self.close_stream()
        path = Path(self.baseFilename)
        full = path.with_name(f"{path.name}.full")
        names = [full, *(path.with_name(f"{path.name}.{number}") for number in range(1, self.backupCount + 1))]
        try:
            if not full.exists():  # left by a turn that went no further
                self._held.replace(path, full)
            for source, target in reversed(list(itertools.pairwise(names))):
                with contextlib.suppress(FileNotFoundError):
                    self._held.replace(source, target)
        except OSError:
            size = path.stat().st_size if path.exists() else 0
            self.maxBytes = size + self._size
        else:
            self.maxBytes = self._size
        self.stream = self._open()

    def close_stream(self) -> None:
        """Close the file, which is opened again for the next line."""
        if self.stream:
            self.stream.close()
            self.stream = None

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding=self.encoding, opener=_private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - defined by logging
        pass


class Log:
    """Writes the program's log to a folder, on a thread of its own, until stopped.

    A file of `size` bytes is renamed, and a new one begins. httpx logs whole URLs, including tokens, so its loggers are
    silenced.
    """

    def __init__(self, folder: Path, secrets: Secrets, size: int = _BYTES, held: HeldFiles = _BRIEF) -> None:
        for name in ("httpx", "httpcore", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        waiting: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
        self._logger = logging.getLogger("caseeditor")
        self._logger.setLevel(logging.INFO)
        self._logger.propagate = False
        self._entry = logging.handlers.QueueHandler(waiting)
        self._entry.setFormatter(_Masked(secrets))
        self._logger.addHandler(logging.NullHandler())  # otherwise lines go to stderr unredacted if there is no file
        self._listener: logging.handlers.QueueListener | None = None
        with contextlib.suppress(OSError):  # unwritable folder: the program runs without a log
            make_private(folder)
            file = _File(folder / "caseeditor.log", size, held)
            self._listener = logging.handlers.QueueListener(waiting, file)
            self._logger.addHandler(self._entry)
            self._listener.start()

    def stop(self) -> None:
        """Write pending lines and close the file."""
        self._logger.removeHandler(self._entry)
        if self._listener:
            self._listener.stop()
            for handler in self._listener.handlers:
                with contextlib.suppress(OSError):  # a full disk takes no last line
                    handler.close()
