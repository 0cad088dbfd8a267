"""Whether a note that is not shown is not there: some servers show only so many, and tell nobody."""

from collections import Counter
from collections.abc import Iterable

from caseeditor.domain.case import dates
from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.snapshot import Reading, Snapshot, digest, new_notes, take
from caseeditor.domain.editing.edit import Edit

SHOWS = "shows:"
"""Before the number in a server's known ways (server_edits)."""
_SHORTLY = 1000
"""Milliseconds between a note's date and the case's, which some servers write in two steps."""


def may_be_hidden(before: Snapshot, last: Snapshot, case: Case, edit: Edit, way: tuple[str, ...]) -> bool:
    """Tell whether a note of an attempt may be there without being shown, wherever it doesn't say itself that it is.

    `before` and `last` are the baselines of the first and the last attempt. As many notes are shown as this server ever
    shows; one that was shown is not any more; or notes are shown, and none of them, nor a field, explains that the case
    moved.
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
    """Tell whether the last change is a note that is shown: whatever was written before it is shown, too."""
    changed = dates.parse(case.update_date)
    made = max((note.milliseconds or 0 for note in new_notes(before, case)), default=0)
    return changed is not None and bool(made) and made + _SHORTLY > changed.timestamp() * 1000


def _has_changed_elsewhere(last: Snapshot, case: Case, edit: Edit) -> bool:
    now = take(Reading(case), edit)
    return (now.subject, now.tags, now.attributes) != (last.subject, last.tags, last.attributes)


def most_shown(way: Iterable[str]) -> int:
    """Return how many notes of a case a server shows at most, 0 where no such number is known."""
    counts = (name.removeprefix(SHOWS) for name in way if name.startswith(SHOWS))
    return next((int(count) for count in counts if count.isdecimal()), 0)


def showing(known: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Add to what is known of a server how many notes it shows at most, 0 where it shows more than was thought."""
    rest = tuple(name for name in known if not name.startswith(SHOWS))
    return tuple(sorted((*rest, f"{SHOWS}{most}"))) if most else rest
