"""The facts of a case in one line: state, channel, time left, and the rest, muted and elided."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caseeditor.domain.queue.due import urgency
from caseeditor.domain.text.bidi import is_right_to_left
from caseeditor.ui.case.summary import Due
from caseeditor.ui.messages.due_words import due_left
from caseeditor.ui.style.colour_roles import is_black_and_white, roles_of
from caseeditor.ui.style.due_colours import pill_colours
from caseeditor.ui.style.font_scaling import demi_bold, scaled
from caseeditor.ui.widgets.lists.avatar import channel_glyph

_SMALL = 88
"""Size of the pill's text, in percent."""
_GAP, _WIDE_GAP, _INSET = 6, 16, 8
_BAR_LETTERS = 12
"""Width of the bar."""
_MOST = 0.4
"""The part of the line that a long state, or a long channel, may take."""
_STATES = {
    "arrived": ("accent", "accent_soft"),
    "waiting for customer": ("warn", "warn_bg"),
    "resolved": ("good", "good_bg"),
}
_OTHER = ("muted", "in_bg")


class Shown(NamedTuple):
    """The content of the line; `spoken` is the whole of it, for assistive technology."""

    state: str = ""
    channel: str = ""
    due: Due | None = None
    rest: str = ""
    spoken: str = ""


class FactsLine(QLabel):
    """A label that paints itself: its text is the whole sentence. Parts without room are elided or left out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = Shown()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_facts(self, shown: Shown) -> None:
        """Show other facts; assistive technology is told of a change only."""
        if shown != self._shown:
            self._shown = shown
            self.setText(shown.spoken)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 2 * _GAP)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = _Line(self, painter)
        shown = self._shown
        if shown.state:
            line.pill(shown.state)
        if shown.channel:
            line.channel(shown.channel)
        if shown.due:
            line.due(shown.due)
        line.text(shown.rest, QColor(line.colours.muted), line.room)
        painter.end()


class _Line:
    """Paints parts side by side from the leading edge on."""

    def __init__(self, widget: QWidget, painter: QPainter) -> None:
        self._painter, self._font = painter, widget.font()
        self._width, self._height = widget.width(), widget.height()
        self._is_mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._palette = QPalette(widget.palette())
        self.colours = roles_of(self._palette)
        self._letter = widget.fontMetrics().averageCharWidth()
        self._side = widget.fontMetrics().ascent()
        """Side of a glyph's square."""
        self._at = 0

    @property
    def room(self) -> int:
        return max(self._width - self._at, 0)

    def pill(self, state: str) -> None:
        """Paint the state on a ground of its colour, outlined in high contrast."""
        font = demi_bold(scaled(self._font, _SMALL))
        metrics = QFontMetrics(font)
        most = round(_MOST * self._width) - 2 * _INSET
        said = metrics.elidedText(state, Qt.TextElideMode.ElideRight, most)
        box = QRectF(self._place(metrics.horizontalAdvance(said) + 2 * _INSET, metrics.height() + 3))
        text, ground = (QColor(getattr(self.colours, name)) for name in _STATES.get(state.casefold(), _OTHER))
        if is_black_and_white(self._palette):
            text = QColor(self.colours.text)
            ground = QColor(self.colours.base)
        self._painter.setPen(text if is_black_and_white(self._palette) else Qt.PenStyle.NoPen)
        self._painter.setBrush(ground)
        outline = box.adjusted(0.5, 0.5, -0.5, -0.5)
        self._painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2)
        self._painter.setPen(text)
        self._painter.setFont(font)
        self._turn(said)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, said)
        self._at += _GAP

    def channel(self, channel: str) -> None:
        box = QRectF(self._place(self._side, self._side))
        channel_glyph(self._painter, channel.casefold(), box, QColor(self.colours.muted))
        self._at += _GAP
        self.text(channel, QColor(self.colours.text), round(_MOST * self._width / 2))
        self._at += _WIDE_GAP

    def due(self, due: Due) -> None:
        """Paint the used part of the time as a bar, and the time left. Without room the bar is left out."""
        words, font = due_left(due.left), demi_bold(self._font)
        colour = pill_colours(self._palette, urgency(due.left))[0]
        bar = _BAR_LETTERS * self._letter
        if self.room < self._side + 2 * _GAP + bar + QFontMetrics(font).horizontalAdvance(words):
            bar = 0
        _clock(self._painter, QRectF(self._place(self._side, self._side)), colour)
        self._at += _GAP
        if bar:
            self._bar(self._place(bar, max(self._side // 2, 4)), due.used, colour)
            self._at += _GAP
        self.text(words, colour, self.room, font)
        self._at += _WIDE_GAP

    def _bar(self, box: QRect, used: float, colour: QColor) -> None:
        self._painter.setPen(colour if is_black_and_white(self._palette) else Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self.colours.base if is_black_and_white(self._palette) else self.colours.line))
        round_ = box.height() / 2
        self._painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
        filled = QRectF(box)
        filled.setWidth(max(box.width() * used, box.height()))
        if self._is_mirrored:
            filled.moveRight(QRectF(box).right())
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(filled, round_, round_)

    def text(self, text: str, colour: QColor, most: int, font: QFont | None = None) -> None:
        font = font or self._font
        metrics = QFontMetrics(font)
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, min(most, self.room))
        self._painter.setFont(font)
        self._painter.setPen(colour)
        box = self._place(metrics.horizontalAdvance(said), metrics.height())
        self._turn(said)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, said)

    def _turn(self, text: str) -> None:
        """Let a text run in its own direction, whatever the window's is."""
        is_turned = is_right_to_left(text)
        self._painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if is_turned else Qt.LayoutDirection.LeftToRight
        )

    def _place(self, width: int, height: int) -> QRect:
        """Return the next box, in the middle of the line's height."""
        left = self._width - self._at - width if self._is_mirrored else self._at
        self._at += width
        return QRect(left, (self._height - height) // 2, width, height)


def _clock(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, max(1.3, box.width() / 11), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    centre, side = box.center(), box.width()
    painter.drawEllipse(centre, side * 0.42, side * 0.42)
    painter.drawPolyline([centre - QPointF(0, side * 0.25), centre, centre + QPointF(side * 0.18, side * 0.12)])
