"""The outbox: what waits, is unsure or asks, with its buttons; also after a restart; and nothing is ever sent twice."""

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
from tests.ui.parts import (
    Heard,
    Office,
    Restart,
    Watched,
    answered,
    break_disk,
    colleague,
    column,
    ended,
    find,
    key,
    labels,
    mend_disk,
    name_of,
    opened,
    press,
    submit,
)
from tests.ui.scripted import ScriptedServer
from tests.ui.test_accounts import become
from tests.ui.test_conflicts import dialogs, mine
from tests.ui.test_submit import posts

LOST, SLOW = 9004, 9021
WAITS = "9004 · not known: your decision"
BUTTONS = ["Send again", "It was stored", "Keep waiting", "Back to draft"]


def outbox(office: Office) -> OutboxView:
    found = office.window.findChild(OutboxView)
    assert isinstance(found, OutboxView)
    return found


def items(office: Office) -> QListView:
    return find(QListView, "Outbox", outbox(office))


def model(office: Office) -> QAbstractItemModel:
    return items(office).model()


def offered(office: Office) -> list[str]:
    return [name_of(each) for each in outbox(office).findChildren(QPushButton) if each.isVisible()]


def select(office: Office, row: int = 0) -> None:
    items(office).setCurrentIndex(model(office).index(row, 0))


def asked(qtbot: QtBot, office: Office) -> Session:
    """Submit a note whose answer is lost, up to the question."""
    session = opened(qtbot, office, LOST)
    session.editor.set_note_text("llamar mañana")
    submit(qtbot, session)
    assert session.question
    return session


def test_with_nothing_on_its_way_it_says_so(office: Office) -> None:
    assert column(model(office)) == []
    assert "Everything is delivered." in labels(outbox(office))
    assert offered(office) == []


def test_what_is_on_its_way_comes_and_goes_line_by_line(qtbot: QtBot, office: Office) -> None:
    rows = OutboxModel(office.workspace, office.window)
    watched = Watched(rows)
    first = opened(qtbot, office, SLOW)
    first.editor.set_subject("one")
    first.submit()
    second = asked(qtbot, office)
    with ended(qtbot, first):
        pass
    assert column(rows) == [WAITS]
    with answered(qtbot, second):
        select(office)
        press("It was stored", outbox(office))
    assert column(rows) == []
    assert sorted(watched.inserted) == [0, 1]
    assert len(watched.removed) == 2
    assert watched.resets == 0


def test_what_asks_tells_its_facts_to_eye_and_screen_reader(qtbot: QtBot, office: Office) -> None:
    asked(qtbot, office)
    assert column(model(office)) == [WAITS]
    said = model(office).index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == "New note “llamar mañana”: is not there"
    assert said in str(model(office).index(0, 0).data(Qt.ItemDataRole.ToolTipRole))


def test_the_buttons_are_for_the_one_that_is_selected(qtbot: QtBot, office: Office) -> None:
    asked(qtbot, office)
    assert offered(office) == []
    select(office)
    assert offered(office) == BUTTONS
    press("Keep waiting", outbox(office))
    assert offered(office) == []
    assert column(model(office)) == [WAITS]


def test_send_again_in_the_list_sends_once_more(qtbot: QtBot, office: Office, server: DemoServer) -> None:
    session = asked(qtbot, office)
    select(office)
    with answered(qtbot, session):
        press("Send again", outbox(office))
    assert len(posts(server)) == 2


def test_back_to_draft_in_the_list_fills_the_open_case(qtbot: QtBot, office: Office) -> None:
    session = asked(qtbot, office)
    select(office)
    with answered(qtbot, session):
        press("Back to draft", outbox(office))
    assert [change.after for change in session.list_changes()] == ["llamar mañana"]
    assert column(model(office)) == []


def test_activating_a_line_shows_its_case(qtbot: QtBot, office: Office) -> None:
    asked(qtbot, office)
    press(f"Close case {LOST}", office.window)
    qtbot.waitUntil(lambda: office.tabs == [])
    select(office)
    items(office).setFocus()
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.tabs == [str(LOST)] and office.session.question is not None)
    view = office.window.current_view()
    assert view
    qtbot.waitUntil(lambda: "Decide by what the server shows." in labels(view))
    press("It was stored", view)
    qtbot.waitUntil(lambda: office.status.startswith("Submitted: stored, as you say, at "))


def test_what_became_of_a_closed_case_is_told_all_the_same(qtbot: QtBot, office: Office) -> None:
    session = opened(qtbot, office, SLOW)
    session.editor.set_subject("changed")
    session.submit()
    press(f"Close case {SLOW}", office.window)
    qtbot.waitUntil(lambda: office.status.startswith(f"Case {SLOW}: Submitted: stored at "))
    assert office.status in labels(office.window).replace("✓  ", "")


# After a restart.


def test_what_asked_asks_again_after_a_restart(
    qtbot: QtBot, office: Office, restart: Restart, server: DemoServer
) -> None:
    asked(qtbot, office)
    again = restart()
    qtbot.waitUntil(lambda: again.tabs == [str(LOST)] and again.session.question is not None)
    view = again.window.current_view()
    assert view
    qtbot.waitUntil(lambda: "New note “llamar mañana”: is not there" in labels(view))
    assert column(model(again)) == [WAITS]
    assert again.status.startswith("It is not known whether the changes of case 9004 were stored.")
    with answered(qtbot, again.session):
        press("Back to draft", view)
    assert [change.after for change in again.session.list_changes()] == ["llamar mañana"]
    assert len(posts(server)) == 1


def test_the_news_of_a_submission_is_not_replaced_by_opened(
    qtbot: QtBot, office: Office, restart: Restart, scripted: ScriptedServer
) -> None:
    scripted.case["notes"] = [{"date": 1, "text": "old", "userName": "lucia"}]
    become(qtbot, office, scripted, "demo")
    office.workspace.opener.open_at(scripted.url, "7")
    qtbot.waitUntil(lambda: office.status == "Case 7 opened")
    office.session.editor.set_note_text("llamar mañana")
    submit(qtbot, office.session)
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
    qtbot: QtBot, office: Office, restart: Restart
) -> None:
    session = asked(qtbot, office)
    session.editor.set_note_text("typed since")
    again = restart()
    qtbot.waitUntil(lambda: again.tabs == [str(LOST)] and again.session.case is not None)
    assert again.session.edit.note_text == "typed since"
    assert again.session.case
    assert again.session.case.notes[-1].text == "llamar mañana"


def test_an_update_that_is_out_when_the_window_closes_is_finished_and_not_sent_again(
    qtbot: QtBot, office: Office, restart: Restart, server: DemoServer
) -> None:
    session = opened(qtbot, office, SLOW)
    session.editor.set_note_text("llamar mañana")
    session.submit()
    qtbot.waitUntil(lambda: len(posts(server)) == 1)
    again = restart()
    qtbot.waitUntil(lambda: again.tabs == [str(SLOW)] and again.session.case is not None)
    qtbot.waitUntil(lambda: again.workspace.deliveries.submissions == {})
    assert len(posts(server)) == 1
    assert [note["text"] for note in server.case(SLOW)["notes"]].count("llamar mañana") == 1


def test_a_conflict_is_asked_again_after_a_restart(
    qtbot: QtBot, office: Office, restart: Restart, server: DemoServer
) -> None:
    session = opened(qtbot, office, 210)
    session.editor.set_subject("mine")
    colleague(server, 210, subject="theirs")
    submit(qtbot, session)
    dialogs(office)[0].reject()
    again = restart()
    qtbot.waitUntil(lambda: again.tabs == ["210"] and again.session.question is not None)
    view = again.window.current_view()
    assert view
    qtbot.waitUntil(lambda: "Decide which to keep." in labels(view))
    press("Decide…", view)
    with answered(qtbot, again.session):
        press("Submit", dialogs(again)[0])
    assert [params["subject"] for params in mine(server)] == ["mine"]


# Once.


@pytest.mark.parametrize("how", ["button", "keys", "both"])
def test_submitting_again_at_once_is_one_submission(qtbot: QtBot, office: Office, server: DemoServer, how: str) -> None:
    session = opened(qtbot, office, SLOW)
    session.editor.set_note_text("llamar mañana")
    with ended(qtbot, session):
        for _ in range(3):
            if how != "keys":
                press("Submit", office.window)
            if how != "button":
                key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(posts(server)) == 1
    assert len([note for note in server.case(SLOW)["notes"] if note["text"] == "llamar mañana"]) == 1


def test_the_same_note_in_two_windows_is_two_submissions_in_turn_and_each_is_sent_once(
    qtbot: QtBot, office: Office, server: DemoServer
) -> None:
    first = opened(qtbot, office, SLOW)
    twin = Session(office.workspace.worker, first.server, str(SLOW), SessionContext(), office.workspace)
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


def test_an_outcome_is_told_once(qtbot: QtBot, office: Office) -> None:
    said: list[str] = []
    session = opened(qtbot, office, 203)
    session.message_emitted.connect(lambda message: said.append(message.text))
    office.workspace.message_emitted.connect(lambda message: said.append(message.text))
    session.editor.set_subject("changed")
    submit(qtbot, session)
    assert [text for text in said if "tored at" in text] == [office.status]


def test_what_was_stored_but_not_noted_says_so_and_stays_in_the_list(
    qtbot: QtBot, office: Office, server: DemoServer, data: Path
) -> None:
    session = opened(qtbot, office, SLOW)
    heard = Heard(session)
    session.editor.set_subject("one")
    session.submit()
    qtbot.waitUntil(lambda: len(posts(server)) == 1)
    break_disk(data)
    qtbot.waitUntil(lambda: "NOT noted on this computer" in heard.last.text)
    assert heard.last.text.startswith("Stored at the server")
    assert len(column(model(office))) == 1
    mend_disk(data)
    with ended(qtbot, session):
        pass
    assert column(model(office)) == []
    assert len(posts(server)) == 1
