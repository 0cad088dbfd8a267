"""The program under test as a process, driven through tests/faults/agent.py."""

import json
import os
import select
import signal
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.faults import held_keyring
from tests.faults.fork_server import Child, fork_server
from tests.faults.server import TOKEN
from tests.support.time_bounds import slowness

SECONDS = 60.0
"""After which a test gives up; no promise of speed."""
CLOSING = 10.0
"""For the program's end, on a quiet machine."""
HASTY: dict[str, Any] = {
    "connecting": 2.0,
    "reading": 2.0,
    "updating": 1.0,
    "closing": 2.0,
    "looks": (0.01, 0.01, 0.02, 0.02, 0.03, 0.03),
    "keep_waiting": 0.04,
    "second": 0.005,
    "draft_pause": 0.02,
    "draft_longest": 0.05,
}
State = dict[str, Any]


class RefusedError(AssertionError):
    """The window has no such button or field at the moment."""


class Editor:
    """One start of the program. `state` is its latest state, `said` its messages since the start."""

    def __init__(
        self,
        data: Path,
        server: str,
        *cases: int,
        home: Path | None = None,
        timing: Mapping[str, Any] | None = None,
        token: str = TOKEN,
    ) -> None:
        self.data = data
        self.home = home or data.parent
        self.state: State = {}
        self.said: list[str] = []
        self._token = token
        self.is_kept = False
        """Set before the start: the keyring has the token, so no sign-in is needed."""
        times: dict[str, Any] = {**HASTY, **(timing or {})}
        self._given = {"server": server, "cases": cases, "data": str(data), "timing": times}
        self._child: Child | None = None
        self._held = b""
        self.errors = Path()

    # Lifecycle.

    def __enter__(self) -> Self:
        folder = self.home
        folder.mkdir(parents=True, exist_ok=True)
        self.errors = folder / f"errors-{time.monotonic_ns()}.txt"
        self._child = fork_server().start(self._given, self.env, self.errors)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        self.child.close()

    @property
    def child(self) -> Child:
        assert self._child, "not started"
        return self._child

    @property
    def env(self) -> dict[str, str]:
        """The environment: a home of its own, no screen, and no keyring unless `is_kept`."""
        keyring = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
        if self.is_kept:
            keyring = {"PYTHON_KEYRING_BACKEND": f"{held_keyring.__name__}.Keyring", held_keyring.VARIABLE: self._token}
        return {
            "PATH": os.defpath,
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(self.home),
            "QT_QPA_PLATFORM": "offscreen",
            **keyring,
            "PYTHONFAULTHANDLER": "1",
        }

    def is_there(self) -> bool:
        """Return whether it asks for a token; False once it has exited."""
        ends = time.monotonic() + SECONDS
        while "Sign in" not in self.state.get("dialogs", []):
            if self._hear(ends) is None:
                return False
        return True

    @property
    def pid(self) -> int:
        return self.child.pid

    def kill(self) -> None:
        """Kill it, as a power cut would."""
        self.child.signal(signal.SIGKILL)
        self.child.wait()

    def close(self) -> int:
        """Close its window; returns its exit code."""
        self._send({"do": "close"})
        return self.wait_exit()

    def wait_exit(self, seconds: float = CLOSING) -> int:
        """Wait for its end, longer on a busy machine; returns its exit code."""
        try:
            return self._wait_exit(seconds)
        except TimeoutError:
            more = seconds * (slowness() - 1)
        try:
            return self._wait_exit(more)
        except TimeoutError:
            raise AssertionError(f"It runs on after {seconds + more:.1f} s. {self._dump()}") from None

    def _wait_exit(self, seconds: float) -> int:
        ends = time.monotonic() + seconds
        while self._hear(ends) is not None:  # a full pipe would block it
            pass
        return self.child.wait(max(0.1, ends - time.monotonic()))

    # Commands.

    def do(self, what: str, **named: object) -> State:
        """Send a command; returns the state afterwards."""
        self._send({"do": what, **named})
        ends = time.monotonic() + SECONDS
        while True:
            told = self._hear(ends)
            assert told is not None, f"No answer to {what}. {self._dump()}"
            if "error" in told:
                raise RefusedError(f"{told['error']}\n{self._dump()}")
            if "done" in told:
                return self.state

    def _send(self, command: Mapping[str, object]) -> None:
        data = json.dumps(command).encode() + b"\n"
        while data:
            data = data[os.write(self.child.stdin, data) :]

    def fill(self, name: str, text: str) -> None:
        self.do("fill", name=name, text=text)

    def click(self, name: str, times: int = 1) -> None:
        self.do("click", name=name, times=times)

    def until_conflicts(self) -> None:
        """Wait until the conflicts are shown."""
        self.until("the conflicts", lambda state: "Conflicts" in state["groups"])

    def decide(self, how: str) -> None:
        """Press *Keep mine* or *Take theirs* of each field in conflict, and submit."""
        self.do("decide", how=how)

    def press(self, key: str, name: str = "") -> None:
        self.do("press", key=key, name=name)

    # Waiting.

    def until(self, what: str, come: Callable[[State], object], seconds: float = SECONDS) -> State:
        """Wait until the state satisfies the predicate."""
        ends = time.monotonic() + seconds
        while not (self.state and come(self.state)):
            assert self._hear(ends) is not None, f"Waited in vain for {what}. {self._dump()}"
        return self.state

    def until_said(self, text: str, times: int = 1, seconds: float = SECONDS) -> str:
        """Wait for a message with the text; returns the last such message."""
        ends = time.monotonic() + seconds
        while sum(text in each for each in self.said) < times:
            assert self._hear(ends) is not None, f"Waited in vain for “{text}”. {self._dump()}"
        return next(each for each in reversed(self.said) if text in each)

    def until_seen(self, text: str, seconds: float = SECONDS) -> str:
        """Wait until the text is visible; returns its label."""
        self.until(f"“{text}” in sight", lambda _: self.seen(text), seconds)
        return self.seen(text)

    def seen(self, text: str) -> str:
        return next((label for label in self.state["labels"] if text in label), "")

    def _hear(self, ends: float) -> dict[str, Any] | None:
        """Return the next line; None after the timeout or at the end of the output."""
        while b"\n" not in self._held:
            left = ends - time.monotonic()
            if left <= 0 or not select.select([self.child.stdout], [], [], left)[0]:
                return None
            more = os.read(self.child.stdout, 1_000_000)
            if not more:
                return None
            self._held += more
        line, _, self._held = self._held.partition(b"\n")
        told: dict[str, Any] = json.loads(line)
        if "state" in told:
            self.state = told["state"]
        elif "said" in told:
            self.said.append(told["said"])
        return told

    def _dump(self) -> str:
        said = "\n  ".join(self.said[-8:])
        errors = [line for line in self.errors.read_text().splitlines() if "propagateSizeHints" not in line]
        shown = json.dumps(self.state, ensure_ascii=False, indent=1)
        return "\n".join((shown, "Said:", f"  {said}", "Errors:", *errors[-40:]))

    def listen(self, seconds: float) -> None:
        """Collect output for this time."""
        ends = time.monotonic() + seconds
        while self._hear(ends) is not None:
            pass

    # Actions of an agent.

    def sign_in(self, token: str = "") -> None:
        self.until("the sign-in dialog", lambda state: "Sign in" in state["dialogs"])
        self.do("sign_in", token=token or self._token)
        self.until("signing in", lambda state: "Sign in" not in state["dialogs"])

    def close_cases(self) -> None:
        """Close every tab."""
        while case := self.do("state")["case"]:
            self.do("menu", name="Close case")
            self.until_closed(case)

    def until_closed(self, case: int) -> None:
        self.until(f"case {case} closed", lambda state: case not in state["opened"])

    def open(self, case: int) -> None:
        """Open a case."""
        self.do("open", case=case)
        self.until_open(case)

    def until_open(self, case: int) -> None:
        self.until(f"case {case}", lambda state: case in state["opened"] and state["case"] == case)

    def submit_note(self, text: str) -> None:
        self.fill("New note", text)
        self.click("Submit")

    def edit(self, case: int) -> dict[str, Any]:
        """Return the unsubmitted edit of a case."""
        found: dict[str, Any] = self.state["edits"][str(case)]
        return found

    def notes(self, case: int) -> list[str]:
        """List the pending notes of a case's draft."""
        edit = self.edit(case)
        return [*edit["notes"].values(), *filter(None, [edit["note_text"]])]

    def notes_of_draft(self, case: int) -> list[str]:
        """Open a case, and list the notes of its draft."""
        self.open(case)
        return self.notes(case)

    def states(self, case: int) -> list[str]:
        """List the states of a case's pending submissions."""
        return [state for number, state, *_ in self.state["parcels"] if number == case]

    def states_now(self, case: int) -> list[str]:
        """List the current states, rather than the last reported ones."""
        self.do("state")
        return self.states(case)

    def until_state(self, case: int, *wanted: str) -> None:
        self.until(f"{case} {wanted}", lambda _: self.states(case) == [*wanted])

    def until_saved(self, case: int) -> None:
        """Wait until the typed text is on disk."""
        self.until("the draft on disk", lambda state: state["kept"][str(case)][0])
