"""Functions that find controls by their accessible names, and build cases."""

import contextlib
import http.client
import json
import shutil
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.model import Case, read_answer
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.timeouts import Timing
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from caseeditor.ui.case.columns import SideColumn
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.messages.message import Message
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.workspace import Workspace

W = TypeVar("W", bound=QWidget)
TIMING = Timing(
    connecting=2,
    reading=2,
    updating=1,
    keyring=2,
    closing=3,
    looks=(0.01,) * 6,
    keep_waiting=0.05,
    second=0.01,
    draft_pause=0.02,
    draft_longest=0.1,
)
"""All waiting times, shortened."""


def case_of(id_: int = 7, /, **fields: object) -> Case:
    """Build a case from a server's response with these fields."""
    case = read_answer(json.dumps({"id": id_, "subject": "Pedido", **fields}).encode()).case
    assert case is not None
    return case


def showing(session: Session, case: Case) -> Session:
    """Show a case in a session as if it had been read, without a server."""
    session.editor.show(case)
    return session


def load(qtbot: QtBot, session: Session) -> Session:
    """Read the session's case, again if loaded."""
    with qtbot.waitSignal(session.editor.case_changed):
        session.load()
    return session


def submit(qtbot: QtBot, session: Session) -> Message:
    """Submit, and return the last message."""
    heard = Heard(session)
    with ended(qtbot, session):
        session.submit()
    return heard.last


@contextlib.contextmanager
def ended(qtbot: QtBot, session: Session) -> Iterator[None]:
    """Wait until submissions made in the block have ended or need an answer."""
    yield
    qtbot.waitUntil(lambda: not is_under_way(session))


@contextlib.contextmanager
def answered(qtbot: QtBot, session: Session) -> Iterator[None]:
    """Wait until the agent's answer was processed, and the submission has ended or asks again."""
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda: session.question is None):
        yield
    qtbot.waitUntil(lambda: not is_under_way(session))


def is_under_way(session: Session) -> bool:
    """Tell whether submissions are in progress without the agent."""
    waits = (State.NEEDS_ANSWER, State.CONFLICTED)
    return session.is_handing_over or any(submission.state not in waits for submission in session.submissions)


class Heard:
    """Records the messages of a session."""

    def __init__(self, session: Session) -> None:
        self.messages: list[Message] = []
        session.message_emitted.connect(self.messages.append)

    @property
    def last(self) -> Message:
        return self.messages[-1]


class Watched:
    """Records the signals of a model, which Qt's own tester checks."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.changed: list[int] = []
        self.inserted: list[int] = []
        self.removed: list[int] = []
        self.resets = 0
        self._model = model
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
        model.dataChanged.connect(self._on_changed)
        model.rowsInserted.connect(lambda _, first, last: self.inserted.extend(range(first, last + 1)))
        model.rowsRemoved.connect(lambda _, first, last: self.removed.extend(range(first, last + 1)))
        model.modelReset.connect(self._on_reset)

    def forget(self) -> None:
        """Clear the records."""
        self.changed, self.inserted, self.removed, self.resets = [], [], [], 0

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.changed.extend(range(first.row(), last.row() + 1))

    def _on_reset(self) -> None:
        self.resets += 1


def column(model: QAbstractItemModel, number: int = 0) -> list[str]:
    """Return the texts of a column, row by row."""
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def texts(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    """Yield the texts of a tree's lines, from the top."""
    parent = QModelIndex() if parent is None else parent
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield str(index.data())
        yield from texts(model, index)


def shown(tip: str | None) -> str:
    """Return a tooltip as displayed: Qt guesses whether a text is rich text, as in a label."""
    label = QLabel(tip or "")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    select_all = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(label, select_all)
    return label.selectedText()


def name_of(widget: QWidget) -> str:
    """Return a control's name for screen readers."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text().replace("&", "") if isinstance(widget, QAbstractButton) else ""


def do_posted() -> None:
    """Run queued calls: a button just added to a layout is shown only then."""
    QApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)


def find(kind: type[W], name: str, inside: QWidget) -> W:
    """Return the only visible control of that kind and name."""
    do_posted()
    found = [each for each in inside.findChildren(kind) if each.isVisible() and name_of(each) == name]
    assert len(found) == 1, f"{len(found)} controls are called {name}"
    return found[0]


def press(name: str, inside: QWidget) -> None:
    """Press the button of that name."""
    find(QAbstractButton, name, inside).click()


def double_click(widget: QWidget, place: QPoint) -> None:
    """Double click. QTest leaves the button down, for all tests that follow in the process."""
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=place)


def choose_of_case(text: str, window: MainWindow) -> None:
    """Choose an action of the menu beside the subject of the case in front."""
    more = find(QAbstractButton, "More for the case", window)
    menu = next(each for each in more.children() if isinstance(each, QMenu))
    menu.aboutToShow.emit()
    found = [each for each in menu.actions() if each.text() == text and each.isVisible()]
    assert len(found) == 1, f"{len(found)} actions are called {text}"
    found[0].trigger()


def side_of(window: MainWindow) -> SideColumn:
    """Return the column beside the case in front."""
    found = window.current_view()
    assert found is not None
    return found.findChildren(SideColumn)[0]


def line(name: str, inside: QWidget) -> QLineEdit:
    return find(QLineEdit, name, inside)


def field(name: str, inside: QWidget) -> QPlainTextEdit:
    return find(QPlainTextEdit, name, inside)


def view(name: str, inside: QWidget) -> QAbstractItemView:
    return find(QAbstractItemView, name, inside)


def labels(inside: QWidget) -> str:
    """Return the texts of all visible labels."""
    return "\n".join(each.text() for each in inside.findChildren(QLabel) if each.isVisible())


def is_there(name: str, inside: QWidget) -> bool:
    """Tell whether a button of that name is visible."""
    return any(each.isVisible() and name_of(each) == name for each in inside.findChildren(QAbstractButton))


def focused() -> QWidget:
    """Return the focused widget."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def typed(text: str) -> None:
    """Type into the focused widget; the first letter may open an editor that gets the others."""
    for letter in text:
        QTest.keyClicks(focused(), letter)


def key(which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the focused widget."""
    QTest.keyClick(focused(), which, modifiers)


class AppFixture(QObject):
    """The window and its workspace."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__()
        self.window = window
        self.workspace = workspace

    @property
    def status(self) -> str:
        """The text of Status."""
        return self._label("Status").text()

    @property
    def account(self) -> str:
        """The account's text in the foot of the window."""
        return "\n".join(each.text() for each in self.window.statusBar().findChildren(QLabel))

    @property
    def session(self) -> Session:
        """The session in front."""
        view = self.window.current_view()
        assert view is not None
        return view.session

    @property
    def tabs(self) -> list[str]:
        """The case ids of the tabs."""
        return [session.case_id for session in self.workspace.sessions.values()]

    def _label(self, identifier: str) -> QLabel:
        found = [each for each in self.window.findChildren(QLabel) if each.accessibleIdentifier() == identifier]
        assert len(found) == 1
        return found[0]


def colleague(server: DemoServer, id_: int, **fields: str) -> None:
    """Change a case as another user."""
    line = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=5)
    line.request("POST", f"/api/v2/case/{id_}", urllib.parse.urlencode({**fields, "access_token": server.token}))
    assert line.getresponse().status == http.HTTPStatus.OK
    line.close()


def break_disk(data: Path) -> None:
    """Make every save fail: a file replaces the folder."""
    shutil.rmtree(data)
    data.touch()


def mend_disk(data: Path) -> None:
    data.unlink()


def question(window: QWidget) -> QMessageBox:
    """Return the only open question of the window."""
    found = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert len(found) == 1
    return found[0]


StartWorker = Callable[[str], BackgroundWorker[Backend]]
"""Creates the services of one run of the program, with a token."""
AppOver = Callable[[BackgroundWorker[Backend]], AppFixture]
"""Shows the window over these services."""
Speak = Callable[[str], None]
"""Switches the program's language."""
AppIn = Callable[[str], AppFixture]
"""Shows the window in a language."""
Restart = Callable[[], AppFixture]
"""Closes the program and starts it again."""


def opened(qtbot: QtBot, app: AppFixture, id_: int) -> Session:
    """Open a case as an agent does, and wait until it is on screen."""
    line("Case id or link", app.window).setText(str(id_))
    press("Open case", app.window)
    # Not until Status tells it: news of a case that was left may come first, and stay.
    qtbot.waitUntil(lambda: (session := app.window.painted_session()) is not None and session.case_id == str(id_))
    return app.session
