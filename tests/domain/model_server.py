"""A model of an adversarial server: one case, its own clock, and every way a call can end."""

import enum
from dataclasses import dataclass, field
from datetime import UTC, datetime

from caseeditor.domain import dates
from caseeditor.domain.case import Attribute, Case, Note, held_text
from caseeditor.domain.changes import Change, What
from caseeditor.domain.server_edits import plain
from caseeditor.domain.snapshot import Reading

AGENT = "ana"
COLLEAGUE = "luis"


class Shows(enum.Enum):
    """What the server shows of notes."""

    ALL = "all"
    NO_KEY = "no key"
    EMPTY = "[]"
    AT_TIMES = "at times"


class Names(enum.Enum):
    """What is known of users: who `me` is and who wrote a note."""

    TOLD = "told"
    OTHER_FORM = "other form"  # `me` names the agent otherwise than a note does
    NO_ME = "no me"
    NOBODY = "nobody"  # and the notes name none


class Fortune(enum.Enum):
    """What becomes of a call."""

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
    TOKEN = "token refused"  # noqa: S105 - a fortune, not a secret


STORES = {
    Fortune.ANSWERED,
    Fortune.ANSWERED_SHORTLY,
    Fortune.ANSWERED_STALE,
    Fortune.LOST_STORED,
    Fortune.REFUSED_STORED,
    Fortune.TOO_MANY_STORED,
}


@dataclass
class Stored:
    """A note as the server has it, and what was sent."""

    sent: str
    note: Note
    origin: int


@dataclass
class Call:
    """A call that the program made: the parameters of an update, or tags to remove."""

    origin: int
    parameters: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()
    is_done: bool = False
    is_answered: bool = False


@dataclass
class Server:
    """One case, and a clock of its own (s since the epoch)."""

    shows: Shows = Shows.ALL
    names: Names = Names.TOLD
    mangles: bool = False
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

    def __post_init__(self) -> None:
        self._remember()

    @property
    def me(self) -> str:
        return {Names.TOLD: AGENT, Names.OTHER_FORM: "Ana Pérez"}.get(self.names, "")

    def tick(self, seconds: float) -> None:
        """Let time pass; what is due lands."""
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
        self.touch(AGENT)

    def set(self, name: str, value: str, origin: int = 0) -> None:
        """Apply one parameter."""
        match name:
            case "subject":
                self.subject = value
            case "tag":
                self.tags = [*self.tags, *([] if value in self.tags else [value])]
            case "note":
                self.write(value, origin)
            case _:
                self.attributes[name] = value

    def write(self, text: str, origin: int) -> None:
        shown = text
        if self.mangles:
            plane = next((place for place, letter in enumerate(text) if ord(letter) > 0xFFFF), len(text))
            shown = plain(text[:plane])
        user = "" if self.names is Names.NOBODY else AGENT if origin else COLLEAGUE
        stored = Stored(text, Note(str(int(self.clock * 1000)), user, shown), origin)
        self.notes.append(stored)
        self.written.append(stored)

    def touch(self, user: str) -> None:
        self.changed, self.changed_by = self.clock, user
        self._remember()

    def show(self) -> Case:
        """Answer with the case."""
        self.reads += 1
        case = self.case()
        self.has_shown = self.has_shown or bool(case.notes)
        return case

    def case(self) -> Case:
        """Return the case as an answer would show it."""
        shown = self.shows is Shows.ALL or (self.shows is Shows.AT_TIMES and self.reads % 3 > 0)
        return Case(
            id="203",
            subject=self.subject,
            tags=tuple(self.tags),
            attributes={name: Attribute(name, text) for name, text in self.attributes.items()},
            notes=tuple(stored.note for stored in self.notes) if shown else (),
            notes_shown=shown or self.shows is Shows.EMPTY,
            update_date=self.update_date,
            updated_by=self.changed_by,
        )

    @property
    def update_date(self) -> str:
        return dates.written(datetime.fromtimestamp(int(self.changed), UTC))

    def read(self) -> Reading:
        return Reading(self.show(), int(self.clock))

    def holds(self, change: Change) -> bool:
        """Tell whether a field is as it was to be."""
        case = self.case()
        if change.what is What.TAG_ADDED:
            return change.name in case.tags
        return shown_of(case, change.field) == change.after

    def held(self, change: Change) -> bool:
        return (change.field, change.after) in self.ever

    def _remember(self) -> None:
        self.ever.append(("subject:", self.subject))
        self.ever += [(f"tag added:{tag}", tag) for tag in self.tags]
        self.ever += [(f"attribute:{name}", text) for name, text in self.attributes.items()]


def shown_of(case: Case, which: str) -> str | None:
    """Return what a case shows of a field (Change.field) that is no note."""
    what, _, name = which.partition(":")
    if what == "subject":
        return case.subject
    if what == "attribute":
        return held_text(case, name)
    return name if name in case.tags else None


@dataclass(frozen=True)
class Luck:
    """What happens at one step of the outbox, and around it."""

    fortune: Fortune = Fortune.ANSWERED
    late: int = 60
    fails: bool = False
    restarts: bool = False
    half: bool = False
