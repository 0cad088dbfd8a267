"""Values of attributes that the user of a case has seen on its server. No widgets; GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.domain.local.learned_values import LearnedValues
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call


class KnownValues(QObject):
    """Reads them from disk, name by name, when a value is edited or changed. If the disk fails, there are none."""

    found = Signal(str)
    """The values of a name were read, and differ from before."""

    def __init__(
        self, worker: "BackgroundWorker[BackendInterface]", server: Server, user: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._server = server
        self._user = user
        self._known: dict[tuple[str, str], LearnedValues] = {}
        self._pending: set[tuple[str, str]] = set()

    def of(self, name: str) -> LearnedValues | None:
        """Return the values of an attribute, None before they were read."""
        return self._known.get((self._user(), name))

    def forget(self) -> None:
        """Forget all values; they are read again when needed."""
        names = {name for _, name in self._known}
        self._known.clear()
        for name in names:
            self.found.emit(name)

    def look(self, name: str) -> None:
        """Read the values of an attribute."""
        key = (self._user(), name)
        if key in self._pending or not key[0]:
            return
        self._pending.add(key)

        def on_found(outcome: Outcome[LearnedValues]) -> None:
            self._pending.discard(key)
            found = outcome.value if isinstance(outcome, Success) else LearnedValues()
            if found != self._known.get(key):
                self._known[key] = found
                self.found.emit(name)

        self._worker.run(call(BackendInterface.learned_values, self._server.url, *key), on_found, owner=self)
