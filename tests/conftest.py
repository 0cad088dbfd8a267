"""Shared by all tests: disks that are mounted, tests for Linux only, and reports between processes."""

import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from caseeditor.domain.text.fidelity import whole
from tests.support.disks import run_where_mounting_is_allowed
from tests.support.platforms import expected_failures, left_out, summary

_REASONS = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--platform",
        default=sys.platform,
        help="leave out the tests that cannot run there (as sys.platform: win32); with --collect-only, list the rest",
    )
    parser.addoption(
        "--expected-failures", type=Path, help="a list of tests that must fail, below lines with the reason after a #"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_REASONS] = []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests that need a part of Linux, and mark those that must fail. The end lists reasons."""
    listed = config.getoption("--expected-failures")
    for item, reason in (expected_failures(listed, items) if listed else {}).items():
        item.add_marker(pytest.mark.xfail(reason=reason, strict=True))
    left = left_out(items, config.getoption("--platform"))
    if left:
        items[:] = [item for item in items if item not in left]
        config.hook.pytest_deselected(items=list(left))
        config.stash[_REASONS] += left.values()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    reasons = config.stash[_REASONS]
    for line in summary(reasons):
        terminalreporter.write_line(line)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Replace lone surrogates in printed and logged text: a report with one ends the whole run."""
    report = yield
    report.sections = [(name, whole(text)) for name, text in report.sections]
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    return run_where_mounting_is_allowed(pyfuncitem) or None
