"""Closing the worker during a call: a read is cancelled, an update is waited for."""

from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from caseeditor.domain.case.reference import Server
from caseeditor.runtime.worker import BackgroundWorker, Outcome
from caseeditor.services.backend import Backend

DEADLINE = 3.0


def test_closing_while_a_server_does_not_answer_a_read(
    qtbot: QtBot, worker: BackgroundWorker[Backend], server: DemoServer, address: Server
) -> None:
    outcomes: list[Outcome[object]] = []

    async def read(backend: Backend) -> object:
        return await backend.gateway.read_case(address, "9002")

    worker.run(read, outcomes.append)
    qtbot.waitUntil(lambda: len(server.requests) == 1)
    assert worker.close(DEADLINE)
    assert outcomes == []


def test_closing_while_an_update_is_in_flight_lets_it_be_answered(
    qtbot: QtBot, worker: BackgroundWorker[Backend], server: DemoServer, address: Server
) -> None:
    outcomes: list[Outcome[object]] = []
    answered: list[str] = []

    async def update(backend: Backend) -> object:
        case = await backend.gateway.update_case(address, "9021", (("note", "llamar mañana"),))
        assert case
        answered.append(case.notes[-1].text)
        return None

    worker.run(update, outcomes.append, is_update=True)
    qtbot.waitUntil(lambda: len(server.requests) == 1)
    assert worker.close(DEADLINE)
    assert answered == ["llamar mañana"]
