"""Painted glyphs of one family, and a button with one."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from caseeditor.ui.style.font_scaling import by_font

Glyph = Callable[[QPainter, QRectF], None]
"""Paints within a square, with the painter's pen."""
_PAD = 8
"""Pixels around the glyph of a button, both sides together."""


def magnifier(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of a search."""
    side = box.width()
    painter.drawEllipse(box.topLeft() + QPointF(side * 0.42, side * 0.42), side * 0.32, side * 0.32)
    painter.drawLine(
        box.topLeft() + QPointF(side * 0.66, side * 0.66), box.topLeft() + QPointF(side * 0.94, side * 0.94)
    )


def dots(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of further actions."""
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for place in (0.16, 0.5, 0.84):
        painter.drawEllipse(
            QPointF(box.left() + box.width() * place, box.center().y()), box.width() / 11, box.width() / 11
        )


def cross(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of closing."""
    inner = box.adjusted(*(box.width() * share for share in (0.2, 0.2, -0.2, -0.2)))
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


def funnel(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of a filter."""
    side = box.width()
    places = ((0.06, 0.14), (0.94, 0.14), (0.6, 0.56), (0.6, 0.92), (0.4, 0.78), (0.4, 0.56))
    painter.drawPolygon([box.topLeft() + QPointF(side * x, side * y) for x, y in places])


def side_column(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of the column beside a case."""
    side = box.width()
    frame = box.adjusted(side * 0.06, side * 0.14, -side * 0.06, -side * 0.14)
    painter.drawRoundedRect(frame, side / 8, side / 8)
    painter.drawLine(
        QPointF(frame.left() + frame.width() * 0.62, frame.top()),
        QPointF(frame.left() + frame.width() * 0.62, frame.bottom()),
    )


def draw_glyph(painter: QPainter, glyph: Glyph, box: QRectF, colour: QColor) -> None:
    """Paint a glyph in a colour, with lines of the family's thickness."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.3, box.width() / 11), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    glyph(painter, box)
    painter.restore()


class GlyphButton(QToolButton):
    """A flat button with a glyph, and a name for tooltip and assistive technology."""

    def __init__(self, glyph: Glyph, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
        by_font(self, lambda: self.setFixedSize(*(2 * [self.fontMetrics().height() + _PAD])))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self.fontMetrics().ascent()
        painter = QPainter(self)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_glyph(painter, self._glyph, box, self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.end()
