"""Undo and Redo in the context menus of fields: the case's own, with the same shortcuts as in the Edit menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from caseeditor.ui.widgets.fields.field_menu import UNDO
from caseeditor.ui.widgets.fields.text_fields import PlainEdit
from tests.ui.parts import AppFixture, field, key, line, opened, press, typed

Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def menu_of(field: QWidget) -> QMenu:
    """Press the menu key in a field."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), field.mapToGlobal(QPoint()))
    QApplication.sendEvent(field, event)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def entry(menu: QMenu, text: str) -> QAction:
    [found] = [each for each in menu.actions() if each.text().replace("&", "").startswith(text)]
    return found


def keys(action: QAction) -> str:
    """Return the shortcut shown beside a menu entry."""
    shown = action.shortcut().toString()
    return shown or action.text().partition("\t")[2]


@pytest.mark.parametrize("name", ["Subject", "New note", "Case id or link", "New tag"])
def test_redo_in_a_field_is_the_cases_with_one_key(qtbot: QtBot, app: AppFixture, name: str) -> None:
    session = opened(qtbot, app, 210)
    before = session.edit.subject
    session.editor.set_subject("Asunto nuevo")
    shown = field(name, app.window) if name == "New note" else line(name, app.window)
    menu = menu_of(shown)
    undo = entry(menu, "Undo")
    assert undo.isEnabled()
    assert keys(undo) == "Ctrl+Z"
    undo.trigger()
    assert session.edit.subject == before
    menu.close()
    menu = menu_of(shown)
    redo = entry(menu, "Redo")
    whole = [each for each in app.window.findChildren(QAction) if each.text() == redo.text()]
    assert whole == [redo]
    assert keys(redo) == "Ctrl+Y"
    redo.trigger()
    assert session.edit.subject == "Asunto nuevo"
    menu.close()


def test_the_menu_is_whole_besides(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    for shown in (line("Subject", app.window), field("New note", app.window)):
        assert isinstance(shown, (QLineEdit, QPlainTextEdit))
        menu = menu_of(shown)
        texts = [each.text().partition("\t")[0].replace("&", "") for each in menu.actions()]
        assert texts == ["Undo", "Redo", "", "Cut", "Copy", "Paste", "Delete", "", "Select All", "", "Spelling"]
        menu.close()


@pytest.mark.parametrize(("letter", "held"), [(Qt.Key.Key_Y, Ctrl), (Qt.Key.Key_Z, Ctrl | Shift)])
def test_where_a_field_has_its_own_undo_both_keys_redo(qtbot: QtBot, letter: Qt.Key, held: Qt.KeyboardModifier) -> None:
    shown = PlainEdit(None)  # type: ignore[arg-type]  # a window of its own
    qtbot.addWidget(shown)
    shown.setUndoRedoEnabled(True)
    shown.show()
    shown.insertPlainText("abc")
    QTest.keyClick(shown, Qt.Key.Key_Z, Ctrl)
    assert shown.toPlainText() == ""
    QTest.keyClick(shown, letter, held)
    assert shown.toPlainText() == "abc"
    menu = menu_of(shown)
    assert keys(entry(menu, "Redo")) == "Ctrl+Y"
    menu.close()


@pytest.mark.parametrize("name", ["Subject", "New note"])
def test_undo_outlives_a_field_whose_menu_was_open(qtbot: QtBot, app: AppFixture, name: str) -> None:
    opened(qtbot, app, 210)
    shown = field(name, app.window) if name == "New note" else line(name, app.window)
    shown.setFocus()
    menu_of(shown).close()
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    press("Close case 210", app.window)
    qtbot.waitUntil(lambda: not isValid(shown))
    session = opened(qtbot, app, 218)
    field("New note", app.window).setFocus()
    typed("uno")
    undo = app.window.findChild(QAction, UNDO)
    assert isinstance(undo, QAction)
    assert undo.isEnabled()
    key(Qt.Key.Key_Z, Ctrl)
    assert session.edit.note_text == ""
