"""The caret of a field stops blinking when nobody uses the program, and blinks again with the next act."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.timeouts import Timing
from caseeditor.ui.application.attention import Attention
from caseeditor.ui.application.caret import RestingCaret

SOON = 30
"""ms."""
AS_THE_SYSTEM_SAYS = -1


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    """Show a window with two fields, and wait until its caret rests."""
    usual = qapp.cursorFlashTime()
    window = QWidget()
    layout = QVBoxLayout(window)
    for _ in range(2):
        layout.addWidget(QLineEdit(window))
    qtbot.addWidget(window)
    RestingCaret(qapp, Attention(window, Timing()), SOON)
    window.show()
    window.activateWindow()
    first, _ = window.findChildren(QLineEdit)
    first.setFocus()
    qtbot.waitUntil(lambda: first.hasFocus() and qapp.cursorFlashTime() == 0)
    yield window
    window.close()
    qapp.setCursorFlashTime(AS_THE_SYSTEM_SAYS)
    assert qapp.cursorFlashTime() == usual


@pytest.fixture
def told(window: QWidget, qapp: QApplication) -> Iterator[list[int]]:
    """Record the flash times (ms) that the fields are told after the caret has rested."""
    assert window.isVisible()
    told: list[int] = []
    following = qapp.styleHints().cursorFlashTimeChanged.connect(told.append)
    yield told
    QObject.disconnect(following)


def test_it_rests_and_a_key_lets_it_blink_until_it_rests_again(qtbot: QtBot, window: QWidget, told: list[int]) -> None:
    QTest.keyClicks(window.findChildren(QLineEdit)[0], "a")
    qtbot.waitUntil(lambda: told == [AS_THE_SYSTEM_SAYS, 0])


def test_a_click_lets_it_blink(window: QWidget, told: list[int]) -> None:
    field = window.findChildren(QLineEdit)[0]
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=field.geometry().center())
    assert told[0] == AS_THE_SYSTEM_SAYS


def test_the_focus_of_another_field_lets_it_blink(window: QWidget, told: list[int]) -> None:
    window.findChildren(QLineEdit)[1].setFocus()
    assert told[0] == AS_THE_SYSTEM_SAYS


def test_a_key_in_a_dialog_lets_it_blink(qtbot: QtBot, window: QWidget, told: list[int]) -> None:
    dialog = QDialog(window)
    entry = QLineEdit(dialog)
    dialog.open()
    entry.setFocus()
    qtbot.waitUntil(lambda: entry.hasFocus() and told[-1:] == [0])
    before = len(told)
    QTest.keyClicks(entry, "a")
    assert told[before] == AS_THE_SYSTEM_SAYS
    dialog.close()
