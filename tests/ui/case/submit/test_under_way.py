"""Text typed, restored or undone while the server is busy is neither lost nor sent twice."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QTabWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit
from caseeditor.ui.case.attributes.model import NAME, VALUE
from caseeditor.ui.state.session import Session
from tests.ui.case.attributes.test_grid import go_to, model
from tests.ui.case.submit.test_submit import with_note
from tests.ui.parts import AppFixture, focused, is_there, key, load, opened, press, showing, submit, typed

SessionOf = Callable[[int], Session]


def test_undo_and_redo_after_a_refusal_do_not_make_a_note_two(qtbot: QtBot, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(9005))
    submit(qtbot, session)
    session.editor.undo()
    session.editor.redo()
    assert [change.after for change in session.list_changes()] == ["llamar mañana"]


def test_undo_after_a_refusal_takes_the_note_back(qtbot: QtBot, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(9005))
    submit(qtbot, session)
    session.editor.undo()
    assert session.list_changes() == ()


def test_undo_and_redo_during_a_submission_leave_no_second_note(qtbot: QtBot, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(9021))
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda: not session.is_submitting):
        session.submit()
        session.editor.undo()
        session.editor.redo()
    assert session.edit == Edit()


def test_a_read_that_began_before_an_update_does_not_hide_it(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf
) -> None:
    session = load(qtbot, session_of(9001))
    session.editor.set_subject("sent")
    session.load()
    qtbot.waitUntil(lambda: sum(request.path.endswith("/9001") for request in server.requests) == 2)
    submit(qtbot, session)
    qtbot.waitUntil(lambda: not session.is_reading)
    assert server.case(9001)["subject"] == "sent"
    assert session.editor.subject == "sent"


def test_a_subject_put_back_during_a_submission_stays_so(qtbot: QtBot, session_of: SessionOf) -> None:
    session = load(qtbot, session_of(9021))
    before = session.editor.subject
    session.editor.set_subject("sent")
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda: not session.is_submitting):
        session.submit()
        session.editor.set_subject(before)
    assert session.editor.subject == before


def test_a_tag_taken_out_during_a_submission_is_to_be_removed(qtbot: QtBot, session_of: SessionOf) -> None:
    session = load(qtbot, session_of(9021))
    session.editor.set_tag_text("vip")
    session.editor.add_tag()
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda: not session.is_submitting):
        session.submit()
        session.editor.remove_tag("vip")
    assert session.edit.tags == {"vip": False}


def test_an_answer_leaves_what_is_being_typed_in_a_value(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 9021)
    session.editor.set_subject("sent")
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda: not session.is_submitting):
        press("Submit", app.window)
        go_to(app, 0, VALUE)
        typed("typed meanwhile")
    editor = focused()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == "typed meanwhile"


def test_typing_on_in_a_new_row_during_its_submission_is_kept(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 9021)
    last = model(app).rowCount() - 1
    go_to(app, last, NAME)
    typed("uno")
    key(Qt.Key.Key_Tab)
    typed("1")
    key(Qt.Key.Key_Return)
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda: not session.is_submitting):
        press("Submit", app.window)
        go_to(app, last, VALUE)
        typed("two")
    editor = focused()
    kept = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else str(session.list_changes())
    assert "two" in kept


def test_a_reload_leaves_what_is_being_typed_in_a_new_row(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 210)
    go_to(app, 8, NAME)
    typed("uno")
    key(Qt.Key.Key_Tab)
    typed("half")
    assert session.case
    showing(session, session.case)
    editor = focused()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == "half"


def test_the_mark_goes_from_a_tab_in_the_background(qtbot: QtBot, app: AppFixture) -> None:
    first = opened(qtbot, app, 9021)
    first.editor.set_note_text("x")
    with qtbot.waitSignal(first.state_changed, check_params_cb=lambda: not first.is_submitting):
        first.submit()
        opened(qtbot, app, 203)
    tabs = app.window.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    assert "•" not in tabs.tabText(0)


def test_cancelling_is_told(qtbot: QtBot, app: AppFixture) -> None:
    app.workspace.opener.open_text("9002")
    qtbot.waitUntil(lambda: is_there("Cancel", app.window))
    press("Cancel", app.window)
    assert not app.status.startswith("Opening")


def test_closing_the_window_without_changes_asks_nothing_and_closes(app: AppFixture) -> None:
    app.window.close()
    assert not app.window.isVisible()
