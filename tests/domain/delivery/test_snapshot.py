"""The snapshot: a case at one moment, and whether a later read is comparable."""

import msgspec
import pytest

from caseeditor.domain.delivery.snapshot import Reading, Snapshot, digest, is_settled, new_notes, settles_soon, take
from caseeditor.domain.editing.edit import Edit, Row
from tests.support.samples import note, read, stored

EDIT = Edit(values={"prioridad": "alta", "zona": "sur"}, rows={1: Row("state", "x"), 2: Row("nuevo", "1")})
NOON = "2015-03-16T12:00:00+0000"
SECONDS = 1426507200


def test_it_has_what_the_edit_touches_and_absent_is_not_empty() -> None:
    case = read(prioridad="", otra="1", tags=["b", "a"], subject="asunto", update_date=NOON, updated_by="luis")
    snapshot = take(Reading(case, 7), EDIT)
    assert snapshot.attributes == {"prioridad": "", "state": case.state}
    assert (snapshot.subject, snapshot.tags, snapshot.date) == ("asunto", ("a", "b"), 7)
    assert (snapshot.update_date, snapshot.updated_by) == (NOON, "luis")


def test_it_tells_no_notes_from_notes_not_shown() -> None:
    assert not take(Reading(read()), EDIT).notes_shown
    assert take(Reading(read(notes=[])), EDIT).notes_shown


def test_notes_count_and_leave_no_text_behind() -> None:
    case = read(notes=[stored("hola"), stored("hola"), stored("otra")])
    snapshot = take(Reading(case), EDIT)
    assert sorted(snapshot.notes.values()) == [1, 2]
    assert b"hola" not in msgspec.json.encode(snapshot)


@pytest.mark.parametrize("other", [note("hola "), note("hola", "luis"), note("hola", date="2")])
def test_a_note_is_known_by_all_that_is_shown_of_it(other: object) -> None:
    assert digest(note("hola")) != digest(other)  # type: ignore[arg-type]


def test_new_notes_are_those_that_were_not_there_as_often() -> None:
    before = take(Reading(read(notes=[stored("hola"), stored("adiós")])), EDIT)
    now = read(notes=[stored("nueva"), stored("hola"), stored("hola")])
    assert [each.text for each in new_notes(before, now)] == ["nueva", "hola"]


def test_it_survives_the_disk() -> None:
    snapshot = take(Reading(read(notes=[stored("hola")], prioridad="baja"), 7), EDIT)
    assert msgspec.json.decode(msgspec.json.encode(snapshot), type=Snapshot) == snapshot


@pytest.mark.parametrize(
    ("update_date", "date", "settled", "soon"),
    [
        (NOON, SECONDS + 1, True, False),
        (NOON, SECONDS + 900, True, False),
        (NOON, SECONDS, False, True),
        (NOON, SECONDS - 59, False, True),
        (NOON, SECONDS - 60, False, False),  # the clocks disagree
        ("2015-03-16T09:00:00-0300", SECONDS, False, True),
        (NOON, 0, False, False),
        ("", SECONDS, False, False),
        ("ayer", SECONDS, False, False),
    ],
)
def test_a_read_is_settled_a_second_after_the_last_change(
    update_date: str, date: int, *, settled: bool, soon: bool
) -> None:
    assert is_settled(update_date, date) is settled
    assert settles_soon(update_date, date) is soon
