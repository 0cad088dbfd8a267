"""A submission on its way: what the outbox keeps on disk, and the events of its life."""

import enum

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.merge import Conflict
from caseeditor.domain.delivery.snapshot import Reading, Snapshot
from caseeditor.domain.editing.changes import Change, Parameters
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import Failure


class State(enum.Enum):
    """The states of RULES.md. The last three are the end."""

    QUEUED = "queued"
    SENDING = "sending"
    UNCONFIRMED = "unsure"
    NEEDS_ANSWER = "asking"
    CONFLICTED = "deciding"  # a conflict that the agent decides
    REMOVING = "removing"
    STORED = "stored"
    REJECTED = "refused"  # merged into the draft
    DRAFT = "draft"  # taken back by the agent

    @property
    def is_open(self) -> bool:
        return self not in (State.STORED, State.REJECTED, State.DRAFT)


class EffectStatus(enum.Enum):
    """What a read shows of one effect of a submission."""

    CONFIRMED = "ours"  # there: a note by us, a field that holds
    MISSING = "absent"
    REVERTED = "gone"  # a field that was seen holding, and no longer does
    AMBIGUOUS = "maybe"  # something new that may be ours
    UNKNOWN = "unknown"  # the server shows no notes
    HIDDEN = "hidden"  # it shows notes, but ours may be there without being shown


class Evidence(msgspec.Struct, frozen=True):
    """One effect, what became of it, and what the server shows in its place; `note` is the digest of a note there."""

    change: Change
    status: EffectStatus = msgspec.field(name="fate")
    shown: str = ""
    note: str = ""


class Findings(msgspec.Struct, frozen=True):
    """All that the agent is shown when they are asked, and agrees to. `moved`: the case changed since the attempt."""

    evidence: tuple[Evidence, ...] = msgspec.field(name="facts")
    moved: bool
    update_date: str = ""
    updated_by: str = ""


UNSEEN = "unseen"
"""In place of a digest: by its stamp the note was stored, but it is not shown."""


class UnconfirmedNote(msgspec.Struct, frozen=True):
    """A note of an attempt. Until it is matched with one on the server, its effect is not known.

    `text` is as server_edits.plain makes it, `date` the server's at the attempt (s since the epoch), `submission` the
    number of the submission that made it: a draft takes its unconfirmed notes along, and they stay the same. Once
    closed, `note` is the digest of the note that it was found to be: nobody else's.
    """

    text: str
    date: int
    submission: int = msgspec.field(default=0, name="parcel")
    note: str = ""


class Stamp(msgspec.Struct, frozen=True):
    """An attribute that a submission sets beside what the agent changed: who sees it knows that it came (rule 13)."""

    name: str
    value: str


class Confirmation(enum.Enum):
    """On what ground a submission counts as stored."""

    SEEN = "seen"
    ACCEPTED = "accepted"  # by a server that shows no notes
    AGENT = "agent"  # the agent says so


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """A submission and everything that decides about it. A value; domain.delivery makes the next one.

    `user` is the key of the account. `names` are all that the server calls its user, compared without case, the one for
    showing first; none: the key tells.
    `edit` is all that was submitted (edit.completed), less what the agent gave up for a colleague's: `conceded`.
    `sending` is what the last attempt sent, `first` and `current` are the baselines of the first and the last attempt.
    `attempts` leaves out those that came to nothing, as far as a settled read can tell; `unconfirmed` only those
    that surely did: a note that the server rejected may still land. `recalled` are those of them whose draft was gone
    when a note like theirs was typed: whether that is the same note only the agent knows. `approved` are the findings
    that the agent, or the rule for a single repetition, said yes to. `retry_after` is in s, `waits` how often it was
    waited for; `why` is the reason of the doubt about the last attempt. `seen_applied` are the fields that were seen as
    ours. `late` are unconfirmed notes that turned up after all.
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

    @property
    def is_only_rejected(self) -> bool:
        """Tell whether earlier attempts were made, and the server rejected them all."""
        return self.first is not None and not self.attempts


class Read(msgspec.Struct, frozen=True):
    """A settled read. `unconfirmed` are those of all other submissions for the case, closed ones and other users'.

    `shows_notes`: this server has shown a note before; `way`: how it changes notes (domain.server_edits). `ended` are
    the account's earlier submissions for the case that had notes, in order.
    """

    reading: Reading
    unconfirmed: tuple[UnconfirmedNote, ...] = ()
    shows_notes: bool = False
    way: tuple[str, ...] = ()
    ended: tuple[Submission, ...] = ()


class Answered(msgspec.Struct, frozen=True):
    """A good answer to the update; without a case where it showed none. The rest as in Read."""

    case: Case | None
    shows_notes: bool = False
    unconfirmed: tuple[UnconfirmedNote, ...] = ()
    way: tuple[str, ...] = ()


class Unsent(msgspec.Struct, frozen=True):
    """The attempt surely did not go out."""

    failure: Failure


class Refused(msgspec.Struct, frozen=True):
    """The server rejected the update, or the token; it may have stored it all the same."""

    failure: Failure


class Doubt(msgspec.Struct, frozen=True):
    """Nobody knows: a lost answer, the agent stopped waiting, or, without a failure, a restart."""

    failure: Failure | None = None


class Removed(msgspec.Struct, frozen=True):
    """The call that takes tags off was made; what became of it is read."""


class SendAgain(msgspec.Struct, frozen=True):
    """The agent agrees to another attempt, on the facts that the question showed (reads go on behind it)."""

    findings: Findings


class ItWasStored(msgspec.Struct, frozen=True):
    """The agent says that it was stored."""


class BackToDraft(msgspec.Struct, frozen=True):
    """The agent takes it back."""


class InParts(msgspec.Struct, frozen=True):
    """The agent wants it in parts: where a read shows nothing of it, it goes back into the draft for that."""


class Decided(msgspec.Struct, frozen=True):
    """The agent decided the conflicts: the fields (Conflict.field) that stay theirs; all others are ours."""

    theirs: tuple[str, ...]


Event = Read | Answered | Unsent | Refused | Doubt | Removed | SendAgain | ItWasStored | BackToDraft | InParts | Decided
