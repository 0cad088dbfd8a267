"""Values of filters that the account in use has seen. No widgets; GUI thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.local.seen_values import SeenValues
from caseeditor.runtime.worker import Job, Outcome, Success, call

if TYPE_CHECKING:
    from caseeditor.runtime.worker import BackgroundWorker
    from caseeditor.ui.state.account import Account


class FilterValues(QObject):
    """Reads them from disk on demand. If the disk fails, none are offered."""

    found = Signal()

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", account: "Account", parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._account = worker, account
        self.seen = SeenValues()
        self._whose: tuple[str, str] | None = None
        self._job: Job | None = None
        account.changed.connect(self._forget_others)

    def look(self) -> None:
        """Read the values of the account in use."""
        self._forget_others()
        whose = self._account.whose
        if self._job:
            self._job.cancel()
        self._job = None
        if whose:
            job = call(BackendInterface.seen_values, *whose)
            self._job = self._worker.run(job, lambda outcome: self._on_found(whose, outcome), owner=self)

    def _forget_others(self) -> None:
        if self._account.whose != self._whose:
            self._whose, self.seen = self._account.whose, SeenValues()
            self.found.emit()

    def _on_found(self, whose: tuple[str, str], outcome: Outcome[SeenValues]) -> None:
        self._job = None
        if isinstance(outcome, Success) and whose == self._account.whose and outcome.value != self.seen:
            self.seen = outcome.value
            self.found.emit()
