"""The whole program, started by a link: its server counts only if it was used before."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from caseeditor.services.storage.database import Store
from tests.support.drafts import set_user
from tests.ui.application import linked_program

ROOT = Path(linked_program.__file__).parents[3]
EVIL = "http://127.0.0.1:9"
NEVER = "This link leads to 127.0.0.1:9, which you've never used."


def start(folder: Path, server: str, *cases: str) -> tuple[str, str]:
    """Run the program until it asks for a token; return the prefilled server and the dialog's texts."""
    ran = subprocess.run(
        [sys.executable, "-m", linked_program.__name__, str(folder), server, *cases],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=30,
        check=True,
    )
    filled_in, said = ran.stdout.split("\n", 1)
    return filled_in, said


@pytest.mark.parametrize("link", ["caseeditor:203", f"{EVIL}/case/203"])
def test_a_link_sets_no_server(tmp_path: Path, link: str) -> None:
    filled_in, said = start(tmp_path, EVIL, link)
    assert filled_in == ""
    assert NEVER in said


def test_a_server_that_is_named_without_a_link_was_typed(tmp_path: Path) -> None:
    assert start(tmp_path, EVIL, "203")[0] == EVIL
    assert start(tmp_path / "other", EVIL)[0] == EVIL


def test_a_link_goes_to_a_server_that_was_used_before(tmp_path: Path) -> None:
    store = Store(tmp_path)
    set_user(store, EVIL, "demo")
    store.close()
    filled_in, said = start(tmp_path, EVIL, "caseeditor:203")
    assert (filled_in, "never used" in said) == (EVIL, False)
