"""The button *Outbox* in the status bar: its name is the count, and it leads to the one that needs the agent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from tests.ui.account.test_accounts import become
from tests.ui.next_cases import note, outbox_button
from tests.ui.outbox.test_outbox import asked
from tests.ui.parts import AppFixture, find, focused, key, opened, press
from tests.ui.scripted_server import ScriptedServer

SLOW, SILENT, LOST, TOKEN = 9021, 9020, 9004, 9024


def told(app: AppFixture) -> str:
    """Return the button's name for screen readers."""
    button = outbox_button(app)
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.role() is QAccessible.Role.PushButton
    return interface.text(QAccessible.Text.Name)


def submitted(qtbot: QtBot, app: AppFixture, id_: int) -> None:
    session = opened(qtbot, app, id_)
    note(app)
    with qtbot.waitSignal(session.submitter.handed_over):
        session.submit()


def test_with_nothing_pending_all_is_sent(app: AppFixture) -> None:
    assert told(app) == "All changes sent"
    assert outbox_button(app).text() == "✓ All changes sent"


def test_it_counts_what_is_on_its_way(qtbot: QtBot, app: AppFixture) -> None:
    sessions = [opened(qtbot, app, SILENT), opened(qtbot, app, SLOW)]
    for count, session in enumerate(sessions, 1):
        session.editor.set_note_text("llamar")
        with qtbot.waitSignal(session.submitter.handed_over):
            session.submit()
        assert told(app) == ("1 on its way", "2 on their way")[count - 1]
    qtbot.waitUntil(lambda: told(app) == "All changes sent")


def test_what_waits_for_the_network_is_not_on_its_way(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    opened(qtbot, app, 210)
    server.stop()
    note(app)
    app.session.submit()
    qtbot.waitUntil(lambda: told(app) == "1 waiting")
    assert outbox_button(app).text() == "1 waiting"


def test_those_that_need_the_agent_come_first(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    submitted(qtbot, app, SLOW)
    asked(qtbot, app)
    opened(qtbot, app, 210)
    server.stop()
    note(app)
    app.session.submit()
    qtbot.waitUntil(lambda: "waiting" in outbox_button(app).toolTip())
    assert told(app) == "1 needs you"
    assert outbox_button(app).text() == "● 1 needs you"


def test_what_waits_for_a_token_needs_the_agent(qtbot: QtBot, app: AppFixture) -> None:
    submitted(qtbot, app, TOKEN)
    qtbot.waitUntil(lambda: told(app) == "1 needs you")


def test_what_waits_for_another_user_only_waits(qtbot: QtBot, app: AppFixture, scripted: ScriptedServer) -> None:
    scripted.users = {"anas": "ana", "beas": "bea"}
    become(qtbot, app, scripted, "ana")
    app.workspace.opener.open_at(scripted.url, "7")
    qtbot.waitUntil(lambda: app.status == "Case 7 opened")
    scripted.users = {"beas": "bea"}
    note(app)
    app.session.submit()
    qtbot.waitUntil(lambda: told(app) == "1 needs you")
    become(qtbot, app, scripted, "bea")
    qtbot.waitUntil(lambda: told(app) == "1 waiting")


@pytest.mark.parametrize("is_shown", [True, False])
def test_it_opens_the_outbox_at_the_first_that_needs_the_agent(qtbot: QtBot, app: AppFixture, is_shown: bool) -> None:
    opened(qtbot, app, 210)
    dock = app.window.panes.outbox_dock
    submitted(qtbot, app, SILENT)
    asked(qtbot, app)
    dock.setVisible(is_shown)
    QTest.mouseClick(outbox_button(app), Qt.MouseButton.LeftButton)
    shown = find(QListView, "Outbox", dock)
    assert focused() is shown
    assert shown.currentIndex().data() == f"{LOST} · Needs your decision"
    assert [index.row() for index in shown.selectedIndexes()] == [shown.currentIndex().row()]
    press("Back to draft", dock)
    qtbot.waitUntil(lambda: told(app) != "1 needs you")


def test_it_is_reached_and_pressed_by_keyboard(app: AppFixture) -> None:
    outbox_button(app).setFocus()
    key(Qt.Key.Key_Space)
    assert focused() is find(QListView, "Outbox", app.window.panes.outbox_dock)
