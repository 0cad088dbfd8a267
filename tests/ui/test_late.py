"""What is not needed to show the window is imported later: it would hold that up."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "name", ["caseeditor.domain.delivery.server_edits", "html.entities", "httpx", "asyncio", "sqlite3"]
)
def test_it_is_not_imported_before_the_window_is_painted(name: str) -> None:
    script = f"import sys, caseeditor.app; sys.exit({name!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
