"""The program's window in this process, driven by keys, with probes for painting and the event loop."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path

import httpx
from PySide6.QtCore import QDeadlineTimer, QElapsedTimer, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from caseeditor.app import App
from caseeditor.domain.case.reference import Server
from caseeditor.domain.timeouts import Timing
from caseeditor.startup import Options
from caseeditor.ui.state.session import Session
from tests.benchmarks.gateway import TOKEN

PATIENCE = 60_000
"""ms."""


class Ticker(QObject):
    """Ticks every ms in the running program and records the longest gap (ms) between two ticks.

    `busiest` is the most processor time of the window's thread between two ticks. It excludes other programs on the
    machine, and waiting.
    """

    def __init__(self) -> None:
        super().__init__()
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._cpu = 0.0
        self.longest = self.busiest = 0.0

    def start(self) -> None:
        self.longest = self.busiest = 0.0
        self._cpu = time.thread_time()
        self._since.start()
        self._timer.start(1)

    def stop(self) -> float:
        self._on_tick()
        self._timer.stop()
        return self.longest

    def _on_tick(self) -> None:
        self.longest = max(self.longest, self._since.nsecsElapsed() / 1e6)
        self._since.restart()
        cpu = time.thread_time()
        self.busiest, self._cpu = max(self.busiest, (cpu - self._cpu) * 1000), cpu


class Painted(QObject):
    """Records when a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        self._widget = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        self._widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False

    def end(self) -> None:
        self._widget.removeEventFilter(self)
        self.deleteLater()


class Probe:
    """One running program, signed in with the keyring's token."""

    def __init__(self, server: str, data: Path, *, settled: int) -> None:
        self.server = Server(server)
        self.app = App(Options(data_dir=data, server=self.server), Timing())
        self.window, self.workspace = self.app.window, self.app.workspace
        self.app.show()
        self.wait(lambda: bool(self.workspace.account.user))
        self.window.activateWindow()
        self.rest(settled)

    def close(self) -> None:
        for session in list(self.workspace.sessions.values()):
            session.editor.discard()
        self.app.shut_down()

    def wait(self, seen: Callable[[], bool]) -> None:
        """Run Qt's loop until a condition holds."""
        loop, late = QEventLoop(), QDeadlineTimer(PATIENCE)
        wake = QTimer()
        wake.start(20)
        while not seen():
            if late.hasExpired():
                raise TimeoutError(self.window.status_text())
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def rest(self, milliseconds: int) -> None:
        late = QDeadlineTimer(milliseconds)
        self.wait(late.hasExpired)

    def until_painted(self, widget: QWidget, act: Callable[[], object]) -> float:
        """Perform an action; returns the ms until the widget that shows its result was painted."""
        painted = Painted(widget)
        began = time.perf_counter()
        act()
        self.wait(lambda: painted.seen)
        took = (time.perf_counter() - began) * 1000
        painted.end()
        return took

    def open(self, case_id: int) -> float:
        """Open a case by its id; returns the ms from Enter until the case is painted and the window's title set."""
        self.window.address.entry.setText(str(case_id))
        began = time.perf_counter()
        QTest.keyClick(self.window.address.entry, Qt.Key.Key_Return)
        self.wait(lambda: f"– {case_id} –" in self.window.windowTitle())
        return (time.perf_counter() - began) * 1000

    def session(self) -> Session:
        view = self.window.current_view()
        if view is None:
            raise LookupError
        return view.session

    def leave(self) -> None:
        """Close the open case and discard its changes."""
        self.session().editor.discard()
        self.window.closing.close_session(self.session())
        self.wait(lambda: not self.workspace.sessions)
        self.rest(50)


class BareCalls:
    """Bare httpx on a persistent connection."""

    def __init__(self, server: str) -> None:
        self._url = f"{server}/api/v2/case"
        self._loop = asyncio.new_event_loop()
        self._client = httpx.AsyncClient(headers={"Accept-Encoding": "identity"})

    def get(self, case_id: int) -> float:
        """Return the ms of reading a case's bytes."""
        return self._timed(self._get(case_id))

    def body(self, case_id: int) -> bytes:
        return self._loop.run_until_complete(self._get(case_id))

    def submit(self, case_id: int, **fields: str) -> float:
        """Return the minimum ms of a delivery: reading the case and sending the change."""

        async def both() -> None:
            await self._get(case_id)
            data = {**fields, "access_token": TOKEN}
            (await self._client.post(f"{self._url}/{case_id}", data=data)).read()

        return self._timed(both())

    async def _get(self, case_id: int) -> bytes:
        return (await self._client.get(f"{self._url}/{case_id}", params={"access_token": TOKEN})).read()

    def _timed(self, work: Coroutine[object, object, object]) -> float:
        began = time.perf_counter()
        self._loop.run_until_complete(work)
        return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        with closing(self._loop):
            self._loop.run_until_complete(self._client.aclose())
