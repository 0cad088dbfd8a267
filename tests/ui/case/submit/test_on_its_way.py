"""Pending changes are shown as applied, text typed meanwhile is a new draft, and returned changes are merged."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.delivery.submission import BackToDraft, State
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.case.notes.model import NoteModel
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.session_parts.session_context import SessionContext
from caseeditor.ui.widgets.lists.card_roles import HEADING
from tests.ui.case.submit.test_submit import posts, with_note
from tests.ui.parts import AppFixture, Heard, Watched, answered, column, ended, load, opened, press, submit
from tests.ui.scripted_server import ScriptedServer

SessionOf = Callable[[int], Session]
SLOW, LOST, REFUSED = 9021, 9004, 9005


def test_what_is_on_its_way_is_shown_as_it_will_be(qtbot: QtBot, session_of: SessionOf) -> None:
    session = load(qtbot, session_of(SLOW))
    assert session.case
    gone = session.case.tags[0]
    session.editor.set_subject("sent")
    session.editor.set_note_text("llamar mañana")
    session.editor.set_tag_text("vip")
    session.editor.remove_tag(gone)
    session.editor.set_row(None, Row("prioridad", "alta"))
    session.submit()
    for state in ("handed over", "in the outbox"):
        assert session.edit == Edit(), state
        assert session.list_changes() == (), state
        assert session.case.subject == "sent", state
        assert [note.text for note in session.case.notes].count("llamar mañana") == 1, state
        assert "vip" in session.case.tags, state
        assert gone not in session.case.tags, state
        assert session.case.attributes["prioridad"].text == "alta", state
        if session.is_handing_over:
            qtbot.waitUntil(lambda: bool(session.submissions) and not session.is_handing_over)
    with ended(qtbot, session):
        pass


@pytest.mark.parametrize(("id_", "heading"), [(9008, "waits for your choice"), (LOST, "not confirmed")])
def test_a_note_that_needs_the_agent_is_not_on_its_way(
    qtbot: QtBot, session_of: SessionOf, id_: int, heading: str
) -> None:
    session = load(qtbot, session_of(id_))
    model = NoteModel(session, session)
    watched = Watched(model)
    session.editor.set_subject("mine")
    session.editor.set_note_text("llamar")
    submit(qtbot, session)
    assert session.question
    assert model.index(0, 0).data(HEADING) == heading
    assert 0 in watched.changed
    with answered(qtbot, session):
        session.submitter.answer(session.question, BackToDraft())
    assert model.index(0, 0).data(HEADING) == "new"


def test_a_note_on_its_way_is_the_first_and_says_so(qtbot: QtBot, session_of: SessionOf) -> None:
    session = load(qtbot, session_of(SLOW))
    model = NoteModel(session, session)
    watched = Watched(model)
    stored = column(model)
    session.editor.set_note_text("first")
    session.editor.add_note()
    session.editor.set_note_text("second")
    with ended(qtbot, session):
        session.submit()
        assert column(model) == ["second", "first", *stored]
        assert model.index(0, 0).data(HEADING) == "on its way"
        qtbot.waitUntil(lambda: bool(session.submissions) and not session.is_handing_over)
        assert column(model) == ["second", "first", *stored]
    assert column(model)[:2] in (["first", "second"], ["second", "first"])
    assert "demo" in model.index(0, 0).data(HEADING)
    assert watched.resets == 0


def test_a_reload_meanwhile_goes_on_showing_it(qtbot: QtBot, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(LOST))
    submit(qtbot, session)
    load(qtbot, session)
    assert session.case
    assert session.case.notes[-1].text == "llamar mañana"
    assert session.list_changes() == ()


def test_a_note_whose_tags_are_still_to_be_removed_is_shown_once(qtbot: QtBot, session_of: SessionOf) -> None:
    session = load(qtbot, session_of(210))
    session.editor.set_note_text("once")
    session.editor.remove_tag("app")
    counts: list[int] = []
    states: list[State] = []

    def count() -> None:
        assert session.case
        counts.append([note.text for note in session.case.notes].count("once"))
        states.extend(submission.state for submission in session.submissions)

    session.editor.case_changed.connect(count)
    session.state_changed.connect(count)
    submit(qtbot, session)
    assert State.REMOVING in states
    assert set(counts[1:]) == {1}


def test_typing_over_what_is_on_its_way_is_a_change_over_that(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf
) -> None:
    session = load(qtbot, session_of(SLOW))
    before = session.editor.subject
    session.editor.set_subject("sent")
    session.editor.set_row(None, Row("prioridad", "alta"))
    with ended(qtbot, session):
        session.submit()
        session.editor.set_subject(before)
        session.editor.set_value("prioridad", "baja")
    assert session.edit == Edit(subject=before, values={"prioridad": "baja"})
    assert session.editor.list_problems() == ()
    submit(qtbot, session)
    assert (server.case(SLOW)["subject"], server.case(SLOW)["prioridad"]) == (before, "baja")


def test_what_is_submitted_behind_one_that_waits_waits_its_turn(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf
) -> None:
    session = with_note(qtbot, session_of(SLOW), "first")
    with ended(qtbot, session):
        session.submit()
        qtbot.waitUntil(lambda: not session.is_handing_over)
        session.editor.set_note_text("second")
        session.submit()
        qtbot.waitUntil(lambda: len(session.submissions) == 2)
        assert session.submissions[1].state is State.QUEUED
    assert [dict(params)["note"] for _, params in posts(server)] == ["first", "second"]


def test_what_is_refused_is_merged_into_what_was_typed_since(qtbot: QtBot, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(REFUSED), "first")
    session.editor.set_subject("refused")
    session.editor.set_value("plan", "refused")
    with ended(qtbot, session):
        session.submit()
        qtbot.waitUntil(lambda: not session.is_handing_over)
        session.editor.set_note_text("second")
        session.editor.add_note()
        session.editor.set_subject("typed since")
    assert session.editor.subject == "typed since"
    assert sorted(session.edit.notes.values()) == ["first", "second"]
    assert session.edit.values == {"plan": "refused"}


def test_back_to_draft_gives_the_text_back_and_says_that_it_is_looked_for(
    qtbot: QtBot, server: DemoServer, session_of: SessionOf
) -> None:
    session = with_note(qtbot, session_of(LOST))
    submit(qtbot, session)
    heard = Heard(session)
    with answered(qtbot, session):
        session.submitter.answer(session.submissions[0], BackToDraft())
    assert session.submissions == ()
    assert heard.last.text.endswith("When you submit again, the server is checked first.")
    assert [change.after for change in session.list_changes()] == ["llamar mañana"]
    assert session.editor.doubt
    assert len(session.editor.doubt.unconfirmed) == 1
    message = submit(qtbot, session)
    assert message.lines == ("✗ New note “llamar mañana” isn't on the server",)
    assert len(posts(server)) == 1


def test_a_doubtful_draft_keeps_its_doubt_when_the_case_is_closed(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, LOST)
    session.editor.set_note_text("llamar mañana")
    submit(qtbot, session)
    with answered(qtbot, session):
        app.workspace.deliveries.answer(session.submissions[0], BackToDraft())
    doubt = session.editor.doubt
    assert doubt
    press(f"Close case {LOST}", app.window)
    qtbot.waitUntil(lambda: app.tabs == [])
    again = opened(qtbot, app, LOST)
    assert [change.after for change in again.list_changes()] == ["llamar mañana"]
    assert again.editor.doubt == doubt


def test_a_note_that_lands_after_all_is_not_sent_again_from_the_draft(
    qtbot: QtBot, told_session: Session, scripted: ScriptedServer
) -> None:
    told_session.editor.set_note_text("llamar mañana")
    submit(qtbot, told_session)
    with answered(qtbot, told_session):
        told_session.submitter.answer(told_session.submissions[0], BackToDraft())
    assert [change.after for change in told_session.list_changes()] == ["llamar mañana"]
    scripted.case["notes"] = [*scripted.case["notes"], {"date": 2, "text": "llamar mañana", "userName": "demo"}]
    message = submit(qtbot, told_session)
    assert message.text.startswith("Submitted: stored at ")
    assert told_session.list_changes() == ()
    assert len(scripted.posted) == 1


def test_news_before_the_case_is_read_leave_the_draft_to_be_read_with_it(qtbot: QtBot, app: AppFixture) -> None:
    told: list[object] = []
    work = app.workspace
    work.worker.news.connect(told.append)
    session = opened(qtbot, app, LOST)
    session.editor.set_note_text("llamar mañana")
    submit(qtbot, session)
    session.editor.set_subject("typed since")
    qtbot.waitUntil(lambda: bool(session.kept.at))
    again = Session(work.worker, session.server, session.case_id, SessionContext(), work)
    last = told[-1]
    assert isinstance(last, SubmissionUpdate)
    assert last.case
    again.submitter.on_news(last, None)
    assert again.case is None
    load(qtbot, again)
    assert again.edit == Edit(subject="typed since")
    assert again.question


def test_undo_takes_back_what_came_back(qtbot: QtBot, session_of: SessionOf) -> None:
    session = with_note(qtbot, session_of(REFUSED))
    submit(qtbot, session)
    session.editor.undo()
    assert session.edit == Edit()
    session.editor.redo()
    assert [change.after for change in session.list_changes()] == ["llamar mañana"]
