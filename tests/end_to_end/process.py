"""A program under test as a process: start, wait, end, and everything it writes."""

import operator
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self, TypeVar

from tests.end_to_end.desktop import Desktop, DriverError
from tests.support.time_bounds import slowness

__tracebackhide__ = operator.methodcaller(
    "errisinstance", AssertionError
)  # pytest: show the line of the test, not of this helper

T = TypeVar("T")

SECONDS = 60.0
"""After which a test gives up; no promise of speed."""
CLOSING = 10.0
"""For the program's end, on a quiet machine."""
POLL_MS = 10
TAIL = 3000  # characters of the program's output in a failure message
FOLDERS = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
}


class Process:
    """A program on a desktop, `python -m caseeditor` unless another command is given."""

    def __init__(
        self,
        desktop: Desktop,
        *args: str | Path,
        home: Path,
        command: Sequence[str | Path] = (sys.executable, "-m", "caseeditor"),
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.desktop = desktop
        self.home = home
        self._command = [str(word) for word in (*command, *args)]
        self._env = {**desktop.env, **{name: str(home / folder) for name, folder in FOLDERS.items()}, **(env or {})}
        self._process: subprocess.Popen[bytes] | None = None
        self._output = Path()

    # -- process

    def __enter__(self) -> Self:
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._output = self.home / f"output-{time.monotonic_ns()}.txt"
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(
                self._command,
                env=self._env,
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self._process, "The program hasn't been started."
        return self._process

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    def output(self) -> str:
        """Return the program's output so far, stdout and stderr."""
        return self._output.read_text("utf-8", "replace")

    def peak_memory(self) -> int:
        """Return the peak memory use in bytes."""
        status = Path(f"/proc/{self.pid}/status").read_text("utf-8")
        return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))

    def written(self) -> str:
        """Return the contents of its home: settings, logs, output."""
        files = [path for path in sorted(self.home.rglob("*")) if path.is_file()]
        return "\n".join(f"{path}:\n{path.read_text('utf-8', 'replace')}" for path in files)

    def terminate(self) -> None:
        self.process.terminate()

    def kill(self) -> None:
        """Kill it, as a power cut would; no-op if it has exited."""
        if self.running:
            os.killpg(self.pid, signal.SIGKILL)
        self.process.wait()

    def wait_exit(self, seconds: float = CLOSING) -> int:
        """Wait for its end, longer on a busy machine; returns its exit code."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            more = seconds * (slowness() - 1)
        try:
            return self.process.wait(more)
        except subprocess.TimeoutExpired:
            self.fail(f"the program's end within {seconds + more:.1f} s", None)

    # -- waiting

    def until(
        self, sought: str, read: Callable[[], T], accept: Callable[[T], object] = bool, *, seconds: float = SECONDS
    ) -> T:
        """Repeat a read until its result is accepted, and return the result."""
        deadline = time.monotonic() + seconds
        seen: object = None
        while True:
            ended = not self.running
            try:
                value = read()
            except DriverError as error:
                seen = error
            else:
                if accept(value):
                    return value
                seen = value
            if ended or time.monotonic() > deadline:
                self.fail(sought, seen)
            self.desktop.ask("pause", POLL_MS)

    def fail(self, sought: str, seen: object) -> NoReturn:
        """Fail with the missed condition and the state of the windows."""
        state = "It is running" if self.running else f"It has ended with {self.process.returncode}"
        raise AssertionError(
            f"Sought in vain: {sought}.\nLast seen: {seen!r}\n{state}. Its windows:\n"
            f"{self.desktop.ask('dump', self.pid)}\nIts output:\n{self.output()[-TAIL:]}"
        )
