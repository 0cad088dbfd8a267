"""`--check` tells the fields of a policy and whether spelling works, `--demo --check` an unexpected exception."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

START = """
import sys
from caseeditor import app
from caseeditor.__main__ import main

def fault(*_, **__):
    raise OverflowError("a fault of the program")

app.{part} = fault
sys.exit(main(["--demo", "--check"]))
"""


@pytest.mark.parametrize("part", ["Instance", "MainWindow", "App.show"])
def test_an_exception_of_the_demo_is_in_the_error_stream_with_its_place(part: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", START.format(part=part)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "in fault" in ran.stderr
    assert "OverflowError: a fault of the program" in ran.stderr


EXPOSED = "The policy file {0} can be written by others; only its locks hold. Tell your administrator."
CHECK = """
import sys
from pathlib import Path
from caseeditor.__main__ import main
from caseeditor.self_check import command

command.policy_file = lambda: Path(sys.argv[1])
sys.exit(main(["--check", "--lang", "en", "--data-dir", sys.argv[2]]))
"""


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
@pytest.mark.parametrize(
    ("mode", "fields", "lines"),
    [
        (0o644, '[{"name": "a"}, {"name": "b"}]', ["ok    Policy: {0} describes a, b"]),
        (
            0o644,
            '[{"name": "a"}, {"name": "a"}, 5]',
            [
                "ok    Policy: {0} describes a",
                "warn  Policy: {0}: Field 2, “a”: the name was used before.",
                "warn  Policy: {0}: Field 3: isn't an object with a name.",
            ],
        ),
        (0o644, '"x"', ["ok    Policy: {0}", "warn  Policy: {0}: “fields” isn't a list."]),
        (
            0o666,
            '[{"name": "a"}]',
            [
                f"warn  Policy: {EXPOSED}",
            ],
        ),
    ],
)
def test_the_check_tells_the_fields_of_a_policy_and_their_faults(
    tmp_path: Path, mode: int, fields: str, lines: list[str]
) -> None:
    policy = tmp_path / "etc" / "policy.json"
    policy.parent.mkdir(mode=0o755)
    policy.write_text(f'{{"fields": {fields}}}', encoding="utf-8")
    policy.chmod(mode)
    ran = subprocess.run(
        [sys.executable, "-c", CHECK, str(policy), str(tmp_path / "data")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    told = [line for line in ran.stdout.splitlines() if " Policy:" in line]
    assert told == [line.format(policy) for line in lines]
    assert ran.returncode == 0


WITH_LIBRARY = "ok    Spelling: American English, Español de España, Português (Brasil)"
WITHOUT = "warn  Spelling: Spelling can't be checked: Hunspell isn't installed."
ENDED = "warn  Spelling: The process with Hunspell ended before its answer."


@pytest.mark.parametrize(
    ("library", "line"), [("", WITH_LIBRARY), ("raise ImportError", WITHOUT), ("import os; os._exit(1)", ENDED)]
)
def test_the_check_looks_up_a_word_in_each_packaged_dictionary(tmp_path: Path, library: str, line: str) -> None:
    if library:
        (tmp_path / "hunspell.py").write_text(library)
    ran = subprocess.run(
        [sys.executable, "-m", "caseeditor", "--check", "--lang", "en", "--data-dir", str(tmp_path / "data")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert [each for each in ran.stdout.splitlines() if " Spelling:" in each] == [line]
    assert ran.returncode == 0
