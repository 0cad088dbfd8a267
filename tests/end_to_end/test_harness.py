"""The harness itself: a desktop is private, has a real keyring, and leaves nothing behind."""

import sys
from pathlib import Path

import pytest

from tests.end_to_end import desktop as desktop_module
from tests.end_to_end.desktop import Desktop, MissingToolError
from tests.end_to_end.program import Program
from tests.support.http_stub import HttpStub


def test_the_keyring_is_a_real_one(desktop: Desktop) -> None:
    desktop.store_secret("harness", "https://example.org", "contraseña")
    assert desktop.read_secret("harness", "https://example.org") == "contraseña"
    assert desktop.read_secret("harness", "https://example.com") is None


def test_nothing_of_the_outside_comes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    monkeypatch.setenv("DISPLAY", ":77")
    with Desktop() as desktop:
        told = desktop.run("env").stdout
        assert "proxy.example" not in told
        assert "DISPLAY=:77" not in told.splitlines()
        assert f"HOME={desktop.root}/home" in told.splitlines()


def test_nothing_is_left_at_the_end(tmp_path: Path) -> None:
    with Desktop() as desktop:
        sleeper = Program(desktop, "600", home=tmp_path, command=["setsid", "--fork", "sleep"])
        with sleeper:
            assert sleeper.wait_exit() == 0
        assert len(desktop.inhabitants()) > 1
    assert not desktop.inhabitants()
    assert not desktop.root.exists()


def test_a_failure_says_what_was_sought_and_what_was_there(desktop: Desktop, home: Path) -> None:
    code = "print('no window'); raise SystemExit(4)"
    ended = Program(desktop, "-c", code, home=home, command=[sys.executable])
    with ended, pytest.raises(AssertionError) as failure:
        ended.wait_for("push button", "Submit")
    told = str(failure.value)
    assert "push button 'Submit'" in told
    assert "ended with 4" in told
    assert "no window" in told


def test_a_missing_tool_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(desktop_module.TOOLS, "no-such-tool", "its-package")
    with pytest.raises(MissingToolError, match=r"apt-get install .*its-package"), Desktop():
        pass


def test_the_token_of_a_server_that_has_ended_is_not_the_next_one_s(
    desktop: Desktop, request: pytest.FixtureRequest
) -> None:
    with HttpStub() as running:
        with HttpStub() as ended:
            desktop.store_secret("caseeditor", ended.url, "token")
        desktop.store_secret("caseeditor", running.url, "token")
        request.getfixturevalue("forgetful")
        assert desktop.read_secret("caseeditor", ended.url) is None
        assert desktop.read_secret("caseeditor", running.url) == "token"
