"""After Undo and Redo the cursor is where the change was: whoever types on continues there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.parts import AppFixture, field, key, line, opened, typed

Ctrl = Qt.KeyboardModifier.ControlModifier
NAMES = ["Subject", "New note", "New tag"]


def focus(app: AppFixture, name: str) -> QLineEdit | QPlainTextEdit:
    shown = field(name, app.window) if name == "New note" else line(name, app.window)
    shown.setFocus()
    return shown


def text_of(shown: QLineEdit | QPlainTextEdit) -> str:
    return shown.text() if isinstance(shown, QLineEdit) else shown.toPlainText()


def go_to(shown: QLineEdit | QPlainTextEdit, place: int) -> None:
    if isinstance(shown, QLineEdit):
        shown.setCursorPosition(place)
    else:
        cursor = QTextCursor(shown.document())
        cursor.setPosition(place)
        shown.setTextCursor(cursor)


def undo() -> None:
    key(Qt.Key.Key_Z, Ctrl)


def redo() -> None:
    key(Qt.Key.Key_Y, Ctrl)


@pytest.mark.parametrize("name", NAMES)
def test_at_the_end_of_a_text(qtbot: QtBot, app: AppFixture, name: str) -> None:
    opened(qtbot, app, 210)
    shown = focus(app, name)
    key(Qt.Key.Key_A, Ctrl)
    typed("uno dos tres")
    undo()
    typed("X")
    assert text_of(shown) == "uno dos X"


@pytest.mark.parametrize("name", NAMES)
def test_within_a_text_with_letters_of_two_units(qtbot: QtBot, app: AppFixture, name: str) -> None:
    opened(qtbot, app, 210)
    shown = focus(app, name)
    fill = shown.setText if isinstance(shown, QLineEdit) else shown.setPlainText
    fill("😀 uno tres")  # no key has this letter
    go_to(shown, 7)
    typed("dos ")
    undo()
    typed("X")
    assert text_of(shown) == "😀 uno Xtres"
    undo()
    typed("dos ")
    undo()
    redo()
    typed("Y")
    assert text_of(shown) == "😀 uno dos Ytres"


def test_a_title_shows_its_beginning_until_the_agent_goes_there(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    shown = focus(app, "Subject")
    key(Qt.Key.Key_A, Ctrl)
    typed("uno tres")
    go_to(shown, 4)
    typed("dos ")
    focus(app, "New tag")
    undo()
    assert line("Subject", app.window).cursorPosition() == 0
    shown.setFocus()
    typed("X")
    assert text_of(shown) == "uno Xtres"
