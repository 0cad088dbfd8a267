"""Shared by all tests: disks that are mounted, tests left out by platform, and reports between processes."""

import sys
from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from caseeditor.domain.text.fidelity import whole
from caseeditor.runtime.enum_making import make_simply
from tests.support.disks import run_where_mounting_is_allowed
from tests.support.platforms import left_out, summary

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from xdist.workermanage import WorkerController  # type: ignore[import-untyped]

PATIENCE_MS = 60_000
"""For events that come on a busy machine, too. A test that judges a duration has a deadline of its own."""
_REASONS = pytest.StashKey[list[str]]()

assert "PySide6.QtCore" not in sys.modules, "A plugin of pytest has imported PySide."
make_simply()  # as the program does, before PySide is imported: the tests use the enumerations that users have


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--platform",
        default=sys.platform,
        help="leave out the tests that cannot run there (as sys.platform, or wine); with --collect-only, list the rest",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_REASONS] = []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests that cannot run on this platform, with their reasons for the summary."""
    left = left_out(items, config.getoption("--platform"))
    if left:
        items[:] = [item for item in items if item not in left]
        config.hook.pytest_deselected(items=list(left))
        config.stash[_REASONS] += left.values()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Report the reasons of a worker of pytest-xdist to the process that prints the summary."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["left out"] = session.config.stash[_REASONS]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: "WorkerController") -> None:
    node.config.stash[_REASONS] = getattr(node, "workeroutput", {}).get("left out", [])  # each worker collects all


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    reasons = config.stash[_REASONS]
    for line in summary(reasons):
        terminalreporter.write_line(line)


@pytest.fixture
def fixed_constants(monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    """Let Hypothesis draw no constants of the modules that are loaded by then.

    Fixed examples would depend on the tests before them in the process, and on each number in the program.
    """
    monkeypatch.setattr(providers, "_get_local_constants", Constants)
    providers.CONSTANTS_CACHE.cache.clear()
    yield
    providers.CONSTANTS_CACHE.cache.clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Replace lone surrogates in printed and logged text: a report with one ends the whole run."""
    report = yield
    report.sections = [(name, whole(text)) for name, text in report.sections]
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    return run_where_mounting_is_allowed(pyfuncitem) or None


@pytest.fixture
def qtbot(qtbot: "QtBot") -> "QtBot":
    """Wait for longer than pytest-qt's five seconds."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitActive", "waitExposed"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot
