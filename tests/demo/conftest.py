"""A running gateway and its client."""

from collections.abc import Iterator

import pytest

from caseeditor.demo.server import DemoServer
from tests.demo.caller import Caller


@pytest.fixture
def server() -> Iterator[DemoServer]:
    # Misbehaving cases wait a twentieth of the time in their subject.
    with DemoServer(pace=0.05) as running:
        yield running


@pytest.fixture
def caller(server: DemoServer) -> Iterator[Caller]:
    made = Caller(server)
    yield made
    made.line.close()
