"""The draft savers of all open cases. No widgets; GUI thread."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.timeouts import Timing
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.ui.state.draft_saver import DraftSaver

if TYPE_CHECKING:
    from caseeditor.ui.state.session import Session


class DraftSavers:
    """Holds one saver per session."""

    def __init__(self, worker: BackgroundWorker[BackendInterface], timing: Timing) -> None:
        self._worker = worker
        self._timing = timing
        self._savers: dict[Session, DraftSaver] = {}

    def __contains__(self, session: "Session") -> bool:
        return session in self._savers

    def add(self, session: "Session") -> None:
        """Start saving the draft of a session."""
        self._savers[session] = DraftSaver(self._worker, session, self._timing)

    def remove(self, session: "Session") -> None:
        """Forget a closed session; its draft stays."""
        self._savers.pop(session)

    def is_kept(self) -> bool:
        """Tell whether all edits are on disk."""
        return all(saver.is_kept for saver in self._savers.values())

    def unkept(self) -> "tuple[Session, ...]":
        """Return the sessions whose changes could not be saved."""
        return tuple(session for session in self._savers if session.kept.fault and session.list_changes())

    def save_all(self) -> None:
        """Save all drafts now: the program is closing."""
        for saver in self._savers.values():
            saver.save()

    def keep(self, sessions: "Iterable[Session]", then: Callable[[], None]) -> None:
        """Save the drafts of these sessions, then call `then`; afterwards, `unkept` returns the failures.

        Includes text typed in one of them while another is being saved.
        """
        every = tuple(sessions)
        waiting = set(every)

        def on_kept(session: "Session") -> None:
            waiting.discard(session)
            if waiting:
                return
            savers = [(each, self._savers[each]) for each in every if each in self._savers]
            if any(not (saver.is_kept or each.kept.fault) for each, saver in savers):
                self.keep((each for each, _ in savers), then)
            else:
                then()

        for session in tuple(waiting):
            self._savers[session].finish(partial(on_kept, session))
