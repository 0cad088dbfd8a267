"""The fields that an edit touches, at one moment: the base of a draft, the baseline of an attempt."""

from collections import Counter
from collections.abc import Mapping

import msgspec

from caseeditor.domain.case import dates
from caseeditor.domain.case.model import Case, Note, held_text
from caseeditor.domain.editing.edit import Edit


class Reading(msgspec.Struct, frozen=True):
    """A case and the answer's Date (s since the epoch, 0 if missing).

    `is_stale`: a cache stored the answer before the request, so it decides nothing; its `date` is 0.
    """

    case: Case
    date: int = 0
    is_stale: bool = False


class Snapshot(msgspec.Struct, frozen=True, gc=False):
    """Only touched fields and digests of notes: a snapshot is stored on disk, and a case may have 5 MB.

    `attributes` has the touched names that existed, so absent differs from empty. `notes` counts by digest; `tags` are
    sorted. `date` is the server's, s since the epoch.
    """

    subject: str = ""
    tags: tuple[str, ...] = ()
    attributes: Mapping[str, str] = {}
    notes: Mapping[str, int] = {}
    notes_shown: bool = False
    update_date: str = ""
    updated_by: str = ""
    date: int = 0


def take(reading: Reading, edit: Edit) -> Snapshot:
    """Take the snapshot of a case for an edit."""
    case = reading.case
    touched = [*edit.values, *(row.name for row in edit.rows.values())]
    return Snapshot(
        subject=case.subject,
        tags=tuple(sorted(case.tags)),
        attributes={name: text for name in touched if (text := held_text(case, name)) is not None},
        notes=dict(Counter(digest(note) for note in case.notes)),
        notes_shown=case.notes_shown,
        update_date=case.update_date,
        updated_by=case.updated_by,
        date=reading.date,
    )


def is_settled(update_date: str, date: int) -> bool:
    """Check that any change after a read with this Date is certain to move `update_date`."""
    changed = dates.parse(update_date)
    return bool(date) and changed is not None and dates.epoch_seconds(changed) + 1 <= date


def settles_soon(update_date: str, date: int) -> bool:
    """Check whether another read in a second may be settled: the case is at most a minute ahead of the answer."""
    changed = dates.parse(update_date)
    return bool(date) and changed is not None and date < dates.epoch_seconds(changed) + 1 <= date + 60


def digest(note: Note) -> str:
    """Identify a note by everything that is shown of it."""
    import hashlib  # noqa: PLC0415 - loads OpenSSL, not needed without a case

    whole = "\x00".join((note.date, note.user_name, note.text))
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def new_notes(before: Snapshot, case: Case) -> tuple[Note, ...]:
    """Return the notes that the snapshot lacks."""
    left = dict(before.notes)
    fresh: list[Note] = []
    for note in case.notes:
        key = digest(note)
        if left.get(key, 0):
            left[key] -= 1
        else:
            fresh.append(note)
    return tuple(fresh)
