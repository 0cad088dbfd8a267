"""A part of the page: a card whose header folds it, and tells a summary."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from caseeditor.ui.style.colour_roles import roles_of
from caseeditor.ui.style.font_scaling import demi_bold
from caseeditor.ui.style.glyphs import chevron_down, chevron_on, draw_glyph

_RADIUS = 8.0
_PAD = 12
_GAP = 8
_RING = 2.0


class PartHeader(QPushButton):
    """Folds a part by Space, Enter or a click. Its name is the part's, apart from buttons of the same text."""

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setCheckable(True)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._summary = ""

    def show_summary(self, summary: str) -> None:
        """Show a summary beside the title."""
        if summary != self._summary:
            self._summary = summary
            self.setAccessibleDescription(summary)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 2 * _GAP + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, roles = QPainter(self), roles_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(roles.accent), _RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = self.fontMetrics().ascent() * 0.8
        top = (self.height() - side) / 2
        left = self.width() - _PAD - side if is_mirrored else float(_PAD)
        glyph = chevron_down if self.isChecked() else chevron_on
        if is_mirrored and not self.isChecked():
            painter.translate(2 * left + side, 0)
            painter.scale(-1, 1)
        draw_glyph(painter, glyph, QRectF(left, top, side, side), QColor(roles.muted))
        painter.resetTransform()
        room = self.rect().adjusted(_PAD + round(side) + _GAP, 0, -_PAD, 0)
        if is_mirrored:
            room = self.rect().adjusted(_PAD, 0, -_PAD - round(side) - _GAP, 0)
        align = (
            Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        ) | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(roles.text))
        painter.setFont(demi_bold(self.font()))
        painter.drawText(room, align, self.text())
        used = painter.fontMetrics().horizontalAdvance(self.text())
        if self._summary and not self.isChecked():  # unfolded, the part itself tells
            rest = room.adjusted(0, 0, -used, 0) if is_mirrored else room.adjusted(used, 0, 0, 0)
            painter.setFont(self.font())
            painter.setPen(QColor(roles.muted))
            said = self.fontMetrics().elidedText(f"  ·  {self._summary}", Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, align, said)
        painter.end()


class FoldingPart(QWidget):
    """A card with a header, and a body that can be folded away."""

    folded = Signal(bool)
    """The agent or the program folded (True) or unfolded it."""

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.header = PartHeader(title, name, self)
        self.body = QWidget(self)
        self.inside = QVBoxLayout(self.body)
        self.inside.setContentsMargins(_PAD, 0, _PAD, _PAD)
        self.inside.setSpacing(_GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.body, 1)
        self.body.hide()
        self.header.toggled.connect(self._on_toggled)

    @property
    def is_open(self) -> bool:
        return self.header.isChecked()

    def unfold(self, *, is_open: bool) -> None:
        """Unfold or fold it."""
        self.header.setChecked(is_open)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, roles = QPainter(self), roles_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(roles.line), 1))
        painter.setBrush(QColor(roles.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()

    def _on_toggled(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self.folded.emit(not is_open)
