"""Shared by all tests: mounting of disks, and reports that pass from one process to another."""

from collections.abc import Generator

import pytest

from caseeditor.domain.text.fidelity import whole
from tests.support.disks import run_where_mounting_is_allowed


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Replace lone surrogates in printed and logged text: a report with one ends the whole run."""
    report = yield
    report.sections = [(name, whole(text)) for name, text in report.sections]
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    return run_where_mounting_is_allowed(pyfuncitem) or None
