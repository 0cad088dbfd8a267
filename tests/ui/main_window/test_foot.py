"""The foot: a message about a case lasts while the case's tab is shown and the message applies."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from caseeditor.domain.editing.edit import Row
from caseeditor.ui.case.attributes.model import VALUE
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.messages.message import Message, Severity
from tests.ui.grids import paste, rows
from tests.ui.parts import (
    AppFixture,
    answered,
    choose_of_case,
    ended,
    is_there,
    key,
    labels,
    line,
    opened,
    press,
    submit,
)

BACK = "back in the draft"
Ctrl = Qt.KeyboardModifier.ControlModifier


def said_anywhere(app: AppFixture) -> str:
    """Return the foot's text and those of the bars."""
    return "\n".join((app.status, labels(app.window)))


def rejected(qtbot: QtBot, app: AppFixture) -> None:
    """Reject the changes of a case."""
    session = opened(qtbot, app, 9005)
    line("Subject", app.window).setText("Prueba")
    submit(qtbot, session)
    assert BACK in app.status
    assert BACK in labels(app.window)


# A case's tab.


def test_what_was_said_of_a_case_goes_with_its_tab(window: MainWindow, app: AppFixture) -> None:
    press("Close case 203", window)
    assert app.status == ""


def test_with_a_tab_goes_what_was_said_of_its_failure(qtbot: QtBot, app: AppFixture) -> None:
    line("Case id or link", app.window).setText("99999")
    press("Open case", app.window)
    qtbot.waitUntil(lambda: "has no such case" in app.status)
    key(Qt.Key.Key_W, Ctrl)  # nothing of the case is there beside its tab, which is the only one
    assert app.status == ""


def test_the_case_that_comes_to_the_front_has_its_own_sentence_again(
    qtbot: QtBot, window: MainWindow, app: AppFixture
) -> None:
    submitted = line("Subject", window)
    submitted.setText("changed")
    stored = submit(qtbot, app.session).text
    opened(qtbot, app, 210)
    key(Qt.Key.Key_PageUp, Ctrl)
    assert app.status == stored
    key(Qt.Key.Key_PageDown, Ctrl)
    assert app.status == "Case 210 opened"
    press("Close case 210", window)
    assert app.status == stored


def test_what_is_told_of_a_case_elsewhere_stays_until_that_is_shown_or_closed(
    qtbot: QtBot, window: MainWindow, app: AppFixture
) -> None:
    session = app.session
    opened(qtbot, app, 210)
    opened(qtbot, app, 211)
    session.message_emitted.emit(Message("It was lost.", Severity.ERROR, transient=True))
    assert app.status == "Case 203: It was lost."
    key(Qt.Key.Key_PageUp, Ctrl)
    assert app.status == "Case 203: It was lost."
    key(Qt.Key.Key_PageUp, Ctrl)
    assert app.status == "It was lost."
    key(Qt.Key.Key_PageUp, Ctrl)
    assert app.status == "Case 211 opened"
    session.message_emitted.emit(Message("It was found.", transient=True))
    press("Close case 203", window)
    assert app.status == "Case 211 opened"


def test_what_is_about_no_case_stays_whatever_tab_is_shown(qtbot: QtBot, window: MainWindow, app: AppFixture) -> None:
    opened(qtbot, app, 210)
    app.workspace.account.sign_out()
    qtbot.waitUntil(lambda: app.status.startswith("Signed out."))
    key(Qt.Key.Key_PageUp, Ctrl)
    press("Close case 210", window)
    assert app.status.startswith("Signed out.")


def test_a_case_that_opened_behind_other_news_is_not_said_to_be_opening_later(
    qtbot: QtBot, window: MainWindow, app: AppFixture
) -> None:
    first = app.session
    line("Case id or link", window).setText("210")
    press("Open case", window)
    first.message_emitted.emit(Message("It was stored.", Severity.GOOD, sticky=True))
    qtbot.waitUntil(lambda: line("Subject", window).isVisible() and app.session.case is not None)
    qtbot.waitUntil(lambda: "210" in window.windowTitle())
    assert app.status == "Case 203: It was stored."
    key(Qt.Key.Key_PageUp, Ctrl)
    key(Qt.Key.Key_PageDown, Ctrl)
    assert app.status == "Case 210 opened"


def test_the_question_about_a_link_goes_with_the_tab_it_was_asked_in(
    qtbot: QtBot, window: MainWindow, app: AppFixture
) -> None:
    opened(qtbot, app, 210)
    choose_of_case("Case page ↗", window)
    assert "Open this link in your browser?" in labels(window)
    key(Qt.Key.Key_PageUp, Ctrl)
    assert "Open this link in your browser?" not in labels(window)


# The changes of a case.


def test_discarding_what_came_back_ends_what_was_said_of_it(qtbot: QtBot, app: AppFixture) -> None:
    rejected(qtbot, app)
    press("Discard changes", app.window)
    assert BACK not in said_anywhere(app)
    assert app.status == "Changes discarded. Press Ctrl+Z to undo."


def test_undoing_the_return_of_changes_ends_what_was_said_of_it(qtbot: QtBot, app: AppFixture) -> None:
    rejected(qtbot, app)
    app.session.editor.set_note_text("más")
    assert BACK in app.status
    key(Qt.Key.Key_Z, Ctrl)
    assert BACK in app.status
    assert BACK in labels(app.window)
    key(Qt.Key.Key_Z, Ctrl)
    assert BACK not in said_anywhere(app)


def test_submitting_what_came_back_ends_what_was_said_of_it(qtbot: QtBot, app: AppFixture) -> None:
    rejected(qtbot, app)
    with ended(qtbot, app.session):
        press("Submit", app.window)
        assert BACK not in said_anywhere(app)
    assert BACK in said_anywhere(app)  # it was rejected once more


def test_taking_back_what_came_back_by_hand_ends_what_was_said_of_it(qtbot: QtBot, app: AppFixture) -> None:
    rejected(qtbot, app)
    line("Subject", app.window).setText(app.session.subject_read)
    assert BACK not in said_anywhere(app)


def test_what_was_taken_back_out_of_the_outbox_is_said_to_be_in_the_draft_until_it_is_discarded(
    qtbot: QtBot, app: AppFixture
) -> None:
    session = opened(qtbot, app, 9004)
    session.editor.set_note_text("llamar mañana")
    submit(qtbot, session)
    with answered(qtbot, session):
        press("Back to draft", app.window.current_view() or app.window)
    qtbot.waitUntil(lambda: BACK in said_anywhere(app))
    press("Discard changes", app.window)
    assert BACK not in said_anywhere(app)


def test_another_tabs_sentence_about_a_draft_goes_with_that_draft_too(qtbot: QtBot, app: AppFixture) -> None:
    rejected(qtbot, app)
    session = app.session
    opened(qtbot, app, 203)
    session.editor.discard()
    key(Qt.Key.Key_PageUp, Ctrl)
    assert BACK not in said_anywhere(app)


def test_the_menu_offers_to_discard_changes_only_where_there_are_some(
    qtbot: QtBot, window: MainWindow, app: AppFixture
) -> None:
    action = next(each for each in window.findChildren(QAction) if each.text() == "Discard changes")
    assert not action.isEnabled()
    opened(qtbot, app, 210)
    assert not action.isEnabled()
    line("Subject", window).setText("changed")
    assert action.isEnabled()
    action.trigger()
    assert not action.isEnabled()
    key(Qt.Key.Key_Z, Ctrl)
    assert action.isEnabled()


def test_changes_that_were_brought_back_are_not_said_to_be_discarded(
    qtbot: QtBot, window: MainWindow, app: AppFixture
) -> None:
    opened(qtbot, app, 210)
    line("Subject", window).setText("changed")
    press("Discard changes", window)
    assert app.status.startswith("Changes discarded.")
    key(Qt.Key.Key_Z, Ctrl)
    assert app.status == ""
    press("Close case 210", window)  # once the draft is on disk
    qtbot.waitUntil(lambda: app.status == "Case 203 opened")


def test_that_nothing_is_changed_is_not_said_once_something_is(window: MainWindow, app: AppFixture) -> None:
    press("Submit", window)
    assert app.status == "Nothing to submit: no changes."
    line("Subject", window).setText("changed")
    assert app.status == ""


def test_what_hinders_submitting_is_not_said_once_it_is_mended(window: MainWindow, app: AppFixture) -> None:
    app.session.editor.set_row(None, Row("note", "x"))
    press("Submit", window)
    assert "Nothing was sent." in app.status
    assert "Nothing was sent." in labels(window)
    app.session.editor.undo()
    assert "Nothing was sent." not in said_anywhere(app)


@pytest.mark.usefixtures("window")
def test_what_was_done_is_not_said_once_it_is_undone(app: AppFixture) -> None:
    session = app.session
    session.editor.add_tags(["uno", "dos"], "")
    assert app.status == "Tags added: 2"
    session.editor.undo()
    assert app.status == ""
    session.editor.add_tags(["uno"], "")
    session.editor.set_tag_text("uno")
    session.editor.add_tag()
    assert app.status == "“uno” already exists."
    session.editor.undo()
    assert app.status == ""
    session.editor.set_row(None, Row("id", "1"))
    session.editor.leave_out_reserved()
    assert app.status == "Left out: id. Press Ctrl+Z to undo."
    session.editor.undo()
    assert app.status == ""


def test_what_pasted_attributes_lack_is_said_until_it_is_undone_or_left_out(
    window: MainWindow, app: AppFixture
) -> None:
    session = app.session
    grid = next(each for each in window.findChildren(AttributeGrid) if each.isVisible())
    paste(grid, "id\t204\r\nnombre\tx\r\n", rows(grid).rowCount() - 1)
    assert is_there("Leave out id", window)
    session.editor.set_subject("otro")  # the offer stays while the name does
    assert is_there("Leave out id", window)
    session.editor.undo()
    session.editor.undo()
    assert "Reserved" not in said_anywhere(app)
    assert not is_there("Leave out id", window)


def test_lines_that_found_no_place_are_said_until_the_paste_is_undone(window: MainWindow, app: AppFixture) -> None:
    grid = next(each for each in window.findChildren(AttributeGrid) if each.isVisible())
    paste(grid, "nuevo\t\r\n", rows(grid).rowCount() - 1)
    paste(grid, "uno\r\ndos\r\n", rows(grid).rowCount() - 2, VALUE)
    assert "Lines that don't fit" in labels(window)
    app.session.editor.set_subject("otro")
    assert "Lines that don't fit" in labels(window)
    app.session.editor.undo()
    app.session.editor.undo()
    assert "Lines that don't fit" not in said_anywhere(app)
