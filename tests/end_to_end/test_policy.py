"""What an administrator laid down for all users, in the real window."""

import json
import sys
from pathlib import Path

import pytest

from tests.end_to_end.bench import TOKEN
from tests.end_to_end.conftest import Command, StartProgram
from tests.end_to_end.program import Program
from tests.end_to_end.rig import Rig


def under(file: Path) -> Command:
    return (sys.executable, "-P", Path(__file__).with_name("under_policy.py"), file)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "etc").mkdir(mode=0o755)
    return tmp_path / "etc" / "policy.json"


def sign_in(editor: Program) -> None:
    editor.wait_for("dialog", "Sign in")
    editor.set_text("Access token", TOKEN)
    editor.press("Return")


def test_the_server_of_a_policy_is_the_one_asked_and_no_other_takes_a_token(program: StartProgram, file: Path) -> None:
    with Rig() as rig, Rig() as other:
        file.write_text(json.dumps({"locked": {"server": rig.url}}))
        editor = program("--server", other.url, "203", command=under(file))
        editor.wait_for("dialog", "Sign in")
        assert editor.text("Server") == rig.url
        editor.set_text("Server", other.url)
        sign_in(editor)
        editor.wait_for("label", f"Your administrator allows {rig.url} only.")
        editor.set_text("Server", rig.url)
        sign_in(editor)
        editor.wait_title("– 203 –")
        assert other.heard == []


@pytest.mark.parametrize(("content", "mode", "said"), [("{", 0o644, "is broken"), ("{}", 0o666, "written by others")])
def test_a_policy_that_is_not_followed_is_said(
    program: StartProgram, file: Path, content: str, mode: int, said: str
) -> None:
    file.write_text(content)
    file.chmod(mode)
    with Rig() as rig:
        editor = program("--server", rig.url, command=under(file))
        assert str(file) in editor.wait_status(said)
        sign_in(editor)
        editor.gone("dialog", "Sign in")
        editor.open_case("203")
        editor.wait_title("– 203 –")
        assert "not followed" in editor.written()


def test_the_demo_knows_no_policy(program: StartProgram, file: Path) -> None:
    with Rig() as rig:
        file.write_text(json.dumps({"locked": {"server": rig.url}}))
        editor = program("--demo", "203", command=under(file))
        editor.wait_title("– 203 –")
        assert rig.heard == []
