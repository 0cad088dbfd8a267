"""The receipt: what the server shows after an update, as evidence for each change."""

import pytest

from caseeditor.domain.case import Case
from caseeditor.domain.changes import Submission, submission
from caseeditor.domain.edit import Edit, Row
from caseeditor.domain.evidence import Receipt, Seen, plain, receipt
from tests.domain.samples import read, stored

OLD = stored("una nota vieja", date=1)
BEFORE = read(notes=[OLD], prioridad="baja")


def sent(edit: Edit, before: Case = BEFORE) -> Submission:
    return submission(before, edit)


def seen(edit: Edit, now: Case, before: Case = BEFORE) -> list[tuple[Seen, str]]:
    return [(line.seen, line.shown) for line in receipt(sent(edit), before, now).lines]


def looked(edit: Edit, now: Case, before: Case = BEFORE) -> Receipt:
    return receipt(sent(edit), before, now)


NOTE = Edit(notes={1: "llamar mañana"})


def test_what_the_server_shows_exactly_holds() -> None:
    edit = Edit(
        subject="otro",
        tags={"vip": True, "spam": False},
        notes={1: "hola"},
        values={"prioridad": "alta"},
        rows={1: Row("región", "norte")},
    )
    now = read(subject="otro", tags=["vip"], notes=[stored("hola"), OLD], prioridad="alta", región="norte")
    found = looked(edit, now)
    assert {line.seen for line in found.lines} == {Seen.HOLDS}
    assert found.differs == ()
    assert found.proves_update


def test_what_the_server_shows_otherwise_differs_and_is_told() -> None:
    edit = Edit(subject=" otro ", values={"prioridad": "alta"}, tags={"spam": False})
    found = looked(edit, read(subject="otro", prioridad="media"))
    assert [(line.seen, line.shown) for line in found.lines] == [
        (Seen.DIFFERS, "otro"),
        (Seen.DIFFERS, "spam"),
        (Seen.DIFFERS, "media"),
    ]
    assert found.differs == found.lines


def test_a_tag_or_an_attribute_that_is_not_there_is_missing() -> None:
    assert seen(Edit(tags={"vip": True}, rows={1: Row("nuevo", "1")}), read()) == [(Seen.MISSING, "")] * 2


@pytest.mark.parametrize("name", ["state", "updated_by"])
def test_an_attribute_called_as_a_field_of_the_cases_own_is_looked_for_there(name: str) -> None:
    edit = Edit(rows={1: Row(name, "x")})
    assert seen(edit, read(**{name: "x"})) == [(Seen.HOLDS, "x")]
    assert seen(edit, read(**{name: "y"})) == [(Seen.DIFFERS, "y")]


@pytest.mark.parametrize("name", ["__doc__", "__module__"])
def test_an_attribute_called_as_something_of_pythons_is_looked_for_among_the_attributes(name: str) -> None:
    edit = Edit(rows={1: Row(name, "x")})
    assert seen(edit, read(**{name: "x"})) == [(Seen.HOLDS, "x")]
    assert seen(edit, read()) == [(Seen.MISSING, "")]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (" llamar mañana \n", "llamar mañana"),
        ("uno\r\ndos", "uno\ndos"),
        ("uno\rdos", "uno\ndos"),
        ("man\u0303ana", "mañana"),
        ("llamar 😀 mañana", "llamar "),
        ("llamar 😀 mañana", "llamar"),
        ("uno\r\ndos 👩‍🚀", "uno\ndos"),
    ],
)
def test_a_note_that_the_server_changed_is_recognised_and_the_difference_told(typed: str, shown: str) -> None:
    found = looked(Edit(notes={1: typed}), read(notes=[OLD, stored(shown)]))
    assert [(line.seen, line.shown) for line in found.lines] == [(Seen.DIFFERS, shown)]
    assert found.proves_update


def test_an_identical_note_that_was_there_before_is_not_ours() -> None:
    before = read(notes=[stored("llamar mañana")])
    found = looked(NOTE, before, before)
    assert [line.seen for line in found.lines] == [Seen.MISSING]
    assert found.note_missing
    assert not found.proves_update


def test_a_further_identical_note_is_ours() -> None:
    before = read(notes=[stored("llamar mañana")])
    again = stored("llamar mañana")
    assert looked(NOTE, read(notes=[again, again]), before).proves_update


def test_an_identical_note_that_was_deleted_meanwhile_is_no_trace_of_ours() -> None:
    assert looked(NOTE, read(notes=[OLD]), read(notes=[OLD, stored("llamar mañana")])).note_missing


def test_two_notes_of_one_text_need_two_on_the_server() -> None:
    edit = Edit(notes={1: "hola", 2: "hola"})
    assert seen(edit, read(notes=[stored("hola"), OLD])) == [(Seen.HOLDS, "hola"), (Seen.MISSING, "")]
    assert looked(edit, read(notes=[stored("hola"), stored("hola", date=7), OLD])).proves_update


def test_a_note_cut_off_does_not_take_the_place_of_another_of_ours() -> None:
    edit = Edit(notes={1: "hola mundo 😀", 2: "hola"})
    now = read(notes=[stored("hola", date=5), stored("hola mundo", date=5), OLD])
    assert seen(edit, now) == [(Seen.DIFFERS, "hola mundo"), (Seen.HOLDS, "hola")]


def test_another_new_note_is_not_ours() -> None:
    assert looked(NOTE, read(notes=[stored("llamar el lunes"), OLD])).note_missing


def test_an_empty_new_note_is_not_ours() -> None:
    assert looked(NOTE, read(notes=[stored(" \n"), OLD])).note_missing


@pytest.mark.parametrize("notes", [[], None])
def test_a_server_that_shows_no_notes_proves_nothing(notes: object) -> None:
    found = looked(NOTE, read(notes=notes))
    assert [line.seen for line in found.lines] == [Seen.NOT_SHOWN]
    assert found.note_not_shown
    assert not found.note_missing
    assert not found.proves_update


def test_a_server_without_the_key_shows_no_notes() -> None:
    assert looked(NOTE, read()).note_not_shown


def test_without_a_note_nothing_is_proved_since_anybody_may_have_set_it() -> None:
    assert not looked(Edit(subject="otro"), read(subject="otro")).proves_update


@pytest.mark.parametrize(
    "rest", [{"subject": "otro"}, {"tags": {"vip": True}}, {"values": {"prioridad": "alta"}}, {"rows": {1: Row("a")}}]
)
def test_a_note_alone_proves_nothing_when_another_change_is_not_seen(rest: dict[str, object]) -> None:
    edit = Edit(notes={1: "llamar mañana"}, **rest)  # type: ignore[arg-type]
    assert not looked(edit, read(notes=[stored("llamar mañana"), OLD])).proves_update


def test_tags_to_remove_are_no_part_of_an_update() -> None:
    edit = Edit(notes={1: "llamar mañana"}, tags={"spam": False})
    assert looked(edit, read(notes=[stored("llamar mañana"), OLD])).proves_update


def test_plain_is_what_a_server_may_make_of_a_note() -> None:
    assert plain(" n\u0303\r\n\rx\u00a0") == "ñ\n\nx"
