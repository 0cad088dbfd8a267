"""Output of the command line: no encoding of a pipe, and no missing stream, ends the program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

STREAMS = {
    "Western Windows": {"PYTHONIOENCODING": "cp1252:strict"},
    "console of Western Windows": {"PYTHONIOENCODING": "cp850:strict"},
    "Japanese Windows": {"PYTHONIOENCODING": "cp932:strict"},
    "ASCII": {"PYTHONIOENCODING": "ascii:strict"},
    "UTF-8": {"PYTHONIOENCODING": "utf-8:strict"},
    "C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
NAMES = {"Cyrillic": "Пётр".encode(), "Chinese": "案件".encode(), "emoji": "📁".encode(), "not UTF-8": b"caf\xe9"}
HALF_A_PAIR = pytest.mark.wine_lacks("names with half of a surrogate pair")
WITHOUT_STREAMS = (
    "import sys; sys.stdout = sys.stderr = None; from caseeditor.__main__ import main; sys.exit(main(sys.argv[1:]))"
)


def run(*words: str | Path, code: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    start = ("-c", code) if code else ("-m", "caseeditor")
    quiet = {"QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    command = [sys.executable, *start, *words]
    return subprocess.run(command, check=False, capture_output=True, env={**os.environ, **quiet, **environment})


def folder(tmp_path: Path, name: bytes) -> Path:
    if sys.platform == "win32":  # its names have 16-bit units, of which half a pair stands alone
        return tmp_path / name.decode("utf-8", "surrogateescape")
    return tmp_path / os.fsdecode(name)


@pytest.mark.parametrize(
    "name", [pytest.param(name, id=key, marks=HALF_A_PAIR if key == "not UTF-8" else ()) for key, name in NAMES.items()]
)
@pytest.mark.parametrize("environment", STREAMS.values(), ids=list(STREAMS))
def test_a_check_reports_a_folder_of_any_name_in_any_encoding(
    tmp_path: Path, environment: dict[str, str], name: bytes
) -> None:
    done = run("--check", "--data-dir", folder(tmp_path, name), **environment)
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0
    assert b"Data folder" in done.stdout


def test_letters_outside_the_encoding_are_written_as_escapes(tmp_path: Path) -> None:
    done = run("--check", "--data-dir", tmp_path / "Пётр é", PYTHONIOENCODING="cp1252:strict")
    assert rb"\u041f\u0451\u0442\u0440" in done.stdout
    assert "é".encode("cp1252") in done.stdout


@pytest.mark.parametrize("environment", STREAMS.values(), ids=list(STREAMS))
@pytest.mark.parametrize(
    ("words", "status"),
    [(("--version",), 0), (("--help",), 0), (("--lang", "жя"), 2), (("--案件",), 2), (("--server", "не адрес"), 2)],
)
def test_help_and_errors_are_written_in_any_encoding(
    environment: dict[str, str], words: tuple[str, ...], status: int
) -> None:
    done = run(*words, **environment)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    assert done.stdout or b"caseeditor: error: " in done.stderr


@pytest.mark.parametrize(("words", "status"), [(("--version",), 0), (("--help",), 0), (("--no-such",), 2)])
def test_a_program_without_streams_ends_with_the_same_status(words: tuple[str, ...], status: int) -> None:
    assert run(*words, code=WITHOUT_STREAMS).returncode == status


def test_a_program_without_streams_checks_itself(tmp_path: Path) -> None:
    assert run("--check", "--data-dir", tmp_path, code=WITHOUT_STREAMS).returncode == 0


CLOSED = """
import os, sys
from caseeditor.__main__ import main
try:
    main(["--version"])
except SystemExit:
    opened = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
    os.write(opened, f"{opened} {os.get_inheritable(2)}".encode())
    os.write(2, b"a message of a library")
"""


@pytest.mark.linux_only("the redirections of a shell")
@pytest.mark.parametrize("closing", ["<&-", "2>&-", "<&- 2>&-", "<&- >&-", "<&- >&- 2>&-"])
def test_no_file_takes_the_number_of_a_closed_stream(tmp_path: Path, closing: str) -> None:
    command = ["/bin/sh", "-c", f'exec "$0" -c "$1" "$2" {closing}', sys.executable, CLOSED, str(tmp_path / "file")]
    subprocess.run(command, check=True, capture_output=True)
    number, is_inherited = (tmp_path / "file").read_text().split()
    assert int(number) > 2
    assert is_inherited == "True"


def test_a_program_without_streams_does_the_main_job() -> None:
    assert run("--demo", "--check", code=WITHOUT_STREAMS).returncode == 0
