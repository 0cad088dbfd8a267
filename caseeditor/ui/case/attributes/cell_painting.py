"""Painting of the cells that show more than a text: a mark, a hint, the former value, a value never seen before."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from caseeditor.ui.case.attributes.model import FORMER, HINT, MARK, MORE, PINNED, TONE, UNSEEN
from caseeditor.ui.messages.severity_colour import severity_colour
from caseeditor.ui.style.glyphs import draw_glyph, pin
from caseeditor.ui.style.row_palette import row_palette
from caseeditor.ui.style.theme import muted
from caseeditor.ui.widgets.lists.item_data import Index

_EDGE = 2
_PAD = 5
_INSET = 3
"""Pixels before a text, as the style has them in the other cells."""
_SMALL = 0.9
"""Size of the line with the former value."""
_ROUND = 4
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def row_height(metrics: QFontMetrics, *, has_former: bool) -> int:
    """Return the height of a row: of one line, or of two with the former value."""
    return metrics.height() + 10 + (round(metrics.height() * _SMALL) if has_former else 0)


def needs_painting(index: Index) -> bool:
    """Tell whether a cell shows more than its text."""
    return bool(index.data(MORE))


def paint_cell(painter: QPainter, option: QStyleOptionViewItem, palette: QPalette, index: Index) -> None:
    """Paint a cell. `palette` is the view's, without the colour of this cell."""
    painter.save()
    text, option.text = option.text, ""
    style = option.widget.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
    painter.setLayoutDirection(option.direction)
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    chosen = row_palette(option).color(QPalette.ColorRole.HighlightedText) if is_selected else None
    line = QRect(option.rect)
    if former := index.data(FORMER):
        line.setHeight(row_height(QFontMetrics(option.font), has_former=False) - 3)
        _paint_former(painter, option, line.bottom(), former, chosen or muted(palette))
    if mark := index.data(MARK):
        line = _paint_mark(painter, option, line, mark, chosen or severity_colour(palette, index.data(TONE)))
    if index.data(PINNED):
        line = _paint_pin(painter, option, line, chosen or muted(palette))
    if hint := index.data(HINT):
        text = text or hint
        _paint_text(painter, option, line, text, chosen or palette.color(QPalette.ColorRole.PlaceholderText))
    else:
        colour = option.palette.color(QPalette.ColorRole.Text)
        width = _paint_text(painter, option, line, text, chosen or colour)
        if index.data(UNSEEN):
            _paint_dashes(painter, option, line, width, chosen or muted(palette))
    painter.restore()


def _paint_text(painter: QPainter, option: QStyleOptionViewItem, line: QRect, text: str, colour: QColor) -> int:
    """Paint a text, elided; return its width."""
    space = line.adjusted(_INSET, 0, -_INSET, 0)
    metrics = QFontMetrics(option.font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, space.width())
    painter.setFont(option.font)
    painter.setPen(colour)
    painter.drawText(space, Qt.AlignmentFlag.AlignLeft | _FLAGS, shown)
    return metrics.horizontalAdvance(shown)


def _paint_former(painter: QPainter, option: QStyleOptionViewItem, top: int, former: str, colour: QColor) -> None:
    font = QFont(option.font)
    font.setBold(False)
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    metrics = QFontMetrics(font)
    space = QRect(option.rect.left() + _INSET, top - 2, option.rect.width() - 2 * _INSET, metrics.height() + 2)
    painter.setFont(font)
    painter.setPen(colour)
    shown = metrics.elidedText(former, Qt.TextElideMode.ElideRight, space.width())
    painter.drawText(space, Qt.AlignmentFlag.AlignLeft | _FLAGS, shown)


def _paint_mark(painter: QPainter, option: QStyleOptionViewItem, line: QRect, mark: str, colour: QColor) -> QRect:
    """Paint the mark at the end of a name, and an edge before it; return the room of the name."""
    edge = QRect(option.rect.left(), option.rect.top() + 1, _EDGE, option.rect.height() - 2)
    painter.fillRect(QStyle.visualRect(option.direction, option.rect, edge), colour)
    painter.setPen(colour)
    painter.setFont(option.font)
    painter.drawText(line.adjusted(0, 0, -_PAD, 0), Qt.AlignmentFlag.AlignRight | _FLAGS, mark)
    width = QFontMetrics(option.font).horizontalAdvance(mark) + _PAD
    return QStyle.visualRect(option.direction, line, line.adjusted(0, 0, -width, 0))


def _paint_pin(painter: QPainter, option: QStyleOptionViewItem, line: QRect, colour: QColor) -> QRect:
    """Paint a pin before a name; return the room of the name."""
    side = round(QFontMetrics(option.font).height() * 0.7)
    place = QRect(line.left() + _INSET, line.center().y() - side // 2, side, side)
    draw_glyph(painter, pin, QRectF(QStyle.visualRect(option.direction, line, place)), colour)
    return QStyle.visualRect(option.direction, line, line.adjusted(side + 2, 0, 0, 0))


def _paint_dashes(painter: QPainter, option: QStyleOptionViewItem, line: QRect, width: int, colour: QColor) -> None:
    """Paint a dashed edge around a value that was never seen before."""
    around = QRect(line.left(), line.top() + 2, min(width + 2 * _INSET + 1, line.width() - 2), line.height() - 5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(
        QRectF(QStyle.visualRect(option.direction, line, around)).translated(0.5, 0.5), _ROUND, _ROUND
    )
