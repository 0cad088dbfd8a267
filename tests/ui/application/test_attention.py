"""Dialogs that open by themselves wait for a pause in typing, and no key goes astray; on a simulated clock."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.domain.timeouts import Timing
from caseeditor.ui.application.attention import Attention

QUICK = Timing(typing_pause=0.1, key_guard=0.05)


class Desk:
    """A window with two fields, and a dialog that opens by itself."""

    def __init__(self, window: QWidget) -> None:
        self.now = 0.0
        self.looks = 0
        """Number of reads of the clock."""
        self.window = window
        self.note, self.subject, self.notes = QPlainTextEdit(window), QLineEdit(window), QListWidget(window)
        self.subject.setFocus()
        layout = QVBoxLayout(window)
        for each in (self.note, self.subject, self.notes):
            layout.addWidget(each)
        self.attention = Attention(window, QUICK, self._clock)
        self.dialogs: list[QDialog] = []
        self.pressed = 0

    @property
    def dialog(self) -> QDialog:
        return self.dialogs[-1]

    @property
    def token(self) -> QLineEdit:
        return self.dialog.findChildren(QLineEdit)[0]

    def _clock(self) -> float:
        self.looks += 1
        return self.now

    def bring(self) -> None:
        self.attention.bring(self._show, lambda dialog: dialog.reject())

    def _show(self) -> QDialog:
        dialog = QDialog(self.window)
        token, go = QLineEdit(dialog), QPushButton("Sign in", dialog)
        go.setDefault(True)
        go.clicked.connect(self._on_pressed)
        layout = QVBoxLayout(dialog)
        layout.addWidget(token)
        layout.addWidget(go)
        token.setFocus()
        self.dialogs.append(dialog)
        dialog.open()
        return dialog

    def _on_pressed(self) -> None:
        self.pressed += 1


@pytest.fixture
def backend(qtbot: QtBot) -> Iterator[Desk]:
    window = QWidget()
    qtbot.addWidget(window)
    backend = Desk(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    backend.note.setFocus()
    yield backend
    for dialog in backend.dialogs:
        dialog.close()


def come(qtbot: QtBot, backend: Desk) -> None:
    """Type, trigger a dialog, and let the pause pass."""
    QTest.keyClicks(backend.note, "uno")
    backend.bring()
    assert backend.dialogs == []
    backend.now = 0.2
    qtbot.waitUntil(lambda: len(backend.dialogs) == 1)
    qtbot.waitUntil(backend.token.hasFocus)


def test_it_comes_at_once_when_nobody_types(backend: Desk) -> None:
    backend.bring()
    assert backend.dialog.isVisible()


def test_it_waits_for_each_further_key(qtbot: QtBot, backend: Desk) -> None:
    QTest.keyClicks(backend.note, "uno")
    backend.bring()
    backend.now = 0.09
    QTest.keyClicks(backend.note, "dos")
    backend.now = 0.18
    looks = backend.looks
    qtbot.waitUntil(lambda: backend.looks > looks)
    assert backend.dialogs == []
    backend.now = 0.2
    qtbot.waitUntil(lambda: len(backend.dialogs) == 1)
    assert backend.note.toPlainText() == "unodos"


# A case that opens by itself waits for what is open above the window.


def test_it_waits_until_the_dialog_is_closed(qtbot: QtBot, backend: Desk) -> None:
    backend.bring()
    done: list[str] = []
    backend.attention.when_free(lambda: done.append("first"))
    backend.attention.when_free(lambda: done.append("second"))
    assert backend.attention.is_covered
    backend.dialog.reject()
    assert done == []
    qtbot.waitUntil(lambda: done == ["first", "second"])


def test_it_waits_until_the_menu_is_closed(qtbot: QtBot, backend: Desk) -> None:
    menu = QMenu(backend.window)
    menu.addAction("Submit")
    menu.popup(backend.window.mapToGlobal(backend.window.rect().center()))
    done: list[bool] = []
    backend.attention.when_free(lambda: done.append(True))
    assert done == []
    menu.close()
    qtbot.waitUntil(lambda: done == [True])


def test_it_comes_once_a_dialog_of_the_system_is_closed(qtbot: QtBot, backend: Desk) -> None:
    """Qt shows nothing of its own then, as here: its window never becomes visible."""
    dialog = QDialog(backend.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.open()
    done: list[bool] = []
    backend.attention.when_free(lambda: done.append(True))
    assert done == []
    dialog.reject()
    qtbot.waitUntil(lambda: done == [True])


def test_it_waits_also_if_the_dialog_opens_during_the_pause(qtbot: QtBot, backend: Desk) -> None:
    QTest.keyClicks(backend.note, "uno")
    done: list[bool] = []
    backend.attention.when_free(lambda: done.append(True))
    dialog = QDialog(backend.window)
    backend.dialogs.append(dialog)
    dialog.open()
    looks = backend.looks
    backend.now = 0.2
    qtbot.waitUntil(lambda: backend.looks > looks)
    assert done == []
    dialog.reject()
    qtbot.waitUntil(lambda: done == [True])


def test_a_dialog_that_comes_by_itself_does_not_wait_for_another_one(backend: Desk) -> None:
    backend.bring()
    backend.attention.when_free(lambda: None)
    backend.bring()
    assert len(backend.dialogs) == 2


@pytest.mark.parametrize("text", ["´", "한"])
def test_composing_is_typing(backend: Desk, text: str) -> None:
    QApplication.sendEvent(backend.note, QInputMethodEvent(text, []))
    assert not backend.attention.is_free


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Meta])
def test_a_modifier_alone_is_not(backend: Desk, key: Qt.Key) -> None:
    QTest.keyPress(backend.note, key)
    assert backend.attention.is_free


def test_a_key_that_was_under_way_goes_where_it_was_meant_and_the_dialog_comes_again(
    qtbot: QtBot, backend: Desk
) -> None:
    come(qtbot, backend)
    backend.now += 0.04
    QTest.keyClicks(backend.token, "x")
    assert backend.token.text() == ""
    assert backend.note.toPlainText() == "unox"
    assert not backend.dialog.isVisible()
    backend.now += 0.2
    qtbot.waitUntil(lambda: len(backend.dialogs) == 2)
    assert backend.dialog.isVisible()


def test_an_enter_that_was_under_way_presses_no_button(qtbot: QtBot, backend: Desk) -> None:
    come(qtbot, backend)
    QTest.keyClick(backend.token, Qt.Key.Key_Return)
    assert backend.pressed == 0
    assert backend.note.toPlainText() == "uno\n"


def test_what_is_composed_then_goes_where_it_was_meant(qtbot: QtBot, backend: Desk) -> None:
    come(qtbot, backend)
    event = QInputMethodEvent()
    event.setCommitString("á")
    QApplication.sendEvent(backend.token, event)
    assert backend.token.text() == ""
    assert backend.note.toPlainText() == "unoá"


def test_later_keys_are_the_dialogs(qtbot: QtBot, backend: Desk) -> None:
    come(qtbot, backend)
    backend.now += 0.06
    QTest.keyClicks(backend.token, "token")
    QTest.keyClick(backend.token, Qt.Key.Key_Return)
    assert backend.token.text() == "token"
    assert backend.pressed == 1
    assert backend.note.toPlainText() == "uno"


def test_a_field_that_assistive_technology_fills_has_its_keys_at_once(qtbot: QtBot, backend: Desk) -> None:
    come(qtbot, backend)
    backend.token.setText("token")
    QTest.keyClick(backend.token, Qt.Key.Key_Return)
    assert backend.pressed == 1


def test_the_focus_is_where_the_program_put_it_until_the_agent_does_something(backend: Desk) -> None:
    other = QWidget(backend.window)
    backend.subject.setFocus()
    backend.attention.place()
    assert backend.attention.is_placed(other)
    QTest.keyClick(backend.subject, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not backend.attention.is_placed(other)


def click(widget: QWidget) -> None:
    """Click as the system does: the event comes through the window, and goes to the innermost widget there."""
    window = widget.window()
    place = widget.mapTo(window, widget.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_click_where_the_focus_is_already_makes_it_the_agents_own(backend: Desk) -> None:
    backend.subject.setFocus()
    backend.attention.place()
    click(backend.subject)
    assert not backend.attention.is_placed(QWidget(backend.window))


@pytest.mark.parametrize("name", ["note", "notes"])
def test_a_click_in_the_viewport_with_the_focus_does_too(backend: Desk, name: str) -> None:
    """A text field or a list has the focus, but its viewport gets the press."""
    area = getattr(backend, name)
    area.setFocus()
    backend.attention.place()
    acts: list[bool] = []
    backend.attention.acted.connect(lambda: acts.append(True))
    click(area)
    assert area.hasFocus()
    assert acts == [True]
    assert not backend.attention.is_placed(QWidget(backend.window))


def test_a_click_in_a_window_that_is_shown_anew_counts(qtbot: QtBot, backend: Desk) -> None:
    backend.window.hide()
    backend.window.destroy()
    backend.window.show()
    backend.window.activateWindow()
    qtbot.waitUntil(backend.window.isActiveWindow)
    backend.attention.place()
    click(backend.notes)
    assert not backend.attention.is_placed(backend.window)


def test_a_click_in_a_dialog_leaves_the_windows_focus_the_programs(backend: Desk) -> None:
    backend.subject.setFocus()
    backend.attention.place()
    backend.bring()
    click(backend.token)
    backend.dialog.accept()
    assert backend.attention.is_placed(QWidget(backend.window))


def test_a_focus_that_went_elsewhere_is_not_the_programs(backend: Desk) -> None:
    backend.subject.setFocus()
    backend.attention.place()
    backend.note.setFocus()  # as assistive technology does
    assert not backend.attention.is_placed(QWidget(backend.window))


def test_what_is_typed_in_a_dialog_leaves_the_windows_focus_the_programs(backend: Desk) -> None:
    backend.subject.setFocus()
    backend.attention.place()
    backend.bring()
    QTest.keyClicks(backend.token, "token")
    backend.dialog.accept()
    assert backend.attention.is_placed(QWidget(backend.window))
