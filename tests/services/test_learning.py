"""Learning over a real server: a read that one user began is not learned for the next one."""

import asyncio
import threading
from pathlib import Path

import pytest

from caseeditor.app import build_backend
from caseeditor.demo.responses import Answer, told
from caseeditor.demo.server import DemoServer, Request
from caseeditor.domain.case.model import Attribute, Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters
from caseeditor.domain.local.settings import Settings
from caseeditor.domain.timeouts import Timing
from caseeditor.services.backend import Backend
from caseeditor.services.log.redaction import Secrets


class SlowServer(DemoServer):
    """Answers a read of cases when the test permits; each sign-in is of another user."""

    def __init__(self) -> None:
        super().__init__(pace=0.01)
        self.users = iter(("ana", "bea"))
        self.begun, self.may_answer = threading.Event(), threading.Event()

    def answer(self, request: Request, params: list[tuple[str, str]]) -> Answer:
        if request.path.rstrip("/").endswith("/me"):
            return told({"success": True, "statusMessage": "", "logged_in": True, "name": next(self.users)})
        answer = super().answer(request, params)
        self.begun.set()
        self.may_answer.wait(60)
        return answer


async def _read(backend: Backend, server: Server, what: str) -> object:
    if what == "case":
        return await backend.load_case(server, "203", with_draft=False)
    return await backend.search_cases(server, Filters(), 0, 10)


def test_a_page_that_waits_is_not_learned_after_the_history_was_cleared(tmp_path: Path) -> None:
    async def run() -> list[str]:
        backend = build_backend(Settings(), Timing(), Secrets(), tmp_path, lambda _: None, is_demo=True)
        for user in ("ana", "bea"):
            case = Case(id="1", attributes={"plan": Attribute("plan", "Plus")})
            backend.attribute_values.learn("https://one.example", user, (case,))
        await backend.clear_history(("https://one.example", "ana"), with_files=False)
        await backend.attribute_values.close()
        rows = await backend.database.do(lambda store: store.select("SELECT user FROM learned"))
        await backend.close(1)
        return [user for (user,) in rows]

    assert asyncio.run(run()) == ["bea"]


@pytest.mark.parametrize("what", ["case", "page"])
@pytest.mark.parametrize("changes", [True, False])
def test_a_read_is_learned_for_the_user_who_began_it_alone(tmp_path: Path, what: str, *, changes: bool) -> None:
    async def run(slow: SlowServer) -> set[str]:
        server = Server(slow.url)
        backend = build_backend(Settings(), Timing(), Secrets(), tmp_path, lambda _: None, is_demo=True)
        await backend.sign_in(server, slow.token, keep=False)
        reading = asyncio.ensure_future(_read(backend, server, what))
        await asyncio.to_thread(slow.begun.wait, 10)
        if changes:
            await backend.sign_out(server)
            await backend.sign_in(server, slow.token, keep=False)
        slow.may_answer.set()
        await reading
        await asyncio.gather(backend.values.close(), backend.attribute_values.close())
        rows = await backend.database.do(
            lambda store: store.select("SELECT user FROM filter_value UNION SELECT user FROM learned")
        )
        await backend.close(1)
        return {user for (user,) in rows}

    with SlowServer() as slow:
        assert len(asyncio.run(run(slow))) == (0 if changes else 1)
