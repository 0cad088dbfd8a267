"""A batch: its name, choice of cases, changes, options and state. Its rows are stored apart (domain.batch.row)."""

import enum
from collections.abc import Mapping

import msgspec

from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.row import Outcome, RowPlan
from caseeditor.domain.delivery.guard import Guard
from caseeditor.domain.local import settings

MOST_ROWS = settings.MOST_ROWS


class BatchState(enum.Enum):
    """The state of a batch. A value is the first word of `BatchStatus`."""

    DRAFT = "draft"
    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"


class Pause(enum.Enum):
    """The reason why a batch is paused."""

    AGENT = "agent"
    CANARY = "canary"
    RESTART = "restart"
    SIGN_IN = "sign in"  # 401, or nobody is signed in
    FORBIDDEN = "forbidden"
    SAME_REJECTION = "same rejection"
    MANY_REJECTIONS = "many rejections"
    DOUBT = "doubt"
    SLOW = "slow"
    NETWORK = "network"  # a plan waits for it
    FAULT = "fault"  # of the program
    DISK = "disk"
    OTHER_USER = "other user"
    SLEEP = "sleep"
    OWN_WORK = "own work"  # only rows are left that wait for the user's own drafts or submissions
    FOLDER_HELD = "folder held"


class Origin(enum.Enum):
    """Where the cases of a batch come from."""

    PASTED = "pasted"
    LIST = "list"
    SEARCH = "search"
    TABLE = "table"
    BATCH = "batch"  # rows of another one
    UNDO = "undo"
    FILE = "file"  # a plan of somebody else


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """Options of the run. `a_minute`: most rows a minute, 0 for no limit."""

    canary: bool = True
    a_minute: int = 0


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """A batch without its rows.

    - `number`: its id on this computer. `user`: key of the account; `user_names`: as in Submission.
    - `ids_text`: the text in *Case ids*. `origin_words`: the file, search or batch that the rows come from.
    - `today`: the date for `{today}`, in the agent's form; '' for that of ISO 8601.
    - `total`: the rows that the server promised for the search, None if it did not tell.
    - `stage`: canary stages passed. `undo_of`: number of the batch that this one takes back, 0 for none; `notes_left`:
      notes of that one, which stay.
    - `is_open`: it has a tab, which comes back at the next start.
    - `made`, `began`, `ended`: ms since the epoch, 0 for not yet.
    - `lost`: rows, and the batch itself, that the disk lost; of such a row, what is known is kept.
    - `rows`: number of rows; `plans`, `outcomes`: how many of them have each plan and outcome.
    """

    number: int = 0
    server: str = ""
    user: str = ""
    user_names: tuple[str, ...] = ()
    name: str = ""
    reason: str = ""
    state: BatchState = BatchState.DRAFT
    pause: Pause | None = None
    words: str = ""
    origin: Origin = Origin.PASTED
    origin_words: str = ""
    ids_text: str = ""
    today: str = ""
    columns: tuple[str, ...] = ()
    total: int | None = None
    guard: Guard = Guard()
    recipe: Recipe = Recipe()
    options: Options = Options()
    stage: int = 0
    undo_of: int = 0
    notes_left: int = 0
    is_open: bool = True
    made: int = 0
    began: int = 0
    ended: int = 0
    lost: int = 0
    rows: int = 0
    plans: Mapping[RowPlan, int] = {}
    outcomes: Mapping[Outcome, int] = {}

    @property
    def is_active(self) -> bool:
        """Tell whether its rows may be submissions now."""
        return self.state in (BatchState.RUNNING, BatchState.PAUSED)

    @property
    def handled(self) -> int:
        """The rows that have a result."""
        return sum(count for outcome, count in self.outcomes.items() if outcome is not Outcome.NOT_SENT)


def with_choice(batch: Batch, chosen: Batch) -> Batch:
    """Return a batch with the choice of cases of another one: it is stored with the rows, never without them."""
    return msgspec.structs.replace(
        batch,
        ids_text=chosen.ids_text,
        origin=chosen.origin,
        origin_words=chosen.origin_words,
        columns=chosen.columns,
        guard=chosen.guard,
        total=chosen.total,
    )


def status_text(batch: Batch) -> str:
    """Return the state and the counts, in the form "paused · stored 12 · not sent 44". Zeros are left out."""
    counts = [f"{outcome.value} {batch.outcomes[outcome]}" for outcome in Outcome if batch.outcomes.get(outcome)]
    return " · ".join((batch.state.value, *counts))
