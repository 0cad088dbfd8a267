"""A case that was left with *Submit and next* stays if the agent saw or edited it before the server's answer."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseeditor.domain.timeouts import Timing
from tests.support.case_stock import CaseStock
from tests.ui.next_cases import Ctrl, HoldingServer, in_front, left
from tests.ui.parts import TIMING, AppFixture, field, focused, key, line, press, typed

LEFT = 203


@pytest.fixture
def timing() -> Timing:
    """No answer counts as late, however long this machine takes."""
    return msgspec.structs.replace(TIMING, reading=60, updating=60)


@pytest.fixture
def server(case_stock: CaseStock) -> Iterator[HoldingServer]:
    with HoldingServer(pace=0.05, cases=case_stock.copy()) as running:
        yield running


def test_a_stored_case_leaves_what_is_typed_in_the_next_one_alone(
    qtbot: QtBot, app: AppFixture, server: HoldingServer
) -> None:
    left(qtbot, app, LEFT)
    field("New note", app.window).setFocus()
    typed("hol")
    place = focused()
    server.free.set()
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    assert focused() is place
    typed("a")
    assert app.session.edit.note_text == "hola"


def test_a_case_that_is_in_front_again_stays(qtbot: QtBot, app: AppFixture, server: HoldingServer) -> None:
    left(qtbot, app, LEFT)
    line("Case id or link", app.window).setText(str(LEFT))
    press("Open case", app.window)
    session = in_front(qtbot, app, LEFT)
    server.free.set()
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert app.session is session
    assert app.tabs == [str(LEFT), "210"]


def test_a_case_that_was_seen_again_stays_also_behind_another_one(
    qtbot: QtBot, app: AppFixture, server: HoldingServer
) -> None:
    left(qtbot, app, LEFT)
    key(Qt.Key.Key_PageUp, Ctrl)
    key(Qt.Key.Key_PageDown, Ctrl)
    server.free.set()
    qtbot.waitUntil(lambda: app.status.startswith(f"Case {LEFT} stored at "))
    assert app.tabs == [str(LEFT), "210"]


def test_a_case_that_was_edited_since_stays(qtbot: QtBot, app: AppFixture, server: HoldingServer) -> None:
    left(qtbot, app, LEFT)
    session = next(iter(app.workspace.sessions.values()))
    session.editor.set_note_text("más")
    server.free.set()
    qtbot.waitUntil(lambda: app.status.startswith(f"Case {LEFT} stored at "))
    assert app.tabs == [str(LEFT), "210"]
    assert session.edit.note_text == "más"
