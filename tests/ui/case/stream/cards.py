"""Actions on cards with the mouse, at the places where their text is painted."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.widgets.lists.card_delegate import CardPlace, Cards
from caseeditor.ui.widgets.lists.card_view import CardView
from tests.ui.parts import view

Left = Qt.MouseButton.LeftButton


def card_list(name: str, window: MainWindow) -> CardView:
    """Return the list of that name."""
    found = view(name, window)
    assert isinstance(found, CardView)
    return found


def row_of(shown: CardView, text: str) -> int:
    """Return the row whose text contains this one."""
    model = shown.model()
    return next(row for row in range(model.rowCount()) if text in model.index(row, 0).data())


def geometry(shown: CardView, row: int) -> CardPlace:
    cards = shown.itemDelegate()
    assert isinstance(cards, Cards)
    index = shown.model().index(row, 0)
    return cards.place(shown.visualRect(index), index)


def point_at(shown: CardView, text: str, *, end: bool = False) -> QPoint:
    """Return the point in the viewport before or behind a text, one pixel inside."""
    row = row_of(shown, text)
    shown.scrollTo(shown.model().index(row, 0))
    place = geometry(shown, row)
    start = str(shown.model().index(row, 0).data()).index(text)
    boxes = place.text.boxes((start, start + len(text)))
    box = boxes[-1 if end else 0].translated(place.at)
    return QPoint(round(box.right()) if end else round(box.left()), round(box.center().y()))


def drag(shown: CardView, start: QPoint, stop: QPoint) -> None:
    """Press, move and release the left button."""
    QTest.mousePress(shown.viewport(), Left, pos=start)
    for step in range(1, 5):
        move(shown, start + (stop - start) * step / 4)
    QTest.mouseRelease(shown.viewport(), Left, pos=stop)


def move(shown: CardView, place: QPoint) -> None:
    """Move the mouse with the left button down."""
    where = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        shown.viewport().mapToGlobal(where),
        Qt.MouseButton.NoButton,
        Left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(shown.viewport(), event)
