"""A substitute for a case that cannot be read, made from its draft."""

from caseeditor.domain.case.model import Attribute, Case
from caseeditor.domain.delivery.draft import Draft


def remains(draft: Draft) -> Case:
    """Return the base of the draft as a case: subject, tags and the attributes that the draft touches."""
    base = draft.base
    return Case(
        id=draft.case_id,
        subject=draft.subject or base.subject,
        tags=base.tags,
        attributes={name: Attribute(name, text) for name, text in base.attributes.items()},
        update_date=base.update_date,
        updated_by=base.updated_by,
    )
