"""Shows where the focus is, where a style shows it too faintly: lists and tables, and with high contrast everything."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QFocusFrame, QWidget
from shiboken6 import isValid

_WIDTH = 2
_STRONG = 3


class FocusRing(QObject):
    """Draws a ring around what has the focus."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_everywhere = False
        """Whether it is drawn around more than lists and tables."""
        self._ring: _Ring | None = None

    def follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Go where the focus goes."""
        if self._ring and isValid(self._ring):  # it goes with the window it is in
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None
        if now is not None and not now.isWindow() and (self.is_everywhere or isinstance(now, QAbstractItemView)):
            self._ring = _Ring(now, _STRONG if self.is_everywhere else _WIDTH)
            self._ring.setWidget(now)


class _Ring(QFocusFrame):
    def __init__(self, around: QWidget, width: int) -> None:
        super().__init__(around)
        self._width = width

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), self._width))
        inset = self._width // 2
        painter.drawRect(self.rect().adjusted(inset, inset, -inset - 1, -inset - 1))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        return super().event(event)
