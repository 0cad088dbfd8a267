"""The tags that were seen on a server, to be offered where one is typed. No widgets; GUI thread."""

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.domain.text.folding import fold
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call

_MOST = 50
"""Tags that are offered at once."""


class KnownTags(QObject):
    """Read from disk when the agent comes to a field for them. A disk that fails costs the offers only."""

    found = Signal()

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", server: Server, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._server = server
        self._known: list[tuple[str, str]] = []
        """Folded and as it is spelt, in that order."""

    def learn(self, tags: tuple[str, ...]) -> None:
        """Remember the tags of a case that was read."""
        if tags:
            self._worker.run(call(BackendInterface.remember_tags, self._server.url, tags), owner=self)

    def look(self) -> None:
        """Read what is known by now."""
        self._worker.run(call(BackendInterface.known_tags, self._server.url), self._on_found, owner=self)

    def matching(self, typed: str) -> tuple[str, ...]:
        """Return what may be meant, whatever its case and accents: what begins so, then what holds it."""
        wanted = fold(typed.strip())
        if not wanted:
            return ()
        begins = [tag for folded, tag in self._known if folded.startswith(wanted)]
        holds = [tag for folded, tag in self._known if wanted in folded and not folded.startswith(wanted)]
        return tuple(tag for tag in (*begins, *holds) if tag != typed.strip())[:_MOST]

    def _on_found(self, outcome: Outcome[tuple[str, ...]]) -> None:
        if isinstance(outcome, Success):
            self._known = sorted((fold(tag), tag) for tag in outcome.value)
            self.found.emit()
