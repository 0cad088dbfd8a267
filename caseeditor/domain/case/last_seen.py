"""A case as the agent last saw it, and its differences from the current one."""

import enum
import zlib
from collections.abc import Mapping

import msgspec

from caseeditor.domain.case.model import Case, Note


class Seen(msgspec.Struct, frozen=True):
    """A digest of a case, sufficient to detect differences.

    `attributes` maps names to checksums, `notes` maps checksums to counts.
    """

    update_date: str = ""
    subject: str = ""
    state: str = ""
    tags: tuple[str, ...] = ()
    attributes: Mapping[str, int] = {}
    notes: Mapping[int, int] = {}


class Field(enum.Enum):
    """A part of a case that can differ."""

    SUBJECT = "subject"
    STATE = "state"
    TAGS = "tags"
    ATTRIBUTES = "attributes"
    NOTES = "notes"


class Difference(msgspec.Struct, frozen=True):
    """One difference: the names of attributes or tags, or the number and checksums of new notes."""

    field: Field
    names: tuple[str, ...] = ()
    count: int = 0
    notes: frozenset[int] = frozenset()


def seen(case: Case) -> Seen:
    """Make the digest of a case."""
    notes: dict[int, int] = {}
    for note in case.notes:
        key = note_sum(note)
        notes[key] = notes.get(key, 0) + 1
    return Seen(
        update_date=case.update_date,
        subject=case.subject,
        state=case.state,
        tags=tuple(sorted(case.tags)),
        attributes={name: _sum(each.text) for name, each in case.attributes.items()},
        notes=notes,
    )


def differences(before: Seen, now: Seen) -> tuple[Difference, ...]:
    """List the differences in reading order. Removed notes are left out, since nothing follows from them."""
    found: list[Difference] = []
    if before.subject != now.subject:
        found.append(Difference(Field.SUBJECT))
    if before.state != now.state:
        found.append(Difference(Field.STATE))
    if tags := tuple(sorted(set(before.tags) ^ set(now.tags))):
        found.append(Difference(Field.TAGS, tags))
    more = {key: times - before.notes.get(key, 0) for key, times in now.notes.items()}
    if new := frozenset(key for key, times in more.items() if times > 0):
        found.append(Difference(Field.NOTES, count=sum(more[key] for key in new), notes=new))
    names = {**now.attributes, **before.attributes}
    if other := tuple(name for name in names if before.attributes.get(name) != now.attributes.get(name)):
        found.append(Difference(Field.ATTRIBUTES, other))
    return tuple(found)


def note_sum(note: Note) -> int:
    """Return the checksum that identifies a note."""
    return _sum(f"{note.date}\0{note.user_name}\0{note.text}")


def _sum(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
