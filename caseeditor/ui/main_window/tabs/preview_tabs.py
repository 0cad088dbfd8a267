"""The tab bar of the cases. The title of a case that is only looked at is in italics."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QIcon, QPaintEvent

from caseeditor.ui.widgets.wheel import TabBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionTab


class PreviewTabBar(TabBar):
    """Paints the title of the preview itself, in italics: Qt has one font for all tabs."""

    _is_painting_tabs = False
    """Qt paints the tabs: the title of the preview is left out."""

    def mark(self, place: int) -> None:
        """Mark the tab at a place as the preview; -1: none. The mark moves with its tab."""
        for each in range(self.count()):
            self.setTabData(each, each == place)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._is_painting_tabs = True
        super().paintEvent(event)
        self._is_painting_tabs = False
        for place in range(self.count()):
            if self.tabData(place):
                self._paint_in_italics(place)

    def initStyleOption(self, option: "QStyleOptionTab", place: int) -> None:
        super().initStyleOption(option, place)
        if self._is_painting_tabs and self.tabData(place):
            option.text, option.icon = "", QIcon()

    def _paint_in_italics(self, place: int) -> None:
        # Slow to import, and the window is up before:
        from PySide6.QtWidgets import QStyle, QStyleOptionTab, QStylePainter  # noqa: PLC0415

        painter, option = QStylePainter(self), QStyleOptionTab()
        self.initStyleOption(option, place)
        font = QFont(self.font())
        font.setItalic(True)
        painter.setFont(font)
        painter.drawControl(QStyle.ControlElement.CE_TabBarTabLabel, option)
        painter.end()
