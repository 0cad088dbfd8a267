"""Plans over cases of a real server: from pages of the search or one by one, through failures, cancelled, resumed."""

import asyncio
import itertools
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest

from caseeditor.demo.responses import Answer, refused, told
from caseeditor.domain.batch.batch import BatchState, Origin, Pause
from caseeditor.domain.batch.plan.recipe import Recipe, ValueRule
from caseeditor.domain.batch.plan.undo import undo_rows
from caseeditor.domain.batch.reasons import Reason, reasons_of
from caseeditor.domain.batch.row import FieldResult, Row, RowPlan, RowState
from caseeditor.domain.case.search import Filters
from caseeditor.domain.delivery.draft import Draft
from caseeditor.domain.delivery.guard import Guard
from caseeditor.domain.delivery.snapshot import Snapshot
from caseeditor.domain.editing.changes import Change, ChangeKind
from caseeditor.domain.editing.edit import Edit
from tests.support.batch_reader import FIRST, HIGH, PATIENCE, QUICK, CaseServer, Params, Reader
from tests.support.batches import NAME
from tests.support.drafts import save

T = TypeVar("T")
LOTE = Filters(with_tag="lote")
EVEN, ODD = RowPlan.CHANGES, RowPlan.ALREADY_SO


def read(
    folder: Path,
    server: CaseServer,
    work: Callable[[Reader], Coroutine[Any, Any, T]],
    **options: Any,  # noqa: ANN401
) -> T:
    async def run() -> T:
        async with Reader(folder, server.url, server.token, **options) as reader:
            return await work(reader)

    result = asyncio.run(run())
    assert server.writes == []
    return result


async def seen(event: threading.Event) -> None:
    """Wait for an event of the server's threads."""
    assert await asyncio.to_thread(event.wait, PATIENCE)


def failing(bad: dict[str, Answer]) -> Callable[[str, Params], Answer | None]:
    return lambda call, _: bad.get(call.removeprefix("case/"))


def test_pasted_cases_are_read_one_by_one(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        number = await reader.made(range(FIRST, FIRST + 40))
        batch = await reader.planned(number)
        assert (batch.state, batch.pause, batch.plans) == (BatchState.PLANNED, None, {EVEN: 20, ODD: 20})
        assert await reader.plans(number) == {id_: ODD if id_ % 2 else EVEN for id_ in range(FIRST, FIRST + 40)}
        rows = await reader.batches.rows(number)
        assert rows[0].changes == (Change(ChangeKind.ATTRIBUTE, "prioridad", "baja", "alta"),)
        assert (rows[0].subject, rows[0].contact) == ("Subject 1000", "Ana 1000")

    with CaseServer(40) as server:
        read(tmp_path, server, work)
        assert (server.searches, sorted(server.reads)) == (0, [str(FIRST + at) for at in range(40)])


def test_a_plan_has_the_fields_of_the_user_the_date_and_the_row(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        recipe = Recipe(note_text="{user} {today} {row.A} {contact.name}")
        number = await reader.made([FIRST], recipe, cells={1: {"A": "x"}}, columns=("A",), today="30 de marzo")
        await reader.planned(number)
        (row,) = await reader.batches.rows(number)
        assert row.edit.notes == {1: "demo 30 de marzo x Ana 1000"}

    with CaseServer(1) as server:
        read(tmp_path, server, work)


def test_the_rows_of_a_search_are_planned_from_its_pages(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        number = await reader.made([1], HIGH)
        await reader.reading.choose(number, reader.server, LOTE)
        searches = server.searches
        batch = await reader.planned(number)
        assert batch.plans == {EVEN: 125, ODD: 125}
        assert (server.searches - searches, len(server.reads)) == (3, 1)

    with CaseServer(250) as server:
        read(tmp_path, server, work)


@pytest.mark.parametrize("lacking", ["prioridad", "tags", "contact", "update_date"])
def test_pages_that_show_less_than_a_case_are_not_planned_from(tmp_path: Path, lacking: str) -> None:
    async def work(reader: Reader) -> None:
        number = await reader.made(
            range(FIRST, FIRST + 30), HIGH, origin=Origin.SEARCH, guard=Guard(campaign_id="7", states=("Arrived",))
        )
        assert (await reader.planned(number)).plans == {EVEN: 15, ODD: 15}
        assert all(row.base.tags == ("lote",) for row in await reader.batches.rows(number))

    with CaseServer(30, campaign={"id": 7, "name": "C"}) as server:

        def change(call: str, _: Params) -> Answer | None:
            if call != "case":
                return None
            cases = [server.case(id_) for id_ in range(FIRST, FIRST + 30)]
            return told({"success": True, "total": 30, "items": [_without(case, lacking) for case in cases]})

        server.change = change
        read(tmp_path, server, work)
        assert len(set(server.reads)) == 30


def _without(case: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in case.items() if key != name}


def test_cases_that_left_the_search_are_read_and_fail_the_guard(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        number = await reader.made([1], HIGH)
        await reader.reading.choose(number, reader.server, LOTE)
        assert server._gateway is not None  # noqa: SLF001 - the server's own cases
        server._gateway.world.retag(FIRST + 5, [], ["lote"])  # noqa: SLF001 - as above
        batch = await reader.planned(number)
        assert batch.plans == {EVEN: 30, ODD: 29, RowPlan.GUARD_FAILS: 1}
        assert str(FIRST + 5) in server.reads

    with CaseServer(60) as server:
        read(tmp_path, server, work)


def test_a_search_far_larger_than_its_rows_is_not_read_through(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        ids = range(FIRST + 1980, FIRST + 2000)
        number = await reader.made(ids, origin=Origin.SEARCH, guard=Guard(with_tag="lote"))
        assert (await reader.planned(number)).plans == {EVEN: 10, ODD: 10}

    with CaseServer(2000) as server:
        read(tmp_path, server, work)
        assert server.searches == 5
        assert len(server.reads) == 20


def test_a_row_that_cannot_be_read_says_why_and_stops_no_other(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        number = await reader.made([*range(FIRST, FIRST + 8), 77])
        batch = await reader.planned(number)
        assert batch.state is BatchState.PLANNED
        rows = {int(row.case_id): row for row in await reader.batches.rows(number)}
        assert {id_: row.plan for id_, row in rows.items() if row.plan not in (EVEN, ODD)} == {
            FIRST: RowPlan.NOT_ALLOWED,
            FIRST + 1: RowPlan.NOT_FOUND,
            FIRST + 2: RowPlan.INVALID,
            FIRST + 3: RowPlan.INVALID,
            77: RowPlan.NOT_FOUND,
        }
        assert rows[FIRST].words == "Not yours"
        assert reasons_of(rows[FIRST + 2].why) == ((Reason.UNREADABLE, ("server broken",)),)
        assert reasons_of(rows[FIRST + 3].why) == ((Reason.UNREADABLE, ("other case",)),)

    with CaseServer(9) as server:
        server.change = failing(
            {
                str(FIRST): refused("Not yours", 403),
                str(FIRST + 1): refused("Gone", 410),
                str(FIRST + 2): refused("Sick", 500),
                str(FIRST + 3): told({"id": 9, "subject": "another"}),
            }
        )
        read(tmp_path, server, work)
        assert Counter(server.reads)[str(FIRST + 4)] == 1


def test_a_server_in_trouble_is_waited_for(tmp_path: Path) -> None:
    calls: list[float] = []

    async def work(reader: Reader) -> None:
        number = await reader.made(range(FIRST, FIRST + 12))
        await reader.reading.plan(number)
        await seen(is_down)
        assert (await reader.plans(number))[FIRST] is RowPlan.UNPLANNED
        is_well.set()
        batch = (await reader.until(lambda news: news.progress is None)).batch
        assert (batch.pause, batch.plans) == (None, {EVEN: 6, ODD: 6})
        assert [news.batch.pause for news in reader.news].count(Pause.NETWORK) == 1

    is_down, is_well = threading.Event(), threading.Event()

    def change(call: str, _: Params) -> Answer | None:
        if is_well.is_set() or not call.startswith("case/"):
            return None
        calls.append(time.monotonic())
        if len(calls) == 20:
            is_down.set()
        return refused("Down", 503)

    with CaseServer(12) as server:
        server.change = change
        read(tmp_path, server, work, timing=msgspec.structs.replace(QUICK, looks=(0.02, 0.05)))
    late = calls[8:]
    assert all(after - before > 0.02 for before, after in itertools.pairwise(late))


def test_a_rejected_token_stops_the_plan_and_signing_in_goes_on(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        number = await reader.made(range(FIRST, FIRST + 8))
        batch = await reader.planned(number)
        assert (batch.state, batch.pause) == (BatchState.DRAFT, Pause.SIGN_IN)
        read_before = len(server.reads)
        server.change = lambda _call, _params: None
        batch = await reader.planned(number)
        assert (batch.state, batch.pause, batch.plans) == (BatchState.PLANNED, None, {EVEN: 4, ODD: 4})
        assert len(server.reads) - read_before <= 8

    with CaseServer(8) as server:
        server.change = failing({str(FIRST + 5): refused("Expired", 401)})
        read(tmp_path, server, work)


def test_another_users_batch_is_not_planned(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        batch = await reader.planned(await reader.made([FIRST], user="somebody else"))
        assert (batch.state, batch.pause) == (BatchState.DRAFT, Pause.OTHER_USER)

    with CaseServer(1) as server:
        read(tmp_path, server, work)
        assert server.reads == []


def test_nobody_signed_in_plans_nothing(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        number = await reader.made([FIRST])
        await reader.accounts.sign_out(reader.server)
        assert (await reader.planned(number)).pause is Pause.SIGN_IN

    with CaseServer(1) as server:
        read(tmp_path, server, work)
        assert server.reads == []


def test_a_cancelled_plan_keeps_its_rows_and_goes_on_after_a_restart(tmp_path: Path) -> None:
    is_amid, is_open = threading.Event(), threading.Event()

    async def begin(reader: Reader) -> int:
        number = await reader.made(range(FIRST, FIRST + 60))
        await reader.reading.plan(number)
        await seen(is_amid)
        await reader.reading.cancel(number)
        assert not reader.reading.is_reading(number)
        last = reader.news[-1]
        assert (last.progress, last.batch.state) == (None, BatchState.DRAFT)
        planned = sum(plan is not RowPlan.UNPLANNED for plan in (await reader.plans(number)).values())
        assert 10 <= planned < 60
        told_of = {row.number for news in reader.news for row in news.rows}
        assert len(told_of) == planned
        is_open.set()
        return number

    async def go_on(reader: Reader) -> None:
        (there,) = await reader.batches.of(reader.server.url, reader.user.key)
        left = there.plans[RowPlan.UNPLANNED]
        before = len(server.reads)
        batch = await reader.planned(there.number)
        assert (batch.state, batch.plans) == (BatchState.PLANNED, {EVEN: 30, ODD: 30})
        assert len(server.reads) - before == left

    def change(call: str, _: Params) -> Answer | None:
        if call.startswith("case/") and len(server.reads) >= 20:
            is_amid.set()
            is_open.wait(60)
        return None

    with CaseServer(60) as server:
        server.change = change
        read(tmp_path, server, begin)
        read(tmp_path, server, go_on)


def test_rows_are_on_disk_while_the_plan_runs_and_news_are_few(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        number = await reader.made(range(FIRST, FIRST + 40))
        await reader.reading.plan(number)
        part = await reader.until(lambda news: bool(news.rows) and news.progress is not None)
        assert part.progress is not None
        assert 0 < part.progress[0] < 40 == part.progress[1]
        on_disk = await reader.batches.find(number)
        assert on_disk is not None
        assert on_disk.plans[RowPlan.UNPLANNED] < 40
        is_open.set()
        await reader.until(lambda news: news.progress is None)
        assert len(reader.news) < 10
        assert sorted(row.number for news in reader.news for row in news.rows) == list(range(1, 41))

    is_open = threading.Event()

    def change(call: str, _: Params) -> Answer | None:
        if call.startswith("case/") and len(server.reads) >= 20:
            is_open.wait(60)
        return None

    with CaseServer(40) as server:
        server.change = change
        read(tmp_path, server, work)


def test_no_more_than_four_cases_are_read_at_a_time(tmp_path: Path) -> None:
    most, now = [0], [0]
    lock = threading.Lock()

    def change(call: str, _: Params) -> Answer | None:
        if call.startswith("case/"):
            with lock:
                now[0] += 1
                most[0] = max(most[0], now[0])
            server.stopping.wait(0.02)
            with lock:
                now[0] -= 1
        return None

    async def work(reader: Reader) -> None:
        await reader.planned(await reader.made(range(FIRST, FIRST + 24)))

    with CaseServer(24) as server:
        server.change = change
        read(tmp_path, server, work)
    assert 2 <= most[0] <= 4


def test_a_case_with_an_own_draft_waits(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        draft = Draft(
            server=reader.server.url,
            user=reader.user.key,
            case_id=str(FIRST),
            edit=Edit(note_text="mine"),
            base=Snapshot(),
        )
        await reader.database.do(lambda store: save(store, draft))
        number = await reader.made([FIRST, FIRST + 2])
        await reader.planned(number)
        assert await reader.plans(number) == {FIRST: RowPlan.WAITS, FIRST + 2: RowPlan.CHANGES}

    with CaseServer(3) as server:
        read(tmp_path, server, work)


def test_a_case_that_is_there_twice_is_planned_twice_and_read_once(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        recipe = Recipe(attributes=(ValueRule(name="prioridad", value="{row.P}"),))
        cells = {1: {"P": "x"}, 2: {"P": "y"}}
        number = await reader.made([FIRST, FIRST], recipe, cells=cells, columns=("P",))
        await reader.planned(number)
        rows = await reader.batches.rows(number)
        assert [row.edit.values for row in rows] == [{"prioridad": "x"}, {"prioridad": "y"}]

    with CaseServer(1) as server:
        read(tmp_path, server, work)


@pytest.mark.parametrize("recipe", [Recipe(), Recipe(note_text="{row.Z}"), Recipe(note_text="{conatct.name}")])
def test_a_recipe_with_a_fault_reads_no_case(tmp_path: Path, recipe: Recipe) -> None:
    async def work(reader: Reader) -> None:
        batch = await reader.planned(await reader.made([FIRST], recipe))
        assert (batch.state, batch.plans) == (BatchState.DRAFT, {RowPlan.UNPLANNED: 1})

    with CaseServer(1) as server:
        read(tmp_path, server, work)
        assert server.reads == []


def test_changes_of_the_recipe_meanwhile_end_the_plan_and_stay(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        number = await reader.made(range(FIRST, FIRST + 8))
        await reader.reading.plan(number)
        await seen(is_asked)
        batch = await reader.batches.find(number)
        assert batch is not None
        other = msgspec.structs.replace(batch, recipe=Recipe(note_text="other"), name="Renamed")
        await reader.batches.save(other)
        is_open.set()
        kept = (await reader.until(lambda news: news.progress is None)).batch
        assert not reader.reading.is_reading(number)
        assert (kept.recipe, kept.name, kept.plans) == (other.recipe, "Renamed", {RowPlan.UNPLANNED: 8})

    is_asked, is_open = threading.Event(), threading.Event()

    def change(call: str, _: Params) -> Answer | None:
        if call.startswith("case/"):
            is_asked.set()
            is_open.wait(60)
        return None

    with CaseServer(8) as server:
        server.change = change
        read(tmp_path, server, work)


def test_an_undo_is_planned_over_the_cases_as_they_are(tmp_path: Path) -> None:
    changed = Change(ChangeKind.ATTRIBUTE, "prioridad", "baja", "alta")
    ended = [
        Row(number=1, case_id=str(id_), state=RowState.ENDED, results=(FieldResult(changed, is_done=True),))
        for id_ in (FIRST, FIRST + 1)
    ]

    async def work(reader: Reader) -> None:
        number = await reader.made([], Recipe(), origin=Origin.UNDO, undo_of=7)
        batch = await reader.batches.find(number)
        assert batch is not None
        await reader.batches.save(batch, undo_rows(ended))
        assert (await reader.planned(number)).state is BatchState.PLANNED
        first, second = await reader.batches.rows(number)
        assert (first.plan, reasons_of(first.why)) == (
            RowPlan.ALREADY_SO,
            (),
        )  # the even one is *baja* again
        assert (second.plan, second.edit.values) == (RowPlan.CHANGES, {"prioridad": "baja"})

    with CaseServer(2) as server:
        read(tmp_path, server, work)


def test_a_disk_fault_ends_the_plan_and_says_so(tmp_path: Path) -> None:
    async def work(reader: Reader) -> None:
        number = await reader.made(range(FIRST, FIRST + 6))
        with closing(sqlite3.connect(tmp_path / NAME)) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert (await reader.planned(number)).pause is Pause.DISK
        assert (await reader.planned(number)).state is BatchState.PLANNED

    with CaseServer(6) as server:
        read(tmp_path, server, work)
