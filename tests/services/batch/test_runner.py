"""Runs of batches against a real server that misbehaves, on real files."""

import asyncio
import gc
import weakref
from collections import Counter
from collections.abc import Callable, Iterable

import msgspec
import pytest

from caseeditor.domain.batch.batch import Batch, BatchState, Options, Pause, status_text
from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.plan.recipe import Recipe, ValueRule
from caseeditor.domain.batch.reasons import Reason
from caseeditor.domain.batch.results import handed, result_of
from caseeditor.domain.batch.row import Outcome, Row, RowPlan, RowState
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.guard import Guard
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.delivery.submission import State, Submission
from caseeditor.domain.editing.edit import Edit
from caseeditor.services.batch import runner
from caseeditor.services.batch.active_batch import ActiveBatch
from caseeditor.services.batch.batch_run import BatchRun
from caseeditor.services.storage.batch.batches import Batches
from caseeditor.services.storage.database import Store
from tests.faults.scripts import drop, empty, held, kept, refused, stored
from tests.faults.server import FIRST, OTHER_TOKEN, Call, FaultyServer
from tests.support.batch_office import QUICK, Office
from tests.support.time_bounds import is_within

ALL = Options(canary=False)
NOTE = Recipe(notes=("Call {case.id}",))
REGION = Recipe(attributes=(ValueRule(name="region", value="sur"),))
BOTH = Recipe(notes=("Call {case.id}",), attributes=(ValueRule(name="region", value="sur"),), added_tags=("x",))


def cases(count: int) -> range:
    return range(FIRST, FIRST + count)


def outcomes(batch: Batch) -> dict[Outcome, int]:
    assert sum(batch.outcomes.values()) == batch.rows
    return dict(batch.outcomes)


def notes_of(server: FaultyServer, rows: range) -> Counter[str]:
    return Counter(text for case in rows for text in server.stored(case))


def test_each_row_is_stored_once_by_two_calls(own: FaultyServer, do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(20), options=ALL)
        own.reads.clear()
        batch = await office.run(number)
        assert status_text(batch) == "done · stored 20"

    do(work)
    assert notes_of(own, cases(20)) == {f"Call {case}": 1 for case in cases(20)}
    assert sum(own.reads[case] for case in cases(20)) <= 22
    assert len([posted for posted in own.posts if posted.case]) == 20
    assert {own.world.case(case)["region"] for case in cases(20)} == {"sur"}


def test_the_canary_stops_after_three_rows_and_after_one_percent(own: FaultyServer, do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(10))
        assert status_text(await office.run(number)) == "paused · stored 3 · not sent 7"
        assert status_text(await office.run(number)) == "paused · stored 4 · not sent 6"
        assert status_text(await office.run(number)) == "done · stored 10"

    do(work)
    assert sum(notes_of(own, cases(10)).values()) == 10


def test_three_rows_need_no_canary(do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(3))
        assert status_text(await office.run(number)) == "done · stored 3"

    do(work)


def test_a_canary_that_the_administrator_wants_stops_all_the_same(do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(10), options=ALL)
        assert status_text(await office.run(number)) == "paused · stored 3 · not sent 7"

    do(work, batch_canary=True)


def test_a_batch_that_runs_twice_is_harmless(own: FaultyServer, do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        first, second = [await office.planned(BOTH, cases(5), options=ALL) for _ in range(2)]
        assert status_text(await office.run(first)) == "done · stored 5"
        assert status_text(await office.run(second)) == "done · already so 5"

    do(work)
    assert notes_of(own, cases(5)) == {f"Call {case}": 1 for case in cases(5)}


def test_a_field_that_a_colleague_changed_since_the_plan_is_left(own: FaultyServer, do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(6), options=ALL)
        for case in (FIRST, FIRST + 3):
            own.world.update(case, (("region", "oeste"),), by="berta")
        batch = await office.run(number)
        assert outcomes(batch) == {Outcome.STORED: 4, Outcome.MOVED: 2}
        assert own.world.case(FIRST)["region"] == "oeste"
        assert own.stored(FIRST) == [f"Call {FIRST}"]
        moved = (await office.rows(number))[1]
        assert [(each.change.name, each.now) for each in moved.results if each.change.name == "region"] == [
            ("region", "oeste")
        ]
        await office.backend.decide_rows(number, (1,), RowDecision.SET_ANYWAY)
        batch = await office.until(lambda each: each.outcomes.get(Outcome.STORED) == 5, number)
        assert (batch.state, outcomes(batch)) == (BatchState.DONE, {Outcome.STORED: 5, Outcome.MOVED: 1})

    do(work)
    assert own.world.case(FIRST)["region"] == "sur"
    assert own.world.case(FIRST + 3)["region"] == "oeste"
    assert own.stored(FIRST) == [f"Call {FIRST}"]


def test_a_row_that_no_longer_matches_is_not_touched(own: FaultyServer, do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(5), options=ALL, guard=Guard(with_tag="vip"))
        for case in cases(5):
            own.world.retag(case, [], ["vip"])
        batch = await office.run(number)
        assert outcomes(batch) == {Outcome.SKIPPED: 5}

    do(work)
    assert [posted for posted in own.posts if posted.case] == []


def test_three_rejections_with_the_same_words_pause(own: FaultyServer, do: Callable[..., None]) -> None:
    for case in cases(20):
        own.rule(case, "POST", refused("The campaign is closed"))

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(20), options=ALL)
        batch = await office.run(number)
        assert (batch.state, batch.pause) == (BatchState.PAUSED, Pause.SAME_REJECTION)
        assert batch.words == "The campaign is closed"
        assert 3 <= outcomes(batch)[Outcome.REJECTED] <= 6
        row = next(row for row in (await office.rows(number)).values() if row.outcome is Outcome.REJECTED)
        assert row.words == "The campaign is closed"
        assert await office.backend.find_draft(office.server, office.user, row.case_id) is not None
        found, _ = await office.backend.find_draft(office.server, office.user, row.case_id)
        assert found is not None
        assert found.draft is None

    do(work)


def test_one_sick_row_does_not_stop_the_others(own: FaultyServer, do: Callable[..., None]) -> None:
    own.rule(FIRST + 2, "POST", refused("no"))

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(20), options=ALL)
        assert outcomes(await office.run(number)) == {Outcome.STORED: 19, Outcome.REJECTED: 1}

    do(work)


@pytest.mark.parametrize(("status", "why"), [(b"401 Unauthorized", Pause.SIGN_IN), (b"403 Forbidden", Pause.FORBIDDEN)])
def test_a_server_that_does_not_let_the_user_pauses(
    own: FaultyServer, do: Callable[..., None], status: bytes, why: Pause
) -> None:
    own.rule(FIRST + 4, "POST", empty(status))

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(40), options=ALL)
        batch = await office.run(number)
        assert (batch.state, batch.pause) == (BatchState.PAUSED, why)
        assert outcomes(batch)[Outcome.NOT_SENT] > 0

    do(work)


def test_a_pause_ends_with_the_answers_in_flight(own: FaultyServer, do: Callable[..., None]) -> None:
    gate = own.gate()
    own.rule(FIRST + 5, "POST", held(gate, stored(Call.good)))

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(30), options=ALL)
        await office.backend.run_batch(number)
        await asyncio.to_thread(gate.wait)
        began = asyncio.get_running_loop().time()
        pausing = asyncio.create_task(office.backend.pause_batch(number))
        await asyncio.sleep(0)
        gate.open()
        await pausing
        assert is_within(asyncio.get_running_loop().time() - began, 1.0)
        batch = await office.until(lambda each: each.state is BatchState.PAUSED, number)
        assert batch.pause is Pause.AGENT
        assert set(outcomes(batch)) == {Outcome.STORED, Outcome.NOT_SENT}
        assert len([posted for posted in own.posts if posted.case]) == batch.outcomes[Outcome.STORED]
        assert all(row.state is not RowState.HANDED for row in (await office.rows(number)).values())
        assert status_text(await office.run(number)) == "done · stored 30"

    do(work)
    assert notes_of(own, cases(30)) == {f"Call {case}": 1 for case in cases(30)}


def test_stop_leaves_the_rest_not_sent(own: FaultyServer, do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(10))
        await office.run(number)
        await office.backend.stop_batch(number)
        batch = await office.until(lambda each: each.state is BatchState.DONE, number)
        assert status_text(batch) == "done · stored 3 · not sent 7"
        await office.backend.run_batch(number)

    do(work)
    assert sum(notes_of(own, cases(10)).values()) == 3


def test_a_lost_answer_is_found_out_and_the_note_is_not_repeated(own: FaultyServer, do: Callable[..., None]) -> None:
    own.plan(FIRST + 1, "POST", stored(drop))

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(8), options=ALL)
        assert status_text(await office.run(number)) == "done · stored 8"

    do(work)
    assert notes_of(own, cases(8)) == {f"Call {case}": 1 for case in cases(8)}


def test_a_doubt_pauses_after_five_rows_and_is_decided_by_the_agent(own: FaultyServer, do: Callable[..., None]) -> None:
    own.plan(FIRST, "POST", drop)
    gate, many = own.gate(), cases(30)
    for case in many[5:]:
        own.rule(case, "POST", held(gate, stored(Call.good)))

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, many, options=ALL)
        await office.backend.run_batch(number)
        await office.until(lambda _: any(row.findings for told in office.news for row in told.rows), number)
        gate.open()
        batch = await office.until(lambda each: each.state is BatchState.PAUSED, number)
        assert batch.pause is Pause.DOUBT
        assert batch.outcomes[Outcome.UNSURE] == 1
        row = (await office.rows(number))[1]
        assert row.findings is not None
        batch = await office.run(number)
        assert outcomes(batch) == {Outcome.STORED: len(many) - 1, Outcome.UNSURE: 1}
        await office.backend.decide_rows(number, (1,), RowDecision.SEND_AGAIN)
        await office.until(lambda each: status_text(each) == f"done · stored {len(many)}", number)

    do(work, timing=msgspec.structs.replace(QUICK, updating=60.0))
    assert notes_of(own, many) == {f"Call {case}": 1 for case in many}


def test_a_row_with_the_user_s_own_draft_waits(own: FaultyServer, do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(4), options=ALL)
        draft = Draft(
            server=office.server.url,
            user=office.user,
            case_id=str(FIRST),
            edit=Edit(notes={1: "mine"}),
            base=Snapshot(),
        )
        saved = await office.backend.save_draft(draft, None)
        assert saved is not None
        batch = await office.run(number)
        assert (batch.pause, status_text(batch)) == (Pause.OWN_WORK, "paused · stored 3 · not sent 1")
        assert (await office.rows(number))[1].plan is RowPlan.WAITS
        await office.backend.save_draft(msgspec.structs.replace(draft, edit=Edit()), saved.generation)
        assert status_text(await office.run(number)) == "done · stored 4"

    do(work)
    assert own.stored(FIRST) == [f"Call {FIRST}"]


def test_another_user_does_not_go_on_with_a_batch(own: FaultyServer, do: Callable[..., None]) -> None:
    numbers: list[int] = []

    async def begin(office: Office) -> None:
        numbers.append(await office.planned(NOTE, cases(10)))
        await office.run(numbers[0])

    async def go_on(office: Office) -> None:
        batch = await office.run(numbers[0])
        assert batch.pause is Pause.OTHER_USER

    do(begin)
    do(go_on, OTHER_TOKEN)
    assert {posted.user for posted in own.posts if posted.case} == {"support"}


def test_a_start_finds_a_batch_paused_and_sends_nothing(own: FaultyServer, do: Callable[..., None]) -> None:
    gate = own.gate()
    own.rule(FIRST + 2, "POST", held(gate, stored(drop)))
    numbers: list[int] = []

    async def begin(office: Office) -> None:
        numbers.append(await office.planned(NOTE, cases(50), options=ALL))
        await office.backend.run_batch(numbers[0])
        await asyncio.to_thread(gate.wait)

    async def look(office: Office) -> None:
        batch = await office.until(lambda each: each.state is BatchState.PAUSED, numbers[0])
        assert batch.pause is Pause.RESTART
        assert outcomes(batch)[Outcome.NOT_SENT] > 0

    async def finish(office: Office) -> None:
        assert status_text(await office.run(numbers[0])) == "done · stored 50"

    do(begin)
    gate.open()
    own.clear_all()
    sent = len([posted for posted in own.posts if posted.case])
    do(look)
    assert len([posted for posted in own.posts if posted.case]) == sent
    do(finish)
    assert notes_of(own, cases(50)) == {f"Call {case}": 1 for case in cases(50)}


def test_a_start_reads_no_row_of_a_batch_that_was_paused(do: Callable[..., None]) -> None:
    numbers: list[int] = []

    async def begin(office: Office) -> None:
        numbers.append(await office.planned(NOTE, cases(10)))
        assert (await office.run(numbers[0])).pause is Pause.CANARY

    async def look(office: Office) -> None:
        gc.collect()
        assert [each for each in gc.get_objects() if isinstance(each, ActiveBatch)] == []
        assert status_text(await office.run(numbers[0], BatchState.PAUSED)) == "paused · stored 4 · not sent 6"

    do(begin)
    do(look)


def test_undo_puts_back_what_is_still_ours(own: FaultyServer, do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(5), options=ALL)
        await office.run(number)
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        undo = (await office.backend.make_undo(number)).number
        await office.until(lambda each: each.state is BatchState.PLANNED, undo)
        own.world.update(FIRST + 1, (("region", "este"),), by="berta")
        await office.run(undo)
        again = (await office.backend.make_undo(undo)).number
        await office.until(lambda each: each.state is BatchState.PLANNED, again)

    do(work)
    assert [own.world.case(case)["region"] for case in cases(5)] == ["oeste", "este", "norte", "norte", "norte"]
    assert {tuple(own.world.case(case)["tags"]) for case in cases(5)} == {("vip",)}


def test_a_limit_a_minute_is_kept(own: FaultyServer, do: Callable[..., None]) -> None:
    """A minute of this test's clock is 120 ms."""
    calls: list[Call] = []
    own.rule(FIRST, "POST", kept(calls, stored(Call.good)))

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(12), options=Options(canary=False, a_minute=3))
        began = asyncio.get_running_loop().time()
        await office.run(number)
        assert asyncio.get_running_loop().time() - began > 3 * 0.12

    do(work)


def test_an_ended_batch_leaves_the_memory_and_can_be_decided_all_the_same(
    own: FaultyServer, do: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "_KEPT", 0.05)

    async def work(office: Office) -> None:
        number = await office.planned(REGION, cases(3), options=ALL)
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        await office.run(number)
        gc.collect()
        gone, loop = asyncio.Event(), asyncio.get_running_loop()
        (active,) = (each for each in gc.get_objects() if isinstance(each, ActiveBatch))
        weakref.finalize(active, loop.call_soon, gone.set).atexit = False
        del active
        async with asyncio.timeout(60):
            await gone.wait()
        office.news.clear()
        await office.backend.decide_rows(number, (1,), RowDecision.LEAVE)
        await office.until(lambda batch: batch.state is BatchState.DONE, number)
        assert (await office.rows(number))[1].why == Reason.LEFT.value

    do(work)


def test_a_page_gets_no_more_of_a_row_than_it_shows(do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(REGION, cases(3), options=Options(canary=True))
        planned = [row for news in office.news for row in news.rows]
        await office.run(number)
        told = [row for news in office.news for row in news.rows]
        shown = await office.backend.shown_rows(number)
        assert {(row.edit, row.base) == (Edit(), Snapshot()) for row in (*planned, *told, *shown)} == {True}
        whole = await office.rows(number)
        assert [(row.changes, row.results) for row in shown] == [(row.changes, row.results) for row in whole.values()]
        assert all(row.edit.rows or row.edit.values for row in whole.values())

    do(work)


def test_a_row_that_is_looked_into_is_unsure_also_after_a_stop(own: FaultyServer, do: Callable[..., None]) -> None:
    own.plan(FIRST, "POST", stored(drop))
    gate = own.gate()
    number = 0

    async def work(office: Office) -> None:
        nonlocal number
        number = await office.planned(NOTE, cases(1), options=ALL)
        own.plan(FIRST, "GET", Call.good, held(gate, Call.good))
        await office.backend.run_batch(number)
        await asyncio.to_thread(gate.wait)
        await office.backend.stop_batch(number)
        batch = await office.until(lambda each: each.state is BatchState.DONE, number)
        assert status_text(batch) == "done · unsure 1"
        gate.open()
        await office.until(lambda each: status_text(each) == "done · stored 1", number)

    do(work)
    assert own.stored(FIRST) == [f"Call {FIRST}"]


def test_a_result_that_comes_while_a_run_starts_ends_its_row(
    own: FaultyServer, do: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The start has read the submission from the disk before that."""
    own.plan(FIRST, "POST", stored(drop))
    gate = own.gate()

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(1), options=ALL)
        own.plan(FIRST, "GET", Call.good, held(gate, Call.good))
        await office.backend.run_batch(number)
        await asyncio.to_thread(gate.wait)
        await office.backend.pause_batch(number)
        real = office.backend.database.do

        async def late(read: Callable[[Store], object]) -> object:
            found = await real(read)
            if found and isinstance(found, tuple) and isinstance(found[0], dict):
                gate.open()
                await office.until(lambda each: each.outcomes.get(Outcome.STORED) == 1, number)
            return found

        monkeypatch.setattr(office.backend.database, "do", late)
        office.news.clear()
        await office.backend.run_batch(number)
        await office.until(lambda each: status_text(each) == "done · stored 1", number)

    do(work)


@pytest.mark.parametrize(
    ("state", "attempts", "outcome"),
    [
        (State.QUEUED, 0, None),
        (State.SENDING, 1, None),
        (State.UNCONFIRMED, 1, Outcome.UNSURE),
        (State.QUEUED, 1, Outcome.UNSURE),
        (State.SENDING, 2, Outcome.UNSURE),
    ],
)
def test_a_row_that_may_be_stored_is_unsure_while_it_is_sent_again(
    state: State, attempts: int, outcome: Outcome | None
) -> None:
    row = handed(Row(number=1, case_id="203"))
    submission = Submission(
        server="https://x", user="u", case_id="203", edit=Edit(), base=Snapshot(), state=state, attempts=attempts
    )
    assert result_of(row, submission, 5).outcome is outcome


@pytest.mark.parametrize(
    ("end", "status"),
    [("pause_batch", "paused · stored 3 · not sent 7"), ("stop_batch", "done · stored 3 · not sent 7")],
)
def test_a_pause_or_stop_counts_while_a_run_starts(
    own: FaultyServer, do: Callable[..., None], monkeypatch: pytest.MonkeyPatch, end: str, status: str
) -> None:
    """The disk is slow: the run isn't on it yet."""

    async def work(office: Office) -> None:
        number = await office.planned(NOTE, cases(10))
        assert (await office.run(number)).pause is Pause.CANARY
        real, drive, goes_on, saving = Batches.save, BatchRun.drive, asyncio.Event(), asyncio.Event()
        begun: list[ActiveBatch] = []

        async def slow(batches: Batches, batch: Batch, rows: Iterable[Row] = ()) -> Batch:
            if batch.state is BatchState.RUNNING:
                saving.set()
                await goes_on.wait()
            return await real(batches, batch, rows)

        async def noted(batch_run: BatchRun, active: ActiveBatch, rows: Iterable[int]) -> None:
            begun.append(active)
            await drive(batch_run, active, rows)

        monkeypatch.setattr(Batches, "save", slow)
        monkeypatch.setattr(BatchRun, "drive", noted)
        run = asyncio.ensure_future(office.backend.run_batch(number))
        await saving.wait()
        stop = asyncio.ensure_future(getattr(office.backend, end)(number))
        await asyncio.sleep(0)
        goes_on.set()
        await asyncio.gather(run, stop)
        await office.until(lambda each: status_text(each) == status, number)
        assert [active.is_running for active in begun] == [False]

    do(work)
    assert sum(notes_of(own, cases(10)).values()) == 3
