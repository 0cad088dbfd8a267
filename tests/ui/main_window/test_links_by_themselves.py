"""A case that another program opens: it comes to the front between the acts of the agent, never below a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.main_window.menus.command_palette import Palette
from tests.ui.case.submit.test_submit import posts
from tests.ui.next_cases import Ctrl, in_front, note
from tests.ui.parts import AppFixture, key, line, opened


def link(app: AppFixture, case_id: str) -> None:
    app.window.open_by_itself((case_id,), lambda: app.workspace.opener.open_text(case_id))


def test_below_the_palette_the_case_in_front_stays_and_is_the_one_submitted(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    session = opened(qtbot, app, 203)
    note(app)
    key(Qt.Key.Key_K, Ctrl)
    [palette] = app.window.findChildren(Palette)
    line("Action, case or template", palette).setText("submit")
    qtbot.waitUntil(lambda: app.window.attention.is_free)
    link(app, "210")
    assert app.session is session
    assert app.status == "Opens when you close the open dialog or menu: 210"
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(posts(server)) == 1)
    assert posts(server)[0][0].endswith("/203")
    in_front(qtbot, app, 210)


def test_below_a_menu_the_case_in_front_stays(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 203)
    menu = QMenu(app.window)
    menu.addAction("Submit")
    menu.popup(app.window.mapToGlobal(app.window.rect().center()))
    qtbot.waitUntil(lambda: app.window.attention.is_free)
    link(app, "210")
    assert app.session is session
    menu.close()
    in_front(qtbot, app, 210)


def test_without_a_dialog_it_opens_at_once(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    qtbot.waitUntil(lambda: app.window.attention.is_free)
    link(app, "210")
    in_front(qtbot, app, 210)
