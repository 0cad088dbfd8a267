"""Models of notes, tags and contact, as read by the view and assistive technology."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.model import Case
from caseeditor.ui.case.contact.model import LABEL, LINK, VALUE, ContactModel
from caseeditor.ui.case.notes.model import PENDING, NoteModel
from caseeditor.ui.case.tags.model import TagModel
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.lists.card_roles import HEADING
from tests.ui.parts import Watched, case_of, column, load, showing, submit, texts

SessionOf = Callable[[int], Session]
SessionWith = Callable[[Case], Session]
Role = Qt.ItemDataRole
NOTES = [
    {"date": 1_000_000_000_000, "text": "older", "userName": "lucia"},
    {"date": 2_000_000_000_000, "text": "newer", "userName": "bruno"},
]
ODD = range(404, 428)
UNFIT = {407, 411}
"""407 has no id; 411 has profiles without fields, whose lines still unfold."""


def add_note(session: Session, text: str) -> None:
    session.editor.set_note_text(text)
    session.editor.add_note()


# Notes.


def test_notes_are_newest_first_with_date_and_author(session_with: SessionWith) -> None:
    session = session_with(case_of(notes=NOTES))
    model = NoteModel(session, session)
    Watched(model)
    assert column(model) == ["newer", "older"]
    heading = model.index(1, 0).data(HEADING)
    assert "2001" in heading
    assert "lucia" in heading
    assert model.index(1, 0).data(Role.AccessibleTextRole) == f"{heading}: older"
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable


def test_a_note_of_the_contact_says_that_it_is(session: Session) -> None:
    model = NoteModel(session, session)
    assert column(model) == ["este cliente es ficticio"]
    assert "about the contact" in model.index(0, 0).data(HEADING)


def test_pending_notes_are_above_and_each_comes_by_itself(busy: Session) -> None:
    model = NoteModel(busy, busy)
    watched = Watched(model)
    add_note(busy, "first")
    add_note(busy, "second")
    assert column(model)[:2] == ["second", "first"]
    assert watched.inserted == [0, 0]
    assert (watched.removed, watched.resets) == ([], 0)
    assert model.index(0, 0).data(HEADING) == "new"
    assert model.index(0, 0).data(PENDING)
    assert not model.index(2, 0).data(PENDING)


def test_a_pending_note_is_edited_in_its_place(busy: Session) -> None:
    model = NoteModel(busy, busy)
    add_note(busy, "first")
    add_note(busy, "second")
    watched = Watched(model)
    assert model.setData(model.index(1, 0), "mended")
    assert watched.changed == [1]
    assert busy.edit.notes == {1: "mended", 2: "second"}


def test_a_pending_note_without_text_goes(busy: Session) -> None:
    model = NoteModel(busy, busy)
    add_note(busy, "first")
    add_note(busy, "second")
    watched = Watched(model)
    model.setData(model.index(1, 0), " \n")
    assert watched.removed == [1]
    assert busy.edit.notes == {2: "second"}


def test_a_stored_note_cant_be_edited(busy: Session) -> None:
    model = NoteModel(busy, busy)
    assert not model.setData(model.index(0, 0), "forged")
    assert busy.list_changes() == ()


def test_undo_and_redo_take_notes_out_and_bring_them_back(busy: Session) -> None:
    model = NoteModel(busy, busy)
    watched = Watched(model)
    stored = column(model)
    for text in ("first", "second", "third"):
        add_note(busy, text)
    busy.editor.set_note(2, "")
    busy.editor.undo()
    assert column(model) == ["third", "second", "first", *stored]
    for _ in range(6):
        busy.editor.undo()
    assert column(model) == stored
    for _ in range(7):
        busy.editor.redo()
    assert column(model) == ["third", "first", *stored]
    assert watched.resets == 0


def test_a_submitted_note_stands_among_the_stored_ones(qtbot: QtBot, busy: Session) -> None:
    model = NoteModel(busy, busy)
    watched = Watched(model)
    stored = column(model)
    add_note(busy, "llamar mañana")
    submit(qtbot, busy)
    assert column(model) == ["llamar mañana", *stored]
    assert not model.index(0, 0).data(PENDING)
    assert "demo" in model.index(0, 0).data(HEADING)
    assert watched.resets == 0


@pytest.mark.parametrize("now", [NOTES[:1], NOTES[1:], [], [*NOTES, *NOTES], None])
def test_reload_with_other_notes_keeps_the_pending_ones(session_with: SessionWith, now: object) -> None:
    session = session_with(case_of(notes=NOTES))
    model = NoteModel(session, session)
    Watched(model)
    add_note(session, "mine")
    showing(session, case_of(notes=now))
    expected = [str(each["text"]) for each in now or []] if isinstance(now, list) else []
    assert sorted(column(model)) == sorted([*expected, "mine"])
    assert column(model)[0] == "mine"


# Tags.


def test_a_pending_tag_says_that_it_is_to_be_added_or_removed(busy: Session) -> None:
    model = TagModel(busy, busy)
    watched = Watched(model)
    busy.editor.set_tag_text("vip")
    busy.editor.add_tag()
    busy.editor.remove_tag("app")
    assert column(model) == ["técnico", "app", "seguimiento", "vip"]
    said = [model.index(row, 0).data(Role.AccessibleDescriptionRole) for row in range(4)]
    assert said == [None, "to be removed", None, "to be added"]
    assert model.index(1, 0).data(Role.FontRole).strikeOut()
    assert watched.inserted == [3]
    assert (watched.removed, watched.resets) == ([], 0)


def test_removing_a_tag_to_be_added_takes_it_out(busy: Session) -> None:
    model = TagModel(busy, busy)
    busy.editor.set_tag_text("vip")
    busy.editor.add_tag()
    watched = Watched(model)
    busy.editor.remove_tag("vip")
    assert watched.removed == [3]
    assert busy.list_changes() == ()


def test_undo_and_redo_of_tags(busy: Session) -> None:
    model = TagModel(busy, busy)
    watched = Watched(model)
    busy.editor.set_tag_text("vip")
    busy.editor.add_tag()
    busy.editor.remove_tag("app")
    busy.editor.undo()
    busy.editor.undo()
    assert column(model) == ["técnico", "app", "seguimiento"]
    assert not model.is_removed("app")
    busy.editor.redo()
    busy.editor.redo()
    assert column(model) == ["técnico", "app", "seguimiento", "vip"]
    assert model.is_removed("app")
    assert watched.resets == 0


def test_submitted_tags_are_the_servers(qtbot: QtBot, busy: Session) -> None:
    model = TagModel(busy, busy)
    Watched(model)
    busy.editor.set_tag_text("vip")
    busy.editor.remove_tag("app")
    submit(qtbot, busy)
    assert column(model) == ["técnico", "seguimiento", "vip"]
    assert not model.is_added("vip")


def test_reload_with_other_tags_keeps_what_is_pending(session_with: SessionWith) -> None:
    session = session_with(case_of(tags=["a", "b"]))
    model = TagModel(session, session)
    watched = Watched(model)
    session.editor.set_tag_text("mine")
    session.editor.add_tag()
    session.editor.remove_tag("a")
    showing(session, case_of(tags=["c", "a"]))
    assert sorted(column(model)) == ["a", "c", "mine"]
    assert model.is_removed("a")
    assert model.is_added("mine")
    assert watched.resets == 0


def test_a_tag_that_the_server_tells_twice_is_shown_once(session_with: SessionWith) -> None:
    session = session_with(case_of(tags=["a", "a", "b"]))
    model = TagModel(session, session)
    Watched(model)
    assert column(model) == ["a", "b"]


# Contact and profiles.


def test_the_contact_and_a_line_a_profile(session: Session) -> None:
    model = ContactModel(session, session)
    Watched(model)
    assert column(model) == [
        "Juan Perez",
        "email · Juan Perez · aram@socialgateway.net",
        "twitter · Juan Perez · juanperez7010",
        "facebook · Gatu Bela · gatu.bela.129",
    ]


def test_the_name_in_the_card_is_not_painted_again_in_the_tree(session: Session) -> None:
    model = ContactModel(session, session)
    painted = [(model.index(row, 0).data(LABEL), model.index(row, 0).data(VALUE)) for row in range(4)]
    assert painted == [
        ("Details", ""),
        ("email", "aram@socialgateway.net"),
        ("twitter", "juanperez7010"),
        ("facebook", "Gatu Bela · gatu.bela.129"),
    ]


def test_every_field_of_contact_and_profiles_is_in_the_tree(session: Session) -> None:
    model = ContactModel(session, session)
    Watched(model)
    lines = list(texts(model))
    for expected in (
        "first name: Juan",
        "client ID: 4234534625",
        "nick name: 53242354352253",
        "cases: 3",
        "tags: spam",
        "external ID: jp@socialgateway.net",
        "location: Mexico",
        "followers: 436",
        "gender: female",
        "note: este cliente es ficticio",
    ):
        assert expected in lines


def test_a_line_that_holds_a_link_knows_it(session: Session) -> None:
    model = ContactModel(session, session)
    facebook = model.index(3, 0)
    links = [
        model.index(row, 0, facebook).data(LINK)
        for row in range(model.rowCount(facebook))
        if model.index(row, 0, facebook).data(LINK)
    ]
    assert links == ["http://graph.facebook.com/100003438147119/picture"]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/hostname", "ftp://x/y", "http://a b/"])
def test_what_is_no_web_link_is_none(session_with: SessionWith, link: str) -> None:
    session = session_with(case_of(contact={"name": "Ana", "url": link}))
    model = ContactModel(session, session)
    index = model.index(0, 0, model.index(0, 0))
    assert index.data(VALUE) == link
    assert index.data(LINK) == ""


def test_reload_with_another_contact_shows_that_one(session_with: SessionWith) -> None:
    session = session_with(case_of(contact={"name": "Ana", "profiles": [{"source": "x", "name": "y"}]}))
    model = ContactModel(session, session)
    Watched(model)
    showing(session, case_of(contact={"name": "Eva"}))
    assert column(model) == ["Eva"]
    assert not model.hasChildren(model.index(0, 0))
    showing(session, case_of())
    assert column(model) == ["no name"]


def test_reload_with_the_same_contact_leaves_the_tree_alone(qtbot: QtBot, session: Session) -> None:
    model = ContactModel(session, session)
    watched = Watched(model)
    load(qtbot, session)
    assert watched.resets == 0


@pytest.mark.parametrize("id_", [id_ for id_ in ODD if id_ not in UNFIT])
def test_no_odd_case_upsets_a_model(qtbot: QtBot, session_of: SessionOf, id_: int) -> None:
    session = session_of(id_)
    tree = ContactModel(session, session)
    for model in (tree, NoteModel(session, session), TagModel(session, session)):
        Watched(model)
    load(qtbot, session)
    for row in range(tree.rowCount()):
        index = tree.index(row, 0)
        assert tree.hasChildren(index) == (tree.rowCount(index) > 0)
    assert tree.parent(tree.index(0, 0, tree.index(0, 0))) in (tree.index(0, 0), QModelIndex())
