"""The middle of the window while no case is open: three hints."""

from functools import partial

from PySide6.QtGui import QFont, QKeySequence, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from caseeditor.ui.style.font_scaling import by_font, demi_bold, scaled

_MARGIN, _GAP = 24, 28
_TITLE = 125
"""Size of the heading, in percent."""


class EmptyPage(QWidget):
    """Names the keys to begin with."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Nothing open"), self)
        by_font(self, lambda: title.setFont(_heading(self.font())))
        grid = QGridLayout(self)
        grid.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(_GAP // 3)
        grid.addWidget(title, 1, 1, 1, 2)
        hints = (
            ("Ctrl+L", self.tr("open a case by ID or link")),
            ("F8", self.tr("open the first case of the queue")),
            ("Ctrl+K", self.tr("do anything by name")),
        )
        for row, (keys, words) in enumerate(hints, 2):
            shown = QLabel(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText), self)
            shown.setForegroundRole(QPalette.ColorRole.Link)
            by_font(self, partial(self._embolden, shown))
            said = QLabel(words, self)
            grid.addWidget(shown, row, 1)
            grid.addWidget(said, row, 2)
        for edge in (0, 5):
            grid.setRowStretch(edge, 1)
        for edge in (0, 3):
            grid.setColumnStretch(edge, 1)

    def _embolden(self, label: QLabel) -> None:
        label.setFont(demi_bold(self.font()))


def _heading(font: QFont) -> QFont:
    return demi_bold(scaled(font, _TITLE))
