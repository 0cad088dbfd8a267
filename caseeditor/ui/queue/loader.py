"""Loads the queue in the background, page by page, and keeps it up to date. No widgets; GUI thread."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTime, QTimer, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.model import Case
from caseeditor.domain.case.search import Filters, Page, listed
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.queue.paging import MOST, PAGE
from caseeditor.domain.queue.passes import Pass, Reach
from caseeditor.domain.queue.rows import QueueRows
from caseeditor.runtime.worker import Job, Outcome, Success, call

if TYPE_CHECKING:
    from caseeditor.domain.case.reference import Server
    from caseeditor.ui.state.session import Session
    from caseeditor.ui.state.workspace import Workspace

_PAUSE = 200
"""Milliseconds from the choice of a queue to its first page: filters are often changed several at a time."""
_BUSY = 100
"""Milliseconds until a page is tried again while a case is being read."""
_ROOM = 2 * MOST
"""Maximum number of rows after refreshes; the next whole pass cuts them to MOST."""
_WHOLE_EVERY = 10
"""Every tenth refresh reads the whole list, and finds cases that have left it."""


class QueueLoader(QObject):
    """Holds the rows of the user who is signed in: others see none of them.

    One page is requested at a time, and none while a case is being read. The first pass shows each page; a later one
    replaces the rows at its end.
    """

    changed = Signal()
    was_read = Signal()
    """The whole list was read."""

    def __init__(
        self,
        workspace: "Workspace",
        is_watched: Callable[[], bool],
        chosen: Callable[[], Filters],
        parent: QObject,
    ) -> None:
        """`is_watched` tells whether the window is visible: only then the list is refreshed by itself.

        `chosen` returns the filters of the queue in use.
        """
        super().__init__(parent)
        self._workspace = workspace
        self._is_watched = is_watched
        self._chosen = chosen
        self.filters = self._loaded = chosen()
        """Filters of the requests, without an order that the server rejected; and those of the queue."""
        self.server: Server | None = None
        """Whose cases they are; None while signed out."""
        self._user = ""
        self.rows = QueueRows()
        self.total: int | None = None
        """Number of cases on the server, None if unknown."""
        self.is_partial = False
        """The server may have more cases than those loaded."""
        self.as_of: QTime | None = None
        """The time of the last complete pass."""
        self.failure: Failure | None = None
        """The reason why the last pass failed."""
        self.is_order_rejected = False
        """The server rejected the order: its own is used."""
        self._has_changes = True
        """The server lists changes since a date."""
        self._pass: Pass | None = None
        self._job: Job | None = None
        self._refreshes = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._request)
        self._clock = QTimer(self)
        self._clock.setInterval(round(workspace.timing.queue_refresh * 1000))
        self._clock.timeout.connect(self._refresh_by_itself)
        workspace.account.changed.connect(self._follow_account)
        workspace.worker.news.connect(self._on_news)
        workspace.cases.session_added.connect(self._follow_session)
        self._follow_account()

    @property
    def is_loading(self) -> bool:
        """Tell whether the list is being loaded for the first time."""
        return self.as_of is None and self._pass is not None

    @property
    def is_busy(self) -> bool:
        return self._pass is not None

    def refresh(self) -> None:
        """Read the whole list again; rows stay until the pass is complete."""
        if self.server:
            self._begin(self.filters, Reach.WHOLE)

    def choose(self) -> None:
        """Load another queue if another one is in use."""
        if self.server and self._chosen() != self._loaded:
            self._clear()
            self._start(_PAUSE)

    # Account.

    def _follow_account(self) -> None:
        account = self._workspace.account
        server = account.server if account.has_token else None
        is_same = server == self.server and account.key == (
            account.key_now(self.server, self._user) if self.server else self._user
        )
        if server == self.server and (is_same or not self._user):
            self._user = account.key  # the same user, better known
            return
        self._clear()
        self.server, self._user = server, account.key if server else ""
        if server:
            self._start(_PAUSE if self._workspace.sessions else 0)  # the agent waits for the case
        self.changed.emit()

    def _start(self, pause: int) -> None:
        """Read the whole list, after a pause in ms."""
        self._loaded = self.filters = self._chosen()
        self._begin(self.filters, Reach.WHOLE, pause=pause)
        self._clock.start()

    def _clear(self) -> None:
        self._stop()
        self._clock.stop()
        self.rows, self.total, self.as_of, self.failure = QueueRows(), None, None, None
        self.is_order_rejected = self.is_partial = False
        self._has_changes = True
        self._refreshes = 0

    def _stop(self) -> None:
        self._soon.stop()
        if self._job:
            self._job.cancel()
        self._job = self._pass = None

    # Passes.

    def _refresh_by_itself(self) -> None:
        if self._pass or not self._workspace.settings.queue_refresh or not self._is_watched():
            return
        self._refreshes += 1
        since = self.rows.newest_date()
        if self.as_of is None or self._refreshes % _WHOLE_EVERY == 0:
            self._begin(self.filters, Reach.WHOLE)
        elif since and self._has_changes:
            self._begin(msgspec.structs.replace(self.filters, updated_since=since), Reach.CHANGES)
        else:
            self._begin(self.filters, Reach.HEAD)

    def _begin(self, filters: Filters, reach: Reach, *, pause: int = 0) -> None:
        self._stop()
        self._pass = Pass(filters, reach)
        self._soon.start(pause)
        if self.is_loading:  # else the beginning isn't to be seen
            self.changed.emit()

    def _request(self) -> None:
        """Request the next page, once no case is being read."""
        if self._pass is None or self.server is None:
            return
        if any(session.is_reading for session in self._workspace.sessions.values()):
            self._soon.start(_BUSY)
            return
        page = call(BackendInterface.search_cases, self.server, self._pass.filters, self._pass.paging.index, PAGE)
        self._job = job = self._workspace.worker.run(page, lambda outcome: self._on_page(job, outcome), owner=self)

    def _on_page(self, job: Job, outcome: Outcome[Page]) -> None:
        now = self._pass
        if job is not self._job or now is None or self.server is None:
            return
        self._job = None
        if not isinstance(outcome, Success):
            self._on_failure(now, outcome)
            return
        page = outcome.value
        if self._user and self._workspace.account.key_now(self.server, page.user) != self._user:
            self._stop()  # another user is about to be known
            self.changed.emit()
            return
        self.failure = None
        done = now.after(page)
        if done.reach is Reach.WHOLE:
            self.total = page.total
        if done.is_done:
            self._end(done)
        else:
            if self.as_of is None:
                self.rows = self.rows.merged(page.cases, MOST)
            self._pass = done
            self._soon.start(0)
        self.changed.emit()

    def _end(self, done: Pass) -> None:
        self._pass = None
        self.as_of = QTime.currentTime()
        found = done.found.values()
        if done.reach is Reach.WHOLE:
            self.is_partial = done.paging.is_cut
            self.rows = self.rows.after_pass(found, _ROOM, has_shifted=done.paging.has_shifted)
            self.was_read.emit()
        else:
            self.rows = self.rows.merged(found, _ROOM)
            self._has_changes = self._has_changes and not done.ignores_since

    def _on_failure(self, failed: Pass, failure: Failure) -> None:
        self._pass = None
        self.rows = self.rows.merged(failed.found.values(), _ROOM)
        is_rejected = failure.kind is FailureKind.REFUSED and failed.paging.index == 0
        if is_rejected and failed.reach is Reach.CHANGES:
            self._has_changes = False
        elif is_rejected and failed.filters.order_by:
            self.is_order_rejected = True
            self.filters = msgspec.structs.replace(failed.filters, order_by="", order_dir="")
            self._begin(self.filters, Reach.WHOLE)
        elif failure.kind.needs_token and self.server:
            self._workspace.account.on_token_wanted(self.server, failure, is_asked=False)
        elif failure.kind is not FailureKind.STOPPED:
            self.failure = failure
            if is_rejected:  # not because of the order
                self.filters, self.is_order_rejected = self._loaded, False
        self.changed.emit()

    # Cases that the agent reads or changes.

    def _follow_session(self, session: "Session") -> None:
        session.editor.case_changed.connect(partial(self._see_session, session))
        session.glance_ended.connect(partial(self._see_session, session))

    def _see_session(self, session: "Session") -> None:
        """Update the row of a case that the agent reads; a glance leaves the mark of a change."""
        if session.server_case and not session.is_glance:
            self._see(session.server.url, session.server_case)

    def _on_news(self, news: object) -> None:
        if isinstance(news, SubmissionUpdate) and news.case:
            self._see(news.submission.server, news.case)

    def _see(self, url: str, case: Case) -> None:
        """Update the row of a case as the agent's own read or submission shows it."""
        if self.server is None or url != self.server.url:
            return
        rows = self.rows.seen(listed(case))
        if rows is not self.rows:
            self.rows = rows
            self.changed.emit()
