"""The circle with a contact's initials, and the badge with the channel, painted at any size."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPalette, QPen, QPixmap

from caseeditor.ui.style.colour import blend
from caseeditor.ui.style.font_scaling import demi_bold

HUES = ("#6a3de8", "#00796b", "#c2185b", "#3949ab", "#8f5600", "#2e7d32", "#00727d", "#6d4c41")
"""Grounds of white initials: contrast at least 5."""
_CLOSED = "#5c6470"
_MOST_KEPT = 300
_LETTERS = 0.38
"""Height of the initials, as a share of the circle."""
_BADGE, _BEYOND = 0.48, 0.12
"""Diameter of the badge, and its part outside the circle's box, as shares of the circle."""


class Face(msgspec.Struct, frozen=True, gc=False):
    """Initials, the place of the colour in HUES (-1: muted), and the channel in lower case."""

    initials: str
    hue: int
    channel: str


class Avatars:
    """Paints avatars, and keeps those it has painted."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], QPixmap] = {}

    def draw(self, painter: QPainter, box: QRect, face: Face, palette: QPalette, font: QFont) -> None:
        """Draw an avatar into a square; the badge reaches a little beyond it."""
        size = box.width()
        ratio = painter.device().devicePixelRatioF()
        base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        key = (face, size, ratio, base.rgb(), text.rgb())
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            made = self._made[key] = _paint(face, size, ratio, (base, text), font)
        painter.drawPixmap(QPointF(box.topLeft()), made)


def _paint(face: Face, size: int, ratio: float, colours: tuple[QColor, QColor], font: QFont) -> QPixmap:
    base, text = colours
    side = round(size * (1 + _BEYOND) * ratio)
    made = QPixmap(side, side)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = QColor(_CLOSED if face.hue < 0 else HUES[face.hue])
    painter.setBrush(ground)
    circle = QRectF(0, 0, size, size)
    painter.drawEllipse(circle)
    if face.initials:
        bold = demi_bold(font)
        bold.setPixelSize(max(round(size * _LETTERS), 1))
        painter.setFont(bold)
        painter.setPen(QColor("white"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, face.initials)
    else:
        _person(painter, circle, blend(QColor("white"), ground, 0.15))
    if face.channel:
        place = size * (1 + _BEYOND - _BADGE)
        badge = QRectF(place, place, size * _BADGE, size * _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(base)
        painter.drawEllipse(badge)
        inset = badge.width() * 0.22
        channel_glyph(painter, face.channel, badge.adjusted(inset, inset, -inset, -inset), text)
    painter.end()
    return made


def _person(painter: QPainter, circle: QRectF, colour: QColor) -> None:
    """Paint a head and shoulders, for a contact without letters in the name."""
    size = circle.width()
    path = QPainterPath()
    path.addEllipse(circle.center() - QPointF(0, size * 0.12), size * 0.15, size * 0.15)
    path.addRoundedRect(QRectF(size * 0.25, size * 0.56, size * 0.5, size * 0.22), size * 0.11, size * 0.11)
    painter.setBrush(colour)
    painter.drawPath(path)


def channel_glyph(painter: QPainter, channel: str, place: QRectF, colour: QColor) -> None:
    """Paint the glyph of a channel; one that is unknown gets a speech bubble."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.2, place.width() / 10)
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(place.topLeft())
    painter.scale(place.width(), place.height())
    pen = painter.pen()
    pen.setWidthF(width / place.width())
    painter.setPen(pen)
    _GLYPHS.get(channel, _bubble)(painter)
    painter.restore()


def _email(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(0.05, 0.18, 0.9, 0.64), 0.1, 0.1)
    painter.drawPolyline([QPointF(0.08, 0.25), QPointF(0.5, 0.56), QPointF(0.92, 0.25)])


def _bubble(painter: QPainter) -> None:
    path = QPainterPath(QPointF(0.22, 0.94))
    path.lineTo(0.26, 0.74)
    path.lineTo(0.16, 0.74)
    path.quadTo(0.06, 0.74, 0.06, 0.64)
    path.lineTo(0.06, 0.22)
    path.quadTo(0.06, 0.12, 0.16, 0.12)
    path.lineTo(0.84, 0.12)
    path.quadTo(0.94, 0.12, 0.94, 0.22)
    path.lineTo(0.94, 0.64)
    path.quadTo(0.94, 0.74, 0.84, 0.74)
    path.lineTo(0.46, 0.74)
    path.closeSubpath()
    painter.drawPath(path)


def _sms(painter: QPainter) -> None:
    _bubble(painter)
    for x in (0.3, 0.5, 0.7):
        painter.drawPoint(QPointF(x, 0.43))


def _facebook(painter: QPainter) -> None:
    _bubble(painter)
    painter.drawLine(QPointF(0.28, 0.34), QPointF(0.72, 0.34))
    painter.drawLine(QPointF(0.28, 0.53), QPointF(0.55, 0.53))


def _instagram(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(0.1, 0.1, 0.8, 0.8), 0.22, 0.22)
    painter.drawEllipse(QPointF(0.5, 0.5), 0.19, 0.19)


def _twitter(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0.5, 0.5), 0.18, 0.18)
    path = QPainterPath(QPointF(0.68, 0.34))
    path.lineTo(0.68, 0.56)
    path.cubicTo(0.70, 0.74, 0.92, 0.70, 0.92, 0.50)
    path.arcTo(QRectF(0.08, 0.08, 0.84, 0.84), 0, 310)
    painter.drawPath(path)


def _video(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(0.05, 0.18, 0.9, 0.64), 0.18, 0.18)
    painter.drawPolygon([QPointF(0.42, 0.36), QPointF(0.64, 0.5), QPointF(0.42, 0.64)])


_GLYPHS: dict[str, Callable[[QPainter], None]] = {
    "email": _email,
    "sms": _sms,
    "facebook": _facebook,
    "instagram": _instagram,
    "twitter": _twitter,
    "youtube": _video,
}
