"""Texts too long for a field are rejected with a message, without delay."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from caseeditor.domain.editing.edit import Edit
from caseeditor.ui.main_window.main_window import MainWindow
from tests.ui.parts import (
    AppFixture,
    case_of,
    field,
    find,
    key,
    line,
    press,
    showing,
    typed,
    view,
)
from tests.ui.ways_in import (
    FIELDS,
    FIVE_MB,
    PASTING,
    Ctrl,
    Way,
    by_assistive_technology,
    by_ctrl_v,
    by_drop,
    by_input_method,
    by_menu,
    copy,
)

LIMITED = [*FIELDS, "Find in case"]
TOO_LONG = "Nothing was pasted: at most 100000 characters fit here."


@pytest.mark.parametrize("name", LIMITED)
def test_five_megabytes_are_not_pasted_in_a_line_and_nothing_typed_is_lost(
    window: MainWindow, app: AppFixture, name: str
) -> None:
    key(Qt.Key.Key_F, Ctrl)
    entry = line(name, window)
    entry.setText("typed")
    by_ctrl_v(entry, FIVE_MB)
    assert entry.text() == "typed"
    assert app.status == TOO_LONG


@pytest.mark.parametrize("put_in", [by_drop, by_menu, by_input_method])
def test_nor_put_in_any_other_way(window: MainWindow, app: AppFixture, put_in: Way) -> None:
    subject = line("Subject", window)
    subject.setText("typed")
    put_in(subject, FIVE_MB)
    assert subject.text() == "typed"
    assert app.status == TOO_LONG


def test_nor_set_by_assistive_technology(qtbot: QtBot, window: MainWindow, app: AppFixture) -> None:
    subject = line("Subject", window)
    subject.setText("typed")
    by_assistive_technology(subject, FIVE_MB)
    assert subject.text() == "typed"
    qtbot.waitUntil(lambda: app.status == "Too long: at most 100000 characters fit here.")


def test_a_line_that_is_full_takes_no_more_but_gives(window: MainWindow, app: AppFixture) -> None:
    subject = line("Subject", window)
    subject.setText("x" * 99_999)
    subject.setFocus()
    typed("ab")
    assert app.session.editor.subject == "x" * 99_999 + "a"
    key(Qt.Key.Key_Backspace)
    key(Qt.Key.Key_Backspace)
    assert app.session.editor.subject == "x" * 99_998


def test_a_servers_longer_subject_is_shown_and_not_sent(window: MainWindow, app: AppFixture) -> None:
    showing(app.session, case_of(203, subject="y" * 150_000))
    subject = line("Subject", window)
    assert subject.text() == "y" * 150_000
    assert app.session.list_changes() == ()
    subject.setFocus()
    key(Qt.Key.Key_End)
    typed("a")
    assert app.session.list_changes() == ()
    key(Qt.Key.Key_Backspace)
    assert app.session.editor.subject == "y" * 149_999


@pytest.mark.parametrize("put_in", PASTING.values(), ids=PASTING)
def test_a_note_of_46_megabytes_is_refused(window: MainWindow, app: AppFixture, put_in: Way) -> None:
    note = field("New note", window)
    note.setPlainText("typed")
    put_in(note, "línea de una nota\n" * 2_600_000)
    assert note.toPlainText() == "typed"
    assert app.status == "Nothing was pasted: at most 1000000 characters fit here."


def test_a_note_of_a_megabyte_without_a_blank_is_laid_out_without_wrapping(window: MainWindow, app: AppFixture) -> None:
    note = field("New note", window)
    by_ctrl_v(note, "x" * 1_000_000)
    assert len(app.session.edit.note_text) == 1_000_000
    assert note.lineWrapMode() is QPlainTextEdit.LineWrapMode.NoWrap
    press("Add note", window)
    assert note.lineWrapMode() is QPlainTextEdit.LineWrapMode.WidgetWidth


def test_46_megabytes_are_not_pasted_as_attributes(window: MainWindow, app: AppFixture) -> None:
    table = view("Attributes", window)
    table.setFocus()
    copy("nombre=valor de todo\n" * 2_200_000)
    key(Qt.Key.Key_V, Ctrl)
    assert app.session.edit == Edit()
    assert app.status == "Nothing was pasted: at most 4000000 characters fit here."
    assert find(QPushButton, "Submit", window).isEnabled()
