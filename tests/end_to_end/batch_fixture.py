"""A batch in the real window, driven as the contract names its parts, and a server whose answers to updates wait."""

import functools
import operator
import re
import threading

from caseeditor.demo.responses import Answer
from caseeditor.demo.server import Request
from tests.end_to_end.delivery_fixture import Gateway, notes
from tests.end_to_end.program import Program

IDS = tuple(range(210, 220))
NOTE = "Retraso por obras: te avisamos"
MOST_TABS = 60


class SlowGateway(Gateway):
    """Stores an update at once, and answers it `seconds` later, or once `free` is set."""

    def __init__(self, *, token: str, user: str) -> None:
        super().__init__(token=token, user=user, pace=0.1)
        self.seconds = 0.0
        self.free = threading.Event()
        self.free.set()

    def answer(self, request: Request, params: list[tuple[str, str]]) -> Answer:
        answer = super().answer(request, params)
        if request.method == "POST":
            self.free.wait()
            self.stopping.wait(self.seconds)
        return answer

    def stop(self) -> None:
        self.free.set()
        super().stop()


class BatchFixture:
    """The batch in front of one program."""

    def __init__(self, editor: Program, server: Gateway) -> None:
        self.editor = editor
        self.server = server
        self.is_by_mouse = False

    def press(self, name: str) -> None:
        """Press a button through the accessibility bus, or with the mouse."""
        if self.is_by_mouse:
            self.editor.activate()
            self.editor.desktop.click(*self.editor.place_of("push button", name).centre)
        else:
            self.editor.click(name)

    def begin(self, ids: tuple[int, ...], *, note: str = "") -> None:
        """Open a new batch with these cases, and a note if one is given."""
        self.editor.menu("Cases", "Change many cases")
        self.editor.set_text("Case ids", "\n".join(map(str, ids)))
        if note:
            self.editor.set_text("New note", note)

    def make_plan(self) -> None:
        self.press("Make plan")
        self.wait("planned")

    def run(self) -> None:
        """Run it to the end, going on after each stop."""
        self.press("Run")
        self.go_on()

    def go_on(self) -> None:
        """Go on after each stop until it is done."""
        while self.wait("paused", "done").startswith("paused"):
            stopped = self.status()
            self.press("Go on")
            self.editor.until("the rows after a stop", self.status, functools.partial(operator.ne, stopped))

    def status(self) -> str:
        return next((label.name for label in self.editor.find("label", identifier="BatchStatus")), "")

    def wait(self, *states: str) -> str:
        """Wait for one of these states."""
        return self.editor.until(f"the state {states}", self.status, lambda now: now.split(" · ")[0] in states)

    def wait_for(self, status: str) -> None:
        self.editor.until(f"the status {status!r}", self.status, status.__eq__)

    def results(self) -> list[list[str]]:
        return self.editor.table("Results")

    def tabs(self) -> list[str]:
        """List the names of the tabs of batches."""
        return [tab.name for tab in self.editor.find("page tab") if tab.name.startswith("Batch ")]

    def show_tab(self) -> None:
        """Click the tab of the batch."""
        (tab,) = [tab for tab in self.editor.find("page tab") if tab.name.startswith("Batch ")]
        self.editor.activate()
        self.editor.desktop.click(*self.editor.extents(tab).centre)
        self.editor.until("the batch in front", self.status)

    def doubled(self) -> list[int]:
        """List the cases with the note more than once."""
        return [number for number in IDS if notes(self.server, number).count(NOTE) > 1]

    def noted(self) -> int:
        """Count the cases with the note."""
        return sum(NOTE in notes(self.server, number) for number in IDS)


def counts(status: str) -> dict[str, int]:
    """Return the counts of a status by outcome."""
    return {match[1].strip(): int(match[2]) for match in re.finditer(r"([a-z ]+) (\d+)", status)}


def tab_to(editor: Program, name: str) -> None:
    """Press Tab until an object has the focus."""
    for _ in range(MOST_TABS):
        if editor.focused()[0] == name:
            return
        editor.press("Tab")
    editor.fail(f"{name!r} within {MOST_TABS} presses of Tab", editor.focused())
