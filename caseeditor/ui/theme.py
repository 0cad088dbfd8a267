"""Colours that follow the palette, light or dark."""

from PySide6.QtGui import QColor, QPalette

from caseeditor.ui.message import Tone

_HALF = 128
_TONES = {  # light, dark: each at least 4.5 : 1 on the base colour of its theme
    Tone.INFO: ("#1b5a9e", "#8ab8f0"),
    Tone.GOOD: ("#1d6b2f", "#7fd08f"),
    Tone.WARNING: ("#8a5300", "#f0b45a"),
    Tone.ERROR: ("#b3261e", "#f2938c"),
}


def is_dark(palette: QPalette) -> bool:
    """Tell a dark palette from a light one."""
    return palette.color(QPalette.ColorRole.Base).lightness() < _HALF


def tone_colour(palette: QPalette, tone: Tone) -> QColor:
    """Return the colour of a message's icon and edge."""
    return QColor(_TONES[tone][is_dark(palette)])


def muted(palette: QPalette) -> QColor:
    """Return the colour of what stands beside what matters: readable, but stepping back."""
    text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    return blend(text, base, 0.32)


def blend(one: QColor, other: QColor, share: float) -> QColor:
    """Mix `share` (0 to 1) of the other colour into the one."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )
