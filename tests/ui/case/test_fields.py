"""Fields of the window: their text is sent unchanged, and Ctrl+Z is the case's undo in every field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit
from caseeditor.ui.main_window.main_window import MainWindow
from tests.ui.parts import (
    AppFixture,
    case_of,
    field,
    find,
    focused,
    is_there,
    key,
    line,
    name_of,
    opened,
    press,
    showing,
    submit,
    typed,
    view,
)

Ctrl = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier

TEXTS = {
    "no-break spaces": "12\u00a0345\u202f678",
    "joiners": "👩🏽‍🚀👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "right to left": "\u202eabc\u202c שלום (123) مرحبا",
    "combining": "Z\u0351\u036b\u0313\u036aA e\u0301 ≠ é",
    "markup": "<b>bold</b> &amp; <img src=file:///etc/hostname>",
    "spaced": "  spaced  ",
    "40,000 characters": "línea " * 6_667,
    "Qt's marks": "[*] & && [*]",
}


def set_by_assistive_technology(widget: QWidget, text: str) -> None:
    """Set a text as a screen reader or voice control does."""
    interface = QAccessible.queryAccessibleInterface(widget)
    interface.editableTextInterface().replaceText(0, interface.textInterface().characterCount(), text)


# Typing.


def test_typing_is_a_change_at_once(window: MainWindow, app: AppFixture) -> None:
    line("Subject", window).setFocus()
    key(Qt.Key.Key_End)
    typed("?")
    assert app.session.edit == Edit(subject="Necesito ayuda !!!?")
    field("New note", window).setFocus()
    typed("hola")
    assert app.session.edit.note_text == "hola"
    line("New tag", window).setFocus()
    typed("vip")
    assert app.session.edit.tag_text == "vip"
    assert len(app.session.list_changes()) == 3


def test_what_assistive_technology_sets_is_a_change(window: MainWindow, app: AppFixture) -> None:
    set_by_assistive_technology(line("Subject", window), "one")
    set_by_assistive_technology(field("New note", window), "two")
    set_by_assistive_technology(line("New tag", window), "three")
    assert app.session.edit == Edit(subject="one", note_text="two", tag_text="three")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_text_reaches_the_server_exactly(
    qtbot: QtBot, window: MainWindow, app: AppFixture, server: DemoServer, text: str
) -> None:
    line("Subject", window).setText(text)
    field("New note", window).setPlainText(text)
    message = submit(qtbot, app.session)
    assert message.text.startswith("Submitted: stored at ")
    assert server.case(203)["subject"] == text
    assert server.case(203)["notes"][-1]["text"] == text
    assert line("Subject", window).text() == text
    assert field("New note", window).toPlainText() == ""


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_note_is_what_stands_in_its_field(window: MainWindow, app: AppFixture, text: str) -> None:
    field("New note", window).setPlainText(text)
    assert app.session.edit.note_text == text
    press("Add note", window)
    assert app.session.edit.notes == {1: text}


def test_a_note_has_lf_between_its_lines(qtbot: QtBot, window: MainWindow, app: AppFixture, server: DemoServer) -> None:
    field("New note", window).setFocus()
    typed("one")
    key(Qt.Key.Key_Return)
    field("New note", window).insertPlainText("two\r\nthree\u2028four\u2029five\u00a0six")
    submit(qtbot, app.session)
    assert server.case(203)["notes"][-1]["text"] == "one\ntwo\nthree\nfour\nfive\u00a0six"


@pytest.mark.parametrize("subject", ["one\u2028two", "one\ntwo", "one\r\ntwo", "before\x00after", "one\u2029two"])
def test_a_subject_that_a_field_cant_show_exactly_has_marks_that_are_explained(
    window: MainWindow, app: AppFixture, subject: str
) -> None:
    showing(app.session, case_of(203, subject=subject))
    assert not line("Subject", window).isReadOnly()
    assert "stands for" in line("Subject", window).toolTip()
    assert app.session.list_changes() == ()
    showing(app.session, case_of(203, subject="plain again"))
    assert not line("Subject", window).isReadOnly()
    assert line("Subject", window).toolTip() == ""


def test_a_reload_leaves_what_is_typed_and_where(window: MainWindow, app: AppFixture) -> None:
    subject, note = line("Subject", window), field("New note", window)
    subject.setText("mine")
    subject.setCursorPosition(2)
    note.setPlainText("half a sen")
    showing(app.session, case_of(203, subject="theirs"))
    assert (subject.text(), subject.cursorPosition()) == ("mine", 2)
    assert note.toPlainText() == "half a sen"


# Undo and redo.


@pytest.mark.parametrize(
    "place",
    ["Case id or link", "Subject", "New note", "New tag", "Tags", "Notes", "Attributes", "Contact and profiles"],
)
def test_undo_and_redo_are_the_cases_wherever_the_focus_is(window: MainWindow, app: AppFixture, place: str) -> None:
    line("Subject", window).setText("changed")
    found = [each for each in window.findChildren(QWidget) if each.isVisible() and each.accessibleName() == place]
    found[-1].setFocus()
    assert found[-1].hasFocus()
    key(Qt.Key.Key_Z, Ctrl)
    assert app.session.list_changes() == ()
    assert line("Subject", window).text() == "Necesito ayuda !!!"
    key(Qt.Key.Key_Y, Ctrl)
    assert line("Subject", window).text() == "changed"
    key(Qt.Key.Key_Z, Ctrl)
    key(Qt.Key.Key_Z, Ctrl | Shift)
    assert line("Subject", window).text() == "changed"


def test_undo_takes_typing_back_field_by_field(window: MainWindow, app: AppFixture) -> None:
    field("New note", window).setFocus()
    typed("hola")
    line("New tag", window).setFocus()
    typed("vip")
    key(Qt.Key.Key_Z, Ctrl)
    assert (field("New note", window).toPlainText(), line("New tag", window).text()) == ("hola", "")
    key(Qt.Key.Key_Z, Ctrl)
    assert app.session.edit == Edit()
    assert field("New note", window).toPlainText() == ""
    key(Qt.Key.Key_Y, Ctrl)
    key(Qt.Key.Key_Y, Ctrl)
    assert (field("New note", window).toPlainText(), line("New tag", window).text()) == ("hola", "vip")


def test_undo_in_one_case_leaves_another_alone(qtbot: QtBot, window: MainWindow, app: AppFixture) -> None:
    first = app.session
    line("Subject", window).setText("changed")
    opened(qtbot, app, 210)
    line("Subject", window).setText("changed too")
    key(Qt.Key.Key_Z, Ctrl)
    assert app.session.list_changes() == ()
    assert first.editor.subject == "changed"


# Notes and tags.


def test_tags_are_added_by_enter_and_removed_by_their_button(window: MainWindow, app: AppFixture) -> None:
    line("New tag", window).setFocus()
    typed("vip")
    key(Qt.Key.Key_Return)
    assert line("New tag", window).text() == ""
    press("Remove tag spam", window)
    assert app.session.edit.tags == {"vip": True, "spam": False}
    press("Keep tag spam", window)
    press("Remove tag vip", window)
    assert app.session.edit == Edit()


def test_notes_are_added_edited_and_removed_before_they_are_sent(window: MainWindow, app: AppFixture) -> None:
    notes = view("Notes", window)
    for text in ("first", "second"):
        field("New note", window).setPlainText(text)
        press("Add note", window)
    assert field("New note", window).toPlainText() == ""
    assert [notes.model().index(row, 0).data() for row in range(2)] == ["second", "first"]
    notes.setCurrentIndex(notes.model().index(1, 0))
    press("Edit note", window)
    field("Edit note", window).setPlainText("mended")
    field("New note", window).setFocus()
    assert app.session.edit.notes == {1: "mended", 2: "second"}
    notes.setCurrentIndex(notes.model().index(0, 0))
    press("Remove note", window)
    assert app.session.edit.notes == {1: "mended"}


# Submitting from the keyboard.


@pytest.mark.parametrize("place", ["Subject", "New note", "New tag", "Case id or link"])
def test_ctrl_return_submits_wherever_the_focus_is(
    qtbot: QtBot, window: MainWindow, app: AppFixture, server: DemoServer, place: str
) -> None:
    line("Subject", window).setText("changed")
    found = [each for each in window.findChildren(QWidget) if each.isVisible() and each.accessibleName() == place]
    found[0].setFocus()
    session = app.session
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda: not session.is_submitting):
        key(Qt.Key.Key_Return, Ctrl)
    assert server.case(203)["subject"] == "changed"
    assert app.status.startswith("Submitted: stored at ")


def test_focus_is_in_subject_after_opening(window: MainWindow) -> None:
    assert QApplication.focusWidget() is line("Subject", window)


def test_the_waiting_page_can_be_left(qtbot: QtBot, app: AppFixture) -> None:
    line("Case id or link", app.window).setText("9002")
    press("Open case", app.window)
    assert not is_there("Cancel", app.window)  # one read at once would only flicker
    qtbot.waitUntil(lambda: is_there("Cancel", app.window))
    press("Cancel", app.window)
    assert not app.session.is_reading
    assert find(QWidget, "Try again", app.window).isVisible()


def test_from_one_case_to_another_the_focus_waits_at_cancel(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    line("Subject", app.window).setFocus()
    app.workspace.opener.open_text("9002")
    qtbot.waitUntil(lambda: is_there("Cancel", app.window))
    assert name_of(focused()) == "Cancel"
