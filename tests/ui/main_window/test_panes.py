"""Panes: as wide as their text, unless the agent resized them."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.local.settings import Settings
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from caseeditor.ui.case.attributes.table_view import AttributeTable
from caseeditor.ui.case.columns import CaseColumns
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.main_window.panes.pane_widths import PaneWidths, fit_screen
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.style.appearance import Looks
from tests.ui.parts import TIMING, AppFixture, find, focused, is_there, key, opened, press, side_of, view
from tests.ui.style.test_appearance import following, looks

__all__ = ["following", "looks"]


_SCREEN = 800
"""Size of the offscreen screen, in pixels."""


def width(window: MainWindow) -> int:
    """Return the width of the pane at the left."""
    return window.panes.lists_dock.width()


def widths(window: MainWindow) -> tuple[int, int]:
    """Return the widths of that pane and of the column beside the case."""
    return width(window), side_of(window).width()


def are(window: MainWindow, left: float, right: float) -> bool:
    """Tell whether both have these widths, except for rounding."""
    return widths(window) == pytest.approx((left, right), abs=4)


def drag_column(window: MainWindow, width: int) -> None:
    """Drag the edge of the column beside the case."""
    columns = window.findChildren(CaseColumns)[0]
    grip = next(each for each in columns.children() if isinstance(each, QWidget) and each.width() < 10)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(grip, grip.mapFromGlobal(columns.mapToGlobal(QPoint(columns.width() - width, 300))))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)


def middle(window: MainWindow) -> QWidget:
    found = window.centralWidget()
    assert found is not None
    return found


def drag(window: QMainWindow, width: int, *docks: QDockWidget) -> None:
    """Resize the panes of one side, as by dragging their edge."""
    window.resizeDocks(docks, [width] * len(docks), Qt.Orientation.Horizontal)


@pytest.fixture
def started(qtbot: QtBot, looks: Looks, stranger: BackgroundWorker[Backend]) -> Callable[[Settings], MainWindow]:
    """Show the window with these settings, without a case."""

    def make(settings: Settings) -> MainWindow:
        looks.apply(settings)
        window = MainWindow(Workspace(stranger, settings, TIMING))
        qtbot.addWidget(window, before_close_func=lambda _: window.closing.close_at_once())
        window.show()
        qtbot.waitExposed(window)
        return window

    return make


@pytest.mark.parametrize("size", [150, 200])
def test_the_first_start_with_large_text_has_panes_as_much_wider(
    started: Callable[[Settings], MainWindow], size: int
) -> None:
    usual = width(started(Settings()))
    assert width(started(Settings(text_size=size))) == pytest.approx(usual * size / 100, abs=4)


@pytest.mark.parametrize("size", [125, 150, 200])
def test_panes_grow_and_shrink_with_the_text(qtbot: QtBot, following: AppFixture, size: int) -> None:
    window = following.window
    opened(qtbot, following, 203)
    window.resize(3600, 900)  # wide with any of these texts
    letter = QFontMetricsF(window.font()).averageCharWidth()
    qtbot.waitUntil(lambda: are(window, 52 * letter, 58 * letter))
    left, right = widths(window)
    following.workspace.settings_store.change(text_size=size)
    qtbot.waitUntil(lambda: are(window, left * size / 100, right * size / 100))
    following.workspace.settings_store.change(text_size=100)
    qtbot.waitUntil(lambda: are(window, left, right))


def test_a_width_that_the_agent_set_is_kept_in_proportion(qtbot: QtBot, following: AppFixture) -> None:
    window = following.window
    window.resize(2400, 900)
    opened(qtbot, following, 203)
    drag_column(window, 400)
    drag(window, 320, window.panes.lists_dock, window.panes.outbox_dock)
    qtbot.waitUntil(lambda: are(window, 320, 400))
    following.workspace.settings_store.change(text_size=150)
    qtbot.waitUntil(lambda: are(window, 480, 600))
    drag_column(window, 450)
    qtbot.waitUntil(lambda: are(window, 480, 450))
    following.workspace.settings_store.change(text_size=100)
    qtbot.waitUntil(lambda: are(window, 320, 300))


def test_panes_that_had_to_make_room_are_as_wide_as_before_when_there_is_room(
    qtbot: QtBot, following: AppFixture
) -> None:
    window = following.window
    opened(qtbot, following, 203)
    window.setFixedWidth(1394)
    left, right = widths(window)
    following.workspace.settings_store.change(text_size=200)
    qtbot.waitUntil(lambda: middle(window).width() >= middle(window).sizeHint().width() > 700)
    assert width(window) < 2 * left
    qtbot.waitUntil(side_of(window).isHidden)
    following.workspace.settings_store.change(text_size=100)
    qtbot.waitUntil(lambda: are(window, left, right) and side_of(window).isVisible())


def test_panes_give_way_to_a_narrow_window_and_have_their_widths_again_in_a_wide_one(
    qtbot: QtBot, following: AppFixture
) -> None:
    window = following.window
    window.resize(1600, 800)
    opened(qtbot, following, 203)
    drag(window, 420, window.panes.lists_dock, window.panes.outbox_dock)
    drag_column(window, 360)
    qtbot.waitUntil(lambda: are(window, 420, 360))
    window.resize(780, 800)
    qtbot.waitUntil(lambda: width(window) < 320)
    window.resize(1600, 800)
    qtbot.waitUntil(lambda: are(window, 420, 360))


def test_a_pane_that_made_room_has_its_width_again_right_after(qtbot: QtBot) -> None:
    window, dock = QMainWindow(), QDockWidget()
    qtbot.addWidget(window)
    dock.setWidget(QWidget())
    window.setCentralWidget(QWidget())
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.show()
    qtbot.waitExposed(window)
    PaneWidths(window, [dock])
    window.resize(1200, 500)
    QApplication.processEvents()
    drag(window, 420, dock)
    qtbot.waitUntil(lambda: dock.width() == 420)
    window.resize(600, 500)
    qtbot.waitUntil(lambda: dock.width() < 400)
    window.resize(1200, 500)
    qtbot.waitUntil(lambda: dock.width() == 420)


def test_a_wide_window_has_wider_panes_until_the_agent_sets_a_width(qtbot: QtBot, following: AppFixture) -> None:
    window = following.window
    window.resize(1366, 800)
    opened(qtbot, following, 203)
    letter = QFontMetricsF(window.font()).averageCharWidth()
    qtbot.waitUntil(lambda: are(window, 43 * letter, 46 * letter))
    window.resize(1920, 800)
    qtbot.waitUntil(lambda: are(window, 52 * letter, 58 * letter))
    drag(window, 333, window.panes.lists_dock, window.panes.outbox_dock)
    drag_column(window, 350)
    window.resize(2200, 800)
    window.resize(1366, 800)
    qtbot.waitUntil(lambda: are(window, 333, 350))


# The column beside the case.


def test_below_900_pixels_the_column_is_folded_into_a_button(qtbot: QtBot, following: AppFixture) -> None:
    window = following.window
    window.resize(1100, 800)
    opened(qtbot, following, 203)
    qtbot.waitUntil(side_of(window).isVisible)
    assert not is_there("Contact and attributes", window)
    window.resize(780, 800)
    qtbot.waitUntil(side_of(window).isHidden)
    table, footer = side_of(window).findChildren(AttributeTable)[0], find(QPushButton, "Submit", window)
    press("Contact and attributes", window)
    assert table.isVisible()
    assert side_of(window).mapTo(window, side_of(window).rect().bottomLeft()).y() < footer.mapTo(window, QPoint()).y()
    press("Contact and attributes", window)
    assert not table.isVisible()
    key(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)  # begins an attribute
    assert side_of(window).isAncestorOf(focused())
    window.resize(1100, 800)
    qtbot.waitUntil(lambda: not is_there("Contact and attributes", window))
    assert side_of(window).isVisible()


def test_the_column_is_hidden_from_the_menu_in_all_cases_and_at_the_next_start(
    qtbot: QtBot, window: MainWindow, app: AppFixture
) -> None:
    assert side_of(window).isVisible()
    app.workspace.settings_store.change(side_shown=False)
    assert side_of(window).isHidden()
    opened(qtbot, app, 210)
    assert side_of(window).isHidden()
    key(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)  # begins an attribute
    assert side_of(window).isAncestorOf(focused())
    press("Contact and attributes", window)
    assert side_of(window).isHidden()
    app.workspace.settings_store.change(side_shown=True)
    assert side_of(window).isVisible()


def test_attributes_can_be_beside_the_notes(qtbot: QtBot, window: MainWindow, app: AppFixture) -> None:
    table = view("Attributes", side_of(window))
    app.workspace.settings_store.change(attributes_in_middle=True)
    assert table.isVisible()
    assert not side_of(window).isAncestorOf(table)
    opened(qtbot, app, 210)
    assert not side_of(window).isAncestorOf(view("Attributes", window))
    app.workspace.settings_store.change(attributes_in_middle=False)
    assert side_of(window).isAncestorOf(view("Attributes", window))


OLD = (Path(__file__).parent / "arrangement_with_toolbar.txt").read_text()
"""Of a window with a toolbar, and the contact in a pane of its own."""


def test_an_arrangement_with_toolbar_and_contact_does_no_harm(started: Callable[[Settings], MainWindow]) -> None:
    plain = started(Settings())
    usual = width(plain)
    geometry = plain.saveGeometry().toBase64().toStdString()
    window = started(Settings(geometry=geometry, arrangement=OLD))
    assert window.panes.lists_dock.isVisible()
    assert window.panes.outbox_dock.isHidden()
    assert window.address.entry.isVisible()
    assert 0.5 * usual < width(window) < 2 * usual


def test_the_widths_of_a_start_with_large_text_are_those_of_the_next(
    qtbot: QtBot, started: Callable[[Settings], MainWindow]
) -> None:
    settings, seen = Settings(text_size=150), []
    for _ in range(3):
        window = started(settings)
        fit_screen(window)
        qtbot.waitUntil(lambda: window.width() < _SCREEN)  # noqa: B023 - it is waited for
        seen.append((window.width(), width(window)))
        geometry, arrangement = window.saveGeometry().toBase64(), window.saveState().toBase64()
        settings = msgspec.structs.replace(
            settings, geometry=geometry.toStdString(), arrangement=arrangement.toStdString()
        )
        window.closing.close_at_once()
    assert seen == [seen[0]] * 3
