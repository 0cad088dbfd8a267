"""No note is stored twice by rows of one case, by a batch that is run again, or by one of another's rows."""

from collections.abc import Callable

import msgspec
import pytest

from caseeditor.domain.batch.batch import BatchState
from caseeditor.domain.batch.row import Outcome, RowPlan
from tests.faults.scripts import empty
from tests.faults.server import FIRST, FaultyServer
from tests.services.batch.test_runner import ALL, BOTH, NOTE, cases, notes_of, outcomes
from tests.support.batch_office import Office

Do = Callable[..., None]
replace = msgspec.structs.replace


@pytest.mark.parametrize("repeats", [False, True])
def test_a_new_batch_of_moved_rows_stores_no_note_again_where_notes_are_not_shown(
    own: FaultyServer, do: Do, *, repeats: bool
) -> None:
    own.notes_are = "missing"

    async def work(office: Office) -> None:
        number = await office.planned(replace(BOTH, repeats_notes=repeats), cases(2), options=ALL)
        own.world.update(FIRST, (("region", "oeste"),), by="berta")
        assert outcomes(await office.run(number))[Outcome.MOVED] == 1
        for _ in range(2):  # and one of that one
            number = (await office.backend.again_with(number, (1,))).number
            await office.backend.plan_batch(number)
            await office.until(lambda batch: batch.state is BatchState.PLANNED, number)
        (row,) = (await office.rows(number)).values()
        assert [change.field for change in row.changes] == ["attribute:region"]
        await office.run(number)

    do(work)
    assert own.world.case(FIRST)["region"] == "sur"
    assert notes_of(own, cases(2)) == {f"Call {case}": 1 for case in cases(2)}


@pytest.mark.parametrize("notes_are", ["missing", "empty"])
@pytest.mark.parametrize("is_planned_before", [False, True])
def test_a_batch_that_is_run_twice_stores_no_note_twice_where_notes_are_not_shown(
    own: FaultyServer, do: Do, notes_are: str, *, is_planned_before: bool
) -> None:
    own.notes_are = notes_are
    wanted = [RowPlan.CHANGES if is_planned_before else RowPlan.ALREADY_SO] * 2

    async def work(office: Office) -> None:
        first = await office.planned(NOTE, cases(2), options=ALL)
        if not is_planned_before:
            await office.run(first)
        second = await office.planned(NOTE, cases(2), options=ALL)
        assert [row.plan for row in (await office.rows(second)).values()] == wanted
        if is_planned_before:
            await office.run(first)
        assert outcomes(await office.run(second)) == {Outcome.ALREADY_SO: 2}
        again = await office.planned(replace(NOTE, repeats_notes=True), cases(1), options=ALL)
        await office.run(again)

    do(work)
    assert notes_of(own, cases(2)) == {f"Call {FIRST}": 2, f"Call {FIRST + 1}": 1}


def test_a_new_batch_of_a_skipped_row_stores_no_note_that_another_row_of_its_case_stored(
    own: FaultyServer, do: Do
) -> None:
    own.notes_are = "missing"

    async def work(office: Office) -> None:
        number = await office.planned(BOTH, [FIRST, FIRST], options=ALL)
        own.plan(FIRST, "GET", empty(b"404 Not Found"))
        assert outcomes(await office.run(number)) == {Outcome.SKIPPED: 1, Outcome.ACCEPTED: 1}
        number = (await office.backend.again_with(number, (1,))).number
        await office.backend.plan_batch(number)
        await office.until(lambda batch: batch.state is BatchState.PLANNED, number)
        await office.run(number)

    do(work)
    assert own.stored(FIRST) == [f"Call {FIRST}"]


def test_a_note_that_was_taken_out_of_a_row_is_stored_by_the_next_row_of_its_case(own: FaultyServer, do: Do) -> None:
    async def work(office: Office) -> None:
        number = await office.planned(BOTH, [FIRST, FIRST], options=ALL)
        await office.backend.take_out(number, (1,), "note:", is_out=True)
        await office.run(number)

    do(work)
    assert own.stored(FIRST) == [f"Call {FIRST}"]
