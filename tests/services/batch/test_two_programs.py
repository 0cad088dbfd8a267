"""Two programs on one data folder: the second shows the batches of the first, and runs none until it is alone."""

import asyncio
from pathlib import Path

import msgspec

from caseeditor.domain.batch.batch import BatchState, Pause, status_text
from caseeditor.domain.batch.decisions import RowDecision
from tests.faults.server import TOKEN, FaultyServer
from tests.services.batch.test_runner import NOTE, cases, notes_of
from tests.support.batch_office import Office

AGAIN = msgspec.structs.replace(NOTE, repeats_notes=True)


def test_the_second_program_sends_no_row_that_the_first_has_sent(own: FaultyServer, tmp_path: Path) -> None:
    async def work() -> None:
        async with Office(tmp_path / "data", own.url, TOKEN, may_send=False) as second:
            async with Office(tmp_path / "data", own.url, TOKEN) as first:
                number = await first.planned(AGAIN, cases(8))
                assert (await first.run(number)).pause is Pause.CANARY
                assert len(await second.rows(number)) == 8
                while (await first.run(number)).state is not BatchState.DONE:
                    pass
            await second.backend.begin_sending()
            await second.backend.run_batch(number)
            assert status_text(await second.batch(number)) == "done · stored 8"

    asyncio.run(work())
    assert set(notes_of(own, cases(8)).values()) == {1}


def test_the_second_program_writes_nothing_into_a_batch_of_the_first(own: FaultyServer, tmp_path: Path) -> None:
    async def work() -> None:
        async with (
            Office(tmp_path / "data", own.url, TOKEN) as first,
            Office(tmp_path / "data", own.url, TOKEN, may_send=False) as second,
        ):
            number = await first.planned(NOTE, cases(8))
            await first.run(number)
            seen = await second.batch(number)
            batch = await first.run(number)
            await second.backend.save_batch(msgspec.structs.replace(seen, name="Other", is_open=False))
            await second.backend.decide_rows(number, (1,), RowDecision.SET_ANYWAY)
            assert await second.batch(number) == await first.batch(number) == batch

    asyncio.run(work())
