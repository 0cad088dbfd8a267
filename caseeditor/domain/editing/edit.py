"""The agent's changes to a case. Immutable: each change makes a new Edit.

An edit contains touched fields only, so data that arrives from the server never changes the agent's input.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from caseeditor.domain.case.model import RESERVED, Case
from caseeditor.domain.text.unseen import compared, has_unseen, same_name, without_unseen

K = TypeVar("K")
V = TypeVar("V")


class Row(msgspec.Struct, frozen=True, gc=False):
    """A new attribute."""

    name: str = ""
    value: str = ""


class Edit(msgspec.Struct, frozen=True, gc=False):
    """The changes to a case.

    - `notes`, `rows`: numbered in order of creation, with stable numbers.
    - `note_text`, `tag_text`: the content of New note and New tag, which is part of the changes.
    - `tags`: True for a tag to add, False for one to remove.
    - `values`: new values of attributes that the case has.
    - `doubtful`: numbers of notes that returned from a submission and may be stored.
    """

    subject: str | None = None
    notes: Mapping[int, str] = {}
    note_text: str = ""
    tags: Mapping[str, bool] = {}
    tag_text: str = ""
    values: Mapping[str, str] = {}
    rows: Mapping[int, Row] = {}
    doubtful: tuple[int, ...] = ()


def _with(mapping: Mapping[K, V], key: K, value: V) -> dict[K, V]:
    return {**mapping, key: value}


def _without(mapping: Mapping[K, V], key: K) -> dict[K, V]:
    return {kept: value for kept, value in mapping.items() if kept != key}


def _next(numbers: Mapping[int, object]) -> int:
    return max(numbers, default=0) + 1


def with_subject(edit: Edit, case: Case, text: str) -> Edit:
    """Set the subject; the server's own is not a change."""
    return msgspec.structs.replace(edit, subject=None if text == case.subject else text)


def with_note(edit: Edit, text: str) -> Edit:
    """Add a pending note, exactly as typed."""
    return msgspec.structs.replace(edit, notes=_with(edit.notes, _next(edit.notes), text))


def with_note_changed(edit: Edit, number: int, text: str) -> Edit:
    """Change a pending note; remove it if it is blank."""
    if not text.strip():
        return msgspec.structs.replace(edit, notes=_without(edit.notes, number))
    return msgspec.structs.replace(edit, notes=_with(edit.notes, number, text))


def with_notes_swapped(edit: Edit, one: int, other: int) -> Edit:
    """Swap two pending notes together with their doubt."""
    places = {one: other, other: one}
    notes = {number: edit.notes[places.get(number, number)] for number in edit.notes}
    doubtful = tuple(places.get(number, number) for number in edit.doubtful)
    return msgspec.structs.replace(edit, notes=notes, doubtful=doubtful)


def with_tag(edit: Edit, case: Case, tag: str) -> Edit:
    """Add a tag. If the case has it, or one that looks the same, a pending removal is cancelled instead."""
    tag = tag_there(edit, case, tag) or tag
    if tag in case.tags:
        return msgspec.structs.replace(edit, tags=_without(edit.tags, tag))
    return msgspec.structs.replace(edit, tags=_with(edit.tags, tag, True))


def tag_there(edit: Edit, case: Case, tag: str) -> str | None:
    """Return the existing or pending tag that looks the same, None if there is none."""
    return same_name(tag, (*case.tags, *edit.tags))


def with_tags(edit: Edit, case: Case, tags: Iterable[str], rest: str) -> Edit:
    """Add several tags; `rest` stays in New tag."""
    for tag in tags:
        edit = with_tag(edit, case, tag)
    return msgspec.structs.replace(edit, tag_text=rest)


def without_tag(edit: Edit, case: Case, tag: str) -> Edit:
    """Remove a tag; cancel a pending addition."""
    if tag in case.tags:
        return msgspec.structs.replace(edit, tags=_with(edit.tags, tag, False))
    return msgspec.structs.replace(edit, tags=_without(edit.tags, tag))


def with_value(edit: Edit, case: Case, name: str, value: str) -> Edit:
    """Set the value of an attribute of the case; the server's own is not a change.

    An attribute with a reserved name stays unchanged: sending `note`, for example, would post a note.
    """
    if name in RESERVED:
        return edit
    was = case.attributes.get(name)
    if was is not None and was.text == value:
        return msgspec.structs.replace(edit, values=_without(edit.values, name))
    return msgspec.structs.replace(edit, values=_with(edit.values, name, value))


def with_row(edit: Edit, number: int | None, row: Row) -> Edit:
    """Set a new attribute, or add one if there is no number. An empty one is removed."""
    if row == Row():
        return edit if number is None else msgspec.structs.replace(edit, rows=_without(edit.rows, number))
    return msgspec.structs.replace(edit, rows=_with(edit.rows, number or _next(edit.rows), row))


def completed(edit: Edit, case: Case) -> Edit:
    """Return the edit as submitted: the texts in New note and New tag become a note and a tag."""
    if edit.note_text.strip():
        edit = msgspec.structs.replace(with_note(edit, edit.note_text), note_text="")
    if (tag := edit.tag_text.strip()) and compared(tag).strip():
        edit = msgspec.structs.replace(with_tag(edit, case, tag), tag_text="")
    return edit


def unseen_texts(edit: Edit) -> Iterator[str]:
    """Yield the texts with invisible characters, except notes. A new attribute's name comes before its value."""
    added = (tag for tag, add in edit.tags.items() if add)
    rows = (text for row in edit.rows.values() for text in (row.name, row.value))
    texts = (edit.subject or "", *added, edit.tag_text, *edit.values.values(), *rows)
    return (text for text in texts if has_unseen(text))


def with_unseen_removed(edit: Edit, case: Case) -> Edit:
    """Remove invisible characters from an edit, except from its notes."""
    odd = [tag for tag, add in edit.tags.items() if add and has_unseen(tag)]
    kept = {tag: add for tag, add in edit.tags.items() if tag not in odd}
    new = msgspec.structs.replace(edit, tags=kept, tag_text=without_unseen(edit.tag_text))
    for tag in odd:
        if clean := without_unseen(tag).strip():
            new = with_tag(new, case, clean)
    if edit.subject is not None:
        new = with_subject(new, case, without_unseen(edit.subject))
    for name, value in edit.values.items():
        new = with_value(new, case, name, without_unseen(value))
    rows = {number: Row(without_unseen(row.name), without_unseen(row.value)) for number, row in edit.rows.items()}
    return msgspec.structs.replace(new, rows={number: row for number, row in rows.items() if row != Row()})
