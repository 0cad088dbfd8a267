"""Panes: as wide as their text, unless the agent resized them."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.local.settings import Settings
from caseeditor.runtime.worker import BackgroundWorker
from caseeditor.services.backend import Backend
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.main_window.pane_widths import fit_screen
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.style.appearance import Looks
from tests.ui.parts import TIMING, AppFixture, opened
from tests.ui.style.test_appearance import following, looks

__all__ = ["following", "looks"]


_SCREEN = 800
"""Size of the offscreen screen, in pixels."""


def widths(window: MainWindow) -> tuple[int, int]:
    return window.panes.lists_dock.width(), window.panes.contact_dock.width()


def are(window: MainWindow, left: float, right: float) -> bool:
    """Tell whether the panes have these widths, except for rounding."""
    return widths(window) == pytest.approx((left, right), abs=4)


def middle(window: MainWindow) -> QWidget:
    found = window.centralWidget()
    assert found is not None
    return found


def drag(window: MainWindow, width: int, *docks: QDockWidget) -> None:
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
    left, right = widths(started(Settings()))
    assert are(started(Settings(text_size=size)), left * size / 100, right * size / 100)


@pytest.mark.parametrize("size", [125, 150, 200])
def test_panes_grow_and_shrink_with_the_text(qtbot: QtBot, following: AppFixture, size: int) -> None:
    window = following.window
    opened(qtbot, following, 203)
    window.resize(2400, 900)
    left, right = widths(window)
    following.workspace.settings_store.change(text_size=size)
    qtbot.waitUntil(lambda: are(window, left * size / 100, right * size / 100))
    following.workspace.settings_store.change(text_size=100)
    qtbot.waitUntil(lambda: are(window, left, right))


def test_a_width_that_the_agent_set_is_kept_in_proportion(qtbot: QtBot, following: AppFixture) -> None:
    window = following.window
    window.resize(2400, 900)
    drag(window, 400, window.panes.contact_dock)
    drag(window, 320, window.panes.lists_dock, window.panes.outbox_dock)
    qtbot.waitUntil(lambda: are(window, 320, 400))
    following.workspace.settings_store.change(text_size=150)
    qtbot.waitUntil(lambda: are(window, 480, 600))
    drag(window, 450, window.panes.contact_dock)
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
    following.workspace.settings_store.change(text_size=175)
    qtbot.waitUntil(lambda: middle(window).width() >= middle(window).minimumSizeHint().width() > 700)
    assert sum(widths(window)) < 1.5 * (left + right)
    following.workspace.settings_store.change(text_size=100)
    qtbot.waitUntil(lambda: are(window, left, right))


def test_the_widths_of_a_start_with_large_text_are_those_of_the_next(
    qtbot: QtBot, started: Callable[[Settings], MainWindow]
) -> None:
    settings, seen = Settings(text_size=150), []
    for _ in range(3):
        window = started(settings)
        fit_screen(window)
        qtbot.waitUntil(lambda: window.width() < _SCREEN)  # noqa: B023 - it is waited for
        seen.append((window.width(), *widths(window)))
        geometry, arrangement = window.saveGeometry().toBase64(), window.saveState().toBase64()
        settings = msgspec.structs.replace(
            settings, geometry=geometry.toStdString(), arrangement=arrangement.toStdString()
        )
        window.closing.close_at_once()
    assert seen == [seen[0]] * 3
