"""A day's cases worked in a row by keyboard, faster than the server answers."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseeditor.demo.responses import Answer
from caseeditor.demo.server import DemoServer, Request
from caseeditor.domain.timeouts import Timing
from tests.support.case_stock import CaseStock
from tests.ui.case.submit.test_submit import posts
from tests.ui.case_lists.test_search import found
from tests.ui.next_cases import (
    HoldingServer,
    in_front,
    outbox_button,
    sessions_in_memory,
    stored_notes,
    submit_and_next,
)
from tests.ui.parts import TIMING, AppFixture, field, key, typed, view

CASES, REST, FIRST = 150, 50, 1_099_999
"""The number of cases, of those between two rests, and the first one of the list."""
HELD = 10
"""The number of updates that wait for the server at the start of each round."""
IN_MEMORY = 2
"""The sessions at rest: of the case in front, and the one prepared for the next case."""
_PACE = 0.025
"""The scale of all waiting times here, the program's and the server's."""
_LATENCY = 2 * _PACE


class SlowServer(HoldingServer):
    """Answers each request about a case late, too."""

    def answer(self, request: Request, params: list[tuple[str, str]]) -> Answer:
        answer = super().answer(request, params)
        is_about_case = request.path.startswith("/api/v2/case/")
        return msgspec.structs.replace(answer, wait=answer.wait + _LATENCY) if is_about_case else answer


@pytest.fixture
def timing() -> Timing:
    """No answer counts as late, however long this machine takes."""
    return msgspec.structs.replace(TIMING, reading=60, updating=60)


@pytest.fixture
def server(case_stock: CaseStock) -> Iterator[DemoServer]:
    with SlowServer(pace=_PACE, cases=case_stock.copy()) as running:
        yield running


def test_no_tab_is_left_and_no_note_is_lost_or_doubled(qtbot: QtBot, app: AppFixture, server: SlowServer) -> None:
    cases = view("Cases found", found(qtbot, app, Campaign_ID="100000"))
    cases.setFocus()
    cases.setCurrentIndex(cases.model().index(0, 0))
    key(Qt.Key.Key_Return)
    widgets = []
    for done in range(CASES):
        in_front(qtbot, app, FIRST - done)
        field("New note", app.window).setFocus()
        typed(f"note {done}")
        if done % REST == HELD:
            assert app.tabs == [str(FIRST - each) for each in range(done - HELD, done + 1)]
            server.free.set()
        submit_and_next()
        if (done + 1) % REST == 0:
            in_front(qtbot, app, FIRST - done - 1)
            qtbot.waitUntil(lambda: len(app.tabs) == 1)
            qtbot.waitUntil(lambda: sessions_in_memory(app) == IN_MEMORY)
            widgets.append(len(QApplication.allWidgets()))
            server.free.clear()
    assert app.tabs == [str(FIRST - CASES)]
    assert outbox_button(app).accessibleName() == "All changes sent"
    assert [stored_notes(server, FIRST - done).count(f"note {done}") for done in range(CASES)] == [1] * CASES
    assert len(posts(server)) == CASES
    assert max(widgets) - min(widgets) < REST, widgets  # they differ by the tags of the case in front
