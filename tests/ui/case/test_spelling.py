"""Spelling in the real window, with Hunspell in its process and the packaged dictionaries."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QImage, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from caseeditor.ui.messages.texts import tip_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.colour_roles import LIGHT, palette_of, roles_of
from caseeditor.ui.widgets.fields.spelling import check_spelling
from caseeditor.ui.widgets.fields.spelling_marks import SpellingMarks
from caseeditor.ui.widgets.fields.text_fields import LineEdit, PlainEdit
from tests.ui.parts import AppFixture, field, focused, key, line, opened, press, typed, view

Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def only_packaged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the packaged dictionaries only: a developer's computer may have others."""
    monkeypatch.setattr("caseeditor.services.spelling.dictionaries._SYSTEMS", ())
    monkeypatch.delenv("DICPATH", raising=False)


def begun(qtbot: QtBot, app: AppFixture) -> Session:
    """Open a case in the colours of the program."""
    app.window.setPalette(palette_of(LIGHT))
    app.workspace.settings_store.change(spelling=True)
    return opened(qtbot, app, 210)


def marked(shown: QWidget) -> list[tuple[int, int]]:
    """Return the columns of pixels with the colour of the wave, as ranges from left to right."""
    image: QImage = shown.grab().toImage()
    colour = QColor(roles_of(shown.palette()).bad)
    wanted = colour.red(), colour.green(), colour.blue()

    def is_wave(x: int, y: int) -> bool:
        pixel = image.pixelColor(x, y)
        there = pixel.red(), pixel.green(), pixel.blue()
        return all(abs(one - other) < 60 for one, other in zip(there, wanted, strict=True))

    columns = [x for x in range(image.width()) if any(is_wave(x, y) for y in range(image.height()))]
    ranges: list[tuple[int, int]] = []
    for x in columns:
        if ranges and x - ranges[-1][1] <= 4:
            ranges[-1] = ranges[-1][0], x
        else:
            ranges.append((x, x))
    return [(left, right) for left, right in ranges if right - left > 8]


def new_note(app: AppFixture) -> QPlainTextEdit:
    return field("New note", app.window)


def write(qtbot: QtBot, app: AppFixture, text: str) -> QPlainTextEdit:
    """Type a note by keyboard."""
    key(Qt.Key.Key_3, Ctrl)
    note = new_note(app)
    qtbot.waitUntil(note.hasFocus)
    typed(text)
    return note


def menu_of(shown: QWidget) -> QMenu:
    """Press the menu key in a field."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), shown.mapToGlobal(QPoint()))
    QApplication.sendEvent(shown, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions()]


def entry(menu: QMenu, text: str) -> QAction:
    [found] = [each for each in menu.actions() if each.text() == text]
    return found


def inside(menu: QMenu) -> QMenu:
    """Open the submenu Spelling."""
    found = entry(menu, "Spelling").menu()
    assert isinstance(found, QMenu)
    found.aboutToShow.emit()
    return found


def test_a_misspelled_word_gets_a_wave_once_it_ends(qtbot: QtBot, app: AppFixture) -> None:
    session = begun(qtbot, app)
    note = write(qtbot, app, "The customer wants to recieve the invoice ")
    qtbot.waitUntil(lambda: len(marked(note)) == 1)
    [(left, right)] = marked(note)
    cursor = note.textCursor()
    cursor.setPosition(22)
    first = note.cursorRect(cursor).left()
    cursor.setPosition(29)
    assert abs(left - first - note.viewport().x()) <= 4
    assert abs(right - note.cursorRect(cursor).left() - note.viewport().x()) <= 4
    typed("recieve")
    assert len(marked(note)) == 1  # it may go on
    typed(" ")
    assert len(marked(note)) == 2
    typed("and recieve")
    key(Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: len(marked(note)) == 3)
    assert session.edit.note_text == "The customer wants to recieve the invoice recieve and recieve"


def test_undo_and_the_draft_never_see_the_marks(qtbot: QtBot, app: AppFixture) -> None:
    session = begun(qtbot, app)
    note = write(qtbot, app, "recieve the invoise and teh answer ")
    changes: list[str] = []
    session.editor.edit_changed.connect(lambda *_: changes.append("edit"))
    note.textChanged.connect(lambda: changes.append("text"))
    qtbot.waitUntil(lambda: len(marked(note)) == 3)
    assert changes == []
    assert not note.document().isUndoAvailable()
    typed("x")
    key(Qt.Key.Key_Z, Ctrl)
    key(Qt.Key.Key_Z, Ctrl)
    assert session.edit.note_text != "recieve the invoise and teh answer x"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("El cliente quiere resibir la factura ahora ", "resibir"),
        ("O atendimento foi muito demoradoo para ela ", "demoradoo"),
        ("The customer is waitting for her answer ", "waitting"),
    ],
)
def test_the_language_is_that_of_the_text(qtbot: QtBot, app: AppFixture, text: str, wrong: str) -> None:
    begun(qtbot, app)
    note = write(qtbot, app, text)
    qtbot.waitUntil(lambda: len(marked(note)) == 1)
    start = text.index(wrong)
    cursor = note.textCursor()
    cursor.setPosition(start)
    assert abs(marked(note)[0][0] - note.cursorRect(cursor).left() - note.viewport().x()) <= 4


def test_a_suggestion_replaces_the_word_as_one_step(qtbot: QtBot, app: AppFixture) -> None:
    session = begun(qtbot, app)
    note = write(qtbot, app, "The customer will recieve it ")
    qtbot.waitUntil(lambda: len(marked(note)) == 1)
    cursor = note.textCursor()
    cursor.setPosition(20)
    note.setTextCursor(cursor)
    menu = menu_of(note)
    assert texts(menu)[0] == "Looking for suggestions…"
    qtbot.waitUntil(lambda: "receive" in texts(menu))
    assert "Looking for suggestions…" not in texts(menu)
    entry(menu, "receive").trigger()
    menu.close()
    assert session.edit.note_text == "The customer will receive it "
    key(Qt.Key.Key_Z, Ctrl)
    assert session.edit.note_text == "The customer will recieve it "
    qtbot.waitUntil(lambda: len(marked(note)) == 1)


@pytest.mark.parametrize("change", ["none", "refilled", "shorter", "read-only"])
@pytest.mark.parametrize("kind", [LineEdit, PlainEdit])
def test_a_suggestion_replaces_the_word_unless_the_text_has_changed(
    qtbot: QtBot, app: AppFixture, kind: type[LineEdit] | type[PlainEdit], change: str
) -> None:
    app.workspace.settings_store.change(spelling=True)
    window = QWidget()
    qtbot.addWidget(window)
    written = kind(window)
    check_spelling(written, app.workspace.spelling)
    window.show()
    written.setFocus()
    qtbot.waitUntil(written.hasFocus)
    fill(written, "😀 ")
    key(Qt.Key.Key_End)
    typed("they recieve ")
    spelling = app.workspace.spelling()
    qtbot.waitUntil(lambda: spelling.known_by("recieve") is not None)
    for _ in range(3):
        key(Qt.Key.Key_Left)
    menu = menu_of(written)
    qtbot.waitUntil(lambda: "receive" in texts(menu))
    if change in ("refilled", "shorter"):
        fill(written, "another text of the server" if change == "refilled" else "no")
    written.setReadOnly(change == "read-only")
    before = text_of(written)
    entry(menu, "receive").trigger()
    menu.close()
    assert text_of(written) == ("😀 they receive " if change == "none" else before)


def fill(written: LineEdit | PlainEdit, text: str) -> None:
    if isinstance(written, LineEdit):
        written.setText(text)
    else:
        written.setPlainText(text)


def text_of(written: LineEdit | PlainEdit) -> str:
    return written.text() if isinstance(written, LineEdit) else written.toPlainText()


def test_a_word_without_suggestions(qtbot: QtBot, app: AppFixture) -> None:
    begun(qtbot, app)
    note = write(qtbot, app, "The customer is named xqzzwkjh there ")
    qtbot.waitUntil(lambda: len(marked(note)) == 1)
    cursor = note.textCursor()
    cursor.setPosition(25)
    note.setTextCursor(cursor)
    menu = menu_of(note)
    qtbot.waitUntil(lambda: "No suggestions" in texts(menu))
    assert not entry(menu, "No suggestions").isEnabled()
    menu.close()


@pytest.mark.parametrize("word", ["recieve", "xqzzwkjh"])
def test_no_entry_moves_below_the_pointer_when_suggestions_come(qtbot: QtBot, app: AppFixture, word: str) -> None:
    begun(qtbot, app)
    note = write(qtbot, app, f"The customer is {word} there ")
    qtbot.waitUntil(lambda: len(marked(note)) == 1)
    cursor = note.textCursor()
    cursor.setPosition(18)
    place = note.cursorRect(cursor).center() + note.viewport().pos()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, note.mapToGlobal(place))
    QApplication.sendEvent(note.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    add = entry(menu, f"Add “{word}” to dictionary")
    before = menu.mapToGlobal(menu.actionGeometry(add).topLeft())
    qtbot.waitUntil(lambda: "Looking for suggestions…" not in texts(menu))
    assert menu.mapToGlobal(menu.actionGeometry(add).topLeft()) == before
    menu.close()


def test_an_own_word_stays_and_is_taken_back(qtbot: QtBot, app: AppFixture) -> None:
    begun(qtbot, app)
    note = write(qtbot, app, "The product is named Fronzle there ")
    qtbot.waitUntil(lambda: len(marked(note)) == 1)
    cursor = note.textCursor()
    cursor.setPosition(25)
    note.setTextCursor(cursor)
    menu = menu_of(note)
    entry(menu, "Add “Fronzle” to dictionary").trigger()
    menu.close()
    assert marked(note) == []
    menu = menu_of(note)
    entry(menu, "Remove “Fronzle” from dictionary").trigger()
    menu.close()
    qtbot.waitUntil(lambda: len(marked(note)) == 1)


def test_f7_goes_from_word_to_word(qtbot: QtBot, app: AppFixture) -> None:
    begun(qtbot, app)
    note = write(qtbot, app, "")
    note.textCursor().insertText("The customer will recieve\nthe invoise 😀 and teh answer ")
    selected: list[str] = []
    places: list[int] = []
    for _ in range(4):
        places.append(note.textCursor().position())
        key(Qt.Key.Key_F7)
        qtbot.waitUntil(lambda: note.textCursor().position() != places[-1])
        selected.append(note.textCursor().selectedText())
    assert selected == ["recieve", "invoise", "teh", "recieve"]


@pytest.mark.parametrize("goes_on", [Qt.Key.Key_Home, Qt.Key.Key_Tab])
def test_a_late_result_selects_nothing_once_the_agent_goes_on(qtbot: QtBot, app: AppFixture, goes_on: Qt.Key) -> None:
    begun(qtbot, app)
    note = write(qtbot, app, "The customer will recieve it ")
    key(Qt.Key.Key_F7)
    assert QToolTip.text() == tip_words("Checking…")
    key(goes_on)
    place = note.textCursor().position()
    qtbot.waitUntil(lambda: app.workspace.spelling().known_by("recieve") is not None)
    QApplication.processEvents()
    assert not note.textCursor().hasSelection()
    assert note.textCursor().position() == place


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr_FR", "The dictionary “Français (France)” is gone."),
        ("", "Spelling can't be checked: there is no dictionary on this computer."),
    ],
)
def test_f7_tells_why_nothing_is_checked_and_no_word_waits(
    qtbot: QtBot, app: AppFixture, monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    if not language:
        monkeypatch.setattr("caseeditor.services.spelling.dictionaries._LANGUAGE", re.compile("none"))
    begun(qtbot, app)
    app.workspace.settings_store.change(spelling_language=language)
    note = write(qtbot, app, "The customer ")
    spelling = app.workspace.spelling()
    key(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: QToolTip.text() == tip_words(told))
    QToolTip.hideText()
    waiting = len(spelling._wanted)  # noqa: SLF001 - the memory that it needs
    typed("will receive an answer ")
    note.grab()
    assert len(spelling._wanted) == waiting  # noqa: SLF001
    key(Qt.Key.Key_F7)
    assert QToolTip.text() == tip_words(told)


ENDS_AT_A_WORD = """
import os
from pathlib import Path

class Hunspell:
    def __init__(self, *_):
        pass

    def spell(self, word):
        once = Path(__file__).with_name("once")
        if word == "Fronzle" and ({always} or not once.exists()):
            once.touch()
            os._exit(1)
        return word not in ("Fronzle", "teh")
"""


@pytest.mark.parametrize("always", [False, True])
def test_a_request_that_fails_is_repeated_in_halves(
    qtbot: QtBot, app: AppFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, always: bool
) -> None:
    (tmp_path / "hunspell.py").write_text(ENDS_AT_A_WORD.format(always=always))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    app.workspace.settings_store.change(spelling=True)
    spelling = app.workspace.spelling()
    spelling.want(["Fronzle", "customer", "teh", "answer"])
    qtbot.waitUntil(lambda: spelling.known_by("teh") is not None)
    assert spelling.known_by("teh") == frozenset()
    everywhere = frozenset(spelling.languages)
    assert spelling.known_by("answer") == everywhere
    assert spelling.known_by("Fronzle") == (everywhere if always else frozenset())
    assert (spelling.problem, spelling.broken) == (None, {})


def test_the_subject_is_marked_once_it_is_edited(qtbot: QtBot, app: AppFixture) -> None:
    session = begun(qtbot, app)
    subject = line("Subject", app.window)
    qtbot.waitUntil(subject.hasFocus)
    assert isinstance(subject, QLineEdit)
    key(Qt.Key.Key_A, Ctrl)
    typed("The customer will recieve an answer ")
    qtbot.waitUntil(lambda: len(marked(subject)) == 1)
    [(left, right)] = marked(subject)
    subject.setCursorPosition(18)
    first = subject.cursorRect().center().x()
    subject.setCursorPosition(25)
    assert abs(left - first) <= 5
    assert abs(right - subject.cursorRect().center().x()) <= 5
    menu = menu_of(subject)
    qtbot.waitUntil(lambda: "receive" in texts(menu))
    entry(menu, "receive").trigger()
    menu.close()
    assert session.edit.subject == "The customer will receive an answer "


def test_a_pending_note_is_checked_while_it_is_edited(qtbot: QtBot, app: AppFixture) -> None:
    begun(qtbot, app)
    write(qtbot, app, "The customer will recieve it ")
    press("Add note", app.window)
    notes = view("Notes", app.window)
    notes.setFocus()
    notes.setCurrentIndex(notes.model().index(0, 0))
    notes.edit(notes.currentIndex())
    editor = focused()
    assert isinstance(editor, QPlainTextEdit)
    qtbot.waitUntil(lambda: len(marked(editor)) == 1)


def test_off_by_the_menu_and_on_again(qtbot: QtBot, app: AppFixture) -> None:
    begun(qtbot, app)
    note = write(qtbot, app, "The customer will recieve it ")
    qtbot.waitUntil(lambda: len(marked(note)) == 1)
    menu = menu_of(note)
    languages = inside(menu)
    assert texts(languages)[:5] == [
        "Language of the text",
        "American English",
        "Español de España",
        "Português (Brasil)",
        "Off",
    ]
    entry(languages, "Off").trigger()
    menu.close()
    settings = app.workspace.settings_store
    assert (settings.current.spelling, marked(note)) == (False, [])
    menu = menu_of(note)
    entry(inside(menu), "Español de España").trigger()
    menu.close()
    assert (settings.current.spelling, settings.current.spelling_language) == (True, "es_ES")
    qtbot.waitUntil(lambda: sum(right - left for left, right in marked(note)) > 120)


def test_nothing_is_marked_while_a_word_is_composed(qtbot: QtBot, app: AppFixture) -> None:
    begun(qtbot, app)
    note = write(qtbot, app, "The customer will recieve it ")
    qtbot.waitUntil(lambda: len(marked(note)) == 1)
    QApplication.sendEvent(note, QInputMethodEvent("ni", []))
    assert note.textCursor().block().layout().preeditAreaText() == "ni"
    assert marked(note) == []
    commit = QInputMethodEvent()
    commit.setCommitString("你")
    QApplication.sendEvent(note, commit)
    assert note.toPlainText() == "The customer will recieve it 你"
    qtbot.waitUntil(lambda: len(marked(note)) == 1)


def test_nothing_begins_before_there_is_a_text(qtbot: QtBot, app: AppFixture) -> None:
    begun(qtbot, app)
    subject = line("Subject", app.window)
    qtbot.waitUntil(subject.hasFocus)
    assert app.workspace._spelling is None  # noqa: SLF001 - nothing of it is made
    assert [each for each in app.window.findChildren(QObject) if isinstance(each, SpellingMarks)] == []


@pytest.mark.parametrize("text", ["-" * 40, "a" * 10_000, "\u05d0\u05d1 نص Привет 你好 नमस्ते ", "x\u0000y \ud83d"])
def test_odd_texts_are_shown_without_marks(qtbot: QtBot, app: AppFixture, text: str) -> None:
    begun(qtbot, app)
    note = write(qtbot, app, "The customer waits here ")
    note.textCursor().insertText(text)
    note.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: app.workspace.spelling().known_by("customer") is not None)
    assert marked(note) == []


def test_a_line_without_breaks_is_marked_where_it_is_seen(qtbot: QtBot, app: AppFixture) -> None:
    begun(qtbot, app)
    note = write(qtbot, app, "The customer waits ")
    note.textCursor().insertText(("for the answer 😀 " * 9 + "recieve it ") * 240)
    note.verticalScrollBar().setValue(note.verticalScrollBar().maximum() // 2)
    qtbot.waitUntil(lambda: len(marked(note)) in (1, 2))


@pytest.mark.parametrize("kind", [LineEdit, PlainEdit])
def test_a_field_that_has_the_focus_can_be_deleted(
    qtbot: QtBot, app: AppFixture, kind: type[LineEdit] | type[PlainEdit]
) -> None:
    window = QWidget()
    written = kind(window)
    check_spelling(written, app.workspace.spelling)
    app.workspace.settings_store.change(spelling=True)
    window.show()
    written.setFocus()
    qtbot.waitUntil(written.hasFocus)
    typed("they recieve ")
    qtbot.waitUntil(lambda: any(isinstance(each, SpellingMarks) for each in written.children()))
    delete(written)
    assert not isValid(written)
    window.close()


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_is_on_the_screen_without_empty_rows(
    qtbot: QtBot, app: AppFixture, reason: QContextMenuEvent.Reason
) -> None:
    begun(qtbot, app)
    room = app.window.screen().availableGeometry()
    note = write(qtbot, app, "The customer is recieve there ")
    qtbot.waitUntil(lambda: len(marked(note)) == 1)
    cursor = note.textCursor()
    cursor.setPosition(18)
    note.setTextCursor(cursor)
    place = note.cursorRect(cursor).center() + note.viewport().pos()
    app.window.move(app.window.pos() + QPoint(0, room.bottom() - note.mapToGlobal(place).y() - 4))
    event = QContextMenuEvent(reason, place, note.mapToGlobal(place))
    QApplication.sendEvent(note.viewport() if reason is QContextMenuEvent.Reason.Mouse else note, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(lambda: "Looking for suggestions…" not in texts(menu))
    assert [each.text() for each in menu.actions() if each.isVisible() and not each.text()] == [
        "" for each in menu.actions() if each.isSeparator()
    ]
    assert room.contains(menu.geometry())
    menu.close()
