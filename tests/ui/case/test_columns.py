"""The column beside a case, folded and not: it opens only on request, and keeps the focus that it has."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from caseeditor.ui.case.attributes.table_view import AttributeTable
from tests.ui.parts import AppFixture, find, focused, is_there, key, line, name_of, opened, press, side_of, typed

Ctrl = Qt.KeyboardModifier.ControlModifier
BUTTON = "Contact and attributes"
_WIDE, _NARROW = 1400, 780


@pytest.fixture
def wide(qtbot: QtBot, app: AppFixture) -> AppFixture:
    """Show case 210 in a window with room for the column."""
    app.window.resize(_WIDE, 800)
    opened(qtbot, app, 210)
    qtbot.waitUntil(side_of(app.window).isVisible)
    return app


def narrow(qtbot: QtBot, app: AppFixture) -> QAbstractButton:
    """Fold the column, and return the button for it."""
    app.window.resize(_NARROW, 800)
    qtbot.waitUntil(lambda: is_there(BUTTON, app.window))
    return find(QAbstractButton, BUTTON, app.window)


def begin_value(app: AppFixture, text: str) -> QLineEdit:
    """Begin a new attribute with this name, and return its editor."""
    key(Qt.Key.Key_4, Ctrl)
    typed(text)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert side_of(app.window).isAncestorOf(editor)
    return editor


def test_a_command_in_a_wide_window_opens_nothing_in_a_narrow_one(qtbot: QtBot, wide: AppFixture) -> None:
    key(Qt.Key.Key_4, Ctrl)
    line("Subject", wide.window).setFocus()
    button = narrow(qtbot, wide)
    assert side_of(wide.window).isHidden()
    assert not button.isChecked()


def test_the_button_follows_the_column(qtbot: QtBot, wide: AppFixture) -> None:
    button = narrow(qtbot, wide)
    press(BUTTON, wide.window)
    assert (button.isChecked(), side_of(wide.window).isVisible()) == (True, True)
    line("Subject", wide.window).setFocus()
    wide.window.resize(_WIDE, 800)
    qtbot.waitUntil(lambda: not is_there(BUTTON, wide.window))
    narrow(qtbot, wide)
    assert (button.isChecked(), side_of(wide.window).isVisible()) == (False, False)
    press(BUTTON, wide.window)
    assert (button.isChecked(), side_of(wide.window).isVisible()) == (True, True)


def test_a_column_with_the_focus_stays_open_in_a_narrow_window(qtbot: QtBot, wide: AppFixture) -> None:
    editor = begin_value(wide, "zona hor")
    button = narrow(qtbot, wide)
    assert focused() is editor
    assert editor.isVisible()
    assert button.isChecked()
    typed("aria")
    assert editor.text() == "zona horaria"


def test_closing_it_takes_in_the_open_editor_and_leaves_the_focus_at_the_button(qtbot: QtBot, wide: AppFixture) -> None:
    narrow(qtbot, wide)
    begin_value(wide, "zona horaria")
    press(BUTTON, wide.window)
    assert side_of(wide.window).isHidden()
    assert name_of(focused()) == BUTTON
    assert [change.name for change in wide.session.list_changes()] == ["zona horaria"]


def test_hiding_it_from_the_menu_leaves_the_focus_at_the_button(wide: AppFixture) -> None:
    side_of(wide.window).findChildren(AttributeTable)[0].setFocus()
    wide.workspace.settings_store.change(side_shown=False)
    assert side_of(wide.window).isHidden()
    assert name_of(focused()) == BUTTON
