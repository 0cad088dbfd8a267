"""A part of a case that a command goes to comes into sight: a question folds, the column beside the case opens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Row
from caseeditor.ui.case.attributes.table_view import AttributeTable
from caseeditor.ui.case.case_view import CaseView
from tests.ui.case.submit.test_conflicts import group, groups, torn
from tests.ui.parts import (
    AppFixture,
    focused,
    is_there,
    key,
    line,
    opened,
    press,
    side_of,
    typed,
    view,
)

__all__ = ["torn"]
Ctrl = Qt.KeyboardModifier.ControlModifier
_LOW = 470
"""Height of a window in which an open conflict leaves no room for the notes."""


def case_view(app: AppFixture) -> CaseView:
    found = app.window.current_view()
    assert found is not None
    return found


def new_note(app: AppFixture) -> QPlainTextEdit:
    """Return New note, also while it is hidden."""
    found = [each for each in case_view(app).findChildren(QPlainTextEdit) if each.accessibleName() == "New note"]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def crowded(qtbot: QtBot, torn: AppFixture) -> AppFixture:
    """Open the conflicts of case 210 in a window without room for its notes."""
    torn.window.resize(1366, _LOW)
    qtbot.waitUntil(lambda: not new_note(torn).isVisible())
    assert group(torn).isVisible()
    return torn


def has_focus_in_sight(within: QWidget) -> bool:
    return focused().isVisible() and (focused() is within or within.isAncestorOf(focused()))


def test_a_key_for_a_new_note_folds_the_question_that_hides_it(crowded: AppFixture) -> None:
    key(Qt.Key.Key_3, Ctrl)
    assert has_focus_in_sight(new_note(crowded))
    assert groups(crowded) == []
    assert is_there("Decide…", crowded.window)


def test_a_key_for_a_new_attribute_folds_the_question_that_hides_it(qtbot: QtBot, torn: AppFixture) -> None:
    torn.workspace.settings_store.change(attributes_in_middle=True)
    torn.window.resize(1366, _LOW)
    table = case_view(torn).findChildren(AttributeTable)[0]
    qtbot.waitUntil(lambda: not table.isVisible())
    key(Qt.Key.Key_4, Ctrl)
    assert has_focus_in_sight(table)


def test_a_key_for_notes_and_conversation_folds_the_question_that_hides_them(crowded: AppFixture) -> None:
    key(Qt.Key.Key_M, Ctrl)
    assert isinstance(focused(), QAbstractItemView)
    assert focused().isVisible()
    assert groups(crowded) == []


def test_a_match_in_the_notes_folds_the_question_that_hides_it(qtbot: QtBot, crowded: AppFixture) -> None:
    key(Qt.Key.Key_F, Ctrl)
    typed("con el cliente")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: groups(crowded) == [])
    assert view("Notes", crowded.window).currentIndex().isValid()


def test_the_focus_that_the_find_bar_gives_back_is_in_sight(qtbot: QtBot, torn: AppFixture) -> None:
    new_note(torn).setFocus()
    key(Qt.Key.Key_F, Ctrl)
    torn.window.resize(1366, _LOW)
    qtbot.waitUntil(lambda: not new_note(torn).isVisible())
    key(Qt.Key.Key_Escape)
    assert has_focus_in_sight(new_note(torn))


def test_where_there_is_room_the_question_stays(torn: AppFixture) -> None:
    torn.window.resize(1366, 1000)
    key(Qt.Key.Key_3, Ctrl)
    assert has_focus_in_sight(new_note(torn))
    assert group(torn).isVisible()


def test_a_problem_in_a_folded_column_opens_it(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 210)
    app.window.resize(780, 800)
    qtbot.waitUntil(side_of(app.window).isHidden)
    session.editor.set_row(None, Row("note", "x"))
    line("Subject", app.window).setFocus()
    press("Submit", app.window)
    assert has_focus_in_sight(side_of(app.window))
    assert server.case(210).get("note") is None
