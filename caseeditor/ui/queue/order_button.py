"""The button with the orders of the queue."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from caseeditor.domain.queue.rows import Order
from caseeditor.ui.style.font_scaling import by_font

_LINES = ((0.2, 0.95), (0.5, 0.7), (0.8, 0.45))
"""Height and length of the glyph's lines, as shares of its size."""


class OrderButton(QToolButton):
    """Shows a menu. Its name tells the present order."""

    chosen = Signal(object)
    """An Order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.order = Order.DUE
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        self.clicked.connect(lambda: menu.popup(self.mapToGlobal(self.rect().bottomLeft())))
        self._group = QActionGroup(menu)
        for order in Order:
            action = menu.addAction(self._words(order))
            action.setCheckable(True)
            action.setData(order)
            self._group.addAction(action)
        self._group.triggered.connect(lambda action: self.choose(action.data()))
        self._show()
        by_font(self, self._draw)

    def choose(self, order: Order) -> None:
        self.order = order
        self._show()
        self.chosen.emit(order)

    def _show(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() is self.order)
        name = self.tr("Order: {0}").format(self._words(self.order))
        self.setAccessibleName(name)
        self.setToolTip(name)

    def _words(self, order: Order) -> str:
        match order:
            case Order.DUE:
                return self.tr("Due first")
            case Order.NEWEST:
                return self.tr("Newest first")
            case Order.OLDEST:
                return self.tr("Oldest first")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        size, ratio = self.fontMetrics().ascent(), self.devicePixelRatioF()
        made = QPixmap(round(size * ratio), round(size * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(self.foregroundRole())
        painter.setPen(QPen(colour, max(1.5, size / 9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for height, length in _LINES:
            painter.drawLine(QPointF(size * 0.05, size * height), QPointF(size * length, size * height))
        painter.end()
        self.setIcon(QIcon(made))
        self.setIconSize(QSize(size, size))
