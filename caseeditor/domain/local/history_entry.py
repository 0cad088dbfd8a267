"""One entry of the history, as a value."""

import msgspec

from caseeditor.domain.batch.batch import Batch
from caseeditor.domain.batch.row import Row
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.submission import Submission

UNREADABLE = "unreadable"
BATCH = "batch"


class HistoryEntry(msgspec.Struct, frozen=True):
    """An entry of the history: a submission (`submission`), a draft that was discarded, or a batch. `began` in ms.

    `user` is the key of the account, `name` how its user is called, '' where nobody knows.
    A batch has the state BATCH, its name as the subject, and no case; `batch_rows` has its rows for an export.
    Of one that can't be decoded, whose state is UNREADABLE, `raw` is the text, as far as it is text.
    """

    server: str
    user: str
    case_id: str
    subject: str
    state: str
    began: int
    submission: Submission | None = None
    draft: Draft | None = None
    name: str = ""
    raw: str = ""
    batch: Batch | None = None
    batch_rows: tuple[Row, ...] = ()
