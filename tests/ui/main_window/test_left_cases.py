"""A case that was left with *Submit and next* closes once it is stored; trouble keeps its tab, and marks it."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.ui.account.sign_in_dialog import SignInDialog
from caseeditor.ui.messages.message import Message
from tests.ui.case.submit.test_conflicts import groups
from tests.ui.case.submit.test_submit import posts
from tests.ui.next_cases import (
    Ctrl,
    in_front,
    left,
    listed,
    note,
    outbox_button,
    stored_notes,
    submit_and_next,
    tab_bar,
)
from tests.ui.parts import AppFixture, colleague, find, focused, key, labels, line, opened, press, typed

SLOW, LOST, STORED_UNSAID, REJECTED, SILENT, CHANGED, TOKEN = 9021, 9004, 9003, 9005, 9020, 9016, 9024


def until_dialogs_came(qtbot: QtBot, app: AppFixture) -> None:
    """Wait until each dialog that waits for a pause of the typing has had its turn."""
    done: list[bool] = []
    app.window.attention.when_free(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


def marked(app: AppFixture) -> list[str]:
    """Return the titles of the tabs that are marked as needing the agent."""
    bar = tab_bar(app)
    return [bar.tabText(place) for place in range(bar.count()) if bar.tabText(place).startswith("● ")]


# Stored.


def test_two_cases_that_were_left_in_a_row_both_close(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    listed(qtbot, app, SLOW, 210, 203)
    note(app, "uno")
    submit_and_next()
    in_front(qtbot, app, 210)
    note(app, "dos")
    submit_and_next()
    in_front(qtbot, app, 203)
    qtbot.waitUntil(lambda: app.tabs == ["203"])
    assert stored_notes(server, SLOW).count("uno") == 1
    assert stored_notes(server, 210).count("dos") == 1


@pytest.mark.parametrize("id_", [STORED_UNSAID, SILENT])
def test_a_lost_answer_is_waited_for_behind_the_next_case(
    qtbot: QtBot, app: AppFixture, server: DemoServer, id_: int
) -> None:
    left(qtbot, app, id_)
    qtbot.waitUntil(lambda: app.session.case is not None)  # its word comes before that of the case that was left
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    assert app.status.startswith(f"Case {id_} stored at ")
    assert stored_notes(server, id_).count("llamar") == 1
    assert len(posts(server)) == 1


def test_the_word_that_the_next_case_is_open_does_not_replace_the_news_of_the_one_that_was_left(
    qtbot: QtBot, app: AppFixture
) -> None:
    before, status = opened(qtbot, app, 203), app.window._status  # noqa: SLF001 - in an order that is rare
    next_one = opened(qtbot, app, 210)
    is_open = Message("Case 210 opened")
    status.say(Message("Opening case 210…"), next_one)
    status.say(Message("Case 203 stored at 10:00"), before)
    status.keep(before)
    status.say_if_free(is_open, next_one)
    assert app.status == "Case 203 stored at 10:00"
    status.say(Message("Opening case 210…"), next_one)
    status.say_if_free(is_open, next_one)
    assert app.status == "Case 210 opened"


def test_it_is_said_once_that_it_is_stored(qtbot: QtBot, app: AppFixture) -> None:
    left(qtbot, app, SLOW)
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    assert app.status.startswith(f"Case {SLOW} stored at ")
    opened(qtbot, app, 203)
    key(Qt.Key.Key_PageUp, Ctrl)
    assert app.status == "Case 210 opened"


def test_a_case_waits_for_all_its_submissions(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = listed(qtbot, app, SLOW, 210)
    note(app, "uno")
    with qtbot.waitSignal(session.submitter.handed_over):
        session.submit()
    note(app, "dos")
    submit_and_next()
    in_front(qtbot, app, 210)
    qtbot.waitUntil(lambda: app.status.startswith(f"Case {SLOW} stored at "))
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    assert [text for text in stored_notes(server, SLOW) if text in ("uno", "dos")] == ["uno", "dos"]


def test_an_unchanged_case_that_was_left_keeps_its_steps(qtbot: QtBot, app: AppFixture) -> None:
    listed(qtbot, app, 203, 210)
    note(app)
    app.session.editor.discard()
    submit_and_next()
    in_front(qtbot, app, 210)
    assert app.tabs == ["210"]
    opened(qtbot, app, 203)
    key(Qt.Key.Key_Z, Ctrl)
    assert app.session.edit.note_text == "llamar"


# Trouble.


def test_trouble_of_one_submission_is_not_forgotten_when_another_is_stored(qtbot: QtBot, app: AppFixture) -> None:
    left(qtbot, app, SLOW)
    session = next(iter(app.workspace.sessions.values()))
    rejected = msgspec.structs.replace(session.submissions[0], state=State.REJECTED)
    session.submitter.followed.emit(SubmissionUpdate(rejected, session.submissions))  # an earlier one of the case
    qtbot.waitUntil(lambda: not session.submissions)
    assert app.tabs == [str(SLOW), "210"]
    assert tab_bar(app).accessibleTabName(0).endswith(", Rejected, back in the draft")


def test_what_is_unconfirmed_keeps_its_tab_and_needs_the_agent(qtbot: QtBot, app: AppFixture) -> None:
    left(qtbot, app, LOST)
    qtbot.waitUntil(lambda: outbox_button(app).accessibleName() == "1 needs you")
    assert app.session.case_id == "210"
    [title] = marked(app)
    bar = tab_bar(app)
    assert title.startswith(f"● {LOST} ")
    assert bar.accessibleTabName(0).endswith(", Needs your decision")
    assert "Needs your decision" in bar.tabToolTip(0)
    assert outbox_button(app).text() == "● 1 needs you"
    key(Qt.Key.Key_PageUp, Ctrl)
    assert marked(app) == []
    assert bar.accessibleTabName(0) == ""
    assert outbox_button(app).accessibleName() == "1 needs you"


def test_an_answer_in_the_outbox_closes_the_tab(qtbot: QtBot, app: AppFixture) -> None:
    left(qtbot, app, LOST)
    qtbot.waitUntil(lambda: outbox_button(app).accessibleName() == "1 needs you")
    QTest.mouseClick(outbox_button(app), Qt.MouseButton.LeftButton)
    pending = find(QListView, "Outbox", app.window)
    assert focused() is pending
    assert pending.currentIndex().data() == f"{LOST} · Needs your decision"
    press("It was stored", app.window.panes.outbox_dock)
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    assert marked(app) == []
    assert outbox_button(app).text() == "✓ All changes sent"


def test_a_conflict_asks_when_its_tab_comes_to_the_front(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    listed(qtbot, app, 203, 210)
    line("Subject", app.window).setText("mine")
    colleague(server, 203, subject="theirs")
    submit_and_next()
    in_front(qtbot, app, 210)
    qtbot.waitUntil(lambda: outbox_button(app).accessibleName() == "1 needs you")
    assert tab_bar(app).accessibleTabName(0).endswith(", Conflict")
    until_dialogs_came(qtbot, app)
    assert groups(app) == []
    typed("Factura")
    key(Qt.Key.Key_PageUp, Ctrl)
    qtbot.waitUntil(lambda: len(groups(app)) == 1)
    press("Keep mine", groups(app)[0])
    press("Submit", groups(app)[0])
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert app.tabs == ["203", "210"]  # it was seen
    assert server.case(203)["subject"] == "mine"


def test_rejected_changes_are_a_draft_in_a_marked_tab_that_the_button_leads_to(qtbot: QtBot, app: AppFixture) -> None:
    left(qtbot, app, REJECTED)
    qtbot.waitUntil(lambda: outbox_button(app).accessibleName() == "1 needs you")
    assert app.status.startswith(f"Case {REJECTED}: Not saved")
    assert app.session.case_id == "210"
    assert [title.endswith(" •") for title in marked(app)] == [True]
    assert tab_bar(app).accessibleTabName(0).endswith(", Rejected, back in the draft")
    QTest.mouseClick(outbox_button(app), Qt.MouseButton.LeftButton)
    session = in_front(qtbot, app, REJECTED)
    assert session.list_changes()
    assert marked(app) == []
    assert outbox_button(app).accessibleName() == "All changes sent"


def test_what_the_server_holds_otherwise_is_shown_in_a_marked_tab(qtbot: QtBot, app: AppFixture) -> None:
    listed(qtbot, app, CHANGED, 210)
    note(app, " llamar ")
    submit_and_next()
    in_front(qtbot, app, 210)
    qtbot.waitUntil(lambda: bool(marked(app)))
    assert tab_bar(app).accessibleTabName(0).endswith(", stored; the text differs")
    key(Qt.Key.Key_PageUp, Ctrl)
    assert "the server holds “llamar”" in labels(app.window)


def test_a_rejected_token_asks_for_none_over_the_next_case(qtbot: QtBot, app: AppFixture) -> None:
    left(qtbot, app, TOKEN)
    # It waits for a token, unless somebody has asked whose the token is meanwhile: the server still accepts it there.
    ends = (", Sign in to go on", ", Rejected, back in the draft")
    qtbot.waitUntil(lambda: tab_bar(app).accessibleTabName(0).endswith(ends))
    assert outbox_button(app).accessibleName() == "1 needs you"
    until_dialogs_came(qtbot, app)
    assert app.window.findChildren(SignInDialog) == []
    assert QApplication.activeModalWidget() is None
    key(Qt.Key.Key_PageUp, Ctrl)
    press("Sign in…", app.window.current_view() or app.window)
    assert len(app.window.findChildren(SignInDialog)) == 1


def test_a_case_that_was_left_and_closed_by_hand_is_forgotten(qtbot: QtBot, app: AppFixture) -> None:
    left(qtbot, app, REJECTED)
    press(f"Close case {REJECTED}", app.window)
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    qtbot.waitUntil(lambda: not app.workspace.deliveries.submissions)
    assert outbox_button(app).accessibleName() == "All changes sent"
