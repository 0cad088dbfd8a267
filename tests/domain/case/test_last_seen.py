"""Changes since the agent last opened a case."""

import msgspec

from caseeditor.domain.case.last_seen import Difference, Field, Seen, differences, note_sum, seen
from tests.support.samples import read, stored

BEFORE = {
    "subject": "a",
    "state": "Arrived",
    "tags": ["spam"],
    "notes": [stored("uno", date=1)],
    "plan": "x",
    "zona": "y",
}


def changed(**fields: object) -> tuple[Difference, ...]:
    return differences(seen(read(**BEFORE)), seen(read(**{**BEFORE, **fields})))


def test_nothing_changed_is_no_difference() -> None:
    assert changed() == ()
    assert changed(update_date="2026-01-01T00:00:00+0000") == ()


def test_each_change_is_named() -> None:
    assert changed(subject="b") == (Difference(Field.SUBJECT),)
    assert changed(state="Closed") == (Difference(Field.STATE),)
    assert changed(tags=["vip"]) == (Difference(Field.TAGS, ("spam", "vip")),)
    assert changed(plan="z", nuevo="n") == (Difference(Field.ATTRIBUTES, ("plan", "nuevo")),)
    notes = [stored("uno", date=1), stored("uno", date=1), stored("dos", date=2)]
    (found,) = changed(notes=notes)
    assert (found.field, found.count) == (Field.NOTES, 2)
    assert found.notes == {note_sum(note) for note in read(notes=notes).notes}


def test_a_note_or_an_attribute_that_went() -> None:
    assert changed(notes=[]) == ()
    gone = {name: value for name, value in BEFORE.items() if name != "zona"}
    assert differences(seen(read(**BEFORE)), seen(read(**gone))) == (Difference(Field.ATTRIBUTES, ("zona",)),)


def test_it_survives_the_disk() -> None:
    kept = seen(read(**BEFORE))
    assert msgspec.json.decode(msgspec.json.encode(kept), type=Seen) == kept
