"""A large case is taken, shown and painted in turns, so that keys are served between; a small one at once."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QMainWindow
from pytestqt.qtbot import QtBot

from caseeditor.demo.largest_case import LARGEST
from caseeditor.domain.case.reference import Server
from caseeditor.domain.timeouts import Timing
from caseeditor.ui.case.case_view import CaseView
from caseeditor.ui.case.loading_page import WaitingPage
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.session_context import SessionContext
from caseeditor.ui.state.workspace import Workspace
from tests.ui.parts import TIMING, AppFixture, focused, is_there, labels, line, load, name_of, opened, press, view
from tests.ui.scripted_server import ScriptedServer

SMALL = 203
show_in_turns = CaseView._show_in_turns  # noqa: SLF001 - the turn that others come between


class Course(QObject):
    """Notes in which turn of the event loop the attributes of the next case are taken, shown and painted."""

    def __init__(self, app: AppFixture) -> None:
        super().__init__()
        self.turns: dict[str, int] = {}
        self._app = app
        self._turn = 0
        self._each = QTimer(self)
        self._each.timeout.connect(self._count)
        self._each.start(0)
        app.workspace.cases.session_opened.connect(self._watch)

    def _count(self) -> None:
        self._turn += 1

    def _watch(self, session: Session) -> None:
        session.editor.case_changed.connect(lambda: self._note("taken"))
        shown = self._app.window.current_view()
        assert isinstance(shown, CaseView)
        table = next(each for each in shown.findChildren(QAbstractItemView) if each.accessibleName() == "Attributes")
        table.viewport().installEventFilter(self)

    def _note(self, what: str) -> None:
        self.turns.setdefault(what, self._turn)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._note("shown")
        elif event.type() == QEvent.Type.Paint:
            self._note("painted")
        return False


@pytest.mark.parametrize(("case", "in_turns"), [(LARGEST, True), (SMALL, False)])
def test_the_turns_of_a_case(qtbot: QtBot, app: AppFixture, case: int, in_turns: bool) -> None:
    course = Course(app)
    opened(qtbot, app, case)
    qtbot.waitUntil(lambda: "painted" in course.turns)
    taken, shown, painted = (course.turns[what] for what in ("taken", "shown", "painted"))
    assert (taken < shown < painted) if in_turns else taken == shown


@pytest.fixture
def timing() -> Timing:
    """Give a read the time that a slow machine needs."""
    return msgspec.structs.replace(TIMING, reading=60)


@pytest.fixture
def large(qtbot: QtBot, workspace: Workspace, scripted: ScriptedServer) -> Session:
    """Case 7 of the scripted server, with 600 notes; it is not read yet."""
    scripted.case |= {"notes": [{"date": at, "text": f"note {at}", "userName": "lucia"} for at in range(600)]}
    with qtbot.waitSignal(workspace.account.signed_in):
        workspace.account.sign_in(scripted.url, "token", keep=False)
    return Session(workspace.worker, Server(scripted.url), "7", SessionContext(), workspace)


@pytest.fixture
def large_view(qtbot: QtBot, large: Session) -> Iterator[CaseView]:
    window = QMainWindow()
    qtbot.addWidget(window)
    shown = CaseView(large, window)
    window.setCentralWidget(shown)
    window.resize(1000, 700)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield shown
    window.close()


def test_the_page_of_a_case_that_is_being_read_stays_until_its_turn(
    qtbot: QtBot, large_view: CaseView, scripted: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would say that the case isn't open, and the focus would leave the case."""
    scripted.read_case = lambda _: scripted.may_answer.wait() and scripted.case
    scripted.may_answer.clear()
    large_view.session.load()
    qtbot.waitUntil(lambda: is_there("Cancel", large_view) and not is_there("Try again", large_view))
    page = next(each for each in large_view.findChildren(WaitingPage) if each.isVisible())
    page.setFocus()
    seen: list[tuple[str, str]] = []

    def watch(shown: CaseView) -> None:
        seen.append((labels(shown), focus()))
        show_in_turns(shown)

    monkeypatch.setattr(CaseView, "_show_in_turns", watch)
    before = labels(large_view), focus()
    scripted.may_answer.set()
    qtbot.waitUntil(lambda: view("Attributes", large_view).isVisible())
    assert seen == [before]
    assert before[1] == "Cancel"
    assert large_view.isAncestorOf(focused())


def focus() -> str:
    return name_of(focused())


def test_a_fault_leaves_no_window_that_isnt_painted(
    qtbot: QtBot, large_view: CaseView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: CaseView) -> None:
        raise RuntimeError

    monkeypatch.setattr(CaseView, "_show_content", fail)
    with qtbot.captureExceptions() as faults:
        load(qtbot, large_view.session)
        qtbot.waitUntil(lambda: bool(faults))
        qtbot.waitUntil(large_view.updatesEnabled)


def test_a_large_case_that_is_closed_between_its_turns_leaves_nothing_behind(
    qtbot: QtBot, app: AppFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []

    def close(shown: CaseView) -> None:
        show_in_turns(shown)
        closed.append(shown.updatesEnabled())
        app.window.closing.close_session(shown.session)

    monkeypatch.setattr(CaseView, "_show_in_turns", close)
    line("Case id or link", app.window).setText(str(LARGEST))
    press("Open case", app.window)
    qtbot.waitUntil(lambda: bool(closed) and not app.workspace.sessions)
    assert closed == [False]
    assert opened(qtbot, app, SMALL).case
