"""The other end of the process that runs Hunspell. Blocking: runs on the spelling thread."""

import contextlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from caseeditor.runtime.time_limit import time_limit
from caseeditor.services import HELPER_ARGUMENT
from caseeditor.services.own_process import start_own_process
from caseeditor.services.spelling.limits import LOADING, limit_of

if TYPE_CHECKING:
    import subprocess

_MORE = 5
"""Seconds beyond the limit at which the process should have ended itself."""


class HelperError(Exception):
    """The process ended before its answer: it crashed, or took too long."""


class NoLibraryError(Exception):
    """Hunspell isn't installed."""


class HelperProcess:
    """One process at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False

    def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answer to a request. Raises HelperError."""
        if self.is_closed():
            raise HelperError
        try:
            return json.loads(self._exchange(json.dumps(request), limit_of(request)))  # type: ignore[no-any-return]
        except (OSError, ValueError) as error:
            self.end()
            raise HelperError from error

    @property
    def runs(self) -> bool:
        return self._process is not None

    def is_closed(self) -> bool:
        """Tell whether it has ended for good; another thread may change this at any time."""
        return self._is_closed

    def start(self) -> None:
        """Start the process. Raises HelperError, NoLibraryError."""
        try:
            self._start()
        except (OSError, ValueError) as error:
            self.end()
            raise HelperError from error

    def end(self) -> None:
        """End the process; `start` starts another one. Can be called on another thread."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream:
                    with contextlib.suppress(OSError):  # of a request that it did not read
                        stream.close()

    def close(self) -> None:
        """End the process for good."""
        self._is_closed = True
        if self._process:
            self._process.kill()

    def _start(self) -> None:
        if self.is_closed():
            raise HelperError
        self._process = process = start_own_process(HELPER_ARGUMENT)
        if process is None:
            raise HelperError
        if self.is_closed():  # since the beginning of Popen: `close` did not see the process
            self.end()
            raise HelperError
        with time_limit(LOADING + _MORE, process.kill):
            begun = json.loads(self._read(process))
        if "problem" in begun:
            self.end()
            raise NoLibraryError

    def _exchange(self, line: str, seconds: int) -> bytes:
        process = self._process
        if process is None or process.stdin is None:
            raise HelperError
        with time_limit(seconds + _MORE, process.kill):  # it may be stopped, or hang in the system
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            return self._read(process)

    def _read(self, process: "subprocess.Popen[bytes]") -> bytes:
        line = process.stdout.readline() if process.stdout else b""
        if not line:
            self.end()
            raise HelperError
        return line
