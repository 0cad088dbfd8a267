"""The direction and alignment of a text follow its first letter, not the window's language."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QListView,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from caseeditor.domain.editing.changes import Problem, ProblemKind
from caseeditor.domain.editing.edit import Row
from caseeditor.domain.editing.undo import StepKey, StepKind
from caseeditor.domain.errors.failure import Failure, FailureKind, RequestReach
from caseeditor.ui.case.submit.review_dialog import ReviewDialog
from caseeditor.ui.history.dialog import HistoryDialog
from caseeditor.ui.main_window.main_window import MainWindow
from caseeditor.ui.messages.texts import problem_words, undo_words, what_happened
from caseeditor.ui.widgets.bidi import ByItsText
from caseeditor.ui.widgets.lists.card_delegate import Cards
from caseeditor.ui.widgets.lists.card_roles import HEADING
from tests.ui.main_window.test_window import shown_title, tab_texts
from tests.ui.parts import AppFixture, case_of, field, find, opened, press, showing, shown, submit, view

HEBREW, ARABIC, SPANISH = "שלום, מה שלומך?", "تأخر الطلب", "Segunda línea"


def ink(picture: QImage, inside: QRect) -> tuple[int, int]:
    """Return the left and right ends of the painted part of an image region."""
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
    place = cards.place(option.rect, shown.model().index(0, 0))
    inside = place.frame.toRect().adjusted(3, 0, -3, 0)
    top = round(place.at.y())
    assert ink(picture, QRect(inside.left(), top, inside.width(), high - 2))[1] < middle
    assert ink(picture, QRect(inside.left(), top + high + 2, inside.width(), high - 4))[0] > middle


def test_cells_stand_by_their_text(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 203)
    session.editor.set_row(None, Row("city", HEBREW))
    session.editor.set_row(None, Row("ciudad", SPANISH))
    grid = find(QTableView, "Attributes", app.window)
    press("Review changes", app.window)
    dialog = app.window.findChild(ReviewDialog)
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


# Beside right-to-left text.


@pytest.mark.parametrize("subject", [HEBREW, ARABIC, f"Pedido {HEBREW}", f"{ARABIC} 12", "\u200f12", "a\u202eb"])
def test_the_id_stays_at_its_side_of_the_title_and_of_the_tab(
    app: AppFixture, window: MainWindow, subject: str
) -> None:
    showing(app.session, case_of(203, subject=subject))
    title = shown_title(window)
    assert seen(title, subject) == "S – 203 – Case Editor"
    (tab,) = tab_texts(window)
    assert seen(tab, subject) == "203 S"
    tip = shown(window.findChildren(QTabWidget)[0].tabToolTip(0))
    assert seen(tip, subject) == "203 S"


def test_a_title_without_such_a_text_bears_no_mark(app: AppFixture, window: MainWindow) -> None:
    showing(app.session, case_of(203, subject="支払い 😀 ¿Dónde?"))
    assert shown_title(window) == "支払い 😀 ¿Dónde? – 203 – Case Editor"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", [HEBREW, f"{ARABIC} 12"])
def test_a_sentence_keeps_its_order_whatever_text_it_begins_with_or_counts_after(name: str) -> None:
    said = problem_words(Problem(ProblemKind.OWN_FIELD, 1, name))
    assert seen(said, name) == "“S” is a field of the case itself: this may change the case."
    refused = Failure(kind=FailureKind.REFUSED, reach=RequestReach.ANSWERED, server="x.example", words=name)
    assert seen(what_happened(refused), name) == "x.example rejected the request: “S”."
    assert seen(undo_words(StepKey(StepKind.TAG, name)), name) == "tag S"


def test_before_stands_before_after_in_the_history(qtbot: QtBot, app: AppFixture) -> None:
    session = opened(qtbot, app, 203)
    for text in (HEBREW, ARABIC):
        session.editor.set_subject(text)
        submit(qtbot, session)
    app.window.dialogs.show_history()
    dialog = next(each for each in app.window.findChildren(HistoryDialog) if each.isVisible())
    table = find(QTableView, "History", dialog)
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    table.setCurrentIndex(table.model().index(0, 0))
    (detail,) = (each for each in dialog.findChildren(QPlainTextEdit) if each.toPlainText())
    line = detail.toPlainText()
    dialog.reject()
    assert seen(line.replace(ARABIC, "x").replace("\u2068x\u2069", "x"), HEBREW) == "Subject: “S” → “x”"
    assert seen(line, ARABIC).endswith("” → “S”")


def seen(line: str, text: str) -> str:
    """Return a line in visual order from the left, as Qt lays it out, with S for the text, and without marks."""
    layout = QTextLayout(line)
    layout.beginLayout()
    laid = layout.createLine()
    layout.endLayout()
    x = [float(laid.cursorToX(place)[0]) for place in range(len(line) + 1)]  # type: ignore[index]  # a pair
    middle = [(before + after) / 2 for before, after in pairwise(x)]
    first = line.index(text)
    inside = middle[first : first + len(text)]
    found = {
        at: letter
        for place, (at, letter) in enumerate(zip(middle, line, strict=True))
        if place < first or place >= first + len(text)
    }
    found = {at: letter for at, letter in found.items() if letter not in "\u200e\u2068\u2069"}
    assert not [at for at in found if min(inside) < at < max(inside)]
    found[sum(inside) / len(inside)] = "S"
    return "".join(found[at] for at in sorted(found))
