"""The queue at a glance: overdue, today, later. Each part is a filter."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from caseeditor.domain.queue.due import Band
from caseeditor.ui.messages.texts import number_words, translate
from caseeditor.ui.style.colour import blend
from caseeditor.ui.style.due_colours import band_colour
from caseeditor.ui.style.font_scaling import by_font, scaled

_SMALL = 88
"""Size of the buttons' text, in percent."""
_THICK, _DOT, _APART = 8, 8, 2
_NARROWEST = 24
_SLACK = 6
"""Pixels by which the buttons may be narrower than they want to be."""
_FADED = 0.7


class QueueBar(QWidget):
    """A bar with a part for each band, and a button below for each: pressed, it is the filter."""

    chosen = Signal(object)
    """The Band that is the filter, or None."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.counts = dict.fromkeys(Band, 0)
        self.part: Band | None = None
        self._strip = _Strip(self)
        self._buttons = {part: QToolButton(self) for part in Band}
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_APART)
        for part, button in self._buttons.items():
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(_NARROWEST)  # else large text would make the pane wider
            button.clicked.connect(lambda is_on, part=part: self.choose(part if is_on else None))
            row.addWidget(button)
        row.addStretch(1)
        self.row = row
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._strip)
        layout.addLayout(row)
        by_font(self, self._fit)

    def choose(self, part: Band | None) -> None:
        """Filter by a part of the queue; None: by none."""
        self.part = part
        for each, button in self._buttons.items():
            button.setChecked(each is part)
        self._strip.update()
        self.chosen.emit(part)

    def show_counts(self, counts: dict[Band, int]) -> None:
        self.counts = counts
        for part, button in self._buttons.items():
            words = count_words(part, counts[part])
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setVisible(any(counts.values()))
            button.setEnabled(bool(counts[part]) or part is self.part)
        self._strip.setVisible(any(counts.values()))
        self._strip.update()
        self._word()

    def _word(self) -> None:
        """Write words on the buttons, or numbers only if there is no room for words."""
        words = {part: count_words(part, self.counts[part]) for part in Band}
        needed = sum(self._width(button, words[part]) for part, button in self._buttons.items())
        buttons = [item.widget() for place in range(self.row.count()) if (item := self.row.itemAt(place))]
        needed += sum(each.sizeHint().width() for each in buttons if each and each not in self._buttons.values())
        has_room = needed + _APART * self.row.count() <= self.row.contentsRect().width() + _SLACK
        for part, button in self._buttons.items():
            button.setText(words[part] if has_room else number_words(self.counts[part]))

    @staticmethod
    def _width(button: QToolButton, text: str) -> int:
        """Return the width that a button would have with a text."""
        advance = button.fontMetrics().horizontalAdvance
        return button.sizeHint().width() - advance(button.text()) + advance(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._word()

    def _fit(self) -> None:
        for part, button in self._buttons.items():
            button.setFont(scaled(self.font(), _SMALL))
            button.setIconSize(QSize(_DOT, _DOT))
            button.setIcon(self._dot(part))
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fit()

    def _dot(self, part: Band) -> QIcon:
        ratio = self.devicePixelRatioF()
        made = QPixmap(round(_DOT * ratio), round(_DOT * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band_colour(self.palette(), part))
        painter.drawEllipse(QRectF(0.5, 0.5, _DOT - 1, _DOT - 1))
        painter.end()
        return QIcon(made)


class _Strip(QWidget):
    """The bar itself. A click on a part is a click on its button."""

    def __init__(self, bar: QueueBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self.setFixedHeight(_THICK)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _parts(self) -> list[tuple[Band, QRectF]]:
        """Return the parts with cases, from the leading edge."""
        counts = [(part, count) for part, count in self._bar.counts.items() if count]
        total, room = sum(count for _, count in counts), self.width() - _APART * (len(counts) - 1)
        parts, left = [], 0.0
        for part, count in counts:
            width = room * count / total
            place = self.width() - left - width if self.isRightToLeft() else left
            parts.append((part, QRectF(place, 0, width, self.height())))
            left += width + _APART
        return parts

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for part, place in self._parts():
            if place.left() <= event.position().x() <= place.right():
                self._bar.choose(None if self._bar.part is part else part)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setClipPath(path)
        for part, place in self._parts():
            colour = band_colour(self.palette(), part)
            is_faded = self._bar.part not in (None, part)
            painter.fillRect(place, blend(colour, self.palette().window().color(), _FADED) if is_faded else colour)
        painter.end()


def count_words(part: Band, count: int) -> str:
    """Say how many cases a part of the queue has."""
    match part:
        case Band.OVERDUE:
            text = translate("QueueBar", "{0} overdue")
        case Band.TODAY:
            text = translate("QueueBar", "{0} today")
        case Band.LATER:
            text = translate("QueueBar", "{0} later")
    return text.format(number_words(count))
