"""*Submit and next* in a case with an open question: its decisions are submitted, and never passed over."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.ui.case.submit.review_dialog import ReviewDialog
from tests.ui.case.submit.test_conflicts import choose, group, groups, keep_all, mine
from tests.ui.next_cases import in_front, listed, note, submit_and_next, submit_by_key
from tests.ui.parts import AppFixture, colleague, field, focused, key, name_of, press


@pytest.fixture
def torn(qtbot: QtBot, app: AppFixture, server: DemoServer) -> AppFixture:
    """Submit two fields that a colleague has changed meanwhile, in the first case of a list."""
    session = listed(qtbot, app, 210, 203)
    session.editor.set_subject("mine")
    session.editor.set_value("plan", "mine")
    colleague(server, 210, subject="theirs", plan="theirs")
    submit_by_key()
    qtbot.waitUntil(lambda: len(groups(app)) == 1)
    return app


def test_decisions_are_submitted_before_the_next_case(qtbot: QtBot, torn: AppFixture, server: DemoServer) -> None:
    keep_all(torn)
    submit_and_next()
    assert "Nothing to submit" not in torn.status
    in_front(qtbot, torn, 203)
    qtbot.waitUntil(lambda: torn.tabs == ["203"])
    assert mine(server) == [{"subject": "mine", "plan": "mine"}]


def test_the_case_is_left_once_the_answer_is_on_disk(qtbot: QtBot, torn: AppFixture) -> None:
    keep_all(torn)
    session = torn.session
    submit_and_next()
    assert torn.session is session
    in_front(qtbot, torn, 203)
    assert torn.workspace.left.trouble_of(session) == ""


def test_changes_go_with_the_decisions(qtbot: QtBot, torn: AppFixture, server: DemoServer) -> None:
    keep_all(torn)
    note(torn)
    submit_and_next()
    in_front(qtbot, torn, 203)
    qtbot.waitUntil(lambda: torn.tabs == ["203"])
    assert mine(server) == [{"subject": "mine", "plan": "mine"}, {"note": "llamar"}]


def test_an_undecided_field_gets_the_focus_and_no_case_is_left(torn: AppFixture, server: DemoServer) -> None:
    choose(torn, "Subject", "Keep mine")
    field("New note", torn.window).setFocus()
    session = torn.session
    submit_and_next()
    assert torn.session is session
    assert focused() in group(torn).fields[1].controls
    assert torn.status == "Case 210 has a conflict without a decision."
    assert mine(server) == []


def test_a_question_that_was_put_off_is_named(qtbot: QtBot, torn: AppFixture, server: DemoServer) -> None:
    keep_all(torn)
    press("Decide later", group(torn))
    submit_and_next()
    in_front(qtbot, torn, 203)
    assert torn.status == "Case 210 still needs your decision."
    assert torn.tabs == ["210", "203"]
    assert mine(server) == []


def test_who_types_on_stays(qtbot: QtBot, torn: AppFixture, server: DemoServer) -> None:
    keep_all(torn)
    submit_and_next()
    key(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: torn.status.startswith("Submitted: stored at "))
    assert mine(server) == [{"subject": "mine", "plan": "mine"}]
    assert torn.session.case_id == "210"


def test_submit_leads_on_too_if_that_is_set(qtbot: QtBot, torn: AppFixture, server: DemoServer) -> None:
    torn.workspace.settings_store.change(after_submit="next")
    keep_all(torn)
    submit_by_key()
    in_front(qtbot, torn, 203)
    qtbot.waitUntil(lambda: torn.tabs == ["203"])
    assert mine(server) == [{"subject": "mine", "plan": "mine"}]


def test_the_review_submits_the_changes_that_it_shows_and_no_decision(
    qtbot: QtBot, torn: AppFixture, server: DemoServer
) -> None:
    keep_all(torn)
    note(torn)
    session = torn.session
    press("Review changes", torn.window)
    with qtbot.waitSignal(session.submitter.handed_over):
        press("Submit", torn.window.findChildren(ReviewDialog)[0])
    assert name_of(group(torn)) == "Conflicts"
    qtbot.waitUntil(lambda: len(session.submissions) == 2)
    assert session.question
    assert mine(server) == []
