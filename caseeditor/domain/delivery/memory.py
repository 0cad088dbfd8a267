"""Notes in doubt whose draft is gone: typed again soon, they go through the evidence as if it were still there."""

from functools import reduce

import msgspec

from caseeditor.domain.delivery.draft import Doubtful
from caseeditor.domain.delivery.evidence import HAUNTED, may_be
from caseeditor.domain.delivery.handover import doubt_of, joined_doubt
from caseeditor.domain.delivery.submission import Ghost, Parcel, Read, State

replace = msgspec.structs.replace


def recalling(parcel: Parcel, read: Read) -> Parcel:
    """Return a submission that knows of the earlier ones whose notes may be its own, and may still land.

    A ghost is where it was last: what a later submission took along is that one's, and decided with it.
    """
    known = {_identity(ghost) for ghost in parcel.ghosts}
    doubts: list[Doubtful] = []
    recalled: list[Ghost] = []
    for before in reversed(read.ended):
        fresh = [ghost for ghost in before.ghosts if _identity(ghost) not in known and not ghost.note]
        known |= {_identity(ghost) for ghost in before.ghosts}
        doubt = doubt_of(before) if before.state in (State.DRAFT, State.REFUSED) else None
        if doubt and any(_is_young(ghost, read) and _is_typed(ghost, parcel) for ghost in fresh):
            doubts.append(doubt)
            recalled += fresh
    if not doubts:
        return parcel
    own = _own_doubt(parcel)
    doubt = reduce(_added, ([own] if own else []) + doubts[::-1])
    return replace(
        parcel,
        first=doubt.first,
        current=doubt.current,
        attempts=doubt.attempts,
        ghosts=doubt.ghosts,
        recalled=(*parcel.recalled, *recalled),
    )


def _added(one: Doubtful, other: Doubtful) -> Doubtful:
    return joined_doubt(one, other) or one


def _own_doubt(parcel: Parcel) -> Doubtful | None:
    if parcel.first is None or parcel.current is None:
        return None
    return Doubtful(first=parcel.first, current=parcel.current, attempts=parcel.attempts, ghosts=parcel.ghosts)


def _identity(ghost: Ghost) -> tuple[str, int, int]:
    return ghost.text, ghost.date, ghost.parcel


def _is_young(ghost: Ghost, read: Read) -> bool:
    """Tell by the server's clock whether a note may still land; where it names no time, it may."""
    now = read.reading.date
    return not (now and ghost.date) or now - ghost.date < HAUNTED


def _is_typed(ghost: Ghost, parcel: Parcel) -> bool:
    return any(may_be(text, ghost.text) for text in parcel.edit.notes.values())
