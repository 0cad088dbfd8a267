"""The window's requests about batches, a part of domain.backend. Worker thread; they raise StoreFailed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.domain.batch.batch import Batch
    from caseeditor.domain.batch.decisions import RowDecision
    from caseeditor.domain.batch.plan.plan_file import PlanFileProblem
    from caseeditor.domain.batch.report import ReportFormat, ReportWords
    from caseeditor.domain.batch.row import Row
    from caseeditor.domain.batch.tables.table import Table, TableFault, TextForm
    from caseeditor.domain.case.reference import Server
    from caseeditor.domain.case.search import Filters

T = TypeVar("T")


class BatchRequests(ABC):
    """All requests about batches. BatchNews follows each change of a batch."""

    @abstractmethod
    async def batches(self, server: str, user: str) -> tuple[Batch, ...]:
        """Return a user's batches, the latest first."""

    @abstractmethod
    async def save_batch(self, batch: Batch) -> Batch:
        """Save a batch in the states draft and planned; with number 0, a new one.

        Its plan lapses if the changes differ from those planned. The choice of cases stays (set_batch_rows); where it
        differs, the batch becomes a draft. An undo keeps its changes, too. In other states only name, reason and
        options are taken.
        """

    @abstractmethod
    async def drop_batch(self, number: int) -> None:
        """Delete a batch that is not running and has no row in doubt."""

    @abstractmethod
    async def set_batch_rows(self, number: int, rows: tuple[Row, ...], chosen: Batch | None = None) -> Batch:
        """Replace the rows of a batch in the states draft and planned; it becomes a draft.

        `chosen` has the choice that they come from (batch.with_choice), None for the present one: both are stored, or
        neither is. An undo keeps its rows.
        """

    @abstractmethod
    async def choose_by_search(self, number: int, server: Server, filters: Filters, words: str = "") -> Batch:
        """Read all pages of a search by ascending id, and make its cases the rows, without duplicates.

        The guard is that of the search, `words` describe it. Raises OperationFailed; what was read until then is
        dropped, and the batch is as before.
        """

    @abstractmethod
    async def shown_rows(self, number: int) -> tuple[Row, ...]:
        """Return all rows of a batch, in order, as SharedParts.shown leaves them; so are the rows of news."""

    @abstractmethod
    async def take_out(self, number: int, rows: tuple[int, ...], field: str, *, is_out: bool) -> Batch:
        """Take rows out of a plan, or only one field of them (Change.field); with is_out False, put them back."""

    @abstractmethod
    async def plan_batch(self, number: int) -> None:
        """Begin to plan the rows that have no plan yet, in the background. Writes nothing to the server.

        A batch whose plan is complete is planned anew; what was taken out stays out.
        """

    @abstractmethod
    async def cancel_reading(self, number: int) -> None:
        """Stop a plan or a choice that runs; planned rows stay planned, and a further plan_batch goes on."""

    @abstractmethod
    async def run_batch(self, number: int) -> None:
        """Run a planned batch, or go on with a paused one."""

    @abstractmethod
    async def pause_batch(self, number: int) -> None:
        """Hand over no further row. Updates in flight end."""

    @abstractmethod
    async def stop_batch(self, number: int) -> None:
        """End a batch: the rest is not sent."""

    @abstractmethod
    async def decide_rows(self, number: int, rows: tuple[int, ...], decision: RowDecision, field: str = "") -> None:
        """Decide unsure or moved rows, all in the same way; of moved ones only a field (Change.field), '' for all."""

    @abstractmethod
    async def make_undo(self, number: int) -> Batch:
        """Make a batch that takes a stopped, paused or done one back, with its plan made in the background."""

    @abstractmethod
    async def again_with(self, number: int, rows: tuple[int, ...]) -> Batch:
        """Make a new batch of rows of another one, with its changes."""

    @abstractmethod
    async def read_table(self, path: str, sheet: str, form: TextForm | None, header: int | None) -> Table | TableFault:
        """Read a table from a file; '' and None are detected, `header` -1 means none."""

    @abstractmethod
    async def export_results(
        self, number: int, kind: ReportFormat, words: ReportWords, write: Callable[[bytes], T]
    ) -> T:
        """Pass a file with the results of a batch to `write`, on the disk thread; return its result."""

    @abstractmethod
    async def export_plan(self, number: int, write: Callable[[bytes], T]) -> T:
        """Pass a file with the batch, for somebody else, to `write`, on the disk thread; return its result."""

    @abstractmethod
    async def import_plan(self, path: str, server: str, user: str) -> Batch | PlanFileProblem:
        """Open such a file as a batch of this user, with its rows to be planned anew; or return why not."""
