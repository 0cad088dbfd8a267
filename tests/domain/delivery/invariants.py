"""The guarantees of delivery, checked against the truth that only the model server holds."""

from collections import Counter
from dataclasses import dataclass, field

from caseeditor.domain.case.model import Case, Note
from caseeditor.domain.delivery.evidence import UNCONFIRMED_FOR, effects, may_be
from caseeditor.domain.delivery.submission import Confirmation, EffectStatus, Findings, State, Submission
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.text.same_text import plain
from tests.domain.delivery.model_server import (
    REJECTED_LATE,
    Call,
    Fortune,
    Makes,
    Names,
    Server,
    Shows,
    Stored,
    shown_of,
)

_SLACK = 2
"""Seconds from the read before an attempt, which dates the attempt, to the attempt itself."""
NEVER_STORED = {Fortune.REFUSED, Fortune.TOO_MANY, Fortune.UNSENT, Fortune.TOKEN}
"""Certainly not stored, and detectably so: no consent is used up."""


def fields(edit: Edit, submission: Submission) -> tuple[Change, ...]:
    """List the effects of an edit other than notes."""
    return tuple(change for change in effects(edit, submission.base) if change.what is not ChangeKind.NOTE)


@dataclass
class Invariants:
    """Log of the agent's input, the reads, the consents and the reported outcomes. Each method records or asserts."""

    server: Server
    typed: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    values: set[tuple[str, str | None]] = field(default_factory=set)
    seen_over: set[tuple[str, str | None]] = field(default_factory=set)
    held: dict[int, set[str]] = field(default_factory=dict)
    posted: Counter[str] = field(default_factory=Counter)
    repeated: Counter[str] = field(default_factory=Counter)
    consent: dict[int, Findings] = field(default_factory=dict)
    claimed: list[tuple[int, str]] = field(default_factory=list)
    lineage: dict[int, set[int]] = field(default_factory=dict)
    coming_back: set[int] = field(default_factory=set)
    sent_by_itself: set[int] = field(default_factory=set)
    last_over: dict[int, str] = field(default_factory=dict)
    last_posted: dict[tuple[int, str], float] = field(default_factory=dict)
    given_up: list[tuple[float, str]] = field(default_factory=list)
    given_up_of: list[tuple[float, set[int], set[str]]] = field(default_factory=list)
    recalled: dict[int, list[tuple[float, set[int]]]] = field(default_factory=dict)
    judged: list[Note] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    reads_since_call: int = 1
    sent_over: str = ""
    was_halved: bool = False

    def note_typed(self, text: str) -> None:
        self.typed[text] += 1
        self.notes.append(text)

    def value_typed(self, which: str, text: str, before: str | None, over: Case) -> None:
        self.values.discard((which, before))
        self.values.add((which, text))
        self.seen_over.add((which, shown_of(over, which)))

    def submitted(self, number: int, edit: Edit) -> None:
        """Record the earlier submissions that this one continues or must be compared with for a while."""
        self.lineage[number] = {number, *self.coming_back}
        self.coming_back = set()
        about = [entry for entry in self.given_up_of if entry[2] & {*edit.notes.values()}]
        self.given_up_of = [entry for entry in self.given_up_of if entry not in about]
        self.recalled[number] = [(end, numbers - self.lineage[number]) for end, numbers, _ in about]
        self.lineage[number] = self.lineage[number].union(*(numbers for _, numbers, _ in about))

    def discarded(self, edit: Edit) -> None:
        """Record discarded notes: a posted note typed again soon is the same note; later it is a new one."""
        values = [("subject:", edit.subject), *((f"attribute:{name}", text) for name, text in edit.values.items())]
        self.values -= {*values, *((f"attribute:{row.name}", row.value) for row in edit.rows.values())}
        for text in edit.notes.values():
            self.notes.remove(text)
        for text in {
            *edit.notes.values()
        }:  # the agent is asked about a retyped note even if several were posted at once
            self.typed[text] -= 1
            self.given_up.append((self._last_posted(text) + UNCONFIRMED_FOR, text))
        last = max((self._last_posted(text) for text in edit.notes.values()), default=0)
        self.given_up_of.append((last + UNCONFIRMED_FOR - _SLACK, self.coming_back, {*edit.notes.values()}))
        self.coming_back = set()

    def _last_posted(self, text: str) -> float:
        """Return the time of the last attempt with a note that came back; 0 without one."""
        return max((self.last_posted.get((number, text), 0) for number in self.coming_back), default=0)

    def _let_go(self) -> None:
        """Treat notes discarded long ago as new ones."""
        for entry in [entry for entry in self.given_up if entry[0] <= self.server.clock]:
            self.given_up.remove(entry)
            self.typed[entry[1]] += 1

    def judging(self, seen: tuple[Note, ...]) -> None:
        """Record the state that the agent saw when the question opened and assigned to themselves or to others."""
        self.judged += seen

    def decided(self, submission: Submission, *, mine: bool) -> None:
        for conflict in submission.conflicts:
            self.held.get(submission.number, set()).discard(conflict.field)
            if mine:
                self.seen_over.add((conflict.field, conflict.theirs))

    def read(self, submission: Submission) -> None:
        """Record a read and the fields that it shows as ours."""
        self.reads_since_call += 1
        if submission.first is not None:
            there = {change.field for change in fields(submission.edit, submission) if self.server.holds(change)}
            self.held.setdefault(submission.number, set()).update(there)

    def sending(self, submission: Submission) -> None:
        """No colleague's change is overwritten undecided; no value that a colleague reverted is set again by itself."""
        self.sent_over = self.server.update_date
        if submission.number not in self.consent:
            self._landed_unseen(submission)
        for change in fields(submission.sending, submission):
            now = shown_of(self.server.case(), change.field)
            is_gone = change.field in self.held.get(submission.number, ()) and not self.server.holds(change)
            assert not is_gone, "held and gone, and sent again"
            if change.what is not ChangeKind.TAG_ADDED:
                assert (change.field, now) in self.seen_over, "a colleague's change is overwritten"

    def calling(self) -> None:
        """No call is made without a read since the previous call."""
        assert self.reads_since_call, "called twice without a read between"
        self.reads_since_call = 0

    def posting(self, submission: Submission, fortune: Fortune) -> None:
        """No note is posted again without consent to the server's state; other changes once, while nothing moved."""
        if fortune in NEVER_STORED | REJECTED_LATE:
            return
        consent = self.consent.pop(submission.number, None)
        if submission.number in self.last_over and consent is None:
            assert submission.number not in self.sent_by_itself, "sent again by itself more than once"
            assert self.last_over[submission.number] == self.sent_over, "sent again by itself, though the case moved"
            self.sent_by_itself.add(submission.number)
        self.last_over[submission.number] = self.sent_over
        approved: list[str | None] = []
        if consent and consent.update_date == self.sent_over:
            approved = [
                evidence.change.after for evidence in consent.evidence if evidence.status is not EffectStatus.CONFIRMED
            ]
        self._let_go()
        for text in (text for name, text in submission.parameters if name == "note"):
            self.posted[text] += 1
            self.last_posted[submission.number, text] = self.server.clock
            self.repeated[text] += text in approved
            assert self.posted[text] <= self.typed[text] + self.repeated[text], "a note is posted again unasked"

    def stored(self, submission: Submission) -> None:
        """Nothing is reported as stored that never was; as accepted only on the server's word, with hidden notes."""
        if submission.confirmation is Confirmation.ACCEPTED:
            is_plain = self.server.shows is Shows.ALL and self.server.has_shown and self.server.makes is Makes.AS_IS
            assert not is_plain, "accepted, though notes are shown as they were sent"
            assert self.calls[-1].is_answered, "accepted, and the server never said so"
        if submission.confirmation is not Confirmation.SEEN or self.was_halved:
            return
        seen = self.server.has_shown or submission.stamp
        assert not submission.edit.notes or seen, "seen, where no note was ever shown"
        for change in fields(submission.edit, submission):
            assert self.server.held(change), "a change called stored never was"
        for text in submission.edit.notes.values():
            self._claim(submission.number, text)

    def told(self, submission: Submission, case: Case) -> None:
        """Never tell the agent "no trace" of a visible note."""
        if (
            submission.state is State.NEEDS_ANSWER
            and submission.approved is None
            and submission.findings
            and case.notes_shown
        ):
            notes = [evidence for evidence in submission.findings.evidence if evidence.change.what is ChangeKind.NOTE]
            told = sum(evidence.status is not EffectStatus.MISSING for evidence in notes)
            there = sum(stored.origin == submission.number for stored in self.server.visible)
            assert told >= min(there, len(notes)), "a note that is there is said not to be"
            moved = submission.current and submission.current.update_date != case.update_date
            is_told = self.server.names in (Names.TOLD, Names.LOGIN)
            if moved and len(notes) == 1 and is_told and self.server.changed_by == self.server.agent:
                hidden = sum(stored.origin == submission.number for stored in self.server.notes)
                assert told >= min(hidden, len(notes)), "a note that can't be seen is said not to be there"

    def refused(self, submission: Submission) -> None:
        """No part of a rejected submission is stored; a note that lands later is remembered."""
        unconfirmed = [unconfirmed_note.text for unconfirmed_note in submission.unconfirmed]
        for call in [call for call in self.calls if call.origin == submission.number]:
            assert not call.is_done or call.is_rejected_late, "refused, yet stored"
            if call in [late for _, late in self.server.late]:
                texts = [plain(value) for name, value in call.parameters if name == "note"]
                assert {*texts} <= {*unconfirmed}, "refused, and its note forgotten"

    def _landed_unseen(self, submission: Submission) -> None:
        """No note is posted automatically while an earlier copy of it is visible."""
        self._let_go()
        past = [numbers for end, numbers in self.recalled[submission.number] if end <= self.server.clock]
        family = self.lineage[submission.number].difference(*past)
        case = self.server.case()
        sent = [plain(text) for text in submission.sending.notes.values()]
        for text in {*sent, *(unconfirmed_note.text for unconfirmed_note in submission.unconfirmed)}:
            ours = [each for each in self.server.visible if each.origin in family and each.note in case.notes]
            ours = [each for each in ours if each.note not in self.judged]
            there = [each for each in ours if self._is_sent_for(submission, each, text)]
            claims = [said for number, said in self.claimed if number in family]
            known = sum(any(_is_made_of(each, said) for each in there) for said in claims)
            assert len(there) <= known or not sent, "a note is posted again though it is there to be seen"

    def _is_sent_for(self, submission: Submission, stored: Stored, text: str) -> bool:
        """Return whether a note was sent for a text; a discarded note counts only if the same text is typed again."""
        given_up = set[int]().union(*(numbers for _, numbers in self.recalled[submission.number]))
        return plain(stored.sent) == plain(text) or (stored.origin not in given_up and _is_made_of(stored, text))

    def returned(self, submission: Submission, before: Edit, draft: Edit) -> None:
        """Everything that isn't stored is back in the draft."""
        ours = [
            evidence.change
            for evidence in (submission.findings.evidence if submission.findings else ())
            if evidence.status is EffectStatus.CONFIRMED
        ]
        seen = Counter(change.after or "" for change in ours if change.what is ChangeKind.NOTE)
        had, has = Counter(before.notes.values()), Counter(draft.notes.values())
        for text, count in Counter(submission.edit.notes.values()).items():
            assert has[text] >= had[text] + count - seen[text], "a note did not come back"
        for text in seen.elements():
            self._claim(submission.number, text)
        self.coming_back |= self.lineage[submission.number]
        there = {change.field for change in ours}
        names = {*draft.values, *(row.name for row in draft.rows.values())}
        for change in fields(submission.edit, submission):
            back = {ChangeKind.SUBJECT: draft.subject is not None, ChangeKind.TAG_ADDED: change.name in draft.tags}
            assert change.field in there or back.get(change.what, change.name in names), "a change did not come back"
        assert all(tag in draft.tags for tag, add in submission.edit.tags.items() if not add), (
            "a removal did not come back"
        )

    def kept(self, submissions: list[Submission], draft: Edit) -> None:
        """No typed text is lost: it is in the draft, in a pending submission, or in the history."""
        edits = [*(submission.edit for submission in submissions), draft]
        notes = Counter(text for edit in edits for text in edit.notes.values())
        assert not Counter(self.notes) - notes, "a typed note is gone"
        values: set[tuple[str, str | None]] = {("subject:", edit.subject) for edit in edits}
        values |= {(f"attribute:{name}", text) for edit in edits for name, text in edit.values.items()}
        values |= {(f"attribute:{row.name}", row.value) for edit in edits for row in edit.rows.values()}
        values |= {(each.field, each.mine) for submission in submissions for each in submission.conceded}
        assert not self.values - values, "a typed value is gone"

    def _claim(self, number: int, text: str) -> None:
        """No more notes are reported as stored than were, unless a colleague's identical note is indistinguishable."""
        self.claimed.append((number, text))
        family = self.lineage[number]
        claims = sum(each in family and said == text for each, said in self.claimed)
        like = [stored for stored in self.server.written if _is_made_of(stored, text)]
        ours = sum(stored.origin in family for stored in like)
        alike = any(not stored.origin for stored in like)
        excused = self.was_halved or (alike and self.server.names in (Names.NO_ME, Names.NOBODY, Names.TWINS))
        assert excused or claims <= ours, "a note called stored never was"


def _is_made_of(stored: Stored, text: str) -> bool:
    """Return whether a note came, or may have come, from a text."""
    return plain(stored.sent) == plain(text) or may_be(stored.note.text, text)
