"""The painting of a card's parts: frame, heading, and the line between days."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from caseeditor.ui.messages.message import Severity
from caseeditor.ui.messages.severity_colour import severity_colour
from caseeditor.ui.style.colour import readable
from caseeditor.ui.style.colour_roles import is_black_and_white, roles_of
from caseeditor.ui.style.glyphs import draw_glyph, note
from caseeditor.ui.style.theme import muted
from caseeditor.ui.widgets.lists.avatar import channel_glyph
from caseeditor.ui.widgets.lists.card_roles import CHANNEL, LOOK, TINT, CardLook
from caseeditor.ui.widgets.lists.item_data import Index

_RADIUS = 0.42
"""Of the corners, in heights of a line."""
_GROUNDS = {
    CardLook.RECEIVED: "in_bg",
    CardLook.OTHER: "in_bg",
    CardLook.SENT: "out_bg",
    CardLook.NOTE: "note_bg",
    CardLook.PENDING: "good_bg",
}
_GLYPH = 0.72
"""Side of a heading's glyph, in heights of a line."""
_AFTER_GLYPH = 0.4


def paint_card(painter: QPainter, frame: QRectF, option: QStyleOptionViewItem, index: Index) -> QColor:
    """Paint the frame of a card, and return its ground. The edge of the selected one has the accent."""
    palette, look = option.palette, _look(index)
    roles = roles_of(palette)
    ground = QColor(getattr(roles, _GROUNDS[look]))
    is_pending, is_selected = look is CardLook.PENDING, bool(option.state & QStyle.StateFlag.State_Selected)
    pen = QPen(Qt.PenStyle.NoPen)
    width = 1.2
    if is_selected:
        width = 2.0
        pen = QPen(QColor(roles.accent), width)
    elif is_pending:
        pen = QPen(severity_colour(palette, Severity.GOOD), width)
    elif is_black_and_white(palette) or roles.muted == roles.text:
        pen = QPen(QColor(roles.line), 1)
    if is_pending:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(ground)
    radius = option.fontMetrics.height() * _RADIUS
    painter.drawRoundedRect(frame.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return ground


def paint_heading(  # noqa: PLR0913, PLR0917 - each part is painted by one of them
    painter: QPainter, space: QRect, heading: str, index: Index, palette: QPalette, ground: QColor
) -> None:
    """Paint a glyph of the channel, or of a note, and the heading, in the painter's font."""
    severity, look = index.data(TINT), _look(index)
    colour: Any = (
        severity_colour(palette, severity) if isinstance(severity, Severity) and look is CardLook.PENDING else None
    )
    colour = readable(colour or muted(palette), ground)
    metrics = QFontMetrics(painter.font())
    side = round(metrics.height() * _GLYPH)
    is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    left = space.right() - side if is_mirrored else space.left()
    box = QRectF(left, space.top() + (space.height() - side) / 2, side, side)
    if look in (CardLook.NOTE, CardLook.PENDING):
        draw_glyph(painter, note, box, colour)
    else:
        channel_glyph(painter, str(index.data(CHANNEL) or ""), box, colour)
    taken = side + round(metrics.height() * _AFTER_GLYPH)
    words = space.adjusted(0, 0, -taken, 0) if is_mirrored else space.adjusted(taken, 0, 0, 0)
    painter.setPen(colour)
    shown = metrics.elidedText(heading, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def paint_day(painter: QPainter, space: QRect, words: str, palette: QPalette) -> None:
    """Paint the name of a day between two lines, in the painter's font."""
    metrics = QFontMetrics(painter.font())
    half = min(metrics.horizontalAdvance(words) + metrics.height(), space.width()) // 2
    middle = space.center()
    painter.setPen(muted(palette))
    painter.drawText(space, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)
    painter.setPen(QColor(roles_of(palette).line))
    painter.drawLine(space.left(), middle.y(), middle.x() - half, middle.y())
    painter.drawLine(middle.x() + half, middle.y(), space.right(), middle.y())


def _look(index: Index) -> CardLook:
    look = index.data(LOOK)
    return look if isinstance(look, CardLook) else CardLook.NOTE
