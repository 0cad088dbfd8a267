"""The whole program tells that a setting could not be saved, until it is saved."""

import os
import subprocess
import sys
from pathlib import Path

from tests.ui.application import settings_program

ROOT = Path(settings_program.__file__).parents[3]


def test_a_setting_that_can_not_be_saved_is_told_until_a_save_succeeds(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    unfinished = tmp_path / ".0123456789ab.part"  # a save of an earlier run
    unfinished.touch()
    os.utime(unfinished, (0, 0))
    ran = subprocess.run(
        [sys.executable, "-m", settings_program.__name__, tmp_path],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=30,
        check=True,
    )
    text = "Settings not saved: a folder is named settings.json. Rename or remove it."
    assert ran.stdout.splitlines() == [text, f"Withdrawn: {text}"]
    assert not unfinished.exists()
