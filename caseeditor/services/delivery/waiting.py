"""Waits of a case's runner: for its next read, its turn at the server, the agent. Lives on the worker's loop."""

import asyncio

from caseeditor.domain.delivery.state_machine import VERIFICATION_READS
from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.domain.delivery.submission_update import AgentAnswer
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.timeouts import Timing
from caseeditor.services.api.traffic import UNREACHED, Traffic
from caseeditor.services.delivery.case_run import Reporter, Run


class Waiting:
    """Grants a run its time and its turn."""

    def __init__(self, timing: Timing, traffic: Traffic, reporter: Reporter) -> None:
        self._timing = timing
        self._traffic = traffic
        self._reporter = reporter

    def delay(self, submission: Submission, failures: int) -> float:
        """Return the seconds before the next read."""
        looks = self._timing.looks
        if failures:
            return looks[min(failures, len(looks)) - 1]
        if submission.state is State.UNCONFIRMED:
            return max(
                looks[min(submission.verification_reads, VERIFICATION_READS - 1)],
                submission.retry_after * self._timing.second,
            )
        return self._timing.keep_waiting if submission.state is State.NEEDS_ANSWER else 0

    async def wait(self, run: Run, delay: float, *, forever: bool = False) -> AgentAnswer | None:
        """Wait, unless the agent answers; returns what the agent answered."""
        await self.pause(run, delay, forever=forever)
        return self.answer(run, run.submissions[0])

    def answer(self, run: Run, submission: Submission) -> AgentAnswer | None:
        """Return what the agent answered about a submission, None when nothing."""
        given = next((each for each in run.answers if each[0] == submission.number), None)
        if given is None:
            return None
        run.answers.remove(given)
        return given[1]

    async def pause(self, run: Run, delay: float, *, forever: bool = False) -> None:
        """Wait, and let others have their turn; an answer of the agent ends it, and so does signing in.

        Whoever signed in just before ends it too: what is waited for may have been found out before that.
        """
        if not run.answers and (delay or forever):
            run.leave()
            try:
                async with asyncio.timeout(None if forever else delay):
                    await run.wake.wait()
            except TimeoutError:
                pass
            run.wake.clear()

    async def second(self, run: Run) -> None:
        """Wait a second of the server's dates, as `pause` does."""
        await self.pause(run, self._timing.second)

    async def turn(self, run: Run, submission: Submission) -> bool:
        """Wait for a turn at the server, unless it is this one's; False when the agent answered meanwhile."""
        if run.turn is None and not run.answers:
            run.turn = self._traffic.queue(
                submission.server,
                (run.turns, submission.number),
                lambda failure: self._on_held(run, submission, failure),
            )
            if await run.turn.come():
                run.turns += 1
            else:
                run.turn = None
        return run.turn is not None

    def _on_held(self, run: Run, submission: Submission, failure: Failure) -> None:
        """Tell that a submission waits with all others for its server, unless that was told."""
        if failure.kind is not run.waits_for:
            run.waits_for = failure.kind
            self._reporter.say(run, submission, waits_for=failure)

    def failures(self, run: Run, submission: Submission, failures: int) -> int:
        """Count a failure, for a wait of its own, unless all wait for the server: then one of them tries."""
        is_held = self._traffic.is_held(submission.server)
        if is_held:
            run.leave()
        return 0 if is_held else failures + 1

    def note(self, run: Run, submission: Submission, failure: Failure | None) -> None:
        """Note how a call of a turn ended. What says nothing of the case leaves the submission its place."""
        self._traffic.note(submission.server, failure)
        if failure and failure.kind in UNREACHED:
            run.turns = max(run.turns - 1, 0)
