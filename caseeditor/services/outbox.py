"""Delivers submissions: domain.delivery decides, over what the gateway answers and the store keeps.

One runner a case, so that a case has one submission on its way at a time, in the order of submitting; cases go side by
side. Lives on the worker's loop.
"""

import asyncio
import contextlib
import logging
import uuid
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import msgspec

from caseeditor.domain.address import Server
from caseeditor.domain.case import Case
from caseeditor.domain.delivery import LOOKS, Step, advance, next_step, outcome_of, resumed
from caseeditor.domain.draft import Draft
from caseeditor.domain.facts import way_of
from caseeditor.domain.failure import Failed, Failure, Kind
from caseeditor.domain.fault import Fault
from caseeditor.domain.handover import draft_of, stamped, submitted
from caseeditor.domain.parcel import (
    Answered,
    BackToDraft,
    Decided,
    Doubt,
    Event,
    ItWasStored,
    Parcel,
    Read,
    Refused,
    Removed,
    SendAgain,
    Stamp,
    State,
    Unsent,
    Verdict,
)
from caseeditor.domain.server_edits import learned
from caseeditor.domain.snapshot import Reading, settles_soon
from caseeditor.domain.timing import Timing
from caseeditor.services.accounts import Accounts
from caseeditor.services.gateway import Gateway
from caseeditor.services.shelf import Shelf
from caseeditor.services.store import Store, StoreFailed

log = logging.getLogger(__name__)
_UNSETTLED_READS = 4
"""Reads, a second apart, after which a change that stands still counts as settled: a proxy's clock may lag."""

replace = msgspec.structs.replace
Agent = SendAgain | ItWasStored | BackToDraft | Decided


class News(msgspec.Struct, frozen=True):
    """What became of a submission just now. `open` are all of its case that are still on their way, in order.

    `case` is the case as last read, `back` what came back from the submission into the draft. `waits_for` says why it
    stands still, `unkept` why the disk did not take it.
    """

    parcel: Parcel
    open: tuple[Parcel, ...] = ()
    case: Case | None = None
    back: Draft | None = None
    waits_for: Failure | None = None
    unkept: Fault | None = None


class _Run:
    """One case's submissions and what its runner waits on."""

    def __init__(self) -> None:
        self.parcels: list[Parcel] = []
        self.answers: list[tuple[int, Agent]] = []
        """The agent's answers, each to the submission of that number."""
        self.wake = asyncio.Event()
        self.task: asyncio.Task[None] | None = None
        self.post: asyncio.Task[Event] | None = None
        self.case: Case | None = None


class Outbox:
    """`tell` gets News, on the loop's thread.

    `stamp` names the attribute that submissions are stamped by, '' for none.
    """

    def __init__(
        self, gateway: Gateway, accounts: Accounts, shelf: Shelf, timing: Timing, tell: Callable[[News], None]
    ) -> None:
        self._gateway = gateway
        self._accounts = accounts
        self._shelf = shelf
        self._timing = timing
        self._tell = tell
        self.stamp = ""
        self._runs: dict[tuple[str, str], _Run] = {}
        self._shows_notes: set[str] = set()
        self._ways: dict[str, tuple[str, ...]] = {}
        """How servers change notes, as far as it was asked for."""
        self._is_closing = False

    async def start(self) -> None:
        """Take up what an earlier start of the program left on its way. Raises StoreFailed."""
        for parcel in await self._shelf.do(lambda store: store.open_parcels()):
            self._enqueue(parcel)

    async def submit(self, draft: Draft, case: Case) -> Parcel:
        """Make a submission of a draft over the case that the agent sees: on disk, in one step, then on its way.

        Raises StoreFailed; then the draft is still there, and nothing is sent.
        """
        parcel = submitted(draft, case)
        if not parcel.user:  # not known when the case was opened
            parcel = replace(parcel, user=await self._accounts.user(Server(draft.server)))
        if self.stamp:
            parcel = stamped(parcel, Stamp(self.stamp, uuid.uuid4().hex))
        kept = await self._shelf.do(lambda store: store.submit(draft, parcel))
        self._enqueue(kept)
        return kept

    async def answer(self, parcel: Parcel, answer: Agent) -> None:
        """Take the agent's answer about a submission."""
        run = self._runs.get((parcel.server, parcel.case_id))
        if run and run.parcels and run.parcels[0].number == parcel.number:
            run.answers.append((parcel.number, answer))
            run.wake.set()
        elif run and isinstance(answer, BackToDraft):
            waiting = next((each for each in run.parcels if each.number == parcel.number), None)
            if waiting:
                run.parcels.remove(waiting)  # at once: its turn must not come meanwhile
                await self._end(run, advance(waiting, answer))

    async def stop_waiting(self, parcel: Parcel) -> None:
        """Stop waiting for the answer of an update that is out; what became of it is then looked into."""
        run = self._runs.get((parcel.server, parcel.case_id))
        if run and run.post:
            run.post.cancel()

    def parcels_of(self, server: str, case_id: str) -> tuple[Parcel, ...]:
        """Return what is on its way for a case, in order."""
        run = self._runs.get((server, case_id))
        return tuple(run.parcels) if run else ()

    async def look_back(self, server: str, reading: Reading) -> None:
        """Tell, once, of notes of closed submissions that turn up after all: nobody knew what became of them."""
        case = reading.case
        for parcel in await self._shelf.find(lambda store: store.haunting(server, case.id)) or ():
            if not self._accounts.is_in(Server(server), parcel.user):
                continue  # it is told to whose note it is
            with contextlib.suppress(StoreFailed):  # then it is told again
                found = advance(parcel, await self._seen(parcel, reading))
                if found != parcel:
                    self._tell(News(found, self.parcels_of(server, case.id)))
                    await self._shelf.do(partial(_save, parcel=found))

    def wake(self) -> None:
        """Try at once what waits: somebody signed in, or the network is back."""
        for run in self._runs.values():
            run.wake.set()

    async def close(self, deadline: float) -> None:
        """Take up nothing new; let updates that are out finish within the deadline (s)."""
        self._is_closing = True
        posts = [run.post for run in self._runs.values() if run.post]
        for run in self._runs.values():
            if run.task and not run.post:
                run.task.cancel()
        if posts:
            await asyncio.wait([run.task for run in self._runs.values() if run.task and run.post], timeout=deadline)
        tasks = [run.task for run in self._runs.values() if run.task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # The runner of a case.

    def _enqueue(self, parcel: Parcel) -> None:
        run = self._runs.setdefault((parcel.server, parcel.case_id), _Run())
        run.parcels.append(parcel)
        self._say(run, parcel)
        if run.task is None or run.task.done():
            run.task = asyncio.get_running_loop().create_task(self._run(run))

    async def _run(self, run: _Run) -> None:
        while run.parcels and not self._is_closing:
            parcel = run.parcels[0]
            try:
                parcel = await self._deliver(run, parcel)
            except StoreFailed as failed:
                self._say(run, run.parcels[0], unkept=failed.fault)
                await self._pause(run, self._timing.looks[-1])
                continue
            except Exception:
                log.exception("outbox: delivery failed")
                await asyncio.sleep(self._timing.looks[-1])
                continue
            await self._end(run, parcel)

    async def _deliver(self, run: _Run, parcel: Parcel) -> Parcel:
        """Bring a submission to its end; returns it closed."""
        parcel = resumed(parcel)
        failures = 0
        while parcel.state.is_open:
            step = next_step(parcel)
            event: Event | None
            if step is Step.POST:
                event = await self._post(run, parcel)
                failures = failures + 1 if isinstance(event, Unsent) else 0
            elif step is Step.REMOVE:
                event = await self._remove(run, parcel)
            else:
                event = await self._wait(run, self._delay(parcel, failures), forever=step is Step.ASK)
                if event is None and step is Step.READ:
                    event = await self._read(run, parcel, is_last=failures >= LOOKS)
                    failures = 0 if event else failures + 1
                    if parcel.state is State.QUEUED:  # what was answered during the read keeps it from being sent
                        event = self._answer(run, parcel) or event
            if event is None:
                continue
            parcel = await self._step(run, parcel, event)
            if self._is_closing and parcel.state.is_open:
                raise asyncio.CancelledError  # the next start goes on from what is on disk
        return parcel

    async def _step(self, run: _Run, parcel: Parcel, event: Event) -> Parcel:
        after = advance(parcel, event)
        if after == parcel:
            return parcel
        if after.state is State.SENDING:
            try:
                await self._shelf.do(lambda store: store.save(after))
            except StoreFailed as failed:  # not on disk: not sent
                self._say(run, parcel, unkept=failed.fault)
                await self._pause(run, self._timing.looks[-1])
                return parcel
            run.parcels[0] = after
            self._say(run, after)
            return after
        if after.verdict is Verdict.SEEN and parcel.verdict is None:
            await self._learn(after)
        if not after.state.is_open:
            return after
        return await self._keep(run, after, _why_it_waits(event))

    async def _keep(self, run: _Run, parcel: Parcel, waits_for: Failure | None) -> Parcel:
        """Save what was learned. On a disk that fails it is known here only, and learned anew after a restart."""
        run.parcels[0] = parcel
        unkept = None
        try:
            await self._shelf.do(lambda store: store.save(parcel))
        except StoreFailed as failed:
            unkept = failed.fault
        self._say(run, parcel, waits_for=waits_for, unkept=unkept)
        return parcel

    async def _end(self, run: _Run, parcel: Parcel) -> None:
        """Close a submission on disk; what comes back goes into the draft in the same step. Tried until it is kept."""
        back = draft_of(parcel) if parcel.state in (State.REFUSED, State.DRAFT) else None
        while True:
            try:
                if back is not None:
                    await self._shelf.do(lambda store: store.give_back(parcel, back))
                else:
                    await self._shelf.do(lambda store: store.save(parcel))
            except StoreFailed as failed:
                self._say(run, parcel, unkept=failed.fault)
                await asyncio.sleep(self._timing.looks[0])
                continue
            run.parcels = [each for each in run.parcels if each.number != parcel.number]
            run.answers = [each for each in run.answers if each[0] != parcel.number]
            self._tell(News(parcel, tuple(run.parcels), run.case, back))
            return

    def _say(self, run: _Run, parcel: Parcel, *, waits_for: Failure | None = None, unkept: Fault | None = None) -> None:
        self._tell(News(parcel, tuple(run.parcels), run.case, waits_for=waits_for, unkept=unkept))

    def _delay(self, parcel: Parcel, failures: int) -> float:
        """Return the seconds before the next read."""
        looks = self._timing.looks
        if failures:
            return looks[min(failures, len(looks)) - 1]
        if parcel.state is State.UNSURE:
            return max(looks[min(parcel.looks, LOOKS - 1)], parcel.retry_after * self._timing.second)
        return self._timing.keep_waiting if parcel.state is State.ASKING else 0

    async def _wait(self, run: _Run, delay: float, *, forever: bool = False) -> Agent | None:
        """Wait, unless the agent answers; returns what the agent answered."""
        await self._pause(run, delay, forever=forever)
        return self._answer(run, run.parcels[0])

    def _answer(self, run: _Run, parcel: Parcel) -> Agent | None:
        """Return what the agent answered about a submission, None when nothing."""
        given = next((each for each in run.answers if each[0] == parcel.number), None)
        if given is None:
            return None
        run.answers.remove(given)
        return given[1]

    async def _pause(self, run: _Run, delay: float, *, forever: bool = False) -> None:
        """Wait; an answer of the agent ends it, and so does signing in."""
        if not run.answers and (delay or forever):
            run.wake.clear()
            try:
                async with asyncio.timeout(None if forever else delay):
                    await run.wake.wait()
            except TimeoutError:
                pass

    # What goes over the network.

    async def _read(self, run: _Run, parcel: Parcel, *, is_last: bool) -> Read | None:
        """Read the case; None where that failed. The last of several reads counts even if it may be an old one."""
        server = Server(parcel.server)
        try:
            await self._accounts.must_be(server, parcel.user)
            reading = await self._fresh(server, parcel, is_last=is_last)
        except Failed as failed:
            self._say(run, parcel, waits_for=failed.failure)
            if failed.failure.kind.needs_token:
                await self._pause(run, 0, forever=True)
            elif failed.failure.retry_after:
                await self._pause(run, failed.failure.retry_after * self._timing.second)
            return None
        run.case = reading.case
        await self.look_back(parcel.server, reading)
        return await self._seen(parcel, reading)

    async def _seen(self, parcel: Parcel, reading: Reading) -> Read:
        ghosts = await self._shelf.do(lambda store: store.ghosts(parcel.server, parcel.case_id, parcel.number))
        shows_notes = await self._notes_known(parcel.server, reading.case)
        return Read(reading, ghosts, shows_notes, await self._way(parcel.server))

    async def _fresh(self, server: Server, parcel: Parcel, *, is_last: bool) -> Reading:
        reading = await self._settled(server, parcel.case_id)
        if reading.is_stale and not is_last:
            raise Failed(Failure(kind=Kind.STALE, server=server.domain))
        return reading

    async def _settled(self, server: Server, case_id: str) -> Reading:
        """Read until the last change lies behind: the answer may else show a moment within it."""
        reading = await self._gateway.read_case(server, case_id)
        for _ in range(_UNSETTLED_READS):
            if not settles_soon(reading.case.update_date, reading.date):
                break
            await asyncio.sleep(self._timing.second)
            reading = await self._gateway.read_case(server, case_id)
        return reading

    async def _notes_known(self, server: str, case: Case) -> bool:
        if server not in self._shows_notes:
            if case.notes:
                await self._shelf.do(lambda store: store.set_shows_notes(server))
                self._shows_notes.add(server)
            elif await self._shelf.do(lambda store: store.shows_notes(server)):
                self._shows_notes.add(server)
        return server in self._shows_notes

    async def _way(self, server: str) -> tuple[str, ...]:
        if server not in self._ways:
            self._ways[server] = await self._shelf.do(lambda store: store.server_edits(server))
        return self._ways[server]

    async def _learn(self, parcel: Parcel) -> None:
        """Remember how the server changed a note that it accepted: the next doubt is decided by it."""
        way = way_of(parcel.facts) if parcel.accepted and parcel.facts else ()
        if not way:
            return
        with contextlib.suppress(StoreFailed):  # then it is learned again
            known = await self._way(parcel.server)
            names = self._ways[parcel.server] = learned(known, way)
            if names != known:
                await self._shelf.do(lambda store: store.set_server_edits(parcel.server, names))

    async def _post(self, run: _Run, parcel: Parcel) -> Event:
        call = self._gateway.update_case(Server(parcel.server), parcel.case_id, parcel.parameters)
        run.post = asyncio.get_running_loop().create_task(self._outcome(run, parcel, call))
        try:
            return await asyncio.shield(run.post)
        except asyncio.CancelledError:
            if run.post.cancelled():
                return Doubt(Failure(kind=Kind.STOPPED))
            run.post.cancel()
            raise
        finally:
            run.post = None

    async def _outcome(self, run: _Run, parcel: Parcel, call: Coroutine[Any, Any, Case | None]) -> Event:
        server = Server(parcel.server)
        if run.answers or not self._accounts.is_in(server, parcel.user):  # since the read
            call.close()
            kind = Kind.STOPPED if run.answers else Kind.TOKEN_MISSING
            return Unsent(Failure(kind=kind, server=server.domain))
        try:
            case = await call
        except Failed as failed:
            return outcome_of(failed.failure)
        if case is None:
            return Answered(None)
        run.case = case
        try:
            seen = await self._seen(parcel, Reading(case))
        except StoreFailed:  # a good answer stays one
            return Answered(case, parcel.server in self._shows_notes)
        return Answered(case, seen.shows_notes, seen.ghosts, seen.way)

    async def _remove(self, run: _Run, parcel: Parcel) -> Removed:
        if not self._accounts.is_in(Server(parcel.server), parcel.user):  # the read that follows says so
            return Removed()
        try:
            await self._gateway.remove_tags(Server(parcel.server), parcel.case_id, parcel.removing)
        except Failed as failed:
            self._say(run, parcel, waits_for=failed.failure)
        return Removed()


def _why_it_waits(event: Event) -> Failure | None:
    """Return what a submission waits for after an event: the network, or somebody who signs in."""
    if isinstance(event, Refused) and event.failure.kind.needs_token:
        return event.failure
    is_stopped = isinstance(event, Unsent) and event.failure.kind is Kind.STOPPED  # the agent's answer follows
    return event.failure if isinstance(event, Unsent) and not is_stopped else None


def _save(store: Store, parcel: Parcel) -> None:
    store.save(parcel)
