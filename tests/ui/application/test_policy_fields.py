"""The fields of a policy file at the start: faults are told once, and in Diagnostics; the other fields apply."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.ui.application import fields_program

ROOT = Path(fields_program.__file__).parents[3]
FIELDS = [{"name": "prioridad", "label": {"en": "Priority"}}, {"name": "edad", "kind": "colour"}]


def start(tmp_path: Path, *, mode: int = 0o644, **document: object) -> subprocess.CompletedProcess[str]:
    """Run the program under a policy."""
    policy = tmp_path / "etc" / "policy.json"
    policy.parent.mkdir(mode=0o755)
    policy.write_bytes(msgspec.json.encode(document))
    policy.chmod(mode)
    return subprocess.run(
        [sys.executable, "-m", fields_program.__name__, str(tmp_path / "data"), str(policy)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_a_faulty_field_is_told_in_the_window_and_in_diagnostics(tmp_path: Path) -> None:
    ran = start(tmp_path, fields=FIELDS)
    file, fault = tmp_path / "etc" / "policy.json", "Field 2, “edad”: the kind “colour” is unknown."
    told = [line for line in ran.stdout.splitlines() if line.startswith("message: ")]
    assert told[:2] == [
        f"message: The policy file {file} has invalid fields. Tell your administrator.",
        f"message: {fault}",
    ]
    assert ran.stdout.count("has invalid fields") == 1
    assert "fields: Priority\n" in ran.stdout
    assert f"ok    Policy: {file} describes prioridad\n" in ran.stdout
    assert f"warn  Policy: {file}: {fault}\n" in ran.stdout
    assert "reads: 1\n" in ran.stdout
    assert ran.returncode == 0


@pytest.mark.linux_only("a policy is trusted by the mode and owner of its file")
def test_fields_without_a_fault_are_told_in_diagnostics_alone(tmp_path: Path) -> None:
    ran = start(tmp_path, fields=FIELDS[:1], defaults={"keep_days": 30})
    assert "invalid fields" not in ran.stdout
    assert f"ok    Policy: {tmp_path / 'etc' / 'policy.json'} sets keep_days; describes prioridad\n" in ran.stdout
