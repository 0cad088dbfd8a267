"""A worker that never starts: pages are shown by values, and what they ask for is not answered."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from caseeditor.runtime.worker import BackgroundWorker


def _build() -> Any:  # noqa: ANN401 - never called
    raise AssertionError


@pytest.fixture
def idle(qapp: QApplication) -> Iterator[BackgroundWorker[Any]]:
    """Make a worker without a thread."""
    made = BackgroundWorker[Any](_build, qapp)
    yield made
    made.deleteLater()
