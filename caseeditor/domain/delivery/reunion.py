"""Merge of two drafts of one case that were written independently, without loss of typed text."""

from collections import Counter

import msgspec

from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.handover import joined_draft
from caseeditor.domain.editing.edit import Edit

replace = msgspec.structs.replace


def reunited(mine: Draft, there: Draft) -> tuple[Draft, Draft | None]:
    """Merge a draft found on disk into one that was typed without having read it.

    Notes add up, equal texts once. For a field that both changed, `mine` wins. The second value has the overruled
    changes as a draft for the history, None if there are none.
    """
    mine = replace(mine, edit=_with_doubt_of(mine.edit, there.edit))
    edit = mine.edit
    found = replace(there.edit, notes=_other_notes(edit, there.edit), doubtful=())
    kept = {number for number in there.edit.doubtful if number in found.notes}
    found = replace(found, doubtful=tuple(number for number in there.edit.doubtful if number in kept))
    one = joined_draft(mine, replace(there, edit=found))
    pending = Counter(edit.notes.values()) - Counter(there.edit.notes.values())
    typed = "" if pending[there.edit.note_text] else there.edit.note_text
    whole = replace(one.edit, note_text=edit.note_text or typed)
    whole = replace(whole, tag_text=edit.tag_text or there.edit.tag_text)
    return replace(one, edit=whole, subject=mine.subject or there.subject), _outdone(mine, there)


def _with_doubt_of(mine: Edit, there: Edit) -> Edit:
    """Copy the doubt about equal texts from `there` to `mine`: typing a note again does not settle it.

    The text in New note cannot be in doubt, so the unconfirmed note replaces it.
    """
    left = Counter(there.notes[number] for number in there.doubtful if number in there.notes)
    left -= Counter(mine.notes[number] for number in mine.doubtful if number in mine.notes)
    doubtful = list(mine.doubtful)
    for number, text in sorted(mine.notes.items()):
        if number not in mine.doubtful and left[text] > 0:
            left[text] -= 1
            doubtful.append(number)
    return replace(mine, doubtful=tuple(doubtful), note_text="" if left[mine.note_text] > 0 else mine.note_text)


def _other_notes(mine: Edit, there: Edit) -> dict[int, str]:
    """Return the notes of `there` that `mine` lacks, including its New note if that field is taken."""
    have = Counter((*mine.notes.values(), mine.note_text))
    other: dict[int, str] = {}
    written = dict(there.notes)
    if there.note_text.strip() and mine.note_text:
        written[max(written, default=0) + 1] = there.note_text
    for number, text in sorted(written.items()):
        if have[text]:
            have[text] -= 1
        else:
            other[number] = text
    return other


def _outdone(mine: Draft, there: Draft) -> Draft | None:
    """Return the changes of `there` that `mine` overrules."""
    ours, theirs = mine.edit, there.edit
    typed = {*ours.values.items(), *((row.name, row.value) for row in ours.rows.values())}
    names = {name for name, _ in typed}
    lost = Edit(
        subject=theirs.subject if ours.subject not in (None, theirs.subject) else None,
        tags={tag: add for tag, add in theirs.tags.items() if ours.tags.get(tag, add) is not add},
        tag_text=theirs.tag_text if ours.tag_text and ours.tag_text != theirs.tag_text else "",
        values={name: value for name, value in theirs.values.items() if name in names and (name, value) not in typed},
        rows={
            number: row
            for number, row in theirs.rows.items()
            if row.name in names and (row.name, row.value) not in typed
        },
    )
    return None if lost == Edit() else replace(there, edit=lost, doubt=None, backs=())


def remaining(there: Draft, sent: Edit) -> Draft:
    """Return the rest of a draft on disk when `sent` becomes a submission, so that common changes are sent once."""
    have = Counter(sent.notes.values())
    notes: dict[int, str] = {}
    for number, text in sorted(there.edit.notes.items()):
        if have[text]:
            have[text] -= 1
        else:
            notes[number] = text
    typed = {*sent.values.items(), *((row.name, row.value) for row in sent.rows.values())}
    edit = replace(
        there.edit,
        subject=None if there.edit.subject == sent.subject else there.edit.subject,
        notes=notes,
        note_text="" if have[there.edit.note_text] else there.edit.note_text,
        tags={tag: add for tag, add in there.edit.tags.items() if sent.tags.get(tag) is not add},
        tag_text="" if there.edit.tag_text.strip() in sent.tags else there.edit.tag_text,
        values={name: value for name, value in there.edit.values.items() if (name, value) not in typed},
        rows={number: row for number, row in there.edit.rows.items() if (row.name, row.value) not in typed},
        doubtful=tuple(number for number in there.edit.doubtful if number in notes),
    )
    return replace(there, edit=edit)
