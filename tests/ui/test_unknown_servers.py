"""A server that a link or another start brings is named, never filled in: a token goes where the agent typed."""

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
from tests.services.drafts import set_user
from tests.ui.parts import TIMING, Hire, Office, OfficeOver, labels, line, opened, press
from tests.ui.scripted import ScriptedServer
from tests.ui.test_accounts import become
from tests.ui.test_sign_in import dialog, dialogs, sign_in

NEVER = "This link leads to {0}, which you have never used."
EVIL = Server("https://evil.example")


@pytest.fixture
def newcomer(office_over: OfficeOver, stranger: BackgroundWorker[Backend]) -> Office:
    """Show the window of somebody who never signed in."""
    return office_over(stranger)


def is_left_empty(office: Office, domain: str) -> bool:
    """Tell whether the dialog names a server and leaves its field to the agent."""
    found = dialogs(office)
    return bool(found) and line("Server", found[0]).text() == "" and NEVER.format(domain) in labels(found[0])


@pytest.mark.parametrize(
    "link",
    ["https://evil.example/case/203", "http://evil.example:80/case/203", "caseeditor:https://evil.example/case/203"],
)
def test_a_link_names_its_server_and_fills_nothing_in(newcomer: Office, link: str) -> None:
    newcomer.workspace.start(None, (link,))
    assert is_left_empty(newcomer, "evil.example")


def test_a_link_in_the_window_does_not_either(qtbot: QtBot, newcomer: Office) -> None:
    newcomer.workspace.start(None, ())
    newcomer.workspace.opener.open_text("https://evil.example/case/203")
    qtbot.waitUntil(lambda: is_left_empty(newcomer, "evil.example"))


def test_what_another_start_brings_is_not_filled_in(qtbot: QtBot, newcomer: Office) -> None:
    newcomer.workspace.start(None, ())
    newcomer.workspace.opener.open_handed(EVIL, ("203",))
    qtbot.waitUntil(lambda: is_left_empty(newcomer, "evil.example"))
    assert newcomer.tabs == []


def test_what_another_start_brings_is_asked_about_by_who_is_signed_in(qtbot: QtBot, office: Office) -> None:
    office.workspace.opener.open_handed(EVIL, ("203",))
    qtbot.waitUntil(lambda: office.status.startswith("This link leads to evil.example, but you are signed in to "))
    press("Sign in there…", office.window)
    assert is_left_empty(office, "evil.example")
    assert office.tabs == []


def test_the_server_in_use_is_filled_in_all_the_same(qtbot: QtBot, newcomer: Office, address: Server) -> None:
    newcomer.workspace.start(address, ())
    qtbot.waitUntil(lambda: len(dialogs(newcomer)) == 1)
    assert line("Server", dialog(newcomer)).text() == address.url


def test_who_types_the_address_gets_the_case_of_the_link(
    qtbot: QtBot, newcomer: Office, scripted: ScriptedServer
) -> None:
    newcomer.workspace.start(None, (f"{scripted.url}/case/7",))
    sign_in(newcomer, scripted.url, "token")
    qtbot.waitUntil(lambda: newcomer.status == "Case 7 opened")


def test_a_server_that_was_used_before_is_known_from_the_settings(
    qtbot: QtBot, office: Office, scripted: ScriptedServer
) -> None:
    become(qtbot, office, scripted, "demo")
    scripted.users = {}
    office.workspace.opener.open_handed(Server(scripted.url), ("7",))
    qtbot.waitUntil(lambda: len(dialogs(office)) == 1)
    assert line("Server", dialog(office)).text() == scripted.url
    assert office.tabs == ["7"]


@pytest.fixture
def used(data: Path, scripted: ScriptedServer) -> ScriptedServer:
    """Have somebody have signed in to a server at an earlier start; the settings are gone."""
    store = Store(data)
    set_user(store, scripted.url, "demo")
    store.close()
    return scripted


@pytest.mark.parametrize("text", ["7", "{0}/case/7"])
def test_a_server_that_was_used_before_is_known_from_the_disk(
    qtbot: QtBot, newcomer: Office, used: ScriptedServer, text: str
) -> None:
    newcomer.workspace.start(None, ())
    newcomer.workspace.opener.open_handed(Server(used.url), (text.format(used.url),))
    qtbot.waitUntil(lambda: newcomer.tabs == ["7"])
    press("Cancel", dialog(newcomer))
    qtbot.waitUntil(lambda: len(dialogs(newcomer)) == 1)
    assert line("Server", dialog(newcomer)).text() == used.url


def test_a_tab_of_a_server_that_was_never_used_fills_nothing_in(
    qtbot: QtBot, office_over: OfficeOver, hire: Hire, data: Path
) -> None:
    store = Store(data)  # as an earlier version left it of a link
    with store.transaction() as cursor:
        cursor.execute("INSERT INTO tab (server, case_id, user, is_active) VALUES (?, '203', '', 1)", (EVIL.url,))
    store.close()
    office = office_over(hire(""))
    office.workspace.start(None, ())
    qtbot.waitUntil(lambda: office.tabs == ["203"])
    press("Cancel", dialog(office))
    qtbot.waitUntil(lambda: "You are not signed in to evil.example." in labels(office.window))
    press("Sign in…", office.window)
    assert is_left_empty(office, "evil.example")


def test_a_server_is_named_in_its_letters_unless_they_may_deceive(qtbot: QtBot, newcomer: Office) -> None:
    newcomer.workspace.start(None, ("https://münchen.example/case/203",))
    assert is_left_empty(newcomer, "münchen.example")
    newcomer.workspace.opener.open_text("https://аpple.example/case/203")  # its first letter is Cyrillic
    qtbot.waitUntil(lambda: is_left_empty(newcomer, "xn--pple-43d.example"))


# Aliases.


@pytest.mark.parametrize("alias", ["https://Desk.Example./case/{0}", "http://DESK.example:80/case/{0}"])
def test_a_host_that_was_learned_is_known_by_all_its_spellings(
    qtbot: QtBot, worker: BackgroundWorker[Backend], address: Server, alias: str
) -> None:
    settings = Settings(domains={"desk.example.": address.url})  # as an earlier version kept it
    workspace = Workspace(worker, settings, TIMING)
    office = Office(MainWindow(workspace), workspace)
    qtbot.addWidget(office.window, before_close_func=lambda _: office.window.closing.close_at_once())
    office.window.show()
    workspace.start(address, ())
    workspace.opener.open_text(alias.format(203))
    qtbot.waitUntil(lambda: office.status == "Case 203 opened")


def test_signing_in_by_another_spelling_is_the_same_account(
    qtbot: QtBot, office: Office, scripted: ScriptedServer
) -> None:
    port = scripted.url.rpartition(":")[2]
    session = opened(qtbot, office, 203)
    office.workspace.account.sign_in(f"HTTP://127.0.0.1.:0{port}/", "token", keep=False)
    qtbot.waitUntil(lambda: office.workspace.account.server == Server(scripted.url))
    assert session.server != Server(scripted.url)
