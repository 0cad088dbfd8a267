"""The title of a preview is painted once, in italics, in front and behind."""

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionTab, QWidget
from pytestqt.qtbot import QtBot

from caseeditor.ui.main_window.tabs.preview_tabs import PreviewTabBar
from caseeditor.ui.style.flat_style import FlatStyle


class Recording(FlatStyle):
    """Records each title that is painted, with whether it is in italics."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[tuple[str, bool]] = []

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element == QStyle.ControlElement.CE_TabBarTabLabel and isinstance(option, QStyleOptionTab) and option.text:
            self.titles.append((option.text, painter.font().italic()))
        super().drawControl(element, option, painter, widget)


@pytest.mark.parametrize("front", ["203", "210"])
def test_each_title_is_painted_once(qtbot: QtBot, front: str) -> None:
    bar, style = PreviewTabBar(None), Recording()
    qtbot.addWidget(bar)
    bar.setStyle(style)
    for title in ("203", "210"):
        bar.addTab(title)
    bar.mark(1)
    bar.setCurrentIndex(["203", "210"].index(front))
    widths = [bar.tabSizeHint(place).width() for place in range(bar.count())]
    bar.show()
    style.titles.clear()
    bar.grab()
    assert sorted(style.titles) == [("203", False), ("210", True)]
    assert [bar.tabSizeHint(place).width() for place in range(bar.count())] == widths
