"""Three-way merge of an edit (base, mine, theirs) with a case that has changed."""

import msgspec

from caseeditor.domain.case.model import Case, held_text
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.changes import ChangeKind
from caseeditor.domain.editing.edit import Edit, Row


class Conflict(msgspec.Struct, frozen=True):
    """A field that both sides changed. A value is None if the field did not or does not exist.

    `row` is the number of a new attribute. `held` is set if the server had stored our value and somebody changed it
    back.
    """

    what: ChangeKind
    name: str
    base: str | None
    mine: str
    theirs: str | None
    row: int | None = None
    held: bool = False

    @property
    def field(self) -> str:
        """Return a key for the field, stable across conflicts with other values."""
        return f"{self.what.value}:{self.name}"


def merge(base: Snapshot, edit: Edit, theirs: Case) -> tuple[Edit, tuple[Conflict, ...]]:
    """Apply an edit to the current case; return the remaining edit and its conflicts.

    Notes and tags add up. Changes that the case already has are dropped. A field that moved from its base to another
    value than ours is a conflict, and stays in the edit.
    """
    conflicts: list[Conflict] = []
    subject = edit.subject
    if subject is not None:
        if subject == theirs.subject:
            subject = None
        elif theirs.subject != base.subject:
            conflicts.append(Conflict(ChangeKind.SUBJECT, "", base.subject, subject, theirs.subject))
    values = {}
    for name, mine in edit.values.items():
        now = held_text(theirs, name)
        if now == mine:
            continue
        values[name] = mine
        if now != base.attributes.get(name):
            conflicts.append(Conflict(ChangeKind.ATTRIBUTE, name, base.attributes.get(name), mine, now))
    rows: dict[int, Row] = {}
    for number, row in edit.rows.items():
        now = held_text(theirs, row.name)
        if now == row.value:
            continue
        rows[number] = row
        if now is not None and now != base.attributes.get(row.name):
            conflicts.append(
                Conflict(ChangeKind.ATTRIBUTE, row.name, base.attributes.get(row.name), row.value, now, row=number)
            )
    tags = {tag: add for tag, add in edit.tags.items() if add is not (tag in theirs.tags)}
    merged = msgspec.structs.replace(edit, subject=subject, values=values, rows=rows, tags=tags)
    return merged, tuple(conflicts)


def keep_mine(base: Snapshot, conflict: Conflict) -> Snapshot:
    """Resolve a conflict for our value: the server's current value becomes the field's base."""
    if conflict.what is ChangeKind.SUBJECT:
        return msgspec.structs.replace(base, subject=conflict.theirs or "")
    attributes = {name: text for name, text in base.attributes.items() if name != conflict.name}
    if conflict.theirs is not None:
        attributes[conflict.name] = conflict.theirs
    return msgspec.structs.replace(base, attributes=attributes)


def take_theirs(edit: Edit, conflict: Conflict) -> Edit:
    """Resolve a conflict for their value: the change is dropped."""
    if conflict.what is ChangeKind.SUBJECT:
        return msgspec.structs.replace(edit, subject=None)
    if conflict.what in (ChangeKind.TAG_ADDED, ChangeKind.TAG_REMOVED):
        return msgspec.structs.replace(edit, tags={tag: add for tag, add in edit.tags.items() if tag != conflict.name})
    return msgspec.structs.replace(
        edit,
        values={name: value for name, value in edit.values.items() if name != conflict.name},
        rows={number: row for number, row in edit.rows.items() if row.name != conflict.name},
    )


def joined(draft: Edit, back: Edit) -> Edit:
    """Merge returned changes into a draft: the draft's own fields win, notes add up."""
    first = max(draft.notes, default=0)
    numbers = {number: first + place for place, number in enumerate(sorted(back.notes), 1)}
    top = max(draft.rows, default=0)
    own = _names(draft)
    fresh = [row for _, row in sorted(back.rows.items()) if row.name not in own]
    return msgspec.structs.replace(
        draft,
        subject=back.subject if draft.subject is None else draft.subject,
        notes={**draft.notes, **{numbers[number]: text for number, text in sorted(back.notes.items())}},
        doubtful=(*draft.doubtful, *(numbers[number] for number in back.doubtful if number in numbers)),
        tags={**back.tags, **draft.tags},
        values={**{name: value for name, value in back.values.items() if name not in own}, **draft.values},
        rows={**draft.rows, **{top + place: row for place, row in enumerate(fresh, 1)}},
    )


def joined_base(draft: Edit, base: Snapshot, back: Edit, back_base: Snapshot) -> Snapshot:
    """Return the base for the result of `joined`: a returned field keeps the base it was changed over."""
    own = _names(draft)
    brought = _names(back) - own
    kept = {name: text for name, text in base.attributes.items() if name not in brought}
    return msgspec.structs.replace(
        base,
        subject=back_base.subject if draft.subject is None and back.subject is not None else base.subject,
        attributes={**kept, **{name: text for name, text in back_base.attributes.items() if name in brought}},
    )


def _names(edit: Edit) -> set[str]:
    return {*edit.values, *(row.name for row in edit.rows.values())}
