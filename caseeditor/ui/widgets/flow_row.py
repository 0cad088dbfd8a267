"""Widgets in lines, as words in a text."""

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget


class FlowRow(QWidget):
    """Puts widgets side by side, and begins a new line where there is no room; a wide one is made narrower."""

    def __init__(self, parent: QWidget, margins: QMargins, spacing: int) -> None:
        super().__init__(parent)
        self._margins, self._spacing = margins, spacing
        self._shown: list[QWidget] = []

    def put(self, widgets: list[QWidget]) -> None:
        """Show these widgets in this order."""
        self._shown = widgets
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a widget wants another size
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        inside = self.rect().marginsRemoved(self._margins)
        room, x, y, line = max(inside.width(), 1), 0, 0, 0
        for widget in self._shown:
            size = widget.sizeHint().boundedTo(QSize(room, widget.sizeHint().height()))
            if x and x + size.width() > room:
                x, y, line = 0, y + line + self._spacing, 0
            place = QRect(inside.topLeft() + QPoint(x, y), size)
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), inside, place))
            x, line = x + size.width() + self._spacing, max(line, size.height())
        height = y + line + self._margins.top() + self._margins.bottom()
        if height != self.height():
            self.setFixedHeight(height)
