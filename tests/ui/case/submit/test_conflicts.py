"""Conflicting changes to a field: nothing is sent before the agent has decided, side by side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.case.submit.conflict_group import ConflictGroup
from caseeditor.ui.case.submit.field_conflict import FieldConflict
from caseeditor.ui.history.dialog import HistoryDialog
from caseeditor.ui.state.session import Session
from tests.ui.case.submit.test_submit import posts
from tests.ui.parts import (
    AppFixture,
    answered,
    colleague,
    ended,
    field,
    find,
    is_there,
    key,
    labels,
    name_of,
    opened,
    press,
    submit,
)


def groups(app: AppFixture) -> list[ConflictGroup]:
    return [each for each in app.window.findChildren(ConflictGroup) if each.isVisible()]


def group(app: AppFixture) -> ConflictGroup:
    assert len(groups(app)) == 1
    return groups(app)[0]


def field_of(app: AppFixture, name: str) -> FieldConflict:
    return find(FieldConflict, name, group(app))


def rows(app: AppFixture) -> list[tuple[str, ...]]:
    """Return the name of each field, the two values and the decision."""
    return [
        (
            name_of(each),
            find(QPlainTextEdit, "Mine", each).toPlainText(),
            find(QPlainTextEdit, "Theirs", each).toPlainText(),
            each.decision.value if each.decision else "",
        )
        for each in group(app).fields
    ]


def choose(app: AppFixture, field: str, button: str) -> None:
    press(button, field_of(app, field))


def keep_all(app: AppFixture) -> None:
    for each in group(app).fields:
        press("Keep mine", each)


@pytest.fixture
def torn(qtbot: QtBot, app: AppFixture, server: DemoServer) -> AppFixture:
    """Submit two fields that a colleague has changed meanwhile, and one without a conflict."""
    session = opened(qtbot, app, 210)
    session.editor.set_subject("mine")
    session.editor.set_value("plan", "mine")
    session.editor.set_value("región", "mine")
    session.editor.set_note_text("llamar mañana")
    colleague(server, 210, subject="theirs", plan="theirs", note="Hablé con el cliente")
    with ended(qtbot, session):
        press("Submit", app.window)
    return app


def mine(server: DemoServer) -> list[dict[str, str]]:
    """Return the updates sent by the program, without the colleague's."""
    return [dict(params) for _, params in posts(server)][1:]


def test_both_sides_are_shown_and_nothing_is_sent(torn: AppFixture, server: DemoServer) -> None:
    assert name_of(group(torn)) == "Conflicts"
    assert rows(torn) == [("Subject", "mine", "theirs", ""), ("plan", "mine", "theirs", "")]
    assert torn.session.submissions[0].state is State.CONFLICTED
    assert torn.status == "A colleague changed the same fields of case 210. Choose which to keep."
    assert mine(server) == []


def test_they_wait_for_who_is_typing_and_can_be_decided_at_once(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_subject("mine")
    colleague(server, 210, subject="theirs")
    note = field("New note", app.window)
    note.setFocus()
    session.submit()
    QTest.keyClicks(note, "Una nota")
    qtbot.waitUntil(lambda: bool(session.submissions) and session.submissions[0].state is State.CONFLICTED)
    QTest.keyClicks(note, " larga")
    qtbot.waitUntil(lambda: is_there("Decide…", app.window))
    assert groups(app) == []
    assert note.toPlainText() == "Una nota larga"
    press("Decide…", app.window)
    assert group(app).isVisible()


def test_they_come_once_nobody_types(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_subject("mine")
    colleague(server, 210, subject="theirs")
    session.submit()
    QTest.keyClicks(field("New note", app.window), "Una nota")
    qtbot.waitUntil(lambda: len(groups(app)) == 1)


def test_keep_mine_sends_mine(qtbot: QtBot, torn: AppFixture, server: DemoServer) -> None:
    keep_all(torn)
    with answered(qtbot, torn.session):
        press("Submit", group(torn))
    assert mine(server) == [{"subject": "mine", "note": "llamar mañana", "plan": "mine", "región": "mine"}]
    assert torn.status.startswith("Submitted: stored at ")
    assert groups(torn) == []
    assert [note["text"] for note in server.case(210)["notes"]][-2:] == ["Hablé con el cliente", "llamar mañana"]


def test_take_theirs_leaves_theirs_and_says_so(qtbot: QtBot, torn: AppFixture, server: DemoServer) -> None:
    choose(torn, "Subject", "Take theirs")
    choose(torn, "plan", "Keep mine")
    assert rows(torn)[0][-1] == "theirs"
    with answered(qtbot, torn.session):
        press("Submit", group(torn))
    assert mine(server) == [{"note": "llamar mañana", "plan": "mine", "región": "mine"}]
    assert server.case(210)["subject"] == "theirs"
    assert torn.session.editor.subject == "theirs"
    assert torn.session.edit == Edit()
    assert "Fields you left to your colleague weren't sent." in labels(torn.window)


def test_a_choice_can_be_changed_before_submitting(qtbot: QtBot, torn: AppFixture, server: DemoServer) -> None:
    choose(torn, "Subject", "Take theirs")
    choose(torn, "plan", "Take theirs")
    choose(torn, "Subject", "Keep mine")
    assert [row[-1] for row in rows(torn)] == ["mine", "theirs"]
    with answered(qtbot, torn.session):
        press("Submit", group(torn))
    assert mine(server) == [{"subject": "mine", "note": "llamar mañana", "región": "mine"}]


def test_conflicted_later_sends_nothing_and_can_be_come_back_to(
    qtbot: QtBot, torn: AppFixture, server: DemoServer
) -> None:
    press("Decide later", group(torn))
    assert groups(torn) == []
    assert mine(server) == []
    press("Decide…", torn.window)
    keep_all(torn)
    with answered(qtbot, torn.session):
        press("Submit", group(torn))
    assert len(mine(server)) == 1


def test_a_colleague_who_goes_on_is_a_conflict_again(qtbot: QtBot, torn: AppFixture, server: DemoServer) -> None:
    colleague(server, 210, subject="theirs again")
    keep_all(torn)
    with answered(qtbot, torn.session):
        press("Submit", group(torn))
    assert rows(torn) == [("Subject", "mine", "theirs again", "")]


def test_it_can_go_back_to_the_draft_instead(qtbot: QtBot, torn: AppFixture, server: DemoServer) -> None:
    press("Decide later", group(torn))
    view = torn.window.current_view()
    assert view
    with answered(qtbot, torn.session):
        press("Back to draft", view)
    assert torn.session.editor.subject == "mine"
    assert len(torn.session.list_changes()) == 4
    assert mine(server) == []


def test_the_question_goes_as_soon_as_it_is_decided(qtbot: QtBot, torn: AppFixture) -> None:
    session, view = torn.session, torn.window.current_view()
    assert view
    seen: list[bool] = []

    def look() -> None:
        if session.submissions and not session.question:
            seen.append("Choose which to keep" in labels(view))

    keep_all(torn)
    session.state_changed.connect(look)
    with answered(qtbot, session):
        press("Submit", group(torn))
    assert set(seen) == {False}


def test_the_same_value_on_both_sides_is_no_conflict(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_value("plan", "mine")
    colleague(server, 210, plan="mine")
    submit(qtbot, session)
    assert app.status.startswith("Submitted: stored at ")
    assert mine(server) == []


def test_enter_that_was_meant_for_something_else_decides_nothing(torn: AppFixture, server: DemoServer) -> None:
    assert QApplication.focusWidget() is group(torn)
    for which in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        key(which)
    assert [row[-1] for row in rows(torn)] == ["", ""]
    assert mine(server) == []


def torn_behind(qtbot: QtBot, app: AppFixture, server: DemoServer) -> Session:
    """Submit a conflicting change while the agent works elsewhere."""
    session = next(each for each in app.workspace.sessions.values() if each.case_id == "210")
    session.editor.set_subject("mine")
    colleague(server, 210, subject="theirs")
    submit(qtbot, session)
    assert session.submissions[0].state is State.CONFLICTED
    return session


def test_a_case_that_is_not_in_front_waits_with_its_question(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 210)
    opened(qtbot, app, 203)
    torn_behind(qtbot, app, server)
    assert groups(app) == []
    app.workspace.cases.session_wanted.emit(session)
    assert groups(app) == []
    press("Decide…", app.window)
    assert rows(app) == [("Subject", "mine", "theirs", "")]


def test_a_question_does_not_come_over_another_group(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    opened(qtbot, app, 210)
    app.window.dialogs.show_history()
    history = app.window.findChild(HistoryDialog)
    assert isinstance(history, HistoryDialog)
    torn_behind(qtbot, app, server)
    assert groups(app) == []
    history.reject()
    assert "Choose which to keep" in labels(app.window)
    press("Decide…", app.window)
    assert group(app).isVisible()


def test_another_message_leaves_the_question_where_it_is(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = opened(qtbot, app, 210)
    opened(qtbot, app, 203)
    torn_behind(qtbot, app, server)
    app.workspace.cases.session_wanted.emit(session)
    session.editor.set_row(None, Row("note", "x"))
    session.submit()
    view = app.window.current_view()
    assert view
    assert "“note” is reserved" in labels(view)
    assert "Choose which to keep" in labels(view)
    session.editor.undo()
    assert "“note” is reserved" not in labels(view)
    press("Decide…", view)
    assert group(app).isVisible()
