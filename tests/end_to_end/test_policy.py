"""The administrator's policy for all users, in the real window."""

import json
import sys
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Command, StartProgram
from tests.end_to_end.program import Program
from tests.end_to_end.typed_case_fixture import TOKEN
from tests.support.http_stub import HttpStub


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
    with HttpStub() as stub, HttpStub() as other:
        file.write_text(json.dumps({"locked": {"server": stub.url}}))
        editor = program("--server", other.url, "203", command=under(file))
        editor.wait_for("dialog", "Sign in")
        assert editor.text("Server") == stub.url
        editor.set_text("Server", other.url)
        sign_in(editor)
        editor.wait_for("label", f"Your administrator allows {stub.url} only.")
        editor.set_text("Server", stub.url)
        sign_in(editor)
        editor.wait_title("– 203 –")
        assert other.heard == []


def test_a_policy_that_others_can_write_is_said_and_gives_no_defaults(program: StartProgram, file: Path) -> None:
    file.write_text('{"defaults": {"server": "https://evil.example"}}')
    file.chmod(0o666)
    with HttpStub() as stub:
        editor = program("--server", stub.url, command=under(file))
        assert str(file) in editor.wait_status("written by others")
        sign_in(editor)
        editor.gone("dialog", "Sign in")
        editor.open_case("203")
        editor.wait_title("– 203 –")
        assert "not followed" in editor.written()


def test_under_a_policy_that_is_broken_no_server_takes_a_token_that_took_none_before(
    program: StartProgram, file: Path
) -> None:
    with HttpStub() as stub, HttpStub() as other:
        file.write_text("{}")
        editor = program("--server", stub.url, command=under(file))
        sign_in(editor)
        editor.gone("dialog", "Sign in")
        editor.close_window()
        assert editor.wait_exit() == 0
        file.write_text("{")
        (editor.home / ".config" / "caseeditor" / "last-policy.json").unlink()
        editor = program("--server", other.url, command=under(file))
        assert str(file) in editor.wait_status("is broken")
        editor.wait_for("dialog", "Sign in")
        assert editor.text("Server") == ""
        editor.set_text("Server", other.url)
        sign_in(editor)
        editor.wait_for("label", "⚠  Your administrator's policy can't be read. Use a server you have used before.")
        editor.set_text("Server", stub.url)
        sign_in(editor)
        editor.gone("dialog", "Sign in")
        assert other.heard == []


def test_the_locks_of_a_policy_outlive_its_damage(program: StartProgram, file: Path) -> None:
    with HttpStub() as stub, HttpStub() as other:
        file.write_text(json.dumps({"locked": {"server": stub.url}}))
        editor = program(command=under(file))
        editor.wait_for("dialog", "Sign in")
        editor.press("Escape")
        editor.close_window()
        assert editor.wait_exit() == 0
        file.write_text("{")
        editor = program("--server", other.url, command=under(file))
        editor.wait_for("dialog", "Sign in")
        assert editor.text("Server") == stub.url
        editor.set_text("Server", other.url)
        sign_in(editor)
        editor.wait_for("label", f"Your administrator allows {stub.url} only.")
        assert other.heard == []


def test_the_demo_knows_no_policy(program: StartProgram, file: Path) -> None:
    with HttpStub() as stub:
        file.write_text(json.dumps({"locked": {"server": stub.url}}))
        editor = program("--demo", "203", command=under(file))
        editor.wait_title("– 203 –")
        assert stub.heard == []
