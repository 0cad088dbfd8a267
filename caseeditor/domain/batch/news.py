"""News of batches from the services to the window."""

import msgspec

from caseeditor.domain.batch.batch import Batch
from caseeditor.domain.batch.row import Row


class BatchNews(msgspec.Struct, frozen=True):
    """A batch as it is on disk now, and those of its rows that changed since the last news.

    `progress`: rows that a reading of cases has handled (choice or plan), None while none runs.
    """

    batch: Batch
    rows: tuple[Row, ...] = ()
    progress: tuple[int, int] | None = None
