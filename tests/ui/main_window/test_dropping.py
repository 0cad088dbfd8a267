"""Links dropped on the window open their cases, and never change one."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from tests.ui.parts import AppFixture, field, labels, line, opened

Copy, ClosedCaseState = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
None_ = Qt.KeyboardModifier.NoModifier


def text(what: str) -> QMimeData:
    data = QMimeData()
    data.setText(what)
    return data


def labelled(app: AppFixture) -> QWidget:
    """Return the page in the middle of the window when there is no case."""
    return next(each for each in app.window.findChildren(QLabel) if "Nothing open" in each.text())


def drop(on: QWidget, data: QMimeData) -> None:
    """Drop as the system does: Qt passes a drop that a widget ignores to its parent."""
    enter = QDragEnterEvent(QPoint(5, 5), Copy, data, ClosedCaseState, None_)
    enter.ignore()
    QApplication.sendEvent(on, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(on, QDropEvent(QPointF(5, 5), Copy, data, ClosedCaseState, None_))


def test_a_dropped_link_opens_its_case(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    data = QMimeData()
    data.setUrls([QUrl(f"{server.url}/case/203")])
    drop(labelled(app), data)
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")


def test_several_lines_open_several_the_first_in_front(qtbot: QtBot, app: AppFixture) -> None:
    drop(app.window, text("#210\n\n 203 \ncaseeditor:211\n"))
    qtbot.waitUntil(lambda: app.status == "Case 210 opened")
    assert app.tabs == ["210", "203", "211"]
    assert app.session.case_id == "210"


def test_what_names_no_case_says_why_and_what_does_is_opened(app: AppFixture, server: DemoServer) -> None:
    drop(app.window, text(f"{server.url}/contact/43"))
    assert "That link doesn't lead to a case." in labels(app.window)
    assert app.tabs == []
    drop(app.window, text("203\nJuan"))
    assert "That isn't a case ID" in labels(app.window)
    assert app.tabs == ["203"]


def test_a_link_that_is_dropped_on_a_field_is_opened_and_not_written_there(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    session = opened(qtbot, app, 210)
    for on in (line("Subject", app.window), field("New note", app.window).viewport()):
        drop(on, text(f"{server.url}/case/203"))
    assert session.list_changes() == ()
    assert app.tabs == ["210", "203"]


def test_other_text_is_dropped_into_a_field_as_ever(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    drop(field("New note", app.window).viewport(), text("203 llamó"))
    assert "203 llamó" in session.edit.note_text
    assert app.tabs == ["210"]
