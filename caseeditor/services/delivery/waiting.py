"""Waits of a case's runner: for its next read, its turn at the server, the agent. Runs on the worker's loop."""

import asyncio

from caseeditor.domain.delivery.state_machine import VERIFICATION_READS
from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.domain.delivery.submission_update import AgentAnswer
from caseeditor.domain.errors.failure import Failure
from caseeditor.domain.timeouts import Timing
from caseeditor.services.api.traffic import BATCH, OWN, UNREACHED, Traffic
from caseeditor.services.delivery.case_run import Reporter, Run


class Waiting:
    """Grants delays and turns to a run."""

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
        """Wait, and return the agent's answer if there is one."""
        await self.pause(run, delay, forever=forever)
        return self.answer(run, run.submissions[0])

    def answer(self, run: Run, submission: Submission) -> AgentAnswer | None:
        """Take the agent's answer about a submission, None if there is none."""
        given = next((each for each in run.answers if each[0] == submission.number), None)
        if given is None:
            return None
        run.answers.remove(given)
        return given[1]

    async def pause(self, run: Run, delay: float, *, forever: bool = False) -> None:
        """Wait and release the turn. Ends early if the agent answers or somebody signs in.

        A sign-in just before also ends it, since the reason for waiting may be older.
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
        """Wait a second of the server's clock, like `pause`."""
        await self.pause(run, self._timing.second)

    async def turn(self, run: Run, submission: Submission) -> bool:
        """Wait for a turn at the server, unless it is held already; return False if the agent answered meanwhile."""
        if run.turn is None and not run.answers:
            run.turn = self._traffic.queue(
                submission.server,
                (BATCH if submission.batch else OWN, run.turns, submission.number),
                lambda failure: self._on_held(run, submission, failure),
            )
            if await run.turn.come():
                run.turns += 1
            else:
                run.turn = None
        return run.turn is not None

    def _on_held(self, run: Run, submission: Submission, failure: Failure) -> None:
        """Report once that the server's calls are held back."""
        if failure.kind is not run.waits_for:
            run.waits_for = failure.kind
            self._reporter.say(run, submission, waits_for=failure)

    def failures(self, run: Run, submission: Submission, failures: int) -> int:
        """Count a failure for a delay of its own. If the server is held, one submission tests it for all."""
        is_held = self._traffic.is_held(submission.server)
        if is_held:
            run.leave()
        return 0 if is_held else failures + 1

    def note_answer(self, submission: Submission, began: float) -> None:
        """Record that a call was answered that began at this time of the loop (s); only for the rows of batches."""
        if submission.batch:
            self._traffic.note_answer(submission.server, asyncio.get_running_loop().time() - began)

    def note(self, run: Run, submission: Submission, failure: Failure | None) -> None:
        """Record the result of a call. A failure unrelated to the case does not cost the submission its place."""
        self._traffic.note(submission.server, failure)
        if failure and failure.kind in UNREACHED:
            run.turns = max(run.turns - 1, 0)
