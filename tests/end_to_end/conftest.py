"""What the end-to-end tests share: one desktop for all, and a home of its own for each test."""

import os
import re
import sys
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from tests.end_to_end.bench import TOKEN, Bench, Shop
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.end_to_end.rig import Rig

REAL = (sys.executable, "-m", "caseeditor")
QUICK = (sys.executable, "-P", Path(__file__).with_name("quick.py"))


class StartProgram(Protocol):
    """Starts the program and waits for its window, unless told that there will be none; quick: with short deadlines."""

    def __call__(
        self, *args: str | Path, window: bool = True, quick: bool = False, env: dict[str, str] | None = None
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
            *args: str | Path, window: bool = True, quick: bool = False, env: dict[str, str] | None = None
        ) -> Program:
            command = QUICK if quick else REAL
            started = running.enter_context(Program(desktop, *args, home=home, env=env, command=command))
            if window:
                started.wait_window()
            return started

        yield start


@pytest.fixture(scope="module")
def shop(desktop: Desktop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Keep a bench for all tests of a file, with short deadlines."""
    with ExitStack() as running, Rig() as rig:
        desktop.store_secret("caseeditor", rig.url, TOKEN)

        def make() -> Bench:
            home = tmp_path_factory.mktemp("home")
            editor = running.enter_context(Program(desktop, "--server", rig.url, home=home, command=QUICK))
            bench = Bench(editor, rig)
            editor.wait_window()
            bench.type_in_a_case()
            return bench

        shop = Shop(make)
        yield shop
        shop.close()


@pytest.fixture
def bench(request: pytest.FixtureRequest, shop: Shop) -> Iterator[Bench]:
    """Hand out a program in which the agent has typed, and the server it works with."""
    failed = request.session.testsfailed
    yield shop.bench()
    if request.session.testsfailed != failed:
        shop.close()


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
