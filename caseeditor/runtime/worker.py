"""The worker threads. Outside the demo, no other module creates threads.

One QThread runs an asyncio loop with all services. The window names a method of `domain.backend` and its arguments,
and gets the outcome on the GUI thread. Blocking work (keyring, disk) runs on single-thread executors, which the loop
awaits.
"""

import collections
import logging
import queue
import threading
import weakref
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from operator import methodcaller
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

import msgspec
from PySide6.QtCore import QObject, QThread, Signal, Slot
from shiboken6 import isValid

from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed, RequestReach

if TYPE_CHECKING:
    import asyncio

P = ParamSpec("P")
S_co = TypeVar("S_co", bound="Closable", covariant=True)
S = TypeVar("S")
T = TypeVar("T")
log = logging.getLogger(__name__)


class Closable(Protocol):
    """An object that lives on the loop and is closed at its end."""

    def begin_closing(self) -> None:
        """Start nothing more; the last jobs are let finish before `close`."""

    async def close(self, deadline: float) -> None: ...


class Success(msgspec.Struct, Generic[T], frozen=True):
    """The outcome of a successful job."""

    value: T


Outcome = Success[T] | Failure
"""The outcome of a job. A cancelled job gives a Failure of kind STOPPED with unknown reach."""


class _BlockingThread(threading.Thread):
    """Runs functions, one at a time, until it takes a None. References, while idle, none of them."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name, daemon=True)
        self._queued: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._given = 0  # counted on the loop's thread alone
        self._ended = 0  # counted on this thread alone

    def give(self, function: Callable[[], None]) -> None:
        self._given += 1
        self._queued.put(function)

    def end(self) -> None:
        self._queued.put(None)

    def run(self) -> None:
        while function := self._queued.get():
            function()
            del function

    def count_ended(self) -> None:
        self._ended += 1

    @property
    def is_busy(self) -> bool:
        return self._ended < self._given


def is_blocking_work_left() -> bool:
    """Tell whether a function still runs on the thread of any executor.

    Then the interpreter must not be finalised: it ends such a thread wherever it is, and within a library in Rust or
    C++ that aborts the process.
    """
    return any(isinstance(thread, _BlockingThread) and thread.is_busy for thread in threading.enumerate())


class SingleThreadExecutor:
    """A thread for blocking work, one function at a time. If it hangs at the end, it is left behind.

    The thread ends with the executor, and doesn't reference it.
    """

    def __init__(self, name: str) -> None:
        self._thread = _BlockingThread(name)
        self._thread.start()
        weakref.finalize(self, self._thread.end).atexit = False

    @property
    def is_busy(self) -> bool:
        """Whether a function runs or waits. False once its outcome is known."""
        return self._thread.is_busy

    def end(self) -> None:
        """End the thread after the queued work."""
        self._thread.end()

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]:
        """Run a function on this thread; awaited on the loop. Cancelling stops the wait, not the function."""
        import asyncio  # noqa: PLC0415 - slow to import, and only the loop's thread gets here

        loop, thread = asyncio.get_running_loop(), self._thread
        done: asyncio.Future[T] = loop.create_future()

        def settle(value: T | None, error: BaseException | None) -> None:
            if done.done():
                return
            if error is None:
                done.set_result(value)  # type: ignore[arg-type]  # the work's own value
            else:
                done.set_exception(error)

        def run() -> None:
            value, error = None, None
            try:
                value = work()
            except BaseException as raised:  # noqa: BLE001 - raised again where it is awaited
                error = raised
            thread.count_ended()  # before anyone hears of it: who closes next must find it idle
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, value, error)

        thread.give(run)
        return done


async def _look_up(*address: Any, **options: Any) -> list[Any]:  # noqa: ANN401 - socket.getaddrinfo's arguments
    import socket  # noqa: PLC0415 - slow to import, and only the loop's thread gets here

    lane = SingleThreadExecutor("names")
    try:
        return await lane(lambda: socket.getaddrinfo(*address, **options))
    finally:
        lane.end()


class Job:
    """A coroutine on the worker's loop, from the window's point of view. Belongs to the GUI thread."""

    def __init__(self, cancel: "Callable[[Job], None]", *, is_update: bool, owner: QObject | None) -> None:
        self._cancel = cancel
        self.is_update = is_update
        self.owner = owner

    def cancel(self) -> None:
        """Cancel the coroutine. The outcome is still delivered."""
        self._cancel(self)


class _Arrival(msgspec.Struct, frozen=True):
    job: Any
    outcome: Any


def call(
    method: Callable[Concatenate[S, P], Coroutine[Any, Any, T]], /, *args: P.args, **kwargs: P.kwargs
) -> Callable[[S], Coroutine[Any, Any, T]]:
    """Bind arguments to a method of the services, for BackgroundWorker.run.

    The method may be that of an interface: it is looked up by its name in the services, on the worker thread.
    """
    return methodcaller(method.__name__, *args, **kwargs)


class _Thread(QThread):
    """The thread on which a loop runs."""

    def __init__(self, loop: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        # Without a name, Qt names the new thread by its class and asks PySide for that name on the new thread, without
        # the interpreter lock. One in a thousand starts crashed there.
        self.setObjectName("worker")
        self._loop = loop

    def run(self) -> None:
        """Run the loop; Qt calls this on the new thread."""
        self._loop()


class BackgroundWorker(QObject, Generic[S_co]):
    """The worker thread. Public methods are called on the GUI thread, `start` first.

    `build` creates the services on the worker thread, inside its running loop, so that slow imports happen there.
    """

    news = Signal(object)
    """Unrequested news from the services; an immutable value."""
    arrived = Signal(object)
    """The outcome of work, before it is given to its caller on the GUI thread."""

    def __init__(self, build: Callable[[], S_co], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self._thread = _Thread(self._run_loop, self)
        self._inbox: collections.deque[Callable[[S_co], None]] = collections.deque()
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._services: S_co | None = None
        self._tasks: dict[Job, asyncio.Task[Any]] = {}
        self._then: dict[Job, Callable[[Any], None]] = {}
        self._closing = False
        self.arrived.connect(self._deliver)

    def start(self) -> None:
        """Start the thread, which builds the services and takes the work that is queued."""
        self._thread.start()

    def run(
        self,
        work: Callable[[S_co], Coroutine[Any, Any, T]],
        then: Callable[[Outcome[T]], None] | None = None,
        *,
        is_update: bool = False,
        owner: QObject | None = None,
    ) -> Job:
        """Run a method of the services (see `call`); `then` gets its outcome on the GUI thread, once.

        An update is let finish when the program closes, within the deadline; anything else is cancelled. The outcome
        is dropped when `owner` was deleted meanwhile.
        """
        job = Job(self._cancel, is_update=is_update, owner=owner)
        if self._closing:
            return job
        if then:
            self._then[job] = then
        self._post(partial(self._start_job, job, work))
        return job

    def close(self, deadline: float) -> bool:
        """Accept no more work, cancel reads, let updates finish, and stop the loop, within `deadline` seconds.

        Returns whether the thread has ended. Otherwise it hangs in the system and must be left behind.
        """
        self._closing = True
        self._then.clear()
        self._post(partial(self._finish, deadline * 0.9))
        return self._thread.wait(int(deadline * 1000))

    def publish(self, news: object) -> None:
        """Emit `news` on the GUI thread; called on the worker thread."""
        self.news.emit(news)

    def _post(self, each: Callable[[S_co], None]) -> None:
        with self._lock:
            if self._loop is None or self._services is None:
                self._inbox.append(each)
            else:
                self._loop.call_soon_threadsafe(each, self._services)

    # On the worker thread.

    def _run_loop(self) -> None:
        import asyncio  # noqa: PLC0415 - slow to import: after the window is up

        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        loop.getaddrinfo = _look_up  # type: ignore[method-assign]  # a thread each: one that hangs holds up nothing
        loop.set_exception_handler(lambda _, context: log.error("loop: %s", context.get("message")))
        self._ended = loop.create_future()
        try:
            loop.run_until_complete(self._work(loop))
        finally:
            with self._lock:
                self._loop = None
            loop.close()

    async def _work(self, loop: "asyncio.AbstractEventLoop") -> None:
        services = self._build()
        with self._lock:
            self._services, self._loop = services, loop
            waiting, self._inbox = self._inbox, collections.deque()
        for each in waiting:
            each(services)
        await self._ended

    def _start_job(self, job: Job, work: Callable[[Any], Coroutine[Any, Any, Any]], services: Closable) -> None:
        import asyncio  # noqa: PLC0415 - as above

        task = asyncio.get_running_loop().create_task(work(services))
        self._tasks[job] = task
        task.add_done_callback(lambda ended: self._end(job, ended))

    def _end(self, job: Job, task: "asyncio.Task[Any]") -> None:
        self._tasks.pop(job, None)
        outcome: Outcome[Any]
        if task.cancelled():
            outcome = Failure(kind=FailureKind.STOPPED, reach=RequestReach.UNKNOWN)
        elif (error := task.exception()) is None:
            outcome = Success(task.result())
        elif isinstance(error, OperationFailed):
            outcome = error.failure
        else:  # the thread's boundary: logged, and reported in the window
            log.error("job failed", exc_info=error)
            outcome = Failure(kind=FailureKind.INTERNAL, reach=RequestReach.UNKNOWN)
        self.arrived.emit(_Arrival(job, outcome))

    def _finish(self, deadline: float, services: Closable) -> None:
        import asyncio  # noqa: PLC0415 - as above

        loop = asyncio.get_running_loop()
        ends = loop.time() + deadline

        async def finish() -> None:
            services.begin_closing()
            tasks = dict(self._tasks)
            for job, task in tasks.items():
                if not job.is_update:
                    task.cancel()
            if tasks:
                await asyncio.wait(tasks.values(), timeout=deadline)
            for task in tasks.values():
                task.cancel()
            await asyncio.gather(*tasks.values(), return_exceptions=True)
            await services.close(max(ends - loop.time(), 0.1))
            self._ended.set_result(None)

        self._finishing = loop.create_task(finish())

    # On the GUI thread.

    def _cancel(self, job: Job) -> None:
        def stop(_: Closable) -> None:
            if task := self._tasks.get(job):
                task.cancel()

        self._post(stop)

    @Slot(object)
    def _deliver(self, arrival: _Arrival) -> None:
        job: Job = arrival.job
        then = self._then.pop(job, None)
        if then and (job.owner is None or isValid(job.owner)):
            then(arrival.outcome)
