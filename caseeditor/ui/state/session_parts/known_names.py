"""The names of attributes that were seen on a server, to be offered where one is typed. No widgets; GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call


class KnownNames(QObject):
    """Read from disk when they are wanted. A disk that fails costs the offers only."""

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", server: Server, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._server = server

    def remember(self, names: tuple[str, ...]) -> None:
        """Have names remembered as seen at this server."""
        self._worker.run(call(BackendInterface.remember_names, self._server.url, names), owner=self)

    def look(self, then: Callable[[tuple[str, ...]], None]) -> None:
        """Have the names that were seen at this server handed on."""

        def on_found(outcome: Outcome[tuple[str, ...]]) -> None:
            if isinstance(outcome, Success):
                then(outcome.value)

        self._worker.run(call(BackendInterface.known_names, self._server.url), on_found, owner=self)
