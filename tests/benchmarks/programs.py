"""The programs whose starts are measured: this one as it runs here, from its wheel, and frozen."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
EMPTY = Path(__file__).with_name("empty_window.py")
_BUILD = ROOT / "build"


class Program(NamedTuple):
    """Ways to start the program and an empty window, both on the same interpreter."""

    name: str
    """How it differs from the one that users of the source have; '' for that one."""
    command: tuple[str, ...]
    empty: tuple[str, ...]
    env: dict[str, str]
    """Beside that of the desktop."""
    interpreter: str


def program_here() -> Program:
    """Return the program of this checkout, on the interpreter that runs this, with all its packages."""
    command = (sys.executable, "-m", "caseeditor")
    return Program("", command, (sys.executable, str(EMPTY)), {"PYTHONPATH": str(ROOT)}, interpreter_of(sys.executable))


def build_programs(*, is_built: bool) -> Iterator[Program]:
    """Build the Linux package; return the program from its wheel, in an environment without any other, and frozen.

    With `is_built`, the last build is used.
    """
    if not is_built:
        with tempfile.TemporaryDirectory() as dist:
            _run("sh", "packaging/linux/build.sh", CASEEDITOR_DIST=dist)
    python = str(_BUILD / "venv" / "bin" / "python")
    interpreter = interpreter_of(python)
    yield Program("", (python, "-P", "-m", "caseeditor"), (python, str(EMPTY)), {}, interpreter)
    freeze = (python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", "frozen")
    _run(*freeze, "--workpath", "work", "--specpath", "work", "--name", "empty", str(EMPTY), folder=_BUILD)
    frozen = _BUILD / "frozen"
    yield Program("frozen", (str(frozen / "caseeditor/caseeditor"),), (str(frozen / "empty/empty"),), {}, interpreter)


def interpreter_of(python: str) -> str:
    """Name a Python; the system's own is usually built with profile-guided optimisation, and faster."""
    code = "import platform, sys; print(sys.base_prefix == '/usr', platform.python_version())"
    is_systems, version = subprocess.run(
        [python, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    return f"the system's Python {version}" if is_systems == "True" else f"Python {version}"


def _run(*command: str, folder: Path = ROOT, **env: str) -> None:
    _say(command)
    subprocess.run(command, cwd=folder, env={**os.environ, **env}, stdout=subprocess.DEVNULL, check=True)


def _say(command: Sequence[str]) -> None:
    sys.stderr.write(f"{' '.join(command)}…\n")
