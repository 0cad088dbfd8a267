"""Searches for several values of a filter: one list, page by page, of a request for each value."""

import asyncio
from pathlib import Path

import pytest

from caseeditor.app import build_backend
from caseeditor.demo.responses import Answer
from caseeditor.demo.server import DemoServer, Request
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters, Page
from caseeditor.domain.local.settings import Settings
from caseeditor.domain.timeouts import Timing
from caseeditor.services.log.redaction import Secrets


def pages(server: DemoServer, data: Path, filters: Filters, count: int) -> list[Page]:
    """Read a whole list, page by page."""

    async def run() -> list[Page]:
        backend = build_backend(Settings(), Timing(), Secrets(), data, lambda _: None, is_demo=True)
        backend.gateway.admit(Server(server.url), server.token)
        found: list[Page] = []
        while not found or found[-1].cases:
            index = sum(len(page.cases) for page in found)
            found.append(await backend.search_cases(Server(server.url), filters, index, count))
        await backend.close(1)
        return found

    return asyncio.run(run())


@pytest.mark.parametrize("count", [7, 50, 1000])
def test_the_pages_have_each_case_of_each_value_once(tmp_path: Path, count: int) -> None:
    with DemoServer(pace=0.05) as server:
        single = [pages(server, tmp_path, Filters(state=state), 1000)[0] for state in ("Arrived", "Closed")]
        both = pages(server, tmp_path, Filters(state="Arrived\nClosed"), count)
    wanted = [case.case_id for page in single for case in page.cases]
    assert len(wanted) > 10
    assert [case.case_id for page in both for case in page.cases] == wanted
    assert {page.total for page in both} == {len(wanted)}
    assert all(len(page.cases) <= count for page in both)


class ShortPages(DemoServer):
    """Has shorter pages than requested."""

    def answer(self, request: Request, params: list[tuple[str, str]]) -> Answer:
        return super().answer(request, [(name, "3" if name == "count" else value) for name, value in params])


def test_shorter_pages_than_requested_skip_no_case(tmp_path: Path) -> None:
    with DemoServer(pace=0.05) as server:
        single = [pages(server, tmp_path, Filters(state=state), 1000)[0] for state in ("Resolved", "Closed")]
    with ShortPages(pace=0.05) as server:
        both = pages(server, tmp_path, Filters(state="Resolved\nClosed"), 7)
    wanted = [case.case_id for page in single for case in page.cases]
    assert [case.case_id for page in both for case in page.cases] == wanted
