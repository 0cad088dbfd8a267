"""The tab bar of the cases. The title of a case that is only looked at is in italics."""

from PySide6.QtGui import QFont, QPaintEvent

from caseeditor.ui.widgets.wheel import TabBar


class PreviewTabBar(TabBar):
    """Paints the tab of the preview again, in italics: Qt has one font for all tabs."""

    def mark(self, place: int) -> None:
        """Mark the tab at a place as the preview; -1: none. The mark moves with its tab."""
        for each in range(self.count()):
            self.setTabData(each, each == place)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        for place in range(self.count()):
            if self.tabData(place):
                self._paint_in_italics(place)

    def _paint_in_italics(self, place: int) -> None:
        # Slow to import, and the window is up before:
        from PySide6.QtWidgets import QStyle, QStyleOptionTab, QStylePainter  # noqa: PLC0415

        painter, option = QStylePainter(self), QStyleOptionTab()
        self.initStyleOption(option, place)
        font = QFont(self.font())
        font.setItalic(True)
        painter.setFont(font)
        painter.drawControl(QStyle.ControlElement.CE_TabBarTab, option)
        painter.end()
