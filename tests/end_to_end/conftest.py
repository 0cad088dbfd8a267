"""What the end-to-end tests share: one desktop for all, and a home of its own for each test."""

import os
import re
import sys
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from caseeditor.demo.server import DemoServer
from tests.end_to_end.bench import TOKEN, Bench
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.office import Gateway, Office
from tests.end_to_end.program import Program
from tests.end_to_end.rig import Rig
from tests.end_to_end.shop import Shop

Command = tuple[str | Path, ...]

REAL: Command = (sys.executable, "-m", "caseeditor")
QUICK: Command = (sys.executable, "-P", Path(__file__).with_name("quick.py"))
AT_CLOSING: Command = (sys.executable, "-P", Path(__file__).with_name("closing.py"))


class StartProgram(Protocol):
    """Starts the program and waits for its window, unless told that there will be none."""

    def __call__(
        self, *args: str | Path, window: bool = True, command: Command = REAL, env: dict[str, str] | None = None
    ) -> Program: ...


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    """One desktop: its keyring is shared, so each test has a server, or a user name, of its own."""
    with Desktop() as desktop:
        yield desktop


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the programs of one test keep what they keep."""
    return tmp_path / "home"


@pytest.fixture
def program(desktop: Desktop, home: Path) -> Iterator[StartProgram]:
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
def benches(desktop: Desktop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop[Bench]]:
    """Keep a bench for all tests, with short deadlines."""
    with ExitStack() as running, Rig() as rig:
        desktop.store_secret("caseeditor", rig.url, TOKEN)

        def make() -> Bench:
            home = tmp_path_factory.mktemp("home")
            editor = running.enter_context(Program(desktop, "--server", rig.url, home=home, command=QUICK))
            bench = Bench(editor, rig)
            editor.wait_window()
            bench.type_in_a_case()
            return bench

        yield Shop(make)


@pytest.fixture
def bench(request: pytest.FixtureRequest, benches: Shop[Bench]) -> Iterator[Bench]:
    """Hand out a program in which the agent has typed, and the server it works with."""
    failed = request.session.testsfailed
    yield benches.get()
    if request.session.testsfailed != failed:
        benches.close()


@pytest.fixture
def server(desktop: Desktop) -> Iterator[DemoServer]:
    """Run a Social Gateway whose token is in the keyring and whose cases from 9001 on misbehave, ten times as fast."""
    with DemoServer(token=TOKEN, user="support", pace=0.1) as running:
        desktop.store_secret("caseeditor", running.url, TOKEN)
        yield running


@pytest.fixture(scope="session")
def offices(desktop: Desktop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop[Office]]:
    """Keep an office for all tests, with short deadlines."""
    with ExitStack() as running:

        def make() -> Office:
            server = running.enter_context(Gateway(token=TOKEN, user="support", pace=0.1))
            desktop.store_secret("caseeditor", server.url, TOKEN)
            home = tmp_path_factory.mktemp("home")
            editor = running.enter_context(Program(desktop, "--server", server.url, home=home, command=QUICK))
            editor.wait_window()
            return Office(editor, server)

        yield Shop(make)


@pytest.fixture
def office(request: pytest.FixtureRequest, offices: Shop[Office]) -> Iterator[Office]:
    """Hand out a program whose cases misbehave when they are submitted; each test has cases of its own."""
    failed = request.session.testsfailed
    yield offices.get()
    if request.session.testsfailed != failed:
        offices.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture of the screen as it stood when a test failed, if CASEEDITOR_PICTURES names a folder."""
    report = yield
    folder = os.environ.get("CASEEDITOR_PICTURES")
    desktop = getattr(item, "funcargs", {}).get("desktop")
    if folder and report.failed and isinstance(desktop, Desktop):
        Path(folder).mkdir(parents=True, exist_ok=True)
        name = re.sub(r"[^\w.-]+", "-", item.nodeid)
        desktop.screenshot(Path(folder).resolve() / f"{name}.png")
    return report
