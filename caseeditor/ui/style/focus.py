"""A ring around the focus, which styles show too faintly: in lists and tables, and with high contrast everywhere."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QWidget
from shiboken6 import isValid

_WIDTH = 2
_STRONG = 3


class FocusRing(QObject):
    """Draws the ring in the widget with the focus."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_everywhere = False
        """Whether all widgets get the ring, not only lists and tables."""
        self._ring: Ring | None = None

    def follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Follow the focus."""
        if self._ring and isValid(self._ring):  # otherwise it was deleted together with its parent
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if now is not None and not now.isWindow() and (self.is_everywhere or isinstance(now, QAbstractItemView)):
            self._ring = Ring(now, _STRONG if self.is_everywhere else _WIDTH)


class Ring(QWidget):
    """An overlay along the inner edge of a widget, since there is not always room around it."""

    def __init__(self, around: QWidget, width: int) -> None:
        super().__init__(around)
        self._width = width
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.installEventFilter(self)
        self.setGeometry(around.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), self._width))
        inset = self._width // 2
        painter.drawRect(self.rect().adjusted(inset, inset, inset - self._width, inset - self._width))
        painter.end()
