"""Texts as cards in a list: date and author above the text, and matches of a search highlighted."""

from collections.abc import Iterator
from math import ceil
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QElapsedTimer,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caseeditor.domain.text.bidi import has_right_to_left, is_right_to_left
from caseeditor.domain.text.folding import spans
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.messages.severity_colour import severity_colour, severity_ground
from caseeditor.ui.style.colour import blend, readable
from caseeditor.ui.style.colour_roles import roles_of
from caseeditor.ui.style.row_palette import paint_bar
from caseeditor.ui.style.theme import muted
from caseeditor.ui.widgets.lists.item_data import Index

HEADING = Qt.ItemDataRole.UserRole
TINT = Qt.ItemDataRole.UserRole + 2
"""The Severity of a card that stands out; None for others."""
_PAD = 6
_AT_ONCE = 40
_A_TURN = 5
"""Milliseconds of measuring before control returns to the event loop: the longest delay of a keystroke."""
_FIRST = 20
"""Cards at either end that are always measured, because they are visible first."""
_PICTURES = 60
"""Layouts in the cache: as many as a tall window shows, so that scrolling and repainting reuse them."""
LONGEST = 20_000
"""Characters of a text that are painted."""
_LINE = "\u2028"
"""The end of a line for QTextLayout."""
_BATCH = 150
"""Cards that are placed before control returns to the event loop."""


Picture = list[tuple[int, QTextLayout]]
"""A painted text: its parts, each with the position of its first letter in the text."""


class Cards(QStyledItemDelegate):
    """Paints a card: HEADING, and the text below it.

    Measuring thousands of texts would block the window. A layout pass measures the first few and estimates the rest;
    these are measured a few at a time while the event loop is idle.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._width = 0
        self._font = view.font()
        self._wanted = ""
        self._heights: dict[str, int] = {}
        self._estimates: dict[str, int] = {}
        self._pictures: dict[str, Picture] = {}
        self._marks: dict[str, list[QRectF]] = {}
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._measure_more)

    def mark(self, wanted: str) -> None:
        """Highlight each occurrence of a text; '' for none."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._marks.clear()
            self._view.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        width, font = self._view.viewport().width() - 2 * _PAD, self._view.font()
        if width != self._width or font != self._font:
            self._width, self._font = width, font
            self._heights.clear()
            self._estimates.clear()
            self._pictures.clear()
            self._marks.clear()
        text = str(index.data())
        height = self._heights.get(text)
        if height is None:
            if len(self._heights) < _AT_ONCE or not _FIRST <= index.row() < index.model().rowCount() - _FIRST:
                height = self._measure(text)
            else:
                height = self._estimates.setdefault(text, self._estimate(text))
                self._idle.start(0)
        return QSize(width, height + self._view.fontMetrics().height() + 3 * _PAD)

    def _measure(self, text: str) -> int:
        height = ceil(max((part.boundingRect().bottom() for _, part in self._laid_out(text)), default=0))
        self._heights[text] = height
        return height

    def _laid_out(self, text: str) -> Picture:
        """Lay a text out in the width of the view. Lines break at words, and inside a word that is longer than a line.

        Where some of it runs from right to left, each line is a part of its own, aligned by its own direction.
        """
        if known := self._pictures.get(text):
            return known
        shown = _shown(text)
        made: Picture = []
        start, height = 0, 0.0
        for paragraph in shown.split(_LINE) if has_right_to_left(shown) else [shown]:
            part = QTextLayout(paragraph, self._view.font())
            part.setCacheEnabled(True)
            option = QTextOption()  # the direction follows the text; a fixed alignment would override it
            option.setAlignment(_side(paragraph))
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            part.setTextOption(option)
            part.beginLayout()
            while (line := part.createLine()).isValid():
                line.setLineWidth(self._width)
                line.setPosition(QPointF(0, height))
                height += line.height()
            part.endLayout()
            made.append((start, part))
            start += len(paragraph) + len(_LINE)
        if len(self._pictures) >= _PICTURES:
            self._pictures.clear()
        self._pictures[text] = made
        return made

    def _marked(self, text: str) -> list[QRectF]:
        """Return the boxes of the highlighted text in the layout."""
        if text in self._marks:
            return self._marks[text]
        shown = _shown(text)
        found: list[QRectF] = []
        for begin, part in self._laid_out(text):
            there = shown[begin : begin + len(part.text())]
            for start, end in spans(there, self._wanted):
                found += _boxes(part, _utf16(there[:start]), _utf16(there[:end]))
        if len(self._marks) >= _PICTURES:
            self._marks.clear()
        self._marks[text] = found
        return found

    def _estimate(self, text: str) -> int:
        metrics = self._view.fontMetrics()
        a_line = max(self._width // metrics.averageCharWidth(), 1)
        length = min(len(text), LONGEST)
        return (text.count("\n", 0, length) + 1 + length // a_line) * metrics.lineSpacing()

    def _measure_more(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._estimates and spent.elapsed() < _A_TURN:
            text = next(iter(self._estimates))
            self._measure(text)
            del self._estimates[text]
        if not self._estimates:
            self._idle.stop()
            self._view.scheduleDelayedItemsLayout()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = option.palette
        base = ground = palette.color(QPalette.ColorRole.Base)
        painter.save()
        severity = index.data(TINT)
        colour = severity_colour(palette, severity) if isinstance(severity, Severity) else None
        if option.state & QStyle.StateFlag.State_Selected:
            ground = QColor(roles_of(palette).accent_soft)
        elif isinstance(severity, Severity):
            ground = severity_ground(palette, severity)
        painter.fillRect(option.rect, ground)
        if option.state & QStyle.StateFlag.State_Selected:  # the ground of a sent message is nearly the same
            paint_bar(painter, option, roles_of(palette))
        card = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        font = QFont(option.font)
        font.setBold(colour is not None)
        painter.setFont(font)
        painter.setPen(readable(colour or muted(palette), ground))
        text, heading = str(index.data()), str(index.data(HEADING))
        if len(text) > LONGEST:
            heading = self.tr("Shortened; Ctrl+C copies it all · {0}").format(heading)
        heading = QFontMetrics(font).elidedText(heading, Qt.TextElideMode.ElideRight, card.width())
        painter.drawText(card, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, heading)
        painter.setPen(readable(palette.color(QPalette.ColorRole.Text), ground))
        below = QPointF(card.left(), card.top() + option.fontMetrics.height() + _PAD // 2)
        for mark in self._marked(text) if self._wanted else ():
            painter.fillRect(mark.translated(below), blend(base, palette.color(QPalette.ColorRole.Highlight), 0.4))
        for _, part in self._laid_out(text):
            part.draw(painter, below)
        painter.setPen(QColor(roles_of(palette).line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


def _shown(text: str) -> str:
    shown = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return shown.replace("\r\n", _LINE).replace("\n", _LINE)


def _side(paragraph: str) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if is_right_to_left(paragraph) else Qt.AlignmentFlag.AlignLeft


def _boxes(part: QTextLayout, first: int, last: int) -> Iterator[QRectF]:
    """Yield the boxes of a range of the text, one for each line."""
    for number in range(part.lineForTextPosition(first).lineNumber(), part.lineCount()):
        line = part.lineAt(number)
        if line.textStart() >= last:
            break
        left, right = (_x(line, place) for place in (first, last))
        yield QRectF(left, line.y(), right - left, line.height()).normalized()


def _x(line: QTextLine, place: int) -> float:
    """Return the x position of a position of the text in a line; the end of the line if the text goes on below."""
    within = min(max(place, line.textStart()), line.textStart() + line.textLength())
    found: Any = line.cursorToX(within)  # x, and the position it belongs to
    return float(found[0])


def _utf16(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def lay_out_as_cards(view: QListView, cards: Cards, model: QAbstractItemModel) -> None:
    """Show a model as cards in a list that stays fast with thousands of rows."""
    view.setItemDelegate(cards)
    view.setModel(model)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setLayoutMode(QListView.LayoutMode.Batched)
    view.setBatchSize(_BATCH)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
