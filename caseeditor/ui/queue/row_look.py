"""The content of a row as it is painted and spoken."""

import msgspec

from caseeditor.domain.queue.due import Urgency, distance, urgency
from caseeditor.domain.queue.initials import colour_number, initials
from caseeditor.domain.queue.rows import QueueRow
from caseeditor.domain.text.bidi import is_right_to_left, isolated
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.messages.due_words import distance_words, due_pill, due_words
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.widgets.lists.avatar import HUES, Face

_DRAFT = "✎ "


class RowLook(msgspec.Struct, frozen=True, gc=False):
    """Texts of a row. `name` and `description` are for assistive technology; `urgency` is None without a due time."""

    face: Face
    contact: str
    age: str
    subject: str
    pill: str
    urgency: Urgency | None
    is_muted: bool
    is_changed: bool
    is_contact_turned: bool
    is_subject_turned: bool
    name: str
    description: str


def look_of(row: QueueRow, now: float, *, has_draft: bool) -> RowLook:
    """Describe a row at a moment (s since the epoch)."""
    case, left = row.case, None if row.due is None else row.due - now
    contact = in_a_list(case.contact) or f"#{case.case_id}"
    subject = in_a_list(case.subject)
    said = (contact, subject, "" if left is None else due_words(left), in_a_list(case.state))
    marks = (
        f"#{case.case_id}",
        in_a_list(case.source),
        translate("Queue", "draft") if has_draft else "",
        translate("Queue", "changed since you saw it") if row.is_changed else "",
    )
    return RowLook(
        face=Face(
            initials(case.contact), -1 if row.is_closed else colour_number(case.contact, len(HUES)), case.source.lower()
        ),
        contact=contact,
        age="" if row.updated is None else distance_words(distance(max(now - row.updated, 0))),
        subject=(_DRAFT if has_draft else "") + (subject or translate("Queue", "(no subject)")),
        pill="" if left is None else due_pill(left),
        urgency=None if left is None else urgency(left),
        is_muted=row.is_closed,
        is_changed=row.is_changed,
        is_contact_turned=is_right_to_left(contact),
        is_subject_turned=is_right_to_left(subject),
        name=", ".join(isolated(text) for text in said if text),
        description=", ".join(isolated(text) for text in marks if text),
    )
