"""What an edit comes to: the changes it makes, what is wrong with it, and exactly what it sends."""

import enum

import msgspec

from caseeditor.domain.case.model import OWN_FIELDS, RESERVED, Case, held_text
from caseeditor.domain.editing.edit import Edit, Row, completed
from caseeditor.domain.text.unseen import compared, has_unseen, same_name

Parameters = tuple[tuple[str, str], ...]
"""Names and values of a call, in order; names may repeat. Never holds the token."""


class ChangeKind(enum.Enum):
    """What a change is about."""

    SUBJECT = "subject"
    NOTE = "note"
    TAG_ADDED = "tag added"
    TAG_REMOVED = "tag removed"
    ATTRIBUTE = "attribute"


class Change(msgspec.Struct, frozen=True, gc=False):
    """One difference from the case. `name` is the attribute's or the tag's; `before` is None where nothing was."""

    what: ChangeKind
    name: str = ""
    before: str | None = None
    after: str | None = None

    @property
    def field(self) -> str:
        """Identify the field, whatever its values."""
        return f"{self.what.value}:{self.name}"


class ProblemKind(enum.Enum):
    """What may be wrong with a new attribute. The last three are warnings only."""

    NO_NAME = "no name"
    RESERVED = "reserved"
    DUPLICATE = "duplicate"
    OWN_FIELD = "own field"
    SPACES = "spaces"
    UNSEEN = "unseen"


class Problem(msgspec.Struct, frozen=True, gc=False):
    """What is wrong with the new attribute of that number; 0: with the value of one that the case has.

    `name` is its own; of a duplicate that which is there.
    """

    wrong: ProblemKind
    row: int
    name: str

    @property
    def is_blocking(self) -> bool:
        """Tell whether nothing may be sent because of it."""
        return self.wrong not in (ProblemKind.OWN_FIELD, ProblemKind.SPACES, ProblemKind.UNSEEN)


class UpdatePayload(msgspec.Struct, frozen=True):
    """What is sent for a case: the parameters of its update, then the tags to remove; with the edit it came from."""

    case_id: str
    parameters: Parameters
    removed_tags: tuple[str, ...]
    changes: tuple[Change, ...]
    edit: Edit


def changes(case: Case, edit: Edit) -> tuple[Change, ...]:
    """List what differs from the case, in the window's order. An edit that differs in nothing has none."""
    edit = completed(edit, case)
    found: list[Change] = []
    if edit.subject is not None and edit.subject != case.subject:
        found.append(Change(ChangeKind.SUBJECT, before=case.subject, after=edit.subject))
    for tag, add in edit.tags.items():
        if add and tag not in case.tags:
            found.append(Change(ChangeKind.TAG_ADDED, tag, after=tag))
        elif not add and tag in case.tags:
            found.append(Change(ChangeKind.TAG_REMOVED, tag, before=tag))
    found += [Change(ChangeKind.NOTE, after=text) for _, text in sorted(edit.notes.items())]
    for name, value in edit.values.items():
        was = case.attributes.get(name)
        if was is None or was.text != value:
            found.append(Change(ChangeKind.ATTRIBUTE, name, before=was.text if was else None, after=value))
    found += [Change(ChangeKind.ATTRIBUTE, row.name, after=row.value) for _, row in _differing_rows(case, edit)]
    return tuple(found)


def _differing_rows(case: Case, edit: Edit) -> list[tuple[int, Row]]:
    """List the new attributes; one that the case holds by now, as after an update that landed late, is none."""
    held = case.attributes
    return [
        (number, row)
        for number, row in sorted(edit.rows.items())
        if row.name not in held or held[row.name].text != row.value
    ]


def reserved_names(case: Case, edit: Edit) -> tuple[str, ...]:
    """List the attributes that an edit changes though the server means something else by their names.

    Version 0.1.0 took some of these names for attributes like others.
    """
    values = [name for name in edit.values if is_reserved(name) and held_text(case, name) != edit.values[name]]
    rows = [row.name for _, row in _differing_rows(case, edit) if is_reserved(row.name)]
    return tuple(dict.fromkeys((*values, *rows)))


def is_reserved(name: str) -> bool:
    """Tell whether the server means something else by a name than an attribute."""
    return compared(name).strip() in RESERVED


def problems(case: Case, edit: Edit) -> tuple[Problem, ...]:
    """List what is wrong, a problem a row, in the rows' order."""
    reserved = [name for name in reserved_names(case, edit) if name in edit.values]
    found = [Problem(ProblemKind.RESERVED, 0, name) for name in reserved]
    seen: dict[str, str] = {}
    for number, row in _differing_rows(case, edit):
        key = compared(row.name)
        there = same_name(row.name, case.attributes) or seen.get(key)
        if not key.strip():
            found.append(Problem(ProblemKind.NO_NAME, number, row.name))
        elif key.strip() in RESERVED:
            found.append(Problem(ProblemKind.RESERVED, number, row.name))
        elif there is not None:
            found.append(Problem(ProblemKind.DUPLICATE, number, there))
        elif key.strip() in OWN_FIELDS:
            found.append(Problem(ProblemKind.OWN_FIELD, number, row.name))
        elif row.name != row.name.strip():
            found.append(Problem(ProblemKind.SPACES, number, row.name))
        elif has_unseen(row.name):
            found.append(Problem(ProblemKind.UNSEEN, number, row.name))
        seen.setdefault(key, row.name)
    return tuple(found)


def update_payload(case: Case, edit: Edit) -> UpdatePayload:
    """Make what is sent (POST case/ID, A; POST case/ID/tags for what is removed, B)."""
    found = changes(case, edit)
    keys = {ChangeKind.SUBJECT: "subject", ChangeKind.NOTE: "note", ChangeKind.TAG_ADDED: "tag"}
    parameters = tuple(
        (keys.get(change.what, change.name), change.after or "")
        for change in found
        if change.what is not ChangeKind.TAG_REMOVED
    )
    removed = tuple(change.name for change in found if change.what is ChangeKind.TAG_REMOVED)
    return UpdatePayload(case.id, parameters, removed, found, completed(edit, case))
