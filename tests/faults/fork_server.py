"""Starts programs by forking a process with all imports done, in a fraction of a second.

Run as a program, it is that process: it forks a child for each request and reports its exit code.
"""

import atexit
import faulthandler
import functools
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_LONGEST = 1_000_000


class Child:
    """A started program; `stdin` and `stdout` are the test's ends."""

    def __init__(self, fork_server: "ForkServer", pid: int, stdin: int, stdout: int) -> None:
        self._fork_server = fork_server
        self.pid = pid
        self.stdin = stdin
        self.stdout = stdout
        self._code: int | None = None

    def signal(self, sign: signal.Signals) -> None:
        if self._code is None:
            os.kill(self.pid, sign)

    def wait(self, seconds: float | None = None) -> int:
        """Wait for its exit; returns the exit code, -N after signal N. Raises TimeoutError."""
        if self._code is None:
            if seconds is not None and not self._ends(seconds):
                raise TimeoutError
            self._code = int(self._fork_server.ask({"wait": self.pid})["code"])
        return self._code

    def _ends(self, seconds: float) -> bool:
        handle = os.pidfd_open(self.pid)
        try:
            poll = select.poll()
            poll.register(handle)
            return bool(poll.poll(seconds * 1000))
        finally:
            os.close(handle)

    def close(self) -> None:
        for end in (self.stdin, self.stdout):
            os.close(end)


class ForkServer:
    """The process that all programs of a test run are forked from."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.fork_server", str(theirs.fileno())],
            cwd=ROOT,
            env=env,
            pass_fds=(theirs.fileno(),),
            stdin=subprocess.DEVNULL,
        )
        theirs.close()

    def start(self, given: Mapping[str, Any], env: Mapping[str, str], errors: Path) -> Child:
        """Start a program with the arguments of agent.main, an environment, and a file for its stderr."""
        their_in, our_in = os.pipe()
        our_out, their_out = os.pipe()
        log = os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            told = self.ask({"given": given, "env": env}, their_in, their_out, log)
        finally:
            for end in (their_in, their_out, log):
                os.close(end)
        return Child(self, int(told["pid"]), our_in, our_out)

    def ask(self, what: Mapping[str, Any], *ends: int) -> dict[str, Any]:
        socket.send_fds(self._line, [json.dumps(what).encode()], ends)
        answer: dict[str, Any] = json.loads(self._line.recv(_LONGEST))
        return answer

    def close(self) -> None:
        self._line.close()
        self._process.wait()


@functools.cache
def fork_server() -> ForkServer:
    """Return the fork server of this test run."""
    env = {"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    made = ForkServer(env)
    atexit.register(made.close)
    return made


def _serve(line: socket.socket) -> None:
    while True:
        data, ends, _, _ = socket.recv_fds(line, _LONGEST, 3)
        if not data:
            return
        asked = json.loads(data)
        if "wait" in asked:
            _, status = os.waitpid(asked["wait"], 0)
            answer = {"code": os.waitstatus_to_exitcode(status)}
        else:
            pid = os.fork()
            if pid == 0:
                line.close()
                _become(asked, ends)
            answer = {"pid": pid}
        for end in ends:
            os.close(end)
        line.send(json.dumps(answer).encode())


def _become(asked: dict[str, Any], ends: list[int]) -> None:
    from tests.faults import agent  # noqa: PLC0415 - already imported

    code = 70
    try:
        for target, end in enumerate(ends):
            os.dup2(end, target)
            os.close(end)
        os.setsid()
        os.environ.clear()
        os.environ.update(asked["env"])
        faulthandler.enable()
        code = agent.main(asked["given"])
        sys.stdout.flush()
    except BaseException:
        sys.excepthook(*sys.exc_info())
        raise
    finally:
        sys.stderr.flush()
        os._exit(code)


def _import_all() -> None:
    """Import the modules that the program imports lazily."""
    import httpx  # noqa: F401, PLC0415 - for the forked programs
    import keyring.backends.null  # noqa: F401, PLC0415 - for the forked programs
    from PySide6 import QtNetwork  # noqa: F401, PLC0415 - for the forked programs

    import tests.faults.agent  # noqa: F401, PLC0415 - for the forked programs


if __name__ == "__main__":
    _import_all()
    _serve(socket.socket(fileno=int(sys.argv[1])))
