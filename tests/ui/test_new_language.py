"""A new language is a catalogue and one line: the test adds French to a copy of the project."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from caseeditor.languages import LANGUAGES, SOURCE, TRANSLATED
from tests.support.catalogues import FOLDER, HERE

REPORT = Path(__file__).with_name("language_report.py")
SPEC = "packaging/caseeditor.spec"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the parts of the project that list languages."""
    copy = tmp_path_factory.mktemp("project")
    shutil.copytree(HERE / "caseeditor", copy / "caseeditor", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(FOLDER, copy / "resources" / "translations", ignore=shutil.ignore_patterns("*.qm"))
    (copy / "packaging").mkdir()
    for name in ("pyproject.toml", "packaging/translations.sh", SPEC):
        shutil.copy(HERE / name, copy / name)
    (copy / ".venv").symlink_to(sys.prefix)
    return copy


def report(copy: Path, code: str) -> dict[str, Any]:
    """Build the copy's catalogues and report on a language."""
    subprocess.run(["/bin/sh", copy / "packaging" / "translations.sh", "build"], check=True)
    command = (sys.executable, "-P", REPORT, code, copy / SPEC)
    env = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=env, cwd=copy, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.linux_only("runs a shell script")
def test_a_catalogue_and_one_line_add_a_language(copy: Path) -> None:
    before = report(copy, "fr")
    assert (before["help"], before["policy"], before["frozen"], before["catalogues"]) == ("", False, False, [])
    assert "fr" not in before["offered"]

    spanish = (copy / "resources" / "translations" / "caseeditor_es.ts").read_text("utf-8")
    french = spanish.replace('language="es"', 'language="fr"').replace("%n cambios<", "%n changements<")
    assert french.count("changements") == 1
    (copy / "resources" / "translations" / "caseeditor_fr.ts").write_text(french, "utf-8")
    languages = copy / "caseeditor" / "languages.py"
    line = '    "es": "Español",\n'
    languages.write_text(languages.read_text("utf-8").replace(line, f'{line}    "fr": "Français",\n'), "utf-8")

    after = report(copy, "fr")
    codes = list(LANGUAGES)
    codes.insert(codes.index("es") + 1, "fr")
    assert f"{', '.join(codes)}; default" in " ".join(after["help"].split())
    assert after["offered"] == {"": "System", **LANGUAGES, "fr": "Français"}
    assert after["of_the_system"] == "fr"
    assert after["catalogues"] == ["qtbase_fr.qm", "caseeditor_fr.qm"]
    assert after["changes"] == "2 changements"
    assert after["policy"]
    assert (after["frozen"], after["other_frozen"]) == (True, False)


def test_each_language_of_the_list_has_a_catalogue_and_no_catalogue_is_left_out() -> None:
    assert {path.name for path in FOLDER.glob("*.ts")} == {f"caseeditor_{code}.ts" for code in TRANSLATED}
    assert {SOURCE, *TRANSLATED} == set(LANGUAGES)
