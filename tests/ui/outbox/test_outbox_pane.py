"""The pane of the outbox is hidden while nothing needs the agent, unless the agent opened it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QListView
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.local.settings import Settings
from caseeditor.ui.main_window.main_window import MainWindow
from tests.ui.main_window.test_panes import started
from tests.ui.next_cases import note, outbox_button
from tests.ui.outbox.test_outbox import asked
from tests.ui.parts import AppFixture, ended, find, focused, key, line, opened, press
from tests.ui.style.test_appearance import looks

__all__ = ["looks", "started"]

SLOW = 9021


def pane(app: AppFixture) -> QDockWidget:
    return app.window.panes.outbox_dock


def choose(window: MainWindow) -> None:
    """Choose the pane in the menu View."""
    window.panes.outbox_dock.toggleViewAction().trigger()


def test_it_is_hidden_while_nothing_is_pending_or_all_goes_well(qtbot: QtBot, app: AppFixture) -> None:
    assert pane(app).isHidden()
    session = opened(qtbot, app, SLOW)
    note(app)
    with ended(qtbot, session):
        session.submit()
        qtbot.waitUntil(lambda: bool(app.workspace.deliveries.submissions))
        assert pane(app).isHidden()
    assert pane(app).isHidden()


def test_it_comes_when_the_agent_is_needed_and_goes_when_all_is_sent(qtbot: QtBot, app: AppFixture) -> None:
    before = opened(qtbot, app, 210)
    asked(qtbot, app)
    assert pane(app).isVisible()
    assert find(QListView, "Outbox", pane(app)).model().rowCount() == 1
    assert focused() is not find(QListView, "Outbox", pane(app))
    view = app.window.current_view()
    assert view
    press("Back to draft", view)
    qtbot.waitUntil(lambda: pane(app).isHidden())
    assert not before.submissions


def test_an_outage_leaves_it_hidden_and_the_button_tells(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    opened(qtbot, app, 210)
    server.stop()
    note(app)
    app.session.submit()
    qtbot.waitUntil(lambda: bool(app.workspace.deliveries.waits))
    assert pane(app).isHidden()
    assert outbox_button(app).isVisible()
    outbox_button(app).click()
    assert pane(app).isVisible()


def test_one_that_the_agent_closed_stays_closed(qtbot: QtBot, app: AppFixture) -> None:
    asked(qtbot, app)
    press("Close Outbox 1", pane(app))
    app.workspace.deliveries.changed.emit()
    assert pane(app).isHidden()


def test_one_that_the_agent_opened_stays(qtbot: QtBot, app: AppFixture) -> None:
    choose(app.window)
    session = opened(qtbot, app, SLOW)
    note(app)
    with ended(qtbot, session):
        session.submit()
    assert pane(app).isVisible()
    choose(app.window)
    assert pane(app).isHidden()
    outbox_button(app).click()
    line("Subject", app.window).setFocus()
    assert pane(app).isHidden()


def test_the_button_shows_it_while_the_focus_is_in_it(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    outbox_button(app).setFocus()
    key(Qt.Key.Key_Space)
    assert pane(app).isVisible()
    assert focused() is find(QListView, "Outbox", pane(app))
    app.workspace.deliveries.changed.emit()
    assert pane(app).isVisible()
    QTest.mouseClick(line("Subject", app.window), Qt.MouseButton.LeftButton)
    line("Subject", app.window).setFocus()
    assert pane(app).isHidden()


def test_an_empty_list_is_no_box(qtbot: QtBot, app: AppFixture) -> None:
    choose(app.window)
    shown = find(QListView, "Outbox", pane(app))
    qtbot.waitUntil(lambda: shown.height() > 20)

    def ground() -> set[int]:
        image = pane(app).grab(QRect(shown.mapTo(pane(app), QPoint()), shown.size())).toImage()
        return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}

    assert ground() == {app.window.palette().window().color().rgb()}
    asked(qtbot, app)
    assert app.window.palette().base().color().rgb() in ground()


@pytest.mark.parametrize("is_kept", [False, True])
def test_a_saved_arrangement_that_shows_it_is_restored_without_it(
    started: Callable[[Settings], MainWindow], is_kept: bool
) -> None:
    window = started(Settings())
    if is_kept:
        choose(window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.panes.lists_dock)
    arranged = Settings(
        geometry=window.saveGeometry().toBase64().toStdString(),
        arrangement=window.saveState().toBase64().toStdString(),
    )
    window.closing.close_at_once()
    again = started(arranged)
    assert again.panes.outbox_dock.isHidden()
    assert again.dockWidgetArea(again.panes.lists_dock) is Qt.DockWidgetArea.RightDockWidgetArea
