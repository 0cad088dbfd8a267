"""The requests of a submission's delivery, and the evidence that belongs to their answers."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.delivery.snapshot import Reading, settles_soon
from caseeditor.domain.delivery.state_machine import event_of, transition
from caseeditor.domain.delivery.submission import Answered, Doubt, Event, Read, Removed, State, Submission, Unsent
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.delivery.visibility import are_shown
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed, RequestReach
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.api.client import Gateway
from caseeditor.services.api.server_habits import ServerHabits
from caseeditor.services.delivery.case_run import Reporter, Run, known_as, save, take_back
from caseeditor.services.delivery.waiting import Waiting
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store, StoreFailed

_UNSETTLED_READS = 4
"""Reads, a second apart, after which an unchanged case counts as settled: a proxy's clock may lag."""


class Calls:
    """Requests for a case's runner. `pending` returns the open submissions of a server's case, in order."""

    def __init__(  # noqa: PLR0913, PLR0917 - its dependencies
        self,
        gateway: Gateway,
        accounts: Accounts,
        database: AsyncDatabase,
        habits: ServerHabits,
        waiting: Waiting,
        reporter: Reporter,
        pending: Callable[[str, str], tuple[Submission, ...]],
    ) -> None:
        self._gateway = gateway
        self._accounts = accounts
        self._database = database
        self._habits = habits
        self._waiting = waiting
        self._reporter = reporter
        self._pending = pending

    async def read(self, run: Run, submission: Submission) -> Read | None:
        """Read the case; return None if that failed or the agent answered meanwhile."""
        server = Server(submission.server)
        try:
            user = await self._accounts.must_be(server, run.owned(submission).user)
            run.submissions = [known_as(each, user) if each.user == user.key else each for each in run.submissions]
            reading = await self._settled(run, submission)
        except OperationFailed as failed:
            self._waiting.note(run, submission, failed.failure)
            run.waits_for = failed.failure.kind
            self._reporter.say(run, submission, waits_for=failed.failure)
            return None
        if reading is None:
            return None
        self._waiting.note(run, submission, None)
        run.waits_for = None
        run.case = reading.case
        await self.look_back(submission.server, reading)
        return await self._seen(run.owned(submission), reading)

    async def look_back(self, server: str, reading: Reading) -> None:
        """Report, once each, unconfirmed notes of closed submissions that turned up."""
        case = reading.case
        for submission in await self._database.find(lambda store: _closed_unconfirmed(store, server, reading)) or ():
            user = self._accounts.signed_in(Server(server))
            if user is None or user.key != submission.user:
                continue  # only the note's author is told
            ours = known_as(submission, user)
            with contextlib.suppress(StoreFailed):  # on failure, it is reported again
                found = transition(ours, await self._seen(ours, reading))
                if found != ours:
                    self._reporter.tell(SubmissionUpdate(found, self._pending(server, case.id)))
                    await self._database.do(partial(save, submission=found))

    async def _seen(self, submission: Submission, reading: Reading) -> Read:
        unconfirmed = await self._database.do(
            lambda store: store.unconfirmed(submission.server, submission.case_id, submission.number)
        )
        ended = (
            await self._database.do(lambda store: store.ended(submission)) if submission.state is State.QUEUED else ()
        )
        shows_notes = await self._habits.shows_notes(submission.server, reading.case)
        noted = frozenset[str]()
        is_fresh_row = submission.batch is not None and submission.state is State.QUEUED
        if is_fresh_row and not are_shown(reading.case, has_shown=shows_notes):
            whose = submission.server, submission.user, submission.case_id
            noted = await self._database.do(lambda store: store.stored_notes(*whose))
        return Read(reading, unconfirmed, shows_notes, await self._habits.way(submission.server), ended, noted)

    async def _settled(self, run: Run, submission: Submission) -> Reading | None:
        """Read until the last change is in the past; otherwise the answer may show a moment within that second.

        Other cases get their turns meanwhile. Returns None if the agent answered. Raises OperationFailed, also for a
        cached answer.
        """
        server = Server(submission.server)
        began = asyncio.get_running_loop().time()
        reading = await self._gateway.read_case(server, submission.case_id)
        self._waiting.note_answer(submission, began)
        for _ in range(_UNSETTLED_READS):
            if not (reading.is_stale or settles_soon(reading.case.update_date, reading.date)):
                break
            await self._waiting.second(run)
            if not await self._waiting.turn(run, submission):
                return None
            reading = await self._gateway.read_case(server, submission.case_id)
        if reading.is_stale:
            raise OperationFailed(Failure(kind=FailureKind.STALE, server=server.domain, reach=RequestReach.ANSWERED))
        return reading

    async def post(self, run: Run, submission: Submission) -> Event:
        call = self._gateway.update_case(Server(submission.server), submission.case_id, submission.parameters)
        run.post = asyncio.get_running_loop().create_task(self._outcome(run, submission, call))
        try:
            return await asyncio.shield(run.post)
        except asyncio.CancelledError:
            if run.post.cancelled():
                return Doubt(Failure(kind=FailureKind.STOPPED))
            run.post.cancel()
            await asyncio.wait([run.post])
            if not run.post.cancelled() and isinstance(event := run.post.result(), Unsent):
                await take_back(self._database, transition(submission, event))
            raise
        finally:
            run.post = None

    async def _outcome(self, run: Run, submission: Submission, call: Coroutine[Any, Any, Case | None]) -> Event:
        server = Server(submission.server)
        if run.answers or not self._accounts.is_in(server, run.owned(submission).user):  # since the read
            call.close()
            kind = FailureKind.STOPPED if run.answers else FailureKind.TOKEN_MISSING
            return Unsent(Failure(kind=kind, server=server.domain))
        began = asyncio.get_running_loop().time()
        try:
            case = await call
            if submission.batch:
                run.leave()  # the disk follows, and the next row need not wait for it
        except OperationFailed as failed:
            self._waiting.note(run, submission, failed.failure)
            return event_of(failed.failure)
        self._waiting.note(run, submission, None)
        self._waiting.note_answer(submission, began)
        if case is None:
            return Answered(None)
        run.case = case
        try:
            seen = await self._seen(run.owned(submission), Reading(case))
        except StoreFailed:  # a good answer stays good
            return Answered(case, self._habits.has_shown_notes(submission.server))
        return Answered(case, seen.shows_notes, seen.unconfirmed, seen.way)

    async def remove(self, run: Run, submission: Submission) -> Removed:
        if not self._accounts.is_in(Server(submission.server), run.owned(submission).user):  # the next read reports it
            return Removed()
        try:
            await self._gateway.remove_tags(Server(submission.server), submission.case_id, submission.removing)
        except OperationFailed as failed:
            if failed.failure.kind is FailureKind.STOPPED:  # cancelled before the first byte: this task is to end
                raise asyncio.CancelledError from None
            self._waiting.note(run, submission, failed.failure)
            self._reporter.say(run, submission, waits_for=failed.failure)
        return Removed()


def _closed_unconfirmed(store: Store, server: str, reading: Reading) -> tuple[Submission, ...]:
    with contextlib.suppress(StoreFailed):  # a failure here must not delay pending submissions
        store.saw_date(reading.date)
    return store.closed_unconfirmed(server, reading.case.id)
