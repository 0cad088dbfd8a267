"""The ways in which servers show and change notes, learned from answers and stored. Runs on the worker's loop."""

import contextlib

from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.evidence import most_shown_by, way_of
from caseeditor.domain.delivery.server_edits import learned
from caseeditor.domain.delivery.submission import Confirmation, Submission
from caseeditor.domain.delivery.visibility import most_shown, showing
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import StoreFailed


class ServerHabits:
    """The habits of all servers. Methods that read the disk raise StoreFailed."""

    def __init__(self, database: AsyncDatabase) -> None:
        self._database = database
        self._shows_notes: set[str] = set()
        self._ways: dict[str, tuple[str, ...]] = {}

    def has_shown_notes(self, server: str) -> bool:
        """Check, without reading the disk, that a server is known to have shown a note."""
        return server in self._shows_notes

    async def shows_notes(self, server: str, case: Case) -> bool:
        """Check whether a server has ever shown a note, including in this case."""
        if server not in self._shows_notes:
            if case.notes:
                await self._database.do(lambda store: store.set_shows_notes(server))
                self._shows_notes.add(server)
            elif await self._database.do(lambda store: store.shows_notes(server)):
                self._shows_notes.add(server)
        return server in self._shows_notes

    async def way(self, server: str) -> tuple[str, ...]:
        """Return the edits that a server makes to notes (names of domain.delivery.server_edits)."""
        if server not in self._ways:
            self._ways[server] = await self._database.do(lambda store: store.server_edits(server))
        return self._ways[server]

    async def learn(self, submission: Submission, case: Case) -> None:
        """Learn how the server changed a note that it accepted, as evidence for later doubts.

        `case` is the case shown with the answer; the note may be missing from it.
        """
        if not submission.accepted or submission.findings is None:
            return
        way = way_of(submission.findings) if submission.confirmation is Confirmation.SEEN else ()
        with contextlib.suppress(StoreFailed):  # if not stored, it is learned again
            known = await self.way(submission.server)
            most = most_shown_by(submission.findings, case, most_shown(known))
            names = self._ways[submission.server] = showing(learned(known, way) if way else known, most)
            if names != known:
                await self._database.do(lambda store: store.set_server_edits(submission.server, names))
