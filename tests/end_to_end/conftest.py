"""Fixtures of the end-to-end tests: one desktop for all, and a home for each test."""

import os
import re
import socket
import sys
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.delivery_fixture import DeliveryFixture, Gateway
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.shared_program import SharedProgram
from tests.end_to_end.typed_case_fixture import TOKEN, TypedCaseFixture
from tests.support import quick_program
from tests.support.http_stub import HttpStub

Command = tuple[str | Path, ...]

REAL: Command = (sys.executable, "-m", "caseeditor")
QUICK: Command = (sys.executable, "-P", quick_program.__file__)
AT_CLOSING: Command = (sys.executable, "-P", Path(__file__).with_name("closing.py"))
LONG_PAUSE: Command = (sys.executable, "-P", Path(__file__).with_name("long_pause.py"))


class StartProgram(Protocol):
    """Starts the program and waits for its window, if one is expected."""

    def __call__(
        self, *args: str | Path, window: bool = True, command: Command = REAL, env: dict[str, str] | None = None
    ) -> Program: ...


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    """One desktop. Its keyring is shared, so each test needs a server or a user name of its own."""
    with Desktop() as desktop:
        yield desktop


@pytest.fixture
def forgetful(desktop: Desktop) -> None:
    """Delete the tokens of servers that have ended: the system may give their port to the next one."""
    desktop.forget_secrets("caseeditor", are_stale=_has_ended)


def _has_ended(server: str) -> bool:
    address = urlsplit(server)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.hostname or "", address.port or 0))
        except OSError:
            return False
    return True


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Make a home for the programs of one test."""
    return tmp_path / "home"


@pytest.fixture
def program(desktop: Desktop, home: Path, forgetful: None) -> Iterator[StartProgram]:  # noqa: ARG001 - before it starts
    """Start programs that end with the test."""
    with ExitStack() as running:

        def start(
            *args: str | Path, window: bool = True, command: Command = REAL, env: dict[str, str] | None = None
        ) -> Program:
            started = running.enter_context(Program(desktop, *args, home=home, env=env, command=command))
            if window:
                started.wait_window()
            return started

        yield start


@pytest.fixture(scope="session")
def shared_typed_case(
    desktop: Desktop, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SharedProgram[TypedCaseFixture]]:
    """Keep a program with unsubmitted text for all tests, with short deadlines."""
    with ExitStack() as running, HttpStub() as stub:
        desktop.store_secret("caseeditor", stub.url, TOKEN)

        def make() -> TypedCaseFixture:
            home = tmp_path_factory.mktemp("home")
            editor = running.enter_context(Program(desktop, "--server", stub.url, home=home, command=QUICK))
            typed_case = TypedCaseFixture(editor, stub)
            editor.wait_window()
            typed_case.type_in_a_case()
            return typed_case

        yield SharedProgram(make)


@pytest.fixture
def typed_case(
    request: pytest.FixtureRequest, shared_typed_case: SharedProgram[TypedCaseFixture]
) -> Iterator[TypedCaseFixture]:
    """Provide a program with unsubmitted text, and its server."""
    failed = request.session.testsfailed
    yield shared_typed_case.get()
    if request.session.testsfailed != failed:
        shared_typed_case.close()


@pytest.fixture
def server(desktop: Desktop) -> Iterator[DemoServer]:
    """Run a Social Gateway whose token is in the keyring; its cases from 9001 on misbehave, ten times as fast."""
    with DemoServer(token=TOKEN, user="support", pace=0.1) as running:
        desktop.store_secret("caseeditor", running.url, TOKEN)
        yield running


@pytest.fixture(scope="session")
def shared_delivery(
    desktop: Desktop, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SharedProgram[DeliveryFixture]]:
    """Keep a program and its server for all tests, with short deadlines."""
    with ExitStack() as running:

        def make() -> DeliveryFixture:
            server = running.enter_context(Gateway(token=TOKEN, user="support", pace=0.1))
            desktop.store_secret("caseeditor", server.url, TOKEN)
            home = tmp_path_factory.mktemp("home")
            editor = running.enter_context(Program(desktop, "--server", server.url, home=home, command=QUICK))
            editor.wait_window()
            return DeliveryFixture(editor, server)

        yield SharedProgram(make)


@pytest.fixture
def delivery(
    request: pytest.FixtureRequest, shared_delivery: SharedProgram[DeliveryFixture]
) -> Iterator[DeliveryFixture]:
    """Provide a program whose cases misbehave on submission; each test has its own cases."""
    failed = request.session.testsfailed
    yield shared_delivery.get()
    if request.session.testsfailed != failed:
        shared_delivery.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Save a screenshot of each failed test in the folder CASEEDITOR_PICTURES, if that is set."""
    report = yield
    folder = os.environ.get("CASEEDITOR_PICTURES")
    desktop = getattr(item, "funcargs", {}).get("desktop")
    if folder and report.failed and isinstance(desktop, Desktop):
        Path(folder).mkdir(parents=True, exist_ok=True)
        name = re.sub(r"[^\w.-]+", "-", item.nodeid)
        desktop.screenshot(Path(folder).resolve() / f"{name}.png")
    return report
