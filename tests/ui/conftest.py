"""The window's parts over real services and a real Social Gateway on loopback, without fakes."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseeditor.app import build_backend
from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.local.settings import Settings
from caseeditor.domain.timeouts import Timing
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from caseeditor.services.log.redaction import Secrets
from caseeditor.ui.application import i18n
from caseeditor.ui.application.garbage import collect_due
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.session_context import SessionContext
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.style.flat_style import FlatStyle
from tests.support.case_stock import CaseStock
from tests.support.catalogues import build_all
from tests.ui.parts import TIMING, AppFixture, AppIn, AppOver, Restart, Speak, StartWorker, load, opened, showing
from tests.ui.scripted_server import ScriptedServer

_OFFSCREEN = r"^This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)"
"""Messages of Qt's offscreen platform when a window is shown or raised, or a list is popped up."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN))


class StyledApplication(QApplication):
    """The application with the style of the program, as `make_application` makes it."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.setStyle(FlatStyle())


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return StyledApplication


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Collect cycles on this thread alone, as the program does (ui.application.garbage)."""
    gc.disable()
    yield
    collect_due()
    gc.enable()


@pytest.fixture(autouse=True)
def mouse(qapp: QApplication) -> Iterator[None]:
    """Check that no button is left down: the next tests of the process would find it pressed."""
    yield
    assert qapp.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Clear the clipboard: Qt's offscreen platform deletes it at the end, when Python is gone."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session", autouse=True)
def numbers() -> None:
    """Format numbers as in the locale C everywhere: Windows has a setting of its own."""
    QLocale.setDefault(QLocale.c())


@pytest.fixture(scope="session")
def case_stock() -> CaseStock:
    return CaseStock()


@pytest.fixture
def server(case_stock: CaseStock) -> Iterator[DemoServer]:
    # Divides the delays of misbehaving cases by 20.
    with DemoServer(pace=0.05, cases=case_stock.copy()) as running:
        yield running


@pytest.fixture
def address(server: DemoServer) -> Server:
    return Server(server.url)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the folder for drafts and submissions."""
    return tmp_path / "data"


@pytest.fixture
def start_worker(qapp: QApplication, data: Path, server: DemoServer, timing: Timing) -> Iterator[StartWorker]:
    """Create the services of one run of the program, over the data folder, with this token ('' for none)."""
    hired: list[BackgroundWorker[Backend]] = []

    def make(token: str) -> BackgroundWorker[Backend]:
        def build() -> Backend:
            backend = build_backend(Settings(), timing, Secrets(), data, made.publish, is_demo=True)
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
        worker.deleteLater()  # it would stay with the application: 4,500 threads and 2 GB in the end


@pytest.fixture
def stranger(start_worker: StartWorker) -> BackgroundWorker[Backend]:
    """Services without a token."""
    return start_worker("")


@pytest.fixture
def worker(start_worker: StartWorker, server: DemoServer) -> BackgroundWorker[Backend]:
    """Services with the server's token."""
    return start_worker(server.token)


@pytest.fixture
def workspace(qtbot: QtBot, worker: BackgroundWorker[Backend], address: Server) -> Iterator[Workspace]:
    """Create a workspace without a window, signed in."""
    made = Workspace(worker, Settings(spelling=False), TIMING)
    made.start(address, ())
    qtbot.waitUntil(lambda: bool(made.account.user))
    yield made
    made.deleteLater()


@pytest.fixture
def session_of(worker: BackgroundWorker[Backend], address: Server, workspace: Workspace) -> Callable[[int], Session]:
    """Create the session of a case that has not been read yet; the workspace sends it news."""

    def make(id_: int) -> Session:
        session = Session(worker, address, str(id_), SessionContext(), workspace)
        workspace.sessions[address, str(id_)] = session
        return session

    return make


@pytest.fixture
def session_with(qapp: QApplication, data: Path) -> Iterator[Callable[..., Session]]:
    """Create a session that shows a given case; it sends nothing, since its worker never starts."""
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
    """Case 203, the API document's example, loaded."""
    return load(qtbot, session_of(203))


@pytest.fixture
def busy(qtbot: QtBot, session_of: Callable[[int], Session]) -> Session:
    """Case 210, which has notes, tags and attributes, loaded."""
    return load(qtbot, session_of(210))


@pytest.fixture
def timing() -> Timing:
    """Return the waiting times of the services and of the window."""
    return TIMING


@pytest.fixture
def app_over(qtbot: QtBot, timing: Timing) -> AppOver:
    """Show the window of one run of the program, before Workspace.start."""

    def make(worker: BackgroundWorker[Backend]) -> AppFixture:
        workspace = Workspace(worker, Settings(spelling=False), timing)
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
    """Show the window right after start-up, signed in."""
    made = app_over(worker)
    made.workspace.start(address, ())
    qtbot.waitUntil(lambda: "demo" in made.account)
    return made


@pytest.fixture(scope="session")
def built() -> None:
    build_all()


@pytest.fixture
def speak(qapp: QApplication, built: None) -> Iterator[Speak]:  # noqa: ARG001 - the catalogues it loads
    """Switch the language until the test ends."""
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
    """Show the window in a language, set before it is created."""

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
    """Case 7 of the scripted server, which accepts updates without applying them."""
    address = Server(scripted.url)
    scripted.case |= {"notes": [{"date": 1, "text": "old", "userName": "lucia"}], "plan": "a", "tags": ["x"]}
    with qtbot.waitSignal(workspace.account.signed_in):
        workspace.account.sign_in(scripted.url, "token", keep=False)
    session = Session(workspace.worker, address, "7", SessionContext(), workspace)
    workspace.sessions[address, "7"] = session
    return load(qtbot, session)
