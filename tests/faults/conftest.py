"""Fixtures of the fault tests: a server and a program shared by many, and programs for single tests."""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Program
from tests.faults.editor import Editor
from tests.faults.server import TOKEN, FaultyServer
from tests.support import quick_program
from tests.support.disks import disk

QUICK = (sys.executable, "-P", quick_program.__file__)


class Start(Protocol):
    """Starts the program on a data folder (the test's by default), signs in and opens cases."""

    def __call__(
        self, *cases: int, data: Path | None = None, token: str = TOKEN, timing: Mapping[str, Any] | None = None
    ) -> Editor: ...


@pytest.fixture(scope="session")
def server() -> Iterator[FaultyServer]:
    """One server; each test has its own case."""
    with FaultyServer() as server:
        yield server


@pytest.fixture
def own() -> Iterator[FaultyServer]:
    """Run a server for one test."""
    with FaultyServer() as own:
        yield own


@pytest.fixture
def home() -> Iterator[Path]:
    """Make a home for the programs of a test; its path is short because it holds sockets."""
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        yield Path(folder)


@pytest.fixture
def data(home: Path) -> Path:
    """Return the data folder of a test's programs."""
    return home / "data"


@pytest.fixture
def start(server: FaultyServer, home: Path) -> Iterator[Start]:
    """Start programs that end with the test."""
    with ExitStack() as running:

        def start(
            *cases: int, data: Path | None = None, token: str = TOKEN, timing: Mapping[str, Any] | None = None
        ) -> Editor:
            where = data or home / "data"
            editor = running.enter_context(Editor(where, server.url, *cases, home=home, token=token, timing=timing))
            editor.sign_in()
            editor.until(f"cases {cases}", lambda state: {*cases} <= {*state["opened"]})
            return editor

        yield start


class Shared:
    """A program shared by many tests, replaced after a failed test that may have left it in disorder."""

    def __init__(self, server: FaultyServer, folder: Path) -> None:
        self._server = server
        self._folder = folder
        self._editor: Editor | None = None
        self._count = 0

    def editor(self) -> Editor:
        if self._editor is None:
            self._count += 1
            self._editor = Editor(self._folder / f"home-{self._count}" / "data", self._server.url).__enter__()
            self._editor.sign_in()
        return self._editor

    def replace(self) -> None:
        if self._editor:
            self._editor.__exit__(None, None, None)
            self._editor = None


@pytest.fixture(scope="session")
def shared(server: FaultyServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    shared = Shared(server, tmp_path_factory.mktemp("shared"))
    yield shared
    shared.replace()


@pytest.fixture
def alone(shared: Shared) -> None:
    """Stop the shared program before a measuring test: its background reads take processor time."""
    shared.replace()


@pytest.fixture
def editor(request: pytest.FixtureRequest, shared: Shared) -> Iterator[Editor]:
    """Provide a running program to a test that leaves it in order."""
    failed = request.session.testsfailed
    editor = shared.editor()
    editor.said.clear()
    yield editor
    if request.session.testsfailed != failed:
        shared.replace()
    else:
        editor.close_cases()


@pytest.fixture
def case(server: FaultyServer) -> int:
    """Return the id of an unused case."""
    return server.fresh()


@pytest.fixture(scope="session")
def desktop(server: FaultyServer) -> Iterator[Desktop]:
    """Set up a real screen, with the server's token in the keyring."""
    with Desktop() as desktop:
        desktop.store_secret("caseeditor", server.url, TOKEN)
        yield desktop


class Show(Protocol):
    """Starts the program in a real window and opens a case."""

    def __call__(self, case: int, *, data: Path | None = None) -> Program: ...


@pytest.fixture
def show(desktop: Desktop, server: FaultyServer, home: Path) -> Iterator[Show]:
    """Start programs on the screen that end with the test."""
    with ExitStack() as running:

        def show(case: int, *, data: Path | None = None) -> Program:
            words = ("--data-dir", data or home / "data", "--server", server.url, str(case))
            program = running.enter_context(Program(desktop, *words, home=home, command=QUICK))
            program.wait_title(f"– {case} –")
            program.activate()
            return program

        yield show


Mount = Callable[[], Path]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mount a small private disk."""
    with ExitStack() as mounted:

        def mount() -> Path:
            return mounted.enter_context(disk(tmp_path / "disk", "size=16m,mode=0700"))

        yield mount
