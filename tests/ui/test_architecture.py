"""The paths of a keystroke and of a submission in ARCHITECTURE.md, compared with a trace of every thread."""

import inspect
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FrameType

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import caseeditor
from caseeditor.domain.backend import BackendInterface
from caseeditor.services.backend import Backend
from caseeditor.ui.case.loading_page import WaitingPage
from caseeditor.ui.state.session import Session
from tests.ui.parts import AppFixture, field, key, opened, typed

PAGE = (Path(caseeditor.__file__).parent / "ARCHITECTURE.md").read_text("utf-8")
Entered = set[tuple[str, str]]
"""Pairs of a thread and a module with a function called there, named without the package."""

_QUIET = 0.7
"""Seconds without a call after which all effects are over: longer than any pause of the program here."""
_TRACED = 10
"""Seconds that the rest of a test takes. A change of the minute would repaint the times in the lists."""


class Trace:
    """Records the modules entered on each traced thread, without code run by imports."""

    def __init__(self) -> None:
        self._entered: Entered = set()
        self._last = time.monotonic()

    def follow(self, thread: str) -> None:
        """Trace the calling thread."""
        sys.setprofile(partial(self.record, thread))

    def take(self) -> Entered:
        """Return the modules entered since the last call."""
        entered, self._entered = self._entered, set()
        return entered

    @property
    def is_quiet(self) -> bool:
        return time.monotonic() - self._last > _QUIET

    def record(self, thread: str, frame: FrameType, event: str, _: object) -> None:
        package, _, module = str(frame.f_globals.get("__name__", "")).partition(".")
        is_function = frame.f_code.co_flags & inspect.CO_OPTIMIZED
        if event == "call" and package == "caseeditor" and is_function and not module.startswith("demo."):
            self._entered.add((thread, module))
            if frame.f_code.co_name != "eventFilter":  # it also sees timers of the waiting test
                self._last = time.monotonic()


@pytest.fixture
def trace(qtbot: QtBot, app: AppFixture) -> Iterator[Trace]:
    """Trace every thread of the program."""
    made, done = Trace(), list[object]()
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)  # a blinking cursor is painted by the program's style

    async def follow(backend: BackendInterface) -> None:
        assert isinstance(backend, Backend)
        made.follow("Worker thread")
        await backend.database.do(lambda _: made.follow("Store thread"))
        await backend.disk(lambda: made.follow("Disk thread"))

    app.workspace.worker.run(follow, done.append)
    qtbot.waitUntil(lambda: bool(done))
    threading.setprofile(partial(made.record, "another thread"))
    made.follow("GUI thread")
    yield made
    sys.setprofile(None)
    threading.setprofile(None)
    QApplication.setCursorFlashTime(flash)


@pytest.fixture
def type_in(qtbot: QtBot, app: AppFixture, trace: Trace) -> Callable[[int], Session]:
    """Open a case and type into New note, until it is on disk and all effects are over."""

    def make(id_: int) -> Session:
        qtbot.waitUntil(lambda: time.time() % 60 <= 60 - _TRACED, timeout=2000 * _TRACED)
        is_loading = threading.Event()

        async def hold(_: BackendInterface) -> None:
            """Block the loop until the case has its loading page, which a fast computer would skip."""
            is_loading.wait()

        app.workspace.worker.run(hold, lambda _: None)
        looking = QTimer()

        def look() -> None:
            if any(page.isVisible() for page in app.window.findChildren(WaitingPage)):
                is_loading.set()

        looking.timeout.connect(look)
        looking.start(5)
        session = opened(qtbot, app, id_)
        looking.stop()
        field("New note", app.window).setFocus()
        typed("llama")
        qtbot.waitUntil(lambda: trace.is_quiet and bool(session.kept.at))
        return session

    return make


def told(title: str) -> Entered:
    """Return the modules listed under a title of the page, before each colon, with the thread named above them."""
    [section] = re.findall(rf"^## {title}$(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    entered: Entered = set()
    thread = ""
    for line in section.replace("\n  ", " ").splitlines():
        if found := re.match(r"\*\*(.+?)\*\*", line):
            thread = found[1]
        elif line.startswith("- "):
            entered |= {(thread, name) for name in re.findall(r"`([\w.]+)`", line.partition(": ")[0])}
    return entered


def differing(entered: Entered, listed: Entered) -> list[str]:
    """List the modules missing from the page (+) and those it lists in excess (-)."""
    lacking = [f"+ {thread}: `{name}`" for thread, name in sorted(entered - listed)]
    return [*lacking, *(f"- {thread}: `{name}`" for thread, name in sorted(listed - entered))]


def test_a_keystroke_enters_the_modules_that_the_page_lists(
    qtbot: QtBot, trace: Trace, type_in: Callable[[int], Session]
) -> None:
    session = type_in(210)
    trace.take()
    typed("r")
    qtbot.waitUntil(lambda: trace.is_quiet)
    assert session.edit.note_text == "llamar"
    assert differing(trace.take(), told("A keystroke, to the disk")) == []


def test_a_submission_enters_the_modules_that_the_page_lists(
    qtbot: QtBot, app: AppFixture, trace: Trace, type_in: Callable[[int], Session]
) -> None:
    for id_ in (211, 210):  # the first one triggers late imports
        session = type_in(id_)
        trace.take()
        key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: trace.is_quiet and app.status.startswith("Submitted: stored at "))
        assert not session.submissions
    assert differing(trace.take(), told("A submission, to the server and back")) == []


def test_modules_of_the_page_exist() -> None:
    package = Path(caseeditor.__file__).parent
    named = {
        name
        for name in re.findall(r"`((?:\w+\.)*\w+)`", PAGE)
        if name.split(".")[0] in {"domain", "runtime", "services", "ui"}
    }
    lost = [
        name
        for name in sorted(named)
        if not any((package / name.replace(".", "/")).with_suffix(end).exists() for end in ("", ".py"))
    ]
    assert len(named) > 50
    assert lost == []
