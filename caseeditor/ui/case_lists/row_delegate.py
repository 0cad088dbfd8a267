"""Rows of case lists: contact and age, subject and state; of remembered cases id and subject, and a line below."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from caseeditor.domain.case import dates
from caseeditor.ui.messages.texts import moment_words
from caseeditor.ui.style.font_scaling import demi_bold
from caseeditor.ui.style.row_palette import paint_selection, row_palette
from caseeditor.ui.style.theme import muted
from caseeditor.ui.widgets.lists.item_data import Index

CASE_ID = Qt.ItemDataRole.UserRole
SUBJECT = CASE_ID + 1
BELOW = CASE_ID + 2
"""The second line."""
LOOK = BELOW + 1
"""The CaseLook of a row, None where there is only a line below."""
_PAD, _SIDE, _GAP = 6, 10, 6
_STATE = 0.45
"""Most of the width that a state takes."""
_LINE = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine
_SEARCHED = 1000


class CaseLook(NamedTuple):
    """Texts of a row as in the queue; a closed case steps back."""

    contact: str
    age: str
    subject: str
    state: str
    is_closed: bool


def when_words(milliseconds: int) -> str:
    """Return a moment (ms since the epoch); today, only its time."""
    date = dates.from_milliseconds(milliseconds)
    return moment_words(date) if date else ""


def updated_words(text: str) -> str:
    """Return a date of the server, in its original form if it can't be parsed."""
    date = dates.parse(text)
    return moment_words(date) if date else text


class CaseRows(QStyledItemDelegate):
    """Paints the two lines of a case."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - 9 ms for all its enumerations: the window is up first

        self.initStyleOption(option, index)
        option.text = ""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if paint_selection(painter, option):
            selected = False
        else:
            option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        palette = row_palette(option)
        text = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        colours = (text, text if selected else muted(palette))
        painter.save()
        look: CaseLook | None = index.data(LOOK)
        if look:
            _paint_look(painter, option, look, colours)
            painter.fillRect(
                option.rect.adjusted(_SIDE, option.rect.height() - 1, 0, 0), palette.color(QPalette.ColorRole.Midlight)
            )
        else:
            _paint_remembered(painter, option, index, colours)
        painter.restore()


def _paint_look(
    painter: QPainter, option: QStyleOptionViewItem, look: CaseLook, colours: tuple[QColor, QColor]
) -> None:
    """Paint contact and age, subject and state; `colours` are the text's and the muted one."""
    text, stepped_back = colours
    told = stepped_back if look.is_closed else text
    height, plain = option.fontMetrics.height(), QFont(option.font)
    above = option.rect.adjusted(_SIDE, _PAD, -_SIDE, 0)
    above.setHeight(height)
    below = above.translated(0, height + 2)
    painter.setLayoutDirection(option.direction)
    for line, name, font, aside in (
        (above, look.contact, demi_bold(plain), look.age),
        (below, look.subject, plain, look.state),
    ):
        taken = _paint_at_end(painter, line, aside, plain, stepped_back)
        _paint_at_start(painter, line, name, (font, told), taken)


def _paint_at_end(painter: QPainter, line: QRect, text: str, font: QFont, colour: QColor) -> int:
    """Paint a text at the trailing edge; return the width that it takes."""
    if not text:
        return 0
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(line.width() * _STATE))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | _LINE, shown)
    return metrics.horizontalAdvance(shown) + _GAP


def _paint_at_start(painter: QPainter, line: QRect, text: str, look: tuple[QFont, QColor], taken: int) -> None:
    """Paint a text at the leading edge of what is left of a line."""
    font, colour = look
    painter.setFont(font)
    painter.setPen(colour)
    is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    space = line.adjusted(taken, 0, 0, 0) if is_mirrored else line.adjusted(0, 0, -taken, 0)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, space.width())
    painter.drawText(space, Qt.AlignmentFlag.AlignLeft | _LINE, shown)


def _paint_remembered(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, colours: tuple[QColor, QColor]
) -> None:
    """Paint id and subject, and the line below."""
    text, stepped_back = colours
    space = option.rect.adjusted(_SIDE, _PAD, -_SIDE, -_PAD)
    font = QFont(option.font)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(text)
    case_id = str(index.data(CASE_ID))
    width = painter.fontMetrics().horizontalAdvance(case_id) + _GAP
    painter.drawText(space, _LINE, case_id)
    painter.setFont(option.font)
    metrics, elide = option.fontMetrics, Qt.TextElideMode.ElideRight
    beside = space.adjusted(width, 0, 0, 0)
    painter.drawText(beside, _LINE, metrics.elidedText(str(index.data(SUBJECT)), elide, beside.width()))
    painter.setPen(stepped_back)
    below = QRect(space.left(), space.top() + metrics.height() + 2, space.width(), metrics.height())
    painter.drawText(below, _LINE, metrics.elidedText(str(index.data(BELOW)), elide, below.width()))


class CaseListView(QTableView):
    """A list of cases. Enter or a double click opens the selected ones.

    A table of one column: a QListView lays out every row whenever one changes, 140 ms with 100,000 of them.
    """

    opened = Signal()
    """The agent opens the selected cases."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(CaseRows(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self.opened)
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 2 * _PAD + 2)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self.model().rowCount() - 1
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: last}
        return self.model().index(ends[action], 0) if action in ends else super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Go to the row that begins with the typed text, unless too many rows would have to be searched."""
        if self.model().rowCount() <= _SEARCHED:
            super().keyboardSearch(search)

    def selected_rows(self) -> list[int]:
        """Return the selected rows, or else the current one."""
        return sorted(index.row() for index in self.selectedIndexes() or [self.currentIndex()] if index.isValid())

    def seen_rows(self) -> tuple[int, int]:
        """Return the first and the last visible row."""
        last = self.rowAt(self.viewport().height() - 1)
        return max(self.rowAt(0), 0), last if last >= 0 else self.model().rowCount() - 1
