"""If the outcome of a submission is unknown, the agent is asked beside the case, with the evidence."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.delivery.submission import ItWasStored, SendAgain, State
from caseeditor.domain.editing.edit import Edit
from caseeditor.ui.case.submit.doubt_group import DoubtGroup
from caseeditor.ui.messages.delivery import facts_lines
from caseeditor.ui.state.session import Session
from tests.ui.case.submit.test_submit import posts, with_note
from tests.ui.parts import (
    AppFixture,
    Heard,
    answered,
    do_posted,
    field,
    labels,
    name_of,
    opened,
    press,
    submit,
)
from tests.ui.scripted_server import ScriptedServer

SessionOf = Callable[[int], Session]
LOST = 9004
QUESTION = (
    f"We couldn't confirm that the changes to case {LOST} are on the server. "
    "The connection to {0} dropped before it answered."
)
BUTTONS = ["Send again", "It was stored", "Keep waiting", "Back to draft"]


def buttons(app: AppFixture) -> list[str]:
    """Return the question's visible buttons beside the case, out of four."""
    do_posted()
    view = app.window.current_view()
    assert view
    return [name_of(each) for each in view.findChildren(QPushButton) if each.isVisible() and name_of(each) in BUTTONS]


def ask(app: AppFixture, name: str) -> None:
    """Press a button of the question beside the case; the outbox has the same buttons."""
    view = app.window.current_view()
    assert view
    press(name, view)


@pytest.fixture
def asked(qtbot: QtBot, app: AppFixture) -> AppFixture:
    """Submit a note and a subject; the response is lost."""
    session = opened(qtbot, app, LOST)
    session.editor.set_subject("mine")
    field("New note", app.window).setPlainText("llamar mañana")
    submit(qtbot, session)
    assert session.question
    return app


def test_the_question_shows_the_facts_and_has_four_buttons(asked: AppFixture) -> None:
    question = QUESTION.format(asked.session.server.domain)
    assert asked.status == question
    assert asked.session.case
    said = labels(asked.window)
    assert f"We couldn't confirm that the changes to case {LOST} are on the server." in said
    assert "dropped before it answered. Checked " in said
    assert "tored" not in said
    assert "✗ Subject “mine” isn't on the server" in said
    assert "✗ New note “llamar mañana” isn't on the server" in said
    assert buttons(asked) == BUTTONS
    assert len(asked.workspace.deliveries.submissions) == 1


def test_what_a_colleague_does_meanwhile_is_told_with_the_facts(
    qtbot: QtBot, told_session: Session, scripted: ScriptedServer
) -> None:
    told_session.editor.set_note_text("llamar mañana")
    submit(qtbot, told_session)
    heard = Heard(told_session)
    note = {"date": 2, "text": "llamar hoy", "userName": "lucia"}
    scripted.case |= {"update_date": "2026-01-01T00:00:00+0000", "updated_by": "lucia"}
    scripted.case["notes"] = [*scripted.case["notes"], note]
    qtbot.waitUntil(lambda: bool(heard.messages))
    assert heard.last.lines == (
        "✗ New note “llamar mañana” isn't on the server",
        "lucia changed the case since.",
    )
    assert heard.last.actions == told_session.actions.answers


def test_send_again_holds_for_the_facts_that_were_shown_only(
    qtbot: QtBot, told_session: Session, scripted: ScriptedServer
) -> None:
    told_session.editor.set_note_text("llamar mañana")
    submit(qtbot, told_session)
    submission = told_session.submissions[0]
    assert submission.findings
    scripted.case["notes"] = [*scripted.case["notes"], {"date": 2, "text": "otra cosa", "userName": "demo"}]
    qtbot.waitUntil(lambda: told_session.submissions[0].findings != submission.findings)
    with answered(qtbot, told_session):
        told_session.submitter.answer(submission, SendAgain(submission.findings))
    assert told_session.question
    assert told_session.question.findings != submission.findings
    assert len(scripted.posted) == 1


def test_it_is_told_once_while_reads_go_on(qtbot: QtBot, asked: AppFixture, server: DemoServer) -> None:
    heard = Heard(asked.session)
    before = len(server.requests)
    qtbot.waitUntil(lambda: len(server.requests) >= before + 4)
    assert heard.messages == []
    assert len(posts(server)) == 1


def test_keep_waiting_leaves_the_question_and_goes_on_looking(
    qtbot: QtBot, asked: AppFixture, server: DemoServer
) -> None:
    ask(asked, "Keep waiting")
    assert asked.status == "Still checking the server."
    assert buttons(asked) == BUTTONS
    before = len(server.requests)
    qtbot.waitUntil(lambda: len(server.requests) >= before + 2)
    assert [submission.state for submission in asked.session.submissions] == [State.NEEDS_ANSWER]
    assert len(posts(server)) == 1


def test_it_is_asked_again_when_the_case_is_reloaded(qtbot: QtBot, asked: AppFixture) -> None:
    ask(asked, "Keep waiting")
    question = QUESTION.format(asked.session.server.domain)
    assert asked.status != question
    asked.session.load()
    qtbot.waitUntil(lambda: asked.status == question)
    assert buttons(asked) == BUTTONS


def test_it_was_stored_closes_it_as_the_agent_says(qtbot: QtBot, asked: AppFixture, server: DemoServer) -> None:
    with answered(qtbot, asked.session):
        ask(asked, "It was stored")
    assert asked.status.startswith("Submitted: stored, as you say, at ")
    assert asked.session.edit == Edit()
    assert asked.workspace.deliveries.submissions == {}
    assert buttons(asked) == []
    assert len(posts(server)) == 1


def test_send_again_sends_once_more_and_asks_anew(qtbot: QtBot, asked: AppFixture, server: DemoServer) -> None:
    with answered(qtbot, asked.session):
        ask(asked, "Send again")
    assert len(posts(server)) == 2
    assert posts(server)[0] == posts(server)[1]
    assert buttons(asked) == BUTTONS
    question = QUESTION.format(asked.session.server.domain)
    assert asked.status == question


def test_send_again_pressed_twice_sends_once(qtbot: QtBot, asked: AppFixture, server: DemoServer) -> None:
    submission = asked.session.submissions[0]
    assert submission.findings
    with answered(qtbot, asked.session):
        asked.session.submitter.answer(submission, SendAgain(submission.findings))
        asked.session.submitter.answer(submission, SendAgain(submission.findings))
    assert len(posts(server)) == 2


def test_back_to_draft_gives_everything_back(qtbot: QtBot, asked: AppFixture, server: DemoServer) -> None:
    with answered(qtbot, asked.session):
        ask(asked, "Back to draft")
    assert asked.session.editor.subject == "mine"
    assert [change.after for change in asked.session.list_changes()] == ["mine", "llamar mañana"]
    assert asked.window.isWindowModified()
    assert buttons(asked) == []
    assert len(posts(server)) == 1


def test_a_note_that_turns_up_ends_the_question_by_itself(
    qtbot: QtBot, told_session: Session, scripted: ScriptedServer
) -> None:
    told_session.editor.set_note_text("llamar mañana")
    submit(qtbot, told_session)
    heard = Heard(told_session)
    scripted.case["notes"] = [*scripted.case["notes"], {"date": 2, "text": "llamar mañana", "userName": "demo"}]
    qtbot.waitUntil(lambda: told_session.submissions == ())
    assert heard.last.text.startswith("Submitted: stored at ")
    assert told_session.question is None
    assert len(scripted.posted) == 1


def test_an_answer_to_a_question_that_is_over_does_nothing(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf
) -> None:
    session = with_note(qtbot, session_of(LOST))
    submit(qtbot, session)
    asked = session.submissions[0]
    assert asked.findings
    with answered(qtbot, session):
        session.submitter.answer(asked, ItWasStored())
    heard = Heard(session)
    session.submitter.answer(asked, SendAgain(asked.findings))
    session.editor.set_note_text("behind it")
    submit(qtbot, session)
    assert [dict(params)["note"] for _, params in posts(server)] == ["llamar mañana", "behind it"]
    assert "as you say" not in "".join(each.text for each in heard.messages)


def test_the_parts_stand_one_by_one_and_say_whether_they_are_there(
    qtbot: QtBot, told_session: Session, scripted: ScriptedServer
) -> None:
    told_session.editor.set_subject("mine")
    told_session.editor.set_note_text("llamar mañana")
    submit(qtbot, told_session)
    parent = QWidget()
    qtbot.addWidget(parent)
    group = DoubtGroup(told_session.actions, parent)
    assert told_session.question
    group.show_submission(told_session.question)
    lines = [each.text() for each in group.findChildren(QLabel)][2:]
    assert lines == ["✗ Subject “mine” isn't on the server", "✗ New note “llamar mañana” isn't on the server"]
    scripted.case["subject"] = "mine"
    qtbot.waitUntil(lambda: bool(told_session.question and "✓" in facts_lines(told_session.question)[0]))
    group.show_submission(told_session.question)
    do_posted()
    lines = [each.text() for each in group.findChildren(QLabel) if not each.isHidden()][2:]
    assert lines[0] == "✓ Subject “mine” is on the server"
    assert lines[1] == "✗ New note “llamar mañana” isn't on the server"


def test_how_often_and_when_the_server_was_asked(qtbot: QtBot, asked: AppFixture) -> None:
    times = re.compile(r"Checked (\d+) times since \d\d:\d\d; last at \d\d:\d\d\.")
    qtbot.waitUntil(lambda: bool(times.search(labels(asked.window))))

    def count() -> int:
        found = times.search(labels(asked.window))
        return int(found[1]) if found else 0

    first = count()
    qtbot.waitUntil(lambda: count() > first > 0)
