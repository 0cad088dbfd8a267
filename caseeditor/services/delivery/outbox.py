"""The outbox delivers submissions. domain.delivery decides; the gateway and the store act.

Each case has one runner, so that its submissions are delivered one at a time, in order. Cases run concurrently within
the limits of traffic; a turn is a read with the update that follows. Runs on the worker's loop.
"""

import asyncio
import contextlib
import uuid
from collections.abc import Callable, Sequence

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import names_in
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.handover import stamped, submitted
from caseeditor.domain.delivery.parts import in_parts
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.delivery.state_machine import handed_over, transition
from caseeditor.domain.delivery.submission import BackToDraft, Stamp, State, Submission, Withdraw
from caseeditor.domain.delivery.submission_update import AgentAnswer, SubmissionUpdate
from caseeditor.domain.editing.edit import completed
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.whose import AccountKnown
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.api.client import Gateway
from caseeditor.services.api.server_habits import ServerHabits
from caseeditor.services.api.traffic import Traffic
from caseeditor.services.delivery.calls import Calls
from caseeditor.services.delivery.case_run import Reporter, Run, known_as
from caseeditor.services.delivery.runner import Runner
from caseeditor.services.delivery.waiting import Waiting
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store, StoreFailed

replace = msgspec.structs.replace


class Outbox:
    """All pending submissions. `tell` gets each SubmissionUpdate on the loop's thread.

    `traffic` is shared with the gateway, so that every answer counts. `stamp` names the attribute for stamps, '' for
    none.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - all that it works with
        self,
        gateway: Gateway,
        accounts: Accounts,
        database: AsyncDatabase,
        timing: Timing,
        tell: Callable[[SubmissionUpdate], None],
        traffic: Traffic | None = None,
        *,
        stamp: str = "",
        may_send: bool = True,
    ) -> None:
        self._gateway = gateway
        self._accounts = accounts
        self._database = database
        traffic = traffic or Traffic(timing)
        self._tell_window = tell
        self._reporter = Reporter(self._tell)
        self.on_row: Callable[[SubmissionUpdate], None] | None = None
        """Gets the news of submissions that are rows of batches, after `tell`."""
        self.stamp = stamp
        self._runs: dict[tuple[str, str], Run] = {}
        self._has_started = False
        habits = ServerHabits(database)
        waiting = Waiting(timing, traffic, self._reporter)
        self._calls = Calls(gateway, accounts, database, habits, waiting, self._reporter, self.submissions_of)
        self._runner = Runner(self._calls, database, habits, waiting, self._reporter, timing, may_send=may_send)
        accounts.follow(self._on_known)

    @property
    def may_send(self) -> bool:
        """False while another program holds the data folder: pending submissions are shown, but not sent or decided."""
        return self._runner.may_send

    async def start(self) -> None:
        """Load the pending submissions of an earlier run. Raises StoreFailed; may be repeated."""
        found = await self._database.do(lambda store: store.open_submissions())
        for submission in found:
            self._enqueue(submission)
        self._has_started = True
        await self._withdraw_rows(found)

    async def begin_sending(self) -> None:
        """Start sending, now that the data folder is ours.

        Pending submissions are read from disk again, since the other program may have sent them.

        Raises:
            StoreFailed: Nothing has changed.
        """
        if self.may_send:
            return
        shown = [submission.number for run in self._runs.values() for submission in run.submissions]

        def look(store: Store) -> tuple[tuple[Submission, ...], list[Submission | None]]:
            waiting = store.open_submissions()
            still = {submission.number for submission in waiting}
            return waiting, [store.submission(number) for number in shown if number not in still]

        waiting, ended = await self._database.do(look)
        self._runner.may_send = True
        self._runs.clear()
        for submission in filter(None, ended):
            self._reporter.tell(SubmissionUpdate(submission))
        for submission in waiting:
            self._enqueue(submission)
        await self._withdraw_rows(waiting)

    async def submit(self, draft: Draft, case: Case, over: int | None) -> Submission:
        """Turn a draft into a submission over the case that the agent sees: store it atomically, then deliver it.

        `over` is the generation of the draft, as in Store.save_draft. Until the pending submissions have been read, no
        submission is accepted, because the changes might be among them.

        Raises:
            StoreFailed: The draft is still there, and nothing is sent.
        """
        (kept,) = await self._hand_over(draft, (await self._made(draft, case),), over)
        return kept

    async def submit_rows(self, rows: Sequence[Submission]) -> tuple[Submission, ...]:
        """Store the submissions of a batch's rows in one transaction, and deliver them. No draft is touched.

        Those of cases with a draft of the user, or an open submission, are left out.

        Raises:
            StoreFailed: None of them is stored or sent.
        """
        if not self._has_started:
            await self.start()
        if self.stamp:
            rows = [stamped(row, Stamp(self.stamp, uuid.uuid4().hex)) for row in rows]
        kept = await self._database.do(lambda store: store.insert_rows(rows))
        for submission in kept:
            self._enqueue(submission)
        return kept

    async def _withdraw_rows(self, found: Sequence[Submission]) -> None:
        """Withdraw the rows of batches that were not sent: their batch is paused. First those whose turn may come."""
        rows = [each for each in found if self.may_send and each.batch and each.state is State.QUEUED]
        rows.sort(key=lambda each: self.submissions_of(each.server, each.case_id)[:1] != (each,))
        for submission in rows:
            await self.answer(submission, Withdraw())

    async def adopt(self, submission: Submission) -> None:
        """Make the row of a batch that is gone a submission of the window, which has its questions."""
        run = self._runs.get((submission.server, submission.case_id))
        if run:
            run.submissions = [
                replace(each, batch=None) if each.number == submission.number else each for each in run.submissions
            ]
            for each in run.submissions:
                if each.number == submission.number:
                    self._reporter.say(run, each)

    def _tell(self, news: SubmissionUpdate) -> None:
        self._tell_window(news)
        if not news.submission.batch:
            return
        if self.on_row:
            self.on_row(news)
        key = (news.submission.server, news.submission.case_id)
        if (
            not news.submission.state.is_open
            and not news.unkept
            and key in self._runs
            and not self._runs[key].submissions
        ):
            del self._runs[key]  # a batch has up to 100,000 cases

    async def submit_in_parts(self, draft: Draft, case: Case, over: int | None) -> tuple[Submission, ...]:
        """Turn a draft into several submissions in order, each small enough for any server; otherwise like `submit`."""
        parts = [replace(draft, edit=edit) for edit in in_parts(completed(draft.edit, case))]
        return await self._hand_over(draft, [await self._made(part, case) for part in parts], over)

    async def _hand_over(
        self, draft: Draft, submissions: Sequence[Submission], over: int | None
    ) -> tuple[Submission, ...]:
        if not self._has_started:
            await self._read_pending(draft)
        kept = await self._database.do(lambda store: store.submit_all(draft, submissions, over))
        self._enqueue(*kept)
        return kept

    async def _made(self, draft: Draft, case: Case) -> Submission:
        submission = submitted(draft, case)
        user = await self._accounts.presumed(Server(draft.server))
        if not submission.user:  # unknown when the case was opened
            submission = replace(submission, user=user.key)
        submission = replace(submission, names=user.names if user.key == submission.user else names_in(submission.user))
        if self.stamp:
            submission = stamped(submission, Stamp(self.stamp, uuid.uuid4().hex))
        return submission

    async def _read_pending(self, draft: Draft) -> None:
        """Read the pending submissions. Raises StoreFailed if that fails, or if this case has some."""
        try:
            await self.start()
        except StoreFailed:
            raise StoreFailed(StorageProblem.UNREAD) from None
        if self.submissions_of(draft.server, draft.case_id):
            raise StoreFailed(StorageProblem.UNREAD)

    async def answer(self, submission: Submission, answer: AgentAnswer) -> None:
        """Apply the agent's answer about a submission."""
        run = self._runs.get((submission.server, submission.case_id))
        if not self.may_send:
            self._reporter.say_held(run)
        elif run and run.submissions and run.submissions[0].number == submission.number:
            run.answers.append((submission.number, answer))
            run.take_up()
        elif run and isinstance(answer, BackToDraft | Withdraw):
            waiting = next((each for each in run.submissions if each.number == submission.number), None)
            if waiting:
                run.submissions.remove(waiting)  # immediately, so that its turn cannot come meanwhile
                await self._runner.end(run, transition(waiting, answer))

    async def stop_waiting(self, submission: Submission) -> None:
        """Stop waiting for the answer to a running update; reads then determine its outcome."""
        run = self._runs.get((submission.server, submission.case_id))
        if run and run.post:
            run.post.cancel()

    def submissions_of(self, server: str, case_id: str) -> tuple[Submission, ...]:
        """Return the pending submissions of a case, in order."""
        run = self._runs.get((server, case_id))
        return tuple(run.submissions) if run else ()

    @property
    def pending(self) -> tuple[Submission, ...]:
        """All pending submissions."""
        return tuple(submission for run in self._runs.values() for submission in run.submissions)

    async def look_back(self, server: str, reading: Reading) -> None:
        """Report, once each, unconfirmed notes of closed submissions that turned up."""
        await self._calls.look_back(server, reading)

    def wake(self) -> None:
        """Retry all waiting submissions now, after sign-in; a hold of their server is for `Traffic` to end."""
        for run in self._runs.values():
            run.wake.set()

    async def move(self, old: str, new: str) -> bool:
        """Move a server's data and pending submissions to another one.

        Returns False without effect while an update is running.

        Raises:
            StoreFailed: Nothing has changed.
        """
        keys = [key for key in self._runs if key[0] in (old, new)]
        if any(self._runs[key].post for key in keys):
            return False
        runs = [self._runs.pop(key) for key in keys]
        tasks = [run.task for run in runs if run.task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        left = tuple(each for run in runs for each in run.submissions)
        try:
            await self._database.do(lambda store: store.move_server(old, new))
        finally:
            with contextlib.suppress(StoreFailed):  # submissions that were closing are closed on disk
                left = await self._database.do(lambda store: store.open_submissions())
            for submission in sorted(left, key=lambda each: each.number):
                if submission.server in (old, new):
                    self._enqueue(submission)
            for run in runs:
                self._pass_on(run.answers)
        return True

    def _pass_on(self, answers: list[tuple[int, AgentAnswer]]) -> None:
        for number, answer in answers:
            for run in self._runs.values():
                if any(each.number == number for each in run.submissions):
                    run.answers.append((number, answer))

    def begin_closing(self) -> None:
        """Start no further submission: its update would be cut off."""
        self._runner.is_closing = True

    async def close(self, deadline: float) -> None:
        """Accept no more work, and let running updates finish within the deadline (s).

        An update that is still connecting is cancelled.
        """
        self.begin_closing()
        out = []
        for (url, case_id), run in self._runs.items():
            if run.task and run.post and not self._gateway.is_connecting(Server(url), case_id):
                out.append(run.task)
            elif run.task:
                run.task.cancel()
        if out:
            await asyncio.wait(out, timeout=deadline)
        tasks = [run.task for run in self._runs.values() if run.task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def take_over(self, submission: Submission, key: str) -> Draft:
        """Take back another account's submission into this account's draft, with its doubt if it may be stored.

        Raises:
            OperationFailed: Its update is or may be running (another program holds the folder), it has ended, or the
                disk failed.
        """
        if not self.may_send:  # the other program may be sending it
            raise OperationFailed(Failure(kind=FailureKind.FOLDER_HELD))
        run = self._runs.get((submission.server, submission.case_id))
        if run is None or run.post or all(each.number != submission.number for each in run.submissions):
            raise OperationFailed(Failure(kind=FailureKind.STOPPED))
        if run.task and run.submissions[0].number == submission.number:
            run.task.cancel()
            await asyncio.wait([run.task])
        try:
            held = await self._database.do(lambda store: store.open_submission(submission.number))
            if held is None:  # just closed: it must not be delivered again
                run.submissions = [each for each in run.submissions if each.number != submission.number]
            if held is None:
                raise OperationFailed(Failure(kind=FailureKind.STOPPED))
            ended, back = handed_over(held, key)
            await self._database.do(lambda store: store.give_back(ended, back))
            run.submissions = [each for each in run.submissions if each.number != ended.number]
            run.answers = [each for each in run.answers if each[0] != ended.number]
            self._reporter.tell(SubmissionUpdate(ended, tuple(run.submissions), run.case, back))
        finally:
            self._runner.go_on(run)
        return back

    def _on_known(self, known: AccountKnown) -> None:
        """Update the owners of submissions, and resume those that waited for it.

        A submission whose token was rejected resumes when sign-in is complete; this news comes earlier.
        """
        keys = {known.user.key, *known.was}
        for (server, _), run in self._runs.items():
            if server == known.server.url:
                run.submissions = [
                    known_as(each, known.user) if each.user in keys else each for each in run.submissions
                ]
                if run.waits_for is not FailureKind.TOKEN_REFUSED:
                    run.wake.set()

    def _enqueue(self, *submissions: Submission) -> None:
        """Append a case's submissions to its runner."""
        run = self._runs.setdefault((submissions[0].server, submissions[0].case_id), Run())
        known = {each.number for each in run.submissions}  # one may be taken over before the start has read it
        fresh = [submission for submission in submissions if submission.number not in known]
        run.submissions.extend(fresh)
        for submission in fresh:
            self._reporter.say(run, submission)
        self._runner.go_on(run)
