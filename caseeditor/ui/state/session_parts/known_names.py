"""Attribute names seen on a server, for completion. No widgets; GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call


class KnownNames(QObject):
    """Reads them from disk when needed. If the disk fails, there is no completion."""

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", server: Server, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._server = server

    def remember(self, names: tuple[str, ...]) -> None:
        """Remember names as seen on this server."""
        self._worker.run(call(BackendInterface.remember_names, self._server.url, names), owner=self)

    def look(self, then: Callable[[tuple[str, ...]], None]) -> None:
        """Pass on the names seen on this server."""

        def on_found(outcome: Outcome[tuple[str, ...]]) -> None:
            if isinstance(outcome, Success):
                then(outcome.value)

        self._worker.run(call(BackendInterface.known_names, self._server.url), on_found, owner=self)
