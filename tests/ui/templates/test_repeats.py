"""A template that submits stores its note once, however often and in whichever state its keys are pressed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.domain.editing.templates import Template
from caseeditor.ui.main_window import submitting
from tests.ui.case.submit.test_submit import posts
from tests.ui.case_lists.test_search import found
from tests.ui.next_cases import Ctrl, Shift, in_front, listed, note, stored_notes, tab_bar
from tests.ui.parts import AppFixture, key, labels, opened, typed, view
from tests.ui.templates.test_templates import choosing, keep

NEXT = Template("Siguiente", "Hecho.", ("listo",), submits=True, number=2)
REJECTED = 9005


@pytest.fixture(autouse=True)
def _late(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each press count as one of its own, not as the second one of a double click."""
    monkeypatch.setattr(submitting, "_TOO_SOON", -1)


def press_keys() -> None:
    key(Qt.Key.Key_2, Ctrl | Shift)


def test_after_a_problem_in_the_case_is_solved(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = listed(qtbot, app, 203, 210)
    keep(qtbot, app, NEXT)
    session.editor.set_row(None, Row("note", "x"))
    press_keys()
    press_keys()
    session.editor.set_row(1, Row("color", "x"))
    press_keys()
    in_front(qtbot, app, 210)
    qtbot.waitUntil(lambda: stored_notes(server, 203).count("Hecho.") == 1)
    assert len(posts(server)) == 1


def test_after_its_note_is_corrected(qtbot: QtBot, app: AppFixture) -> None:
    session = listed(qtbot, app, 203, 210)
    keep(qtbot, app, NEXT)
    session.editor.set_row(None, Row("note", "x"))
    press_keys()
    session.editor.set_note(1, "Otra cosa")
    press_keys()
    assert session.edit.notes == {1: "Otra cosa"}


def test_after_its_note_is_removed_it_is_inserted_again(qtbot: QtBot, app: AppFixture) -> None:
    session = listed(qtbot, app, 203, 210)
    keep(qtbot, app, NEXT)
    session.editor.set_row(None, Row("note", "x"))
    press_keys()
    session.editor.undo()
    press_keys()
    assert session.edit.notes == {1: "Hecho."}


def test_after_the_question_about_another_case(
    qtbot: QtBot, app: AppFixture, server: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseeditor.ui.state.session_parts.submitter._TOO_SOON", -1)
    listed(qtbot, app, 203, 210)
    keep(qtbot, app, Template("Igual", "igual que el caso 211", submits=True, number=2))
    press_keys()
    assert (app.session.case_id, posts(server)) == ("203", [])
    press_keys()
    in_front(qtbot, app, 210)
    qtbot.waitUntil(lambda: stored_notes(server, 203).count("igual que el caso 211") == 1)


def test_in_the_last_case_of_the_list(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = listed(qtbot, app, 210)
    keep(qtbot, app, NEXT)
    press_keys()
    qtbot.waitUntil(lambda: not session.is_handing_over)
    press_keys()
    qtbot.waitUntil(lambda: stored_notes(server, 210).count("Hecho.") == 1 and not session.submissions)
    press_keys()
    assert (session.edit, len(posts(server))) == (Edit(), 1)
    note(app, "más")
    press_keys()
    qtbot.waitUntil(lambda: stored_notes(server, 210)[-2:] == ["Hecho.", "más"])


def test_while_the_page_of_the_next_case_is_loading(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    shown = found(qtbot, app, Campaign_ID="100000")
    opened(qtbot, app, 203)
    keep(qtbot, app, NEXT)
    session = app.session
    view("Cases found", shown).setCurrentIndex(shown.model.index(49_999))
    press_keys()
    qtbot.waitUntil(lambda: not session.is_handing_over)
    press_keys()
    qtbot.waitUntil(lambda: app.tabs != ["203"] and "203" not in app.tabs)
    assert stored_notes(server, 203).count("Hecho.") == 1
    assert len(posts(server)) == 1


def test_after_the_server_rejected_it(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = listed(qtbot, app, REJECTED)
    keep(qtbot, app, NEXT)
    press_keys()
    qtbot.waitUntil(lambda: session.edit != Edit() and not session.submissions)
    assert list(session.edit.notes.values()) == ["Hecho."]
    session.editor.remove_tag("listo")
    press_keys()
    qtbot.waitUntil(lambda: len(posts(server)) == 2 and session.edit != Edit() and not session.submissions)
    assert list(session.edit.notes.values()) == ["Hecho."]
    assert "listo" not in session.edit.tags


def test_a_note_that_is_pending_for_another_reason_is_not_added_again(qtbot: QtBot, app: AppFixture) -> None:
    session = listed(qtbot, app, 203, 210)
    keep(qtbot, app, NEXT)
    session.editor.set_row(None, Row("note", "x"))
    note(app, "Hecho.")
    press_keys()
    assert (session.edit.note_text, session.edit.notes, session.edit.tags) == ("Hecho.", {}, {"listo": True})


def test_the_dialog_shows_that_nothing_is_added(qtbot: QtBot, app: AppFixture) -> None:
    session = listed(qtbot, app, 203, 210)
    keep(qtbot, app, NEXT)
    session.editor.set_row(None, Row("note", "x"))
    press_keys()
    dialog = choosing(qtbot, app)
    typed("sig")
    assert "This template changes nothing in this case." in labels(dialog)


def test_another_day_in_the_same_case_it_is_inserted_again(qtbot: QtBot, app: AppFixture, server: DemoServer) -> None:
    session = listed(qtbot, app, 210)
    keep(qtbot, app, NEXT)
    press_keys()
    qtbot.waitUntil(lambda: stored_notes(server, 210).count("Hecho.") == 1 and not session.submissions)
    qtbot.waitUntil(lambda: "stored" in app.status)  # it would follow the next case's word
    opened(qtbot, app, 203)
    tab_bar(app).setCurrentIndex(0)
    in_front(qtbot, app, 210)
    press_keys()
    qtbot.waitUntil(lambda: stored_notes(server, 210).count("Hecho.") == 2)
