"""Paints the rows of the queue: contact and age; subject and due time."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from caseeditor.ui.queue.due_colours import is_black_and_white, pill_colours
from caseeditor.ui.queue.model import LOOK
from caseeditor.ui.queue.row_look import RowLook, Urgency
from caseeditor.ui.style.row_palette import row_palette
from caseeditor.ui.style.theme import muted
from caseeditor.ui.widgets.avatar import Avatars
from caseeditor.ui.widgets.item_data import Index

_PAD, _GAP = 12, 8
_ABOVE = 11
"""Pixels above and below the two lines, together half of the avatar's surplus."""
_PILL = 0.88
"""Size of the pill's text."""
_INSET = 7
_DOT = 7
_MOST_COLOURS = 50
"""Combinations of palette and state that are kept."""
Role = QPalette.ColorRole
Flag = Qt.AlignmentFlag
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


class _TextStyle(NamedTuple):
    font: QFont
    colour: QColor
    is_turned: bool
    """The text begins at the right."""


class _Fonts:
    """Fonts and metrics of one text size."""

    def __init__(self, font: QFont) -> None:
        self.plain, self.bold, self.small = QFont(font), QFont(font), QFont(font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.small.setWeight(QFont.Weight.DemiBold)
        if font.pointSizeF() > 0:
            self.small.setPointSizeF(font.pointSizeF() * _PILL)
        else:
            self.small.setPixelSize(round(font.pixelSize() * _PILL))
        self.of_plain, self.of_bold = QFontMetrics(self.plain), QFontMetrics(self.bold)
        self.of_small = QFontMetrics(self.small)
        self.line = self.of_plain.height()
        self.avatar = 2 * self.line + 2


class _Colours:
    """Colours of one palette and state."""

    def __init__(self, palette: QPalette, *, is_selected: bool) -> None:
        self.palette = palette
        self.text = palette.color(Role.HighlightedText if is_selected else Role.Text)
        self.muted = self.text if is_selected else muted(palette)
        self.line = palette.color(Role.Midlight)
        is_disabled = palette.currentColorGroup() is QPalette.ColorGroup.Disabled
        self.dot = self.muted if is_selected or is_disabled else palette.color(Role.Link)
        self.is_outlined = is_black_and_white(palette)
        self.pills = {urgency: pill_colours(palette, urgency) for urgency in Urgency}


class QueueDelegate(QStyledItemDelegate):
    """Fonts, colours and avatars are kept between rows: a row takes less than 100 µs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._avatars = Avatars()
        self._fonts: dict[str, _Fonts] = {}
        self._colours: dict[tuple[int, int], _Colours] = {}

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - 9 ms for all its enumerations: the window is up first

        look: RowLook = index.data(LOOK)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        fonts = self._fonts_of(option.font)
        colours = self._colours_of(option, is_selected=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.save()
        _Row(painter, option, fonts, colours).draw(look, self._avatars)
        painter.restore()

    def _fonts_of(self, font: QFont) -> _Fonts:
        key = font.key()
        if key not in self._fonts:
            self._fonts = {key: _Fonts(font)}
        return self._fonts[key]

    def _colours_of(self, option: QStyleOptionViewItem, *, is_selected: bool) -> _Colours:
        key = (option.palette.cacheKey(), int(option.state.value))
        found = self._colours.get(key)
        if found is None:
            if len(self._colours) > _MOST_COLOURS:
                self._colours.clear()
            found = self._colours[key] = _Colours(row_palette(option), is_selected=is_selected)
        return found


class _Row:
    """One row while it is painted. Places are mirrored in a right-to-left window."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, fonts: _Fonts, colours: _Colours) -> None:
        self._painter, self._fonts, self._colours = painter, fonts, colours
        self._whole = QRect(option.rect)
        self._is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft

    def draw(self, look: RowLook, avatars: Avatars) -> None:
        whole, fonts, colours = self._whole, self._fonts, self._colours
        start, end = whole.left() + _PAD, whole.right() - _PAD
        top = whole.top() + (whole.height() - fonts.avatar) // 2
        circle = self._placed(start, top, fonts.avatar, fonts.avatar)
        avatars.draw(self._painter, circle, look.face, colours.palette, fonts.plain)
        start += fonts.avatar + _PAD - 2
        self._separator(start)
        below = top + fonts.line + 2
        subject_end = end - self._pill(look, end, below)
        tail = fonts.of_plain.horizontalAdvance(look.age)
        age = _TextStyle(fonts.plain, colours.muted, is_turned=False)
        self._text(look.age, self._placed(end - tail, top, tail, fonts.line), age)
        name_end = end - tail - _GAP
        if look.is_changed:
            name_end -= _DOT + _GAP
            self._dot(name_end + _GAP, top)
        text = colours.muted if look.is_muted else colours.text
        width = name_end - start
        name = fonts.of_bold.elidedText(look.contact, Qt.TextElideMode.ElideRight, width)
        style = _TextStyle(fonts.bold, text, look.is_contact_turned)
        self._text(name, self._placed(start, top, width, fonts.line), style)
        width = subject_end - start
        subject = fonts.of_plain.elidedText(look.subject, Qt.TextElideMode.ElideRight, width)
        style = _TextStyle(fonts.plain, text, look.is_subject_turned)
        self._text(subject, self._placed(start, below, width, fonts.line), style)

    def _placed(self, left: int, top: int, width: int, height: int) -> QRect:
        if self._is_mirrored:
            left = self._whole.left() + self._whole.right() - left - width + 1
        return QRect(left, top, width, height)

    def _text(self, text: str, box: QRect, style: _TextStyle) -> None:
        """Draw a line of text at the leading edge; its letters run in their own direction."""
        painter = self._painter
        painter.setFont(style.font)
        painter.setPen(style.colour)
        painter.setLayoutDirection(_RIGHT_TO_LEFT if style.is_turned else _LEFT_TO_RIGHT)
        edge = Flag.AlignRight if self._is_mirrored else Flag.AlignLeft
        flags = edge | Flag.AlignAbsolute | Flag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(box, flags, text)

    def _pill(self, look: RowLook, end: int, top: int) -> int:
        """Draw the due time; returns its width with a gap."""
        if look.urgency is None:
            return 0
        fonts, painter = self._fonts, self._painter
        width = fonts.of_small.horizontalAdvance(look.pill) + 2 * _INSET
        height = fonts.of_small.height() + 3
        place = self._placed(end - width, top + (fonts.line - height) // 2, width, height)
        text, ground = self._colours.pills[look.urgency]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(text) if self._colours.is_outlined else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(place), height / 2, height / 2)
        painter.setPen(text)
        painter.setFont(fonts.small)
        painter.drawText(place, Flag.AlignCenter | Qt.TextFlag.TextSingleLine, look.pill)
        return width + _GAP

    def _dot(self, left: int, top: int) -> None:
        """Mark a row that somebody else changed."""
        place = self._placed(left, top + (self._fonts.line - _DOT) // 2, _DOT, _DOT)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colours.dot)
        self._painter.drawEllipse(QRectF(place))

    def _separator(self, start: int) -> None:
        whole = self._whole
        line = self._placed(start, whole.bottom(), whole.right() - start + 1, 1)
        self._painter.fillRect(line, self._colours.line)
