"""The caret of a field stops blinking when nobody uses the program, and blinks again with the next act."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.ui.application.caret import RestingCaret

SOON = 30
"""ms."""
AS_THE_SYSTEM_SAYS = -1


@pytest.fixture
def caret(qapp: QApplication) -> Iterator[RestingCaret]:
    usual = qapp.cursorFlashTime()
    caret = RestingCaret(qapp, SOON)
    yield caret
    caret.end()
    caret.deleteLater()
    assert qapp.cursorFlashTime() == usual


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, caret: RestingCaret) -> QWidget:
    """Show a window with two fields, and wait until its caret rests."""
    assert caret
    window = QWidget()
    layout = QVBoxLayout(window)
    for _ in range(2):
        layout.addWidget(QLineEdit(window))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    first, _ = window.findChildren(QLineEdit)
    first.setFocus()
    qtbot.waitUntil(lambda: first.hasFocus() and qapp.cursorFlashTime() == 0)
    return window


@pytest.fixture
def told(window: QWidget, qapp: QApplication) -> Iterator[list[int]]:
    """Record the flash times (ms) that the fields are told after the caret has rested."""
    assert window.isVisible()
    told: list[int] = []
    following = qapp.styleHints().cursorFlashTimeChanged.connect(told.append)
    yield told
    QObject.disconnect(following)


def test_a_key_lets_it_blink_until_it_rests_again(qtbot: QtBot, window: QWidget, told: list[int]) -> None:
    QTest.keyClicks(window.findChildren(QLineEdit)[0], "a")
    qtbot.waitUntil(lambda: told[-1:] == [0])
    assert told[0] == AS_THE_SYSTEM_SAYS


def test_a_click_into_the_text_lets_it_blink(qtbot: QtBot, window: QWidget, told: list[int]) -> None:
    field = window.findChildren(QLineEdit)[0]
    field.setText("Pedido")
    qtbot.waitUntil(lambda: told[-1:] == [0])
    before = len(told)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(10, field.height() // 2))
    assert told[before] == AS_THE_SYSTEM_SAYS


def test_the_focus_of_another_field_lets_it_blink(window: QWidget, told: list[int]) -> None:
    window.findChildren(QLineEdit)[1].setFocus()
    assert told[0] == AS_THE_SYSTEM_SAYS


def test_coming_back_to_the_window_lets_it_blink(qtbot: QtBot, window: QWidget, told: list[int]) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: other.isActiveWindow() and QApplication.cursorFlashTime() == 0)
    before = len(told)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert told[before] == AS_THE_SYSTEM_SAYS


@pytest.mark.parametrize("act", ["key", "click"])
def test_an_act_in_a_dialog_lets_it_blink(qtbot: QtBot, window: QWidget, told: list[int], act: str) -> None:
    dialog = QDialog(window)
    entry = QPlainTextEdit("Pedido\nPedido", dialog)
    dialog.open()
    entry.setFocus()
    qtbot.waitUntil(lambda: entry.hasFocus() and told[-1:] == [0])
    before = len(told)
    if act == "key":
        QTest.keyClicks(entry, "a")
    else:
        QTest.mouseClick(entry.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    assert told[before] == AS_THE_SYSTEM_SAYS
    dialog.close()


def test_it_blinks_for_ever_once_the_program_ends(
    qtbot: QtBot, window: QWidget, caret: RestingCaret, told: list[int]
) -> None:
    caret.end()
    other = window.findChildren(QLineEdit)[1]
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert not caret.findChildren(QTimer)[0].isActive()
    assert told == [AS_THE_SYSTEM_SAYS]
