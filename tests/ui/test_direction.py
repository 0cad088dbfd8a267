"""Each text runs and stands by its own first letter, in whatever language the window is."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QTableView, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from caseeditor.domain.edit import Row
from caseeditor.ui.cards import HEADING, Cards
from caseeditor.ui.direction import ByItsText
from caseeditor.ui.main_window import MainWindow
from caseeditor.ui.review_dialog import ReviewDialog
from tests.ui.parts import Office, field, find, opened, press, view

HEBREW, ARABIC, SPANISH = "שלום, מה שלומך?", "تأخر الطلب", "Segunda línea"


def ink(picture: QImage, inside: QRect) -> tuple[int, int]:
    """Return from where to where something is painted in a part of a picture."""
    blank = picture.pixel(inside.topLeft())
    found = [
        x
        for x in range(inside.left(), inside.right())
        for y in range(inside.top(), inside.bottom())
        if picture.pixel(x, y) != blank
    ]
    return min(found), max(found)


@pytest.mark.parametrize(
    ("text", "side"), [(HEBREW, Qt.AlignmentFlag.AlignRight), (SPANISH, Qt.AlignmentFlag.AlignLeft)]
)
def test_a_new_note_stands_at_the_side_it_begins_from(window: MainWindow, text: str, side: Qt.AlignmentFlag) -> None:
    note = field("New note", window)
    note.setPlainText(f"\n{ARABIC if side is Qt.AlignmentFlag.AlignLeft else SPANISH}")
    note.setPlainText(f"\n{text}\n{ARABIC}")
    assert note.document().defaultTextOption().alignment() == side
    picture = note.viewport().grab().toImage()
    line = note.cursorRect()
    first, last = ink(picture, QRect(6, line.height() + 6, picture.width() - 12, line.height() - 3))
    middle = picture.width() // 2
    assert (first > middle) if side is Qt.AlignmentFlag.AlignRight else (last < middle)


def test_turning_a_note_is_no_step_of_undo_and_keeps_its_text(window: MainWindow) -> None:
    note = field("New note", window)
    note.setPlainText(HEBREW)
    assert note.toPlainText() == HEBREW
    assert not note.document().isUndoAvailable()


def test_each_line_of_a_card_begins_at_its_own_side(qtbot: QtBot) -> None:
    shown = QTableWidget(1, 1)
    qtbot.addWidget(shown)
    item = QTableWidgetItem(f"{SPANISH}\n{ARABIC}")
    item.setData(HEADING, "")
    shown.setItem(0, 0, item)
    cards_of = QListView()
    qtbot.addWidget(cards_of)
    cards_of.resize(400, 200)
    cards_of.show()
    cards = Cards(cards_of)
    option = QStyleOptionViewItem()
    size = cards.sizeHint(option, shown.model().index(0, 0))
    option.rect = QRect(QPoint(0, 0), size)
    picture = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    cards.paint(painter, option, shown.model().index(0, 0))
    painter.end()
    high, middle = cards_of.fontMetrics().height(), size.width() // 2
    top = size.height() - 2 * high - 6
    assert ink(picture, QRect(0, top, size.width(), high - 4))[1] < middle
    assert ink(picture, QRect(0, top + high + 2, size.width(), high - 4))[0] > middle


def test_cells_stand_by_their_text(qtbot: QtBot, office: Office) -> None:
    session = opened(qtbot, office, 203)
    session.set_row(None, Row("city", HEBREW))
    session.set_row(None, Row("ciudad", SPANISH))
    grid = find(QTableView, "Attributes", office.window)
    press("Review changes", office.window)
    dialog = office.window.findChild(ReviewDialog)
    assert isinstance(dialog, ReviewDialog)
    for table, column in ((grid, 1), (view("Before and after", dialog), 2)):
        delegate = table.itemDelegate()
        assert isinstance(delegate, ByItsText)
        found = {}
        for row in range(table.model().rowCount()):
            option = QStyleOptionViewItem()
            delegate.initStyleOption(option, table.model().index(row, column))
            found[option.text] = option.direction
        assert found[HEBREW] is Qt.LayoutDirection.RightToLeft
        assert found[SPANISH] is Qt.LayoutDirection.LeftToRight
    dialog.reject()
