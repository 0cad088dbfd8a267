"""A left case closes by itself also after a restart, and after other tabs were closed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseeditor.demo.server import DemoServer
from tests.support.case_stock import CaseStock
from tests.ui.main_window.test_left_cases import LOST, REJECTED, SLOW, marked
from tests.ui.next_cases import Ctrl, in_front, left, outbox_button, stored_notes
from tests.ui.parts import AppFixture, Restart, field, key

LATE = 9014
"""The server stores a change of this case a while after it dropped the connection."""


@pytest.fixture
def server(case_stock: CaseStock) -> Iterator[DemoServer]:
    """Set up a server whose slow answers come after the next steps, on a busy machine, too."""
    with DemoServer(pace=0.2, cases=case_stock.copy()) as running:
        yield running


def test_a_case_whose_answer_comes_after_a_restart_closes_by_itself(
    qtbot: QtBot, app: AppFixture, restart: Restart, server: DemoServer
) -> None:
    left(qtbot, app, LATE)
    again = restart()
    in_front(qtbot, again, 210)
    assert again.tabs == [str(LATE), "210"]
    qtbot.waitUntil(lambda: again.tabs == ["210"])
    assert stored_notes(server, LATE).count("llamar") == 1
    assert again.status.startswith(f"Case {LATE} stored at ")


def test_a_case_that_was_stored_while_the_tab_could_not_close_is_not_restored(
    qtbot: QtBot, app: AppFixture, restart: Restart, server: DemoServer
) -> None:
    """The program ends right after the answer, before the tabs are saved again."""
    left(qtbot, app, SLOW)
    tabs = app.workspace.cases._tabs  # noqa: SLF001 - as if the program had ended here
    tabs._kept = None  # noqa: SLF001
    qtbot.waitUntil(lambda: app.tabs == ["210"])
    again = restart()
    in_front(qtbot, again, 210)
    assert again.tabs == ["210"]
    assert stored_notes(server, SLOW).count("llamar") == 1


def test_a_left_case_that_needs_the_agent_says_so_after_a_restart(
    qtbot: QtBot, app: AppFixture, restart: Restart
) -> None:
    left(qtbot, app, LOST)
    qtbot.waitUntil(lambda: outbox_button(app).accessibleName() == "1 needs you")
    again = restart()
    in_front(qtbot, again, 210)
    qtbot.waitUntil(lambda: outbox_button(again).accessibleName() == "1 needs you")
    assert [title.startswith(f"● {LOST}") for title in marked(again)] == [True]


def test_a_rejected_case_is_restored_with_its_draft(qtbot: QtBot, app: AppFixture, restart: Restart) -> None:
    left(qtbot, app, REJECTED)
    qtbot.waitUntil(lambda: outbox_button(app).accessibleName() == "1 needs you")
    again = restart()
    in_front(qtbot, again, 210)
    assert again.tabs == [str(REJECTED), "210"]
    key(Qt.Key.Key_PageUp, Ctrl)
    assert in_front(qtbot, again, REJECTED).list_changes()


def test_a_left_case_that_was_edited_since_is_restored_and_stays(
    qtbot: QtBot, app: AppFixture, restart: Restart
) -> None:
    left(qtbot, app, LATE)
    session = next(iter(app.workspace.sessions.values()))
    session.editor.set_note_text("más")
    again = restart()
    in_front(qtbot, again, 210)
    qtbot.waitUntil(lambda: again.status.startswith(f"Case {LATE} stored at "))
    assert again.tabs == [str(LATE), "210"]


def test_a_left_case_that_comes_forward_because_another_was_closed_still_closes(
    qtbot: QtBot, app: AppFixture, server: DemoServer
) -> None:
    left(qtbot, app, SLOW)
    key(Qt.Key.Key_W, Ctrl)
    in_front(qtbot, app, SLOW)
    qtbot.waitUntil(lambda: app.tabs == [])
    assert stored_notes(server, SLOW).count("llamar") == 1


def test_it_stays_if_the_agent_does_something_there(qtbot: QtBot, app: AppFixture) -> None:
    left(qtbot, app, SLOW)
    key(Qt.Key.Key_W, Ctrl)
    in_front(qtbot, app, SLOW)
    field("New note", app.window).setFocus()
    key(Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: app.status.startswith("Submitted: stored at "))
    assert app.tabs == [str(SLOW)]
