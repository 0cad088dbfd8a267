"""Splitting of large edits: some servers limit the number of parameters and silently drop the rest."""

from caseeditor.domain.editing.edit import Edit

MANY = 900
"""Parameters above which the agent is asked first. A common limit is 1,000, including the token."""
MOST = 400
"""Parameters of one part."""


def in_parts(edit: Edit, most: int = MOST) -> tuple[Edit, ...]:
    """Split a completed edit into edits of at most `most` changes that together have the same effect.

    The order is subject, tags, notes, attributes. Each change is in exactly one part.
    """
    names = [
        *([("subject", 0)] if edit.subject is not None else []),
        *(("tag", tag) for tag in edit.tags),
        *(("note", number) for number in sorted(edit.notes)),
        *(("value", name) for name in edit.values),
        *(("row", number) for number in sorted(edit.rows)),
    ]
    chunks = [frozenset(names[start : start + most]) for start in range(0, len(names), most)]
    return tuple(_only(edit, chunk) for chunk in chunks) or (edit,)


def _only(edit: Edit, names: frozenset[tuple[str, object]]) -> Edit:
    """Return an edit with only these changes."""
    return Edit(
        subject=edit.subject if ("subject", 0) in names else None,
        notes={number: text for number, text in edit.notes.items() if ("note", number) in names},
        tags={tag: add for tag, add in edit.tags.items() if ("tag", tag) in names},
        values={name: value for name, value in edit.values.items() if ("value", name) in names},
        rows={number: row for number, row in edit.rows.items() if ("row", number) in names},
        doubtful=tuple(number for number in edit.doubtful if ("note", number) in names),
    )
