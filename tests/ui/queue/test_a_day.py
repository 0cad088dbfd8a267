"""A day's cases worked in a row from the queue, faster than the server answers: it takes 2 s for each request."""

import mmap
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseeditor.demo.responses import Answer
from caseeditor.demo.server import Request
from caseeditor.domain.local.saved_queues import SavedQueue
from caseeditor.domain.timeouts import Timing
from tests.support.case_stock import CaseStock
from tests.ui.case.submit.test_submit import posts
from tests.ui.next_cases import (
    HoldingServer,
    in_front,
    outbox_button,
    sessions_in_memory,
    stored_notes,
    submit_and_next,
)
from tests.ui.parts import TIMING, AppFixture, field, key, typed
from tests.ui.queue.listing import pane
from tests.ui.queue.test_queue import queue_list

CASES, REST = 150, 50
"""The number of cases, and of those between two rests."""
HELD = 3
"""The number of updates that wait for the server at the start of each round."""
IN_MEMORY = 2
"""The sessions at rest: of the case in front, and the one prepared for the next case."""
LATENCY = 2 * TIMING.updating / Timing().updating
"""2 s, at the scale of the program's deadline for an update here."""
MOST_BLOCKS, MOST_BYTES = 50_000, 8_000_000
"""Growth of memory in 100 cases: blocks of Python, and bytes of the process. The server in it grows too."""


class SlowServer(HoldingServer):
    """Answers each request late, too."""

    def answer(self, request: Request, params: list[tuple[str, str]]) -> Answer:
        answer = super().answer(request, params)
        return msgspec.structs.replace(answer, wait=answer.wait + LATENCY)


@pytest.fixture
def timing() -> Timing:
    """Refresh the queue every few cases; no answer counts as late."""
    return msgspec.structs.replace(TIMING, queue_refresh=1.0, reading=60, updating=60)


@pytest.fixture
def server(case_stock: CaseStock) -> Iterator[SlowServer]:
    with SlowServer(pace=0.05, cases=case_stock.copy()) as running:
        yield running


class Memory(NamedTuple):
    """Numbers of widgets and Python's blocks of memory, and bytes of the process."""

    widgets: int
    blocks: int
    resident: int

    @classmethod
    def now(cls) -> "Memory":
        return cls(len(QApplication.allWidgets()), sys.getallocatedblocks(), resident())


def resident() -> int:
    """Return the bytes of this process in memory; 0 where the system has no file that tells."""
    file = Path("/proc/self/statm")
    return int(file.read_text(encoding="ascii").split()[1]) * mmap.PAGESIZE if file.exists() else 0


def test_no_tab_is_left_and_no_note_is_lost_or_doubled(qtbot: QtBot, app: AppFixture, server: SlowServer) -> None:
    queue = pane(qtbot, app)
    queue.queues.save(SavedQueue("Day", {"campaign_id": "100000", "order_by": "update_date", "order_dir": "DESC"}))
    pane(qtbot, app)
    ids = [int(case_id) for case_id in queue.model.ids()]
    assert len(ids) == 1000
    shown = queue_list(app)
    shown.setFocus()
    shown.setCurrentIndex(queue.model.index(0))
    key(Qt.Key.Key_Return)
    rests: list[Memory] = []
    for done in range(CASES):
        in_front(qtbot, app, ids[done])
        field("New note", app.window).setFocus()
        typed(f"note {done}")
        if done % REST == HELD:
            assert app.tabs == [str(id_) for id_ in ids[done - HELD : done + 1]]
            server.free.set()
        submit_and_next()
        if (done + 1) % REST == 0:
            in_front(qtbot, app, ids[done + 1])
            qtbot.waitUntil(lambda: len(app.tabs) == 1)
            qtbot.waitUntil(lambda: sessions_in_memory(app) == IN_MEMORY)
            rests.append(Memory.now())
            server.free.clear()
    assert any("updated_since" in dict(each.params) for each in server.requests), "the queue was not refreshed"
    assert app.tabs == [str(ids[CASES])]
    assert outbox_button(app).accessibleName() == "All changes sent"
    assert [stored_notes(server, ids[done]).count(f"note {done}") for done in range(CASES)] == [1] * CASES
    assert len(posts(server)) == CASES
    first, *_, last = rests
    assert abs(last.widgets - first.widgets) < REST, rests  # they differ by the tags of the case in front
    assert last.blocks - first.blocks < MOST_BLOCKS, rests
    assert last.resident - first.resident < MOST_BYTES, rests
