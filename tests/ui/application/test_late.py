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


@pytest.mark.parametrize("name", ["PySide6", "msgspec", "datetime", "hashlib"])
def test_it_is_not_imported_for_a_start_that_hands_its_cases_over(name: str) -> None:
    """The answer to the other start is awaited with these modules."""
    script = f"""
import sys
from caseeditor import __main__, startup
startup.Holding = lambda folder: type("Held", (), {{"take": lambda _: False, "hand_over": lambda *_: True}})()
assert __main__.main(["203", "--server", "https://a.example"]) == 0
sys.exit({name!r} in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


MODULES = """
import os, sys
from pathlib import Path
from caseeditor.__main__ import _import_pyside
_import_pyside()
from PySide6.QtCore import QEvent, QObject
from caseeditor.app import App
from caseeditor.domain.timeouts import Timing
from caseeditor.startup import Options

class Paint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            end()
        return False

def end():
    print(*sys.modules, flush=True)
    os._exit(0)

data, *cases = sys.argv[1:]
app = App(Options(data_dir=Path(data), demo=bool(cases), cases=tuple(cases), language="en"), Timing())
paint = Paint()
if cases:
    app.window.windowTitleChanged.connect(lambda title: f"– {cases[0]} –" in title and end())
else:
    app.window.installEventFilter(paint)
app.run()
"""
"""Prints the names of all modules when the window is painted for the first time, or with a case, when it is shown."""
NOT_FOR_A_CASE = (
    "domain.batch.run_progress",
    "domain.spelling",
    "services.desktop.launcher_entry",
    "services.spelling.process",
    "services.spelling.spelling",
    "ui.main_window.notices",
    "ui.main_window.taskbar",
    "ui.messages.spelling_words",
    "ui.state.spelling",
    "ui.templates.insert_dialog",
    "ui.templates.manager_dialog",
    "ui.templates.shared_files",
    "ui.templates.suggestion_list",
    "ui.widgets.fields.speller",
    "ui.widgets.fields.spelling_in_fields",
    "ui.widgets.fields.spelling_marks",
    "ui.widgets.fields.spelling_menu",
)
"""Packages and modules of which nothing is used before a word is typed or a command chosen."""
NOT_FOR_THE_WINDOW = (
    *NOT_FOR_A_CASE,
    "domain.fields",
    "domain.local.learned_values",
    "domain.text.date_forms",
    "domain.text.live_text",
    "domain.text.value_shape",
    "services.desktop.desktop_notices",
    "services.share",
    "services.storage",
    "ui.case.case_view",
    "ui.case.reading",
    "ui.case.stream",
    "ui.state.session",
    "ui.templates.suggestions",
    "ui.widgets.fields.spelling",
    "ui.widgets.fields.suggestions",
    "ui.widgets.lists.card_text",
)
MOST_FOR_THE_WINDOW = 205
"""Modules of the program: 199, and some of other systems. Each costs 0.1 ms or more, and memory."""


def all_modules_of(*words: str) -> list[str]:
    command = (sys.executable, "-c", MODULES, *words)
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=True).stdout.split()


def modules_of(*words: str) -> set[str]:
    start = "caseeditor."
    return {name.removeprefix(start) for name in all_modules_of(*words) if name.startswith(start)}


def test_the_window_is_painted_before_the_modules_of_a_case_are_imported(tmp_path: Path) -> None:
    modules = modules_of(str(tmp_path))
    assert "ui.main_window.main_window" in modules
    assert modules.isdisjoint(NOT_FOR_THE_WINDOW), modules.intersection(NOT_FOR_THE_WINDOW)
    assert len(modules) <= MOST_FOR_THE_WINDOW


def test_no_date_of_a_start_needs_the_slow_form(tmp_path: Path) -> None:
    """Its import takes 5 ms; an empty date once took it."""
    modules = all_modules_of(str(tmp_path), "203")
    assert "caseeditor.domain.queue.rows" in modules
    assert "_strptime" not in modules


def test_a_case_is_shown_without_what_is_used_later(tmp_path: Path) -> None:
    modules = modules_of(str(tmp_path), "203")
    assert "ui.case.case_view" in modules
    assert modules.isdisjoint(NOT_FOR_A_CASE), modules.intersection(NOT_FOR_A_CASE)


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
