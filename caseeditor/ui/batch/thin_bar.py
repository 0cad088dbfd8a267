"""A thin progress bar."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from caseeditor.ui.style.colour_roles import roles_of

_BAR = 6
"""Height of the progress bar, in pixels."""


class ThinBar(QProgressBar):
    """A progress bar as thin as the bar above the queue."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(_BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, roles = QPainter(self), roles_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.line))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, _BAR / 2, _BAR / 2)
        share = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        if share > 0:
            done = max(box.width() * share, box.height())
            start = box.width() - done if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0.0
            painter.setBrush(QColor(roles.accent))
            painter.drawRoundedRect(QRectF(start, 0, done, box.height()), _BAR / 2, _BAR / 2)
        painter.end()
