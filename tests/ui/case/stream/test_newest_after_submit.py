"""The list of all messages and notes stays at its end when notes are added there and submitted."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from tests.ui.parts import AppFixture, ended, field, key, opened, press, typed, view

Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def last(shown: QAbstractItemView) -> QModelIndex:
    return shown.model().index(shown.model().rowCount() - 1, 0)


def is_in_sight(shown: QAbstractItemView) -> bool:
    QApplication.processEvents()
    return shown.viewport().rect().contains(shown.visualRect(last(shown)))


def show_all(qtbot: QtBot, app: AppFixture) -> QAbstractItemView:
    key(Qt.Key.Key_M, Ctrl | Shift)
    shown = view("All", app.window)
    qtbot.waitUntil(lambda: is_in_sight(shown))
    return shown


@pytest.mark.parametrize("is_added", [True, False])
def test_the_submitted_note_is_in_sight(qtbot: QtBot, app: AppFixture, is_added: bool) -> None:
    app.window.resize(1366, 700)
    session = opened(qtbot, app, 210)
    shown = show_all(qtbot, app)
    field("New note", app.window).setFocus()
    for text in ("uno", "dos"):
        typed(f"{text} " * 60)
        if is_added:
            press("Add note", app.window)
            field("New note", app.window).setFocus()
            assert is_in_sight(shown)
        else:
            key(Qt.Key.Key_Return)
    with ended(qtbot, session):
        key(Qt.Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: str(last(shown).data()).startswith("uno") or str(last(shown).data()).startswith("dos"))
    qtbot.waitUntil(lambda: is_in_sight(shown))


def test_one_who_reads_an_earlier_entry_stays_there(qtbot: QtBot, app: AppFixture) -> None:
    app.window.resize(1366, 700)
    session = opened(qtbot, app, 210)
    shown = show_all(qtbot, app)
    shown.setFocus()
    key(Qt.Key.Key_Home)
    field("New note", app.window).setFocus()
    typed("uno " * 60)
    with ended(qtbot, session):
        key(Qt.Key.Key_Return, Ctrl)
    assert not is_in_sight(shown)
