"""Delivers submissions: domain.delivery decides, over what the gateway answers and the store keeps.

One runner a case, so that a case has one submission on its way at a time, in the order of submitting; cases go side by
side, as many as traffic lets: a turn is a read with the update that follows it. Lives on the worker's loop.
"""

import asyncio
import contextlib
import logging
import uuid
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import names_in
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.handover import draft_of, stamped, submitted
from caseeditor.domain.delivery.parts import in_parts
from caseeditor.domain.delivery.snapshot import Reading, settles_soon
from caseeditor.domain.delivery.state_machine import LOOKS, Step, advance, event_of, handed_over, next_step, resumed
from caseeditor.domain.delivery.submission import (
    Answered,
    BackToDraft,
    Doubt,
    Event,
    Parcel,
    Read,
    Removed,
    Stamp,
    State,
    Unsent,
)
from caseeditor.domain.editing.edit import completed
from caseeditor.domain.errors.failure import Failed, Failure, Kind, Reach
from caseeditor.domain.errors.storage import Fault
from caseeditor.domain.local.whose import AccountKnown
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.api.client import Gateway
from caseeditor.services.api.server_habits import ServerHabits
from caseeditor.services.api.traffic import UNREACHED, Traffic
from caseeditor.services.delivery.case_run import Agent, News, Run, known_as, shown_in, why_it_waits
from caseeditor.services.storage.async_database import Shelf
from caseeditor.services.storage.database import Store, StoreFailed

log = logging.getLogger(__name__)
_UNSETTLED_READS = 4
"""Reads, a second apart, after which a change that stands still counts as settled: a proxy's clock may lag."""

replace = msgspec.structs.replace


class Outbox:
    """`tell` gets News, on the loop's thread. `traffic` is shared with the gateway, so that any answer counts.

    `stamp` names the attribute that submissions are stamped by, '' for none.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - all that it works with
        self,
        gateway: Gateway,
        accounts: Accounts,
        shelf: Shelf,
        timing: Timing,
        tell: Callable[[News], None],
        traffic: Traffic | None = None,
    ) -> None:
        self._gateway = gateway
        self._accounts = accounts
        self._shelf = shelf
        self._timing = timing
        self._tell = tell
        self._traffic = traffic or Traffic(timing)
        self.stamp = ""
        self._runs: dict[tuple[str, str], Run] = {}
        self._habits = ServerHabits(shelf)
        self._has_started = False
        self._is_closing = False
        self.may_send = True
        """False while another program has the data folder: what waits is shown, nothing of it is sent or decided."""
        accounts.follow(self._on_known)

    async def start(self) -> None:
        """Take up what an earlier start of the program left on its way. Raises StoreFailed, and can be called again."""
        for parcel in await self._shelf.do(lambda store: store.open_parcels()):
            self._enqueue(parcel)
        self._has_started = True

    async def begin_sending(self) -> None:
        """Send from now on: the data folder is ours. What waits is read anew, the other program may have sent it.

        Raises StoreFailed; then nothing has changed.
        """
        if self.may_send:
            return
        shown = [parcel.number for run in self._runs.values() for parcel in run.parcels]

        def look(store: Store) -> tuple[tuple[Parcel, ...], list[Parcel | None]]:
            waiting = store.open_parcels()
            still = {parcel.number for parcel in waiting}
            return waiting, [store.parcel(number) for number in shown if number not in still]

        waiting, ended = await self._shelf.do(look)
        self.may_send = True
        self._runs.clear()
        for parcel in filter(None, ended):
            self._tell(News(parcel))
        for parcel in waiting:
            self._enqueue(parcel)

    async def submit(self, draft: Draft, case: Case, over: int | None) -> Parcel:
        """Make a submission of a draft over the case that the agent sees: on disk, in one step, then on its way.

        `over` is the generation of the draft as in Store.save_draft. Raises StoreFailed; then the draft is still there,
        and nothing is sent. Before the pending submissions were read nothing is taken: it might be among them.
        """
        (kept,) = await self._hand_over(draft, (await self._made(draft, case),), over)
        return kept

    async def submit_in_parts(self, draft: Draft, case: Case, over: int | None) -> tuple[Parcel, ...]:
        """Make several submissions of a draft, in order, none of more than any server takes; else as `submit`."""
        parts = [replace(draft, edit=edit) for edit in in_parts(completed(draft.edit, case))]
        return await self._hand_over(draft, [await self._made(part, case) for part in parts], over)

    async def _hand_over(self, draft: Draft, parcels: Sequence[Parcel], over: int | None) -> tuple[Parcel, ...]:
        if not self._has_started:
            await self._read_pending(draft)
        kept = await self._shelf.do(lambda store: store.submit_all(draft, parcels, over))
        self._enqueue(*kept)
        return kept

    async def _made(self, draft: Draft, case: Case) -> Parcel:
        parcel = submitted(draft, case)
        user = await self._accounts.presumed(Server(draft.server))
        if not parcel.user:  # not known when the case was opened
            parcel = replace(parcel, user=user.key)
        parcel = replace(parcel, names=user.names if user.key == parcel.user else names_in(parcel.user))
        if self.stamp:
            parcel = stamped(parcel, Stamp(self.stamp, uuid.uuid4().hex))
        return parcel

    async def _read_pending(self, draft: Draft) -> None:
        """Read the pending submissions. Raises StoreFailed where that fails, or some of them are of this case."""
        try:
            await self.start()
        except StoreFailed:
            raise StoreFailed(Fault.UNREAD) from None
        if self.parcels_of(draft.server, draft.case_id):
            raise StoreFailed(Fault.UNREAD)

    async def answer(self, parcel: Parcel, answer: Agent) -> None:
        """Take the agent's answer about a submission."""
        run = self._runs.get((parcel.server, parcel.case_id))
        if not self.may_send:
            self._say_held(run)
        elif run and run.parcels and run.parcels[0].number == parcel.number:
            run.answers.append((parcel.number, answer))
            run.take_up()
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
        for parcel in await self._shelf.find(lambda store: _haunting(store, server, reading)) or ():
            user = self._accounts.signed_in(Server(server))
            if user is None or user.key != parcel.user:
                continue  # it is told to whose note it is
            ours = known_as(parcel, user)
            with contextlib.suppress(StoreFailed):  # then it is told again
                found = advance(ours, await self._seen(ours, reading))
                if found != ours:
                    self._tell(News(found, self.parcels_of(server, case.id)))
                    await self._shelf.do(partial(_save, parcel=found))

    def wake(self) -> None:
        """Try at once what waits: somebody signed in, or the network is back."""
        for run in self._runs.values():
            run.wake.set()
        self._traffic.wake()

    async def move(self, old: str, new: str) -> bool:
        """Have all that is kept of a server, and what waits for it, go on at another one.

        Returns False, and does nothing, while something is being sent there. Raises StoreFailed; then all is as before.
        """
        keys = [key for key in self._runs if key[0] in (old, new)]
        if any(self._runs[key].post for key in keys):
            return False
        runs = [self._runs.pop(key) for key in keys]
        tasks = [run.task for run in runs if run.task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        left = tuple(each for run in runs for each in run.parcels)
        try:
            await self._shelf.do(lambda store: store.move_server(old, new))
        finally:
            with contextlib.suppress(StoreFailed):  # what was being closed is closed on disk
                left = await self._shelf.do(lambda store: store.open_parcels())
            for parcel in sorted(left, key=lambda each: each.number):
                if parcel.server in (old, new):
                    self._enqueue(parcel)
            for run in runs:
                self._pass_on(run.answers)
        return True

    def _pass_on(self, answers: list[tuple[int, Agent]]) -> None:
        for number, answer in answers:
            for run in self._runs.values():
                if any(each.number == number for each in run.parcels):
                    run.answers.append((number, answer))

    async def close(self, deadline: float) -> None:
        """Take up nothing new; let updates that are out finish within the deadline (s). One that connects is not."""
        self._is_closing = True
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

    async def take_over(self, parcel: Parcel, key: str) -> Draft:
        """Take back what another account submitted, into this one's draft: with its doubt where it may be stored.

        Raises Failed: where its update is out just now, or may be (another program has the folder), it is over already,
        or the disk does not take it.
        """
        if not self.may_send:  # the other program may be sending it
            raise Failed(Failure(kind=Kind.FOLDER_HELD))
        run = self._runs.get((parcel.server, parcel.case_id))
        if run is None or run.post or all(each.number != parcel.number for each in run.parcels):
            raise Failed(Failure(kind=Kind.STOPPED))
        if run.task and run.parcels[0].number == parcel.number:
            run.task.cancel()
            await asyncio.wait([run.task])
        try:
            held = await self._shelf.do(lambda store: store.open_parcel(parcel.number))
            if held is None:  # it was just closed: it must not go its way again
                run.parcels = [each for each in run.parcels if each.number != parcel.number]
            if held is None:
                raise Failed(Failure(kind=Kind.STOPPED))
            ended, back = handed_over(held, key)
            await self._shelf.do(lambda store: store.give_back(ended, back))
            run.parcels = [each for each in run.parcels if each.number != ended.number]
            run.answers = [each for each in run.answers if each[0] != ended.number]
            self._tell(News(ended, tuple(run.parcels), run.case, back))
        finally:
            self._go_on(run)
        return back

    def _on_known(self, known: AccountKnown) -> None:
        """Note whose the submissions are now, and by which names: what waited for that goes on.

        What was rejected for its token goes on once signing in is done, for that is told first.
        """
        keys = {known.user.key, *known.was}
        for (server, _), run in self._runs.items():
            if server == known.server.url:
                run.parcels = [known_as(each, known.user) if each.user in keys else each for each in run.parcels]
                if run.waits_for is not Kind.TOKEN_REFUSED:
                    run.wake.set()

    # The runner of a case.

    def _enqueue(self, *parcels: Parcel) -> None:
        """Have submissions of a case go their way, after those that are there."""
        run = self._runs.setdefault((parcels[0].server, parcels[0].case_id), Run())
        known = {each.number for each in run.parcels}  # one may be taken over before the start has read it
        fresh = [parcel for parcel in parcels if parcel.number not in known]
        run.parcels.extend(fresh)
        for parcel in fresh:
            self._say(run, parcel)
        self._go_on(run)

    def _go_on(self, run: Run) -> None:
        if run.parcels and not self._is_closing and (run.task is None or run.task.done()):
            run.task = asyncio.get_running_loop().create_task(self._run(run))

    async def _run(self, run: Run) -> None:
        if not self.may_send:
            self._say_held(run)
            return
        while run.parcels and not self._is_closing:
            parcel = run.parcels[0]
            run.turns, run.waits_for = 0, None
            try:
                parcel = await self._deliver(run, parcel)
            except StoreFailed as failed:
                self._say(run, run.parcels[0], unkept=failed.fault)
                await self._pause(run, self._timing.looks[-1])
                continue
            except Exception:
                log.exception("outbox: delivery failed")
                run.leave()
                await asyncio.sleep(self._timing.looks[-1])
                continue
            finally:
                run.leave()
            await self._end(run, parcel)

    async def _deliver(self, run: Run, parcel: Parcel) -> Parcel:
        """Bring a submission to its end; returns it closed."""
        parcel = resumed(parcel)
        failures = 0
        while parcel.state.is_open:
            parcel = run.owned(parcel)
            step = next_step(parcel)
            event: Event | None
            if step is Step.POST:
                event = await self._post(run, parcel)
                failures = self._failures(run, parcel, failures) if isinstance(event, Unsent) else 0
            elif step is Step.REMOVE:
                event = await self._remove(run, parcel)
            else:
                is_asking = step is Step.ASK or run.wants_token
                event = await self._wait(run, self._delay(parcel, failures), forever=is_asking)
                if event is None and step is Step.READ and await self._turn(run, parcel):
                    event = await self._read(run, parcel)
                    failures = 0 if event else self._failures(run, parcel, failures)
                    if parcel.state is State.QUEUED:  # what was answered during the read keeps it from being sent
                        event = self._answer(run, parcel) or event
            if event is None:
                continue
            parcel = await self._step(run, run.owned(parcel), event)
            if self._is_closing and parcel.state.is_open:
                raise asyncio.CancelledError  # the next start goes on from what is on disk
        return parcel

    async def _step(self, run: Run, parcel: Parcel, event: Event) -> Parcel:
        after = advance(parcel, event)
        if after == parcel:
            return parcel
        if after.state is State.SENDING:
            return await self._begin(run, parcel, after)
        if after.verdict and parcel.verdict is None and (case := shown_in(event)):
            await self._habits.learn(after, case)
        if not after.state.is_open:
            return after
        waits_for = why_it_waits(after, event)
        run.waits_for = waits_for.kind if waits_for else None
        return await self._keep(run, after, waits_for)

    async def _begin(self, run: Run, parcel: Parcel, sending: Parcel) -> Parcel:
        """Have an attempt on disk before it is made. Closing meanwhile, it is none: nobody is to doubt it later."""
        try:
            await self._shelf.do(lambda store: store.save(sending))
        except StoreFailed as failed:  # not on disk: not sent
            self._say(run, parcel, unkept=failed.fault)
            await self._pause(run, self._timing.looks[-1])
            return parcel
        except asyncio.CancelledError:
            await self._take_back(parcel)
            raise
        if self._is_closing:
            await self._take_back(parcel)
            return parcel
        run.parcels[0] = sending
        self._say(run, sending)
        return sending

    async def _take_back(self, parcel: Parcel) -> None:
        with contextlib.suppress(StoreFailed):  # then the next start looks into it
            await self._shelf.do(partial(_save, parcel=parcel))

    async def _keep(self, run: Run, parcel: Parcel, waits_for: Failure | None) -> Parcel:
        """Save what was learned. On a disk that fails it is known here only, and learned anew after a restart."""
        run.parcels[0] = parcel
        unkept = None
        try:
            await self._shelf.do(lambda store: store.save(parcel))
        except StoreFailed as failed:
            unkept = failed.fault
        self._say(run, parcel, waits_for=waits_for, unkept=unkept)
        return parcel

    async def _end(self, run: Run, parcel: Parcel) -> None:
        """Close a submission on disk; what comes back goes into the draft in the same step. Tried until it is kept."""
        parcel = run.owned(parcel)
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

    def _say(self, run: Run, parcel: Parcel, *, waits_for: Failure | None = None, unkept: Fault | None = None) -> None:
        self._tell(News(parcel, tuple(run.parcels), run.case, waits_for=waits_for, unkept=unkept))

    def _say_held(self, run: Run | None) -> None:
        """Say that what waits stands still: begin_sending has it go on."""
        if run and run.parcels:
            self._say(run, run.parcels[0], waits_for=Failure(kind=Kind.FOLDER_HELD))

    def _delay(self, parcel: Parcel, failures: int) -> float:
        """Return the seconds before the next read."""
        looks = self._timing.looks
        if failures:
            return looks[min(failures, len(looks)) - 1]
        if parcel.state is State.UNSURE:
            return max(looks[min(parcel.looks, LOOKS - 1)], parcel.retry_after * self._timing.second)
        return self._timing.keep_waiting if parcel.state is State.ASKING else 0

    async def _wait(self, run: Run, delay: float, *, forever: bool = False) -> Agent | None:
        """Wait, unless the agent answers; returns what the agent answered."""
        await self._pause(run, delay, forever=forever)
        return self._answer(run, run.parcels[0])

    def _answer(self, run: Run, parcel: Parcel) -> Agent | None:
        """Return what the agent answered about a submission, None when nothing."""
        given = next((each for each in run.answers if each[0] == parcel.number), None)
        if given is None:
            return None
        run.answers.remove(given)
        return given[1]

    async def _pause(self, run: Run, delay: float, *, forever: bool = False) -> None:
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

    async def _turn(self, run: Run, parcel: Parcel) -> bool:
        """Wait for a turn at the server, unless it is this one's; False when the agent answered meanwhile."""
        if run.turn is None and not run.answers:
            run.turn = self._traffic.queue(
                parcel.server, (run.turns, parcel.number), lambda failure: self._on_held(run, parcel, failure)
            )
            if await run.turn.come():
                run.turns += 1
            else:
                run.turn = None
        return run.turn is not None

    def _on_held(self, run: Run, parcel: Parcel, failure: Failure) -> None:
        """Tell that a submission waits with all others for its server, unless that was told."""
        if failure.kind is not run.waits_for:
            run.waits_for = failure.kind
            self._say(run, parcel, waits_for=failure)

    def _failures(self, run: Run, parcel: Parcel, failures: int) -> int:
        """Count a failure, for a wait of its own, unless all wait for the server: then one of them tries."""
        is_held = self._traffic.is_held(parcel.server)
        if is_held:
            run.leave()
        return 0 if is_held else failures + 1

    def _note(self, run: Run, parcel: Parcel, failure: Failure | None) -> None:
        """Note how a call of a turn ended. What says nothing of the case leaves the submission its place."""
        self._traffic.note(parcel.server, failure)
        if failure and failure.kind in UNREACHED:
            run.turns = max(run.turns - 1, 0)

    # What goes over the network.

    async def _read(self, run: Run, parcel: Parcel) -> Read | None:
        """Read the case; None where that failed, or the agent answered meanwhile."""
        server = Server(parcel.server)
        try:
            user = await self._accounts.must_be(server, run.owned(parcel).user)
            run.parcels = [known_as(each, user) if each.user == user.key else each for each in run.parcels]
            reading = await self._settled(run, parcel)
        except Failed as failed:
            self._note(run, parcel, failed.failure)
            run.waits_for = failed.failure.kind
            self._say(run, parcel, waits_for=failed.failure)
            return None
        if reading is None:
            return None
        self._note(run, parcel, None)
        run.waits_for = None
        run.case = reading.case
        await self.look_back(parcel.server, reading)
        return await self._seen(run.owned(parcel), reading)

    async def _seen(self, parcel: Parcel, reading: Reading) -> Read:
        ghosts = await self._shelf.do(lambda store: store.ghosts(parcel.server, parcel.case_id, parcel.number))
        ended = await self._shelf.do(lambda store: store.ended(parcel)) if parcel.state is State.QUEUED else ()
        shows_notes = await self._habits.shows_notes(parcel.server, reading.case)
        return Read(reading, ghosts, shows_notes, await self._habits.way(parcel.server), ended)

    async def _settled(self, run: Run, parcel: Parcel) -> Reading | None:
        """Read until the last change lies behind: the answer may else show a moment within it.

        Others have their turn meanwhile; None when the agent answered. Raises Failed, also for what a cache kept.
        """
        server = Server(parcel.server)
        reading = await self._gateway.read_case(server, parcel.case_id)
        for _ in range(_UNSETTLED_READS):
            if not (reading.is_stale or settles_soon(reading.case.update_date, reading.date)):
                break
            await self._pause(run, self._timing.second)
            if not await self._turn(run, parcel):
                return None
            reading = await self._gateway.read_case(server, parcel.case_id)
        if reading.is_stale:
            raise Failed(Failure(kind=Kind.STALE, server=server.domain, reach=Reach.ANSWERED))
        return reading

    async def _post(self, run: Run, parcel: Parcel) -> Event:
        call = self._gateway.update_case(Server(parcel.server), parcel.case_id, parcel.parameters)
        run.post = asyncio.get_running_loop().create_task(self._outcome(run, parcel, call))
        try:
            return await asyncio.shield(run.post)
        except asyncio.CancelledError:
            if run.post.cancelled():
                return Doubt(Failure(kind=Kind.STOPPED))
            run.post.cancel()
            await asyncio.wait([run.post])
            if not run.post.cancelled() and isinstance(event := run.post.result(), Unsent):
                await self._take_back(advance(parcel, event))
            raise
        finally:
            run.post = None

    async def _outcome(self, run: Run, parcel: Parcel, call: Coroutine[Any, Any, Case | None]) -> Event:
        server = Server(parcel.server)
        if run.answers or not self._accounts.is_in(server, run.owned(parcel).user):  # since the read
            call.close()
            kind = Kind.STOPPED if run.answers else Kind.TOKEN_MISSING
            return Unsent(Failure(kind=kind, server=server.domain))
        try:
            case = await call
        except Failed as failed:
            self._note(run, parcel, failed.failure)
            return event_of(failed.failure)
        self._note(run, parcel, None)
        if case is None:
            return Answered(None)
        run.case = case
        try:
            seen = await self._seen(run.owned(parcel), Reading(case))
        except StoreFailed:  # a good answer stays one
            return Answered(case, self._habits.has_shown_notes(parcel.server))
        return Answered(case, seen.shows_notes, seen.ghosts, seen.way)

    async def _remove(self, run: Run, parcel: Parcel) -> Removed:
        if not self._accounts.is_in(Server(parcel.server), run.owned(parcel).user):  # the read that follows says so
            return Removed()
        try:
            await self._gateway.remove_tags(Server(parcel.server), parcel.case_id, parcel.removing)
        except Failed as failed:
            if failed.failure.kind is Kind.STOPPED:  # cancelled before its first byte: it is we who are to end
                raise asyncio.CancelledError from None
            self._note(run, parcel, failed.failure)
            self._say(run, parcel, waits_for=failed.failure)
        return Removed()


def _save(store: Store, parcel: Parcel) -> None:
    store.save(parcel)


def _haunting(store: Store, server: str, reading: Reading) -> tuple[Parcel, ...]:
    with contextlib.suppress(StoreFailed):  # what waits does not wait for that
        store.saw_date(reading.date)
    return store.haunting(server, reading.case.id)
