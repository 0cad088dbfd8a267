"""A private desktop for a test: screen, session bus, keyring and accessibility bus, removed at the end."""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

DRIVER = Path(__file__).with_name("driver.py")
X11 = Path(__file__).with_name("x11.py")
SYSTEM_PYTHON = "/usr/bin/python3"
SCREEN = "1366x768x24"  # the smallest supported screen
START_SECONDS = 20.0
STOP_SECONDS = 3.0
ANSWER_SECONDS = 60.0  # the driver's own calls time out long before
CLICK_MS = 60  # between the two clicks of a double click
TOOLS = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "setxkbmap": "x11-xkb-utils",
    "xclip": "xclip",
    "xdotool": "xdotool",
    "import": "imagemagick",
    SYSTEM_PYTHON: "python3",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
KEYRING = "keyring.backends.SecretService.Keyring"
KEEPER = """\
import json, sys, keyring

def list_usernames(service):
    collection = keyring.get_keyring().get_preferred_collection()
    return [item.get_attributes()["username"] for item in collection.search_items({"service": service})]

keyring.list_usernames = list_usernames
for line in sys.stdin:
    what, *words = json.loads(line)
    print(json.dumps(getattr(keyring, what)(*words)), flush=True)
"""


class MissingToolError(Exception):
    """A tool that the desktop needs isn't installed."""


class DriverError(Exception):
    """The driver got no answer: the object is gone."""


def require_tools() -> None:
    """Check that all tools are installed; the error names every missing package."""
    missing = {package for tool, package in TOOLS.items() if shutil.which(tool) is None}
    if shutil.which(SYSTEM_PYTHON) and subprocess.run([SYSTEM_PYTHON, "-c", "import gi"], check=False).returncode:
        missing.add("python3-gi")
    if missing:
        raise MissingToolError(
            f"The end-to-end tests need: apt-get install --no-install-recommends {' '.join(sorted(missing))}"
        )


class Desktop:
    """One private desktop. Programs started with its `env` are isolated from the outside."""

    def __init__(self, screen: str = SCREEN, **env: str) -> None:
        self._screen = screen
        self.root = Path()
        self.env: dict[str, str] = {}
        self._extra = env
        self._processes: list[subprocess.Popen[bytes]] = []
        self._driver: subprocess.Popen[str] | None = None
        self._keeper: subprocess.Popen[str] | None = None

    # -- lifecycle

    def __enter__(self) -> Self:
        require_tools()
        self.root = Path(tempfile.mkdtemp(prefix="desktop-"))
        try:
            self._build()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _build(self) -> None:
        folders = {
            name: self.root / folder
            for name, folder in {
                "HOME": "home",
                "TMPDIR": "tmp",
                "XDG_RUNTIME_DIR": "run",
                "XDG_CONFIG_HOME": "home/.config",
                "XDG_DATA_HOME": "home/.local/share",
                "XDG_CACHE_HOME": "home/.cache",
                "XDG_STATE_HOME": "home/.local/state",
            }.items()
        }
        for folder in folders.values():
            folder.mkdir(mode=0o700, parents=True)
        self.env = {
            "PATH": os.environ.get("PATH", os.defpath),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_LOGGING_RULES": "qt.accessibility.atspi.warning=false",  # warnings about vanished objects
            "PYTHONFAULTHANDLER": "1",
            **{name: str(folder) for name, folder in folders.items()},
            **self._extra,
        }
        # Without -noreset the server resets when its last client leaves, and rejects clients at that moment.
        server = ("Xvfb", "-noreset", "-screen", "0", self._screen, "-nolisten", "tcp", "-displayfd", "{fd}")
        self.env["DISPLAY"] = f":{self._told(*server)}"
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._told(
            "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={fd}"
        )
        keyring = self._start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
        if keyring.stdin:
            keyring.stdin.write(b"ci")  # an empty password fails on a fresh home
            keyring.stdin.close()
        self._driver = self._start_answering("driver", SYSTEM_PYTHON, str(DRIVER))
        deadline = time.monotonic() + START_SECONDS
        while not self.ask("owned", "org.freedesktop.secrets"):
            if time.monotonic() > deadline:
                raise TimeoutError(f"The keyring did not start: {self._log_text('gnome-keyring-daemon')}")
            self.ask("pause", 10)

    def _log(self, name: str) -> IO[bytes]:
        return (self.root / f"{name}.log").open("ab")

    def _log_text(self, name: str) -> str:
        return (self.root / f"{name}.log").read_text("utf-8", "replace")

    def _start(self, *command: str, fds: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
        with self._log(Path(command[0]).name) as log:
            process = subprocess.Popen(
                command,
                env=self.env,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                pass_fds=fds,
                start_new_session=True,
            )
        self._processes.append(process)
        return process

    def _start_answering(self, name: str, *command: str, **env: str) -> subprocess.Popen[str]:
        """Start a process that answers each line with a line."""
        with self._log(name) as log:
            return subprocess.Popen(
                command,
                env={**self.env, **env},
                text=True,
                encoding="utf-8",
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
            )

    def _answer(self, name: str, process: subprocess.Popen[str] | None, question: object) -> Any:  # noqa: ANN401 - JSON
        if not process or not process.stdin or not process.stdout:
            raise RuntimeError("The desktop isn't running.")
        process.stdin.write(json.dumps(question) + "\n")
        process.stdin.flush()
        if not select.select([process.stdout], [], [], ANSWER_SECONDS)[0]:
            raise TimeoutError(f"The {name} doesn't answer {question}.")
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(f"The {name} ended: {self._log_text(name)}")
        return json.loads(line)

    def _told(self, *command: str) -> str:
        """Start a server and read the line that it writes to the descriptor {fd} when it is ready."""
        reading, writing = os.pipe()
        with os.fdopen(reading, encoding="utf-8") as ready:
            try:
                self._start(*(word.replace("{fd}", str(writing)) for word in command), fds=(writing,))
            finally:
                os.close(writing)
            line = ready.readline().strip() if select.select([ready], [], [], START_SECONDS)[0] else ""
        if not line:
            raise TimeoutError(f"{command[0]} did not start: {self._log_text(command[0])}")
        return line

    def _end(self) -> None:
        """Kill all processes of this desktop, with their descendants."""
        for helper in filter(None, (self._driver, self._keeper)):
            helper.kill()
            helper.communicate()
        for sign in (signal.SIGTERM, signal.SIGKILL):
            deadline = time.monotonic() + STOP_SECONDS
            for pid in self.inhabitants():
                send(pid, sign)
            while self.inhabitants() and time.monotonic() < deadline:
                for process in self._processes:
                    process.poll()
                time.sleep(0.01)  # grandchildren can only be polled, not waited for
        for process in self._processes:
            process.wait()
            if process.stdin:
                process.stdin.close()
        shutil.rmtree(self.root, ignore_errors=True)

    def inhabitants(self) -> list[int]:
        """Find the processes with this desktop's folder in their environment."""
        mark = f"XDG_RUNTIME_DIR={self.root}/run".encode()
        found = []
        for folder in Path("/proc").iterdir():
            if folder.name.isdecimal():
                try:
                    inhabits = mark in (folder / "environ").read_bytes().split(b"\0")
                except OSError:  # exited in the meantime, or another user's
                    continue
                if inhabits:
                    found.append(int(folder.name))
        return found

    # -- programs

    def run(
        self, *command: str | Path, stdin: str = "", env: Mapping[str, str] | None = None, timeout: float = 60
    ) -> subprocess.CompletedProcess[str]:
        """Run a command on this desktop until it exits."""
        return subprocess.run(
            [str(word) for word in command],
            env={**self.env, **(env or {})},
            cwd=self.env["HOME"],
            input=stdin,
            text=True,
            encoding="utf-8",
            capture_output=True,
            timeout=timeout,
            check=False,
        )

    def _do(self, *command: str | Path, stdin: str = "", env: Mapping[str, str] | None = None) -> str:
        done = self.run(*command, stdin=stdin, env=env)
        if done.returncode:
            raise RuntimeError(f"{command[0]} {command[1]} failed: {done.stderr or done.stdout}")
        return done.stdout

    def ask(self, what: str, *words: object, **named: object) -> Any:  # noqa: ANN401 - any JSON
        """Send one request to the driver (driver.py)."""
        answer = self._answer("driver", self._driver, {"do": what, "words": words, "with": named})
        if "error" in answer:
            raise DriverError(answer["error"])
        return answer["answer"]

    # -- the keyring

    def store_secret(self, service: str, username: str, password: str) -> None:
        self._ask_keyring("set_password", service, username, password)

    def read_secret(self, service: str, username: str) -> str | None:
        secret: str | None = self._ask_keyring("get_password", service, username)
        return secret

    def forget_secrets(self, service: str, *, are_stale: Callable[[str], bool]) -> None:
        """Delete the secrets of a service whose user names are stale."""
        for username in filter(are_stale, self._ask_keyring("list_usernames", service)):
            self._ask_keyring("delete_password", service, username)

    def _ask_keyring(self, *words: str) -> Any:  # noqa: ANN401 - any JSON
        if self._keeper is None:
            command = (sys.executable, "-c", KEEPER)
            self._keeper = self._start_answering("keyring", *command, PYTHON_KEYRING_BACKEND=KEYRING)
        return self._answer("keyring", self._keeper, words)

    def lock_keyring(self) -> None:
        """Lock the keyring: on a screen, a client now waits for a prompt that stays unanswered."""
        self.ask("lock_keyring")

    # -- input and windows

    def press(self, *keys: str) -> None:
        """Press keys, by their X names (ctrl+a, Return), in the window with the keyboard focus."""
        self._do("xdotool", "key", "--clearmodifiers", "--delay", "2", *keys)

    def type_text(self, text: str) -> None:
        """Type into the window with the keyboard focus; the text stays out of the process list."""
        if not text.isascii():
            self._do(sys.executable, X11, "map", stdin=text)
        for number, line in enumerate(text.split("\n")):  # xdotool drops line breaks
            if number:
                self.press("Return")
            if line:
                self._do("xdotool", "type", "--clearmodifiers", "--delay", "2", "--file", "-", stdin=line)

    def click(self, x: int, y: int, *, times: int = 1, button: int = 1) -> None:
        where = ("mousemove", str(x), str(y))
        self._do("xdotool", *where, "click", "--repeat", str(times), "--delay", str(CLICK_MS), str(button))

    def drag(self, start: tuple[int, int], stop: tuple[int, int]) -> None:
        """Press the left button, move in small steps, and release it."""
        steps = [tuple(round(a + (b - a) * part / 8) for a, b in zip(start, stop, strict=True)) for part in range(1, 9)]
        moves = [word for x, y in steps for word in ("mousemove", str(x), str(y), "sleep", "0.02")]
        begin = ("mousemove", str(start[0]), str(start[1]), "mousedown", "1")
        self._do("xdotool", *begin, *moves, "mouseup", "1")

    def move(self, x: int, y: int) -> None:
        """Move the pointer in two steps: a single step may not count as a movement."""
        self._do("xdotool", "mousemove", str(x - 1), str(y - 1), "mousemove", str(x), str(y))

    def screenshot(self, path: Path) -> None:
        self._do("import", "-window", "root", path)

    def windows_of(self, pid: int) -> list[str]:
        """List the X windows that a process shows."""
        return self.run("xdotool", "search", "--onlyvisible", "--pid", str(pid)).stdout.split()

    def window_name(self, window: str) -> str:
        return self.run("xdotool", "getwindowname", window).stdout.removesuffix("\n")

    def focused_window(self) -> str:
        return self.run("xdotool", "getwindowfocus", "-f").stdout.strip()

    def focus_window(self, window: str) -> None:
        """Focus a window and raise it, as a window manager would."""
        self.run(
            "xdotool", "windowraise", window, "windowfocus", window
        )  # fails if the window is already gone; the caller retries

    def place_window(self, window: str, width: int, height: int) -> None:
        """Move a window to the screen's corner with this size, as maximizing does."""
        self._do("xdotool", "windowmove", window, "0", "0", "windowsize", window, str(width), str(height))

    def close_window(self, window: str) -> None:
        """Ask a window to close, as a window manager would."""
        self._do(sys.executable, X11, "close", window)


def send(pid: int, sign: signal.Signals) -> None:
    """Send a signal to a process that may have exited."""
    with suppress(ProcessLookupError):
        os.kill(pid, sign)
