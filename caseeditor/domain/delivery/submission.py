"""Submissions as the outbox stores them, and the events of the state machine."""

import enum

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.guard import BatchMark
from caseeditor.domain.delivery.merge import Conflict
from caseeditor.domain.delivery.snapshot import Reading, Snapshot
from caseeditor.domain.editing.changes import Change, Parameters
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure


class State(enum.Enum):
    """The states of RULES.md. The last three are final."""

    QUEUED = "queued"
    SENDING = "sending"
    UNCONFIRMED = "unsure"
    NEEDS_ANSWER = "asking"
    CONFLICTED = "deciding"  # waits for the agent to resolve a conflict
    REMOVING = "removing"
    STORED = "stored"
    REJECTED = "refused"  # merged into the draft
    DRAFT = "draft"  # taken back by the agent

    @property
    def is_open(self) -> bool:
        return self not in (State.STORED, State.REJECTED, State.DRAFT)

    @property
    def needs_agent(self) -> bool:
        """Tell whether only the agent can decide what follows."""
        return self in (State.NEEDS_ANSWER, State.CONFLICTED)


class EffectStatus(enum.Enum):
    """The status of one effect, as a read shows it."""

    CONFIRMED = "ours"  # there: a note by us, or a field with our value
    MISSING = "absent"
    REVERTED = "gone"  # a field that had our value and no longer has
    AMBIGUOUS = "maybe"  # a new note that may be ours
    UNKNOWN = "unknown"  # the server shows no notes
    HIDDEN = "hidden"  # some notes are shown, and ours may be stored without being shown


class Evidence(msgspec.Struct, frozen=True):
    """The status of one effect and the text on the server. `note` is the digest of the matching note."""

    change: Change
    status: EffectStatus = msgspec.field(name="fate")
    shown: str = ""
    note: str = ""


class Findings(msgspec.Struct, frozen=True):
    """All evidence of a read, as shown to the agent for consent. `moved`: the case changed since the attempt."""

    evidence: tuple[Evidence, ...] = msgspec.field(name="facts")
    moved: bool
    update_date: str = ""
    updated_by: str = ""


UNSEEN = "unseen"
"""Digest of a note that the stamp proves to be stored, but that is not shown."""


class UnconfirmedNote(msgspec.Struct, frozen=True):
    """A note of an attempt whose effect is unknown until it is matched with a note on the server.

    `text` is normalized by same_text.plain. `date` is the server's at the attempt (s since the epoch). `submission` is
    the number of the submission that sent it; it stays the same in a draft. After closing, `note` is the digest of the
    matched note, which no other unconfirmed note can match.
    """

    text: str
    date: int
    submission: int = msgspec.field(default=0, name="parcel")
    note: str = ""


class Stamp(msgspec.Struct, frozen=True):
    """An attribute that a submission sets in addition to the agent's changes, to prove that it was stored (rule 13)."""

    name: str
    value: str


class Confirmation(enum.Enum):
    """The grounds on which a submission counts as stored."""

    SEEN = "seen"
    ACCEPTED = "accepted"  # a good answer; the server shows no notes
    AGENT = "agent"  # the agent's word


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """An immutable submission with everything needed to decide its next state.

    - `user`: key of the account. `names`: all names of its user, compared without letter case, display name first; if
      empty, the key is used.
    - `edit`: all submitted changes (edit.completed) except those left to a colleague, which are in `conceded`.
    - `sending`: the changes of the last attempt.
    - `first`, `current`: the baselines of the first and the last attempt.
    - `attempts`: number of attempts, without those that a settled read shows to have had no effect.
    - `unconfirmed`: the notes of all attempts that were not certainly without effect. A rejected note may still be
      stored.
    - `recalled`: those of `unconfirmed` whose draft was gone when a matching note was typed. Only the agent knows
      whether it is the same note.
    - `approved`: the findings that the agent, or the rule for a single repetition, consented to.
    - `retry_after`: in s; `waits`: number of such delays.
    - `why`: the reason for the doubt about the last attempt.
    - `seen_applied`: fields that were seen with our value.
    - `late`: unconfirmed notes that turned up.
    - `batch`: the row of a batch that it is, None for a submission of the window.
    """

    number: int = 0
    server: str
    user: str
    names: tuple[str, ...] = ()
    case_id: str
    edit: Edit
    base: Snapshot
    state: State = State.QUEUED
    sending: Edit = Edit()
    parameters: Parameters = ()
    stamp: Stamp | None = None
    first: Snapshot | None = None
    current: Snapshot | None = None
    attempts: int = 0
    accepted: bool = False
    refused: bool = False
    resent: bool = False
    words: str = ""
    retry_after: int = 0
    why: Failure | None = None
    waits: int = 0
    verification_reads: int = msgspec.field(default=0, name="looks")
    seen_applied: tuple[str, ...] = msgspec.field(default=(), name="held")
    findings: Findings | None = msgspec.field(default=None, name="facts")
    approved: Findings | None = msgspec.field(default=None, name="agreed")
    unconfirmed: tuple[UnconfirmedNote, ...] = msgspec.field(default=(), name="ghosts")
    recalled: tuple[UnconfirmedNote, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    conceded: tuple[Conflict, ...] = msgspec.field(default=(), name="yielded")
    removing: tuple[str, ...] = ()
    removals: int = 0
    removal_mark: str = ""
    confirmation: Confirmation | None = msgspec.field(default=None, name="verdict")
    late: tuple[str, ...] = ()
    batch: BatchMark | None = None

    @property
    def is_only_rejected(self) -> bool:
        """Check that there were earlier attempts, and that the server rejected them all."""
        return self.first is not None and not self.attempts


class Read(msgspec.Struct, frozen=True):
    """A settled read.

    `unconfirmed` has the notes of all other submissions for the case, including closed ones and other users'.
    `shows_notes`: this server has shown a note before. `way`: its edits to notes (server_edits). `ended`: the account's
    earlier submissions for the case that had notes, in order. `noted`: plain texts of notes that the account has stored
    on the case, if it shows none; for rows of batches.
    """

    reading: Reading
    unconfirmed: tuple[UnconfirmedNote, ...] = ()
    shows_notes: bool = False
    way: tuple[str, ...] = ()
    ended: tuple[Submission, ...] = ()
    noted: frozenset[str] = frozenset()


class Answered(msgspec.Struct, frozen=True):
    """A good answer to the update; `case` is None if it has none. Other fields as in Read."""

    case: Case | None
    shows_notes: bool = False
    unconfirmed: tuple[UnconfirmedNote, ...] = ()
    way: tuple[str, ...] = ()


class Unsent(msgspec.Struct, frozen=True):
    """The attempt was certainly not sent."""

    failure: Failure


class Refused(msgspec.Struct, frozen=True):
    """The server rejected the update or the token. It may have stored the update nevertheless."""

    failure: Failure


class Doubt(msgspec.Struct, frozen=True):
    """The outcome is unknown: the answer was lost, the agent stopped waiting, or (without a failure) a restart."""

    failure: Failure | None = None


class Removed(msgspec.Struct, frozen=True):
    """The call that removes tags was made. A read shows its effect."""


class SendAgain(msgspec.Struct, frozen=True):
    """The agent consents to another attempt on the findings of the question; reads continue meanwhile."""

    findings: Findings


class ItWasStored(msgspec.Struct, frozen=True):
    """The agent declares the submission stored."""


class BackToDraft(msgspec.Struct, frozen=True):
    """The agent takes the submission back."""


class Withdraw(msgspec.Struct, frozen=True):
    """A batch takes back a row that waits to be sent. Unlike BackToDraft, it ends no doubt."""


class InParts(msgspec.Struct, frozen=True):
    """The agent chooses parts. If a read shows no effect, the changes return to the draft to be split."""


class Decided(msgspec.Struct, frozen=True):
    """The agent resolved the conflicts: `theirs` has the fields (Conflict.field) left to them; all others are ours."""

    theirs: tuple[str, ...]


Event = (
    Read
    | Answered
    | Unsent
    | Refused
    | Doubt
    | Removed
    | SendAgain
    | ItWasStored
    | BackToDraft
    | Withdraw
    | InParts
    | Decided
)
