"""What the next case is opened with is made while nobody waits."""

from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.state.session import Session
from tests.ui.parts import Office, field, labels, line, opened, submit, view
from tests.ui.scripted import ScriptedServer
from tests.ui.test_accounts import become, second
from tests.ui.test_drafts import kept

__all__ = ["second"]


def made_ahead(qtbot: QtBot, office: Office) -> Session:
    """Wait until the next one is made; returns its session, with which nothing was read yet."""
    made: list[Session] = []
    office.workspace.cases.session_made_ahead.connect(made.append)
    opened(qtbot, office, 203)
    qtbot.waitUntil(lambda: bool(made))
    assert made[0].case_id == ""
    assert made[0] not in office.workspace.sessions.values()
    return made[0]


def test_the_next_case_is_shown_in_it_with_all_that_belongs_to_it(
    qtbot: QtBot, office: Office, server: DemoServer
) -> None:
    ahead = made_ahead(qtbot, office)
    session = opened(qtbot, office, 210)
    assert session is ahead
    assert session.case
    page = office.window.current_view()
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
    assert office.tabs == ["203", "210"]


def test_each_case_gets_one_of_its_own(qtbot: QtBot, office: Office) -> None:
    ahead = made_ahead(qtbot, office)
    assert opened(qtbot, office, 210) is ahead
    assert opened(qtbot, office, 211) is not ahead
    assert [session.case_id for session in office.workspace.sessions.values()] == ["203", "210", "211"]


def test_a_case_of_another_server_does_not_get_it(qtbot: QtBot, office: Office, second: ScriptedServer) -> None:
    ahead = made_ahead(qtbot, office)
    become(qtbot, office, second, "ana")
    office.workspace.opener.open_at(second.url, "7")
    qtbot.waitUntil(lambda: office.status == "Case 7 opened")
    assert office.session is not ahead
    assert office.session.server.url == second.url
