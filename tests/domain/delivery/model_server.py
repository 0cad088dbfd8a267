"""A model of an adversarial server: one case, its own clock, and every way a call can end."""

import enum
import html
import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime

from caseeditor.domain.case import dates
from caseeditor.domain.case.model import Attribute, Case, Note, held_text
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.text.same_text import plain

AGENT = "ana"
COLLEAGUE = "luis"


class Shows(enum.Enum):
    """Visibility of notes on the server."""

    ALL = "all"
    NO_KEY = "no key"
    EMPTY = "[]"
    AT_TIMES = "at times"
    FIRST = "the first"
    LAST = "the last"


SHOWN = 2
"""Number of notes shown by a server that shows only the first or the last."""


class Names(enum.Enum):
    """Identity of users: `me` and the authors of notes."""

    TOLD = "told"
    OTHER_FORM = "other form"  # `me` and notes name the agent in different forms
    NO_ME = "no me"
    NOBODY = "nobody"  # and the notes name no author
    LOGIN = "login"  # `me` gives a display name and a login, which the notes have in another case
    RENAMED = "renamed"  # an administrator corrects the name in between
    TWINS = "twins"  # the colleague has the same name


class Makes(enum.Enum):
    """Changes that the server makes to stored text."""

    AS_IS = "as it is"
    TRIMMED = "notes trimmed, cut off before an emoji"
    ESCAPED = "notes escaped"
    COLLAPSED = "emoji dropped, blanks collapsed"
    FOLDED = "everything but tags in capitals"


class Fortune(enum.Enum):
    """Outcome of a call."""

    ANSWERED = "answered"
    ANSWERED_SHORTLY = "answered without the case"
    ANSWERED_STALE = "answered with the case as it was"
    LOST_STORED = "stored, the answer lost"
    LOST = "lost on the way"
    LATE = "lost, stored later"
    REFUSED = "refused"
    REFUSED_STORED = "refused, yet stored"
    TOO_MANY = "too many"
    TOO_MANY_STORED = "too many, yet stored"
    UNSENT = "unsent"
    TOKEN = "token refused"  # noqa: S105 - an outcome, not a secret
    TOKEN_STORED = "token refused, yet stored"  # noqa: S105 - an outcome, not a secret
    UNCLEAR = "408, 425 or 499"
    UNCLEAR_STORED = "408, 425 or 499, stored"
    UNCLEAR_LATE = "408, 425 or 499, stored later"
    REFUSED_LATE = "refused, stored later"
    TOO_MANY_LATE = "too many, stored later"
    TOKEN_LATE = "token refused, stored later"  # noqa: S105 - an outcome, not a secret


STORES = {
    Fortune.ANSWERED,
    Fortune.ANSWERED_SHORTLY,
    Fortune.ANSWERED_STALE,
    Fortune.LOST_STORED,
    Fortune.REFUSED_STORED,
    Fortune.TOO_MANY_STORED,
    Fortune.TOKEN_STORED,
    Fortune.UNCLEAR_STORED,
}
REJECTED_LATE = {Fortune.REFUSED_LATE, Fortune.TOO_MANY_LATE, Fortune.TOKEN_LATE}
"""Stored after a rejection and after a read that showed no trace: unpredictable for any client."""
LATE = {Fortune.LATE, Fortune.UNCLEAR_LATE, *REJECTED_LATE}
_UNCLEAR = (408, 425, 499)


@dataclass
class Stored:
    """A note as the server holds it, and the text that was sent."""

    sent: str
    note: Note
    origin: int


@dataclass
class Call:
    """A call made by the program: the parameters of an update, or tags to remove."""

    origin: int
    parameters: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()
    is_done: bool = False
    is_answered: bool = False
    is_rejected_late: bool = False


@dataclass
class Server:
    """One case, and its own clock (s since the epoch)."""

    shows: Shows = Shows.ALL
    names: Names = Names.TOLD
    makes: Makes = Makes.AS_IS
    clock: float = 1_700_000_000.0
    changed: float = 1_699_999_000.0
    changed_by: str = COLLEAGUE
    subject: str = "asunto"
    tags: list[str] = field(default_factory=lambda: ["spam", "viejo"])
    attributes: dict[str, str] = field(default_factory=lambda: {"prioridad": "baja", "zona": "sur"})
    notes: list[Stored] = field(default_factory=list)
    ever: list[tuple[str, str]] = field(default_factory=list)
    written: list[Stored] = field(default_factory=list)
    late: list[tuple[float, Call]] = field(default_factory=list)
    reads: int = 0
    has_shown: bool = False
    agent: str = AGENT

    def __post_init__(self) -> None:
        self._remember()

    @property
    def me(self) -> str:
        """The account's key."""
        known = {Names.OTHER_FORM: "Ana Pérez", Names.LOGIN: "42", Names.NO_ME: "", Names.NOBODY: ""}
        return known.get(self.names, AGENT)

    @property
    def my_names(self) -> tuple[str, ...]:
        """The names that `me` gives besides the key."""
        return ("Ana Pérez", AGENT.upper()) if self.names is Names.LOGIN else ()

    def rename(self) -> None:
        """Correct the agent's name, as an administrator would."""
        self.agent = "ana.perez"

    def tick(self, seconds: float) -> None:
        """Advance the clock; calls that are due land."""
        end = self.clock + seconds
        for due, call in sorted(self.late, key=lambda each: each[0]):
            if due <= end:
                self.clock = max(self.clock, due)
                self.late = [each for each in self.late if each[1] is not call]
                self.do(call)
        self.clock = end

    def do(self, call: Call) -> None:
        """Carry out a call."""
        call.is_done = True
        for name, value in call.parameters:
            self.set(name, value, call.origin)
        self.tags = [tag for tag in self.tags if tag not in call.removed]
        self.touch(self.agent)

    def set(self, name: str, value: str, origin: int = 0) -> None:
        """Apply one parameter."""
        match name:
            case "subject":
                self.subject = self.folded(value)
            case "tag":
                self.tags = [*self.tags, *([] if value in self.tags else [value])]
            case "note":
                self.write(value, origin)
            case _:
                self.attributes[name] = self.folded(value)

    def folded(self, value: str) -> str:
        """Return a subject or a value as shown."""
        return f" {value.strip().upper()}" if self.makes is Makes.FOLDED else value

    def write(self, text: str, origin: int) -> None:
        user = "" if self.names is Names.NOBODY else self.agent if origin else self.colleague
        stored = Stored(text, Note(str(int(self.clock * 1000)), user, self._made(text)), origin)
        self.notes.append(stored)
        self.written.append(stored)

    @property
    def colleague(self) -> str:
        return AGENT if self.names is Names.TWINS else COLLEAGUE

    def _made(self, text: str) -> str:
        """Return a note as shown."""
        match self.makes:
            case Makes.TRIMMED:
                return plain("".join(itertools.takewhile(_is_plain, text)))
            case Makes.ESCAPED:
                return html.escape(text).replace("\n", "<br>")
            case Makes.COLLAPSED:
                return " ".join("".join(filter(_is_plain, text)).split())
            case Makes.FOLDED:
                return text.upper()
            case _:
                return text

    def touch(self, user: str) -> None:
        self.changed, self.changed_by = self.clock, user
        self._remember()

    def show(self) -> Case:
        """Return the case as an answer."""
        self.reads += 1
        case = self.case()
        self.has_shown = self.has_shown or bool(case.notes)
        return case

    def case(self) -> Case:
        """Return the case in the form of an answer."""
        always = (Shows.ALL, Shows.FIRST, Shows.LAST)
        shown = self.shows in always or (self.shows is Shows.AT_TIMES and self.reads % 3 > 0)
        return Case(
            id="203",
            subject=self.subject,
            tags=tuple(self.tags),
            attributes={name: Attribute(name, text) for name, text in self.attributes.items()},
            notes=tuple(stored.note for stored in self.visible) if shown else (),
            notes_shown=shown or self.shows is Shows.EMPTY,
            update_date=self.update_date,
            updated_by=self.changed_by,
        )

    @property
    def visible(self) -> list[Stored]:
        """The notes that are shown, on a server that shows any."""
        if self.shows is Shows.FIRST:
            return self.notes[:SHOWN]
        return self.notes[-SHOWN:] if self.shows is Shows.LAST else self.notes

    @property
    def update_date(self) -> str:
        return dates.written(datetime.fromtimestamp(int(self.changed), UTC))

    def read(self) -> Reading:
        return Reading(self.show(), int(self.clock))

    def holds(self, change: Change) -> bool:
        """Return whether a field has the intended state."""
        case = self.case()
        if change.what is ChangeKind.TAG_ADDED:
            return change.name in case.tags
        return self.folded(change.after or "") == shown_of(case, change.field) or (
            shown_of(case, change.field) == change.after
        )

    def held(self, change: Change) -> bool:
        return any((change.field, text) in self.ever for text in (change.after, self.folded(change.after or "")))

    def _remember(self) -> None:
        self.ever.append(("subject:", self.subject))
        self.ever += [(f"tag added:{tag}", tag) for tag in self.tags]
        self.ever += [(f"attribute:{name}", text) for name, text in self.attributes.items()]


def shown_of(case: Case, which: str) -> str | None:
    """Return the shown value of a field (Change.field) other than a note."""
    what, _, name = which.partition(":")
    if what == "subject":
        return case.subject
    if what == "attribute":
        return held_text(case, name)
    return name if name in case.tags else None


@dataclass(frozen=True)
class Luck:
    """Outcome of one step of the outbox, with the events around it."""

    fortune: Fortune = Fortune.ANSWERED
    late: int = 60
    fails: bool = False
    restarts: bool = False
    stale: bool = False
    """A cache answers with the case as of an earlier read."""
    half: bool = False

    @property
    def status(self) -> int:
        """The status of a failed answer."""
        kind = self.fortune.name.partition("_")[0]
        known = {"REFUSED": 400, "TOO": 429, "TOKEN": 401, "UNCLEAR": _UNCLEAR[self.late % len(_UNCLEAR)]}
        return known.get(kind, 0)


def _is_plain(letter: str) -> bool:
    return ord(letter) <= 0xFFFF
