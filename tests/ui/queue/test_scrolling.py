"""Scrolling through 100,000 rows is as smooth as through 1,000, where a step takes 10 ms."""

import math
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.domain.case.search import Listed
from caseeditor.domain.queue.rows import QueueRow, row_of
from caseeditor.ui.queue.model import QueueModel
from caseeditor.ui.queue.view import QueueView
from tests.support.time_bounds import is_within

SHORT, LONG, STEPS, ROUNDS = 1_000, 100_000, 60, 3
NOW = 1_795_000_000.0
MOST = 2
"""The ratio of the longest steps."""
_NAMES = ("Ana Pérez", "李小龍", "محمد علي", "Ferretería El Tornillo", "Зоя Иванова", "")


def row(number: int) -> QueueRow:
    """Build a row; all differ in their texts, times and marks."""
    made = row_of(
        Listed(
            str(number),
            f"Pedido {number}: no llegó la factura de la compra, y el cliente espera " * 2,
            ("Assigned", "Closed", "Arrived")[number % 3],
            ("email", "facebook", "chat", "")[number % 4],
            f"{_NAMES[number % len(_NAMES)]} {number}".strip(),
        )
    )
    due = None if number % 5 == 0 else NOW - 40_000 + 3 * number
    return QueueRow(made.case, due, NOW - number, made.searched, is_changed=number % 7 == 0)


@pytest.fixture(scope="module")
def rows() -> list[QueueRow]:
    return [row(number) for number in range(1, LONG + 1)]


@pytest.fixture
def view_of(qtbot: QtBot, qapp: QApplication, rows: list[QueueRow]) -> Iterator[Callable[[int], QueueView]]:
    """Show a queue with so many rows."""
    frames: list[QWidget] = []

    def make(count: int) -> QueueView:
        frame, model = QWidget(), QueueModel(QObject(qapp))
        frames.append(frame)
        shown = QueueView(model, frame)
        model.setParent(shown)
        model.show_rows(rows[:count], NOW)
        shown.resize(320, 900)
        frame.show()
        qtbot.waitExposed(frame)
        shown.setFocus()
        QApplication.processEvents()
        return shown

    yield make
    for frame in frames:
        frame.deleteLater()


def by_bar(view: QueueView) -> Callable[[int], object]:
    """Drag the scroll bar from the top to the bottom."""
    bar = view.verticalScrollBar()
    return lambda step: bar.setValue(bar.maximum() * step // STEPS)


def by_wheel(view: QueueView) -> Callable[[int], object]:
    def turn(_step: int) -> None:
        place = QPointF(100, 100)
        event = QWheelEvent(
            place,
            view.viewport().mapToGlobal(place),
            QPoint(),
            QPoint(0, -480),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)

    return turn


def by_pages(view: QueueView) -> Callable[[int], object]:
    return lambda _step: QTest.keyClick(view, Qt.Key.Key_PageDown)


def from_end_to_end(view: QueueView) -> Callable[[int], object]:
    return lambda step: QTest.keyClick(view, Qt.Key.Key_End if step % 2 else Qt.Key.Key_Home)


class Scroller:
    """Scrolls one view, and keeps the least time of the window's thread (ms) that each step has taken."""

    def __init__(self, view: QueueView, way: Callable[[QueueView], Callable[[int], object]]) -> None:
        self.places = set[int]()
        self._view, self._move = view, way(view)
        self._least = [math.inf] * STEPS

    def scroll(self) -> None:
        model = self._view.model()
        assert isinstance(model, QueueModel)
        model.tell_time(NOW)  # so that no row has been shown before
        QTest.keyClick(self._view, Qt.Key.Key_Home)
        self._view.scrollToTop()  # the wheel moves the rows under the current one
        QApplication.processEvents()
        for step in range(STEPS):
            began = time.thread_time()
            self._move(step + 1)
            QApplication.processEvents()
            self._least[step] = min(self._least[step], (time.thread_time() - began) * 1000)
            self.places.add(self._view.verticalScrollBar().value())

    @property
    def longest(self) -> float:
        """The longest step, by the shortest of its rounds: a busy machine slows the thread, too."""
        return max(self._least)


@pytest.mark.parametrize("way", [by_bar, by_wheel, by_pages, from_end_to_end])
def test_no_step_takes_50_ms_or_twice_as_long_as_in_a_short_queue(
    view_of: Callable[[int], QueueView], way: Callable[[QueueView], Callable[[int], object]]
) -> None:
    short, long = Scroller(view_of(SHORT), way), Scroller(view_of(LONG), way)
    for _ in range(ROUNDS):  # in turns: other programs hold up both
        short.scroll()
        long.scroll()
    assert len(long.places) > 1
    assert long.longest < MOST * short.longest
    assert is_within(long.longest / 1000, 0.05, time.thread_time)
