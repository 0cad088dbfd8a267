"""A program that delivers like the outbox, against the model server: one case, an agent, a colleague.

The caller decides everything: nothing is random, and no real clock is read.
"""

from dataclasses import dataclass, field, replace

import msgspec

from caseeditor.domain.case.model import Case, Note
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.evidence import most_shown_by, way_of
from caseeditor.domain.delivery.handover import draft_of, joined_draft, stamped, submitted
from caseeditor.domain.delivery.merge import joined_base
from caseeditor.domain.delivery.server_edits import learned
from caseeditor.domain.delivery.snapshot import Reading, settles_soon, take
from caseeditor.domain.delivery.state_machine import (
    VERIFICATION_READS,
    NextAction,
    after_restart,
    event_of,
    next_action,
    transition,
)
from caseeditor.domain.delivery.submission import (
    Answered,
    BackToDraft,
    Confirmation,
    Decided,
    Doubt,
    EffectStatus,
    Event,
    Findings,
    InParts,
    ItWasStored,
    Read,
    Removed,
    SendAgain,
    Stamp,
    State,
    Submission,
    UnconfirmedNote,
    Unsent,
)
from caseeditor.domain.delivery.visibility import most_shown, showing
from caseeditor.domain.editing.edit import (
    Edit,
    Row,
    with_note,
    with_note_changed,
    with_row,
    with_subject,
    with_tag,
    with_value,
    without_tag,
)
from caseeditor.domain.errors.failure import Failure, FailureKind, RequestReach
from caseeditor.services.api import responses
from tests.domain.delivery.invariants import Invariants
from tests.domain.delivery.model_server import LATE, REJECTED_LATE, STORES, Call, Fortune, Luck, Server

ANSWERS = {Fortune.ANSWERED, Fortune.ANSWERED_SHORTLY, Fortune.ANSWERED_STALE}
DELAYS = (1, 2, 4, 8, 15, 30)


@dataclass
class World:
    """The server, the program's state on disk, and its guarantees."""

    server: Server
    draft: Draft | None = None
    submissions: list[Submission] = field(default_factory=list)
    asked: Findings | None = None
    seen: tuple[Note, ...] = ()
    stamps: bool = False
    way: tuple[str, ...] = ()
    wants_token: bool = False
    cached: Case = field(init=False)
    view: Case = field(init=False)
    invariants: Invariants = field(init=False)

    def __post_init__(self) -> None:
        self.invariants = Invariants(self.server)
        self.look()

    # The agent types.

    def look(self) -> None:
        """Refresh the window."""
        self.view = self._read().case

    def type_note(self, text: str) -> None:
        self.invariants.note_typed(text)
        self._draft(with_note(self.edit, text), Edit(notes={1: text}))

    def change_note(self, place: int, text: str) -> None:
        """Rewrite a pending note."""
        if self.edit.notes:
            number = sorted(self.edit.notes)[place % len(self.edit.notes)]
            self.invariants.notes.remove(self.edit.notes[number])
            self.invariants.note_typed(text)
            self._draft(with_note_changed(self.edit, number, text), Edit())

    def type_subject(self, text: str) -> None:
        self.invariants.value_typed("subject:", text, self.edit.subject, self.view)
        self._draft(with_subject(self.edit, self.view, text), Edit(subject=text))

    def type_value(self, name: str, text: str) -> None:
        """Set an attribute; one that the window does not show is new."""
        if name in {row.name for row in self.edit.rows.values()}:
            return
        is_new = name not in self.view.attributes and name not in self.edit.values
        row = Row(name, text)
        edit = with_row(self.edit, None, row) if is_new else with_value(self.edit, self.view, name, text)
        self.invariants.value_typed(f"attribute:{name}", text, self.edit.values.get(name), self.view)
        self._draft(edit, Edit(rows={1: row}) if is_new else Edit(values={name: text}))

    def type_tag(self, tag: str, *, add: bool) -> None:
        change = with_tag if add else without_tag
        self._draft(change(self.edit, self.view, tag), Edit())

    def submit(self) -> None:
        """Submit the draft."""
        if self.draft is not None and self.draft.edit != Edit():
            number = len(self.submissions) + 1
            submission = submitted(self.draft, self.view)
            submission = msgspec.structs.replace(submission, number=number, names=self.server.my_names)
            self.submissions.append(stamped(submission, Stamp("sello", f"{number}")) if self.stamps else submission)
            self.invariants.submitted(number, submission.edit)
            self.draft = None

    def discard(self) -> None:
        """Discard the draft, with its knowledge of earlier attempts."""
        if self.draft:
            self.invariants.discarded(self.draft.edit)
            self.draft = None

    @property
    def edit(self) -> Edit:
        return self.draft.edit if self.draft else Edit()

    def _draft(self, edit: Edit, touched: Edit) -> None:
        """Change the draft; the base of a field touched for the first time is the value in the window."""
        base = take(Reading(self.view, int(self.server.clock)), touched)
        if self.draft is None:
            self.draft = Draft(server="s", user=self.server.me, case_id="203", edit=edit, base=base)
        else:
            base = joined_base(self.draft.edit, self.draft.base, touched, base)
            self.draft = msgspec.structs.replace(self.draft, edit=edit, base=base)

    # A colleague acts.

    def colleague(self, name: str, value: str | None) -> None:
        """Set a field, write a note or add a tag as a colleague; without a value remove the tag or the last note."""
        server = self.server
        if value is not None:
            server.set(name, value)
        elif name == "note":
            server.notes = server.notes[:-1]
        else:
            server.tags = [tag for tag in server.tags if tag != name]
        server.touch(server.colleague)

    def colleague_reverts(self) -> None:
        """Revert, as a colleague, a value set by the pending submission."""
        submission = self._current
        for name, value in submission.parameters:
            if name == "tag" and value in self.server.tags:
                self.colleague(value, None)
            elif name == "subject" and self.server.subject == self.server.folded(value):
                self.colleague(name, submission.base.subject)
            elif self.server.attributes.get(name) == self.server.folded(value):
                self.colleague(name, submission.base.attributes.get(name, "sin"))

    # The outbox works.

    @property
    def current(self) -> Submission | None:
        """The pending submission in progress: one at a time, in order of submission."""
        return next((submission for submission in self.submissions if submission.state.is_open), None)

    def work(self, luck: Luck) -> None:
        """Take one step for the pending submission."""
        submission = self.current
        match next_action(submission) if submission else NextAction.NOTHING:
            case NextAction.READ:
                self._look_after(luck)
            case NextAction.POST:
                self._post(luck)
            case NextAction.REMOVE:
                self._remove(luck)
        if luck.restarts:
            self.restart()

    def restart(self) -> None:
        """Restart the program from the state on disk."""
        self.asked, self.wants_token = None, False
        self.submissions = [
            after_restart(submission) if submission.state.is_open else submission for submission in self.submissions
        ]

    def _read(self) -> Reading:
        reading = self.server.read()
        while settles_soon(reading.case.update_date, reading.date):
            self.server.tick(1)
            reading = self.server.read()
        self.cached = reading.case
        return reading

    def _look_after(self, luck: Luck) -> None:
        submission = self._current
        waits = {
            State.UNCONFIRMED: DELAYS[min(submission.verification_reads, VERIFICATION_READS - 1)],
            State.NEEDS_ANSWER: 60,
        }
        self.server.tick(waits.get(submission.state, submission.retry_after + 0.3))
        if luck.fails or self.wants_token:
            self.wants_token = False  # the user signs in again
            return
        reading = Reading(self.cached, is_stale=True) if luck.stale else self._read()
        if reading.is_stale:
            return
        self.view = reading.case
        self.invariants.read(submission)
        self._bring(self._seen(submission, reading))
        self.invariants.told(self.submissions[submission.number - 1], reading.case)
        for each in [each for each in self.submissions if each.state is State.STORED]:
            self._save(transition(each, self._seen(each, reading)))

    def _seen(self, submission: Submission, reading: Reading) -> Read:
        ended = self.submissions[: submission.number - 1] if submission.state is State.QUEUED else []
        return Read(reading, self._ghosts(submission), self.server.has_shown, self.way, tuple(ended))

    def _ghosts(self, submission: Submission) -> tuple[UnconfirmedNote, ...]:
        return tuple(
            unconfirmed_note
            for each in self.submissions
            if each.number != submission.number
            for unconfirmed_note in each.unconfirmed
        )

    def _post(self, luck: Luck) -> None:
        submission, fortune = self._current, luck.fortune
        self.invariants.calling()
        self.invariants.posting(submission, fortune)
        stale = self.server.show()
        call = Call(submission.number, submission.parameters, is_answered=fortune in ANSWERS)
        call.is_rejected_late = fortune in REJECTED_LATE
        if luck.half:
            self.invariants.was_halved = True
            call = replace(call, parameters=call.parameters[: len(call.parameters) // 2])
        if fortune is not Fortune.UNSENT:
            self.invariants.calls.append(call)
        self._carry_out(call, luck)
        if not luck.restarts:
            self._bring(self._outcome(luck, stale))

    def _carry_out(self, call: Call, luck: Luck) -> None:
        if luck.fortune in STORES:
            self.server.do(call)
        elif luck.fortune in LATE:
            self.server.late.append((self.server.clock + luck.late, call))

    def _outcome(self, luck: Luck, stale: Case) -> Event:
        match luck.fortune:
            case Fortune.ANSWERED:
                return self._answered(self.server.show())
            case Fortune.ANSWERED_STALE:
                return self._answered(stale)
            case Fortune.ANSWERED_SHORTLY:
                return Answered(None)
            case Fortune.UNSENT:
                return Unsent(Failure(kind=FailureKind.UNREACHABLE))
            case _ if luck.status:
                return self._turned_away(luck)
            case _:
                return Doubt()

    def _answered(self, case: Case) -> Answered:
        return Answered(case, self.server.has_shown, self._ghosts(self._current), self.way)

    def _turned_away(self, luck: Luck) -> Event:
        """Return the gateway's error for a status."""
        kind = responses.kind_of(luck.status)
        self.wants_token = kind.needs_token
        reach = RequestReach.ANSWERED if responses.is_decided(kind) else RequestReach.UNKNOWN
        wait = luck.late % 7 if kind is FailureKind.TOO_MANY else 0
        return event_of(Failure(kind=kind, reach=reach, status=luck.status, words="no", retry_after=wait))

    def _remove(self, luck: Luck) -> None:
        self.invariants.calling()
        self._carry_out(Call(self._current.number, removed=self._current.removing), luck)
        if not luck.restarts:
            self._bring(Removed())

    # Questions to the agent.

    def open_question(self) -> None:
        """Show the facts; reads continue behind the question."""
        submission = self.current
        self.asked = submission.findings if submission and submission.state is State.NEEDS_ANSWER else None
        self.seen = self.server.case().notes

    def send_again(self) -> None:
        submission = self.current
        if submission and submission.state is State.NEEDS_ANSWER and self.asked:
            self.invariants.consent[submission.number] = self.asked
            self.invariants.judging(self.seen)
            self._bring(SendAgain(self.asked))

    def say_stored(self) -> None:
        if self.current and self.current.state is State.NEEDS_ANSWER:
            self.invariants.judging(self.seen)
            self._bring(ItWasStored())

    def take_back(self) -> None:
        if self.current:
            self._bring(BackToDraft())

    def want_parts(self) -> None:
        """Return a rejected submission to the draft, for submission in parts."""
        if self.current:
            self._bring(InParts())

    def decide(self, *, mine: bool) -> None:
        submission = self.current
        if submission and submission.state is State.CONFLICTED:
            self.invariants.decided(submission, mine=mine)
            self._bring(Decided(() if mine else tuple(conflict.field for conflict in submission.conflicts)))

    def finish(self) -> None:
        """Finish all submissions with a sensible agent and a well-behaved server."""
        for count in range(400):
            submission = self.current
            if submission is None:
                break
            self.decide(mine=count % 2 == 0)
            self.open_question()
            fates = {evidence.status for evidence in self.asked.evidence} if self.asked else set()
            if fates & {EffectStatus.AMBIGUOUS, EffectStatus.UNKNOWN}:
                self.say_stored()
            else:
                self.send_again()
            self.work(Luck())
        assert self.current is None, "it never ends"
        self.check()

    def check(self) -> None:
        self.invariants.kept(self.submissions, self.edit)

    # Storage.

    @property
    def _current(self) -> Submission:
        assert self.current is not None
        return self.current

    def _bring(self, event: Event) -> None:
        """Feed in an event and check the result against the invariants."""
        submission = self._current
        after = transition(submission, event)
        if after.state is State.SENDING and submission.state is not State.SENDING:
            self.invariants.sending(after)
        if after.confirmation and not submission.confirmation:
            self.invariants.stored(after)
            self._learn(after, event)
        self._save(after)
        if after.state is State.REJECTED:
            self.invariants.refused(after)
        if after.state in (State.REJECTED, State.DRAFT):
            before, back = self.edit, draft_of(after)
            draft = joined_draft(self.draft, back) if self.draft else back
            self.draft = msgspec.json.decode(msgspec.json.encode(draft), type=Draft)
            self.invariants.returned(after, before, self.edit)

    def _learn(self, submission: Submission, event: Event) -> None:
        """Learn the server's habits from accepted updates, as ServerHabits does."""
        case = event.reading.case if isinstance(event, Read) else event.case if isinstance(event, Answered) else None
        if submission.accepted and submission.findings and case:
            if submission.confirmation is Confirmation.SEEN:
                self.way = learned(self.way, way_of(submission.findings))
            self.way = showing(self.way, most_shown_by(submission.findings, case, most_shown(self.way)))

    def _save(self, submission: Submission) -> None:
        saved = msgspec.json.decode(msgspec.json.encode(submission), type=Submission)
        assert saved == submission, "the disk gives back something else"
        self.submissions[submission.number - 1] = saved
