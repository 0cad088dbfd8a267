"""Evidence that a note may be stored without being shown: some servers silently limit the number of shown notes."""

from collections import Counter
from collections.abc import Iterable

from caseeditor.domain.case import dates
from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.snapshot import Reading, Snapshot, digest, new_notes, take
from caseeditor.domain.editing.edit import Edit

SHOWS = "shows:"
"""Prefix of the number among a server's known ways (server_edits)."""
_SHORTLY = 1000
"""Tolerance in ms between a note's date and the case's, which some servers write in two steps."""


def are_shown(case: Case, *, has_shown: bool) -> bool:
    """Check whether a case shows its notes: it has one, or says that it has none on a server that shows notes.

    `has_shown`: the server has shown a note in any case.
    """
    return bool(case.notes) or (has_shown and case.notes_shown)


def may_be_hidden(before: Snapshot, last: Snapshot, case: Case, edit: Edit, way: tuple[str, ...]) -> bool:
    """Check whether an attempt's note may be stored without being shown.

    `before` and `last` are the baselines of the first and the last attempt. True if as many notes are shown as this
    server shows at most, if a note of the first baseline is no longer shown, or if notes are shown and neither they nor
    a field explain that the case moved.
    """
    if case.notes and len(case.notes) == most_shown(way):
        return True
    if before.notes_shown and Counter(before.notes) - Counter(map(digest, case.notes)):
        return True
    return (
        bool(case.notes)
        and case.update_date != last.update_date
        and not (_is_last_change_shown(before, case) or _has_changed_elsewhere(last, case, edit))
    )


def _is_last_change_shown(before: Snapshot, case: Case) -> bool:
    """Check that the last change of the case is a shown note: then older notes are shown too."""
    changed = dates.parse(case.update_date)
    made = max((note.milliseconds or 0 for note in new_notes(before, case)), default=0)
    return changed is not None and bool(made) and made + _SHORTLY > dates.epoch_seconds(changed) * 1000


def _has_changed_elsewhere(last: Snapshot, case: Case, edit: Edit) -> bool:
    now = take(Reading(case), edit)
    return (now.subject, now.tags, now.attributes) != (last.subject, last.tags, last.attributes)


def most_shown(way: Iterable[str]) -> int:
    """Return the maximum number of notes that a server shows, 0 if unknown."""
    counts = (name.removeprefix(SHOWS) for name in way if name.startswith(SHOWS))
    return next((int(count) for count in counts if count.isdecimal()), 0)


def showing(known: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Record the maximum number of notes that a server shows; 0 if it shows more than assumed."""
    rest = tuple(name for name in known if not name.startswith(SHOWS))
    return tuple(sorted((*rest, f"{SHOWS}{most}"))) if most else rest
