"""The window's requests about batches, passed on to their service. Worker thread."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar

from caseeditor.domain.batch_requests import BatchRequests

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
    from caseeditor.services.batch.service import BatchService

T = TypeVar("T")


class BatchPart(BatchRequests):
    """The part of Backend that is about batches. The service is made when it is needed first."""

    @property
    @abstractmethod
    def batch_service(self) -> BatchService: ...

    async def batches(self, server: str, user: str) -> tuple[Batch, ...]:
        return await self.batch_service.batches(server, user)

    async def save_batch(self, batch: Batch) -> Batch:
        return await self.batch_service.save_batch(batch)

    async def drop_batch(self, number: int) -> None:
        await self.batch_service.drop_batch(number)

    async def set_batch_rows(self, number: int, rows: tuple[Row, ...], chosen: Batch | None = None) -> Batch:
        return await self.batch_service.set_batch_rows(number, rows, chosen)

    async def choose_by_search(self, number: int, server: Server, filters: Filters, words: str = "") -> Batch:
        return await self.batch_service.choose_by_search(number, server, filters, words)

    async def shown_rows(self, number: int) -> tuple[Row, ...]:
        return await self.batch_service.shown_rows(number)

    async def take_out(self, number: int, rows: tuple[int, ...], field: str, *, is_out: bool) -> Batch:
        return await self.batch_service.take_out(number, rows, field, is_out=is_out)

    async def plan_batch(self, number: int) -> None:
        await self.batch_service.plan_batch(number)

    async def cancel_reading(self, number: int) -> None:
        await self.batch_service.cancel_reading(number)

    async def run_batch(self, number: int) -> None:
        await self.batch_service.run_batch(number)

    async def pause_batch(self, number: int) -> None:
        await self.batch_service.pause_batch(number)

    async def stop_batch(self, number: int) -> None:
        await self.batch_service.stop_batch(number)

    async def decide_rows(self, number: int, rows: tuple[int, ...], decision: RowDecision, field: str = "") -> None:
        await self.batch_service.decide_rows(number, rows, decision, field)

    async def make_undo(self, number: int) -> Batch:
        return await self.batch_service.make_undo(number)

    async def again_with(self, number: int, rows: tuple[int, ...]) -> Batch:
        return await self.batch_service.again_with(number, rows)

    async def read_table(self, path: str, sheet: str, form: TextForm | None, header: int | None) -> Table | TableFault:
        return await self.batch_service.read_table(path, sheet, form, header)

    async def export_results(
        self, number: int, kind: ReportFormat, words: ReportWords, write: Callable[[bytes], T]
    ) -> T:
        return await self.batch_service.export_results(number, kind, words, write)

    async def export_plan(self, number: int, write: Callable[[bytes], T]) -> T:
        return await self.batch_service.export_plan(number, write)

    async def import_plan(self, path: str, server: str, user: str) -> Batch | PlanFileProblem:
        return await self.batch_service.import_plan(path, server, user)
