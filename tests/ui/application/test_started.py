"""The whole program, run twice on one data folder: the second run continues the pending submissions of the first."""

import os
import subprocess
import sys
from pathlib import Path

from caseeditor.demo.server import DemoServer
from caseeditor.services.storage.database import Store
from tests.ui.application import started_program

ROOT = Path(started_program.__file__).parents[3]
WAITS = "9004 · Needs your decision"


def start(which: str, folder: Path, server: DemoServer) -> list[str]:
    """Run the program until it is closed; return its output."""
    ran = subprocess.run(
        [sys.executable, "-m", started_program.__name__, which, folder, server.url, server.token],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=30,
        check=True,
    )
    return ran.stdout.splitlines()


def test_what_one_start_left_unconfirmed_the_next_one_asks_about_and_nothing_is_sent_twice(
    tmp_path: Path, server: DemoServer
) -> None:
    assert start("first", tmp_path, server) == [WAITS]
    assert start("second", tmp_path, server) == [WAITS, "llamar mañana"]
    posted = [request for request in server.requests if request.method == "POST"]
    assert len(posted) == 1
    store = Store(tmp_path)
    draft = store.draft(server.url, "name:demo", "9004")
    store.close()
    assert draft
    assert list(draft.edit.notes.values()) == ["llamar mañana"]
    assert draft.doubt
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert server.token.encode() not in file.read_bytes()
