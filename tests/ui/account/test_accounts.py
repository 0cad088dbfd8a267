"""Several servers and users: tokens are requested per server, and submissions sent by their own user."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.local.restrictions import Restrictions
from caseeditor.domain.local.settings import Settings
from caseeditor.runtime.worker import BackgroundWorker, Outcome
from caseeditor.services.backend import Backend
from caseeditor.ui.state.account import Account
from caseeditor.ui.state.settings_store import SettingsStore
from tests.ui.account.test_sign_in import dialog, dialogs, sign_in
from tests.ui.parts import AppFixture, AppOver, Heard, field, labels, line, opened, press
from tests.ui.scripted_server import ScriptedServer


@pytest.fixture
def second() -> Iterator[ScriptedServer]:
    """Serve a second Social Gateway, with two users."""
    with ScriptedServer() as running:
        running.users = {"anas-token": "ana", "beas-token": "bea"}
        running.case |= {"notes": [{"date": 1, "text": "old", "userName": "lucia"}]}
        yield running


@pytest.fixture
def at_second(qtbot: QtBot, app: AppFixture, second: ScriptedServer) -> AppFixture:
    """Show case 7 of the second server, with ana signed in there."""
    become(qtbot, app, second, "ana")
    app.workspace.opener.open_at(second.url, "7")
    qtbot.waitUntil(lambda: app.status == "Case 7 opened")
    return app


def become(qtbot: QtBot, app: AppFixture, server: ScriptedServer, user: str) -> None:
    """Sign in at a server as a user."""
    account = app.workspace.account
    token = next(token for token, name in server.users.items() if name == user)
    with qtbot.waitSignal(account.signed_in):
        account.sign_in(server.url, token, keep=False)


def round_trip(qtbot: QtBot, worker: BackgroundWorker[BackendInterface]) -> None:
    """Wait until the worker has finished its tasks."""
    done: list[Outcome[None]] = []

    async def nothing(_: BackendInterface) -> None:
        pass

    worker.run(nothing, done.append)
    qtbot.waitUntil(lambda: bool(done))


# Two servers.


def test_a_token_that_one_server_refuses_leaves_the_other_signed_in(
    qtbot: QtBot, at_second: AppFixture, server: DemoServer, second: ScriptedServer
) -> None:
    second.users = {}
    at_second.session.load()
    qtbot.waitUntil(lambda: len(dialogs(at_second)) == 1)
    assert line("Server", dialog(at_second)).text() == second.url
    assert "The session has ended" in labels(dialog(at_second))
    dialog(at_second).reject()
    at_second.workspace.opener.open_at(server.url, "203")
    qtbot.waitUntil(lambda: at_second.status == "Case 203 opened")
    assert dialogs(at_second) == []


def test_a_token_that_another_server_refuses_does_not_sign_out_of_the_one_in_use(
    qtbot: QtBot, at_second: AppFixture, server: DemoServer
) -> None:
    assert f"ana · {Server(at_second.session.server.url).domain} · signed in" in at_second.account
    at_second.workspace.opener.open_at(server.url, "9024")
    qtbot.waitUntil(lambda: at_second.status == "Case 9024 opened")
    at_second.session.editor.set_note_text("x")
    at_second.session.submit()
    qtbot.waitUntil(lambda: len(dialogs(at_second)) == 1)
    assert line("Server", dialog(at_second)).text() == server.url
    assert "ana · " in at_second.account
    assert "not signed in" not in at_second.account


def test_who_is_asked_for_two_servers_is_asked_one_after_the_other(
    qtbot: QtBot,
    app_over: AppOver,
    stranger: BackgroundWorker[Backend],
    server: DemoServer,
    second: ScriptedServer,
) -> None:
    app = app_over(stranger)
    app.workspace.start(Server(server.url), ("203",))
    qtbot.waitUntil(lambda: len(dialogs(app)) == 1)
    app.workspace.opener.open_at(second.url, "7")
    session = app.session
    qtbot.waitUntil(lambda: not session.is_reading)
    assert line("Server", dialog(app)).text() == server.url
    sign_in(app, server.url, server.token)
    qtbot.waitUntil(lambda: bool(dialogs(app)) and line("Server", dialog(app)).text() == second.url)
    sign_in(app, second.url, "anas-token")
    qtbot.waitUntil(lambda: dialogs(app) == [] and all(each.case for each in app.workspace.sessions.values()))
    assert app.tabs == ["203", "7"]


def test_giving_up_one_sign_in_goes_on_to_the_next(
    qtbot: QtBot,
    app_over: AppOver,
    stranger: BackgroundWorker[Backend],
    server: DemoServer,
    second: ScriptedServer,
) -> None:
    app = app_over(stranger)
    app.workspace.start(Server(server.url), ("203",))
    qtbot.waitUntil(lambda: len(dialogs(app)) == 1)
    app.workspace.opener.open_at(second.url, "7")
    session = app.session
    qtbot.waitUntil(lambda: not session.is_reading)
    press("Cancel", dialog(app))
    assert line("Server", dialog(app)).text() == second.url
    press("Cancel", dialog(app))
    assert dialogs(app) == []


def test_a_sign_in_that_was_given_up_signs_nobody_in(
    qtbot: QtBot, app_over: AppOver, stranger: BackgroundWorker[Backend], second: ScriptedServer
) -> None:
    app = app_over(stranger)
    app.workspace.start(None, ())
    second.may_answer.clear()
    sign_in(app, second.url, "anas-token")
    qtbot.waitUntil(lambda: second.asked == 1)
    assert [each for each in dialog(app).findChildren(QWidget) if each.accessibleName() == "Signing in"]
    press("Cancel", dialog(app))
    second.may_answer.set()
    round_trip(qtbot, stranger)
    assert app.workspace.account.server is None
    assert not app.workspace.account.has_token
    assert dialogs(app) == []


def test_a_second_try_takes_the_place_of_the_first(
    qtbot: QtBot, app_over: AppOver, stranger: BackgroundWorker[Backend], second: ScriptedServer
) -> None:
    app = app_over(stranger)
    app.workspace.start(None, ())
    signed: list[Server] = []
    account = app.workspace.account
    account.signed_in.connect(signed.append)
    second.may_answer.clear()
    account.sign_in(second.url, "anas-token", keep=False)
    qtbot.waitUntil(lambda: second.asked == 1)
    account.sign_in(second.url, "beas-token", keep=False)
    second.may_answer.set()
    qtbot.waitUntil(lambda: bool(signed))
    round_trip(qtbot, stranger)
    assert (len(signed), account.user) == (1, "bea")


# Two users.


def test_somebody_else_who_signs_in_does_not_send_what_waits(
    qtbot: QtBot, at_second: AppFixture, second: ScriptedServer
) -> None:
    session = at_second.session
    second.users = {"beas-token": "bea"}
    session.editor.set_subject("ana's")
    session.submit()
    qtbot.waitUntil(lambda: len(dialogs(at_second)) == 1)
    sign_in(at_second, second.url, "beas-token")
    qtbot.waitUntil(lambda: "bea · " in at_second.account)
    qtbot.waitUntil(lambda: at_second.session is not session and at_second.session.case is not None)
    assert dialogs(at_second) == []
    assert "bea · " in at_second.account
    assert second.posted == []
    assert [
        (submission.user, submission.state) for submission in at_second.workspace.deliveries.submissions.values()
    ] == [("name:ana", State.QUEUED)]
    second.users["anas-token"] = "ana"
    become(qtbot, at_second, second, "ana")
    qtbot.waitUntil(lambda: len(second.posted) == 1)


def test_somebody_else_who_signs_in_sees_their_own_drafts_and_leaves_the_others_alone(
    qtbot: QtBot, at_second: AppFixture, second: ScriptedServer
) -> None:
    first = at_second.session
    field("New note", at_second.window).setPlainText("ana's")
    become(qtbot, at_second, second, "bea")
    qtbot.waitUntil(lambda: at_second.session is not first and at_second.session.case is not None)
    assert at_second.tabs == ["7"]
    assert at_second.session.user == "name:bea"
    assert at_second.session.edit == Edit()
    assert field("New note", at_second.window).toPlainText() == ""
    beas = at_second.session
    field("New note", at_second.window).setPlainText("bea's")
    become(qtbot, at_second, second, "ana")
    qtbot.waitUntil(lambda: at_second.session is not beas and at_second.session.case is not None)
    assert at_second.session.edit.note_text == "ana's"


def test_what_one_takes_back_does_not_get_into_the_draft_of_another(
    qtbot: QtBot, at_second: AppFixture, second: ScriptedServer
) -> None:
    session = at_second.session
    session.editor.set_note_text("ana's")
    session.submit()
    qtbot.waitUntil(lambda: session.question is not None)
    become(qtbot, at_second, second, "bea")
    qtbot.waitUntil(lambda: at_second.session is not session and at_second.session.question is not None)
    beas = at_second.session
    view = at_second.window.current_view()
    assert view
    qtbot.waitUntil(lambda: "We couldn't confirm" in labels(view))
    press("Back to draft", view)
    qtbot.waitUntil(lambda: beas.submissions == ())
    assert beas.edit == Edit()
    become(qtbot, at_second, second, "ana")
    qtbot.waitUntil(lambda: at_second.session is not beas and at_second.session.case is not None)
    assert [change.after for change in at_second.session.list_changes()] == ["ana's"]


def test_the_same_user_who_signs_in_again_keeps_the_tab(
    qtbot: QtBot, at_second: AppFixture, second: ScriptedServer
) -> None:
    session = at_second.session
    session.editor.set_note_text("ana's")
    heard = Heard(session)
    become(qtbot, at_second, second, "ana")
    round_trip(qtbot, at_second.workspace.worker)
    assert at_second.session is session
    assert session.edit.note_text == "ana's"
    assert heard.messages == []


# Ids from another start.


def test_handed_ids_belong_to_the_server_they_were_handed_with(
    qtbot: QtBot, app: AppFixture, second: ScriptedServer
) -> None:
    opened(qtbot, app, 203)
    become(qtbot, app, second, "ana")
    second.users = {}
    app.workspace.opener.open_handed(Server(second.url), ("7", f"{second.url}/case/8"))
    qtbot.waitUntil(lambda: len(dialogs(app)) == 1)
    assert [id_ for server, id_ in app.workspace.sessions if server.url == second.url] == ["7", "8"]
    assert line("Server", dialog(app)).text() == second.url


def test_handed_ids_without_a_server_are_of_the_one_in_use(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    app.workspace.opener.open_handed(None, ("203",))
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")
    assert app.session.server.url == server.url


def test_a_handed_link_to_an_unknown_host_is_asked_about(app: AppFixture) -> None:
    app.workspace.opener.open_handed(None, ("https://desk.example.com/case/203", "nonsense"))
    assert app.tabs == []
    assert app.status.startswith("That isn't a case ID")


def test_handing_over_nothing_opens_nothing(app: AppFixture, server: DemoServer) -> None:
    app.workspace.opener.open_handed(Server(server.url), ())
    assert app.tabs == []


def test_an_administrator_can_allow_one_server_only(
    qtbot: QtBot, app: AppFixture, server: DemoServer, second: ScriptedServer
) -> None:
    account = Account(app.workspace.worker, Restrictions(only=Server(server.url)), app.window)
    failed: list[str] = []
    account.sign_in_failed.connect(failed.append)
    account.sign_in(second.url, "anas-token", keep=False)
    round_trip(qtbot, app.workspace.worker)
    assert failed == [f"Your administrator allows {server.url} only."]
    account.begin(Server(second.url))
    assert account.server == Server(server.url)
    assert second.asked == 0


def test_what_an_administrator_fixed_does_not_change(qapp: QApplication) -> None:
    before = Settings()
    store = SettingsStore(before, frozenset({"theme"}), qapp)
    store.change(theme="dark")
    store.change(geometry="AAAA", arrangement="BBBB")
    assert store.current.theme == before.theme
    assert store.current.geometry == "AAAA"


def test_who_signs_in_instead_has_the_same_case_in_front(
    qtbot: QtBot, at_second: AppFixture, second: ScriptedServer
) -> None:
    second.case |= {"id": 8}
    at_second.workspace.opener.open_at(second.url, "8")
    qtbot.waitUntil(lambda: at_second.status == "Case 8 opened")
    at_second.workspace.opener.open_at(second.url, "7")
    before = set(at_second.workspace.sessions.values())
    become(qtbot, at_second, second, "bea")
    qtbot.waitUntil(lambda: before.isdisjoint(at_second.workspace.sessions.values()))
    assert sorted(at_second.tabs) == ["7", "8"]
    assert at_second.session.case_id == "7"
