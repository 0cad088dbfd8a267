"""Decisions about moved rows, field by field, and fields that were taken out, against a real server."""

import asyncio
import csv
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from caseeditor.domain.batch.batch import BatchState, Options, status_text
from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.plan.groups import moved_groups
from caseeditor.domain.batch.plan.recipe import Recipe, ValueRule
from caseeditor.domain.batch.report import ReportFormat, ReportWords
from caseeditor.domain.batch.row import FieldResult, Outcome
from tests.faults.server import FIRST, TOKEN, FaultyServer
from tests.support.batch_office import Office

ALL = Options(canary=False)
TWO = Recipe(
    notes=("Call",),
    added_tags=("x",),
    attributes=(ValueRule(name="region", value="sur"), ValueRule(name="zona", value="z")),
)
Work = Callable[[Office], Coroutine[Any, Any, None]]


@pytest.fixture
def own() -> Iterator[FaultyServer]:
    with FaultyServer() as server:
        yield server


@pytest.fixture
def do(own: FaultyServer, tmp_path: Path) -> Callable[[Work], None]:
    """Run work on a backend that is closed afterwards."""

    def do(work: Work) -> None:
        async def run() -> None:
            async with Office(tmp_path / "data", own.url, TOKEN) as office:
                await work(office)

        asyncio.run(run())

    return do


async def moved_twice(office: Office, own: FaultyServer) -> int:
    """Run a batch of a row of which two fields moved since the plan."""
    number = await office.planned(TWO, [FIRST], options=ALL)
    own.world.update(FIRST, (("region", "oeste"), ("zona", "theirs")), by="berta")
    assert status_text(await office.run(number)) == "done · moved 1"
    return number


async def set_anyway(office: Office, number: int, field: str, outcome: Outcome) -> dict[str, FieldResult]:
    """Set a field anyway; return the results by field once the row ended so."""
    office.news.clear()
    await office.backend.decide_rows(number, (1,), RowDecision.SET_ANYWAY, field)
    await office.until(lambda each: each.outcomes == {outcome: 1}, number)
    return {each.change.field: each for each in (await office.rows(number))[1].results}


def test_set_anyway_sets_one_field_and_the_other_one_stays_moved(own: FaultyServer, do: Callable[[Work], None]) -> None:
    async def work(office: Office) -> None:
        number = await moved_twice(office, own)
        results = await set_anyway(office, number, "attribute:region", Outcome.MOVED)
        assert {field: each.is_done for field, each in results.items()} == {
            "attribute:region": True,
            "attribute:zona": False,
            "note:": True,
            "tag added:x": True,
        }
        rows = (await office.rows(number)).values()
        assert [(each.field, each.theirs) for each in moved_groups(rows)] == [("attribute:zona", "theirs")]
        assert (own.world.case(FIRST)["region"], own.world.case(FIRST)["zona"]) == ("sur", "theirs")
        results = await set_anyway(office, number, "attribute:zona", Outcome.STORED)
        assert all(each.is_done for each in results.values())
        undo = (await office.backend.make_undo(number)).number
        await office.until(lambda each: each.state is BatchState.PLANNED, undo)
        undone = {(each.field, each.after) for each in (await office.rows(undo))[1].changes}
        assert undone == {("attribute:region", "oeste"), ("attribute:zona", "theirs"), ("tag removed:x", None)}

    do(work)
    assert own.world.case(FIRST)["zona"] == "z"
    assert own.stored(FIRST) == ["Call"]


def test_leave_leaves_one_field_and_the_other_one_waits(own: FaultyServer, do: Callable[[Work], None]) -> None:
    async def work(office: Office) -> None:
        number = await moved_twice(office, own)
        for field, left in (("attribute:zona", ["attribute:region"]), ("attribute:region", [])):
            await office.backend.decide_rows(number, (1,), RowDecision.LEAVE, field)
            rows = (await office.rows(number)).values()
            assert [each.field for each in moved_groups(rows)] == left
        await office.backend.decide_rows(number, (1,), RowDecision.SET_ANYWAY)
        assert (await office.rows(number))[1].outcome is Outcome.MOVED

    do(work)
    assert own.world.case(FIRST)["zona"] == "theirs"


def test_a_field_that_was_taken_out_is_never_reported_as_stored(own: FaultyServer, do: Callable[[Work], None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(TWO, [FIRST, FIRST + 1], options=ALL)
        await office.backend.take_out(number, (1, 2), "attribute:zona", is_out=True)
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        assert status_text(await office.run(number)) == "done · stored 1 · moved 1"
        rows = await office.rows(number)
        assert "attribute:zona" not in {each.change.field for row in rows.values() for each in row.results}
        assert [each.field for each in moved_groups(rows.values())] == ["attribute:region"]
        found: list[bytes] = []
        await office.backend.export_results(number, ReportFormat.CSV, ReportWords(), found.append)
        lines = [line for line in csv.DictReader(found[0].decode("utf-8-sig").splitlines()) if line["Name"] == "zona"]
        assert [(line["Outcome"], line["Reason"]) for line in lines] == [("skipped", "taken out")] * 2

    do(work)
    assert "zona" not in own.world.case(FIRST + 1)


def test_a_row_whose_fields_are_all_out_is_skipped(own: FaultyServer, do: Callable[[Work], None]) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(Recipe(added_tags=("x",)), [FIRST], options=ALL)
        await office.backend.take_out(number, (1,), "tag added:x", is_out=True)
        assert status_text(await office.run(number)) == "done · skipped 1"

    do(work)
    assert [posted for posted in own.posts if posted.case] == []
