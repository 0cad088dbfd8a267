"""The foot: what is said of a case is said while its tab is there and shown, and while what it is about stands."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseeditor.domain.editing.edit import Row
from caseeditor.ui.case.attributes.model import VALUE
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.messages.message import Message, Severity
from tests.ui.grids import paste, rows
from tests.ui.parts import Office, answered, ended, is_there, key, labels, line, opened, press, submit

BACK = "in your draft again"
Ctrl = Qt.KeyboardModifier.ControlModifier


def said_anywhere(office: Office) -> str:
    """Return the foot's sentence and those of the bars."""
    return "\n".join((office.status, labels(office.window)))


def rejected(qtbot: QtBot, office: Office) -> None:
    """Have the changes of a case rejected."""
    session = opened(qtbot, office, 9005)
    line("Subject", office.window).setText("Prueba")
    submit(qtbot, session)
    assert BACK in office.status
    assert BACK in labels(office.window)


# A case's tab.


def test_what_was_said_of_a_case_goes_with_its_tab(window: MainWindow, office: Office) -> None:
    press("Close case 203", window)
    assert office.status == ""


def test_with_a_tab_goes_what_was_said_of_its_failure(qtbot: QtBot, office: Office) -> None:
    line("Case id or link", office.window).setText("99999")
    press("Open case", office.window)
    qtbot.waitUntil(lambda: "knows no such case" in office.status)
    press("Close case 99999", office.window)
    assert office.status == ""


def test_the_case_that_comes_to_the_front_has_its_own_sentence_again(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    submitted = line("Subject", window)
    submitted.setText("changed")
    stored = submit(qtbot, office.session).text
    opened(qtbot, office, 210)
    key(Qt.Key.Key_PageUp, Ctrl)
    assert office.status == stored
    key(Qt.Key.Key_PageDown, Ctrl)
    assert office.status == "Case 210 opened"
    press("Close case 210", window)
    assert office.status == stored


def test_what_is_told_of_a_case_elsewhere_stays_until_that_is_shown_or_closed(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    session = office.session
    opened(qtbot, office, 210)
    opened(qtbot, office, 211)
    session.message_emitted.emit(Message("It was lost.", Severity.ERROR, transient=True))
    assert office.status == "Case 203: It was lost."
    key(Qt.Key.Key_PageUp, Ctrl)
    assert office.status == "Case 203: It was lost."
    key(Qt.Key.Key_PageUp, Ctrl)
    assert office.status == "It was lost."
    key(Qt.Key.Key_PageUp, Ctrl)
    assert office.status == "Case 211 opened"
    session.message_emitted.emit(Message("It was found.", transient=True))
    press("Close case 203", window)
    assert office.status == "Case 211 opened"


def test_what_is_about_no_case_stays_whatever_tab_is_shown(qtbot: QtBot, window: MainWindow, office: Office) -> None:
    opened(qtbot, office, 210)
    office.workspace.account.sign_out()
    qtbot.waitUntil(lambda: office.status.startswith("Signed out."))
    key(Qt.Key.Key_PageUp, Ctrl)
    press("Close case 210", window)
    assert office.status.startswith("Signed out.")


def test_a_case_that_opened_behind_other_news_is_not_said_to_be_opening_later(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    first = office.session
    line("Case id or link", window).setText("210")
    press("Open case", window)
    first.message_emitted.emit(Message("It was stored.", Severity.GOOD, sticky=True))
    qtbot.waitUntil(lambda: line("Subject", window).isVisible() and office.session.case is not None)
    qtbot.waitUntil(lambda: "210" in window.windowTitle())
    assert office.status == "Case 203: It was stored."
    key(Qt.Key.Key_PageUp, Ctrl)
    key(Qt.Key.Key_PageDown, Ctrl)
    assert office.status == "Case 210 opened"


def test_the_question_about_a_link_goes_with_the_tab_it_was_asked_in(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    opened(qtbot, office, 210)
    press("Case page ↗", window)
    assert "Open this link in your browser?" in labels(window)
    key(Qt.Key.Key_PageUp, Ctrl)
    assert "Open this link in your browser?" not in labels(window)


# The changes of a case.


def test_discarding_what_came_back_ends_what_was_said_of_it(qtbot: QtBot, office: Office) -> None:
    rejected(qtbot, office)
    press("Discard changes", office.window)
    assert BACK not in said_anywhere(office)
    assert office.status == "Changes discarded. Ctrl+Z brings them back."


def test_undoing_the_return_of_changes_ends_what_was_said_of_it(qtbot: QtBot, office: Office) -> None:
    rejected(qtbot, office)
    office.session.editor.set_note_text("más")
    assert BACK in office.status
    key(Qt.Key.Key_Z, Ctrl)
    assert BACK in office.status
    assert BACK in labels(office.window)
    key(Qt.Key.Key_Z, Ctrl)
    assert BACK not in said_anywhere(office)


def test_submitting_what_came_back_ends_what_was_said_of_it(qtbot: QtBot, office: Office) -> None:
    rejected(qtbot, office)
    with ended(qtbot, office.session):
        press("Submit", office.window)
        assert BACK not in said_anywhere(office)
    assert BACK in said_anywhere(office)  # it was rejected once more


def test_taking_back_what_came_back_by_hand_ends_what_was_said_of_it(qtbot: QtBot, office: Office) -> None:
    rejected(qtbot, office)
    line("Subject", office.window).setText(office.session.subject_read)
    assert BACK not in said_anywhere(office)


def test_what_was_taken_back_out_of_the_outbox_is_said_to_be_in_the_draft_until_it_is_discarded(
    qtbot: QtBot, office: Office
) -> None:
    session = opened(qtbot, office, 9004)
    session.editor.set_note_text("llamar mañana")
    submit(qtbot, session)
    with answered(qtbot, session):
        press("Back to draft", office.window.current_view() or office.window)
    qtbot.waitUntil(lambda: BACK in said_anywhere(office))
    press("Discard changes", office.window)
    assert BACK not in said_anywhere(office)


def test_another_tabs_sentence_about_a_draft_goes_with_that_draft_too(qtbot: QtBot, office: Office) -> None:
    rejected(qtbot, office)
    session = office.session
    opened(qtbot, office, 203)
    session.editor.discard()
    key(Qt.Key.Key_PageUp, Ctrl)
    assert BACK not in said_anywhere(office)


def test_changes_that_were_brought_back_are_not_said_to_be_discarded(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    opened(qtbot, office, 210)
    line("Subject", window).setText("changed")
    press("Discard changes", window)
    assert office.status.startswith("Changes discarded.")
    key(Qt.Key.Key_Z, Ctrl)
    assert office.status == ""
    press("Close case 210", window)  # once the draft is on disk
    qtbot.waitUntil(lambda: office.status == "Case 203 opened")


def test_that_nothing_is_changed_is_not_said_once_something_is(window: MainWindow, office: Office) -> None:
    press("Submit", window)
    assert office.status == "There is nothing to submit: nothing is changed."
    line("Subject", window).setText("changed")
    assert office.status == ""


def test_what_hinders_submitting_is_not_said_once_it_is_mended(window: MainWindow, office: Office) -> None:
    office.session.editor.set_row(None, Row("note", "x"))
    press("Submit", window)
    assert "Nothing was sent." in office.status
    assert "Nothing was sent." in labels(window)
    office.session.editor.undo()
    assert "Nothing was sent." not in said_anywhere(office)


@pytest.mark.usefixtures("window")
def test_what_was_done_is_not_said_once_it_is_undone(office: Office) -> None:
    session = office.session
    session.editor.add_tags(["uno", "dos"], "")
    assert office.status == "Tags added: 2"
    session.editor.undo()
    assert office.status == ""
    session.editor.add_tags(["uno"], "")
    session.editor.set_tag_text("uno")
    session.editor.add_tag()
    assert office.status == "“uno” exists already."
    session.editor.undo()
    assert office.status == ""
    session.editor.set_row(None, Row("id", "1"))
    session.editor.leave_out_reserved()
    assert office.status == "Left out: id. Ctrl+Z undoes it."
    session.editor.undo()
    assert office.status == ""


def test_what_pasted_attributes_lack_is_said_until_it_is_undone_or_left_out(window: MainWindow, office: Office) -> None:
    session = office.session
    grid = window.findChildren(AttributeGrid)[0]
    paste(grid, "id\t204\r\nnombre\tx\r\n", rows(grid).rowCount() - 1)
    assert is_there("Leave out id", window)
    session.editor.set_subject("otro")  # the offer stands while the name does
    assert is_there("Leave out id", window)
    session.editor.undo()
    session.editor.undo()
    assert "Reserved" not in said_anywhere(office)
    assert not is_there("Leave out id", window)


def test_lines_that_found_no_place_are_said_until_the_paste_is_undone(window: MainWindow, office: Office) -> None:
    grid = window.findChildren(AttributeGrid)[0]
    paste(grid, "nuevo\t\r\n", rows(grid).rowCount() - 1)
    paste(grid, "uno\r\ndos\r\n", rows(grid).rowCount() - 2, VALUE)
    assert "Lines that don't fit" in labels(window)
    office.session.editor.set_subject("otro")
    assert "Lines that don't fit" in labels(window)
    office.session.editor.undo()
    office.session.editor.undo()
    assert "Lines that don't fit" not in said_anywhere(office)
