"""A program that works on one batch until it is done, to be killed at any moment.

python -m tests.faults.batch_process FOLDER URL TOKEN [FIRST,STOP]

Prints a line when it waits for the parent, and one with the batch's status whenever it goes on.
"""

import asyncio
import json
import sys
from pathlib import Path

from caseeditor.domain.batch.batch import Batch, BatchState, Options, status_text
from caseeditor.domain.batch.decisions import RowDecision
from caseeditor.domain.batch.plan.recipe import Recipe, ValueRule
from caseeditor.domain.batch.row import Outcome
from caseeditor.domain.delivery.guard import Guard
from tests.support.batch_office import QUICK, Office


def recipe() -> Recipe:
    """Return the changes of the soak: a note of each row's own, a tag, an attribute."""
    return Recipe(
        notes=("Row {case.id}: call back",),
        added_tags=("campaign",),
        attributes=(ValueRule(name="region", value="sur"),),
    )


async def work(folder: Path, url: str, token: str, cases: range) -> None:
    """Plan, or go on, until the batch is done and no row is unsure."""
    async with Office(folder, url, token, timing=QUICK, patience=600.0) as office:
        there = await office.backend.batches(url, office.user)
        number = (
            there[0].number
            if there
            else await office.made(recipe(), cases, options=Options(canary=False), guard=Guard(with_tag="vip"))
        )
        batch = there[0] if there else None
        if batch is None or batch.state is BatchState.DRAFT:
            await office.backend.plan_batch(number)
            batch = await office.until(lambda each: each.state is BatchState.PLANNED, number)
            print("planned", flush=True)  # noqa: T201 - for the parent
            if sys.stdin.readline() == "":  # the parent lets the colleagues work
                return
        while await _go_on(office, batch):
            batch = await _settled(office, number)


async def _go_on(office: Office, batch: Batch) -> bool:
    """Answer what the batch asks, and run it further; False when nothing is left."""
    print(status_text(batch), batch.pause, flush=True)  # noqa: T201 - for the parent
    office.news.clear()  # before the rows: those that come meanwhile count
    rows = await office.backend.shown_rows(batch.number)
    unsure = tuple(row.number for row in rows if row.outcome is Outcome.UNSURE)
    if unsure:  # the parent's server loses what it does not store, so sending again is right
        await office.backend.decide_rows(batch.number, unsure, RowDecision.SEND_AGAIN)
    if batch.state is BatchState.DONE and not unsure:
        return False
    await office.backend.run_batch(batch.number)
    return True


async def _settled(office: Office, number: int) -> Batch:
    """Wait until the run pauses or ends, or an unsure row has its answer."""
    return await office.until(lambda each: each.state in (BatchState.DONE, BatchState.PAUSED), number)


if __name__ == "__main__":
    first, stop = json.loads(sys.argv[4])
    asyncio.run(work(Path(sys.argv[1]), sys.argv[2], sys.argv[3], range(first, stop)))
