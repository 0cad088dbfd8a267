"""Submitting: once, changes only, and no typed text is lost, however the server behaves."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.errors.failure import FailureKind
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.workspace import Workspace
from tests.ui.parts import AppFixture, Heard, ended, load, opened, submit
from tests.ui.scripted_server import ScriptedServer

SessionOf = Callable[[int], Session]


def posts(server: DemoServer) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return path and parameters of each update received, without the token."""
    return [
        (request.path, [pair for pair in request.params if pair[0] != "access_token"])
        for request in server.requests
        if request.method == "POST"
    ]


def with_note(qtbot: QtBot, session: Session, text: str = "llamar mañana") -> Session:
    """Read the case and leave a text in New note."""
    load(qtbot, session).editor.set_note_text(text)
    return session


# The request.


def test_only_what_changed_is_sent_in_one_update(qtbot: QtBot, server: DemoServer, busy: Session) -> None:
    busy.editor.set_subject("¿Dónde está?")
    busy.editor.set_note_text("first")
    busy.editor.add_note()
    busy.editor.set_note_text("second\u00a0👩🏽‍🚀")
    busy.editor.set_tag_text("vip")
    busy.editor.set_value("plan", "")
    busy.editor.set_row(None, Row("prioridad", "alta"))
    message = submit(qtbot, busy)
    assert posts(server) == [
        (
            "/api/v2/case/210",
            [
                ("subject", "¿Dónde está?"),
                ("tag", "vip"),
                ("note", "first"),
                ("note", "second\u00a0👩🏽‍🚀"),
                ("plan", ""),
                ("prioridad", "alta"),
            ],
        )
    ]
    assert message.text.startswith("Submitted: stored at ")
    assert message.severity is Severity.GOOD
    assert busy.edit == Edit()
    assert busy.editor.undo_stack.undo_key is None


def test_tags_to_remove_are_a_call_of_their_own(qtbot: QtBot, server: DemoServer, busy: Session) -> None:
    busy.editor.remove_tag("app")
    message = submit(qtbot, busy)
    assert posts(server) == [("/api/v2/case/210/tags", [("remove", "app")])]
    assert message.text.startswith("Submitted: stored at ")
    assert busy.case
    assert busy.case.tags == ("técnico", "seguimiento")


def test_submitting_twice_sends_once(qtbot: QtBot, server: DemoServer, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(9021))
    with ended(qtbot, session):
        for _ in range(3):
            session.submit()
    assert len(posts(server)) == 1
    assert server.case(9021)["notes"][-1]["text"] == "llamar mañana"


def test_nothing_is_sent_when_nothing_is_changed(server: DemoServer, busy: Session) -> None:
    heard = Heard(busy)
    busy.submit()
    assert not busy.is_submitting
    assert heard.last.text == "Nothing to submit: no changes."
    assert posts(server) == []


@pytest.mark.parametrize("row", [Row("note", "x"), Row(" access_token ", "x"), Row("plan", "x"), Row("", "x")])
def test_nothing_is_sent_while_a_name_is_wrong(server: DemoServer, busy: Session, row: Row) -> None:
    busy.editor.set_subject("changed as well")
    busy.editor.set_row(None, row)
    before = busy.edit
    heard = Heard(busy)
    busy.submit()
    assert heard.last.text.startswith("Nothing was sent. ")
    assert heard.last.severity is Severity.ERROR
    assert busy.edit == before
    assert posts(server) == []


def test_a_field_of_the_case_is_sent_for_all_its_warning(qtbot: QtBot, server: DemoServer, busy: Session) -> None:
    busy.editor.set_row(None, Row("state", "Closed"))
    message = submit(qtbot, busy)
    assert message.text.startswith("Submitted: stored at ")
    assert server.case(210)["state"] == "Closed"


# Typed text stays.


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        (
            9005,
            "Not saved: “This case is locked by the supervisor”. Your changes are back in the draft.",
        ),
        (9006, "Not saved: “The campaign of this case accepts no changes”. Your changes are back in the draft."),
    ],
)
def test_changes_come_back_when_the_server_refuses_them(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf, id_: int, words: str
) -> None:
    session = with_note(qtbot, session_of(id_))
    session.editor.set_subject("mine")
    before = session.list_changes()
    message = submit(qtbot, session)
    assert words in message.text
    assert message.severity is Severity.ERROR
    assert message.actions == ()
    assert session.list_changes() == before
    assert session.editor.doubt
    assert session.editor.doubt.attempts == 0
    assert len(posts(server)) == 1


def test_changes_wait_when_the_server_is_gone_and_are_shown_all_the_while(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf
) -> None:
    session = with_note(qtbot, session_of(210))
    heard = Heard(session)
    server.stop()
    session.submit()
    qtbot.waitUntil(lambda: "can't be reached. Case 210 will be sent" in heard.last.text)
    assert heard.last.transient
    assert not session.is_submitting
    assert session.edit == Edit()
    assert session.case
    assert session.case.notes[-1].text == "llamar mañana"
    assert [submission.state for submission in session.submissions] == [State.QUEUED]


def test_who_stops_waiting_is_told_that_the_outcome_is_not_known_and_then_what_was_found(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf
) -> None:
    session = with_note(qtbot, session_of(9020))
    heard = Heard(session)
    with ended(qtbot, session):
        session.submit()
        qtbot.waitUntil(lambda: len(posts(server)) == 1)
        session.submitter.stop_waiting()
    assert [each.text for each in heard.messages if not each.transient or "Checking" in each.text] == [
        "Checking whether the changes to case 9020 are on the server. You stopped waiting for the answer.",
        heard.last.text,
    ]
    assert heard.last.text.startswith("Submitted: stored at ")
    assert len(posts(server)) == 1


@pytest.mark.parametrize("id_", [9003, 9017, 9018, 9019, 9020, 9027])
def test_after_doubt_it_says_stored_once_the_note_is_seen(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf, id_: int
) -> None:
    session = with_note(qtbot, session_of(id_))
    message = submit(qtbot, session)
    assert message.text.startswith("Submitted: stored at ")
    assert session.edit == Edit()
    assert len(posts(server)) == 1


@pytest.mark.parametrize(
    ("id_", "seen"),
    [(9004, "✗ {} isn't on the server"), (9014, "{}: this server shows no notes"), (9023, "✗ {} isn't on the server")],
)
def test_after_doubt_nothing_is_called_stored_that_was_not_seen(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf, id_: int, seen: str
) -> None:
    session = with_note(qtbot, session_of(id_))
    message = submit(qtbot, session)
    assert message.text.startswith("We couldn't confirm that the changes to case ")
    assert message.lines == (seen.format("New note “llamar mañana”"),)
    assert message.actions == session.actions.answers
    assert len(posts(server)) == 1


def test_an_expired_token_is_asked_for_and_the_changes_are_sent_after_that(
    qtbot: QtBot, server: DemoServer, workspace: Workspace, address: Server, session_of: SessionOf
) -> None:
    session = with_note(qtbot, session_of(9007))
    with qtbot.waitSignal(session.token_wanted) as wanted:
        session.submit()
    assert wanted.args[0].kind is FailureKind.TOKEN_REFUSED
    qtbot.waitUntil(lambda: [submission.state for submission in session.submissions] == [State.UNCONFIRMED])
    with ended(qtbot, session):
        workspace.account.sign_in(address.url, server.token, keep=False)
    assert session.edit == Edit()
    notes = [note["text"] for note in server.case(9007)["notes"]]
    assert notes.count("llamar mañana") == 1


def test_going_on_goes_on_once(qtbot: QtBot, server: DemoServer, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(210))
    session.go_on()
    assert not session.is_submitting
    assert posts(server) == []


def test_a_server_that_repeats_the_token_does_not_have_it_shown(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf
) -> None:
    session = with_note(qtbot, session_of(9024))
    heard = Heard(session)
    with qtbot.waitSignal(session.token_wanted):
        session.submit()
    qtbot.waitUntil(lambda: [submission.state for submission in session.submissions] == [State.UNCONFIRMED])
    assert "Access denied for ••••" in "".join(heard.last.lines)
    assert server.token not in "".join(each.text for each in heard.messages)


def test_typing_during_a_submission_is_a_new_draft(qtbot: QtBot, server: DemoServer, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(9021), "first")
    session.editor.set_subject("sent")
    with ended(qtbot, session):
        session.submit()
        session.editor.set_note_text("second")
        session.editor.set_subject("typed since")
        session.editor.set_row(None, Row("prioridad", "alta"))
    assert [note["text"] for note in server.case(9021)["notes"]][-1] == "first"
    assert session.edit == Edit(subject="typed since", note_text="second", rows={1: Row("prioridad", "alta")})
    submit(qtbot, session)
    assert [note["text"] for note in server.case(9021)["notes"]][-2:] == ["first", "second"]
    assert session.edit == Edit()


def test_discarding_during_a_submission_leaves_nothing_behind(qtbot: QtBot, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(9021))
    with ended(qtbot, session):
        session.submit()
        session.editor.discard()
    assert session.list_changes() == ()


# The receipt.


def test_a_server_that_shows_no_notes_is_not_said_to_have_stored_one(qtbot: QtBot, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(9009))
    message = submit(qtbot, session)
    assert message.text.startswith("Submitted: accepted at ")
    assert message.text.endswith("(this server shows no notes)")
    assert session.edit == Edit()


def test_an_answer_without_the_case_has_it_read(qtbot: QtBot, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(9012))
    message = submit(qtbot, session)
    assert message.text.startswith("Submitted: stored at ")
    assert session.case
    assert session.case.notes[-1].text == "llamar mañana"


def test_a_note_that_the_server_trims_is_told_as_held_differently(qtbot: QtBot, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(9016), "  llamar mañana\n")
    message = submit(qtbot, session)
    assert message.text.startswith("Submitted: stored at ")
    assert message.lines == ("New note: the server holds “llamar mañana”",)
    assert message.severity is Severity.WARNING
    assert session.edit == Edit()


def test_a_note_that_the_server_does_not_show_is_not_called_stored(qtbot: QtBot, told_session: Session) -> None:
    told_session.editor.set_note_text("llamar mañana")
    message = submit(qtbot, told_session)
    assert message.text.startswith("We couldn't confirm that the changes to case 7 are on the server.")
    assert message.lines == ("✗ New note “llamar mañana” isn't on the server",)
    assert message.severity is Severity.WARNING
    assert told_session.case
    assert told_session.case.notes[-1].text == "llamar mañana"


def test_what_the_server_holds_differently_is_told_line_by_line(qtbot: QtBot, told_session: Session) -> None:
    told_session.editor.set_subject("mine")
    told_session.editor.set_value("plan", "b")
    told_session.editor.set_tag_text("vip")
    message = submit(qtbot, told_session)
    assert message.text.startswith("Submitted: accepted at ")
    assert message.lines == (
        "Subject: the server holds “Pedido”",
        "Tag added: the server holds “”",
        "plan: the server holds “a”",
    )
    assert message.severity is Severity.WARNING
    assert told_session.editor.subject == "Pedido"


def test_a_tag_that_comes_back_each_time_it_is_taken_off_is_for_the_agent_to_decide(
    qtbot: QtBot, told_session: Session
) -> None:
    told_session.editor.remove_tag("x")
    message = submit(qtbot, told_session)
    assert [submission.state for submission in told_session.submissions] == [State.CONFLICTED]
    assert message.text == "A colleague changed the same fields of case 7. Choose which to keep."


def test_a_case_that_cant_be_read_afterwards_is_not_called_stored(
    qtbot: QtBot, scripted: ScriptedServer, told_session: Session
) -> None:
    told_session.editor.set_subject("mine")
    heard = Heard(told_session)
    scripted.after_update = {"success": True, "case_id": 7}
    told_session.submit()
    qtbot.waitUntil(lambda: "The answer from" in heard.last.text and "isn't from a Social Gateway" in heard.last.text)
    assert [submission.state for submission in told_session.submissions] == [State.UNCONFIRMED]
    assert "tored at" not in "".join(each.text for each in heard.messages)
    assert len(scripted.posted) == 1


def test_offline_is_shown_once_and_quietly_and_goes_when_the_server_is_back(
    qtbot: QtBot, server: DemoServer, app: AppFixture
) -> None:
    session = opened(qtbot, app, 210)
    assert "signed in" in app.account
    server.stop()
    session.editor.set_note_text("llamar mañana")
    session.submit()
    qtbot.waitUntil(lambda: "offline" in app.account)
    assert "signed in" not in app.account
    with DemoServer(port=urlsplit(server.url).port or 0, pace=0.01), ended(qtbot, session):
        pass
    assert "offline" not in app.account


def test_what_one_user_typed_is_not_submitted_as_another(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf
) -> None:
    session = with_note(qtbot, session_of(210))
    session.draft.user, session.draft.user_name = "name:ana", "ana"  # the note's author; demo is signed in
    heard = Heard(session)
    with qtbot.waitSignal(session.case_read):
        session.load()
    assert heard.last.text.startswith("ana typed this. Sign in as ana to submit it")
    session.submit()
    assert not session.is_handing_over
    assert (session.user, session.edit.note_text) == ("name:ana", "llamar mañana")
    session.editor.discard()
    load(qtbot, session)
    assert session.user == "name:demo"
    assert posts(server) == []


def test_who_submits_again_at_once_is_told_what_is_not_submitted_yet(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf
) -> None:
    session = with_note(qtbot, session_of(210))
    heard = Heard(session)
    with ended(qtbot, session):
        session.submit()
        session.editor.set_note_text("más")
        session.submit()
        assert heard.last.text == "Text typed since then isn't submitted yet."
    assert session.edit.note_text == "más"
    assert len(posts(server)) == 1
