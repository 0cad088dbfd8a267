"""Projection of an edit onto its case, or onto its base if there is no case; upkeep of the base."""

import msgspec

from caseeditor.domain.case.model import Attribute, Case, Note, held_text
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.edit import Edit


def overlaid(case: Case, edit: Edit) -> Case:
    """Return the case as if the edit were stored; shown while the submission is pending."""
    attributes = {**case.attributes}
    for name, text in (*edit.values.items(), *((row.name, row.value) for row in edit.rows.values())):
        attributes[name] = Attribute(name, text)
    kept = tuple(tag for tag in case.tags if edit.tags.get(tag) is not False)
    return msgspec.structs.replace(
        case,
        subject=case.subject if edit.subject is None else edit.subject,
        tags=kept + tuple(tag for tag, add in edit.tags.items() if add and tag not in kept),
        attributes=attributes,
        notes=case.notes + tuple(Note(text=text) for _, text in sorted(edit.notes.items())),
    )


def remains(draft: Draft) -> Case:
    """Return a draft's base as a case, in place of one that cannot be read.

    It has the subject, the tags and the attributes that the draft touches.
    """
    base = draft.base
    return Case(
        id=draft.case_id,
        subject=draft.subject or base.subject,
        tags=base.tags,
        attributes={name: Attribute(name, text) for name, text in base.attributes.items()},
        update_date=base.update_date,
        updated_by=base.updated_by,
    )


def follow(base: Snapshot, before: Edit, after: Edit, case: Case) -> Snapshot:
    """Return the base after a change: touched fields keep their base, newly touched ones take it from the case."""
    is_same = before.values is after.values and before.rows is after.rows  # the usual step: typing in the subject
    return msgspec.structs.replace(
        base,
        subject=case.subject if before.subject is None else base.subject,
        tags=case.tags,
        attributes=base.attributes if is_same else _followed(base, before, after, case),
    )


def _followed(base: Snapshot, before: Edit, after: Edit, case: Case) -> dict[str, str]:
    touched = [*after.values, *(row.name for row in after.rows.values())]
    known = {*before.values, *(row.name for row in before.rows.values())}
    attributes: dict[str, str] = {}
    for name in touched:
        text = base.attributes.get(name) if name in known else held_text(case, name)
        if text is not None:
            attributes[name] = text
    return attributes
