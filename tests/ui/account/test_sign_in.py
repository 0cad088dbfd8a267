"""Sign-in: the dialog opens by itself, one at a time, and shows its own errors."""

import os
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.domain.local.restrictions import Restrictions
from caseeditor.domain.local.settings import Settings
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from caseeditor.services.instance.folder_lock import holder
from caseeditor.ui.account.sign_in_dialog import SignInDialog
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.state.workspace import Workspace
from tests.ui.parts import (
    TIMING,
    AppFixture,
    AppOver,
    StartWorker,
    field,
    find,
    is_there,
    key,
    labels,
    line,
    opened,
    press,
)
from tests.ui.scripted_server import ScriptedServer


def dialogs(app: AppFixture) -> list[SignInDialog]:
    return [each for each in app.window.findChildren(SignInDialog) if each.isVisible()]


def dialog(app: AppFixture) -> SignInDialog:
    assert len(dialogs(app)) == 1
    return dialogs(app)[0]


def sign_in(app: AppFixture, server: str, token: str) -> None:
    line("Server", dialog(app)).setText(server)
    line("Access token", dialog(app)).setText(token)
    press("Sign in", dialog(app))


def demo_folder(inside: Path) -> Path | None:
    """Return the folder of the demo that runs, once its window is up: the log begins after that."""
    return next((each.parents[1] for each in inside.glob("caseeditor-demo-*/log/*")), None)


@pytest.fixture
def newcomer(app_over: AppOver, stranger: BackgroundWorker[Backend]) -> AppFixture:
    """Show the window of a new user."""
    return app_over(stranger)


def test_it_comes_by_itself_when_no_server_is_known(newcomer: AppFixture) -> None:
    newcomer.workspace.start(None, ())
    assert dialog(newcomer).windowTitle() == "Sign in"
    assert line("Server", dialog(newcomer)).text() == ""
    assert line("Access token", dialog(newcomer)).echoMode() is QLineEdit.EchoMode.Password
    assert find(QCheckBox, "Keep in the system keyring", dialog(newcomer)).isChecked()


def test_at_the_first_start_the_demo_opens_in_a_program_of_its_own(
    qtbot: QtBot, newcomer: AppFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    newcomer.workspace.start(None, ())
    press("Try the demo", dialog(newcomer))
    qtbot.waitUntil(lambda: demo_folder(tmp_path) is not None)
    folder = demo_folder(tmp_path)
    assert folder is not None
    assert dialog(newcomer).isVisible()
    os.kill(holder(folder).pid, signal.SIGTERM)
    qtbot.waitUntil(lambda: sys.platform == "win32" or not folder.exists())  # no signals there


def test_the_demo_is_offered_at_the_first_start_only(newcomer: AppFixture, address: Server) -> None:
    newcomer.workspace.account.want_token(address, is_asked=True)
    assert not is_there("Try the demo", dialog(newcomer))


@pytest.mark.parametrize(
    "restrictions",
    [
        Restrictions(locked=frozenset({"server"}), only=Server("https://desk.example.com")),
        Restrictions(locked=frozenset({"server"})),
        Restrictions(allowed=frozenset()),
    ],
)
def test_a_policy_that_locks_the_server_offers_no_demo(
    qtbot: QtBot, stranger: BackgroundWorker[Backend], restrictions: Restrictions
) -> None:
    workspace = Workspace(stranger, Settings(), TIMING, restrictions)
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    workspace.account.want_token(None, is_asked=True)
    shown = window.findChildren(SignInDialog)[0]
    assert not is_there("Try the demo", shown)


def test_it_comes_with_the_server_filled_in_when_that_has_no_token(
    qtbot: QtBot, newcomer: AppFixture, address: Server
) -> None:
    newcomer.workspace.start(address, ())
    qtbot.waitUntil(lambda: len(dialogs(newcomer)) == 1)
    assert line("Server", dialog(newcomer)).text() == address.url
    assert line("Access token", dialog(newcomer)).hasFocus()


def test_it_comes_once_for_several_cases(qtbot: QtBot, newcomer: AppFixture, address: Server) -> None:
    newcomer.workspace.start(address, ("203", "210", "211"))
    with qtbot.waitSignals([session.token_wanted for session in newcomer.workspace.sessions.values()]):
        pass
    assert len(dialogs(newcomer)) == 1


def test_a_link_at_the_start_is_named_and_its_host_is_left_to_be_typed(newcomer: AppFixture) -> None:
    newcomer.workspace.start(None, ("https://desk.example.com/case/203",))
    assert line("Server", dialog(newcomer)).text() == ""
    assert "This link leads to desk.example.com, which you've never used." in labels(dialog(newcomer))


def test_what_waited_for_the_token_goes_on(qtbot: QtBot, newcomer: AppFixture, server: DemoServer) -> None:
    newcomer.workspace.start(Server(server.url), ("203",))
    qtbot.waitUntil(lambda: len(dialogs(newcomer)) == 1)
    sign_in(newcomer, server.url, server.token)
    qtbot.waitUntil(lambda: newcomer.status == "Case 203 opened")
    assert dialogs(newcomer) == []
    assert newcomer.account.count("demo · 127.0.0.1") == 1


def test_cases_named_before_a_server_was_known_are_opened(
    qtbot: QtBot, newcomer: AppFixture, server: DemoServer
) -> None:
    newcomer.workspace.start(None, ("203",))
    sign_in(newcomer, server.url, server.token)
    qtbot.waitUntil(lambda: newcomer.status == "Case 203 opened")


@pytest.mark.parametrize(
    ("text", "token", "words"),
    [
        ("", "x", "Enter the address of your Social Gateway."),
        ("https://example.org", "", "Paste the access token."),
        ("ftp://example.org", "x", "That isn't a server address."),
        ("http://example.org", "x", "would use plain http"),
    ],
)
def test_what_cant_be_right_is_told_in_it_at_once(
    qtbot: QtBot, newcomer: AppFixture, text: str, token: str, words: str
) -> None:
    newcomer.workspace.start(None, ())
    sign_in(newcomer, text, token)
    qtbot.waitUntil(lambda: words in labels(dialog(newcomer)))
    assert line("Server", dialog(newcomer)).text() == text
    assert line("Access token", dialog(newcomer)).text() == token


def test_a_wrong_token_is_told_in_it_and_can_be_mended(qtbot: QtBot, newcomer: AppFixture, server: DemoServer) -> None:
    newcomer.workspace.start(None, ("203",))
    sign_in(newcomer, server.url, "wrong-token")
    qtbot.waitUntil(lambda: "doesn't accept the access token" in labels(dialog(newcomer)))
    assert "wrong-token" not in labels(dialog(newcomer))
    assert line("Access token", dialog(newcomer)).text() == "wrong-token"
    line("Access token", dialog(newcomer)).setText(server.token)
    press("Sign in", dialog(newcomer))
    qtbot.waitUntil(lambda: newcomer.status == "Case 203 opened")


def test_a_server_that_is_gone_is_told_in_it(qtbot: QtBot, newcomer: AppFixture, server: DemoServer) -> None:
    newcomer.workspace.start(None, ())
    server.stop()
    sign_in(newcomer, server.url, server.token)
    qtbot.waitUntil(lambda: "can't be reached" in labels(dialog(newcomer)))


def test_enter_in_the_token_signs_in(qtbot: QtBot, newcomer: AppFixture, server: DemoServer) -> None:
    newcomer.workspace.start(None, ())
    line("Server", dialog(newcomer)).setText(server.url)
    line("Access token", dialog(newcomer)).setText(server.token)
    line("Access token", dialog(newcomer)).setFocus()
    qtbot.waitUntil(lambda: line("Access token", dialog(newcomer)).hasFocus())
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialogs(newcomer) == [])
    assert newcomer.status.startswith("Signed in: demo.")


def test_who_gives_up_can_come_back_by_the_menu(newcomer: AppFixture) -> None:
    newcomer.workspace.start(None, ())
    press("Cancel", dialog(newcomer))
    assert dialogs(newcomer) == []
    next(each for each in newcomer.window.findChildren(QAction) if each.text() == "Sign in…").trigger()
    assert line("Server", dialog(newcomer)).text() == ""


def test_an_expired_token_asks_and_then_sends_what_was_typed(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 9007)
    field("New note", app.window).setPlainText("llamar mañana")
    session.submit()
    qtbot.waitUntil(lambda: len(dialogs(app)) == 1)
    assert "invalid or expired" in labels(dialog(app))
    assert line("Server", dialog(app)).text() == server.url
    sign_in(app, server.url, server.token)
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert [note["text"] for note in server.case(9007)["notes"]].count("llamar mañana") == 1
    assert field("New note", app.window).toPlainText() == ""


def test_who_signs_in_later_is_told_that_the_changes_wait_and_nothing_moves(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    session = opened(qtbot, app, 9007)
    session.editor.set_note_text("llamar mañana")
    session.submit()
    qtbot.waitUntil(lambda: len(dialogs(app)) == 1)
    press("Cancel", dialog(app))
    told = "{} asks for another token for case 9007. Sign in to send the rest."
    told = told.format(Server(server.url).shown)
    qtbot.waitUntil(lambda: told in labels(app.window))
    qtbot.waitUntil(lambda: not session.is_submitting)
    press("Sign in…", app.window)
    assert len(dialogs(app)) == 1


def test_signing_out_keeps_what_is_open_and_sends_nothing(
    qtbot: QtBot, window: MainWindow, app: AppFixture, server: DemoServer
) -> None:
    line("Subject", window).setText("changed")
    sign_out = next(each for each in window.findChildren(QAction) if each.text() == "Sign out")
    sign_out.trigger()
    qtbot.waitUntil(lambda: "not signed in" in app.account)
    assert not sign_out.isEnabled()
    app.session.submit()
    qtbot.waitUntil(lambda: len(dialogs(app)) == 1)
    assert app.status == "Case 203 is waiting. Sign in to send it."
    assert line("Subject", window).text() == "changed"
    assert [request for request in server.requests if request.method == "POST"] == []
    sign_in(app, server.url, server.token)
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert server.case(203)["subject"] == "changed"


@pytest.fixture
def left_open(qtbot: QtBot, app: AppFixture) -> None:
    """Leave the program while a case is open."""
    opened(qtbot, app, 203)
    app.window.close()
    assert app.workspace.worker.close(TIMING.closing)


@pytest.mark.usefixtures("left_open")
def test_a_tab_that_came_back_by_itself_asks_for_no_token(
    qtbot: QtBot, app_over: AppOver, start_worker: StartWorker, server: DemoServer, scripted: ScriptedServer
) -> None:
    again = app_over(start_worker(""))
    account = again.workspace.account
    with qtbot.waitSignal(again.workspace.cases.session_restored):
        again.workspace.start(Server(scripted.url), ())
    qtbot.waitUntil(lambda: len(dialogs(again)) == 1)
    assert line("Server", dialog(again)).text() == scripted.url  # the server in use, not the tab's
    sign_in(again, scripted.url, "token")
    qtbot.waitUntil(lambda: account.has_token and "You aren't signed in to" in labels(again.window))
    qtbot.waitUntil(lambda: dialogs(again) == [])
    press("Sign in…", again.window)
    assert line("Server", dialog(again)).text() == server.url
    sign_in(again, server.url, server.token)
    qtbot.waitUntil(lambda: again.session.case is not None)
