"""Notes in the window: search, reordering of pending notes, and speed with thousands."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.edit import Edit
from caseeditor.ui.case.notes.model import NoteModel
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.state.session import Session
from tests.ui.parts import (
    AppFixture,
    Watched,
    case_of,
    column,
    field,
    find,
    focused,
    key,
    labels,
    line,
    opened,
    press,
    submit,
    typed,
    view,
)

SessionWith = Callable[[Case], Session]
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXTS = ["El técnico llamó", "nada", "La TÉCNICA no", "tecnico de nuevo", "مرحبًا بك", "👩🏽‍🚀 ok"]


def notes_of(*texts: str) -> list[dict[str, Any]]:
    """Build stored notes; the first is the newest."""
    return [{"date": 2_000_000_000_000 - at, "text": text, "userName": "lucia"} for at, text in enumerate(texts)]


def read_as(session: Session, case: Case) -> None:
    """Show a case as if the server had sent it: none of its notes is pending."""
    session._shown.show(case)  # noqa: SLF001 - as a read does


@pytest.fixture
def noted(window: MainWindow, app: AppFixture) -> MainWindow:
    """Show a case with these notes."""
    read_as(app.session, case_of(203, notes=notes_of(*TEXTS)))
    return window


def notes(window: MainWindow) -> QAbstractItemView:
    return view("Notes", window)


def current(window: MainWindow) -> str:
    return str(notes(window).currentIndex().data())


# Searching.


def test_search_finds_without_regard_to_case_and_accents(noted: MainWindow) -> None:
    line("Search notes", noted).setFocus()
    typed("TECNIC")
    assert current(noted) == "El técnico llamó"
    assert "1 of 3" in labels(noted)
    assert line("Search notes", noted).accessibleDescription() == "1 of 3"


def test_enter_and_f3_go_on_and_with_shift_back(noted: MainWindow) -> None:
    line("Search notes", noted).setFocus()
    typed("tecnic")
    seen = []
    plain = Qt.KeyboardModifier.NoModifier
    keys = (
        (Qt.Key.Key_Return, plain),
        (Qt.Key.Key_F3, plain),
        (Qt.Key.Key_Enter, plain),
        (Qt.Key.Key_Return, Shift),
        (Qt.Key.Key_F3, Shift),
    )
    for which, modifiers in keys:
        key(which, modifiers)
        seen.append(current(noted))
    assert seen == ["La TÉCNICA no", "tecnico de nuevo", "El técnico llamó", "tecnico de nuevo", "La TÉCNICA no"]
    assert "2 of 3" in labels(noted)
    notes(noted).setFocus()
    key(Qt.Key.Key_F3)
    assert current(noted) == "tecnico de nuevo"


def test_what_is_not_there_is_told_and_escape_ends_it(noted: MainWindow) -> None:
    line("Search notes", noted).setFocus()
    typed("xyz")
    assert "Not found" in labels(noted)
    key(Qt.Key.Key_F3)
    key(Qt.Key.Key_Escape)
    assert line("Search notes", noted).text() == ""
    assert "Not found" not in labels(noted)


def picture_at_rest(qtbot: QtBot, widget: QWidget) -> QImage:
    """Return a picture of a widget that has its size and is laid out: two in a row are the same."""
    pictures = [QImage()]

    def are_same() -> bool:
        pictures.append(widget.grab().toImage())
        return pictures[-1] == pictures[-2]

    qtbot.waitUntil(are_same)
    return pictures[-1]


def test_what_is_found_is_marked(qtbot: QtBot, noted: MainWindow) -> None:
    notes(noted).setCurrentIndex(notes(noted).model().index(5, 0))
    qtbot.waitUntil(lambda: not notes(noted).visualRect(notes(noted).model().index(5, 0)).isEmpty())
    before = picture_at_rest(qtbot, notes(noted))
    line("Search notes", noted).setText("مرحبا")
    assert current(noted) == TEXTS[4]
    notes(noted).setCurrentIndex(notes(noted).model().index(5, 0))
    assert notes(noted).grab().toImage() != before
    line("Search notes", noted).clear()
    assert notes(noted).grab().toImage() == before


def test_what_comes_meanwhile_is_found(noted: MainWindow, app: AppFixture) -> None:
    line("Search notes", noted).setText("tecnic")
    field("New note", noted).setPlainText("otro Técnico")
    press("Add note", noted)
    assert "1 of 4" in labels(noted)
    read_as(app.session, case_of(203, notes=notes_of("técnico")))
    assert "of 2" in labels(noted)


def test_searching_changes_nothing(noted: MainWindow, app: AppFixture) -> None:
    line("Search notes", noted).setText("tecnic")
    assert app.session.edit == Edit()
    assert not noted.isWindowModified()


def test_5000_notes_are_searched_to_the_last(qtbot: QtBot, window: MainWindow, app: AppFixture) -> None:
    texts = [f"{number} llamó otra vez" for number in range(5_000)]
    read_as(app.session, case_of(203, notes=notes_of(*texts, "el ÚLTIMO")))
    line("Search notes", window).setText("ultimo")
    qtbot.waitUntil(lambda: current(window) == "el ÚLTIMO")
    line("Search notes", window).setText("LLAMO")
    qtbot.waitUntil(lambda: "of 5000" in labels(window))


def test_a_note_of_a_megabyte_is_searched_and_marked(window: MainWindow, app: AppFixture) -> None:
    read_as(app.session, case_of(203, notes=notes_of("corta", "línea 👩🏽‍🚀\u202e\u0301 " * 60_000 + "fin")))
    line("Search notes", window).setText("LINEA")
    assert current(window).startswith("línea")
    marked = notes(window).grab().toImage()
    line("Search notes", window).setText("FIN")
    assert "1 of 1" in labels(window)
    assert notes(window).grab().toImage() != marked  # its end isn't painted


def test_what_is_shortened_is_copied_whole(window: MainWindow, app: AppFixture) -> None:
    text = "línea\n" * 100_000
    read_as(app.session, case_of(203, notes=notes_of(text)))
    notes(window).setCurrentIndex(notes(window).model().index(0, 0))
    notes(window).setFocus()
    key(Qt.Key.Key_C, Ctrl)
    assert QApplication.clipboard().text() == text


# The order of pending notes.


@pytest.fixture
def three(window: MainWindow) -> MainWindow:
    """Write three notes."""
    for text in ("one", "two", "three"):
        field("New note", window).setPlainText(text)
        press("Add note", window)
    return window


def test_move_up_and_down_change_what_is_sent_first(
    qtbot: QtBot, three: MainWindow, app: AppFixture, server: DemoServer
) -> None:
    assert current(three) == "three"
    press("Move down", three)
    press("Move down", three)
    assert column(notes(three).model())[:3] == ["two", "one", "three"]
    assert current(three) == "three"
    assert not find(QAbstractButton, "Move down", three).isEnabled()
    press("Move up", three)
    assert column(notes(three).model())[:3] == ["two", "three", "one"]
    submit(qtbot, app.session)
    assert [note["text"] for note in server.case(203)["notes"]][-3:] == ["one", "three", "two"]


def test_they_are_moved_and_removed_by_keyboard(three: MainWindow, app: AppFixture) -> None:
    notes(three).setFocus()
    key(Qt.Key.Key_Down, Ctrl | Shift)
    assert app.session.edit.notes == {1: "one", 2: "three", 3: "two"}
    key(Qt.Key.Key_Up, Ctrl | Shift)
    key(Qt.Key.Key_Up, Ctrl | Shift)
    assert app.session.edit.notes == {1: "one", 2: "two", 3: "three"}
    key(Qt.Key.Key_Delete)
    assert app.session.edit.notes == {1: "one", 2: "two"}
    assert focused() is notes(three)


def test_a_move_is_one_step_and_only_two_rows_change(busy: Session) -> None:
    for text in ("one", "two", "three"):
        busy.editor.set_note_text(text)
        busy.editor.add_note()
    model = NoteModel(busy, busy)
    watched = Watched(model)
    busy.editor.swap_notes(3, 2)
    assert column(model)[:3] == ["two", "three", "one"]
    assert sorted(watched.changed) == [0, 1]
    assert (watched.inserted, watched.removed, watched.resets) == ([], [], 0)
    busy.editor.undo()
    assert busy.edit.notes == {1: "one", 2: "two", 3: "three"}
    busy.editor.redo()
    assert busy.edit.notes == {1: "one", 2: "three", 3: "two"}


def test_what_is_being_edited_is_moved_as_it_stands(three: MainWindow, app: AppFixture) -> None:
    press("Edit note", three)
    field("Edit note", three).setPlainText("mended")
    press("Move down", three)
    assert app.session.edit.notes == {1: "one", 2: "mended", 3: "two"}


def test_stored_notes_cant_be_moved(noted: MainWindow, app: AppFixture) -> None:
    notes(noted).setFocus()
    notes(noted).setCurrentIndex(notes(noted).model().index(1, 0))
    for which in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        key(which, Ctrl | Shift)
    key(Qt.Key.Key_Delete)
    assert app.session.edit == Edit()
    assert [each for each in noted.findChildren(QAbstractButton) if each.text() == "↑" and each.isVisible()] == []


def test_the_lowest_pending_note_stays_above_the_stored_ones(noted: MainWindow, app: AppFixture) -> None:
    for text in ("one", "two"):
        field("New note", noted).setPlainText(text)
        press("Add note", noted)
    notes(noted).setFocus()
    notes(noted).setCurrentIndex(notes(noted).model().index(1, 0, QModelIndex()))
    key(Qt.Key.Key_Down, Ctrl | Shift)
    assert app.session.edit.notes == {1: "one", 2: "two"}


def test_after_a_submission_no_note_is_selected_that_nobody_chose(qtbot: QtBot, app: AppFixture) -> None:
    opened(qtbot, app, 203)
    app.session.editor.set_note_text("llamar mañana")
    app.session.editor.add_note()
    notes = view("Notes", app.window)
    assert notes.currentIndex().row() == 0
    submit(qtbot, app.session)
    assert column(notes.model())[0] == "llamar mañana"
    assert not notes.currentIndex().isValid()


@pytest.mark.parametrize("size", [100, 150])
def test_in_the_smallest_window_nothing_lies_over_what_is_written(qtbot: QtBot, app: AppFixture, size: int) -> None:
    opened(qtbot, app, 203)
    app.workspace.settings_store.change(text_size=size)
    app.session.message_emitted.emit(Message("Stored", Severity.GOOD))
    app.window.resize(1, 1)
    qtbot.waitUntil(lambda: app.window.height() >= app.window.minimumSizeHint().height())
    entry, add = field("New note", app.window), find(QPushButton, "Add note", app.window)
    qtbot.waitUntil(lambda: entry.geometry().right() < add.geometry().left())  # once the window is laid out
