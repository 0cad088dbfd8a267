"""Sizes that depend on the font are computed again when the font changes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QWidget


def by_font(widget: QWidget, measure: Callable[[], object]) -> None:
    """Call `measure` now, and whenever the widget's font changes."""
    measure()
    widget.installEventFilter(_Follower(widget, measure))


def scaled(font: QFont, percent: int) -> QFont:
    """Return a font in another size."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * percent / 100)
    else:
        made.setPixelSize(round(font.pixelSize() * percent / 100))
    return made


def demi_bold(font: QFont) -> QFont:
    """Return a font in the weight of headings."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def fixed(font: QFont) -> QFont:
    """Return the fixed-width font of the same size."""
    made = QFont(font)
    made.setFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
    made.setStyleHint(QFont.StyleHint.Monospace)
    return made


class _Follower(QObject):
    def __init__(self, widget: QWidget, measure: Callable[[], object]) -> None:
        super().__init__(widget)
        self._measure = measure

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        return False
