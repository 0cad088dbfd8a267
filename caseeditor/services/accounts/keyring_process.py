"""The other end of the processes that ask the keyring, one for each request.

On Linux, keyring, its bus and cryptography cost a start with a case 67 of 521 ms of processor time and 11 of 136 MB; a
process of its own has them on another core, and gives the memory back. Elsewhere the keyring is light. Without a second
core, or where the process doesn't start, the keyring is asked in this process.
"""

import collections
import contextlib
import json
import os
import sys
from typing import TYPE_CHECKING, Any

from caseeditor import __version__
from caseeditor.domain.errors.keyring import KeyringProblem
from caseeditor.services import KEYRING_HELPER_ARGUMENT
from caseeditor.services.accounts.keyring_calls import KeyringFailed, Request, perform
from caseeditor.services.own_process import start_own_process

if TYPE_CHECKING:
    import subprocess

_TRIES = 2
"""Processes that a request gets: one may be killed. Each request may be repeated."""
_PATIENCE = 1
"""Seconds for the end of a killed process."""


class _NoProcessError(Exception):
    """The process did not start."""


class KeyringProcess:
    """Performs requests; those of several threads at a time, each in its own process.

    A process outlasts the deadline of its request, since it has the prompt for the keyring's password: an agent who
    types slowly unlocks the keyring nevertheless. It ends with the program.
    """

    def __init__(self) -> None:
        self._ahead: collections.deque[subprocess.Popen[bytes]] = collections.deque()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._is_closed = False

    def prepare(self) -> None:
        """Start the process of the first request ahead of it. Any thread."""
        with contextlib.suppress(_NoProcessError):
            self._ahead.append(self._start())

    def __call__(self, request: Request) -> str | None:
        """Perform a request; return the token that was read, if any. Blocking. Raises KeyringFailed."""
        for _ in range(_TRIES):
            try:
                return self._exchange(request)
            except _NoProcessError:
                if self._is_closed:
                    break
                return perform(request)
            except (OSError, ValueError):  # it was killed, or crashed
                continue
        raise KeyringFailed(KeyringProblem.REFUSED, "no answer from its process")

    def close(self) -> None:
        """End all processes, whose requests fail, and start no more. Any thread."""
        self._is_closed = True
        for process in tuple(self._running):
            process.kill()
        while self._ahead:
            with contextlib.suppress(IndexError):  # a request has just taken it
                self._end(self._ahead.pop())

    def _exchange(self, request: Request) -> str | None:
        process = self._ahead.pop() if self._ahead else self._start()
        try:
            if not _is_of_this_version(process):
                raise _NoProcessError
            return _answer(process, request)
        finally:
            self._end(process)

    def _end(self, process: "subprocess.Popen[bytes]") -> None:
        import subprocess  # noqa: PLC0415 - not before the window is up

        self._running.discard(process)
        process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):  # it waits for a disk, which no signal ends
            process.wait(_PATIENCE)
        for stream in (process.stdin, process.stdout):
            if stream:
                with contextlib.suppress(OSError):  # of a request that it did not read
                    stream.close()

    def _start(self) -> "subprocess.Popen[bytes]":
        """Start a process. Raises _NoProcessError."""
        try:
            process = None if self._is_closed else start_own_process(KEYRING_HELPER_ARGUMENT)
        except OSError:
            raise _NoProcessError from None
        if process is None:
            raise _NoProcessError
        self._running.add(process)
        if self._is_closed:  # `close` may not have seen it
            process.kill()
        return process


def make_keyring_process() -> KeyringProcess | None:
    """Return None where the keyring is asked in this process."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:  # noqa: PLR2004 - a core besides this program's
        return None
    return KeyringProcess()


def _line(process: "subprocess.Popen[bytes]") -> bytes:
    return process.stdout.readline() if process.stdout else b""


def _is_of_this_version(process: "subprocess.Popen[bytes]") -> bool:
    """Tell whether a process has started, and not from files that have replaced this program's since."""
    try:
        return bool(json.loads(_line(process)) == {"version": __version__})
    except ValueError:
        return False


def _answer(process: "subprocess.Popen[bytes]", request: Request) -> str | None:
    """Return the token that was read, if any. Raises KeyringFailed, OSError, ValueError."""
    if process.stdin:
        process.stdin.write(json.dumps(request).encode() + b"\n")
        process.stdin.flush()
    answer: dict[str, Any] = json.loads(_line(process))
    if "problem" in answer:
        raise KeyringFailed(KeyringProblem(answer["problem"]), str(answer["error"]))
    token: str | None = answer["token"]
    return token
