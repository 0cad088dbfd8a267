"""Worker threads: each result arrives once, on the GUI thread, and closing never waits for a stuck task."""

import asyncio
import logging
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed, RequestReach
from caseeditor.runtime.worker import (
    BackgroundWorker,
    Outcome,
    SingleThreadExecutor,
    Success,
    call,
    is_blocking_work_left,
)

DEADLINE = 60.0


class Service:
    """A minimal service for a worker."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.closed = False
        self.closing_begun = asyncio.Event()

    def begin_closing(self) -> None:
        self.closing_begun.set()

    async def close(self, deadline: float) -> None:
        assert deadline > 0
        self.closed = True


class Outcomes:
    """Collects outcomes and the threads that delivered them."""

    def __init__(self) -> None:
        self.found: list[Outcome[object]] = []
        self.threads: list[QThread] = []

    def take(self, outcome: Outcome[object]) -> None:
        self.found.append(outcome)
        self.threads.append(QThread.currentThread())


async def forever(_: object) -> object:
    """Hang until cancelled."""
    return await asyncio.get_running_loop().create_future()


@pytest.fixture
def outcomes() -> Outcomes:
    return Outcomes()


@pytest.fixture
def service_worker(qapp: QApplication) -> Iterator[BackgroundWorker[Service]]:
    """Create a worker that has not started yet."""
    made = BackgroundWorker(Service, qapp)
    yield made
    assert made.close(DEADLINE)


def test_an_outcome_comes_on_the_gui_thread_and_the_work_is_done_on_another(
    qtbot: QtBot, qapp: QApplication, service_worker: BackgroundWorker[Service], outcomes: Outcomes
) -> None:
    async def where(service: Service) -> object:
        return service.thread, threading.get_ident()

    service_worker.start()
    service_worker.run(where, outcomes.take)
    qtbot.waitUntil(lambda: len(outcomes.found) == 1)
    assert outcomes.threads == [qapp.thread()]
    found = outcomes.found[0]
    assert isinstance(found, Success)
    assert isinstance(found.value, tuple)
    assert found.value[0] == found.value[1] != threading.get_ident()


def test_what_is_asked_before_the_start_is_done_after_it(
    qtbot: QtBot, service_worker: BackgroundWorker[Service], outcomes: Outcomes
) -> None:
    async def answer(_: Service) -> object:
        return 42

    service_worker.run(answer, outcomes.take)
    assert outcomes.found == []
    service_worker.start()
    qtbot.waitUntil(lambda: outcomes.found == [Success(42)])


@pytest.mark.linux_only("threads below /proc")
def test_the_thread_has_a_name_before_it_starts(
    qtbot: QtBot, service_worker: BackgroundWorker[Service], outcomes: Outcomes
) -> None:
    """PySide names a nameless thread from within, looking up its class without a lock: it crashed now and then."""

    async def thread(_: Service) -> int:
        return threading.get_native_id()

    service_worker.start()
    service_worker.run(thread, outcomes.take)
    qtbot.waitUntil(lambda: bool(outcomes.found))
    outcome = outcomes.found[0]
    assert isinstance(outcome, Success)
    assert Path(f"/proc/self/task/{outcome.value}/comm").read_text("ascii").strip() == "worker"


def test_a_failure_comes_as_it_is(qtbot: QtBot, service_worker: BackgroundWorker[Service], outcomes: Outcomes) -> None:
    failure = Failure(kind=FailureKind.TOO_MANY, server="x", retry_after=3)

    async def fail(_: Service) -> object:
        raise OperationFailed(failure)

    service_worker.start()
    service_worker.run(fail, outcomes.take)
    qtbot.waitUntil(lambda: outcomes.found == [failure])


def test_an_exception_becomes_a_failure_and_is_logged(
    qtbot: QtBot, service_worker: BackgroundWorker[Service], outcomes: Outcomes, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(_: Service) -> object:
        raise ZeroDivisionError

    service_worker.start()
    service_worker.run(fail, outcomes.take)
    qtbot.waitUntil(lambda: len(outcomes.found) == 1)
    assert outcomes.found == [Failure(kind=FailureKind.INTERNAL, reach=RequestReach.UNKNOWN)]
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [record.exc_info[0] for record in errors if record.exc_info] == [ZeroDivisionError]


def test_the_outcome_for_one_that_is_gone_is_dropped(
    qtbot: QtBot, service_worker: BackgroundWorker[Service], outcomes: Outcomes
) -> None:
    async def answer(_: Service) -> object:
        return 42

    asker = QObject()
    service_worker.start()
    service_worker.run(answer, outcomes.take, owner=asker)
    delete(asker)
    service_worker.run(answer, outcomes.take)
    qtbot.waitUntil(lambda: len(outcomes.found) > 0)
    assert outcomes.found == [Success(42)]


def test_one_that_fails_leaves_the_others_alone(
    qtbot: QtBot, service_worker: BackgroundWorker[Service], outcomes: Outcomes
) -> None:
    async def fail(_: Service) -> object:
        raise OperationFailed(Failure(kind=FailureKind.REFUSED))

    async def answer(_: Service) -> object:
        return 42

    service_worker.start()
    service_worker.run(forever, outcomes.take)
    service_worker.run(fail, outcomes.take)
    service_worker.run(answer, outcomes.take)
    qtbot.waitUntil(lambda: outcomes.found == [Failure(kind=FailureKind.REFUSED), Success(42)])


def test_what_is_cancelled_is_told_as_stopped_and_unknown(
    qtbot: QtBot, service_worker: BackgroundWorker[Service], outcomes: Outcomes
) -> None:
    service_worker.start()
    job = service_worker.run(forever, outcomes.take)
    job.cancel()
    job.cancel()
    qtbot.waitUntil(lambda: outcomes.found == [Failure(kind=FailureKind.STOPPED, reach=RequestReach.UNKNOWN)])


def test_cancelling_what_is_over_changes_nothing(
    qtbot: QtBot, service_worker: BackgroundWorker[Service], outcomes: Outcomes
) -> None:
    async def answer(_: Service) -> object:
        return 42

    service_worker.start()
    job = service_worker.run(answer, outcomes.take)
    qtbot.waitUntil(lambda: outcomes.found == [Success(42)])
    job.cancel()
    service_worker.run(answer, outcomes.take)
    qtbot.waitUntil(lambda: outcomes.found == [Success(42), Success(42)])


class Greeter:
    """An interface of the services, defined as a separate class."""

    async def greet(self, name: str, *, mark: str) -> str:
        raise NotImplementedError


def test_a_call_runs_the_method_that_the_services_have_by_that_name(
    qtbot: QtBot, qapp: QApplication, outcomes: Outcomes
) -> None:
    class Polite(Service, Greeter):
        async def greet(self, name: str, *, mark: str) -> str:
            assert threading.get_ident() == self.thread
            return f"hola {name}{mark}"

    worker: BackgroundWorker[Polite] = BackgroundWorker(Polite, qapp)
    worker.start()
    worker.run(call(Greeter.greet, "Ana", mark="!"), outcomes.take)
    qtbot.waitUntil(lambda: outcomes.found == [Success("hola Ana!")])
    assert worker.close(DEADLINE)


# Closing.


def test_closing_cancels_reads_lets_updates_finish_and_closes_the_services(
    qapp: QApplication, outcomes: Outcomes
) -> None:
    ended: list[str] = []
    begun = threading.Semaphore(0)
    services: list[Service] = []

    async def read(service: Service) -> object:
        services.append(service)
        begun.release()
        try:
            return await forever(service)
        except asyncio.CancelledError:
            ended.append("read cancelled")
            raise

    async def update(_: Service) -> object:
        begun.release()
        await asyncio.sleep(0.05)  # the server's time
        ended.append("update done")
        return None

    worker = BackgroundWorker(Service, qapp)
    worker.start()
    worker.run(read, outcomes.take)
    worker.run(update, outcomes.take, is_update=True)
    assert begun.acquire(timeout=DEADLINE)
    assert begun.acquire(timeout=DEADLINE)
    assert worker.close(DEADLINE)
    assert ended == ["read cancelled", "update done"]
    assert services[0].closed
    qapp.processEvents()
    assert outcomes.found == []


def test_closing_does_not_wait_longer_than_its_deadline_for_an_update(qapp: QApplication, outcomes: Outcomes) -> None:
    worker = BackgroundWorker(Service, qapp)
    worker.start()
    worker.run(forever, outcomes.take, is_update=True)
    assert worker.close(5.0)  # of which half a second is left for the end of the thread


def test_after_closing_nothing_more_is_taken(qapp: QApplication, outcomes: Outcomes) -> None:
    worker = BackgroundWorker(Service, qapp)
    worker.start()
    assert worker.close(DEADLINE)
    worker.run(forever, outcomes.take).cancel()
    qapp.processEvents()
    assert outcomes.found == []


def test_one_that_never_started_is_closed_at_once(qapp: QApplication, outcomes: Outcomes) -> None:
    worker = BackgroundWorker(Service, qapp)
    worker.run(forever, outcomes.take)
    assert worker.close(DEADLINE)


# Lanes.


def test_a_lane_works_on_a_thread_of_its_own_and_hands_errors_on(
    qtbot: QtBot, service_worker: BackgroundWorker[Service], outcomes: Outcomes
) -> None:
    lane = SingleThreadExecutor("test")

    async def work(service: Service) -> object:
        with pytest.raises(ZeroDivisionError):
            await lane(lambda: 1 // 0)
        thread = await lane(threading.get_ident)
        return thread not in (service.thread, threading.main_thread().ident)

    service_worker.start()
    service_worker.run(work, outcomes.take)
    qtbot.waitUntil(lambda: outcomes.found == [Success(True)])


def test_a_lane_that_is_stuck_does_not_hold_up_closing(qapp: QApplication, outcomes: Outcomes) -> None:
    lane, stuck, free = SingleThreadExecutor("test"), threading.Event(), threading.Event()

    def block() -> None:
        stuck.set()
        free.wait()

    async def work(_: Service) -> object:
        await lane(block)
        return None

    worker = BackgroundWorker(Service, qapp)
    worker.start()
    worker.run(work, outcomes.take)
    assert stuck.wait(DEADLINE)
    assert worker.close(DEADLINE)
    assert lane.is_busy
    assert is_blocking_work_left()
    free.set()


def test_a_lane_is_idle_once_its_outcome_is_known() -> None:
    async def use() -> None:
        lane = SingleThreadExecutor("test")
        for _ in range(500):
            await lane(threading.get_ident)
            assert not lane.is_busy
        with pytest.raises(ZeroDivisionError):
            await lane(lambda: 1 // 0)
        assert not lane.is_busy

    asyncio.run(use())


def test_a_lane_holds_no_work_that_is_done_and_its_thread_ends_with_it(qtbot: QtBot) -> None:
    lanes = [SingleThreadExecutor("short-lived")]

    class Large:
        """A result that the thread must not keep alive."""

    async def use() -> "weakref.ref[Large]":
        return weakref.ref(await lanes[0](Large))

    large = asyncio.run(use())
    qtbot.waitUntil(lambda: large() is None)
    assert [each for each in threading.enumerate() if each.name == "short-lived"]
    lanes.clear()
    qtbot.waitUntil(lambda: not [each for each in threading.enumerate() if each.name == "short-lived"])


def test_nothing_more_is_started_while_the_last_updates_are_waited_for(qapp: QApplication) -> None:
    begun = threading.Semaphore(0)
    seen: list[bool] = []

    async def update(service: Service) -> object:
        begun.release()
        await service.closing_begun.wait()
        seen.append(service.closed)
        return None

    worker = BackgroundWorker(Service, qapp)
    worker.start()
    worker.run(update, is_update=True)
    assert begun.acquire(timeout=DEADLINE)
    assert worker.close(DEADLINE)
    assert seen == [False]
