"""*Submit and next*: what is typed is submitted, the next case comes at once, and the tab closes once it is stored."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QTabBar
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.case.attributes.model import NAME, VALUE
from caseeditor.ui.case.submit.conflict_dialog import ConflictDialog
from caseeditor.ui.case_lists.panel import CaseLists
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.state.session import Session
from tests.support.raw_http_server import Asked, Line
from tests.ui.case.submit.test_submit import posts
from tests.ui.main_window.test_window import tab_texts
from tests.ui.parts import (
    AppFixture,
    break_disk,
    colleague,
    field,
    focused,
    is_there,
    key,
    labels,
    line,
    mend_disk,
    opened,
    press,
    typed,
    view,
)

Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SLOW, LOST, REJECTED, CONFLICT, TOKEN = 9021, 9004, 9005, 9008, 9024


def submit_and_next() -> None:
    key(Qt.Key.Key_Return, Ctrl | Shift)


def note(app: AppFixture, text: str = "llamar mañana") -> None:
    field("New note", app.window).setPlainText(text)


def in_front(qtbot: QtBot, app: AppFixture, id_: int) -> Session:
    """Wait until a case is on screen, in the front tab."""
    qtbot.waitUntil(lambda: f" – {id_} – " in app.window.windowTitle())
    assert app.session.case_id == str(id_)
    return app.session


def listed(qtbot: QtBot, app: AppFixture, *ids: int) -> Session:
    """Have these cases in the list *Recent*, in this order, which is used last, and the first one open."""
    for id_ in reversed(ids):
        opened(qtbot, app, id_)
    for id_ in ids[1:]:
        press(f"Close case {id_}", app.window)
    qtbot.waitUntil(lambda: app.tabs == [str(ids[0])])
    recent = app.window.panes.lists.remembered.recent
    qtbot.waitUntil(lambda: [case.case_id for case in recent.lines] == [*map(str, ids)])
    line("Subject", app.window).setFocus()
    return app.session


def stored_notes(server: DemoServer, id_: int) -> list[str]:
    return [each["text"] for each in server.case(id_)["notes"]]


# The next case.


def test_the_next_case_comes_before_the_answer_and_the_tab_closes_with_it(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    listed(qtbot, app, SLOW, 210)
    note(app)
    submit_and_next()
    in_front(qtbot, app, 210)
    assert app.tabs == [str(SLOW), "210"]
    place = line("Subject", app.window)
    assert place.hasFocus()
    typed("Si")
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    assert app.status.startswith(f"Case {SLOW} stored at ")
    assert stored_notes(server, SLOW).count("llamar mañana") == 1
    assert place.hasFocus()
    assert app.session.case_id == "210"
