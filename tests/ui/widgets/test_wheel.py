"""The mouse wheel over an unfocused field changes nothing, but scrolls the surroundings."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

import caseeditor.ui
from caseeditor.domain.case.reference import Server
from caseeditor.ui.account.moving_dialog import MovingDialog
from tests.ui.parts import AppFixture, find, opened
from tests.ui.preferences.test_preferences import page, preferences

TURNED = {"QComboBox", "QFontComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit"}
TURNED |= {"QTabBar", "QTabWidget", "QSlider", "QDial", "QAbstractSpinBox"}


def turn(field: QWidget, steps: int) -> None:
    """Turn the wheel over the middle of a field; negative steps turn it towards the agent."""
    top = field.window()
    handle = top.windowHandle()
    assert handle
    place = QPointF(field.mapTo(top, field.rect().center()))
    for _ in range(abs(steps)):
        QTest.wheelEvent(handle, place, QPoint(0, 120 if steps > 0 else -120))


def shows(field: QWidget) -> object:
    if isinstance(field, (QComboBox, QTabBar)):
        return field.currentIndex()
    assert isinstance(field, QAbstractSpinBox)
    return field.text()


def turned_by_wheel(inside: QWidget) -> list[QWidget]:
    """List the widgets that the wheel could change, except scroll bars and the calendar, which opens with the focus."""
    kinds = (QComboBox, QAbstractSpinBox, QTabBar, QAbstractSlider)
    found = [each for each in inside.findChildren(QWidget) if isinstance(each, kinds)]
    popped_up = {id(part) for each in inside.findChildren(QCalendarWidget) for part in each.findChildren(QWidget)}
    return [each for each in found if not isinstance(each, QScrollBar) and id(each) not in popped_up]


def test_no_field_of_the_window_is_changed(qtbot: QtBot, app: AppFixture) -> None:
    opened_ones = [opened(qtbot, app, case) for case in (210, 203)]
    qtbot.waitUntil(lambda: all(each.conversation.is_there for each in opened_ones))  # it adds a tab
    app.window.panes.search_cases()
    app.window.address.entry.setFocus()
    fields = turned_by_wheel(app.window)
    kinds = {base.__name__ for each in fields for base in type(each).__mro__}
    assert {"QComboBox", "QDateEdit", "QTabBar"} <= kinds
    before = [shows(each) for each in fields]
    for day in app.window.findChildren(QDateEdit):
        day.setEnabled(True)
    for each in fields:
        turn(each, -3)
        turn(each, 2)
    assert [shows(each) for each in fields] == before
    assert QApplication.focusWidget() is app.window.address.entry


@pytest.mark.parametrize("title", ["Account", "Appearance", "Connection", "Submitting", "Spelling"])
def test_no_setting_is_changed(app: AppFixture, title: str) -> None:
    shown = page(preferences(app), title)
    fields = turned_by_wheel(shown.window())
    before = [shows(each) for each in fields]
    find(QPushButton, "OK", shown.window()).setFocus()
    for each in filter(QWidget.isVisible, fields):  # those of other pages have no place in the window
        turn(each, 1)
        turn(each, -2)
    assert [shows(each) for each in fields] == before


def test_the_address_that_moved_is_not_changed(qtbot: QtBot, app: AppFixture) -> None:
    dialog = MovingDialog([Server("https://a.example"), Server("https://b.example")], app.window)
    qtbot.addWidget(dialog)
    dialog.show()
    [box] = dialog.findChildren(QComboBox)
    box.clearFocus()
    turn(box, -3)
    assert box.currentIndex() == 0


def test_over_a_field_the_pane_around_is_scrolled(app: AppFixture) -> None:
    dialog = preferences(app)
    shown = page(dialog, "Appearance")
    dialog.setMinimumSize(1, 1)
    dialog.resize(dialog.width(), 160)
    assert isinstance(shown, QScrollArea)
    bar = shown.verticalScrollBar()
    assert bar.maximum() > 0
    box = next(each for each in shown.findChildren(QComboBox) if each.isVisible())
    before = shows(box)
    turn(box, -1)
    assert bar.value() > 0
    assert shows(box) == before


def test_a_field_with_the_focus_follows_the_wheel(app: AppFixture) -> None:
    shown = page(preferences(app), "Appearance")
    box = next(each for each in shown.findChildren(QComboBox) if each.isVisible() and each.count() > 2)
    box.setCurrentIndex(0)
    box.setFocus()
    turn(box, -1)
    assert shows(box) == 1


def test_the_wheel_gives_no_field_the_focus(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    app.window.panes.search_cases()
    for top in (app.window, preferences(app)):
        taken = [each for each in top.findChildren(QWidget) if each.focusPolicy() == Qt.FocusPolicy.WheelFocus]
        popped_up = [part for each in top.findChildren(QCalendarWidget) for part in each.findChildren(QWidget)]
        assert [each for each in taken if each not in popped_up] == []


def test_whatever_the_wheel_could_change_is_made_in_one_module() -> None:
    folder = Path(caseeditor.ui.__file__ or "").parent
    made = []
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = [node.func] if isinstance(node, ast.Call) else node.bases if isinstance(node, ast.ClassDef) else []
            made += [path.name for each in named if isinstance(each, ast.Name) and each.id in TURNED]
    assert set(made) == {"wheel.py"}
