"""The runner of a case performs next actions until no submission is left. Runs on the worker's loop."""

import asyncio
import logging

from caseeditor.domain.delivery.handover import draft_of
from caseeditor.domain.delivery.state_machine import NextAction, after_restart, next_action, transition
from caseeditor.domain.delivery.submission import Event, State, Submission, Unsent
from caseeditor.domain.delivery.submission_update import SubmissionUpdate
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.timeouts import Timing
from caseeditor.services.api.server_habits import ServerHabits
from caseeditor.services.delivery.calls import Calls
from caseeditor.services.delivery.case_run import Reporter, Run, shown_in, take_back, why_it_waits
from caseeditor.services.delivery.waiting import Waiting
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import StoreFailed

log = logging.getLogger(__name__)


class Runner:
    """Runs each case in a task of its own.

    `may_send` is False while another program holds the data folder: submissions are shown, but not sent or decided.
    While `is_closing`, no submission is started.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - its dependencies
        self,
        calls: Calls,
        database: AsyncDatabase,
        habits: ServerHabits,
        waiting: Waiting,
        reporter: Reporter,
        timing: Timing,
        *,
        may_send: bool,
    ) -> None:
        self._calls = calls
        self._database = database
        self._habits = habits
        self._waiting = waiting
        self._reporter = reporter
        self._timing = timing
        self.is_closing = False
        self.may_send = may_send

    def go_on(self, run: Run) -> None:
        if run.submissions and not self.is_closing and (run.task is None or run.task.done()):
            run.task = asyncio.get_running_loop().create_task(self._run(run))

    async def _run(self, run: Run) -> None:
        if not self.may_send:
            self._reporter.say_held(run)
            return
        while run.submissions and not self.is_closing:
            submission = run.submissions[0]
            run.turns, run.waits_for = 0, None
            try:
                submission = await self._deliver(run, submission)
            except StoreFailed as failed:
                self._reporter.say(run, run.submissions[0], unkept=failed.fault)
                await self._waiting.pause(run, self._timing.looks[-1])
                continue
            except Exception:
                log.exception("outbox: delivery failed")
                run.leave()
                await asyncio.sleep(self._timing.looks[-1])
                continue
            finally:
                run.leave()
            await self.end(run, submission)

    async def _deliver(self, run: Run, submission: Submission) -> Submission:
        """Deliver a submission to its end; return it closed."""
        submission = after_restart(submission)
        failures = 0
        while submission.state.is_open:
            submission = run.owned(submission)
            step = next_action(submission)
            event: Event | None
            if step is NextAction.POST:
                event = await self._calls.post(run, submission)
                failures = self._waiting.failures(run, submission, failures) if isinstance(event, Unsent) else 0
            elif step is NextAction.REMOVE:
                event = await self._calls.remove(run, submission)
            else:
                is_asking = step is NextAction.ASK or run.wants_token
                event = await self._waiting.wait(run, self._waiting.delay(submission, failures), forever=is_asking)
                if event is None and step is NextAction.READ and await self._waiting.turn(run, submission):
                    event = await self._calls.read(run, submission)
                    failures = 0 if event else self._waiting.failures(run, submission, failures)
                    if submission.state is State.QUEUED:  # an answer given during the read prevents sending
                        event = self._waiting.answer(run, submission) or event
            if event is None:
                continue
            submission = await self._step(run, run.owned(submission), event)
            if self.is_closing and submission.state.is_open:
                raise asyncio.CancelledError  # the next start continues from the disk
        return submission

    async def _step(self, run: Run, submission: Submission, event: Event) -> Submission:
        after = transition(submission, event)
        if after == submission:
            return submission
        if after.state is State.SENDING:
            return await self._begin(run, submission, after)
        if after.confirmation and submission.confirmation is None and (case := shown_in(event)):
            await self._habits.learn(after, case)
        if not after.state.is_open:
            return after
        waits_for = why_it_waits(after, event)
        run.waits_for = waits_for.kind if waits_for else None
        return await self._keep(run, after, waits_for)

    async def _begin(self, run: Run, submission: Submission, sending: Submission) -> Submission:
        """Save an attempt before it is made. If closing begins meanwhile, undo it, so that no doubt remains."""
        try:
            await self._database.do(lambda store: store.save(sending))
        except StoreFailed as failed:  # not on disk, so not sent
            self._reporter.say(run, submission, unkept=failed.fault)
            await self._waiting.pause(run, self._timing.looks[-1])
            return submission
        except asyncio.CancelledError:
            await take_back(self._database, submission)
            raise
        if self.is_closing:
            await take_back(self._database, submission)
            return submission
        run.submissions[0] = sending
        self._reporter.say(run, sending)
        return sending

    async def _keep(self, run: Run, submission: Submission, waits_for: Failure | None) -> Submission:
        """Save the new state. If the disk fails, it is kept in memory and determined again after a restart."""
        run.submissions[0] = submission
        unkept = None
        try:
            await self._database.do(lambda store: store.save(submission))
        except StoreFailed as failed:
            unkept = failed.fault
        self._reporter.say(run, submission, waits_for=waits_for, unkept=unkept)
        return submission

    async def end(self, run: Run, submission: Submission) -> None:
        """Close a submission on disk, and merge returned changes into the draft atomically. Retries until saved."""
        submission = run.owned(submission)
        is_back = submission.state in (State.REJECTED, State.DRAFT) and submission.batch is None
        back = draft_of(submission) if is_back else None
        while True:
            try:
                if back is not None:
                    await self._database.do(lambda store: store.give_back(submission, back))
                else:
                    await self._database.do(lambda store: store.save(submission))
            except StoreFailed as failed:
                self._reporter.say(run, submission, unkept=failed.fault)
                await asyncio.sleep(self._timing.looks[0])
                continue
            run.submissions = [each for each in run.submissions if each.number != submission.number]
            run.answers = [each for each in run.answers if each[0] != submission.number]
            self._reporter.tell(SubmissionUpdate(submission, tuple(run.submissions), run.case, back))
            return
