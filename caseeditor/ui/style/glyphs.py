"""Painted glyphs of one family, and a button with one."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

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


def chevron_back(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of the previous one."""
    _line(painter, box, (0.64, 0.18), (0.34, 0.5), (0.64, 0.82))


def chevron_on(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of the next one."""
    _line(painter, box, (0.36, 0.18), (0.66, 0.5), (0.36, 0.82))


def chevron_up(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of the one above."""
    _line(painter, box, (0.18, 0.64), (0.5, 0.34), (0.82, 0.64))


def chevron_down(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of the one below."""
    _line(painter, box, (0.18, 0.36), (0.5, 0.66), (0.82, 0.36))


def undo(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of taking something back."""
    _line(painter, box, (0.4, 0.1), (0.14, 0.36), (0.4, 0.62))
    _line(painter, box, (0.14, 0.36), (0.6, 0.36), (0.84, 0.52), (0.84, 0.74), (0.66, 0.9), (0.4, 0.9))


def sheets(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of copying."""
    side = box.width()
    front = QRectF(box.left() + side * 0.1, box.top() + side * 0.32, side * 0.52, side * 0.6)
    painter.drawRoundedRect(front, side / 10, side / 10)
    _line(painter, box, (0.36, 0.1), (0.88, 0.1), (0.88, 0.7), (0.76, 0.7))
    _line(painter, box, (0.36, 0.1), (0.36, 0.2))


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


def note(painter: QPainter, box: QRectF) -> None:
    """Paint the glyph of a note."""
    _line(painter, box, (0.2, 0.1), (0.8, 0.1), (0.8, 0.62), (0.58, 0.9), (0.2, 0.9), (0.2, 0.1))
    _line(painter, box, (0.35, 0.36), (0.65, 0.36))
    _line(painter, box, (0.35, 0.58), (0.55, 0.58))


def _line(painter: QPainter, box: QRectF, *places: tuple[float, float]) -> None:
    """Paint a line through places, given in shares of the box."""
    side = box.width()
    painter.drawPolyline([box.topLeft() + QPointF(side * x, side * y) for x, y in places])


def draw_glyph(painter: QPainter, glyph: Glyph, box: QRectF, colour: QColor) -> None:
    """Paint a glyph in a colour, with lines of the family's thickness."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.3, box.width() / 11), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    glyph(painter, box)
    painter.restore()


def paint_glyph_of(widget: QWidget, glyph: Glyph) -> None:
    """Paint a glyph in the centre of a widget, mirrored in a window that runs from right to left."""
    side = widget.fontMetrics().ascent()
    painter = QPainter(widget)
    if widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        painter.translate(widget.width(), 0)
        painter.scale(-1, 1)
    box = QRectF((widget.width() - side) / 2, (widget.height() - side) / 2, side, side)
    group = QPalette.ColorGroup.Active if widget.isEnabled() else QPalette.ColorGroup.Disabled
    draw_glyph(painter, glyph, box, widget.palette().color(group, QPalette.ColorRole.PlaceholderText))
    painter.end()


class GlyphButton(QToolButton):
    """A flat button with a glyph, and a name for tooltip and assistive technology."""

    def __init__(self, glyph: Glyph, name: str, parent: QWidget, *, beside: int = _PAD) -> None:
        """`beside`: pixels beside the glyph, both sides together."""
        super().__init__(parent)
        self._glyph = glyph
        self._beside = beside
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_glyph(self, glyph: Glyph) -> None:
        """Show another glyph."""
        self._glyph = glyph
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side + self._beside, side + _PAD)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_glyph_of(self, self._glyph)
