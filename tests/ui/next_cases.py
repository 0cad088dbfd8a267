"""Functions that work through a list of cases as an agent does, by keyboard."""

import contextlib
import gc
import threading
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QTabBar, QTabWidget, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from caseeditor.demo.responses import Answer
from caseeditor.demo.server import DemoServer, Request
from caseeditor.demo.world import Case
from caseeditor.domain.backend import BackendInterface
from caseeditor.ui.case_lists.panel import RECENT
from caseeditor.ui.state.session import Session
from tests.ui.parts import AppFixture, field, find, key, line, opened, press

Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class HoldingServer(DemoServer):
    """Answers no update before it is free."""

    def __init__(self, *, pace: float, cases: Mapping[int, Case]) -> None:
        super().__init__(pace=pace, cases=cases)
        self.free = threading.Event()

    def answer(self, request: Request, params: list[tuple[str, str]]) -> Answer:
        if request.method == "POST":
            self.free.wait()
        return super().answer(request, params)


def submit_and_next() -> None:
    key(Qt.Key.Key_Return, Ctrl | Shift)


def submit_by_key() -> None:
    key(Qt.Key.Key_Return, Ctrl)


def note(app: AppFixture, text: str = "llamar") -> None:
    """Leave a text in New note."""
    field("New note", app.window).setPlainText(text)


def in_front(qtbot: QtBot, app: AppFixture, id_: int) -> Session:
    """Wait until a case is on screen, in the front tab."""
    qtbot.waitUntil(lambda: f" – {id_} – " in app.window.windowTitle())
    assert app.session.case_id == str(id_)
    return app.session


def listed(qtbot: QtBot, app: AppFixture, *ids: int) -> Session:
    """Have these cases in the list *Recent*, in this order, which is used last, and the first one open."""
    for id_ in reversed(ids):
        opened(qtbot, app, id_)
    for id_ in ids[1:]:
        press(f"Close case {id_}", app.window)
    qtbot.waitUntil(lambda: app.tabs == [str(ids[0])])
    recent = app.window.panes.lists.remembered.recent
    qtbot.waitUntil(lambda: [case.case_id for case in recent.lines][: len(ids)] == [*map(str, ids)])
    find(QTabBar, "Case lists", app.window).setCurrentIndex(RECENT)
    line("Subject", app.window).setFocus()
    return app.session


def left(qtbot: QtBot, app: AppFixture, id_: int, to: int = 210) -> None:
    """Leave a case with a note for the next one."""
    listed(qtbot, app, id_, to)
    note(app)
    submit_and_next()
    in_front(qtbot, app, to)


@contextlib.contextmanager
def held_hand_over(app: AppFixture) -> Iterator[None]:
    """Hold the worker's loop within the block: a submission made there is on disk only after it."""
    go = threading.Event()

    async def hold(_: BackendInterface) -> None:
        go.wait()

    app.workspace.worker.run(hold)
    try:
        yield
    finally:
        go.set()


def stored_notes(server: DemoServer, id_: int) -> list[str]:
    return [each["text"] for each in server.case(id_).get("notes", [])]


def tab_bar(app: AppFixture) -> QTabBar:
    found = app.window.tabs.findChild(QTabWidget)
    assert isinstance(found, QTabWidget)
    return found.tabBar()


def outbox_button(app: AppFixture) -> QToolButton:
    """Return the button *Outbox* of the status bar."""
    found = [each for each in app.window.findChildren(QToolButton) if each.accessibleIdentifier() == "Outbox"]
    assert len(found) == 1
    return found[0]


def sessions_in_memory(app: AppFixture) -> int:
    """Count the sessions of this window, closed ones too: a test before it in this process may have left others."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    # Not by gc.get_objects(): it would break a tuple that the other thread is building.
    found = [each for each in getAllValidWrappers() if isinstance(each, Session)]
    return sum(each.context is app.session.context for each in found)
