"""A new field of the case is a line in domain/case/model.py and a line in ui/case/summary.py, as the README says."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import caseeditor

LINES = {
    "domain/case/model.py": ('    updated_by: str = ""\n', '    mood: str = ""\n'),
    "ui/case/summary.py": (
        "        _updated(case, now),\n",
        '        case.mood and translate("Facts", "mood {0}").format(case.mood),\n',
    ),
}
LOOK = """
import json, sys
from datetime import UTC, datetime
from caseeditor.domain.case.model import read_answer
from caseeditor.ui.case.summary import case_facts
case = read_answer(sys.argv[1].encode()).case
print(json.dumps([case_facts(case, datetime.now(UTC)), sorted(case.attributes)]))
"""


def test_two_lines_show_a_new_field_of_the_case(tmp_path: Path) -> None:
    package = tmp_path / "caseeditor"
    shutil.copytree(Path(caseeditor.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    for name, (after, line) in LINES.items():
        text = (package / name).read_text("utf-8")
        assert text.count(after) == 1
        (package / name).write_text(text.replace(after, after + line), "utf-8")
    answer = json.dumps({"id": 203, "mood": "alegre", "plan": "Pyme"})
    command = [sys.executable, "-c", LOOK, answer]
    found = subprocess.run(
        command, cwd=tmp_path, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(tmp_path)}
    )
    facts, attributes = json.loads(found.stdout)
    assert facts == ["mood alegre"]
    assert attributes == ["plan"]
