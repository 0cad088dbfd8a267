"""Conflicts inside the case: cards without a preset, decided by mouse or keyboard, and the room they take."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.case.notes.panel import NoteList
from caseeditor.ui.case.submit.field_conflict import Decision
from caseeditor.ui.case.submit.value_text import ValueText
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.font_scaling import scaled
from tests.ui.case.submit.test_conflicts import choose, field_of, group, groups, mine, rows, torn
from tests.ui.parts import (
    AppFixture,
    answered,
    colleague,
    ended,
    field,
    find,
    focused,
    key,
    labels,
    line,
    name_of,
    opened,
    press,
)

__all__ = ["torn"]
Ctrl = Qt.KeyboardModifier.ControlModifier
LONG = " ".join(f"word{number}" for number in range(1200))


def conflict(qtbot: QtBot, app: AppFixture, server: DemoServer, ours: str, theirs: str) -> Session:
    """Submit an attribute that a colleague has changed meanwhile."""
    session = opened(qtbot, app, 210)
    session.editor.set_value("plan", ours)
    colleague(server, 210, plan=theirs)
    with ended(qtbot, session):
        press("Submit", app.window)
    return session


def inside(app: AppFixture, widget: QWidget) -> QRect:
    """Return the place of a widget in the window."""
    return QRect(widget.mapTo(app.window, QPoint()), widget.size())


def text_of(app: AppFixture, field_name: str, name: str) -> ValueText:
    return find(ValueText, name, field_of(app, field_name))


# The decision.


def test_nothing_is_preset_and_submit_waits_for_the_last_field(torn: AppFixture, server: DemoServer) -> None:
    submit = find(QPushButton, "Submit", group(torn))
    assert [row[-1] for row in rows(torn)] == ["", ""]
    assert not submit.isEnabled()
    choose(torn, "plan", "Take theirs")
    assert not submit.isEnabled()
    assert "1 of 2 chosen" in labels(group(torn))
    choose(torn, "Subject", "Keep mine")
    assert submit.isEnabled()
    assert mine(server) == []


def test_the_buttons_of_each_field_are_told_apart(torn: AppFixture) -> None:
    buttons = [each for each in group(torn).findChildren(QPushButton) if name_of(each) in ("Keep mine", "Take theirs")]
    assert [(name_of(each), each.accessibleDescription()) for each in buttons] == [
        ("Keep mine", "Subject"),
        ("Take theirs", "Subject"),
        ("Keep mine", "plan"),
        ("Take theirs", "plan"),
    ]
    choose(torn, "plan", "Take theirs")
    assert buttons[3].accessibleDescription() == "plan, chosen"
    assert buttons[3].text() == "✓ Take theirs"
    assert name_of(buttons[3]) == "Take theirs"


def test_a_choice_changes_no_size(torn: AppFixture) -> None:
    buttons = group(torn).findChildren(QPushButton)
    QApplication.processEvents()
    before = [each.size() for each in buttons]
    choose(torn, "Subject", "Keep mine")
    QApplication.processEvents()
    assert [each.size() for each in buttons] == before


def test_everything_by_keyboard(qtbot: QtBot, torn: AppFixture, server: DemoServer) -> None:
    assert focused() is group(torn)
    reached = []
    for _ in range(6):
        key(Qt.Key.Key_Tab)
        reached.append((name_of(focused()), focused().accessibleDescription()))
        if reached[-1] in (("Keep mine", "Subject"), ("Take theirs", "plan")):
            key(Qt.Key.Key_Space)
            qtbot.waitUntil(lambda: focused().accessibleDescription().endswith(", chosen"))
    assert reached == [
        ("Keep mine", "Subject"),
        ("Take theirs", "Subject"),
        ("Keep mine", "plan"),
        ("Take theirs", "plan"),
        ("Decide later", "Conflicts"),
        ("Submit", "Conflicts"),
    ]
    with answered(qtbot, torn.session):
        key(Qt.Key.Key_Space)
    assert mine(server) == [{"subject": "mine", "note": "llamar mañana", "región": "mine"}]


def test_submit_of_the_case_submits_the_decisions_or_goes_to_the_open_one(
    qtbot: QtBot, torn: AppFixture, server: DemoServer
) -> None:
    torn.window.resize(1366, 900)  # there is room for the notes too
    choose(torn, "Subject", "Keep mine")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in torn.window.findChildren(NoteList)))
    field("New note", torn.window).setFocus()
    key(Qt.Key.Key_Return, Ctrl)
    assert (name_of(focused()), focused().accessibleDescription()) == ("Keep mine", "plan")
    assert mine(server) == []
    choose(torn, "plan", "Keep mine")
    with answered(qtbot, torn.session):
        key(Qt.Key.Key_Return, Ctrl)
    assert len(mine(server)) == 1


def test_a_field_that_changes_again_is_asked_again_and_the_others_are_not(
    qtbot: QtBot, torn: AppFixture, server: DemoServer
) -> None:
    choose(torn, "Subject", "Keep mine")
    choose(torn, "plan", "Keep mine")
    colleague(server, 210, plan="theirs again")
    with answered(qtbot, torn.session):
        press("Submit", group(torn))
    assert rows(torn) == [("plan", "mine", "theirs again", "")]
    assert not find(QPushButton, "Submit", group(torn)).isEnabled()


def test_a_reload_keeps_the_decisions_made_so_far(qtbot: QtBot, torn: AppFixture) -> None:
    choose(torn, "plan", "Take theirs")
    with qtbot.waitSignal(torn.session.case_read):
        torn.session.load()
    assert [row[-1] for row in rows(torn)] == ["", Decision.THEIRS.value]


def test_another_submission_is_decided_anew(qtbot: QtBot, torn: AppFixture) -> None:
    choose(torn, "Subject", "Keep mine")
    choose(torn, "plan", "Keep mine")
    press("Decide later", group(torn))
    with answered(qtbot, torn.session):
        press("Back to draft", torn.window.current_view() or torn.window)
    with ended(qtbot, torn.session):
        press("Submit", torn.window)
    qtbot.waitUntil(lambda: bool(groups(torn)))
    assert [row[-1] for row in rows(torn)] == ["", ""]


# The focus.


def test_escape_puts_it_off_and_decide_comes_back_with_the_focus(torn: AppFixture) -> None:
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Escape)
    assert groups(torn) == []
    assert name_of(focused()) == "Decide…"
    key(Qt.Key.Key_Space)
    assert focused() is group(torn)


def test_after_the_decision_the_focus_is_where_it_was(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 210)
    line("Subject", app.window).setText("mine")
    colleague(server, 210, subject="theirs")
    note = field("New note", app.window)
    note.setFocus()
    with ended(qtbot, session):
        key(Qt.Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: focused() in groups(app))
    choose(app, "Subject", "Keep mine")
    find(QPushButton, "Submit", group(app)).setFocus()
    with answered(qtbot, session):
        key(Qt.Key.Key_Space)
    assert focused() is note


def test_who_goes_on_working_keeps_the_focus(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    app.window.resize(1366, 900)  # there is room for the notes too
    session = opened(qtbot, app, 210)
    line("Subject", app.window).setText("mine")
    colleague(server, 210, subject="theirs")
    note = field("New note", app.window)
    note.setFocus()
    key(Qt.Key.Key_Return, Ctrl)
    QTest.keyClicks(note, "more")
    qtbot.waitUntil(lambda: session.question is not None)
    qtbot.waitUntil(lambda: len(groups(app)) == 1)
    assert focused() is note
    assert note.toPlainText() == "more"


# The values.


def test_differing_words_are_underlined_and_read_out(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    conflict(qtbot, app, server, "call Ana tomorrow at 5", "call 😀 Ana today at 6")
    ours, theirs = text_of(app, "plan", "Mine"), text_of(app, "plan", "Theirs")
    marks = [[each.cursor.selectedText() for each in text.extraSelections()] for text in (ours, theirs)]
    assert marks == [["tomorrow", "5"], ["😀", "today", "6"]]
    assert all(each.format.fontUnderline() for each in ours.extraSelections())
    assert ours.accessibleDescription() == "Differs in “tomorrow”, “5”."
    assert theirs.accessibleDescription() == "Differs in “😀”, “today”, “6”."


def test_the_value_before_and_the_last_change_are_told(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    before = server.case(210)["subject"]
    session = opened(qtbot, app, 210)
    session.editor.set_subject("mine")
    colleague(server, 210, subject="theirs")
    with ended(qtbot, session):
        press("Submit", app.window)
    assert text_of(app, "Subject", "Before").toPlainText() == before
    assert "last change: demo, a moment ago" in labels(group(app))


def test_a_long_value_scrolls_in_its_card(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    conflict(qtbot, app, server, LONG, LONG.replace("word7 ", "other "))
    text = text_of(app, "plan", "Mine")
    assert text.toPlainText() == LONG
    assert text.height() < 5 * text.fontMetrics().lineSpacing()
    assert text.verticalScrollBar().maximum() > 0
    assert text.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert [each.cursor.selectedText() for each in text.extraSelections()] == ["word7"]


@pytest.mark.parametrize("value", ["<b>fett</b>", "&amp; <img src='file:///etc/passwd'>", "مرحبا 123 (a)", "a\nb"])
def test_a_value_is_plain_text(qtbot: QtBot, app: AppFixture, server: DemoServer, value: str) -> None:
    conflict(qtbot, app, server, "mine", value)
    assert text_of(app, "plan", "Theirs").toPlainText() == value
    assert all(each.textFormat() is not Qt.TextFormat.RichText for each in group(app).findChildren(QLabel))


# The room.


@pytest.fixture
def enlarge(qapp: QApplication) -> Iterator[Callable[[int], None]]:
    """Enlarge all texts, in percent, until the test ends."""
    font = QFont(qapp.font())
    yield lambda percent: qapp.setFont(scaled(font, percent))
    qapp.setFont(font)


@pytest.mark.parametrize("percent", [100, 150])
def test_submit_stays_in_sight_and_the_window_keeps_its_size(
    qtbot: QtBot, app: AppFixture, server: DemoServer, enlarge: Callable[[int], None], percent: int
) -> None:
    enlarge(percent)
    app.window.resize(1366, 768)
    session = opened(qtbot, app, 210)
    QApplication.processEvents()
    view = app.window.current_view()
    assert view
    assert app.window.size() == QSize(1366, 768)
    height = view.height()
    session.editor.set_subject(LONG)
    session.editor.set_value("plan", LONG)
    session.editor.set_value("región", LONG)
    colleague(server, 210, subject="theirs", plan=LONG.replace("word7 ", "other "), región="theirs")
    with ended(qtbot, session):
        press("Submit", app.window)
    qtbot.waitUntil(lambda: bool(groups(app)))
    QApplication.processEvents()
    assert view.minimumSizeHint().height() <= height
    buttons = [each for each in app.window.findChildren(QPushButton) if name_of(each) == "Submit" and each.isVisible()]
    assert len(buttons) == 2
    for button in (*buttons, find(QPushButton, "Decide later", app.window)):
        assert app.window.rect().contains(inside(app, button))
        assert button.visibleRegion().boundingRect() == button.rect()


def test_three_short_fields_are_in_sight_together(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    app.window.resize(1366, 740)  # a screen of 768 pixels, with a title bar
    session = opened(qtbot, app, 210)
    session.editor.set_subject("mine")
    session.editor.set_value("plan", "mine")
    session.editor.set_value("región", "mine")
    colleague(server, 210, subject="theirs", plan="theirs", región="theirs")
    with ended(qtbot, session):
        press("Submit", app.window)
    qtbot.waitUntil(lambda: bool(groups(app)))
    QApplication.processEvents()
    assert len(group(app).fields) == 3
    for each in group(app).fields:
        assert each.visibleRegion().boundingRect() == each.rect()


def test_the_notes_come_back_when_it_is_put_off(
    qtbot: QtBot, app: AppFixture, server: DemoServer, enlarge: Callable[[int], None]
) -> None:
    enlarge(150)
    app.window.resize(1366, 820)
    session = opened(qtbot, app, 210)
    note = find(QPlainTextEdit, "New note", app.window)
    QApplication.processEvents()
    before = inside(app, note)
    session.editor.set_value("plan", "mine")
    colleague(server, 210, plan="theirs")
    with ended(qtbot, session):
        press("Submit", app.window)
    press("Decide later", group(app))
    press("Decide…", app.window)
    choose(app, "plan", "Keep mine")
    with answered(qtbot, session):
        press("Submit", group(app))
    qtbot.waitUntil(lambda: (inside(app, note).y(), note.height()) == (before.y(), before.height()))
