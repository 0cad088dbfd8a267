"""The command line without a window: --version, --help, errors, and --check."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from caseeditor import __version__
from caseeditor.__main__ import main
from caseeditor.app import App
from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import AddressError, parse_case
from caseeditor.startup import Options
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.typed_case_fixture import TOKEN
from tests.support.http_stub import HttpStub, answer

NO_SCREEN = ("env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", "-u", "QT_QPA_PLATFORM")
ABSENT = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
DONE = subprocess.CompletedProcess[str]


def run(desktop: Desktop, *words: str) -> DONE:
    return desktop.run(sys.executable, "-m", "caseeditor", *words)


def lines(done: DONE) -> dict[str, tuple[str, str]]:
    """Map each check to its result and detail; every line is a check's."""
    assert done.stderr == ""
    found = [re.fullmatch(r"(ok|warn|fail) +([^:]+): (.+)", line) for line in done.stdout.splitlines()]
    assert all(found), done.stdout
    return {match[2]: (match[1], match[3]) for match in found if match}


def check(desktop: Desktop, folder: Path, *words: str, env: dict[str, str] | None = None) -> DONE:
    """Run --check without a screen, as over a remote shell."""
    return desktop.run(*NO_SCREEN, sys.executable, "-m", "caseeditor", "--check", "--data-dir", folder, *words, env=env)


@pytest.mark.parametrize(("word", "said"), [("--version", f"Case Editor {__version__}\n"), ("--help", "usage: caseed")])
def test_version_and_help_are_told_without_loading_qt(desktop: Desktop, word: str, said: str) -> None:
    done = desktop.run(sys.executable, "-X", "importtime", "-m", "caseeditor", word)
    assert done.returncode == 0
    assert done.stdout.startswith(said)
    assert "argparse" in done.stderr
    assert "PySide6" not in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--server", "not a server"), "--server takes an address such as https://example.org"),
        (("--lang", "xx"), "--lang"),
        (("--no-such",), "--no-such"),
    ],
)
def test_what_is_wrong_with_the_command_line_is_said(desktop: Desktop, words: tuple[str, ...], said: str) -> None:
    done = run(desktop, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    "link",
    [
        "caseeditor:--server=https://evil.example",
        'caseeditor:203" --server "https://evil.example',
        "--server=https://evil.example",
        "--demo",
        "javascript:alert(203)",
        "file:///case/203",
        "caseeditor:" + "7" * 10_000,
        "caseeditor:203\n--demo",
    ],
)
def test_a_link_is_never_an_option(link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = (Path(__file__).parents[2] / "resources" / "desktop" / "caseeditor.desktop").read_text("utf-8")
    command = re.search("^Exec=(.*)$", entry, re.MULTILINE)
    assert command
    words = [link if word == "%u" else word for word in command[1].split()[1:]]
    asked: list[Options] = []
    monkeypatch.setattr(App, "__init__", lambda _self, options, *_: asked.append(options))
    monkeypatch.setattr(App, "run", lambda _self: 0)
    assert main(words) == 0
    assert asked == [Options(cases=(link,))]
    with pytest.raises(AddressError):
        parse_case(link)


def test_the_desktop_entry_takes_our_links_and_nothing_else() -> None:
    entry = (Path(__file__).parents[2] / "resources" / "desktop" / "caseeditor.desktop").read_text("utf-8")
    assert re.findall("^MimeType=(.*)$", entry, re.MULTILINE) == ["x-scheme-handler/caseeditor;"]


def test_the_check_needs_no_screen_and_no_account(desktop: Desktop, tmp_path: Path) -> None:
    done = check(desktop, tmp_path / "data")
    told = lines(done)
    assert done.returncode == 0
    assert told["Case Editor"] == ("ok", __version__)
    assert told["Data folder"] == ("ok", str(tmp_path / "data"))
    assert told["Keyring"][0] == "ok"
    assert told["Server"][0] == "warn"


def test_the_check_needs_no_screen_where_a_dead_one_is_named(desktop: Desktop, tmp_path: Path) -> None:
    dead = ("env", "-u", "QT_QPA_PLATFORM", "DISPLAY=:77")
    done = desktop.run(*dead, sys.executable, "-m", "caseeditor", "--check", "--data-dir", tmp_path)
    assert done.returncode == 0
    assert lines(done)["Keyring"][0] == "ok"


def test_the_check_finds_the_server_and_the_token_good(desktop: Desktop, tmp_path: Path) -> None:
    with DemoServer(token=TOKEN) as server:
        desktop.store_secret("caseeditor", server.url, TOKEN)
        done = check(desktop, tmp_path, "--server", server.url)
        told = lines(done)
        assert done.returncode == 0
        assert (told["Server"][0], told["Token"][0]) == ("ok", "ok")
        assert TOKEN not in done.stdout
        assert {request.method for request in server.requests} == {"GET"}


def test_the_check_warns_of_a_missing_keyring_and_token(desktop: Desktop, tmp_path: Path) -> None:
    with DemoServer(token=TOKEN) as server:
        done = check(desktop, tmp_path, "--server", server.url, env=ABSENT)
        told = lines(done)
        assert done.returncode == 0
        assert [told[what][0] for what in ("Keyring", "Server", "Token")] == ["warn", "ok", "warn"]


def test_the_check_fails_on_a_token_that_is_not_accepted(desktop: Desktop, tmp_path: Path) -> None:
    with DemoServer(token="another") as server:  # noqa: S106 - the test server's
        desktop.store_secret("caseeditor", server.url, TOKEN)
        done = check(desktop, tmp_path, "--server", server.url)
        assert lines(done)["Token"][0] == "fail"
        assert done.returncode == 1
        assert TOKEN not in done.stdout


def test_the_check_fails_on_a_server_that_is_none(desktop: Desktop, tmp_path: Path) -> None:
    with HttpStub({"me": answer(b"<html>")}) as stub:
        done = check(desktop, tmp_path, "--server", stub.url)
        result, detail = lines(done)["Server"]
        assert (result, done.returncode) == ("fail", 1)
        assert "isn't from a Social Gateway" in detail


def test_the_check_fails_on_a_data_folder_that_can_not_be_one(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = check(desktop, tmp_path / "file" / "data")
    assert lines(done)["Data folder"][0] == "fail"
    assert done.returncode == 1


def test_the_check_of_the_demo_does_the_main_job_and_leaves_nothing(desktop: Desktop) -> None:
    before = sorted(Path(desktop.env["HOME"]).rglob("*"))
    done = run(desktop, "--demo", "--check")
    told = [line for line in done.stdout.splitlines() if "Main job" in line]
    assert done.returncode == 0
    assert len(told) >= 5
    assert all(line.startswith("ok ") for line in told)
    assert done.stderr == ""
    assert sorted(Path(desktop.env["HOME"]).rglob("*")) == before
