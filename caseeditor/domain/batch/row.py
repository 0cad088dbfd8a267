"""A row of a batch: a case, its plan, its result."""

import enum
from collections.abc import Mapping

import msgspec

from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import Confirmation, Findings
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.editing.edit import Edit


class RowPlan(enum.Enum):
    """The plan for a row. A planned row has exactly one of these, except UNPLANNED."""

    UNPLANNED = "unplanned"
    CHANGES = "changes"
    ALREADY_SO = "already so"
    WAITS = "waits"  # for the user's own draft or submission of the case
    GUARD_FAILS = "guard fails"
    NOT_FOUND = "not found"
    NOT_ALLOWED = "not allowed"
    INVALID = "invalid"


class Outcome(enum.Enum):
    """The result of a row. The sum over all is the number of rows. A value is the word of `BatchStatus`."""

    STORED = "stored"
    ACCEPTED = "accepted"  # a good answer; the server shows no notes
    ALREADY_SO = "already so"
    SKIPPED = "skipped"  # the guard, the plan or the agent left it out
    MOVED = "moved"  # at least one field was changed by somebody else since the plan, and left to them
    REJECTED = "rejected"
    UNSURE = "unsure"
    NOT_SENT = "not sent"


class RowState(enum.Enum):
    """The progress of a row in the run."""

    WAITING = "waiting"
    HANDED = "handed"  # written before its submission is made: after a kill, exactly these are looked into
    ENDED = "ended"


class FieldResult(msgspec.Struct, frozen=True, gc=False):
    """The result of one change. `now` is the server's value when the row ended, None if there is none or unknown.

    `is_left`: the agent leaves it to somebody else's value.
    """

    change: Change
    is_done: bool
    now: str | None = None
    is_left: bool = False

    @property
    def is_moved(self) -> bool:
        """Tell whether the field was left to somebody else's value. Notes have no such value."""
        return not self.is_done and self.now != self.change.after and self.change.what is not ChangeKind.NOTE


class Row(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A row. Its `number` counts from 1 in the order of the choice.

    `cells`: the row of the table by column. `why`: the reason of a plan or an outcome, as a sentence's key of
    ui.batch.texts, or '' ; `words`: the server's. `edit` over `base` is what is sent, `changes` what it changes.
    `is_out`: taken out by the agent; `fields_out`: these fields of it (Change.field). `at`: ms since the epoch.
    `findings`: the evidence of an unsure row. `earlier`: the number of an earlier submission of the row, 0 for none;
    `kept`: its results, whose fields are not sent again. `noted`: texts of notes that an earlier batch stored on the
    case, which are not stored again whatever the recipe says: a server may not show them. `wishes`: what a row of an
    undo puts back where it can; its plan is in `changes`.
    """

    number: int
    case_id: str
    cells: Mapping[str, str] = {}
    subject: str = ""
    contact: str = ""
    url: str = ""
    plan: RowPlan = RowPlan.UNPLANNED
    why: str = ""
    words: str = ""
    edit: Edit = Edit()
    base: Snapshot = Snapshot()
    changes: tuple[Change, ...] = ()
    wishes: tuple[Change, ...] = ()
    is_out: bool = False
    fields_out: tuple[str, ...] = ()
    state: RowState = RowState.WAITING
    submission: int = 0
    earlier: int = 0
    outcome: Outcome | None = None
    results: tuple[FieldResult, ...] = ()
    kept: tuple[FieldResult, ...] = ()
    noted: tuple[str, ...] = ()
    confirmation: Confirmation | None = None
    findings: Findings | None = None
    at: int = 0

    @property
    def done(self) -> tuple[FieldResult, ...]:
        """The results of what was done, also of a row that is to be sent again."""
        return tuple(each for each in (self.results if self.state is RowState.ENDED else self.kept) if each.is_done)

    @property
    def stored_notes(self) -> tuple[str, ...]:
        """The texts of its notes that were stored."""
        return tuple(each.change.after or "" for each in self.done if each.change.what is ChangeKind.NOTE)

    def has_out(self, change: Change) -> bool:
        """Tell whether the agent took a change out."""
        return self.is_out or change.field in self.fields_out


def unplanned(row: Row) -> Row:
    """Return a row whose plan has lapsed; what the agent took out stays out."""
    return msgspec.structs.replace(
        row, plan=RowPlan.UNPLANNED, why="", words="", edit=Edit(), base=Snapshot(), changes=row.wishes
    )
