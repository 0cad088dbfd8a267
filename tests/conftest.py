"""For all tests: reports cross from one process to another, where tests run side by side."""

from collections.abc import Generator

import pytest

from caseeditor.domain.text.fidelity import whole


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Make half characters whole in what a test printed or logged: a report with one ends the whole run."""
    report = yield
    report.sections = [(name, whole(text)) for name, text in report.sections]
    return report
