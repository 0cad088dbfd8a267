"""The names of attributes that were seen on a server, to be offered where one is typed. No widgets; GUI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caseeditor.domain.case.reference import Server
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success

if TYPE_CHECKING:
    from caseeditor.services.backend import Backend


class KnownNames(QObject):
    """Read from disk when they are wanted. A disk that fails costs the offers only."""

    def __init__(self, worker: "BackgroundWorker[Backend]", server: Server, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._server = server

    def remember(self, names: tuple[str, ...]) -> None:
        """Have names remembered as seen at this server."""
        url = self._server.url

        async def keep(backend: "Backend") -> None:
            await backend.memory.remember_names(url, names)

        self._worker.ask(keep, lambda _: None, whose=self)

    def ask(self, then: Callable[[tuple[str, ...]], None]) -> None:
        """Have the names that were seen at this server handed on."""
        url = self._server.url

        async def look(backend: "Backend") -> tuple[str, ...]:
            return await backend.memory.names(url)

        def on_found(outcome: Outcome[tuple[str, ...]]) -> None:
            if isinstance(outcome, Success):
                then(outcome.value)

        self._worker.ask(look, on_found, whose=self)
