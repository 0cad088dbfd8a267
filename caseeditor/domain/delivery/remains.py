"""A case as far as the draft of it tells: what is shown where the case itself can't be read."""

from caseeditor.domain.case.model import Attribute, Case
from caseeditor.domain.delivery.draft import Draft


def remains(draft: Draft) -> Case:
    """Return what the draft was made over: the subject, the tags, and the attributes that it touches."""
    base = draft.base
    return Case(
        id=draft.case_id,
        subject=draft.subject or base.subject,
        tags=base.tags,
        attributes={name: Attribute(name, text) for name, text in base.attributes.items()},
        update_date=base.update_date,
        updated_by=base.updated_by,
    )
