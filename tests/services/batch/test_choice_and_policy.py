"""The choice of a batch is stored with its rows; an undo keeps its own; the administrator's limits hold everywhere."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from caseeditor.demo.responses import Answer
from caseeditor.domain.batch.batch import Batch, BatchState, Options, Origin, status_text
from caseeditor.domain.batch.plan.plan_file import PlanFileProblem
from caseeditor.domain.batch.plan.recipe import Recipe, ValueRule
from caseeditor.domain.batch.row import Row, RowPlan
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters
from caseeditor.domain.delivery.guard import Guard
from caseeditor.domain.errors.failure import FailureKind, OperationFailed
from tests.faults.server import FIRST, TOKEN, FaultyServer
from tests.support.batch_office import Office
from tests.support.batch_reader import CaseServer, Params

replace = msgspec.structs.replace
ALL = Options(canary=False)
NOTE = Recipe(notes=("Call",))
REGION = Recipe(attributes=(ValueRule(name="region", value="sur"),))
BOTH = replace(REGION, added_tags=("x",))
Work = Callable[[Office], Coroutine[Any, Any, None]]


@pytest.fixture
def own() -> Iterator[FaultyServer]:
    with FaultyServer() as server:
        yield server


@pytest.fixture
def do(own: FaultyServer, tmp_path: Path) -> Callable[..., None]:
    """Run work on a backend that is closed afterwards; a further call is the next start."""

    def do(work: Work, **settings: Any) -> None:  # noqa: ANN401 - fields of Settings
        async def run() -> None:
            async with Office(tmp_path / "data", own.url, TOKEN, settings=settings) as office:
                await work(office)

        asyncio.run(run())

    return do


async def found(office: Office, number: int) -> Batch:
    batches = await office.backend.batches(office.server.url, office.user)
    return next(batch for batch in batches if batch.number == number)


@asynccontextmanager
async def refused(kind: FailureKind) -> AsyncIterator[None]:
    with pytest.raises(OperationFailed) as raised:
        yield
    assert raised.value.failure.kind is kind


def cases(count: int) -> range:
    return range(FIRST, FIRST + count)


def test_ids_that_are_not_rows_yet_end_a_plan_and_are_not_kept(do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(REGION, cases(2), options=ALL, guard=Guard(with_tag="vip"))
        typed = replace(await found(office, number), ids_text="11\n12", name="New", guard=Guard())
        saved = await office.backend.save_batch(typed)
        assert (saved.state, saved.name, saved.ids_text) == (BatchState.DRAFT, "New", "")
        assert saved.guard == Guard(with_tag="vip")
        set_ = await office.backend.set_batch_rows(number, (Row(number=1, case_id="11"),), typed)
        assert (set_.ids_text, set_.guard, set_.rows, set_.state) == ("11\n12", Guard(), 1, BatchState.DRAFT)

    do(work)


def test_a_search_of_another_server_is_refused(do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.made(REGION, cases(2))
        async with refused(FailureKind.OTHER_SERVER):
            await office.backend.choose_by_search(number, Server("https://other.example"), Filters(with_tag="vip"))
        assert len(await office.rows(number)) == 2

    do(work)


@pytest.mark.parametrize("is_broken", [False, True])
def test_changes_that_are_typed_while_a_search_is_read_stop_nothing(tmp_path: Path, is_broken: bool) -> None:
    with CaseServer(150) as server:
        held = asyncio.Event()

        async def run() -> None:
            loop = asyncio.get_running_loop()

            def change(call: str, params: Params) -> Answer | None:
                if call == "case" and int(dict(params)["index"]) > 0:
                    asyncio.run_coroutine_threadsafe(held.wait(), loop).result(60)
                return None

            server.change = change
            async with Office(tmp_path, server.url, server.token) as office:
                number = await office.made(REGION, [1, 2], ids_text="1\n2")
                search = office.backend.choose_by_search(number, office.server, Filters(with_tag="lote"), "The search")
                choosing = asyncio.create_task(search)
                await office.until(lambda _: office.news[-1].progress == (100, 150), number)
                typed = replace(await found(office, number), recipe=BOTH)
                assert (await office.backend.save_batch(typed)).ids_text == "1\n2"
                if is_broken:
                    await office.backend.cancel_reading(number)
                held.set()
                if is_broken:
                    async with refused(FailureKind.STOPPED):
                        await choosing
                else:
                    await choosing
                batch = await found(office, number)
                wanted = (Origin.PASTED, "", "1\n2", 2) if is_broken else (Origin.SEARCH, "The search", "", 150)
                assert (batch.origin, batch.origin_words, batch.ids_text, batch.rows) == wanted
                assert batch.recipe == BOTH

        asyncio.run(run())


def test_an_undo_keeps_its_rows_and_its_wishes(own: FaultyServer, do: Callable[..., None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(REGION, cases(3), options=ALL)
        await office.run(number)
        undo = (await office.backend.make_undo(number)).number
        await office.until(lambda each: each.state is BatchState.PLANNED, undo)
        typed = replace(await found(office, undo), recipe=NOTE, ids_text="1")
        assert (await office.backend.save_batch(typed)).recipe == Recipe()
        assert (await office.backend.set_batch_rows(undo, (Row(number=1, case_id="1"),), typed)).rows == 3
        async with refused(FailureKind.STOPPED):
            await office.backend.choose_by_search(undo, office.server, Filters())
        office.news.clear()
        await office.backend.plan_batch(undo)
        await office.until(lambda each: each.state is BatchState.PLANNED, undo)
        assert status_text(await office.run(undo)) == "done · stored 3"

    do(work)
    assert {own.world.case(case)["region"] for case in cases(3)} == {"norte"}


def test_a_complete_plan_is_made_anew_and_what_was_taken_out_stays_out(
    own: FaultyServer, do: Callable[..., None]
) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(BOTH, cases(2), options=ALL)
        await office.backend.take_out(number, (1,), "tag added:x", is_out=True)
        await office.backend.take_out(number, (2,), "", is_out=True)
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        office.news.clear()
        await office.backend.plan_batch(number)
        await office.until(lambda each: each.state is BatchState.PLANNED, number)
        rows = await office.rows(number)
        assert {(each.name, each.before) for each in rows[1].changes} == {("region", "oeste"), ("x", None)}
        assert (rows[1].fields_out, rows[2].is_out) == (("tag added:x",), True)

    do(work)


def test_what_the_administrator_forbids_later_is_not_sent(own: FaultyServer, do: Callable[..., None]) -> None:
    numbers: list[int] = []

    async def before(office: Office) -> None:
        numbers.append(await office.planned(NOTE, cases(5)))
        numbers.append(await office.planned(REGION, cases(5), options=ALL))
        await office.run(numbers[0])  # the first three

    async def without_notes(office: Office) -> None:
        async with refused(FailureKind.BATCH_NOTES):
            await office.backend.run_batch(numbers[0])
        again = await office.backend.again_with(numbers[0], (4, 5))
        assert again.recipe.notes == ()

    async def with_few_rows(office: Office) -> None:
        async with refused(FailureKind.BATCH_ROWS):
            await office.backend.run_batch(numbers[1])
        async with refused(FailureKind.BATCH_ROWS):
            await office.backend.again_with(numbers[1], (1, 2, 3, 4))
        plan = (await found(office, numbers[1])).plans
        assert plan == {RowPlan.CHANGES: 5}
        await office.backend.take_out(numbers[1], (1, 2), "", is_out=True)
        assert status_text(await office.run(numbers[1])) == "done · stored 3 · skipped 2"

    async def without_batches(office: Office) -> None:
        row = (Row(number=1, case_id="1"),)
        for refused_one in (
            lambda: office.backend.run_batch(numbers[0]),
            lambda: office.backend.make_undo(numbers[1]),
            lambda: office.backend.again_with(numbers[1], (1,)),
            lambda: office.backend.set_batch_rows(numbers[0], row),
            lambda: office.backend.save_batch(Batch(server=office.server.url, user=office.user)),
        ):
            async with refused(FailureKind.BATCHES_OFF):
                await refused_one()

    do(before)
    do(without_notes, batch_notes=False)
    do(with_few_rows, batch_rows=3)
    do(without_batches, batches=False)
    assert sum(len(own.stored(case)) for case in cases(5)) == 3


def test_a_plan_from_a_file_keeps_the_limits(do: Callable[..., None], tmp_path: Path) -> None:
    path = tmp_path / "plan.json"

    async def before(office: Office) -> None:
        number = await office.made(NOTE, cases(5))
        await office.backend.export_plan(number, path.write_bytes)

    async def without_notes(office: Office) -> None:
        made = await office.backend.import_plan(str(path), office.server.url, office.user)
        assert isinstance(made, Batch)
        assert made.recipe.notes == ()

    async def with_few_rows(office: Office) -> None:
        made = await office.backend.import_plan(str(path), office.server.url, office.user)
        assert made is PlanFileProblem.TOO_MANY

    async def without_batches(office: Office) -> None:
        async with refused(FailureKind.BATCHES_OFF):
            await office.backend.import_plan(str(path), office.server.url, office.user)

    do(before)
    do(without_notes, batch_notes=False)
    do(with_few_rows, batch_rows=3)
    do(without_batches, batches=False)
