"""The window's parts over real services and a real Social Gateway on loopback; nothing here is made up."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseeditor.app import build_desk
from caseeditor.demo.server import DemoServer
from caseeditor.domain.address import Server
from caseeditor.domain.case import Case
from caseeditor.domain.timing import Timing
from caseeditor.services.desk import Desk
from caseeditor.services.secrets import Secrets
from caseeditor.services.settings import Settings
from caseeditor.ui.background import Background
from caseeditor.ui.main_window import MainWindow
from caseeditor.ui.session import Session
from caseeditor.ui.workplace import Workplace
from tests.ui.parts import Office, load, opened, showing

_OFFSCREEN = r"^This plugin does not support (propagateSizeHints|raise)\(\)"
"""What Qt's offscreen platform says of itself whenever a window is shown or raised."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN))


TIMING = Timing(connecting=2, reading=2, updating=2, keyring=2, closing=3)


@pytest.fixture
def server() -> Iterator[DemoServer]:
    # Misbehaving cases wait a twentieth of what they say.
    with DemoServer(pace=0.05) as running:
        yield running


@pytest.fixture
def address(server: DemoServer) -> Server:
    return Server(server.url)


@pytest.fixture
def stranger(qapp: QApplication) -> Iterator[Background[Desk]]:
    """Services that hold no token."""
    background = Background(lambda: build_desk(Settings(), TIMING, Secrets(), keyring_wanted=False), qapp)
    background.start()
    yield background
    assert background.close(TIMING.closing), "the worker thread is stuck"


@pytest.fixture
def background(qapp: QApplication, server: DemoServer) -> Iterator[Background[Desk]]:
    """Services that hold the server's token."""

    def build() -> Desk:
        desk = build_desk(Settings(), TIMING, Secrets(), keyring_wanted=False)
        desk.gateway.admit(Server(server.url), server.token)
        return desk

    background = Background(build, qapp)
    background.start()
    yield background
    assert background.close(TIMING.closing), "the worker thread is stuck"


@pytest.fixture
def session_of(qapp: QApplication, background: Background[Desk], address: Server) -> Iterator[Callable[[int], Session]]:
    """Make the session of a case that is yet to be read."""
    parent = QObject(qapp)
    yield lambda id_: Session(background, address, str(id_), parent)
    parent.deleteLater()


@pytest.fixture
def session_with(qapp: QApplication) -> Iterator[Callable[[Case], Session]]:
    """Make a session that shows the case it is given; nothing leaves it, since its worker never starts."""
    worker = Background(lambda: build_desk(Settings(), TIMING, Secrets(), keyring_wanted=False), qapp)
    parent = QObject(qapp)
    yield lambda case: showing(Session(worker, Server("http://127.0.0.1"), case.id, parent), case)
    parent.deleteLater()
    worker.deleteLater()


@pytest.fixture
def session(qtbot: QtBot, session_of: Callable[[int], Session]) -> Session:
    """Case 203, the API document's own, as it was read."""
    return load(qtbot, session_of(203))


@pytest.fixture
def busy(qtbot: QtBot, session_of: Callable[[int], Session]) -> Session:
    """Case 210, which has notes, tags and attributes, as it was read."""
    return load(qtbot, session_of(210))


@pytest.fixture
def office(qtbot: QtBot, background: Background[Desk], address: Server) -> Office:
    """Show the window as it stands right after a start, signed in."""
    workplace = Workplace(background, Settings())
    made = Office(MainWindow(workplace), workplace)
    qtbot.addWidget(made.window, before_close_func=lambda _: made.window.close_at_once())
    made.window.show()
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    with qtbot.waitSignal(workplace.account_changed):
        workplace.start(address, ())
    qtbot.waitUntil(lambda: "demo" in made.account)
    return made


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> MainWindow:
    """Show the window with case 203."""
    opened(qtbot, office, 203)
    return office.window
