"""The colour of each severity."""

from PySide6.QtGui import QColor, QPalette

from caseeditor.ui.messages.message import Severity
from caseeditor.ui.style.theme import is_dark

Role = QPalette.ColorRole
_ENDS = (0, 255)
"""Lightness of black and of white: only a high-contrast theme has these behind a text."""
_TONES = {  # light, dark: each at least 4.5 : 1 on the base colour of its theme
    Severity.INFO: ("#1b5a9e", "#8ab8f0"),
    Severity.GOOD: ("#1d6b2f", "#7fd08f"),
    Severity.WARNING: ("#8a5300", "#f0b45a"),
    Severity.ERROR: ("#b3261e", "#f2938c"),
}
_STARK_TONES = {  # black on white, white on black: each as much on a selected card, which the highlight colour tints
    Severity.INFO: ("#002f6b", "#b8d8ff"),
    Severity.GOOD: ("#003d12", "#b0f0bd"),
    Severity.WARNING: ("#4d2e00", "#ffd89b"),
    Severity.ERROR: ("#730010", "#ffc9c4"),
}


def severity_colour(palette: QPalette, severity: Severity) -> QColor:
    """Return the colour of a message's icon and edge."""
    behind = palette.color(Role.Window)
    is_stark = behind == palette.color(Role.Base) and behind.lightness() in _ENDS
    return QColor((_STARK_TONES if is_stark else _TONES)[severity][is_dark(palette)])
