"""The life of a batch: its real services and files, in virtual time, against model servers.

The caller decides everything: nothing is random, and no real clock is read.
"""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from caseeditor.domain.batch.batch import Batch, BatchState, Options, Origin
from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.plan.recipe import Recipe
from caseeditor.domain.batch.row import Outcome, Row
from caseeditor.domain.case.model import Case
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.errors.failure import OperationFailed
from caseeditor.domain.errors.storage import StorageProblem
from caseeditor.domain.local.settings import Settings
from caseeditor.domain.timeouts import Timing
from caseeditor.services.accounts.accounts import Accounts
from caseeditor.services.accounts.token_store import Credentials
from caseeditor.services.api.traffic import Traffic
from caseeditor.services.batch.making import make_batch_service
from caseeditor.services.delivery.outbox import Outbox
from caseeditor.services.storage.async_database import AsyncDatabase
from caseeditor.services.storage.connections import StoreFailed
from caseeditor.services.storage.database import Store
from tests.domain.delivery import model_server
from tests.services.batch.invariants import Invariants, key_of
from tests.services.batch.model_gateway import HERE, Cases, Line, ModelGateway, Post
from tests.support.drafts import drop, save
from tests.support.virtual_time import VirtualTimeLoop

T = TypeVar("T")
TOKEN = "token"  # noqa: S105 - opens nothing
LONG = 4000.0
"""Seconds after which a command of the agent has to be done."""
NEXT_DECISIONS = (RowDecision.WAS_STORED, RowDecision.SEND_AGAIN, RowDecision.LEAVE)


class Start:
    """One start of the program: the services of batches, as Backend.begin starts them."""

    def __init__(self, folder: Path, cases: Cases, tell: Callable[[object], None]) -> None:
        self.line = Line()
        self.full = 0
        """Uses of the disk to come that find it full."""
        timing = Timing()
        traffic = Traffic(timing)
        self.database = AsyncDatabase(self._disk, lambda busy_ms: self._open(folder, busy_ms))
        self.gateway = ModelGateway(cases, self.line, timing, traffic, self._sending)
        self.accounts = Accounts(self.gateway, Credentials(self._disk, 1.0, wanted=False), self.database)
        self.outbox = Outbox(self.gateway, self.accounts, self.database, timing, tell, traffic)
        self.batches = make_batch_service(
            database=self.database,
            outbox=self.outbox,
            gateway=self.gateway,
            accounts=self.accounts,
            traffic=traffic,
            timing=timing,
            disk=self._disk,
            tell=tell,
            settings=Settings(),
        )
        self.store: Store | None = None

    def _open(self, folder: Path, busy_ms: int) -> Store:
        self.store = Store(folder, busy_ms=busy_ms)
        return self.store

    async def _disk(self, work: Callable[[], T]) -> T:
        await self.line.step()
        if self.full:
            self.full -= 1
            raise StoreFailed(StorageProblem.FULL)
        result = work()
        await self.line.step()
        return result

    def _sending(self, case_id: str) -> Submission:
        return self.outbox.submissions_of(HERE.url, case_id)[0]

    async def begin(self) -> str:
        """Sign in and resume; return the user's key."""
        user = (await self.accounts.sign_in(HERE, TOKEN, keep=False)).user
        await self.outbox.start()
        await self.batches.resume()
        return user.key


class Simulation:
    """The servers, the data folder, a program that starts again after each death, and its agent."""

    def __init__(self, folder: Path, cases: Cases) -> None:
        self.cases = cases
        self.invariants = Invariants(cases)
        cases.on_post = self._on_post
        self._fault: AssertionError | None = None
        cases.on_read = self._on_read
        self.loop = VirtualTimeLoop()
        self._folder = folder
        self._planning = 0
        self.user = ""
        self.numbers: list[int] = []
        self._posted = 0
        """Posts before the last plan."""
        self.touched = False
        """Whether a colleague has changed anything since the last plan."""
        self.start = self._begin()

    # The program.

    def _begin(self) -> Start:
        asyncio.set_event_loop(self.loop)
        self.start = Start(self._folder, self.cases, self._on_news)
        self.user = self.loop.run(self.start.begin())
        return self.start

    def _on_news(self, news: object) -> None:
        if isinstance(news, BatchNews):
            self.invariants.told(news.batch)

    def _on_read(self, case_id: str, case: Case) -> None:
        if self._planning:
            self.invariants.seen[self._planning, case_id] = case

    def _on_post(self, post: Post) -> None:
        """Keep the first fault: the program would log it, and go on."""
        try:
            self.invariants.posting(post)
        except AssertionError as fault:
            self._fault = self._fault or fault

    def do(self, work: Coroutine[Any, Any, T]) -> T | None:
        """Do work in virtual time; None if the program died of it, or it failed. Afterwards, a dead one has started."""

        async def until_done() -> T | None:
            task = self.loop.create_task(work)
            death = self.loop.create_task(self.start.line.died.wait())
            await asyncio.wait((task, death), timeout=LONG, return_when=asyncio.FIRST_COMPLETED)
            death.cancel()
            if self.start.line.died.is_set():
                task.cancel()
                return None
            assert task.done(), f"{work} never ends"
            try:
                return task.result()
            except OperationFailed:
                return None

        result = self.loop.run(until_done())
        if self.start.line.died.is_set():
            self.kill()
        return result

    def kill(self) -> None:
        """Kill the program, and start it again."""
        self.start.line.died.set()
        self.loop.cancel_all()
        if self.start.store:
            self.start.store.close()
        self._begin()

    def end(self) -> None:
        self.start.line.died.set()
        self.loop.cancel_all()
        if self.start.store:
            self.start.store.close()
        self.loop.close()
        asyncio.set_event_loop(None)

    def wait(self, seconds: float) -> None:
        self.do(asyncio.sleep(seconds))

    # The agent.

    def plan(self, recipe: Recipe, case_ids: tuple[str, ...], *, canary: bool, a_minute: int) -> None:
        """Make a batch and its plan."""
        batch = Batch(
            server=HERE.url,
            user=self.user,
            name="x",
            origin=Origin.PASTED,
            recipe=recipe,
            options=Options(canary=canary, a_minute=a_minute),
        )
        rows = tuple(Row(number=place, case_id=case_id) for place, case_id in enumerate(case_ids, 1))
        made = self.do(self._made(batch, rows))
        if made:
            self._plan(made, recipe)

    async def _made(self, batch: Batch, rows: tuple[Row, ...]) -> Batch:
        made = await self.start.batches.save_batch(batch)
        return await self.start.batches.set_batch_rows(made.number, rows)

    def _plan(self, batch: Batch, recipe: Recipe) -> None:
        self.numbers.append(batch.number)
        self.invariants.recipes[batch.number] = recipe
        self.plan_again(batch.number)

    def plan_again(self, number: int) -> None:
        """Make the plan of a batch, or what is missing of it."""
        self._planning, self.touched, self._posted = number, False, len(self.cases.posts)
        self.do(self._planned(number))
        self._planning = 0

    async def _planned(self, number: int) -> None:
        await self.start.batches.plan_batch(number)
        while self.start.batches._reading.is_reading(number):  # noqa: ASYNC110, SLF001 - its news are for the window
            await asyncio.sleep(1)

    def run(self) -> None:
        """Run the last batch, or go on with it."""
        if self.numbers:
            self.do(self.start.batches.run_batch(self.numbers[-1]))

    def sign_in(self) -> None:
        self.do(self._sign_in())

    async def _sign_in(self) -> None:
        await self.start.accounts.sign_in(HERE, TOKEN, keep=False)
        self.start.outbox.wake()

    def pause(self) -> None:
        if self.numbers:
            self.do(self.start.batches.pause_batch(self.numbers[-1]))

    def stop(self) -> None:
        if self.numbers:
            self.do(self.start.batches.stop_batch(self.numbers[-1]))

    def decide(self, decision: RowDecision) -> None:
        """Decide all rows of the last batch that are unsure or moved."""
        if not self.numbers:
            return
        number = self.numbers[-1]
        rows = self.rows(number)
        wanted = Outcome.MOVED if decision is RowDecision.SET_ANYWAY else Outcome.UNSURE
        chosen = {place: row for place, row in rows.items() if row.outcome is wanted}
        for row in chosen.values():
            self._note_decision(number, row, decision)
        self.do(self.start.batches.decide_rows(number, tuple(chosen), decision))

    def _note_decision(self, number: int, row: Row, decision: RowDecision) -> None:
        invariants, server = self.invariants, self.cases.servers[row.case_id]
        if decision is RowDecision.WAS_STORED:
            invariants.told_by_agent.add((number, row.number))
            invariants.notes_told.update((row.case_id, text) for text in row.edit.notes.values())
        elif decision is RowDecision.SET_ANYWAY:
            for result in row.results:
                seen = invariants.decided_over.setdefault((number, row.case_id, result.change.field), set())
                seen.add(result.now)
        elif decision is RowDecision.SEND_AGAIN:
            for text in row.edit.notes.values():
                invariants.consents[row.case_id, text] += 1
            for change in row.changes:
                seen = invariants.decided_over.setdefault((number, row.case_id, change.field), set())
                seen.add(model_server.shown_of(server.case(), change.field))

    def undo(self) -> None:
        """Make the undo of the last batch, with its plan."""
        if not self.numbers:
            return
        number = self.numbers[-1]
        self._planning = -1  # the number is not known before the first read
        made = self.do(self.start.batches.make_undo(number))
        if made:
            seen = {key: case for key, case in self.invariants.seen.items() if key[0] == -1}
            for (_, case_id), case in seen.items():
                self.invariants.seen[made.number, case_id] = case
            self.numbers.append(made.number)
            self.invariants.undone[made.number] = number
            self.plan_again(made.number)
        self._planning = 0

    def again(self, outcomes: frozenset[Outcome]) -> None:
        """Make a further batch of the rows with these outcomes, with its plan."""
        if not self.numbers or self.numbers[-1] in self.invariants.undone:
            return
        number = self.numbers[-1]
        chosen = tuple(place for place, row in self.rows(number).items() if row.outcome in outcomes)
        if chosen and (made := self.do(self.start.batches.again_with(number, chosen))):
            self.invariants.made_of[made.number] = number
            self._plan(made, self.invariants.recipes[number])

    def type(self, case_id: str) -> None:
        """Begin a draft of the agent's own."""
        draft = self._draft(case_id)
        if not self.start.outbox.submissions_of(HERE.url, case_id):
            self.invariants.own_drafts.add(case_id)
            self.loop.run(self.start.database.do(lambda store: save(store, draft)))

    def discard(self, case_id: str) -> None:
        draft = self._draft(case_id)
        self.loop.run(self.start.database.do(lambda store: drop(store, draft)))
        self.invariants.own_drafts.discard(case_id)

    def _draft(self, case_id: str) -> Draft:
        return Draft(server=HERE.url, user=self.user, case_id=case_id, edit=Edit(note_text="mine"), base=Snapshot())

    # A colleague.

    def colleague(self, case_id: str, name: str, value: str | None) -> None:
        """Set a field, write a note or add a tag as a colleague; without a value remove the tag."""
        asyncio.set_event_loop(self.loop)
        self.touched = True
        server = self.cases.servers[case_id]
        self.wait(0)  # the server's clock
        if value is None:
            server.tags = [tag for tag in server.tags if tag != name]
        else:
            server.set(name, value)
        server.touch(server.colleague)

    # The truth.

    def batch(self, number: int) -> Batch:
        found = self.loop.run(self.start.database.do(lambda store: store.batches.find(number)))
        assert found, "a batch is gone"
        return found

    def rows(self, number: int) -> dict[int, Row]:
        """Return the rows of a batch as on disk."""
        rows = self.loop.run(self.start.database.do(lambda store: store.batches.rows(number)))
        return {row.number: row for row in rows}

    def check(self) -> None:
        """Check what holds at any moment."""
        if self._fault:
            raise self._fault
        drafts = self.loop.run(self.start.database.do(lambda store: store.drafts()))
        assert {draft.case_id for draft in drafts} == self.invariants.own_drafts, "the drafts of the agent changed"
        for number in self.numbers:
            batch = self.batch(number)
            self.invariants.told(batch)

    def finish(self) -> None:
        """Bring all to an end with a patient agent and a well-behaved server."""
        self.cases.lucks.clear()
        self.cases.read_failures.clear()
        self.start.full = self.start.line.fuse = 0
        for case_id in tuple(self.invariants.own_drafts):
            self.discard(case_id)
        self.wait(1000)  # calls that are late land
        self._finish_all()
        drafts = self.loop.run(self.start.database.do(lambda store: store.drafts()))
        assert not drafts, "a row came back to the drafts"
        assert not self.start.outbox.pending, "a submission is left"
        self.check()

    def _finish_all(self) -> None:
        numbers = tuple(self.numbers)
        for count in range(40):
            left = [number for number in numbers if not self._is_over(number)]
            for self.numbers[-1] in left:
                self._go_on(self.numbers[-1], NEXT_DECISIONS[count % len(NEXT_DECISIONS)])
            self.numbers = list(numbers)
            if not left:
                break
        for number in numbers:
            batch = self.batch(number)
            assert self._is_over(number), f"it never ends: {batch.state} {batch.pause} {batch.outcomes}"
            self.invariants.at_rest(batch, self.rows(number))

    def _is_over(self, number: int) -> bool:
        batch = self.batch(number)
        is_open = any(each.batch and each.batch.batch == number for each in self.start.outbox.pending)
        return not batch.rows or (batch.state is BatchState.DONE and not is_open)

    def _go_on(self, number: int, decision: RowDecision) -> None:
        state = self.batch(number).state
        if state is BatchState.DRAFT:
            self.plan_again(number)
        elif state is not BatchState.RUNNING:
            self.sign_in()
            self.run()
        self.wait(300)
        self.decide(decision)
        self.wait(300)

    def undo_last(self) -> None:
        """Undo the last batch, if nobody has interfered with it, and compare the cases with those before."""
        number = self.numbers[-1]
        is_late = any(post.fortune in model_server.LATE for post in self.cases.posts)
        others = [each for each in self.cases.posts[self._posted :] if key_of(each)[0] != number]
        if self.touched or is_late or others or number in self.invariants.undone:
            return
        before = {case_id: case for (batch, case_id), case in self.invariants.seen.items() if batch == number}
        rows = self.rows(number)
        self.undo()
        self._finish_all()
        self.invariants.undone_right(before, rows)
