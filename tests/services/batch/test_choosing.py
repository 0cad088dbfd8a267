"""Choice of a batch's cases by a search, on servers that order, grow, shrink, cut and fail."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from caseeditor.demo.responses import Answer, refused, told
from caseeditor.demo.world import World
from caseeditor.domain.batch.batch import MOST_ROWS, Batch, BatchState, Origin
from caseeditor.domain.batch.row import Row, RowPlan
from caseeditor.domain.case.search import Filters
from caseeditor.domain.delivery.guard import Guard
from caseeditor.domain.errors.failure import FailureKind, OperationFailed
from tests.support.batch_reader import FIRST, QUICK, CaseServer, Params, Reader, cases

HASTY = msgspec.structs.replace(QUICK, reading=1.0)
LOTE = Filters(with_tag="lote")


def chosen(
    folder: Path, server: CaseServer, filters: Filters = LOTE, *, most_rows: int = MOST_ROWS
) -> tuple[Batch, tuple[Row, ...]]:
    """Choose the cases of a search for a batch that had one other row and a plan."""

    async def run() -> tuple[Batch, tuple[Row, ...]]:
        async with Reader(folder, server.url, server.token, most_rows=most_rows) as reader:
            number = await reader.made([1], state=BatchState.PLANNED, name="Mine")
            batch = await reader.reading.choose(number, reader.server, filters)
            return batch, await reader.batches.rows(number)

    return asyncio.run(run())


def ids(rows: tuple[Row, ...]) -> list[int]:
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    return [int(row.case_id) for row in rows]


def world(server: CaseServer) -> World:
    assert server._gateway is not None  # noqa: SLF001 - the server's own cases
    return server._gateway.world  # noqa: SLF001 - as above


def all_of(count: int) -> list[int]:
    return list(range(FIRST, FIRST + count))


def once_at(index: int, act: Callable[[], None]) -> Callable[[str, Params], Answer | None]:
    """Act before the first page from an index on is answered."""
    done: list[bool] = []

    def change(call: str, params: Params) -> Answer | None:
        if call == "case" and not done and int(dict(params)["index"]) >= index:
            done.append(True)
            act()
        return None

    return change


def test_all_cases_of_a_search_become_the_rows(tmp_path: Path) -> None:
    with CaseServer(250) as server:
        batch, rows = chosen(tmp_path, server, Filters(with_tag="lote", state="Arrived"))
        assert ids(rows) == all_of(250)
        assert (batch.rows, batch.total, batch.state, batch.name) == (250, 250, BatchState.DRAFT, "Mine")
        assert (batch.origin, batch.guard) == (Origin.SEARCH, Guard(with_tag="lote", states=("Arrived",)))
        assert (rows[0].subject, rows[0].contact, rows[0].plan) == ("Subject 1000", "Ana 1000", RowPlan.UNPLANNED)
        assert server.searches == 3
        assert {dict(request.params)["order_by"] for request in server.requests if request.path.endswith("/case")} == {
            "id"
        }
        assert server.writes == []


def test_several_values_of_a_filter_are_one_choice(tmp_path: Path) -> None:
    with CaseServer(30) as server:
        for number in range(FIRST, FIRST + 10):
            world(server).update(number, [("state", "Closed")])
        batch, rows = chosen(tmp_path, server, Filters(with_tag="lote", state="Arrived\nClosed"))
        assert sorted(ids(rows)) == all_of(30)
        assert batch.total == 30


def test_a_search_that_finds_nothing_leaves_no_row(tmp_path: Path) -> None:
    with CaseServer(3) as server:
        batch, rows = chosen(tmp_path, server, Filters(with_tag="none"))
        assert (batch.rows, batch.total, rows) == (0, 0, ())


@pytest.mark.parametrize("is_total_told", [True, False])
def test_a_search_that_grows_while_it_is_read_gives_each_case_once(tmp_path: Path, is_total_told: bool) -> None:
    with CaseServer(250) as server:

        def grow() -> None:
            made = cases(260)
            for number in range(FIRST + 250, FIRST + 260):
                world(server)._cases[number] = made[number]  # noqa: SLF001 - cases that arrive

        growing = once_at(150, grow)
        server.change = growing if is_total_told else _without_total(server, growing)
        batch, rows = chosen(tmp_path, server)
        assert ids(rows) == all_of(260)
        assert batch.total == (260 if is_total_told else None)


@pytest.mark.parametrize("is_total_told", [True, False])
def test_cases_that_leave_the_search_while_it_is_read_hide_no_other(tmp_path: Path, is_total_told: bool) -> None:
    with CaseServer(250) as server:

        def leave() -> None:
            for number in range(FIRST, FIRST + 60):
                world(server).retag(number, [], ["lote"])

        leaving = once_at(150, leave)
        server.change = leaving if is_total_told else _without_total(server, leaving)
        batch, rows = chosen(tmp_path, server)
        assert set(ids(rows)) >= set(all_of(250)[60:])
        assert len(set(ids(rows))) == len(rows)
        assert batch.total == (190 if is_total_told else None)


def _without_total(
    server: CaseServer, before: Callable[[str, Params], Answer | None]
) -> Callable[[str, Params], Answer | None]:
    def change(call: str, params: Params) -> Answer | None:
        before(call, params)
        if call != "case":
            return None
        given = dict(params)
        index, count = int(given["index"]), int(given["count"])
        found = [each for _, each in sorted(world(server).summaries()) if "lote" in each.get("tags", [])]
        return told(found[index : index + count])

    return change


def test_a_server_that_ignores_the_order_is_asked_for_another(tmp_path: Path) -> None:
    asked: list[str] = []

    def change(call: str, params: Params) -> Answer | None:
        if call != "case":
            return None
        asked.append(dict(params)["order_by"])
        if asked[-1] == "id":
            params[:] = [(name, "update_date" if name == "order_by" else value) for name, value in params]
            params[:] = [(name, "DESC" if name == "order_dir" else value) for name, value in params]
        return None

    with CaseServer(130) as server:
        server.change = change
        _, rows = chosen(tmp_path, server)
        assert sorted(ids(rows)) == all_of(130)
        assert set(asked) == {"id", "creation_date"}


def test_a_server_that_refuses_the_order_is_asked_for_another(tmp_path: Path) -> None:
    with CaseServer(130) as server:
        server.change = lambda call, params: (
            refused("Cases can't be ordered by id", 400) if call == "case" and ("order_by", "id") in params else None
        )
        _, rows = chosen(tmp_path, server)
        assert sorted(ids(rows)) == all_of(130)


@pytest.mark.parametrize("cap", [1, 2, 7])
def test_shorter_pages_than_requested_skip_no_case(tmp_path: Path, cap: int) -> None:
    def change(_: str, params: Params) -> Answer | None:
        params[:] = [(name, str(cap) if name == "count" else value) for name, value in params]
        return None

    with CaseServer(25) as server:
        server.change = change
        assert ids(chosen(tmp_path, server)[1]) == all_of(25)


def test_a_server_that_repeats_a_page_for_ever_ends_and_its_total_tells(tmp_path: Path) -> None:
    def change(_: str, params: Params) -> Answer | None:
        params[:] = [(name, "0" if name == "index" else value) for name, value in params]
        return None

    with CaseServer(250) as server:
        server.change = change
        batch, rows = chosen(tmp_path, server)
        assert (len(ids(rows)), batch.total) == (100, 250)


def test_pages_that_are_too_large_are_halved(tmp_path: Path) -> None:
    with CaseServer(90) as server:
        server.change = lambda call, params: (
            Answer(b"x" * 70_000_000) if call == "case" and int(dict(params)["count"]) > 25 else None
        )
        assert ids(chosen(tmp_path, server)[1]) == all_of(90)


def test_more_cases_than_allowed_are_left_and_the_total_tells(tmp_path: Path) -> None:
    with CaseServer(250) as server:
        batch, rows = chosen(tmp_path, server, most_rows=120)
        assert ids(rows) == all_of(120)
        assert batch.total == 250
        assert server.searches == 2


def test_a_server_in_trouble_for_a_moment_loses_no_page(tmp_path: Path) -> None:
    left = [2]

    def change(call: str, params: Params) -> Answer | None:
        if call == "case" and int(dict(params)["index"]) > 0 and left[0]:
            left[0] -= 1
            return refused("Try later", 503)
        return None

    with CaseServer(150) as server:
        server.change = change
        assert ids(chosen(tmp_path, server)[1]) == all_of(150)


def test_a_failure_leaves_the_batch_as_it_was(tmp_path: Path) -> None:
    async def run() -> None:
        async with Reader(tmp_path, server.url, server.token) as reader:
            number = await reader.made([1, 2])
            before = await reader.batches.find(number)
            with pytest.raises(OperationFailed) as raised:
                await reader.reading.choose(number, reader.server, LOTE)
            assert raised.value.failure.kind is FailureKind.REFUSED
            assert raised.value.failure.words == "No"
            assert await reader.batches.find(number) == before
            assert ids(await reader.batches.rows(number)) == [1, 2]

    with CaseServer(150) as server:
        server.change = lambda call, params: (
            refused("No", 400) if call == "case" and int(dict(params)["index"]) > 0 else None
        )
        asyncio.run(run())


def test_a_choice_can_be_cancelled(tmp_path: Path) -> None:
    async def run() -> None:
        async with Reader(tmp_path, server.url, server.token) as reader:
            number = await reader.made([1, 2])
            choosing = asyncio.create_task(reader.reading.choose(number, reader.server, LOTE))
            await reader.until(lambda news: news.progress == (100, 150))
            assert reader.reading.is_reading(number)
            await reader.reading.cancel(number)
            with pytest.raises(OperationFailed) as raised:
                await choosing
            assert raised.value.failure.kind is FailureKind.STOPPED
            assert not reader.reading.is_reading(number)
            assert ids(await reader.batches.rows(number)) == [1, 2]

    with CaseServer(150) as server:

        def change(call: str, params: Params) -> Answer | None:
            if call == "case" and int(dict(params)["index"]) > 0:
                server.stopping.wait(20)
            return None

        server.change = change
        asyncio.run(run())


def test_nothing_is_chosen_for_another_user(tmp_path: Path) -> None:
    async def run() -> None:
        async with Reader(tmp_path, server.url, server.token) as reader:
            number = await reader.made([1], user="somebody else")
            with pytest.raises(OperationFailed) as raised:
                await reader.reading.choose(number, reader.server, LOTE)
            assert raised.value.failure.kind is FailureKind.TOKEN_MISSING

    with CaseServer(3) as server:
        asyncio.run(run())
        assert server.searches == 0


def test_pages_that_take_too_long_are_halved(tmp_path: Path) -> None:
    async def run() -> None:
        async with Reader(tmp_path, server.url, server.token, timing=HASTY) as reader:
            batch = await reader.reading.choose(await reader.made([]), reader.server, LOTE)
            assert ids(await reader.batches.rows(batch.number)) == all_of(60)

    with CaseServer(60) as server:

        def change(call: str, params: Params) -> Answer | None:
            if call == "case" and int(dict(params)["count"]) > 30:
                server.stopping.wait(5)
            return None

        server.change = change
        asyncio.run(run())
