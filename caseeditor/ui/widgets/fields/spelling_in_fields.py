"""The spelling marks of both kinds of fields."""

import re
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from caseeditor.domain.spelling.words import Word
from caseeditor.ui.widgets.fields.speller import Speller
from caseeditor.ui.widgets.fields.spelling_marks import SpellingMarks
from caseeditor.ui.widgets.fields.text_fields import LineEdit, PlainEdit

_LONGEST_BLOCK = 50_000
"""Characters of a line; longer ones aren't checked, since finding a place in them takes long."""
_LONGEST_LINE = 2_000
_READ_WHOLE = 500
"""Characters of a line that are read as a whole; of a longer one, only its visible part."""
_AROUND = 64
"""Characters beside the visible part, so that a word is whole."""
_SAMPLE = 2_000
"""Characters by which the language is guessed."""
_CUT_WORD, _CUT_END = re.compile(r"\S*"), re.compile(r"\S*\Z")
_CARET_LEFT = 5
"""Pixels that QLineEdit's rectangle of the caret begins before it."""
_WIDEST = 1_000_000
_BELOW = 20
"""Pixels between the base of a line and its end, at most."""


class EditSpelling(SpellingMarks):
    """The marks of a field of several lines."""

    def __init__(self, field: PlainEdit, speller: Speller) -> None:
        super().__init__(field, speller)
        self._field = field

    def paint(self, event: QPaintEvent) -> None:
        """Paint the waves of the blocks that are painted."""
        if not self._speller.is_on or self._field.isReadOnly():
            return
        area = event.rect()
        painter: QPainter | None = None
        for block, place in self._visible_blocks():
            if place.y() > area.bottom() + 1:
                break
            for left, right, base in self._waves(block, place):
                if not area.top() - _BELOW <= base <= area.bottom() + _BELOW:
                    continue
                if painter is None:
                    painter = QPainter(self._field.viewport())
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                    painter.setPen(self._pen())
                self._wave(painter, left, right, base)
        if painter:
            painter.end()

    def _visible_blocks(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """Return the visible blocks with the places of their layouts."""
        field = self._field
        block, place = field.firstVisibleBlock(), field.contentOffset()
        height = field.viewport().height()
        while block.isValid() and place.y() <= height:
            yield block, place
            place = QPointF(place.x(), place.y() + field.blockBoundingRect(block).height())
            block = block.next()

    def _waves(self, block: QTextBlock, place: QPointF) -> Iterator[tuple[float, float, float]]:
        layout = block.layout()
        if block.length() > _LONGEST_BLOCK or layout.preeditAreaText():  # a word is being composed: places differ
            return
        text, start = self._visible_text(block, layout, place)
        for word in self._misspelled(text, block.position() + start):
            first, last = start + word.start, start + word.end
            while first < last:
                line = layout.lineForTextPosition(first)
                if not line.isValid():
                    return
                end = min(last, line.textStart() + line.textLength())
                base = place.y() + line.y() + line.ascent()
                yield place.x() + _x(line, first), place.x() + _x(line, end), base
                first = max(end, first + 1)

    def _visible_text(self, block: QTextBlock, layout: QTextLayout, place: QPointF) -> tuple[str, int]:
        """Return a block's text, of a long one a part, and where it begins."""
        if block.length() <= _READ_WHOLE:
            return block.text(), 0
        height = self._field.viewport().height()
        lines = [layout.lineAt(each) for each in range(layout.lineCount())]
        lines = [each for each in lines if place.y() + each.y() + each.height() >= 0 and place.y() + each.y() <= height]
        if not lines:
            return "", 0
        start, end = lines[0].textStart(), lines[-1].textStart() + lines[-1].textLength()
        if end - start > _READ_WHOLE:  # a line that isn't wrapped
            start = lines[0].xToCursor(-place.x())
            end = lines[0].xToCursor(self._field.viewport().width() - place.x())
        return _whole_words(block.text(), start, end)

    def _caret(self) -> int:
        return self._field.textCursor().position()

    def _place_at(self, event: QContextMenuEvent) -> int:
        return self._field.cursorForPosition(event.pos()).position()

    def _word_at(self, place: int) -> tuple[int, Word] | None:
        block = self._field.document().findBlock(place)
        if block.length() > _LONGEST_BLOCK:
            return None
        text, start = block.text(), 0
        if len(text) > _READ_WHOLE:
            text, start = _whole_words(text, place - block.position(), place - block.position())
        start += block.position()
        return next(((start, word) for word in self._words_of(text) if word.start <= place - start <= word.end), None)

    def _words_from_caret(self) -> Iterator[tuple[int, Word]]:
        caret, document = self._field.textCursor().selectionEnd(), self._field.document()
        here = document.findBlock(caret)
        row = here.blockNumber()
        yield from ((at, word) for at, word in self._words_from(here, row + 1) if at + word.end > caret)
        yield from self._words_from(here.next(), document.blockCount())
        yield from self._words_from(document.begin(), row)
        yield from ((at, word) for at, word in self._words_from(here, row + 1) if at + word.end <= caret)

    def _words_from(self, block: QTextBlock, row: int) -> Iterator[tuple[int, Word]]:
        """Return the words of the blocks before a row."""
        while block.isValid() and block.blockNumber() < row:
            if block.length() <= _LONGEST_BLOCK:
                for word in self._words_of(block.text()):
                    yield block.position(), word
            block = block.next()

    def _sample(self) -> Iterator[tuple[int, Word]]:
        block, left = self._field.document().begin(), _SAMPLE
        while block.isValid() and left > 0:
            if block.length() <= _LONGEST_BLOCK:
                for word in self._words_of(block.text()[:left]):
                    yield block.position(), word
            left -= block.length()
            block = block.next()

    def _select(self, start: int, end: int) -> None:
        cursor = self._field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._field.setTextCursor(cursor)
        self._field.ensureCursorVisible()

    def _part(self, start: int, end: int) -> str:
        block = self._field.document().findBlock(start)
        return _units(block.text(), start - block.position(), end - block.position())

    def _replace(self, start: int, end: int, text: str) -> None:
        self._select(start, end)
        self._field.set_apart.emit()
        self._field.textCursor().insertText(text)
        self._field.set_apart.emit()

    def _repaint(self) -> None:
        self._field.viewport().update()


class LineSpelling(SpellingMarks):
    """The marks of a field of one line. They begin with the first change that the agent makes."""

    def __init__(self, field: LineEdit, speller: Speller) -> None:
        super().__init__(field, speller)
        self._field = field
        self._laid_out: tuple[object, QTextLayout] | None = None

    def paint(self, event: QPaintEvent) -> None:  # noqa: ARG002 - a line is painted as a whole
        """Paint the waves of the line."""
        field, text = self._field, self._text()
        if not (self._speller.is_on and field.hasFocus() and text) or field.isReadOnly():
            return
        wrong = self._misspelled(text, 0)
        if not wrong:
            return
        line = self._line(text)
        rect = field.cursorRect()
        offset = rect.x() + _CARET_LEFT - _x(line, field.cursorPosition())
        base = rect.y() + line.ascent()
        painter = QPainter(field)
        painter.setClipRect(field.rect().adjusted(2, 0, -2, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen())
        for word in wrong:
            self._wave(painter, offset + _x(line, word.start), offset + _x(line, word.end), base)
        painter.end()

    def _text(self) -> str:
        text = self._field.text()
        return text if len(text) <= _LONGEST_LINE else ""

    def _line(self, text: str) -> QTextLine:
        """Lay the text out as the field does, whose own layout can't be reached."""
        key = (text, self._field.font(), self._field.layoutDirection())
        if self._laid_out is None or self._laid_out[0] != key:
            layout = QTextLayout(text, self._field.font(), self._field)
            option = QTextOption()
            option.setTextDirection(self._field.layoutDirection())
            layout.setTextOption(option)
            layout.beginLayout()
            layout.createLine().setLineWidth(_WIDEST)
            layout.endLayout()
            self._laid_out = key, layout
        return self._laid_out[1].lineAt(0)

    def _caret(self) -> int:
        return self._field.cursorPosition()

    def _place_at(self, event: QContextMenuEvent) -> int:
        return self._field.cursorPositionAt(event.pos())

    def _word_at(self, place: int) -> tuple[int, Word] | None:
        return next(((0, word) for word in self._words_of(self._text()) if word.start <= place <= word.end), None)

    def _words_from_caret(self) -> Iterator[tuple[int, Word]]:
        field = self._field
        caret = field.selectionEnd() if field.hasSelectedText() else field.cursorPosition()
        words = self._words_of(self._text())
        yield from ((0, word) for word in words if word.end > caret)
        yield from ((0, word) for word in words if word.end <= caret)

    def _sample(self) -> Iterator[tuple[int, Word]]:
        return ((0, word) for word in self._words_of(self._text()))

    def _select(self, start: int, end: int) -> None:
        self._field.setSelection(start, end - start)

    def _part(self, start: int, end: int) -> str:
        return _units(self._field.text(), start, end)

    def _replace(self, start: int, end: int, text: str) -> None:
        self._field.setSelection(start, end - start)
        self._field.set_apart.emit()
        self._field.insert(text)
        self._field.set_apart.emit()

    def _repaint(self) -> None:
        self._field.update()


def _units(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "replace")


def _whole_words(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the part of a text from `start` to `end` in UTF-16 units, with the words at its ends, and its start."""
    units = text.encode("utf-16-le", "surrogatepass")
    start, end = max(0, start - _AROUND), min(len(units) // 2, end + _AROUND)
    part = units[2 * start : 2 * end].decode("utf-16-le", "replace")
    if start:
        cut = _CUT_WORD.match(part)
        skipped = cut[0] if cut else ""
        start += len(skipped.encode("utf-16-le")) // 2
        part = part[len(skipped) :]
    return (part if end == len(units) // 2 else _CUT_END.sub("", part)), start


def _x(line: QTextLine, place: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x
