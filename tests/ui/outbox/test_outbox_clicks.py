"""The second half of a double click decides nothing: the first half may have brought a button to the pointer."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.case.submit.doubt_group import DoubtGroup
from caseeditor.ui.case.submit.field_conflict import Decision
from caseeditor.ui.messages.message import ActionKind, Message, MessageAction, Severity
from tests.ui.case.submit.test_conflicts import group, torn
from tests.ui.case.submit.test_submit import posts
from tests.ui.messages.test_floating import bar_of, view_of
from tests.ui.outbox.test_outbox import WAITS, asked, items, model, outbox
from tests.ui.parts import AppFixture, answered, column, find, opened

__all__ = ["torn"]

Left = Qt.MouseButton.LeftButton


def click(app: AppFixture, place: QPoint) -> None:
    """Click at a place of the window, whatever is there."""
    QTest.mouseClick(app.window.windowHandle(), Left, pos=place)


def end_double_click(button: QWidget) -> None:
    """Send what Qt sends to a widget for the second half of a double click whose first half was for another one."""
    place, held = QPointF(button.rect().center()), Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(button, QMouseEvent(kind, place, button.mapToGlobal(place), Left, Left, held))


def row_place(qtbot: QtBot, app: AppFixture) -> QPoint:
    """Return the place of the first row, once the window has its size."""
    shown = items(app)

    def place() -> QPoint:
        return shown.viewport().mapTo(app.window, shown.visualRect(model(app).index(0, 0)).center())

    qtbot.waitUntil(lambda: app.window.rect().contains(place()))
    return place()


def test_the_list_keeps_its_size_when_a_row_is_selected(qtbot: QtBot, app: AppFixture) -> None:
    app.window.resize(1366, 900)
    asked(qtbot, app)
    QApplication.processEvents()
    before = items(app).geometry(), outbox(app).size()
    click(app, row_place(qtbot, app))
    button = find(QPushButton, "Send again", outbox(app))
    QApplication.processEvents()
    assert (items(app).geometry(), outbox(app).size()) == before
    place = QRect(button.mapTo(outbox(app), QPoint()), button.size())
    assert not items(app).geometry().intersects(place)


def test_a_double_click_on_a_row_sends_nothing(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    app.window.resize(1366, 900)
    session = asked(qtbot, app)
    click(app, row_place(qtbot, app))
    button = find(QPushButton, "Send again", outbox(app))
    end_double_click(button)
    assert len(posts(server)) == 1
    assert column(model(app)) == [WAITS]
    with answered(qtbot, session):
        QTest.mouseClick(button, Left)
    assert len(posts(server)) == 2


@pytest.mark.parametrize("name", ["Send again", "It was stored", "Back to draft"])
def test_a_double_click_answers_no_question(qtbot: QtBot, app: AppFixture, server: DemoServer, name: str) -> None:
    app.window.resize(1366, 900)
    session = asked(qtbot, app)
    view = view_of(app)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in view.findChildren(DoubtGroup)))
    [shown] = [each for each in view.findChildren(DoubtGroup) if each.isVisible()]
    end_double_click(find(QAbstractButton, name, shown))
    assert session.question is not None
    assert len(posts(server)) == 1


def test_a_double_click_decides_no_conflict(torn: AppFixture) -> None:
    first = group(torn).fields[0]
    button = find(QAbstractButton, "Take theirs", first)
    end_double_click(button)
    assert first.decision is None
    QTest.mouseClick(button, Left)
    assert first.decision is Decision.THEIRS


def test_a_double_click_presses_no_button_of_a_message(qtbot: QtBot, app: AppFixture) -> None:
    done: list[str] = []
    opened(qtbot, app, 210)
    action = MessageAction(ActionKind.SUBMIT_ANYWAY, lambda: done.append("submitted"))
    app.session.message_emitted.emit(Message("Is this the right case?", Severity.WARNING, actions=(action,)))
    button = find(QPushButton, "Submit anyway", bar_of(view_of(app)))
    end_double_click(button)
    assert done == []
    QTest.mouseClick(button, Left)
    assert done == ["submitted"]
