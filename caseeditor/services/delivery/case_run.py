"""The pending submissions of one case, and news of them. Runs on the worker's loop."""

import asyncio
import contextlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.submission import (
    Answered,
    Event,
    Read,
    Refused,
    Submission,
    Unsent,
)
from caseeditor.domain.delivery.submission_update import AgentAnswer, SubmissionUpdate
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.database import Store, StoreFailed

if TYPE_CHECKING:
    from caseeditor.services.api.traffic import Turn

replace = msgspec.structs.replace


class Run:
    """One case's submissions and the state of its runner."""

    def __init__(self) -> None:
        self.submissions: list[Submission] = []
        self.answers: list[tuple[int, AgentAnswer]] = []
        """The agent's answers with the number of the submission."""
        self.wake = asyncio.Event()
        self.task: asyncio.Task[None] | None = None
        self.post: asyncio.Task[Event] | None = None
        self.case: Case | None = None
        self.turn: Turn | None = None
        self.turns = 0
        """Number of turns of the submission. One without any goes first."""
        self.waits_for: FailureKind | None = None
        """The last reported reason for a pause."""

    @property
    def wants_token(self) -> bool:
        """Whether the submission waits until somebody signs in, or the agent answers."""
        return self.waits_for is not None and self.waits_for.needs_token

    def take_up(self) -> None:
        """Let the runner process the agent's answer, even while it waits for its turn."""
        self.wake.set()
        if self.turn and self.turn.is_waiting:
            self.turn.leave()

    def leave(self) -> None:
        """End the turn, or the wait for one."""
        if self.turn:
            self.turn.leave()
            self.turn = None

    def owned(self, submission: Submission) -> Submission:
        """Return a submission with the current account, which may have become known since, and its current batch."""
        held = next((each for each in self.submissions if each.number == submission.number), submission)
        return replace(submission, user=held.user, names=held.names, batch=held.batch)


class Reporter:
    """Publishes news of submissions, on the loop's thread."""

    def __init__(self, tell: Callable[[SubmissionUpdate], None]) -> None:
        self.tell = tell

    def say(
        self,
        run: Run,
        submission: Submission,
        *,
        waits_for: Failure | None = None,
        unkept: StorageProblem | None = None,
    ) -> None:
        self.tell(SubmissionUpdate(submission, tuple(run.submissions), run.case, waits_for=waits_for, unkept=unkept))

    def say_held(self, run: Run | None) -> None:
        """Report that submissions are held; Outbox.begin_sending resumes them."""
        if run and run.submissions:
            self.say(run, run.submissions[0], waits_for=Failure(kind=FailureKind.FOLDER_HELD))


def save(store: Store, submission: Submission) -> None:
    """Save a submission."""
    store.save(submission)


async def take_back(database: AsyncDatabase, submission: Submission) -> None:
    """Save a submission as it was before an attempt that was not made."""
    with contextlib.suppress(StoreFailed):  # on failure, the next start resolves it
        await database.do(partial(save, submission=submission))


def shown_in(event: Event) -> Case | None:
    """Return the case in an event, if any."""
    if isinstance(event, Read):
        return event.reading.case
    return event.case if isinstance(event, Answered) else None


def known_as(submission: Submission, user: User) -> Submission:
    """Return a submission with a better known user; its notes may still have the former names."""
    return replace(submission, user=user.key, names=tuple(dict.fromkeys((*user.names, *submission.names))))


def why_it_waits(submission: Submission, event: Event) -> Failure | None:
    """Return the reason for a pause after an event: the network, or sign-in.

    If a new token was rejected too, a third one would not help: a read decides.
    """
    if isinstance(event, Refused) and event.failure.kind.needs_token:
        return None if submission.resent else event.failure
    is_stopped = isinstance(event, Unsent) and event.failure.kind is FailureKind.STOPPED  # the agent's answer follows
    return event.failure if isinstance(event, Unsent) and not is_stopped else None
