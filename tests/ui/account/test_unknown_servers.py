"""Servers from links or other starts are named but never prefilled: a token goes only to an address the agent typed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.reference import Server
from caseeditor.domain.local.settings import Settings
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from caseeditor.services.storage.database import Store
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.state.workspace import Workspace
from tests.support.drafts import set_user
from tests.ui.account.test_accounts import become
from tests.ui.account.test_sign_in import dialog, dialogs, sign_in
from tests.ui.parts import TIMING, AppFixture, AppOver, StartWorker, labels, line, opened, press
from tests.ui.scripted_server import ScriptedServer

NEVER = "This link leads to {0}, which you've never used."
EVIL = Server("https://evil.example")


@pytest.fixture
def newcomer(app_over: AppOver, stranger: BackgroundWorker[Backend]) -> AppFixture:
    """Show the window of a new user."""
    return app_over(stranger)


def is_left_empty(app: AppFixture, domain: str) -> bool:
    """Tell whether the dialog names a server and leaves its field empty."""
    found = dialogs(app)
    return bool(found) and line("Server", found[0]).text() == "" and NEVER.format(domain) in labels(found[0])


@pytest.mark.parametrize(
    "link",
    ["https://evil.example/case/203", "http://evil.example:80/case/203", "caseeditor:https://evil.example/case/203"],
)
def test_a_link_names_its_server_and_fills_nothing_in(newcomer: AppFixture, link: str) -> None:
    newcomer.workspace.start(None, (link,))
    assert is_left_empty(newcomer, "evil.example")


def test_a_link_in_the_window_does_not_either(qtbot: QtBot, newcomer: AppFixture) -> None:
    newcomer.workspace.start(None, ())
    newcomer.workspace.opener.open_text("https://evil.example/case/203")
    qtbot.waitUntil(lambda: is_left_empty(newcomer, "evil.example"))


def test_what_another_start_brings_is_not_filled_in(qtbot: QtBot, newcomer: AppFixture) -> None:
    newcomer.workspace.start(None, ())
    newcomer.workspace.opener.open_handed(EVIL, ("203",))
    qtbot.waitUntil(lambda: is_left_empty(newcomer, "evil.example"))
    assert newcomer.tabs == []


def test_what_another_start_brings_is_asked_about_by_who_is_signed_in(qtbot: QtBot, app: AppFixture) -> None:
    app.workspace.opener.open_handed(EVIL, ("203",))
    qtbot.waitUntil(lambda: app.status.startswith("This link leads to evil.example, but you are signed in to "))
    press("Sign in there…", app.window)
    assert is_left_empty(app, "evil.example")
    assert app.tabs == []


def test_the_server_in_use_is_filled_in_all_the_same(qtbot: QtBot, newcomer: AppFixture, address: Server) -> None:
    newcomer.workspace.start(address, ())
    qtbot.waitUntil(lambda: len(dialogs(newcomer)) == 1)
    assert line("Server", dialog(newcomer)).text() == address.url


def test_who_types_the_address_gets_the_case_of_the_link(
    qtbot: QtBot, newcomer: AppFixture, scripted: ScriptedServer
) -> None:
    newcomer.workspace.start(None, (f"{scripted.url}/case/7",))
    sign_in(newcomer, scripted.url, "token")
    qtbot.waitUntil(lambda: newcomer.status == "Case 7 opened")


def test_a_server_that_was_used_before_is_known_from_the_settings(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    become(qtbot, app, scripted, "demo")
    scripted.users = {}
    app.workspace.opener.open_handed(Server(scripted.url), ("7",))
    qtbot.waitUntil(lambda: len(dialogs(app)) == 1)
    assert line("Server", dialog(app)).text() == scripted.url
    assert app.tabs == ["7"]


@pytest.fixture
def used(data: Path, scripted: ScriptedServer) -> ScriptedServer:
    """Record a sign-in to a server in an earlier run whose settings are gone."""
    store = Store(data)
    set_user(store, scripted.url, "demo")
    store.close()
    return scripted


@pytest.mark.parametrize("text", ["7", "{0}/case/7"])
def test_a_server_that_was_used_before_is_known_from_the_disk(
    qtbot: QtBot, newcomer: AppFixture, used: ScriptedServer, text: str
) -> None:
    newcomer.workspace.start(None, ())
    newcomer.workspace.opener.open_handed(Server(used.url), (text.format(used.url),))
    qtbot.waitUntil(lambda: newcomer.tabs == ["7"])
    press("Cancel", dialog(newcomer))
    qtbot.waitUntil(lambda: len(dialogs(newcomer)) == 1)
    assert line("Server", dialog(newcomer)).text() == used.url


def test_a_tab_of_a_server_that_was_never_used_fills_nothing_in(
    qtbot: QtBot, app_over: AppOver, start_worker: StartWorker, data: Path
) -> None:
    store = Store(data)  # saved from a link by an earlier version
    with store.transaction() as cursor:
        cursor.execute("INSERT INTO tab (server, case_id, user, is_active) VALUES (?, '203', '', 1)", (EVIL.url,))
    store.close()
    app = app_over(start_worker(""))
    app.workspace.start(None, ())
    qtbot.waitUntil(lambda: app.tabs == ["203"])
    press("Cancel", dialog(app))
    qtbot.waitUntil(lambda: "You aren't signed in to evil.example." in labels(app.window))
    press("Sign in…", app.window)
    assert is_left_empty(app, "evil.example")


def test_a_server_is_named_in_its_letters_unless_they_may_deceive(qtbot: QtBot, newcomer: AppFixture) -> None:
    newcomer.workspace.start(None, ("https://münchen.example/case/203",))
    assert is_left_empty(newcomer, "münchen.example")
    newcomer.workspace.opener.open_text("https://аpple.example/case/203")  # its first letter is Cyrillic
    qtbot.waitUntil(lambda: is_left_empty(newcomer, "xn--pple-43d.example"))


# Aliases.


@pytest.mark.parametrize("alias", ["https://Desk.Example./case/{0}", "http://DESK.example:80/case/{0}"])
def test_a_host_that_was_learned_is_known_by_all_its_spellings(
    qtbot: QtBot, worker: BackgroundWorker[Backend], address: Server, alias: str
) -> None:
    settings = Settings(domains={"desk.example.": address.url})  # as saved by an earlier version
    workspace = Workspace(worker, settings, TIMING)
    app = AppFixture(MainWindow(workspace), workspace)
    qtbot.addWidget(app.window, before_close_func=lambda _: app.window.closing.close_at_once())
    app.window.show()
    workspace.start(address, ())
    workspace.opener.open_text(alias.format(203))
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")


def test_signing_in_by_another_spelling_is_the_same_account(
    qtbot: QtBot, app: AppFixture, scripted: ScriptedServer
) -> None:
    port = scripted.url.rpartition(":")[2]
    session = opened(qtbot, app, 203)
    app.workspace.account.sign_in(f"HTTP://127.0.0.1.:0{port}/", "token", keep=False)
    qtbot.waitUntil(lambda: app.workspace.account.server == Server(scripted.url))
    assert session.server != Server(scripted.url)
