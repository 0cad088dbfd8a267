"""Counts of the saved queues, which are not loaded themselves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.search import Filters, Page
from caseeditor.domain.queue.saved import filters_of
from caseeditor.runtime.worker import Job, Outcome, Success, call

if TYPE_CHECKING:
    from caseeditor.domain.case.reference import Server
    from caseeditor.ui.state.saved_queues import SavedQueues
    from caseeditor.ui.state.workspace import Workspace


class QueueCounts(QObject):
    """Asks the server for one case of each queue, one request at a time; its total is the count."""

    changed = Signal()

    def __init__(self, workspace: "Workspace", queues: "SavedQueues", parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._queues = workspace, queues
        self._counts: dict[Filters, int | None] = {}
        self._waiting: list[Filters] = []
        self._job: Job | None = None
        self._server: Server | None = None

    def count_of(self, filters: Filters) -> int | None:
        """Return the count of a search, None if it is unknown."""
        return self._counts.get(filters)

    def update(self) -> None:
        """Count anew."""
        account = self._workspace.account
        self.clear()
        self._server = account.server if account.has_token else None
        self._waiting = [filters_of(queue) for queue in self._queues.current.saved]
        self._request()

    def clear(self) -> None:
        """Forget the counts: another user may be signed in."""
        if self._job:
            self._job.cancel()
        self._job, self._waiting = None, []
        self._counts.clear()

    def _request(self) -> None:
        if self._waiting and self._server:
            filters = self._waiting.pop(0)
            page = call(BackendInterface.search_cases, self._server, filters, 0, 1)
            self._job = job = self._workspace.worker.run(
                page, lambda outcome: self._on_page(job, filters, outcome), owner=self
            )

    def _on_page(self, job: Job, filters: Filters, outcome: Outcome[Page]) -> None:
        if job is not self._job:
            return
        self._job = None
        self._counts[filters] = self._total(outcome.value) if isinstance(outcome, Success) else None
        self.changed.emit()
        self._request()

    def _total(self, page: Page) -> int | None:
        """Return the count of the user who is signed in; None for an answer to another one."""
        account = self._workspace.account
        is_same = self._server is not None and account.key_now(self._server, page.user) == account.key
        return page.total if is_same else None
