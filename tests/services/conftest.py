"""Service tests are isolated from the machine's own settings."""

import os
from collections.abc import Iterator

import pytest

from caseeditor.demo.server import DemoServer


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.upper().endswith("_PROXY") or name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "PYTHON_KEYRING_BACKEND"):
            monkeypatch.delenv(name)


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    """Run the built-in gateway, with the delays of misbehaving cases divided by 100."""
    with DemoServer(pace=0.01) as server:
        yield server
