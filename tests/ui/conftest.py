"""The window's parts over real services and a real Social Gateway on loopback; nothing here is made up."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseeditor.app import build_backend
from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.local.settings import Settings
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from caseeditor.services.log.redaction import Secrets
from caseeditor.ui.application import i18n
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.session_context import SessionContext
from caseeditor.ui.state.workspace import Workspace
from tests.support.case_stock import CaseStock
from tests.support.catalogues import build_all
from tests.ui.parts import TIMING, AppFixture, AppIn, AppOver, Restart, Speak, StartWorker, load, opened, showing
from tests.ui.scripted_server import ScriptedServer

_OFFSCREEN = r"^This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)"
"""What Qt's offscreen platform says of itself whenever a window is shown or raised, or a list is popped up."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN))


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard: Python is gone by the time that Qt's offscreen platform drops it at the end."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def case_stock() -> CaseStock:
    return CaseStock()


@pytest.fixture
def server(case_stock: CaseStock) -> Iterator[DemoServer]:
    # Misbehaving cases wait a twentieth of what they say.
    with DemoServer(pace=0.05, cases=case_stock.copy()) as running:
        yield running


@pytest.fixture
def address(server: DemoServer) -> Server:
    return Server(server.url)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the folder that drafts and submissions are kept in."""
    return tmp_path / "data"


@pytest.fixture
def start_worker(qapp: QApplication, data: Path, server: DemoServer) -> Iterator[StartWorker]:
    """Make the services of one start of the program, over the data folder; they hold that token, '' for none."""
    hired: list[BackgroundWorker[Backend]] = []

    def make(token: str) -> BackgroundWorker[Backend]:
        def build() -> Backend:
            backend = build_backend(Settings(), TIMING, Secrets(), data, made.publish, is_demo=True)
            if token:
                backend.gateway.admit(Server(server.url), token)
            return backend

        made = BackgroundWorker(build, qapp)
        made.start()
        hired.append(made)
        return made

    yield make
    for worker in hired:
        assert worker.close(TIMING.closing), "the worker thread is stuck"
        worker.deleteLater()  # it and its services would stay with the application: 4,500 threads and 2 GB in the end


@pytest.fixture
def stranger(start_worker: StartWorker) -> BackgroundWorker[Backend]:
    """Services that hold no token."""
    return start_worker("")


@pytest.fixture
def worker(start_worker: StartWorker, server: DemoServer) -> BackgroundWorker[Backend]:
    """Services that hold the server's token."""
    return start_worker(server.token)


@pytest.fixture
def workspace(qtbot: QtBot, worker: BackgroundWorker[Backend], address: Server) -> Iterator[Workspace]:
    """Make what the window works on, without a window; signed in."""
    made = Workspace(worker, Settings(), TIMING)
    made.start(address, ())
    qtbot.waitUntil(lambda: bool(made.account.user))
    yield made
    made.deleteLater()


@pytest.fixture
def session_of(worker: BackgroundWorker[Backend], address: Server, workspace: Workspace) -> Callable[[int], Session]:
    """Make the session of a case that is yet to be read; the workspace brings it its news."""

    def make(id_: int) -> Session:
        session = Session(worker, address, str(id_), SessionContext(), workspace)
        workspace.sessions[address, str(id_)] = session
        return session

    return make


@pytest.fixture
def session_with(qapp: QApplication, data: Path) -> Iterator[Callable[..., Session]]:
    """Make a session that shows the case it is given; nothing leaves it, since its worker never starts."""
    made = BackgroundWorker(
        lambda: build_backend(Settings(), TIMING, Secrets(), data, made.publish, is_demo=True), qapp
    )
    parent = QObject(qapp)

    def make(case: Case, context: SessionContext = SessionContext()) -> Session:  # noqa: B008 - immutable
        return showing(Session(made, Server("http://127.0.0.1"), case.id, context, parent), case)

    yield make
    parent.deleteLater()
    made.deleteLater()


@pytest.fixture
def session(qtbot: QtBot, session_of: Callable[[int], Session]) -> Session:
    """Case 203, the API document's own, as it was read."""
    return load(qtbot, session_of(203))


@pytest.fixture
def busy(qtbot: QtBot, session_of: Callable[[int], Session]) -> Session:
    """Case 210, which has notes, tags and attributes, as it was read."""
    return load(qtbot, session_of(210))


@pytest.fixture
def app_over(qtbot: QtBot) -> AppOver:
    """Show the window of one start of the program, before it has begun."""

    def make(worker: BackgroundWorker[Backend]) -> AppFixture:
        workspace = Workspace(worker, Settings(), TIMING)
        made = AppFixture(MainWindow(workspace), workspace)
        qtbot.addWidget(made.window, before_close_func=lambda _: made.window.closing.close_at_once())
        made.window.destroyed.connect(workspace.deleteLater)
        made.window.show()
        made.window.activateWindow()
        qtbot.waitActive(made.window)
        return made

    return make


@pytest.fixture
def app(qtbot: QtBot, app_over: AppOver, worker: BackgroundWorker[Backend], address: Server) -> AppFixture:
    """Show the window as it stands right after a start, signed in."""
    made = app_over(worker)
    made.workspace.start(address, ())
    qtbot.waitUntil(lambda: "demo" in made.account)
    return made


@pytest.fixture(scope="session")
def built() -> None:
    build_all()


@pytest.fixture
def speak(qapp: QApplication, built: None) -> Iterator[Speak]:  # noqa: ARG001 - what is spoken
    """Speak a language until the test is over."""
    before = QLocale()
    installed: list[QTranslator] = []

    def stop() -> None:
        for translator in installed:
            qapp.removeTranslator(translator)

    def change(code: str) -> None:
        stop()
        installed[:] = i18n.speak(qapp, code)

    yield change
    stop()
    QLocale.setDefault(before)


@pytest.fixture
def app_in(speak: Speak, request: pytest.FixtureRequest) -> AppIn:
    """Show the window in a language, which it takes as it is made."""

    def make(code: str) -> AppFixture:
        speak(code)
        made: AppFixture = request.getfixturevalue("app")
        return made

    return make


@pytest.fixture
def restart(qtbot: QtBot, app: AppFixture, app_over: AppOver, start_worker: StartWorker, server: DemoServer) -> Restart:
    """Close the program, and start it again on the same data."""

    def make() -> AppFixture:
        app.window.close()
        qtbot.waitUntil(lambda: not app.window.isVisible())
        assert app.workspace.worker.close(TIMING.closing)
        made = app_over(start_worker(server.token))
        made.workspace.start(Server(server.url), ())
        return made

    return make


@pytest.fixture
def window(qtbot: QtBot, app: AppFixture) -> MainWindow:
    """Show the window with case 203."""
    opened(qtbot, app, 203)
    return app.window


@pytest.fixture
def scripted() -> Iterator[ScriptedServer]:
    with ScriptedServer() as running:
        yield running


@pytest.fixture
def told_session(qtbot: QtBot, workspace: Workspace, scripted: ScriptedServer) -> Session:
    """Case 7 of the scripted server, which takes updates and does nothing."""
    address = Server(scripted.url)
    scripted.case |= {"notes": [{"date": 1, "text": "old", "userName": "lucia"}], "plan": "a", "tags": ["x"]}
    with qtbot.waitSignal(workspace.account.signed_in):
        workspace.account.sign_in(scripted.url, "token", keep=False)
    session = Session(workspace.worker, address, "7", SessionContext(), workspace)
    workspace.sessions[address, "7"] = session
    return load(qtbot, session)
