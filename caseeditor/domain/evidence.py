"""What a case that was read after an update says about it: evidence, never hope."""

import enum
import unicodedata
from collections import Counter
from collections.abc import Callable

import msgspec

from caseeditor.domain.case import OWN_FIELDS, Case
from caseeditor.domain.changes import Change, Submission, What


class Seen(enum.Enum):
    """What became of one change."""

    HOLDS = "holds"
    DIFFERS = "differs"
    NOT_SHOWN = "not shown"  # a server that shows no notes
    MISSING = "missing"  # would be shown, and is not


class Line(msgspec.Struct, frozen=True):
    """One change and what the server now shows in its place."""

    change: Change
    seen: Seen
    shown: str = ""


class Receipt(msgspec.Struct, frozen=True):
    """What the server holds after a submission."""

    lines: tuple[Line, ...]

    @property
    def differs(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.seen is Seen.DIFFERS)

    @property
    def note_missing(self) -> bool:
        """Tell whether a note that would be visible is not there: its fate is unknown."""
        return any(line.change.what is What.NOTE and line.seen is Seen.MISSING for line in self.lines)

    @property
    def proves_update(self) -> bool:
        """Tell whether every part of an update (tags to remove are a call of their own) is seen, a note among them.

        Without a note the rest may have been set by anybody, and to send it again changes nothing.
        """
        sent = [line for line in self.lines if line.change.what is not What.TAG_REMOVED]
        notes = [line for line in sent if line.change.what is What.NOTE]
        return bool(notes) and all(
            line.seen is Seen.HOLDS or (line in notes and line.seen is Seen.DIFFERS) for line in sent
        )

    @property
    def note_not_shown(self) -> bool:
        """Tell whether a note was accepted by a server that shows none."""
        return any(line.seen is Seen.NOT_SHOWN for line in self.lines)


def plain(text: str) -> str:
    """Return a note as a server may make it of what was sent: trimmed, NFC, LF."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def receipt(submission: Submission, before: Case, now: Case) -> Receipt:
    """Compare what was sent with what the case shows now; `before` is the case as it was before."""
    fresh = Counter((note.date, note.user_name, note.text) for note in now.notes)
    fresh.subtract((note.date, note.user_name, note.text) for note in before.notes)
    news = [text for (_, _, text), count in fresh.items() for _ in range(count)]
    notes = iter(_found([change.after or "" for change in submission.changes if change.what is What.NOTE], news))
    return Receipt(
        tuple(_line(change, now, next(notes) if change.what is What.NOTE else None) for change in submission.changes)
    )


_LIKENESSES: tuple[Callable[[str, str], bool], ...] = (
    lambda sent, shown: shown == sent,
    lambda sent, shown: plain(shown) == plain(sent),
    lambda sent, shown: bool(plain(shown)) and plain(sent).startswith(plain(shown)),  # cut off
)
"""Whether a note that is shown may be the one that was sent; the surest first."""


def _found(sent: list[str], news: list[str]) -> list[str | None]:
    """Look for each note among the new ones, a new one for each, and return what is shown of it."""
    news = sorted(news, key=len, reverse=True)
    found: list[str | None] = [None] * len(sent)
    for is_like in _LIKENESSES:
        for number, text in enumerate(sent):
            shown = next((each for each in news if found[number] is None and is_like(text, each)), None)
            if shown is not None:
                found[number] = shown
                news.remove(shown)
    return found


def _line(change: Change, now: Case, note: str | None) -> Line:
    match change.what:
        case What.SUBJECT:
            return _compared(change, now.subject)
        case What.TAG_ADDED:
            return Line(change, Seen.HOLDS if change.name in now.tags else Seen.MISSING)
        case What.TAG_REMOVED:
            return Line(change, Seen.DIFFERS if change.name in now.tags else Seen.HOLDS, change.name)
        case What.NOTE:
            return _note(change, now, note)
        case What.ATTRIBUTE:
            own = getattr(now, change.name) if change.name in OWN_FIELDS else None
            if isinstance(own, str):
                return _compared(change, own)
            held = now.attributes.get(change.name)
            return _compared(change, held.text) if held else Line(change, Seen.MISSING)


def _compared(change: Change, shown: str) -> Line:
    return Line(change, Seen.HOLDS if shown == change.after else Seen.DIFFERS, shown)


def _note(change: Change, now: Case, shown: str | None) -> Line:
    if not (now.notes_shown and now.notes):
        return Line(change, Seen.NOT_SHOWN)
    return Line(change, Seen.MISSING) if shown is None else _compared(change, shown)
