"""The outbox: pending, unconfirmed and asking submissions, with their buttons; restarts; nothing is sent twice."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QListView, QPushButton
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.delivery.submission import State
from caseeditor.ui.outbox.panel import OutboxModel, OutboxView
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.session_context import SessionContext
from tests.ui.account.test_accounts import become
from tests.ui.case.submit.test_conflicts import groups, mine
from tests.ui.case.submit.test_submit import posts
from tests.ui.parts import (
    AppFixture,
    Heard,
    Restart,
    Watched,
    answered,
    break_disk,
    colleague,
    column,
    ended,
    find,
    is_there,
    key,
    labels,
    mend_disk,
    name_of,
    opened,
    press,
    submit,
)
from tests.ui.scripted_server import ScriptedServer

LOST, SLOW = 9004, 9021
WAITS = "9004 · Needs your decision"
BUTTONS = ["Send again", "It was stored", "Keep waiting", "Back to draft"]


def outbox(app: AppFixture) -> OutboxView:
    found = app.window.findChild(OutboxView)
    assert isinstance(found, OutboxView)
    return found


def items(app: AppFixture) -> QListView:
    return find(QListView, "Outbox", outbox(app))


def model(app: AppFixture) -> QAbstractItemModel:
    """Return the list's model; the pane is hidden while nothing is held up."""
    [found] = outbox(app).findChildren(OutboxModel)
    return found


def offered(app: AppFixture) -> list[str]:
    return [name_of(each) for each in outbox(app).findChildren(QPushButton) if each.isVisible()]


def select(app: AppFixture, row: int = 0) -> None:
    items(app).setCurrentIndex(model(app).index(row, 0))


def asked(qtbot: QtBot, app: AppFixture) -> Session:
    """Submit a note whose response is lost, until the agent is asked."""
    session = opened(qtbot, app, LOST)
    session.editor.set_note_text("llamar mañana")
    submit(qtbot, session)
    assert session.question
    return session


def test_with_nothing_on_its_way_it_says_so(app: AppFixture) -> None:
    app.window.panes.show_outbox()
    assert items(app).isVisible()
    assert column(model(app)) == []
    assert "All changes sent" in labels(outbox(app))
    assert offered(app) == []


def test_what_is_on_its_way_comes_and_goes_line_by_line(qtbot: QtBot, app: AppFixture) -> None:
    rows = OutboxModel(app.workspace, app.window)
    watched = Watched(rows)
    first = asked(qtbot, app)
    second = opened(qtbot, app, SLOW)
    second.editor.set_subject("one")
    second.submit()
    qtbot.waitUntil(lambda: rows.rowCount() == 2)
    qtbot.waitUntil(lambda: column(rows) == [WAITS])
    with answered(qtbot, first):
        select(app)
        press("It was stored", outbox(app))
    assert column(rows) == []
    assert sorted(watched.inserted) == [0, 1]
    assert len(watched.removed) == 2
    assert watched.resets == 0


def test_what_asks_tells_its_facts_to_eye_and_screen_reader(qtbot: QtBot, app: AppFixture) -> None:
    asked(qtbot, app)
    assert column(model(app)) == [WAITS]
    said = model(app).index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == "✗ New note “llamar mañana” isn't on the server"
    assert said.replace("'", "&#x27;") in str(model(app).index(0, 0).data(Qt.ItemDataRole.ToolTipRole))


def test_the_buttons_are_for_the_one_that_is_selected(qtbot: QtBot, app: AppFixture) -> None:
    asked(qtbot, app)
    assert offered(app) == []
    select(app)
    assert offered(app) == BUTTONS
    press("Keep waiting", outbox(app))
    assert offered(app) == []
    assert column(model(app)) == [WAITS]


def test_send_again_in_the_list_sends_once_more(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = asked(qtbot, app)
    select(app)
    with answered(qtbot, session):
        press("Send again", outbox(app))
    assert len(posts(server)) == 2


def test_back_to_draft_in_the_list_fills_the_open_case(qtbot: QtBot, app: AppFixture) -> None:
    session = asked(qtbot, app)
    select(app)
    with answered(qtbot, session):
        press("Back to draft", outbox(app))
    assert [change.after for change in session.list_changes()] == ["llamar mañana"]
    assert column(model(app)) == []


def test_activating_a_line_shows_its_case(qtbot: QtBot, app: AppFixture) -> None:
    asked(qtbot, app)
    press(f"Close case {LOST}", app.window)
    qtbot.waitUntil(lambda: app.tabs == [])
    select(app)
    items(app).setFocus()
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.tabs == [str(LOST)] and app.session.question is not None)
    view = app.window.current_view()
    assert view
    qtbot.waitUntil(lambda: "We couldn't confirm" in labels(view))
    qtbot.waitUntil(lambda: is_there("It was stored", view))  # the line becomes a group once nobody types
    press("It was stored", view)
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored, as you say, at "))


def test_what_became_of_a_closed_case_is_told_all_the_same(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, SLOW)
    session.editor.set_subject("changed")
    session.submit()
    press(f"Close case {SLOW}", app.window)
    qtbot.waitUntil(lambda: app.status.startswith(f"Case {SLOW} stored at "))
    assert app.status in labels(app.window).replace("✓  ", "")


# After a restart.


def test_what_asked_asks_again_after_a_restart(
    qtbot: QtBot, app: AppFixture, restart: Restart, server: DemoServer
) -> None:
    asked(qtbot, app)
    again = restart()
    qtbot.waitUntil(lambda: again.tabs == [str(LOST)] and again.session.question is not None)
    view = again.window.current_view()
    assert view
    qtbot.waitUntil(lambda: "✗ New note “llamar mañana” isn't on the server" in labels(view))
    assert column(model(again)) == [WAITS]
    assert again.status.startswith("We couldn't confirm that the changes to case 9004 are on the server.")
    with answered(qtbot, again.session):
        press("Back to draft", view)
    assert [change.after for change in again.session.list_changes()] == ["llamar mañana"]
    assert len(posts(server)) == 1


def test_the_news_of_a_submission_is_not_replaced_by_opened(
    qtbot: QtBot, app: AppFixture, restart: Restart, scripted: ScriptedServer
) -> None:
    scripted.case["notes"] = [{"date": 1, "text": "old", "userName": "lucia"}]
    become(qtbot, app, scripted, "demo")
    app.workspace.opener.open_at(scripted.url, "7")
    qtbot.waitUntil(lambda: app.status == "Case 7 opened")
    app.session.editor.set_note_text("llamar mañana")
    submit(qtbot, app.session)
    again = restart()
    qtbot.waitUntil(lambda: again.tabs == ["7"])
    scripted.case["notes"] = [*scripted.case["notes"], {"date": 2, "text": "llamar mañana", "userName": "demo"}]
    become(qtbot, again, scripted, "demo")
    qtbot.waitUntil(
        lambda: again.window.windowTitle().startswith("Pedido – 7 – ") and not again.workspace.deliveries.submissions
    )
    assert again.status.startswith("Submitted: stored at ")
    assert len(scripted.posted) == 1


def test_a_draft_beside_an_open_submission_is_back_after_a_restart(
    qtbot: QtBot, app: AppFixture, restart: Restart
) -> None:
    session = asked(qtbot, app)
    session.editor.set_note_text("typed since")
    again = restart()
    qtbot.waitUntil(lambda: again.tabs == [str(LOST)] and again.session.case is not None)
    assert again.session.edit.note_text == "typed since"
    assert again.session.case
    assert again.session.case.notes[-1].text == "llamar mañana"


def test_an_update_that_is_out_when_the_window_closes_is_finished_and_not_sent_again(
    qtbot: QtBot, app: AppFixture, restart: Restart, server: DemoServer
) -> None:
    session = opened(qtbot, app, SLOW)
    session.editor.set_note_text("llamar mañana")
    session.submit()
    qtbot.waitUntil(lambda: len(posts(server)) == 1)
    again = restart()
    qtbot.waitUntil(lambda: again.tabs == [str(SLOW)] and again.session.case is not None)
    qtbot.waitUntil(lambda: again.workspace.deliveries.submissions == {})
    assert len(posts(server)) == 1
    assert [note["text"] for note in server.case(SLOW)["notes"]].count("llamar mañana") == 1


def test_a_conflict_is_asked_again_after_a_restart(
    qtbot: QtBot, app: AppFixture, restart: Restart, server: DemoServer
) -> None:
    session = opened(qtbot, app, 210)
    session.editor.set_subject("mine")
    colleague(server, 210, subject="theirs")
    submit(qtbot, session)
    press("Decide later", groups(app)[0])
    again = restart()
    qtbot.waitUntil(lambda: again.tabs == ["210"] and again.session.question is not None)
    view = again.window.current_view()
    assert view
    qtbot.waitUntil(lambda: "Choose which to keep." in labels(view))
    press("Decide…", view)
    press("Keep mine", groups(again)[0])
    with answered(qtbot, again.session):
        press("Submit", groups(again)[0])
    assert [params["subject"] for params in mine(server)] == ["mine"]


# Sent once only.


@pytest.mark.parametrize("how", ["button", "keys", "both"])
def test_submitting_again_at_once_is_one_submission(
    qtbot: QtBot, app: AppFixture, server: DemoServer, how: str
) -> None:
    session = opened(qtbot, app, SLOW)
    session.editor.set_note_text("llamar mañana")
    with ended(qtbot, session):
        for _ in range(3):
            if how != "keys":
                press("Submit", app.window)
            if how != "button":
                key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(posts(server)) == 1
    assert len([note for note in server.case(SLOW)["notes"] if note["text"] == "llamar mañana"]) == 1


def test_the_same_note_in_two_windows_is_two_submissions_in_turn_and_each_is_sent_once(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    first = opened(qtbot, app, SLOW)
    twin = Session(app.workspace.worker, first.server, str(SLOW), SessionContext(), app.workspace)
    with qtbot.waitSignal(twin.editor.case_changed):
        twin.load()
    first.editor.set_note_text("one")
    twin.editor.set_note_text("two")
    with ended(qtbot, first):
        first.submit()
        twin.submit()
        qtbot.waitUntil(lambda: len(first.submissions) == 2)
        assert [submission.state for submission in first.submissions][1] is State.QUEUED
    assert [dict(params)["note"] for _, params in posts(server)] == ["one", "two"]


def test_an_outcome_is_told_once(qtbot: QtBot, app: AppFixture) -> None:
    said: list[str] = []
    session = opened(qtbot, app, 203)
    session.message_emitted.connect(lambda message: said.append(message.text))
    app.workspace.message_emitted.connect(lambda message: said.append(message.text))
    session.editor.set_subject("changed")
    submit(qtbot, session)
    assert [text for text in said if "tored at" in text] == [app.status]


@pytest.mark.linux_only("moves or deletes an open data file, which Windows denies")
def test_what_was_stored_but_not_noted_says_so_and_stays_in_the_list(
    qtbot: QtBot, app: AppFixture, server: DemoServer, data: Path
) -> None:
    session = opened(qtbot, app, SLOW)
    heard = Heard(session)
    session.editor.set_subject("one")
    session.submit()
    qtbot.waitUntil(lambda: len(posts(server)) == 1)
    break_disk(data)
    qtbot.waitUntil(lambda: "NOT noted on this computer" in heard.last.text)
    assert heard.last.text.startswith("Stored at the server")
    assert len(column(model(app))) == 1
    mend_disk(data)
    with ended(qtbot, session):
        pass
    assert column(model(app)) == []
    assert len(posts(server)) == 1
