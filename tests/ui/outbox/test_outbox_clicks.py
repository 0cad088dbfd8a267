"""A click decides nothing that the agent had no time to see: the buttons of a row, a question, a message."""

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
from tests.ui.parts import AppFixture, answered, column, find, opened, wait_for_a_click

__all__ = ["torn"]

Left = Qt.MouseButton.LeftButton


def middle(widget: QWidget, app: AppFixture) -> QPoint:
    """Return the middle of a widget in the window, once no layout is to come."""
    QApplication.processEvents()
    return widget.mapTo(app.window, widget.rect().center())


def click(app: AppFixture, place: QPoint) -> None:
    """Click at a place of the window, whatever is there."""
    QTest.mouseClick(app.window.windowHandle(), Left, pos=place)


def row_place(app: AppFixture) -> QPoint:
    QApplication.processEvents()
    shown = items(app)
    return shown.viewport().mapTo(app.window, shown.visualRect(model(app).index(0, 0)).center())


def test_the_list_keeps_its_size_when_a_row_is_selected(qtbot: QtBot, app: AppFixture) -> None:
    app.window.resize(1366, 900)
    asked(qtbot, app)
    QApplication.processEvents()
    before = items(app).geometry(), outbox(app).size()
    click(app, row_place(app))
    button = find(QPushButton, "Send again", outbox(app))
    QApplication.processEvents()
    assert (items(app).geometry(), outbox(app).size()) == before
    place = QRect(button.mapTo(outbox(app), QPoint()), button.size())
    assert not items(app).geometry().intersects(place)


def test_a_button_that_comes_below_the_pointer_is_not_pressed_by_a_double_click(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    app.window.resize(1366, 900)
    session = asked(qtbot, app)
    click(app, row_place(app))
    button = middle(find(QPushButton, "Send again", outbox(app)), app)
    click(app, button)
    wait_for_a_click(qtbot)  # an answer takes less
    assert session.question is not None
    assert len(posts(server)) == 1
    assert column(model(app)) == [WAITS]
    with answered(qtbot, session):
        click(app, button)
    assert len(posts(server)) == 2


def test_the_second_half_of_a_double_click_presses_nothing_else(qtbot: QtBot, torn: AppFixture) -> None:
    first = group(torn).fields[0]
    button = find(QAbstractButton, "Take theirs", first)
    wait_for_a_click(qtbot)
    place, held = QPointF(button.rect().center()), Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(button, QMouseEvent(kind, place, button.mapToGlobal(place), Left, Left, held))
    assert first.decision is None
    QTest.mouseClick(button, Left)
    assert first.decision is Decision.THEIRS


@pytest.mark.parametrize("name", ["Send again", "It was stored", "Back to draft"])
def test_a_question_that_opens_below_the_pointer_is_not_answered(
    qtbot: QtBot, app: AppFixture, server: DemoServer, name: str
) -> None:
    app.window.resize(1366, 900)
    session = asked(qtbot, app)
    view = view_of(app)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in view.findChildren(DoubtGroup)))
    [shown] = [each for each in view.findChildren(DoubtGroup) if each.isVisible()]
    shown.hide()
    shown.show()
    click(app, middle(find(QAbstractButton, name, shown), app))
    wait_for_a_click(qtbot)  # an answer takes less
    assert session.question is not None
    assert len(posts(server)) == 1


def test_a_conflict_that_opens_below_the_pointer_is_not_decided(torn: AppFixture) -> None:
    first = group(torn).fields[0]
    click(torn, middle(find(QAbstractButton, "Take theirs", first), torn))
    assert first.decision is None


def test_a_message_that_comes_below_the_pointer_does_nothing(qtbot: QtBot, app: AppFixture) -> None:
    done: list[str] = []
    opened(qtbot, app, 210)
    action = MessageAction(ActionKind.SUBMIT_ANYWAY, lambda: done.append("submitted"))
    app.session.message_emitted.emit(Message("Is this the right case?", Severity.WARNING, actions=(action,)))
    place = middle(find(QPushButton, "Submit anyway", bar_of(view_of(app))), app)
    click(app, place)
    assert done == []
    wait_for_a_click(qtbot)
    click(app, place)
    assert done == ["submitted"]
