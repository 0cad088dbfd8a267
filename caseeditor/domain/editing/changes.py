"""The changes that an edit makes, its problems, and the parameters that it sends."""

import enum
from typing import TYPE_CHECKING

import msgspec

from caseeditor.domain.case.model import OWN_FIELDS, RESERVED, Case, held_text
from caseeditor.domain.editing.edit import Edit, Row, completed
from caseeditor.domain.text.folding import fold
from caseeditor.domain.text.unseen import Lookalikes, compared, has_unseen

if TYPE_CHECKING:
    from caseeditor.domain.fields.schema import Violation

Parameters = tuple[tuple[str, str], ...]
"""Names and values of a call's parameters, in order; names may repeat. Never contains the token."""


class ChangeKind(enum.Enum):
    """The part of a case that a change concerns."""

    SUBJECT = "subject"
    NOTE = "note"
    TAG_ADDED = "tag added"
    TAG_REMOVED = "tag removed"
    ATTRIBUTE = "attribute"


class Change(msgspec.Struct, frozen=True, gc=False):
    """One difference from the case. `name` is the attribute's or tag's; `before` is None if there was no value."""

    what: ChangeKind
    name: str = ""
    before: str | None = None
    after: str | None = None

    @property
    def field(self) -> str:
        """Return a key for the field, independent of its values."""
        return f"{self.what.value}:{self.name}"


class ProblemKind(enum.Enum):
    """Problems of an attribute. SIMILAR and those after it are warnings; of FIELD, the violation tells."""

    NO_NAME = "no name"
    RESERVED = "reserved"
    DUPLICATE = "duplicate"
    SIMILAR = "similar"
    """A name that differs from another only in letter case or accents."""
    OWN_FIELD = "own field"
    SPACES = "spaces"
    UNSEEN = "unseen"
    FIELD = "field"


class Problem(msgspec.Struct, frozen=True, gc=False):
    """A problem of a new attribute; with row 0, of an attribute of the case, or of one that the case lacks.

    `name` is the attribute's own; for a duplicate and a similar one, that of the existing one. `violation` belongs to
    FIELD.
    """

    wrong: ProblemKind
    row: int
    name: str
    violation: "Violation | None" = None

    @property
    def is_blocking(self) -> bool:
        """Whether it prevents submission."""
        if self.violation:
            return self.violation.is_blocking
        return self.wrong in (ProblemKind.NO_NAME, ProblemKind.RESERVED, ProblemKind.DUPLICATE)


class UpdatePayload(msgspec.Struct, frozen=True):
    """The data sent for a case: update parameters, then tags to remove; with the changes and the edit."""

    case_id: str
    parameters: Parameters
    removed_tags: tuple[str, ...]
    changes: tuple[Change, ...]
    edit: Edit


def changes(case: Case, edit: Edit) -> tuple[Change, ...]:
    """List the differences from the case, in the window's order. Edits equal to the case have none."""
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
    found += [Change(ChangeKind.ATTRIBUTE, row.name, after=row.value) for _, row in differing_rows(case, edit)]
    return tuple(found)


def differing_rows(case: Case, edit: Edit) -> list[tuple[int, Row]]:
    """List the new attributes, except those that the case has by now, for example after a late update."""
    held = case.attributes
    return [
        (number, row)
        for number, row in sorted(edit.rows.items())
        if row.name not in held or held[row.name].text != row.value
    ]


def reserved_names(case: Case, edit: Edit) -> tuple[str, ...]:
    """List the changed attributes whose names are reserved.

    Version 0.1.0 accepted some of these names for attributes.
    """
    values = [name for name in edit.values if is_reserved(name) and held_text(case, name) != edit.values[name]]
    rows = [row.name for _, row in differing_rows(case, edit) if is_reserved(row.name)]
    return tuple(dict.fromkeys((*values, *rows)))


def is_reserved(name: str) -> bool:
    """Check for a name with another meaning to the server."""
    return compared(name).strip() in RESERVED


def problems(case: Case, edit: Edit) -> tuple[Problem, ...]:
    """List the problems in row order, at most one per row."""
    reserved = [name for name in reserved_names(case, edit) if name in edit.values]
    found = [Problem(ProblemKind.RESERVED, 0, name) for name in reserved]
    seen: dict[str, str] = {}
    rows = differing_rows(case, edit)
    folded = {fold(name): name for name in case.attributes} if rows else {}
    stored = Lookalikes(case.attributes if rows else ())
    for number, row in rows:
        key, like = compared(row.name), folded.setdefault(fold(row.name), row.name)
        there = stored.find(row.name) or seen.get(key)
        if not key.strip():
            found.append(Problem(ProblemKind.NO_NAME, number, row.name))
        elif key.strip() in RESERVED:
            found.append(Problem(ProblemKind.RESERVED, number, row.name))
        elif there is not None:
            found.append(Problem(ProblemKind.DUPLICATE, number, there))
        elif like != row.name:
            found.append(Problem(ProblemKind.SIMILAR, number, like))
        elif key.strip() in OWN_FIELDS:
            found.append(Problem(ProblemKind.OWN_FIELD, number, row.name))
        elif row.name != row.name.strip():
            found.append(Problem(ProblemKind.SPACES, number, row.name))
        elif has_unseen(row.name):
            found.append(Problem(ProblemKind.UNSEEN, number, row.name))
        seen.setdefault(key, row.name)
    return tuple(found)


def update_payload(case: Case, edit: Edit) -> UpdatePayload:
    """Make the payload (POST case/ID, certainty A; POST case/ID/tags for removed tags, B)."""
    found = changes(case, edit)
    keys = {ChangeKind.SUBJECT: "subject", ChangeKind.NOTE: "note", ChangeKind.TAG_ADDED: "tag"}
    parameters = tuple(
        (keys.get(change.what, change.name), change.after or "")
        for change in found
        if change.what is not ChangeKind.TAG_REMOVED
    )
    removed = tuple(change.name for change in found if change.what is ChangeKind.TAG_REMOVED)
    return UpdatePayload(case.id, parameters, removed, found, completed(edit, case))
