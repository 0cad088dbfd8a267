"""The layout of a card's text: painting, size and hit test have one source.

Positions are those of the original text, in characters. A position never splits a grapheme, a line break or half of a
character: the layout's own cursor positions are used.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from math import ceil
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextLine, QTextOption

from caseeditor.domain.text.bidi import has_right_to_left, is_right_to_left
from caseeditor.domain.text.live_text import LivePlace, find_live

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

LONGEST = 20_000
"""Characters of a text that are laid out."""
_BEYOND = 2_100
"""Characters behind these that are searched for the end of a live place: more than the longest one has."""
_LINE = "\u2028"
"""The end of a line for QTextLayout."""
_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
"""Two of them make a flag."""
Span = tuple[int, int]
"""Start and end in the original text, in characters."""


class _Part(msgspec.Struct, frozen=True, gc=False):
    """A layout, and the range of the shown text that it has, in UTF-16 units."""

    first: int
    last: int
    top: float
    bottom: float
    layout: Any
    bottoms: "array[float]"
    """The bottom of each line."""


class CardText:
    """A text, laid out in a width. Lines break at words, and inside a word that is longer than a line.

    Where some of it runs from right to left, each line is a part of its own, aligned by its own direction.
    """

    def __init__(self, text: str, font: QFont, width: int, link: QColor | None = None) -> None:
        """`link` is the colour of live places; None for a layout that is only measured."""
        self.text = text
        self._link = link
        self._width = width
        self._cut = min(len(text), LONGEST)
        self._parts: list[_Part] = []
        self.height = 0
        self._lay_out(font)
        self.spans: dict[str, list[QRectF]] = {}
        """The boxes of a search's matches, by the wanted text."""

    def _lay_out(self, font: QFont) -> None:
        shown = shown_text(self.text)
        place, height = 0, 0.0
        live = [(self._unit(each.start), self._unit(each.end)) for each in self.live] if self._link else []
        for paragraph in shown.split(_LINE) if has_right_to_left(shown) else [shown]:
            layout = QTextLayout(paragraph, font)
            layout.setCacheEnabled(True)
            option = QTextOption()  # the direction follows the text; a fixed alignment would override it
            option.setAlignment(_side(paragraph))
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            last = place + utf16(paragraph)
            if self._link and live:
                layout.setFormats(_live_formats(self._link, live, place, last))
            top, bottoms = height, array("d")
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(self._width)
                line.setPosition(QPointF(0, height))
                height += line.height()
                bottoms.append(height)
            layout.endLayout()
            self._parts.append(_Part(place, last, top, height, layout, bottoms))
            place = last + 1
        self.height = ceil(height)

    @cached_property
    def natural_width(self) -> int:
        """The width of the longest line; all of it where a line is aligned at its right."""
        if len(self._parts) > 1 or is_right_to_left(self.text):
            return self._width
        lines = (line.naturalTextWidth() for _, line in self._lines())
        return min(ceil(max(lines, default=0)) + 1, self._width)

    @cached_property
    def live(self) -> tuple[LivePlace, ...]:
        """The links, addresses and numbers in the shown text."""
        found = find_live(self.text[: self._cut + _BEYOND])
        return tuple(each for each in found if each.end <= self._cut)

    # Painting.

    def draw(self, painter: QPainter, at: QPointF, clip: QRectF, chosen: "tuple[Span, QTextCharFormat] | None") -> None:
        """Draw the text, a range of it in another format, where it is inside the clip."""
        for part in self._parts:
            if at.y() + part.bottom < clip.top() or at.y() + part.top > clip.bottom():
                continue
            part.layout.draw(painter, at, self._formats(part, *chosen) if chosen else [], clip)

    def _formats(self, part: _Part, span: Span, how: "QTextCharFormat") -> list[QTextLayout.FormatRange]:
        begin, stop = max(self._unit(span[0]), part.first), min(self._unit(span[1]), part.last)
        return [_range(begin - part.first, stop - begin, how)] if begin < stop else []

    def boxes(self, span: Span) -> list[QRectF]:
        """Return the boxes of a range, one for each line."""
        first, last = self._unit(span[0]), self._unit(span[1])
        found: list[QRectF] = []
        for part in self._parts[max(bisect_right(self._parts, first, key=lambda part: part.first) - 1, 0) :]:
            begin, end = max(first, part.first), min(last, part.last)
            if part.first > last:
                break
            if begin < end:
                found += _boxes(part.layout, begin - part.first, end - part.first)
        return found

    def caret(self, place: int) -> QRectF:
        """Return the line at which a position is, one pixel wide."""
        part, line = self._line_of(self._unit(place))
        return QRectF(_x(line, self._unit(place) - part.first), line.y(), 1, line.height())

    # Hit test.

    def place_at(self, point: QPointF) -> int:
        """Return the position that is nearest to a point."""
        part = self._parts[
            min(bisect_right(self._parts, point.y(), key=lambda part: part.bottom), len(self._parts) - 1)
        ]
        if not part.bottoms:
            return 0
        number = bisect_right(part.bottoms, point.y())
        if number == len(part.bottoms):
            return len(self.text)
        line = part.layout.lineAt(number)
        unit = int(line.xToCursor(point.x()))
        if unit == line.textStart() + line.textLength() and part.layout.isValidCursorPosition(unit - 1):
            unit -= self._ends_with_break(part, line)
        place = self._place(part.first + unit)
        return place - self._splits_flag(place)

    def live_at(self, point: QPointF) -> LivePlace | None:
        """Return the live place below a point."""
        place = self.place_at(point)
        for each in self.live:
            if each.start <= place <= each.end and any(
                box.contains(point) for box in self.boxes((each.start, each.end))
            ):
                return each
        return None

    def live_near(self, place: int) -> LivePlace | None:
        """Return the live place that a position is in or at."""
        return next((each for each in self.live if each.start <= place <= each.end), None)

    def is_on_text(self, point: QPointF) -> bool:
        """Tell whether a point is on a line of text."""
        return 0 <= point.y() < self.height and 0 <= point.x() <= self._width

    # Steps.

    def beside(self, place: int, step: int, *, by_word: bool) -> int:
        """Return the next or the previous position, in the order of the text."""
        mode = QTextLayout.CursorMode.SkipWords if by_word else QTextLayout.CursorMode.SkipCharacters
        part = self._part_of(self._unit(place))
        unit = self._unit(place) - part.first
        layout = part.layout
        moved = layout.nextCursorPosition(unit, mode) if step > 0 else layout.previousCursorPosition(unit, mode)
        whole = part.first + moved
        if moved == unit:  # at the end of a part: the next one is behind the line break
            whole = part.last + 1 if step > 0 else part.first - 1
        place = self._place(min(max(whole, 0), self._parts[-1].last))
        return place + step * self._splits_flag(place)

    def beyond_line(self, place: int, step: int) -> int | None:
        """Return the position in the next or the previous line, None if there is none."""
        caret = self.caret(place)
        y = caret.bottom() + 1 if step > 0 else caret.top() - 1
        return self.place_at(QPointF(caret.left(), y)) if 0 <= y < self.height else None

    def line_end(self, place: int, step: int) -> int:
        """Return the end or the beginning of the line of a position."""
        part, line = self._line_of(self._unit(place))
        unit = line.textStart()
        if step > 0:
            unit += line.textLength() - self._ends_with_break(part, line)
        return self._place(part.first + unit)

    def word_at(self, place: int) -> Span:
        """Return the word at a position: a live place is one."""
        if live := next((each for each in self.live if each.start <= place < each.end), None):
            return live.start, live.end
        place = min(place, max(self._cut - 1, 0))
        if not self.text[place : place + 1].strip():
            return place, self.beside(place, 1, by_word=False)
        start = self.beside(self.beside(place, 1, by_word=False), -1, by_word=True)
        end = self.beside(start, 1, by_word=True)
        return start, start + len(self.text[start : min(end, self._cut)].rstrip())

    def paragraph_at(self, place: int) -> Span:
        """Return the text around a position up to the line breaks."""
        start = max(self.text.rfind(each, 0, place) for each in ("\n", _LINE)) + 1
        ends = [end for each in ("\r\n", "\n", _LINE) if (end := self.text.find(each, place)) >= 0]
        return start, min(ends, default=len(self.text))

    # Positions.

    @cached_property
    def _units(self) -> "array[int] | None":
        """The UTF-16 position of each character and of the end; None where they are equal."""
        text = self.text[: self._cut]
        if text.isascii() and "\r\n" not in text:
            return None
        found, unit = array("I", [0]), 0
        for letter, following in pairwise((*text, "")):
            unit += 0 if letter == "\r" and following == "\n" else 2 if letter > "\uffff" else 1
            found.append(unit)
        return found

    def _unit(self, place: int) -> int:
        """Return the UTF-16 position of a character; of one beyond the cut, the position behind the ellipsis."""
        shown = min(place, self._cut)
        return (self._units[shown] if self._units is not None else shown) + (place > self._cut)

    def _place(self, unit: int) -> int:
        """Return the character at a UTF-16 position; behind the ellipsis, the end of the whole text."""
        place = bisect_left(self._units, unit) if self._units is not None else unit
        return place if place <= self._cut else len(self.text)

    def _splits_flag(self, place: int) -> bool:
        """Tell whether a place is inside a flag: Qt splits one that follows another emoji."""
        before = place
        while before > 0 and self.text[before - 1] in _FLAG_LETTERS:
            before -= 1
        return bool((place - before) % 2) and self.text[place : place + 1] in _FLAG_LETTERS and place < len(self.text)

    def _part_of(self, unit: int) -> _Part:
        return self._parts[max(bisect_right(self._parts, unit, key=lambda part: part.first) - 1, 0)]

    def _line_of(self, unit: int) -> tuple[_Part, QTextLine]:
        part = self._part_of(unit)
        return part, part.layout.lineForTextPosition(min(unit, part.last) - part.first)

    def _lines(self) -> Iterator[tuple[_Part, QTextLine]]:
        for part in self._parts:
            for number in range(part.layout.lineCount()):
                yield part, part.layout.lineAt(number)

    def _ends_with_break(self, part: _Part, line: QTextLine) -> bool:
        """Tell whether the last character of a line is its break: the position behind it is in the next line."""
        end = line.textStart() + line.textLength()
        is_last = line.lineNumber() == part.layout.lineCount() - 1
        before = self._place(part.first + end) - 1
        return not is_last and before >= 0 and self.text[before] in "\n\u2028"


def _live_formats(colour: QColor, live: list[Span], first: int, last: int) -> list[QTextLayout.FormatRange]:
    """Return the formats of live places in a part, all in UTF-16 units: underlined, and in the colour of links."""
    from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415 - slow to import, and many texts have no live place

    how = QTextCharFormat()
    how.setForeground(colour)
    how.setFontUnderline(True)
    inside = live[bisect_left(live, (first, 0)) : bisect_right(live, last, key=itemgetter(1))]
    return [_range(start - first, end - start, how) for start, end in inside]


def _range(start: int, length: int, how: "QTextCharFormat") -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, how
    return made


def shown_text(text: str) -> str:
    """Return a text as it is laid out: not longer than LONGEST, with the layout's line breaks."""
    shown = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return shown.replace("\r\n", _LINE).replace("\n", _LINE)


def utf16(text: str) -> int:
    """Return the length of a text in UTF-16 units, as Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _side(paragraph: str) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if is_right_to_left(paragraph) else Qt.AlignmentFlag.AlignLeft


def _boxes(layout: QTextLayout, first: int, last: int) -> Iterator[QRectF]:
    for number in range(layout.lineForTextPosition(first).lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        if line.textStart() >= last:
            break
        left, right = (_x(line, place) for place in (first, last))
        yield QRectF(left, line.y(), right - left, line.height()).normalized()


def _x(line: QTextLine, place: int) -> float:
    """Return the x position of a position of the text in a line; the end of the line if the text goes on below."""
    within = min(max(place, line.textStart()), line.textStart() + line.textLength())
    found: Any = line.cursorToX(within)  # x, and the position it belongs to
    return float(found[0])
