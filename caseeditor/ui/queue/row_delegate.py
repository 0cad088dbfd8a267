"""Paints the rows of the queue: contact and age; subject and due time."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPixmap, QStaticText, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from caseeditor.domain.queue.due import Urgency
from caseeditor.ui.queue.model import LOOK
from caseeditor.ui.queue.row_look import RowLook
from caseeditor.ui.style.colour_roles import is_black_and_white
from caseeditor.ui.style.due_colours import pill_colours
from caseeditor.ui.style.font_scaling import demi_bold
from caseeditor.ui.style.row_palette import paint_selection, row_palette
from caseeditor.ui.style.theme import muted
from caseeditor.ui.widgets.lists.avatar import Avatars
from caseeditor.ui.widgets.lists.item_data import Index

_PAD, _GAP = 12, 8
_ABOVE = 11
"""Pixels above and below the two lines, together half of the avatar's surplus."""
_PILL = 0.88
"""Size of the pill's text."""
_INSET = 7
_DOT = 7
_MOST_COLOURS = 50
"""Combinations of palette and state that are kept."""
_MOST_KEPT = 500
"""Layouts and pills that are kept."""
Role = QPalette.ColorRole


class _PillColours(NamedTuple):
    text: int
    ground: int
    is_outlined: bool


class _Fonts:
    """Fonts and metrics of one text size."""

    def __init__(self, font: QFont) -> None:
        self.plain, self.bold, self.small = QFont(font), demi_bold(font), demi_bold(font)
        if font.pointSizeF() > 0:
            self.small.setPointSizeF(font.pointSizeF() * _PILL)
        else:
            self.small.setPixelSize(round(font.pixelSize() * _PILL))
        self.of_plain, self.of_bold = QFontMetrics(self.plain), QFontMetrics(self.bold)
        self.of_small = QFontMetrics(self.small)
        self.line = self.of_plain.height()
        self.avatar = 2 * self.line + 2
        self.pill = self.of_small.height() + 3


class _Colours:
    """Colours of one palette and state."""

    def __init__(self, palette: QPalette, *, is_highlighted: bool) -> None:
        self.palette = palette
        self.text = palette.color(Role.HighlightedText if is_highlighted else Role.Text)
        self.muted = self.text if is_highlighted else muted(palette)
        self.line = palette.color(Role.Midlight)
        is_disabled = palette.currentColorGroup() is QPalette.ColorGroup.Disabled
        self.dot = self.muted if is_highlighted or is_disabled else palette.color(Role.Link)
        self.pills = {urgency: _pill_colours(palette, urgency) for urgency in Urgency}


def _pill_colours(palette: QPalette, urgency: Urgency) -> _PillColours:
    text, ground = pill_colours(palette, urgency)
    return _PillColours(text.rgb(), ground.rgb(), is_black_and_white(palette))


class _Laid:
    """The texts of a row, laid out for a width; places count from the leading edge of the row."""

    def __init__(self, look: RowLook, width: int, fonts: _Fonts) -> None:
        self.look, self.width = look, width
        self.start = _PAD + fonts.avatar + _PAD - 2
        end = width - _PAD
        self.pill_wide = fonts.of_small.horizontalAdvance(look.pill) + 2 * _INSET if look.pill else 0
        self.pill_at = end - self.pill_wide
        tail = fonts.of_plain.horizontalAdvance(look.age)
        self.age_at, name_end = end - tail, end - tail - _GAP
        self.dot_at = name_end - _DOT
        if look.is_changed:
            name_end -= _DOT + _GAP
        subject_end = self.pill_at - _GAP if look.pill else end
        self.age = _static(look.age, fonts.plain, is_turned=False)
        name = fonts.of_bold.elidedText(look.contact, Qt.TextElideMode.ElideRight, name_end - self.start)
        self.name = _static(name, fonts.bold, is_turned=look.is_contact_turned)
        subject = fonts.of_plain.elidedText(look.subject, Qt.TextElideMode.ElideRight, subject_end - self.start)
        self.subject = _static(subject, fonts.plain, is_turned=look.is_subject_turned)


class QueueDelegate(QStyledItemDelegate):
    """Fonts, colours, pictures and layouts are kept between paints: a row takes less than 100 µs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._avatars = Avatars()
        self._fonts: dict[str, _Fonts] = {}
        self._colours: dict[tuple[int, int], _Colours] = {}
        self._laid: dict[int, _Laid] = {}
        self._pills: dict[tuple[object, ...], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - 9 ms for all its enumerations: the window is up first

        look: RowLook = index.data(LOOK)
        is_highlighted = bool(option.state & QStyle.StateFlag.State_Selected)
        if paint_selection(painter, option):
            is_highlighted = False
        else:
            option.widget.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
            )
        fonts = self._fonts_of(option.font)
        colours = self._colours_of(option, is_highlighted=is_highlighted)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        self._draw(_Canvas(painter, option.rect, fonts, is_mirrored), self._laid_of(look, option, fonts), colours)
        painter.restore()

    def _draw(self, canvas: "_Canvas", laid: _Laid, colours: _Colours) -> None:
        look, fonts = laid.look, canvas.fonts
        top = (canvas.rect.height() - fonts.avatar) // 2
        below = top + fonts.line + 2
        circle = canvas.placed(_PAD, top, fonts.avatar, fonts.avatar)
        self._avatars.draw(canvas.painter, circle, look.face, colours.palette, fonts.plain)
        canvas.painter.fillRect(
            canvas.placed(laid.start, canvas.rect.height() - 1, canvas.rect.width() - laid.start, 1), colours.line
        )
        if look.urgency:
            box = canvas.placed(laid.pill_at, below + (fonts.line - fonts.pill) // 2, laid.pill_wide, fonts.pill)
            pill = self._pill_of(look, look.urgency, box.width(), canvas, colours)
            canvas.painter.drawPixmap(box.topLeft(), pill)
        if look.is_changed:
            canvas.dot(laid.dot_at, top, colours.dot)
        canvas.text(laid.age, laid.age_at, top, fonts.plain, colours.muted)
        text = colours.muted if look.is_muted else colours.text
        canvas.text(laid.name, laid.start, top, fonts.bold, text)
        canvas.text(laid.subject, laid.start, below, fonts.plain, text)

    def _fonts_of(self, font: QFont) -> _Fonts:
        key = font.key()
        if key not in self._fonts:
            self._fonts = {key: _Fonts(font)}
            self._laid.clear()
            self._pills.clear()
        return self._fonts[key]

    def _colours_of(self, option: QStyleOptionViewItem, *, is_highlighted: bool) -> _Colours:
        key = (option.palette.cacheKey(), option.state.value)
        found = self._colours.get(key)
        if found is None:
            if len(self._colours) > _MOST_COLOURS:
                self._colours.clear()
            found = self._colours[key] = _Colours(row_palette(option), is_highlighted=is_highlighted)
        return found

    def _laid_of(self, look: RowLook, option: QStyleOptionViewItem, fonts: _Fonts) -> _Laid:
        width = option.rect.width()
        found = self._laid.get(id(look))
        if found is None or found.look is not look or found.width != width:
            if len(self._laid) > _MOST_KEPT:
                self._laid.clear()
            found = self._laid[id(look)] = _Laid(look, width, fonts)
        return found

    def _pill_of(self, look: RowLook, urgency: Urgency, width: int, canvas: "_Canvas", colours: _Colours) -> QPixmap:
        ratio = canvas.painter.device().devicePixelRatioF()
        pill = colours.pills[urgency]
        key = (look.pill, ratio, pill)
        found = self._pills.get(key)
        if found is None:
            if len(self._pills) > _MOST_KEPT:
                self._pills.clear()
            size = QSize(width, canvas.fonts.pill)
            found = self._pills[key] = _paint_pill(look.pill, size, ratio, canvas.fonts.small, pill)
        return found


class _Canvas:
    """Draws into one row. Places are mirrored in a right-to-left window."""

    def __init__(self, painter: QPainter, rect: QRect, fonts: _Fonts, is_mirrored: bool) -> None:
        self.painter, self.rect, self.fonts = painter, rect, fonts
        self._is_mirrored = is_mirrored

    def placed(self, left: int, top: int, width: int, height: int) -> QRect:
        if self._is_mirrored:
            left = self.rect.width() - left - width
        return QRect(self.rect.left() + left, self.rect.top() + top, width, height)

    def text(self, text: QStaticText, left: int, top: int, font: QFont, colour: QColor) -> None:
        """Draw a line of text at the leading edge, in the middle of its line."""
        size = text.size()
        box = self.placed(left, top, round(size.width()), self.fonts.line)
        self.painter.setFont(font)
        self.painter.setPen(colour)
        self.painter.drawStaticText(box.left(), box.top() + round((box.height() - size.height()) / 2), text)

    def dot(self, left: int, top: int, colour: QColor) -> None:
        """Mark a row that somebody else changed."""
        place = self.placed(left, top + (self.fonts.line - _DOT) // 2, _DOT, _DOT)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawEllipse(QRectF(place))


def _static(text: str, font: QFont, *, is_turned: bool) -> QStaticText:
    """Lay out a line of plain text in its own direction."""
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_turned else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    made.setTextOption(option)
    made.prepare(font=font)
    return made


def _paint_pill(text: str, size: QSize, ratio: float, font: QFont, colours: _PillColours) -> QPixmap:
    made = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colours.text) if colours.is_outlined else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.ground))
    box = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(QColor(colours.text))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return made
