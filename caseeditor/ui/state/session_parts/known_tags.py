"""Tags seen on a server, for completion. No widgets; GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.domain.local.tags_found import TagsFound
from caseeditor.domain.text.folding import fold
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call

_MOST = 50
"""Maximum number of suggestions."""


class KnownTags(QObject):
    """Reads them from disk when a tag field gets the focus. If the disk fails, there is no completion.

    `user` returns the key of the account, whose search pages count too.
    """

    found = Signal()

    def __init__(
        self, worker: "BackgroundWorker[BackendInterface]", server: Server, user: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._server = server
        self._user = user
        self._tags = TagsFound()
        self._known: list[tuple[str, str]] = []
        """Folded and original spelling, in that order."""

    def learn(self, tags: tuple[str, ...]) -> None:
        """Remember the tags of a case."""
        if tags:
            self._worker.run(call(BackendInterface.remember_tags, self._server.url, tags), owner=self)

    def look(self) -> None:
        """Read the known tags from disk."""
        job = call(BackendInterface.known_tags, self._server.url, self._user())
        self._worker.run(job, self._on_found, owner=self)

    def matching(self, typed: str) -> tuple[str, ...]:
        """Return suggestions regardless of case and accents: prefix matches first, then other matches."""
        wanted = fold(typed.strip())
        if not wanted:
            return ()
        begins = [tag for folded, tag in self._known if folded.startswith(wanted)]
        holds = [tag for folded, tag in self._known if wanted in folded and not folded.startswith(wanted)]
        return tuple(tag for tag in (*begins, *holds) if tag != typed.strip())[:_MOST]

    def is_known(self, tag: str) -> bool:
        """Tell whether a tag is offered in this spelling."""
        return tag in self._tags.offered

    def is_first_use(self, tag: str) -> bool:
        """Tell whether a tag was never seen on the server; False while no tag of it is known."""
        return bool(self._tags.seen) and tag not in self._tags.seen

    def _on_found(self, outcome: Outcome[TagsFound]) -> None:
        if isinstance(outcome, Success):
            self._tags = outcome.value
            self._known = sorted((fold(tag), tag) for tag in outcome.value.offered)
            self.found.emit()
