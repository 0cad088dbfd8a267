"""The next case's session and view are prepared while idle."""

from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.state.session import Session
from tests.ui.account.test_accounts import become, second
from tests.ui.parts import AppFixture, field, labels, line, opened, submit, view
from tests.ui.scripted_server import ScriptedServer
from tests.ui.state.test_drafts import kept

__all__ = ["second"]


def made_ahead(qtbot: QtBot, app: AppFixture) -> Session:
    """Wait until the next session is prepared; returns it, with nothing read yet."""
    made: list[Session] = []
    app.workspace.cases.session_made_ahead.connect(made.append)
    opened(qtbot, app, 203)
    qtbot.waitUntil(lambda: bool(made))
    assert made[0].case_id == ""
    assert made[0] not in app.workspace.sessions.values()
    return made[0]


def test_the_next_case_is_shown_in_it_with_all_that_belongs_to_it(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    ahead = made_ahead(qtbot, app)
    session = opened(qtbot, app, 210)
    assert session is ahead
    assert session.case
    page = app.window.current_view()
    assert page
    assert page.session is session
    assert line("Subject", page).text() == session.case.subject
    assert view("Attributes", page).model().index(0, 0).data() == next(iter(session.case.attributes))
    assert "Opening" not in labels(page)
    qtbot.waitUntil(lambda: any(each.path == "/api/v2/case/210/messages" for each in server.requests))
    field("New note", page).setPlainText("hola")
    kept(qtbot, session)
    submit(qtbot, session)
    assert session.case.notes[-1].text == "hola"
    assert app.tabs == ["203", "210"]


def test_each_case_gets_one_of_its_own(qtbot: QtBot, app: AppFixture) -> None:
    ahead = made_ahead(qtbot, app)
    assert opened(qtbot, app, 210) is ahead
    assert opened(qtbot, app, 211) is not ahead
    assert [session.case_id for session in app.workspace.sessions.values()] == ["203", "210", "211"]


def test_a_case_of_another_server_does_not_get_it(qtbot: QtBot, app: AppFixture, second: ScriptedServer) -> None:
    ahead = made_ahead(qtbot, app)
    become(qtbot, app, second, "ana")
    app.workspace.opener.open_at(second.url, "7")
    qtbot.waitUntil(lambda: app.status == "Case 7 opened")
    assert app.session is not ahead
    assert app.session.server.url == second.url
