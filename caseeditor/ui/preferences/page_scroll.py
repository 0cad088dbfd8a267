"""Scrolls a page of the preferences for large text or a small screen: up and down only."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

_WIDTH = 560
"""Pixels with a font of 17 pixels."""
_LEAST_HEIGHT = 120


class PageScroll(QScrollArea):
    """As wide as its page needs, and as high where there is room."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._page.minimumSizeHint().width() + bar, _LEAST_HEIGHT)

    def sizeHint(self) -> QSize:
        width = max(round(_WIDTH * self.fontMetrics().height() / 17), self.minimumSizeHint().width())
        layout, bar = self._page.layout(), self.verticalScrollBar().sizeHint().width()
        height = layout.totalHeightForWidth(width - bar) if layout else self._page.sizeHint().height()
        return QSize(width, height)
