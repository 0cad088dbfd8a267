"""Texts as cards in a list: bubbles for messages, full width for notes, and lines between days."""

from math import ceil
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QElapsedTimer, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from caseeditor.domain.text.folding import spans
from caseeditor.ui.style.colour import blend
from caseeditor.ui.style.colour_roles import roles_of
from caseeditor.ui.style.font_scaling import scaled
from caseeditor.ui.widgets.lists.card_paint import paint_card, paint_day, paint_heading
from caseeditor.ui.widgets.lists.card_roles import BEGINS_DAY, DAY, HEADING, LOOK, SHORT_HEADING, CardLook, text_of
from caseeditor.ui.widgets.lists.card_text import LONGEST, CardText, Span
from caseeditor.ui.widgets.lists.item_data import Index

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextCharFormat

_AT_ONCE = 40
_A_TURN = 5
"""Milliseconds of measuring before control returns to the event loop: the longest delay of a keystroke."""
_FIRST = 20
"""Cards at either end that are always measured, because they are visible first."""
_KEPT = 60
"""Layouts in the cache: as many as a tall window shows, so that scrolling and repainting reuse them."""
_BUBBLE = 0.78
"""Width of a message at most, as a share of the list."""
_SMALL = 90
"""Size of headings, in percent."""
_OUTSIDE, _INSIDE, _ABOVE, _BETWEEN, _HEAD = 0.5, 0.62, 0.28, 0.16, 0.1
"""Beside and inside a card, above and below its content, between cards, below the heading: in heights of a line."""
_DAY = 1.7
"""Height of the line between days, in heights of a line."""
_MESSAGES = (CardLook.RECEIVED, CardLook.SENT)
Chosen = tuple[Span, int | None]
_Key = tuple[str, int]
"""A text and the width that it is laid out in."""


class CardPlace(msgspec.Struct, frozen=True, gc=False):
    """The geometry of a card in its view: the frame, the heading, the text and its place; the line between days."""

    frame: QRectF
    heading: QRect
    text: CardText
    at: QPointF
    day: QRect | None


class Cards(QStyledItemDelegate):
    """Paints cards.

    Measuring thousands of texts would block the window. A layout pass measures the first few and estimates the rest;
    these are measured a few at a time while the event loop is idle.
    """

    measured = Signal()
    """The heights of all cards are known, which were estimated before."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._width = 0
        self._font = view.font()
        self._line = view.fontMetrics().height()
        self._link, self._palette = QColor(), 0
        self._wanted = ""
        self._heights: dict[_Key, int] = {}
        self._estimates: dict[_Key, int] = {}
        self._texts: dict[_Key, CardText] = {}
        self.chosen: Callable[[Index], Chosen | None] = lambda _index: None
        """Returns the selected text of a card: its span, and the caret if it is shown."""
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._measure_more)

    def mark(self, wanted: str) -> None:
        """Highlight each occurrence of a text; '' for none."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._view.viewport().update()

    # Geometry.

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        self._follow_view()
        key = (text_of(index), self._text_width(index.data(LOOK)))
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) < _AT_ONCE or not _FIRST <= index.row() < index.model().rowCount() - _FIRST:
                height = self._measure(key)
            else:
                height = self._estimates.get(key)
                if height is None:
                    height = self._estimates[key] = self._estimate(key)
                    self._idle.start(0)
        around = self._line * (1 + 2 * _ABOVE + 2 * _BETWEEN + _HEAD + (_DAY if index.data(BEGINS_DAY) else 0))
        return QSize(self._width, height + ceil(around))

    def place(self, rect: QRect, index: Index) -> CardPlace:
        """Return the geometry of a card whose row has this rectangle."""
        self._follow_view()
        self._follow_palette()
        look, line = index.data(LOOK), self._line
        text = self._laid_out((text_of(index), self._text_width(look)))
        space = QRectF(rect).adjusted(line * _OUTSIDE, line * _BETWEEN, -line * _OUTSIDE, -line * _BETWEEN)
        day = None
        if index.data(BEGINS_DAY):
            day = QRect(round(space.left()), rect.top(), round(space.width()), round(line * _DAY))
            space.setTop(space.top() + line * _DAY)
        if look in _MESSAGES:
            inside = max(text.natural_width, self._heading_width(index))
            width = min(inside + 2 * line * _INSIDE, space.width() * _BUBBLE)
            if (look is CardLook.SENT) != (self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft):
                space.setLeft(space.right() - width)
            else:
                space.setRight(space.left() + width)
        top = space.top() + line * _ABOVE
        left = space.left() + line * _INSIDE
        heading = QRect(round(left), round(top), round(space.width() - 2 * line * _INSIDE), line)
        return CardPlace(space, heading, text, QPointF(round(left), round(top + line * (1 + _HEAD))), day)

    def heading_of(self, index: Index) -> str:
        """Return the heading as it is painted."""
        heading = str(index.data(SHORT_HEADING) or index.data(HEADING))
        if len(text_of(index)) > LONGEST:
            return self.tr("Shortened; Ctrl+C copies it all · {0}").format(heading)
        return heading

    def _follow_view(self) -> None:
        width, font = self._view.viewport().width(), self._view.font()
        if width != self._width or font != self._font:
            self._width, self._font = width, font
            self._line = self._view.fontMetrics().height()
            self._heights.clear()
            self._estimates.clear()
            self._texts.clear()

    def _follow_palette(self) -> None:
        if (palette := self._view.palette().cacheKey()) == self._palette:
            return
        self._palette = palette
        link = QColor(roles_of(self._view.palette()).accent)
        if link != self._link:
            self._link = link
            self._texts.clear()

    def _text_width(self, look: object) -> int:
        whole = self._width - 2 * self._line * _OUTSIDE
        return max(int((whole * _BUBBLE if look in _MESSAGES else whole) - 2 * self._line * _INSIDE), self._line)

    def _heading_width(self, index: Index) -> int:
        metrics = QFontMetrics(scaled(self._font, _SMALL))
        return metrics.horizontalAdvance(self.heading_of(index)) + 2 * metrics.height()

    def _measure(self, key: _Key) -> int:
        height = self._heights[key] = CardText(key[0], self._font, key[1]).height
        return height

    def _laid_out(self, key: _Key) -> CardText:
        if known := self._texts.get(key):
            return known
        if len(self._texts) >= _KEPT:
            self._texts.clear()
        made = self._texts[key] = CardText(key[0], self._font, key[1], self._link)
        return made

    def _estimate(self, key: _Key) -> int:
        text, width = key
        metrics = self._view.fontMetrics()
        a_line = max(width // metrics.averageCharWidth(), 1)
        length = min(len(text), LONGEST)
        return (text.count("\n", 0, length) + 1 + length // a_line) * metrics.lineSpacing()

    def _measure_more(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._estimates and spent.elapsed() < _A_TURN:
            key = next(iter(self._estimates))
            self._measure(key)
            del self._estimates[key]
        if not self._estimates:
            self._idle.stop()
            self.measured.emit()

    # Painting.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = option.palette
        place = self.place(option.rect, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self._font, _SMALL))
        if place.day is not None:
            paint_day(painter, place.day, str(index.data(DAY)), palette)
        ground = paint_card(painter, place.frame, option, index)
        paint_heading(painter, place.heading, self.heading_of(index), index, palette, ground)
        painter.setFont(self._font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        for box in self._marked(place.text) if self._wanted else ():
            painter.fillRect(box.translated(place.at), blend(ground, palette.color(QPalette.ColorRole.Highlight), 0.4))
        visible = QRectF(self._view.viewport().rect())
        selected = self.chosen(index)
        place.text.draw(painter, place.at, visible, (selected[0], _selection(palette)) if selected else None)
        self._paint_caret(painter, place, index)
        painter.restore()

    def _paint_caret(self, painter: QPainter, place: CardPlace, index: Index) -> None:
        chosen = self.chosen(index)
        if chosen and chosen[1] is not None and self._view.hasFocus():
            caret = place.text.caret(chosen[1]).translated(place.at)
            caret.setWidth(max(self._view.fontMetrics().height() / 12, 1))
            painter.fillRect(caret, painter.pen().color())

    def _marked(self, text: CardText) -> list[QRectF]:
        """Return the boxes of the highlighted text in the layout."""
        if self._wanted not in text.spans:
            text.spans = {
                self._wanted: [box for span in spans(text.text[:LONGEST], self._wanted) for box in text.boxes(span)]
            }
        return text.spans[self._wanted]


def _selection(palette: QPalette) -> "QTextCharFormat":
    from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415 - slow to import, not before something is selected

    chosen = QTextCharFormat()
    group = QPalette.ColorGroup.Active  # on Windows, the inactive one is unreadable
    chosen.setBackground(palette.color(group, QPalette.ColorRole.Highlight))
    chosen.setForeground(palette.color(group, QPalette.ColorRole.HighlightedText))
    return chosen
