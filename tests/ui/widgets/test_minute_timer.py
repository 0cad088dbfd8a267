"""The timer of the times in the window fires with the computer's clock; on a simulated clock."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from caseeditor.ui.widgets.minute_timer import MinuteTimer


class Wall:
    """A timer on a clock that is set by hand; counts how often it fires."""

    def __init__(self) -> None:
        self.now = 0.0
        self.fired = 0
        self.parent = QObject()
        self.minutes = MinuteTimer(self.parent, lambda: self.now)
        self.minutes.fired.connect(self._count)

    def _count(self) -> None:
        self.fired += 1

    def begin_and_fire(self, began: float, now: float) -> None:
        """Start at one time, and let Qt's timer fire at another."""
        self.now = began
        self.minutes.start()
        self.fire(now)

    def fire(self, now: float) -> None:
        self.now = now
        self.timer.timeout.emit()

    @property
    def timer(self) -> QTimer:
        return self.parent.findChildren(QTimer)[0]


@pytest.fixture
def wall() -> Iterator[Wall]:
    wall = Wall()
    yield wall
    wall.parent.deleteLater()


def test_it_fires_when_the_minute_is_over_and_waits_for_the_next_one(qtbot: QtBot, wall: Wall) -> None:
    wall.now = 119.98
    with qtbot.waitSignal(wall.minutes.fired):
        wall.minutes.start()
        wall.now = 120.5
    assert wall.timer.interval() == 59_501


def test_a_timer_that_is_early_waits_for_the_rest(wall: Wall) -> None:
    wall.begin_and_fire(100.0, 119.8)
    assert wall.fired == 0
    assert wall.timer.interval() == 201
    wall.fire(120.1)
    assert wall.fired == 1


def test_a_clock_that_was_set_back_shows_another_minute(wall: Wall) -> None:
    wall.begin_and_fire(7200.0, 3660.0)
    assert wall.fired == 1
    assert wall.timer.interval() == 60_001


def test_it_can_be_stopped(wall: Wall) -> None:
    wall.minutes.start()
    assert wall.timer.isActive()
    wall.minutes.stop()
    assert not wall.timer.isActive()
