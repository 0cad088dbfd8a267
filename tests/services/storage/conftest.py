"""Stores that are closed at the end of a test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from caseeditor.services.storage.database import Store


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Open the store of a program; all programs of a test share its folder."""
    with ExitStack() as running:
        yield lambda: running.enter_context(closing(Store(tmp_path)))
