"""One open case: reading and changing it, and the state preserved by a reload."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.model import Case
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.domain.editing.edit import Edit, Row
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.state.session import Session
from tests.ui.parts import Heard, case_of, load, showing

SessionOf = Callable[[int], Session]
SessionWith = Callable[[Case], Session]


def changed(session: Session) -> set[tuple[ChangeKind, str, str | None]]:
    return {(change.what, change.name, change.after) for change in session.list_changes()}


def change_everything(session: Session) -> None:
    """Make a change of each kind; New note and New tag keep their texts."""
    session.editor.set_subject("¿Dónde está?")
    session.editor.set_value("plan", "Familia")
    session.editor.set_row(None, Row("prioridad", "alta"))
    session.editor.set_note_text("llamar mañana")
    session.editor.set_tag_text("vip")
    session.editor.remove_tag("app")


EVERYTHING = {
    (ChangeKind.SUBJECT, "", "¿Dónde está?"),
    (ChangeKind.ATTRIBUTE, "plan", "Familia"),
    (ChangeKind.ATTRIBUTE, "prioridad", "alta"),
    (ChangeKind.NOTE, "", "llamar mañana"),
    (ChangeKind.TAG_ADDED, "vip", "vip"),
    (ChangeKind.TAG_REMOVED, "app", None),
}

# Reading.


def test_a_case_that_is_read_is_shown_without_changes(session: Session) -> None:
    assert session.editor.subject == "Necesito ayuda !!!"
    assert session.list_changes() == ()
    assert not session.is_reading


def test_it_is_told_while_a_case_is_read(session_of: SessionOf) -> None:
    session = session_of(9002)
    states: list[bool] = []
    session.state_changed.connect(lambda: states.append(session.is_reading))
    session.load()
    session.cancel_reading()
    assert states == [True, False]
    assert session.case is None


def test_the_late_answer_of_a_read_that_was_cancelled_is_dropped(qtbot: QtBot, session_of: SessionOf) -> None:
    session = session_of(9001)
    heard = Heard(session)
    arrived: list[bool] = []
    session.editor.case_changed.connect(lambda: arrived.append(session.is_reading))
    session.load()
    session.cancel_reading()
    load(qtbot, session)
    assert arrived == [False]
    assert [each.text for each in heard.messages] == ["Case 9001 isn't open: you stopped waiting."]


def test_a_second_read_takes_the_place_of_the_first(qtbot: QtBot, session_of: SessionOf) -> None:
    session = session_of(9001)
    arrived: list[object] = []
    session.editor.case_changed.connect(lambda: arrived.append(session.case))
    session.load()
    load(qtbot, session)
    assert len(arrived) == 1


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        (9010, "isn't from a Social Gateway"),
        (9011, "answered with another case"),
        (407, "isn't from a Social Gateway"),
        (99999, "has no such case"),
    ],
)
def test_a_case_that_cant_be_read_is_told(qtbot: QtBot, session_of: SessionOf, id_: int, words: str) -> None:
    session = session_of(id_)
    with qtbot.waitSignal(session.message_emitted) as told:
        session.load()
    message = told.args[0]
    assert words in message.text
    assert message.severity is Severity.ERROR
    assert session.case is None
    assert not session.is_reading


def test_a_server_that_is_gone_leaves_the_case_and_the_changes(qtbot: QtBot, server: DemoServer, busy: Session) -> None:
    change_everything(busy)
    server.stop()
    with qtbot.waitSignal(busy.message_emitted) as told:
        busy.load()
    assert "can't be reached" in told.args[0].text
    assert changed(busy) == EVERYTHING
    assert busy.case


def test_a_reload_keeps_every_change(qtbot: QtBot, busy: Session) -> None:
    change_everything(busy)
    before = busy.edit
    load(qtbot, busy)
    assert busy.edit == before
    assert changed(busy) == EVERYTHING


def test_a_reload_replaces_what_was_not_changed_and_only_that(session_with: SessionWith) -> None:
    session = session_with(case_of(plan="a", monto="1"))
    session.editor.set_subject("mine")
    session.editor.set_value("plan", "mine")
    showing(session, case_of(plan="theirs", monto="2", subject="theirs"))
    assert session.editor.subject == "mine"
    assert changed(session) == {(ChangeKind.SUBJECT, "", "mine"), (ChangeKind.ATTRIBUTE, "plan", "mine")}
    assert session.case
    assert session.case.attributes["monto"].text == "2"


# Editing.


def test_text_left_in_new_note_and_new_tag_counts(busy: Session) -> None:
    busy.editor.set_note_text("llamar mañana")
    busy.editor.set_tag_text(" vip ")
    assert changed(busy) == {(ChangeKind.NOTE, "", "llamar mañana"), (ChangeKind.TAG_ADDED, "vip", "vip")}


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_white_space_in_new_note_or_new_tag_is_no_change(busy: Session, text: str) -> None:
    busy.editor.set_note_text(text)
    busy.editor.set_tag_text(text)
    busy.editor.add_note()
    busy.editor.add_tag()
    assert busy.list_changes() == ()


def test_a_tag_that_the_case_has_is_not_added_again(busy: Session) -> None:
    busy.editor.set_tag_text("app")
    assert busy.list_changes() == ()
    busy.editor.add_tag()
    assert busy.list_changes() == ()
    assert busy.edit.tag_text == ""


def test_a_tag_to_be_removed_is_kept_by_adding_it(busy: Session) -> None:
    busy.editor.remove_tag("app")
    busy.editor.set_tag_text("app")
    busy.editor.add_tag()
    assert busy.list_changes() == ()


def test_notes_are_kept_exactly_as_typed_and_in_order(busy: Session) -> None:
    for text in ("  first\n\n", "second\u00a0", "👩🏽‍🚀"):
        busy.editor.set_note_text(text)
        busy.editor.add_note()
    assert list(busy.edit.notes.values()) == ["  first\n\n", "second\u00a0", "👩🏽‍🚀"]


def test_nothing_can_be_changed_before_the_case_is_there(session_of: SessionOf) -> None:
    session = session_of(203)
    session.editor.set_subject("x")
    session.editor.set_value("a", "b")
    session.editor.remove_tag("spam")
    session.submit()
    assert session.edit == Edit()
    assert not session.is_submitting


def test_discarding_is_undoable(busy: Session) -> None:
    change_everything(busy)
    heard = Heard(busy)
    busy.editor.discard()
    assert busy.list_changes() == ()
    assert heard.last.text == "Changes discarded. Press Ctrl+Z to undo."
    assert heard.last.transient
    busy.editor.undo()
    assert changed(busy) == EVERYTHING
    busy.editor.redo()
    assert busy.list_changes() == ()


def test_discarding_nothing_says_nothing(busy: Session) -> None:
    heard = Heard(busy)
    busy.editor.discard()
    assert heard.messages == []
    assert busy.editor.undo_stack.undo_key is None


def test_typing_on_in_a_field_is_one_step_of_undo(busy: Session) -> None:
    for text in ("n", "no", "nota"):
        busy.editor.set_note_text(text)
    busy.editor.set_subject("x")
    busy.editor.undo()
    assert busy.editor.subject == "La aplicación se cierra sola al pagar"
    assert busy.edit.note_text == "nota"
    busy.editor.undo()
    assert busy.edit == Edit()


def test_undo_and_redo_go_all_the_way_and_stop_there(busy: Session) -> None:
    change_everything(busy)
    after = busy.edit
    for _ in range(20):
        busy.editor.undo()
    assert busy.list_changes() == ()
    for _ in range(20):
        busy.editor.redo()
    assert busy.edit == after


def test_undo_after_a_reload_leaves_the_servers_news(session_with: SessionWith) -> None:
    session = session_with(case_of())
    session.editor.set_subject("mine")
    showing(session, case_of(subject="theirs"))
    session.editor.undo()
    assert session.editor.subject == "theirs"
    assert session.list_changes() == ()
