"""Runs that something comes into: a full disk, damaged records, lost cases, twice the same command."""

import asyncio
import gc
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
import pytest

from caseeditor.domain.batch.batch import Batch, BatchState, Pause, status_text
from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.news import BatchNews
from caseeditor.domain.batch.reasons import Reason, reasons_of
from caseeditor.domain.batch.row import Outcome, Row, RowState
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.guard import BatchMark, Guard
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import BackToDraft, State, Submission
from caseeditor.domain.editing.edit import Edit
from caseeditor.services.batch.active_batch import ActiveBatch
from caseeditor.services.config.folder import BATCH_FILE, DATA_FILE
from caseeditor.services.delivery.case_run import Run
from caseeditor.services.storage.batch.batches import Batches
from caseeditor.services.storage.connections import StoreFailed
from tests.faults.scripts import drop, empty, held, page, stored
from tests.faults.server import FIRST, TOKEN, Call, FaultyServer
from tests.services.batch.test_runner import ALL, BOTH, NOTE, cases, notes_of, outcomes
from tests.support.batch_office import Office

Do = Callable[..., None]
replace = msgspec.structs.replace
MINE = Edit(subject="mine")


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Let nobody write a file of data."""
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def is_done(batch: Batch) -> bool:
    return batch.state is BatchState.DONE


async def ended(office: Office, number: int) -> Batch:
    """Wait until a batch does not run."""
    return await office.until(lambda batch: batch.state in (BatchState.DONE, BatchState.PAUSED), number)


async def submissions(office: Office) -> Counter[str]:
    """Count the submissions of each case."""
    return Counter(
        str(case)
        for (case,) in await office.backend.database.do(lambda store: store.select("SELECT case_id FROM parcel"))
    )


def test_set_anyway_sends_no_row_that_stop_left(own: FaultyServer, do: Do) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(30))
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        await office.run(number)
        await office.backend.stop_batch(number)
        await office.backend.decide_rows(number, (1,), RowDecision.SET_ANYWAY)
        batch = await office.until(lambda each: each.outcomes.get(Outcome.STORED) == 3, number)
        assert status_text(batch) == "done · stored 3 · not sent 27"

    do(work)
    assert own.world.case(FIRST)["region"] == "sur"
    assert len([posted for posted in own.posts if posted.case]) == 4


def test_set_anyway_in_a_canary_pause_begins_no_further_stage(own: FaultyServer, do: Do) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(30))
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        await office.run(number)
        await office.backend.decide_rows(number, (1,), RowDecision.SET_ANYWAY)
        batch = await office.until(lambda each: each.outcomes.get(Outcome.STORED) == 3, number)
        assert (batch.pause, batch.stage) == (Pause.CANARY, 1)

    do(work)
    assert len([posted for posted in own.posts if posted.case]) == 4


def test_rows_of_one_case_behind_each_other_are_withdrawn_at_the_next_start(own: FaultyServer, do: Do) -> None:
    """As a version before wrote them; today one row of a case is a submission at a time."""
    numbers: list[int] = []

    async def begin(office: Office) -> None:
        number = await office.planned(NOTE, [FIRST, FIRST, FIRST + 1], options=ALL)
        numbers.append(number)
        batch, rows = await office.batch(number), await office.rows(number)
        made = [
            Submission(
                server=office.server.url,
                user=office.user,
                names=office.names,
                case_id=row.case_id,
                edit=row.edit,
                base=row.base,
                batch=BatchMark(batch=number, row=row.number),
                state=state,
            )
            for row, state in ((rows[1], State.SENDING), (rows[2], State.QUEUED))
        ]
        draft = Draft(server=office.server.url, user=office.user, case_id=str(FIRST), edit=Edit(), base=Snapshot())
        await office.backend.database.do(lambda store: store.submit_all(draft, made, None))
        handed = [replace(rows[each], state=RowState.HANDED) for each in (1, 2)]
        await Batches(office.backend.database).save(replace(batch, state=BatchState.RUNNING), handed)

    async def look(office: Office) -> None:
        batch = await office.batch(numbers[0])
        assert batch.pause is Pause.RESTART
        batch = await office.until(lambda each: each.outcomes.get(Outcome.UNSURE) == 1, numbers[0])
        assert (await office.rows(numbers[0]))[2].state is RowState.WAITING

    do(begin)
    do(look)
    assert own.posts_of(FIRST) == []


def test_go_on_twice_hands_each_row_over_once(own: FaultyServer, do: Do) -> None:
    own.plan(FIRST, "POST", drop)

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(40))
        batch = await office.run(number)
        assert batch.outcomes[Outcome.UNSURE] == 1  # a start asks the disk about this one, and takes its time
        before = await submissions(office)
        office.news.clear()
        await asyncio.gather(*(office.backend.run_batch(number) for _ in range(3)))
        runs = [task for task in asyncio.all_tasks() if "drive" in repr(task.get_coro())]
        assert len(runs) == 1
        await asyncio.wait(runs)
        await office.run(number)
        assert set((await submissions(office) - before).values()) == {1}

    do(work)
    assert set(notes_of(own, cases(40)).values()) == {1}


def test_set_anyway_twice_sends_a_row_once(own: FaultyServer, do: Do) -> None:
    gate = own.gate()

    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(30), options=ALL)
        for case in (FIRST, FIRST + 1):
            own.world.update(case, (("region", "oeste"),), by="berta")
        own.rule(FIRST + 8, "POST", held(gate, stored(Call.good)))
        await office.backend.run_batch(number)
        await office.until(lambda batch: batch.outcomes.get(Outcome.MOVED) == 2, number)
        for _ in range(3):
            await office.backend.decide_rows(number, (1, 2), RowDecision.SET_ANYWAY)
        gate.open()
        assert status_text(await ended(office, number)) == "done · stored 30"
        assert Counter((await submissions(office)).values()) == {1: 28, 2: 2}

    do(work)


def damage(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "data" / DATA_FILE)) as file, file:
        file.execute("UPDATE parcel SET body = substr(body, 1, length(body) - 5) WHERE is_open")


def lose(folder: Path) -> None:
    (folder / "data" / DATA_FILE).unlink()


@pytest.mark.parametrize("harm", [damage, lose])
def test_a_row_whose_record_is_lost_stays_unsure(
    own: FaultyServer, do: Do, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    own.plan(FIRST, "POST", drop)
    numbers: list[int] = []

    async def begin(office: Office) -> None:
        numbers.append(await office.planned(NOTE, cases(4), options=ALL))
        await office.run(numbers[0])
        await office.until(lambda batch: batch.outcomes.get(Outcome.UNSURE) == 1, numbers[0])

    async def go_on(office: Office) -> None:
        row = (await office.rows(numbers[0]))[1]
        assert row.outcome is Outcome.UNSURE
        await office.backend.decide_rows(numbers[0], (1,), RowDecision.LEAVE)
        row = (await office.rows(numbers[0]))[1]
        assert (row.state, row.outcome) == (RowState.ENDED, Outcome.UNSURE)
        assert [reason for reason, _ in reasons_of(row.why)] == [Reason.LEFT]

    do(begin)
    posts = len(own.posts_of(FIRST))
    harm(tmp_path)
    do(go_on)
    assert len(own.posts_of(FIRST)) == posts


def test_the_guard_is_looked_at_again_after_a_refusal_for_load(own: FaultyServer, do: Do) -> None:
    """Nothing was stored: a read shows that. Then a colleague takes the tag off."""

    def untagged(call: Call) -> None:
        call.good()
        own.world.retag(FIRST, [], ["vip"])

    own.plan(FIRST, "POST", empty(b"429 Too Many Requests", b"Retry-After: 1"))

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(3), options=ALL, guard=Guard(with_tag="vip"))
        own.plan(FIRST, "GET", Call.good, untagged)
        assert status_text(await office.run(number)) == "done · stored 2 · skipped 1"

    do(work)
    assert own.stored(FIRST) == []


def test_a_note_of_two_rows_of_a_case_is_stored_once_where_notes_are_not_shown(own: FaultyServer, do: Do) -> None:
    own.notes_are = "missing"

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, [FIRST, FIRST, FIRST + 1, FIRST], options=ALL)
        assert status_text(await office.run(number)) == "done · accepted 2 · already so 2"

    do(work)
    assert notes_of(own, cases(2)) == {f"Call {case}": 1 for case in cases(2)}


def test_a_row_behind_an_unsure_one_of_its_case_pauses(own: FaultyServer, do: Do) -> None:
    own.plan(FIRST, "POST", drop)

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, [FIRST, FIRST], options=ALL)
        batch = await office.run(number)
        assert (batch.pause, status_text(batch)) == (Pause.DOUBT, "paused · unsure 1 · not sent 1")
        await office.backend.decide_rows(number, (1,), RowDecision.SEND_AGAIN)
        await office.until(lambda each: each.outcomes.get(Outcome.STORED) == 1, number)
        assert status_text(await office.run(number)) == "done · stored 1 · already so 1"

    do(work)
    assert own.stored(FIRST) == [f"Call {FIRST}"]


def test_an_older_result_of_a_row_is_saved_under_no_newer_one(do: Do, tmp_path: Path) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(1), options=ALL)
        rows, batches = await office.rows(number), Batches(office.backend.database)
        active = ActiveBatch(await office.batch(number), rows.values(), batches, lambda _: None, lambda: 1)
        with locked(tmp_path / "data" / BATCH_FILE):
            active.put(replace(rows[1], state=RowState.HANDED))
            failing = asyncio.create_task(active.save())
            await asyncio.sleep(0)
            active.put(replace(rows[1], state=RowState.ENDED, outcome=Outcome.STORED))
            with pytest.raises(StoreFailed):
                await failing
        await active.save()
        assert [row.state for row in await batches.rows(number)] == [RowState.ENDED]
        await active.close()

    do(work)


class _HeldBatches(Batches):
    """Writes when it is let."""

    def __init__(self, real: Batches) -> None:
        self.real = real
        self.waiting = 0
        self.let = asyncio.Event()
        self.come = asyncio.Event()

    async def save(self, batch: Batch, rows: Iterable[Row] = ()) -> Batch:
        self.waiting += 1
        self.come.set()
        await self.let.wait()
        return await self.real.save(batch, tuple(rows))


def test_the_end_of_a_batch_is_followed_by_no_older_state(do: Do) -> None:
    """A result's write is due while the state is written, and the other way round."""

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(2), options=ALL)
        rows, real = await office.rows(number), Batches(office.backend.database)
        batch = await real.save(replace(await office.batch(number), state=BatchState.RUNNING))
        held_batches, told = _HeldBatches(real), list[BatchNews]()
        active = ActiveBatch(batch, rows.values(), held_batches, told.append, lambda: 1)
        active.put(replace(rows[1], state=RowState.ENDED, outcome=Outcome.STORED))
        ending = asyncio.create_task(active.change(state=BatchState.DONE))
        await held_batches.come.wait()
        active.put(replace(rows[2], state=RowState.ENDED, outcome=Outcome.STORED))
        renaming = asyncio.create_task(active.change(name="another"))
        await asyncio.sleep(0)  # its turn comes, and it waits
        held_batches.let.set()
        await asyncio.gather(ending, renaming)
        await active.close()
        found = await office.batch(number)
        assert (found.state, found.name) == (BatchState.DONE, "another")
        assert (told[-1].batch.state, told[-1].batch.name) == (BatchState.DONE, "another")
        assert found.outcomes == {Outcome.STORED: 2}

    do(work)


def test_going_on_without_signing_in_pauses_again_and_costs_no_attempt(own: FaultyServer, do: Do) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(1), options=ALL)
        own.plan(FIRST, "POST", empty(b"401 Unauthorized"))
        for _ in range(3):
            assert (await office.run(number)).pause is Pause.SIGN_IN
        assert len(own.posts_of(FIRST)) == 1
        await office.backend.sign_in(office.server, TOKEN, keep=False)
        await office.backend.retry_now()
        assert outcomes(await office.run(number)) == {Outcome.STORED: 1}

    do(work)
    assert own.stored(FIRST) == [f"Call {FIRST}"]


def test_a_batch_that_stops_before_a_moved_row_is_set_anyway_tells_what_was_stored(own: FaultyServer, do: Do) -> None:
    gate = own.gate()

    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(4), options=ALL)
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        own.plan(FIRST + 3, "GET", held(gate, Call.good))
        await office.backend.run_batch(number)
        await office.until(lambda batch: batch.outcomes.get(Outcome.MOVED) == 1, number)
        await asyncio.to_thread(gate.wait)
        own.plan(FIRST, "GET", held(again := own.gate(), Call.good))
        await office.backend.decide_rows(number, (1,), RowDecision.SET_ANYWAY)
        await asyncio.to_thread(again.wait)
        stopping = asyncio.create_task(office.backend.stop_batch(number))
        await asyncio.sleep(0)
        again.open()
        gate.open()
        await stopping
        batch = await office.batch(number)
        assert batch.state is BatchState.DONE
        assert batch.outcomes.get(Outcome.MOVED, 0) + batch.outcomes.get(Outcome.STORED, 0) >= 3
        undo = await office.backend.make_undo(number)
        assert undo.rows >= 3
        assert undo.notes_left >= 3

    do(work)


def test_a_file_of_batches_that_cannot_be_read_keeps_no_draft_away(do: Do, tmp_path: Path) -> None:
    async def begin(office: Office) -> None:
        number = await office.planned(NOTE, cases(4))
        await office.run(number)
        draft = Draft(server=office.server.url, user=office.user, case_id="7", edit=MINE, base=Snapshot())
        await office.backend.database.do(lambda store: store.save_draft(draft, None))

    async def look(office: Office) -> None:
        work = await office.backend.begin()
        assert work.fault is None
        assert [draft.edit for draft in work.drafts] == [MINE]

    do(begin)
    with closing(sqlite3.connect(tmp_path / "data" / BATCH_FILE)) as newer:
        newer.execute("PRAGMA user_version = 99")
    do(look)


def test_cases_that_are_lost_since_the_plan_stop_no_other(own: FaultyServer, do: Do) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(12), options=ALL)
        for case in (FIRST, FIRST + 1):
            own.rule(case, "GET", empty(b"404 Not Found"))
        for case in (FIRST + 2, FIRST + 3):
            own.rule(case, "GET", page(b"200 OK"))
        assert status_text(await office.run(number)) == "done · stored 8 · skipped 4"
        rows = await office.rows(number)
        assert [reasons_of(rows[each].why)[0][0] for each in (1, 3)] == [Reason.GONE, Reason.UNREADABLE]

    do(work)
    assert all(own.posts_of(case) == [] for case in cases(4))


def test_a_case_that_is_forbidden_pauses_once(own: FaultyServer, do: Do) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(12), options=ALL)
        own.rule(FIRST, "GET", empty(b"403 Forbidden"))
        assert (await office.run(number)).pause is Pause.FORBIDDEN
        assert status_text(await office.run(number)) == "done · stored 11 · skipped 1"

    do(work)


def test_a_result_that_reaches_the_disk_late_ends_its_row(own: FaultyServer, do: Do, tmp_path: Path) -> None:
    gate = own.gate()
    own.rule(FIRST, "POST", held(gate, stored(Call.good)))

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(1), options=ALL)
        await office.backend.run_batch(number)
        await asyncio.to_thread(gate.wait)
        with locked(tmp_path / "data" / DATA_FILE):
            gate.open()
            await office.until(lambda batch: batch.pause is Pause.DISK, number)
        await office.until(lambda batch: batch.outcomes.get(Outcome.STORED) == 1, number)
        assert status_text(await office.run(number)) == "done · stored 1"

    do(work)


def test_a_start_that_the_disk_refuses_can_be_tried_again(do: Do, tmp_path: Path) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(3), options=ALL)
        with locked(tmp_path / "data" / BATCH_FILE), pytest.raises(StoreFailed):
            await office.backend.run_batch(number)
        assert (await office.batch(number)).state is BatchState.PLANNED
        assert status_text(await office.run(number)) == "done · stored 3"

    do(work)


def test_clearing_the_history_leaves_a_batch_with_a_doubt(own: FaultyServer, do: Do) -> None:
    own.plan(FIRST, "POST", drop)

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(4), options=ALL)
        assert status_text(await office.run(number)) == "done · stored 3 · unsure 1"
        await office.backend.clear_history(None, with_files=False)
        assert (await office.batch(number)).rows == 4
        await office.backend.decide_rows(number, (1,), RowDecision.WAS_STORED)
        await office.until(lambda batch: batch.outcomes.get(Outcome.STORED) == 4, number)
        await office.backend.clear_history(None, with_files=False)
        assert await office.backend.batches(office.server.url, office.user) == ()

    do(work)


def test_the_question_about_a_row_whose_batch_is_gone_is_the_window_s(own: FaultyServer, do: Do) -> None:
    own.plan(FIRST, "POST", drop)
    numbers: list[int] = []

    async def begin(office: Office) -> None:
        numbers.append(await office.planned(NOTE, cases(4), options=ALL))
        await office.run(numbers[0])

    async def drop_batch(office: Office) -> None:
        await office.backend.database.do(lambda store: store.batches.drop(numbers[0]))

    async def look(office: Office) -> None:
        (left,) = office.backend.outbox.pending
        assert (left.state, left.batch) == (State.NEEDS_ANSWER, None)

    do(begin)
    do(drop_batch)
    do(look)


def test_a_run_that_the_disk_ends_sends_nothing_more(own: FaultyServer, do: Do, tmp_path: Path) -> None:
    first, second = own.gate(), own.gate()

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(10), options=ALL)
        own.plan(FIRST, "GET", held(first, Call.good))
        own.rule(FIRST + 1, "POST", held(second, stored(Call.good)))
        await office.backend.run_batch(number)
        await asyncio.to_thread(first.wait)
        await asyncio.to_thread(second.wait)
        with locked(tmp_path / "data" / BATCH_FILE):
            second.open()
            await office.until(lambda batch: batch.pause is Pause.DISK, number)
        first.open()
        own.wait_reads(FIRST, 0)
        rows = await office.rows(number)
        while rows[1].state is RowState.HANDED:
            await asyncio.sleep(0)
            rows = await office.rows(number)
        assert rows[1].state is RowState.WAITING
        assert own.posts_of(FIRST) == []
        assert status_text(await office.run(number)) == "done · stored 10"

    do(work)
    assert set(notes_of(own, cases(10)).values()) == {1}


def test_a_row_that_the_agent_takes_back_in_its_case_is_not_sent_again(own: FaultyServer, do: Do) -> None:
    gate = own.gate()

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(6), options=ALL)
        own.plan(FIRST, "GET", held(gate, Call.good))
        await office.backend.run_batch(number)
        await asyncio.to_thread(gate.wait)
        (submission,) = office.backend.outbox.submissions_of(own.url, str(FIRST))
        await office.backend.answer(submission, BackToDraft())
        gate.open()
        assert status_text(await ended(office, number)) == "done · stored 5 · skipped 1"

    do(work)
    assert own.stored(FIRST) == []


def ended_runs() -> list[Run]:
    return [each for each in gc.get_objects() if isinstance(each, Run) and each.submissions == []]


def test_no_case_of_a_row_that_was_sent_stays_in_memory(do: Do) -> None:
    async def work(office: Office) -> None:
        others = ended_runs()  # of earlier tests, whose tracebacks may be kept
        number = await office.planned(BOTH, cases(20), options=ALL)
        await office.run(number)
        async with asyncio.timeout(60):  # the task of the last row ends after its outcome is told
            while any(all(run is not other for other in others) for run in ended_runs()):
                gc.collect()
                await asyncio.sleep(0)

    do(work)


def test_a_row_is_taken_out_before_the_start_or_not_at_all(own: FaultyServer, do: Do) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(20), options=ALL)
        office.news.clear()
        await asyncio.gather(
            office.backend.run_batch(number), office.backend.take_out(number, (1, 2, 3), "", is_out=True)
        )
        batch = await ended(office, number)
        out = [row for row in (await office.rows(number)).values() if row.is_out]
        assert batch.outcomes.get(Outcome.SKIPPED, 0) == len(out)
        assert is_done(batch)
        assert outcomes(await office.batch(number)) == outcomes(batch)

    do(work)
    assert set(notes_of(own, cases(20)).values()) == {1}


def test_go_on_waits_for_rows_that_are_set_anyway(own: FaultyServer, do: Do) -> None:
    gate = own.gate()

    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(10))
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        await office.run(number)
        own.rule(FIRST, "POST", held(gate, stored(Call.good)))
        await office.backend.decide_rows(number, (1,), RowDecision.SET_ANYWAY)
        await asyncio.to_thread(gate.wait)
        going_on = asyncio.create_task(office.backend.run_batch(number))
        await asyncio.sleep(0)
        gate.open()
        await going_on
        batch = await office.until(lambda each: each.stage == 2, number)
        assert status_text(batch) == "paused · stored 4 · not sent 6"

    do(work)
