"""An adversarial server, a program that delivers as the outbox does, and what must hold whatever happens.

Everything is decided by the caller: nothing here is random, and no real clock is read.
"""

import enum
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import msgspec

from caseeditor.domain import dates
from caseeditor.domain.case import Attribute, Case, Note, held_text
from caseeditor.domain.changes import Change, What
from caseeditor.domain.delivery import LOOKS, Step, advance, next_step, resumed
from caseeditor.domain.draft import Draft
from caseeditor.domain.edit import Edit, Row, with_note, with_note_changed, with_row, with_subject, with_tag, with_value
from caseeditor.domain.edit import without_tag as with_tag_removed
from caseeditor.domain.facts import effects, is_like, plain
from caseeditor.domain.failure import Failure, Kind, Reach
from caseeditor.domain.handover import draft_of, joined_draft, submitted
from caseeditor.domain.merge import joined_base
from caseeditor.domain.parcel import (
    Answered,
    BackToDraft,
    Decided,
    Doubt,
    Event,
    Facts,
    Fate,
    Ghost,
    ItWasStored,
    Parcel,
    Read,
    Refused,
    Removed,
    SendAgain,
    State,
    Unsent,
    Verdict,
)
from caseeditor.domain.snapshot import Reading, settles_soon, take

DELAYS = (1, 2, 4, 8, 15, 30)
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
NEVER_STORED = {Fortune.REFUSED, Fortune.TOO_MANY, Fortune.UNSENT, Fortune.TOKEN}
"""Surely not stored, and the program can know: no consent is used up."""


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

    def case(self) -> Case:
        """Return the case as a read shows it."""
        self.reads += 1
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
        return Reading(self.case(), int(self.clock))

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


@dataclass
class World:
    """The server, what the program has on disk, what the agent did, and the truth to hold it against."""

    server: Server
    draft: Draft | None = None
    parcels: list[Parcel] = field(default_factory=list)
    shows_notes: bool = False
    view: Case = field(init=False)
    calls: list[Call] = field(default_factory=list)
    typed: Counter[str] = field(default_factory=Counter)
    alive: list[str] = field(default_factory=list)
    alive_fields: set[tuple[str, str | None]] = field(default_factory=set)
    seen_over: set[tuple[str, str | None]] = field(default_factory=set)
    held_seen: dict[int, set[str]] = field(default_factory=dict)
    posted: Counter[str] = field(default_factory=Counter)
    repeated: Counter[str] = field(default_factory=Counter)
    consent: dict[int, Facts] = field(default_factory=dict)
    claimed: Counter[str] = field(default_factory=Counter)
    reads_since_post: int = 1
    halved: bool = False
    asked: Facts | None = None
    sent_over: str = ""

    def __post_init__(self) -> None:
        self.look()

    # The agent types.

    def look(self) -> None:
        """Refresh what the window shows."""
        self.view = self._read(failing=False).case

    def type_note(self, text: str) -> None:
        self.typed[text] += 1
        self.alive.append(text)
        self._draft(with_note(self._edit, text), Edit(notes={1: text}))

    def change_note(self, number: int, text: str) -> None:
        """Write a pending note anew."""
        numbers = sorted(self._edit.notes)
        if not numbers:
            return
        number = numbers[number % len(numbers)]
        self.alive.remove(self._edit.notes[number])
        self.typed[text] += 1
        self.alive.append(text)
        self._draft(with_note_changed(self._edit, number, text), Edit())

    def type_subject(self, text: str) -> None:
        self._type_field("subject:", text, self._edit.subject)
        self._draft(with_subject(self._edit, self.view, text), Edit(subject=text))

    def type_value(self, name: str, text: str) -> None:
        if name in {row.name for row in self._edit.rows.values()}:
            return
        self._type_field(f"attribute:{name}", text, self._edit.values.get(name))
        if name in self.view.attributes:
            self._draft(with_value(self._edit, self.view, name, text), Edit(values={name: text}))
        elif name not in self._edit.values:
            self._draft(with_row(self._edit, None, Row(name, text)), Edit(rows={1: Row(name, text)}))

    def type_tag(self, tag: str, *, add: bool) -> None:
        if add:
            self._draft(with_tag(self._edit, self.view, tag), Edit())
        else:
            self._draft(with_tag_removed(self._edit, self.view, tag), Edit())

    def submit(self) -> None:
        """Make a submission of the draft."""
        if self.draft is None or self.draft.edit == Edit():
            return
        number = len(self.parcels) + 1
        parcel = msgspec.structs.replace(submitted(self.draft, self.view), number=number)
        self.parcels.append(parcel)
        self.draft = None

    @property
    def _edit(self) -> Edit:
        return self.draft.edit if self.draft else Edit()

    def _type_field(self, which: str, text: str, before: str | None) -> None:
        self.alive_fields.discard((which, before))
        self.alive_fields.add((which, text))
        self.seen_over.add((which, shown_of(self.view, which)))

    def _draft(self, edit: Edit, touched: Edit) -> None:
        fresh = take(Reading(self.view, int(self.server.clock)), touched)
        if self.draft is None:
            self.draft = Draft(server="s", user=self.server.me, case_id="203", edit=edit, base=fresh)
        else:
            base = joined_base(self.draft.edit, self.draft.base, touched, fresh)
            self.draft = msgspec.structs.replace(self.draft, edit=edit, base=base)

    # A colleague acts.

    def colleague(self, name: str, value: str | None) -> None:
        """Let a colleague set a field, write a note, add a tag; without a value take the tag or the last note away."""
        server = self.server
        if value is not None:
            server.set(name, value)
        elif name == "note":
            server.notes = server.notes[:-1]
        else:
            server.tags = [tag for tag in server.tags if tag != name]
        server.touch(COLLEAGUE)

    # The outbox works.

    @property
    def current(self) -> Parcel | None:
        """The submission that is on its way: one at a time, in the order of submitting."""
        return next((parcel for parcel in self.parcels if parcel.state.is_open), None)

    def work(self, luck: Luck) -> None:
        """Take one step for the submission that is on its way."""
        parcel = self.current
        if parcel is None:
            return
        match next_step(parcel):
            case Step.READ:
                self._look_after(parcel, luck)
            case Step.POST:
                self._post(parcel, luck)
            case Step.REMOVE:
                self._remove(parcel, luck)
            case Step.ASK:
                pass
            case Step.NOTHING:
                raise AssertionError(parcel.state)
        if luck.restarts:
            self.restart()

    def restart(self) -> None:
        """Start the program anew: what is on disk is all there is."""
        saved = [msgspec.json.encode(parcel) for parcel in self.parcels]
        self.parcels = [msgspec.json.decode(parcel, type=Parcel) for parcel in saved]
        if self.draft:
            self.draft = msgspec.json.decode(msgspec.json.encode(self.draft), type=Draft)
        self.asked = None
        for parcel in self.parcels:
            if parcel.state.is_open:
                self._save(resumed(parcel))

    def _read(self, *, failing: bool) -> Reading:
        reading = self.server.read()
        while not failing and settles_soon(reading.case.update_date, reading.date):
            self.server.tick(1)
            reading = self.server.read()
        if reading.case.notes:
            self.shows_notes = True
        return reading

    def _look_after(self, parcel: Parcel, luck: Luck) -> None:
        match parcel.state:
            case State.UNSURE:
                self.server.tick(DELAYS[min(parcel.looks, LOOKS - 1)])
            case State.ASKING:
                self.server.tick(60)
            case _:
                self.server.tick(parcel.retry_after + 0.3)
        if luck.fails:
            return
        reading = self._read(failing=False)
        self.reads_since_post += 1
        others = [each for each in self.parcels if each.number != parcel.number]
        ghosts: tuple[Ghost, ...] = tuple(ghost for each in others for ghost in each.ghosts)
        if parcel.first is not None:
            there = {each.field for each in self._fields(parcel.edit, parcel) if self.server.holds(each)}
            self.held_seen.setdefault(parcel.number, set()).update(there)
        self._bring(parcel, Read(reading, ghosts, self.shows_notes))
        self._check_traces(self.parcels[parcel.number - 1], reading.case)
        for each in others:
            own = tuple(ghost for other in self.parcels if other.number != each.number for ghost in other.ghosts)
            if each.state is State.STORED:
                self._save(advance(each, Read(reading, own, self.shows_notes)))

    def _post(self, parcel: Parcel, luck: Luck) -> None:
        assert self.reads_since_post, "posted twice without a read between"
        self.reads_since_post = 0
        stale, fortune = self.server.case(), luck.fortune
        call = Call(parcel.number, parcel.parameters)
        self._count(parcel, fortune)
        if luck.half:
            self.halved = True
            call = replace(call, parameters=call.parameters[: len(call.parameters) // 2])
        if fortune not in (Fortune.UNSENT, Fortune.TOKEN):
            self.calls.append(call)
        if fortune in STORES:
            self.server.do(call)
        elif fortune is Fortune.LATE:
            self.server.late.append((self.server.clock + luck.late, call))
        case = self.server.case() if fortune is Fortune.ANSWERED else stale
        if case.notes:
            self.shows_notes = True
        if not luck.restarts:
            self._bring(parcel, self._outcome(fortune, case, luck))

    def _outcome(self, fortune: Fortune, case: Case, luck: Luck) -> Event:
        match fortune:
            case Fortune.ANSWERED | Fortune.ANSWERED_STALE:
                return Answered(case, self.shows_notes)
            case Fortune.ANSWERED_SHORTLY:
                return Answered(None)
            case Fortune.REFUSED | Fortune.REFUSED_STORED:
                return Refused(Failure(kind=Kind.REFUSED, reach=Reach.ANSWERED, status=400, words="no"))
            case Fortune.TOO_MANY | Fortune.TOO_MANY_STORED:
                return Refused(
                    Failure(
                        kind=Kind.TOO_MANY, reach=Reach.ANSWERED, status=429, retry_after=luck.late % 7, words="429"
                    )
                )
            case Fortune.UNSENT:
                return Unsent(Failure(kind=Kind.UNREACHABLE))
            case Fortune.TOKEN:
                return Unsent(Failure(kind=Kind.TOKEN_REFUSED, reach=Reach.ANSWERED, status=401))
            case _:
                return Doubt()

    def _remove(self, parcel: Parcel, luck: Luck) -> None:
        assert self.reads_since_post, "removed twice without a read between"
        self.reads_since_post = 0
        call = Call(parcel.number, removed=parcel.removing)
        if luck.fortune in STORES:
            self.server.do(call)
        elif luck.fortune is Fortune.LATE:
            self.server.late.append((self.server.clock + luck.late, call))
        if not luck.restarts:
            self._bring(parcel, Removed())

    # The agent is asked.

    def open_question(self) -> None:
        """Show the facts; reads go on behind the question."""
        parcel = self.current
        self.asked = parcel.facts if parcel and parcel.state is State.ASKING else None

    def send_again(self) -> None:
        parcel = self.current
        if parcel and parcel.state is State.ASKING and self.asked:
            self.consent[parcel.number] = self.asked
            self._bring(parcel, SendAgain(self.asked))

    def say_stored(self) -> None:
        if self.current and self.current.state is State.ASKING:
            self._bring(self.current, ItWasStored())

    def take_back(self) -> None:
        if self.current:
            self._bring(self.current, BackToDraft())

    def decide(self, *, mine: bool) -> None:
        parcel = self.current
        if parcel is None or parcel.state is not State.DECIDING:
            return
        for conflict in parcel.conflicts:
            self.held_seen.get(parcel.number, set()).discard(conflict.field)
            if mine:
                self.seen_over.add((conflict.field, conflict.theirs))
        theirs = () if mine else tuple(conflict.field for conflict in parcel.conflicts)
        self._bring(parcel, Decided(theirs))

    # What must hold.

    def _bring(self, parcel: Parcel, event: Event) -> None:
        after = advance(parcel, event)
        if after.state is State.SENDING and parcel.state is not State.SENDING:
            self._check_sending(after)
        if after.verdict and not parcel.verdict:
            self._check_stored(after)
        self._save(after)
        if after.state in (State.REFUSED, State.DRAFT):
            self._check_refused(after)
            self._give_back(after)

    def _save(self, parcel: Parcel) -> None:
        saved = msgspec.json.decode(msgspec.json.encode(parcel), type=Parcel)
        assert saved == parcel, "the disk gives back something else"
        self.parcels[parcel.number - 1] = saved

    def _give_back(self, parcel: Parcel) -> None:
        """Merge into the draft; nothing that isn't surely stored may be missing there."""
        back, before = draft_of(parcel), Counter(self._edit.notes.values())
        ours = [fact.change for fact in (parcel.facts.facts if parcel.facts else ()) if fact.fate is Fate.OURS]
        stored = Counter(change.after for change in ours if change.what is What.NOTE)
        self.draft = joined_draft(self.draft, back) if self.draft else back
        edit = self.draft.edit
        for text, count in Counter(parcel.edit.notes.values()).items():
            assert Counter(edit.notes.values())[text] >= before[text] + count - stored[text], "a note is gone"
            self.claimed[text] += stored[text]
            if stored[text]:
                self._check_claim(text)
        held = {change.field for change in ours}
        names = {*edit.values, *(row.name for row in edit.rows.values())}
        for change in self._fields(parcel.edit, parcel):
            is_back = {What.SUBJECT: edit.subject is not None, What.TAG_ADDED: change.name in edit.tags}
            assert change.field in held or is_back.get(change.what, change.name in names), "a change is gone"
        assert all(tag in edit.tags for tag, add in parcel.edit.tags.items() if not add), "a removal is gone"

    def _fields(self, edit: Edit, parcel: Parcel) -> tuple[Change, ...]:
        return tuple(change for change in effects(edit, parcel.base) if change.what is not What.NOTE)

    def _check_sending(self, parcel: Parcel) -> None:
        """A colleague's change is not overwritten, and what a colleague took back isn't set again, undecided."""
        self.sent_over = self.server.update_date
        for change in self._fields(parcel.sending, parcel):
            now = shown_of(self.server.case(), change.field)
            assert change.field not in self.held_seen.get(parcel.number, ()), "held and gone, and sent again"
            if change.what is not What.TAG_ADDED:
                assert (change.field, now) in self.seen_over, "a colleague's change is overwritten"

    def _count(self, parcel: Parcel, fortune: Fortune) -> None:
        """No note is posted again without consent on what the server shows."""
        if fortune in NEVER_STORED:
            return
        consent = self.consent.pop(parcel.number, None)
        agreed = [fact.change.after for fact in consent.facts if fact.fate is not Fate.OURS] if consent else []
        for name, text in parcel.parameters:
            if name == "note":
                self.posted[text] += 1
                if text in agreed and consent and consent.update_date == self.sent_over:
                    self.repeated[text] += 1
                assert self.posted[text] <= self.typed[text] + self.repeated[text], "a note is posted again unasked"

    def _check_stored(self, parcel: Parcel) -> None:
        seen = self.server.shows is Shows.ALL and self.shows_notes
        assert parcel.verdict is not Verdict.ACCEPTED or not seen, "notes are shown"
        if parcel.verdict is not Verdict.SEEN or self.halved:
            return
        for change in self._fields(parcel.edit, parcel):
            assert self.server.held(change), "called stored, and never was"
        for text in parcel.edit.notes.values():
            self.claimed[text] += 1
            self._check_claim(text)

    def _check_claim(self, text: str) -> None:
        """As many notes were stored as are called so, unless a colleague wrote the same where nobody is told apart."""
        ours = sum(stored.sent == text for stored in self.server.written if stored.origin)
        alike = any(is_like(stored.note.text, text) for stored in self.server.written if not stored.origin)
        told_apart = self.server.names in (Names.TOLD, Names.OTHER_FORM)
        assert self.halved or (alike and not told_apart) or self.claimed[text] <= ours, "a note called stored is not"

    def _check_traces(self, parcel: Parcel, case: Case) -> None:
        """What the agent is shown never says "no trace" of a note that is there to be seen."""
        if parcel.state is not State.ASKING or parcel.agreed or not parcel.facts or not case.notes_shown:
            return
        notes = [fact for fact in parcel.facts.facts if fact.change.what is What.NOTE]
        told = sum(fact.fate is not Fate.ABSENT for fact in notes)
        there = sum(stored.origin == parcel.number for stored in self.server.notes)
        assert told >= min(there, len(notes)), "a note that is there is said not to be"

    def _check_refused(self, parcel: Parcel) -> None:
        if parcel.state is State.REFUSED:
            late = [call for _, call in self.server.late]
            for call in self.calls:
                assert call.origin != parcel.number or not (call.is_done or call in late), "refused, yet stored"

    def check(self) -> None:
        """Nothing typed is gone: it is in the draft, on its way, or in the history."""
        kept = Counter(self._edit.notes.values())
        everywhere = [*(parcel.edit for parcel in self.parcels), self._edit]
        for parcel in self.parcels:
            kept += Counter(parcel.edit.notes.values())
        assert not Counter(self.alive) - kept, "a typed note is gone"
        fields: set[tuple[str, str | None]] = {("subject:", edit.subject) for edit in everywhere}
        fields |= {(f"attribute:{name}", text) for edit in everywhere for name, text in edit.values.items()}
        fields |= {(f"attribute:{row.name}", row.value) for edit in everywhere for row in edit.rows.values()}
        fields |= {(each.field, each.mine) for parcel in self.parcels for each in parcel.yielded}
        assert not self.alive_fields - fields, "a typed value is gone"

    def finish(self) -> None:
        """Let a sensible agent and a good server bring all to an end."""
        for count in range(400):
            parcel = self.current
            if parcel is None:
                return
            if parcel.state is State.DECIDING:
                self.decide(mine=count % 2 == 0)
            elif parcel.state is State.ASKING:
                self.open_question()
                fates = {fact.fate for fact in self.asked.facts} if self.asked else set()
                if fates & {Fate.MAYBE, Fate.UNKNOWN}:
                    self.say_stored()
                else:
                    self.send_again()
            self.work(Luck())
        raise AssertionError("it never ends")
