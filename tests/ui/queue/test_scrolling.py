"""Scrolling through 100,000 rows: the window's thread is never busy for longer than 50 ms."""

from collections.abc import Callable

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
from tests.benchmarks.probe import Ticker

ROWS, STEPS = 100_000, 60
NOW = 1_795_000_000.0
MOST = 50
"""Milliseconds."""
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
    return [row(number) for number in range(1, ROWS + 1)]


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, frame: QWidget, rows: list[QueueRow]) -> QueueView:
    model = QueueModel(QObject(qapp))
    shown = QueueView(model, frame)
    model.setParent(shown)
    model.show_rows(rows, NOW)
    shown.resize(320, 900)
    frame.show()
    qtbot.waitExposed(frame)
    shown.setFocus()
    QApplication.processEvents()
    return shown


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


@pytest.mark.parametrize("way", [by_bar, by_wheel, by_pages, from_end_to_end])
def test_no_gap_is_longer_than_50_ms(view: QueueView, way: Callable[[QueueView], Callable[[int], object]]) -> None:
    move, ticker, places = way(view), Ticker(), set[int]()
    ticker.start()
    for step in range(1, STEPS + 1):
        move(step)
        QApplication.processEvents()
        places.add(view.verticalScrollBar().value())
    ticker.stop()
    assert len(places) > 1
    assert ticker.busiest < MOST  # without the time that other programs take
