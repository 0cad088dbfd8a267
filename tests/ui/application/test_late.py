"""Modules not needed for the first paint are imported later, since they would delay it."""

import os
import py_compile
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "name", ["caseeditor.domain.delivery.server_edits", "html.entities", "httpx", "asyncio", "sqlite3"]
)
def test_it_is_not_imported_before_the_window_is_painted(name: str) -> None:
    script = f"import sys, caseeditor.app; sys.exit({name!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


SOURCES_READ = """
import sys
{first}
read = []
sys.addaudithook(lambda event, args: read.append(str(args[0])) if event == "open" else None)
import imported_late
print(sum(path.endswith("imported_late.py") for path in read))
"""


@pytest.mark.parametrize(
    ("first", "reads"),
    [
        # If this one fails, PySide no longer reads sources: _import_pyside can then become a plain import.
        pytest.param("import PySide6.QtCore", True, id="PySide's hook"),
        pytest.param("from caseeditor.__main__ import _import_pyside; _import_pyside()", False, id="taken out"),
    ],
)
def test_pysides_import_hook_is_taken_out_because_it_reads_the_source_of_every_module(
    tmp_path: Path, first: str, reads: bool
) -> None:
    """The hook reads 160 files at start-up: a tenth of the time, and 4 to 13 MB that stay."""
    module = tmp_path / "imported_late.py"
    module.write_text("import json\n", "utf-8")
    py_compile.compile(str(module), doraise=True, invalidation_mode=py_compile.PycInvalidationMode.TIMESTAMP)
    command = (sys.executable, "-c", SOURCES_READ.format(first=first))
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=True)
    assert (int(done.stdout) > 0) is reads


@pytest.mark.parametrize("name", ["click", "rich"])
def test_httpx_is_imported_without_its_command_line(name: str, tmp_path: Path) -> None:
    """Where click and rich are installed, httpx would load them: 20 ms and 6 MB."""
    for module in ("click", "rich"):
        (tmp_path / f"{module}.py").touch()
    script = f"import sys, caseeditor.services.api.client; sys.exit({name!r} in sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    assert subprocess.run([sys.executable, "-c", script], env=env, check=False).returncode == 0
