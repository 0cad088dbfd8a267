"""The licences and the SBOM of a frozen program."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """Make a frozen program of the dictionaries alone."""
    resources = tmp_path / "frozen" / "_internal" / "caseeditor" / "resources"
    shutil.copytree(ROOT / "resources" / "dictionaries", resources / "dictionaries")
    (tmp_path / "sbom.json").write_text('{"metadata": {"component": {}}, "components": []}')
    return tmp_path / "frozen"


def collect(frozen: Path, packaging: Path = ROOT / "packaging") -> "subprocess.CompletedProcess[str]":
    command: list[str | Path] = [
        sys.executable,
        ROOT / "packaging" / "notices.py",
        frozen,
        packaging,
        frozen.parent / "sbom.json",
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_abseil_and_the_dictionaries_are_named_with_version_and_text(frozen: Path) -> None:
    run = collect(frozen)
    assert (run.returncode, run.stderr) == (0, "")
    texts = frozen / "licences"
    assert "Apache License" in (texts / "Apache-2.0.txt").read_text("utf-8")
    assert {path.name for path in (texts / "dictionaries").iterdir()} == {
        "GPL-3.0",
        "LGPL-3.0",
        "LICENCE.en_US",
        "LICENCE.es_ES",
        "LICENCE.pt_BR",
    }
    notices = (texts / "NOTICES.txt").read_text("utf-8").splitlines()
    assert "dictionary es_ES 7.5.0: see dictionaries/LICENCE.es_ES" in notices
    components = {
        one["name"]: one for one in json.loads((frozen.parent / "sbom.json").read_text("utf-8"))["components"]
    }
    assert components["dictionary en_US"]["version"] == "2020.12.07"
    abseil = components["abseil-cpp"]["version"]
    assert f"Abseil {abseil}, part of google-re2: Apache-2.0, Apache-2.0.txt" in notices
    assert components["calamine"]["purl"] == f"pkg:cargo/calamine@{components['calamine']['version']}"
    assert f"calamine {components['calamine']['version']}, part of python-calamine: MIT" in notices
    if sys.platform == "linux":  # other systems' symbols may have no names
        assert len(abseil) == len("20250512")


@pytest.mark.parametrize("name", ["Apache-2.0.txt", "LGPL-3.0.txt"])
def test_a_missing_licence_text_is_an_error(frozen: Path, tmp_path: Path, name: str) -> None:
    shutil.copytree(ROOT / "packaging" / "licences", tmp_path / "packaging" / "licences")
    missing = tmp_path / "packaging" / "licences" / name
    missing.unlink()
    run = collect(frozen, tmp_path / "packaging")
    assert (run.returncode, run.stderr) == (1, f"notices: the licence text {missing} is missing\n")


@pytest.mark.parametrize("name", ["LGPL-3.0", "LICENCE.pt_BR"])
def test_a_dictionary_without_its_text_is_an_error(frozen: Path, name: str) -> None:
    missing = frozen / "_internal" / "caseeditor" / "resources" / "dictionaries" / name
    missing.unlink()
    run = collect(frozen)
    assert (run.returncode, run.stderr) == (1, f"notices: the licence text {missing} is missing\n")
