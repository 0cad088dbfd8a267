"""Colours of due times: text and ground of the pill, and the parts of the bar."""

from PySide6.QtGui import QColor, QPalette

from caseeditor.domain.queue.due import Band
from caseeditor.ui.queue.row_look import Urgency
from caseeditor.ui.style.colour import readable
from caseeditor.ui.style.theme import is_dark, muted

Role = QPalette.ColorRole
_PILLS = {  # text and ground: light, dark
    Urgency.OVERDUE: (("#b3261e", "#fbe6e4"), ("#f2938c", "#40221f")),
    Urgency.SOON: (("#8a5300", "#fdf0da"), ("#f0b45a", "#3b2f1a")),
    Urgency.LATER: (("#1d6b2f", "#e4f3e7"), ("#7fd08f", "#203527")),
}
_OF_BAND = {Band.OVERDUE: Urgency.OVERDUE, Band.TODAY: Urgency.SOON, Band.LATER: Urgency.LATER}
CLEAR = 5.0
"""Contrast of the text with its ground."""


def pill_colours(palette: QPalette, urgency: Urgency) -> tuple[QColor, QColor]:
    """Return text and ground of a pill. High contrast has text on the base, and an outline."""
    text, base = palette.color(Role.Text), palette.color(Role.Base)
    if is_black_and_white(palette):
        return text, base
    if palette.currentColorGroup() is QPalette.ColorGroup.Disabled:
        return muted(palette), base
    written, ground = (QColor(each) for each in _PILLS[urgency][is_dark(palette)])
    return readable(written, ground, least=CLEAR), ground


def band_colour(palette: QPalette, part: Band) -> QColor:
    """Return the colour of a part of the bar."""
    if is_black_and_white(palette):
        return palette.color(Role.Text)
    return QColor(_PILLS[_OF_BAND[part]][is_dark(palette)][0])


def is_black_and_white(palette: QPalette) -> bool:
    """Recognise the palette of high contrast, whose lines have the colour of its text."""
    return palette.color(Role.Mid) == palette.color(Role.Text)
