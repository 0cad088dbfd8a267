"""Tabs: all are restored at the next start, and only the one in front is loaded."""

import pytest
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DEMO_TOKEN, DemoServer
from caseeditor.domain.case.reference import Server
from tests.ui.account.test_accounts import become
from tests.ui.main_window.test_window import shown_title
from tests.ui.parts import TIMING, AppFixture, AppOver, Restart, StartWorker, field, labels, line, opened, press
from tests.ui.scripted_server import ScriptedServer
from tests.ui.state.test_drafts import kept


def bar(app: AppFixture) -> QTabWidget:
    found = app.window.findChild(QTabWidget)
    assert isinstance(found, QTabWidget)
    return found


def titles(app: AppFixture) -> list[str]:
    tabs = bar(app)
    return [tabs.tabText(place).replace("&&", "&") for place in range(tabs.count())]


def reads(server: DemoServer, id_: int) -> int:
    return sum(request.path == f"/api/v2/case/{id_}" for request in server.requests)


@pytest.fixture
def busy_app(qtbot: QtBot, app: AppFixture) -> AppFixture:
    """Show 203, a changed 210 and 211, with 210 in front."""
    opened(qtbot, app, 203)
    session = opened(qtbot, app, 210)
    opened(qtbot, app, 211)
    bar(app).setCurrentIndex(1)
    field("New note", app.window).setPlainText("hola")
    kept(qtbot, session)
    return app


def test_all_tabs_come_back_and_only_the_one_that_was_shown_is_loaded(
    qtbot: QtBot, busy_app: AppFixture, restart: Restart, server: DemoServer
) -> None:
    before = [reads(server, id_) for id_ in (203, 210, 211)]
    was = titles(busy_app)
    again = restart()
    qtbot.waitUntil(lambda: again.status == "Case 210 opened")
    assert again.tabs == ["203", "210", "211"]
    assert titles(again) == was
    assert again.session.case_id == "210"
    assert again.session.edit.note_text == "hola"
    assert [reads(server, id_) for id_ in (203, 210, 211)] == [before[0], before[1] + 1, before[2]]
    assert [session.case is None for session in again.workspace.sessions.values()] == [True, False, True]


@pytest.mark.usefixtures("busy_app")
def test_a_tab_is_loaded_when_it_is_shown(qtbot: QtBot, restart: Restart) -> None:
    again = restart()
    qtbot.waitUntil(lambda: again.status == "Case 210 opened")
    again.window.tabs.step(-1)
    qtbot.waitUntil(lambda: again.status == "Case 203 opened")
    assert line("Subject", again.window).text() == "Necesito ayuda !!!"
    assert line("Subject", again.window).hasFocus()


def test_a_draft_marks_its_tab_before_it_is_loaded(qtbot: QtBot, busy_app: AppFixture, restart: Restart) -> None:
    bar(busy_app).setCurrentIndex(0)
    again = restart()
    qtbot.waitUntil(lambda: again.status == "Case 203 opened")
    assert [title.endswith(" •") for title in titles(again)] == [False, True, False]
    again.window.tabs.step(1)
    qtbot.waitUntil(lambda: again.status == "Case 210 opened")
    press("Discard changes", again.window)
    assert not titles(again)[1].endswith(" •")


def test_the_first_tab_can_be_the_one_that_was_shown(qtbot: QtBot, busy_app: AppFixture, restart: Restart) -> None:
    bar(busy_app).setCurrentIndex(0)
    again = restart()
    qtbot.waitUntil(lambda: again.status == "Case 203 opened")
    assert bar(again).currentIndex() == 0


def test_tabs_come_back_in_the_order_they_were_moved_to(qtbot: QtBot, busy_app: AppFixture, restart: Restart) -> None:
    bar(busy_app).tabBar().moveTab(2, 0)
    again = restart()
    qtbot.waitUntil(lambda: again.status == "Case 210 opened")
    assert again.tabs == ["211", "203", "210"]


def test_a_case_named_at_the_start_is_shown_and_the_tabs_stay_behind(
    qtbot: QtBot, busy_app: AppFixture, app_over: AppOver, start_worker: StartWorker, server: DemoServer
) -> None:
    busy_app.window.close()
    assert busy_app.workspace.worker.close(TIMING.closing)
    again = app_over(start_worker(server.token))
    again.workspace.start(Server(server.url), ("212",))
    qtbot.waitUntil(lambda: again.status == "Case 212 opened" and len(again.tabs) == 4)
    assert again.session.case_id == "212"
    assert [session.is_idle for session in again.workspace.sessions.values()] == [False, True, True, True]


@pytest.mark.usefixtures("busy_app")
def test_naming_a_case_whose_tab_comes_back_shows_it_once(qtbot: QtBot, restart: Restart) -> None:
    again = restart()
    qtbot.waitUntil(lambda: again.status == "Case 210 opened")
    again.workspace.opener.open_handed(None, ("203",))
    assert again.status == "Opening case 203…"
    qtbot.waitUntil(lambda: again.status == "Case 203 opened")
    assert again.tabs == ["203", "210", "211"]


@pytest.mark.usefixtures("busy_app")
def test_a_tab_that_is_not_loaded_can_be_closed(qtbot: QtBot, restart: Restart) -> None:
    again = restart()
    qtbot.waitUntil(lambda: again.status == "Case 210 opened")
    press("Close case 203", again.window)
    assert again.tabs == ["210", "211"]
    assert again.session.case_id == "210"
    press("Close case 210", again.window)
    qtbot.waitUntil(lambda: again.status == "Case 211 opened")
    press("Close case 211", again.window)  # beside its subject: a single case has no tab
    qtbot.waitUntil(lambda: again.tabs == [])


def test_tabs_that_were_never_shown_outlive_another_start(
    qtbot: QtBot, busy_app: AppFixture, restart: Restart, app_over: AppOver, start_worker: StartWorker
) -> None:
    was = titles(busy_app)
    again = restart()
    qtbot.waitUntil(lambda: again.status == "Case 210 opened")
    server = again.session.server
    again.window.close()
    assert again.workspace.worker.close(TIMING.closing)
    third = app_over(start_worker(DEMO_TOKEN))
    third.workspace.start(server, ())
    qtbot.waitUntil(lambda: third.status == "Case 210 opened")
    assert titles(third) == was


def test_tabs_that_are_not_loaded_ask_for_no_token(
    qtbot: QtBot, busy_app: AppFixture, app_over: AppOver, start_worker: StartWorker, server: DemoServer
) -> None:
    busy_app.window.close()
    assert busy_app.workspace.worker.close(TIMING.closing)
    again = app_over(start_worker(""))
    wanted: list[object] = []
    told: list[object] = []
    again.workspace.account.sign_in_wanted.connect(wanted.append)
    with qtbot.waitSignal(again.workspace.begun):
        again.workspace.start(Server(server.url), ())
    idle = [session for session in again.workspace.sessions.values() if session.is_idle]
    for session in idle:
        session.message_emitted.connect(told.append)
    qtbot.waitUntil(lambda: "You aren't signed in" in labels(again.window))
    assert [session.case_id for session in idle] == ["203", "211"]
    assert told == []
    with qtbot.waitSignal(again.workspace.account.signed_in):
        again.workspace.account.sign_in(server.url, server.token, keep=False)
    qtbot.waitUntil(lambda: again.session.case is not None)
    assert [session.case_id for session in again.workspace.sessions.values() if session.is_idle] == ["203", "211"]
    assert told == []


def test_who_asks_for_a_tab_that_came_back_is_asked_for_a_token(
    qtbot: QtBot, busy_app: AppFixture, app_over: AppOver, start_worker: StartWorker, scripted: ScriptedServer
) -> None:
    busy_app.window.close()
    assert busy_app.workspace.worker.close(TIMING.closing)
    again = app_over(start_worker(""))
    wanted: list[object] = []
    again.workspace.account.sign_in_wanted.connect(wanted.append)
    with qtbot.waitSignal(again.workspace.begun):
        again.workspace.start(Server(scripted.url), ())
    qtbot.waitUntil(lambda: "You aren't signed in" in labels(again.window))
    qtbot.waitUntil(lambda: not again.session.is_reading)
    wanted.clear()
    press("Try again", again.window)
    qtbot.waitUntil(lambda: bool(wanted))


def test_somebody_else_sees_the_ids_alone(
    qtbot: QtBot, app: AppFixture, restart: Restart, scripted: ScriptedServer
) -> None:
    scripted.users = {"anas": "ana", "beas": "bea"}
    become(qtbot, app, scripted, "ana")
    app.workspace.opener.open_at(scripted.url, "7")
    qtbot.waitUntil(lambda: app.status == "Case 7 opened")
    field("New note", app.window).setPlainText("ana's")
    kept(qtbot, app.session)
    app.workspace.opener.open_at(scripted.url, "8")
    qtbot.waitUntil(lambda: "another case" in app.status)
    again = restart()
    qtbot.waitUntil(lambda: len(titles(again)) == 2)
    assert titles(again) == ["7 Pedido •", "8"]
    become(qtbot, again, scripted, "bea")
    qtbot.waitUntil(lambda: titles(again)[0] == "7")


@pytest.fixture
def signed_out(
    qtbot: QtBot, busy_app: AppFixture, app_over: AppOver, start_worker: StartWorker, server: DemoServer
) -> AppFixture:
    """Show the signed-out window of a second run, with 210 in front."""
    busy_app.workspace.account.sign_out()
    qtbot.waitUntil(lambda: busy_app.status.startswith("Signed out."))
    busy_app.window.close()
    assert busy_app.workspace.worker.close(TIMING.closing)
    again = app_over(start_worker(""))
    again.workspace.start(Server(server.url), ("210",))  # named at the start, as by a second start or a link
    qtbot.waitUntil(lambda: "Case 210 isn't open." in labels(again.window) and len(again.tabs) == 3)
    return again


def test_a_case_that_cant_be_read_is_called_what_it_was_called_before(signed_out: AppFixture) -> None:
    subject = "La aplicación se cierra sola al pagar"
    assert titles(signed_out)[0] == f"210 {subject} •"
    assert shown_title(signed_out.window) == f"{subject} – 210 – Case Editor"
    assert subject in labels(signed_out.window)
    assert "hola" not in labels(signed_out.window)


def test_a_title_is_cut_only_while_the_tabs_do_not_fit(qtbot: QtBot, app: AppFixture) -> None:
    app.window.resize(1600, 700)
    opened(qtbot, app, 210)
    opened(qtbot, app, 203)
    subject = "La aplicación se cierra sola al pagar"
    assert titles(app)[0] == f"210 {subject}"
    app.window.resize(900, 700)
    for case in (211, 212, 213):
        opened(qtbot, app, case)
    assert titles(app)[0] == f"210 {subject[:27]}…"
    for case in (211, 212, 213):
        press(f"Close case {case}", app.window)
    app.window.resize(1600, 700)
    qtbot.waitUntil(lambda: titles(app)[0] == f"210 {subject}")


def test_a_case_is_called_what_it_was_called_at_the_start_after_too(
    signed_out: AppFixture, app_over: AppOver, start_worker: StartWorker, server: DemoServer, qtbot: QtBot
) -> None:
    signed_out.window.close()
    assert signed_out.workspace.worker.close(TIMING.closing)
    third = app_over(start_worker(""))
    third.workspace.start(Server(server.url), ())
    qtbot.waitUntil(lambda: "Case 210 isn't open." in labels(third.window))
    assert shown_title(third.window) == "La aplicación se cierra sola al pagar – 210 – Case Editor"


def test_a_case_that_is_read_after_all_has_its_title_once_it_is_painted(
    qtbot: QtBot, signed_out: AppFixture, server: DemoServer
) -> None:
    account = signed_out.workspace.account
    seen: list[str] = []
    session = signed_out.session
    session.state_changed.connect(lambda: seen.append(shown_title(signed_out.window)))
    with qtbot.waitSignal(account.signed_in):
        account.sign_in(server.url, server.token, keep=False)
    qtbot.waitUntil(lambda: session.case is not None)
    assert seen[0] == "Case Editor"
    qtbot.waitUntil(lambda: shown_title(signed_out.window).startswith("La aplicación"))


def test_what_one_user_called_a_case_is_nothing_to_another_one(
    qtbot: QtBot, app: AppFixture, app_over: AppOver, start_worker: StartWorker, scripted: ScriptedServer
) -> None:
    scripted.users = {"anas": "ana", "beas": "bea"}
    become(qtbot, app, scripted, "ana")
    app.workspace.opener.open_at(scripted.url, "7")
    qtbot.waitUntil(lambda: app.status == "Case 7 opened")
    app.window.close()
    assert app.workspace.worker.close(TIMING.closing)
    again = app_over(start_worker(""))
    again.workspace.start(Server(scripted.url), ("7",))
    qtbot.waitUntil(lambda: titles(again) == ["7 Pedido"])
    scripted.case["id"] = 8  # responses are for another case from now on: 7 can't be read
    become(qtbot, again, scripted, "bea")
    qtbot.waitUntil(lambda: "another case" in again.status)
    assert titles(again) == ["⚠ 7"]
    assert shown_title(again.window) == "Case Editor"
    assert "Pedido" not in labels(again.window)
